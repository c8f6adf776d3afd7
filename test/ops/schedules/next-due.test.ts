/** `ops.next_due`: the library that reads cron expressions also says when they are due, and the database must agree. */
import { CronExpressionParser } from 'cron-parser';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCron } from '../../../src/ops/cron.ts';
import { createTestGateway, type TestGateway } from '../../support/gateway.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
});

afterAll(() => gateway[Symbol.asyncDispose]());

const DUE = 'ops.next_due($1::int[], $2::int[], $3::int[], $4::int[], $5::int[], $6, $7::timestamptz, $8)';

/** The first due time after a moment; null for never. */
async function nextDue(expression: string, zone: string, after: string): Promise<string | null> {
  const reading = readCron(expression);
  if (!('sets' in reading)) throw new Error(`${expression} ${reading.problem}`);
  const { minutes, hours, days, months, weekdays, bothDays } = reading.sets;
  const [row] = await gateway.owner((client) =>
    client.query(`select to_char(${DUE} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as due`, [
      minutes,
      hours,
      days,
      months,
      weekdays,
      zone,
      after,
      bothDays,
    ]),
  );
  return (row?.due as string | null) ?? null;
}

/** Due times one after the other. */
async function nextDues(expression: string, zone: string, after: string, count: number): Promise<(string | null)[]> {
  const dues: (string | null)[] = [];
  for (let at: string | null = after; at !== null && dues.length < count; ) {
    at = await nextDue(expression, zone, at);
    dues.push(at);
  }
  return dues;
}

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Asia/Manila',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Apia',
  'America/Argentina/Buenos_Aires',
];

const part = (low: number, high: number) =>
  fc.oneof(
    fc.constant('*'),
    fc.integer({ min: 2, max: Math.max(2, Math.floor((high - low) / 2)) }).map((step) => `*/${step}`),
    fc.integer({ min: low, max: high }).map(String),
    fc.uniqueArray(fc.integer({ min: low, max: high }), { minLength: 2, maxLength: 5 }).map((list) => list.join(',')),
    fc
      .tuple(fc.integer({ min: low, max: high }), fc.integer({ min: low, max: high }))
      .map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
  );
const cron = fc
  .tuple(
    part(0, 59),
    part(0, 23),
    fc.oneof(
      { weight: 3, arbitrary: part(1, 28) },
      { weight: 1, arbitrary: fc.constantFrom('L', '15,L', '31', '29-31') },
    ),
    fc.oneof({ weight: 2, arbitrary: fc.constant('*') }, { weight: 1, arbitrary: part(1, 12) }),
    fc.oneof({ weight: 2, arbitrary: fc.constant('*') }, { weight: 1, arbitrary: part(0, 7) }),
  )
  .map((fields) => fields.join(' '));
/** In minutes and seconds of ten years. */
const moment = fc
  .integer({ min: Date.parse('2020-01-01T00:00:00Z') / 1_000, max: Date.parse('2030-01-01T00:00:00Z') / 1_000 })
  .map((seconds) => new Date(seconds * 1_000).toISOString());

/**
 * The library's answer; null where it gives none, as for February 30. It takes either day also where a field begins with a
 * star: then it is asked for the days of the month alone, and of those the first on one of the weekdays is taken.
 */
