/** What one request carries through its resolvers. */
import { setMaxListeners } from 'node:events';
import type DataLoader from 'dataloader';
import type { FieldNode } from 'graphql';
import { givenUp } from './abort.ts';
import { cursorScope, userBehind, type Viewer } from './auth/viewer.ts';
import { type ByteBudget, createByteBudget } from './byte-budget.ts';
import { type ErrorCode, GatewayError, type Surface } from './errors.ts';
import type { OperationLimits } from './limits.ts';
import type { Log } from './log.ts';
import type { OdooIdentities, OdooIdentity } from './odoo/identity.ts';
import { createSealCursor, type SealCursor } from './plan/cursor.ts';
import type { Seal } from './plan/seal.ts';
import type { RateState } from './rates/rates.ts';
import { withSpan } from './tracing/span.ts';

/** One call to an upstream. */
export interface Call {
  readonly surface: Surface;
  /** E.g. `account.move web_search_read` or `select work.pages`. */
  readonly what: string;
  /** Milliseconds, rounded to a tenth. */
  readonly ms: number;
  /** Records or rows answered at the top level; null where the bytes were passed through uncounted. */
  readonly rows: number | null;
  /** `ok`, or the code of its error. */
  readonly outcome: 'ok' | ErrorCode;
  /** When the upstream was asked, RFC 3339, where the cache answered in its place. */
  readonly asOf?: string;
}

/** The run that a request names, to which what it uses is counted. */
export interface RunMeter {
  /** The run's uuid. */
  readonly id: string;
  /** Adds what was used beside: records that were answered, tokens, mutations that were done. */
  readonly count: (used: { readonly rows?: number; readonly tokens?: number; readonly writes?: number }) => void;
  /** Begins a call of an upstream; what it gives is told its end. @throws GatewayError `BUDGET_EXCEEDED` where the run's budget has no other call. */
  readonly beginCall: () => (used: { readonly calls: number; readonly rows: number; readonly ms: number }) => void;
  /** @throws GatewayError where the run has ended, as far as is known. */
  readonly refuseEnded: () => void;
}

/** What the ledger's readers and writers tell of before and after. */
export interface Settling {
  /** Called before a table is read, or a function called, by its name: what it would not know yet is told first. */
  readonly before: (name: string) => Promise<void> | undefined;
  /** Called after a mutation has written by these functions. */
  readonly after: (functions: readonly string[]) => void;
}

/** How the gateway itself is, as its own fields tell it: by the names of their fields. */
export interface GatewayState {
  /** For `Query.surfaces`. */
  readonly surfaces: () => Promise<unknown>;
  /** For `Query.operationStats`. */
  readonly operations: () => unknown;
}

/** What an operation costs. */
export interface Cost {
  /** Points, from its plan. */
  readonly estimated: number;
  /** Points of what was answered; walks all of it. @param data As objects. */
  readonly count: (data: unknown) => number;
}

/** One request. */
export interface Context {
  readonly viewer: Viewer;
  /** Where it asks from, as the rates count it; null where that is not known. */
  readonly address: string | null;
  readonly log: Log;
  readonly limits: OperationLimits;
  /** Aborted when the client goes away, or the operation's time is up; made when it is first asked for. */
  readonly signal: () => AbortSignal;
  /** Throws where the time is up: a timer cannot tell while the event loop is held. */
  readonly checkTime: () => void;
  /** Counts the bytes of the operation's answers. */
  readonly bytes: ByteBudget;
  /** Ends what is still under way; called when the operation is answered. */
  readonly end: () => void;
  /** Upstream calls so far, in the order of their ends. */
  readonly calls: Call[];
  /** Upstream calls that have not ended. */
  readonly underWay: { count: number };
  /** Names of the limits that the operation passed. */
  readonly exceeded: string[];
  /** What it costs, once it is planned, and how the rates of who asks stand. */
  readonly metered: { cost: Cost | null; rates: readonly RateState[] };
  /** For the log: the operation's name and kind, and the codes of its errors once it has ended. */
  readonly noted: { operationName: string | null; operationType: string | null; codes: readonly string[] };
  /** Whether its answer may hold a secret, such as a signed URL or a confirmation: it is then not compressed. */
  readonly telling: { secret: boolean };
  /** The run that the request names; null where it names none. */
  readonly run: RunMeter | null;
  /** Null where nothing has to be told. */
  readonly settling: Settling | null;
  /** Null where nobody watches the gateway. */
  readonly state: GatewayState | null;
  /** A loader for each link of the document: graphql-js keeps one array of nodes for all records of a level. */
  readonly loaders: WeakMap<readonly FieldNode[], DataLoader<string, unknown>>;
  /** Opens cursors. */
  readonly seal: Seal;
  /** Makes cursors for the viewer. */
  readonly sealCursor: SealCursor;
  /**
   * As whom it reads Odoo, the same for all of the request; null where there is no Odoo. Found out when it is first asked.
   *
   * @throws GatewayError where it cannot be found out.
   */
  readonly odooIdentity: () => Promise<OdooIdentity | null>;
}

