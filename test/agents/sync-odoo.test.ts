/** `sync-odoo-agent` before it has said a word to Odoo: what it refuses, in which order, and that it is not tried again. */

import type { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOdooWriter } from '../../src/agents/odoo-writer.ts';
import { AGENTS } from '../../src/agents/registry.ts';
import { type SyncOdooConfig, whyNothingIsWritten } from '../../src/agents/sync-odoo-agent.ts';
import { fixedZone } from '../../src/agents/writer-context.ts';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import { packagePaths } from '../../src/paths.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { createTestServer, type TestServer } from '../support/http-server.ts';
import { AGENT, enqueue, eventTypes, type SeenRun, startTestWorker, untilRun } from '../support/worker.ts';

const rules = loadDoctrine(packagePaths()).agents[AGENT]?.writesOdoo ?? [];
const WRITE = { model: 'res.partner', method: 'write', ids: [7], values: { phone: '1' } };

/** What is looked at before a write; last comes the write itself. */
const FIELDS = { phone: { type: 'char' }, child_ids: { type: 'one2many', relation: 'res.partner' } };
const READS = [
  ['/formatted_read_group', []],
  ['/context_get', { uid: 8, lang: 'en_US', tz: 'Asia/Manila' }],
  ['/fields_get', FIELDS],
] as const;
const CALLS = [
  'res.users/context_get',
  'res.partner/fields_get',
  'res.partner/formatted_read_group',
  'res.partner/write',
];

let gateway: TestGateway;
/** An Odoo that says yes to all, and notes what it was asked. */
let odoo: TestServer;
const asked: string[] = [];

beforeAll(async () => {
  gateway = await createTestGateway();
  odoo = await createTestServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const answer = READS.find(([method]) => path.endsWith(method))?.[1] ?? true;
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await odoo[Symbol.asyncDispose]();
});

async function execute(input: unknown, given: Partial<SyncOdooConfig> = {}): Promise<SeenRun> {
  asked.length = 0;
  const writer = { url: odoo.url, database: null, apiKey: 'a-key', timeoutMs: 2_000 };
  const syncOdoo: SyncOdooConfig = {
    stage: 'production',
    writer,
    writesInDevelopment: false,
    rules,
    settleSeconds: 0,
    ...given,
  };
  const id = await enqueue(gateway, { kind: 'odoo.write', input });
  await using _worker = startTestWorker(gateway, AGENTS[AGENT]?.({ syncOdoo }) ?? {});
  return await untilRun(
    gateway,
    id,
    ({ status, attempt }) => status !== 'QUEUED' && status !== 'RUNNING' && attempt > 0,
  );
}

describe('without a key of its own', () => {
  it.each(['development', 'staging', 'production'] as const)(
    'a run finishes FAILED with NOT_CONFIGURED in %s, once, and Odoo hears nothing',
    async (stage) => {
      for (const input of [WRITE, { model: 'res.users', method: 'unlink' }, null]) {
        const run = await execute(input, { writer: null, stage, writesInDevelopment: true });
        expect(run).toMatchObject({ status: 'FAILED', errorCode: 'NOT_CONFIGURED', attempt: 1, output: null });
        expect(run.errorMessage).toContain('ODOO_WRITER_API_KEY');
        expect(eventTypes(run)).toEqual(['run.enqueued', 'run.claimed', 'run.started', 'run.failed']);
      }
      expect(asked).toEqual([]);
    },
  );
});

describe('outside of production', () => {
  it.each([
    ['development', false, 'NEUTRALIZED'],
    ['development', true, null],
    ['staging', false, 'NEUTRALIZED'],
    ['staging', true, 'NEUTRALIZED'],
    ['production', false, null],
    ['production', true, null],
  ] as const)(
    'in %s, with writes in development %s, the run ends with %s',
    async (stage, writesInDevelopment, code) => {
      const run = await execute(WRITE, { stage, writesInDevelopment });
      expect(run).toMatchObject({ status: code ? 'FAILED' : 'SUCCEEDED', errorCode: code, attempt: 1 });
      expect(asked).toEqual(code ? [] : CALLS.map((call) => `/json/2/${call}`));
    },
  );
});