function askLibrary(expression: string, tz: string, currentDate: string): Date | null {
  const fields = expression.split(' ');
  const [day, weekday] = [fields[2] ?? '', fields[4] ?? ''];
  const isStarred = [day, weekday].some((field) => field.startsWith('*'));
  try {
    if (!isStarred) return CronExpressionParser.parse(expression, { tz, currentDate }).next().toDate();
    const days = CronExpressionParser.parse(fields.with(4, '*').join(' '), { tz, currentDate });
    const weekdays = CronExpressionParser.parse(`0 0 * * ${weekday}`).fields.dayOfWeek.values.map(
      (one) => Number(one) % 7,
    );
    const name = new Intl.DateTimeFormat('en', { timeZone: tz, weekday: 'short' });
    const isOn = (date: Date) =>
      weekdays.includes(['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(name.format(date)));
    for (let asked = 0; asked < 20_000; asked += 1) {
      const date = days.next().toDate();
      if (isOn(date)) return date;
    }
    return null;
  } catch {
    return null;
  }
}

/** Whether the zone's clock is set within a day and a half of the moment, or between it and another. */
function isNearChange(zone: string, from: number, to: number): boolean {
  const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  const offset = (at: number) => name.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value;
  const day = 36 * 3_600_000;
  return [from, to].some((at) => offset(at - day) !== offset(at) || offset(at) !== offset(at + day));
}

describe('ops.next_due', () => {
  it('agrees with the library, for any expression, zone and time away from a change of the clock', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(cron, fc.constantFrom(...ZONES), moment, async (expression, zone, after) => {
        const expected = askLibrary(expression, zone, after);
        fc.pre(expected !== null && !isNearChange(zone, Date.parse(after), expected.getTime()));
        compared += 1;
        expect(await nextDue(expression, zone, after)).toBe(`${expected?.toISOString().slice(0, 19)}Z`);
      }),
      { numRuns: 200, seed: 5 },
    );
    expect(compared).toBeGreaterThan(150);
  });

  it.each([
    ['0 0 29 2 *', '2097-01-01T00:00:00Z', '2104-02-29T00:00:00Z'],
    ['0 0 L 2 *', '2028-01-01T00:00:00Z', '2028-02-29T00:00:00Z'],
    ['59 23 31 12 *', '2026-12-31T23:58:59Z', '2026-12-31T23:59:00Z'],
    ['59 23 31 12 *', '2026-12-31T23:59:00Z', '2027-12-31T23:59:00Z'],
  ])('finds %s after %s at %s', async (expression, after, due) => {
    expect(await nextDue(expression, 'UTC', after)).toBe(due);
  });

  it('is null where no year has the day', async () => {
    const [row] = await gateway.owner((client) =>
      client.query("select ops.next_due('{0}', '{0}', '{30}', '{2}', null, 'UTC', now()) as due"),
    );
    expect(row).toEqual({ due: null });
  });

  it('takes either day where both are restricted, as cron does', async () => {
    // The 13th, and every Friday.
    expect(await nextDues('0 12 13 * 5', 'UTC', '2026-03-06T12:00:00Z', 4)).toEqual([
      '2026-03-13T12:00:00Z',
      '2026-03-20T12:00:00Z',
      '2026-03-27T12:00:00Z',
      '2026-04-03T12:00:00Z',
    ]);
  });
});

describe('a day field that begins with a star', () => {
  it.each([
    ['30 6 */1 * 1-5', ['02', '03', '04', '05', '06', '09', '10']],
    ['0 8 * * 1-5', ['02', '03', '04', '05', '06', '09', '10']],
    ['0 0 */2 * 1', ['09', '23']],
    ['0 0 */2 * */3', ['01', '07', '11', '15', '21', '25', '29']],
    ['0 8 1-7 * */2', ['01', '03', '05', '07']],
    ['0 8 1-7 * 1', ['01', '02', '03', '04', '05', '06', '07', '09', '16', '23', '30']],
    ['0 8 1-31 * 1', ['01', '02', '03', '04', '05', '06', '07']],
    ['0 8 */10,L * 2', ['31']],
    ['0 8 */31 * */7', ['01']],
  ])('%s is due on these days of March 2026, which begins on a Sunday', async (expression, days) => {
    const dues = await nextDues(expression, 'UTC', '2026-02-28T23:59:59Z', days.length);
    expect(dues.map((due) => due?.slice(0, 10))).toEqual(days.map((day) => `2026-03-${day}`));
  });

  it('finds a leap day on a weekday of its own, and the first of a month', async () => {
    expect(await nextDue('0 0 29 2 */6', 'UTC', '2026-01-01T00:00:00Z')).toBe('2032-02-29T00:00:00Z');
    expect(await nextDue('0 0 */29 2 5', 'UTC', '2008-03-01T00:00:00Z')).toBe('2013-02-01T00:00:00Z');
  });
});

