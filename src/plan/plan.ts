/**
 * GraphQL selection set + directives → a plan: all that one upstream call fetches, in the shape of the answer.
 *
 * Pure: it knows neither Odoo nor SQL. A plan is compiled once per document, field and outcome of `@skip` and
 * `@include`; a request binds its variables to the pages and ids that it asks for: `bind.ts`.
 */
import type { FieldNode, GraphQLField, GraphQLObjectType } from 'graphql';
import { GatewayError } from '../errors.ts';
import { askArguments, type ListArguments, type ListPage, type ListReading, readListPage } from './arguments.ts';
import { type Asked, ask } from './bind.ts';
import type { LeafField, LinkField, ManyField, OneField, StoredType } from './catalog.ts';
import { collectSubfields, type Selecting } from './collect.ts';

/** An object of the answer: its slots in response order. */
export interface ObjectPlan {
  readonly type: StoredType;
  readonly slots: readonly Slot[];
}

/** One response key of an object. */
export type Slot =
  | { readonly kind: 'typename'; readonly key: string; readonly value: string }
  | { readonly kind: 'leaf'; readonly key: string; readonly field: LeafField }
  | { readonly kind: 'one'; readonly key: string; readonly field: OneField; readonly object: ObjectPlan }
  | { readonly kind: 'many'; readonly key: string; readonly field: ManyField; readonly list: ListPlan }
  /** The stored id from which the link's own resolver goes on. */
  | {
      readonly kind: 'link';
      readonly key: string;
      readonly field: Pick<LinkField, 'column'>;
      /** What a call of its own fetches at a link's other end. */
      readonly far: ObjectPlan | ListPlan;
    }
  /** Where a file is and what it is called, from which its field's resolver signs the way to it. */
  | { readonly kind: 'file'; readonly key: string; readonly columns: readonly [path: string, name: string] }
  /** Names a record of Odoo in JSON, which its field's resolver reads. */
  | { readonly kind: 'odooRecord'; readonly key: string; readonly column: string }
  /** When a link's record was read: the link knows it, so it is not fetched. */
  | { readonly kind: 'asOf'; readonly key: string }
  /** A join that the doctrine refuses to the viewer: it is not fetched, and an error stands at its path. */
  | { readonly kind: 'refused'; readonly key: string };

/** One response key of a connection. */
export type ConnectionSlot =
  | { readonly kind: 'typename'; readonly key: string; readonly value: string }
  | { readonly kind: 'nodes'; readonly key: string; readonly object: ObjectPlan }
  | { readonly kind: 'edges'; readonly key: string; readonly slots: readonly EdgeSlot[] }
  | { readonly kind: 'pageInfo'; readonly key: string; readonly slots: readonly PageInfoSlot[] }
  | { readonly kind: 'totalCount'; readonly key: string };

/** One response key of an edge. */
export type EdgeSlot =
  | { readonly kind: 'typename'; readonly key: string; readonly value: string }
  | { readonly kind: 'cursor'; readonly key: string }
  | { readonly kind: 'node'; readonly key: string; readonly object: ObjectPlan };

/** One response key of a page info. */
export interface PageInfoSlot {
  readonly kind: 'typename' | 'hasNextPage' | 'hasPreviousPage' | 'startCursor' | 'endCursor';
  readonly key: string;
  readonly value?: string;
}

/** A page of a list, in the shape of a connection. */
export interface ListPlan {
  readonly type: StoredType;
  readonly slots: readonly ConnectionSlot[];
  readonly page: Asked<ListPage>;
}

/** Selections deeper than this are refused; each level is a subquery or a nested read. */
const MAX_DEPTH = 12;

/** What a selection is planned against. */
export interface Planning extends Selecting, ListReading {}

/** What the argument `inOdoo` of a field says; undefined where it has none. */
export function askInOdoo(field: GraphQLField<unknown, unknown>, args: Asked<ListArguments>): Asked<unknown> {
  if (!field.args.some(({ name }) => name === 'inOdoo')) return NOTHING;
  return ask(args.isStatic, (bound) => bound.read(args).inOdoo);
}

const NOTHING: Asked<unknown> = { isStatic: true, from: () => undefined };

