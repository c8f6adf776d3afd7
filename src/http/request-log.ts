/** The log's line of a request that is no operation of GraphQL: those have a line of their own. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../log.ts';
import { answerRequestId } from './request-id.ts';

/** A request as the log knows it. */
export interface AskedRequest {
  readonly id: string;
  /** Set once GraphQL answers it. */
  isOperation: boolean;
}

/** Asked by machines all the time: told at level `debug`. */
const OF_MACHINES = new Set(['healthz', 'readyz', 'metrics']);

/** Gives the request its id, says it in the answer, and has the log told when it is answered. @param route Of a closed set: a path may hold a secret. */
export function beginRequest(
  log: Log,
  { request, response, route }: { request: IncomingMessage; response: ServerResponse; route: string },
): AskedRequest {
  const asked = { id: answerRequestId(request.headers, response), isOperation: false };
  const level = OF_MACHINES.has(route) ? 'debug' : 'info';
  if (!log.isLevelEnabled(level)) return asked;
  const start = performance.now();
  response.once('close', () => {
    if (asked.isOperation) return;
    const ms = Math.round((performance.now() - start) * 10) / 10;
    const status = response.writableFinished ? response.statusCode : 'aborted';
    log[level]({ requestId: asked.id, method: request.method, route, status, ms }, 'request');
  });
  return asked;
}
