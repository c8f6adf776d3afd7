/** What Odoo owns is read through a link: no table keeps a copy of a model, under whatever name. */
import type { Finding } from '../finding.ts';
import type { RelationState, SchemaState } from '../sql/schema-state.ts';

/** The one schema that may hold what Odoo owns, where a comment marks it. The schema `odoo` is the ledger's own. */
export const SHADOW_SCHEMA = 'odoo_seed';

/** Models of Odoo → the stored fields that the schema shows of each. */
export type OdooModels = ReadonlyMap<string, ReadonlySet<string>>;

/** Columns that many tables have, so that they tell nothing. */
const COMMON_COLUMNS = new Set(
  'id name title description body content type kind state status active sequence version created_at updated_at create_date write_date user_id date note color'.split(
    ' ',
  ),
);
/** Columns that a copy under any name shares with the model. */
const SHARED_COLUMNS = 4;
/** Columns that are enough where the name speaks of Odoo, or of what it keeps. */
const SHARED_COLUMNS_WHERE_NAMED = 2;
/** Words for a copy. */
const COPIES =
  /^(cop(y|ies)|mirrors?|replicas?|clones?|caches?|cached|snapshots?|shadows?|imports?|imported|extracts?|dumps?|synced)$/;
/** Words for Odoo, and in the singular for things that its models hold under other names. */
const ODOO = /^(odoo|erp)$/;
const OTHER_NAMES = [
  'invoice',
  'bill',
  'customer',
  'vendor',
  'supplier',
  'contact',
  'receipt',
  'employee',
  'timesheet',
];

/** Looks at what all migrations leave, so that a column that is added later counts too. */
export function checkCopies({ relations }: SchemaState, models: OdooModels): Finding[] {
  const nouns = new Set([...OTHER_NAMES, ...[...models.keys()].map((model) => model.split('.').at(-1) ?? '')]);
  return [...relations].flatMap(([name, relation]) => {
    const [schema = '', table = ''] = name.includes('.') ? name.split('.') : ['public', name];
    // A foreign table keeps nothing: whether it may be there, the rule on wires says.
    if (schema === SHADOW_SCHEMA || relation.kind === 'view' || relation.kind === 'foreign table') return [];
    const what = findCopied(table, relation, models) ?? speakingName(table, relation, { models, nouns });
    if (!what) return [];
    const message = `${name} looks like a copy of ${what}, which Odoo owns: read it through a link, or keep its shadow in schema ${SHADOW_SCHEMA}`;
    return [{ rule: 'migrations/odoo-copy', message, file: relation.file, line: relation.line }];
  });
}

/** The model that a table copies, by the table's name (also in the plural, or with more words around) or by its columns. */
function findCopied(table: string, { columns }: RelationState, models: OdooModels): string | undefined {
  return [...models].find(([model, fields]) => {
    if (new RegExp(`(^|_)${model.replaceAll('.', '_')}(e?s)?($|_)`).test(table)) return true;
    return countShared(columns, fields) >= SHARED_COLUMNS;
  })?.[0];
}

interface Words {
  readonly models: OdooModels;
  readonly nouns: ReadonlySet<string>;
}

/** A name that says that it is a copy, or that speaks of Odoo's things and holds some of their fields. */
function speakingName(table: string, { columns }: RelationState, { models, nouns }: Words): string | undefined {
  const words = table.split('_').map((word) => word.replace(/(?<=[^s])s$/, ''));
  const isOdoo = words.some((word) => ODOO.test(word)) || columns.some((column) => /^odoo_|_odoo_/.test(column));
  const noun = words.find((word) => nouns.has(word));
  const isCopy = table.split('_').some((word) => COPIES.test(word));
  if (isCopy && (isOdoo || noun)) return noun ? `Odoo's ${noun}s` : 'what is in Odoo';
  if (!isOdoo && !noun) return undefined;
  return [...models].find(([, fields]) => countShared(columns, fields) >= SHARED_COLUMNS_WHERE_NAMED)?.[0];
}

function countShared(columns: readonly string[], fields: ReadonlySet<string>): number {
  return columns.filter((column) => fields.has(column) && !COMMON_COLUMNS.has(column)).length;
}
