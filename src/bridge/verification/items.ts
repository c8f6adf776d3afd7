/** Journal items, page by page, added up and hashed by group: no item is kept. */
import { createHash, type Hash } from 'node:crypto';
import type { OdooCall, OdooRecord } from '../../odoo/call.ts';
import { type GroupKey, ITEM, readMonth, textOf } from './groups.ts';

/** What the items of a group come to. */
export interface ItemSum {
  readonly key: GroupKey;
  readonly count: number;
  /** Exact, e.g. `1234.50`. */
  readonly debit: string;
  readonly credit: string;
  /** SHA-256 over ids and amounts, by id. */
  readonly hash: string;
}

/** Items of one call. */
const PAGE = 5_000;
const FIELDS = [
  'company_id',
  'journal_id',
  'date',
  'parent_state',
  'currency_id',
  'debit',
  'credit',
  'amount_currency',
];

interface Running {
  readonly key: GroupKey;
  readonly places: number;
  readonly hash: Hash;
  count: number;
  debit: bigint;
  credit: bigint;
}

/**
 * One call a page. Memory grows with the groups, not with the items.
 *
 * @param placesOf Decimal places of a company's currency. @returns By `textOf`.
 */
export async function sumItems(
  odoo: OdooCall,
  domain: readonly unknown[],
  { placesOf, signal }: { placesOf: (company: number) => number; signal: AbortSignal },
): Promise<Map<string, ItemSum>> {
  const running = new Map<string, Running>();
  for (let after = 0; ; ) {
    // In front of the conditions that are there, which `&` joins by itself.
    const args = { domain: [['id', '>', after], ...domain], fields: FIELDS, order: 'id', limit: PAGE, load: '' };
    const page = (await odoo(ITEM, 'search_read', args, { signal })) as readonly OdooRecord[];
    for (const item of page) add(running, item, placesOf);
    const last = page.at(-1)?.id;
    if (last === undefined || page.length < PAGE) break;
    after = last;
  }
  return new Map([...running].map(([text, sum]) => [text, end(sum)]));
}

function add(running: Map<string, Running>, item: OdooRecord, placesOf: (company: number) => number): void {
  const key: GroupKey = {
    company: Number(item.company_id),
    journal: Number(item.journal_id),
    month: readMonth(String(item.date)),
    state: String(item.parent_state),
    currency: Number(item.currency_id),
  };
  const text = textOf(key);
  const known = running.get(text);
  const sum = known ?? start(key, placesOf(key.company));
  if (!known) running.set(text, sum);
  sum.count += 1;
  sum.debit += toUnits(Number(item.debit), sum.places);
  sum.credit += toUnits(Number(item.credit), sum.places);
  sum.hash.update(`${item.id}:${item.debit}:${item.credit}:${item.amount_currency}\n`);
}

function start(key: GroupKey, places: number): Running {
  return { key, places, hash: createHash('sha256'), count: 0, debit: 0n, credit: 0n };
}

function end({ key, places, hash, count, debit, credit }: Running): ItemSum {
  return { key, count, debit: fromUnits(debit, places), credit: fromUnits(credit, places), hash: hash.digest('hex') };
}

/** An amount of a currency with so many decimal places, in its smallest unit. */
function toUnits(amount: number, places: number): bigint {
  return BigInt(amount.toFixed(places).replace('.', ''));
}

function fromUnits(units: bigint, places: number): string {
  if (places === 0) return String(units);
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
