/** Dates as Odoo writes them (`YYYY-MM-DD`, `YYYY-MM-DD HH:MM:SS`, UTC): terms, intervals, parts and the starts of periods. */
import { createValueError } from './faults.ts';

/** The periods that records can be grouped by. */
export type Period = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

/** Parses an ISO date or datetime, or Odoo's relative terms: `today`, `now`, `today -7d`, `now +1m`. */
export function parseDateTerm(term: string): { text: string } {
  if (/^\d{4}-\d\d-\d\d$/.test(term)) return { text: term };
  const iso = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(:\d\d)?/.exec(term);
  if (iso) return { text: `${iso[1]} ${iso[2]}${iso[3] ?? ':00'}` };
  const [first = '', ...shifts] = term.split(' ');
  const bad = (part: string) => createValueError(`Invalid term ${`'${part}'`} in expression date: '${term}'`);
  if (first !== 'today' && first !== 'now') throw bad(first);
  let moment = new Date();
  for (const shift of shifts) {
    const [, sign, count, unit] = /^([+-])(\d+)([dwmyHMS])$/.exec(shift) ?? [];
    if (!unit) throw bad(shift);
    moment = shiftMoment(moment, Number(count) * (sign === '-' ? -1 : 1), unit);
  }
  return { text: first === 'today' ? render(moment).slice(0, 10) : render(moment) };
}

/** Adds periods to a date or datetime, keeping its form. */
export function addInterval(text: string, count: number, period: Period | 'second'): string {
  const units = {
    second: ['S', 1],
    hour: ['H', 1],
    day: ['d', 1],
    week: ['d', 7],
    month: ['m', 1],
    quarter: ['m', 3],
    year: ['y', 1],
  } as const;
  const [unit, size] = units[period];
  return render(shiftMoment(parse(text), count * size, unit)).slice(0, text.length);
}

/** The start of the period that a moment lies in; weeks start on `firstWeekday` (1 Monday … 7 Sunday). */
export function startOf(text: string, period: Period, firstWeekday = 7): string {
  const day = text.slice(0, 10);
  const tail = text.length > 10 ? ' 00:00:00' : '';
  if (period === 'hour') return text.length > 10 ? `${text.slice(0, 13)}:00:00` : text;
  if (period === 'day') return day + tail;
  if (period === 'year') return `${day.slice(0, 4)}-01-01${tail}`;
  if (period === 'month') return `${day.slice(0, 7)}-01${tail}`;
  if (period === 'week') return addInterval(day, -((parse(day).getUTCDay() - firstWeekday + 14) % 7), 'day') + tail;
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01${tail}`;
}

/** A number out of a date (`month_number`, `day_of_week` with Sunday as 0, …); undefined for an unknown part. */
export function readDatePart(text: string, part: string): number | undefined {
  const moment = parse(text);
  const month = moment.getUTCMonth() + 1;
  const parts: Record<string, number> = {
    year_number: moment.getUTCFullYear(),
    quarter_number: Math.ceil(month / 3),
    month_number: month,
    iso_week_number: isoWeek(moment),
    day_of_year:
      Math.floor(
        (Date.UTC(moment.getUTCFullYear(), month - 1, moment.getUTCDate()) - Date.UTC(moment.getUTCFullYear(), 0, 1)) /
          86_400_000,
      ) + 1,
    day_of_month: moment.getUTCDate(),
    day_of_week: moment.getUTCDay(),
    hour_number: moment.getUTCHours(),
    minute_number: moment.getUTCMinutes(),
    // With the part of a second, as Postgres counts it.
    second_number: moment.getUTCSeconds() + Number(`0${text.slice(19)}`),
  };
  return parts[part];
}

/** Odoo's label of a period in English: `March 2026`, `W9 2026`, `Q1 2026`. */
export function labelPeriod(start: string, period: Period): string {
  const moment = parse(start);
  const year = start.slice(0, 4);
  const month = moment.toLocaleString('en-US', { month: 'long', timeZone: 'UTC' });
  if (period === 'year') return year;
  if (period === 'month') return `${month} ${year}`;
  if (period === 'quarter') return `Q${Math.ceil((moment.getUTCMonth() + 1) / 3)} ${year}`;
  if (period === 'week') return labelWeek(moment);
  const day = `${start.slice(8, 10)} ${month.slice(0, 3)}`;
  if (period === 'day') return `${day} ${year}`;
  const hour = moment.getUTCHours() % 12 || 12;
  return `${String(hour).padStart(2, '0')}:00 ${day}`;
}

/** A moment of UTC as the clocks of a zone show it, in the same form; a day stays itself. */
export function toLocal(text: string, zone: string): string {
  if (zone === 'UTC' || text.length === 10) return text;
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  return shown.format(parse(text));
}

/** The moment of UTC at which the clocks of a zone show this. */
export function fromLocal(text: string, zone: string): string {
  if (zone === 'UTC' || text.length === 10) return text;
  const wanted = parse(text).getTime();
  let moment = wanted;
  // Twice: the first guess may lie on the other side of a change of the clocks.
  for (let step = 0; step < 2; step += 1) moment += wanted - parse(toLocal(render(new Date(moment)), zone)).getTime();
  return render(new Date(moment));
}

// English weeks: they start on Sunday, and the week of January 1st is the first.
function labelWeek(start: Date): string {
  const end = new Date(start.getTime() + 6 * 86_400_000);
  const year = end.getUTCFullYear();
  const first = Date.UTC(year, 0, 1);
  const firstStart = first - new Date(first).getUTCDay() * 86_400_000;
  return `W${Math.round((start.getTime() - firstStart) / (7 * 86_400_000)) + 1} ${year}`;
}

function isoWeek(moment: Date): number {
  const thursday = new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate()));
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  return Math.ceil(((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / 86_400_000 + 1) / 7);
}

function shiftMoment(moment: Date, count: number, unit: string): Date {
  const shifted = new Date(moment);
  const sizes: Record<string, number> = { d: 86_400_000, w: 604_800_000, H: 3_600_000, M: 60_000, S: 1000 };
  const size = sizes[unit];
  if (size) return new Date(moment.getTime() + count * size);
  const day = moment.getUTCDate();
  shifted.setUTCDate(1);
  if (unit === 'y') shifted.setUTCFullYear(shifted.getUTCFullYear() + count);
  else shifted.setUTCMonth(shifted.getUTCMonth() + count);
  const last = new Date(Date.UTC(shifted.getUTCFullYear(), shifted.getUTCMonth() + 1, 0)).getUTCDate();
  shifted.setUTCDate(Math.min(day, last));
  return shifted;
}

function parse(text: string): Date {
  return new Date(`${text.slice(0, 10)}T${text.length > 10 ? text.slice(11) : '00:00:00'}Z`);
}

function render(moment: Date): string {
  return moment.toISOString().slice(0, 19).replace('T', ' ');
}
