/** Everything that the doctor looks at, in one order. */
import type { Config } from '../../config.ts';
import type { OdooConf } from '../odoo-conf.ts';
import { checkAddonsPath } from './addons-path.ts';
import { type Check, failed, ok } from './check.ts';
import { checkDatabase } from './database.ts';
import { checkOdoo } from './odoo.ts';
import { checkOdooLimits } from './odoo-limits.ts';
import { checkKeySet, checkRuns, checkStorage } from './others.ts';
import type { Systems } from './systems.ts';

/** What is looked at. */
export interface Examined {
  /** Null where it could not be read. */
  readonly config: Config | null;
  /** A sentence for each bad variable. */
  readonly problems: readonly string[];
  /** Odoo's configuration file, where one is given. */
  readonly odooConf: OdooConf | null;
  /** Odoo's addons path as `ssot/environments.yaml` settles it; empty where it does not. */
  readonly addonsPath: readonly string[];
  /** Days after which the registry wants the reader's key replaced. */
  readonly rotateDays: number;
}

/** Asks each system once, and changes nothing. */
export async function examine(
  { config, problems, odooConf, addonsPath, rotateDays }: Examined,
  systems: Systems,
): Promise<Check[]> {
  const limits = odooConf
    ? [...checkOdooLimits(odooConf, config?.stage ?? 'production'), ...checkAddonsPath(odooConf, addonsPath)]
    : [];
  if (!config)
    return [
      ...problems.map((problem) =>
        failed('configuration', problem, 'correct it: docs/configuration.md lists each variable'),
      ),
      ...limits,
    ];
  if (config.embedded)
    return [ok('configuration', 'neither DATABASE_URL nor ODOO_URL is set: the embedded demo'), ...limits];
  return [
    ok('configuration', `complete, for ${config.stage}`),
    ...(await checkDatabase(config, systems)),
    ...(await checkOdoo(config, systems, rotateDays)),
    ...(await checkKeySet(config, systems)),
    await checkStorage(config, systems),
    checkRuns(config),
    ...limits,
  ];
}
