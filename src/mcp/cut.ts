/** Cuts what is too long for a model: lists end early, long texts too, and a place tells where to go on. Pure. */
import { estimateTokens } from './tokens.ts';

/** Keys and indices that lead to what comes next, in the order in which JSON has it; of a text the last is a character. */
export type Place = readonly (string | number)[];

/** What fits, and the place of what is left; null where nothing is. */
export interface Cut {
  readonly value: unknown;
  readonly place: Place | null;
}

interface Cutting {
  readonly most: number;
  left: number;
  /** Whether something came that nobody has seen: a cut that shows nothing new would be asked for without an end. */
  hasNew: boolean;
  place: Place | null;
}

/** A text that was shown, or comes later, is named by its beginning. */
const BEGINNING = 80;

/**
 * @param value JSON, which keeps its form: only lists and texts get shorter, so that it satisfies the schema still.
 * @param tokens What it may have.
 * @param from Where to go on; what lies before it is shown without its lists. All of it where null.
 */
export function cut(value: unknown, tokens: number, from: Place | null): Cut {
  const cutting: Cutting = { most: tokens, left: tokens, hasNew: false, place: null };
  const kept = take(cutting, value, from, []);
  return { value: kept, place: cutting.place };
}

function take(cutting: Cutting, value: unknown, from: Place | null, path: Place): unknown {
  if (Array.isArray(value)) return takeList(cutting, value, from, path);
  if (typeof value === 'string') return takeText(cutting, value, from, path);
  if (typeof value !== 'object' || value === null) {
    cutting.left -= estimateTokens(String(value));
    return value;
  }
  return takeObject(cutting, value, from, path);
}

function takeObject(cutting: Cutting, value: object, from: Place | null, path: Place): unknown {
  let next = from?.[0];
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => {
      cutting.left -= estimateTokens(key) + 2;
      if (next !== undefined && key !== next) return [key, shorten(cutting, child)];
      const rest = next === undefined ? null : (from ?? []).slice(1);
      next = undefined;
      if (cutting.place) return [key, shorten(cutting, child)];
      return [key, take(cutting, child, rest, [...path, key])];
    }),
  );
}

function takeList(cutting: Cutting, list: readonly unknown[], from: Place | null, path: Place): unknown[] {
  const [start = 0, ...within] = from ?? [];
  const taken: unknown[] = [];
  for (let index = Number(start); index < list.length && !cutting.place; index += 1) {
    const entry = list[index];
    const rest = index === Number(start) && within.length > 0 ? within : null;
    const size = rest ? Number.POSITIVE_INFINITY : estimateTokens(JSON.stringify(entry)) + 1;
    if (size <= cutting.left) {
      cutting.left -= size;
      cutting.hasNew = true;
      taken.push(entry);
    } else if (rest || size > cutting.most / 2 || !cutting.hasNew)
      taken.push(take(cutting, entry, rest, [...path, index]));
    else cutting.place = [...path, index];
  }
  return taken;
}

function takeText(cutting: Cutting, text: string, from: Place | null, path: Place): string {
  const start = Number(from?.[0] ?? 0);
  const size = estimateTokens(text.slice(start));
  if (size <= Math.max(cutting.left, BEGINNING)) {
    cutting.left -= size;
    cutting.hasNew = true;
    return text.slice(start);
  }
  let length = Math.max(BEGINNING, Math.min(text.length - start, 4 * Math.max(0, cutting.left)));
  while (length > BEGINNING && estimateTokens(text.slice(start, start + length)) > cutting.left)
    length = Math.max(BEGINNING, Math.floor(length * 0.8));
  const end = start + length - (isHalf(text, start + length) ? 1 : 0);
  cutting.left = 0;
  cutting.hasNew = true;
  cutting.place = [...path, end];
  return text.slice(start, end);
}

/** Whether a character of two units would be parted there. */
function isHalf(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc_00 && code < 0xe0_00;
}

/** What does not belong to this part: its form, without its lists. */
function shorten(cutting: Cutting, value: unknown): unknown {
  if (Array.isArray(value)) return [];
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, shorten(cutting, child)]));
  const short = typeof value === 'string' && value.length > BEGINNING ? `${value.slice(0, BEGINNING)}…` : value;
  cutting.left -= estimateTokens(String(short));
  return short;
}
