/**
 * What an operation costs, in points, from its plans: one for each record of each list, relation and link, as often as it
 * may stand in the answer, and what `@cost` says of its fields. Estimated from the page sizes, before anything is asked;
 * counted from the answer by the same walk, so that no answer can cost more than was estimated.
 */
import { GatewayError, type Surface } from '../errors.ts';
import { POINTS } from '../sdl/costs.ts';
import type { Asked, Bound } from './bind.ts';
import { type Condition, type FilterSize, measureCondition } from './condition.ts';
import type { GroupsPlan } from './groups.ts';
import { type ListPlan, type ObjectPlan, objectsOf } from './plan.ts';
import type { CountedRoot, StoredBelow } from './rows.ts';

/** Records of one surface. */
export interface Rows {
  readonly total: number;
  /** The place that brings most of them by itself: response keys from the root field on. */
  readonly most: { readonly path: readonly string[]; readonly rows: number };
}

/** What an operation may cost. */
export interface Estimate {
  readonly cost: number;
  readonly rows: ReadonlyMap<Surface, Rows>;
  /** Of its largest filter, and of the longest list of values in any. */
  readonly filter: FilterSize;
}

/** How a walk goes on from a place in the answer. */
interface Steps<Place> {
  /** The places at a response key below. */
  into(place: Place, key: string): Place;
  /** The records of a page of at most `limit`, whose response keys lead to them. */
  page(place: Place, keys: readonly string[], limit: number): Place;
  /** How many stand there. */
  count(place: Place): number;
}

interface Walk<Place> {
  readonly steps: Steps<Place>;
  readonly bound: Bound;
  readonly add: (surface: Surface, place: Place) => void;
  readonly addPoints: (points: number) => void;
  readonly filtered: (condition: Condition | null) => void;
}

interface Expected {
  readonly path: readonly string[];
  readonly times: number;
}

/** Of the page sizes. */
const EXPECTED: Steps<Expected> = {
  into: ({ path, times }, key) => ({ path: [...path, key], times }),
  page: ({ path, times }, _keys, limit) => ({ path, times: times * limit }),
  count: ({ times }) => times,
};

/** Of an answer: the values at a place, without nulls. */
const ANSWERED: Steps<readonly unknown[]> = {
  into: valuesAt,
  page: (values, keys) => keys.reduce(valuesAt, values),
  count: (values) => values.length,
};

/** What the root fields may bring back together. Never throws: what is wrong with arguments is said where they stand. */
export function estimate(roots: Iterable<CountedRoot>, bound: Bound): Estimate {
  const rows = new Map<Surface, { total: number; most: Rows['most'] }>();
  let cost = 0;
  const filter = { conditions: 0, values: 0 };
  const walk: Walk<Expected> = {
    steps: EXPECTED,
    bound,
    add: (surface, { path, times }) => {
      cost += times;
      const counted = rows.get(surface) ?? { total: 0, most: { path, rows: 0 } };
      rows.set(surface, counted);
      counted.total += times;
      if (times > counted.most.rows) counted.most = { path, rows: times };
    },
    addPoints: (points) => {
      cost += points;
    },
    filtered: (condition) => {
      const { conditions, values } = measureCondition(condition);
      filter.conditions = Math.max(filter.conditions, conditions);
      filter.values = Math.max(filter.values, values);
    },
  };
  for (const root of roots) {
    for (const { path, times, places, object } of root.below)
      walkObject(walk, object, { path, times: places ? readPlaces(bound, places).length : times });
    walkRoot(walk, root, { path: [root.key], times: 1 });
  }
  return { cost, rows, filter };
}

/** How many records of its surface one record may bring back with what is below it, itself included. */
export function countBelow(objects: readonly ObjectPlan[], bound: Bound): number {
  const below = objects.map((object) => ({ path: [], times: 1, object }));
  const { rows } = estimate([{ key: '', plan: null, weight: 0, below }], bound);
  const surface = objects[0]?.type.surface;
  return (surface && rows.get(surface)?.total) ?? 0;
}

/** What the same root fields brought back. @param data Of the answer, as objects. */
export function countCost(roots: Iterable<CountedRoot>, bound: Bound, data: unknown): number {
  let cost = 0;
  const walk: Walk<readonly unknown[]> = {
    steps: ANSWERED,
    bound,
    add: (_surface, values) => {
      cost += values.length;
    },
    addPoints: (points) => {
      cost += points;
    },
    filtered: () => {},
  };
  for (const root of roots) {
    for (const below of root.below) walkObject(walk, below.object, answeredBelow(bound, below, data));
    walkRoot(walk, root, valuesAt([data], root.key));
  }
  return cost;
}

