/** What a response says of its upstream calls, as `extensions.tripoint`. */
import type { ApolloServerPlugin } from '@apollo/server';
import { type GraphQLFormattedError, Kind } from 'graphql';
import type { Call, Context, Cost } from './context.ts';
import type { ErrorCode, GatewayError } from './errors.ts';
import { rateHeaders } from './rates/rates.ts';

/** How an operation ended. */
export interface OperationEnd {
  readonly calls: readonly Call[];
  /** The codes of its errors. */
  readonly codes: readonly string[];
  /** Names of the limits that it passed, whether they were enforced or measured. */
  readonly exceeded: readonly string[];
}

/** Told of each operation's end. */
export type ObserveOperation = (end: OperationEnd) => void;

interface ReportOptions {
  /** Whether `calls` lists every upstream call, and `cost` says what was estimated and what it was: in development. */
  readonly withCalls: boolean;
  readonly observe: ObserveOperation | undefined;
}

/** What came of an operation. */
interface Ended {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[] | undefined;
}

/** What an answer says beside its data and errors. */
interface Reported {
  /** What it costs, and how the rates of who asks stand. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly extensions: Record<string, unknown> | undefined;
}

/** Whichever way an operation went, its end is told here. */
export interface Report {
  /** Tells of the end, once. */
  end(context: Context, ended: Ended): Reported;
  /** Tells of one that was refused before there was an operation: by its token, a rate, or a queue. */
  refuse(error: GatewayError): void;
}

/** What `cache-control` says of an answer that is not to be compressed: its length would tell of a secret in it. */
export const UNCOMPRESSED = 'no-store, no-transform';

/** Adds `snapshot` where an answer of the cache was used, in every stage; `asOf` is the time of the oldest. */
export function createReport({ withCalls, observe }: ReportOptions): Report {
  return {
    refuse: ({ code, details }) => observe?.({ calls: [], codes: [code], exceeded: limitOf({ code, ...details }) }),
    end: ({ calls, exceeded, metered, noted, telling }, { data, errors = [] }) => {
      const codes = errors.map(({ extensions }) => String(extensions?.code));
      noted.codes = codes;
      observe?.({
        calls,
        codes,
        exceeded: [...new Set([...exceeded, ...errors.flatMap(({ extensions }) => limitOf(extensions))])],
      });
      const cost = metered.cost && readCost(metered.cost, withCalls ? data : null);
      const rates = rateHeaders(metered.rates);
      const headers = [
        ...(telling.secret ? [['cache-control', UNCOMPRESSED] as const] : []),
        ...(cost ? [['tripoint-cost', printCost(cost)] as const] : []),
        ...rates,
      ];
      const asOf = calls.length > 0 ? calls.flatMap((call) => call.asOf ?? []).sort()[0] : undefined;
      if (!withCalls && asOf === undefined) return { headers, extensions: undefined };
      const tripoint = {
        ...(withCalls && { calls }),
        ...(withCalls && cost && { cost }),
        ...(asOf !== undefined && { snapshot: { asOf } }),
      };
      return { headers, extensions: { tripoint } };
    },
  };
}

/** Codes of what a limit refuses. */
const BY_LIMITS: ReadonlySet<unknown> = new Set<ErrorCode>(['LIMIT_EXCEEDED', 'RATE_LIMITED', 'BUDGET_EXCEEDED']);

/**
 * The limit that an error names: a document that is too large is refused before there is an operation to note it. Those of
 * single arguments are no limits of operations, and name no setting.
 */
function limitOf(extensions: Readonly<Record<string, unknown>> | undefined): string[] {
  const { code, limit } = extensions ?? {};
  return typeof limit === 'string' && BY_LIMITS.has(code) ? [limit] : [];
}

/** The same for what goes through Apollo Server. */
export function createReportPlugin(report: Report): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ contextValue, request, response, operation, operationName }) => {
        contextValue.noted.operationName = operationName ?? null;
        if (response.body.kind !== 'single') return;
        const { singleResult } = response.body;
        const { headers, extensions } = report.end(contextValue, singleResult);
        response.http.status = readStatus(request.http?.headers.get('accept'), response.http.status, singleResult.data);
        for (const [name, value] of headers) response.http.headers.set(name, value);
        if (!extensions || operation?.kind !== Kind.OPERATION_DEFINITION) return;
        singleResult.extensions = { ...singleResult.extensions, ...extensions };
      },
    }),
  };
}

/**
 * The status of an answer: 200 for a well-formed request whose document or variables are wrong, where the client takes
 * `application/json` by name and nothing newer. By the GraphQL-over-HTTP specification such a client reads a 4xx as
 * something between the two that has failed. Others are told 400.
 *
 * @param data Undefined where nothing was executed.
 */
function readStatus(accept: string | undefined, status: number | undefined, data: unknown): number | undefined {
  const isOlder =
    accept?.includes('application/json') === true && !accept.includes('application/graphql-response+json');
  return status === 400 && data === undefined && isOlder ? 200 : status;
}

interface ReportedCost {
  readonly estimated: number;
  /** Absent where nobody counts it, or nothing was answered. */
  readonly actual?: number;
}

/** @param data Null for the estimate alone: to count what was answered is to walk all of it. */
function readCost({ estimated, count }: Cost, data: unknown): ReportedCost {
  if (data === null || data === undefined) return { estimated };
  // What was passed through is bytes so far.
  const rendered = data as { readonly toJSON?: () => unknown };
  return { estimated, actual: count(typeof rendered.toJSON === 'function' ? rendered.toJSON() : data) };
}

function printCost({ estimated, actual }: ReportedCost): string {
  return actual === undefined ? `estimated=${estimated}` : `estimated=${estimated}, actual=${actual}`;
}
