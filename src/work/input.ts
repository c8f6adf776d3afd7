/** Checks that inputs of the workspace share. */
import { z } from 'zod';
import { MAX_ODOO_ID } from '../plan/id.ts';

/** The version that was read; absent where none is to be checked. */
export const expectedVersion = z.int().min(1, 'must be a version, from 1').nullish();

/** Odoo's key of a record. */
export const odooId = z
  .string()
  .regex(/^[1-9]\d{0,9}$/, 'must be a key of Odoo, a whole number from 1')
  .transform(Number)
  .refine((id) => id <= MAX_ODOO_ID, `must be at most ${MAX_ODOO_ID}`);

/** A role in a space by the enum's names; stored in lower case. */
export const role = z.enum(['MEMBER', 'EDITOR', 'ADMIN']).transform((name) => name.toLowerCase());
