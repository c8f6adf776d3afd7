/** Every table below a project holds its tenant, and shows them to that tenant alone. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEMO_USERS } from '../../../src/auth/issue.ts';
import { checkTenants, readTablesBelow, type TableBelow } from '../../../src/guard/database-tenants.ts';
import { createTestGateway, type TestGateway } from '../../support/gateway.ts';
import { createTenantSide } from '../../support/tenants.ts';

const PEOPLE = { manager: DEMO_USERS.ana as string, developer: DEMO_USERS.ben as string };

let gateway: TestGateway;
let tables: readonly TableBelow[];

beforeAll(async () => {
  gateway = await createTestGateway();
  tables = await gateway.owner((client) => readTablesBelow((sql) => client.query(sql)));
  await createTenantSide(gateway, 'acme', { word: 'zzacme', slug: 'shop', people: PEOPLE });
});

afterAll(() => gateway[Symbol.asyncDispose]());

it('has no table below a project that is not kept apart', async () => {
  expect(tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['ops.projects', 'ops.run_events', 'ops.artifacts']),
  );
  expect(await gateway.owner((client) => checkTenants((sql) => client.query(sql)))).toEqual([]);
});

it('carries the tenant of a project down to each row of it', async () => {
  for (const { name, columns } of tables.filter((table) => table.columns.includes('tenant_id'))) {
    const [row] = await gateway.owner((client) =>
      client.query(
        `select count(*)::int as all, (count(*) filter (where tenant_id = 'acme'))::int as ours from ${name}`,
      ),
    );
    expect(Number(row?.ours), name).toBeGreaterThan(0);
    const parent = columns.includes('project_id')
      ? ['ops.projects', 'project_id']
      : columns.includes('run_id')
        ? ['ops.runs', 'run_id']
        : null;
    if (parent === null) continue;
    const strays = await gateway.owner((client) =>
      client.query(`select c.tenant_id, p.tenant_id as parents from ${name} c join ${parent[0]} p on p.id = c.${parent[1]}
        where c.tenant_id <> p.tenant_id`),
    );
    expect(strays, name).toEqual([]);
  }
});

it('lets nobody move a project, or a row of it, to another tenant', async () => {
  const change = (text: string) => gateway.owner((client) => client.query(text));
  await expect(change("update ops.projects set tenant_id = 'other' where tenant_id = 'acme'")).rejects.toMatchObject({
    code: '42501',
  });
  for (const table of ['ops.environments', 'ops.project_members', 'ops.approvals', 'ops.runs']) {
    await change(`update ${table} set tenant_id = 'other' where tenant_id = 'acme'`).catch(() => undefined);
    const [row] = await change(`select count(*)::int as n from ${table} where tenant_id = 'other'`);
    expect(row?.n, table).toBe(0);
  }
});
