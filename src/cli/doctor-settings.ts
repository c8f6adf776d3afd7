/** The files of settings that `tripoint doctor` looks at. */
import { loadBridgeSettings } from '../bridge/settings.ts';
import { type Check, failed } from '../delivery/doctor/check.ts';
import { readEnvironments } from '../delivery/environments.ts';
import { loadDoctrine } from '../doctrine/load.ts';
import { loadSecrets } from '../doctrine/secrets.ts';
import type { Paths } from '../paths.ts';
import { ToldError } from '../told-error.ts';
import { readProductionMarks } from './stage.ts';

/** What the other lines need of the files, and a failed line for each file that cannot be used. */
export interface DoctorSettings {
  /** Models of Odoo that the doctrine gives to users; none where it cannot be read. */
  readonly models: readonly string[];
  /** Days after which the registry wants the reader's key of Odoo replaced. */
  readonly rotateDays: number;
  /** Folders of Odoo's addons, in their order; empty where none are settled. */
  readonly addonsPath: readonly string[];
  readonly unread: readonly Check[];
}

const DEFAULT_ROTATION = 80;

/** Reads each file, also where another cannot be used. */
export function readDoctorSettings(paths: Paths): DoctorSettings {
  const unread: Check[] = [];
  const read = <T>(name: string, load: () => T): T | null => {
    try {
      return load();
    } catch (error) {
      if (!(error instanceof ToldError)) throw error;
      unread.push(
        failed(`settings/${name}`, error.message, 'correct the file, or name another: docs/configuration.md'),
      );
      return null;
    }
  };
  const doctrine = read('doctrine', () => loadDoctrine(paths));
  const secrets = read('secrets', () => loadSecrets(paths.secrets).secrets);
  const environments = read('environments', () => readEnvironments(paths.environments));
  if (doctrine) read('bridge', () => loadBridgeSettings(paths.bridge, new Set(doctrine.surfaces.odoo.owns)));
  read('stages', () => readProductionMarks(paths.stages));
  const odoo = doctrine?.readers.user.odoo;
  return {
    models: Array.isArray(odoo) ? odoo : [],
    rotateDays: secrets?.ODOO_API_KEY?.rotation.everyDays ?? DEFAULT_ROTATION,
    addonsPath: environments?.stages.addonsPath ?? [],
    unread,
  };
}
