/**
 * Plan → one SQL statement of one row and one column: the answer's own JSON text.
 *
 * `concat` over scalar subqueries: measured faster than `json_build_object` and `row_to_json`, it keeps the
 * order of a limited subquery by construction, takes aliases of any length, and writes no white space, so that
 * the bytes equal those of `JSON.stringify` over the same tree.
 */
import type { Bound } from '../plan/bind.ts';
import type { LeafField } from '../plan/catalog.ts';
import { orderSignature } from '../plan/cursor.ts';
import {
  type ConnectionSlot,
  type EdgeSlot,
  type ListPlan,
  type ObjectPlan,
  objectsOf,
  type PageInfoSlot,
  type Slot,
} from '../plan/plan.ts';
import type { RootPlan } from '../plan/root.ts';
import { quoteName } from '../quote.ts';
import { fromById, readKey } from './by-id.ts';
import { CURSOR_MARKS } from './cursor-spans.ts';
import { countRows, type ListSource, selectRows } from './list.ts';
import { createSql, type Sql } from './sql.ts';

/** A statement whose only value is JSON text, and the values of its parameters. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** JSON that stands before and after the value: in the statement it would cost one more copy of the whole answer. */
  readonly around?: readonly [before: string, after: string];
  /** Whether the value holds cursors between marks, which `sealSpans` seals. */
  readonly hasCursors?: boolean;
}

/** Which lane a statement renders for: the ordinary one parses the text, so stored JSON travels in it as a string. */
export type Lane = 'passthrough' | 'ordinary';

/**
 * Byte that stands where a value comes back that the SDL's type cannot say: a null for a field that is never null, a text
 * that is none of the enum's, an infinite time. The passthrough lane that finds it answers by the ordinary lane instead,
 * which reports it as the specification says.
 * A control character: JSON text holds none as it is, so that no stored text can bring it.
 */
export const VIOLATION = 1;
const VIOLATION_SQL = 'chr(1)';

/** Compiles a root plan of `ops` or `work` for what one request asks. @throws GatewayError for arguments at fault. */
export function compileStatement(plan: RootPlan, bound: Bound, lane: Lane): Statement {
  const sql = createSql();
  const rendering = { sql, bound, lane };
  if (plan.kind === 'groups') throw new TypeError(`${plan.type.name} is not stored in Odoo: it has no groups`);
  const rendered =
    plan.kind === 'list' ? renderRootList(rendering, plan.list) : { text: renderLookup(rendering, plan) };
  return { ...rendered, ...finish(sql) };
}

/** What a statement is beside its text, once that is complete. */
export function finish({ values, hasCursors }: Sql): Pick<Statement, 'values' | 'hasCursors'> {
  return { values, hasCursors };
}

/** What the rendering of one statement shares. */
export interface Rendering {
  readonly sql: Sql;
  readonly bound: Bound;
  readonly lane: Lane;
}

function renderLookup(rendering: Rendering, plan: RootPlan & { kind: 'lookup' }): string {
  const id = readKey(plan, rendering.bound.read(plan.id));
  const alias = rendering.sql.alias();
  const record = concat(renderObject(rendering, plan.object, alias));
  return `select coalesce((select ${record} ${fromById(plan.type, alias, rendering.sql.bind(id))}), 'null')`;
}

/** The record of the row `alias` as JSON text, in parts for `concat`. */
export function renderObject(rendering: Rendering, object: ObjectPlan, alias: string): Parts {
  const parts = objectParts(object.slots.map((slot) => [slot.key, renderSlot(rendering, slot, alias)]));
  if (rendering.lane === 'ordinary') return parts;
  const violations = object.slots.flatMap((slot) => (slot.kind === 'leaf' ? violationsOf(slot.field, alias) : []));
  if (violations.length === 0) return parts;
  // One look at all of them: `concat` takes each as it stands and leaves out a null.
  return [...parts, `case when ${violations.join(' or ')} then ${VIOLATION_SQL} end`];
}

/** SQL conditions on the leaf's column that its field cannot answer: null where it is required, and what its scalar cannot say. */
function violationsOf(field: LeafField, alias: string): string[] {
  const column = columnOf(field, alias);
  const isNull = field.nullable || showsViolation(field) ? [] : [`${column} is null`];
  if (field.scalar === 'Date' || field.scalar === 'DateTime')
    return [...isNull, `${column} < '0001-01-01' or ${column} >= '10000-01-01'`];
  if (field.scalar === 'Decimal') return [...isNull, `${column}::numeric in ('NaN', 'Infinity', '-Infinity')`];
  return isNull;
}

