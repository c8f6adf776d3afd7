/**
 * `odoo-bridge`: reads back from Odoo what an event is about, asks Odoo by itself what events may have left untold, verifies
 * what is there, and registers it.
 */
import { z } from 'zod';
import { GatewayError } from '../errors.ts';
import type { OdooCall } from '../odoo/call.ts';
import { type BridgeLedger, createBridgeLedger, type SeenInstance, type StoredEvent } from './bridge-ledger.ts';
import { type CatalogSources, createCataloguing } from './catalog/catalog.ts';
import type { BridgeHandler } from './handler.ts';
import { readModules } from './inventory.ts';
import { type Models, modelOf, PROJECT } from './models.ts';
import { toOdooProject } from './odoo-project.ts';
import { readSeries } from './read-back.ts';
import { createReadTogether } from './read-together.ts';
import { reconcileProjects } from './reconcile.ts';
import type { BridgeSettings } from './settings.ts';
import { expectSynced, type SyncedModel, type SyncRequest, sync } from './sync.ts';
import { createSyncLedger } from './sync-ledger.ts';
import { createVerificationLedger } from './verification/verification-ledger.ts';
import { createVerify } from './verification/verify.ts';

/** What the agent is given. */
export interface BridgeConfig {
  /** The instance of Odoo that the reader reads, as its secrets name it; its version is asked. Null where none has a name. */
  readonly instance: Omit<SeenInstance, 'version'> | null;
  /** The reader; null where no Odoo is configured. */
  readonly odoo: OdooCall | null;
  readonly postgres: Parameters<typeof createBridgeLedger>[0];
  /** The models that the doctrine gives to Odoo. */
  readonly models: Models;
  readonly settings: BridgeSettings;
  /** What the catalog registers beside Odoo and the database. */
  readonly sources: () => CatalogSources;
}

interface Tools {
  readonly signal: AbortSignal;
  readonly append: (type: string, payload?: unknown) => Promise<void>;
}

type BridgeHandlers = {
  readonly 'bridge.event': (run: { readonly input: unknown }, tools: Tools) => Promise<unknown>;
  readonly 'bridge.sync': BridgeHandler;
  readonly 'bridge.inventory': BridgeHandler;
  readonly 'bridge.reconcile': BridgeHandler;
  readonly 'bridge.verify': BridgeHandler;
  readonly 'bridge.catalog': BridgeHandler;
};

/** What the bridge does; each of them, done twice, is done once. */
export interface Bridge {
  /** Reads back what an event is about. */
  readonly processEvent: (input: unknown, signal: AbortSignal) => Promise<unknown>;
  /** Projects of which a sync told are made or corrected in the ledger. */
  readonly sync: (request: SyncRequest) => Promise<readonly SyncedModel[]>;
  readonly inventory: (signal: AbortSignal) => Promise<{ readonly modules: number; readonly changed: number }>;
  readonly reconcile: (tools: Tools) => Promise<Readonly<Record<string, number>>>;
}

/** Milliseconds after which an instance is asked anew who it is. */
const ASK_AGAIN_MS = 600_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const RECORD_ID = /^[1-9]\d{0,9}$/;

type SyncInput = Pick<SyncRequest, 'model' | 'whole'> | null;
const syncInput = z.strictObject({ model: z.string().optional(), whole: z.boolean().default(false) }).nullable();
const noInput = z.unknown();

/** Its handlers. */
export function createBridgeHandlers(config: BridgeConfig): BridgeHandlers {
  const bridge = createBridge(config);
  return {
    'bridge.event': ({ input }, { signal }) => bridge.processEvent(input, signal),
    'bridge.sync': {
      input: syncInput,
      concurrency: 1,
      execute: async ({ input }, { signal, append }) => {
        const synced = await bridge.sync({ ...(input as SyncInput), signal });
        for (const { failed, ...found } of synced)
          if (failed || found.changed + found.removed > 0)
            await append('bridge.synced', { ...found, ...(failed && { failed: failed.code }) });
        expectSynced(synced);
        const total = (of: 'changed' | 'removed') => synced.reduce((sum, one) => sum + one[of], 0);
        return { models: synced.length, changed: total('changed'), removed: total('removed') };
      },
    },
    'bridge.inventory': { input: noInput, execute: async (_run, { signal }) => bridge.inventory(signal) },
    'bridge.reconcile': { input: noInput, execute: async (_run, tools) => bridge.reconcile(tools) },
    'bridge.verify': createVerify({
      instance: config.instance?.name ?? null,
      odoo: config.odoo,
      ledger: createVerificationLedger(config.postgres),
    }),
    'bridge.catalog': createCataloguing(config),
  };
}

