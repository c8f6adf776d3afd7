/** What an operation does to the systems: what it reads and writes, what it costs, how much is at stake. Found without asking any. */
import {
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { createCaches } from '../caches.ts';
import { GatewayError, SURFACES } from '../errors.ts';
import { bindVariables } from '../execution/executor.ts';
import { createCompileOperation, type PlannedRoot } from '../execution/operation.ts';
import type { Bound } from '../plan/bind.ts';
import type { Catalog } from '../plan/catalog.ts';
import { estimate } from '../plan/cost.ts';
import type { Follows } from '../plan/follows.ts';
import { createSeal } from '../plan/seal.ts';
import { FOLLOW_LIMIT } from '../postgres/follow.ts';
import { POINTS } from '../sdl/costs.ts';
import { readFlag, readListArgument } from '../sdl/directives.ts';
import type { TrustedOperation } from './manifest.ts';
import { sampleVariables } from './sample.ts';

/** The part of a trusted operation that is found here. */
export type Effects = Pick<TrustedOperation, 'reads' | 'writes' | 'surfaces' | 'cost' | 'risk'>;

/** What operations are read against. */
export interface Reading {
  readonly schema: GraphQLSchema;
  readonly catalog: Catalog;
  readonly follows: Follows;
}

/** @throws GatewayError for a selection that is too large to be planned. */
export function createReadEffects(reading: Reading): (document: DocumentNode, of: OperationDefinitionNode) => Effects {
  const { schema, catalog } = reading;
  // Nothing is sealed by it: there is no answer, and so no cursor.
  const seal = createSeal(['operations that nobody asks']);
  const compile = createCompileOperation({ schema, catalog, seal }, createCaches());
  return (document, operation) => {
    const bound = bindVariables(schema, operation, sampleVariables(schema, document, operation));
    if ('errors' in bound) throw new AggregateError(bound.errors, 'Its variables cannot be given');
    const { roots, introspects } = compile(document, operation, bound.variables);
    const planned = roots.map((root) => toFollowing(reading, operation, root.name, root.plan()));
    const fields = roots.flatMap(({ asks }) => asks?.field ?? []);
    const writes = namesOf(fields.flatMap(({ astNode }) => readListArgument(astNode, 'writes', 'to') ?? []));
    const reads = namesOf([...selectedSources(reading, document), ...enteredSources(catalog, planned, bound)]);
    const destroys = fields.some(({ astNode }) => readFlag(astNode, 'writes', 'destroys'));
    return {
      reads,
      writes,
      surfaces: surfacesOf(reading, [...reads, ...writes]),
      cost: Math.max(1, estimate(planned, bound).cost + (introspects ? POINTS.introspection : 0)),
      risk: destroys ? 'destructive' : operation.operation === 'mutation' ? 'write' : 'read',
    };
  };
}

/** A subscription that follows records brings as many at a time as one read of its feed. */
function toFollowing({ follows }: Reading, { operation }: OperationDefinitionNode, name: string, root: PlannedRoot) {
  if (operation !== 'subscription' || !follows.has(name)) return root;
  return { ...root, below: root.below.map((below) => ({ ...below, times: FOLLOW_LIMIT })) };
}

/** Where the types are stored that are selected, and what `@reads` names. */
function selectedSources({ schema, catalog }: Reading, document: DocumentNode): string[] {
  const sources: string[] = [];
  const info = new TypeInfo(schema);
  const add = (type: string | null | undefined) => {
    const source = catalog.get(type ?? '')?.source;
    if (source) sources.push(source);
  };
  visit(
    document,
    visitWithTypeInfo(info, {
      [Kind.FIELD]: () => {
        const field = info.getFieldDef();
        const named = field && getNamedType(field.type).name;
        add((info.getParentType() as GraphQLObjectType | undefined)?.name);
        add(named);
        add(named?.replace(/(Connection|Group|GroupPage)$/, ''));
        sources.push(...(readListArgument(field?.astNode, 'reads', 'from') ?? []));
      },
    }),
  );
  return sources;
}

/** What filters, orders, groups and searches go through, as far as the document and its defaults say it. */
function enteredSources(catalog: Catalog, planned: readonly PlannedRoot[], bound: Bound): string[] {
  const entered = planned.flatMap(({ ways: { lists, groups } }) => [
    ...lists.flatMap(({ page }) => attempt(() => bound.read(page).entered)),
    ...groups.flatMap(({ grouping }) => attempt(() => bound.read(grouping).entered)),
  ]);
  return entered.flatMap((coordinate) => {
    const [type = '', name = ''] = coordinate.split('.');
    const field = catalog.get(type)?.fields.get(name);
    const target = field && 'target' in field ? catalog.get(field.target) : undefined;
    return target ? [target.source] : [];
  });
}

/** None where the arguments are not known before somebody asks. */
function attempt(read: () => readonly string[]): readonly string[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof GatewayError) return [];
    throw error;
  }
}

function namesOf(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

function surfacesOf({ catalog }: Reading, sources: readonly string[]): Effects['surfaces'] {
  const stored = new Map([...catalog.values()].map(({ source, surface }) => [source, surface]));
  const found = new Set(sources.map((source) => stored.get(source) ?? source.split('.')[0]));
  return SURFACES.filter((surface) => found.has(surface));
}
