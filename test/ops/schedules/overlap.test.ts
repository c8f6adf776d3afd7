/** Schedules whose runs last: what the next due time does meanwhile, which due time a run has, and how a schedule goes. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestGateway, pick, type TestGateway } from '../../support/gateway.ts';
import { createLedger, type RunRow } from '../../support/ledger.ts';

let gateway: TestGateway;
let ledger: ReturnType<typeof createLedger>;
const AGENT = 'sync-odoo-agent';

beforeAll(async () => {
  gateway = await createTestGateway();
  ledger = createLedger(gateway);
});

afterAll(() => gateway[Symbol.asyncDispose]());

beforeEach(() => ledger.own('update ops.schedules set paused = true'));

async function ask(text: string): Promise<Record<string, unknown>> {
  const { data, errors } = await gateway.execute(text, { as: 'service' });
  expect(errors).toBeUndefined();
  return data as Record<string, unknown>;
}

let names = 0;
const newName = () => {
  names += 1;
  return `overlap-${names}`;
};
/** A schedule due every ten minutes from ten o'clock on, and a kind of its own. */
async function schedule(given: string, name = newName()): Promise<{ id: string; kind: string }> {
  const kind = `test.${name}`;
  const data = await ask(`mutation { upsertSchedule(input: { name: "${name}", agent: "${AGENT}", kind: "${kind}",
    expression: "*/10 * * * *", ${given} }) { schedule { id overlap } userErrors { message } } }`);
  expect(pick(data, 'upsertSchedule.userErrors')).toEqual([]);
  const id = String(pick(data, 'upsertSchedule.schedule.id'));
  await ledger.own(
    "update ops.schedules set next_due_at = coalesce(last_due_at, '2026-03-01T10:00:00Z') where id = $1",
    [id],
  );
  return { id, kind };
}

const tick = (minute: string) => ledger.one<{ tick: number }>('tick', { now: `2026-03-01T10:${minute}:01Z` });
const claim = (kind: string) =>
  ledger.call<RunRow>('claim', { agent: AGENT, worker: 'w', kinds: [kind], max_runs: 10, lease_seconds: 3_600 });
const finish = ({ id, fence }: RunRow, given: Record<string, unknown> = {}) =>
  ledger.one('mark_finished', { run_id: id, fence, outcome: 'FAILED', retryable: false, ...given });

async function story(id: string) {
  const data = await ask(`{ schedule(id: "${id}") { overlap lastDueAt lastSkippedAt
    runs(orderBy: [{ field: CREATED_AT }]) { nodes { status dueAt orderingKeys linesAhead } } } }`);
  return data.schedule as { runs: { nodes: Record<string, unknown>[] } } & Record<string, unknown>;
}

const at = (minute: string) => `2026-03-01T10:${minute}:00Z`;

describe('a due time while an earlier run is open', () => {
  it('makes a run that may be claimed beside it, where nothing else is said', async () => {
    const { id, kind } = await schedule('');
    await tick('00');
    expect(await claim(kind)).toHaveLength(1);
    await tick('10');
    expect(await claim(kind)).toHaveLength(1);
    expect(await story(id)).toMatchObject({ overlap: 'ALLOW', lastSkippedAt: null });
  });

  it('is left out by SKIP, also by request and for a retry, until that run has ended', async () => {
    const { id, kind } = await schedule('overlap: SKIP, catchUp: ALL');
    await tick('10');
    const [open] = await claim(kind);
    await tick('20');
    expect(await story(id)).toMatchObject({
      overlap: 'SKIP',
      lastDueAt: at('00'),
      lastSkippedAt: at('20'),
      runs: { nodes: [{ dueAt: at('00') }] },
    });
    const now = (key: string) =>
      ask(`mutation { runScheduleNow(input: { scheduleId: "${id}", idempotencyKey: "${key}" }) {
        run { id } created userErrors { code message } } }`);
    expect(await now('a')).toMatchObject({ runScheduleNow: { run: null, userErrors: [{ code: 'CONFLICT' }] } });
    await finish(open as RunRow);
    const made = await now('a');
    expect(pick(made, 'runScheduleNow.created')).toBe(true);
    expect(await now('a')).toMatchObject({ runScheduleNow: { created: false, userErrors: [] } });
    expect(
      await ask(`mutation { retryRun(input: { runId: "${open?.id}" }) { run { id } userErrors { code message } } }`),
    ).toMatchObject({
      retryRun: { run: null, userErrors: [{ code: 'CONFLICT', message: expect.stringContaining('overlap is SKIP') }] },
    });
    await tick('30');
    const [second] = await claim(kind);
    await finish(second as RunRow);
    await tick('40');
    expect((await story(id)).runs.nodes.map(({ dueAt }) => dueAt)).toEqual([at('00'), null, at('40')]);
  });

  it('is put behind it by QUEUE', async () => {
    const { id, kind } = await schedule('overlap: QUEUE, catchUp: ALL');
    await tick('10');
    const [first, ...others] = await claim(kind);
    expect(others).toEqual([]);
    await tick('20');
    await ask(`mutation { runScheduleNow(input: { scheduleId: "${id}" }) { run { id } } }`);
    expect(await claim(kind)).toEqual([]);
    expect((await story(id)).runs.nodes.map(({ linesAhead }) => linesAhead)).toEqual([0, 1, 1, 1]);
    for (let run: RunRow | undefined = first; run; [run] = await claim(kind)) await finish(run);
    expect((await story(id)).runs.nodes.map(({ status }) => status)).toEqual(Array(4).fill('FAILED'));
    expect(await ledger.own("select from ops.run_lines where ordering_key like 'schedule/%'")).toEqual([]);
  });

  it('is put behind runs of before the schedule said QUEUE, too', async () => {
    const { id, kind } = await schedule('');
    await tick('00');
    const [open] = await claim(kind);
    await tick('10');
    await schedule('overlap: QUEUE', kind.slice('test.'.length));
    await tick('20');
    expect((await story(id)).runs.nodes.map(({ linesAhead }) => linesAhead)).toEqual([0, 1, 1]);
    expect(await claim(kind)).toEqual([]);
    await finish(open as RunRow);
    expect(await claim(kind)).toMatchObject([{ due_at: new Date(at('10')) }]);
  });

  it('keeps the lines that a write to Odoo has anyway', async () => {
    const data =
      await ask(`mutation { upsertSchedule(input: { name: "write-in-line", agent: "${AGENT}", kind: "odoo.write",
      expression: "0 4 * * *", overlap: QUEUE, input: { model: "res.partner", method: "write", ids: [7], values: { phone: "1" } } }) {
      schedule { id warning } } }`);
    const id = pick(data, 'upsertSchedule.schedule.id');
    expect(pick(data, 'upsertSchedule.schedule.warning')).toBeNull();
    await ask(`mutation { runScheduleNow(input: { scheduleId: "${id}" }) { run { id } } }`);
    expect((await story(String(id))).runs.nodes[0]?.orderingKeys).toEqual(['res.partner/7', `schedule/${id}`]);
  });

  it.each(['MAYBE', null])('is refused by the database for %s', async (overlap) => {
    const sets = { minutes: [0], hours: [2], days: null, months: [1], weekdays: null };
    const named = { name: 'x', agent: AGENT, kind: 'k', expression: '0 2 * 1 *', time_zone: 'UTC', ...sets };
    await expect(ledger.call('upsert_schedule', { ...named, overlap })).rejects.toMatchObject({ code: 'TP400' });
  });
});

