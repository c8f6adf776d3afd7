/** Puts all kept keys under the first key of the ring: in batches, while gateways serve, and again from where it was ended. */
import { GatewayError } from '../errors.ts';
import type { RingSource } from './odoo-key-ring.ts';
import { type KeptKey, type OdooKeys, ownerOf } from './odoo-keys.ts';

/** What was done. */
export interface Rotation {
  /** Id of the first key of the ring. */
  readonly to: string;
  readonly resealed: number;
  /** Keys that no key of the ring opens: their people have to connect anew. */
  readonly lost: readonly KeptKey[];
}

/** Keys of one statement. */
const BATCH = 200;

/**
 * A key that was renewed or disconnected meanwhile is left as it became. Nothing is opened that is sealed by the first key
 * already, so a second run finds what the first has not come to.
 *
 * @param say Told after each batch how many there are so far.
 */
export async function rotateOdooKeys(
  keys: OdooKeys,
  rings: RingSource,
  say: (resealed: number) => void,
): Promise<Rotation> {
  const ring = await rings.current();
  const lost: KeptKey[] = [];
  let resealed = 0;
  for await (const batch of batchesOf(keys, { notSealedBy: ring.first })) {
    const opened = batch.map((kept) => ({ kept, apiKey: ring.open(kept, ownerOf(kept)) }));
    const changed = opened.flatMap(({ kept, apiKey }) => {
      if (apiKey === null) return [];
      return [{ key: kept.key, was: kept.sealed, ...ring.seal(apiKey, ownerOf(kept)) }];
    });
    lost.push(...opened.filter(({ apiKey }) => apiKey === null).map(({ kept }) => kept));
    resealed += changed.length > 0 ? await keys.reseal(changed) : 0;
    say(resealed);
  }
  return { to: ring.first, resealed, lost };
}

/** All kept keys of one Odoo, one after another, each opened. @throws GatewayError where the ring opens none of them. */
export async function* openOdooKeys(
  keys: OdooKeys,
  rings: RingSource,
  instance: string,
): AsyncGenerator<{ readonly kept: KeptKey; readonly apiKey: string }> {
  for await (const batch of batchesOf(keys))
    for (const kept of batch.filter((one) => one.instance === instance)) {
      const apiKey = (await rings.current(kept.sealedBy)).open(kept, ownerOf(kept));
      if (apiKey === null) throw new GatewayError('NOT_CONFIGURED', `No key of the ring opens that of ${kept.login}`);
      yield { kept, apiKey };
    }
}

/** All kept keys, by their ids. @param of Those that another key than this one has sealed. */
export async function* batchesOf(
  keys: Pick<OdooKeys, 'list'>,
  of: { readonly notSealedBy?: string } = {},
): AsyncGenerator<readonly KeptKey[]> {
  for (let after: string | null = null; ; ) {
    const batch: readonly KeptKey[] = await keys.list({ ...of, after, most: BATCH });
    if (batch.length === 0) return;
    after = batch.at(-1)?.key ?? null;
    yield batch;
  }
}
