/** The objects of a payload, read in the transaction that wrote them. */
import { type GraphQLObjectType, type GraphQLResolveInfo, getNamedType } from 'graphql';
import { GatewayError } from '../../errors.ts';
import { exceed } from '../../limits.ts';
import type { Catalog, StoredType } from '../../plan/catalog.ts';
import type { Collected } from '../../plan/collect.ts';
import { estimate } from '../../plan/cost.ts';
import { type ObjectPlan, planObject } from '../../plan/plan.ts';
import { waysOf } from '../../plan/ways.ts';
import { compileBatch } from '../../postgres/batches.ts';
import type { RunStatement } from '../../postgres/source.ts';
import type { Enter, Refused } from '../admit.ts';
import { sealCursors } from '../fetch.ts';
import { judgeEstimate } from '../judge.ts';
import type { OrdinaryRoot } from '../ordinary.ts';
import { pruneObject } from '../prune.ts';

/** A mutation's answer by the names of its fields. */
export type Payload = Readonly<Record<string, unknown>>;

/** What is selected of the payload. */
export interface Selected {
  readonly type: GraphQLObjectType;
  readonly fields: Collected;
}

/** What the objects are read for. */
export interface Answering extends Pick<OrdinaryRoot, 'fetching' | 'planning' | 'refused'> {
  readonly catalog: Catalog;
  readonly enter: Enter;
  readonly info: GraphQLResolveInfo;
  readonly selected: Selected;
}

/** Keyed by response key, as every object is that the ordinary lane reads. */
export function answer(
  { fields }: Selected,
  payload: Payload,
  stored: ReadonlyMap<string, unknown> = new Map(),
): Payload {
  const valueAt = (key: string, name: string) => (stored.has(key) ? stored.get(key) : (payload[name] ?? null));
  return Object.fromEntries([...fields].map(([key, nodes]) => [key, valueAt(key, nodes[0]?.name.value ?? '')]));
}

/** The stored type that a field of the payload leads to. */
export function storedTypeOf({ catalog, selected }: Answering, name: string): StoredType | undefined {
  const field = selected.type.getFields()[name];
  return field && catalog.get(getNamedType(field.type).name);
}

/** Response key → the objects of the stored type that it selects, for the ids that the payload holds. */
export async function readStored(
  answering: Answering,
  payload: Payload,
  run: RunStatement,
): Promise<Map<string, unknown>> {
  const { selected } = answering;
  const stored = new Map<string, unknown>();
  for (const [key, nodes] of selected.fields) {
    const name = nodes[0]?.name.value ?? '';
    const type = storedTypeOf(answering, name);
    const value = payload[name] ?? null;
    if (!type || value === null) continue;
    stored.set(key, await readObjects(answering, { name, type, nodes, value }, run));
  }
  return stored;
}

interface Wanted {
  /** The payload's field. */
  readonly name: string;
  readonly type: StoredType;
  readonly nodes: GraphQLResolveInfo['fieldNodes'];
  /** An id, or a list of them. */
  readonly value: unknown;
}

/** An object of the payload that the viewer may not read is an error in its place, and what was written stays. */
async function readObjects(
  answering: Answering,
  { name, type, nodes, value }: Wanted,
  run: RunStatement,
): Promise<unknown> {
  const { planning, fetching, refused, info, selected } = answering;
  const ids = [value].flat().map(String);
  const object = planObject(planning, type, nodes, 1);
  const below = [{ path: [String(info.path.key), name], times: ids.length, object }];
  const { context, bound } = fetching;
  const estimated = estimate([{ key: '', plan: null, below, weight: 0 }], bound);
  for (const excess of judgeEstimate(context.limits, estimated)) exceed(context, excess);
  const found = await enterPayload(answering, `${selected.type.name}.${name}`, object);
  if (found instanceof GatewayError) return found;
  for (const [coordinate, error] of found) refused.set(coordinate, error);
  const statement = compileBatch(pruneObject(object, found), { ids }, fetching.bound);
  const bytes = sealCursors(fetching.context, statement, await run(statement));
  const byId = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
  const objects = ids.map((id) => byId[id] ?? null);
  return Array.isArray(value) ? objects : objects[0];
}

async function enterPayload(
  { enter, fetching }: Answering,
  coordinate: string,
  object: ObjectPlan,
): Promise<Refused | GatewayError> {
  try {
    return await enter({ ...fetching, coordinate, plan: () => waysOf(object) });
  } catch (error) {
    if (error instanceof GatewayError && error.code === 'FORBIDDEN') return error;
    throw error;
  }
}
