/** Leases: what a claim gives, what a stale fence may not, and what becomes of a run whose worker is lost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, type TestGateway } from '../../support/gateway.ts';
import { createLedger, type RunRow } from '../../support/ledger.ts';

let gateway: TestGateway;
let ledger: ReturnType<typeof createLedger>;

beforeAll(async () => {
  gateway = await createTestGateway();
  ledger = createLedger(gateway);
});

afterAll(() => gateway[Symbol.asyncDispose]());

const claim = (agent: string, given: Record<string, unknown> = {}) =>
  ledger.call<RunRow>('claim', { agent, worker: 'w', ...given });

describe('ops.claim', () => {
  it('gives a lease and a fence, counts the attempt, and leaves the run QUEUED', async () => {
    const id = await ledger.enqueue({ agent: 'lease' });
    const [run] = await claim('lease', { worker: 'worker-1', lease_seconds: 90 });
    expect(run).toMatchObject({ id, status: 'QUEUED', attempt: 1, fence: 1, leased_by: 'worker-1', last_seq: 2 });
    expect(Number(run?.leased_until) - Date.now()).toBeGreaterThan(60_000);
    expect((await ledger.events(id))[1]).toEqual({
      seq: 2,
      type: 'run.claimed',
      payload: { worker: 'worker-1', attempt: 1 },
    });
    expect(await claim('lease')).toEqual([]);
  });

  it('takes by priority, then by time, as many as asked for, and nothing that is not yet due', async () => {
    const enqueue = (priority: number, run_at: string) => ledger.enqueue({ agent: 'order', priority, run_at });
    const late = await enqueue(0, '2026-01-02');
    const early = await enqueue(0, '2026-01-01');
    const urgent = await enqueue(5, '2026-01-03');
    await enqueue(9, '2999-01-01');
    expect((await claim('order', { max_runs: 2 })).map(({ id }) => id)).toEqual([urgent, early]);
    expect((await claim('order', { max_runs: 500 })).map(({ id }) => id)).toEqual([late]);
  });

  it('takes only the kinds asked for', async () => {
    const wanted = await ledger.enqueue({ agent: 'kinds', kind: 'one' });
    await ledger.enqueue({ agent: 'kinds', kind: 'two' });
    expect((await claim('kinds', { kinds: ['one', 'three'], max_runs: 9 })).map(({ id }) => id)).toEqual([wanted]);
    expect(await claim('kinds', { kinds: [] })).toEqual([]);
  });

  it.each([
    { max_runs: 0 },
    { max_runs: 501 },
    { lease_seconds: 4 },
    { lease_seconds: 3601 },
    { worker: '' },
    { worker: null },
  ])('refuses %j', async (given) => {
    await expect(claim('lease', given)).rejects.toMatchObject({ code: 'TP400' });
  });

  it('lets an agent claim its own runs only', async () => {
    const agent = createLedger(gateway, 'agent:sync-odoo-agent');
    await expect(agent.call('claim', { agent: 'lease', worker: 'w' })).rejects.toMatchObject({ code: 'TP403' });
  });
});

describe('ops.heartbeat', () => {
  it('extends the lease of who holds it', async () => {
    const { id, fence } = await ledger.claimed();
    const { heartbeat } = await ledger.one<{ heartbeat: Date }>('heartbeat', {
      run_id: id,
      fence,
      lease_seconds: 3600,
    });
    expect(Number(heartbeat) - Date.now()).toBeGreaterThan(3_000_000);
    expect((await ledger.run(id)).leased_until).toEqual(heartbeat);
    expect(await ledger.events(id)).toHaveLength(2);
  });
});

/** What needs a fence that is current. */
const FENCED: readonly (readonly [name: string, given: Record<string, unknown>])[] = [
  ['heartbeat', {}],
  ['mark_running', {}],
  ['begin_effect', {}],
  ['mark_finished', { outcome: 'FAILED' }],
  ['append_event', { type: 'x' }],
  ['record_artifact', { kind: 'k', uri: 's3://b/k' }],
];

