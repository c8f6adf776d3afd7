/**
 * The doctrine as graphql-shield rules: one on each root field, and one on each field that enters another stored type.
 *
 * `shield` itself wraps every field of every object, which halves the throughput: so only the middleware that it
 * generates is taken, and run where a rule stands. The gateway does not start while a root field or link has none.
 */
import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { type Context, type OdooStanding, odooStanding } from '../context.ts';
import { GatewayError } from '../errors.ts';
import type { Catalog } from '../plan/catalog.ts';
import { collectRequirements, type Requirement, type Source } from './requirements.ts';
import { type Ruling, ruleOnAsk, ruleOnMutation, ruleOnRead } from './rulings.ts';
import type { Doctrine } from './shape.ts';
import { allow, and, deny, rule, shield } from './shield.ts';

/** Runs the rule of a coordinate such as `Query.moves`, then `next`; resolves with the refusal or what `next` gives. */
export type RunRule = (coordinate: string, context: Context, next: () => unknown) => Promise<unknown>;

type ShieldRule = ReturnType<ReturnType<typeof rule>> | ReturnType<typeof and> | typeof allow;
type Middleware = (
  resolve: () => unknown,
  parent: unknown,
  args: unknown,
  context: Context,
  info: GraphQLResolveInfo,
) => Promise<unknown>;
type Generated = Middleware | { readonly resolve: Middleware };

/** @throws SdlError naming each root field and link without a rule, and each mutation whose `@writes` does not add up. */
export function createRunRule(schema: GraphQLSchema, catalog: Catalog, doctrine: Doctrine): RunRule {
  const requirements = collectRequirements(schema, catalog, doctrine);
  const ruleOf = createRules(doctrine);
  const tree: Record<string, Record<string, ShieldRule>> = {};
  for (const [coordinate, requirement] of requirements) {
    const [type = '', field = ''] = coordinate.split('.');
    tree[type] = { ...tree[type], [field]: ruleOf(requirement) };
  }
  const options = { fallbackRule: deny, allowExternalErrors: true, fallbackError: refusedByDefault };
  const generated = shield(tree, options).generate(schema) as Record<string, Record<string, Generated>>;
  return async (coordinate, context, next) => {
    const [type = '', field = ''] = coordinate.split('.');
    const given = generated[type]?.[field];
    // Shield wraps the middleware of `allow`, a logic rule, in an object.
    const middleware = typeof given === 'object' ? given.resolve : given;
    if (!middleware || !requirements.has(coordinate)) return refusedByDefault();
    return middleware(next, {}, {}, context, { fieldName: field, parentType: type } as unknown as GraphQLResolveInfo);
  };
}

function refusedByDefault(): GatewayError {
  return new GatewayError('FORBIDDEN', 'The doctrine does not allow this');
}

/** One rule a model, table or function, whatever the number of fields that ask it: shield caches by rule. */
function createRules(doctrine: Doctrine): (requirement: Requirement) => ShieldRule {
  const known = new Map<string, ShieldRule>();
  const once = (name: string, decide: Decide) => {
    const made = known.get(name) ?? createRule(name, decide);
    known.set(name, made);
    return made;
  };
  const readRule = ({ surface, source }: Source) =>
    once(`read ${source}`, (context) => {
      const decide = (standing?: OdooStanding) =>
        ruleOnRead(doctrine, context.viewer, surface, source, standing).decision;
      // Where nobody can say whose rights count, that is the answer: shield would say no more than no.
      return surface === 'odoo' ? odooStanding(context).then(decide, asRefusal) : decide();
    });
  const askRule = (by: string) => once(`ask ${by}`, ({ viewer }) => ruleOnAsk(doctrine, viewer, by).decision);
  return (requirement) => {
    switch (requirement.kind) {
      case 'open':
        return allow;
      case 'nobody':
        return deny;
      case 'read': {
        const { sources, by } = requirement;
        const [first = deny, ...rest] = [...sources.map(readRule), ...(by === null ? [] : [askRule(by)])];
        return rest.length > 0 ? and(first, ...rest) : first;
      }
      case 'write': {
        const { field, write } = requirement;
        return createRule(`write by ${field}`, ({ viewer }) => ruleOnMutation(doctrine, viewer, field, write).decision);
      }
    }
  };
}

type Decide = (context: Context) => Ruling['decision'] | Promise<Ruling['decision']>;

function asRefusal(error: unknown): GatewayError {
  if (error instanceof GatewayError) return error;
  throw error;
}

/** `contextual`: shield asks once a request, whatever the number of fields that carry the rule. */
function createRule(name: string, decide: Decide): ShieldRule {
  return rule(name, { cache: 'contextual' })((_parent, _args, context: Context) => decide(context));
}
