/** Days after which rows of each kind leave the ledger, as the environment says them. */
import { z } from 'zod';
import { days } from '../variables.ts';

/** Each has a default. */
export const retentionVariables = z.object({
  RETENTION_RUNS_DAYS: days(90),
  RETENTION_EVENTS_DAYS: days(30),
  RETENTION_ARTIFACTS_DAYS: days(30),
  RETENTION_FAILED_ARTIFACTS_DAYS: days(90),
  RETENTION_DAILY_BACKUPS_DAYS: days(30),
  RETENTION_WEEKLY_BACKUPS_DAYS: days(90),
  RETENTION_MONTHLY_BACKUPS_DAYS: days(365),
  RETENTION_ODOO_EVENTS_DAYS: days(90),
  RETENTION_HISTORY_DAYS: days(30),
});
