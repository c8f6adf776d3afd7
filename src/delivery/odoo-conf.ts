/** Odoo's configuration file, as Odoo reads it: the options of one section, continued on lines that are indented. */
import { DeliveryError } from './problem.ts';

/** Options by name, each as text. */
export type OdooConf = ReadonlyMap<string, string>;

/** @throws DeliveryError where it has no section `[options]`, in which Odoo looks. */
export function parseOdooConf(text: string, name: string): OdooConf {
  const options = new Map<string, string>();
  let isOptions = false;
  let hasOptions = false;
  let last: string | null = null;
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*([;#].*)?$/.test(line)) continue;
    const section = /^\[([^\]]+)\]/.exec(line)?.[1];
    if (section !== undefined) {
      isOptions = section === 'options';
      hasOptions ||= isOptions;
      last = null;
    } else if (isOptions && /^\s/.test(line) && last !== null) {
      options.set(last, `${options.get(last)} ${line.trim()}`.trim());
    } else if (isOptions) {
      const [, key, value] = /^([^=:]+?)\s*[=:]\s*(.*)$/.exec(line.trim()) ?? [];
      if (key === undefined) throw new DeliveryError(`${name}: "${line.trim()}" is no option such as workers = 4`);
      last = key.toLowerCase();
      options.set(last, (value ?? '').trim());
    }
  }
  if (!hasOptions) throw new DeliveryError(`${name} has no section [options]: Odoo reads nothing else`);
  return options;
}

/** Folders of `addons_path`, in their order; null where it is not set. */
export function addonsPathOf(conf: OdooConf): string[] | null {
  const folders = (conf.get('addons_path') ?? '')
    .split(',')
    .map((folder) => folder.trim())
    .filter(Boolean);
  return folders.length === 0 ? null : folders;
}
