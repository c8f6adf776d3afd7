/** One condition of a domain as a predicate: finds the field, follows paths, undoes negation, then by kind of field. */

import { compileDateCondition, compileDatePart } from './condition-date.ts';
import { compileNameCondition } from './condition-name.ts';
import { compileHierarchy, compileRelation } from './condition-relation.ts';
import { compileScalar } from './condition-scalar.ts';
import { type Leaf, parseDomain, renderLeaf } from './domain.ts';
import { createTypeError, createValueError } from './faults.ts';
import type { ConditionScope, Predicate } from './scope.ts';
import { type FieldMeta, isRelational, type StoredModel } from './store.ts';

const POSITIVE: Readonly<Record<string, string>> = {
  '!=': '=',
  '<>': '=',
  'not in': 'in',
  'not like': 'like',
  'not ilike': 'ilike',
  'not =like': '=like',
  'not =ilike': '=ilike',
  'not any': 'any',
};

/** Compiles a condition. Odoo 19's negative operators are the complement of the positive ones, nulls included. */
export function compileCondition(scope: ConditionScope, model: StoredModel, leaf: Leaf): Predicate {
  const [name = '', ...path] = leaf.field.split('.');
  const meta = model.fields[name];
  if (!meta) throw createValueError(`Invalid field ${model.model}.${name} in condition ${renderLeaf(leaf)}`);
  if (path.length > 0) return compilePath(scope, model, leaf, name, path.join('.'));
  if (leaf.operator === '=?')
    return leaf.value ? compilePositive(scope, model, meta, { ...leaf, operator: '=' }) : () => true;
  const positive = POSITIVE[leaf.operator];
  if (!positive) return compilePositive(scope, model, meta, leaf);
  const inner = compilePositive(scope, model, meta, { ...leaf, operator: positive });
  return (record) => !inner(record);
}

function compilePath(scope: ConditionScope, model: StoredModel, leaf: Leaf, name: string, rest: string): Predicate {
  const meta = model.fields[name] as FieldMeta;
  if (meta.type === 'date' || meta.type === 'datetime') return compileDatePart(name, rest, leaf);
  if (!isRelational(meta))
    throw createValueError(`Invalid field ${model.model}.${leaf.field} in condition ${renderLeaf(leaf)}`);
  // A path is `any` of its tail also for a negative operator: `parent.name != x` asks for a parent.
  return compileRelation(scope, model, name, { ...leaf, field: rest });
}

function compilePositive(scope: ConditionScope, model: StoredModel, meta: FieldMeta, raw: Leaf): Predicate {
  const leaf = normalise(raw);
  if (leaf.field === 'display_name') return compileNameCondition(scope, model, leaf);
  checkSearchable(model, meta, leaf);
  if (leaf.operator === 'child_of' || leaf.operator === 'parent_of') return compileHierarchy(scope, model, meta, leaf);
  if (leaf.operator === 'any') return compileAnyOperator(scope, model, meta, leaf);
  if (leaf.operator.endsWith('like')) return compileLike(scope, model, meta, leaf);
  if (isRelational(meta)) return compileRelational(scope, model, meta, leaf);
  if (meta.type === 'date' || meta.type === 'datetime')
    return compileDateCondition(meta.type, leaf, String(scope.context.tz || 'UTC'));
  return compileScalar(model, meta, leaf);
}

// `=` is `in` of one; `in` of nothing is never, `=` of an empty list asks for the empty value.
function normalise(leaf: Leaf): Leaf {
  if (leaf.operator === '==' || leaf.operator === '=') {
    const list = Array.isArray(leaf.value) ? (leaf.value.length > 0 ? leaf.value : [false]) : [leaf.value];
    return { ...leaf, operator: 'in', value: list };
  }
  if (leaf.operator !== 'in' || Array.isArray(leaf.value)) return leaf;
  return { ...leaf, value: leaf.value ? [leaf.value] : [] };
}

function checkSearchable(model: StoredModel, meta: FieldMeta, leaf: Leaf): void {
  if (meta.store || meta.searchable !== false) return;
  throw createValueError(`Cannot convert ${model.model}.${leaf.field} to SQL because it is not stored`);
}

function compileAnyOperator(scope: ConditionScope, model: StoredModel, meta: FieldMeta, leaf: Leaf): Predicate {
  const domain = parseDomain(leaf.value);
  if (leaf.field === 'id')
    return scope.searching.compileSearch(
      { ...scope, context: { ...scope.context, active_test: false } },
      model,
      domain,
    );
  if (!isRelational(meta)) {
    const quoted = `('${leaf.field}', 'any', ${renderDomain(leaf.value)})`;
    throw createValueError(`Cannot use 'any' with non-relational fields in condition ${quoted}`);
  }
  return compileRelation(scope, model, leaf.field, domain);
}

function renderDomain(value: unknown): string {
  return Array.isArray(value) && value.length === 0 ? "[(1, '=', 1)]" : renderLeaf(value as Leaf);
}

// An empty pattern matches everything, a relation that is set, or with `=like` the empty value.
function compileLike(scope: ConditionScope, model: StoredModel, meta: FieldMeta, leaf: Leaf): Predicate {
  if (!leaf.value) {
    const wantsEmpty = leaf.operator.startsWith('=');
    if (!wantsEmpty && !isRelational(meta)) return () => true;
    const isEmpty = compilePositive(scope, model, meta, { ...leaf, operator: 'in', value: [false] });
    return wantsEmpty ? isEmpty : (record) => !isEmpty(record);
  }
  if (leaf.operator.startsWith('=') && typeof leaf.value !== 'string') {
    throw createTypeError(`The pattern to match must be a string in condition ${renderLeaf(leaf)}`);
  }
  if (isRelational(meta)) return compileRelation(scope, model, leaf.field, { ...leaf, field: 'display_name' });
  return compileScalar(model, meta, leaf);
}

function compileRelational(scope: ConditionScope, model: StoredModel, meta: FieldMeta, leaf: Leaf): Predicate {
  if (leaf.operator !== 'in') {
    if (typeof leaf.value === 'string') {
      throw createTypeError(
        `Inequality not supported for relational field using a string in condition ${renderLeaf(leaf)}`,
      );
    }
    return compileScalar(model, meta, leaf);
  }
  const values = leaf.value as readonly unknown[];
  const names = values.filter((value) => typeof value === 'string');
  const others = values.filter((value) => typeof value !== 'string');
  const byId = compileRelation(scope, model, leaf.field, new Set(others));
  if (names.length === 0) return byId;
  const byName = compileRelation(scope, model, leaf.field, {
    kind: 'leaf',
    field: 'display_name',
    operator: 'in',
    value: names,
  });
  return (record) => byName(record) || (others.length > 0 && byId(record));
}
