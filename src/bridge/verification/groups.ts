/** The groups of journal items that have a control total, as Odoo adds them up: one call. */
import type { OdooCall } from '../../odoo/call.ts';

/** What the items of a group have in common. */
export interface GroupKey {
  readonly company: number;
  readonly journal: number;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly state: string;
  readonly currency: number;
}

/** What Odoo says of a group. */
export interface ItemGroup {
  readonly key: GroupKey;
  /** Names of its company, journal and currency. */
  readonly names: { readonly company: string; readonly journal: string; readonly currency: string };
  readonly count: number;
  readonly debit: number;
  readonly credit: number;
}

/** The model of journal items. */
export const ITEM = 'account.move.line';

/** One text for each group. */
export function textOf({ company, journal, month, state, currency }: GroupKey): string {
  return [company, journal, month, state, currency].join('|');
}

/** @param domain Which items. @returns By `textOf`. */
export async function readGroups(
  odoo: OdooCall,
  domain: readonly unknown[],
  signal: AbortSignal,
): Promise<Map<string, ItemGroup>> {
  const groupby = ['company_id', 'journal_id', 'date:month', 'parent_state', 'currency_id'];
  const aggregates = ['__count', 'debit:sum', 'credit:sum'];
  const args = { domain, groupby, aggregates, context: { lang: 'en_US' } };
  const rows = (await odoo(ITEM, 'formatted_read_group', args, { signal })) as readonly Row[];
  return new Map(rows.map(readGroup).map((group) => [textOf(group.key), group]));
}

/** A domain that finds the items of these groups. */
export function domainOf(keys: readonly GroupKey[]): unknown[] {
  const conditions = keys.map(({ company, journal, month, state, currency }) => [
    ...['&', '&', '&', '&', '&'],
    ['company_id', '=', company],
    ['journal_id', '=', journal],
    ['date', '>=', `${month}-01`],
    ['date', '<', `${nextMonth(month)}-01`],
    ['parent_state', '=', state],
    ['currency_id', '=', currency],
  ]);
  return [...Array.from({ length: keys.length - 1 }, () => '|'), ...conditions.flat()];
}

function nextMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const next = number === 12 ? [year + 1, 1] : [year, number + 1];
  return `${String(next[0]).padStart(4, '0')}-${String(next[1]).padStart(2, '0')}`;
}

/** A group as Odoo sends it: a many2one as id and name, a month as its first day and a label. */
type Row = Readonly<Record<string, unknown>>;

function readGroup(row: Row): ItemGroup {
  const [company, journal, currency] = ['company_id', 'journal_id', 'currency_id'].map((field) => readOne(row[field]));
  const [start] = (row['date:month'] || ['']) as readonly [string, ...unknown[]];
  const key = {
    company: company?.id ?? 0,
    journal: journal?.id ?? 0,
    month: readMonth(start),
    state: String(row.parent_state),
    currency: currency?.id ?? 0,
  };
  const names = { company: company?.name ?? '', journal: journal?.name ?? '', currency: currency?.name ?? '' };
  return { key, names, count: Number(row.__count), debit: Number(row['debit:sum']), credit: Number(row['credit:sum']) };
}

/** `2026-11-30` → `2026-11`; Odoo writes a year before 1000 without its zeros. */
export function readMonth(date: string): string {
  const [year = '', month = ''] = date.split('-');
  return `${year.padStart(4, '0')}-${month}`;
}

function readOne(value: unknown): { id: number; name: string } {
  const [id, name] = (value || [0, '']) as readonly [number, string];
  return { id, name };
}
