/** What one GraphQL operation may take of the gateway and of what is behind it. */

/** Who may ask for the schema itself, by `__schema` and `__type`. */
export const INTROSPECTION = ['on', 'off', 'signed-in'] as const;

/** One of them. */
export type Introspection = (typeof INTROSPECTION)[number];

/** Read from the environment by `readConfig`. */
export interface OperationLimits {
  /** Milliseconds from its arrival to its answer. */
  readonly timeoutMs: number;
  /** Records of one surface that it may bring back, counted from its page sizes before anything is asked. */
  readonly maxRows: number;
  /** Bytes of the upstreams' answers, and of what is made of them. */
  readonly maxBytes: number;
}

/** The defaults. */
export const OPERATION_LIMITS: OperationLimits = Object.freeze({
  timeoutMs: 30_000,
  maxRows: 50_000,
  maxBytes: 16_777_216,
});