/** Asks nothing before it is asked. Each function throws GatewayErrors, `NOT_CONFIGURED` where no Odoo is named. */
export function createBridge({ instance, odoo, postgres, models, settings }: BridgeConfig): Bridge {
  const ledger = createBridgeLedger(postgres);
  const syncLedger = createSyncLedger(postgres);
  const see = odoo && instance ? createSee({ instance, odoo, ledger }) : null;
  const read = {
    fieldsOf: (model: string) => (model === PROJECT ? ['name'] : []),
    linksOf: (model: string) => settings.watch[model]?.links ?? [],
  };
  const readRecord = odoo && createReadTogether(odoo, read);
  const open = () => {
    if (odoo && see && instance && readRecord) return { odoo, see, instance, readRecord };
    throw notConfigured('ODOO_URL, or a name of that Odoo (ODOO_INSTANCE), is not set');
  };
  const reconcile: Bridge['reconcile'] = async ({ signal, append }) => {
    const asked = open();
    const tell = (difference: unknown) => append('bridge.difference', difference);
    return reconcileProjects({ odoo: asked.odoo, ledger, instance: await asked.see(signal), signal, tell });
  };
  return {
    reconcile,
    processEvent: async (input, signal) => {
      const event = await findEvent(ledger, input);
      const model = modelOf(models, event);
      if (model === null) return { model: null };
      const asked = open();
      if (event.instance !== asked.instance.name)
        throw notConfigured(`This worker reads ${asked.instance.name} and not ${event.instance} (ODOO_INSTANCE)`);
      const id = readId(event);
      const record = await asked.readRecord(model, id, signal);
      const found = { isThere: record !== null, writtenAt: record?.writtenAt ?? null, links: record?.links ?? null };
      await ledger.noteChange({ eventId: event.id, model, recordId: id, askedAt: event.readAt, ...found });
      if (model === PROJECT && record)
        await ledger.keepProject(toOdooProject({ id, name: record.fields.name }, await asked.see(signal)));
      return { model, id, found: record !== null };
    },
    sync: async (request) => {
      const asked = open();
      await asked.see(request.signal);
      const syncing = { odoo: asked.odoo, ledger: syncLedger, settings, instance: asked.instance.name };
      const synced = await sync(syncing, request);
      const isTold = synced.some(({ model, changed }) => model === PROJECT && changed > 0);
      if (isTold) await reconcile({ signal: request.signal, append: async () => {} });
      return synced;
    },
    inventory: async (signal) => {
      const asked = open();
      const { name } = await asked.see(signal);
      const modules = await readModules(asked.odoo, signal);
      return { modules: modules.length, changed: await ledger.noteModules(name, modules) };
    },
  };
}

async function findEvent(ledger: BridgeLedger, input: unknown): Promise<StoredEvent> {
  const { eventId } = (typeof input === 'object' && input !== null ? input : {}) as Record<string, unknown>;
  const event = typeof eventId === 'string' && UUID.test(eventId) ? await ledger.readEvent(eventId) : null;
  if (!event) throw new GatewayError('NOT_FOUND', "The run's input names no event: { eventId }");
  return event;
}

function readId({ aggregateId }: StoredEvent): number {
  if (RECORD_ID.test(aggregateId)) return Number(aggregateId);
  throw new GatewayError('BAD_USER_INPUT', "The event's aggregate_id is no id of a record of Odoo");
}

function notConfigured(message: string): GatewayError {
  return new GatewayError('NOT_CONFIGURED', message);
}

/** Asks the instance who it is, and has the ledger note it: once in a while. */
function createSee({
  instance,
  odoo,
  ledger,
}: {
  readonly instance: NonNullable<BridgeConfig['instance']>;
  readonly odoo: OdooCall;
  readonly ledger: BridgeLedger;
}): (signal: AbortSignal) => Promise<SeenInstance> {
  let seen: { readonly atMs: number; readonly instance: SeenInstance } | null = null;
  return async (signal) => {
    if (seen && Date.now() - seen.atMs < ASK_AGAIN_MS) return seen.instance;
    const asked = { ...instance, version: await readSeries(odoo, signal) };
    await ledger.noteInstance(asked);
    seen = { atMs: Date.now(), instance: asked };
    return asked;
  };
}
