/** What one GraphQL operation may take of the gateway and of what is behind it. */
import { GatewayError, type Surface } from './errors.ts';
import type { Log } from './log.ts';

/** Who may ask for the schema itself, by `__schema` and `__type`. */
export const INTROSPECTION = ['on', 'off', 'signed-in'] as const;

/** One of them. */
export type Introspection = (typeof INTROSPECTION)[number];

/** What becomes of an operation that is larger than a limit: it is refused, or let pass and counted. */
export const LIMIT_MODES = ['enforce', 'measure'] as const;

/** Milliseconds from which an operation is logged as slow, where nothing else is said. */
export const SLOW_OPERATION_MS = 1_000;

/** Read from the environment by `readConfig`. */
export interface OperationLimits {
  readonly mode: (typeof LIMIT_MODES)[number];
  /** Milliseconds from its arrival to its answer. */
  readonly timeoutMs: number;
  /** Points that it may cost, counted from its plan before anything is asked: `src/plan/cost.ts`. */
  readonly maxCost: number;
  /** Records of one surface that it may bring back, counted from its page sizes before anything is asked. */
  readonly maxRows: number;
  /** Bytes of the upstreams' answers, and of what is made of them. */
  readonly maxBytes: number;
  /** Tokens of its document. */
  readonly maxTokens: number;
  /** Operations and fragments of its document. */
  readonly maxDefinitions: number;
  /** Fields that it selects, each fragment as often as it is spread. */
  readonly maxFields: number;
  /** Fields below each other. */
  readonly maxDepth: number;
  /** Times that one response key stands in one selection set, fragments spread and sets of one key merged. */
  readonly maxRepeats: number;
  /** Response keys of its root, whatever their conditions. */
  readonly maxRootFields: number;
  /** Times that it asks for one root field, under whatever aliases. */
  readonly maxAliases: number;
  /** Directives, each fragment's as often as it is spread. */
  readonly maxDirectives: number;
  /** Variables that it declares. */
  readonly maxVariables: number;
  /** Conditions of one filter. */
  readonly maxConditions: number;
  /** Values of one list of a filter. */
  readonly maxListValues: number;
}

/** The defaults. */
export const OPERATION_LIMITS: OperationLimits = Object.freeze({
  mode: 'enforce',
  timeoutMs: 30_000,
  maxCost: 100_000,
  maxRows: 50_000,
  maxBytes: 16_777_216,
  maxTokens: 5_000,
  maxDefinitions: 100,
  maxFields: 5_000,
  maxDepth: 40,
  maxRepeats: 50,
  maxRootFields: 100,
  maxAliases: 100,
  maxDirectives: 200,
  maxVariables: 100,
  maxConditions: 500,
  maxListValues: 10_000,
});

/** Bytes of a request's body, or of a message of a WebSocket, where the configuration says nothing. */
export const REQUEST_MAX_BYTES = 1_048_576;

/** A limit that an operation is larger than. */
export interface Excess {
  /** The setting that holds it, e.g. `OPERATION_MAX_COST`. */
  readonly limit: string;
  /** Its value. */
  readonly most: number;
  /** The operation's. */
  readonly asked: number;
  /** For people: what is too large, and what to do. */
  readonly message: string;
  readonly surface?: Surface | undefined;
  /** Where most of it comes from: response keys from the root field on, or a root field. */
  readonly field?: string;
}

/** What knows what became of an operation's limits. */
export interface Limited {
  readonly log: Log;
  readonly limits: Pick<OperationLimits, 'mode'>;
  /** Names of the limits that the operation passed, for the metrics. */
  readonly exceeded: string[];
}

/**
 * Refuses an operation that is larger than a limit; where limits are measured only, notes it.
 *
 * @throws GatewayError `LIMIT_EXCEEDED` that names the limit, its value and the operation's.
 */
export function exceed({ log, limits, exceeded }: Limited, { message, surface, ...details }: Excess): void {
  exceeded.push(details.limit);
  if (limits.mode === 'enforce') throw tooLarge({ message, surface, ...details });
  log.warn({ ...details, ...(surface && { surface }) }, 'an operation is larger than a limit, which is measured only');
}

/** The error that refuses it: it names the limit, its value and the operation's. */
export function tooLarge({ message, surface, ...details }: Excess): GatewayError {
  return new GatewayError('LIMIT_EXCEEDED', message, { ...(surface && { surface }), details });
}
