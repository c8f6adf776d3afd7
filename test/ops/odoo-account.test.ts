import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { createCaches } from '../../src/caches.ts';
import { createMemoryWindows } from '../../src/rates/windows.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { createOdooPeople, type OdooPeople } from '../support/odoo-people.ts';

const CONNECT = `mutation ($apiKey: String!) {
  connectOdooAccount(input: { apiKey: $apiKey }) { viewer { odoo { login name } } userErrors { code message path } }
}`;
const DISCONNECT = 'mutation { disconnectOdooAccount { viewer { odoo { login } } userErrors { code message } } }';
const ACCOUNT = '{ viewer { odoo { login name company languages expiresAt expiresSoon isValid } } }';

let gateway: TestGateway;
let people: OdooPeople;
beforeAll(async () => {
  gateway = await createTestGateway({ connecting: {} });
  people = await createOdooPeople(gateway);
}, 120_000);
afterAll(async () => {
  await people?.[Symbol.asyncDispose]();
  await gateway?.[Symbol.asyncDispose]();
});
beforeEach(async () => {
  for (const as of ['ana', 'ben']) await gateway.execute(DISCONNECT, { as });
});

const connect = (as: string | null, apiKey: string, asked = gateway) =>
  asked.execute(CONNECT, { as, variables: { apiKey } });
/** Tries are counted a minute: a gateway beside the other one counts its own. */
const beside = () => createTestGateway({ connecting: {}, beside: gateway });

