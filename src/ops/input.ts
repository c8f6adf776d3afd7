/** Checks that inputs of the ledger share. */
import { z } from 'zod';
import { holdsZero } from '../plan/json-text.ts';

/** Characters of a name at most. */
const MAX_NAME = 200;
/** Bytes of a JSON value at most, as text. */
const MAX_JSON_BYTES = 262_144;

/** A short text that says something. */
export const name = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(MAX_NAME, `must have at most ${MAX_NAME} characters`);

/** Free text for people. */
export const sentence = z.string().trim().min(1, 'must not be empty').max(2_000, 'must have at most 2000 characters');

/** A uuid. */
export const uuid = z.uuid('must be a uuid');

/** Any JSON but null, as the text that SQL casts to jsonb; null stands for none. */
export const json = z
  .unknown()
  .transform((value) => (value === undefined || value === null ? null : JSON.stringify(value)))
  .refine(
    (text) => text === null || Buffer.byteLength(text) <= MAX_JSON_BYTES,
    `must have at most ${MAX_JSON_BYTES} bytes as JSON`,
  )
  .refine((text) => text === null || !holdsZero(text), 'must not hold the character U+0000')
  .default(null);

/** The key by which the same request is known again. */
export const idempotencyKey = name.nullish();

/** The line in which a run waits for those before it. */
export const orderingKey = name.nullish();

/** For whom a service asks: a user's uuid in small letters. */
export const requester = z
  .string()
  .transform((text) => text.replace(/^user:/i, '').toLowerCase())
  .pipe(z.guid('must be the uuid of a user, also as user:<uuid>'))
  .nullish();