describe('where the clock is set', () => {
  it('a fixed time that the clock leaves out comes later by what it leaves out, once', async () => {
    // Berlin, 29 March 2026: 02:00 becomes 03:00.
    expect(await nextDues('30 2 * * *', 'Europe/Berlin', '2026-03-28T02:00:00Z', 2)).toEqual([
      '2026-03-29T01:30:00Z',
      '2026-03-30T00:30:00Z',
    ]);
    // Both mean the same moment on that day: it is due once.
    expect(await nextDues('0 2,3 * * *', 'Europe/Berlin', '2026-03-28T12:00:00Z', 3)).toEqual([
      '2026-03-29T01:00:00Z',
      '2026-03-30T00:00:00Z',
      '2026-03-30T01:00:00Z',
    ]);
    // New York, 8 March 2026.
    expect(await nextDues('30 2 * * *', 'America/New_York', '2026-03-07T12:00:00Z', 2)).toEqual([
      '2026-03-08T07:30:00Z',
      '2026-03-09T06:30:00Z',
    ]);
  });

  it('a fixed time that the clock shows twice is due once, the second time', async () => {
    // Berlin, 25 October 2026: 03:00 becomes 02:00.
    expect(await nextDues('30 2 * * *', 'Europe/Berlin', '2026-10-24T12:00:00Z', 2)).toEqual([
      '2026-10-25T01:30:00Z',
      '2026-10-26T01:30:00Z',
    ]);
    expect(await nextDues('30 1 * * *', 'America/New_York', '2026-10-31T12:00:00Z', 2)).toEqual([
      '2026-11-01T06:30:00Z',
      '2026-11-02T06:30:00Z',
    ]);
  });

  it('what is due every hour stays due every hour', async () => {
    expect(await nextDues('30 * * * *', 'Europe/Berlin', '2026-10-24T23:31:00Z', 4)).toEqual([
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:30:00Z',
      '2026-10-25T02:30:00Z',
      '2026-10-25T03:30:00Z',
    ]);
    expect(await nextDues('30 * * * *', 'Europe/Berlin', '2026-03-28T23:31:00Z', 3)).toEqual([
      '2026-03-29T00:30:00Z',
      '2026-03-29T01:30:00Z',
      '2026-03-29T02:30:00Z',
    ]);
    expect(await nextDues('*/30 * * * *', 'Australia/Lord_Howe', '2026-04-04T14:00:00Z', 3)).toEqual([
      '2026-04-04T14:30:00Z',
      '2026-04-04T15:00:00Z',
      '2026-04-04T15:30:00Z',
    ]);
  });

  it('a zone that never sets its clock keeps its hour', async () => {
    expect(await nextDues('0 2 * * *', 'Asia/Manila', '2026-03-28T00:00:00Z', 3)).toEqual([
      '2026-03-28T18:00:00Z',
      '2026-03-29T18:00:00Z',
      '2026-03-30T18:00:00Z',
    ]);
  });

  it('a day that a zone left out is made up for', async () => {
    // Apia had no 30 December 2011: the clock went from the 29th to the 31st.
    expect(await nextDues('0 12 * * *', 'Pacific/Apia', '2011-12-29T00:00:00Z', 3)).toEqual([
      '2011-12-29T22:00:00Z',
      '2011-12-30T22:00:00Z',
      '2011-12-31T22:00:00Z',
    ]);
    expect(await nextDues('0 12 30 * *', 'Pacific/Apia', '2011-12-01T00:00:00Z', 1)).toEqual(['2011-12-30T22:00:00Z']);
  });
});
