/** What one GraphQL operation may take of the gateway and of what is behind it. */

/** Read from the environment by `readConfig`. */
export interface OperationLimits {
  /** Milliseconds from its arrival to its answer. */
  readonly timeoutMs: number;
  /** Records of one surface that it may bring back, counted from its page sizes before anything is asked. */
  readonly maxRows: number;
}

/** Where the configuration says nothing. */
export const OPERATION_LIMITS: OperationLimits = Object.freeze({ timeoutMs: 30_000, maxRows: 50_000 });
