/** Random filters over the fields that Odoo stores, with values that stand there and values at their edges. */
import type { Filter, Oracle, OracleLeaf, OracleType } from './odoo-oracle.ts';
import { type Choose, pickOne } from './random-filter.ts';

const EDGES: Readonly<Record<string, readonly unknown[]>> = {
  String: ['', 'a', 'Ma', 'INV', '%', '_', '\\', "it's", '10%', 'zzz', 'Ñ', 'ñ', 'false'],
  Int: [0, 1, 2, -1, 2_147_483_647],
  Decimal: ['0', '1', '-1', '0.5', '1824.00', '99999999999999999999.25'],
  Date: ['2026-01-31', '1999-12-31', '2099-01-01'],
  DateTime: ['2026-01-06T09:00:00Z', '2026-10-02T10:00:00.5+08:00', '1999-12-31T23:59:59-05:30'],
  Boolean: [true, false],
};
const COMPARISONS = ['lt', 'lte', 'gt', 'gte'];
const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  String: [...COMPARISONS, 'contains', 'startsWith'],
  Int: COMPARISONS,
  Decimal: COMPARISONS,
  Date: COMPARISONS,
  DateTime: COMPARISONS,
};

/** A filter of at most `depth` levels below the first. */
export function randomOdooFilter(choose: Choose, oracle: Oracle, name: string, depth = 2): Filter {
  const type = oracle.types.get(name) as OracleType;
  const nested = () => randomOdooFilter(choose, oracle, name, depth - 1);
  const shape = depth > 0 ? choose(7) : 0;
  if (shape === 5) return { [pickOne(choose, ['and', 'or'])]: Array.from({ length: choose(2) + 1 }, nested) };
  if (shape >= 6) return { not: nested() };
  const entries = Array.from({ length: 1 + choose(1) }, () => randomField(choose, oracle, type, depth));
  return Object.fromEntries(entries.flatMap((entry) => (entry ? [entry] : [])));
}

function randomField(choose: Choose, oracle: Oracle, type: OracleType, depth: number): [string, unknown] | null {
  const known = [...type.fields].filter(([, field]) => field.kind === 'leaf' || oracle.types.has(field.target));
  const relations = known.filter(([, { kind }]) => kind !== 'leaf');
  const leaves = known.filter(([, { kind }]) => kind === 'leaf');
  const useRelation = depth > 0 && relations.length > 0 && choose(2) === 2;
  const [name, field] = pickOne(choose, useRelation ? relations : leaves);
  if (field.kind === 'leaf') return [name, randomComparison(choose, field)];
  const inner = choose(6) === 0 ? {} : randomOdooFilter(choose, oracle, field.target, depth - 1);
  return [name, field.kind === 'one' ? inner : { [pickOne(choose, ['some', 'none'])]: inner }];
}

function randomComparison(choose: Choose, { field, samples, isMarkup }: OracleLeaf): Filter {
  const operators = isMarkup
    ? ['contains', 'startsWith', 'isNull']
    : ['eq', 'ne', 'in', 'notIn', 'isNull', ...(OPERATORS[field.scalar] ?? [])];
  const operator = pickOne(choose, operators);
  if (operator === 'isNull') return { isNull: choose(1) === 1 };
  const value = () => randomValue(choose, field.scalar, field.stored, samples);
  if (operator === 'in' || operator === 'notIn') return { [operator]: Array.from({ length: choose(3) }, value) };
  return { [operator]: operator === 'contains' || operator === 'startsWith' ? cut(choose, String(value())) : value() };
}

function randomValue(
  choose: Choose,
  scalar: string,
  stored: ReadonlyMap<string, string> | null,
  samples: readonly unknown[],
): unknown {
  if (stored) return pickOne(choose, [...stored.keys()]);
  const edges = EDGES[scalar] ?? [];
  const text = String(
    pickOne(choose, choose(2) > 0 && samples.length > 0 ? samples : edges.length > 0 ? edges : ['1']),
  );
  switch (scalar) {
    case 'Boolean':
      return choose(1) === 1;
    case 'Int':
      return Number(text);
    case 'DateTime':
      return text.includes('T') ? text : `${text.slice(0, 19).replace(' ', 'T')}Z`;
    default:
      return text;
  }
}

/** A piece of the text, in another case now and then. */
function cut(choose: Choose, text: string): string {
  const start = choose(1) === 0 ? 0 : choose(Math.max(text.length - 1, 0));
  const piece = text.slice(start, start + 1 + choose(8));
  return choose(2) === 0 ? piece.toUpperCase() : piece;
}
