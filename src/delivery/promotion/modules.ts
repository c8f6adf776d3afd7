/** The modules of an Odoo before and after a deployment: what ran is told by their versions, never by an exit code. */
import type { QueryOther } from '../../postgres/other-database.ts';

/** Installed modules by name, each with its version in the database, Odoo's `latest_version`. */
export type Versions = ReadonlyMap<string, string>;

/** A module that a deployment is to install or update; `wanted` is the version to come to, null for any other than before. */
export interface AskedModule {
  readonly module: string;
  readonly wanted: string | null;
}

/** A module that changed, or was asked for. */
export interface ModuleChange {
  readonly module: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly asked: boolean;
  readonly wanted: string | null;
}

const MODULES = `select name, latest_version as version from ir_module_module
  where state in ('installed', 'to upgrade', 'to remove') and latest_version is not null`;

/** Out of Odoo's own database. */
export async function readVersions(query: QueryOther): Promise<Versions> {
  return new Map((await query(MODULES)).map(({ name, version }) => [String(name), String(version)]));
}

/** Sorted by name. */
export function compareVersions(before: Versions, after: Versions, asked: readonly AskedModule[]): ModuleChange[] {
  const wanted = new Map(asked.map((one) => [one.module, one.wanted]));
  return [...new Set([...before.keys(), ...after.keys(), ...wanted.keys()])]
    .sort()
    .map((module) => ({
      module,
      from: before.get(module) ?? null,
      to: after.get(module) ?? null,
      asked: wanted.has(module),
      wanted: wanted.get(module) ?? null,
    }))
    .filter(({ from, to, asked: isAsked }) => isAsked || from !== to);
}
