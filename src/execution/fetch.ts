/** Plan → surface: the one place that knows which upstream answers a plan. */
import { untilAborted } from '../abort.ts';
import { holderOf, viewerScope } from '../auth/viewer.ts';
import type { Caches } from '../caches.ts';
import { type Call, type Context, withCall } from '../context.ts';
import { GatewayError, type Surface } from '../errors.ts';
import { type AcrossCompanies, refuseAcrossCompanies } from '../odoo/across-companies.ts';
import { createArchivedCall } from '../odoo/archived.ts';
import type { OdooArguments, OdooCall } from '../odoo/call.ts';
import { contextFault, type OdooContext, proveContext, readFieldContext } from '../odoo/context.ts';
import { cancelledFault } from '../odoo/faults.ts';
import type { OdooIdentities } from '../odoo/identity.ts';
import { type KnownFields, knownFieldsOf } from '../odoo/known-fields.ts';
import { createCompanyCall } from '../odoo/per-company.ts';
import { type ReadByIdsOptions, readByIds, readRoot } from '../odoo/read.ts';
import { type ReaderCompanies, readerOf } from '../odoo/reader.ts';
import type { OdooReading, ReadCall } from '../odoo/reading.ts';
import { createTolerantCall } from '../odoo/tolerant.ts';
import { countAnswered, countListed, countValues } from '../plan/answered-rows.ts';
import type { Bound } from '../plan/bind.ts';
import type { ListPlan, ObjectPlan } from '../plan/plan.ts';
import type { RootPlan } from '../plan/root.ts';

import { compileBatch, compileLists, type IdType } from '../postgres/batches.ts';
import { sealSpans } from '../postgres/cursor-spans.ts';
import type { Bounds, PostgresSource } from '../postgres/source.ts';
import { compileStatement, type Lane, type Statement } from '../postgres/statement.ts';

/** The upstreams; null for one that is not configured. */
export interface Sources {
  /** Calls as the gateway's reader. What a viewer reads goes by `askerOf`. */
  readonly odoo: OdooCall | null;
  readonly postgres: PostgresSource | null;
  /** As whom users read Odoo; as the reader where absent. */
  readonly identities?: OdooIdentities | null;
}

/** One request's fetch. */
export interface Fetching {
  readonly sources: Sources;
  readonly context: Context;
  readonly bound: Bound;
  /** Compiles the statements of root plans; absent where there are none. */
  readonly compileStatement?: CompileStatement;
  /** What `@inOdoo` of the operation says. */
  readonly odooContext: OdooContext;
  /** What is fetched: response keys from the root, e.g. `pages.partner`. */
  readonly field: string;
  /** Told of each answer of the cache: when Odoo was asked for it. */
  readonly onCached?: (asOf: Date) => void;
}

/** The JSON of one root field: bytes of Postgres, and what stands around them. */
export interface RootBytes {
  readonly bytes: Buffer;
  readonly around: readonly [before: string, after: string];
}

const NOTHING_AROUND = ['', ''] as const;

/** Runs a root plan of `ops` or `work`. */
export async function fetchBytes(fetching: Fetching, plan: RootPlan, lane: Lane): Promise<RootBytes> {
  let around: RootBytes['around'] = NOTHING_AROUND;
  const bytes = await runStatement(
    fetching,
    plan.type,
    () => {
      const compile = fetching.compileStatement ?? compileStatement;
      const statement = compile(plan, fetching.bound, lane);
      around = statement.around ?? NOTHING_AROUND;
      return statement;
    },
    (answer) => countAnswered(plan, answer),
  );
  return { bytes, around };
}

/** Runs a root plan for the ordinary lane; resolves with objects keyed by response key. */
export async function fetchAnswer(fetching: Fetching, plan: RootPlan): Promise<unknown> {
  if (plan.type.surface === 'odoo') {
    const given = readFieldContext(fetching.bound.read(plan.inOdoo));
    const reading = await odooReading(given ? { ...fetching, odooContext: given } : fetching);
    await refuseAcrossCompanies(reading, plan);
    return readRoot(reading, plan);
  }
  const { bytes, around } = await fetchBytes(fetching, plan, 'ordinary');
  return JSON.parse(`${around[0]}${bytes.toString('utf8')}${around[1]}`);
}

/** How records are read by id. */
interface FetchByIdsOptions extends ReadByIdsOptions {
  /** What the ids are where a table is read by them; uuids where absent. */
  readonly type?: IdType;
}

/**
 * Reads records by id for a link; resolves with id → object: absent are ids that are gone, an error those that are hidden.
 *
 * @param options.tellsHidden False where those are absent too, which spares calls of Odoo.
 */
export async function fetchByIds(
  fetching: Fetching,
  object: ObjectPlan,
  ids: readonly string[],
  options: FetchByIdsOptions = {},
): Promise<Map<string, unknown>> {
  const { type } = object;
  if (type.surface === 'odoo') {
    const reading = await odooReading(fetching);
    await refuseAcrossCompanies(reading, object);
    const found = await readByIds(reading, object, ids.map(Number), options);
    return new Map([...found].map(([id, answer]) => [String(id), answer]));
  }
  const compileNow = () => compileBatch(object, { ids, type: options.type }, fetching.bound);
  const bytes = await runStatement(fetching, type, compileNow, countValues);
  return new Map(Object.entries(JSON.parse(bytes.toString('utf8')) as Record<string, unknown>));
}

