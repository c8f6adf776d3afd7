/** Cells of type DATE that hold days and times side by side: a day is the whole day, in the zone that is asked for. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type TestDatabase } from '../support/databases.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';

const CELLS = {
  before: '2026-03-30',
  evening: '2026-03-30T23:59:59Z',
  day: '2026-03-31',
  midnight: '2026-03-31T00:00:00Z',
  afternoon: '2026-03-31T15:30:00Z',
  last: '2026-03-31T23:59:59Z',
  next: '2026-04-01T00:00:00Z',
  after: '2026-04-01',
} as const;

type Name = keyof typeof CELLS;

const ON_THE_31ST: readonly Name[] = ['day', 'midnight', 'afternoon', 'last'];
const BEFORE: readonly Name[] = ['before', 'evening'];
const AFTER: readonly Name[] = ['next', 'after'];

let gateway: TestGateway;
let dates: TestDatabase;

beforeAll(async () => {
  gateway = await createTestGateway();
  dates = await openDatabase(gateway, [
    { name: 'Name', type: 'TEXT' },
    { name: 'Due', type: 'DATE' },
  ]);
  await dates.insert(...Object.entries(CELLS).map(([Name, Due]) => ({ Name, Due })), { Name: 'none' });
});
afterAll(() => gateway[Symbol.asyncDispose]());

const find = async (comparison: string, more = '') => {
  const { data, errors } = await dates.query(`filter: { column: "Due", ${comparison} }${more}`);
  expect(errors).toBeUndefined();
  return (pick(data, 'databaseRows.nodes') as { data: { Name: string } }[]).map((row) => row.data.Name);
};

describe('a cell that is compared with a day', () => {
  it.each<[string, readonly Name[]]>([
    ['eq: "2026-03-31"', ON_THE_31ST],
    ['ne: "2026-03-31"', [...BEFORE, ...AFTER]],
    ['lt: "2026-03-31"', BEFORE],
    ['lte: "2026-03-31"', [...BEFORE, ...ON_THE_31ST]],
    ['gt: "2026-03-31"', AFTER],
    ['gte: "2026-03-31"', [...ON_THE_31ST, ...AFTER]],
    ['gte: "2026-03-31", lte: "2026-03-31"', ON_THE_31ST],
    ['in: ["2026-03-31", "2026-01-01"]', ON_THE_31ST],
    ['notIn: ["2026-03-31", "2026-04-01"]', BEFORE],
    ['in: ["2026-01-01"]', []],
  ])('%s counts as the day that it lies on', async (comparison, names) => {
    expect(await find(comparison)).toEqual(names);
  });

  it.each<[string, string, readonly Name[]]>([
    ['Asia/Manila', 'eq: "2026-03-31"', ['evening', 'day', 'midnight', 'afternoon']],
    ['America/New_York', 'eq: "2026-03-31"', ['day', 'afternoon', 'last', 'next']],
    ['America/New_York', 'gt: "2026-03-31"', ['after']],
    ['Asia/Manila', 'lt: "2026-04-01"', ['before', 'evening', 'day', 'midnight', 'afternoon']],
  ])('lies in %s where that is asked for: %s', async (zone, comparison, names) => {
    expect(await find(comparison, `, timeZone: "${zone}"`)).toEqual(names);
  });
});

describe('a cell that is compared with a time', () => {
  it.each<[string, string, readonly Name[]]>([
    ['UTC', 'gte: "2026-03-31T00:00:00Z", lt: "2026-04-01T00:00:00Z"', ON_THE_31ST],
    ['UTC', 'eq: "2026-03-31T00:00:00Z"', ['day', 'midnight']],
    ['UTC', 'gt: "2026-03-31T15:30:00Z"', ['last', ...AFTER]],
    ['UTC', 'in: ["2026-03-31T15:30:00Z", "2026-03-30"]', ['before', 'evening', 'afternoon']],
    [
      'Asia/Manila',
      'gte: "2026-03-31T00:00:00+08:00", lt: "2026-04-01T00:00:00+08:00"',
      ['evening', 'day', 'midnight', 'afternoon'],
    ],
    [
      'America/New_York',
      'gte: "2026-03-31T00:00:00-04:00", lt: "2026-04-01T00:00:00-04:00"',
      ['day', 'afternoon', 'last', 'next'],
    ],
  ])('in %s, %s, counts as its beginning where it holds a day', async (zone, comparison, names) => {
    expect(await find(comparison, `, timeZone: "${zone}"`)).toEqual(names);
  });
});

it('counts the rows of a day, beside another condition', async () => {
  const filter = '{ and: [{ column: "Due", eq: "2026-03-31" }, { column: "Name", ne: "day" }] }';
  const query = `{ databaseRowGroups(databaseId: "${dates.id}", filter: ${filter}) { nodes { count } } }`;
  expect(pick((await gateway.execute(query, { as: 'ben' })).data, 'databaseRowGroups.nodes')).toEqual([{ count: 3 }]);
  expect(await find('eq: "2026-03-31", and: [{ column: "Name", eq: "afternoon" }]')).toEqual(['afternoon']);
});

it.each(['Nowhere/Else', 'foo+3', '', 'Manila', 'Etc/GMT+99', 'Etc/GMT-15'])(
  'refuses the time zone %j',
  async (zone) => {
    const { errors } = await dates.query(`filter: { column: "Due", eq: "2026-03-31" }, timeZone: "${zone}"`);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'timeZone' });
  },
);
