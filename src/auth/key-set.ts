/**
 * The public keys of an identity provider: fetched when they are first needed, then again every ten minutes and whenever
 * a token names a key that is not among them. While they cannot be fetched, those last seen hold for a bounded time.
 */
import { createRemoteJWKSet, customFetch, errors, type FetchImplementation, type JWTVerifyGetKey } from 'jose';
import type { Caches } from '../caches.ts';
import { GatewayError } from '../errors.ts';
import type { Log } from '../log.ts';

/** How keys are kept. */
export interface KeySetOptions {
  readonly url: string;
  /** Seconds that keys hold after they were last fetched, while nobody answers; default 86 400. */
  readonly maxAgeSeconds?: number | undefined;
  readonly log?: Log | undefined;
  /** Where the keys are made known. */
  readonly caches?: Caches | undefined;
  /** Milliseconds of any clock that does not go back. */
  readonly now?: () => number;
}

/** Milliseconds after which keys are asked for again: a key that was withdrawn is gone by then. */
const REFRESH_MS = 600_000;
/** Milliseconds from one fetch to the next at least, whatever tokens name. */
const COOLDOWN_MS = 1_000;
/** A day: an identity provider that is away for longer is not coming back by itself. */
const MAX_AGE_SECONDS = 86_400;
/** Keys of one set: a provider lists a few, and one that lists more is not taken at its word. */
const MAX_KEYS = 100;

/** The keys that are known. */
export interface KeySet {
  /** @throws GatewayError `UPSTREAM_UNAVAILABLE` where a token's key is not known and none can be fetched; JOSEError where it is the token's fault. */
  readonly find: JWTVerifyGetKey;
  /** Tells the keys as they were last fetched from those before; null where they have to be asked for again. */
  readonly current: () => number | null;
}

/** Fetches nothing before the first token. */
export function createKeySet({
  url,
  maxAgeSeconds = MAX_AGE_SECONDS,
  log,
  caches,
  now = () => performance.now(),
}: KeySetOptions): KeySet {
  // Left to itself it asks at every request once its keys are old and nobody answers: when to ask is decided here.
  const keys = createRemoteJWKSet(new URL(url), {
    cacheMaxAge: Number.POSITIVE_INFINITY,
    cooldownDuration: Number.POSITIVE_INFINITY,
    [customFetch]: fetchSet,
  });
  caches?.watch('token keys', MAX_KEYS, () => keys.jwks()?.keys.length ?? 0);
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let asked: { readonly at: number; readonly failure: unknown } = { at: Number.NEGATIVE_INFINITY, failure: null };

  const fetchKeys = async (): Promise<void> => {
    try {
      await keys.reload();
      fetchedAt = now();
      asked = { at: fetchedAt, failure: null };
    } catch (failure) {
      asked = { at: now(), failure };
      log?.warn({ err: failure }, 'the keys that verify tokens cannot be fetched');
    }
  };
  let fetching: Promise<void> | null = null;
  const refresh = async (): Promise<void> => {
    if (now() - asked.at < COOLDOWN_MS) return;
    fetching ??= fetchKeys().finally(() => {
      fetching = null;
    });
    await fetching;
  };
  const isOlder = (ms: number) => now() - fetchedAt > ms;

  const maxAgeMs = maxAgeSeconds * 1_000;
  const isDue = () => isOlder(Math.min(REFRESH_MS, maxAgeMs));

  const find: JWTVerifyGetKey = async (header, token) => {
    // Once it is known that nobody answers, nobody waits for the next attempt.
    if (isDue()) await (asked.failure && !isOlder(maxAgeMs) ? void refresh() : refresh());
    if (isOlder(maxAgeMs)) throw unavailable('The keys that verify tokens cannot be fetched', asked.failure);
    const seen = fetchedAt;
    try {
      return await keys(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await refresh();
      if (asked.failure)
        throw unavailable('The key of the token is not known, and no newer ones can be fetched', asked.failure);
      if (seen === fetchedAt) throw error;
      return keys(header, token);
    }
  };
  return { find, current: () => (isDue() ? null : fetchedAt) };
}

async function fetchSet(...[url, options]: Parameters<FetchImplementation>): Promise<Response> {
  const response = await fetch(url, options);
  const set = (await response
    .clone()
    .json()
    .catch(() => null)) as { keys?: unknown } | null;
  const listed = Array.isArray(set?.keys) ? set.keys.length : 0;
  if (listed > MAX_KEYS) throw new Error(`${url} lists ${listed} keys, and ${MAX_KEYS} are the most that are kept`);
  return response;
}

function unavailable(message: string, cause: unknown): GatewayError {
  return new GatewayError('UPSTREAM_UNAVAILABLE', message, { cause });
}
