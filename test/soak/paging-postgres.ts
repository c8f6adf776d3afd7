/** Walks every list of the ledger and the workspace in every order, and typed rows by every column, beside SQL. */
import type { GraphQLSchema } from 'graphql';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { seed as seedDemo, seedId } from '../../src/demo/seed/seed.ts';
import type { StoredType } from '../../src/plan/catalog.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { toEnumName } from '../../src/sdl/derive.ts';
import { type BusDatabase, createBusDatabase } from '../support/bus-database.ts';
import { orderFields, randomOrders, waysBoth, waysByField } from '../support/odoo-orders.ts';
import { type OrderKey, walk } from '../support/odoo-walk.ts';
import { FILL_SUMMARY } from '../support/project-summary.ts';
import { readLists, readTestSchema } from '../support/schema.ts';
import { createSoakGateway, type SoakGateway } from './gateway.ts';
import type { Soak } from './soak.ts';

const ROWS = 3_000;
const SMALL_ROWS = 60;
const DIRECTIONS = ['ASC', 'DESC'];
const RANDOM_ORDERS = 4;
const COLUMNS = { Text: 'TEXT', Number: 'NUMBER', Date: 'DATE', Choice: 'SELECT', Done: 'CHECKBOX' } as const;
const TEXTS = `(array['Ana', 'ana', 'Ána', 'Ängström', 'Zoë', 'ñandú', 'O''Hara', 'a b', 'ab', '~', '日本'])`;
/** A view of counts, whose ids are no keys of a table. */
const UNSTORED = ['RunStat'];

/** Tells each list whose pages are not the order that SQL gives at once. */
export const walkPostgres: Soak = async (report, seed, { small }) => {
  const rows = small ? SMALL_ROWS : ROWS;
  await using database = await createBusDatabase('paging');
  await withOwner(database.ownerUrl, async (client) => {
    await seedDemo(client, new Map());
    await client.script(FILL_SUMMARY);
  });
  const databaseId = await fill(database, rows);
  const built = readTestSchema();
  await using gateway = await createSoakGateway({ databaseUrl: database.loginUrl, schema: built });
  const lists = readLists(built);
  const problems: string[] = [];
  for (const type of built.catalog.values()) {
    const list = lists.get(type.name);
    if (type.surface === 'odoo' || !list || UNSTORED.includes(type.name)) continue;
    const walked = await walkType({ gateway, database, schema: built.schema, type, list, seed, small });
    problems.push(...walked.problems);
    report(
      `${type.surface} ${type.name}: ${walked.records} rows, ${walked.walks} walks, half of them backward: ${walked.problems.length > 0 ? 'NOT ' : ''}in SQL's order`,
    );
  }
  for (const column of Object.keys(COLUMNS))
    for (const direction of DIRECTIONS)
      problems.push(...(await walkRows({ gateway, database, databaseId, column, direction })));
  report(`typed rows: ${rows} rows, by ${Object.keys(COLUMNS).join(', ')}, both ways`);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  report('ledger, workspace and typed rows: 0 lost, 0 repeated, all in the order of SQL');
};

/** Runs, pages and typed rows: some of one microsecond, with ties, nulls and accents. @returns The database of the rows. */
async function fill({ query }: BusDatabase, rows: number): Promise<string> {
  const space = seedId('space', 'tripoint-soak');
  const pageId = seedId('page', 'tripoint-soak');
  const databaseId = seedId('database', 'tripoint-soak');
  await query(`insert into work.spaces (id, name) values ($1, 'Soak')`, [space]);
  await query(`insert into work.permissions (space_id, user_id, role) values ($1, $2, 'admin')`, [
    space,
    DEMO_USERS.ana,
  ]);
  await query(`insert into work.pages (id, space_id, title, rank) values ($1, $2, 'Rows', 'a')`, [pageId, space]);
  await query(
    `insert into work.pages (space_id, title, rank, created_at, updated_at)
     select $1::uuid, ${TEXTS}[1 + n % 11] || ' ' || n % 40, work.rank_at(n), t.at, t.at
     from generate_series(1, $2::int) n, lateral (select timestamptz '2026-03-01' + (n / 7 * 3571) % 9999 * interval '1 microsecond' as at) t`,
    [space, rows],
  );
  for (const [agent, kind] of [
    ['sync-odoo-agent', 'soak.a'],
    ['sync-odoo-agent', 'soak.b'],
  ])
    await query(
      `select count(*) from generate_series(1, $1::int) n,
         lateral ops.enqueue($2, $3, jsonb_build_object('n', n % 9), $3 || '-' || n, priority => n % 4)`,
      [rows / 2, agent, kind],
    );
  await query(`insert into work.databases (id, space_id, page_id, title) values ($1, $2, $3, 'Rows')`, [
    databaseId,
    space,
    pageId,
  ]);
  for (const [index, [name, type]] of Object.entries(COLUMNS).entries())
    await query(
      `insert into work.db_columns (space_id, database_id, name, type, options, rank) values ($1, $2, $3, $4, $5::jsonb, $6)`,
      [space, databaseId, name, type, type === 'SELECT' ? '{"choices": ["Á", "a", "b"]}' : '{}', `a${index}`],
    );
  await query(
    `insert into work.db_rows (space_id, database_id, rank, data)
     select $1::uuid, $2::uuid, work.rank_at(n), jsonb_strip_nulls(jsonb_build_object(
       'Text', case when n % 5 > 0 then ${TEXTS}[1 + n % 11] end,
       'Number', case when n % 6 > 0 then (array[0, 0.1, -3, 1e15 + 0.3, 0.30000000000000004, 9007199254740993])[1 + n % 6] + n % 3 end,
       'Date', case when n % 4 > 0 then to_char(date '2026-01-01' + n % 30, 'YYYY-MM-DD') end,
       'Choice', case when n % 3 > 0 then (array['Á', 'a', 'b'])[1 + n % 3] end,
       'Done', case when n % 7 > 0 then n % 2 = 0 end))
     from generate_series(1, $3::int) n`,
    [space, databaseId, rows],
  );
  return databaseId;
}

