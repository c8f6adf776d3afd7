/** The section `stages` of `ssot/environments.yaml`. */
import { z } from 'zod';

const names = z.array(z.string().min(1)).default([]);

/** Its shape. */
export const stageSettings = z.strictObject({
  /** Crons that may be active, by XML id, or by name where they have none. */
  crons: z.array(z.string().min(1)).default(['base.autovacuum_job']),
  /** Names of API keys that were made in a staging for itself. */
  apiKeys: names,
  /** Hosts of mail servers that send nothing on. */
  mailHosts: names,
  /** Hosts that `web.base.url` may have beside the one of ODOO_URL. */
  hosts: names,
  /** Folders of Odoo's addons, in their order; empty where nothing is settled. */
  addonsPath: names,
});

/** As it is read. */
export type StageSettings = z.infer<typeof stageSettings>;