describe('connectOdooAccount', () => {
  it('links who asks to the user of Odoo whose key it is', async () => {
    const { key, login, name } = people.maria;
    const query = `mutation { connectOdooAccount(input: { apiKey: "${key}" }) { viewer { odoo { login name } } userErrors { code message } } }`;
    expect((await gateway.execute(query, { as: 'ana' })).data).toEqual({
      connectOdooAccount: { viewer: { odoo: { login, name } }, userErrors: [] },
    });
    const links = await gateway.owner((client) =>
      client.query('select user_id, odoo_instance, odoo_user_id, login from ops.odoo_users where odoo_instance = $1', [
        'test',
      ]),
    );
    expect(links).toEqual([
      { user_id: DEMO_USERS.ana, odoo_instance: 'test', odoo_user_id: String(people.maria.id), login },
    ]);
    expect((await gateway.execute(ACCOUNT, { as: 'ana' })).data).toMatchObject({
      viewer: { odoo: { login, name, company: people.maria.company, languages: ['en_US'], isValid: true } },
    });
    expect((await gateway.execute(ACCOUNT, { as: 'ben' })).data).toEqual({ viewer: { odoo: null } });
  });

  it('replaces the earlier user of the same person, and tells when the new key expires', async () => {
    await using own = await beside();
    await connect('ana', people.maria.key, own);
    const { key, login } = people.antonio;
    expect(pick((await connect('ana', key, own)).data, 'connectOdooAccount.viewer.odoo.login')).toBe(login);
    const { data } = await own.execute(ACCOUNT, { as: 'ana' });
    const expiresAt = people.antonio.expiresAt?.toISOString() ?? null;
    expect(pick(data, 'viewer.odoo.expiresAt')).toBe(expiresAt);
    expect(pick(data, 'viewer.odoo.expiresSoon')).toBe(people.antonio.expiresSoon);
  });

  it.each(['a-key-that-odoo-does-not-know', '0123456789012345678901234567890123456789'])(
    'says of a key that Odoo does not take what to do: %s',
    async (apiKey) => {
      await using own = await beside();
      expect((await connect('ana', apiKey, own)).data).toEqual({
        connectOdooAccount: {
          viewer: null,
          userErrors: [
            {
              code: 'ODOO_ACCOUNT_EXPIRED',
              message:
                'Odoo does not take this key: make one in your preferences in Odoo, under Security, and connect that',
              path: ['input', 'apiKey'],
            },
          ],
        },
      });
    },
  );

  it.each(['', 'short', 'a key with white space', 'x'.repeat(201), 'line\nfeed-line'])(
    'takes nothing that cannot be a key, and does not repeat it: %j',
    async (apiKey) => {
      const { data } = await connect('ana', apiKey);
      expect(pick(data, 'connectOdooAccount.userErrors.0.code')).toBe('BAD_USER_INPUT');
      if (apiKey !== '') expect(String(pick(data, 'connectOdooAccount.userErrors.0.message'))).not.toContain(apiKey);
    },
  );

  const MUTATION = 'connectOdooAccount';
  it.each<[what: string, query: string, variables?: Record<string, unknown>]>([
    [
      'a list for a text',
      `mutation ($k: String!) { ${MUTATION}(input: { apiKey: $k }) { __typename } }`,
      { k: ['sk_secret'] },
    ],
    [
      'a number beside it',
      `mutation ($i: ConnectOdooAccountInput!) { ${MUTATION}(input: $i) { __typename } }`,
      { i: { apiKey: 'sk_secret', more: 1 } },
    ],
    [
      'an object',
      `mutation ($i: ConnectOdooAccountInput!) { ${MUTATION}(input: $i) { __typename } }`,
      { i: { apiKey: { sk_secret: 1 } } },
    ],
    [
      'the input itself',
      `mutation ($i: ConnectOdooAccountInput!) { ${MUTATION}(input: $i) { __typename } }`,
      { i: 'sk_secret' },
    ],
    ['a word without quotes', `mutation { ${MUTATION}(input: { apiKey: sk_secret }) { __typename } }`],
    ['a text for the input', `mutation { ${MUTATION}(input: "sk_secret") { __typename } }`],
    ['a name for the value', `mutation { ${MUTATION}(input: { sk_secret: "x" }) { __typename } }`],
    ['a default', `mutation ($k: String! = sk_secret) { ${MUTATION}(input: { apiKey: $k }) { __typename } }`],
    [
      'a default by another type',
      `mutation ($i: ConnectOdooAccountInput = "sk_secret") { a: ${MUTATION}(input: $i) { __typename } }`,
    ],
    ['what cannot be parsed', `mutation { ${MUTATION}(input: { apiKey "sk_secret" }) { __typename } }`],
    ['a block that cannot be parsed', `mutation { ${MUTATION}(input: { apiKey """sk_secret""" }) { __typename } }`],
    [
      'within a fragment',
      `mutation { ...f } fragment f on Mutation { ${MUTATION}(input: { apiKey: [sk_secret] }) { __typename } }`,
    ],
  ])('repeats of no mistake what was given: %s', async (_what, query, variables = {}) => {
    await using own = await beside();
    const { errors, text } = await own.execute(query, { as: 'ana', variables });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(text).not.toContain('sk_secret');
  });

  it('says of any other input what was given', async () => {
    const { errors } = await gateway.execute('{ person(id: shown) { id } }', { as: 'ana' });
    expect(errors?.[0]?.message).toContain('shown');
  });

  it('refuses a user of Odoo who is connected to somebody else, until that person disconnects', async () => {
    await using own = await beside();
    await connect('ana', people.maria.key, own);
    const refused = await connect('ben', people.maria.key, own);
    expect(pick(refused.data, 'connectOdooAccount.userErrors.0')).toMatchObject({ code: 'CONFLICT' });
    expect(pick((await own.execute(ACCOUNT, { as: 'ana' })).data, 'viewer.odoo.login')).toBe(people.maria.login);
    await own.execute(DISCONNECT, { as: 'ana' });
    const taken = await connect('ben', people.maria.key, own);
    expect(pick(taken.data, 'connectOdooAccount.viewer.odoo.login')).toBe(people.maria.login);
  });

  it("does not give a person the gateway's own reader, nor another program's user", async () => {
    await using own = await createTestGateway({
      connecting: { serviceLogins: [people.maria.login], serviceKeys: [people.antonio.key] },
      beside: gateway,
    });
    for (const key of [gateway.connection.apiKey, people.maria.key, people.antonio.key]) {
      const { data } = await connect('ana', key, own);
      expect(pick(data, 'connectOdooAccount.userErrors.0.code')).toBe('CONFLICT');
      expect(pick(data, 'connectOdooAccount.userErrors.0.message')).toContain('serves a program');
    }
    expect(pick((await own.execute(ACCOUNT, { as: 'ana' })).data, 'viewer.odoo')).toBeNull();
  });

  it.each([
    [null, 'BOUNDARY_VIOLATION'],
    ['service', 'FORBIDDEN'],
    ['agent:sync-odoo-agent', 'FORBIDDEN'],
    ['agent:workspace-ask-docs for ana', 'BOUNDARY_VIOLATION'],
  ])('lets nobody but a person ask: %s', async (as, code) => {
    const { data, errors } = await connect(as, people.maria.key);
    expect(data).toEqual({ connectOdooAccount: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
    expect((await gateway.execute(ACCOUNT, { as })).data).toEqual({ viewer: { odoo: null } });
  });

  it('lets five keys a minute be tried', async () => {
    const windows = createMemoryWindows(createCaches());
    await using own = await createTestGateway({ connecting: {}, beside: gateway, windows });
    for (let tries = 0; tries < 5; tries += 1) await connect('ana', 'no-key-of-odoo', own);
    const { errors } = await connect('ana', people.maria.key, own);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: expect.any(Number) });
    expect(pick((await connect('ben', people.maria.key, own)).data, 'connectOdooAccount.userErrors')).toEqual([]);
  });

  it('says what whoever runs the gateway has to set where no key could be kept', async () => {
    await using own = await createTestGateway({ connecting: { keysSecret: null }, beside: gateway });
    const { errors } = await connect('ana', people.maria.key, own);
    expect(errors?.[0]?.extensions.code).toBe('NOT_CONFIGURED');
    expect(errors?.[0]?.message).toContain('ODOO_KEYS_SECRET');
  });
});

