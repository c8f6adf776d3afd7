/** Asks the gateway and Odoo's own database for the ids that a filter finds, among the records that the reader sees. */
import { AssertionError } from 'node:assert';
import { withOwner } from '../../src/postgres/owner.ts';
import { type Filter, type Oracle, openOracle } from './odoo-oracle.ts';
import { type Executing, walkIds } from './odoo-walk.ts';
import { readLists, readTestSchema } from './schema.ts';
import { databaseUrl, stackVariable } from './stack.ts';

/** Two answers to one filter, each in ascending order. */
interface Compared {
  readonly found: readonly number[];
  readonly expected: readonly number[];
}

/** What the tests of filters ask. */
export interface FilterComparison {
  readonly oracle: Oracle;
  readonly compare: (type: string, filter: Filter) => Promise<Compared>;
  readonly expectSame: (type: string, filter: Filter) => Promise<void>;
}

/** Opens a comparison for the types named and the types that they lead to. */
export async function openComparison(gateway: Executing, names: readonly string[]): Promise<FilterComparison> {
  const built = readTestSchema();
  const { catalog } = built;
  const lists = readLists(built);
  const targets = names.flatMap((name) =>
    [...(catalog.get(name)?.fields.values() ?? [])].flatMap((field) => ('target' in field ? [field.target] : [])),
  );
  const all = [...new Set([...names, ...targets])].filter((name) => lists.has(name));
  const database = databaseUrl('MIGRATIONS_DATABASE_URL', stackVariable('ODOO_DB'));
  const oracle = await openOracle((work) => withOwner(database, work), catalog, all);
  let visible = await readVisible(gateway, lists, all);
  const compare = async (type: string, filter: Filter): Promise<Compared> => {
    const own = new Set(visible.get(type));
    const list = lists.get(type) as string;
    const found = (await walkIds(gateway, { list, type, filter })).filter((id) => own.has(id));
    const expected = await oracle.find(type, filter, (name) => visible.get(name) ?? []);
    return { found: found.sort((a, b) => a - b), expected };
  };
  const expectSame = async (type: string, filter: Filter): Promise<void> => {
    const first = await compare(type, filter);
    if (String(first.found) === String(first.expected)) return;
    // Somebody else may have written meanwhile: what the reader sees is read anew, once.
    visible = await readVisible(gateway, lists, all);
    const { found, expected } = await compare(type, filter);
    const notFound = expected.filter((id) => !found.includes(id));
    const notExpected = found.filter((id) => !expected.includes(id));
    if (notFound.length + notExpected.length === 0) return;
    const told = { filter, found: found.length, expected: expected.length, notFound, notExpected };
    throw new AssertionError({ message: `${type} ${JSON.stringify(told)}` });
  };
  return { oracle, compare, expectSame };
}

async function readVisible(gateway: Executing, lists: ReadonlyMap<string, string>, names: readonly string[]) {
  const visible = new Map<string, readonly number[]>();
  for (const type of names) {
    const list = lists.get(type) as string;
    visible.set(type, await walkIds(gateway, { list, type, archived: true, orderBy: [{ field: 'ID' }] }));
  }
  return visible;
}
