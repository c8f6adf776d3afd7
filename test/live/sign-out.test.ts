/** Sign-out: what is open of a session ends with it, and requests are refused where sessions are checked. */
import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { askAs } from '../support/ledger.ts';
import { serve } from '../support/listening.ts';
import { DOORS, subscribe } from '../support/live.ts';
import { openSocket } from '../support/socket.ts';
import { JWT_SECRET } from '../support/stack.ts';

const ANA = String(DEMO_USERS.ana);
let gateway: TestGateway;
let http: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  gateway = await createTestGateway({ pollMs: 100 });
  http = await serve(gateway);
  // Somebody else's: what follows is no empty table.
  await signIn();
});

afterAll(async () => {
  await http[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
});

/** As Supabase Auth does it: a row, and a token that names it. */
async function signIn(notAfter: string | null = null): Promise<{ session: string; token: string }> {
  const session = randomUUID();
  await gateway.owner((client) =>
    client.query('insert into auth.sessions (id, user_id, not_after) values ($1, $2, $3)', [session, ANA, notAfter]),
  );
  return { session, token: await sign(session) };
}

const signOut = (session: string) =>
  gateway.owner((client) => client.query('delete from auth.sessions where id = $1', [session]));

function sign(session: string): Promise<string> {
  return new SignJWT({ role: 'authenticated', aud: 'authenticated', sub: ANA, session_id: session })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('supabase')
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(JWT_SECRET));
}

async function follow(): Promise<string> {
  const { data } = await gateway.execute('{ spaces(first: 1) { nodes { id } } }', { as: 'ana' });
  return `subscription { pageChanged(spaceId: "${pick(data, 'spaces.nodes.0.id')}") { cursor } }`;
}

describe.each(DOORS)('a subscription over %s', (door) => {
  it('ends with UNAUTHENTICATED when its session has ended, and that of another session goes on', async () => {
    const [mine, others] = [await signIn(), await signIn()];
    const query = await follow();
    const ending = await subscribe(http.url, door, query, { token: mine.token });
    const staying = await subscribe(http.url, door, query, { token: others.token });
    await Promise.all([ending.next(), staying.next()]);
    await signOut(mine.session);
    const end = await ending.next().catch((error: unknown) => error);
    const errors = (Array.isArray(end) ? end : (end as { errors: unknown }).errors) as unknown[];
    expect(errors).toMatchObject([
      { message: expect.stringContaining('The session has ended'), extensions: { code: 'UNAUTHENTICATED' } },
    ]);
    await signOut(others.session);
    await staying.end();
  });

  it('of a token without a session has none to end', async () => {
    const open = await subscribe(http.url, door, await follow(), { as: 'ana' });
    await open.next();
    const { session, token } = await signIn();
    const watched = await subscribe(http.url, door, await follow(), { token });
    await watched.next();
    await signOut(session);
    await watched.next().catch(() => {});
    // The same question that ended the other left this one.
    await open.end();
  });
});

it('closes a WebSocket that nothing runs over with 4403, as when its token expires', async () => {
  const { session, token } = await signIn();
  const socket = await openSocket(http.url);
  socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
  expect(await socket.next()).toEqual({ type: 'connection_ack' });
  await signOut(session);
  expect(await socket.closed).toMatchObject({ code: 4403, reason: expect.stringContaining('The session has ended') });
});

describe('a request', () => {
  const ask = (at: TestGateway, token: string) => at.execute('{ viewer { id } }', { token });

  it('is refused where sessions are checked, when its session has ended, was ended or never was', async () => {
    await using careful = await createTestGateway({ beside: gateway, auth: { checkSessions: true } });
    const open = await signIn(new Date(Date.now() + 60_000).toISOString());
    expect((await ask(careful, open.token)).status).toBe(200);
    const over = [await signIn(new Date(Date.now() - 1_000).toISOString()), await signIn()];
    await signOut(String(over[1]?.session));
    for (const token of [...over.map((one) => one.token), await sign(randomUUID())]) {
      const { status, errors } = await ask(careful, token);
      expect([status, errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
      expect(errors?.[0]?.message).toContain('its session has ended');
      // Not without being asked to: the token holds until it expires.
      expect((await ask(gateway, token)).status).toBe(200);
    }
    expect((await careful.execute('{ viewer { id } }', { as: 'ana' })).status).toBe(200);
    expect((await careful.execute('{ viewer { kind } }', { as: 'service' })).status).toBe(200);
  });

  it('goes on where nobody keeps sessions: nothing is in the table that is ours', async () => {
    await using other = await createTestGateway({ auth: { checkSessions: true } });
    expect((await ask(other, await sign(randomUUID()))).status).toBe(200);
  });

  it('goes on where there is no such table', async () => {
    await using other = await createTestGateway({ auth: { checkSessions: true } });
    await other.owner((client) => client.query('drop table auth.sessions'));
    expect((await ask(other, await sign(randomUUID()))).status).toBe(200);
  });
});

it('is asked of the database by nobody but the gateway', async () => {
  for (const text of ["select ops.ended_sessions('{}')", "select ops.standing(null, '{}')"])
    for (const as of ['ana', 'agent:workspace-ask-docs', null])
      await expect(askAs(gateway, as, text), `${text} as ${as}`).rejects.toMatchObject({ code: '42501' });
});
