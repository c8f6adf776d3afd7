/** How GraphiQL asks: as the chosen viewer; a subscription answers with all that came so far, the latest first. */
import type { GraphiQLProps } from 'graphiql';
import { useSyncExternalStore } from 'react';
import type { Report } from '../plan-of.ts';
import { authorization } from '../token.ts';

/** What the last answer said of its calls. */
export interface LastAnswer {
  /** Milliseconds, as the browser saw it. */
  readonly ms: number;
  readonly report: Report | undefined;
}

type Result = Record<string, unknown> & { readonly extensions?: { readonly tripoint?: Report } };

/** Events that the feed shows. */
const MAX_EVENTS = 200;

const listeners = new Set<() => void>();
let last: LastAnswer | null = null;

/** Null before anything was run. */
export function useLastAnswer(): LastAnswer | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => last,
  );
}

/** For GraphiQL's own property. */
export const fetcher: GraphiQLProps['fetcher'] = async (params, options) => {
  const own = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
  const given = (options?.headers ?? {}) as Record<string, string>;
  const isGiven = Object.keys(given).some((name) => name.toLowerCase() === 'authorization');
  const headers = { ...own, 'tripoint-graphiql': '1', ...(isGiven ? {} : authorization()), ...given };
  const stop = new AbortController();
  const start = performance.now();
  const response = await fetch('/graphql', {
    method: 'POST',
    headers,
    body: JSON.stringify(params),
    signal: stop.signal,
  });
  const isStream = (response.headers.get('content-type') ?? '').startsWith('text/event-stream');
  if (isStream && response.body) return feed(response.body, stop);
  const result = (await response.json()) as Result;
  if (params.operationName !== 'IntrospectionQuery')
    note({ ms: performance.now() - start, report: result.extensions?.tripoint });
  return result;
};

function note(answer: LastAnswer): void {
  last = answer;
  for (const listener of listeners) listener();
}

/** GraphiQL's "stop" calls `return`, which a generator would keep waiting for the next event. */
function feed(body: ReadableStream<Uint8Array>, stop: AbortController): AsyncIterableIterator<Result> {
  const events = readEvents(body);
  let shown: readonly unknown[] = [];
  let count = 0;
  const done = { done: true as const, value: undefined };
  return {
    next: async () => {
      const event = await events.next().catch((error) => (stop.signal.aborted ? done : Promise.reject(error)));
      if (event.done) return done;
      count += 1;
      shown = [event.value, ...shown].slice(0, MAX_EVENTS);
      return { done: false, value: { events: count, latestFirst: shown } };
    },
    return: async () => {
      stop.abort();
      return done;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<unknown, void> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const parts = (text + value).split('\n\n');
    text = parts.pop() ?? '';
    for (const part of parts) {
      const data = part.split('\n').find((line) => line.startsWith('data: '));
      if (/^event: next$/m.test(part) && data) yield JSON.parse(data.slice('data: '.length));
    }
  }
}
