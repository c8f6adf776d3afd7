/** `OdooCell.record` and `Block.odooRecord`: records of Odoo that the workspace names, read live, with what was kept of them beside. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { GatewayError } from '../../src/errors.ts';
import type { OdooCall } from '../../src/odoo/call.ts';
import { openDatabase, type TestDatabase } from '../support/databases.ts';
import { createTestGateway, pick, type TestGateway, type TestGatewayOptions } from '../support/gateway.ts';
import { createMemoryAccounts } from '../support/odoo-accounts.ts';
import { openOdooUsers } from '../support/odoo-users.ts';
import { mutate } from '../support/work-mutate.ts';

interface Shown {
  readonly model: string;
  readonly id: string;
  readonly label: string | null;
  readonly displayName: string | null;
  readonly status: string;
  readonly asOf: string | null;
  readonly nodeId: string | null;
}

const RECORD = '{ model id label displayName status asOf nodeId }';
const GONE = 2_147_483_000;

let gateway: TestGateway;
let users: Awaited<ReturnType<typeof openOdooUsers>>;
let deals: TestDatabase;
let partners: { id: string; displayName: string }[];
let task: { id: string; displayName: string };
let employee: string;

const surfaces = () => gateway.calls.map((call) => call.split(':')[0]).sort();
const silent = { displayName: null, asOf: null, nodeId: null };

beforeAll(async () => {
  gateway = await createTestGateway();
  const { data } = await gateway.execute(
    '{ partners(first: 2, orderBy: [{ field: ID }]) { nodes { id displayName } } tasks(first: 1) { nodes { id displayName } } }',
    { as: 'service' },
  );
  partners = pick(data, 'partners.nodes') as typeof partners;
  task = pick(data, 'tasks.nodes.0') as typeof task;
  users = await openOdooUsers();
  // One that a plain user of Odoo sees too.
  const { odooUserId: uid, apiKey } = users.of.plain;
  const seen = await gateway.sources.odoo?.(
    'hr.employee',
    'search_read',
    { domain: [], fields: ['id'], limit: 1 },
    { as: { uid, apiKey } },
  );
  employee = String(pick({ seen }, 'seen.0.id'));
  deals = await openDatabase(gateway, [
    { name: 'Name', type: 'TEXT' },
    { name: 'Who', type: 'ODOO_RECORD', odooModel: 'res.partner' },
    { name: 'About', type: 'ODOO_RECORD' },
  ]);
  const who = (id: string | number, label?: string) => ({
    model: 'res.partner',
    id: Number(id),
    ...(label && { label }),
  });
  await deals.insert(
    {
      Name: 'a',
      Who: who(partners[0]?.id ?? 0, 'An old name'),
      About: { model: 'project.task', id: Number(task.id), label: 'A task' },
    },
    {
      Name: 'b',
      Who: who(partners[1]?.id ?? 0),
      About: { model: 'hr.employee', id: Number(employee), label: 'Somebody' },
    },
    { Name: 'c', Who: who(GONE, 'Gone'), About: { model: 'x.unknown', id: 7, label: 'Of a module' } },
    { Name: 'd' },
  );
});

afterAll(async () => {
  await users[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
});

/** The cells of all rows by row and column. */
async function cells(as: string, beside: TestGatewayOptions = {}) {
  const query = `query ($id: ID!) { database(id: $id) { rows { nodes { data odooCells { nodes { columnName record ${RECORD} } } } } } }`;
  await using own = await createTestGateway({ beside: gateway, ...beside });
  const { data, errors } = await own.execute(query, { as, variables: { id: deals.id } });
  const rows = pick(data, 'database.rows.nodes') as {
    data: { Name: string };
    odooCells: { nodes: { columnName: string; record: Shown }[] };
  }[];
  const records = Object.fromEntries(
    rows.flatMap((row) => row.odooCells.nodes.map((cell) => [`${row.data.Name}.${cell.columnName}`, cell.record])),
  );
  return { records, errors, calls: [...own.calls] };
}

