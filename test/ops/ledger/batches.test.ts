/** What is said of many runs in one call: each is as if it had been told alone, and none hinders another. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, type TestGateway } from '../../support/gateway.ts';
import { createLedger, newAgent, type RunRow } from '../../support/ledger.ts';

interface Verdict {
  readonly run_id: string;
  readonly state: string | null;
  readonly message: string | null;
  readonly cancel_requested?: boolean;
}
type Leased = Pick<RunRow, 'id' | 'fence'>;

const NOBODY = '00000000-0000-4000-8000-000000000000';

let gateway: TestGateway;
let ledger: ReturnType<typeof createLedger>;

beforeAll(async () => {
  gateway = await createTestGateway();
  ledger = createLedger(gateway);
});

afterAll(() => gateway[Symbol.asyncDispose]());

const leases = (runs: readonly Leased[]) => ({
  run_ids: runs.map(({ id }) => id),
  fences: runs.map(({ fence }) => fence),
});
const start = (runs: readonly Leased[]) => ledger.call<Verdict>('start_runs', leases(runs));
const finish = (ends: readonly object[]) => ledger.call<Verdict>('finish_runs', { ends: JSON.stringify(ends) });
const giveBack = (runs: readonly Leased[]) =>
  ledger.call<{ give_back_runs: number }>('give_back_runs', leases(runs)).then(([row]) => row?.give_back_runs);
const end = ({ id, fence }: Leased, more: object = {}) => ({ runId: id, fence, outcome: 'SUCCEEDED', ...more });
const stateOf = (verdicts: readonly Verdict[], { id }: Leased) => {
  const verdict = verdicts.find(({ run_id }) => run_id === id);
  if (!verdict) throw new Error(`nothing was said of ${id}`);
  return verdict.state;
};
const many = async (count: number) => {
  const agent = newAgent();
  for (let run = 0; run < count; run += 1) await ledger.enqueue({ agent });
  return ledger.call<RunRow>('claim', { agent, worker: 'w', max_runs: count });
};
const typesOf = async (id: string) => (await ledger.events(id)).map(({ type }) => type);

describe('ops.start_runs', () => {
  it('begins each run as mark_running does, with one event, in its chain', async () => {
    const [one, ...others] = await many(5);
    if (!one) throw new Error('nothing was claimed');
    await ledger.one('mark_running', { run_id: one.id, fence: one.fence });
    expect((await start(others)).map(({ state }) => state)).toEqual([null, null, null, null]);
    for (const { id } of others) {
      expect(await ledger.run(id)).toMatchObject({ status: 'RUNNING', leased_by: 'w', last_seq: 3 });
      expect(await ledger.events(id)).toEqual(await ledger.events(one.id));
      expect(await ledger.verify(id)).toMatchObject({ events: 3, broken_seq: null });
    }
  });

  it('says of each what was refused, and begins the others', async () => {
    const [good, stale, again] = (await many(3)) as [RunRow, RunRow, RunRow];
    await ledger.one('mark_running', { run_id: again.id, fence: again.fence });
    const nobody = { id: NOBODY, fence: 1 };
    const verdicts = await start([good, { ...stale, fence: stale.fence + 1 }, again, nobody]);
    const states = [good, stale, again, nobody].map((run) => stateOf(verdicts, run));
    expect(states).toEqual([null, 'TP409', null, 'TP404']);
    expect(await ledger.run(good.id)).toMatchObject({ status: 'RUNNING' });
    expect(await ledger.run(stale.id)).toMatchObject({ status: 'QUEUED', last_seq: 2 });
    expect(await ledger.run(again.id)).toMatchObject({ status: 'RUNNING', last_seq: 3 });
  });

  it('tells that a cancel was asked for, after an attempt had begun', async () => {
    const { id, fence } = await ledger.running();
    await ledger.one('mark_finished', { run_id: id, fence, outcome: 'FAILED', error_code: 'X' });
    await ledger.due(id);
    const { agent } = (await ledger.run(id)) as RunRow & { agent: string };
    const claimed = await ledger.one('claim', { agent, worker: 'w' });
    await ledger.one('cancel', { run_id: id });
    expect(await start([claimed])).toMatchObject([{ run_id: id, state: null, cancel_requested: true }]);
  });

  it.each([
    ['a fence too few', { run_ids: [NOBODY], fences: [] }],
    ['one run twice', { run_ids: [NOBODY, NOBODY], fences: [1, 1] }],
    ['501 runs', { run_ids: Array.from({ length: 501 }, () => NOBODY), fences: Array.from({ length: 501 }, () => 1) }],
  ])('refuses %s whole', async (_what, given) => {
    await expect(ledger.call('start_runs', given)).rejects.toMatchObject({ code: 'TP400' });
  });

  it('touches no run of another agent', async () => {
    const [run] = (await many(1)) as [RunRow];
    const agent = createLedger(gateway, 'agent:sync-odoo-agent');
    expect(await agent.call('start_runs', leases([run]))).toMatchObject([{ state: 'TP403' }]);
    expect(await agent.call('finish_runs', { ends: JSON.stringify([end(run)]) })).toMatchObject([{ state: 'TP403' }]);
    expect(await agent.call('give_back_runs', leases([run]))).toEqual([{ give_back_runs: 0 }]);
    expect(await ledger.run(run.id)).toMatchObject({ status: 'QUEUED', leased_by: 'w', last_seq: 2 });
  });
});

describe('ops.finish_runs', () => {
  it('ends each run as mark_finished does', async () => {
    const runs = (await many(6)) as [RunRow, RunRow, RunRow, RunRow, RunRow, RunRow];
    await start(runs);
    const [good, empty, failed, retried, cancelled, late] = runs;
    for (const { id } of [cancelled, late]) await ledger.one('cancel', { run_id: id });
    const said = { outcome: 'FAILED', errorCode: 'BROKEN', errorMessage: 'It broke' };
    const verdicts = await finish([
      end(good, { output: { written: 1 } }),
      end(empty, { output: null }),
      end(failed, { ...said, retryable: false }),
      end(retried, said),
      end(cancelled, { outcome: 'CANCELLED' }),
      end(late),
    ]);
    expect(verdicts.map(({ state }) => state)).toEqual([null, null, null, null, null, null]);
    expect(await ledger.run(good.id)).toMatchObject({ status: 'SUCCEEDED', output: { written: 1 }, leased_by: null });
    expect(await ledger.run(empty.id)).toMatchObject({ status: 'SUCCEEDED', output: null });
    expect(await ledger.run(failed.id)).toMatchObject({ status: 'FAILED', error_code: 'BROKEN' });
    expect(await ledger.run(retried.id)).toMatchObject({
      status: 'QUEUED',
      error_message: 'It broke',
      leased_by: null,
    });
    expect(await ledger.run(cancelled.id)).toMatchObject({ status: 'CANCELLED' });
    expect((await typesOf(late.id)).slice(-2)).toEqual(['run.cancel_too_late', 'run.succeeded']);
    for (const { id } of runs) expect(await ledger.verify(id)).toMatchObject({ broken_seq: null });
  });

  it('says again what it has heard, and refuses other words, an older fence and what never began', async () => {
    const [done, other, stale, unbegun] = (await many(4)) as [RunRow, RunRow, RunRow, RunRow];
    await start([done, other, stale]);
    await finish([end(done, { output: 1 }), end(other, { output: 1 })]);
    const verdicts = await finish([
      end(done, { output: 1 }),
      end(other, { output: 2 }),
      end({ ...stale, fence: stale.fence - 1 }),
      end(unbegun),
    ]);
    const states = [done, other, stale, unbegun].map((run) => stateOf(verdicts, run));
    expect(states).toEqual([null, 'TP409', 'TP409', 'TP409']);
    expect(await ledger.run(done.id)).toMatchObject({ last_seq: 4 });
    expect(await ledger.run(stale.id)).toMatchObject({ status: 'RUNNING' });
  });

  it('refuses an output that is too long, of that run alone', async () => {
    const [good, huge] = (await many(2)) as [RunRow, RunRow];
    await start([good, huge]);
    const verdicts = await finish([end(good), end(huge, { output: 'x'.repeat(300_000) })]);
    expect([good, huge].map((run) => stateOf(verdicts, run))).toEqual([null, 'TP400']);
    expect(await ledger.run(huge.id)).toMatchObject({ status: 'RUNNING' });
  });

  it('lets the lines of all of them go on', async () => {
    const agent = newAgent();
    for (const key of ['a', 'a', 'b', 'b']) await ledger.enqueue({ agent, ordering_key: key });
    const first = await ledger.call<RunRow>('claim', { agent, worker: 'w', max_runs: 4 });
    expect(first).toHaveLength(2);
    await start(first);
    await finish(first.map((run) => end(run)));
    expect(await ledger.call('claim', { agent, worker: 'w', max_runs: 4 })).toHaveLength(2);
  });
});

describe('ops.give_back_runs', () => {
  it('has a claimed run claimed anew, as the same attempt, and refuses the older lease', async () => {
    const agent = newAgent();
    const id = await ledger.enqueue({ agent, max_attempts: 1 });
    const first = await ledger.one('claim', { agent, worker: 'w' });
    expect(await giveBack([first])).toBe(1);
    expect(await ledger.run(id)).toMatchObject({ status: 'QUEUED', attempt: 0, leased_by: null, leased_until: null });
    expect((await ledger.events(id)).at(-1)).toMatchObject({
      type: 'run.given_back',
      payload: { worker: 'w', attempt: 1 },
    });
    expect(await start([first])).toMatchObject([{ state: 'TP409' }]);
    const second = await ledger.one('claim', { agent, worker: 'another' });
    expect(second).toMatchObject({ id, attempt: 1, leased_by: 'another' });
    expect(second.fence).toBeGreaterThan(first.fence);
    expect(await ledger.verify(id)).toMatchObject({ events: 4, broken_seq: null });
  });

  it('leaves what has begun, what is given back already and what is over', async () => {
    const runs = (await many(3)) as [RunRow, RunRow, RunRow];
    const [begun, given, over] = runs;
    await start([begun, over]);
    await finish([end(over)]);
    await giveBack([given]);
    expect(await giveBack(runs)).toBe(0);
    expect(await ledger.run(begun.id)).toMatchObject({ status: 'RUNNING', attempt: 1, leased_by: 'w' });
    expect(await ledger.run(over.id)).toMatchObject({ status: 'SUCCEEDED', attempt: 1 });
  });

  it.each([
    ['begin_effect', {}],
    ['append_event', { type: 'odoo.written' }],
    ['record_artifact', { kind: 'log', uri: 's3://logs/1' }],
  ])('leaves a run of which its holder has said something by ops.%s: it was an attempt', async (said, given) => {
    const [run] = (await many(1)) as [RunRow];
    await ledger.call(said, { run_id: run.id, fence: run.fence, ...given });
    expect(await giveBack([run])).toBe(0);
    expect(await ledger.run(run.id)).toMatchObject({ status: 'QUEUED', attempt: 1, leased_by: 'w' });
    await ledger.expire(run.id);
    await ledger.call('requeue_lost', {});
    expect(await ledger.run(run.id)).toMatchObject({ status: 'QUEUED', attempt: 1, leased_by: null });
  });

  it('gives back what was called off after an earlier attempt, to whoever finds out what that one did', async () => {
    const { id, fence } = await ledger.running();
    await ledger.one('mark_finished', { run_id: id, fence, outcome: 'FAILED', error_code: 'X' });
    await ledger.due(id);
    const { agent } = (await ledger.run(id)) as RunRow & { agent: string };
    const claimed = await ledger.one('claim', { agent, worker: 'w' });
    await ledger.one('cancel', { run_id: id });
    expect(await giveBack([claimed])).toBe(1);
    expect(await ledger.one('claim', { agent, worker: 'w' })).toMatchObject({ id, attempt: 2 });
  });

  it('is the only way in which attempts fall', async () => {
    const [run] = (await many(1)) as [RunRow];
    await expect(ledger.own('update ops.runs set attempt = 0 where id = $1', [run.id])).rejects.toMatchObject({
      code: '42501',
    });
  });
});

describe('runs of a worker that is lost before it began them', () => {
  it('are queued again and lost no attempt', async () => {
    const agent = newAgent();
    const id = await ledger.enqueue({ agent, max_attempts: 1 });
    await ledger.one('claim', { agent, worker: 'killed' });
    await ledger.expire(id);
    expect(await ledger.call('claim', { agent, worker: 'w' })).toEqual([]);
    expect(await ledger.run(id)).toMatchObject({ status: 'QUEUED', attempt: 0, error_code: 'LEASE_LOST' });
    expect((await ledger.events(id)).at(-1)).toMatchObject({
      type: 'run.lease_lost',
      payload: { worker: 'killed', attempt: 1, begun: false },
    });
    await ledger.due(id);
    expect(await ledger.one('claim', { agent, worker: 'w' })).toMatchObject({ id, attempt: 1 });
    expect(await ledger.verify(id)).toMatchObject({ broken_seq: null });
  });

  it('are DEAD in the end where each worker is lost', async () => {
    const agent = newAgent();
    const id = await ledger.enqueue({ agent, max_attempts: 1 });
    let claims = 0;
    while ((await ledger.run(id)).status === 'QUEUED' && claims < 30) {
      await ledger.due(id);
      claims += (await ledger.call('claim', { agent, worker: 'killed' })).length;
      await ledger.expire(id);
      await ledger.call('requeue_lost', {});
    }
    expect(await ledger.run(id)).toMatchObject({ status: 'DEAD', attempt: 1 });
    expect(claims).toBe(26);
  });
});
