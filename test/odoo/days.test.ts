/** Days of a time zone, on the real Odoo: those when clocks change have 23 or 25 hours. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { type OdooWritten, openOdooWritten } from '../support/odoo-written.ts';
import { isRealStack } from '../support/stack.ts';

const ZONES = ['UTC', 'Asia/Manila', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago'];
/** Days when clocks change in one of them. */
const CHANGES = ['2026-03-08', '2026-03-29', '2026-04-05', '2026-09-06', '2026-10-04', '2026-10-25', '2026-11-01'];
const HOUR_MS = 3_600_000;
const OPERATORS: Readonly<Record<string, (day: string, other: string) => boolean>> = {
  onDay: (day, other) => day === other,
  fromDay: (day, other) => day >= other,
  throughDay: (day, other) => day <= other,
};

/** Each hour from the day before to the day after, and the second before it. */
function momentsAround(day: string): string[] {
  const start = Date.parse(`${day}T00:00:00Z`);
  return Array.from({ length: 60 }, (_, hour) => start + (hour - 18) * HOUR_MS)
    .flatMap((moment) => [moment - 1_000, moment])
    .map((moment) => new Date(moment).toISOString().slice(0, 19).replace('T', ' '));
}

function dayOf(moment: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return format.format(new Date(`${moment.replace(' ', 'T')}Z`));
}

describe.skipIf(!isRealStack)('days in filters', () => {
  const moments = CHANGES.flatMap(momentsAround);
  let written: OdooWritten;
  let gateway: TestGateway;
  let project: number;
  let made: readonly number[] = [];

  beforeAll(async () => {
    gateway = await createTestGateway({ lanes: 'ordinary' });
    written = openOdooWritten();
    const named = { name: 'Tripoint test, days', active: false };
    [project = 0] = (await written.admin('project.project', 'create', { vals_list: [named] })) as number[];
    const tasks = moments.map((moment) => ({ ...named, project_id: project, date_deadline: moment }));
    const context = { tracking_disable: true, mail_create_nosubscribe: true };
    made = (await written.admin('project.task', 'create', { vals_list: tasks, context })) as number[];
    written.own('project.project', project);
  }, 120_000);
  afterAll(async () => {
    await written.admin('project.task', 'unlink', { ids: made });
    await written[Symbol.asyncDispose]();
    await gateway[Symbol.asyncDispose]();
  }, 120_000);

  it.each(ZONES)('hold what lies in them on the clocks of %s', { timeout: 60_000 }, async (timeZone) => {
    const asked = CHANGES.flatMap((day, at) => Object.keys(OPERATORS).map((operator) => ({ day, operator, at })));
    const fields = asked.map(({ day, operator, at }) => {
      const filter = `project: { id: { eq: "${project}" } }, active: { eq: false }, dateDeadline: { ${operator}: "${day}" }`;
      return `${operator}${at}: tasks(filter: { ${filter} }, inOdoo: { timeZone: "${timeZone}" }) { totalCount }`;
    });
    const { data, errors } = await gateway.execute(`{ ${fields.join(' ')} }`, { as: 'service' });
    expect(errors).toBeUndefined();
    const expected = asked.map(({ day, operator, at }) => {
      const holds = OPERATORS[operator] as (day: string, other: string) => boolean;
      return [`${operator}${at}`, moments.filter((moment) => holds(dayOf(moment, timeZone), day)).length];
    });
    const found = asked.map(({ operator, at }) => [`${operator}${at}`, pick(data, `${operator}${at}.totalCount`)]);
    expect(found).toEqual(expected);
  });
});
