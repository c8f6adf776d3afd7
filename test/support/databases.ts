/** A database of a test's own: Ana is admin of its space, Ben member, `EDITOR` editor, and Carla a stranger. */
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { pick, type TestAnswer, type TestGateway } from './gateway.ts';
import { mutate, type Payload } from './work-mutate.ts';
import { createWorkspace } from './work-pages.ts';

/** A user who is editor of the space. */
export const EDITOR = 'ed100000-0000-4000-8000-000000000009';

type Fields = Readonly<Record<string, unknown>>;

/** What each mutation answers with. */
const SELECT: Readonly<Record<string, string>> = {
  Row: 'row { id data version }',
  Rows: 'rows { id data version }',
  Column: 'column { id name type options database { version } }',
  Choice: 'column { id name type options database { version } }',
  Database: 'database { id title version archivedAt columns { nodes { name type options } } rows { nodes { data } } }',
};

/** One database and what a test asks of it. */
export interface TestDatabase {
  readonly id: string;
  readonly pageId: string;
  readonly spaceId: string;
  /** Runs a mutation; as the editor where nobody is named. */
  readonly run: (name: string, input: Fields, as?: string) => Promise<Payload>;
  /** Inserts rows, and gives their ids. */
  readonly insert: (...rows: readonly Fields[]) => Promise<readonly string[]>;
  /** Id of a column. */
  readonly columnId: (name: string) => Promise<string>;
  /** The cells of all rows, in order. */
  readonly cells: () => Promise<unknown>;
  /** `Query.databaseRows` with these arguments, as GraphQL text. */
  readonly query: (args: string, as?: string) => Promise<TestAnswer>;
}

/** Makes a space, a page and a database with these columns. */
export async function openDatabase(gateway: TestGateway, columns: readonly Fields[]): Promise<TestDatabase> {
  const workspace = createWorkspace(gateway, 'ana');
  const spaceId = await workspace.createSpace();
  const pageId = await workspace.createPage('With a database', { spaceId });
  for (const [userId, role] of [
    [DEMO_USERS.ben, 'MEMBER'],
    [EDITOR, 'EDITOR'],
  ])
    await mutate(gateway, 'ana', {
      name: 'grantPermission',
      input: { spaceId, userId, role },
      select: 'space: userErrors { code }',
    });
  const run: TestDatabase['run'] = (name, input, as = EDITOR) =>
    mutate(gateway, as, { name, input, select: selectionOf(name) });
  const made = await run('createDatabase', { pageId, title: 'Deals', columns });
  if (made.userErrors.length > 0) throw new Error(JSON.stringify(made.userErrors));
  const id = String(pick(made, 'database.id'));
  const ask = async (query: string) => (await gateway.execute(query, { as: EDITOR })).data;
  return {
    id,
    pageId,
    spaceId,
    run,
    insert: async (...rows) => {
      const payload = await run('insertDatabaseRows', { databaseId: id, rows });
      if (payload.userErrors.length > 0) throw new Error(JSON.stringify(payload.userErrors));
      return (payload.rows as { id: string }[]).map((row) => row.id);
    },
    columnId: async (name) => {
      const data = await ask(`{ database(id: "${id}") { columns { nodes { id name } } } }`);
      const found = pick(data, 'database.columns.nodes') as { id: string; name: string }[];
      return String(found.find((column) => column.name === name)?.id);
    },
    cells: async () => {
      const data = await ask(`{ database(id: "${id}") { rows(first: 100) { nodes { data } } } }`);
      return (pick(data, 'database.rows.nodes') as { data: unknown }[]).map((row) => row.data);
    },
    query: (args, as = EDITOR) =>
      gateway.execute(
        `{ databaseRows(databaseId: "${id}"${args && `, ${args}`}) { nodes { id data } hasNextPage endCursor } }`,
        { as },
      ),
  };
}

function selectionOf(name: string): string {
  if (name === 'removeDatabaseColumn' || name === 'deleteDatabaseRow') return SELECT.Database as string;
  return SELECT[name.replace(/^.*Database(?=Row|Rows|Column|Choice|$)/, '') || 'Database'] as string;
}
