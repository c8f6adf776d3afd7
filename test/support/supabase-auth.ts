/**
 * A stand-in for Supabase Auth, as far as supabase-js 2 asks it over HTTP: a provider's page, PKCE, links by e-mail, sessions that
 * are renewed and ended. What it refuses it refuses in the words and with the statuses of GoTrue.
 *
 * @see https://github.com/supabase/auth/blob/master/openapi.yaml
 */
import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { DEMO_USERS, issueToken } from '../../src/auth/issue.ts';
import { createTestServer } from './http-server.ts';
import { JWT_SECRET } from './stack.ts';

/** Who signs in, whatever is asked. */
export const EMAIL = 'ana@example.com';

/** A request that a page made of it. */
export interface AskedAuth {
  /** Without `/auth/v1`; with the grant, where one is named. */
  readonly path: string;
  readonly apikey: string | undefined;
}

/** A listening stand-in. */
export interface SupabaseAuth extends AsyncDisposable {
  /** What stands in `SUPABASE_URL`. */
  readonly url: string;
  /** In the order in which they came; none for a preflight. */
  readonly asked: AskedAuth[];
  /** Access tokens that it gave, the latest last. */
  readonly given: readonly string[];
  /** Links that it sent by e-mail, the latest last. */
  readonly links: readonly string[];
  /** Seconds that the sessions hold which it gives from now on. */
  lifetimeSeconds: number;
  /** Ends every session: no renewal is accepted. */
  endSessions(): void;
  /** Whether it answers at all: else it ends each connection. */
  isUp: boolean;
}

/** A code that a provider's page has given, and by what it is taken up. */
interface Code {
  readonly challenge: string;
  readonly method: string;
}

interface State extends Omit<SupabaseAuth, 'given' | 'links' | 'url' | 'endSessions' | typeof Symbol.asyncDispose> {
  readonly given: string[];
  readonly links: string[];
  readonly codes: Map<string, Code>;
  readonly mails: Set<string>;
  readonly renewals: Set<string>;
}

/** A request, taken apart. */
interface Exchange {
  readonly state: State;
  readonly request: IncomingMessage;
  readonly query: URLSearchParams;
  readonly given: Readonly<Record<string, unknown>>;
  readonly self: string;
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly location?: string;
  readonly html?: string;
}

/** Listens on a free port of 127.0.0.1. */
export async function startSupabaseAuth(): Promise<SupabaseAuth> {
  const state: State = {
    ...{ asked: [], given: [], links: [], lifetimeSeconds: 3_600, isUp: true },
    ...{ codes: new Map(), mails: new Set(), renewals: new Set() },
  };
  const server = await createTestServer(async (request, response, body) => {
    if (!state.isUp) return void request.socket.destroy();
    const { pathname, searchParams: query } = new URL(request.url ?? '/', server.url);
    const path = pathname.replace(/^\/auth\/v1/, '');
    if (request.method === 'OPTIONS') return send(response, { status: 204 });
    const grant = query.get('grant_type');
    const { apikey } = request.headers;
    state.asked.push({
      path: grant === null ? path : `${path} ${grant}`,
      apikey: typeof apikey === 'string' ? apikey : undefined,
    });
    const given = body === '' ? {} : (JSON.parse(body) as Record<string, unknown>);
    const answer = ANSWERS[`${request.method} ${path}`] ?? (() => refusal(404, 'not_found', 'Not found'));
    send(response, await answer({ state, request, query, given, self: server.url }));
  });
  return Object.assign(state, {
    url: server.url,
    endSessions: () => state.renewals.clear(),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  });
}

const ANSWERS: Readonly<Record<string, (exchange: Exchange) => Answer | Promise<Answer>>> = {
  'GET /settings': () => ({
    status: 200,
    body: { external: { github: true, google: false, email: true, phone: false, anonymous_users: false } },
  }),
  'GET /authorize': showProvider,
  'GET /provider/allow': ({ state, query }) => {
    const code = randomUUID();
    state.codes.set(code, {
      challenge: query.get('code_challenge') ?? '',
      method: query.get('code_challenge_method') ?? '',
    });
    return goBack(query, (back) => back.searchParams.set('code', code));
  },
  'GET /provider/refuse': ({ query }) => {
    const told = { error: 'access_denied', error_description: 'The user denied the request' };
    // In both places, as GoTrue does it where a code was asked for.
    return goBack(query, (back) => {
      for (const [name, value] of Object.entries(told)) back.searchParams.set(name, value);
      back.hash = String(new URLSearchParams(told));
    });
  },
  'POST /token': ({ state, query, given }) => takeGrant(state, query.get('grant_type'), given),
  'POST /otp': sendMail,
  'GET /verify': followLink,
  'GET /user': ({ state, request }) =>
    state.given.includes(bearerOf(request)) ? { status: 200, body: USER } : refusal(403, 'bad_jwt', 'invalid JWT'),
  'POST /logout': ({ state, request }) => {
    if (!state.given.includes(bearerOf(request))) return refusal(403, 'bad_jwt', 'invalid JWT');
    state.renewals.clear();
    return { status: 204 };
  },
};

