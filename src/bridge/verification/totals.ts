/** Control totals of the journal items of Odoo: what Odoo adds up, and what its items come to, of the same moment. */
import { GatewayError } from '../../errors.ts';
import type { OdooCall } from '../../odoo/call.ts';
import { readCompanies } from './companies.ts';
import { domainOf, type GroupKey, type ItemGroup, readGroups } from './groups.ts';
import { type ItemSum, sumItems } from './items.ts';

/** A control total, as the database takes it. */
export interface ControlTotal {
  readonly company_id: number;
  readonly company: string;
  readonly journal_id: number;
  readonly journal: string;
  /** Its first day. */
  readonly month: string;
  readonly state: string;
  readonly currency: string;
  readonly count: number;
  readonly debit: string;
  readonly credit: string;
  readonly hash: string;
}

/** All of them, and by company the last day of its locked period. */
export interface ControlTotals {
  readonly totals: readonly ControlTotal[];
  readonly locks: Readonly<Record<string, string>>;
}

/** How often groups are read that change while they are read. */
const ROUNDS = 4;
/** More than that are not asked for one by one. */
const MAX_CONDITIONS = 50;

/**
 * One call for the groups, one a page of items, and three for companies and currencies. Groups that were written in between are read
 * again.
 *
 * @throws GatewayError `CONFLICT` where some are written faster than they are read; `NOT_CONFIGURED` where this Odoo keeps no books.
 */
export async function readTotals(odoo: OdooCall, signal: AbortSignal): Promise<ControlTotals> {
  const { placesOf, locks } = await readCompanies(odoo, signal);
  const agreed = new Map<string, ControlTotal>();
  let domain: unknown[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const groups = await readGroups(odoo, domain, signal);
    const sums = await sumItems(odoo, domain, { placesOf, signal });
    const moved: GroupKey[] = [];
    for (const text of new Set([...groups.keys(), ...sums.keys()])) {
      const [group, sum] = [groups.get(text), sums.get(text)];
      if (group && sum && agrees(group, sum, placesOf(group.key.company))) agreed.set(text, toTotal(group, sum));
      else moved.push((group ?? (sum as ItemSum)).key);
    }
    if (moved.length === 0) return { totals: [...agreed.values()], locks };
    const isMany = moved.length > MAX_CONDITIONS;
    if (isMany) agreed.clear();
    domain = isMany ? [] : domainOf(moved);
  }
  throw new GatewayError('CONFLICT', 'Journal items were written faster than they were read: verify when fewer are', {
    surface: 'odoo',
  });
}

/** Odoo sends a sum as a double, which a great one is near to. */
function agrees({ count, debit, credit }: ItemGroup, sum: ItemSum, places: number): boolean {
  const near = (double: number, exact: string) => double.toFixed(places) === Number(exact).toFixed(places);
  return count === sum.count && near(debit, sum.debit) && near(credit, sum.credit);
}

function toTotal({ key, names }: ItemGroup, { count, debit, credit, hash }: ItemSum): ControlTotal {
  return {
    company_id: key.company,
    company: names.company,
    journal_id: key.journal,
    journal: names.journal,
    month: `${key.month}-01`,
    state: key.state,
    currency: names.currency,
    ...{ count, debit, credit, hash },
  };
}