/** Reads a list for each record of another surface; resolves with the record's id → connection. */
export async function fetchLists(
  fetching: Fetching,
  list: ListPlan,
  from: { foreign: string; ids: readonly string[]; type: IdType },
): Promise<Map<string, unknown>> {
  const count = (answer: unknown) =>
    Object.values(answer as object).reduce((sum: number, page: unknown) => sum + countListed(list, page), 0);
  const bytes = await runStatement(fetching, list.type, () => compileLists(list, from, fetching.bound), count);
  return new Map(Object.entries(JSON.parse(bytes.toString('utf8')) as Record<string, unknown>));
}

/** Compiles the statement of a root plan, or gives the one that is kept. */
export type CompileStatement = (plan: RootPlan, bound: Bound, lane: Lane) => Statement;

const MAX_STATEMENTS = 2_000;
/** Characters of all of them, and of the variables that they are kept by. */
const MAX_STATEMENT_LENGTHS = 8_000_000;
/** Characters of the variables, as JSON, that a statement is kept for: a search sends other ones each time. */
const MAX_KEPT_VARIABLES = 500;

/** Keeps statements by their plan and the variables that they were compiled for: a front end sends the same few again. */
export function createCompileStatement(caches: Caches): CompileStatement {
  const statements = caches.create<Statement>('statements', {
    maxEntries: MAX_STATEMENTS,
    maxWeight: MAX_STATEMENT_LENGTHS,
    weigh: ({ text }, key) => text.length + key.length,
  });
  const ids = new WeakMap<RootPlan, number>();
  let plans = 0;
  return (plan, bound, lane) => {
    const of = plan.isStatic ? '' : JSON.stringify(bound.variables);
    // A pruned plan is made anew for each request, so its statement would never be found again.
    if (plan.isPruned || of.length > MAX_KEPT_VARIABLES) return compileStatement(plan, bound, lane);
    const id = ids.get(plan) ?? plans++;
    ids.set(plan, id);
    const key = `${id} ${lane} ${of}`;
    const kept = statements.get(key) ?? compileStatement(plan, bound, lane);
    statements.set(key, kept);
    return kept;
  };
}

/** How many records an answer holds at its top. */
type CountRows = (answer: unknown) => number;

async function runStatement(
  fetching: Fetching,
  type: { surface: Surface; source: string },
  compileNow: () => Statement,
  countRows: CountRows,
): Promise<Buffer> {
  const { surface, source } = type;
  const settled = fetching.context.settling?.before(source);
  if (settled) await settled;
  const postgres = requirePostgres(fetching.sources, surface);
  const { context, field } = fetching;
  return renderOn(postgres, context, { surface, what: `select ${source}`, field }, compileNow(), countRows);
}

/** @throws GatewayError `NOT_CONFIGURED` where there is no Postgres. */
export function requirePostgres({ postgres }: Sources, surface: Surface): PostgresSource {
  if (postgres) return postgres;
  throw new GatewayError('NOT_CONFIGURED', `${surface} is not configured: set DATABASE_URL`, { surface });
}

/** Runs one read as the viewer of the request; its cursors come sealed. */
export async function renderOn(
  postgres: PostgresSource,
  context: Context,
  call: FieldCall,
  statement: Statement,
  countRows?: CountRows,
): Promise<Buffer> {
  const render = () => renderWithin(postgres, context, call, statement);
  // Parsed only where somebody pays for them.
  const rowsOf = context.run && countRows ? (bytes: Buffer) => countIn(bytes, statement, countRows) : () => null;
  const bytes = await callPostgres(context, call, render, rowsOf);
  return sealCursors(context, statement, bytes);
}

/** Null where it is no JSON: a null stood where none may, and the other lane asks again. */
function countIn(bytes: Buffer, { around = NOTHING_AROUND }: Statement, count: CountRows): number | null {
  try {
    return count(JSON.parse(`${around[0]}${bytes.toString('utf8')}${around[1]}`));
  } catch {
    return null;
  }
}

/** What the statement rendered, its cursors sealed for the viewer. */
export function sealCursors({ sealCursor }: Context, { hasCursors }: Statement, bytes: Buffer): Buffer {
  return hasCursors ? sealSpans(bytes, sealCursor) : bytes;
}

/** The same, without a note among the calls. */
export async function renderWithin(
  postgres: PostgresSource,
  context: Context,
  call: FieldCall,
  statement: Statement,
): Promise<Buffer> {
  const bytes = await postgres.render(context.viewer, statement, boundsOf(context, call));
  context.bytes.take(call.field, bytes.length, call.surface);
  return bytes;
}

/** A call of an operation, and the field that it is made for. */
export interface FieldCall extends Pick<Call, 'surface' | 'what'> {
  readonly field: string;
}

