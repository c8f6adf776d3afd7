/** Odoo's addons path in its configuration file, beside what is settled for all places that say one. */
import { addonsPathOf, type OdooConf } from '../odoo-conf.ts';
import { type Check, failed, ok } from './check.ts';

/** @param settled Folders in their order; none where nothing is settled, and then there is nothing to compare. */
export function checkAddonsPath(conf: OdooConf, settled: readonly string[]): Check[] {
  if (settled.length === 0) return [];
  const name = 'odoo-conf/addons_path';
  const found = (addonsPathOf(conf) ?? []).map((folder) => folder.replace(/(?<=.)\/$/, ''));
  const said = `addons_path is ${found.length === 0 ? 'not set' : found.join(', ')}`;
  return found.join() === settled.join()
    ? [ok(name, said)]
    : [failed(name, said, `set it to ${settled.join(',')}, as stages.addonsPath of ssot/environments.yaml says`)];
}
