/** Finding records: a domain compiled to a predicate, then order, offset and limit. */
import { compileCondition } from './condition.ts';
import { type Domain, mentionsField, parseDomain } from './domain.ts';
import { compileOrder } from './order.ts';
import type { Predicate, Scope, Searching, SearchOptions } from './scope.ts';
import type { OdooRecord, StoredModel } from './store.ts';

/** Records of a model in Odoo's order. @param domain A domain as sent, or a parsed one. */
export function searchRecords(
  scope: Scope,
  model: StoredModel,
  domain: unknown,
  options: SearchOptions = {},
): OdooRecord[] {
  const parsed = isParsed(domain) ? domain : parseDomain(domain ?? []);
  const compare = compileOrder(scope, model, typeof options.order === 'string' ? options.order : '');
  const matches = compileSearch(scope, model, parsed);
  const found = model.records.filter(matches).sort(compare);
  const offset = Number(options.offset ?? 0);
  return found.slice(offset, options.limit ? offset + Number(options.limit) : undefined);
}

/** A domain with the `active` test that a search adds to it. */
export function compileSearch(scope: Scope, model: StoredModel, domain: Domain): Predicate {
  const matches = compileDomain(scope, model, domain);
  const hidesArchived =
    'active' in model.fields && scope.context.active_test !== false && !mentionsField(domain, 'active');
  const isSeen: Predicate = ({ id }) => !model.hidden.has(id);
  return hidesArchived
    ? (record) => record.active === true && isSeen(record) && matches(record)
    : (record) => isSeen(record) && matches(record);
}

/** A domain alone. */
export function compileDomain(scope: Scope, model: StoredModel, domain: Domain): Predicate {
  if (domain.kind === 'constant') return () => domain.value;
  if (domain.kind === 'leaf') return compileCondition({ ...scope, searching: SEARCHING }, model, domain);
  if (domain.kind === 'not') {
    const inner = compileDomain(scope, model, domain.item);
    return (record) => !inner(record);
  }
  const parts = domain.items.map((item) => compileDomain(scope, model, item));
  return domain.kind === 'and'
    ? (record) => parts.every((part) => part(record))
    : (record) => parts.some((part) => part(record));
}

/** Conditions on relations lead back here: they are handed the way. */
export const SEARCHING: Searching = { searchRecords, compileSearch, compileDomain };

function isParsed(domain: unknown): domain is Domain {
  return typeof domain === 'object' && domain !== null && 'kind' in domain;
}
