/** `ops.tick`: what is due is enqueued once, what was missed by the schedule's policy. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, type TestGateway } from '../../support/gateway.ts';
import { createLedger } from '../../support/ledger.ts';
import { isRealStack } from '../../support/stack.ts';

let gateway: TestGateway;
let ledger: ReturnType<typeof createLedger>;

beforeAll(async () => {
  gateway = await createTestGateway();
  ledger = createLedger(gateway);
});

afterAll(() => gateway[Symbol.asyncDispose]());

const ALL_HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const ALL_MONTHS = Array.from({ length: 12 }, (_, month) => month + 1);
let names = 0;

/** A schedule that was due first at `since`: every ten minutes, unless `given` says otherwise. */
async function schedule(since: string, given: Readonly<Record<string, unknown>> = {}): Promise<string> {
  names += 1;
  const { id } = await ledger.one<{ id: string }>('upsert_schedule', {
    name: `schedule-${names}`,
    agent: `ticked-${names}`,
    kind: 'test.tick',
    expression: '*/10 * * * *',
    time_zone: 'UTC',
    minutes: [0, 10, 20, 30, 40, 50],
    hours: ALL_HOURS,
    days: null,
    months: ALL_MONTHS,
    weekdays: null,
    ...given,
  });
  await ledger.own('update ops.schedules set next_due_at = $2 where id = $1', [id, since]);
  return id;
}

/** How many runs of all schedules a tick at this time made. */
async function tick(now: string): Promise<number> {
  const { tick: made } = await ledger.one<{ tick: number }>('tick', { now });
  return made;
}

async function dueTimes(id: string): Promise<string[]> {
  const rows = await ledger.own('select run_at from ops.runs where schedule_id = $1 order by run_at', [id]);
  return rows.map(({ run_at }) => (run_at as Date).toISOString());
}

async function nextDue(id: string): Promise<string | undefined> {
  const [row] = await ledger.own('select next_due_at from ops.schedules where id = $1', [id]);
  return (row?.next_due_at as Date | null)?.toISOString();
}

const stop = (id: string) => ledger.own('update ops.schedules set paused = true where id = $1', [id]);

