/** What the directives say of the root fields of `Subscription`: the records that each follows, their key, and what wakes it. */
import {
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLSchema,
  getDirectiveValues,
  getNamedType,
  isObjectType,
} from 'graphql';
import type { Surface } from '../errors.ts';
import { locateProblems, SdlError } from '../sdl/problem.ts';
import type { Catalog, StoredType } from './catalog.ts';

/** What narrows a subscription: it follows the records that belong to one other record. */
export interface FollowScope {
  /** The argument that gives the other's id. */
  readonly argument: string;
  /** Qualified table of the other. */
  readonly table: string;
  /** The stored name in the followed records that holds the other's id. */
  readonly column: string;
  /** Which of the ids of a notice is its own, counted from 1. */
  readonly part: number;
}

interface FollowedRecords {
  readonly surface: Surface;
  /** Channel of the database's notices that tell of changes. */
  readonly channel: string;
  /** At most one of them is given; without one all records are followed. */
  readonly scopes: readonly FollowScope[];
  /** The records that are followed. */
  readonly type: StoredType;
}

/** Records as their latest changes left them, in the order of the transactions. */
export interface FollowedChanges extends FollowedRecords {
  readonly kind: 'changes';
  /** The first part of each cursor. */
  readonly cursor: string;
  /** What is told of records of Odoo; null where they are none. */
  readonly told: ToldOfOdoo | null;
}

/** Changes of records of Odoo: whom they are told depends on what that one reads there. */
export interface ToldOfOdoo {
  /** The argument that names the models. */
  readonly models: string;
  /** The stored names that hold the model and the record's id. */
  readonly model: string;
  readonly record: string;
  /** The agent that reads the table where a person asks. */
  readonly agent: string;
}

/** The numbered records of one other, from the first to the last. */
export interface FollowedLog extends FollowedRecords {
  readonly kind: 'log';
  readonly scope: FollowScope;
  /** The stored name of a record's number. */
  readonly number: string;
  /** Stored names of the other: its last number, and whether more will come. */
  readonly last: string;
  readonly state: string;
  /** What `state` holds once no more will. */
  readonly ended: readonly string[];
}

/** What one root field follows. */
export type Followed = FollowedChanges | FollowedLog;

/** By the root field's name; the others make their events themselves. */
export type Follows = ReadonlyMap<string, Followed>;

/** @throws SdlError naming each root field whose directives do not add up. */
export function readFollows(schema: GraphQLSchema, catalog: Catalog): Follows {
  const follows = new Map<string, Followed>();
  const problems: string[] = [];
  for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) {
    const followed = readFollowed(schema, catalog, field);
    if (typeof followed === 'string') problems.push(`Subscription.${field.name} ${followed}`);
    else if (followed) follows.set(field.name, followed);
  }
  if (problems.length > 0) throw new SdlError('The SDL does not add up:', locateProblems(schema, problems));
  return follows;
}

type Field = GraphQLField<unknown, unknown>;

/** What the field follows, null for nothing, or as a text what is wrong. */
function readFollowed(schema: GraphQLSchema, catalog: Catalog, field: Field): Followed | string | null {
  const scopes = field.args.flatMap(({ name, astNode }): FollowScope[] => {
    const within = valuesOf<Omit<FollowScope, 'argument'>>(schema, 'within', astNode);
    return within ? [{ argument: name, ...within }] : [];
  });
  const changes = valuesOf<Pick<FollowedChanges, 'channel' | 'cursor'>>(schema, 'followsChanges', field.astNode);
  if (changes) {
    const [type, ...others] = storedTypes(catalog, field);
    if (!type || others.length > 0) return 'follows changes: its payload must show one stored record';
    const told = valuesOf<ToldOfOdoo>(schema, 'toldOfOdoo', field.astNode) ?? null;
    return { kind: 'changes', ...changes, scopes, type, told, surface: type.surface };
  }
  const log = valuesOf<Omit<FollowedLog, 'kind' | 'scopes' | 'type'>>(schema, 'followsLog', field.astNode);
  if (!log) return scopes.length > 0 ? 'narrows with @within what it does not follow' : null;
  const type = catalog.get(getNamedType(field.type).name);
  const [scope, ...others] = scopes;
  if (!type || !scope || others.length > 0) return 'follows a log: it must answer a stored record, within one other';
  return { ...log, kind: 'log', scope, scopes, type, surface: type.surface };
}

function valuesOf<T>(
  schema: GraphQLSchema,
  name: string,
  node: { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined,
): T | undefined {
  const directive = schema.getDirective(name);
  return directive && node ? (getDirectiveValues(directive, node) as T | undefined) : undefined;
}

/** Those that the payload's fields show. */
function storedTypes(catalog: Catalog, field: Field): StoredType[] {
  const payload = getNamedType(field.type);
  if (!isObjectType(payload)) return [];
  const types = Object.values(payload.getFields()).flatMap(({ type }) => catalog.get(getNamedType(type).name) ?? []);
  return [...new Set(types)];
}
