/** What a sync tells the database: each page with the cursor that it moves, in one statement. */
import { agentViewer } from '../auth/viewer.ts';
import { callFunction } from '../postgres/call-function.ts';
import { readRows } from '../postgres/json-rows.ts';
import type { PostgresSource } from '../postgres/source.ts';
import { BRIDGE_AGENT } from './bridge-ledger.ts';
import type { Linked } from './links.ts';
import type { Written } from './written.ts';

/** `changes`: records by their time of writing. `ids`: all ids, for those that are gone. `links`: many2many fields. */
export type WalkKind = 'changes' | 'ids' | 'links';

/** A walk that is begun, or goes on. */
export interface Walk {
  readonly id: string;
  readonly step: number;
  /** The id after which it goes on. */
  readonly afterId: number;
  /** Records written before this time, in whole seconds, are not looked at; null where all are. */
  readonly since: string | null;
  readonly isResumed: boolean;
  /** Whether none has come to its end yet. */
  readonly isFirst: boolean;
}

/** Which walk is wanted. */
export interface NewWalk {
  readonly instance: string;
  readonly model: string;
  readonly kind: WalkKind;
  /** The latest time of writing that Odoo has, in whole seconds. */
  readonly latest?: string | null;
  readonly overlapSeconds?: number;
  readonly whole?: boolean;
  /** Seconds that must have passed since the last one ended; 0 where absent. */
  readonly everySeconds?: number;
}

/** Where a page was asked from, and the last id of it; null where nothing comes after it. */
export interface Place {
  readonly id: string;
  readonly step: number;
  readonly untilId: number | null;
}

/** What a page came to. */
export interface Moved {
  readonly step: number;
  /** The database's time before the next call of Odoo. */
  readonly askedAt: string;
  /** Changes, or removals, that were noted. */
  readonly told: number;
}

/** Each refuses with `CONFLICT` where another sync has gone on with the walk. */
export interface SyncLedger {
  /** Null where it is not due yet. */
  beginWalk(walk: NewWalk): Promise<Walk | null>;
  notePage(place: Place, records: readonly (Written & Partial<Linked>)[]): Promise<Moved>;
  noteIds(place: Place, ids: readonly number[]): Promise<Moved & { readonly unknown: readonly number[] }>;
  noteLinks(place: Place, records: readonly Linked[]): Promise<Moved & { readonly differing: readonly number[] }>;
  /** Notes single records. @returns How many had changed. */
  noteRecords(of: NotedRecords): Promise<number>;
}

/** Records that were looked at by themselves. */
export interface NotedRecords {
  readonly instance: string;
  readonly model: string;
  readonly records: readonly (Written & Partial<Linked>)[];
  readonly askedAt: string;
}

/** Asks nothing before it is asked. */
export function createSyncLedger(postgres: Pick<PostgresSource, 'repeatable'>): SyncLedger {
  const viewer = agentViewer(BRIDGE_AGENT);
  const call = async (name: string, given: Readonly<Record<string, unknown>>): Promise<unknown> => {
    const statement = callFunction(name, given, 'done');
    const [row] = await readRows((one) => postgres.repeatable(viewer, one), statement);
    return row?.done;
  };
  const move = async <T>(name: string, { id, step, untilId }: Place, given: Readonly<Record<string, unknown>>) =>
    (await call(name, { cursor_id: id, step, until_id: untilId, ...given })) as T;
  return {
    beginWalk: async ({ instance, model, kind, latest, overlapSeconds = 120, whole = false, everySeconds = 0 }) => {
      const given = { instance, model, walk: kind, latest, overlap_seconds: overlapSeconds, whole };
      return (await call('odoo.begin_walk', { ...given, every_seconds: everySeconds })) as Walk | null;
    },
    notePage: (place, records) => move('odoo.note_page', place, { records: JSON.stringify(records) }),
    noteIds: (place, ids) => move('odoo.note_ids', place, { ids: JSON.stringify(ids) }),
    noteLinks: (place, records) => move('odoo.note_links', place, { records: JSON.stringify(records) }),
    noteRecords: async ({ instance, model, records, askedAt }) =>
      Number(await call('odoo.note_records', { instance, model, records: JSON.stringify(records), asked_at: askedAt })),
  };
}
