/** The SDL against the doctrine: who owns what a mutation or a type names, each link's contract, and a description on everything. */
import { join } from 'node:path';
import {
  type ASTNode,
  type GraphQLField,
  type GraphQLSchema,
  getLocation,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import type { Doctrine } from '../doctrine/load.ts';
import { ownerOf, surfaceOfFunction } from '../doctrine/owner.ts';
import type { Catalog } from '../plan/catalog.ts';
import { readCatalog } from '../plan/read-catalog.ts';
import { buildSchema as build } from '../sdl/build.ts';
import { readDirective, readListArgument, readStorage } from '../sdl/directives.ts';
import { readSdl } from '../sdl/load.ts';
import { SdlError } from '../sdl/problem.ts';
import type { Finding } from './finding.ts';
import type { Tree } from './tree.ts';

/** The schema as far as it can be read; the catalog is empty where it does not add up. */
export interface GuardedSchema {
  readonly schema: GraphQLSchema | null;
  readonly catalog: Catalog;
  readonly findings: readonly Finding[];
}

const read = new Map<string, GuardedSchema>();

/** Reads `schema/` without the doctrine, since the rules say where the two disagree. The same SDL is read once. */
export function readSchema(tree: Tree): GuardedSchema {
  const key = tree.list('schema', '.graphql').map(tree.read).join('\n');
  const known = read.get(key) ?? buildSchema(tree);
  read.set(key, known);
  return known;
}

function buildSchema(tree: Tree): GuardedSchema {
  try {
    const schema = build(readSdl(join(tree.root, 'schema')));
    try {
      return { schema, catalog: readCatalog(schema), findings: [] };
    } catch (error) {
      return { schema, catalog: new Map(), findings: invalid(error) };
    }
  } catch (error) {
    return { schema: null, catalog: new Map(), findings: invalid(error) };
  }
}

function invalid(error: unknown): Finding[] {
  const rule = 'schema/invalid';
  if (!(error instanceof SdlError))
    return [{ rule, message: error instanceof Error ? error.message : String(error), file: 'schema' }];
  return error.problems.map(({ at, problem }) => {
    const [file = 'schema', line] = at?.split(':') ?? [];
    return { rule, message: problem, file, ...(line && { line: Number(line) }) };
  });
}

/** Each mutation and each stored type that has not exactly one owner, and each thing without a description. */
export function checkSchema(schema: GraphQLSchema, doctrine: Doctrine): Finding[] {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  return [
    ...mutations.flatMap((field) => checkMutation(field, doctrine)),
    ...checkStoredTypes(schema, doctrine),
    ...checkDescriptions(schema),
  ];
}

type Field = GraphQLField<unknown, unknown>;

function checkMutation(field: Field, doctrine: Doctrine): Finding[] {
  const tables = readListArgument(field.astNode, 'writes', 'to') ?? [];
  const by = readDirective(field.astNode, 'writes')?.by;
  const at = `Mutation.${field.name}`;
  const owners = new Set(tables.map((table) => ownerOf(doctrine, table) ?? `nobody (${table})`));
  const [owner = 'nobody'] = owners;
  if (owners.has('odoo'))
    return [
      found('odoo-mutation', `${at} writes ${tables.join(', ')}, which is Odoo's: enqueue a run that writes it`, field),
    ];
  if (tables.length === 0)
    return [found('mutation-owner', `${at} does not say what it writes: add @writes(to: […])`, field)];
  if (owners.size > 1)
    return [
      found('mutation-owner', `${at} writes what ${[...owners].join(' and ')} own: one mutation, one owner`, field),
    ];
  if (owner.startsWith('nobody'))
    return [found('mutation-owner', `${at} writes ${tables.join(', ')}, which no surface owns`, field)];
  if (by && surfaceOfFunction(by) !== owner)
    return [found('mutation-owner', `${at} writes ${owner} by ${by}, which is not its function`, field)];
  return [];
}

function checkStoredTypes(schema: GraphQLSchema, doctrine: Doctrine): Finding[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    const storage = isObjectType(type) ? readStorage(type.astNode) : null;
    if (!storage) return [];
    const owner = ownerOf(doctrine, storage.source);
    if (owner === storage.surface) return [];
    const whose = owner ? `${owner} owns it` : 'no surface owns it';
    const message = `${type.name} lives on ${storage.surface} in ${storage.source}, and ${whose}: list it under surfaces.${storage.surface}.owns`;
    return [found('unowned-type', message, type)];
  });
}

interface Described extends Located {
  readonly name: string;
  readonly description?: string | null | undefined;
}

function checkDescriptions(schema: GraphQLSchema): Finding[] {
  const findings: Finding[] = [];
  const see = (at: string, described: Described) => {
    if (!described.description?.trim()) findings.push(found('undescribed', `${at} has no description`, described));
  };
  const seeAll = (at: string, items: readonly Described[]) => {
    for (const item of items) see(`${at}.${item.name}`, item);
  };
  for (const directive of schema.getDirectives()) {
    see(`@${directive.name}`, directive);
    seeAll(`@${directive.name}`, directive.args);
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    // A root type is spread over files by `extend`, and described once.
    if (type !== schema.getQueryType()) see(type.name, type);
    if (isEnumType(type)) seeAll(type.name, type.getValues());
    if (isInputObjectType(type)) seeAll(type.name, Object.values(type.getFields()));
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      see(`${type.name}.${field.name}`, field);
      seeAll(`${type.name}.${field.name}`, field.args);
    }
  }
  return findings;
}

/** Whatever the schema defines; `astNode` is what the SDL says of it. */
interface Located {
  readonly astNode?: ASTNode | null | undefined;
}

/** A finding where `schema/` defines the thing; a derived one has no place. */
export function found(rule: string, message: string, { astNode }: Located): Finding {
  const loc = astNode?.loc;
  if (!loc?.source.name.startsWith('schema/')) return { rule: `schema/${rule}`, message };
  return { rule: `schema/${rule}`, message, file: loc.source.name, line: getLocation(loc.source, loc.start).line };
}