describe('the due time of a run', () => {
  it('stays when it is tried again later, and when it is retried by another run', async () => {
    const { kind } = await schedule('');
    await tick('00');
    const [run] = await claim(kind);
    await finish(run as RunRow, { retryable: true });
    const [waiting] = await ledger.own('select due_at, run_at > now() as later from ops.runs where id = $1', [run?.id]);
    expect(waiting).toEqual({ due_at: new Date(at('00')), later: true });
    await ledger.one('cancel', { run_id: run?.id });
    const retried = await ask(
      `mutation { retryRun(input: { runId: "${run?.id}" }) { run { dueAt schedule { id } } userErrors { message } } }`,
    );
    expect(retried).toMatchObject({ retryRun: { run: { dueAt: at('00'), schedule: { id: expect.any(String) } } } });
    await expect(ledger.own('update ops.runs set due_at = now() where id = $1', [run?.id])).rejects.toThrow();
  });
});

describe('deleteSchedule', () => {
  const remove = (id: string) =>
    ask(`mutation { deleteSchedule(input: { scheduleId: "${id}" }) { scheduleId userErrors { code path } } }`);

  it('deletes it, keeps its runs, and frees its name', async () => {
    const { id, kind } = await schedule('', 'to-delete');
    await tick('00');
    expect(await remove(id)).toEqual({ deleteSchedule: { scheduleId: id, userErrors: [] } });
    expect(
      await ask(`{ schedule(id: "${id}") { id } schedules(filter: { name: { eq: "to-delete" } }) { totalCount } }`),
    ).toEqual({
      schedule: null,
      schedules: { totalCount: 0 },
    });
    const [run] = await claim(kind);
    expect(await ask(`{ run(id: "${run?.id}") { status dueAt schedule { id } } }`)).toEqual({
      run: { status: 'QUEUED', dueAt: at('00'), schedule: null },
    });
    expect(await remove(id)).toEqual({
      deleteSchedule: { scheduleId: null, userErrors: [{ code: 'NOT_FOUND', path: ['input', 'scheduleId'] }] },
    });
    expect((await schedule('', 'to-delete')).id).not.toBe(id);
    await finish(run as RunRow);
    expect(await ask(`mutation { retryRun(input: { runId: "${run?.id}" }) { created } }`)).toMatchObject({
      retryRun: { created: true },
    });
  });

  it.each(['ana', `agent:${AGENT}`, null])('is not for %s', async (as) => {
    const { id } = await schedule('');
    const { errors } = await gateway.execute(
      `mutation { deleteSchedule(input: { scheduleId: "${id}" }) { scheduleId } }`,
      { as },
    );
    expect(errors?.[0]?.extensions.code).toMatch(/^(BOUNDARY_VIOLATION|FORBIDDEN)$/);
    await expect(createLedger(gateway, as).call('delete_schedule', { schedule_id: id })).rejects.toMatchObject({
      code: '42501',
    });
  });
});
