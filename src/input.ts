/** Checks that inputs of the ledger and of the workspace share. */
import { z } from 'zod';

/** A text of one line that says something, of at most `longest` characters; every mutation refuses U+0000 by itself. */
export function line(longest: number) {
  return z.string().trim().min(1, 'must not be empty').max(longest, `must have at most ${longest} characters`);
}

/** A uuid, in lower case as Postgres prints it. */
export const uuid = z.uuid('must be a uuid').toLowerCase();

/** The key by which a repeated request is recognized. */
export const idempotencyKey = line(200).nullish();
