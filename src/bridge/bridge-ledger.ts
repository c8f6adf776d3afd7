/** The ledger as the bridge's agent sees and writes it. */
import { agentViewer } from '../auth/viewer.ts';
import { callFunction } from '../postgres/call-function.ts';
import { readRows } from '../postgres/json-rows.ts';
import type { PostgresSource } from '../postgres/source.ts';
import { createTogether } from '../together.ts';
import type { OdooModule } from './inventory.ts';

/** The agent that processes events. */
export const BRIDGE_AGENT = 'odoo-bridge';

/** An event as its run finds it. */
export interface StoredEvent {
  readonly id: string;
  readonly instance: string;
  readonly eventType: string;
  readonly aggregateType: string;
  readonly aggregateId: string;
  /** The database's time at which it was read: Odoo is asked later. */
  readonly readAt: string;
}

/** What was found of a record. */
export interface Change {
  readonly eventId: string;
  readonly model: string;
  readonly recordId: number;
  /** Whether there is such a record. */
  readonly isThere: boolean;
  /** Odoo's time of its last write, with microseconds; null where it has none. */
  readonly writtenAt: string | null;
  /** A digest of where its many2many fields lead; null where none are polled. */
  readonly links: string | null;
  /** The database's time before Odoo was asked. */
  readonly askedAt: string;
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

/** A difference between the projects of Odoo and those of the ledger, and what became of it. */
export interface Difference {
  readonly difference: 'made' | 'renamed' | 'corrected' | 'orphaned' | 'refused';
  /** The project's, in the ledger. */
  readonly slug: string;
  readonly name: string;
  /** What a renamed one was called. */
  readonly was?: string;
  /** Why one was refused. */
  readonly why?: string;
}

/** A page of the projects that an Odoo has. */
export interface ProjectPage {
  readonly instance: SeenInstance;
  readonly projects: readonly OdooProject[];
  readonly askedAt: string;
  /** The page has all projects with ids after this one, */
  readonly afterId: number;
  /** and up to this one; all others where null. */
  readonly untilId: number | null;
}

/** Said twice, each says no more than said once. All throw GatewayErrors. */
export interface BridgeLedger {
  readEvent(id: string): Promise<StoredEvent | null>;
  noteChange(change: Change): Promise<void>;
  noteInstance(instance: SeenInstance): Promise<void>;
  /** Makes it, or has its name follow. @throws GatewayError `FORBIDDEN` where its slug is of another Odoo. */
  keepProject(project: OdooProject): Promise<void>;
  /** Makes and corrects projects, and removes none. */
  reconcileProjects(page: ProjectPage): Promise<readonly Difference[]>;
  /** All modules of an instance. @returns How many of them are others than before. */
  noteModules(instance: string, modules: readonly OdooModule[]): Promise<number>;
  /** The database's time. */
  now(): Promise<string>;
}

const READ_EVENTS = `select e.id, e.instance, e.event_type as "eventType", e.aggregate_type as "aggregateType", e.aggregate_id as "aggregateId",
    clock_timestamp() as "readAt"
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
    const [row] = await run(text, values);
    return row?.done;
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
    noteChange: async ({ eventId, model, recordId, isThere, writtenAt, links, askedAt }) => {
      const record = { model, record_id: recordId, is_there: isThere, written_at: writtenAt, links };
      await call('odoo.note_change', { event_id: eventId, ...record, asked_at: askedAt });
    },
    noteInstance: async (instance) => void (await call('odoo.note_instance', { ...instance })),
    keepProject: async ({ id, name, repoSlug, instance, version }) => {
      const odoo = { odoo_instance: instance, odoo_version: version };
      await call('ops.upsert_project', { slug: `odoo-${id}`, name, repo_slug: repoSlug, ...odoo });
    },
    reconcileProjects: async ({ instance, projects, askedAt, afterId, untilId }) => {
      const page = { projects: JSON.stringify(projects), asked_at: askedAt, after_id: afterId, until_id: untilId };
      const given = { instance: instance.name, odoo_version: instance.version, ...page };
      return (await call('ops.reconcile_odoo_projects', given)) as Difference[];
    },
    noteModules: async (instance, modules) =>
      Number(await call('odoo.note_modules', { instance, modules: JSON.stringify(modules) })),
    now: async () => {
      const [row] = await run('select clock_timestamp() as now', []);
      return String(row?.now);
    },
  };
}
