/** A cancel: at once where no handler has begun, asked for where one has; the ledger keeps what was done either way. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, pick, type TestGateway } from '../../support/gateway.ts';
import { createLedger } from '../../support/ledger.ts';

let gateway: TestGateway;
let ledger: ReturnType<typeof createLedger>;

beforeAll(async () => {
  gateway = await createTestGateway();
  ledger = createLedger(gateway);
});

afterAll(() => gateway[Symbol.asyncDispose]());

const typesOf = async (id: string) => (await ledger.events(id)).map(({ type }) => type);
const cancel = (id: string) => ledger.one('cancel', { run_id: id, reason: 'not needed' });
const finish = (run_id: string, fence: number, given: Record<string, unknown>) =>
  ledger.one('mark_finished', { run_id, fence, ...given });

describe('a run that is RUNNING', () => {
  it('is asked to end and goes on, and the answer says so; asked again it changes nothing', async () => {
    const { id } = await ledger.running();
    const query = `mutation { cancelRun(input: { runId: "${id}", reason: "not needed" }) {
      run { status cancelRequestedBy cancelRequestedAt lastSeq } userErrors { code } } }`;
    const { data } = await gateway.execute(query, { as: 'service' });
    expect(data?.cancelRun).toEqual({
      run: { status: 'RUNNING', cancelRequestedBy: 'service', cancelRequestedAt: expect.any(String), lastSeq: 4 },
      userErrors: [],
    });
    expect((await ledger.events(id)).at(-1)).toEqual({
      seq: 4,
      type: 'run.cancel_requested',
      payload: { reason: 'not needed', by: 'service' },
    });
    expect((await gateway.execute(query, { as: 'service' })).data).toEqual(data);
  });

  it('is CANCELLED by the holder of its lease, who did nothing', async () => {
    const { id, fence } = await ledger.running();
    await cancel(id);
    const query = `mutation { markRunFinished(input: { runId: "${id}", fence: ${fence}, outcome: CANCELLED }) {
      run { status leasedBy errorCode } userErrors { code } } }`;
    const ended = { run: { status: 'CANCELLED', leasedBy: null, errorCode: null }, userErrors: [] };
    for (let time = 0; time < 2; time += 1)
      expect(pick((await gateway.execute(query, { as: 'service' })).data, 'markRunFinished')).toEqual(ended);
    expect((await ledger.events(id)).slice(3)).toMatchObject([
      { type: 'run.cancel_requested' },
      { type: 'run.cancelled', payload: { reason: 'not needed', by: 'service' } },
    ]);
    expect(await ledger.verify(id)).toMatchObject({ events: 5, problem: null });
    expect(await cancel(id)).toMatchObject({ status: 'CANCELLED', last_seq: 5 });
  });

  it.each([
    ['SUCCEEDED', { output: '{"ids":[7]}' }],
    ['FAILED', { error_code: 'BAD_USER_INPUT', retryable: false }],
  ])('ends as %s where the holder says so: the cancel came too late', async (outcome, given) => {
    const { id, fence } = await ledger.running();
    await cancel(id);
    expect(await finish(id, fence, { outcome, ...given })).toMatchObject({ status: outcome, leased_by: null });
    expect((await typesOf(id)).slice(-2)).toEqual(['run.cancel_too_late', `run.${outcome.toLowerCase()}`]);
    expect(await ledger.verify(id)).toMatchObject({ events: 6, problem: null });
    await expect(cancel(id)).rejects.toMatchObject({ code: 'TP409', message: expect.stringContaining(outcome) });
  });

  it('is CANCELLED by nobody who was not asked', async () => {
    const { id, fence } = await ledger.running();
    await expect(finish(id, fence, { outcome: 'CANCELLED' })).rejects.toMatchObject({ code: 'TP409' });
  });

  it('whose worker is lost is unknown until it is checked: the next one is told, at once, and answers', async () => {
    const { id } = await ledger.running({ agent: 'checked', max_attempts: 1 });
    await cancel(id);
    await ledger.expire(id);
    const [claimed] = await ledger.call('claim', { agent: 'checked', worker: 'next' });
    expect(claimed).toMatchObject({ id, attempt: 2, error_code: 'LEASE_LOST', cancel_requested_by: 'service' });
    expect(claimed?.error_message).toBe('Worker w was lost: what it did is unknown until it is checked');
    expect((await ledger.events(id)).at(-2)).toEqual({
      seq: 5,
      type: 'run.lease_lost',
      payload: { worker: 'w', attempt: 1, outcome: 'unknown until it is checked' },
    });
    const fence = Number(claimed?.fence);
    await ledger.one('mark_running', { run_id: id, fence });
    expect(await finish(id, fence, { outcome: 'SUCCEEDED' })).toMatchObject({ status: 'SUCCEEDED' });
    expect(await ledger.verify(id)).toMatchObject({ problem: null });
  });
});

it('a run that waits for another attempt is asked too: what the last one did is not known', async () => {
  const { id, fence } = await ledger.running({ agent: 'waits' });
  await finish(id, fence, { outcome: 'FAILED', error_code: 'UPSTREAM_TIMEOUT' });
  expect(await cancel(id)).toMatchObject({ status: 'QUEUED', cancel_requested_by: 'service' });
  const [claimed] = await ledger.call('claim', { agent: 'waits', worker: 'next' });
  expect(claimed).toMatchObject({ id, attempt: 2 });
  await finish(id, Number(claimed?.fence), { outcome: 'CANCELLED' });
  expect(await ledger.run(id)).toMatchObject({ status: 'CANCELLED', error_code: null });
});

it('ops.begin_effect notes what is about to be done, unless a cancel was asked for before', async () => {
  const { id, fence } = await ledger.running();
  const begin = () => ledger.one('begin_effect', { run_id: id, fence, payload: '{"model":"res.partner"}' });
  expect(await begin()).toEqual({ begin_effect: true });
  expect((await ledger.events(id)).at(-1)).toMatchObject({
    type: 'run.effect_begun',
    payload: { model: 'res.partner' },
  });
  await cancel(id);
  expect(await begin()).toEqual({ begin_effect: false });
  expect(await typesOf(id)).toHaveLength(5);
});