function isRequired(field: LeafField, lane: Lane): boolean {
  return !field.nullable && lane === 'passthrough';
}

/** Whether the rendered leaf marks a null by itself. */
function showsViolation({ scalar, stored }: LeafField): boolean {
  return scalar === 'JSON' || stored !== null;
}

function columnOf({ column }: { column: string }, alias: string): string {
  return `${alias}.${quoteName(column)}`;
}

function renderSlot(rendering: Rendering, slot: Slot, alias: string): Parts {
  switch (slot.kind) {
    case 'typename':
      return [`'"${slot.value}"'`];
    case 'leaf':
      return renderLeaf(slot.field, alias, rendering.lane);
    case 'link':
      return [`coalesce(to_json(${alias}.${quoteName(slot.field.column)})::text, 'null')`];
    case 'file': {
      const [path, name] = slot.columns.map((column) => `${alias}.${quoteName(column)}`);
      return [
        `case when ${path} is null then 'null' else json_build_object('path', ${path}, 'name', ${name})::text end`,
      ];
    }
    case 'odooRecord': {
      const column = `${alias}.${quoteName(slot.column)}`;
      return [`case when ${column} ? 'model' then ${column}::text else 'null' end`];
    }
    case 'asOf':
    case 'refused':
      return [`'null'`];
    case 'one': {
      const inner = rendering.sql.alias();
      const record = concat(renderObject(rendering, slot.object, inner));
      const column = `${alias}.${quoteName(slot.field.column)}`;
      return [`coalesce((select ${record} ${fromById(slot.object.type, inner, column)}), 'null')`];
    }
    case 'many':
      return renderList(rendering, slot.list, { foreign: slot.field.foreign as string, parent: alias });
  }
}

const TEXTS = new Set(['ID', 'Decimal', 'NodeId']);

/** `encodeNodeId` in SQL. */
function renderNodeId(type: string, column: string): string {
  return renderBase64Url(`'${type}:' || ${column}`);
}

/** The leaf as JSON text. A null is `null`, and where the field is required nothing. */
function renderLeaf(field: LeafField, alias: string, lane: Lane): Parts {
  const column = field.nodeType ? renderNodeId(field.nodeType, columnOf(field, alias)) : columnOf(field, alias);
  const isText = TEXTS.has(field.scalar);
  if (field.scalar === 'JSON') return [renderStoredJson(field, column, lane)];
  if (field.stored && lane === 'passthrough') return renderName([...field.stored.keys()], column, field.nullable);
  if (isRequired(field, lane)) return isText ? [`'"'`, column, `'"'`] : [renderValue(field, column)];
  return [`coalesce(${isText ? `'"' || ${column} || '"'` : renderValue(field, column)}, 'null')`];
}

/** The value as JSON holds it. */
function renderValue(field: LeafField, column: string): string {
  switch (field.scalar) {
    case 'Int':
    case 'ByteCount':
    case 'Boolean':
      return `${column}::text`;
    case 'DateTime':
      // The session's time zone is UTC.
      return `replace(to_json(${column})::text, '+00:00', 'Z')`;
    default:
      return `to_json(${column})`;
  }
}

/**
 * An enum's name as it is stored: a look at the names is cheaper than `to_json`, and any other text goes to the lane
 * that reports it.
 */
function renderName(names: readonly string[], column: string, nullable: boolean): Parts {
  const isName = `${column}::text in (${names.map((name) => `'${name}'`).join(', ')})`;
  if (!nullable) return [`'"'`, `case when ${isName} then ${column}::text else ${VIOLATION_SQL} end`, `'"'`];
  return [
    `case when ${column} is null then 'null' when ${isName} then '"' || ${column} || '"' else ${VIOLATION_SQL} end`,
  ];
}

/** JSON's own null is a null to a client, like SQL's. */
function renderStoredJson(field: LeafField, column: string, lane: Lane): string {
  const text = `nullif(${column}::text, 'null')`;
  if (lane === 'ordinary') return `coalesce('{"$raw":' || to_json(${text}) || '}', 'null')`;
  return field.nullable ? `coalesce(${column}::text, 'null')` : `coalesce(${text}, ${VIOLATION_SQL})`;
}

