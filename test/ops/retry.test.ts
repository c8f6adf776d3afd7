/** `retryRun`: what ended without success is done again by a new run. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SERVICE } from '../../src/auth/viewer.ts';
import { createLedger as createWorkerLedger } from '../../src/ops/ledger.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { createLedger, type RunRow } from '../support/ledger.ts';

let gateway: TestGateway;
let ledger: ReturnType<typeof createLedger>;
const AGENT = 'sync-odoo-agent';

beforeAll(async () => {
  gateway = await createTestGateway();
  ledger = createLedger(gateway);
});

afterAll(() => gateway[Symbol.asyncDispose]());

const RETRY = `mutation ($input: RetryRunInput!) { retryRun(input: $input) { created
  run { id status agent kind input priority maxAttempts attempt orderingKeys requestedBy retryOf { id } events { nodes { type payload } } }
  userErrors { code message path details } } }`;

interface Answer {
  readonly created: boolean | null;
  readonly run: ({ id: string; retryOf: { id: string } | null } & Record<string, unknown>) | null;
  readonly userErrors: { code: string; message: string; path: string[] | null }[];
}

async function retry(runId: unknown, given: Record<string, unknown> = {}): Promise<Answer> {
  const { data, errors } = await gateway.execute(RETRY, { as: 'service', variables: { input: { runId, ...given } } });
  expect(errors).toBeUndefined();
  return data?.retryRun as Answer;
}

let kinds = 0;
/** A run of a kind of its own that has ended so. */
async function ended(outcome: 'FAILED' | 'CANCELLED' | 'DEAD' | 'SUCCEEDED', given: Record<string, unknown> = {}) {
  kinds += 1;
  const kind = `test.retry.${kinds}`;
  const id = await ledger.enqueue({ agent: AGENT, kind, input: '{"n": 1}', ...given });
  await end(kind, outcome);
  return { id, kind };
}

async function end(kind: string, outcome: string): Promise<RunRow> {
  const run = await ledger.one('claim', { agent: AGENT, worker: 'w', kinds: [kind] });
  if (outcome === 'CANCELLED') await ledger.one('cancel', { run_id: run.id });
  else {
    await ledger.one('mark_running', { run_id: run.id, fence: run.fence });
    const ending = outcome === 'SUCCEEDED' ? { outcome } : { outcome: 'FAILED', retryable: outcome === 'DEAD' };
    if (outcome !== 'DEAD') await ledger.one('mark_finished', { run_id: run.id, fence: run.fence, ...ending });
    else {
      await ledger.expire(run.id);
      await ledger.one('requeue_lost');
    }
  }
  return run;
}

describe('retryRun', () => {
  it.each(['FAILED', 'CANCELLED', 'DEAD'] as const)(
    'makes a new run of one that is %s, and leaves that one as it is',
    async (outcome) => {
      const given = { priority: 7, max_attempts: 1, ordering_key: `retry-${outcome}` };
      const { id, kind } = await ended(outcome, given);
      const before = await ledger.run(id);
      expect(before.status).toBe(outcome);
      const { created, run, userErrors } = await retry(id);
      expect([created, userErrors]).toEqual([true, []]);
      expect(run).toMatchObject({
        ...{ status: 'QUEUED', agent: AGENT, kind, input: { n: 1 }, priority: 7, maxAttempts: 1, attempt: 0 },
        ...{ orderingKeys: [`retry-${outcome}`], requestedBy: 'service', retryOf: { id } },
        events: { nodes: [{ type: 'run.enqueued', payload: { by: 'service', retryOf: id } }] },
      });
      expect(await ledger.run(id)).toEqual(before);
      expect(await ledger.verify(String(run?.id))).toMatchObject({ events: 1, problem: null });
    },
  );

  it('answers the retry that is open, and makes the next one when that has failed too', async () => {
    const { id, kind } = await ended('FAILED');
    const first = await retry(id);
    const again = await retry(id);
    expect([again.created, again.run?.id]).toEqual([false, first.run?.id]);
    await end(kind, 'FAILED');
    const second = await retry(first.run?.id);
    expect(second).toMatchObject({ created: true, run: { retryOf: { id } } });
    const { data } = await gateway.execute(
      `{ run(id: "${id}") { retryOf { id } retries { totalCount nodes { id } } } }`,
      { as: 'service' },
    );
    expect(data?.run).toEqual({
      retryOf: null,
      retries: { totalCount: 2, nodes: [{ id: second.run?.id }, { id: first.run?.id }] },
    });
  });

  it('refuses what is open, what has succeeded, by itself or by a retry, and what there is none of', async () => {
    const open = await ledger.enqueue({ agent: AGENT, kind: 'test.retry.open' });
    expect((await retry(open)).userErrors).toMatchObject([
      { code: 'CONFLICT', message: expect.stringContaining('QUEUED'), details: { status: 'QUEUED' } },
    ]);
    const { id: done } = await ended('SUCCEEDED');
    expect((await retry(done)).userErrors).toMatchObject([
      { code: 'CONFLICT', message: expect.stringContaining('SUCCEEDED') },
    ]);
    const { id, kind } = await ended('FAILED');
    const { run } = await retry(id);
    await end(kind, 'SUCCEEDED');
    for (const one of [id, run?.id])
      expect((await retry(one)).userErrors).toMatchObject([{ code: 'CONFLICT', details: { runId: run?.id } }]);
    const nothing = '00000000-0000-4000-8000-00000000dead';
    expect((await retry(nothing)).userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'runId'] }]);
    expect((await retry('x')).userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', path: ['input', 'runId'] }]);
  });

  it('is asked for in the name of a user, where a service says so', async () => {
    const { id } = await ended('FAILED');
    const requestedBy = '11111111-1111-4111-8111-111111111111';
    expect((await retry(id, { requestedBy: `user:${requestedBy}` })).run).toMatchObject({ requestedBy });
  });

  it('gives its worker the first run, by whose id a record of Odoo is created once', async () => {
    const { id, kind } = await ended('FAILED');
    const { run } = await retry(id);
    await end(kind, 'FAILED');
    await retry(run?.id);
    const { postgres } = gateway.sources;
    if (!postgres) throw new Error('the gateway has no database');
    const worker = createWorkerLedger(postgres, SERVICE);
    const claiming = { agent: AGENT, worker: 'w', kinds: [kind], maxRuns: 1, leaseSeconds: 60 };
    expect(await worker.claim(claiming)).toMatchObject([{ retryOf: id, attempt: 1 }]);
  });

  it.each(['ana', `agent:${AGENT}`, null])('is not for %s', async (as) => {
    const { id } = await ended('FAILED');
    const { data, errors } = await gateway.execute(RETRY, { as, variables: { input: { runId: id } } });
    expect([pick(data ?? {}, 'retryRun'), errors?.[0]?.extensions.code]).toEqual([
      null,
      expect.stringMatching(/^(BOUNDARY_VIOLATION|FORBIDDEN)$/),
    ]);
    await expect(createLedger(gateway, as).call('retry_run', { run_id: id })).rejects.toMatchObject({ code: '42501' });
  });
});
