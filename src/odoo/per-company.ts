/**
 * Fields whose value each company has for itself. Odoo reads them for the first company of the context alone: here each
 * record is answered for its own company, by one call more for each company that a page has records of.
 */
import type { OdooArguments, OdooRecord } from './call.ts';
import type { Domain } from './domain.ts';
import type { KnownFields } from './known-fields.ts';
import type { SearchRead } from './narrow.ts';
import type { ReaderCompanies } from './reader.ts';
import type { ReadCall } from './reading.ts';
import { copyRecords, type FilledRecord, isRecord } from './records.ts';
import type { Specification } from './specification.ts';

/** The key in a record of the values that its own company has where companies differ. */
export const OWN: unique symbol = Symbol('own');

/** The value of a column: where companies differ, the value that the record's own company has. */
export function ownValue(record: OdooRecord | undefined, column: string): unknown {
  const own = (record as { readonly [OWN]?: Readonly<Record<string, unknown>> } | undefined)?.[OWN];
  return own && column in own ? own[column] : record?.[column];
}

/** @param call Reads what it can; `known` has learnt the models of a specification when `call` is asked. */
export function createCompanyCall(
  call: ReadCall,
  known: KnownFields,
  companies: () => Promise<ReaderCompanies | null>,
): ReadCall {
  return async (model, method, asked) => {
    const { specification } = asked as { specification?: Specification };
    const args = await findByNames({ call, known, companies }, model, asked);
    if (method !== 'web_search_read' || !specification) return call(model, method, args);
    await learnAll(known, model, specification);
    const all = differs(known, model, specification) ? await companies() : null;
    if (!all || all.all.length < 2) return call(model, method, args);
    return readForEach({ call, known, companies: all }, model, args, specification);
  };
}

interface Finding {
  readonly call: ReadCall;
  readonly known: KnownFields;
  readonly companies: () => Promise<ReaderCompanies | null>;
}

/**
 * Odoo finds a record by the name that it has in the first company. Where each company has a name of its own for it, as
 * accounts begin with their codes, the other companies are asked too: a call more for each, and for each way to say the name.
 */
async function findByNames(
  { call, known, companies }: Finding,
  model: string,
  args: OdooArguments,
): Promise<OdooArguments> {
  const { domain = [] } = args as { domain?: Domain };
  const isName = (item: unknown) => Array.isArray(item) && item[0] === 'display_name';
  if (!domain.some(isName)) return args;
  if (known.field(model, 'display_name') === undefined) await known.learn([{ model }]);
  if (!known.field(model, 'display_name')?.isPerCompany) return args;
  const { main, all } = (await companies()) ?? { main: 0, all: [] };
  const others = all.filter((id) => id !== main);
  const findIn = async (company: number, item: unknown) => {
    const context = { active_test: false, allowed_company_ids: [company, ...all.filter((id) => id !== company)] };
    const found = await call(model, 'web_search_read', { domain: [item], specification: {}, context });
    return (found as SearchRead).records.map(({ id }) => id);
  };
  const items = await Promise.all(
    domain.map(async (item) => {
      if (others.length === 0 || !isName(item)) return [item];
      const found = await Promise.all(others.map((company) => findIn(company, item)));
      return ['|', item, ['id', 'in', [...new Set(found.flat())]]];
    }),
  );
  return { ...args, domain: items.flat() };
}

interface CompanyReading {
  readonly call: ReadCall;
  readonly known: KnownFields;
  readonly companies: ReaderCompanies;
}

/** Learns every model that the specification leads to: each record is read with its companies. */
async function learnAll(known: KnownFields, model: string, specification: Specification): Promise<void> {
  if (known.field(model, 'id') === undefined) await known.learn([{ model }]);
  await Promise.all(
    Object.entries(specification).map(([column, { fields }]) => {
      const target = fields && known.field(model, column)?.relation;
      return target && fields ? learnAll(known, target, fields) : null;
    }),
  );
}

/** Whether a column of the specification, or of what it leads to, differs by company. */
function differs(known: KnownFields, model: string, specification: Specification): boolean {
  return Object.entries(specification).some(([column, { fields }]) => {
    const field = known.field(model, column);
    return field?.isPerCompany || (fields && field?.relation ? differs(known, field.relation, fields) : false);
  });
}

const COMPANY_COLUMNS = ['company_id', 'company_ids'];

