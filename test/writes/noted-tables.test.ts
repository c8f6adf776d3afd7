/** What mutations write is noted: without it a dry run would show too little, and a receipt would lack a row. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readListArgument } from '../../src/sdl/directives.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { readOwnSdl } from '../support/own-sdl.ts';

/** Events say themselves what happened, and are counted in their run. */
const SAYS_ITSELF = 'ops.run_events';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await createTestGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

it('has its triggers on each table that a mutation says it writes: copy those of migration 20261130011003', async () => {
  const mutations = Object.values(readOwnSdl().schema.getMutationType()?.getFields() ?? {});
  const tables = new Set(mutations.flatMap(({ astNode }) => readListArgument(astNode, 'writes', 'to') ?? []));
  tables.delete(SAYS_ITSELF);
  const rows = await gateway.owner((client) =>
    client.query(`select t.tgrelid::regclass::text as name, string_agg(t.tgname, ' ' order by t.tgname) as triggers
      from pg_trigger t where t.tgname in ('note_inserted', 'note_updated', 'note_deleted') group by t.tgrelid`),
  );
  const noted = rows
    .filter(({ triggers }) => triggers === 'note_deleted note_inserted note_updated')
    .map(({ name }) => name);
  expect([...tables].filter((table) => !noted.includes(table))).toEqual([]);
  expect(tables.size).toBeGreaterThan(20);
});
