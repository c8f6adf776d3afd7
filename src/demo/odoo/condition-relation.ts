/** Conditions on relations: `any`, membership by id, and the hierarchies of `child_of` and `parent_of`. */
import { type Domain, type Leaf, mentionsField } from './domain.ts';
import { createValueError } from './faults.ts';
import type { ConditionScope, Predicate } from './scope.ts';
import { type FieldMeta, isToMany, type StoredModel } from './store.ts';
import { readTargets } from './targets.ts';

/** True where the relation leads to a record that fits the domain, or to one of the ids (`false`: to none). */
export function compileRelation(
  scope: ConditionScope,
  model: StoredModel,
  field: string,
  target: Domain | ReadonlySet<unknown>,
): Predicate {
  const meta = model.fields[field] as FieldMeta;
  if (target instanceof Set) return compileMembership(scope, model, field, target);
  const comodel = scope.store.find(String(meta.relation)) as StoredModel;
  const domain = target as Domain;
  // A many2one is followed to archived records too, a to-many only where the domain or the field's context says so.
  const context = isToMany(meta) ? { ...scope.context, ...meta.context } : { ...scope.context, active_test: false };
  const matches = scope.searching.compileSearch({ ...scope, context }, comodel, domain);
  const all = context.active_test === false || mentionsField(domain, 'active');
  const fitting = new Set(comodel.records.filter(matches).map((record) => record.id));
  return (record) => readTargets(scope, model, record, field, all).some((id) => fitting.has(id));
}

function compileMembership(
  scope: ConditionScope,
  model: StoredModel,
  field: string,
  ids: ReadonlySet<unknown>,
): Predicate {
  return (record) => {
    const targets = readTargets(scope, model, record, field, true);
    return targets.length === 0 ? ids.has(false) : targets.some((id) => ids.has(id));
  };
}

/** Ids of the records below or above the given ones, these included; archived ones too. */
export function compileHierarchy(scope: ConditionScope, model: StoredModel, meta: FieldMeta, leaf: Leaf): Predicate {
  if (leaf.value === false) return () => false;
  if (!meta.relation && leaf.field !== 'id') {
    const type = `${model.model}.${leaf.field}`;
    throw createValueError(`Cannot execute ${leaf.operator} for ${type}, works only for relational fields`);
  }
  const comodel = leaf.field === 'id' ? model : (scope.store.find(String(meta.relation)) as StoredModel);
  const own = comodel.model === model.model;
  const parent = own && leaf.field !== 'id' ? leaf.field : 'parent_id';
  const found = findRelatives(comodel, parent, readRoots(scope, comodel, meta, leaf), leaf.operator === 'child_of');
  if (leaf.field === 'id' || (own && meta.type === 'many2one')) return (record) => found.has(record.id);
  return compileMembership(scope, model, leaf.field, found);
}

function readRoots(scope: ConditionScope, comodel: StoredModel, meta: FieldMeta, leaf: Leaf): readonly number[] {
  const values = Array.isArray(leaf.value) ? leaf.value : [leaf.value];
  const context = meta.type === 'many2one' ? { ...scope.context, active_test: false } : scope.context;
  const named = values
    .filter((value) => typeof value === 'string')
    .flatMap((value) =>
      scope.searching.searchRecords({ ...scope, context }, comodel, [['display_name', 'ilike', value]]),
    )
    .map((record) => record.id);
  return [...values.filter((value) => typeof value === 'number'), ...named];
}

/** Walks a tree of records from `roots` downwards or upwards. */
export function findRelatives(model: StoredModel, parent: string, roots: Iterable<number>, down: boolean): Set<number> {
  const found = new Set<number>();
  const queue = [...roots];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    const next = down
      ? model.records.filter((record) => record[parent] === id).map((record) => record.id)
      : [model.byId.get(id)?.[parent]];
    queue.push(...next.filter((value) => typeof value === 'number'));
  }
  return found;
}
