/** Spans: what is under way, for how long, and how it ended. Without an SDK they cost next to nothing and go nowhere. */
import {
  type Attributes,
  context,
  createContextKey,
  isSpanContextValid,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { type Trace, traceIdOf, traceparentOf } from './traceparent.ts';

/** How a span is begun. */
export interface Spanning {
  /** `server` takes a request, `client` sends one, `consumer` takes what was enqueued; else it is this process's own. */
  readonly kind?: 'server' | 'client' | 'consumer';
  /** No text of a document, no variable, no token. */
  readonly attributes?: Attributes;
  /** What it is a part of; what is under way here where absent. */
  readonly parent?: Trace;
  /** Milliseconds since 1970, where it began before now. */
  readonly startTime?: number;
}

/** A span that is under way. */
export interface OpenSpan {
  /** Where its parts stand. */
  readonly trace: Trace;
  /** Whether anybody will see it; what costs something to say is said only then. */
  isKept(): boolean;
  /** Runs the work below it. */
  within<T>(work: () => T): T;
  set(attributes: Attributes): void;
  /** Where what it is was not known when it began. */
  rename(name: string): void;
  /** Ends it, once; with a code or an error it is told as failed. @param endTime Milliseconds since 1970; now where absent. */
  end(failure?: unknown, endTime?: number): void;
}

/** Whether a span is over, for what was begun below it. */
interface Life {
  isOver: boolean;
}

const LIFE = createContextKey('the life of a span of tripoint');

const KINDS = { server: SpanKind.SERVER, client: SpanKind.CLIENT, consumer: SpanKind.CONSUMER } as const;

/** The span of what is no part of any trace. */
export const NO_SPAN: OpenSpan = {
  trace: ROOT_CONTEXT,
  isKept: () => false,
  within: (work) => work(),
  set: () => {},
  rename: () => {},
  end: () => {},
};

/** Asked for at each span and not kept: an SDK may come later. */
const tracer = () => trace.getTracer('tripoint');

/** Begins a span that something else ends. */
export function openSpan(name: string, { kind, attributes, parent, startTime }: Spanning = {}): OpenSpan {
  const above = parent ?? context.active();
  const options = {
    kind: kind ? KINDS[kind] : SpanKind.INTERNAL,
    ...(attributes && { attributes }),
    ...(startTime !== undefined && { startTime }),
  };
  const span = tracer().startSpan(name, options, above);
  // Without an SDK, and without a trace of whoever asks: nothing more is paid for it.
  if (!isSpanContextValid(span.spanContext())) return NO_SPAN;
  const life = { isOver: false };
  const below = trace.setSpan(above, span).setValue(LIFE, life);
  return {
    trace: below,
    isKept: () => span.isRecording(),
    within: (work) => context.with(below, work),
    set: (more) => void span.setAttributes(more),
    rename: (known) => void span.updateName(known),
    end: (failure, endTime) => {
      if (life.isOver) return;
      life.isOver = true;
      if (failure !== undefined && failure !== null) fail(span, failure);
      span.end(endTime);
    },
  };
}

/** Runs the work in a span of its own, which ends with it. */
export async function withSpan<T>(name: string, spanning: Spanning, work: (span: OpenSpan) => Promise<T>): Promise<T> {
  const span = openSpan(name, spanning);
  try {
    const result = await span.within(() => work(span));
    span.end();
    return result;
  } catch (error) {
    span.end(error);
    throw error;
  }
}

/**
 * Whether something is under way here that a span would be a part of: what nobody asked for has none. Nor has what goes on
 * after that is over, such as a timer that the first who asked has set for all.
 */
export function isTraced(): boolean {
  const here = context.active();
  return traceIdOf(here) !== null && (here.getValue(LIFE) as Life | undefined)?.isOver !== true;
}

/** What tells a run of the span that is under way; null where none is. */
export function currentTraceparent(): string | null {
  return isTraced() ? traceparentOf() : null;
}

/** Runs the work as a part of nothing: what is done for many is no part of what one of them asked. */
export function outsideOfTraces<T>(work: () => T): T {
  return context.with(ROOT_CONTEXT, work);
}

/** Its message may quote a value, so it stays away. */
function fail(span: Span, failure: unknown): void {
  span.setAttribute('error.type', typeOf(failure));
  span.setStatus({ code: SpanStatusCode.ERROR });
}

/** A code where there is one: ours, SQLSTATE, or Node's. */
function typeOf(failure: unknown): string {
  if (typeof failure === 'string') return failure;
  const { code, name } = failure as { readonly code?: unknown; readonly name?: unknown };
  return typeof code === 'string' ? code : typeof name === 'string' ? name : 'Error';
}