it('shows the next key in a gateway that knew the one before, which Odoo takes no more', async () => {
  await using own = await beside();
  const spare = await people.spare();
  await connect('ana', spare.key, own);
  await using other = await beside();
  await other.execute('{ partners(first: 1) { nodes { id } } }', { as: 'ana' });
  await connect('ana', people.maria.key, own);
  await spare.revoke();
  const { data } = await other.execute(ACCOUNT, { as: 'ana' });
  expect(pick(data, 'viewer.odoo')).toMatchObject({ login: people.maria.login, isValid: true });
  await own.execute(DISCONNECT, { as: 'ana' });
});

it('looks when the key of whoever reads Odoo expires, once a day, also where its person does not look', async () => {
  await using own = await beside();
  await connect('ana', people.antonio.key, own);
  const change = (set: string) => gateway.owner((client) => client.query(`update tripoint.odoo_keys set ${set}`));
  const kept = async () => {
    const select = "select expires_at, checked_at > now() - interval '1 hour' as is_new from tripoint.odoo_keys";
    const [row] = await gateway.owner((client) => client.query(select));
    return row as { expires_at: Date | null; is_new: boolean };
  };
  const read = async () => {
    await using another = await beside();
    const { errors } = await another.execute('{ partners(first: 1) { nodes { id } } }', { as: 'ana' });
    expect(errors).toBeUndefined();
    await expect.poll(async () => (await kept()).is_new).toBe(true);
  };
  const unknown = "expires_at = '2001-01-01T00:00:00Z'";
  await change(`${unknown}, checked_at = now() - interval '25 hours'`);
  await read();
  const expected = people.antonio.expiresAt ?? null;
  await expect.poll(async () => (await kept()).expires_at).toEqual(expected);
  await change(`${unknown}, checked_at = now() - interval '23 hours'`);
  await using another = await beside();
  await another.execute('{ partners(first: 1) { nodes { id } } }', { as: 'ana' });
  expect(await kept()).toEqual({ expires_at: new Date('2001-01-01'), is_new: false });
  await own.execute(DISCONNECT, { as: 'ana' });
});

describe('disconnectOdooAccount', () => {
  it('forgets the key and the link, and says so where there is none', async () => {
    await using own = await beside();
    await connect('ana', people.maria.key, own);
    const first = await own.execute(DISCONNECT, { as: 'ana' });
    expect(first.data).toEqual({ disconnectOdooAccount: { viewer: { odoo: null }, userErrors: [] } });
    const [left] = await gateway.owner((client) =>
      client.query(
        `select (select count(*)::int from tripoint.odoo_keys) as keys,
          (select count(*)::int from ops.odoo_users where odoo_instance = 'test') as links`,
      ),
    );
    expect(left).toEqual({ keys: 0, links: 0 });
    const again = await own.execute(DISCONNECT, { as: 'ana' });
    expect(pick(again.data, 'disconnectOdooAccount.userErrors.0.code')).toBe('NOT_FOUND');
  });

  it("leaves the service's own link alone", async () => {
    const link = `mutation { linkOdooUser(input: { userId: "${DEMO_USERS.ben}", odooInstance: "test", odooUserId: "99", login: "ben" }) { link { id } } }`;
    await gateway.execute(link, { as: 'service' });
    const { data } = await gateway.execute(DISCONNECT, { as: 'ben' });
    expect(pick(data, 'disconnectOdooAccount.userErrors.0.code')).toBe('NOT_FOUND');
    await gateway.owner((client) => client.query("delete from ops.odoo_users where odoo_user_id = '99'"));
  });
});

it('forgets a key when the service moves its link to another user of Odoo', async () => {
  await using own = await beside();
  await connect('ana', people.maria.key, own);
  const link = `mutation { linkOdooUser(input: { userId: "${DEMO_USERS.ana}", odooInstance: "test", odooUserId: "98", login: "other" }) { link { id } } }`;
  await own.execute(link, { as: 'service' });
  await using another = await beside();
  expect(pick((await another.execute(ACCOUNT, { as: 'ana' })).data, 'viewer.odoo')).toBeNull();
  await gateway.owner((client) => client.query("delete from ops.odoo_users where odoo_user_id = '98'"));
});

it('says that a key is taken no more, does not try it again, and takes the next one', async () => {
  await using own = await beside();
  const spare = await people.spare();
  await connect('ana', spare.key, own);
  await spare.revoke();
  await using another = await beside();
  const { data } = await another.execute(ACCOUNT, { as: 'ana' });
  expect(data).toMatchObject({
    viewer: { odoo: { login: spare.login, isValid: false, name: null, languages: null, expiresSoon: true } },
  });
  const [kept] = await gateway.owner((client) =>
    client.query('select refused_at is not null as noted from tripoint.odoo_keys'),
  );
  expect(kept).toEqual({ noted: true });
  await connect('ana', people.maria.key, own);
  await using third = await beside();
  expect(pick((await third.execute(ACCOUNT, { as: 'ana' })).data, 'viewer.odoo.isValid')).toBe(true);
});
