/** A worker with many quick runs: it tells the ledger of many at once, claims ahead of its places, and gives back what waits. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Handlers } from '../../src/agents/handler.ts';
import { RunError } from '../../src/agents/handler.ts';
import { GatewayError } from '../../src/errors.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { enqueue, eventTypes, readRun, type SeenRun, startTestWorker, untilRun } from '../support/worker.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await createTestGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

/** However slow the machine: what follows a quick run is claimed ahead. */
const FAR_AHEAD = { ahead: { most: 10, withinMs: 3_600_000 } };

function createGate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** A worker of one place that a handler holds, with a run of the kind `quick` that it has claimed and cannot begin. */
async function createStuckWorker() {
  const gate = createGate();
  const handlers: Handlers = { quick: async () => 'done', held: () => gate.opened };
  const worker = startTestWorker(gateway, handlers, { concurrency: 1, name: 'stuck', ...FAR_AHEAD });
  await untilRun(gateway, await enqueue(gateway, { kind: 'quick' }));
  const held = await enqueue(gateway, { kind: 'held' });
  await untilRun(gateway, held, ({ status }) => status === 'RUNNING');
  const waiting = await enqueue(gateway, { kind: 'quick', maxAttempts: 1 });
  await untilRun(gateway, waiting, (run) => eventTypes(run).includes('run.claimed'));
  return { worker, gate, held, waiting };
}

describe('many runs', () => {
  it('cost fewer statements than there are runs', async () => {
    const { postgres } = gateway.sources;
    if (!postgres) throw new Error('no database');
    let calls = 0;
    const counting = {
      ...postgres,
      repeatable: (...given: Parameters<typeof postgres.repeatable>) => {
        calls += 1;
        return postgres.repeatable(...given);
      },
    };
    const ids: string[] = [];
    for (let run = 0; run < 40; run += 1) ids.push(await enqueue(gateway, { kind: 'trivial' }));
    await using worker = startTestWorker(
      gateway,
      { trivial: async () => null },
      { concurrency: 20, postgres: counting },
    );
    for (const id of ids) {
      const run = await untilRun(gateway, id);
      expect(run).toMatchObject({ status: 'SUCCEEDED', attempt: 1 });
      expect(eventTypes(run)).toEqual(['run.enqueued', 'run.claimed', 'run.started', 'run.succeeded']);
    }
    await worker.stop();
    expect(calls).toBeLessThan(40);
  });

  it('that end together, each in its own way, end so in the ledger', async () => {
    const all = createGate();
    let begun = 0;
    const together = async () => {
      begun += 1;
      if (begun === 5) all.open();
      await all.opened;
    };
    const handlers: Handlers = {
      good: async () => {
        await together();
        return 'well';
      },
      nul: async () => {
        await together();
        return 'a\0b';
      },
      huge: async () => {
        await together();
        return 'x'.repeat(300_000);
      },
      bad: async () => {
        await together();
        throw new RunError('NOT_FOUND', 'There is nothing');
      },
      torn: async () => {
        await together();
        return '\ud83d';
      },
    };
    const ids = await Promise.all(Object.keys(handlers).map((kind) => enqueue(gateway, { kind })));
    await using _worker = startTestWorker(gateway, handlers, { concurrency: 5 });
    const runs = await Promise.all(ids.map((id) => untilRun(gateway, id)));
    expect(runs.map(({ status, errorCode }) => [status, errorCode])).toEqual([
      ['SUCCEEDED', null],
      ['FAILED', 'INTERNAL_SERVER_ERROR'],
      ['FAILED', 'INTERNAL_SERVER_ERROR'],
      ['FAILED', 'NOT_FOUND'],
      ['FAILED', 'INTERNAL_SERVER_ERROR'],
    ]);
  });

  it('go on where the ledger says nothing of one, as somebody holds its row', async () => {
    const { postgres } = gateway.sources;
    if (!postgres) throw new Error('no database');
    const stuck = await enqueue(gateway, { kind: 'stuck' });
    const released = createGate();
    const again = createGate();
    let calls = 0;
    const holding = {
      ...postgres,
      repeatable: async (...given: Parameters<typeof postgres.repeatable>) => {
        if (!JSON.stringify(given[1]).includes(stuck)) return postgres.repeatable(...given);
        calls += 1;
        // Twice it takes too long; then it would for ever.
        if (calls < 3) throw new GatewayError('UPSTREAM_TIMEOUT', 'The database took too long');
        again.open();
        await released.opened;
        return postgres.repeatable(...given);
      },
    };
    const handlers: Handlers = { stuck: async () => 'late', quick: async () => 'done' };
    await using _worker = startTestWorker(gateway, handlers, { postgres: holding });
    await again.opened;
    const ids = await Promise.all([1, 2, 3].map(() => enqueue(gateway, { kind: 'quick' })));
    for (const id of ids) expect(await untilRun(gateway, id)).toMatchObject({ status: 'SUCCEEDED' });
    released.open();
    expect(await untilRun(gateway, stuck)).toMatchObject({ status: 'SUCCEEDED', attempt: 1 });
  });
});

