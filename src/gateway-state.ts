/** `Query.surfaces` and `Query.operationStats`: how the gateway itself is, as `schema/gateway.graphql` has it. */
import type { GraphQLSchema } from 'graphql';
import type { Caches } from './caches.ts';
import type { Context, GatewayState } from './context.ts';
import { SURFACES } from './errors.ts';
import type { Sources } from './execution/fetch.ts';
import { createSurfaceStates } from './execution/surface-states.ts';
import type { LogOperation } from './operation-log.ts';
import { createRecentOperations } from './recent-operations.ts';

const STATES = { up: 'UP', down: 'DOWN', 'not configured': 'NOT_CONFIGURED' } as const;

/** What is watched. */
interface Watching {
  readonly sources: Pick<Sources, 'odoo' | 'postgres'>;
  /** Milliseconds from which an operation is slow; 0 for none. */
  readonly slowMs: number;
  readonly caches: Caches;
  readonly logOperation: LogOperation;
}

/** What both fields tell, and what the end of each operation that is no subscription is told to, beside the log. */
export function watchGateway({ sources, slowMs, caches, logOperation }: Watching): {
  readonly state: GatewayState;
  readonly logOperation: LogOperation;
} {
  const readStates = createSurfaceStates(sources);
  const recent = createRecentOperations(slowMs, caches);
  return {
    state: {
      surfaces: async () => {
        const states = await readStates();
        return SURFACES.map((name) => ({ name, state: STATES[states[name]], lastFault: recent.faultOf(name) }));
      },
      operations: recent.show,
    },
    logOperation: (operation, ms) => {
      const ended = operation();
      recent.note(ended);
      logOperation(() => ended, ms);
    },
  };
}

/** Gives the two root fields their resolvers; null where nobody watches the gateway. */
export function attachGatewayState(schema: GraphQLSchema): void {
  const fields = schema.getQueryType()?.getFields() ?? {};
  const resolvers: Record<string, (state: GatewayState) => unknown> = {
    surfaces: ({ surfaces }) => surfaces(),
    operationStats: ({ operations }) => operations(),
  };
  for (const [name, resolve] of Object.entries(resolvers)) {
    const field = fields[name];
    if (field) field.resolve = (_source, _args, { state }: Context) => state && resolve(state);
  }
}
