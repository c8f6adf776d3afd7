/** The proof of a staging: what makes each check fail, what is not seen, and that a gateway of the wrong stage does not start. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { watchStage } from '../../src/delivery/stages/agreement.ts';
import { printProofLogin } from '../../src/delivery/stages/login-sql.ts';
import { proveOdoo } from '../../src/delivery/stages/look.ts';
import { createDatabaseReader } from '../../src/delivery/stages/read-database.ts';
import type { StageReader } from '../../src/delivery/stages/reader.ts';
import { stageSettings } from '../../src/delivery/stages/settings.ts';
import { type Looking, proveStage } from '../../src/delivery/stages/verify.ts';
import { createLog } from '../../src/log.ts';
import { createFolder, runHere } from '../support/command.ts';
import { createTestGateway } from '../support/gateway.ts';

const folder = createFolder();
afterAll(() => folder[Symbol.dispose]());

const PROJECT = '00000000-0000-4000-8000-000000000000';
const PASSWORD = ['a', 'password'].join('-');
const PARAMETERS: Readonly<Record<string, string>> = {
  'database.is_neutralized': 'true',
  'web.base.url': 'https://staging.example.com',
};

/** A copy as it has to be. */
const GOOD: StageReader = {
  way: 'the database',
  excess: async () => [],
  parameter: async (key) => PARAMETERS[key] ?? null,
  mailServers: async () => [{ name: 'neutralization - disable emails', host: 'invalid' }],
  fetching: async () => [],
  crons: async () => ['base.autovacuum_job'],
  webhooks: async () => [],
  payments: async () => null,
  apiKeys: async () => [{ name: 'staging', login: 'reader', isOlder: false }],
  queues: async () => [],
};

const GIVEN = {
  settings: stageSettings.parse({ apiKeys: ['staging'] }),
  ownHost: 'staging.example.com',
  productionHosts: ['odoo.example.com'],
  productionSecrets: [],
};

function prove(reader: Partial<StageReader>, looking: Partial<Looking> = {}) {
  return proveStage({
    ...GIVEN,
    readers: [{ ...GOOD, ...reader }],
    banner: { isNeutralized: true },
    database: { asked: 'staging', found: 'staging' },
    ...looking,
  });
}

const parameter = (key: string, value: string | null) => async (asked: string) =>
  asked === key ? value : (PARAMETERS[asked] ?? null);
const closed = () => Promise.reject(new Error('permission denied for table ir_cron'));

it('passes for a copy that is as it has to be', async () => {
  expect(await prove({})).toMatchObject({ passed: true, failed: [], notSeen: [] });
});

it.each<[string, Partial<StageReader>, Partial<Looking>]>([
  ['neutralized', { parameter: parameter('database.is_neutralized', null) }, {}],
  ['neutralized', { parameter: parameter('database.is_neutralized', 'False') }, {}],
  ['mail-out', { mailServers: async () => [{ name: 'ours', host: 'smtp.example.com' }] }, {}],
  ['mail-out', { mailServers: async () => [] }, {}],
  ['mail-in', { fetching: async () => ['info@'] }, {}],
  ['crons', { crons: async () => ['base.autovacuum_job', 'mail.ir_cron_mail_scheduler_action'] }, {}],
  ['webhooks', { webhooks: async () => ['Tell the warehouse'] }, {}],
  ['payments', { payments: async () => ['Stripe'] }, {}],
  ['base-url', { parameter: parameter('web.base.url', 'https://odoo.example.com') }, {}],
  ['base-url', { parameter: parameter('web.base.url', null) }, {}],
  ['api-keys', { apiKeys: async () => [{ name: 'production', login: 'reader', isOlder: null }] }, {}],
  ['api-keys', { apiKeys: async () => [{ name: 'staging', login: 'reader', isOlder: true }] }, {}],
  ['queued', { queues: async () => [{ what: 'mails', count: 3 }] }, {}],
  ['login', { excess: async () => ['is a superuser'] }, {}],
  ['credentials', {}, { productionSecrets: ['ODOO_API_KEY'] }],
  ['instance', {}, { banner: { isNeutralized: false } }],
  ['instance', {}, { database: { asked: 'staging', found: 'another' } }],
])('fails by %s alone (%#)', async (name, reader, looking) => {
  const { passed, failed, notSeen, checks } = await prove(reader, looking);
  expect({ passed, failed, notSeen }).toEqual({ passed: false, failed: [name], notSeen: [] });
  expect(checks.find((check) => check.name === name)?.do).toMatch(/\w/);
});