const USER = {
  ...{ id: DEMO_USERS.ana, aud: 'authenticated', role: 'authenticated', email: EMAIL, phone: '' },
  ...{ app_metadata: { provider: 'github', providers: ['github'] }, user_metadata: {}, identities: [] },
  created_at: '2026-01-05T08:00:00Z',
};

function showProvider({ query, self }: Exchange): Answer {
  if (query.get('provider') !== 'github')
    return refusal(400, 'validation_failed', 'Unsupported provider: provider is not enabled');
  const link = (name: string) =>
    `<a href="${self}/auth/v1/provider/${name}?${query}">${name}</a>`.replaceAll('&', '&amp;');
  return { status: 200, html: `<title>The provider</title>${link('allow')} ${link('refuse')}` };
}

async function takeGrant(state: State, grant: string | null, given: Exchange['given']): Promise<Answer> {
  if (grant === 'pkce') {
    const code = state.codes.get(String(given.auth_code));
    // It is good for one try.
    state.codes.delete(String(given.auth_code));
    if (!code) return refusal(404, 'flow_state_not_found', 'invalid flow state, no valid flow state found');
    const challenge = createHash('sha256').update(String(given.code_verifier)).digest('base64url');
    if (code.method !== 's256' || code.challenge !== challenge)
      return refusal(400, 'bad_code_verifier', 'code challenge does not match previously saved code verifier');
    return { status: 200, body: await openSession(state) };
  }
  // A renewal is good once: the next is in its answer.
  if (grant !== 'refresh_token' || !state.renewals.delete(String(given.refresh_token)))
    return refusal(400, 'refresh_token_not_found', 'Invalid Refresh Token: Refresh Token Not Found');
  return { status: 200, body: await openSession(state) };
}

function sendMail({ state, query, given, self }: Exchange): Answer {
  if (given.email !== EMAIL) return refusal(422, 'otp_disabled', 'Signups not allowed for otp');
  const token = randomUUID();
  state.mails.add(token);
  const search = new URLSearchParams({ token, type: 'magiclink', redirect_to: query.get('redirect_to') ?? '' });
  state.links.push(`${self}/auth/v1/verify?${search}`);
  return { status: 200, body: {} };
}

async function followLink({ state, query }: Exchange): Promise<Answer> {
  if (!state.mails.delete(query.get('token') ?? ''))
    return goBack(query, (back) => {
      back.hash = 'error=access_denied&error_code=otp_expired&error_description=Email+link+is+invalid+or+has+expired';
    });
  const { user: _user, ...session } = await openSession(state);
  return goBack(query, (back) => {
    back.hash = String(new URLSearchParams({ ...session, type: 'magiclink' } as unknown as Record<string, string>));
  });
}

async function openSession(state: State) {
  // No two alike, though they be of the same second.
  const lifetimeSeconds = state.lifetimeSeconds + state.given.length;
  const signing = { issuer: null, audience: 'authenticated', jwtSecret: JWT_SECRET, lifetimeSeconds };
  const token = await issueToken({ user: 'ana' }, signing);
  const renewal = randomUUID();
  state.given.push(token);
  state.renewals.add(renewal);
  return {
    ...{ access_token: token, token_type: 'bearer', expires_in: lifetimeSeconds, refresh_token: renewal },
    ...{ expires_at: Math.floor(Date.now() / 1_000) + lifetimeSeconds, user: USER },
  };
}

function goBack(query: URLSearchParams, change: (back: URL) => void): Answer {
  const back = new URL(query.get('redirect_to') ?? '');
  change(back);
  return { status: 303, location: String(back) };
}

function bearerOf(request: IncomingMessage): string {
  return (request.headers.authorization ?? '').replace(/^Bearer /, '');
}

function refusal(status: number, code: string, message: string): Answer {
  return { status, body: { code: status, error_code: code, msg: message } };
}

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'apikey, authorization, content-type, x-client-info, x-supabase-api-version',
  'access-control-allow-methods': 'GET, POST, OPTIONS',
};

function send(response: ServerResponse, { status, body, location, html }: Answer): void {
  const type = html === undefined ? 'application/json' : 'text/html; charset=utf-8';
  response.writeHead(status, { ...CORS, 'content-type': type, ...(location !== undefined && { location }) });
  response.end(html ?? (body === undefined ? undefined : JSON.stringify(body)));
}