/** By whose rights Odoo is read, for the rules; `reader` also where there is no Odoo. */
export type OdooStanding = OdooIdentity['standing'];

/** By whose rights a request reads Odoo. @throws GatewayError where it cannot be found out. */
export async function odooStanding({ odooIdentity }: Pick<Context, 'odooIdentity'>): Promise<OdooStanding> {
  return (await odooIdentity())?.standing ?? 'reader';
}

/** What a request starts from. */
interface ContextOptions extends Pick<Context, 'viewer' | 'log' | 'limits' | 'seal'> {
  /** Aborted when the client goes away; a function is asked only where something waits. */
  readonly signal: AbortSignal | (() => AbortSignal);
  readonly address?: string | null;
  readonly identities?: OdooIdentities | null | undefined;
  readonly run?: RunMeter | null | undefined;
  readonly settling?: Settling | null | undefined;
  readonly state?: GatewayState | null | undefined;
}

/** Starts a request. */
export function createContext(options: ContextOptions): Context {
  const {
    viewer,
    log,
    seal,
    signal,
    limits,
    address = null,
    identities = null,
    run = null,
    settling = null,
    state = null,
  } = options;
  const deadline = performance.now() + limits.timeoutMs;
  let controller: AbortController | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const underWay = { count: 0 };
  let identity: Promise<OdooIdentity | null> | null = null;
  let left: AbortSignal | null = null;
  const leave = () => controller?.abort(left?.reason);
  const expire = () => controller?.abort(new DOMException('The operation took too long', 'TimeoutError'));
  return {
    viewer,
    address,
    log,
    limits,
    signal: () => {
      if (controller) return controller.signal;
      controller = new AbortController();
      // Each upstream call listens, and an operation may make many.
      setMaxListeners(0, controller.signal);
      timer = setTimeout(expire, Math.max(0, Math.ceil(deadline - performance.now()))).unref();
      left = typeof signal === 'function' ? signal() : signal;
      left.addEventListener('abort', leave, { once: true });
      if (left.aborted) leave();
      return controller.signal;
    },
    checkTime: () => {
      if (performance.now() > deadline) throw givenUp(new DOMException('', 'TimeoutError'));
    },
    bytes: createByteBudget(limits.maxBytes),
    end: () => {
      clearTimeout(timer);
      left?.removeEventListener('abort', leave);
      // Ends what nobody waits for since a sibling failed, e.g. the statement of another field.
      if (underWay.count > 0) controller?.abort();
    },
    calls: [],
    underWay,
    exceeded: [],
    metered: { cost: null, rates: [] },
    noted: { operationName: null, operationType: null, codes: [] },
    telling: { secret: false },
    run,
    settling,
    state,
    loaders: new WeakMap(),
    seal,
    sealCursor: createSealCursor(seal, cursorScope(viewer)),
    odooIdentity: () => {
      identity ??= identities?.of(userBehind(viewer)) ?? Promise.resolve(null);
      return identity;
    },
  };
}

/** Times one upstream call and notes it, whether it succeeds or not. */
export function withCall<T>(
  context: Context,
  called: Pick<Call, 'surface' | 'what'>,
  call: (onCached: (asOf: Date) => void) => Promise<T>,
  countRows: (result: T) => number | null,
): Promise<T> {
  const attributes = { 'tripoint.surface': called.surface };
  return withSpan(called.what, { attributes }, (span) =>
    noteCall(context, called, call, (result, isCached) => {
      const rows = countRows(result);
      span.set({ ...(rows !== null && { 'tripoint.rows': rows }), ...(isCached && { 'tripoint.cached': true }) });
      return rows;
    }),
  );
}

async function noteCall<T>(
  context: Context,
  { surface, what }: Pick<Call, 'surface' | 'what'>,
  call: (onCached: (asOf: Date) => void) => Promise<T>,
  countRows: (result: T, isCached: boolean) => number | null,
): Promise<T> {
  const end = context.run?.beginCall();
  const start = performance.now();
  let cached: { readonly asOf?: string } = {};
  const note = (rows: number | null, outcome: Call['outcome']) => {
    const ms = Math.round((performance.now() - start) * 10) / 10;
    context.calls.push({ surface, what, ms, rows, outcome, ...cached });
    // Where the cache answered in its place, no upstream was asked.
    const wasAsked = cached.asOf === undefined;
    end?.({ calls: wasAsked ? 1 : 0, rows: rows ?? 0, ms: wasAsked ? ms : 0 });
  };
  context.underWay.count += 1;
  try {
    const result = await call((asOf) => {
      cached = { asOf: asOf.toISOString() };
    });
    note(countRows(result, cached.asOf !== undefined), 'ok');
    return result;
  } catch (error) {
    note(null, error instanceof GatewayError ? error.code : 'INTERNAL_SERVER_ERROR');
    throw error;
  } finally {
    context.underWay.count -= 1;
  }
}