/** How long the operation waits for a statement, and how long the answer may be. */
export function boundsOf({ signal, bytes }: Context, { field, surface }: Pick<FieldCall, 'field' | 'surface'>): Bounds {
  return { signal: signal(), refuse: (more) => bytes.refuse(field, more, surface) };
}

/** Notes a call to Postgres among those of the request; an error says which surface it is of. */
export function callPostgres<T>(
  context: Context,
  { surface, what }: Pick<Call, 'surface' | 'what'>,
  run: () => Promise<T>,
  countRows: (result: T) => number | null = () => null,
): Promise<T> {
  return withCall(context, { surface, what }, run, countRows).catch((error: unknown) => {
    throw error instanceof GatewayError && !error.surface
      ? new GatewayError(error.code, error.message, { surface, cause: error.cause, details: error.details })
      : error;
  });
}

/** Who asks Odoo, and by whose rights. */
export interface Asker {
  readonly call: OdooCall;
  readonly isMapped: boolean;
  /** With whom its calls share places at Odoo. */
  readonly holder: string;
}

/** As whom the viewer of a request reads Odoo; null where there is no Odoo. @throws GatewayError where nobody can say. */
export async function askerOf({ odoo }: Sources, context: Context): Promise<Asker | null> {
  const identity = await context.odooIdentity();
  const call = identity?.call ?? odoo;
  const holder = identity?.holder ?? holderOf(context.viewer);
  return call && { call, holder, isMapped: identity?.standing === 'mapped' };
}

async function odooReading({
  sources,
  context,
  bound,
  odooContext,
  field,
  onCached: tell,
}: Fetching): Promise<OdooReading & AcrossCompanies> {
  const asker = await askerOf(sources, context);
  if (!asker) throw new GatewayError('NOT_CONFIGURED', 'odoo is not configured: set ODOO_URL', { surface: 'odoo' });
  const { call: odoo, holder, isMapped } = asker;
  const scope = viewerScope(context.viewer);
  const withContext = (own: OdooContext, { context: given }: OdooArguments) => {
    const merged = { ...own, ...odooContext, ...(given as object | undefined) };
    return Object.keys(merged).length > 0 ? { context: merged } : {};
  };
  const call: ReadCall = (model, method, args) =>
    withCall(
      context,
      { surface: 'odoo', what: `${model} ${method}` },
      (note) => {
        const onCached = (asOf: Date) => {
          note(asOf);
          tell?.(asOf);
        };
        const options = { signal: context.signal(), scope, holder, onCached };
        const ask = async () =>
          odoo(
            model,
            method,
            { ...args, ...withContext(await within(context, ownContext(asker, odooContext)), args) },
            options,
          );
        return Promise.all([ask(), proveContext(odoo, odooContext, holder)]).then(
          ([result]) => result,
          (error: unknown) => {
            throw nameField(contextFault(error, odooContext, isMapped), field);
          },
        );
      },
      countRecords,
    );
  const known = learntWithin(knownFieldsOf(odoo), context);
  const companies = async (): Promise<ReaderCompanies | null> => {
    const [main, ...others] = odooContext.allowed_company_ids ?? [];
    if (main !== undefined) return { main, all: [main, ...others] };
    return within(context, readerOf(odoo).companies());
  };
  const isArchived = odooContext.active_test === false;
  const whole = createArchivedCall(createTolerantCall(call, known), known, isArchived);
  const { sealCursor } = context;
  return { bound, sealCursor, known, companies, call: createCompanyCall(whole, known, companies) };
}

/**
 * The language of who reads, and the time zone of a user who reads as such, where the client says no other. The reader's own
 * zone is not taken: without a user of one's own, days are cut in UTC.
 */
async function ownContext({ call, isMapped }: Asker, { lang, tz }: OdooContext): Promise<OdooContext> {
  const reader = readerOf(call);
  const [ownLang, ownTz] = await Promise.all([
    lang === undefined ? reader.language() : null,
    isMapped && tz === undefined ? reader.timeZone() : null,
  ]);
  return { ...(ownLang !== null && { lang: ownLang }), ...(ownTz !== null && { tz: ownTz }) };
}

function learntWithin(known: KnownFields, context: Context): KnownFields {
  return { ...known, learn: (unlearnt) => within(context, known.learn(unlearnt)) };
}

/** A request whose time is up stops waiting. What it waited for goes on, because all requests learn from it. */
function within<T>(context: Context, learning: Promise<T>): Promise<T> {
  return untilAborted(learning, context.signal(), { error: cancelledFault });
}

function countRecords(result: unknown): number | null {
  const records = (result as { records?: unknown } | null)?.records ?? result;
  return Array.isArray(records) ? records.length : null;
}

/** Only here is the field known: the wire, which found the answer too long, does not know it. */
function nameField(error: unknown, field: string): unknown {
  if (!(error instanceof GatewayError) || error.code !== 'LIMIT_EXCEEDED') return error;
  const { code, message, surface = 'odoo', cause, details } = error;
  return new GatewayError(code, message, { surface, cause, details: { ...details, field } });
}
