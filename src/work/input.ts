/** Checks that inputs of the workspace share. */
import { z } from 'zod';
import { MAX_ODOO_ID } from '../plan/id.ts';

/** A text of one line that says something, of at most `longest` characters. */
export function line(longest: number) {
  return z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(longest, `must have at most ${longest} characters`)
    .refine((text) => !text.includes('\0'), 'must not hold the character U+0000');
}

/** A uuid, in lower case as Postgres prints it. */
export const uuid = z.uuid('must be a uuid').toLowerCase();

/** The version that was read; absent where none is to be checked. */
export const expectedVersion = z.int().min(1, 'must be a version, from 1').nullish();

/** The key by which the same request is known again. */
export const idempotencyKey = line(200).nullish();

/** Odoo's key of a record. */
export const odooId = z
  .string()
  .regex(/^[1-9]\d{0,9}$/, 'must be a key of Odoo, a whole number from 1')
  .transform(Number)
  .refine((id) => id <= MAX_ODOO_ID, `must be at most ${MAX_ODOO_ID}`);
