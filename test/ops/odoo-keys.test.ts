import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { ANONYMOUS, agentViewer, GATEWAY, SERVICE, type Viewer } from '../../src/auth/viewer.ts';
import { createRingSource } from '../../src/ops/odoo-key-ring.ts';
import { createOdooKeys } from '../../src/ops/odoo-keys.ts';
import { rotateOdooKeys } from '../../src/ops/rotate-odoo-keys.ts';
import type { PostgresSource } from '../../src/postgres/source.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { createOdooPeople, type OdooPeople } from '../support/odoo-people.ts';

const CONNECT =
  'mutation ($apiKey: String!) { connectOdooAccount(input: { apiKey: $apiKey }) { viewer { odoo { login } } userErrors { code } } }';
const ACCOUNT = '{ viewer { odoo { login isValid } } }';

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

const connect = async (as: string, apiKey: string, to = gateway) => {
  const { data } = await to.execute(CONNECT, { as, variables: { apiKey } });
  expect(pick(data, 'connectOdooAccount.userErrors')).toEqual([]);
};
/** Another gateway: it remembers nothing. */
const loginOf = async (as: string) => {
  await using other = await createTestGateway({ connecting: {}, beside: gateway });
  // Awaited here: the gateway ends with this block.
  return await other.execute(ACCOUNT, { as });
};
const user = (id: string): Viewer => ({
  ...ANONYMOUS,
  kind: 'user',
  id,
  role: 'authenticated',
  claims: JSON.stringify({ role: 'authenticated', sub: id }),
});

it('shows a kept key nowhere: not in the database, the log, an answer or an error', async () => {
  const { key } = people.maria;
  const heard: string[] = [];
  const hear = async (query: string, options: object = {}) => {
    heard.push((await gateway.execute(query, { as: 'ana', ...options })).text);
  };
  await connect('ana', key);
  await hear(`mutation { connectOdooAccount(input: { apiKey: "${key}" }) { viewer { odoo { login name } } } }`);
  await hear(ACCOUNT);
  await hear('{ partners(first: 2) { nodes { name } } }');
  await hear('{ odooUserLinks { nodes { id login odooUserId } } }', { as: 'service' });
  // What goes wrong with it: somebody else's, an Odoo that is away, and mistakes in the document and the variables.
  await hear(CONNECT, { as: 'ben', variables: { apiKey: key } });
  await hear(CONNECT, { as: 'service', variables: { apiKey: key } });
  await using away = await createTestGateway({
    connecting: { instance: 'away' },
    beside: { ...gateway, connection: { ...gateway.connection, url: 'http://127.0.0.1:9' } },
  });
  heard.push((await away.execute(CONNECT, { as: 'carla', variables: { apiKey: key } })).text);
  await hear(`mutation { connectOdooAccount(input: { apikey: "${key}" }) { viewer { kind } } }`);
  await hear(`mutation { connectOdooAccount(input: "${key}") { viewer { kind } } }`);
  await hear(`mutation { connectOdooAccount(apiKey: "${key}") { viewer { kind } } }`);
  const INPUT = 'mutation ($input: ConnectOdooAccountInput!) { connectOdooAccount(input: $input) { viewer { kind } } }';
  for (const input of [{ apikey: key }, key, [key], { apiKey: { key } }, { apiKey: [key] }, { apiKey: key, more: key }])
    await hear(INPUT, { variables: { input } });
  await hear('mutation ($apiKey: Int!) { connectOdooAccount(input: { apiKey: $apiKey }) { viewer { kind } } }', {
    variables: { apiKey: key },
  });
  const kept = await gateway.owner((client) =>
    client.query(
      `select table_schema || '.' || table_name as name, query_to_xml(format('select * from %I.%I', table_schema, table_name), true, false, '')::text as rows
       from information_schema.tables where table_schema in ('ops', 'odoo', 'odoo_seed', 'catalog', 'work', 'tripoint', 'auth') and table_type = 'BASE TABLE'`,
    ),
  );
  expect(kept.length).toBeGreaterThan(40);
  expect(kept.find(({ name }) => name === 'tripoint.odoo_keys')?.rows).toContain('<sealed>');
  expect(kept.filter(({ rows }) => String(rows).includes(key)).map(({ name }) => name)).toEqual([]);
  expect([...gateway.logged, ...away.logged].filter((line) => line.includes(key))).toEqual([]);
  expect(gateway.calls.filter((call) => call.includes(key))).toEqual([]);
  expect(heard.filter((text) => text.includes(key))).toEqual([]);
});

