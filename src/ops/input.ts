/** Checks that inputs of the ledger share. */
import { z } from 'zod';
import { line } from '../input.ts';
import { holdsZero } from '../plan/json-text.ts';

/** Bytes of a JSON value at most, as text. */
const MAX_JSON_BYTES = 262_144;

/** A short text that says something. */
export const name = line(200);

/** Free text for people. */
export const sentence = line(2_000);

/** The path to a number in a value that JSON cannot hold, such as `1e400`, which is read as Infinity; null where there is none. */
export function findInfinite(value: unknown, path: readonly PropertyKey[] = []): readonly PropertyKey[] | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, item] of Object.entries(value)) {
    const found = findInfinite(item, [...path, key]);
    if (found) return found;
  }
  return null;
}

/** Any JSON but null, as the text that SQL casts to jsonb; null stands for none. */
export const json = z
  .unknown()
  .refine((value) => findInfinite(value) === null, 'must not hold a number that is not finite')
  .transform((value) => (value === undefined || value === null ? null : JSON.stringify(value)))
  .refine(
    (text) => text === null || Buffer.byteLength(text) <= MAX_JSON_BYTES,
    `must have at most ${MAX_JSON_BYTES} bytes as JSON`,
  )
  .refine((text) => text === null || !holdsZero(text), 'must not hold the character U+0000')
  .default(null);

/** The line in which a run waits for those before it. */
export const orderingKey = name.nullish();

/** The user for whom a service asks: a uuid in small letters. */
export const requester = z
  .string()
  .transform((text) => text.replace(/^user:/i, '').toLowerCase())
  .pipe(z.guid('must be the uuid of a user, also as user:<uuid>'))
  .nullish();
