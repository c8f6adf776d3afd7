/**
 * The handlers of an agent of your own, in a file of your own: `handlers: ./report-agent.ts` of the agent in the doctrine
 * names it, and `tripoint worker --agent report-agent` loads it. docs/agents.md has the rest.
 */
import { defineHandlers, RunError } from 'tripoint/handlers';
import { z } from 'zod';

export const handlers = defineHandlers({
  'report.count': {
    // Another input ends the run FAILED, with BAD_USER_INPUT and the path; it never comes here.
    input: z.object({ texts: z.array(z.string()).min(1).max(1_000) }),
    timeoutSeconds: 30,
    concurrency: 2,
    attempts: 3,
    execute: async (run, { signal, append }) => {
      let words = 0;
      for (const [index, text] of run.input.texts.entries()) {
        // The lease is lost, or the time is up: another attempt does it.
        signal.throwIfAborted();
        words += text.split(/\s+/).filter((word) => word !== '').length;
        await append('report.counted', { text: index + 1, of: run.input.texts.length });
      }
      // A failure that you mean, in words for whoever asked for the run; it is not tried again.
      if (words === 0) throw new RunError('BAD_USER_INPUT', 'There is no word in the texts');
      return { words };
    },
  },
});
