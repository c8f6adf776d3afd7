/** A cron expression of five fields → the sets of numbers by which the database counts; the sentence of a refusal. */
import { CronExpressionParser } from 'cron-parser';

/**
 * When something is due. A null set of days restricts nothing. Where neither is null, either day is enough, as crontab(5) says,
 * unless a day field begins with a star, with a step after it or not: then a day must be in both.
 */
export interface CronSets {
  /** 0 to 59. */
  readonly minutes: readonly number[];
  /** 0 to 23; all 24 where each hour is due. */
  readonly hours: readonly number[];
  /** 1 to 31, and -1 for the last day of the month. */
  readonly days: readonly number[] | null;
  /** 1 to 12. */
  readonly months: readonly number[];
  /** 0 for Sunday to 6. */
  readonly weekdays: readonly number[] | null;
  /** Whether both sets of days must have the day. */
  readonly bothDays: boolean;
}

/** The sets, or the sentence that says what is wrong. */
export type CronReading = { readonly sets: CronSets } | { readonly problem: string };

const FIELDS = 'minute hour day-of-month month day-of-week';

/** Never throws. */
export function readCron(expression: string): CronReading {
  const fields = expression.trim().split(/\s+/);
  const problem = findUnsupported(fields);
  if (problem) return { problem };
  try {
    const { minute, hour, dayOfMonth, month, dayOfWeek } = CronExpressionParser.parse(fields.join(' ')).fields;
    return {
      sets: {
        minutes: numbers(minute.values),
        hours: numbers(hour.values),
        days: dayOfMonth.isWildcard ? null : numbers(dayOfMonth.values.map((day) => (day === 'L' ? LAST_DAY : day))),
        months: numbers(month.values),
        weekdays: dayOfWeek.isWildcard ? null : numbers(dayOfWeek.values.map((day) => Number(day) % 7)),
        bothDays: [fields[DAY], fields[WEEKDAY]].some((field) => field?.startsWith('*')),
      },
    };
  } catch (error) {
    return { problem: `is no cron expression: ${error instanceof Error ? error.message : 'it cannot be read'}` };
  }
}

/** Whether the text is a zone of the IANA database by its name, e.g. `Europe/Berlin`; never an offset. */
export function isTimeZone(name: string): boolean {
  // `Intl` also takes offsets and names in any case, which Postgres reads otherwise or not at all.
  if (!/^(UTC|Etc\/GMT[+-]\d{1,2}|[A-Z][A-Za-z_-]*(\/[A-Z][A-Za-z_-]*){1,2})$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const LAST_DAY = -1;
/** Places of the two day fields. */
const DAY = 2;
const WEEKDAY = 4;

function findUnsupported(fields: readonly string[]): string | null {
  if (fields.length === 6) return 'has six fields: seconds are not supported, write minute first';
  if (fields.length !== 5) return `must have five fields: ${FIELDS}`;
  const text = fields.join(' ');
  const weekday = fields[WEEKDAY] ?? '';
  if (weekday.includes('#')) return 'names the nth weekday of a month (#), which is not supported';
  if (/\dL|L\d/i.test(text) || /\bL\b/i.test(weekday))
    return 'names a last weekday (L), which is not supported; as the day of the month, L alone is the last one';
  if (/\d+W|\bLW\b/i.test(text)) return 'names the nearest working day (W), which is not supported';
  if (/\?/.test(text)) return 'has a ?, which is not supported: write * instead';
  if (/(^|[\s,])H/.test(text)) return 'has an H, which is not supported: write the number itself';
  return null;
}

/** Sorted, each number once. */
function numbers(values: readonly unknown[]): number[] {
  return [...new Set(values.map(Number))].sort((a, b) => a - b);
}