describe('a tick', () => {
  it('enqueues what is due, with the due time as its time and in its key, and nothing the second time', async () => {
    const id = await schedule('2026-03-01T10:00:00Z', { input: { report: 'daily' }, priority: 7, max_attempts: 3 });
    expect(await tick('2026-03-01T09:59:59Z')).toBe(0);
    expect(await tick('2026-03-01T10:00:01Z')).toBe(1);
    expect(await tick('2026-03-01T10:00:02Z')).toBe(0);
    const [run] = await ledger.own('select * from ops.runs where schedule_id = $1', [id]);
    expect(run).toMatchObject({
      status: 'QUEUED',
      kind: 'test.tick',
      input: { report: 'daily' },
      priority: 7,
      max_attempts: 3,
      idempotency_key: `schedule:${id}:2026-03-01T10:00:00Z`,
      run_at: new Date('2026-03-01T10:00:00Z'),
    });
    expect(await nextDue(id)).toBe('2026-03-01T10:10:00.000Z');
    expect(await ledger.verify(String(run?.id))).toMatchObject({ events: 1, problem: null });
    await stop(id);
  });

  it('enqueues a due time once even where the schedule is set back to it', async () => {
    const id = await schedule('2026-03-02T10:00:00Z');
    expect(await tick('2026-03-02T10:00:01Z')).toBe(1);
    await ledger.own("update ops.schedules set next_due_at = '2026-03-02T10:00:00Z', input = '{}' where id = $1", [id]);
    expect(await tick('2026-03-02T10:00:30Z')).toBe(0);
    expect(await dueTimes(id)).toEqual(['2026-03-02T10:00:00.000Z']);
    expect(await nextDue(id)).toBe('2026-03-02T10:10:00.000Z');
    await stop(id);
  });

  it('leaves out what was missed, where it skips', async () => {
    const id = await schedule('2026-03-03T10:00:00Z', { catch_up: 'SKIP' });
    expect(await tick('2026-03-03T10:35:00Z')).toBe(0);
    expect(await nextDue(id)).toBe('2026-03-03T10:40:00.000Z');
    expect(await tick('2026-03-03T10:40:59Z')).toBe(1);
    expect(await dueTimes(id)).toEqual(['2026-03-03T10:40:00.000Z']);
    await stop(id);
  });

  it('enqueues the latest of what was missed, where it catches up once', async () => {
    const id = await schedule('2026-01-03T10:00:00Z', { catch_up: 'ONCE' });
    expect(await tick('2026-03-04T10:35:00Z')).toBe(1);
    expect(await dueTimes(id)).toEqual(['2026-03-04T10:30:00.000Z']);
    expect(await nextDue(id)).toBe('2026-03-04T10:40:00.000Z');
    await stop(id);
  });

  it('finds the latest missed of a schedule that is seldom due', async () => {
    const id = await schedule('2020-02-29T00:00:00Z', {
      expression: '0 0 29 2 *',
      minutes: [0],
      hours: [0],
      days: [29],
      months: [2],
    });
    expect(await tick('2026-03-04T10:35:00Z')).toBe(1);
    expect(await dueTimes(id)).toEqual(['2024-02-29T00:00:00.000Z']);
    await stop(id);
  });

  it('enqueues each of what was missed, a thousand a tick, where it catches up with all', async () => {
    const id = await schedule('2026-03-05T00:00:00Z', { catch_up: 'ALL' });
    // Ten minutes each: 1,009 of them in seven days and an hour and twenty minutes.
    expect(await tick('2026-03-12T00:09:00Z')).toBe(1_000);
    expect(await tick('2026-03-12T00:09:00Z')).toBe(9);
    expect(await tick('2026-03-12T00:09:00Z')).toBe(0);
    const times = await dueTimes(id);
    expect(new Set(times).size).toBe(1_009);
    expect([times[0], times.at(-1)]).toEqual(['2026-03-05T00:00:00.000Z', '2026-03-12T00:00:00.000Z']);
    await stop(id);
  });

  it('leaves what is due to the next tick after a thousand runs, the latest due last', async () => {
    const ids: string[] = [];
    for (const since of ['2026-02-01T00:00:00Z', '2026-02-01T00:10:00Z', '2026-02-01T00:20:00Z'])
      ids.push(await schedule(since, { catch_up: 'ALL' }));
    // Four days and four hours of ten minutes each.
    expect(await tick('2026-02-05T04:05:00Z')).toBe(601 + 600);
    expect(await nextDue(String(ids[2]))).toBe('2026-02-01T00:20:00.000Z');
    expect(await tick('2026-02-05T04:05:00Z')).toBe(599);
    for (const id of ids) await stop(id);
  });

  it('passes by what is paused, and is kept from the others by none that cannot be enqueued', async () => {
    const paused = await schedule('2026-03-13T10:00:00Z');
    await ledger.one('pause_schedule', { schedule_id: paused });
    const broken = await schedule('2026-03-13T10:00:00Z');
    await ledger.own("update ops.schedules set input = to_jsonb(repeat('x', 300000)) where id = $1", [broken]);
    const good = await schedule('2026-03-13T10:00:00Z');
    expect(await tick('2026-03-13T10:00:01Z')).toBe(1);
    expect(await dueTimes(good)).toHaveLength(1);
    expect(await dueTimes(paused)).toEqual([]);
    expect(await nextDue(broken)).toBe('2026-03-13T10:00:00.000Z');
    await stop(broken);
    await stop(good);
  });

  it('by an agent enqueues its own schedules only', async () => {
    const mine = await schedule('2026-03-14T10:00:00Z', { agent: 'sync-odoo-agent' });
    const other = await schedule('2026-03-14T10:00:00Z');
    const asAgent = createLedger(gateway, 'agent:sync-odoo-agent');
    expect(await asAgent.one('tick', { now: '2026-03-14T10:00:01Z' })).toEqual({ tick: 1 });
    expect([await dueTimes(mine), await dueTimes(other)]).toEqual([['2026-03-14T10:00:00.000Z'], []]);
    await stop(mine);
    await stop(other);
  });

  it('makes the partitions that events will need, and frees the runs of lost workers', async () => {
    const { id } = await ledger.claimed();
    await ledger.expire(id);
    await tick('2031-05-31T23:59:00Z');
    const [row] = await ledger.own("select to_regclass('ops.run_events_2031_08')::text as name");
    expect(row).toEqual({ name: 'ops.run_events_2031_08' });
    expect(await ledger.run(id)).toMatchObject({ status: 'QUEUED', leased_by: null, error_code: 'LEASE_LOST' });
  });

  it.each([null, 'ana', 'agent:workspace-indexer'])('is refused to %s', async (as) => {
    await expect(createLedger(gateway, as).call('tick')).rejects.toMatchObject({ code: '42501' });
  });
});

describe.skipIf(!isRealStack)('tickers at once (real only: the embedded database has one connection)', () => {
  it.each([2, 8])('%i of them enqueue each due time once', async (count) => {
    const ids = await Promise.all(
      Array.from({ length: 12 }, () => schedule('2026-04-01T00:00:00Z', { catch_up: 'ALL' })),
    );
    const made: number[] = [];
    for (const minute of ['00', '10', '20', '30']) {
      const ticks = Array.from({ length: count }, () => tick(`2026-04-01T01:${minute}:01Z`));
      made.push((await Promise.all(ticks)).reduce((sum, n) => sum + n, 0));
    }
    // Seven times of the hour that was missed, then one each ten minutes.
    expect(made).toEqual([12 * 7, 12, 12, 12]);
    for (const id of ids) {
      expect(new Set(await dueTimes(id)).size).toBe(10);
      expect(await dueTimes(id)).toHaveLength(10);
      await stop(id);
    }
  });

  it('is driven by pg_cron in the database of pg_cron alone: here there is no job', async () => {
    const [row] = await ledger.own(
      `select exists (select from pg_extension where extname = 'pg_cron')
         and current_setting('cron.database_name', true) = current_database() as driven, to_regnamespace('cron') as schema`,
    );
    expect(row).toEqual({ driven: false, schema: null });
  });
});
