/** The mutations of schedules as a client meets them. */
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

const UPSERT = `mutation ($input: UpsertScheduleInput!) { upsertSchedule(input: $input) {
  schedule { id name agent kind input expression timeZone catchUp paused priority maxAttempts nextDueAt lastDueAt requestedBy }
  userErrors { code message path } } }`;

type Answer = { schedule: ({ id: string } & Record<string, unknown>) | null; userErrors: Record<string, unknown>[] };

async function upsert(input: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
  const given = { name: 'nightly', agent: 'sync-odoo-agent', kind: 'test.night', expression: '0 2 * * *', ...input };
  const answer = await gateway.execute(UPSERT, { as: 'service', variables: { input: given } });
  expect(answer.errors).toBeUndefined();
  return answer.data?.upsertSchedule as Answer;
}

async function mutate(text: string) {
  const answer = await gateway.execute(`mutation { ${text} }`, { as: 'service' });
  expect(answer.errors).toBeUndefined();
  return answer.data;
}

const PAUSED = '{ schedule { paused nextDueAt } userErrors { code message } }';

describe('upsertSchedule', () => {
  it('creates the schedule of a name, and changes it the next time', async () => {
    const first = await upsert({ name: 'report', input: { report: 1 }, timeZone: 'Asia/Manila' });
    expect(first).toMatchObject({
      schedule: {
        name: 'report',
        agent: 'sync-odoo-agent',
        input: { report: 1 },
        expression: '0 2 * * *',
        timeZone: 'Asia/Manila',
        catchUp: 'ONCE',
        paused: false,
        priority: 0,
        maxAttempts: 5,
        lastDueAt: null,
        requestedBy: 'service',
      },
      userErrors: [],
    });
    expect(String(first.schedule?.nextDueAt)).toMatch(/T18:00:00Z$/);
    const second = await upsert({ name: 'report', expression: '30 2 * * *', timeZone: 'Asia/Manila', catchUp: 'ALL' });
    expect(second.schedule).toMatchObject({ id: first.schedule?.id, catchUp: 'ALL', input: null });
    expect(String(second.schedule?.nextDueAt)).toMatch(/T18:30:00Z$/);
  });

  it('keeps what was missed where the times stay the same', async () => {
    const { schedule } = await upsert({ name: 'missed' });
    await ledger.own("update ops.schedules set next_due_at = '2026-01-01T02:00:00Z' where id = $1", [schedule?.id]);
    const again = await upsert({ name: 'missed', priority: 5 });
    expect(again.schedule).toMatchObject({ priority: 5, nextDueAt: '2026-01-01T02:00:00Z' });
    const moved = await upsert({ name: 'missed', timeZone: 'Europe/Berlin' });
    expect(Date.parse(String(moved.schedule?.nextDueAt))).toBeGreaterThan(Date.now());
    await ledger.own('update ops.schedules set paused = true where id = $1', [schedule?.id]);
  });

  it.each<[string, Record<string, unknown>, string, RegExp]>([
    ['seconds', { expression: '0 0 2 * * *' }, 'expression', /six fields: seconds are not supported/],
    ['too few fields', { expression: '0 2 * *' }, 'expression', /must have five fields/],
    ['a nickname', { expression: '@daily' }, 'expression', /must have five fields/],
    ['the nth weekday', { expression: '0 2 * * 1#2' }, 'expression', /\(#\), which is not supported/],
    ['the last weekday', { expression: '0 2 * * 5L' }, 'expression', /\(L\), which is not supported/],
    ['the nearest working day', { expression: '0 2 15W * *' }, 'expression', /\(W\), which is not supported/],
    ['a question mark', { expression: '0 2 ? * 1' }, 'expression', /write \* instead/],
    ['an H', { expression: 'H 2 * * *' }, 'expression', /write the number itself/],
    ['a number out of range', { expression: '61 2 * * *' }, 'expression', /is no cron expression/],
    ['words', { expression: 'every day at two o’clock' }, 'expression', /is no cron expression/],
    ['a day that no year has', { expression: '0 2 30 2 *' }, 'expression', /is no cron expression|never due/],
    ['an unknown zone', { timeZone: 'Mars/Olympus' }, 'timeZone', /IANA name/],
    ['an offset for a zone', { timeZone: '+05:00' }, 'timeZone', /IANA name/],
    ['a zone in small letters', { timeZone: 'europe/berlin' }, 'timeZone', /IANA name/],
    ['no name', { name: ' ' }, 'name', /must not be empty/],
    ['a priority beyond its range', { priority: 5_000 }, 'priority', /-1000 to 1000/],
    ['no attempt', { maxAttempts: 0 }, 'maxAttempts', /1 to 100/],
  ])('refuses %s with a sentence', async (_what, input, argument, message) => {
    const { schedule, userErrors } = await upsert({ name: 'refused', ...input });
    expect(schedule).toBeNull();
    expect(userErrors).toMatchObject([
      { code: 'BAD_USER_INPUT', path: ['input', argument], message: expect.stringMatching(message) },
    ]);
    expect(await ledger.own("select from ops.schedules where name = 'refused'")).toEqual([]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['minutes out of range', { minutes: [60] }],
    ['no minutes', { minutes: [] }],
    ['null among the hours', { hours: [1, null] }],
    ['day zero', { days: [0] }],
    ['a zone that Postgres alone knows', { time_zone: 'FOO+5' }],
    ['an unknown zone', { time_zone: 'Mars/Olympus' }],
    ['an unknown policy', { catch_up: 'MAYBE' }],
    ['a day that no year has', { days: [30], months: [2] }],
  ])('is refused by the database itself for %s', async (_what, given) => {
    const sets = { minutes: [0], hours: [2], days: null, months: [1], weekdays: null };
    const named = { name: 'refused', agent: 'a', kind: 'k', expression: '0 2 * 1 *', time_zone: 'UTC', ...sets };
    await expect(ledger.call('upsert_schedule', { ...named, ...given })).rejects.toMatchObject({ code: 'TP400' });
  });
});

describe('a day field that begins with a star', () => {
  it.each([
    ['30 6 */1 * 1-5', 22],
    ['0 0 */2 * 1', 2],
    ['0 8 1-7 * 1', 11],
  ])('%s rings so often in March 2026: %i times', async (expression, count) => {
    const name = `star ${expression}`;
    const { schedule } = await upsert({ name, expression, catchUp: 'ALL' });
    await ledger.own("update ops.schedules set paused = id <> $1, next_due_at = '2026-03-01T00:00:00Z'", [
      schedule?.id,
    ]);
    expect(await ledger.one('tick', { now: '2026-03-31T23:59:59Z' })).toEqual({ tick: count });
  });
});

describe('pauseSchedule', () => {
  it('pauses, and goes on from the next due time, without what fell due meanwhile', async () => {
    const { schedule } = await upsert({ name: 'pausing', expression: '*/5 * * * *' });
    const paused = await mutate(`pauseSchedule(input: { scheduleId: "${schedule?.id}" }) ${PAUSED}`);
    expect(paused).toMatchObject({ pauseSchedule: { schedule: { paused: true }, userErrors: [] } });
    await ledger.own("update ops.schedules set next_due_at = '2026-01-01T00:00:00Z' where id = $1", [schedule?.id]);
    const on = await mutate(`pauseSchedule(input: { scheduleId: "${schedule?.id}", paused: false }) ${PAUSED}`);
    expect(on).toMatchObject({ pauseSchedule: { schedule: { paused: false } } });
    expect(Date.parse(String(pick(on, 'pauseSchedule.schedule.nextDueAt')))).toBeGreaterThan(Date.now());
  });

  it('says that there is no such schedule', async () => {
    const answer = await mutate(
      `pauseSchedule(input: { scheduleId: "00000000-0000-4000-8000-000000000000" }) ${PAUSED}`,
    );
    expect(answer).toMatchObject({ pauseSchedule: { schedule: null, userErrors: [{ code: 'NOT_FOUND' }] } });
  });
});

describe('runScheduleNow', () => {
  const now = (id: unknown, key?: string) =>
    mutate(`runScheduleNow(input: { scheduleId: "${id}"${key ? `, idempotencyKey: "${key}"` : ''} }) {
      created run { id kind status schedule { name } } schedule { lastDueAt } userErrors { code message } }`);

  it('enqueues one run for a key, and leaves the due times as they are', async () => {
    const { schedule } = await upsert({ name: 'now' });
    const first = await now(schedule?.id, 'k1');
    expect(first).toMatchObject({
      runScheduleNow: {
        created: true,
        run: { kind: 'test.night', status: 'QUEUED', schedule: { name: 'now' } },
        schedule: { lastDueAt: null },
        userErrors: [],
      },
    });
    const again = await now(schedule?.id, 'k1');
    expect(again).toMatchObject({
      runScheduleNow: { created: false, run: { id: pick(first, 'runScheduleNow.run.id') } },
    });
    expect(pick(await now(schedule?.id), 'runScheduleNow.created')).toBe(true);
    expect(pick(await now(schedule?.id), 'runScheduleNow.created')).toBe(true);
    const answer = await gateway.execute(
      `{ schedule(id: "${schedule?.id}") { nextDueAt runs { totalCount nodes { requestedBy } } } }`,
      { as: 'service' },
    );
    expect(pick(answer.data, 'schedule.runs.totalCount')).toBe(3);
  });

  it('refuses a key with another input: the schedule was changed', async () => {
    const { schedule } = await upsert({ name: 'changing', input: { version: 1 } });
    await now(schedule?.id, 'k');
    await upsert({ name: 'changing', input: { version: 2 } });
    expect(await now(schedule?.id, 'k')).toMatchObject({
      runScheduleNow: { run: null, created: null, userErrors: [{ code: 'IDEMPOTENCY_CONFLICT' }] },
    });
  });
});

describe('who may', () => {
  const MUTATIONS = [
    'upsertSchedule(input: { name: "x", agent: "a", kind: "k", expression: "* * * * *" }) { schedule { id } }',
    'pauseSchedule(input: { scheduleId: "00000000-0000-4000-8000-000000000000" }) { schedule { id } }',
    'runScheduleNow(input: { scheduleId: "00000000-0000-4000-8000-000000000000" }) { run { id } }',
  ];

  it.each([null, 'ana', 'agent:sync-odoo-agent', 'agent:workspace-indexer'])('not %s', async (as) => {
    for (const mutation of MUTATIONS) {
      const { data, errors } = await gateway.execute(`mutation { ${mutation} }`, { as });
      expect(Object.values(data ?? {})).toEqual([null]);
      expect(errors?.[0]?.extensions.code).toMatch(/^(BOUNDARY_VIOLATION|FORBIDDEN)$/);
    }
  });

  it.each([null, 'ana', 'agent:sync-odoo-agent', 'agent:workspace-indexer'])(
    'nor may %s by the functions themselves',
    async (as) => {
      const { call } = createLedger(gateway, as);
      const id = '00000000-0000-4000-8000-000000000000';
      await expect(call('pause_schedule', { schedule_id: id })).rejects.toMatchObject({ code: '42501' });
      await expect(call('run_schedule_now', { schedule_id: id })).rejects.toMatchObject({ code: '42501' });
    },
  );

  it.each([null, 'ana', 'agent:workspace-indexer'])('%s reads no schedule', async (as) => {
    const { errors } = await gateway.execute('{ schedules { nodes { id } } }', { as });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it.each(['service', 'agent:sync-odoo-agent'])('%s reads them', async (as) => {
    const { data, errors } = await gateway.execute(
      '{ schedules(filter: { name: { eq: "nightly-index" } }) { nodes { name expression timeZone requestedBy } } }',
      { as },
    );
    expect(errors).toBeUndefined();
    expect(pick(data, 'schedules.nodes')).toEqual([
      { name: 'nightly-index', expression: '0 2 * * *', timeZone: 'Asia/Manila', requestedBy: 'service' },
    ]);
  });
});
