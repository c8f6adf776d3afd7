/** Reading by specification: what `web_read` answers, nested along relations. */
import { createAccessError, createValueError } from './faults.ts';
import type { Scope } from './scope.ts';
import { SEARCHING, searchRecords } from './search.ts';
import { isToMany, type OdooRecord, readValue, type StoredModel, showValue } from './store.ts';
import { readTargets } from './targets.ts';

/** Fields to read, each with what to read of the records it leads to. */
export type Specification = Readonly<Record<string, FieldSpecification>>;

/** The inner part of a specification. */
export interface FieldSpecification {
  readonly fields?: Specification;
  readonly limit?: number;
  readonly order?: string;
  readonly context?: Readonly<Record<string, unknown>>;
}

type Values = Record<string, unknown>;

/** Reads records by a specification; a field that the model lacks is an error. */
export function readSpecification(
  scope: Scope,
  model: StoredModel,
  records: readonly OdooRecord[],
  specification: Specification,
): Values[] {
  checkReadable(model, records, Object.keys(specification));
  const rows = records.map((record) => {
    const values = Object.keys(specification).map((field) => [
      field,
      isToMany(model.fields[field])
        ? readTargets({ ...scope, searching: SEARCHING }, model, record, field, scope.context.active_test === false)
        : showValue(model.fields[field], readValue(model, record, field)),
    ]);
    return { id: record.id, ...Object.fromEntries(values) } as Values;
  });
  for (const [field, inner] of Object.entries(specification)) {
    if (model.fields[field]?.type === 'many2one') readToOne(scope, model, rows, field, inner);
    else if (isToMany(model.fields[field])) readToMany(scope, model, rows, field, inner);
  }
  return rows;
}

/** Refuses a model that is above the reader's groups. */
export function checkModel({ model, label, isReadable }: StoredModel): void {
  if (isReadable) return;
  throw createAccessError(
    `You are not allowed to access '${label}' (${model}) records.\n\nContact your administrator to request access if necessary.`,
  );
}

/** Ids alone are no secret: Odoo then reads nothing. */
export function checkReadable(model: StoredModel, records: readonly OdooRecord[], fields: readonly string[]): void {
  if (records.length > 0 && fields.some((field) => field !== 'id')) checkModel(model);
  for (const field of fields) {
    if (!model.fields[field]) throw createValueError(`Invalid field '${field}' on '${model.model}'`);
    if (model.closed.has(field))
      throw createAccessError(
        `You do not have enough rights to access the field "${field}" on ${model.label} (${model.model}).`,
      );
  }
  if (fields.some((field) => field !== 'id') && records.some(({ id }) => model.hidden.has(id)))
    throw createAccessError(
      `Uh-oh! Looks like you have stumbled upon some top-secret records.\n\n- ${model.label} (${model.model})`,
    );
}

function readToOne(
  scope: Scope,
  model: StoredModel,
  rows: readonly Values[],
  field: string,
  inner: FieldSpecification,
): void {
  if (!inner.fields) return;
  const comodel = scope.store.find(String(model.fields[field]?.relation)) as StoredModel;
  const { display_name: _title, ...fields } = inner.fields;
  const read = readById(
    withContext(scope, inner),
    comodel,
    rows.map((row) => row[field]),
    fields,
  );
  // Odoo shows the title of any record.
  const title = (id: unknown) =>
    'display_name' in (inner.fields ?? {}) ? comodel.byId.get(id as number)?.display_name : undefined;
  for (const row of rows) {
    const [found, name] = [read.get(row[field]), title(row[field])];
    row[field] = found ? { ...found, ...(name !== undefined && { display_name: name }) } : false;
  }
}

function readToMany(
  scope: Scope,
  model: StoredModel,
  rows: readonly Values[],
  field: string,
  inner: FieldSpecification,
): void {
  const comodel = scope.store.find(String(model.fields[field]?.relation)) as StoredModel;
  for (const row of rows) row[field] = (row[field] as number[]).filter((id) => !comodel.hidden.has(id));
  if (inner.order) sortTargets(scope, comodel, rows, field, inner.order);
  if (!inner.fields) return;
  const limit = inner.limit ?? Number.POSITIVE_INFINITY;
  const wanted = rows.flatMap((row) => (row[field] as number[]).slice(0, limit));
  const read = readById(withContext(scope, inner), comodel, wanted, inner.fields);
  // Beyond the limit only ids: unless another row of the same answer has read the record.
  for (const row of rows) row[field] = (row[field] as number[]).map((id) => read.get(id) ?? { id });
}

function sortTargets(scope: Scope, comodel: StoredModel, rows: readonly Values[], field: string, order: string): void {
  const ids = rows.flatMap((row) => row[field] as number[]);
  const open = { ...scope, context: { ...scope.context, active_test: false } };
  const sorted = searchRecords(open, comodel, [['id', 'in', ids]], { order });
  const places = new Map(sorted.map((record, index) => [record.id, index]));
  for (const row of rows) {
    const targets = (row[field] as number[]).filter((id) => places.has(id));
    row[field] = targets.sort((left, right) => (places.get(left) as number) - (places.get(right) as number));
  }
}

function readById(
  scope: Scope,
  comodel: StoredModel,
  ids: readonly unknown[],
  fields: Specification,
): Map<unknown, Values> {
  const records = [...new Set(ids)]
    .map((id) => comodel.byId.get(id as number))
    .filter((record) => record !== undefined);
  return new Map(readSpecification(scope, comodel, records, fields).map((row) => [row.id, row]));
}

function withContext(scope: Scope, inner: FieldSpecification): Scope {
  return inner.context ? { ...scope, context: { ...scope.context, ...inner.context } } : scope;
}
