/** What the gateway shows a user of one type of Odoo, compared with what Odoo itself shows to that user. */
import type { Catalog } from '../../src/plan/catalog.ts';
import { pick } from '../support/gateway.ts';
import type { Executing } from '../support/odoo-walk.ts';
import { type ComparedType, LISTED_RECORDS, type OwnRecord, type Truth } from './identity-truth.ts';

/** What was compared, and what was not the same. */
export interface Tally {
  rows: number;
  values: number;
  /** Shown, and Odoo does not show it to this user. */
  readonly shown: string[];
  /** Odoo shows it to this user, and it was not answered, or otherwise. */
  readonly missing: string[];
}

/** One user and one type. */
export interface Asked {
  readonly gateway: Executing;
  readonly catalog: Catalog;
  /** Who asks, for a message. */
  readonly who: string;
  readonly as: string;
  readonly compared: ComparedType;
  readonly truth: Truth;
  /** The same user's, by model. */
  readonly truths: ReadonlyMap<string, Truth>;
  /** Ids that some user sees. */
  readonly anybodys: readonly number[];
  readonly tally: Tally;
}

type Node = Readonly<Record<string, unknown>> & { readonly id: string };

/** Errors that say that Odoo refuses something, or lacks it. */
const REFUSALS = ['FORBIDDEN', 'NOT_CONFIGURED'];

/** Lists with counts, links and values; groups; lists of records; by id. */
export const QUESTIONS: readonly ((asked: Asked) => Promise<void>)[] = [askList, askGroups, askLists, askById];

async function run({ gateway, as, who, compared, tally }: Asked, query: string, variables = {}) {
  const answer = await gateway.execute(query, { as, variables });
  for (const { code, message } of (answer.errors ?? []).map((error) => ({ ...error, code: error.extensions.code })))
    if (!REFUSALS.includes(String(code))) tally.missing.push(`${who}, ${compared.list}: ${code} ${message}`);
  return answer.data;
}

async function askList(asked: Asked): Promise<void> {
  const { compared, truth, who, tally } = asked;
  const { list, leaves, ones, type } = compared;
  const at = `${who}, ${list}`;
  const leafNames = leaves.map(({ name }) => name).join(' ');
  const links = ones.map(({ name }) => `${name} { id writeDate }`).join(' ');
  const query = `query ($after: String) { ${list}(first: 100, after: $after, filter: { id: { isNull: false } }, orderBy: [{ field: ID }])
    { totalCount pageInfo { hasNextPage endCursor } nodes { id ${leafNames} ${links} } } }`;
  const nodes: Node[] = [];
  for (let after: unknown = null, more = true; more; ) {
    const found = pick(await run(asked, query, { after }), list) as Record<string, unknown> | null | undefined;
    if (!found) break;
    nodes.push(...(found.nodes as Node[]));
    ({ hasNextPage: more, endCursor: after } = found.pageInfo as { hasNextPage: boolean; endCursor: string });
    if (found.totalCount !== truth.records?.size)
      tally.missing.push(`${at}: counts ${found.totalCount} of ${truth.records?.size}`);
  }
  compareIds(
    asked,
    at,
    nodes.map(({ id }) => Number(id)),
    [...(truth.records?.keys() ?? [])],
  );
  for (const node of nodes) {
    const own = truth.records?.get(Number(node.id));
    if (own) compareNode(asked, `${type.name} ${node.id}`, node, own);
  }
}

function compareIds({ tally }: Asked, at: string, shown: readonly number[], own: readonly number[]): void {
  const [mine, theirs] = [new Set(own), new Set(shown)];
  tally.rows += shown.length;
  for (const id of theirs) if (!mine.has(id)) tally.shown.push(`${at}: ${id}`);
  for (const id of mine) if (!theirs.has(id)) tally.missing.push(`${at}: ${id}`);
  if (theirs.size !== shown.length) tally.missing.push(`${at}: a record twice`);
}