/** The objects of a type below a root field. @param data Of the answer. */
function answeredBelow(bound: Bound, { path, places }: StoredBelow, data: unknown): readonly unknown[] {
  const [key] = path;
  if (!places || key === undefined) return path.reduce(valuesAt, [data]);
  const answered = (data as Readonly<Record<string, unknown>> | null)?.[key] ?? [];
  const listed = Array.isArray(answered) ? answered : [answered];
  return readPlaces(bound, places).flatMap((place) => listed[place] ?? []);
}

function readPlaces(bound: Bound, places: Asked<readonly number[]>): readonly number[] {
  return orNull(() => bound.read(places)) ?? [];
}

function valuesAt(values: readonly unknown[], key: string): readonly unknown[] {
  return values.flatMap((value) => {
    const at = (value as Readonly<Record<string, unknown>> | null)?.[key] ?? [];
    return Array.isArray(at) ? at.filter((one) => one !== null) : [at];
  });
}

function walkRoot<Place>(walk: Walk<Place>, { plan, weight }: CountedRoot, at: Place): void {
  walk.addPoints(weight);
  if (plan?.kind === 'list') walkList(walk, plan.list, at);
  if (plan?.kind === 'lookup') walkObject(walk, plan.object, at);
  if (plan?.kind === 'groups') walkGroups(walk, plan, at);
}

function walkGroups<Place>(walk: Walk<Place>, plan: GroupsPlan, at: Place): void {
  const { steps, bound } = walk;
  const grouping = orNull(() => bound.read(plan.grouping));
  const { condition = null, limit = 0 } = grouping ?? {};
  walk.filtered(condition);
  walk.addPoints(searchPoints(condition));
  const selected =
    'page' in plan.answer
      ? plan.answer.page.flatMap((slot) => (slot.kind === 'groups' ? [{ keys: [slot.key], slots: slot.slots }] : []))
      : [{ keys: [], slots: plan.answer }];
  const groups = selected.map(({ keys, slots }) => ({
    slots,
    place: steps.page(keys.reduce(steps.into, at), [], limit),
  }));
  // The same groups under two aliases are read once.
  walk.add(plan.type.surface, groups[0]?.place ?? steps.page(at, [], limit));
  for (const { slots, place } of groups) {
    for (const slot of slots) {
      if (slot.kind !== 'keys') continue;
      const common = steps.into(place, slot.key);
      for (const key of slot.slots)
        if (key.kind === 'record') walkObject(walk, key.object, steps.into(common, key.key));
    }
  }
}

function walkList<Place>(walk: Walk<Place>, list: ListPlan, at: Place): void {
  const { steps, bound, add } = walk;
  const page = orNull(() => bound.read(list.page));
  walk.filtered(page?.condition ?? null);
  walk.addPoints(searchPoints(page?.condition ?? null) * steps.count(at));
  // One that shows no record is asked for all the same.
  if (objectsOf(list).length === 0) add(list.type.surface, at);
  for (const slot of list.slots) {
    const limit = page?.limit ?? 0;
    if (slot.kind === 'nodes') walkObject(walk, slot.object, steps.page(at, [slot.key], limit));
    if (slot.kind !== 'edges') continue;
    for (const edge of slot.slots)
      if (edge.kind === 'node') walkObject(walk, edge.object, steps.page(at, [slot.key, edge.key], limit));
  }
}

function walkObject<Place>(walk: Walk<Place>, { type, slots }: ObjectPlan, at: Place): void {
  walk.add(type.surface, at);
  for (const slot of slots) {
    const below = walk.steps.into(at, slot.key);
    if (slot.kind === 'one') walkObject(walk, slot.object, below);
    if (slot.kind === 'many') walkList(walk, slot.list, below);
    if (slot.kind === 'odooRecord') walk.add('odoo', below);
    if (slot.kind !== 'link') continue;
    if ('page' in slot.far) walkList(walk, slot.far, below);
    else walkObject(walk, slot.far, below);
  }
}

/** Of a search by name, which stands beside the filter. */
function searchPoints(condition: Condition | null): number {
  const beside = condition?.kind === 'and' ? condition.conditions : condition ? [condition] : [];
  return beside.some(({ kind }) => kind === 'search') ? POINTS.search : 0;
}

/** What is wrong with arguments is said where they stand. */
function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof GatewayError) return null;
    throw error;
  }
}