describe('a stale fence', () => {
  it.each(FENCED)('is refused by ops.%s once the lease was lost, and changes nothing', async (name, given) => {
    const agent = `stale-${name}`;
    const { id, fence } = await ledger.claimed({ agent });
    await ledger.expire(id);
    expect(await ledger.one('requeue_lost')).toEqual({ requeue_lost: 1 });
    const before = await ledger.run(id);
    for (const wrong of [fence, fence + 1, fence - 1])
      await expect(ledger.one(name, { run_id: id, fence: wrong, ...given })).rejects.toMatchObject({ code: 'TP409' });
    await ledger.due(id);
    await claim(agent, { worker: 'w2' });
    await expect(ledger.one(name, { run_id: id, fence, ...given })).rejects.toMatchObject({
      code: 'TP409',
      detail: '{"fence": 3, "status": "QUEUED"}',
    });
    expect((await ledger.run(id)).last_seq).toBe(before.last_seq + 1);
  });

  it.each(FENCED)('is what ops.%s of a cancelled run has', async (name, given) => {
    const { id, fence } = await ledger.claimed();
    await ledger.one('cancel', { run_id: id });
    await expect(ledger.one(name, { run_id: id, fence, ...given })).rejects.toMatchObject({
      code: 'TP409',
      message: expect.stringContaining('CANCELLED'),
    });
  });

  it.each(FENCED)('and a run that there is none of: ops.%s says which', async (name, given) => {
    const run_id = '00000000-0000-4000-8000-00000000dead';
    await expect(ledger.one(name, { run_id, fence: 1, ...given })).rejects.toMatchObject({ code: 'TP404' });
  });

  it.each(FENCED)('and a run of another agent: ops.%s refuses an agent', async (name, given) => {
    const { id, fence } = await ledger.claimed();
    const agent = createLedger(gateway, 'agent:sync-odoo-agent');
    await expect(agent.one(name, { run_id: id, fence, ...given })).rejects.toMatchObject({ code: 'TP403' });
  });

  it.each(['heartbeat', 'mark_running', 'mark_finished'])('that is absent is refused by ops.%s', async (name) => {
    const { id } = await ledger.claimed();
    const given = name === 'mark_finished' ? { outcome: 'FAILED' } : {};
    await expect(ledger.one(name, { run_id: id, fence: null, ...given })).rejects.toMatchObject({ code: 'TP400' });
  });
});

describe('a lost lease', () => {
  it('goes back to the queue after a wait, with a new fence, and then to the next worker', async () => {
    const { id, fence } = await ledger.running({ agent: 'lost' });
    await ledger.expire(id);
    expect(await claim('lost')).toEqual([]);
    const run = await ledger.run(id);
    expect(run).toMatchObject({ status: 'QUEUED', fence: fence + 1, leased_by: null, error_code: 'LEASE_LOST' });
    expect((await ledger.events(id)).at(-1)).toEqual({
      seq: 4,
      type: 'run.lease_lost',
      payload: { worker: 'w', attempt: 1 },
    });
    await ledger.due(id);
    expect(await claim('lost')).toMatchObject([{ id, fence: fence + 2, attempt: 2 }]);
  });

  it('is DEAD when it was the last attempt', async () => {
    const { id } = await ledger.running({ agent: 'dead', max_attempts: 2 });
    await ledger.expire(id);
    await claim('dead');
    await ledger.due(id);
    const [second] = await claim('dead');
    await ledger.one('mark_running', { run_id: id, fence: second?.fence });
    await ledger.expire(id);
    await claim('dead');
    expect(await ledger.run(id)).toMatchObject({ status: 'DEAD', attempt: 2, leased_by: null });
    expect((await ledger.run(id)).finished_at).not.toBeNull();
    expect((await ledger.events(id)).slice(-2)).toEqual([
      { seq: 7, type: 'run.lease_lost', payload: { worker: 'w', attempt: 2 } },
      { seq: 8, type: 'run.dead', payload: { attempts: 2 } },
    ]);
    expect(await ledger.verify(id)).toMatchObject({ events: 8, problem: null });
    expect(await claim('dead')).toEqual([]);
  });

  it('is not taken from a worker whose lease goes on', async () => {
    const { id } = await ledger.running();
    await ledger.one('requeue_lost');
    expect(await ledger.run(id)).toMatchObject({ status: 'RUNNING', leased_by: 'w' });
  });

  it('is taken back in bounded numbers, by an agent its own only', async () => {
    const given = { agent: 'many' };
    for (let run = 0; run < 3; run += 1) await ledger.enqueue(given);
    for (const { id } of await claim('many', { max_runs: 3 })) await ledger.expire(id);
    const agent = createLedger(gateway, 'agent:sync-odoo-agent');
    expect(await agent.one('requeue_lost')).toEqual({ requeue_lost: 0 });
    expect(await ledger.one('requeue_lost', { max_runs: 2 })).toEqual({ requeue_lost: 2 });
    expect(await ledger.one('requeue_lost')).toEqual({ requeue_lost: 1 });
    await expect(ledger.one('requeue_lost', { max_runs: 0 })).rejects.toMatchObject({ code: 'TP400' });
  });
});

describe('the wait before a retry', () => {
  it.each([
    [1, 2],
    [2, 4],
    [5, 32],
    [9, 512],
    [10, 600],
    [100, 600],
  ])('after attempt %i is between half of %i seconds and all of it', async (attempt, seconds) => {
    const [row] = await ledger.own(
      `select min(w)::float8 as low, max(w)::float8 as high, count(distinct w)::int as different
       from (select extract(epoch from ops.backoff($1)) as w from generate_series(1, 2000)) waits`,
      [attempt],
    );
    const { low, high, different } = row as { low: number; high: number; different: number };
    expect(low).toBeGreaterThanOrEqual(seconds / 2);
    expect(low).toBeLessThan(seconds * 0.6);
    expect(high).toBeLessThanOrEqual(seconds);
    expect(high).toBeGreaterThan(seconds * 0.9);
    expect(different).toBeGreaterThan(100);
  });
});
