/** Conditions on text, numbers, booleans, selections and ids, with Odoo 19's treatment of empty values. */
import { type Leaf, renderLeaf } from './domain.ts';
import { createTypeError, createValueError } from './faults.ts';
import { compilePattern } from './like.ts';
import type { Predicate } from './scope.ts';
import { type FieldMeta, readValue, type StoredModel } from './store.ts';

/** The value that Odoo takes for empty, besides null: '' for text, 0 for numbers; undefined where only null is empty. */
function falsyValue(meta: FieldMeta, field: string): unknown {
  if (field === 'id') return undefined;
  if (['char', 'text', 'html'].includes(meta.type)) return '';
  return ['integer', 'float', 'monetary'].includes(meta.type) ? 0 : undefined;
}

/** Compiles `in`, an inequality or a pattern on a field that is no relation and no date. */
export function compileScalar(model: StoredModel, meta: FieldMeta, leaf: Leaf): Predicate {
  const read = (record: Parameters<Predicate>[0]) => readValue(model, record, leaf.field);
  if (leaf.operator.endsWith('like')) {
    const matches = compilePattern(leaf.operator, String(leaf.value));
    return (record) => {
      const value = read(record);
      return value !== false ? matches(String(value)) : meta.type === 'boolean' && matches('false');
    };
  }
  if (meta.type === 'boolean') return compileBoolean(read, leaf);
  const empty = falsyValue(meta, leaf.field);
  if (leaf.operator === 'in') return compileIn(read, leaf.value as readonly unknown[], empty);
  return compileInequality(read, leaf, empty);
}

function compileBoolean(read: (record: Parameters<Predicate>[0]) => unknown, leaf: Leaf): Predicate {
  if (!Array.isArray(leaf.value)) {
    const type = typeof leaf.value === 'boolean' ? 'bool' : typeof leaf.value === 'number' ? 'int' : 'str';
    throw createValueError(
      `Cannot compare '${leaf.field}' to <class '${type}'> which is not a collection of length 1 in condition ${renderLeaf(leaf)}`,
    );
  }
  const wanted = new Set(leaf.value.map((value) => (typeof value === 'string' ? isTrueText(value) : Boolean(value))));
  return (record) => wanted.has(read(record) === true);
}

function isTrueText(text: string): boolean {
  return ['y', 'yes', '1', 'true', 't', 'on'].includes(text.toLowerCase());
}

function compileIn(
  read: (record: Parameters<Predicate>[0]) => unknown,
  values: readonly unknown[],
  empty: unknown,
): Predicate {
  const wanted = new Set(
    values.filter((value) => value !== false && value !== null).map((value) => convert(value, empty)),
  );
  const wantsEmpty = wanted.has(empty) || values.some((value) => value === false || value === null);
  return (record) => {
    const value = read(record);
    return value === false || value === empty ? wantsEmpty : wanted.has(value);
  };
}

function convert(value: unknown, empty: unknown): unknown {
  if (empty === '') return String(value);
  return empty === 0 ? Number(value) : value;
}

function compileInequality(read: (record: Parameters<Predicate>[0]) => unknown, leaf: Leaf, empty: unknown): Predicate {
  const limit = empty === undefined ? leaf.value : convert(leaf.value || empty, empty);
  if (empty === 0 && Number.isNaN(limit)) {
    throw createValueError(`could not convert string to float: '${String(leaf.value)}'`);
  }
  if (typeof limit !== 'string' && typeof limit !== 'number') {
    throw createTypeError(`Inequality not supported in condition ${renderLeaf(leaf)}`);
  }
  return (record) => {
    const stored = read(record);
    const value = stored === false ? empty : stored;
    return value !== undefined && compareWith(leaf.operator, value as string | number, limit);
  };
}

/** `value <operator> limit` for `<`, `>`, `<=`, `>=`. */
export function compareWith(operator: string, value: string | number, limit: string | number): boolean {
  if (operator === '<') return value < limit;
  if (operator === '>') return value > limit;
  return operator === '<=' ? value <= limit : value >= limit;
}
