/** Judges the answers to attacks: what a stranger got, against what it gets for an id that names nothing. */

import type { Tenant } from './attack-tenant.ts';
import type { As, TestAnswer, TestGateway } from './gateway.ts';

/** One request of an attack. */
export interface Attack {
  readonly name: string;
  readonly as: As;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** When something was made, by the clock of the database. */
const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g;

/** The answer, with ids, times and versions of rows masked: what was named is `<named>`, in order. */
export function maskAnswer({ status, text }: TestAnswer, named: readonly string[]): string {
  const masked = withPlainNodeIds(text)
    .replace(UUID, (id) => (named.includes(id) ? `<named ${named.indexOf(id)}>` : '<id>'))
    .replace(TIME, '<time>')
    .replace(/"(url|uploadUrl)":"[^"]*"/g, '"$1":"<url>"')
    .replace(/"(version|currentVersion)":\d+/g, '"$1":0')
    .replace(/"lagSeconds":(?!0[,}])[\d.e-]+/g, '"lagSeconds":"<some>"');
  return `${status} ${masked}`;
}

/** Node ids hold the id of their record in base64. */
function withPlainNodeIds(text: string): string {
  return text.replace(/"nodeId":"([^"]+)"/g, (_, id) => `"nodeId":"${Buffer.from(id, 'base64url')}"`);
}

/** What of a tenant an answer shows beyond the ids that were named in the request. */
export function findShown(answer: TestAnswer, { ids, word }: Tenant, named: readonly string[] = []): string[] {
  const text = withPlainNodeIds(answer.text);
  const shown = Object.entries(ids).filter(([, id]) => text.includes(id) && !named.includes(id));
  return [...shown.map(([kind]) => `id of ${kind}`), ...(text.includes(word) ? ['a text'] : [])];
}

const TABLES = [
  'permissions',
  'invitations',
  'pages',
  'page_changes',
  'page_history',
  'history_changes',
  'blocks',
  'databases',
  'db_columns',
  'db_rows',
  'relations',
  'comments',
  'attachments',
  'templates',
  'search_index',
  'index_queue',
];

/** One line a table of the workspace that belongs to a space: how many rows of the tenant's it has, and what they hold. */
export async function digestOf(gateway: TestGateway, { ids }: Tenant): Promise<string> {
  const parts = TABLES.map((table) => digestSql(table, 'space_id'));
  const more = [digestSql('spaces', 'id'), digestSql('relations', 'to_space_id')];
  const [row] = await gateway.owner((client) =>
    client.query(`select ${[...parts, ...more].join(" || ' ' || ")} as digest`, [ids.space]),
  );
  return String(row?.digest);
}

/** A sentence for each table of the workspace that no digest covers, and that belongs to a space all the same. */
export async function findUncovered(gateway: TestGateway): Promise<string[]> {
  const rows = await gateway.owner((client) =>
    client.query(
      `select distinct c.table_name::text as name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'work' and c.column_name = 'space_id' and t.table_type = 'BASE TABLE'
        and c.table_name <> all ($1::text[])`,
      [TABLES],
    ),
  );
  return rows.map(
    ({ name }) =>
      `No digest covers work.${name}, which belongs to a space: add it to TABLES in test/support/attack-answers.ts.`,
  );
}

function digestSql(table: string, column: string): string {
  return `(select format('${table} %s %s', count(*), md5(string_agg(to_jsonb(t)::text, ',' order by to_jsonb(t)::text)))
    from work.${table} t where t.${column} = $1::uuid)`;
}
