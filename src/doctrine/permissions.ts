/**
 * The doctrine as graphql-shield rules: one on each root field, and one on each field that enters another stored type.
 *
 * `shield` itself wraps every field of every object, which halves the throughput: so only the middleware that it
 * generates is taken, and run where a rule stands. The gateway does not start while a root field or link has none.
 */
import type { GraphQLField, GraphQLObjectType, GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { getNamedType, isObjectType } from 'graphql';
import type { Context } from '../context.ts';
import { GatewayError } from '../errors.ts';
import type { Catalog, StoredType } from '../plan/catalog.ts';
import { readDirective, readListArgument } from '../sdl/directives.ts';
import { type Decision, decideRead, decideWrite } from './decide.ts';
import { findDisagreements, ownerOf } from './disagreements.ts';
import type { Doctrine } from './load.ts';
import { allow, and, deny, rule, shield } from './shield.ts';

/** Runs the rule of a coordinate such as `Query.moves`, then `next`; resolves with the refusal or what `next` gives. */
export type Guard = (coordinate: string, context: Context, next: () => unknown) => Promise<unknown>;

type ShieldRule = ReturnType<ReturnType<typeof rule>> | ReturnType<typeof and> | typeof allow;
type Middleware = (
  resolve: () => unknown,
  parent: unknown,
  args: unknown,
  context: Context,
  info: GraphQLResolveInfo,
) => Promise<unknown>;
type Generated = Middleware | { readonly resolve: Middleware };

const ROOTS = ['Query', 'Mutation', 'Subscription'];

/** @throws TypeError naming each root field and link without a rule, and each mutation whose `@writes` does not add up. */
export function createGuard(schema: GraphQLSchema, catalog: Catalog, doctrine: Doctrine): Guard {
  const rules = collectRules(schema, catalog, doctrine);
  const tree: Record<string, Record<string, ShieldRule>> = {};
  for (const [coordinate, given] of rules) {
    const [type = '', field = ''] = coordinate.split('.');
    tree[type] = { ...tree[type], [field]: given };
  }
  const options = { fallbackRule: deny, allowExternalErrors: true, fallbackError: refusedByDefault };
  const generated = shield(tree, options).generate(schema) as Record<string, Record<string, Generated>>;
  return async (coordinate, context, next) => {
    const [type = '', field = ''] = coordinate.split('.');
    const given = generated[type]?.[field];
    // Of `allow`, a logic rule, shield makes an object around its middleware.
    const middleware = typeof given === 'object' ? given.resolve : given;
    if (!middleware || !rules.has(coordinate)) return refusedByDefault();
    return middleware(next, {}, {}, context, { fieldName: field, parentType: type } as unknown as GraphQLResolveInfo);
  };
}

function refusedByDefault(): GatewayError {
  return new GatewayError('FORBIDDEN', 'The doctrine does not allow this');
}

function collectRules(schema: GraphQLSchema, catalog: Catalog, doctrine: Doctrine): Map<string, ShieldRule> {
  const readRule = createReadRules(doctrine);
  const rules = new Map<string, ShieldRule>();
  const problems = findDisagreements(schema, catalog, doctrine);
  for (const name of ROOTS) {
    const type = schema.getType(name) as GraphQLObjectType | undefined;
    for (const field of Object.values(type?.getFields() ?? {})) {
      const coordinate = `${name}.${field.name}`;
      const given =
        name === 'Mutation'
          ? writeRule(field, catalog, doctrine, problems)
          : rootReadRule(field, catalog, doctrine, readRule);
      if (given) rules.set(coordinate, given);
      else problems.push(`${coordinate} has no rule`);
      for (const [entered, rule] of payloadRules(field, catalog, readRule)) rules.set(entered, rule);
    }
  }
  for (const type of catalog.values()) {
    for (const field of type.fields.values()) {
      const target = 'target' in field ? catalog.get(field.target) : undefined;
      if (target) rules.set(`${type.name}.${field.name}`, readRule(target));
    }
  }
  if (problems.length > 0) throw new TypeError(`The schema and the doctrine do not agree:\n- ${problems.join('\n- ')}`);
  return rules;
}

/** A payload, like any object that is stored nowhere, may lead to stored types: each by the rule of what it leads to. */
function payloadRules(
  field: GraphQLField<unknown, unknown>,
  catalog: Catalog,
  readRule: ReadRule,
): [string, ShieldRule][] {
  const type = getNamedType(field.type);
  if (!isObjectType(type) || catalog.has(type.name)) return [];
  return Object.values(type.getFields()).flatMap((entered): [string, ShieldRule][] => {
    const target = catalog.get(getNamedType(entered.type).name);
    return target ? [[`${type.name}.${entered.name}`, readRule(target)]] : [];
  });
}

type ReadRule = (type: Pick<StoredType, 'surface' | 'source'>) => ShieldRule;

/** One rule a model or table, whatever the number of fields that lead there: shield caches by rule. */
function createReadRules(doctrine: Doctrine): ReadRule {
  const rules = new Map<string, ShieldRule>();
  return ({ surface, source }) => {
    const known = rules.get(source);
    if (known) return known;
    const made = createRule(`read ${source}`, (context) => decideRead(doctrine, context.viewer, surface, source));
    rules.set(source, made);
    return made;
  };
}

function rootReadRule(
  field: GraphQLField<unknown, unknown>,
  catalog: Catalog,
  doctrine: Doctrine,
  readRule: ReadRule,
): ShieldRule | null {
  if (doctrine.open.includes(field.name)) return allow;
  const reads = readListArgument(field.astNode, 'reads', 'from') ?? [];
  if (reads.length > 0) return readTables(reads, doctrine, readRule);
  const { name } = getNamedType(field.type);
  const type = catalog.get(name) ?? catalog.get(name.replace(/(Connection|Group)$/, ''));
  return type ? readRule(type) : null;
}

function readTables(tables: readonly string[], doctrine: Doctrine, readRule: ReadRule): ShieldRule | null {
  const rules = tables.flatMap((source) => {
    const surface = ownerOf(doctrine, source);
    return surface ? [readRule({ surface, source })] : [];
  });
  const [first, ...rest] = rules;
  if (!first || rules.length < tables.length) return null;
  return rest.length === 0 ? first : and(...rules);
}

function writeRule(
  field: GraphQLField<unknown, unknown>,
  catalog: Catalog,
  doctrine: Doctrine,
  problems: string[],
): ShieldRule {
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
  if (!surface) return deny;
  const by = readDirective(field.astNode, 'writes')?.by ?? null;
  if (by !== null && !by.startsWith(`${surface}.`))
    problems.push(`${at} writes ${surface} by ${by}, which is not its function`);
  const write = { surface, tables, by };
  return createRule(`write by ${field.name}`, (context) => decideWrite(doctrine, context.viewer, write));
}

/** `contextual`: shield asks once a request, whatever the number of fields that carry the rule. */
function createRule(name: string, decide: (context: Context) => Decision): ShieldRule {
  return rule(name, { cache: 'contextual' })((_parent, _args, context: Context) => decide(context));
}