describe('what the doctrine does not list', () => {
  it.each([
    [{ ...WRITE, model: 'res.users' }, 'BOUNDARY_VIOLATION', /it writes res\.partner, account\.move/],
    [{ ...WRITE, model: 'ir.model.access' }, 'BOUNDARY_VIOLATION', /model/],
    [{ ...WRITE, method: 'unlink', values: undefined }, 'BOUNDARY_VIOLATION', /it calls create, write/],
    [{ ...WRITE, method: '_write' }, 'BOUNDARY_VIOLATION', /method/],
    [{ ...WRITE, method: 'load' }, 'BOUNDARY_VIOLATION', /method/],
    [{ ...WRITE, method: 'action_post' }, 'BOUNDARY_VIOLATION', /method/],
    [{ model: 'res.partner/../res.users', method: 'write' }, 'BOUNDARY_VIOLATION', /model/],
    [null, 'BOUNDARY_VIOLATION', /model/],
    [{ ...WRITE, ids: [] }, 'BAD_USER_INPUT', /ids must name a record/],
    [{ ...WRITE, ids: [-1] }, 'BAD_USER_INPUT', /ids of Odoo/],
    [{ ...WRITE, ids: ['7; drop'] }, 'BAD_USER_INPUT', /ids of Odoo/],
    [{ ...WRITE, values: {} }, 'BAD_USER_INPUT', /values must set a field/],
    [{ ...WRITE, method: 'create' }, 'BAD_USER_INPUT', /ids must be absent/],
    [
      { model: 'account.move', method: 'action_post', ids: [1], values: { a: 1 } },
      'BAD_USER_INPUT',
      /values must be absent/,
    ],
    [{ ...WRITE, values: { child_ids: [[0, 0, { name: 'x' }]] } }, 'BAD_USER_INPUT', /child_ids/],
    [{ ...WRITE, values: { child_ids: [[2, 9]] } }, 'BAD_USER_INPUT', /child_ids/],
    [{ ...WRITE, values: { child_ids: [[1, 9, { child_ids: [[0, 0, {}]] }]] } }, 'BAD_USER_INPUT', /child_ids/],
  ])('%j is refused with %s, once, and Odoo hears nothing', async (input, code, message) => {
    const run = await execute(input);
    expect(run).toMatchObject({ status: 'FAILED', errorCode: code, attempt: 1 });
    expect(run.errorMessage).toMatch(message);
    expect(asked).toEqual([]);
  });
});

it('a value that its field cannot hold fails before Odoo is asked to write it, whoever enqueued it', async () => {
  for (const [values, message] of [
    [{ phnoe: '1' }, /phnoe is no field of res\.partner/],
    [{ phone: 1 }, /phone must be a string/],
    [{ child_ids: [[1, 9, { phone: 1 }]] }, /child_ids\/0\/2\/phone must be a string/],
  ] as const) {
    const run = await execute({ ...WRITE, values });
    expect(run).toMatchObject({ status: 'FAILED', errorCode: 'BAD_USER_INPUT', attempt: 1 });
    expect(run.errorMessage).toMatch(message);
    expect(asked.some((path) => path.endsWith('/write'))).toBe(false);
  }
});

describe('a fixed zone', () => {
  it.each([
    ['Asia/Kolkata', '2026-06-01T18:29:59Z', 'UTC', 0],
    ['Asia/Kolkata', '2026-06-01T18:30:00Z', 'Etc/GMT-6', 6],
    ['Pacific/Kiritimati', '2026-06-01T10:00:00Z', 'Etc/GMT-14', 14],
    ['America/New_York', '2026-11-01T00:30:00Z', 'Etc/GMT+1', -1],
    ['No/Where', '2026-06-01T10:00:00Z', 'UTC', 0],
  ])('has the day that it is in %s at %s: %s', (timeZone, now, name, hours) => {
    expect(fixedZone(timeZone, new Date(now))).toEqual({ name, hours });
  });
});

it('tripoint worker is told why its runs will fail', () => {
  const writer = { url: odoo.url, database: null, apiKey: 'a-key', timeoutMs: 2_000 };
  const config = { stage: 'production', writer, writesInDevelopment: false, rules, settleSeconds: 0 } as const;
  expect(whyNothingIsWritten(config)).toBeNull();
  expect(whyNothingIsWritten({ ...config, writer: null })).toMatch(/ODOO_WRITER_API_KEY/);
  expect(whyNothingIsWritten({ ...config, stage: 'staging' })).toMatch(/staging/);
  expect(whyNothingIsWritten({ ...config, stage: 'development' })).toMatch(/ODOO_WRITES_IN_DEVELOPMENT/);
});

it('the writer says no method to Odoo that the doctrine does not list, even where its handler would', async () => {
  asked.length = 0;
  const writer = { url: odoo.url, database: null, apiKey: 'a-key', timeoutMs: 2_000 };
  const call = createOdooWriter(writer, rules, new AbortController().signal);
  for (const [model, method] of [
    ['res.partner', 'unlink'],
    ['res.partner', 'create'],
    ['res.users', 'write'],
    ['res.users', 'load'],
    ['ir.model.data', 'write'],
    ['account.move', 'button_draft'],
    ['../res.users', 'fields_get'],
  ] as const)
    await expect(call(model, method, {})).rejects.toMatchObject({ code: 'BOUNDARY_VIOLATION' });
  expect(asked).toEqual([]);
});

