/** A DSN that leads to no database: each command says in a sentence what to mend, and ends with a code of its own. */
import { afterAll, describe, expect, it } from 'vitest';
import { createFolder, runHere, runProcess } from '../support/command.ts';
import { createTestGateway } from '../support/gateway.ts';
import { openRefusingPostgres, type Refusal } from '../support/refusing-postgres.ts';
import { databaseUrl, isRealStack } from '../support/stack.ts';

const folder = createFolder();
const cwd = folder.path;
const ODOO = { ODOO_URL: 'http://127.0.0.1:9', ODOO_DB: 'odoo', ODOO_API_KEY: 'a-key-that-nobody-takes' };
const BASE = { ODOO_STAGE: 'development', SUPABASE_JWT_SECRET: 'a-secret-of-this-test-that-is-long-enough-for-it' };

afterAll(() => folder[Symbol.dispose]());

/** Each with what it says after the variable's name; `dsn` gets the port of the server. */
const PROBLEMS: readonly [string, Refusal | null, (port: number) => string, number, RegExp][] = [
  [
    'a host that is not found',
    null,
    () => 'postgres://gateway:secret@no-such-host.invalid:5432/app',
    10,
    /the host "no-such-host.invalid" is not known: check its name/,
  ],
  [
    'a port where nobody listens',
    null,
    () => 'postgres://gateway:secret@127.0.0.1:9/app',
    11,
    /nothing listens on 127.0.0.1:9: check host and port/,
  ],
  [
    'a server that says nothing',
    'says nothing',
    (port) => `postgres://gateway:secret@127.0.0.1:${port}/app`,
    12,
    /127.0.0.1:\d+ did not answer in time/,
  ],
  [
    'what is no Postgres',
    'breaks off',
    (port) => `postgres://gateway:secret@127.0.0.1:${port}/app`,
    19,
    /what listens on 127.0.0.1:\d+ is no Postgres/,
  ],
  [
    'a server without TLS that the DSN wants',
    'has no TLS',
    (port) => `postgres://gateway:secret@127.0.0.1:${port}/app?sslmode=verify-full`,
    18,
    /no encrypted connection to 127.0.0.1 came about: check sslmode/,
  ],
  [
    'no password where one is needed',
    'asks for a password',
    (port) => `postgres://gateway@127.0.0.1:${port}/app`,
    13,
    /the server wants a password for the role "gateway", and the DSN has none/,
  ],
  [
    'a wrong password',
    { state: '28P01', message: 'password authentication failed' },
    (port) => `postgres://gateway:secret@127.0.0.1:${port}/app`,
    14,
    /the password of the role "gateway" is wrong/,
  ],
  [
    'a role that there is not',
    { state: '28000', message: 'role "gateway" does not exist' },
    (port) => `postgres://gateway:secret@127.0.0.1:${port}/app`,
    15,
    /the server does not let the role "gateway" log in/,
  ],
  [
    'a database that there is not',
    { state: '3D000', message: 'database "app" does not exist' },
    (port) => `postgres://gateway:secret@127.0.0.1:${port}/app`,
    16,
    /the server has no database "app"/,
  ],
];

describe('tripoint migrate, with a MIGRATIONS_DATABASE_URL that names', () => {
  it.each(PROBLEMS)('%s', async (_what, refusal, dsn, code, sentence) => {
    await using server = await openRefusingPostgres(refusal ?? 'says nothing');
    const env = { ...BASE, ...ODOO, DATABASE_URL: dsn(server.port), MIGRATIONS_DATABASE_URL: dsn(server.port) };
    const outcome = await runHere(['migrate'], { cwd, env });
    expect(outcome).toMatchObject({ code, stdout: '' });
    expect(outcome.stderr).toMatch(sentence);
    expect(outcome.stderr).toMatch(/^tripoint migrate: MIGRATIONS_DATABASE_URL: /);
    expect(outcome.stderr.split('\n')).toHaveLength(2);
    expect(outcome.stderr).not.toContain('secret');
  });
});

const LASTING = PROBLEMS.filter(
  ([, refusal]) => refusal !== null && !['says nothing', 'breaks off'].includes(String(refusal)),
);

describe.each([
  ['start', LASTING],
  ['worker', LASTING],
  ['indexer', LASTING],
  ['indexer --once', PROBLEMS],
  ['indexer --backfill', PROBLEMS],
] as const)('tripoint %s, with a DATABASE_URL that names', (line, problems) => {
  it.each(problems)('%s', async (_what, refusal, dsn, code, sentence) => {
    await using server = await openRefusingPostgres(refusal ?? 'says nothing');
    const env = { ...BASE, ...ODOO, PORT: '0', DATABASE_URL: dsn(server.port) };
    const outcome = await runHere(line.split(' '), { cwd, env });
    expect(outcome).toMatchObject({ code, stdout: '' });
    expect(outcome.stderr).toMatch(sentence);
    expect(outcome.stderr).toContain(' DATABASE_URL: ');
    expect(outcome.stderr).not.toContain('secret');
  });
});

it.each([
  ['a name with a percent sign', 'gateway%2', 'app', '15', 'role "gateway%2"'],
  ['a database with a percent sign', 'gateway', 'no%zz', '16', 'database "no%zz"'],
])('a DSN that holds %s is read as it stands', async (_what, role, database, code, named) => {
  const state = code === '15' ? '28000' : '3D000';
  await using server = await openRefusingPostgres({ state, message: 'refused' });
  const url = `postgres://${role}:secret@127.0.0.1:${server.port}/${database}`;
  const env = { ...BASE, ...ODOO, DATABASE_URL: url, MIGRATIONS_DATABASE_URL: url };
  for (const command of [['migrate'], ['indexer', '--once']]) {
    const outcome = await runHere(command, { cwd, env });
    expect(outcome).toMatchObject({ code: Number(code), stdout: '' });
    expect(outcome.stderr).toContain(named);
  }
});

describe.skipIf(!isRealStack)('a MIGRATIONS_DATABASE_URL whose role is not the owner', () => {
  it('is told so where the database has nothing of ours yet', async () => {
    const url = databaseUrl('DATABASE_URL', 'postgres');
    const env = { ...BASE, ...ODOO, DATABASE_URL: url, MIGRATIONS_DATABASE_URL: url };
    const outcome = await runHere(['migrate'], { cwd, env });
    expect(outcome).toMatchObject({ code: 15, stdout: '' });
    expect(outcome.stderr).toContain('its role may make nothing here (permission denied for database postgres)');
  });

  it.each(['migrate', 'retention plan', 'guard --database'])('is told so: %s', async (line) => {
    await using gateway = await createTestGateway();
    const [database] = await gateway.owner((client) =>
      client.query('select current_database() as name, current_user as owner'),
    );
    const url = databaseUrl('DATABASE_URL', String(database?.name));
    const env = { ...BASE, ...ODOO, DATABASE_URL: url, MIGRATIONS_DATABASE_URL: url };
    const outcome = await runHere(line.split(' '), { cwd, env });
    expect(outcome).toMatchObject({ code: 15, stdout: '' });
    expect(outcome.stderr).toContain(`the role "gateway" does not own this database, "${database?.owner}" does`);
  });
});

it('ends at once as a process too, although the server keeps the connection open', async () => {
  await using server = await openRefusingPostgres('asks for a password');
  const url = `postgres://gateway@127.0.0.1:${server.port}/app`;
  const env = { ...BASE, ...ODOO, DATABASE_URL: url, MIGRATIONS_DATABASE_URL: url };
  expect(await runProcess(['migrate'], { cwd, env })).toMatchObject({ code: 13 });
});