function compareNode(
  { compared, truth, truths, catalog, who, tally }: Asked,
  at: string,
  node: Node,
  own: OwnRecord,
): void {
  for (const { name, column } of compared.leaves) {
    const value = node[name];
    if (!truth.fields.has(column) && value !== null) tally.shown.push(`${who}, ${at}: ${name}`);
    if (!(column in own)) continue;
    tally.values += 1;
    const shown = own[column] === false && typeof value !== 'boolean' ? null : own[column];
    if (value !== shown) tally.missing.push(`${who}, ${at}: ${name} is ${String(value)}, not ${String(shown)}`);
  }
  for (const { name, column, target } of compared.ones) {
    if (!(column in own)) continue;
    tally.values += 1;
    const found = node[name] as { id: string; writeDate: string | null } | null;
    const id = Number([own[column] || 0].flat()[0]);
    const sees = id > 0 && (truths.get(String(catalog.get(target)?.source))?.visible.has(id) ?? false);
    if (found?.writeDate && !sees) tally.shown.push(`${who}, ${at}: ${name} ${found.id}`);
    if (sees && Number(found?.id) !== id) tally.missing.push(`${who}, ${at}: ${name} ${id}`);
    if (sees && !found?.writeDate) tally.missing.push(`${who}, ${at}: when ${name} ${id} was written`);
  }
}

async function askGroups(asked: Asked): Promise<void> {
  const { compared, truth, who, tally } = asked;
  const { groups, groupBy } = compared;
  if (!groupBy) return;
  const { key, field } = groupBy;
  const query = `{ ${groups}(groupBy: [{ field: ${key} }], first: 1000) { count keys { ${field.name} { id } } } }`;
  const found = pick(await run(asked, query), groups) as
    | { count: number; keys: Record<string, { id: string } | null> }[]
    | null;
  const at = `${who}, ${groups} by ${key}`;
  const shown = new Map((found ?? []).map(({ count, keys }) => [Number(keys[field.name]?.id ?? 0), count]));
  tally.rows += shown.size;
  for (const [id, count] of shown) if (truth.groups?.get(id) !== count) tally.shown.push(`${at}: ${count} of ${id}`);
  for (const [id, count] of truth.groups ?? [])
    if (shown.get(id) !== count) tally.missing.push(`${at}: ${count} of ${id}`);
}

async function askLists(asked: Asked): Promise<void> {
  const { compared, truth, truths, catalog, who, tally } = asked;
  const { list, manys, type } = compared;
  const ids = [...(truth.records?.keys() ?? [])].slice(0, LISTED_RECORDS);
  if (ids.length === 0 || manys.length === 0) return;
  const lists = manys.map(({ name }) => `${name}(first: 100) { nodes { id writeDate } }`).join(' ');
  const query = `query ($ids: [ID!]) { ${list}(first: ${ids.length}, filter: { id: { in: $ids } }) { nodes { id ${lists} } } }`;
  const nodes = (pick(await run(asked, query, { ids: ids.map(String) }), `${list}.nodes`) ?? []) as Node[];
  for (const node of nodes) {
    for (const { name, column, target } of manys) {
      const visible = truths.get(String(catalog.get(target)?.source))?.visible;
      const shown = (pick(node, `${name}.nodes`) ?? null) as { id: string; writeDate: string | null }[] | null;
      const own = truth.lists.get(String(column))?.get(Number(node.id));
      const at = `${who}, ${type.name} ${node.id}: ${name}`;
      tally.rows += shown?.length ?? 0;
      const read = (shown ?? []).filter(({ writeDate }) => writeDate !== null).map(({ id }) => Number(id));
      // Beside other lists Odoo has been seen to add archived records to one: those that the user may read are no leak.
      for (const id of read) if (!own?.includes(id) && !visible?.has(id)) tally.shown.push(`${at} ${id}`);
      for (const id of (own ?? []).slice(0, 100))
        if (own && own.length <= 100 && !read.includes(id)) tally.missing.push(`${at} ${id}`);
    }
  }
}

/** Records that others see too: of each that Odoo hides from this user it is told that it is hidden. */
async function askById(asked: Asked): Promise<void> {
  const { compared, truth, anybodys, who, tally } = asked;
  const { lookup, type } = compared;
  for (let from = 0; from < anybodys.length; from += 25) {
    const some = anybodys.slice(from, from + 25);
    const query = `{ ${some.map((id) => `r${id}: ${lookup}(id: "${id}") { id writeDate }`).join('\n')} }`;
    const data = await run(asked, query);
    for (const id of some) {
      const found = pick(data, `r${id}`) as { writeDate: string } | null | undefined;
      tally.rows += 1;
      if (found && !truth.visible.has(id)) tally.shown.push(`${who}, ${type.name} by id ${id}`);
      if (!found && truth.visible.has(id)) tally.missing.push(`${who}, ${type.name} by id ${id}`);
    }
  }
}
