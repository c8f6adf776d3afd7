/** The life of a run under its lease: running, finished, retried, cancelled, and what it leaves behind. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, type TestGateway } from '../../support/gateway.ts';
import { createLedger } from '../../support/ledger.ts';

let gateway: TestGateway;
let ledger: ReturnType<typeof createLedger>;

beforeAll(async () => {
  gateway = await createTestGateway();
  ledger = createLedger(gateway);
});

afterAll(() => gateway[Symbol.asyncDispose]());

describe('ops.mark_running', () => {
  it('makes a claimed run RUNNING, once', async () => {
    const { id, fence } = await ledger.claimed();
    const first = await ledger.one('mark_running', { run_id: id, fence });
    expect(first).toMatchObject({ id, status: 'RUNNING', leased_by: 'w' });
    expect(first.started_at).not.toBeNull();
    expect(await ledger.one('mark_running', { run_id: id, fence })).toEqual(first);
    expect((await ledger.events(id)).map(({ type }) => type)).toEqual(['run.enqueued', 'run.claimed', 'run.started']);
  });

  it('refuses a run that nobody has claimed', async () => {
    const id = await ledger.enqueue();
    await expect(ledger.one('mark_running', { run_id: id, fence: 0 })).rejects.toMatchObject({ code: 'TP409' });
  });
});

describe('ops.mark_finished', () => {
  it('ends a run well, with its output', async () => {
    const { id, fence } = await ledger.running();
    const given = { run_id: id, fence, outcome: 'SUCCEEDED', output: '{"written":1}' };
    const run = await ledger.one('mark_finished', given);
    expect(run).toMatchObject({ status: 'SUCCEEDED', output: { written: 1 }, leased_by: null, error_code: null });
    expect(run.finished_at).not.toBeNull();
    expect((await ledger.events(id)).at(-1)).toEqual({ seq: 4, type: 'run.succeeded', payload: null });
    expect(await ledger.one('mark_finished', given)).toEqual(run);
    expect(await ledger.events(id)).toHaveLength(4);
  });

  it('refuses other words about a run that it has ended', async () => {
    const { id, fence } = await ledger.running();
    const given = { run_id: id, fence, outcome: 'SUCCEEDED', output: '1' };
    await ledger.one('mark_finished', given);
    for (const other of [{ output: '2' }, { outcome: 'FAILED' }])
      await expect(ledger.one('mark_finished', { ...given, ...other })).rejects.toMatchObject({ code: 'TP409' });
  });

  it('puts a failed run back while attempts are left, then ends it FAILED', async () => {
    const agent = 'retry';
    const id = await ledger.enqueue({ agent, max_attempts: 2 });
    const given = { run_id: id, outcome: 'FAILED', error_code: 'BROKEN', error_message: 'It broke' };
    await ledger.one('claim', { agent, worker: 'w' });
    await ledger.one('mark_running', { run_id: id, fence: 1 });
    const retried = await ledger.one('mark_finished', { ...given, fence: 1 });
    expect(retried).toMatchObject({ status: 'QUEUED', error_code: 'BROKEN', leased_by: null, finished_at: null });
    expect(Number(retried.run_at)).toBeGreaterThan(Date.now() - 60_000);
    expect((await ledger.events(id)).at(-1)).toMatchObject({
      type: 'run.retried',
      payload: { errorCode: 'BROKEN', message: 'It broke', attempt: 1, runAt: expect.any(String) },
    });
    expect(await ledger.one('mark_finished', { ...given, fence: 1 })).toEqual(retried);
    await ledger.due(id);
    await ledger.one('claim', { agent, worker: 'w' });
    const failed = await ledger.one('mark_finished', { ...given, fence: 2 });
    expect(failed).toMatchObject({ status: 'FAILED', attempt: 2, error_message: 'It broke' });
    expect((await ledger.events(id)).at(-1)).toMatchObject({
      type: 'run.failed',
      payload: { errorCode: 'BROKEN', message: 'It broke' },
    });
    expect(await ledger.verify(id)).toMatchObject({ problem: null });
  });

  it('waits before the retry, so that it is not claimed at once', async () => {
    const { id, fence } = await ledger.running({ agent: 'wait' });
    await ledger.one('mark_finished', { run_id: id, fence, outcome: 'FAILED' });
    expect(await ledger.call('claim', { agent: 'wait', worker: 'w' })).toEqual([]);
    const [row] = await ledger.own(
      'select run_at - updated_at as wait from ops.runs where id = $1 and run_at > updated_at',
      [id],
    );
    expect(row).toBeDefined();
  });

  it('ends a run FAILED at once where it is not to be retried, also before it was running', async () => {
    const { id, fence } = await ledger.claimed();
    const given = { run_id: id, fence, outcome: 'FAILED', error_code: 'NOT_CONFIGURED', retryable: false };
    expect(await ledger.one('mark_finished', given)).toMatchObject({ status: 'FAILED', attempt: 1, started_at: null });
  });

  it('refuses success of a run that was not running', async () => {
    const { id, fence } = await ledger.claimed();
    await expect(ledger.one('mark_finished', { run_id: id, fence, outcome: 'SUCCEEDED' })).rejects.toMatchObject({
      code: 'TP409',
      message: expect.stringContaining('mark it running first'),
    });
  });

  it('forgets the error of an earlier attempt when it succeeds', async () => {
    const { id, fence } = await ledger.running({ agent: 'forget' });
    await ledger.one('mark_finished', { run_id: id, fence, outcome: 'FAILED', error_code: 'E' });
    await ledger.due(id);
    await ledger.one('claim', { agent: 'forget', worker: 'w' });
    await ledger.one('mark_running', { run_id: id, fence: 2 });
    const run = await ledger.one('mark_finished', { run_id: id, fence: 2, outcome: 'SUCCEEDED' });
    expect(run).toMatchObject({ status: 'SUCCEEDED', error_code: null, error_message: null });
  });

  it('cuts an error message that is too long, and refuses the rest', async () => {
    const { id, fence } = await ledger.running();
    const given = { run_id: id, fence, outcome: 'FAILED', retryable: false };
    for (const wrong of [
      { outcome: 'DONE' },
      { outcome: null },
      { error_code: 'x'.repeat(201) },
      { output: JSON.stringify('x'.repeat(262_143)) },
    ])
      await expect(ledger.one('mark_finished', { ...given, ...wrong })).rejects.toMatchObject({ code: 'TP400' });
    const run = await ledger.one('mark_finished', { ...given, error_message: 'x'.repeat(5_000) });
    expect(run.error_message).toHaveLength(4_000);
    expect(await ledger.one('mark_finished', { ...given, error_message: 'x'.repeat(5_000) })).toEqual(run);
  });
});

describe('ops.cancel', () => {
  it.each(['QUEUED', 'claimed'])('calls a run off that is %s, and says by whom and why', async (state) => {
    const id = state === 'QUEUED' ? await ledger.enqueue() : (await ledger.claimed()).id;
    const run = await ledger.one('cancel', { run_id: id, reason: 'not needed' });
    expect(run).toMatchObject({ status: 'CANCELLED', leased_by: null });
    expect(run.finished_at).not.toBeNull();
    expect((await ledger.events(id)).at(-1)).toMatchObject({
      type: 'run.cancelled',
      payload: { reason: 'not needed', by: 'service' },
    });
    expect(await ledger.one('cancel', { run_id: id, reason: 'again' })).toEqual(run);
  });

  it('refuses a run that has ended otherwise, and a run that is none', async () => {
    const { id, fence } = await ledger.running();
    await ledger.one('mark_finished', { run_id: id, fence, outcome: 'SUCCEEDED' });
    await expect(ledger.one('cancel', { run_id: id })).rejects.toMatchObject({ code: 'TP409' });
    await expect(ledger.one('cancel', { run_id: null })).rejects.toMatchObject({ code: 'TP404' });
  });
});

describe('ops.append_event', () => {
  it('numbers the events of a run without a gap', async () => {
    const { id, fence } = await ledger.running();
    const given = { run_id: id, type: 'odoo.written', payload: '{"model":"res.partner"}' };
    const numbers = [];
    for (const extra of [{ fence }, {}, { fence }])
      numbers.push((await ledger.one<{ seq: number }>('append_event', { ...given, ...extra })).seq);
    expect(numbers).toEqual([4, 5, 6]);
    expect((await ledger.run(id)).last_seq).toBe(6);
    expect(await ledger.verify(id)).toMatchObject({ events: 6, first_seq: 1, last_seq: 6, problem: null });
  });

  it.each([
    ["the ledger's own type", { type: 'run.succeeded' }],
    ['the type of an artifact', { type: 'artifact.recorded' }],
    ['no type', { type: '' }],
    ['a payload above 256 kB', { type: 'x', payload: JSON.stringify('x'.repeat(262_143)) }],
  ])('refuses %s', async (_what, given) => {
    const id = await ledger.enqueue();
    await expect(ledger.one('append_event', { run_id: id, ...given })).rejects.toMatchObject({ code: 'TP400' });
  });

  it('refuses a run that has ended', async () => {
    const { id } = await ledger.claimed();
    await ledger.one('cancel', { run_id: id });
    await expect(ledger.one('append_event', { run_id: id, type: 'x' })).rejects.toMatchObject({ code: 'TP409' });
  });

  it('wants the fence of an agent once the run was claimed', async () => {
    const agent = createLedger(gateway, 'agent:sync-odoo-agent');
    const name = 'sync-odoo-agent';
    const { run_id } = await agent.one<{ run_id: string }>('enqueue', {
      agent: name,
      kind: 'k',
      idempotency_key: 'a',
    });
    await agent.one('append_event', { run_id, type: 'x' });
    const { fence } = await agent.one('claim', { agent: name, worker: 'w', kinds: ['k'] });
    await expect(agent.one('append_event', { run_id, type: 'x' })).rejects.toMatchObject({ code: 'TP400' });
    await agent.one('append_event', { run_id, type: 'x', fence });
  });
});

describe('ops.record_artifact', () => {
  const given = { kind: 'report', uri: 's3://bucket/key', size: 12, digest: `sha256:${'ab'.repeat(32)}` };

  it('records metadata with an event, and the same again once', async () => {
    const { id, fence } = await ledger.running();
    const first = await ledger.one<{ record_artifact: string }>('record_artifact', { run_id: id, fence, ...given });
    expect(await ledger.one('record_artifact', { run_id: id, fence, ...given })).toEqual(first);
    const rows = await ledger.own('select id, kind, uri, size::int, digest from ops.artifacts where run_id = $1', [id]);
    expect(rows).toEqual([{ id: first.record_artifact, ...given }]);
    expect((await ledger.events(id)).at(-1)).toEqual({
      seq: 4,
      type: 'artifact.recorded',
      payload: { artifactId: first.record_artifact, ...given },
    });
  });

  it.each([
    { uri: 'data:text/plain;base64,eA==' },
    { uri: 'data://text/plain;base64,eA==' },
    { uri: 'DATA://text' },
    { uri: 'blob://x' },
    { uri: 'just text' },
    { uri: '/etc/passwd' },
    { uri: `s3://b/${'k'.repeat(2048)}` },
    { uri: null },
    { kind: '' },
    { size: -1 },
    { digest: 'abc' },
  ])('refuses %j: blobs live in object storage', async (wrong) => {
    const id = await ledger.enqueue();
    await expect(ledger.one('record_artifact', { run_id: id, ...given, ...wrong })).rejects.toMatchObject({
      code: 'TP400',
    });
  });

  it('refuses a blob to the owner as well', async () => {
    const sql = "insert into ops.artifacts (run_id, kind, uri) select id, 'k', 'data://x' from ops.runs limit 1";
    await expect(ledger.own(sql)).rejects.toMatchObject({ code: '23514' });
  });
});

describe('ops.run_stats', () => {
  it('counts runs by agent, status and hour, with the median and the 95th percentile of what has finished', async () => {
    await ledger.own(
      `insert into ops.runs (agent, kind, status, created_at, started_at, finished_at)
       select 'stats', 'k', 'SUCCEEDED', '2026-05-01T10:20:00Z', '2026-05-01T10:30:00Z',
         timestamptz '2026-05-01T10:30:00Z' + make_interval(secs => n) from generate_series(1, 100) n`,
    );
    await ledger.own("insert into ops.runs (agent, kind, created_at) values ('stats', 'k', '2026-05-01T11:00:00Z')");
    const rows = await ledger.own(
      "select id, status, count, p50_ms::text, p95_ms::text from ops.run_stats where agent = 'stats' order by hour",
    );
    expect(rows).toEqual([
      {
        id: 'stats/SUCCEEDED/2026-05-01T10Z',
        status: 'SUCCEEDED',
        count: 100,
        p50_ms: '50500.000',
        p95_ms: '95050.000',
      },
      { id: 'stats/QUEUED/2026-05-01T11Z', status: 'QUEUED', count: 1, p50_ms: null, p95_ms: null },
    ]);
  });

  it('asks the table for the agent and the status first', async () => {
    const [row] = await ledger.own(
      "explain (format json) select * from ops.run_stats where agent = 'stats' and status = 'FAILED'",
    );
    const [outer] = (row?.['QUERY PLAN'] ?? []) as { Plan: Record<string, unknown> }[];
    const plan = outer?.Plan ?? {};
    expect(plan.Filter).toBeUndefined();
    expect(JSON.stringify(plan)).toMatch(/(Filter|Index Cond)[^}]*agent = 'stats'/);
    expect(JSON.stringify(plan)).toMatch(/(Filter|Index Cond)[^}]*status = 'FAILED'/);
  });
});
