/** A sync: asks Odoo which records of the watched models were written, and which are gone, and has the ledger tell of each once. */
import { GatewayError } from '../errors.ts';
import type { OdooCall } from '../odoo/call.ts';
import type { BridgeSettings } from './settings.ts';
import type { SyncLedger } from './sync-ledger.ts';
import { type Walking, walkChanges, walkIds, walkLinks } from './walks.ts';

/** What a sync is made with. */
export interface Syncing {
  readonly odoo: OdooCall;
  readonly ledger: SyncLedger;
  readonly settings: BridgeSettings;
  /** Name of the instance that is read. */
  readonly instance: string;
}

/** What is wanted of a sync. */
export interface SyncRequest {
  /** One watched model; all where absent. */
  readonly model?: string | undefined;
  /** Whether every record is looked at, whenever it was written. */
  readonly whole?: boolean;
  /** Whether ids and many2many fields are looked at although it is not time yet. */
  readonly all?: boolean;
  readonly signal: AbortSignal;
}

/** What a sync found of one model. */
export interface SyncedModel {
  readonly model: string;
  /** Records that were made or written. */
  readonly changed: number;
  readonly removed: number;
  /** True where another sync walks the model: this one left it alone. */
  readonly elsewhere: boolean;
  /** Why it was not walked to its end; null where it was. */
  readonly failed: GatewayError | null;
}

/**
 * Goes on with what an earlier one left, model by model; one that fails does not keep others from being walked.
 *
 * @throws GatewayError `BAD_USER_INPUT` where the model is not watched.
 */
export async function sync(syncing: Syncing, request: SyncRequest): Promise<readonly SyncedModel[]> {
  const { watch } = syncing.settings;
  const { model: wanted, signal } = request;
  if (wanted !== undefined && !Object.hasOwn(watch, wanted))
    throw new GatewayError('BAD_USER_INPUT', `${wanted} is not watched: ssot/bridge.yaml names what is`);
  const synced: SyncedModel[] = [];
  for (const [model, { links }] of Object.entries(watch)) {
    if (wanted !== undefined && model !== wanted) continue;
    signal.throwIfAborted();
    synced.push(await syncModel({ ...syncing, model, links, signal }, request));
  }
  return synced;
}

async function syncModel(walking: Walking, { whole = false, all = false }: SyncRequest): Promise<SyncedModel> {
  const { model, settings, signal } = walking;
  const found = { model, changed: 0, removed: 0, elsewhere: false, failed: null };
  try {
    found.changed += await walkChanges(walking, whole);
    const ids = await walkIds(walking, all ? 0 : settings.idsEverySeconds);
    found.changed += ids.found;
    found.removed += ids.removed;
    found.changed += await walkLinks(walking, all ? 0 : settings.linksEverySeconds);
    return found;
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof GatewayError)) throw error;
    return error.code === 'CONFLICT' ? { ...found, elsewhere: true } : { ...found, failed: error };
  }
}

/** @throws The first error, where a model failed; its message names all of them. */
export function expectSynced(synced: readonly SyncedModel[]): void {
  const failed = synced.filter((one) => one.failed !== null);
  const [first] = failed;
  if (!first?.failed) return;
  const reasons = failed.map(({ model, failed: error }) => `${model}: ${error?.message}`).join('; ');
  throw new GatewayError(first.failed.code, `Not synced: ${reasons}`.slice(0, 2_000), { cause: first.failed });
}
