/** A worker across what breaks between it and the ledger: no run is lost, and none is executed twice. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Handlers } from '../../src/agents/handler.ts';
import { GatewayError } from '../../src/errors.ts';
import { createLog } from '../../src/log.ts';
import { subscribeToRuns } from '../../src/ops/ledger.ts';
import { createPostgresPool } from '../../src/postgres/pool.ts';
import type { PostgresSource } from '../../src/postgres/source.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { databaseUrl, isRealStack, loginOf } from '../support/stack.ts';
import { createTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';
import { AGENT, enqueue, eventTypes, readRun, startTestWorker, untilRun } from '../support/worker.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await createTestGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Handlers that count how often each run is begun. */
function createCounting(ms = 0) {
  const begun = new Map<string, number>();
  const handlers: Handlers = {
    counted: async ({ id }) => {
      begun.set(id, (begun.get(id) ?? 0) + 1);
      if (ms > 0) await pause(ms);
      return 'done';
    },
  };
  return { handlers, begun };
}

/** Enqueues many at once, as the owner. @returns Their uuids. */
async function enqueueMany(count: number, kind = 'counted'): Promise<string[]> {
  const rows = await gateway.owner((client) =>
    client.query(
      `select e.run_id as id from generate_series(1, $1::int) n
       cross join lateral ops.enqueue($2, $3, input => jsonb_build_object('n', n), max_attempts => 1) e`,
      [count, AGENT, kind],
    ),
  );
  const ids = (rows as { id: string }[]).map(({ id }) => id);
  expect(new Set(ids).size).toBe(count);
  return ids;
}

/** What a run may go through before its handler begins: none of it is an attempt. */
const LEASING = new Set(['run.claimed', 'run.given_back', 'run.lease_lost']);

/** Each was executed once, and its story says so. */
async function expectDoneOnce(ids: readonly string[], begun: ReadonlyMap<string, number>): Promise<void> {
  for (const id of ids) {
    const run = await untilRun(gateway, id);
    expect([id, run.status, run.errorMessage, run.attempt, begun.get(id)]).toEqual([id, 'SUCCEEDED', null, 1, 1]);
    const told = eventTypes(run).filter((type) => !LEASING.has(type));
    expect([id, told]).toEqual([id, ['run.enqueued', 'run.started', 'run.succeeded']]);
  }
  const broken = await gateway.owner((client) =>
    client.query(
      `select i.id, v.problem from unnest($1::uuid[]) i (id) cross join lateral ops.verify_ledger(i.id) v
       where v.problem is not null`,
      [ids],
    ),
  );
  expect(broken).toEqual([]);
}

describe('a ledger whose answers are lost', () => {
  it('before or after a statement has done its work: each run is executed once', async () => {
    const { postgres } = gateway.sources;
    if (!postgres) throw new Error('no database');
    let calls = 0;
    const lossy: PostgresSource = {
      ...postgres,
      repeatable: async (...given) => {
        calls += 1;
        if (calls > 25) return postgres.repeatable(...given);
        const lost = () => new GatewayError('UPSTREAM_UNAVAILABLE', 'The connection was lost');
        if (calls % 5 === 1) throw lost();
        const answer = await postgres.repeatable(...given);
        if (calls % 5 === 3) throw lost();
        return answer;
      },
    };
    const ids = await enqueueMany(60);
    const { handlers, begun } = createCounting();
    await using _worker = startTestWorker(gateway, handlers, { concurrency: 10, leaseSeconds: 5, postgres: lossy });
    await expectDoneOnce(ids, begun);
  });
});

