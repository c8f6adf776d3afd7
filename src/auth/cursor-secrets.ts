/** The secrets that seal cursors: the same in every replica, and after a restart. */
import { scryptSync } from 'node:crypto';
import { secret, text } from '../variables.ts';

/** The variable `CURSOR_SECRET`: one secret, or the new and the old one while it is rotated. */
export const cursorSecret = secret(
  text.refine((given) => {
    const secrets = splitSecrets(given ?? '');
    return given === undefined || (secrets.length <= 2 && secrets.every(({ length }) => length >= 32));
  }, 'must have at least 32 characters; while it is rotated, the new one and the old one separated by a comma'),
);

/** Credentials that all replicas share; absent or empty where there is none. */
export interface SharedCredentials {
  /** One or two secrets, separated by a comma: the first seals, both open. */
  readonly cursorSecret?: string | undefined;
  readonly jwtSecret: string | null;
  readonly odooApiKey?: string | undefined;
  readonly odooPassword?: string | undefined;
  readonly databaseUrl?: string | undefined;
}

/**
 * The secrets to seal cursors with, none where there is none.
 *
 * Where no secret is given for cursors, it is a credential that every replica has. A password could be guessed from a cursor, so it is
 * stretched first: a guess then costs as much as here, some tens of milliseconds.
 */
export function readCursorSecrets(given: SharedCredentials): readonly string[] {
  if (given.cursorSecret) return splitSecrets(given.cursorSecret);
  const strong = given.jwtSecret || given.odooApiKey;
  if (strong) return [strong];
  const password = given.odooPassword || passwordOf(given.databaseUrl);
  return password ? [scryptSync(password, 'tripoint cursor', 32).toString('base64url')] : [];
}

/** `new,old` → both. */
function splitSecrets(text: string): string[] {
  return text.split(',').map((secret) => secret.trim());
}

function passwordOf(url: string | undefined): string {
  return url && URL.canParse(url) ? decodeURIComponent(new URL(url).password) : '';
}
