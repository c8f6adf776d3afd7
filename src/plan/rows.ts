/** What is stored below a root field that answers with no stored type, and how often it may stand there. */
import {
  type FieldNode,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLUnionType,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { readAssumedSize } from '../sdl/directives.ts';
import type { ListArguments } from './arguments.ts';
import { type Asked, ask } from './bind.ts';
import type { Catalog } from './catalog.ts';
import { type Collected, collectSubfields } from './collect.ts';
import { readNodeType } from './node-id.ts';
import { type ObjectPlan, type Planning, planObject } from './plan.ts';
import { readRepresented } from './representation.ts';
import type { RootPlan } from './root.ts';

/** What a root field answers with: its plan, or the stored objects below a type that is stored nowhere. */
export interface CountedRoot {
  /** Its response key. */
  readonly key: string;
  readonly plan: RootPlan | null;
  readonly below: readonly StoredBelow[];
  /** Points that the field costs by itself, beside its records. */
  readonly weight: number;
}

/** Objects of a stored type below one that is stored nowhere, e.g. `Passage.page`. */
export interface StoredBelow {
  /** Response keys from the root field on. */
  readonly path: readonly string[];
  /** How many there may be. */
  readonly times: number;
  /** In place of `times`: where in the list at `path` the arguments ask for them. */
  readonly places?: Asked<readonly number[]>;
  readonly object: ObjectPlan;
}

/** The longest list of a type that is stored nowhere, where `@listSize` does not say its size. */
const MAX_UNSTORED = 100;

/** What is stored below the merged `nodes` of a root field that answers with no stored type. */
export function findStoredBelow(planning: Planning, parent: GraphQLObjectType, root: Collected): StoredBelow[] {
  return findBelow(planning, parent, { fields: root, path: [], times: 1 });
}

/** A root field that answers with records of several types. */
interface MixedRoot {
  readonly key: string;
  readonly nodes: readonly FieldNode[];
  readonly args: Asked<ListArguments>;
}

/** What is stored below a root field that answers with entities or nodes, each type as often as the arguments ask for it. */
export function findMixed(
  planning: Planning,
  type: GraphQLUnionType | GraphQLInterfaceType,
  { key, nodes, args }: MixedRoot,
): StoredBelow[] {
  const { catalog, schema } = planning;
  const read = isUnionType(type) ? readRepresented : (given: GivenArguments) => readNodeTypes(catalog, given);
  const types = ask(args.isStatic, (bound) => read(bound.read(args)));
  return schema.getPossibleTypes(type).flatMap(({ name }) => {
    const stored = catalog.get(name);
    const places = ask(args.isStatic, (bound) =>
      bound.read(types).flatMap((asked, place) => (asked === name ? [place] : [])),
    );
    return stored ? [{ path: [key], times: 1, places, object: planObject(planning, stored, nodes, 1) }] : [];
  });
}

type GivenArguments = Readonly<Record<string, unknown>>;

/** The type that each nodeId names; null for what is none, which is refused where it stands. */
function readNodeTypes(catalog: Catalog, { id, ids = [id] }: GivenArguments): (string | null)[] {
  return (ids as readonly unknown[]).map((each) => readNodeType(catalog, String(each)));
}

interface At {
  readonly fields: Collected;
  readonly path: readonly string[];
  readonly times: number;
}

function findBelow(planning: Planning, parent: GraphQLObjectType, at: At): StoredBelow[] {
  return [...at.fields].flatMap(([key, nodes]): StoredBelow[] => {
    const field = parent.getFields()[nodes[0]?.name.value ?? ''];
    const type = field && getNamedType(field.type);
    if (!field || !isObjectType(type)) return [];
    const path = [...at.path, key];
    const times = at.times * timesOf(field);
    const stored = planning.catalog.get(type.name);
    if (stored) return [{ path, times, object: planObject(planning, stored, nodes, 1) }];
    return findBelow(planning, type, { fields: collectSubfields(planning, type.name, nodes), path, times });
  });
}

function timesOf(field: GraphQLField<unknown, unknown> | undefined): number {
  if (!field || !isListType(getNullableType(field.type))) return 1;
  return readAssumedSize(field.astNode) ?? MAX_UNSTORED;
}
