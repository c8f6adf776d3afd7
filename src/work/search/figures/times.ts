/** Times of day in a text: `17:00`, `5 p.m.`, `午後5時`. The text's numbers are digits by now. */

/** A time, in minutes of the day. */
export interface TimeFigure {
  readonly raw: string;
  readonly minutes: number;
  /** Whether it says in which half of the day. */
  readonly isExact: boolean;
}

const HALF = '(?:\\s*([ap])\\.?m\\b\\.?)';
const CLOCK = new RegExp(`(?<![\\d.,:])(\\d{1,2}):([0-5]\\d)(?::[0-5]\\d)?(?![\\d:])${HALF}?`, 'giu');
const SPOKEN = new RegExp(`(?<![\\d.,:])(\\d{1,2})(?:\\.([0-5]\\d))?${HALF}`, 'giu');
/** `14.30 Uhr`, `14h30`, `1430 hrs`. */
const OF_24 =
  /(?<![\d.,:])(?:(\d{1,2})(?:[.:h]([0-5]\d))?\s*Uhr|(\d{1,2})\s?h\s?([0-5]\d)|([01]\d|2[0-3])([0-5]\d)\s*(?:hrs?|H))(?![\p{L}\d])/gu;
const JAPANESE =
  /(午前|午後|上午|下午|오전|오후)?\s*(?<![\d.,:])(\d{1,2})[時时点시](?!間|间|간)(?:\s*([0-5]?\d)[分분]|(半))?/gu;

/** @returns The times, and the text without them. */
export function takeTimes(text: string): { readonly times: readonly TimeFigure[]; readonly rest: string } {
  const times: TimeFigure[] = [];
  const take = (raw: string, hour: number, minute: number, half: 'a' | 'p' | null) => {
    if (hour > 24 || (half && hour > 12)) return raw;
    const hours = half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour % 24;
    times.push({ raw, minutes: hours * 60 + minute, isExact: half !== null || hour > 12 || raw.startsWith('0') });
    return ' \u0001 ';
  };
  const spoken = (raw: string, hour: string, minute?: string, half?: string) =>
    take(raw, Number(hour), Number(minute ?? 0), (half?.toLowerCase() as 'a' | 'p' | undefined) ?? null);
  const rest = text
    .replace(OF_24, (raw, ...found: (string | undefined)[]) => {
      const [hour = '', minute] = found.slice(0, 6).filter((group) => group !== undefined);
      return spoken(raw, hour, minute);
    })
    .replace(CLOCK, spoken)
    .replace(SPOKEN, spoken)
    .replace(JAPANESE, (raw: string, half: string | undefined, hour: string, minute?: string, isHalfPast?: string) =>
      take(
        raw,
        Number(hour),
        isHalfPast ? 30 : Number(minute ?? 0),
        half ? (/午後|下午|오후/.test(half) ? 'p' : 'a') : null,
      ),
    );
  return { times, rest };
}
