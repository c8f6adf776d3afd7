/** What a worker calls of the bridge: as much of a worker's handler as the bridge needs. */
import type { z } from 'zod';

/** Does the work of one attempt of a run. */
export interface BridgeHandler {
  /** What its input has to be; anything where absent. */
  readonly input?: z.ZodType;
  /** Seconds that one attempt may take; the worker's own limit where absent. */
  readonly timeoutSeconds?: number;
  /** Runs that one worker executes at once. */
  readonly concurrency?: number;
  /** @returns The run's output. */
  readonly execute: (
    run: { readonly id: string; readonly input: unknown },
    tools: { readonly signal: AbortSignal; readonly append: (type: string, payload?: unknown) => Promise<void> },
  ) => Promise<unknown>;
}
