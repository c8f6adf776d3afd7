/** The worker: what it does with runs whose handlers are good, bad, slow and endless; each by its place in the ledger. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Handlers } from '../../src/agents/handler.ts';
import { RunError } from '../../src/agents/handler.ts';
import { GatewayError } from '../../src/errors.ts';
import { type RunNotices, subscribeToRuns } from '../../src/ops/ledger.ts';
import type { PostgresSource } from '../../src/postgres/source.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { isRealStack } from '../support/stack.ts';
import { enqueue, eventTypes, readRun, startTestWorker, untilRun } from '../support/worker.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await createTestGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

/** A promise and the way to settle it. */
function createGate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

describe('a run', () => {
  it('runs by the handler of its kind, with its input, and keeps the output', async () => {
    const handlers: Handlers = { double: async ({ input }) => ({ twice: 2 * (input as { n: number }).n }) };
    await using _worker = startTestWorker(gateway, handlers);
    const id = await enqueue(gateway, { kind: 'double', input: { n: 21 } });
    const run = await untilRun(gateway, id);
    expect(run).toMatchObject({ status: 'SUCCEEDED', output: { twice: 42 }, attempt: 1, errorCode: null });
    expect(eventTypes(run)).toEqual(['run.enqueued', 'run.claimed', 'run.started', 'run.succeeded']);
  });

  it('keeps the events and artifacts that its handler tells', async () => {
    const handlers: Handlers = {
      tell: async (_run, { append, recordArtifact }) => {
        await append('told.once', { of: 1 });
        await append('told.twice');
        return recordArtifact({ kind: 'report', uri: 's3://bucket/report.json', size: 12 });
      },
    };
    await using _worker = startTestWorker(gateway, handlers);
    const run = await untilRun(gateway, await enqueue(gateway, { kind: 'tell' }));
    const told = ['told.once', 'told.twice', 'artifact.recorded'];
    expect(eventTypes(run)).toEqual(['run.enqueued', 'run.claimed', 'run.started', ...told, 'run.succeeded']);
    expect(run.events.nodes[3]?.payload).toEqual({ of: 1 });
    expect(run.output).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('fails by name where its input holds a number that JavaScript would change', async () => {
    let seen = 0;
    const handlers: Handlers = {
      exact: async () => {
        seen += 1;
      },
    };
    await using _worker = startTestWorker(gateway, handlers);
    const [row] = await gateway.owner((client) =>
      client.query(`select run_id from ops.enqueue('sync-odoo-agent', 'exact', '{"rows":[{"id":9007199254740993}]}')`),
    );
    const run = await untilRun(gateway, String(row?.run_id));
    expect(run).toMatchObject({ status: 'FAILED', attempt: 1, errorCode: 'BAD_USER_INPUT' });
    expect(run.errorMessage).toContain('9007199254740993 at input.rows.0.id cannot be kept exactly');
    expect(seen).toBe(0);
  });

  it('fails by name where its handler gives a number that JSON has not', async () => {
    const handlers: Handlers = {
      nan: async () => ({ rows: [{ mean: Number.NaN }] }),
      told: async (_run, { append }) => append('told', { at: Number.POSITIVE_INFINITY }),
    };
    await using _worker = startTestWorker(gateway, handlers);
    const run = await untilRun(gateway, await enqueue(gateway, { kind: 'nan' }));
    expect(run).toMatchObject({ status: 'FAILED', output: null, errorCode: 'INTERNAL_SERVER_ERROR' });
    expect(run.errorMessage).toContain('output.rows.0.mean');
    const told = await untilRun(gateway, await enqueue(gateway, { kind: 'told', maxAttempts: 1 }));
    expect(told).toMatchObject({ status: 'FAILED' });
    expect(eventTypes(told)).not.toContain('told');
  });

  it('of a kind without a handler is left to another worker', async () => {
    const id = await enqueue(gateway, { kind: 'strange' });
    await using _worker = startTestWorker(gateway, { known: async () => null });
    await untilRun(gateway, await enqueue(gateway, { kind: 'known' }));
    expect(await readRun(gateway, id)).toMatchObject({ status: 'QUEUED', attempt: 0 });
  });

  it('is tried again after a failure that may pass, and not after one that may not', async () => {
    const handlers: Handlers = {
      passing: async ({ attempt }) => {
        if (attempt === 1) throw new RunError('UPSTREAM_UNAVAILABLE', 'Come back', { retryable: true });
        return { attempt };
      },
      final: async () => {
        throw new RunError('NOT_FOUND', 'There is nothing');
      },
    };
    await using _worker = startTestWorker(gateway, handlers);
    const [passing, final] = [await enqueue(gateway, { kind: 'passing' }), await enqueue(gateway, { kind: 'final' })];
    expect(await untilRun(gateway, final)).toMatchObject({
      status: 'FAILED',
      attempt: 1,
      errorCode: 'NOT_FOUND',
      errorMessage: 'There is nothing',
    });
    const run = await untilRun(gateway, passing);
    expect(run).toMatchObject({ status: 'SUCCEEDED', output: { attempt: 2 } });
    expect(eventTypes(run)).toContain('run.retried');
  });
});

describe('a poison handler hurts its own run alone', () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  const poison: Handlers = {
    throws: () => {
      throw new TypeError('password=hunter2 at line 3 of secret.ts');
    },
    rejects: async () => Promise.reject('not even an error'),
    circular: async () => circle,
    bigint: async () => 1n,
    nul: async () => ({ text: 'a\0b' }),
    huge: async () => 'x'.repeat(300_000),
    message: async () => {
      throw new RunError('UPSTREAM_ERROR', `a\0b${'x'.repeat(10_000)}`);
    },
    endless: () => new Promise(() => {}),
    good: async () => 'well',
  };

  it.each([
    ['throws', /^Internal error [0-9a-f-]{36}$/],
    ['rejects', /^Internal error/],
    ['circular', /JSON cannot hold/],
    ['bigint', /JSON cannot hold/],
    ['nul', /ledger cannot hold/],
    ['huge', /ledger cannot hold/],
    ['message', /^abx+$/],
    ['endless', /took longer than 0.3 s/],
  ])('that %s', async (kind, message) => {
    await using worker = startTestWorker(gateway, poison, { concurrency: 2, timeoutMs: 300 });
    const bad = await enqueue(gateway, { kind, maxAttempts: 1 });
    const good = await enqueue(gateway, { kind: 'good' });
    expect(await untilRun(gateway, good)).toMatchObject({ status: 'SUCCEEDED', output: 'well' });
    const run = await untilRun(gateway, bad);
    expect(run).toMatchObject({ status: 'FAILED', output: null });
    expect(run.errorMessage).toMatch(message);
    expect(JSON.stringify(run)).not.toMatch(/hunter2|secret\.ts/);
    if (kind === 'throws') expect(worker.logged.join()).toContain('hunter2');
  });
});

describe('a worker that polls once an hour', () => {
  it.skipIf(!isRealStack)('is woken by the ledger', async () => {
    const { postgres } = gateway.sources;
    const subscribe = (notices: RunNotices) => subscribeToRuns(postgres ?? {}, notices);
    const claimed = createGate();
    const handlers: Handlers = { first: async () => claimed.open(), second: async () => 'woken' };
    const first = await enqueue(gateway, { kind: 'first' });
    await using _worker = startTestWorker(gateway, handlers, { subscribe, pollMs: [3_600_000, 3_600_000] });
    await claimed.opened;
    await untilRun(gateway, first);
    expect(await untilRun(gateway, await enqueue(gateway, { kind: 'second' }))).toMatchObject({ output: 'woken' });
  });
});

describe('places', () => {
  it('bounds the runs at once, and fills each place that becomes free', async () => {
    let now = 0;
    let most = 0;
    const full = createGate();
    const handlers: Handlers = {
      count: async () => {
        now += 1;
        most = Math.max(most, now);
        if (now === 3) full.open();
        await full.opened;
        await new Promise((resolve) => setTimeout(resolve, 5));
        now -= 1;
      },
    };
    const ids = await Promise.all(Array.from({ length: 10 }, () => enqueue(gateway, { kind: 'count' })));
    await using _worker = startTestWorker(gateway, handlers, { concurrency: 3 });
    for (const id of ids) expect(await untilRun(gateway, id)).toMatchObject({ status: 'SUCCEEDED', attempt: 1 });
    expect(most).toBe(3);
  });
});

describe('the lease', () => {
  it('of a handler that takes longer is kept by heartbeats', async () => {
    const done = createGate();
    await using _worker = startTestWorker(gateway, { long: () => done.opened }, { leaseSeconds: 5 });
    const id = await enqueue(gateway, { kind: 'long' });
    await untilRun(gateway, id, ({ status }) => status === 'RUNNING');
    const until = () =>
      gateway.owner(async (client) => {
        const [row] = await client.query('select leased_until from ops.runs where id = $1', [id]);
        return new Date(String(row?.leased_until)).getTime();
      });
    const first = await until();
    while ((await until()) === first) await new Promise((resolve) => setTimeout(resolve, 50));
    done.open();
    expect(await untilRun(gateway, id)).toMatchObject({ status: 'SUCCEEDED', attempt: 1 });
  });

  it.each([['is taken away', 'update ops.runs set fence = fence + 1 where id = $1']])(
    '%s: the handler is told, and changes nothing more',
    async (_how, sql) => {
      const told = createGate();
      const over = createGate();
      const handlers: Handlers = {
        held: async (_run, { signal, append }) => {
          signal.addEventListener('abort', told.open);
          await told.opened;
          await expect(append('too.late')).rejects.toMatchObject({ code: 'CONFLICT' });
          over.open();
          return 'too late';
        },
      };
      await using worker = startTestWorker(gateway, handlers, { leaseSeconds: 5 });
      const id = await enqueue(gateway, { kind: 'held' });
      await untilRun(gateway, id, ({ status }) => status === 'RUNNING');
      await gateway.owner((client) => client.query(sql, [id]));
      const before = await readRun(gateway, id);
      await over.opened;
      await worker.stop();
      expect(await readRun(gateway, id)).toEqual(before);
    },
  );
});

describe('a worker that is stopped', () => {
  it('claims no more, and lets what is under way end', async () => {
    const done = createGate();
    const worker = startTestWorker(gateway, { slow: async () => done.opened }, { concurrency: 1 });
    const first = await enqueue(gateway, { kind: 'slow' });
    await untilRun(gateway, first, ({ status }) => status === 'RUNNING');
    const second = await enqueue(gateway, { kind: 'slow' });
    const stopped = worker.stop();
    done.open();
    await stopped;
    expect(await readRun(gateway, first)).toMatchObject({ status: 'SUCCEEDED' });
    expect(await readRun(gateway, second)).toMatchObject({ status: 'QUEUED', attempt: 0 });
    await gateway.owner((client) => client.query('select ops.cancel($1)', [second]));
  });

  it('cuts what does not end in time, and has it tried again', async () => {
    const handlers: Handlers = { stuck: (_run, { signal }) => untilAborted(signal) };
    const worker = startTestWorker(gateway, handlers, { drainMs: 50 });
    const id = await enqueue(gateway, { kind: 'stuck' });
    await untilRun(gateway, id, ({ status }) => status === 'RUNNING');
    await worker.stop();
    const run = await readRun(gateway, id);
    expect(run).toMatchObject({ status: 'QUEUED', errorCode: 'UPSTREAM_UNAVAILABLE' });
    expect(eventTypes(run)).toContain('run.retried');
  });
});

describe('a database', () => {
  it('that does not answer for a while costs a worker nothing but time', async () => {
    const { postgres } = gateway.sources;
    if (!postgres) throw new Error('no database');
    let calls = 0;
    const failEverySecond = () => {
      calls += 1;
      if (calls < 9 && calls % 2 === 0) throw new GatewayError('UPSTREAM_UNAVAILABLE', 'The database is not available');
    };
    const flaky: PostgresSource = {
      ...postgres,
      render: async (viewer, statement) => {
        failEverySecond();
        return postgres.render(viewer, statement);
      },
      repeatable: async (viewer, statement) => {
        failEverySecond();
        return postgres.repeatable(viewer, statement);
      },
      transact: async (viewer, work) => {
        failEverySecond();
        return postgres.transact(viewer, work);
      },
    };
    const id = await enqueue(gateway, { kind: 'steady' });
    await using _worker = startTestWorker(gateway, { steady: async () => 'done' }, { postgres: flaky });
    expect(await untilRun(gateway, id)).toMatchObject({ status: 'SUCCEEDED', output: 'done' });
  });

  it('that refuses the worker ends it, and says why', async () => {
    const worker = startTestWorker(gateway, { any: async () => null }, { agent: 'another-agent' });
    await expect(worker.ended).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await worker.stop();
  });
});

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}

describe('schedules', () => {
  it('of every agent are ticked by any worker', async () => {
    const made = await gateway.execute(
      `mutation { upsertSchedule(input: { name: "ticked", agent: "workspace-indexer", kind: "test.ticked",
         expression: "0 3 * * *", timeZone: "Asia/Manila" }) { schedule { id } userErrors { message } } }`,
      { as: 'service' },
    );
    expect(made.text).toContain('"userErrors":[]');
    await gateway.owner((client) =>
      client.query("update ops.schedules set next_due_at = next_due_at - interval '1 day' where name = 'ticked'"),
    );
    await using _worker = startTestWorker(gateway, {}, { tickMs: 20 });
    const enqueued = async () =>
      (
        await gateway.execute(
          '{ runs(filter: { kind: { eq: "test.ticked" } }) { nodes { agent schedule { name } } } }',
          { as: 'service' },
        )
      ).data?.runs;
    await expect
      .poll(enqueued, { timeout: 20_000 })
      .toEqual({ nodes: [{ agent: 'workspace-indexer', schedule: { name: 'ticked' } }] });
  });
});
