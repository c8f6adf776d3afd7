/** Handlers of a module that the doctrine names: what may be wrong with one, and what holds for their runs. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineHandlers, type Handlers, RunError } from '../../src/handlers.ts';
import { runHere } from '../support/command.ts';
import { copyPaths, type DoctrineDraft, type TestPaths } from '../support/doctrine.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { enqueue, eventTypes, readRun, startTestWorker, untilRun } from '../support/worker.ts';

const SERVER = { DATABASE_URL: 'postgres://gateway@127.0.0.1:1/x', ODOO_STAGE: 'production' };

/** A doctrine with `report-agent`, whose one kind is `report.count`. */
function withReportAgent(handlers: unknown, more: object = {}): TestPaths {
  return copyPaths((draft: DoctrineDraft) => {
    draft.agents['report-agent'] = {
      ...{ purpose: 'Counts.', reads: { ops: ['ops.runs'] }, kinds: ['report.count'], handlers },
      ...more,
    } as DoctrineDraft['agents'][string];
  });
}

async function startWorker(paths: TestPaths, env: Record<string, string> = {}) {
  const set = { ...SERVER, SUPABASE_URL: 'https://project.example', ODOO_URL: 'https://odoo.example', ODOO_DB: 'x' };
  const given = { ...set, ODOO_API_KEY: 'x', DOCTRINE_FILE: paths.doctrine, ...env };
  return runHere(['worker', '--agent', 'report-agent'], { cwd: dirname(paths.doctrine), env: given });
}

