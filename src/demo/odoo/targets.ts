/** The records that a to-many leads to, archived ones among them where Odoo would show them. */
import { parseDomain } from './domain.ts';
import { compileOrder } from './order.ts';
import type { ConditionScope } from './scope.ts';
import { type FieldMeta, type OdooRecord, readValue, type StoredModel } from './store.ts';

/** The same relation from its other side, which the recording does not say of a many2many. */
const OTHER_SIDES: Readonly<Record<string, string>> = {
  'project.tags.project_ids': 'tag_ids',
  'project.task.type.project_ids': 'type_ids',
  'res.partner.category.partner_ids': 'category_id',
};

/**
 * Ids that a relation leads to. A recorded list is what `read` answers, without archived records.
 *
 * @param all With archived records, but for those that the field's own domain leaves out.
 */
export function readTargets(
  scope: ConditionScope,
  model: StoredModel,
  record: OdooRecord,
  field: string,
  all: boolean,
): readonly number[] {
  const value = readValue(model, record, field);
  if (typeof value === 'number') return [value];
  const listed = Array.isArray(value) ? (value as number[]) : [];
  const archived = all ? findArchived(scope, model, record, field) : [];
  if (archived.length === 0) return listed;
  const comodel = scope.store.find(String(model.fields[field]?.relation)) as StoredModel;
  const known = listed.flatMap((id) => comodel.byId.get(id) ?? []);
  return [...known, ...archived].sort(compileOrder(scope, comodel, '')).map(({ id }) => id);
}

function findArchived(
  scope: ConditionScope,
  model: StoredModel,
  record: OdooRecord,
  field: string,
): readonly OdooRecord[] {
  const meta = model.fields[field] as FieldMeta;
  const otherSide = meta.relation_field ?? OTHER_SIDES[`${model.model}.${field}`];
  const comodel = scope.store.find(String(meta.relation));
  if (!otherSide || !comodel || !('active' in comodel.fields)) return [];
  // A domain that is a text is for Odoo's screens alone.
  const fits = Array.isArray(meta.domain)
    ? scope.searching.compileDomain(scope, comodel, parseDomain(meta.domain))
    : () => true;
  return comodel.records.filter(
    (other) => other.active !== true && [other[otherSide]].flat().includes(record.id) && fits(other),
  );
}
