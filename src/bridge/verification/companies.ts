/** What control totals need of the companies: decimal places of their currencies, and until when their books are locked. */
import type { OdooCall, OdooRecord } from '../../odoo/call.ts';

/** It of all companies that the reader sees. */
export interface Companies {
  readonly placesOf: (company: number) => number;
  /** By company, the last day of its locked period; a company whose books are open is absent. */
  readonly locks: Readonly<Record<string, string>>;
}

/** Dates up to which nobody, or nobody without an exception, writes entries. Those of sales, purchases and taxes lock part of them. */
const LOCKS = ['fiscalyear_lock_date', 'hard_lock_date'];
const DEFAULT_PLACES = 2;

/** Three calls. */
export async function readCompanies(odoo: OdooCall, signal: AbortSignal): Promise<Companies> {
  const known = (await odoo(
    'res.company',
    'fields_get',
    { allfields: LOCKS, attributes: ['type'] },
    { signal },
  )) as object;
  const all = (fields: readonly string[]) => ({ domain: [], fields, load: '', context: { active_test: false } });
  const companies = await readAll(odoo, 'res.company', all(['currency_id', ...Object.keys(known)]), signal);
  const currencies = await readAll(odoo, 'res.currency', all(['decimal_places']), signal);
  const places = new Map(currencies.map((currency) => [currency.id, Number(currency.decimal_places)]));
  const own = new Map(companies.map((company) => [company.id, places.get(Number(company.currency_id))]));
  const locks = companies.flatMap((company) => {
    const dates = LOCKS.map((lock) => company[lock]).filter((date) => typeof date === 'string');
    const latest = dates.sort().at(-1);
    return latest === undefined ? [] : [[String(company.id), latest] as const];
  });
  return { placesOf: (company) => own.get(company) ?? DEFAULT_PLACES, locks: Object.fromEntries(locks) };
}

async function readAll(
  odoo: OdooCall,
  model: string,
  args: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<readonly OdooRecord[]> {
  return (await odoo(model, 'search_read', args, { signal })) as readonly OdooRecord[];
}