describe('cells of type ODOO_RECORD', () => {
  it('say what Odoo calls the record now, beside the label that was kept, and when', async () => {
    const before = Date.now();
    const { records, errors } = await cells('ana');
    expect(errors).toBeUndefined();
    expect(records['a.Who']).toEqual({
      model: 'res.partner',
      id: partners[0]?.id,
      label: 'An old name',
      displayName: partners[0]?.displayName,
      status: 'LIVE',
      asOf: expect.any(String),
      nodeId: expect.any(String),
    });
    expect(Date.parse(String(records['a.Who']?.asOf))).toBeGreaterThanOrEqual(before - 1);
    expect(records['b.Who']).toMatchObject({ label: null, displayName: partners[1]?.displayName, status: 'LIVE' });
    expect(records['a.About']).toMatchObject({ displayName: task.displayName, status: 'LIVE' });
    expect(Object.keys(records)).toHaveLength(6);
  });

  it('are one statement, and one call of Odoo for each model of the level', async () => {
    const { calls } = await cells('service');
    const models = calls.filter((call) => call.startsWith('odoo')).map((call) => call.split(' ').slice(1, 3).join(' '));
    expect(models.sort()).toEqual(
      ['hr.employee web_search_read', 'project.task web_search_read', 'res.partner web_search_read'].sort(),
    );
    expect(calls.filter((call) => call.startsWith('postgres'))).toHaveLength(1);
  });

  it('say by a status what Odoo does not show, keep the label, and fail nothing', async () => {
    const { records, errors } = await cells('ana');
    expect(errors).toBeUndefined();
    expect(records['c.Who']).toEqual({
      ...{ model: 'res.partner', id: String(GONE), label: 'Gone', status: 'NOT_SHOWN' },
      ...silent,
    });
    // The doctrine lets this user read no employees, and the schema has no such model.
    expect(records['b.About']).toMatchObject({ label: 'Somebody', status: 'FORBIDDEN', ...silent });
    expect(records['c.About']).toMatchObject({ label: 'Of a module', status: 'UNKNOWN_MODEL', ...silent });
    const { records: all } = await cells('service');
    expect(all['b.About']?.status).toBe('LIVE');
  });

  it('keep their labels where Odoo is down, and where there is none', async () => {
    const down: OdooCall = async () => {
      throw new GatewayError('UPSTREAM_UNAVAILABLE', 'Odoo does not answer', { surface: 'odoo' });
    };
    for (const odoo of [down, null]) {
      const { records, errors } = await cells('ana', { odoo });
      expect(errors).toBeUndefined();
      expect(records['a.Who']).toMatchObject({ label: 'An old name', status: 'UNAVAILABLE', ...silent });
      expect(records['b.About']?.status).toBe('FORBIDDEN');
    }
  });

  it('say the time of the cache entry where the cache answered', async () => {
    const cachedAt = new Date('2026-11-20T08:00:00.000Z');
    const { odoo } = gateway.sources;
    const { records } = await cells('ana', {
      odoo: (model, method, args, options) => {
        options?.onCached?.(cachedAt);
        return odoo?.(model, method, args, options) as Promise<never>;
      },
    });
    expect(Date.parse(String(records['a.Who']?.asOf))).toBe(cachedAt.getTime());
  });

  it('lead to the record’s other fields by its nodeId', async () => {
    const { records } = await cells('ana');
    const ids = [records['a.Who']?.nodeId, records['a.About']?.nodeId];
    const { data } = await gateway.execute(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Partner { id } ... on Task { id } } }',
      { as: 'ana', variables: { ids } },
    );
    expect(data?.nodes).toEqual([{ id: partners[0]?.id }, { id: task.id }]);
  });

  it('come with the rows that a query of cells finds', async () => {
    const query = `query ($id: ID!) { databaseRows(databaseId: $id, first: 1) { nodes { row { odooCells { totalCount nodes { record { status } } } } } } }`;
    const { data, errors } = await gateway.execute(query, { as: 'ana', variables: { id: deals.id } });
    expect(errors).toBeUndefined();
    expect(pick(data, 'databaseRows.nodes.0.row.odooCells')).toEqual({
      totalCount: 2,
      nodes: [{ record: { status: 'LIVE' } }, { record: { status: 'LIVE' } }],
    });
  });

  it('are read by the rights of a user with an account of Odoo', async () => {
    const accounts = createMemoryAccounts();
    // Ben is a member of the space; a plain user of Odoo sees employees and partners.
    accounts.connect(String(DEMO_USERS.ben), users.of.plain);
    const { records, errors } = await cells('ben', { accounts });
    expect(errors).toBeUndefined();
    expect(records['b.About']?.status).toBe('LIVE');
    accounts.connect(String(DEMO_USERS.ben), { ...users.of.plain, apiKey: `wrong-${randomUUID()}` });
    const refused = await cells('ben', { accounts });
    expect(refused.errors).toBeUndefined();
    expect(refused.records['a.Who']).toMatchObject({ label: 'An old name', status: 'FORBIDDEN' });
  });
});

describe('blocks of type ODOO_RECORD', () => {
  it('are read live by one call, and other blocks name none', async () => {
    const insert = (type: string, content: object) => ({ insert: { type, content } });
    const { data: read } = await gateway.execute(`{ page(id: "${deals.pageId}") { version } }`, { as: 'ana' });
    const sent = await mutate(gateway, 'ana', {
      name: 'applyBlockOperations',
      input: {
        pageId: deals.pageId,
        expectedVersion: pick(read, 'page.version'),
        operations: [
          insert('ODOO_RECORD', { model: 'res.partner', id: Number(partners[0]?.id), label: 'Kept' }),
          insert('ODOO_RECORD', { model: 'res.partner', id: 999_999_999_999, label: 'Too large' }),
          insert('PARAGRAPH', { text: 'No record' }),
        ],
      },
      select: 'page { id }',
    });
    expect(sent.userErrors).toEqual([]);
    const query = `query ($id: ID!) { page(id: $id) { blocks { nodes { type odooRecord ${RECORD} content } } } }`;
    const { data, errors } = await gateway.execute(query, { as: 'ana', variables: { id: deals.pageId } });
    expect(errors).toBeUndefined();
    const nodes = pick(data, 'page.blocks.nodes') as { type: string; odooRecord: Shown | null }[];
    const shown = nodes.filter(({ odooRecord }) => odooRecord).map(({ odooRecord }) => odooRecord);
    expect(shown).toEqual([
      expect.objectContaining({ label: 'Kept', displayName: partners[0]?.displayName, status: 'LIVE' }),
      expect.objectContaining({ label: 'Too large', status: 'NOT_SHOWN', ...silent }),
    ]);
    expect(nodes.find(({ type }) => type === 'PARAGRAPH')?.odooRecord).toBeNull();
    expect(surfaces()).toEqual(['odoo', 'postgres']);
  });
});