describe('a local queue that is full of what may wait', () => {
  it('does not hold up what is urgent: it is begun before most of them', async () => {
    const order: string[] = [];
    let high = '';
    const handlers: Handlers = {
      quick: async () => 'done',
      low: async ({ id }) => {
        order.push(id);
        if (order.length === 1) high = await enqueueHigh();
        await pause(5);
      },
      high: async ({ id }) => void order.push(id),
    };
    const enqueueHigh = async () => {
      const [row] = await gateway.owner((client) =>
        client.query(`select run_id as id from ops.enqueue($1, 'high', priority => 100)`, [AGENT]),
      );
      return String((row as { id: string }).id);
    };
    // However slow the machine: what follows a quick run is claimed ahead.
    const ahead = { most: 20, withinMs: 3_600_000 };
    await using _worker = startTestWorker(gateway, handlers, { concurrency: 1, ahead });
    await untilRun(gateway, await enqueue(gateway, { kind: 'quick' }));
    const low = await enqueueMany(60, 'low');
    for (const id of low) await untilRun(gateway, id);
    expect(await untilRun(gateway, high)).toMatchObject({ status: 'SUCCEEDED' });
    // Half of what is claimed ahead is begun before the next claim.
    expect(order.indexOf(high)).toBeLessThan(16);
  });
});

describe.skipIf(!isRealStack)('the connections of a worker', () => {
  /** A worker's own way to the database. */
  async function open(poolSize = 4) {
    const [{ database } = { database: '' }] = (await gateway.owner((client) =>
      client.query('select current_database() as database'),
    )) as { database: string }[];
    const through = (proxy: TcpProxy, url: string) =>
      Object.assign(new URL(url), { hostname: '127.0.0.1', port: String(proxy.port) }).href;
    const login = loginOf(database);
    const { hostname, port } = new URL(login.databaseUrl);
    const proxy = await createTcpProxy({ host: hostname, port: Number(port) });
    const url = through(proxy, databaseUrl('DATABASE_URL', database));
    const postgres = createPostgresPool(
      { databaseUrl: url, listenUrl: url, poolSize },
      createLog('silent', () => {}),
    );
    return {
      proxy,
      postgres,
      [Symbol.asyncDispose]: async () => {
        proxy.set('through');
        await postgres.close();
        await proxy[Symbol.asyncDispose]();
      },
    };
  }

  it('may be cut in the middle of batches, as by a restart of the database: each run is executed once', async () => {
    await using way = await open();
    const ids = await enqueueMany(400);
    const { handlers, begun } = createCounting(5);
    const { postgres } = way;
    const subscribe = (notices: Parameters<typeof subscribeToRuns>[1]) => subscribeToRuns(postgres, notices);
    await using _worker = startTestWorker(gateway, handlers, { concurrency: 10, leaseSeconds: 5, postgres, subscribe });
    for (let round = 0; round < 6; round += 1) {
      await pause(150);
      way.proxy.set(round % 2 ? 'hang' : 'cut');
      await pause(round === 3 ? 3_000 : 200);
      way.proxy.set('through');
    }
    await expectDoneOnce(ids, begun);
  });

  it('may be lost where it listens: it hears again, and of what it missed', async () => {
    await using way = await open();
    const { postgres } = way;
    let wakes = 0;
    const subscribe = (notices: Parameters<typeof subscribeToRuns>[1]) =>
      subscribeToRuns(postgres, {
        ...notices,
        wake: () => {
          wakes += 1;
          notices.wake();
        },
      });
    const { handlers, begun } = createCounting();
    // Nothing but a notice, or a connection that is there again, has it look.
    const pollMs = [3_600_000, 3_600_000] as const;
    await using _worker = startTestWorker(gateway, handlers, { postgres, subscribe, pollMs });
    const first = await enqueueMany(1);
    await expectDoneOnce(first, begun);
    way.proxy.set('cut');
    const missed = await enqueueMany(1);
    await pause(500);
    expect((await readRun(gateway, missed[0] as string)).status).toBe('QUEUED');
    way.proxy.set('through');
    await expectDoneOnce(missed, begun);
    const heard = wakes;
    await expectDoneOnce(await enqueueMany(1), begun);
    expect(wakes).toBeGreaterThan(heard);
  });
});