interface Walking {
  readonly gateway: SoakGateway;
  readonly database: BusDatabase;
}

async function walkType(
  given: Walking & { schema: GraphQLSchema; type: StoredType; list: string; seed: number; small: boolean },
): Promise<{ problems: string[]; records: number; walks: number }> {
  const { gateway, database, schema, type, list, seed, small } = given;
  const size = small ? 23 : 100;
  const fields = orderFields(schema, type.name);
  const ways = [
    ...waysByField(fields, small ? 1 : 4),
    ...waysBoth(randomOrders(fields, small ? 1 : RANDOM_ORDERS, seed), small),
  ];
  // The service reads the ledger and the index's queue, and a member her own spaces.
  const as = type.surface === 'ops' || type.source === 'work.index_queue' ? 'service' : 'ana';
  const problems: string[] = [];
  let records: number | null = null;
  for (const { orderBy, backward } of ways) {
    const met = (await walk(gateway, { list, type: type.name, orderBy, backward, size, as })).map(({ id }) => id);
    const sorted = await database.query(
      `select id::text from ${type.source} where id = any($1::uuid[]) order by ${orderText(type, orderBy)}`,
      [met],
    );
    const whole = sorted.map(({ id }) => String(id));
    // All ways meet as many.
    records ??= met.length;
    if (String(backward ? met.toReversed() : met) !== String(whole) || met.length !== records)
      problems.push(
        `${type.name} ${JSON.stringify(orderBy)}${backward ? ' backward' : ''}: ${met.length} of ${records}`,
      );
  }
  return { problems, records: records ?? 0, walks: ways.length };
}

/** The same order in SQL, with the `id` that breaks ties. */
function orderText(type: StoredType, orderBy: readonly OrderKey[]): string {
  const keys = orderBy.map(({ field, direction }) => {
    const found = [...type.fields.values()].find(({ name }) => toEnumName(name) === field);
    return `${found?.column}${direction === 'DESC' ? ' desc' : ''}`;
  });
  return [...keys, `id${orderBy.at(-1)?.direction === 'DESC' ? ' desc' : ''}`].join(', ');
}

async function walkRows(given: Walking & { databaseId: string; column: string; direction: string }): Promise<string[]> {
  const { gateway, database, databaseId, column, direction } = given;
  const met: string[] = [];
  for (let after: string | null = null; ; ) {
    const query = `query($id: ID!, $after: String) { databaseRows(databaseId: $id, first: 97, after: $after,
      orderBy: [{ column: "${column}", direction: ${direction} }]) { nodes { id } hasNextPage endCursor } }`;
    const { data, errors } = await gateway.execute(query, { as: 'ana', variables: { id: databaseId, after } });
    if (errors) throw new Error(JSON.stringify(errors));
    const { nodes, hasNextPage, endCursor } = (data as { databaseRows: RowsPage }).databaseRows;
    met.push(...nodes.map(({ id }) => id));
    if (!hasNextPage) break;
    after = endCursor;
  }
  const whole = await database.query(
    `select id::text from work.db_rows where database_id = $1 order by data -> $2${direction === 'DESC' ? ' desc' : ''}, id`,
    [databaseId, column],
  );
  return String(met) === String(whole.map(({ id }) => id)) ? [] : [`rows by ${column} ${direction}`];
}

interface RowsPage {
  readonly nodes: readonly { id: string }[];
  readonly hasNextPage: boolean;
  readonly endCursor: string;
}
