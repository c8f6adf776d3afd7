/** Domains: from Odoo's prefix lists to a tree, with Odoo's own complaints about malformed ones. */
import { createTypeError, createValueError } from './faults.ts';
import { renderPython, renderTuple } from './python-repr.ts';

/** A condition on a field or a path of fields. */
export interface Leaf {
  readonly kind: 'leaf';
  readonly field: string;
  readonly operator: string;
  readonly value: unknown;
}

/** A parsed domain. */
export type Domain =
  | Leaf
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'not'; readonly item: Domain }
  | { readonly kind: 'and' | 'or'; readonly items: readonly Domain[] };

const OPERATORS = new Set([
  ...['=', '!=', '<', '>', '<=', '>=', 'in', 'not in', 'like', 'not like', 'ilike', 'not ilike', '=like', 'not =like'],
  ...['=ilike', 'not =ilike', 'any', 'not any', 'child_of', 'parent_of', '=?', '<>', '=='],
]);

/** Parses a domain list. @throws OdooFault as Odoo does for a malformed one. */
export function parseDomain(input: unknown): Domain {
  if (input === true || input === false) return { kind: 'constant', value: input };
  if (!Array.isArray(input)) throw createTypeError(`Domain() invalid argument type for domain: ${renderPython(input)}`);
  const stack: Domain[] = [];
  const pop = (): Domain => {
    const top = stack.pop();
    if (!top) throw createValueError(`Domain() malformed domain ${renderPython(input)}`);
    return top;
  };
  for (const item of input.toReversed()) {
    if (Array.isArray(item) && item.length === 3) stack.push(parseLeaf(item));
    else if (item === '&') stack.push(combine('and', [pop(), pop()]));
    else if (item === '|') stack.push(combine('or', [pop(), pop()]));
    else if (item === '!') stack.push(negate(pop()));
    else throw createValueError(`Domain() invalid item in domain: ${renderPython(item)}`);
  }
  return combine('and', stack.reverse());
}

/** Odoo folds what is constant at once, and then no longer knows which fields it named. */
function combine(kind: 'and' | 'or', items: readonly Domain[]): Domain {
  const decides = kind === 'or';
  const rest = items.filter((item) => item.kind !== 'constant' || item.value === decides);
  const deciding = rest.find((item) => item.kind === 'constant');
  if (deciding) return deciding;
  return rest.length === 0 ? { kind: 'constant', value: !decides } : { kind, items: rest };
}

function negate(item: Domain): Domain {
  return item.kind === 'constant' ? { kind: 'constant', value: !item.value } : { kind: 'not', item };
}

/** `('name', '=', 1)`, as messages quote a condition. */
export function renderLeaf(leaf: Leaf): string {
  return renderTuple([leaf.field, leaf.operator, leaf.value]);
}

/** True if a condition of this domain, not of a nested one, is on exactly this field. */
export function mentionsField(domain: Domain, field: string): boolean {
  if (domain.kind === 'leaf') return domain.field === field;
  if (domain.kind === 'not') return mentionsField(domain.item, field);
  return domain.kind !== 'constant' && domain.items.some((item) => mentionsField(item, field));
}

function parseLeaf(item: readonly unknown[]): Domain {
  const [field, operator, value] = item;
  if (typeof field !== 'string') {
    // Python compares True to 1 as equal.
    const constant = operator === '=' && Number(value) === 1 ? [0, 1].indexOf(Number(field)) : -1;
    if (constant < 0) throw createTypeError(`Domain() invalid arguments: ${renderTuple(item)}`);
    return { kind: 'constant', value: constant === 1 };
  }
  const leaf: Leaf = { kind: 'leaf', field, operator: String(operator).toLowerCase(), value: value ?? false };
  if (field === '') throw createTypeError(`Empty field name in condition ${renderLeaf(leaf)}`);
  if (operator === 'any!' || operator === 'not any!') {
    throw createValueError(`Domain() invalid item in domain: ${renderPython(item)}`);
  }
  if (!OPERATORS.has(leaf.operator)) throw createValueError(`Invalid operator in condition ${renderLeaf(leaf)}`);
  return leaf;
}
