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
}
