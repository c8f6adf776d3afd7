/** The ledger as the bridge's agent sees and writes it. */
import { agentViewer } from '../auth/viewer.ts';
import { callFunction } from '../postgres/call-function.ts';
import { readRows } from '../postgres/json-rows.ts';
import type { PostgresSource } from '../postgres/source.ts';
import { createTogether } from '../together.ts';

/** The agent that processes events. */
export const BRIDGE_AGENT = 'odoo-bridge';

/** An event as its run finds it. */
export interface StoredEvent {
  readonly id: string;
  readonly instance: string;
  readonly eventType: string;
  readonly aggregateType: string;
  readonly aggregateId: string;
}

/** What was found of a record. */
export interface Change {
  readonly eventId: string;
  readonly model: string;
  readonly recordId: number;
  /** Odoo's time of its last write; null where there is no such record. */
  readonly writtenAt: string | null;
}

/** An instance of Odoo that was just asked. */
export interface SeenInstance {
  readonly name: string;
  readonly stage: string;
  /** Without credentials. */
  readonly url: string | null;
  readonly database: string | null;
  /** Its series; null where it does not say. */
  readonly version: string | null;
}

/** A project of Odoo. */
export interface OdooProject {
  readonly id: number;
  readonly name: string;
  readonly repoSlug: string;
  readonly instance: string;
  readonly version: string | null;
}

/** Said twice, each says no more than said once. All throw GatewayErrors. */
export interface BridgeLedger {
  readEvent(id: string): Promise<StoredEvent | null>;
  noteChange(change: Change): Promise<void>;
  noteInstance(instance: SeenInstance): Promise<void>;
  /** Makes it, or has its name follow. @throws GatewayError `FORBIDDEN` where its slug is of another Odoo. */
  keepProject(project: OdooProject): Promise<void>;
}

const READ_EVENTS = `select e.id, e.instance, e.event_type as "eventType", e.aggregate_type as "aggregateType", e.aggregate_id as "aggregateId"
  from odoo.webhook_events e where e.id = any ($1)`;
/** Events of one statement at most. */
const MAX_EVENTS = 200;

/** Asks nothing before it is asked. */
export function createBridgeLedger(postgres: Pick<PostgresSource, 'repeatable'>): BridgeLedger {
  const viewer = agentViewer(BRIDGE_AGENT);
  const run = (text: string, values: readonly unknown[]) =>
    readRows((statement) => postgres.repeatable(viewer, statement), { text, values });
  const call = async (name: string, given: Readonly<Record<string, unknown>>) => {
    const { text, values } = callFunction(name, given, 'done');
    await run(text, values);
  };
  return {
    readEvent: createTogether({
      load: async (ids: readonly string[]) => {
        const events = new Map(
          ((await run(READ_EVENTS, [ids])) as unknown as StoredEvent[]).map((event) => [event.id, event]),
        );
        return ids.map((id) => events.get(id) ?? null);
      },
      most: MAX_EVENTS,
    }),
    noteChange: ({ eventId, model, recordId, writtenAt }) =>
      call('odoo.note_change', {
        event_id: eventId,
        model,
        record_id: String(recordId),
        is_there: writtenAt !== null,
        written_at: writtenAt,
      }),
    noteInstance: (instance) => call('odoo.note_instance', { ...instance }),
    keepProject: ({ id, name, repoSlug, instance, version }) =>
      call('ops.upsert_project', {
        slug: `odoo-${id}`,
        name,
        repo_slug: repoSlug,
        odoo_instance: instance,
        odoo_version: version,
      }),
  };
}
