/** The order of groups, and `having`: conditions on aggregates. */
import { readAggregate } from './aggregate.ts';
import { compareWith } from './condition-scalar.ts';
import { createValueError } from './faults.ts';
import { renderTuple } from './python-repr.ts';
import type { OdooRecord, StoredModel } from './store.ts';

/** One key of an order of groups: a `groupby` entry or an aggregate. */
export interface GroupOrderTerm {
  readonly term: string;
  readonly direction: 'asc' | 'desc';
  readonly nulls: '' | 'nulls first' | 'nulls last';
}

const TERM = /^\s*([a-z0-9_]+(?:\.[\w.]+)?(?::[a-z_]+)?)(?:\s+(desc|asc))?(?:\s+(nulls first|nulls last))?\s*$/i;
const COMPARATORS = ['in', 'not in', '<', '>', '<=', '>=', '=', '!='];

/** Parses an order of groups. @throws OdooFault for one that is not understood. */
export function parseGroupOrder(order: string): readonly GroupOrderTerm[] {
  if (!order) return [];
  return order.split(',').map((part) => {
    const match = TERM.exec(part);
    if (!match) throw createValueError(`Invalid order '${order}' for _read_group()`);
    const direction = match[2]?.toLowerCase() === 'desc' ? 'desc' : 'asc';
    return { term: match[1] ?? '', direction, nulls: (match[3]?.toLowerCase() ?? '') as GroupOrderTerm['nulls'] };
  });
}

/** True if a group's aggregates fit `having`, a domain in prefix form. */
export function matchesHaving(model: StoredModel, records: readonly OdooRecord[], having: readonly unknown[]): boolean {
  const stack: boolean[] = [];
  for (const item of having.toReversed()) {
    if (item === '!') stack.push(!stack.pop());
    else if (item === '&' || item === '|') {
      const [left, right] = [stack.pop() ?? false, stack.pop() ?? false];
      stack.push(item === '&' ? left && right : left || right);
    } else stack.push(matchesClause(model, records, item));
  }
  return stack.every(Boolean);
}

function matchesClause(model: StoredModel, records: readonly OdooRecord[], item: unknown): boolean {
  if (!Array.isArray(item) || item.length !== 3) {
    throw createValueError(`Invalid having clause ${String(item)}: it should be a domain-like clause`);
  }
  const [aggregate, operator, limit] = item as [string, string, number];
  if (!COMPARATORS.includes(operator)) {
    const quoted = renderTuple(COMPARATORS);
    throw createValueError(`Invalid having clause ${renderTuple(item)}: supported comparators are ${quoted}`);
  }
  const value = Number(readAggregate(model, records, aggregate));
  if (operator === '=' || operator === '!=') return (value === limit) === (operator === '=');
  if (operator.endsWith('in')) return (limit as unknown as number[]).includes(value) === (operator === 'in');
  return compareWith(operator, value, limit);
}
