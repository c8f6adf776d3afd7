/** `@inOdoo` of an operation → the context of its calls to Odoo. */
import { type GraphQLSchema, getDirectiveValues, type OperationDefinitionNode } from 'graphql';
import { badInput, GatewayError } from '../errors.ts';
import { readStoredId } from '../plan/id.ts';
import type { Variables } from '../plan/plan.ts';
import type { OdooCall } from './call.ts';

/** Odoo's context, as far as a client may set it; empty without `@inOdoo`. */
export interface OdooContext {
  readonly lang?: string;
  readonly allowed_company_ids?: readonly number[];
  readonly active_test?: boolean;
}

const LANGUAGE = /^[a-z]{2,3}(_[A-Z]{2})?(@[a-z]+)?$/;

/** @throws GatewayError `BAD_USER_INPUT` for what can be no language or company. */
export function readOdooContext(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Variables,
): OdooContext {
  const directive = schema.getDirective('inOdoo');
  const given = directive && getDirectiveValues(directive, operation, variables);
  if (!given) return {};
  const { lang, companies, archived } = given as {
    lang?: string | null;
    companies?: string[] | null;
    archived?: boolean | null;
  };
  if (typeof lang === 'string' && !LANGUAGE.test(lang)) throw badInput('lang', 'must be a language such as "fr_FR"');
  if (companies?.length === 0) throw badInput('companies', 'is empty: name at least one, or leave it out');
  return {
    ...(typeof lang === 'string' && { lang }),
    ...(companies && { allowed_company_ids: companies.map((id) => readStoredId('odoo', id, 'companies') as number) }),
    ...(archived && { active_test: false }),
  };
}

/** Contexts remembered; then they are asked about anew. */
const MAX_ACCEPTED = 1_000;

/** Contexts that Odoo has accepted, and those it is being asked about. */
const accepted = new WeakMap<OdooCall, Map<string, Promise<unknown>>>();

/**
 * Asks Odoo once whether it takes the context: a call that reads no translated text, or no record of a company, would
 * pass over a language or company that there is not.
 */
export async function proveContext(odoo: OdooCall, { lang, allowed_company_ids }: OdooContext): Promise<void> {
  if (lang === undefined && allowed_company_ids === undefined) return;
  const known = accepted.get(odoo) ?? new Map<string, Promise<unknown>>();
  accepted.set(odoo, known);
  const context = { ...(lang && { lang }), ...(allowed_company_ids && { allowed_company_ids }) };
  const key = JSON.stringify(context);
  let asked = known.get(key);
  if (!asked) {
    const domain = [['country_id.name', '=', '-']];
    asked = odoo('res.partner', 'search_count', { domain, limit: 1, context });
    if (known.size >= MAX_ACCEPTED) known.clear();
    known.set(key, asked);
    asked.catch(() => known.delete(key));
  }
  await asked;
}

/** What of a fault comes from the context: Odoo refuses a language or company that it does not know. */
export function contextFault(error: unknown, context: OdooContext): unknown {
  const said = error instanceof GatewayError ? JSON.stringify(error.cause ?? '') : '';
  if (context.lang && /Invalid language code/.test(said))
    return badInput('lang', `names a language that Odoo does not have: ${context.lang}`);
  if (context.allowed_company_ids && /invalid companies/i.test(said))
    return badInput('companies', 'names a company that the reader does not have');
  return error;
}
