/** The arguments of a list (`first after last before filter search orderBy`) → what a surface needs to fetch one page. */
import { type FieldNode, type GraphQLField, getArgumentValues, Kind, type ValueNode, visit } from 'graphql';
import { badInput, limitExceeded } from '../errors.ts';
import { toEnumName } from '../sdl/derive.ts';
import { type Asked, ask } from './bind.ts';
import { type Catalog, idField, type OrderTerm, type StoredType } from './catalog.ts';
import { type Condition, enteredBy, readConditions } from './condition.ts';
import { type CursorValue, openCursor, readCursor } from './cursor.ts';
import { relationOrder, withTiebreak } from './order.ts';
import type { Seal } from './seal.ts';

/** What lists are read with. */
export interface ListReading {
  readonly catalog: Catalog;
  /** Seals and opens cursors. */
  readonly seal: Seal;
}

/** One page of a list. */
export interface ListPage {
  /** Name of the type of its records. */
  readonly type: string;
  /** How many records the page holds at most, 0 to 100. */
  readonly limit: number;
  /** Whether the page is counted from the end of the list; its records are still answered in `order`. */
  readonly backward: boolean;
  /** Order keys of the record that the page begins after (before, where `backward`). */
  readonly cursor: readonly CursorValue[] | null;
  /** The kind of viewer that the cursor was given to, and is good for; null without one. */
  readonly cursorScope: string | null;
  readonly condition: Condition | null;
  /** Ends with `id`. */
  readonly order: readonly OrderTerm[];
  /** Coordinates of the relations that the filter and the order that was asked for go through, e.g. `Project.manager`. */
  readonly entered: readonly string[];
}

/** Coerced arguments of a connection field. */
export type ListArguments = Readonly<Record<string, unknown>>;

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;
const MAX_ORDER = 20;

/**
 * The coerced arguments of a field, read once a request.
 *
 * Reading them throws a GatewayError `BAD_USER_INPUT` for a filter that names a variable which is not given.
 */
export function askArguments(field: GraphQLField<unknown, unknown>, node: FieldNode): Asked<ListArguments> {
  return ask(isStatic(node), ({ variables }) => readArguments(field, node, variables));
}

function isStatic(node: FieldNode): boolean {
  let fixed = true;
  for (const argument of node.arguments ?? []) {
    visit(argument, {
      [Kind.VARIABLE]: () => {
        fixed = false;
      },
    });
  }
  return fixed;
}

function readArguments(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: ListArguments,
): ListArguments {
  refuseLeftOut(node, variables);
  return getArgumentValues(field, node, variables);
}

/**
 * By the specification `{ eq: $id }` without `$id` is `{}`, which every record satisfies: one that was forgotten would
 * answer everything. The whole filter as a variable may be left out.
 */
export function refuseLeftOut({ arguments: given = [] }: FieldNode, variables: ListArguments): void {
  const filter = given.find(({ name }) => name.value === 'filter');
  if (filter && filter.value.kind !== Kind.VARIABLE) refuseLeftOutIn(filter.value, 'filter', variables);
}

function refuseLeftOutIn(value: ValueNode, path: string, variables: ListArguments): void {
  if (value.kind === Kind.VARIABLE && !(value.name.value in variables))
    throw badInput(path, `is $${value.name.value}, which is not given: leave the filter out, or give it a value`);
  if (value.kind === Kind.LIST) for (const item of value.values) refuseLeftOutIn(item, path, variables);
  if (value.kind !== Kind.OBJECT) return;
  for (const { name, value: inner } of value.fields) refuseLeftOutIn(inner, `${path}.${name.value}`, variables);
}

/** @throws GatewayError `BAD_USER_INPUT` or `LIMIT_EXCEEDED` that names the argument at fault. */
export function readListPage({ catalog, seal }: ListReading, type: StoredType, args: ListArguments): ListPage {
  const backward = isGiven(args.last);
  if (backward && isGiven(args.first)) throw badInput('last', 'cannot stand beside "first"');
  const cursorName = backward ? 'before' : 'after';
  const otherName = backward ? 'after' : 'before';
  if (isGiven(args[otherName])) throw badInput(otherName, `goes with "${backward ? 'first' : 'last'}"`);
  const asked = readOrder(catalog, type, args.orderBy);
  const order = asked.length > 0 ? withTiebreak(asked, idField(type)) : type.order;
  const cursor = args[cursorName];
  const opened = isGiven(cursor) ? openCursor(seal, cursor as string, cursorName) : null;
  const condition = readConditions(catalog, type, args);
  return {
    type: type.name,
    limit: readLimit(backward ? 'last' : 'first', args),
    backward,
    cursor: opened && readCursor(opened, { type: type.name, order }, cursorName),
    cursorScope: opened?.scope ?? null,
    condition,
    order,
    entered: [...(condition ? enteredBy(condition, type.name) : []), ...asked.flatMap(({ entered = [] }) => entered)],
  };
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function readLimit(name: 'first' | 'last', args: ListArguments): number {
  const limit = (args[name] as number | null | undefined) ?? DEFAULT_LIMIT;
  if (limit < 0) throw badInput(name, 'must not be negative');
  if (limit > MAX_LIMIT)
    throw limitExceeded(name, `is ${limit}; at most ${MAX_LIMIT} records make a page: follow the cursors`);
  return limit;
}

/** The keys that are asked for; empty where the type's own order is wanted. */
function readOrder(catalog: Catalog, type: StoredType, orderBy: unknown): readonly OrderTerm[] {
  const asked = (orderBy ?? []) as readonly { field: string; direction: 'ASC' | 'DESC' }[];
  if (asked.length > MAX_ORDER)
    throw limitExceeded('orderBy', `has ${asked.length} keys, and ${MAX_ORDER} are the most`);
  return asked.flatMap(({ field, direction }) => orderTerms(catalog, type, field, direction === 'DESC'));
}

function orderTerms(catalog: Catalog, type: StoredType, enumName: string, descending: boolean): OrderTerm[] {
  for (const field of type.fields.values()) {
    if (toEnumName(field.name) !== enumName) continue;
    if (field.kind === 'leaf') return [{ field, descending }];
    if (field.kind === 'one') return relationOrder(catalog, type, field, descending);
  }
  throw badInput('orderBy', `cannot order ${type.name} by ${enumName}`);
}