describe('what is not seen', () => {
  it('is no pass, and says by what it could be seen', async () => {
    const proof = await prove({}, { readers: [], database: null, productionSecrets: null, banner: { unseen: 'away' } });
    expect(proof).toMatchObject({ passed: false, failed: [] });
    expect(proof.notSeen).toHaveLength(proof.checks.length);
    expect(proof.checks[0]?.do).toContain('ODOO_PROOF_DATABASE_URL');
  });

  it('hides nothing of the rest, and is asked of the next way', async () => {
    expect(await prove({ crons: closed })).toMatchObject({ passed: false, failed: [], notSeen: ['crons'] });
    const readers = [{ ...GOOD, crons: closed }, GOOD];
    expect(await prove({}, { readers })).toMatchObject({ passed: true });
  });
});

describe('what leads to no Odoo passes nothing', () => {
  it('a database of something else', async () => {
    await using gateway = await createTestGateway();
    const proof = await gateway.owner((client) => {
      const reader = createDatabaseReader(async (text, values = []) => client.query(text, [...values]));
      return prove(reader);
    });
    const inside = [
      'neutralized',
      'mail-out',
      'mail-in',
      'crons',
      'webhooks',
      'payments',
      'base-url',
      'api-keys',
      'queued',
    ];
    expect(proof.notSeen).toEqual([...inside, 'login']);
  });

  it('a key that Odoo does not take', async () => {
    const server = createServer((_request, response) => response.writeHead(401).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const odoo = { url, database: 'odoo', apiKey: 'x', timeoutMs: 2_000, maxConcurrency: 1, maxQueue: 1, cache: null };
    const { settings, productionHosts, productionSecrets } = GIVEN;
    const given = { settings, productionHosts, productionSecrets };
    const { checks } = await proveOdoo({ odoo, proof: { databaseUrl: null, apiKey: 'y' }, ...given });
    server.close();
    const login = checks.find(({ name }) => name === 'login');
    expect(login).toMatchObject({
      verdict: 'not_seen',
      found: expect.stringContaining('does not take ODOO_PROOF_API_KEY'),
    });
    expect(login?.do).toContain('look at ODOO_PROOF_DATABASE_URL or ODOO_PROOF_API_KEY');
  });
});

it('lets hosts, crons and mail catchers pass that the settings name', async () => {
  const settings = stageSettings.parse({
    hosts: ['intern.example.com'],
    crons: ['x.y'],
    mailHosts: ['mailpit'],
    apiKeys: ['staging'],
  });
  const reader: Partial<StageReader> = {
    parameter: parameter('web.base.url', 'https://intern.example.com'),
    crons: async () => ['x.y'],
    mailServers: async () => [{ name: 'catcher', host: 'mailpit' }],
  };
  expect(await prove(reader, { settings })).toMatchObject({ passed: true });
});

describe('tripoint stage verify', () => {
  const run = (args: readonly string[], env: Record<string, string> = {}) =>
    runHere(['stage', ...args], { cwd: folder.path, env });

  it('prints the SQL of its login, and asks nobody for it', async () => {
    const { code, stdout } = await run(['verify', '--sql']);
    expect([code, stdout.trim()]).toEqual([0, printProofLogin('tripoint_proof').trim()]);
    expect(stdout).toContain('grant select (id, cron_name, active) on public.ir_cron to "tripoint_proof";');
  });

  it('ends with 3 where nothing could be seen, and shows no secret', async () => {
    const env = {
      ...{ ODOO_STAGE: 'development', ODOO_URL: 'http://127.0.0.1:1', ODOO_DB: 'odoo', ODOO_API_KEY: 'the-key-of-all' },
      ...{ SUPABASE_JWT_SECRET: 'a-secret-that-is-long-enough-to-be-one', ODOO_PROOF_API_KEY: 'another-key-of-all' },
      ODOO_PROOF_DATABASE_URL: `postgres://proof:${PASSWORD}@127.0.0.1:1/odoo`,
    };
    const { code, stdout, stderr } = await run(['verify'], env);
    expect(code).toBe(3);
    expect(stdout).toMatch(
      /^not seen {2}crons +the database: ODOO_PROOF_DATABASE_URL: the database is not reached.*; the key/m,
    );
    expect(stderr).toContain('the proof is not whole');
    // What is away is no matter of grants.
    expect(stdout).not.toContain('prints the grants');
    expect(stdout).not.toContain('passed');
    expect(stdout + stderr).not.toMatch(/the-key-of-all|another-key-of-all|a-password/);
  });

  it.each([
    [['look'], 'there is no "stage look"'],
    [['verify'], 'ODOO_URL is not set'],
    [['verify', '--host', 'pr-7.example.com'], '--project is not set'],
    [['verify', '--project', PROJECT, '--environment', 'DEV', '--host', 'h'], 'not both'],
    [['verify', '--project', PROJECT], 'DATABASE_URL is not set'],
  ])('%j is not understood', async (args, why) => {
    const { code, stderr } = await run(args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(why)]);
  });
});