/** The specification with the companies of each record that leads to a column which differs by company. */
function withCompanies(known: KnownFields, model: string, specification: Specification): Specification {
  if (!differs(known, model, specification)) return specification;
  const entries = Object.entries(specification).map(([column, inner]): [string, Specification[string]] => {
    const target = inner.fields && known.field(model, column)?.relation;
    return [column, target && inner.fields ? { ...inner, fields: withCompanies(known, target, inner.fields) } : inner];
  });
  const own = COMPANY_COLUMNS.filter((column) => known.field(model, column)?.relation === 'res.company');
  return { ...Object.fromEntries(own.map((column) => [column, {}])), ...Object.fromEntries(entries) };
}

async function readForEach(
  reading: CompanyReading,
  model: string,
  args: OdooArguments,
  specification: Specification,
): Promise<SearchRead> {
  const asked = withCompanies(reading.known, model, specification);
  const answer = (await reading.call(model, 'web_search_read', { ...args, specification: asked })) as SearchRead;
  const records = copyRecords(answer.records);
  const places: Place[] = [];
  findPlaces(reading, { model, specification, places }, records, null);
  await Promise.all(groupPlaces(places).map((group) => fillPlaces(reading, group)));
  return { ...answer, records };
}

/** A record that is to be answered for another company than the first, and the columns that differ. */
interface Place {
  readonly model: string;
  readonly specification: Specification;
  readonly company: number;
  readonly record: FilledRecord;
}

interface Walk {
  readonly model: string;
  readonly specification: Specification;
  readonly places: Place[];
}

/** @param above The company of the record that leads here: that of an invoice's line counts for its account. */
function findPlaces(reading: CompanyReading, walk: Walk, records: readonly FilledRecord[], above: number | null): void {
  const { known, companies } = reading;
  const { model, specification, places } = walk;
  if (!differs(known, model, specification)) return;
  const entries = Object.entries(specification);
  const own = entries.filter(([column]) => known.field(model, column)?.isPerCompany);
  for (const record of records) {
    const company = companyOf(record, above, companies);
    if (own.length > 0 && company !== companies.main)
      places.push({ model, specification: Object.fromEntries(own), company, record });
    for (const [column, { fields }] of entries) {
      const { relation, isPerCompany = false } = known.field(model, column) ?? {};
      if (!fields || relation === undefined) continue;
      // A column that differs by company is read again, with all that is below it.
      if (isPerCompany && company !== companies.main) continue;
      const below = [record[column]].flat().filter(isRecord);
      findPlaces(reading, { model: relation, specification: fields, places }, below, company);
    }
  }
}

/** A record of several companies, or of none, counts for the company above it, else for the first of the context. */
function companyOf(record: OdooRecord, above: number | null, { main, all }: ReaderCompanies): number {
  const own = COMPANY_COLUMNS.flatMap((column) => [record[column]].flat()).flatMap((value) =>
    typeof value === 'number' ? [value] : isRecord(value) ? [value.id] : [],
  );
  const wanted = above ?? main;
  if (own.length === 0 || own.includes(wanted)) return wanted;
  return own.find((id) => id === main) ?? own.find((id) => all.includes(id)) ?? wanted;
}

/** Places that one call reads: the same columns of the same model for the same company. */
function groupPlaces(places: readonly Place[]): Place[][] {
  const groups = new Map<string, Place[]>();
  for (const place of places) {
    const key = JSON.stringify([place.model, place.company, place.specification]);
    groups.set(key, [...(groups.get(key) ?? []), place]);
  }
  return [...groups.values()];
}

async function fillPlaces({ call, known, companies }: CompanyReading, places: readonly Place[]): Promise<void> {
  const [{ model, specification, company }] = places as [Place];
  const all = [company, ...companies.all.filter((id) => id !== company)];
  const ids = [...new Set(places.map(({ record }) => record.id))];
  const context = { active_test: false, allowed_company_ids: all };
  const args = { domain: [['id', 'in', ids]], order: 'id', context };
  const reading = { call: withContext(call, context), known, companies: { main: company, all } };
  const { records } = await readForEach(reading, model, args, specification);
  const byId = new Map(records.map((record) => [record.id, record]));
  for (const { record } of places) {
    const found = byId.get(record.id);
    if (found) record[OWN] = Object.fromEntries(Object.keys(specification).map((column) => [column, found[column]]));
  }
}

function withContext(call: ReadCall, context: object): ReadCall {
  return (model, method, args) =>
    call(model, method, { ...args, context: { ...context, ...(args.context as object) } });
}
