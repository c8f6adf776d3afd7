/** What each root field and each field that enters another stored type asks of its viewer, by coordinate. */
import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { getNamedType, isObjectType } from 'graphql';
import type { Surface } from '../errors.ts';
import type { Catalog } from '../plan/catalog.ts';
import { readDirective, readListArgument } from '../sdl/directives.ts';
import { ROUTER_FIELDS } from '../sdl/federation.ts';
import { locateProblems, SdlError } from '../sdl/problem.ts';
import { findDisagreements } from './checks/against-schema.ts';
import { ownerOf, surfaceOfFunction } from './owner.ts';
import type { Write } from './rulings.ts';
import type { Doctrine } from './shape.ts';

/** A model or table, and its surface. */
export interface Source {
  readonly surface: Surface;
  readonly source: string;
}

/** What a coordinate asks: nothing, to read all of some sources, or to write; `nobody` where it does not add up. */
export type Requirement =
  | { readonly kind: 'open' }
  | {
      readonly kind: 'read';
      readonly sources: readonly Source[];
      /** The SQL function that answers; null where whoever may read the sources may ask. */
      readonly by: string | null;
    }
  | { readonly kind: 'write'; readonly field: string; readonly write: Write }
  | { readonly kind: 'nobody' };

/** By coordinate, such as `Query.moves` or `Move.partner`. */
export type Requirements = ReadonlyMap<string, Requirement>;

const ROOTS = ['Query', 'Mutation', 'Subscription'];

/** @throws SdlError naming each root field and link without a rule, and each mutation whose `@writes` does not add up. */
export function collectRequirements(schema: GraphQLSchema, catalog: Catalog, doctrine: Doctrine): Requirements {
  const requirements = new Map<string, Requirement>();
  const problems = findDisagreements(schema, catalog, doctrine);
  for (const name of ROOTS) {
    const type = schema.getType(name) as GraphQLObjectType | undefined;
    for (const field of Object.values(type?.getFields() ?? {})) {
      const coordinate = `${name}.${field.name}`;
      const given =
        name === 'Mutation' ? requireWrite(field, catalog, doctrine, problems) : requireRead(field, catalog, doctrine);
      if (given) requirements.set(coordinate, given);
      else problems.push(`${coordinate} has no rule`);
      for (const [entered, requirement] of payloadRequirements(field, catalog)) requirements.set(entered, requirement);
    }
  }
  for (const type of catalog.values()) {
    // `node` leads to a record of any type: its `nodeId` carries the rule.
    if (type.isNode) requirements.set(`${type.name}.nodeId`, readOf(type));
    for (const field of type.fields.values()) {
      const target = 'target' in field ? catalog.get(field.target) : undefined;
      if (target) requirements.set(`${type.name}.${field.name}`, readOf(target));
    }
  }
  if (problems.length > 0)
    throw new SdlError('The schema and the doctrine do not agree:', locateProblems(schema, problems));
  return requirements;
}

/**
 * A payload is stored nowhere, and may lead to stored types, directly or through other such objects. Each field that does
 * has the rule of the type that it leads to.
 */
function payloadRequirements(
  field: GraphQLField<unknown, unknown>,
  catalog: Catalog,
  seen = new Set<string>(),
): [string, Requirement][] {
  const type = getNamedType(field.type);
  if (!isObjectType(type) || catalog.has(type.name) || seen.has(type.name)) return [];
  seen.add(type.name);
  return Object.values(type.getFields()).flatMap((entered): [string, Requirement][] => {
    const target = catalog.get(getNamedType(entered.type).name);
    if (target) return [[`${type.name}.${entered.name}`, readOf(target)]];
    return payloadRequirements(entered, catalog, seen);
  });
}

function requireRead(field: GraphQLField<unknown, unknown>, catalog: Catalog, doctrine: Doctrine): Requirement | null {
  // A router's representations are answered by the rules of their types, and the SDL to whom the schema is shown.
  if (doctrine.open.includes(field.name) || ROUTER_FIELDS.has(field.name)) return { kind: 'open' };
  const tables = readListArgument(field.astNode, 'reads', 'from') ?? [];
  if (tables.length > 0) {
    const sources = tables.flatMap((source) => {
      const surface = ownerOf(doctrine, source);
      return surface ? [{ surface, source }] : [];
    });
    const by = readDirective(field.astNode, 'reads')?.by ?? null;
    return sources.length === tables.length ? { kind: 'read', sources, by } : null;
  }
  const { name } = getNamedType(field.type);
  const type = catalog.get(name) ?? catalog.get(name.replace(/(Connection|Group|GroupPage)$/, ''));
  return type ? readOf(type) : null;
}

function readOf(source: Source): Requirement {
  return { kind: 'read', sources: [source], by: null };
}

function requireWrite(
  field: GraphQLField<unknown, unknown>,
  catalog: Catalog,
  doctrine: Doctrine,
  problems: string[],
): Requirement {
  const at = `Mutation.${field.name}`;
  const tables = readListArgument(field.astNode, 'writes', 'to') ?? [];
  const surfaces = new Set(tables.map((table) => ownerOf(doctrine, table)));
  const [surface] = surfaces;
  if (tables.length === 0) problems.push(`${at} does not say what it writes: add @writes`);
  else if (surfaces.size > 1) problems.push(`${at} writes to more than one surface`);
  else if (
    surface === 'odoo' ||
    [...catalog.values()].some((type) => type.surface === 'odoo' && tables.includes(type.source))
  ) {
    problems.push(`${at} writes to odoo, which the gateway only reads`);
  } else if (!surface) problems.push(`${at} writes ${tables.join(', ')}, which no surface owns`);
  if (!surface) return { kind: 'nobody' };
  const by = readDirective(field.astNode, 'writes')?.by ?? null;
  if (by !== null && surfaceOfFunction(by) !== surface)
    problems.push(`${at} writes ${surface} by ${by}, which is not its function`);
  const calls = by === null ? (readListArgument(field.astNode, 'writes', 'calls') ?? []) : [by];
  for (const called of calls)
    if (!doctrine.functions.has(called))
      problems.push(`${at} calls ${called}, which has no file below migrations/functions`);
  return { kind: 'write', field: field.name, write: { surface, tables, by, calls } };
}
