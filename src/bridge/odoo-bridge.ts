/** `odoo-bridge`: executes runs of kind `bridge.event`, each of which reads back from Odoo what an event is about. */
import { GatewayError } from '../errors.ts';
import type { OdooCall } from '../odoo/call.ts';
import { type BridgeLedger, createBridgeLedger, type SeenInstance, type StoredEvent } from './bridge-ledger.ts';
import { type Models, modelOf, PROJECT } from './models.ts';
import { type ReadBack, readSeries } from './read-back.ts';
import { createReadTogether } from './read-together.ts';
import { repoSlugOf } from './repo-slug.ts';

/** What the agent is given. */
export interface BridgeConfig {
  /** The instance of Odoo that the reader reads, as its secrets name it; its version is asked. Null where none has a name. */
  readonly instance: Omit<SeenInstance, 'version'> | null;
  /** The reader; null where no Odoo is configured. */
  readonly odoo: OdooCall | null;
  readonly postgres: Parameters<typeof createBridgeLedger>[0];
  /** The models that the doctrine gives to Odoo. */
  readonly models: Models;
}

/** What becomes of a run of each kind, as a worker calls it. */
type BridgeHandlers = {
  readonly 'bridge.event': (
    run: { readonly input: unknown },
    tools: { readonly signal: AbortSignal },
  ) => Promise<unknown>;
};

/** Milliseconds after which an instance is asked anew who it is. */
const ASK_AGAIN_MS = 600_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const RECORD_ID = /^[1-9]\d{0,9}$/;

/** Its handlers: what one of them does twice is done once. */
export function createBridgeHandlers({ instance, odoo, postgres, models }: BridgeConfig): BridgeHandlers {
  const ledger = createBridgeLedger(postgres);
  const see = odoo && instance ? createSee({ instance, odoo, ledger }) : null;
  const readRecord = odoo && createReadTogether(odoo, (model) => (model === PROJECT ? ['name'] : []));
  return {
    'bridge.event': async ({ input }, { signal }) => {
      const event = await findEvent(ledger, input);
      const model = modelOf(models, event);
      if (model === null) return { model: null };
      if (!readRecord || !see)
        throw notConfigured('ODOO_URL, or a name of that Odoo (ODOO_INSTANCE), is not set for the worker');
      if (event.instance !== instance?.name)
        throw notConfigured(`This worker reads ${instance?.name} and not ${event.instance} (ODOO_INSTANCE)`);
      const id = readId(event);
      const record = await readRecord(model, id, signal);
      await ledger.noteChange({ eventId: event.id, model, recordId: id, writtenAt: record?.writtenAt ?? null });
      if (model === PROJECT && record) await keepProject(ledger, record, await see(signal));
      return { model, id, found: record !== null };
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

/** The name is the one that Odoo has now, whatever the event said. */
async function keepProject(ledger: BridgeLedger, { id, fields }: ReadBack, instance: SeenInstance): Promise<void> {
  const name = String(fields.name).slice(0, 200);
  await ledger.keepProject({
    id,
    name,
    repoSlug: repoSlugOf(id, name),
    instance: instance.name,
    version: instance.version,
  });
}
