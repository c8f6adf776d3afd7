/** W3C Trace Context: what says over HTTP, and in a run, which trace something belongs to. */
import {
  context,
  createTraceState,
  isSpanContextValid,
  ROOT_CONTEXT,
  type SpanContext,
  trace,
} from '@opentelemetry/api';

/** Where something stands in a trace: below the span that is under way, or nowhere. */
export type Trace = ReturnType<typeof context.active>;

/** Headers of a request as Node reads them; others are passed over. */
type TraceHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** Version, trace, span, flags; a later version may say more. */
const TRACEPARENT = /^(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;
/** Characters that must be passed on; a longer one is left behind. */
const MAX_STATE = 512;

/**
 * Where whoever asks stands; nowhere for a header that is none.
 *
 * @see https://www.w3.org/TR/trace-context/
 */
export function readTrace({ traceparent, tracestate }: TraceHeaders): Trace {
  const [, version, traceId, spanId, flags, more] = TRACEPARENT.exec(String(traceparent ?? '')) ?? [];
  if (!traceId || !spanId || !flags || (version === '00' && more !== undefined)) return ROOT_CONTEXT;
  const state = String(tracestate ?? '');
  return trace.setSpanContext(ROOT_CONTEXT, {
    ...{ traceId, spanId, isRemote: true },
    traceFlags: Number.parseInt(flags, 16) & 1,
    ...(state !== '' && state.length <= MAX_STATE && { traceState: createTraceState(state) }),
  });
}

/** The trace's id, 32 hexadecimal digits; null where there is none. */
export function traceIdOf(place: Trace): string | null {
  return spanOf(place)?.traceId ?? null;
}

/** Null also for the span of nobody, which is all that there is without an SDK. */
function spanOf(place: Trace): SpanContext | null {
  const span = trace.getSpanContext(place);
  return span && isSpanContextValid(span) ? span : null;
}

/** What tells another process of the span that is under way; null where none is. */
export function traceparentOf(place: Trace = context.active()): string | null {
  const span = spanOf(place);
  return span && `00-${span.traceId}-${span.spanId}-0${span.traceFlags & 1}`;
}

/** The same as headers of a request. */
export function traceHeaders(): Readonly<Record<string, string>> {
  const traceparent = traceparentOf();
  if (traceparent === null) return {};
  const tracestate = trace.getSpanContext(context.active())?.traceState?.serialize() ?? '';
  return { traceparent, ...(tracestate !== '' && { tracestate }) };
}
