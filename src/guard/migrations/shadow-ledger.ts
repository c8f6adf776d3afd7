/** There is one ledger of the books, Odoo's: no table keeps its entries, under whatever name. Control totals are none. */
import type { Finding } from '../finding.ts';
import type { RelationState, SchemaState } from '../sql/schema-state.ts';

/** Names of tables that hold entries. */
const ENTRIES =
  /(^|_)(account_moves?(_lines?)?|move_lines?|journal_(entr(y|ies)|items?)|gl_(entr(y|ies)|lines?)|general_ledgers?|bank_statement_lines?)($|_)/;
/** Names of copies of them. */
const SHADOWS =
  /(^|_)(shadows?|cop(y|ies)|mirrors?|synced|cached)_(\w+_)?(moves?|entr(y|ies)|invoices?|bills?|payments?|expenses?|ledgers?|postings?)($|_)/;
/** What totals are called, which add entries up. */
const TOTALS = /(^|_)(totals?|summar(y|ies)|balances)$/;
/** Columns that tell one entry from another. */
const ENTRY_ID =
  /^(odoo_)?((account_)?move(_line)?|invoice|bill|payment|expense|journal_(entry|item)|entry|statement_line)_(odoo_)?(id|ref|number|name)$/;
/** Columns of money. */
const MONEY =
  /^(debit|credit|balance|residual|amount|price_total|price_subtotal|(amount|debit|credit|balance|residual)_\w+|\w+_(amount|debit|credit|balance|residual))$/;
/** A column that says how many entries a row adds up. */
const COUNT = /^(count|entries|items|\w+_count)$/;

/** Looks at what all migrations leave, but for what was found to be a copy of a model already. */
export function checkLedgers({ relations }: SchemaState, copies: readonly Finding[]): Finding[] {
  const found = new Set(copies.map(({ message }) => message.split(' ')[0]));
  return [...relations].flatMap(([name, relation]) => {
    const why = found.has(name) ? null : whyLedger(name.split('.').at(-1) ?? name, relation);
    if (why === null) return [];
    const message = `${name} ${why}, as a second ledger of the books would: they are Odoo's; keep control totals (company, journal, month, count, debit, credit, hash), or read entries through a link`;
    return [{ rule: 'migrations/shadow-ledger', message, file: relation.file, line: relation.line }];
  });
}

/** Null where it is none. A foreign table keeps nothing, and neither does a view. */
function whyLedger(table: string, { kind, columns }: RelationState): string | null {
  if (kind === 'view' || kind === 'foreign table') return null;
  if (ENTRIES.test(table)) return 'is named after entries';
  if (SHADOWS.test(table) && !TOTALS.test(table)) return 'is named after copies of entries';
  const id = columns.find((column) => ENTRY_ID.test(column));
  const money = columns.find((column) => MONEY.test(column));
  if (id && money) return `has ${money} beside ${id}`;
  const isDoubleEntry = ['debit', 'credit'].every((side) => columns.some((column) => column.split('_').includes(side)));
  return isDoubleEntry && !columns.some((column) => COUNT.test(column))
    ? 'has a debit and a credit, and no count'
    : null;
}
