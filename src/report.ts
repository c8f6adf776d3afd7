/** What a response says of its upstream calls, as `extensions.tripoint`. */
import type { ApolloServerPlugin } from '@apollo/server';
import { Kind } from 'graphql';
import type { Call, Context } from './context.ts';

/** Told of each operation's end. @param codes The codes of its errors. */
export type ObserveOperation = (calls: readonly Call[], codes: readonly string[]) => void;

interface ReportOptions {
  /** Whether `calls` lists every upstream call: in development. */
  readonly withCalls: boolean;
  readonly observe: ObserveOperation | undefined;
}

/** Adds `snapshot` where an answer of the cache was used, in every stage; `asOf` is the time of the oldest. */
export function createReport({ withCalls, observe }: ReportOptions): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ contextValue: { calls }, response, operation }) => {
        if (response.body.kind !== 'single') return;
        const { singleResult } = response.body;
        observe?.(calls, singleResult.errors?.map(({ extensions }) => String(extensions?.code)) ?? []);
        if (operation?.kind !== Kind.OPERATION_DEFINITION) return;
        const [asOf] = calls.flatMap((call) => call.asOf ?? []).sort();
        if (!withCalls && asOf === undefined) return;
        const tripoint = { ...(withCalls && { calls }), ...(asOf !== undefined && { snapshot: { asOf } }) };
        singleResult.extensions = { ...singleResult.extensions, tripoint };
      },
    }),
  };
}
