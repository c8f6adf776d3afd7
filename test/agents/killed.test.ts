/** `tripoint worker` as a process: how it starts, how it drains, and what is left when it is killed at the worst moment. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../src/cli/run.ts';
import { createFolder, runHere, startProcess } from '../support/command.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { createOdooGate } from '../support/odoo-gate.ts';
import { type OdooWritten, openOdooWritten } from '../support/odoo-written.ts';
import { databaseUrl, isRealStack, stackVariable } from '../support/stack.ts';
import { eventTypes, readRunId, untilRun } from '../support/worker.ts';

const folder = createFolder();
afterAll(() => folder[Symbol.dispose]());

it('tripoint worker --help names every option and starts nothing', async () => {
  const { code, stdout, stderr } = await runHere(['worker', '--help'], { cwd: folder.path });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const said of ['tripoint worker', '--agent', '--concurrency', '--help', 'SIGTERM'])
    expect(stdout).toContain(said);
});

describe('what the command line refuses', () => {
  const SERVER = { DATABASE_URL: 'postgres://gateway@127.0.0.1:1/x', ODOO_STAGE: 'development' };
  it.each<[string[], Record<string, string>, number, RegExp]>([
    [
      [],
      {},
      2,
      /DATABASE_URL is not set: a worker shares a database with the gateway, and the embedded one has one process/,
    ],
    [
      ['--agent', 'workspace-ask-docs'],
      SERVER,
      2,
      /no worker knows the runs of "workspace-ask-docs": it knows those of .*sync-odoo-agent/,
    ],
    [['--agent', 'constructor'], SERVER, 2, /no worker knows the runs of "constructor"/],
    [['--concurrency', '0'], SERVER, 2, /--concurrency is a number from 1 to 64/],
    [['--concurrency', 'many'], SERVER, 2, /--concurrency/],
    [['--fast'], SERVER, 2, /--fast/],
    [
      [],
      { ...SERVER, WORKER_LEASE_SECONDS: '4', ODOO_WRITES_IN_DEVELOPMENT: 'yes' },
      1,
      /ODOO_WRITES_IN_DEVELOPMENT must be 0 or 1[\s\S]*WORKER_LEASE_SECONDS must be/,
    ],
  ])('tripoint worker %j', async (args, env, code, problem) => {
    const outcome = await runHere(['worker', ...args], { cwd: folder.path, env });
    expect({ code: outcome.code, stdout: outcome.stdout }).toEqual({ code, stdout: '' });
    expect(outcome.stderr).toMatch(problem);
    expect(outcome.stderr).not.toMatch(/^ +at /m);
  });
});

describe.skipIf(!isRealStack)('on the real stack', () => {
  let gateway: TestGateway;
  let odoo: OdooWritten;
  let database: string;

  beforeAll(async () => {
    gateway = await createTestGateway();
    odoo = openOdooWritten();
    [{ database } = { database: '' }] = (await gateway.owner((client) =>
      client.query('select current_database() as database'),
    )) as { database: string }[];
  });
  beforeEach(async () => {
    await gateway.owner((client) =>
      client.query(`select ops.cancel(id) from ops.runs where status in ('QUEUED', 'RUNNING')`),
    );
  });
  afterAll(async () => {
    await odoo[Symbol.asyncDispose]();
    await gateway[Symbol.asyncDispose]();
  });

  const environment = (url: string, more: Record<string, string> = {}) => ({
    DATABASE_URL: databaseUrl('DATABASE_URL', database),
    ODOO_URL: url,
    ODOO_DB: stackVariable('ODOO_DB'),
    ODOO_API_KEY: stackVariable('ODOO_API_KEY'),
    ODOO_WRITER_API_KEY: stackVariable('ODOO_WRITER_API_KEY'),
    ODOO_STAGE: 'development',
    ODOO_WRITES_IN_DEVELOPMENT: '1',
    WORKER_LEASE_SECONDS: '5',
    ...more,
  });
  const start = (url: string) =>
    startProcess(['worker', '--concurrency', '1'], { cwd: folder.path, env: environment(url) });

  /** The command within this process, until it is disposed as if by SIGTERM. */
  function startHere(env: Record<string, string>): AsyncDisposable & { readonly printed: readonly string[] } {
    let stop = () => {};
    const stopped = new Promise<void>((resolve) => {
      stop = resolve;
    });
    const errors: string[] = [];
    const printed: string[] = [];
    const print = (line: string) => void printed.push(line);
    const io = { env, cwd: folder.path, print, untilStopped: () => stopped };
    const code = runCommand(['worker'], io, (line) => errors.push(line));
    return {
      printed,
      [Symbol.asyncDispose]: async () => {
        stop();
        expect({ code: await code, errors }).toEqual({ code: 0, errors: [] });
      },
    };
  }

  async function requestPartner(name: string): Promise<string> {
    const input = { model: 'res.partner', method: 'create', values: { name, active: false } };
    const answer = await gateway.execute(
      'mutation ($input: RequestOdooWriteInput!) { requestOdooWrite(input: $input) { run { id } } }',
      { as: 'service', variables: { input } },
    );
    const id = readRunId(answer, 'requestOdooWrite');
    await odoo.madeBy(id);
    return id;
  }

  async function countPartners(name: string): Promise<number> {
    const domain = [['name', '=', name]];
    return (await odoo.admin('res.partner', 'search_count', { domain, context: { active_test: false } })) as number;
  }

  it('a worker killed between the commit of Odoo and its own word of it leaves one record, and a second worker says so', async () => {
    const name = 'Tripoint test, killed';
    const id = await requestPartner(name);
    let kill = () => {};
    await using gate = await createOdooGate(stackVariable('ODOO_URL'), (path, status) => {
      if (!path.endsWith('/load') || status !== 200) return 'pass';
      kill();
      return 'lose';
    });
    await using first = start(gate.url);
    kill = () => void first.child.kill('SIGKILL');
    await first.ended;
    expect(await countPartners(name)).toBe(1);
    const made = await odoo.madeBy(id);
    expect(await untilRun(gateway, id, () => true)).toMatchObject({ status: 'RUNNING', attempt: 1, output: null });

    await using _second = startHere(environment(stackVariable('ODOO_URL')));
    const run = await untilRun(gateway, id);
    expect(run).toMatchObject({ status: 'SUCCEEDED', attempt: 2, output: { ids: made } });
    expect(eventTypes(run)).toEqual([
      'run.enqueued',
      'run.claimed',
      'run.started',
      'run.effect_begun',
      'run.lease_lost',
      'run.claimed',
      'run.started',
      'odoo.written',
      'run.succeeded',
    ]);
    expect(run.events.nodes.find(({ type }) => type === 'odoo.written')?.payload).toMatchObject({ repeated: true });
    expect(await countPartners(name)).toBe(1);
  }, 120_000);

  it('SIGTERM lets the run under way end, claims no more, and ends with 0', async () => {
    const [under, after] = [
      await requestPartner('Tripoint test, drained'),
      await requestPartner('Tripoint test, drained after'),
    ];
    let arrived = () => {};
    const atOdoo = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await using gate = await createOdooGate(stackVariable('ODOO_URL'), async (path): Promise<'pass'> => {
      if (!path.endsWith('/load')) return 'pass';
      arrived();
      await answered;
      return 'pass';
    });
    await using worker = start(gate.url);
    await atOdoo;
    worker.child.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 300));
    answer();
    const { code, stdout } = await worker.ended;
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringMatching(/is up[\s\S]*has stopped\n$/) });
    const runs = [await untilRun(gateway, under, () => true), await untilRun(gateway, after, () => true)];
    expect(runs.map(({ status }) => status).sort()).toEqual(['QUEUED', 'SUCCEEDED']);
    await gateway.owner((client) => client.query(`select ops.cancel(id) from ops.runs where status = 'QUEUED'`));
  }, 120_000);

  it('without a key of its own a run finishes FAILED with NOT_CONFIGURED, also from the command line', async () => {
    const id = await requestPartner('Tripoint test, never');
    await using worker = startHere(environment(stackVariable('ODOO_URL'), { ODOO_WRITER_API_KEY: '' }));
    expect(await untilRun(gateway, id)).toMatchObject({ status: 'FAILED', errorCode: 'NOT_CONFIGURED', attempt: 1 });
    expect(worker.printed.join('\n')).toMatch(
      /ODOO_WRITER_API_KEY or ODOO_URL is not set.*kind odoo\.write will end as FAILED/,
    );
    expect(await countPartners('Tripoint test, never')).toBe(0);
  }, 120_000);

  it('in development without leave to write a run finishes FAILED with NEUTRALIZED', async () => {
    const id = await requestPartner('Tripoint test, neutralized');
    await using _worker = startHere(environment(stackVariable('ODOO_URL'), { ODOO_WRITES_IN_DEVELOPMENT: '0' }));
    expect(await untilRun(gateway, id)).toMatchObject({ status: 'FAILED', errorCode: 'NEUTRALIZED', attempt: 1 });
    expect(await countPartners('Tripoint test, neutralized')).toBe(0);
  }, 120_000);
});
