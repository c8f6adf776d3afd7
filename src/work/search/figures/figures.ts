/** The figures of a text: its dates, times of day and numbers, however they are written; and whether one text bears out another's. */
import { type DateFigure, takeDates, type WrittenDate } from './dates.ts';
import { takeFractions } from './fractions.ts';
import { writeHanDigits } from './han.ts';
import { findNumbers, type NumberFigure } from './numbers.ts';
import { type TimeFigure, takeTimes } from './times.ts';
import { writeDigits } from './words.ts';

/** What a text says in figures. */
export interface Figures {
  readonly dates: readonly DateFigure[];
  readonly times: readonly TimeFigure[];
  readonly numbers: readonly NumberFigure[];
  /** All numbers as they stand, of dates and times too. */
  readonly raw: ReadonlySet<string>;
  /** Whether it says `a day`, which is one. */
  readonly hasOne: boolean;
}

const WIDE = /[\uff01-\uff5e]/g;
const OTHER_DIGIT = /(?![0-9])\p{Nd}/gu;
const SPACE_BETWEEN = /(?<=\d)[\u00a0\u202f\u2009'’](?=\d{3}(?!\d))/g;
const A_UNIT =
  /\b(?:an?|each|every|per|isang)\s+(?:(?:working|business|calendar|full)\s+)?(?:day|week|month|quarter|year|hour|minute|araw|linggo|buwan|taon|oras)\b/i;

/** Reads a text of any language; number words of English, Tagalog, German and Spanish, and Chinese characters that count. */
export function readFigures(text: string): Figures {
  const digits = text
    .replace(WIDE, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(OTHER_DIGIT, digitOf)
    .replace(SPACE_BETWEEN, '')
    .replace(/[\u2010-\u2012]/g, '-');
  const written = writeDigits(writeHanDigits(digits));
  const { dates, rest: dateless } = takeDates(written);
  const { times, rest: timeless } = takeTimes(dateless);
  const { fractions, rest } = takeFractions(timeless);
  return {
    dates,
    times,
    numbers: [...findNumbers(rest), ...fractions],
    raw: new Set([...written.matchAll(/\d+(?:[.,]\d+)*/g)].map(([number]) => number.replaceAll(',', ''))),
    hasOne: A_UNIT.test(text),
  };
}

/** Digits of one script follow one another from its zero, at a multiple of ten behind it. */
function digitOf(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1;
  return String(code - zero);
}

/** The figures of several texts taken together. */
export function joinFigures(all: readonly Figures[]): Figures {
  return {
    dates: all.flatMap(({ dates }) => dates),
    times: all.flatMap(({ times }) => times),
    numbers: all.flatMap(({ numbers }) => numbers),
    raw: new Set(all.flatMap(({ raw }) => [...raw])),
    hasOne: all.some(({ hasOne }) => hasOne),
  };
}

/** Whether `known` holds each figure of `said`, in whatever writing. */
export function holdsFigures(known: Figures, said: Figures): boolean {
  const facts = readFacts(known);
  return (
    said.numbers.every((number) => holdsNumber(facts, number)) &&
    said.times.every((time) => holdsTime(facts, time)) &&
    // A month alone is no figure: `May` and `June` are other words too.
    said.dates.every(({ ways }) => ways.some((way) => way.every((date) => isMonth(date) || holdsDate(facts, date))))
  );
}

function isMonth({ year, day }: WrittenDate): boolean {
  return year === undefined && day === undefined;
}

interface Facts extends Figures {
  readonly values: ReadonlySet<string>;
  readonly written: readonly WrittenDate[];
  readonly days: ReadonlySet<string>;
}

function readFacts(known: Figures): Facts {
  const written = known.dates.flatMap(({ ways }) => ways.flat());
  const numbers = known.numbers.flatMap((number) => [number, ...number.parts]);
  const values = numbers.flatMap(({ ways }) => ways);
  const years = written.flatMap(({ year }) => (year === undefined ? [] : [String(year)]));
  return {
    ...known,
    values: new Set([...values, ...years, ...(known.hasOne ? ['1'] : [])]),
    written,
    days: new Set(written.flatMap(({ day }) => (day === undefined ? [] : [String(day)]))),
  };
}

function holdsNumber(facts: Facts, { raw, ways, parts, isOrdinal }: NumberFigure): boolean {
  if (facts.raw.has(raw) || ways.some((way) => facts.values.has(way))) return true;
  if (isOrdinal && ways.some((way) => facts.days.has(way))) return true;
  return parts.length > 0 && parts.every((part) => holdsNumber(facts, part));
}

const HALF_A_DAY = 720;

function holdsTime({ times, numbers }: Facts, { minutes, isExact }: TimeFigure): boolean {
  const clock = `${Math.floor(minutes / 60)}.${String(minutes % 60).padStart(2, '0')}`;
  if (numbers.some(({ raw }) => raw === clock || raw === `0${clock}`)) return true;
  return times.some((known) => {
    if (known.isExact && isExact) return known.minutes === minutes;
    return known.minutes % HALF_A_DAY === minutes % HALF_A_DAY;
  });
}

/** A day of a known date, or put together: a day of the month and a year that stand apart from it. */
function holdsDate({ written, values }: Facts, { year, month, day }: WrittenDate): boolean {
  return written.some((known) => {
    if (known.month !== month) return false;
    const isYear = year === undefined || known.year === year || (known.year === undefined && values.has(String(year)));
    const isDay = day === undefined || known.day === day || (known.day === undefined && values.has(String(day)));
    return isYear && isDay;
  });
}
