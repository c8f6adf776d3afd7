/** Which columns of which models a call to Odoo names: what it reads, and what it compares, orders or groups by. */
import type { OdooArguments } from './call.ts';
import type { KnownField } from './known-fields.ts';
import type { Specification } from './specification.ts';

/** A column that a call names. */
export interface NamedField {
  readonly model: string;
  readonly column: string;
}

/** The field of a model, as far as it is known; through it the walk goes on to the model that a relation leads to. */
export type FindField = (model: string, column: string) => KnownField | null | undefined;

/** Columns that a call compares, orders, groups or sums by. */
export function comparedFields(find: FindField, model: string, args: OdooArguments): NamedField[] {
  const {
    domain = [],
    order = '',
    groupby = [],
    aggregates = [],
  } = args as {
    domain?: readonly unknown[];
    order?: string;
    groupby?: readonly string[];
    aggregates?: readonly string[];
  };
  const words = [...order.split(',').map((term) => term.trim().split(/\s+/)[0] ?? ''), ...groupby, ...aggregates];
  const paths = words.map((word) => word.split(':')[0] ?? '').filter((path) => path !== '' && !path.startsWith('__'));
  return [...inDomain(find, model, domain), ...paths.flatMap((path) => inPath(find, model, path).named)];
}

/** Columns that a specification reads, those of the records that it leads to included. */
export function readFields(find: FindField, model: string, specification: Specification): NamedField[] {
  return Object.entries(specification).flatMap(([column, inner]) => {
    const target = inner.fields && find(model, column)?.relation;
    const below = target && inner.fields ? readFields(find, target, inner.fields) : [];
    const order = target && inner.order ? comparedFields(find, target, { order: inner.order }) : [];
    return [{ model, column }, ...below, ...order];
  });
}

function inDomain(find: FindField, model: string, domain: readonly unknown[]): NamedField[] {
  return domain.flatMap((item): NamedField[] => {
    if (!Array.isArray(item)) return [];
    const [path, operator, value] = item as [unknown, unknown, unknown];
    if (typeof path !== 'string') return [];
    const { named, target } = inPath(find, model, path);
    const isNested = (operator === 'any' || operator === 'not any') && Array.isArray(value);
    return isNested && target ? [...named, ...inDomain(find, target, value)] : named;
  });
}

/** A path may end in a part of a date: there no relation leads on. */
function inPath(find: FindField, model: string, path: string): { named: NamedField[]; target: string | undefined } {
  const named: NamedField[] = [];
  let at: string | undefined = model;
  for (const column of path.split('.')) {
    if (at === undefined) break;
    // A record is the same whether it is named or not.
    if (column === 'id') continue;
    named.push({ model: at, column });
    at = find(at, column)?.relation;
  }
  return { named, target: at };
}
