/** The API keys of the stand-in: whose each is, what its user may not see, and what Odoo tells of them. */
import { randomBytes } from 'node:crypto';
import { parseDateTerm } from './dates.ts';
import { createAccessError, createHttpError, type OdooFault } from './faults.ts';
import { openStore, openStoreAs, type Rights, type Store } from './store.ts';
import { type DemoGroup, ELSEWHERE, rightsOf, TALA } from './users.ts';

/** A key that the stand-in takes. */
export interface StandInKey {
  readonly apiKey: string;
  /** Id in `res.users`; a user of the recording, but for the reader. */
  readonly userId: number;
  /** What its user may not see; all of the recording is seen where absent. */
  readonly rights?: Rights;
  /** The companies of its user, the main one first; those of the recording where absent. */
  readonly companies?: readonly number[];
  /** As Odoo writes it, e.g. `2027-01-31 00:00:00`; false for a key that never expires. */
  readonly expiresAt?: string | false;
  /** As Odoo writes it; when the key was added where absent. */
  readonly createdAt?: string;
}

/** Who asks, by its key. */
export interface StandInSession {
  readonly userId: number;
  readonly store: Store;
}

/** The keys of one stand-in. */
export interface StandInKeys {
  /** Takes a key from now on. */
  add(key: StandInKey): void;
  /** Takes it no more, as Odoo does with one that is deleted or expired. */
  remove(apiKey: string): void;
  /** @throws OdooFault 401 for a header without a key that it takes. */
  authenticate(authorization: string | undefined): StandInSession;
  /** Answers a method of `res.users.apikeys`, as its user may call it. */
  call(session: StandInSession, method: string, args: Readonly<Record<string, unknown>>): unknown;
}

interface Kept extends Required<Omit<StandInKey, 'rights' | 'companies'>> {
  readonly id: number;
  readonly store: Store;
}

/** The demo company's own users with a key, for a newcomer who connects one; the last one's has expired. */
export const DEMO_KEYS: readonly StandInKey[] = [
  demoKey('demo-maria', 9, ['sales', 'accounting', 'purchase', 'hr']),
  demoKey('demo-antonio', 10, ['purchase']),
  demoKey('demo-liza', 11, ['accounting']),
  demoKey('demo-paolo', 12, []),
  demoKey('demo-jasmine', 13, ['sales', 'accounting', 'hr'], [ELSEWHERE]),
  { ...demoKey('demo-noel', 14, []), expiresAt: '2026-01-31 00:00:00' },
];

function demoKey(
  apiKey: string,
  userId: number,
  groups: readonly DemoGroup[],
  companies: readonly number[] = [TALA],
): StandInKey {
  return { apiKey, userId, companies, rights: rightsOf({ userId, groups, companies }), expiresAt: false };
}

/** From this version on Odoo makes and revokes keys over RPC. */
const KEYS_OVER_RPC_SINCE = 20;

/** @param version Of Odoo, e.g. 19. */
export function createStandInKeys(keys: readonly StandInKey[], version: number): StandInKeys {
  const kept = new Map<string, Kept>();
  const recording = openStore();
  const add = (key: StandInKey) => void kept.set(key.apiKey, keep(recording, key, kept.size + 1));
  keys.forEach(add);
  const remove = (apiKey: string) => void kept.delete(apiKey);
  const call: StandInKeys['call'] = (session, method, args) => {
    const own = [...kept.values()].filter(({ userId }) => userId === session.userId);
    if (method === 'search_read') return own.map(describeKey);
    if (version < KEYS_OVER_RPC_SINCE || (method !== 'generate' && method !== 'revoke')) throw noMethod(method);
    const given = own.find(({ apiKey }) => apiKey === args.key);
    if (!given) throw createAccessError('The provided API key is invalid');
    if (method === 'revoke') return remove(given.apiKey);
    const apiKey = randomBytes(20).toString('hex');
    kept.set(apiKey, {
      ...given,
      apiKey,
      id: kept.size + 1,
      createdAt: parseDateTerm('now').text,
      expiresAt: String(args.expiration_date),
    });
    return apiKey;
  };
  return { add, remove, authenticate: (authorization) => authenticate(kept, authorization), call };
}

function keep(recording: Store, key: StandInKey, id: number): Kept {
  const { apiKey, userId, expiresAt = false, createdAt = parseDateTerm('now').text } = key;
  return { apiKey, userId, expiresAt, createdAt, id, store: ofUser(recording, key) };
}

/** The recording as one user sees it: its own context, and the rights that were given. */
function ofUser(recording: Store, { userId, rights = {}, companies }: StandInKey): Store {
  const manifest = () => {
    const { readerContext, companies: recorded } = recording.manifest();
    const user = recording.find('res.users')?.byId.get(userId);
    const own = user && { lang: user.lang ?? false, tz: user.tz ?? false };
    return { companies: companies ?? recorded, readerContext: { ...readerContext, ...own, uid: userId } };
  };
  return openStoreAs(recording, rights, manifest);
}

function authenticate(kept: ReadonlyMap<string, Kept>, authorization: string | undefined): StandInSession {
  const [, token] = /^bearer\s+(.+)$/i.exec(authorization ?? '') ?? [];
  if (!token) throw createHttpError(401, 'User not authenticated, use an API Key with a Bearer Authorization header.');
  const key = kept.get(token);
  if (!key || (key.expiresAt !== false && key.expiresAt < parseDateTerm('now').text))
    throw createHttpError(401, 'Invalid apikey');
  return key;
}

function describeKey({ id, createdAt, expiresAt }: Kept) {
  return { id, scope: 'rpc', create_date: createdAt, expiration_date: expiresAt };
}

function noMethod(method: string): OdooFault {
  return createHttpError(404, `The method 'res.users.apikeys.${method}' does not exist`);
}
