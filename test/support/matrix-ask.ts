/** Asks the cells of the matrix through the gateway, and undoes what they write: each finds the world as it was made. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { isInputObjectType } from 'graphql';
import type { PostgresSource } from '../../src/postgres/source.ts';
import type { TestAnswer, TestGateway } from './gateway.ts';
import { inputTypeOf, type MatrixField } from './matrix-fields.ts';
import { type MatrixViewer, USERS } from './matrix-viewers.ts';
import type { MatrixObject, World } from './matrix-world.ts';
import { readOwnSdl } from './own-sdl.ts';

/** One cell. */
export interface Cell {
  readonly viewer: MatrixViewer;
  readonly field: MatrixField;
  readonly object: MatrixObject;
}

/** What came of a cell: `shown`, `not shown`, `written`, `nothing written`, or the code of a refusal. */
export interface Answered {
  readonly cell: Cell;
  readonly outcome: string;
  /** For people, where something is not as expected. */
  readonly text: string;
}

interface Note {
  /** Rows that were changed in a transaction that would have been committed, by table. */
  written: Readonly<Record<string, number>>;
}

const notes = new AsyncLocalStorage<Note>();

class RolledBack extends Error {
  readonly result: unknown;
  readonly written: Note['written'];
  constructor(result: unknown, written: Note['written']) {
    super('rolled back');
    this.result = result;
    this.written = written;
  }
}

/** That an agent asked, and by which key, is noted in any case. */
const WRITTEN_SQL = `select coalesce(json_object_agg(schemaname || '.' || relname, n_tup_ins + n_tup_upd + n_tup_del), '{}')::text
  from pg_stat_xact_user_tables where schemaname in ('ops', 'odoo', 'odoo_seed', 'catalog', 'work') and relname not in ('agent_usage', 'idempotency_keys') and n_tup_ins + n_tup_upd + n_tup_del > 0`;

/** A source of which no transaction is committed; what it would have changed is noted for the cell that asked. */
export function undoing(source: PostgresSource): PostgresSource {
  return {
    ...source,
    transact: async (viewer, work) => {
      const note = notes.getStore();
      try {
        return await source.transact(viewer, async (run) => {
          const result = await work(run);
          const written = JSON.parse(String(await run({ text: WRITTEN_SQL, values: [] }))) as Note['written'];
          throw new RolledBack(result, written);
        });
      } catch (error) {
        if (!(error instanceof RolledBack)) throw error;
        if (note) note.written = error.written;
        return error.result as never;
      }
    },
  };
}

/** Cells at once: as many as there are connections. */
const AT_ONCE = 4;
/** Root fields of one document: few enough for its tokens, and for Odoo's queue. */
const FIELDS_AT_ONCE = 15;

/**
 * Queries of one viewer, object and surface go as one document, by aliases; each mutation alone.
 *
 * @param together Mutations too: where none of them comes to a database. `isDry`: mutations are dry runs.
 */
