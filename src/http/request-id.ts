/** The id of a request, by which logs of several systems are put together. */
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';

/** The header, in and out. */
export const REQUEST_ID_HEADER = 'x-request-id';

const GIVEN = /^[\w.:/+=@-]{1,128}$/;

/** The one that the client or a proxy gave, where it is one; else a new one. */
export function readRequestId(headers: IncomingHttpHeaders): string {
  const given = headers[REQUEST_ID_HEADER];
  return typeof given === 'string' && GIVEN.test(given) ? given : randomUUID();
}

/** Says it in the answer. */
export function answerRequestId(headers: IncomingHttpHeaders, response: ServerResponse): string {
  const id = readRequestId(headers);
  response.setHeader(REQUEST_ID_HEADER, id);
  return id;
}
