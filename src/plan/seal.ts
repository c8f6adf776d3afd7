/** Seals texts that clients carry from one request to the next: they can neither read nor change what such a text holds. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';

/** Seals texts and opens what it sealed. */
export interface Seal {
  /** The text as base64url: equal texts give equal seals, in every process that has the same secret. */
  seal(text: string): string;
  /** Null for what none of the secrets sealed. */
  open(sealed: string): string | null;
  /** The same secrets for something else: what one seals, no other opens. */
  of(purpose: string): Seal;
}

interface Keys {
  readonly encryption: Buffer;
  readonly nonces: Buffer;
}

const CIPHER = 'aes-256-gcm';
const VERSION = Buffer.from([1]);
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;
/** Texts are filled up to a multiple of so many bytes: their length says no more about what they hold. */
const BLOCK_LENGTH = 32;

/**
 * Seals cursors, and by `of` something else.
 *
 * @param secrets Each long enough not to be guessed: the first seals, each opens. @throws TypeError without one.
 */
export function createSeal(secrets: readonly string[]): Seal {
  return createSealOf(secrets, 'cursor');
}

function createSealOf(secrets: readonly string[], purpose: string): Seal {
  const [sealing, ...older] = secrets.map((secret) => deriveKeys(secret, purpose));
  if (!sealing) throw new TypeError('There is no secret to seal cursors with');
  const opening = [sealing, ...older];
  return {
    of: (other) => createSealOf(secrets, other),
    seal: (text) => sealBy(sealing, text),
    open: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64url');
      const isSealed = bytes.length > VERSION.length + NONCE_LENGTH + TAG_LENGTH && bytes[0] === VERSION[0];
      // Node skips characters that are no base64url. Each seal has one spelling only.
      if (!isSealed || bytes.toString('base64url') !== sealed) return null;
      for (const keys of opening) {
        const text = openBy(keys, bytes);
        if (text !== null) return text;
      }
      return null;
    },
  };
}

function deriveKeys(secret: string, purpose: string): Keys {
  const derived = Buffer.from(hkdfSync('sha256', secret, '', `tripoint ${purpose}`, 64));
  return { encryption: derived.subarray(0, 32), nonces: derived.subarray(32) };
}

function sealBy({ encryption, nonces }: Keys, text: string): string {
  const bytes = fill(text);
  // Made from the text, so that equal texts give equal seals and no two texts share a nonce.
  const nonce = createHmac('sha256', nonces).update(bytes).digest().subarray(0, NONCE_LENGTH);
  const cipher = createCipheriv(CIPHER, encryption, nonce, { authTagLength: TAG_LENGTH }).setAAD(VERSION);
  const encrypted = [cipher.update(bytes), cipher.final()];
  return Buffer.concat([VERSION, nonce, ...encrypted, cipher.getAuthTag()]).toString('base64url');
}

function openBy({ encryption }: Keys, bytes: Buffer): string | null {
  const nonceEnd = VERSION.length + NONCE_LENGTH;
  const nonce = bytes.subarray(VERSION.length, nonceEnd);
  const decipher = createDecipheriv(CIPHER, encryption, nonce, { authTagLength: TAG_LENGTH }).setAAD(VERSION);
  decipher.setAuthTag(bytes.subarray(-TAG_LENGTH));
  try {
    const parts = [decipher.update(bytes.subarray(nonceEnd, -TAG_LENGTH)), decipher.final()];
    return Buffer.concat(parts).toString('utf8').trimEnd();
  } catch {
    return null;
  }
}

/** Pads with spaces, which `openBy` removes. */
function fill(text: string): Buffer {
  const length = Buffer.byteLength(text);
  return Buffer.from(text + ' '.repeat(BLOCK_LENGTH - (length % BLOCK_LENGTH)));
}
