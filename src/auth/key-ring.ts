/** Seals what people entrust to the gateway, such as their keys of Odoo: AES-256-GCM by a ring of keys. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { secret, text } from '../variables.ts';

/** A key of a ring. */
interface RingKey {
  /** Names it beside what it sealed; no secret. */
  readonly id: string;
  readonly bytes: Buffer;
}

/** A text as it is kept. */
export interface Sealed {
  /** Id of the key that sealed it. */
  readonly sealedBy: string;
  /** base64url. */
  readonly sealed: string;
}

/** Seals and opens. */
export interface KeyRing {
  /** Id of the key that seals. */
  readonly first: string;
  /** Ids of all keys. */
  readonly ids: readonly string[];
  /** @param owner Whose it is: what is sealed for one opens for no other. */
  seal(plain: string, owner: readonly string[]): Sealed;
  /** Null where the ring lacks the key, or it was sealed for another owner, or it was changed. */
  open(sealed: Sealed, owner: readonly string[]): string | null;
}

const CIPHER = 'aes-256-gcm';
const KEY_LENGTH = 32;
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;
const MAX_KEYS = 16;
const ENTRY = /^([A-Za-z0-9][A-Za-z0-9._-]{0,39}):([A-Za-z0-9+/_-]{43}=?)$/;
const FORM = 'must be keys such as 2027a:<32 bytes as base64>, separated by commas, each id once';

/** The variable of a ring. */
export const keyRingVariable = secret(text.refine((given) => given === undefined || parseKeys(given) !== null, FORM));

/** @param text E.g. `new:<base64>,old:<base64>`: the first key seals, each opens. @throws TypeError for anything else. */
export function readKeyRing(text: string): KeyRing {
  const keys = parseKeys(text);
  const [first] = keys ?? [];
  if (!keys || !first) throw new TypeError(`A key ring ${FORM}`);
  const byId = new Map(keys.map((key) => [key.id, key]));
  return {
    first: first.id,
    ids: keys.map(({ id }) => id),
    seal: (plain, owner) => ({ sealedBy: first.id, sealed: sealBy(first, plain, owner) }),
    open: ({ sealedBy, sealed }, owner) => {
      const key = byId.get(sealedBy);
      return key ? openBy(key, sealed, owner) : null;
    },
  };
}

/** A ring of one key for a gateway that has a secret of its own, and no other. */
export function deriveKeyRing(secret: string): string {
  const bytes = Buffer.from(hkdfSync('sha256', secret, '', 'tripoint keys of people', KEY_LENGTH));
  return `own:${bytes.toString('base64')}`;
}

/** Null where the text is no ring. */
function parseKeys(text: string): RingKey[] | null {
  const keys = text.split(',').flatMap((entry) => {
    const [, id, encoded] = ENTRY.exec(entry.trim()) ?? [];
    return id && encoded ? [{ id, bytes: Buffer.from(encoded, 'base64') }] : [];
  });
  const isWhole = keys.length === text.split(',').length && new Set(keys.map(({ id }) => id)).size === keys.length;
  return isWhole && keys.length <= MAX_KEYS && keys.every(({ bytes }) => bytes.length === KEY_LENGTH) ? keys : null;
}

/** What the seal is bound to beside the text: the key's id and the owner, none of which can run into the next. */
function boundTo({ id }: RingKey, owner: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify([1, id, ...owner]));
}

function sealBy(key: RingKey, plain: string, owner: readonly string[]): string {
  const nonce = randomBytes(NONCE_LENGTH);
  const cipher = createCipheriv(CIPHER, key.bytes, nonce, { authTagLength: TAG_LENGTH }).setAAD(boundTo(key, owner));
  return Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString(
    'base64url',
  );
}

function openBy(key: RingKey, sealed: string, owner: readonly string[]): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length <= NONCE_LENGTH + TAG_LENGTH) return null;
  const nonce = bytes.subarray(0, NONCE_LENGTH);
  const decipher = createDecipheriv(CIPHER, key.bytes, nonce, { authTagLength: TAG_LENGTH });
  decipher.setAAD(boundTo(key, owner)).setAuthTag(bytes.subarray(-TAG_LENGTH));
  try {
    const parts = [decipher.update(bytes.subarray(NONCE_LENGTH, -TAG_LENGTH)), decipher.final()];
    return Buffer.concat(parts).toString('utf8');
  } catch {
    return null;
  }
}
