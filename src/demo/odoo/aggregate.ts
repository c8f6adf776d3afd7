/** Aggregates of a group: `__count`, `amount_total:sum`, `id:count_distinct`, … */
import { createValueError } from './faults.ts';
import { compareValues } from './order.ts';
import { type OdooRecord, readValue, type StoredModel, showValue } from './store.ts';

/** One aggregate over records in the order of ids. Empty is `false`, counts are 0. */
export function readAggregate(model: StoredModel, records: readonly OdooRecord[], spec: string): unknown {
  if (spec === '__count') return records.length;
  const [field = '', method] = spec.split(':');
  const meta = model.fields[field];
  if (!meta) throw createValueError(`Invalid field '${field}' on model '${model.model}' for '${spec}'.`);
  if (!method) throw createValueError(`Aggregate method is mandatory for '${field}'`);
  // Odoo follows a related field that is not stored to the one that is.
  if (!meta.store && meta.aggregator === undefined && !meta.groupable) {
    throw createValueError(`Cannot convert ${model.model}.${field} to SQL because it is not stored`);
  }
  const all = records.map((record) => showValue(meta, readValue(model, record, field)));
  // Null is not 0 and not false; a stored boolean or number is never null here.
  const isBoolean = meta.type === 'boolean';
  const values = all.filter((value) => isBoolean || value !== false);
  return apply(method, values, all, spec);
}

function apply(method: string, values: readonly unknown[], all: readonly unknown[], spec: string): unknown {
  const numbers = values as readonly number[];
  const sorted = () => values.toSorted(compareValues);
  const methods: Record<string, () => unknown> = {
    count: () => values.length,
    count_distinct: () => new Set(values).size,
    sum: () => (values.length > 0 ? total(numbers) : false),
    avg: () => (values.length > 0 ? total(numbers) / values.length : false),
    min: () => sorted()[0] ?? false,
    max: () => sorted().at(-1) ?? false,
    bool_and: () => values.length > 0 && values.every(Boolean),
    bool_or: () => values.some(Boolean),
    array_agg: () => all.map((value) => (value === false ? null : value)),
    array_agg_distinct: () => [...new Set(sorted())],
    recordset: () => all.map((value) => (value === false ? null : value)),
  };
  const compute = methods[method];
  if (!compute) throw createValueError(`Invalid aggregate method '${method}' for '${spec}'.`);
  return compute();
}

// Odoo's columns are numeric: their sums have no binary dust.
function total([first = 0, ...others]: readonly number[]): number {
  if (others.length === 0) return first;
  return Number(others.reduce((sum, value) => sum + value, first).toFixed(9));
}
