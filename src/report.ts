/** What a response says of its upstream calls, as `extensions.tripoint`. */
import type { ApolloServerPlugin } from '@apollo/server';
import { Kind } from 'graphql';
import type { Call, Context, Cost } from './context.ts';
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

/** Adds `snapshot` where an answer of the cache was used, in every stage; `asOf` is the time of the oldest. */
export function createReport({ withCalls, observe }: ReportOptions): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ contextValue: { calls, exceeded, metered }, request, response, operation }) => {
        if (response.body.kind !== 'single') return;
        const { singleResult } = response.body;
        const codes = singleResult.errors?.map(({ extensions }) => String(extensions?.code)) ?? [];
        observe?.({ calls, codes, exceeded });
        response.http.status = readStatus(request.http?.headers.get('accept'), response.http.status, singleResult.data);
        const cost = metered.cost && readCost(metered.cost, withCalls ? singleResult.data : null);
        const { headers } = response.http;
        if (cost) headers.set('tripoint-cost', printCost(cost));
        for (const [name, value] of rateHeaders(metered.rates)) headers.set(name, value);
        if (operation?.kind !== Kind.OPERATION_DEFINITION) return;
        const [asOf] = calls.flatMap((call) => call.asOf ?? []).sort();
        if (!withCalls && asOf === undefined) return;
        const tripoint = {
          ...(withCalls && { calls }),
          ...(withCalls && cost && { cost }),
          ...(asOf !== undefined && { snapshot: { asOf } }),
        };
        singleResult.extensions = { ...singleResult.extensions, tripoint };
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