/** Plans what the merged `nodes` select on records of `type`; a link's own fetch starts here. */
export function planObject(
  planning: Planning,
  type: StoredType,
  nodes: readonly FieldNode[],
  depth: number,
): ObjectPlan {
  if (depth > MAX_DEPTH)
    throw new GatewayError('LIMIT_EXCEEDED', `The selection is deeper than ${MAX_DEPTH} levels of records`);
  const parent = planning.schema.getType(type.name) as GraphQLObjectType;
  const slots = [...collectSubfields(planning, type.name, nodes)].map(([key, merged]): Slot => {
    const name = (merged[0] as FieldNode).name.value;
    if (name === '__typename') return { kind: 'typename', key, value: type.name };
    if (type.asOf.has(name)) return { kind: 'asOf', key };
    const columns = type.signed.get(name);
    if (columns) return { kind: 'file', key, columns };
    const naming = type.odooRecords.get(name);
    if (naming) return { kind: 'odooRecord', key, column: naming.column };
    const stored = type.fields.get(name);
    const definition = parent.getFields()[name];
    if (!stored || !definition) throw new TypeError(`${type.name}.${name} is not stored`);
    if (stored.kind === 'leaf') return { kind: 'leaf', key, field: stored };
    const target = planning.catalog.get(stored.target) as StoredType;
    const planOne = () => planObject(planning, target, merged, depth + 1);
    const planMany = () => planList(planning, target, { field: definition, nodes: merged, depth: depth + 1 });
    if (stored.kind === 'one') return { kind: 'one', key, field: stored, object: planOne() };
    if (stored.kind === 'many') return { kind: 'many', key, field: stored, list: planMany() };
    return { kind: 'link', key, field: stored, far: stored.foreign === null ? planOne() : planMany() };
  });
  return { type, slots };
}

/** A list field of the answer: its definition, its merged nodes, and how deep its records are. */
export interface ListField {
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  readonly depth: number;
  /** Its arguments, where they are asked for beside the page too. */
  readonly args?: Asked<ListArguments>;
}

/** Plans a list of records of `type`; a link's own fetch of many starts here. */
export function planList(planning: Planning, type: StoredType, { field, nodes, depth, ...given }: ListField): ListPlan {
  const args = given.args ?? askArguments(field, nodes[0] as FieldNode);
  const name = `${type.name}Connection`;
  const slots = [...collectSubfields(planning, name, nodes)].map(([key, merged]): ConnectionSlot => {
    const selected = (merged[0] as FieldNode).name.value;
    if (selected === 'nodes') return { kind: 'nodes', key, object: planObject(planning, type, merged, depth) };
    if (selected === 'edges') return { kind: 'edges', key, slots: planEdge(planning, type, merged, depth) };
    if (selected === 'pageInfo') return { kind: 'pageInfo', key, slots: planPageInfo(planning, merged) };
    if (selected === 'totalCount') return { kind: 'totalCount', key };
    return { kind: 'typename', key, value: name };
  });
  return { type, slots, page: ask(args.isStatic, (bound) => readListPage(planning, type, bound.read(args))) };
}

function planEdge(planning: Planning, type: StoredType, nodes: readonly FieldNode[], depth: number): EdgeSlot[] {
  const name = `${type.name}Edge`;
  return [...collectSubfields(planning, name, nodes)].map(([key, merged]): EdgeSlot => {
    const selected = (merged[0] as FieldNode).name.value;
    if (selected === 'cursor') return { kind: 'cursor', key };
    if (selected === 'node') return { kind: 'node', key, object: planObject(planning, type, merged, depth) };
    return { kind: 'typename', key, value: name };
  });
}

function planPageInfo(planning: Planning, nodes: readonly FieldNode[]): PageInfoSlot[] {
  return [...collectSubfields(planning, 'PageInfo', nodes)].map(([key, merged]): PageInfoSlot => {
    const selected = (merged[0] as FieldNode).name.value;
    if (selected === '__typename') return { kind: 'typename', key, value: 'PageInfo' };
    return { kind: selected as PageInfoSlot['kind'], key };
  });
}

/** The objects that a list answers with, one for each `nodes` and each `edges { node }`. */
export function objectsOf(list: ListPlan): ObjectPlan[] {
  return list.slots.flatMap((slot) => {
    if (slot.kind === 'nodes') return [slot.object];
    return slot.kind === 'edges' ? slot.slots.flatMap((edge) => (edge.kind === 'node' ? [edge.object] : [])) : [];
  });
}
