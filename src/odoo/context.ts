/** `@inOdoo` of an operation, or `inOdoo` of a field → the context of its calls to Odoo. */
import { type GraphQLSchema, getDirectiveValues, type OperationDefinitionNode } from 'graphql';
import type { Caches } from '../caches.ts';
import { badInput, GatewayError } from '../errors.ts';
import type { Variables } from '../plan/bind.ts';
import { readStoredId } from '../plan/id.ts';
import type { OdooCall } from './call.ts';

/** Odoo's context, as far as a client may set it; empty without `@inOdoo` and `inOdoo`. */
export interface OdooContext {
  readonly lang?: string;
  readonly allowed_company_ids?: readonly number[];
  readonly active_test?: boolean;
  /** The zone whose days times are grouped by and compared with. */
  readonly tz?: string;
}

/** What `@inOdoo` and `inOdoo` take. */
interface InOdoo {
  readonly lang?: string | null;
  readonly companies?: readonly string[] | null;
  readonly archived?: boolean | null;
  readonly timeZone?: string | null;
}

const NO_CONTEXT: OdooContext = Object.freeze({});
const LANGUAGE = /^[a-z]{2,3}(_[A-Z]{2})?(@[a-z]+)?$/;

/** What the operation says. @throws GatewayError `BAD_USER_INPUT` for what can be no language, company or time zone. */
export function readOdooContext(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Variables,
): OdooContext {
  if (operation.directives?.length === 0) return NO_CONTEXT;
  const directive = schema.getDirective('inOdoo');
  const given = directive && getDirectiveValues(directive, operation, variables);
  return given ? toContext(given as InOdoo) : {};
}

/** What the argument of a field says, in place of all that the operation says; null where it is not given. */
export function readFieldContext(given: unknown): OdooContext | null {
  return given === null || given === undefined ? null : toContext(given as InOdoo);
}

function toContext({ lang, companies, archived, timeZone }: InOdoo): OdooContext {
  if (typeof lang === 'string' && !LANGUAGE.test(lang)) throw badInput('lang', 'must be a language such as "fr_FR"');
  if (companies?.length === 0) throw badInput('companies', 'is empty: name at least one, or leave it out');
  return {
    ...(typeof lang === 'string' && { lang }),
    ...(companies && { allowed_company_ids: companies.map((id) => readStoredId('odoo', id, 'companies') as number) }),
    ...(archived && { active_test: false }),
    ...(typeof timeZone === 'string' && { tz: readTimeZone(timeZone) }),
  };
}

/** The parts of a zone's name begin with capitals. Odoo silently takes UTC for a name that is not spelt like the zone's own. */
const TIME_ZONE = /^[A-Z][A-Za-z0-9+_-]*(\/[A-Z][A-Za-z0-9+_-]*)*$/;
const ZONES = new Map(Intl.supportedValuesOf('timeZone').map((name) => [name.toLowerCase(), name]));

function readTimeZone(name: string): string {
  const problem = badInput('timeZone', 'must be a time zone of the IANA database such as "Asia/Manila"');
  const known = ZONES.get(name.toLowerCase());
  if (known === name) return name;
  if (known !== undefined || !TIME_ZONE.test(name)) throw problem;
  try {
    // The older and newer names of a zone are not listed, and known all the same.
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name;
  } catch {
    throw problem;
  }
}

/** Contexts remembered; then they are asked about anew. */
const MAX_ACCEPTED = 1_000;

/** Contexts that Odoo has accepted for who calls so, and those it is being asked about. */
interface Accepted {
  readonly known: Map<string, Promise<unknown>>;
  readonly most: number;
}

const accepted = new WeakMap<OdooCall, Accepted>();

function acceptedBy(odoo: OdooCall, most = MAX_ACCEPTED): Accepted {
  const found = accepted.get(odoo) ?? { known: new Map<string, Promise<unknown>>(), most };
  accepted.set(odoo, found);
  return found;
}

/** Says of calls before the first one how many contexts are remembered of them. */
export function keepContexts(odoo: OdooCall, most: number): void {
  acceptedBy(odoo, most);
}

/** Makes known how many contexts of an Odoo are remembered. */
export function watchContexts(odoo: OdooCall, caches: Caches): void {
  const { known, most } = acceptedBy(odoo);
  caches.watch('odoo contexts', most, () => known.size);
}

/**
 * Asks Odoo once whether it takes the context. An ordinary call would not tell: where it reads no translated text, or no
 * record of a company, Odoo passes over a language or company that does not exist.
 *
 * @param holder Whose call it is, as `holderOf` names a viewer.
 */
export async function proveContext(
  odoo: OdooCall,
  { lang, allowed_company_ids }: OdooContext,
  holder: string,
): Promise<void> {
  if (lang === undefined && allowed_company_ids === undefined) return;
  const { known, most } = acceptedBy(odoo);
  const context = { ...(lang && { lang }), ...(allowed_company_ids && { allowed_company_ids }) };
  const key = JSON.stringify(context);
  let asked = known.get(key);
  const isOthers = asked !== undefined;
  if (!asked) {
    const domain = [['country_id.name', '=', '-']];
    asked = odoo('res.partner', 'search_count', { domain, limit: 1, context }, { holder });
    if (known.size >= most) known.clear();
    known.set(key, asked);
    asked.catch(() => known.delete(key));
  }
  await asked.catch((error: unknown) => {
    // Who asked first was refused for what it has asked beside.
    if (isOthers && error instanceof GatewayError && error.code === 'RATE_LIMITED')
      return proveContext(odoo, { lang, allowed_company_ids } as OdooContext, holder);
    throw error;
  });
}

/**
 * The part of a fault that comes from the context: Odoo refuses a language or company that it does not know.
 *
 * @param isMapped Whether it was read as the asker's own user of Odoo.
 */
export function contextFault(error: unknown, context: OdooContext, isMapped: boolean): unknown {
  const said = error instanceof GatewayError ? JSON.stringify(error.cause ?? '') : '';
  if (context.lang && /Invalid language code/.test(said))
    return badInput('lang', `names a language that Odoo does not have: ${context.lang}`);
  if (context.allowed_company_ids && /invalid companies/i.test(said))
    return badInput('companies', `names a company that ${isMapped ? 'your Odoo user' : 'the reader'} does not have`);
  return error;
}
