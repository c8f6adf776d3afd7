/** A run that a gateway is asked for within a trace, and what its processes told a collector of it. */
import { DEMO_AGENT } from '../../src/agents/demo-agent.ts';
import { pick, testToken } from './gateway.ts';

/** Where spans go, and are found again. */
export interface TraceStore<Span extends { readonly name: string }> {
  /** For `OTEL_EXPORTER_OTLP_ENDPOINT`. */
  readonly url: string;
  /** Spans of one trace, when there are such as `has` wants. */
  until(traceId: string, has: (spans: readonly Span[]) => boolean): Promise<readonly Span[]>;
}

/** The span of whoever asks. */
export const PARENT_SPAN = '00f067aa0ba902b7';

/** The mutation that enqueues it. */
const ENQUEUE =
  'mutation Count($input: EnqueueRunInput!) { enqueueRun(input: $input) { run { id } userErrors { message } } }';

/** What came of it. */
export interface TracedRun<Span> {
  /** The run's uuid. */
  readonly id: string;
  readonly spans: readonly Span[];
}

/** Enqueues a run of `demo-agent`, and waits for the spans of the request and of the run. @param url The gateway's. */
export async function traceRun<Span extends { readonly name: string }>(
  url: string,
  collector: TraceStore<Span>,
  traceId: string,
): Promise<TracedRun<Span>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', authorization: `Bearer ${await testToken('service')}` },
      traceparent: `00-${traceId}-${PARENT_SPAN}-01`,
    },
    body: JSON.stringify({
      query: ENQUEUE,
      variables: { input: { agent: DEMO_AGENT, kind: 'demo.count', input: { to: 2, everyMs: 0 } } },
    }),
  });
  const id = String(pick(await response.json(), 'data.enqueueRun.run.id'));
  const has = (spans: readonly Span[], name: string) => spans.some((span) => span.name.startsWith(name));
  const spans = await collector.until(traceId, (found) => has(found, 'run ') && has(found, 'POST /graphql'));
  return { id, spans };
}
