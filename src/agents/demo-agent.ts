/** `demo-agent`: executes runs of kind `demo.count`, which count and change nothing, so that somebody new sees a run go by. */
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { defineHandlers, type Handlers, RunCancelled } from './handler.ts';

/** The name of the agent in the doctrine. */
export const DEMO_AGENT = 'demo-agent';

/** Where a run without an input counts to, with a second between two numbers. */
const DEFAULTS = { to: 5, everyMs: 1_000 };

const input = z
  .strictObject({
    to: z.int().min(1).max(100).default(DEFAULTS.to),
    everyMs: z.int().min(0).max(10_000).default(DEFAULTS.everyMs),
  })
  .nullable();

/** Each number is an event of the run, `demo.counted`. */
export const demoHandlers: Handlers = defineHandlers({
  'demo.count': {
    input,
    execute: async (run, { signal, cancelRequested, append }) => {
      const { to, everyMs } = run.input ?? DEFAULTS;
      for (let number = 1; number <= to; number += 1) {
        await delay(everyMs, undefined, { signal });
        if (cancelRequested.aborted) throw new RunCancelled();
        await append('demo.counted', { number, of: to });
      }
      return { counted: to };
    },
    check: async () => {
      // Nothing was changed, however far it counted.
      throw new RunCancelled();
    },
  },
});