describe('tripoint worker says what is wrong with', () => {
  it.each<[string, string | null, RegExp]>([
    [
      'a module that is not there',
      null,
      /agents\.report-agent\.handlers of the doctrine names \.\/report\.mjs, and there is no module \/.*report\.mjs/,
    ],
    ['one that throws', 'throw new Error("no such table");', /\.\/report\.mjs, which cannot be loaded: no such table/],
    [
      'one that exports something else',
      'export const handler = {};',
      /has no export "handlers": write `export const handlers = defineHandlers/,
    ],
    ['one that registers nothing', 'export const handlers = {};', /registers no kind of run/],
    [
      'kinds that the doctrine does not give',
      'export const handlers = { "report.cuont": { execute() {} } };',
      /registers report\.cuont: the doctrine gives report-agent report\.count \(agents\.report-agent\.kinds\)/,
    ],
    [
      'what is no handler',
      'export const handlers = { "report.count": { execute: 1, input: {}, attempts: 0, retry: 2 } };',
      /report\.count execute: must be a function; .*|report\.count input: must be a schema/,
    ],
  ])('%s', async (_what, text, problem) => {
    using paths = withReportAgent('./report.mjs');
    if (text !== null) writeFileSync(join(dirname(paths.doctrine), 'report.mjs'), text);
    const { code, stderr } = await startWorker(paths);
    expect(stderr).toMatch(problem);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(code).toBe(1);
  });

  it('a package that is not there', async () => {
    using paths = withReportAgent('@example/report-handlers');
    const { code, stderr } = await startWorker(paths);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/no package of that name is found from \//),
    });
  });

  it('a URL without https, and one whose secret is absent or none', async () => {
    using plain = withReportAgent({ url: 'http://functions.example/report' });
    expect(await startWorker(plain)).toMatchObject({ code: 2, stderr: expect.stringContaining('is not https') });
    using paths = withReportAgent({ url: 'https://functions.example/report' });
    expect(await startWorker(paths)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('HANDLER_SECRET_REPORT_AGENT is not set'),
    });
    const short = await startWorker(paths, { HANDLER_SECRET_REPORT_AGENT: 'whsec_c2hvcnQ=' });
    expect(short.stderr).toContain('HANDLER_SECRET_REPORT_AGENT must be one or two secrets');
    expect(short.stderr).not.toContain('c2hvcnQ');
  });

  it('handlers without kinds, in the doctrine', async () => {
    using paths = withReportAgent('./report.mjs', { kinds: [] });
    const { code, stderr } = await startWorker(paths);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/line \d+: report-agent has handlers, and no kinds/),
    });
  });
});

describe('a package', () => {
  it('is found from the doctrine on, and its handlers are asked for', async () => {
    using paths = withReportAgent('report-handlers');
    const folder = join(dirname(paths.doctrine), 'node_modules', 'report-handlers');
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'package.json'),
      '{ "name": "report-handlers", "type": "module", "exports": "./index.js" }',
    );
    writeFileSync(join(folder, 'index.js'), 'export const handlers = { "report.count": async () => null };');
    // It comes as far as the database, which is not there.
    expect(await startWorker(paths, { LOG_LEVEL: 'silent' })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('is up (production): runs of report-agent'),
    });
  });
});

describe('runs of handlers', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await createTestGateway();
  });
  afterAll(() => gateway[Symbol.asyncDispose]());

  it('get what the schema makes of the input, and others fail once, with the path', async () => {
    const seen: unknown[] = [];
    const handlers = defineHandlers({
      'report.count': {
        input: z.object({ rows: z.array(z.object({ name: z.string() })), most: z.int().default(10) }),
        execute: async ({ input }) => {
          seen.push(input);
          return { names: input.rows.map(({ name }) => name), most: input.most };
        },
      },
    });
    await using _worker = startTestWorker(gateway, handlers);
    const good = await enqueue(gateway, { kind: 'report.count', input: { rows: [{ name: 'a' }] } });
    expect(await untilRun(gateway, good)).toMatchObject({ status: 'SUCCEEDED', output: { names: ['a'], most: 10 } });
    const bad = await enqueue(gateway, { kind: 'report.count', input: { rows: [{ name: 'a' }, { name: 7 }] } });
    const run = await untilRun(gateway, bad);
    expect(run).toMatchObject({ status: 'FAILED', errorCode: 'BAD_USER_INPUT', attempt: 1 });
    expect(run.errorMessage).toMatch(/^The input of the run is refused at input\.rows\.1\.name: /);
    expect(seen).toHaveLength(1);
  });

  it('have their own time, and their own attempts', async () => {
    let tries = 0;
    const handlers: Handlers = {
      'report.slow': { timeoutSeconds: 1, attempts: 1, execute: () => new Promise(() => {}) },
      'report.fails': {
        attempts: 2,
        execute: async () => {
          tries += 1;
          throw new RunError('UPSTREAM_ERROR', 'not now', { retryable: true });
        },
      },
    };
    await using _worker = startTestWorker(gateway, handlers);
    const slow = await enqueue(gateway, { kind: 'report.slow' });
    const fails = await enqueue(gateway, { kind: 'report.fails' });
    expect(await untilRun(gateway, slow)).toMatchObject({
      ...{ status: 'FAILED', errorCode: 'UPSTREAM_TIMEOUT', attempt: 1 },
      errorMessage: 'The handler took longer than 1 s',
    });
    expect(await untilRun(gateway, fails)).toMatchObject({ status: 'FAILED', errorCode: 'UPSTREAM_ERROR', attempt: 2 });
    expect(tries).toBe(2);
  });

  it('of a kind are as many at once as its handler says, beside those of other kinds', async () => {
    const now = { limited: 0, free: 0 };
    const most = { limited: 0, free: 0 };
    const count = (kind: 'limited' | 'free') => async () => {
      now[kind] += 1;
      most[kind] = Math.max(most[kind], now[kind]);
      await new Promise((resolve) => setTimeout(resolve, 40));
      now[kind] -= 1;
    };
    const handlers: Handlers = {
      'report.limited': { concurrency: 1, execute: count('limited') },
      'report.free': count('free'),
    };
    const ids: string[] = [];
    for (let n = 0; n < 4; n += 1)
      for (const kind of ['report.limited', 'report.free']) ids.push(await enqueue(gateway, { kind }));
    await using _worker = startTestWorker(gateway, handlers, { concurrency: 8 });
    const runs = await Promise.all(ids.map((id) => untilRun(gateway, id)));
    expect(new Set(runs.map(({ status }) => status))).toEqual(new Set(['SUCCEEDED']));
    expect(most.limited).toBe(1);
    expect(most.free).toBeGreaterThan(1);
    // Nothing was claimed that had to be given back.
    expect(runs.flatMap(eventTypes)).not.toContain('run.given_back');
  });

  it('are told by errors of another copy of this package too', async () => {
    const stranger = Object.assign(new Error('as I mean it'), {
      name: 'RunError',
      code: 'NOT_FOUND',
      retryable: false,
    });
    const handlers: Handlers = { 'report.other': () => Promise.reject(stranger) };
    await using _worker = startTestWorker(gateway, handlers);
    const id = await enqueue(gateway, { kind: 'report.other' });
    expect(await untilRun(gateway, id)).toMatchObject({ errorCode: 'NOT_FOUND', errorMessage: 'as I mean it' });
  });

  it('of the example count words', async () => {
    const { handlers } = await import('../../docs/examples/report-agent.ts');
    await using _worker = startTestWorker(gateway, handlers);
    const id = await enqueue(gateway, { kind: 'report.count', input: { texts: ['one two', ' three '] } });
    const run = await untilRun(gateway, id);
    expect(run).toMatchObject({ status: 'SUCCEEDED', output: { words: 3 } });
    expect(eventTypes(run).filter((type) => type === 'report.counted')).toHaveLength(2);
    const empty = await enqueue(gateway, { kind: 'report.count', input: { texts: [''] } });
    expect(await untilRun(gateway, empty)).toMatchObject({ errorMessage: 'There is no word in the texts', attempt: 1 });
    expect((await readRun(gateway, id)).attempt).toBe(1);
  });
});
