/** A run that a gateway is asked for within a trace, and what its processes told a collector of it. */
import { DEMO_AGENT } from '../../src/agents/demo-agent.ts';
import type { Collector, ReceivedSpan } from './collector.ts';
import { pick, testToken } from './gateway.ts';

/** The mutation that enqueues it. */
const ENQUEUE =
  'mutation Count($input: EnqueueRunInput!) { enqueueRun(input: $input) { run { id } userErrors { message } } }';

/** What came of it. */
export interface TracedRun {
  /** The run's uuid. */
  readonly id: string;
  readonly spans: readonly ReceivedSpan[];
}

/** Enqueues a run of `demo-agent`, and waits for the spans of the request and of the run. @param url The gateway's. */
export async function traceRun(url: string, collector: Collector, traceId: string): Promise<TracedRun> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', authorization: `Bearer ${await testToken('service')}` },
      traceparent: `00-${traceId}-00f067aa0ba902b7-01`,
    },
    body: JSON.stringify({
      query: ENQUEUE,
      variables: { input: { agent: DEMO_AGENT, kind: 'demo.count', input: { to: 2, everyMs: 0 } } },
    }),
  });
  const id = String(pick(await response.json(), 'data.enqueueRun.run.id'));
  const has = (spans: readonly ReceivedSpan[], name: string) => spans.some((span) => span.name.startsWith(name));
  const spans = await collector.until(traceId, (found) => has(found, 'run ') && has(found, 'POST /graphql'));
  return { id, spans };
}