function renderRootList(rendering: Rendering, list: ListPlan): Pick<Statement, 'text' | 'around'> {
  const { parts, from } = renderConnection(rendering, list, null);
  const [before = '', value, after = '', ...more] = mergeConstants(parts);
  if (from === '' || value === undefined || more.length > 0 || !CONSTANT.test(before) || !CONSTANT.test(after))
    return { text: `select ${concat(parts)}${from}` };
  return { text: `select ${value}${from}`, around: [before.slice(1, -1), after.slice(1, -1)] };
}

/** A list of the row above as the JSON text of its connection. */
export function renderList(rendering: Rendering, list: ListPlan, parent: ListSource['parent']): Parts {
  const { parts, from } = renderConnection(rendering, list, parent);
  return from === '' ? parts : [`(select ${concat(parts)}${from})`];
}

/** A connection's parts, and where the aggregates among them read from; `parent` ties it to the row above. */
function renderConnection(
  rendering: Rendering,
  list: ListPlan,
  parent: ListSource['parent'],
): { readonly parts: Parts; readonly from: string } {
  const page = rendering.bound.read(list.page);
  const columns = objectsOf(list).flatMap(readColumns);
  const source: ListSource = {
    sql: rendering.sql,
    type: list.type,
    page,
    columns,
    isStatic: list.page.isStatic,
    parent,
  };
  // One record more than the page tells whether there is another page.
  const looksAhead = list.slots.some(
    (slot) => slot.kind === 'pageInfo' && slot.slots.some(({ kind }) => kind.startsWith('has')),
  );
  const alias = rendering.sql.alias();
  const kept = once(() => ` filter (where ${alias}.row_ <= ${rendering.sql.bind(page.limit)})`);
  const reading = list.slots.filter((slot) => readsRows(slot, page.backward));
  const from = () => ` from ${selectRows(source, looksAhead)} ${alias}`;
  // One aggregate alone is a subquery in its place, and its text is not copied into another one. The root's aggregates
  // are the statement's own: out of a subquery the whole answer would be copied once more.
  const isAlone = parent !== null && reading.length === 1 && reading[0]?.kind !== 'pageInfo';
  const scope = { rendering, source, alias, kept: looksAhead ? kept : () => '', from: isAlone ? from : null };
  const parts = objectParts(list.slots.map((slot) => [slot.key, renderConnectionSlot(scope, slot)]));
  // Without an aggregate a row each would come back instead of one object.
  return { parts, from: reading.length === 0 || isAlone ? '' : from() };
}

/** The columns of its row that an object is rendered from; a list below goes by the row's id. */
function readColumns({ slots }: ObjectPlan): string[] {
  return slots.flatMap((slot) => {
    if (slot.kind === 'file') return slot.columns;
    if (slot.kind === 'odooRecord') return [slot.column];
    return slot.kind === 'leaf' || slot.kind === 'one' || slot.kind === 'link' ? [slot.field.column] : [];
  });
}

