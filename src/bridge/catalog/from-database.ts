/** The tables, views and columns of the schemas that are ours, as the database has them now. */
import { agentViewer } from '../../auth/viewer.ts';
import { readRows } from '../../postgres/json-rows.ts';
import type { PostgresSource } from '../../postgres/source.ts';
import { SCHEMA_LIST } from '../../schemas.ts';
import { BRIDGE_AGENT } from '../bridge-ledger.ts';
import { type Asset, partFqdn, tableFqdn } from './asset.ts';

/** A partition is its table. */
const READ_COLUMNS = `select n.nspname || '.' || c.relname as "table",
    case when c.relkind in ('v', 'm') then 'view' when c.relkind = 'f' then 'foreign table' else 'table' end as kind,
    obj_description(c.oid, 'pg_class') as description,
    json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'isRequired', a.attnotnull,
      'description', col_description(c.oid, a.attnum)) order by a.attnum) as columns
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where n.nspname in (${SCHEMA_LIST}) and c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition
  group by n.nspname, c.oid, c.relname, c.relkind
  order by 1`;

interface TableRow {
  readonly table: string;
  readonly kind: string;
  readonly description: string | null;
  readonly columns: readonly {
    readonly name: string;
    readonly type: string;
    readonly isRequired: boolean;
    readonly description: string | null;
  }[];
}

/** One statement. */
export async function readDatabaseAssets(postgres: Pick<PostgresSource, 'repeatable'>): Promise<Asset[]> {
  const viewer = agentViewer(BRIDGE_AGENT);
  const statement = { text: READ_COLUMNS, values: [] };
  const rows = await readRows((asked) => postgres.repeatable(viewer, asked), statement);
  return (rows as unknown as readonly TableRow[]).flatMap(({ table, kind, description, columns }): Asset[] => {
    const fqdn = tableFqdn(table);
    return [
      { fqdn, type: 'TABLE', metadata: { table, kind, ...(description && { description }), columns: columns.length } },
      ...columns.map(({ name, type, isRequired, description: said }): Asset => {
        const metadata = { table, type, isRequired, ...(said && { description: said }) };
        return { fqdn: partFqdn(fqdn, name), type: 'COLUMN', metadata };
      }),
    ];
  });
}
