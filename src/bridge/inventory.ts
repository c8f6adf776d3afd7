/** The modules of an Odoo: which are installed, and in which version. */
import type { OdooCall, OdooRecord } from '../odoo/call.ts';

/** A module as the ledger keeps it. */
export interface OdooModule {
  readonly name: string;
  /** Odoo's word, e.g. `installed`, `uninstalled` or `to upgrade`. */
  readonly state: string;
  /** The version that the database has; null where it has none. */
  readonly installedVersion: string | null;
  /** The version of its files; null where there are none. */
  readonly diskVersion: string | null;
}

const PAGE = 500;

/** All modules that its server knows. @throws GatewayError `FORBIDDEN` where the reader may not see them. */
export async function readModules(odoo: OdooCall, signal: AbortSignal): Promise<readonly OdooModule[]> {
  const modules: OdooModule[] = [];
  const fields = ['name', 'state', 'latest_version', 'installed_version'];
  for (let afterId: number | undefined = 0; afterId !== undefined; ) {
    const args = { domain: [['id', '>', afterId]], fields, order: 'id', limit: PAGE };
    const records = (await odoo('ir.module.module', 'search_read', args, { signal })) as OdooRecord[];
    modules.push(...records.map(toModule));
    afterId = records.length < PAGE ? undefined : records.at(-1)?.id;
  }
  return modules;
}

function toModule({ name, state, latest_version, installed_version }: OdooRecord): OdooModule {
  // Odoo's names say the opposite: `installed_version` is the version on disk, `latest_version` the installed one.
  return {
    name: String(name),
    state: String(state),
    installedVersion: textOf(latest_version),
    diskVersion: textOf(installed_version),
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
