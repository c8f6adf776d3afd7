/** The ring that seals people's keys of Odoo: the environment's, or the one that Supabase Vault keeps. */
import { type KeyRing, readKeyRing } from '../auth/key-ring.ts';
import { GatewayError } from '../errors.ts';
import type { OdooKeys } from './odoo-keys.ts';

/** Gives the ring. */
export interface RingSource {
  /**
   * @param needs Id of a key that it should have: a ring that lacks it is read again, if it can have changed.
   * @throws GatewayError `NOT_CONFIGURED` where there is none.
   */
  current(needs?: string): Promise<KeyRing>;
  /** Puts one more key before the others, where the ring is the Vault's; the environment's is as it is. */
  renew(): Promise<KeyRing>;
}

/** Milliseconds after which the Vault's ring is read again: a rotation elsewhere may have changed it. */
const MAX_AGE_MS = 60_000;

const ABSENT =
  'Keys of Odoo cannot be kept here: whoever runs the gateway has to set ODOO_KEYS_SECRET, or to install Supabase Vault';

/** @param given What ODOO_KEYS_SECRET says; null where it is not set, and the Vault is asked. */
export function createRingSource(given: string | null, keys: Pick<OdooKeys, 'vaultRing'>): RingSource {
  const own = given === null ? null : readKeyRing(given);
  let known: { readonly ring: KeyRing; readonly atMs: number } | null = null;
  const ask = async (adds: boolean): Promise<KeyRing> => {
    if (own) return own;
    const text = await keys.vaultRing(adds);
    if (text === null) throw new GatewayError('NOT_CONFIGURED', ABSENT, { surface: 'ops' });
    const ring = readKeyRing(text);
    known = { ring, atMs: Date.now() };
    return ring;
  };
  return {
    current: async (needs) => {
      const isFresh = known !== null && Date.now() - known.atMs < MAX_AGE_MS;
      const isEnough = needs === undefined || known?.ring.ids.includes(needs);
      return known && isFresh && isEnough ? known.ring : ask(false);
    },
    renew: () => ask(true),
  };
}
