/** Secrets of who sends events: `ODOO_WEBHOOK_SECRETS` and `ODOO_NATIVE_WEBHOOK_SECRETS` of Odoo's instances, `GITHUB_WEBHOOK_SECRETS`. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { secret } from '../variables.ts';

/** A secret, and the instance whose it is. */
export interface InstanceSecret {
  readonly instance: string;
  readonly secret: string;
}

const MAX_SECRETS = 20;
/** One that is shorter can be guessed. */
const LONG_ENOUGH = 16;
const INSTANCE = String.raw`[A-Za-z0-9][\w./-]{0,99}`;

/** E.g. `prod:one,prod:two,staging:three`: each secret opens, and an instance that rotates has two. */
export const webhookSecrets = list(
  new RegExp(`^(${INSTANCE}):([!-+\\--~]{1,200})$`),
  'must be instances with their secrets, such as prod:one,prod:two,staging:three: printable, no white space, each secret once',
);

/** The same for secrets that are the last part of a path. */
export const nativeWebhookSecrets = list(
  new RegExp(`^(${INSTANCE}):([A-Za-z0-9_-]{${LONG_ENOUGH},200})$`),
  `must be instances with their secrets, such as prod:<secret>: ${LONG_ENOUGH} to 200 letters, digits, hyphens and underscores, each secret once`,
);

/** The same for repositories and owners at GitHub, e.g. `acme:one,acme/shop:two`. */
export const githubWebhookSecrets = list(
  new RegExp(`^([A-Za-z0-9][A-Za-z0-9-]{0,38}(?:/[A-Za-z0-9._-]{1,100})?):([!-+\\--~]{${LONG_ENOUGH},200})$`),
  `must be owners or repositories at GitHub with their secrets, such as acme/shop:<secret>: ${LONG_ENOUGH} to 200 printable characters, no comma, each secret once`,
);

function list(entry: RegExp, form: string) {
  const variable = z
    .string()
    .transform((text) => text.split(',').map((part) => entry.exec(part.trim())))
    .refine((entries) => entries.length <= MAX_SECRETS && entries.every((found) => found !== null), form)
    .transform((entries): InstanceSecret[] =>
      entries.map((found) => ({ instance: String(found?.[1]), secret: String(found?.[2]) })),
    )
    .refine((entries) => new Set(entries.map((one) => one.secret)).size === entries.length, form)
    .default([]);
  return secret(variable);
}

/** The instances one of whose secrets is so short that it can be guessed. */
export function findShort(secrets: readonly InstanceSecret[]): string[] {
  return [...new Set(secrets.flatMap((one) => (one.secret.length < LONG_ENOUGH ? [one.instance] : [])))];
}

/** Whose secret was given; null where it is nobody's. Compares with all of them, in the same time whatever is right of it. */
export function findInstance(secrets: readonly InstanceSecret[], given: string): string | null {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const wanted = digest(given);
  const equal = secrets.filter((one) => timingSafeEqual(digest(one.secret), wanted));
  return equal[0]?.instance ?? null;
}
