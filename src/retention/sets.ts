/** What a plan is made of: sets of rows that leave together, or that stay. */

/** A table whose rows leave. */
export type ArchiveSource =
  | 'ops.run_events'
  | 'ops.artifacts'
  | 'ops.runs'
  | 'ops.backups'
  | 'odoo.event_log'
  | 'odoo.webhook_events';

/** Rows that leave together: a partition of events, or the rows of a table and kind. */
export interface LeavingSet {
  readonly source: ArchiveSource;
  /** For people, e.g. `2026-09` or `DAILY`. */
  readonly what: string;
  /** The partition's name; null for other tables. */
  readonly partition: string | null;
  readonly rows: number;
  /** RFC 3339; null where it has no row. */
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  /** Bytes that they take in the database, about. */
  readonly bytes: number;
}

/** Rows that are old enough and stay. */
export interface StayingSet {
  readonly source: ArchiveSource;
  readonly what: string;
  readonly rows: number;
  readonly why: string;
}

/** SQL of a time as RFC 3339 in UTC, whatever the session's time zone is. */
export function rfc3339(expression: string): string {
  return `to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}