export async function askCells(
  gateway: TestGateway,
  world: World,
  cells: readonly Cell[],
  { together = false, isDry = false } = {},
): Promise<Answered[]> {
  const groups = new Map<string, Cell[]>();
  const requests: (readonly Cell[])[] = [];
  for (const cell of cells) {
    const { viewer, object, field } = cell;
    const key = `${viewer.name} ${object} ${field.root} ${field.surface}`;
    if (field.root === 'mutation' && !together) requests.push([cell]);
    else groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  for (const group of groups.values())
    for (let n = 0; n < group.length; n += FIELDS_AT_ONCE) requests.push(group.slice(n, n + FIELDS_AT_ONCE));
  const answered: Answered[] = [];
  const queue = requests.values();
  const work = async () => {
    for (const request of queue) answered.push(...(await askTogether(gateway, world, request, isDry)));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return answered;
}

async function askTogether(
  gateway: TestGateway,
  world: World,
  cells: readonly Cell[],
  isDry: boolean,
): Promise<Answered[]> {
  const [first] = cells as readonly [Cell];
  const { viewer, field, object } = first;
  const side = world[object];
  const options = { ...(viewer.token !== null && { token: viewer.token }) };
  const note: Note = { written: {} };
  const ask = (query: string, variables: Record<string, unknown> = {}) =>
    notes.run(note, () => gateway.execute(query, { ...options, variables }));
  const fields = cells.map((cell, n) => `f${n}: ${cell.field.text(side, `$i${n}`, isDry)}`);
  if (field.root === 'query') {
    const answer = await ask(`{ ${fields.join('\n')} }`);
    return cells.map((cell, n) => ({ cell, outcome: outcomeOfRead(answer, `f${n}`), text: describe(answer, `f${n}`) }));
  }
  const given = cells.flatMap((cell, n) => (cell.field.input(side) === null ? [] : [{ cell, name: `i${n}` }]));
  const types = given.map(({ cell, name }) => `$${name}: ${inputTypeOf(cell.field.name)}`);
  const inputs = given.map(({ cell, name }) => [name, inputOf(cell, side)] as const);
  const variables = types.length > 0 ? `(${types.join(', ')})` : '';
  const answer = await ask(`mutation ${variables} { ${fields.join('\n')} }`, Object.fromEntries(inputs));
  return cells.map((cell, n) => ({
    cell,
    outcome: outcomeOfWrite(answer, `f${n}`, note),
    text: `${describe(answer, `f${n}`)} wrote ${JSON.stringify(note.written)}`,
  }));
}

const { schema } = readOwnSdl();
/** Mutations that take an idempotency key. */
const KEYED = new Set(
  Object.keys(schema.getMutationType()?.getFields() ?? {}).filter((name) => {
    const type = schema.getType(inputTypeOf(name)?.replace('!', '') ?? '');
    return isInputObjectType(type) && type.getFields().idempotencyKey !== undefined;
  }),
);

/** Who decides says so itself, but a service says for whom. An agent that writes for a user gives a key, where there is one. */
function inputOf({ viewer, field }: Cell, side: World[MatrixObject]) {
  const isFor = field.name === 'decideApproval' && viewer.viewer.kind === 'service';
  const isActing = viewer.viewer.kind === 'agent' && viewer.viewer.actsFor !== null;
  return {
    ...field.input(side),
    ...(isFor && { decidedBy: USERS.stranger }),
    ...(isActing && KEYED.has(field.name) && { idempotencyKey: randomUUID() }),
  };
}

function outcomeOfWrite(answer: TestAnswer, key: string, { written }: Note): string {
  const error = answer.errors?.find(({ path }) => path === undefined || path[0] === key);
  const rows = Object.values(written).reduce((sum, count) => sum + count, 0);
  if (error) return rows > 0 ? `written, and ${error.extensions.code}` : error.extensions.code;
  const payload = answer.data?.[key] as { userErrors: readonly { code: string }[] } | null | undefined;
  const [refusal] = payload?.userErrors ?? [];
  if (refusal) return rows > 0 ? `written, and ${refusal.code}` : refusal.code;
  return rows > 0 ? 'written' : 'nothing written';
}

function outcomeOfRead({ data, errors }: TestAnswer, key: string): string {
  const error = errors?.find(({ path }) => path === undefined || path[0] === key);
  if (error) return error.extensions.code;
  return isShown(data?.[key]) ? 'shown' : 'not shown';
}

/** Lists, however they are called, show something where they hold something; an object shows itself, and who asks by the kind. */
function isShown(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (typeof value === 'object' && 'kind' in value && 'groups' in value) return true;
  if (Array.isArray(value)) return value.some((item) => item !== null);
  const lists = Object.values(value as object).filter(Array.isArray);
  return lists.length === 0 || lists.some((list) => list.length > 0);
}

function describe({ data, errors }: TestAnswer, key: string): string {
  const own = errors?.filter(({ path }) => path === undefined || path[0] === key);
  return JSON.stringify({ data: data?.[key], errors: own }).slice(0, 400);
}
