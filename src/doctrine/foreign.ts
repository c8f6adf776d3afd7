/** What postgres_fdw may show of Odoo's own database, as the doctrine says it: the columns, the SQL types and the readers. */
import { rolesOf, type TableGrant } from './grants.ts';
import type { Doctrine, Foreign } from './shape.ts';

/** A foreign table. */
export interface ForeignTable {
  /** Its qualified name here, e.g. `ops.odoo_tasks_fdw`. */
  readonly name: string;
  /** The model in Odoo. */
  readonly model: string;
  /** The table of Odoo's schema `public`. */
  readonly remote: string;
  /** Column → type as `format_type` says it. */
  readonly columns: ReadonlyMap<string, string>;
}

/** Empty where the doctrine lets nothing be shown. */
export function foreignTables({ foreign }: Pick<Doctrine, 'foreign'>): readonly ForeignTable[] {
  return Object.entries(foreign?.tables ?? {}).map(([name, { model, columns }]) => ({
    name,
    model,
    remote: model.replaceAll('.', '_'),
    columns: new Map(Object.entries(columns).map(([column, type]) => [column, typeOf(type)])),
  }));
}

/** Names of the foreign tables, and of the views of them. */
export function foreignRelations({ foreign }: Pick<Doctrine, 'foreign'>): readonly string[] {
  return [...Object.keys(foreign?.tables ?? {}), ...Object.keys(foreign?.views ?? {})];
}

/** Roles that read them: never one of people. */
export function foreignReaders(doctrine: Pick<Doctrine, 'foreign' | 'agents' | 'oauthClients'>): readonly string[] {
  const roles = rolesOf(doctrine);
  return (doctrine.foreign?.readers ?? []).map((reader) => roles.get(reader) ?? reader);
}

/** What those roles may, where the tables are there. */
export function foreignGrants(doctrine: Pick<Doctrine, 'foreign' | 'agents' | 'oauthClients'>): TableGrant[] {
  return foreignRelations(doctrine).flatMap((table) =>
    foreignReaders(doctrine).map((role) => ({ role, table, privilege: 'SELECT' as const, columns: 'all' as const })),
  );
}

function typeOf(type: Foreign['tables'][string]['columns'][string]): string {
  return type === 'timestamp' ? 'timestamp without time zone' : type;
}