describe('ODOO_STAGE', () => {
  const login = (banner: string) => `<html><form><input name="csrf_token"/></form>${banner}</html>`;
  const neutralized = login('<span id="oe_neutralize_banner">…</span>');

  /** An Odoo that answers its login page alone, for its database alone. */
  async function serve(page: () => string | null) {
    const server = createServer((request, response) => {
      const answer = request.headers['x-odoo-database'] === 'odoo' && request.url === '/web/login' ? page() : null;
      response.writeHead(answer === null ? 404 : 200).end(answer ?? '');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const odoo = { url, database: 'odoo', apiKey: 'x', timeoutMs: 2_000, maxConcurrency: 1, maxQueue: 1, cache: null };
    return { odoo, [Symbol.dispose]: () => void server.close() };
  }

  it.each([
    ['staging', neutralized, true],
    ['staging', login(''), false],
    ['production', login(''), true],
    ['production', neutralized, false],
    ['development', login(''), true],
    ['development', neutralized, true],
  ] as const)('%s agrees with %s: %s', async (stage, page, agrees) => {
    using server = await serve(() => page);
    const watching = watchStage({ stage, odoo: server.odoo }, createLog('silent'));
    if (agrees) (await watching).stop();
    else await expect(watching).rejects.toThrow(new RegExp(`^ODOO_STAGE is ${stage}, and the Odoo at ODOO_URL`));
  });

  it('that cannot be told starts, and is looked at again until it answers', async () => {
    let page: string | null = null;
    using server = await serve(() => page);
    const watch = await watchStage({ stage: 'staging', odoo: server.odoo }, createLog('silent'), 20);
    watch.check();
    page = login('');
    await watch.disagreed;
    expect(() => watch.check()).toThrow('not neutralized');
    watch.stop();
  });

  it('that disagrees ends the start, by a sentence that says what to do', async () => {
    using server = await serve(() => login(''));
    const env = {
      ...{ ODOO_STAGE: 'staging', ODOO_URL: server.odoo.url, ODOO_DB: 'odoo', ODOO_API_KEY: 'x' },
      ...{
        DATABASE_URL: 'postgres://gateway@127.0.0.1:1/none',
        SUPABASE_JWT_SECRET: 'long-enough-to-be-a-secret-of-tests',
      },
    };
    const { code, stderr } = await runHere(['start'], { cwd: folder.path, env });
    expect([code, stderr]).toEqual([1, expect.stringContaining('Run `odoo neutralize -d <database>` on the copy')]);
  });
});
