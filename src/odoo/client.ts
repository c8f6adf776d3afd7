/** The gateway's Odoo client: one reader, whatever the protocol, that asks Odoo as little as it can. */
import { createHash } from 'node:crypto';
import type { Caches } from '../caches.ts';
import { type CacheStore, createCache, type OdooCacheLimits } from './cache.ts';
import type { OdooCall, OdooLogin } from './call.ts';
import type { OdooConnection } from './connection.ts';
import { createResilience, type ObserveCall, type OdooStatus, type Pressure } from './resilience.ts';
import { createSingleFlight } from './single-flight.ts';
import { createTransport } from './transport.ts';

/** How to reach Odoo, how hard to lean on it, and how old an answer may be. */
export interface OdooClientConfig extends OdooConnection, Pressure {
  /** Absent for no cache. */
  readonly cache?: OdooCacheLimits | null;
}

/** What is told of the client's work. */
export interface OdooObserver {
  readonly call?: ObserveCall;
  readonly cache?: (result: 'fresh' | 'stale' | 'miss') => void;
}

/** What the client is given beside its configuration. */
export interface OdooClientOptions {
  /** Where answers are kept, if the configuration wants a cache. */
  readonly store?: CacheStore;
  readonly observe?: OdooObserver;
  /** Where its caches are made known. */
  readonly caches?: Caches;
}

/** A call with all protections, and the state of the way to Odoo. */
export interface OdooClient extends OdooCall {
  status(): OdooStatus;
}

/** Opens nothing before the first call. */
export function createOdooClient(
  config: OdooClientConfig,
  { store, observe, caches }: OdooClientOptions = {},
): OdooClient {
  const resilient = createResilience(createTransport(config), config, observe?.call);
  const share = createSingleFlight((flights) => {
    caches?.watch('odoo reads under way', config.maxConcurrency + (config.maxQueue ?? 0), flights);
  });
  const cached = config.cache && store ? createCache(store, config.cache, observe?.cache) : null;
  const call: OdooCall = (model, method, args, { signal, scope, holder, as, onCached } = {}) => {
    // Without a scope nothing is shared, such as a probe's call: it wants to know how Odoo is now.
    const key = scope === undefined ? null : createKey(config, as, [scope, model, method, args]);
    const whose = { ...(holder !== undefined && { holder }), as };
    const ask = () => share(key, (shared) => resilient.call(model, method, args, { signal: shared, ...whose }), signal);
    return cached && key !== null ? cached(key, ask, onCached) : ask();
  };
  return Object.assign(call, { status: resilient.status });
}

/**
 * Names the Odoo, who asks there by which key, and the question; a digest, for it holds the credentials. So an answer is
 * given to nobody else, and to nobody by another key.
 */
function createKey(
  { url, database, username, password, apiKey }: OdooConnection,
  as: OdooLogin | undefined,
  question: readonly unknown[],
): string {
  const login = as ? ['user', as.uid, as.apiKey] : ['reader', username, password, apiKey];
  return createHash('sha256')
    .update(JSON.stringify([url, database, login, question]))
    .digest('base64url');
}