function once(make: () => string): () => string {
  let made: string | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Whether the slot is an aggregate over the page's rows. */
function readsRows(slot: ConnectionSlot, backward: boolean): boolean {
  if (slot.kind === 'pageInfo') {
    const constants = ['typename', backward ? 'hasNextPage' : 'hasPreviousPage'];
    return slot.slots.some(({ kind }) => !constants.includes(kind));
  }
  return slot.kind === 'nodes' || slot.kind === 'edges';
}

interface ListScope {
  readonly rendering: Rendering;
  readonly source: ListSource;
  readonly alias: string;
  /** Keeps an aggregate to the page where one record more was fetched. A function: an unused parameter has no type. */
  readonly kept: () => string;
  /** Where the only aggregate reads its rows from; null where several share them. */
  readonly from: (() => string) | null;
}

function renderConnectionSlot(scope: ListScope, slot: ConnectionSlot): Parts {
  const { rendering, source, alias } = scope;
  switch (slot.kind) {
    case 'typename':
      return [`'"${slot.value}"'`];
    case 'nodes':
      return arrayParts(scope, renderObject(rendering, slot.object, alias));
    case 'edges':
      return arrayParts(scope, objectParts(slot.slots.map((edge) => [edge.key, renderEdgeSlot(scope, edge)])));
    case 'pageInfo':
      return objectParts(slot.slots.map((info) => [info.key, [renderPageInfoSlot(scope, info)]]));
    case 'totalCount':
      return [countRows(source)];
  }
}

function renderEdgeSlot(scope: ListScope, slot: EdgeSlot): Parts {
  if (slot.kind === 'typename') return [`'"${slot.value}"'`];
  if (slot.kind === 'cursor') return [`'"'`, renderCursor(scope), `'"'`];
  return renderObject(scope.rendering, slot.object, scope.alias);
}

function renderPageInfoSlot(scope: ListScope, slot: PageInfoSlot): string {
  const { source, kept } = scope;
  const { page } = source;
  const more = () => `(count(*) > ${source.sql.bind(page.limit)})::text`;
  const behind = `'${page.cursor !== null}'`;
  const cursors = () => `array_agg(${renderCursor(scope)})${kept()}`;
  switch (slot.kind) {
    case 'typename':
      return `'"${slot.value}"'`;
    case 'hasNextPage':
      return page.backward ? behind : more();
    case 'hasPreviousPage':
      return page.backward ? more() : behind;
    case 'startCursor':
      return `coalesce('"' || (${cursors()})[1] || '"', 'null')`;
    case 'endCursor':
      return `coalesce('"' || (${cursors()})[(count(*)${kept()})::int] || '"', 'null')`;
  }
}

/** `writeCursor` in SQL, between marks. */
function renderCursor({ rendering, source, alias }: ListScope): string {
  rendering.sql.hasCursors = true;
  const { type, order } = source.page;
  const values = order.map(
    ({ field }) => `',', coalesce(to_json(${cursorValue(field, `${alias}.${quoteName(field.column)}`)})::text, 'null')`,
  );
  const head = `'["${type}","${orderSignature(order)}"'`;
  return `concat(${CURSOR_MARKS.begin}, ${head}, ${values.join(', ')}, ']', ${CURSOR_MARKS.end})`;
}

function renderBase64Url(text: string): string {
  return `translate(encode(convert_to(${text}, 'UTF8'), 'base64'), E'+/=\\n', '-_')`;
}

/** A numeric goes as text: JavaScript would round it on the way back. */
function cursorValue(field: LeafField, column: string): string {
  return field.scalar === 'Decimal' ? `${column}::text` : column;
}

/** SQL expressions whose texts, one after the other, are the JSON. */
export type Parts = readonly string[];

function objectParts(entries: readonly (readonly [string, Parts])[]): Parts {
  const parts = entries.flatMap(([key, value], index) => [`'${index === 0 ? '{' : ','}"${key}":'`, ...value]);
  return entries.length === 0 ? [`'{}'`] : [...parts, `'}'`];
}

function arrayParts({ kept, from }: ListScope, element: Parts): Parts {
  const elements = `string_agg(${concat(element)}, ',')${kept()}`;
  return [`'['`, from ? `(select ${elements}${from()})` : elements, `']'`];
}

/** Postgres takes 100 arguments a call. */
const MAX_CONCAT_PARTS = 90;

/** One `concat` as flat as can be: each nested one would copy the text once more. */
export function concat(parts: Parts): string {
  const merged = mergeConstants(parts);
  if (merged.length === 1) return String(merged[0]);
  if (merged.length <= MAX_CONCAT_PARTS) return `concat(${merged.join(', ')})`;
  const chunks = Array.from({ length: Math.ceil(merged.length / MAX_CONCAT_PARTS) }, (_, index) =>
    merged.slice(index * MAX_CONCAT_PARTS, (index + 1) * MAX_CONCAT_PARTS),
  );
  return concat(chunks.map((chunk) => `concat(${chunk.join(', ')})`));
}

/** A constant without a quote in it: names of the SDL and JSON's own signs have none. */
const CONSTANT = /^'[^']*'$/;

function mergeConstants(parts: Parts): string[] {
  const merged: string[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (last !== undefined && CONSTANT.test(last) && CONSTANT.test(part))
      merged[merged.length - 1] = last.slice(0, -1) + part.slice(1);
    else merged.push(part);
  }
  return merged;
}
