/** The spans of one attempt of a run, in the trace of whoever enqueued it: `run`, and below it `claim` and `handler`. */
import type { RunOutcome } from '../ops/ledger.ts';
import { type OpenSpan, openSpan } from '../tracing/span.ts';
import { readTrace } from '../tracing/traceparent.ts';
import type { HeldRun } from './held-run.ts';

/** Begins the span of a run as of when its claim was asked for. */
export function openRunSpan({ run, since, heldAt }: HeldRun): OpenSpan {
  const { id, agent, kind, attempt, traceparent } = run;
  const attributes = {
    'messaging.system': 'tripoint',
    'messaging.operation.type': 'process',
    'messaging.destination.name': agent,
    'messaging.message.id': id,
    'tripoint.run.kind': kind,
    'tripoint.run.attempt': attempt,
  };
  const parent = readTrace({ traceparent: traceparent ?? undefined });
  const startTime = performance.timeOrigin + since;
  const span = openSpan(`run ${kind}`, { kind: 'consumer', attributes, parent, startTime });
  openSpan('claim', { parent: span.trace, startTime }).end(null, performance.timeOrigin + heldAt);
  return span;
}

/** Ends it. @param outcome Null where somebody else goes on with the run, undefined where the ledger could not be told. */
export function endRunSpan(span: OpenSpan, outcome: RunOutcome | null | undefined): void {
  span.set({ 'tripoint.run.outcome': outcome === undefined ? 'LOST' : (outcome?.outcome ?? 'HANDED_OVER') });
  span.end(outcome === undefined ? 'LOST' : outcome?.outcome === 'FAILED' ? outcome.errorCode : null);
}
