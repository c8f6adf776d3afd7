/** Pages of other origins: which may read answers (CORS), and which may open a WebSocket. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import cors from 'cors';

/** Origins such as `https://app.example.com` whose pages may ask; `*` for any page. The gateway's own pages may always. */
export type AllowedOrigins = readonly string[] | '*';

/** Decides for each request. */
export interface Origins {
  /** Says in the answer's headers, whatever the answer will be, whether a page may read it; true where a preflight is answered by that. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
  /** Whether a page may open a WebSocket: browsers say where a page is from, and pages cannot change it. */
  isAllowed(request: IncomingMessage): boolean;
}

/** Headers of answers that pages may read beside those that every page may. */
const EXPOSED = [
  'content-disposition',
  'content-range',
  'etag',
  'mcp-protocol-version',
  'ratelimit',
  'ratelimit-policy',
  'retry-after',
  'tripoint-cost',
  'www-authenticate',
  'x-request-id',
];
/** Seconds that a browser may keep what a preflight told: two hours are the most that Chromium keeps. */
const MAX_AGE_SECONDS = 7_200;

/** Takes the origins as they are; none means the gateway's own pages alone. */
export function createOrigins(allowed: AllowedOrigins): Origins {
  const isListed = (origin: string) => allowed === '*' || allowed.includes(origin);
  return {
    answer: allowed === '*' || allowed.length > 0 ? createAnswer(allowed, isListed) : () => false,
    isAllowed: ({ headers: { origin, host } }) =>
      origin === undefined || isListed(origin) || (URL.canParse(origin) && new URL(origin).host === host),
  };
}

function createAnswer(allowed: AllowedOrigins, isListed: (origin: string) => boolean): Origins['answer'] {
  const share = cors({
    origin:
      allowed === '*' ? '*' : (origin, decide) => decide(null, origin !== undefined && isListed(origin) && origin),
    // Cookies are for a proxy that signs people in: the gateway reads none. No page that is not listed may send them.
    credentials: allowed !== '*',
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
    exposedHeaders: EXPOSED,
    maxAge: MAX_AGE_SECONDS,
  });
  return (request, response) => {
    // What is kept for one page is not for another one.
    if (allowed !== '*') response.setHeader('vary', 'Origin');
    let isAnswered = true;
    // It calls back at once, or has answered a preflight.
    share(request, response, () => {
      isAnswered = false;
    });
    return isAnswered;
  };
}