describe('a run that waits for a place', () => {
  it('is given back when the worker is stopped, and lost no attempt', async () => {
    const { worker, gate, held, waiting } = await createStuckWorker();
    const stopped = worker.stop();
    gate.open();
    await stopped;
    const run = await readRun(gateway, waiting);
    expect(run).toMatchObject({ status: 'QUEUED', attempt: 0 });
    expect(eventTypes(run).slice(-2)).toEqual(['run.claimed', 'run.given_back']);
    expect(await readRun(gateway, held)).toMatchObject({ status: 'SUCCEEDED' });
    await gateway.owner((client) => client.query('select ops.cancel($1)', [waiting]));
  });

  it('is given back when no place becomes free, and another worker executes it', async () => {
    const { worker, gate, waiting } = await createStuckWorker();
    await untilRun(gateway, waiting, (seen) => eventTypes(seen).includes('run.given_back'));
    await using _other = startTestWorker(gateway, { quick: async () => 'done by another' }, { name: 'other' });
    // The stuck one may have claimed it again first, and gives it back again.
    expect(await untilRun(gateway, waiting)).toMatchObject({ status: 'SUCCEEDED', attempt: 1 });
    gate.open();
    await worker.stop();
  });

  it('that is cancelled meanwhile is not begun', async () => {
    const { worker, gate, waiting } = await createStuckWorker();
    await gateway.owner((client) => client.query('select ops.cancel($1)', [waiting]));
    gate.open();
    await worker.stop();
    const run = await readRun(gateway, waiting);
    expect(run).toMatchObject({ status: 'CANCELLED' });
    expect(eventTypes(run)).not.toContain('run.started');
  });
});

describe('a worker whose places were all taken when it was woken', () => {
  it('claims as soon as one becomes free, and not when it polls', async () => {
    const gate = createGate();
    const handlers: Handlers = { quick: async () => 'done', held: () => gate.opened };
    let wake = () => {};
    const pollMs = [3_600_000, 3_600_000] as const;
    const subscribe = (notices: { wake: () => void }) => {
      wake = notices.wake;
      return async () => {};
    };
    const ahead = { most: 10, withinMs: 500 };
    const untilSlow = () => new Promise((resolve) => setTimeout(resolve, 2 * ahead.withinMs));
    await using _worker = startTestWorker(gateway, handlers, { concurrency: 1, pollMs, subscribe, ahead });
    const until = async (id: string, is?: (run: SeenRun) => boolean) => {
      wake();
      return untilRun(gateway, id, is);
    };
    await until(await enqueue(gateway, { kind: 'quick' }));
    const held = await enqueue(gateway, { kind: 'held' });
    await until(held, ({ status }) => status === 'RUNNING');
    await untilSlow();
    const waiting = await enqueue(gateway, { kind: 'quick' });
    wake();
    await untilSlow();
    gate.open();
    expect(await untilRun(gateway, waiting)).toMatchObject({ status: 'SUCCEEDED' });
  });
});
