/** What the ledger says of a user beside the token: how soon it is asked again, and what holds while it does not answer. */
import { SignJWT } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { DEMO_USERS, issueToken, type TokenFor } from '../../src/auth/issue.ts';
import { createStandings, type Standing } from '../../src/auth/standings.ts';
import { createVerify } from '../../src/auth/verify.ts';
import { viewerScope } from '../../src/auth/viewer.ts';
import { JWT_SECRET } from '../support/stack.ts';

const SIGNING = { jwtSecret: JWT_SECRET, issuer: null, audience: 'authenticated' };
const admitted = {
  groups: { hr: {}, accounting: {} },
  agents: { reader: { actsFor: ['user'] as const } },
  oauthClients: { calendar: { clientId: 'calendar-id' }, notes: { clientId: 'notes-id', agent: 'reader' } },
};
const clock = { ms: 0 };
let asked: string[] = [];
let answer: () => Promise<Standing>;

beforeEach(() => {
  clock.ms = 0;
  asked = [];
  answer = async () => ({ groups: ['hr'], isSignedOut: false });
});

const now = () => clock.ms;
const create = (groups = Object.keys(admitted.groups), checkSessions = false) => {
  const ask = (userId: string) => {
    asked.push(userId);
    return answer();
  };
  const stand = createStandings({ ask, groups, checkSessions, now });
  const verify = createVerify({ ...SIGNING, jwksUrl: null }, admitted, { now, stand });
  return async (bearer: string) => verify(`Bearer ${bearer}`);
};
const tokenOf = (subject: TokenFor) => issueToken(subject, { ...SIGNING, lifetimeSeconds: 3_600 });
const ANA = { user: 'ana', groups: ['accounting'] };

it('asks once in five seconds, however many requests there are, and goes by the ledger alone', async () => {
  const verify = create();
  const bearer = await tokenOf(ANA);
  const viewers = await Promise.all([verify(bearer), verify(bearer), verify(bearer)]);
  clock.ms = 4_999;
  viewers.push(await verify(bearer));
  expect(viewers.map(({ groups }) => groups)).toEqual([['hr'], ['hr'], ['hr'], ['hr']]);
  expect(asked).toHaveLength(1);
});

it('sees within five seconds that a user was taken out, although the token is kept for a minute', async () => {
  const verify = create();
  const bearer = await tokenOf(ANA);
  const before = await verify(bearer);
  answer = async () => ({ groups: [], isSignedOut: false });
  clock.ms = 5_000;
  const after = await verify(bearer);
  expect([before.groups, after.groups]).toEqual([['hr'], []]);
  // Nothing that was read for the one is shown to the other.
  expect(viewerScope(after)).not.toBe(viewerScope(before));
});

it('goes on for a minute while the ledger does not answer, and then counts nobody in', async () => {
  const verify = create();
  const bearer = await tokenOf(ANA);
  await verify(bearer);
  answer = async () => Promise.reject(new Error('away'));
  const groupsAt = async (ms: number) => {
    clock.ms = ms;
    return (await verify(bearer)).groups;
  };
  expect([await groupsAt(5_000), await groupsAt(59_000)]).toEqual([['hr'], ['hr']]);
  const tries = asked.length;
  // No more often than while it answers.
  expect(await groupsAt(60_000)).toEqual(['hr']);
  expect(asked).toHaveLength(tries);
  expect(await groupsAt(64_000)).toEqual([]);
  answer = async () => ({ groups: ['hr'], isSignedOut: false });
  expect(await groupsAt(69_000)).toEqual(['hr']);
});

it('counts nobody in by a token alone where the ledger has not answered yet: it may have taken the user out', async () => {
  answer = async () => Promise.reject(new Error('away'));
  expect((await create()(await tokenOf(ANA))).groups).toEqual([]);
});

it('leaves out groups that the doctrine does not have', async () => {
  answer = async () => ({ groups: ['hr', 'everything'], isSignedOut: false });
  expect((await create()(await tokenOf(ANA))).groups).toEqual(['hr']);
});

it('asks for the user whom an agent acts for, and for nobody where there is no group or no user', async () => {
  await create()(await tokenOf({ agent: 'reader', act: 'ana' }));
  expect(asked).toHaveLength(1);
  await create()(await tokenOf({ agent: 'reader' }));
  await create()(await tokenOf({ service: true }));
  await create([])(await tokenOf(ANA));
  expect(asked).toHaveLength(1);
});

describe('where sessions are checked', () => {
  const SESSION = '5e550000-0000-4000-8000-000000000001';
  const tokenWith = (claims: object) =>
    new SignJWT({ role: 'authenticated', aud: 'authenticated', sub: DEMO_USERS.ana, ...claims })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('supabase')
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(JWT_SECRET));
  const ended = async () => ({ groups: [], isSignedOut: true });

  it('refuses a token within five seconds after its session has ended, although it is kept for a minute', async () => {
    const verify = create([], true);
    const bearer = await tokenWith({ session_id: SESSION });
    expect((await verify(bearer)).session).toBe(SESSION);
    answer = ended;
    clock.ms = 4_999;
    await verify(bearer);
    expect(asked).toHaveLength(1);
    clock.ms = 5_000;
    await expect(verify(bearer)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      message: expect.stringContaining('session'),
    });
    await expect(verify(bearer)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(asked).toHaveLength(2);
  });

  it('asks of anonymous sign-ins too, and of no token without a session', async () => {
    answer = ended;
    const verify = create([], true);
    const anonymous = await tokenWith({ session_id: SESSION, is_anonymous: true });
    await expect(verify(anonymous)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    for (const claims of [{}, { session_id: 'not one of ours' }, { session_id: 7 }])
      expect((await verify(await tokenWith(claims))).session).toBeNull();
    expect(asked).toHaveLength(1);
  });

  it.each(['calendar-id', 'notes-id'])('asks of the OAuth client %s too', async (client_id) => {
    const verify = create([], true);
    const bearer = await tokenWith({ session_id: SESSION, client_id });
    expect((await verify(bearer)).session).toBe(SESSION);
    answer = ended;
    clock.ms = 5_000;
    await expect(verify(bearer)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('lets a session go on for a minute while the database does not answer, and then nobody in', async () => {
    const verify = create([], true);
    const bearer = await tokenWith({ session_id: SESSION });
    await verify(bearer);
    answer = async () => Promise.reject(new Error('away'));
    clock.ms = 59_000;
    expect((await verify(bearer)).session).toBe(SESSION);
    clock.ms = 64_000;
    await expect(verify(bearer)).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  });

  it('lets nobody in whose session nobody could ask for, and whom it is not asked for is', async () => {
    answer = async () => Promise.reject(new Error('away'));
    const bearer = await tokenWith({ session_id: SESSION });
    await expect(create([], true)(bearer)).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect((await create(['hr'], false)(bearer)).session).toBe(SESSION);
  });
});
