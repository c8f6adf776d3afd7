/** What is told of a request when it is answered: its span, the metrics and, where it is no operation of GraphQL, a line in the log. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../log.ts';
import { NO_SPAN, type OpenSpan, openSpan } from '../tracing/span.ts';
import { readTrace, traceIdOf } from '../tracing/traceparent.ts';
import type { Metrics } from './metrics.ts';
import { answerRequestId } from './request-id.ts';

/** A request as the log knows it. */
export interface AskedRequest {
  readonly id: string;
  readonly span: OpenSpan;
  /** Set once GraphQL answers it: operations have a line of their own. */
  isOperation: boolean;
}

/** What a request came with. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Of a closed set: a path may hold a secret. */
  readonly route: string;
}

/** Where it is told. */
interface Telling {
  readonly log: Log;
  readonly metrics?: Pick<Metrics, 'http'> | undefined;
}

/** Asked by machines all the time: told at level `debug`, and no part of any trace. */
const OF_MACHINES = new Set(['healthz', 'readyz', 'metrics']);

/** Gives the request its id, says it in the answer, and tells of the request when it is over. */
export function beginRequest({ log, metrics }: Telling, exchange: Exchange): AskedRequest {
  const { request, response, route } = exchange;
  const asked = { id: answerRequestId(request.headers, response), span: openRequestSpan(exchange), isOperation: false };
  const level = OF_MACHINES.has(route) ? 'debug' : 'info';
  const start = performance.now();
  response.once('close', () => {
    const ms = performance.now() - start;
    const status = response.writableFinished ? String(response.statusCode) : 'aborted';
    endRequestSpan(asked.span, status);
    // A stream's life is no answer's time.
    if (!String(response.getHeader('content-type')).startsWith('text/event-stream'))
      metrics?.http(route, status, ms / 1_000);
    if (asked.isOperation || !log.isLevelEnabled(level)) return;
    const traceId = traceIdOf(asked.span.trace);
    const line = { requestId: asked.id, ...(traceId !== null && { traceId }), method: request.method, route };
    log[level]({ ...line, status: toStatus(status), ms: Math.round(ms * 10) / 10 }, 'request');
  });
  return asked;
}

function toStatus(status: string): number | string {
  return status === 'aborted' ? status : Number(status);
}

/** The path is told only where it is the route: the rest of it may be a secret. */
function openRequestSpan({ request, route }: Exchange): OpenSpan {
  if (OF_MACHINES.has(route)) return NO_SPAN;
  const { method = 'GET', headers } = request;
  const path = `/${route}`;
  const isWhole = request.url?.split('?', 1)[0] === path;
  const attributes = {
    ...{ 'http.request.method': method, 'http.route': path, 'url.scheme': 'http' },
    ...(isWhole && { 'url.path': path }),
  };
  return openSpan(`${method} ${path}`, { kind: 'server', attributes, parent: readTrace(headers) });
}

function endRequestSpan(span: OpenSpan, status: string): void {
  if (status !== 'aborted') span.set({ 'http.response.status_code': Number(status) });
  span.end(status === 'aborted' || status >= '500' ? status : undefined);
}
