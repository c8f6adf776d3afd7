/** Who signs people in, as far as supabase-js asks Supabase Auth: sessions by password, renewed and ended, and the key set. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** Somebody who may sign in. */
export interface Account {
  readonly id: string;
  readonly email: string;
  readonly password: string;
  /** Groups of the doctrine. */
  readonly groups: readonly string[];
}

/** A listening server. */
export interface AuthServer extends AsyncDisposable {
  /** What stands in `SUPABASE_URL`. */
  readonly url: string;
}

/** Seconds that a token holds. */
const LIFETIME_SECONDS = 3_600;

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'apikey, authorization, content-type, x-client-info, x-supabase-api-version',
  'access-control-allow-methods': 'GET, POST, OPTIONS',
};

/** Makes sessions of accounts, and knows whose a renewal is. */
interface Sessions {
  readonly keys: readonly object[];
  readonly open: (account: Account) => Promise<object>;
  readonly find: (grant: string | null, given: Readonly<Record<string, unknown>>) => Account | undefined;
}

async function createSessions(accounts: readonly Account[], issuer: () => string): Promise<Sessions> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const renewals = new Map<string, Account>();
  return {
    keys: [{ ...(await exportJWK(publicKey)), kid: 'example', alg: 'ES256', use: 'sig' }],
    open: async (account) => {
      const user = { id: account.id, email: account.email, aud: 'authenticated', role: 'authenticated' };
      const app = { provider: 'email', groups: account.groups };
      const token = await new SignJWT({ ...user, app_metadata: app, session_id: randomUUID() })
        .setProtectedHeader({ alg: 'ES256', kid: 'example' })
        .setIssuer(issuer())
        .setSubject(account.id)
        .setIssuedAt()
        .setExpirationTime(`${LIFETIME_SECONDS}s`)
        .sign(privateKey);
      const renewal = randomUUID();
      renewals.set(renewal, account);
      return {
        ...{ access_token: token, refresh_token: renewal, token_type: 'bearer', expires_in: LIFETIME_SECONDS },
        user: { ...user, app_metadata: app, user_metadata: {}, created_at: '2026-01-05T08:00:00Z' },
      };
    },
    find: (grant, given) =>
      grant === 'refresh_token'
        ? renewals.get(String(given.refresh_token))
        : accounts.find(({ email, password }) => email === given.email && password === given.password),
  };
}

/** Listens on a free port of 127.0.0.1. */
export async function startAuthServer(accounts: readonly Account[]): Promise<AuthServer> {
  let url = '';
  const sessions = await createSessions(accounts, () => `${url}/auth/v1`);
  const server = createServer((request, response) => void answer(sessions, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(sessions: Sessions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  if (request.method === 'OPTIONS' || pathname === '/auth/v1/logout') return void response.writeHead(204, CORS).end();
  if (pathname === '/auth/v1/.well-known/jwks.json') return send(response, 200, { keys: sessions.keys });
  if (pathname !== '/auth/v1/token') return send(response, 404, { code: 404, msg: 'Not found' });
  const given = (await json(request)) as Record<string, unknown>;
  const account = sessions.find(searchParams.get('grant_type'), given);
  if (account) return send(response, 200, await sessions.open(account));
  send(response, 400, { code: 400, error_code: 'invalid_credentials', msg: 'Invalid login credentials' });
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { ...CORS, 'content-type': 'application/json' }).end(JSON.stringify(value));
}
