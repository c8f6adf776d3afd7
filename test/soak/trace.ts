/** One trace over two processes, as JSON: a gateway that is asked for a run, and the worker that executes it. */
import { createCollector, toTree } from '../support/collector.ts';
import { traceProcesses } from '../support/traced-processes.ts';
import type { Soak } from './soak.ts';

/** The soak. @throws Error where the spans are not one tree of both processes. */
export const soak: Soak = async (report) => {
  await using collector = await createCollector();
  const { traceId, spans } = await traceProcesses(collector);
  const trees = toTree(spans);
  report(JSON.stringify({ traceId, spans: trees }, null, 2));
  const processes = new Set(spans.map((span) => span.process));
  if (trees.length !== 1 || !processes.has('gateway') || !processes.has('worker'))
    throw new Error(`${trees.length} trees, of ${[...processes].join(' and ')}`);
  if (collector.problems.length > 0) throw new Error(`no OTLP: ${collector.problems[0]}`);
};
