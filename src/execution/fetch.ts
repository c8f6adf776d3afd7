/** Plan → surface: the one place that knows which upstream answers a plan. */
import { viewerScope } from '../auth/viewer.ts';
import { type Context, withCall } from '../context.ts';
import { GatewayError, type Surface } from '../errors.ts';
import type { OdooCall } from '../odoo/call.ts';
import { contextFault, type OdooContext, proveContext } from '../odoo/context.ts';
import { type OdooReading, readByIds, readRoot } from '../odoo/read.ts';
import type { ObjectPlan, RootPlan, Variables } from '../plan/plan.ts';
import type { PostgresSource } from '../postgres/source.ts';
import { compileBatch, compileStatement, type Lane, type Statement } from '../postgres/statement.ts';

/** The upstreams; null for one that is not configured. */
export interface Sources {
  readonly odoo: OdooCall | null;
  readonly postgres: PostgresSource | null;
}

/** One request's fetch. */
export interface Fetching {
  readonly sources: Sources;
  readonly context: Context;
  readonly variables: Variables;
  /** What `@inOdoo` of the operation says. */
  readonly odooContext: OdooContext;
}

/** Runs a root plan of `ops` or `work`; resolves with the JSON's bytes. */
export async function fetchBytes(fetching: Fetching, plan: RootPlan, lane: Lane): Promise<Buffer> {
  return runStatement(fetching, plan.type, () => compile(plan, fetching.variables, lane));
}

/** Runs a root plan for the ordinary lane; resolves with objects keyed by response key. */
export async function fetchAnswer(fetching: Fetching, plan: RootPlan): Promise<unknown> {
  if (plan.type.surface === 'odoo') return readRoot(odooReading(fetching), plan);
  return JSON.parse((await fetchBytes(fetching, plan, 'ordinary')).toString('utf8'));
}

/** Reads records by id for a link; resolves with id → object, where ids that are gone or hidden are absent. */
export async function fetchByIds(
  fetching: Fetching,
  object: ObjectPlan,
  ids: readonly string[],
): Promise<Map<string, unknown>> {
  const { type } = object;
  if (type.surface === 'odoo') {
    const found = await readByIds(odooReading(fetching), object, ids.map(Number));
    return new Map([...found].map(([id, answer]) => [String(id), answer]));
  }
  const bytes = await runStatement(fetching, type, () => compileBatch(object, ids, fetching.variables));
  return new Map(Object.entries(JSON.parse(bytes.toString('utf8')) as Record<string, unknown>));
}

/** Statements of plans that no variable changes. */
const compiled: Record<Lane, WeakMap<RootPlan, Statement>> = { passthrough: new WeakMap(), ordinary: new WeakMap() };

function compile(plan: RootPlan, variables: Variables, lane: Lane): Statement {
  if (!plan.isStatic) return compileStatement(plan, variables, lane);
  let statement = compiled[lane].get(plan);
  if (!statement) {
    statement = compileStatement(plan, variables, lane);
    compiled[lane].set(plan, statement);
  }
  return statement;
}

async function runStatement(
  fetching: Fetching,
  type: { surface: Surface; source: string },
  compileNow: () => Statement,
): Promise<Buffer> {
  const { context, sources } = fetching;
  const { surface, source } = type;
  const { postgres } = sources;
  if (!postgres)
    throw new GatewayError('NOT_CONFIGURED', `${surface} is not configured: set DATABASE_URL`, { surface });
  const statement = compileNow();
  const run = () => postgres.render(context.viewer, statement);
  return withCall(context, { surface, what: `select ${source}` }, run, () => null).catch((error: unknown) => {
    throw error instanceof GatewayError && !error.surface
      ? new GatewayError(error.code, error.message, { surface, cause: error.cause, details: error.details })
      : error;
  });
}

function odooReading({ sources, context, variables, odooContext }: Fetching): OdooReading {
  const { odoo } = sources;
  if (!odoo) throw new GatewayError('NOT_CONFIGURED', 'odoo is not configured: set ODOO_URL', { surface: 'odoo' });
  const scope = viewerScope(context.viewer);
  const withContext = Object.keys(odooContext).length > 0 ? { context: odooContext } : {};
  return {
    variables,
    call: (model, method, args) =>
      withCall(
        context,
        { surface: 'odoo', what: `${model} ${method}` },
        (onCached) => {
          const options = { signal: context.signal(), scope, onCached };
          const answer = odoo(model, method, { ...args, ...withContext }, options);
          return Promise.all([answer, proveContext(odoo, odooContext)]).then(
            ([result]) => result,
            (error: unknown) => {
              throw contextFault(error, odooContext);
            },
          );
        },
        countRecords,
      ),
  };
}

function countRecords(result: unknown): number | null {
  const records = (result as { records?: unknown } | null)?.records ?? result;
  return Array.isArray(records) ? records.length : null;
}