describe('what Odoo says', () => {
  const traceback = 'Traceback (most recent call last):\n  File "/usr/lib/python3/odoo/http.py", line 1';
  it.each([
    [403, 'odoo.exceptions.AccessError', 'You are not allowed', 'FORBIDDEN', false],
    [422, 'odoo.exceptions.UserError', 'The period is closed.', 'BAD_USER_INPUT', false],
    [422, 'odoo.exceptions.ValidationError', `Not so\n${traceback}`, 'BAD_USER_INPUT', false],
    [404, 'odoo.exceptions.MissingError', 'Record does not exist', 'NOT_FOUND', false],
    [500, 'builtins.ValueError', "Invalid field 'x'", 'BAD_USER_INPUT', false],
    [404, 'werkzeug.exceptions.NotFound', "the model 'x' does not exist", 'NOT_CONFIGURED', false],
    [401, 'werkzeug.exceptions.Unauthorized', 'Invalid apikey', 'UPSTREAM_ERROR', true],
    [
      500,
      'psycopg2.errors.SerializationFailure',
      'could not serialize access\nCONTEXT: SELECT',
      'UPSTREAM_UNAVAILABLE',
      true,
    ],
    // What Postgres refuses it refuses the next time, too.
    [500, 'psycopg2.errors.NumericValueOutOfRange', 'integer out of range\n', 'BAD_USER_INPUT', false],
    [500, 'psycopg2.errors.StringDataRightTruncation', 'value too long', 'BAD_USER_INPUT', false],
    [500, 'psycopg2.errors.NotNullViolation', 'null value\nDETAIL: SELECT', 'BAD_USER_INPUT', false],
    [500, 'psycopg2.errors.DeadlockDetected', 'deadlock detected', 'UPSTREAM_UNAVAILABLE', true],
    [500, 'psycopg2.errors.AdminShutdown', 'terminating connection', 'UPSTREAM_UNAVAILABLE', true],
    [500, 'psycopg2.InterfaceError', 'cursor already closed', 'UPSTREAM_UNAVAILABLE', true],
    [500, 'builtins.OverflowError', 'cannot convert float infinity to integer', 'BAD_USER_INPUT', false],
    [500, 'builtins.KeyError', "'SELECT secret'", 'UPSTREAM_ERROR', false],
    [500, 'builtins.OSError', "'SELECT secret'", 'UPSTREAM_ERROR', true],
    [502, undefined, undefined, 'UPSTREAM_UNAVAILABLE', true],
    [504, undefined, undefined, 'UPSTREAM_TIMEOUT', true],
  ])(
    '%s %s ends the attempt with its code, retried only where that can help',
    async (status, name, message, code, retryable) => {
      await using broken = await createTestServer((_request, response) => {
        const body = name ? JSON.stringify({ name, message, debug: traceback }) : '<html>nginx</html>';
        response.writeHead(status).end(body);
      });
      const writer = { url: broken.url, database: null, apiKey: 'a-key', timeoutMs: 2_000 };
      const handlers =
        AGENTS[AGENT]?.({
          syncOdoo: { stage: 'production', writer, writesInDevelopment: false, rules, settleSeconds: 0 },
        }) ?? {};
      const id = await enqueue(gateway, { kind: 'odoo.write', input: WRITE });
      await using _worker = startTestWorker(gateway, handlers);
      const run = await untilRun(gateway, id, ({ errorCode }) => errorCode !== null);
      expect(run).toMatchObject({ errorCode: code, attempt: 1, status: retryable ? 'QUEUED' : 'FAILED' });
      expect(JSON.stringify(run)).not.toMatch(/Traceback|SELECT|http\.py|nginx/);
      await gateway.owner((client) =>
        client.query(`select ops.cancel(id) from ops.runs where status in ('QUEUED', 'RUNNING')`),
      );
    },
  );

  it.each([
    ['cut', (socket: Socket) => void socket.destroy(), 'UPSTREAM_UNAVAILABLE'],
    ['late', () => {}, 'UPSTREAM_TIMEOUT'],
  ])('an answer that is %s leaves the run to be tried again', async (_how, act, code) => {
    await using silent = await createTestServer((request) => act(request.socket));
    const writer = { url: silent.url, database: null, apiKey: 'a-key', timeoutMs: 300 };
    const run = await executeOnce({ stage: 'production', writer, writesInDevelopment: false, rules, settleSeconds: 0 });
    expect(run).toMatchObject({ status: 'QUEUED', errorCode: code, attempt: 1 });
  });
});

async function executeOnce(syncOdoo: SyncOdooConfig): Promise<SeenRun> {
  const id = await enqueue(gateway, { kind: 'odoo.write', input: WRITE });
  await using _worker = startTestWorker(gateway, AGENTS[AGENT]?.({ syncOdoo }) ?? {});
  const run = await untilRun(gateway, id, ({ errorCode }) => errorCode !== null);
  await gateway.owner((client) => client.query('select ops.cancel($1)', [id]));
  return run;
}
