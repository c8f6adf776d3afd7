/**
 * The signature of an event: HMAC-SHA256 by a secret of its instance over `<timestamp>.<raw body>`, in hexadecimal digits, in
 * `x-ipai-signature`; the timestamp stands in `x-ipai-timestamp`.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Refusal } from './refusals.ts';
import type { InstanceSecret } from './secrets.ts';

/** What the headers of a delivery say. */
export interface Stamp {
  /** As it was sent: the signature is over this text. */
  readonly timestamp: string;
  readonly signature: Buffer;
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Seconds that a timestamp may be before or after now. */
export const WINDOW_SECONDS = 300;
/** A number of seconds since 1970 is shorter for the next three thousand years. */
const MILLISECONDS = /^\d{13}$/;
const TIMESTAMP = /^\d{1,13}$/;
const SIGNATURE = /^(?:sha256=)?([0-9a-f]{64})$/i;

/** What can be said before the body is read. @param now Milliseconds since 1970. */
export function readStamp(headers: Headers, now: number): Stamp | Refusal {
  const timestamp = String(headers['x-ipai-timestamp'] ?? '');
  const [, digits] = SIGNATURE.exec(String(headers['x-ipai-signature'] ?? '')) ?? [];
  if (!TIMESTAMP.test(timestamp))
    return { reason: 'timestamp', message: 'Send x-ipai-timestamp: seconds since 1970, when the event is sent' };
  const sentMs = MILLISECONDS.test(timestamp) ? Number(timestamp) : Number(timestamp) * 1_000;
  if (Math.abs(now - sentMs) > WINDOW_SECONDS * 1_000) {
    const message = `x-ipai-timestamp is more than ${WINDOW_SECONDS} s away from the gateway's time: sign the event anew each time that it is sent`;
    return { reason: 'timestamp', message };
  }
  if (digits === undefined)
    return { reason: 'signature', message: 'Send x-ipai-signature: HMAC-SHA256 as 64 hexadecimal digits' };
  return { timestamp, signature: Buffer.from(digits, 'hex') };
}

/** Whose secret made the signature; null where nobody's did. All secrets are tried, in the same time whatever comes out. */
export function findSigner(
  secrets: readonly InstanceSecret[],
  { timestamp, signature }: Stamp,
  body: Buffer,
): string | null {
  const signers = secrets.filter(({ secret }) => {
    const made = createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest();
    return timingSafeEqual(made, signature);
  });
  return signers[0]?.instance ?? null;
}

/** The same for every replay of a delivery, by whichever secret it was signed. */
export function digestOf({ timestamp }: Stamp, body: Buffer): string {
  return `sha256:${createHash('sha256').update(`${timestamp}.`).update(body).digest('hex')}`;
}
