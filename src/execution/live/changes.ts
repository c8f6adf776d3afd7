/** The root fields of `Subscription` that follow changes of records, by the transactions that made them. */
import { type GraphQLObjectType, getNamedType } from 'graphql';
import type { Context } from '../../context.ts';
import { badInput, GatewayError } from '../../errors.ts';
import type { Batch } from '../../live/follow.ts';
import type { ListPage } from '../../plan/arguments.ts';
import { ask } from '../../plan/bind.ts';
import type { StoredType } from '../../plan/catalog.ts';
import { collectSubfields } from '../../plan/collect.ts';
import { type Condition, enteredBy, readCondition } from '../../plan/condition.ts';
import type { FollowedChanges, FollowScope } from '../../plan/follows.ts';
import { readStoredId } from '../../plan/id.ts';
import { type ListPlan, type ObjectPlan, planObject } from '../../plan/plan.ts';
import {
  type ChangePosition,
  type ChangeSource,
  type ChangesAnswer,
  compileChanges,
  compileChangesStart,
} from '../../postgres/changes.ts';
import { FOLLOW_LIMIT } from '../../postgres/follow.ts';
import { readChangeCursor, writeChangeCursor } from './change-cursor.ts';
import { type Feed, type FeedField, type FeedRow, thingOf } from './feed.ts';
import { planTold } from './told.ts';
import { wakeKey } from './wakes.ts';

/** What the changes of a field are read with. */
interface ChangesReading {
  readonly followed: FollowedChanges;
  /** What to say where the viewer does not see what is followed, there or not. */
  readonly absent: string;
  /** Places that show a record. */
  readonly objects: number;
  readonly context: Context;
}

type ChangeSlot = { readonly key: string } & (
  | { readonly kind: 'typename' | 'cursor' }
  | { readonly kind: 'record'; readonly index: number }
);

/** After every row that one transaction changed. */
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** By the transactions that made them. @throws GatewayError naming the argument at fault. */
export function planChanges(
  followed: FollowedChanges,
  { planning, context, field, nodes, args }: FeedField,
): Feed<ChangePosition | null> {
  const { type, surface } = followed;
  const within = readScope(followed, args);
  const source: ChangeSource = { table: type.source, scope: within && { ...within.scope, id: within.id } };
  const absent = within ? `There is no ${thingOf(within.scope)} ${within.id}` : '';
  const change = getNamedType(field.type) as GraphQLObjectType;
  const objects: ObjectPlan[] = [];
  const slots = [...collectSubfields(planning, change.name, nodes)].map(([key, merged]): ChangeSlot => {
    const name = merged[0]?.name.value;
    if (name === '__typename') return { kind: 'typename', key };
    if (name === 'cursor') return { kind: 'cursor', key };
    return { kind: 'record', key, index: objects.push(planObject(planning, type, merged, 1)) - 1 };
  });
  const given = args.filter as Readonly<Record<string, unknown>> | null | undefined;
  const wanted = given ? readCondition(planning.catalog, type, given) : null;
  const told = followed.told && planTold(followed.told, followed, { catalog: planning.catalog, args });
  if (told) objects.push(told.object);
  const condition = both(told?.condition ?? null, wanted);
  const valueAt = <T>(slot: ChangeSlot, row: FeedRow, records: readonly T[]) => {
    if (slot.kind === 'record') return records[slot.index];
    return slot.kind === 'cursor' ? row.cursor : change.name;
  };
  return {
    surface,
    key: wakeKey(followed, within),
    objects,
    filter: wanted && filterList(type, wanted),
    told,
    origin: { xid: '0', id: LAST_ID },
    start: typeof args.after === 'string' ? readChangeCursor(context, followed.cursor, args.after) : null,
    compile: (pruned, after, rendered) =>
      after ? compileChanges(source, pruned, { after, condition }, rendered) : compileChangesStart(source),
    read: (answer, after) =>
      readChanges(answer as ChangesAnswer, after, { followed, absent, objects: objects.length, context }),
    toText: (row) => {
      const fields = slots.map((slot) => {
        const value = valueAt(slot, row, row.records);
        return `${JSON.stringify(slot.key)}:${slot.kind === 'record' ? value : JSON.stringify(value)}`;
      });
      return `{${fields.join(',')}}`;
    },
    toObject: (row, records) => Object.fromEntries(slots.map((slot) => [slot.key, valueAt(slot, row, records)])),
  };
}

/** What the field is narrowed to, by the one argument that says so; null where it has none. */
function readScope(
  { scopes, surface }: FollowedChanges,
  args: FeedField['args'],
): { readonly scope: FollowScope; readonly id: string } | null {
  const [first, ...others] = scopes;
  if (!first) return null;
  const given = scopes.filter(({ argument }) => args[argument] != null);
  const [scope] = given;
  if (!scope || given.length > 1) {
    const names = others.map(({ argument }) => `"${argument}"`).join(', ');
    throw badInput(first.argument, names ? `or ${names} must be given, and not both` : 'must be given');
  }
  return { scope, id: String(readStoredId(surface, args[scope.argument], scope.argument)) };
}

function both(one: Condition | null, other: Condition | null): Condition | null {
  return one && other ? { kind: 'and', conditions: [one, other] } : (one ?? other);
}

/** A list that is filtered so, for the rules of what the filter enters. */
function filterList(type: StoredType, condition: Condition): ListPlan {
  const entered = enteredBy(condition, type.name);
  const none = { limit: 0, backward: false, cursor: null, cursorScope: null, order: [] };
  const page: ListPage = { ...none, type: type.name, condition, entered };
  return { type, slots: [], page: ask(true, () => page) };
}

function readChanges(
  { snapshot, horizon: oldest, isPending, isVisible, rows }: ChangesAnswer,
  after: ChangePosition | null,
  { followed: { cursor, surface }, absent, objects, context }: ChangesReading,
): Batch<ChangePosition | null, FeedRow> {
  if (!isVisible) throw new GatewayError('NOT_FOUND', absent, { surface });
  const [, xmax = '0'] = snapshot.split(':');
  // Everything before the oldest transaction under way here was read, whether or not the filter let it through.
  const horizon = { xid: String(BigInt(oldest) - 1n), id: LAST_ID };
  if (!after) {
    const next = { ...horizon, known: snapshot };
    const begin = {
      cursor: writeChangeCursor(context, cursor, next),
      records: Array.from({ length: objects }, () => 'null'),
    };
    return { items: [begin], next, rest: 'more' };
  }
  if (BigInt(after.xid) >= BigInt(xmax))
    throw badInput('after', 'is a cursor of another database: load the list anew, and subscribe without it');
  const items = rows.map(([xid, id, ...records]) => ({
    records,
    cursor: writeChangeCursor(context, cursor, place(xid, id, after)),
  }));
  const [xid, id] = rows.at(-1) ?? [after.xid, after.id];
  if (items.length === FOLLOW_LIMIT) return { items, next: place(xid, id, after), rest: 'more' };
  const last = BigInt(horizon.xid) >= BigInt(xid) ? horizon : { xid, id };
  return { items, next: place(last.xid, last.id, after), rest: isPending ? 'soon' : 'later' };
}

/** The place; it carries the snapshot of the beginning until it is past all that the snapshot knew. */
function place(xid: string, id: string, { known }: ChangePosition): ChangePosition {
  const isPassed = !known || BigInt(xid) >= BigInt(known.split(':')[1] ?? 0);
  return isPassed ? { xid, id } : { xid, id, known };
}
