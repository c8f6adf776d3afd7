/** How old each kind of row may become before it leaves the ledger, in days. */

/** Ages in days, 1 to 36 500. Approvals have none: they stay. */
export interface RetentionAges {
  /** Age of a run, since it ended. */
  readonly runs: number;
  /** Age of events: a month leaves when its last moment is this old. */
  readonly events: number;
  /** Age of an artifact, since it was recorded. */
  readonly artifacts: number;
  /** Age of an artifact whose run failed or died: people look for causes longer than for results. */
  readonly failedArtifacts: number;
  /** Age of a backup, since it was taken. */
  readonly dailyBackups: number;
  readonly weeklyBackups: number;
  readonly monthlyBackups: number;
  /** Age of an event of Odoo, since it came, and of a row of their log. */
  readonly odooEvents: number;
}

type AgeVariable =
  | 'RETENTION_RUNS_DAYS'
  | 'RETENTION_EVENTS_DAYS'
  | 'RETENTION_ARTIFACTS_DAYS'
  | 'RETENTION_FAILED_ARTIFACTS_DAYS'
  | 'RETENTION_DAILY_BACKUPS_DAYS'
  | 'RETENTION_WEEKLY_BACKUPS_DAYS'
  | 'RETENTION_MONTHLY_BACKUPS_DAYS'
  | 'RETENTION_ODOO_EVENTS_DAYS';

/** From the variables of the environment, in days. */
export function readAges(read: Readonly<Record<AgeVariable, number>>): RetentionAges {
  return {
    runs: read.RETENTION_RUNS_DAYS,
    events: read.RETENTION_EVENTS_DAYS,
    artifacts: read.RETENTION_ARTIFACTS_DAYS,
    failedArtifacts: read.RETENTION_FAILED_ARTIFACTS_DAYS,
    dailyBackups: read.RETENTION_DAILY_BACKUPS_DAYS,
    weeklyBackups: read.RETENTION_WEEKLY_BACKUPS_DAYS,
    monthlyBackups: read.RETENTION_MONTHLY_BACKUPS_DAYS,
    odooEvents: read.RETENTION_ODOO_EVENTS_DAYS,
  };
}