it.each([
  ['anonymous', ANONYMOUS],
  ['a user', user(String(DEMO_USERS.ana))],
  ['the service', SERVICE],
  ['an agent', agentViewer('sync-odoo-agent')],
])("keeps the table and the gateway's functions from %s", async (_who, viewer) => {
  const postgres = gateway.sources.postgres as PostgresSource;
  const statements = [
    'select sealed from tripoint.odoo_keys',
    'select sealed from ops.odoo_accounts(most => 10)',
    `select ops.keep_odoo_account('${DEMO_USERS.ana}', 'test', '1', 'admin', 'test', 'x', null)::text`,
    `select ops.note_odoo_refusal(gen_random_uuid())::text`,
    `select ops.reseal_odoo_keys('[]')::text`,
    'select ops.odoo_key_ring()',
  ];
  for (const text of statements)
    await expect(postgres.transact(viewer, (run) => run({ text, values: [] }))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
});

it('lets the gateway itself read the keys by one function, and no table', async () => {
  const postgres = gateway.sources.postgres as PostgresSource;
  const read = (text: string) => postgres.transact(GATEWAY, (run) => run({ text, values: [] }));
  await expect(read('select sealed from tripoint.odoo_keys')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(read('select login from ops.odoo_users')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect((await read('select sealed from ops.odoo_accounts(most => 1)')).length).toBeGreaterThan(20);
  const readers = await gateway.owner((client) =>
    client.query(`select p.proname as name from pg_proc p where p.pronamespace in ('ops'::regnamespace, 'odoo'::regnamespace, 'work'::regnamespace)
      and p.prosrc ~ 'odoo_keys' and pg_get_function_result(p.oid) ~ 'sealed text'`),
  );
  expect(readers).toEqual([{ name: 'odoo_accounts' }]);
});

it('opens for nobody a row that was moved to another person or another user of Odoo', async () => {
  await connect('ana', people.maria.key);
  await connect('ben', people.antonio.key);
  await gateway.owner((client) =>
    client.query(`with rows as (select id, sealed, row_number() over (order by id) as place from tripoint.odoo_keys)
      update tripoint.odoo_keys k set sealed = other.sealed from rows own join rows other on own.place <> other.place where k.id = own.id`),
  );
  for (const as of ['ana', 'ben']) {
    const { data, errors } = await loginOf(as);
    expect(pick(data, 'viewer.odoo') ?? null).toBeNull();
    expect(errors?.[0]?.extensions.code).toBe('NOT_CONFIGURED');
  }
});

it('refuses a link by SQL that the person has not proved', async () => {
  const postgres = gateway.sources.postgres as PostgresSource;
  const ben = user(String(DEMO_USERS.ben));
  const text = "select ops.connect_odoo_account('test')::text";
  const before = await gateway.owner((client) => client.query('select * from ops.odoo_users order by id'));
  expect(String(await postgres.transact(ben, (run) => run({ text, values: [] })))).toBe(DEMO_USERS.ben);
  expect(await gateway.owner((client) => client.query('select * from ops.odoo_users order by id'))).toEqual(before);
  const client = { ...ben, claims: JSON.stringify({ role: 'authenticated', sub: ben.id, client_id: 'an-app' }) };
  await expect(postgres.transact(client, (run) => run({ text, values: [] }))).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
});

/** The same names and shapes as Supabase Vault has; it keeps in plain text. */
const VAULT = `
create schema vault;
create table vault.secrets (id uuid primary key default gen_random_uuid(), name text unique, description text, secret text);
create view vault.decrypted_secrets as select id, name, description, secret, secret as decrypted_secret from vault.secrets;
create function vault.create_secret(new_secret text, new_name text default null, new_description text default '', new_key_id uuid default null)
returns uuid language sql as $$ insert into vault.secrets (secret, name, description) values (new_secret, new_name, new_description) returning id $$;
create function vault.update_secret(secret_id uuid, new_secret text default null, new_name text default null, new_description text default null, new_key_id uuid default null)
returns void language sql as $$ update vault.secrets set secret = coalesce(new_secret, secret) where id = secret_id $$;`;

it('takes a ring of Vault where the environment has none, and a new key of it is used by gateways that run', async () => {
  await gateway.owner((client) => client.script(`${VAULT} delete from tripoint.odoo_keys`));
  await using own = await createTestGateway({ connecting: { keysSecret: null }, beside: gateway });
  await connect('ana', people.maria.key, own);
  const [made] = await gateway.owner((client) => client.query('select name, secret from vault.secrets'));
  expect(made).toMatchObject({ name: 'ODOO_KEYS_SECRET', secret: expect.stringMatching(/^v\d+:[A-Za-z0-9+/]{43}=$/) });
  const keys = createOdooKeys(gateway.sources.postgres as PostgresSource);
  const rings = createRingSource(null, keys);
  await rings.renew();
  const rotation = await rotateOdooKeys(keys, rings, () => {});
  expect(rotation).toMatchObject({ resealed: 1, lost: [] });
  expect((await rotateOdooKeys(keys, rings, () => {})).resealed).toBe(0);
  // The gateway that made the first key meets one that it does not know.
  await connect('ben', people.antonio.key, own);
  await using other = await createTestGateway({ connecting: { keysSecret: null }, beside: gateway });
  expect(pick((await other.execute(ACCOUNT, { as: 'ana' })).data, 'viewer.odoo.login')).toBe(people.maria.login);
  expect(pick((await other.execute(ACCOUNT, { as: 'ben' })).data, 'viewer.odoo.login')).toBe(people.antonio.login);
  await gateway.owner((client) => client.script('drop schema vault cascade; delete from tripoint.odoo_keys'));
});
