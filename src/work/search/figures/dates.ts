/** Dates in a text, however they are written. The text's numbers are digits by now. */
import { MONTH, monthNumber } from './months.ts';

/** What is said of a day: a month at least. */
export interface WrittenDate {
  readonly year?: number;
  readonly month: number;
  readonly day?: number;
}

/** A place of a text that may be a date: the ways to read it, and its words. */
export interface DateFigure {
  readonly raw: string;
  /** Each way is all the dates of the place: `25 April, July and October` is three. */
  readonly ways: readonly (readonly WrittenDate[])[];
}

const DAY = '\\d{1,2}(?:st|nd|rd|th|er|º|\\.)?(?![\\d:])';
const AND = '\\s*(?:,|&|-|–|/|and|or|to|und|bis|y|at)\\s*';
const DAYS = `(${DAY}(?:${AND}(?:the\\s+)?${DAY})*)`;
const MONTHS = `(${MONTH}(?:(?:\\s*,)?\\s*(?:,|&|/|and|or|und|y|at)\\s*${MONTH})*)`;
const YEAR = "(\\d{4}|'\\d{2})(?![\\d.,]*\\d)";
const OF = '(?:day\\s+)?(?:of\\s+|de\\s+|ng\\s+)?';

type Reader = (groups: readonly (string | undefined)[]) => readonly (readonly WrittenDate[])[];

const FORMS: readonly (readonly [RegExp, Reader])[] = [
  [fromDigits('(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)'), ([year, , month, day]) => [[date(year, month, day)]]],
  [
    fromDigits('(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})(?!\\d|\\.\\d)'),
    ([one, , other, year]) => [[date(year, other, one)], [date(year, one, other)]],
  ],
  [
    fromDigits('(?:(令和|平成|昭和)?(\\d{1,4}|元)[年년]\\s*)?(\\d{1,2})[月월](?:\\s*(\\d{1,2})[日号일])?'),
    ([era, year, month, day]) => [[date(yearOfEra(era, year), month, day)]],
  ],
  [
    fromDigits(`(\\d{1,2})([-/])(${MONTH})\\2(\\d{2})(?!\\d)`),
    ([day, , month, year]) => readLists([day, month, `'${year}`]),
  ],
  [fromDigits(`${DAYS}[ -]*${OF}${MONTHS}(?:,?[ -]+(?:of\\s+|de\\s+|ng\\s+)?${YEAR})?`), readLists],
  [
    fromName(`(${MONTH})\\s*(?:the\\s+)?${DAYS}(?:,?\\s+(?:of\\s+)?${YEAR})?`),
    ([month, days, year]) => readLists([days, month, year]),
  ],
  [fromDigits(`${YEAR},?\\s+(${MONTH})(?:\\s+(${DAY}))?`), ([year, month, day]) => readLists([day, month, year])],
  [
    fromName(`${MONTHS}(?:,?\\s+(?:of\\s+|de\\s+|ng\\s+)?${YEAR})?`),
    ([months, year]) => readLists([undefined, months, year]),
  ],
  [fromDigits('(\\d{4})-(0[1-9]|1[0-2])(?![\\d-])'), ([year, month]) => [[date(year, month, undefined)]]],
];

/** @returns The dates, and the text without them. */
export function takeDates(text: string): { readonly dates: readonly DateFigure[]; readonly rest: string } {
  const dates: DateFigure[] = [];
  let rest = text;
  for (const [pattern, read] of FORMS) {
    rest = rest.replace(pattern, (raw: string, ...found: unknown[]) => {
      const groups = found.slice(
        0,
        found.findIndex((each) => typeof each === 'number'),
      ) as (string | undefined)[];
      const ways = read(groups).filter((way) => way.length > 0 && way.every(isDate));
      if (ways.length === 0) return raw;
      dates.push({ raw, ways });
      return ' \u0001 ';
    });
  }
  return { dates, rest };
}

/** No middle of a number is taken for a date. */
function fromDigits(pattern: string): RegExp {
  return new RegExp(`(?<![\\d.,:/-])${pattern}`, 'gu');
}

function fromName(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])${pattern}`, 'gu');
}

/** Every day of the first list, in every month of the second. */
function readLists([days, months = '', year]: readonly (string | undefined)[]): readonly (readonly WrittenDate[])[] {
  const numbers = days?.match(/\d{1,2}/g) ?? [undefined];
  const names = [...months.matchAll(new RegExp(MONTH, 'gu'))].map(([name]) => String(monthNumber(name)));
  return [names.flatMap((month) => numbers.map((day) => date(year, month, day)))];
}

function date(year: string | undefined, month: string | undefined, day: string | undefined): WrittenDate {
  const digits = year?.replace("'", '');
  return {
    month: Number(month),
    ...(digits !== undefined && { year: digits.length === 2 ? 2_000 + Number(digits) : Number(digits) }),
    ...(day !== undefined && { day: Number.parseInt(day, 10) }),
  };
}

function isDate({ year = 2_000, month, day = 1 }: WrittenDate): boolean {
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

const ERAS: Readonly<Record<string, number>> = { 令和: 2_018, 平成: 1_988, 昭和: 1_925 };

function yearOfEra(era: string | undefined, year: string | undefined): string | undefined {
  if (year === undefined || era === undefined) return year;
  return String((ERAS[era] ?? 0) + (year === '元' ? 1 : Number(year)));
}
