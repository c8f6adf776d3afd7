/** Searching by name: which fields `display_name` stands for, model by model, as Odoo's own searches define it. */
import { findRelatives } from './condition-relation.ts';
import type { Leaf } from './domain.ts';
import type { ConditionScope, Predicate } from './scope.ts';
import { isRelational, type StoredModel } from './store.ts';

/** Compiles a positive condition on `display_name`. */
export function compileNameCondition(scope: ConditionScope, model: StoredModel, leaf: Leaf): Predicate {
  const special = SPECIAL[model.model];
  return special ? special(scope, model, leaf) : compileNames(scope, model, leaf);
}

type Compile = (scope: ConditionScope, model: StoredModel, leaf: Leaf) => Predicate;

const SPECIAL: Readonly<Record<string, Compile>> = {
  'res.partner': compileTreeName,
  'res.partner.category': compileTreeName,
  'res.users': compileUserName,
  'account.account': compileAccountName,
  'product.product': compileProductName,
  'product.template': compileTemplateName,
};

function compileNames(scope: ConditionScope, model: StoredModel, leaf: Leaf): Predicate {
  if (leaf.operator.endsWith('like') && !leaf.value && !leaf.operator.startsWith('=')) return () => true;
  const parts = model.names.map((name) => compileOne(scope, model, name, leaf));
  return (record) => parts.some((part) => part(record));
}

function compileOne(scope: ConditionScope, model: StoredModel, name: string, leaf: Leaf): Predicate {
  const meta = model.fields[name];
  const field = meta && isRelational(meta) ? `${name}.display_name` : name;
  return scope.searching.compileDomain(scope, model, { ...leaf, field });
}

// A partner's contacts are found by the partner's name.
function compileTreeName(scope: ConditionScope, model: StoredModel, leaf: Leaf): Predicate {
  const direct = compileNames(scope, model, leaf);
  if (!leaf.operator.endsWith('like')) return direct;
  const open =
    scope.context.active_test === false ? model.records : model.records.filter((record) => record.active === true);
  const roots = open.filter(direct).map((record) => record.id);
  const found = findRelatives(model, 'parent_id', roots, true);
  return (record) => found.has(record.id);
}

function compileUserName(scope: ConditionScope, model: StoredModel, leaf: Leaf): Predicate {
  if ((leaf.operator === 'in' || leaf.operator === 'ilike') && leaf.value) {
    const logins = Array.isArray(leaf.value) ? leaf.value : [leaf.value];
    const ids = new Set(
      scope.searching.searchRecords(scope, model, [['login', 'in', logins]]).map((record) => record.id),
    );
    if (ids.size > 0) return (record) => ids.has(record.id);
  }
  return compileNames(scope, model, leaf);
}

function compileAccountName(scope: ConditionScope, model: StoredModel, leaf: Leaf): Predicate {
  const values = (Array.isArray(leaf.value) ? leaf.value : [leaf.value]).map(String);
  const codes = values.map((value) => value.split(' ')[0] ?? '');
  const domain =
    leaf.operator === 'in'
      ? ['|', ['code', 'in', codes], ['name', 'in', values]]
      : [
          '|',
          '|',
          ['code', '=like', `${codes[0]}%`],
          ['name', leaf.operator, values[0]],
          ['description', 'ilike', values[0]],
        ];
  const found = new Set(
    scope.searching
      .searchRecords({ ...scope, context: { active_test: false } }, model, domain)
      .map((record) => record.id),
  );
  return (record) => found.has(record.id);
}

// By its code alone, also where that stands in brackets before a name.
function compileProductName(scope: ConditionScope, model: StoredModel, leaf: Leaf): Predicate {
  const values = (Array.isArray(leaf.value) ? leaf.value : [leaf.value]).map(String);
  const codes = values.flatMap((value) => /\[(.*?)\]/.exec(value)?.[1] ?? []);
  const byName = compileNames(scope, model, leaf);
  return (record) => byName(record) || (leaf.operator === 'in' && codes.includes(String(record.default_code)));
}

function compileTemplateName(scope: ConditionScope, model: StoredModel, leaf: Leaf): Predicate {
  const direct = compileNames(scope, model, leaf);
  if (!leaf.value) return direct;
  const variant = scope.searching.compileDomain(scope, model, { ...leaf, field: 'product_variant_ids.display_name' });
  return (record) => direct(record) || variant(record);
}
