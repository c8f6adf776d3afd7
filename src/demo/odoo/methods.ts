/** The read methods of Odoo's models, as JSON-2 calls them. Any other method is refused: the stand-in is read only. */
import { createAccessError, createHttpError, createUserError } from './faults.ts';
import { readGroups } from './group.ts';
import type { Scope } from './scope.ts';
import { searchRecords } from './search.ts';
import { checkModel, checkReadable, readSpecification, type Specification } from './specification.ts';
import { type OdooRecord, readValue, type StoredModel, showValue } from './store.ts';

/** The named arguments of a call, `ids` and `context` apart. */
export type Arguments = Readonly<Record<string, unknown>>;

interface Method {
  /** Parameters in Python's order; those before `required` must be given. */
  readonly parameters: readonly string[];
  readonly required: number;
  /** Called on the model, not on records. */
  readonly onModel: boolean;
  readonly run: (scope: Scope, model: StoredModel, args: Arguments, ids: readonly number[]) => unknown;
}

const METHODS: Readonly<Record<string, Method>> = {
  web_search_read: {
    parameters: ['domain', 'specification', 'offset', 'limit', 'order', 'count_limit'],
    required: 2,
    onModel: true,
    run: webSearchRead,
  },
  web_read: {
    parameters: ['specification'],
    required: 1,
    onModel: false,
    run: (scope, model, args, ids) =>
      readSpecification(scope, model, pick(model, ids), args.specification as Specification),
  },
  search_read: {
    parameters: ['domain', 'fields', 'offset', 'limit', 'order', 'load'],
    required: 0,
    onModel: true,
    run: searchRead,
  },
  search: {
    parameters: ['domain', 'offset', 'limit', 'order'],
    required: 1,
    onModel: true,
    run: (scope, model, args) => searchRecords(scope, model, args.domain, args).map((record) => record.id),
  },
  read: {
    parameters: ['fields', 'load'],
    required: 0,
    onModel: false,
    run: (scope, model, args, ids) => readFields(scope, model, pick(model, ids), args),
  },
  search_count: {
    parameters: ['domain', 'limit'],
    required: 1,
    onModel: true,
    run: (scope, model, args) => searchRecords(scope, model, args.domain, { order: 'id', limit: args.limit }).length,
  },
  formatted_read_group: {
    parameters: ['domain', 'groupby', 'aggregates', 'having', 'offset', 'limit', 'order'],
    required: 1,
    onModel: true,
    run: formattedReadGroup,
  },
  fields_get: { parameters: ['allfields', 'attributes'], required: 0, onModel: true, run: fieldsGet },
  name_search: { parameters: ['name', 'domain', 'operator', 'limit'], required: 0, onModel: true, run: nameSearch },
  get_metadata: { parameters: [], required: 0, onModel: false, run: getMetadata },
};

const WRITES: Readonly<Record<string, string>> = {
  create: 'create',
  write: 'modify',
  web_save: 'modify',
  unlink: 'delete',
  copy: 'create',
};

/** Calls a method as JSON-2 does: unknown ones are 404, wrong arguments 422, everything that writes 403. */
export function callMethod(scope: Scope, model: StoredModel, name: string, body: Arguments): unknown {
  if (name.startsWith('_')) {
    throw createAccessError(`Private methods (such as '${model.model}.${name}') cannot be called remotely.`);
  }
  if (name === 'context_get' && model.model === 'res.users') return scope.store.manifest().readerContext;
  const method = METHODS[name];
  if (!method) throw refuse(model, name);
  const { ids = [], context: _context, ...args } = body;
  if (method.onModel && Array.isArray(ids) && ids.length > 0) {
    throw createHttpError(422, `cannot call ${model.model}.${name} with ids`);
  }
  checkContext(scope);
  if (name !== 'fields_get') checkModel(model);
  const missing = method.parameters.slice(0, method.required).find((parameter) => !(parameter in args));
  if (missing) throw createHttpError(422, `missing a required argument: '${missing}'`);
  const unknown = Object.keys(args).find((key) => !method.parameters.includes(key));
  if (unknown && name !== 'search_read') throw createHttpError(422, `got an unexpected keyword argument '${unknown}'`);
  return method.run(scope, model, args, ids as readonly number[]);
}

// Odoo says so only where a call comes to need the language or the company: the stand-in always does.
function checkContext({ store, context }: Scope): void {
  const { lang, allowed_company_ids: companies } = context;
  if (lang && lang !== store.manifest().readerContext.lang)
    throw createUserError(`Invalid language code: ${String(lang)}`);
  if (Array.isArray(companies) && companies.some((id) => !store.manifest().companies.includes(id)))
    throw createAccessError('Access to unauthorized or invalid companies.');
}

function refuse(model: StoredModel, name: string) {
  const verb = WRITES[name];
  if (!verb) return createHttpError(404, `The method '${model.model}.${name}' does not exist`);
  return createAccessError(
    `You are not allowed to ${verb} '${model.label}' (${model.model}) records.\n\nContact your administrator to request access if necessary.`,
  );
}

function pick(model: StoredModel, ids: readonly number[]): OdooRecord[] {
  return ids.map((id) => model.byId.get(id)).filter((record) => record !== undefined);
}

function webSearchRead(scope: Scope, model: StoredModel, args: Arguments) {
  const specification = args.specification as Specification;
  const offset = Number(args.offset ?? 0);
  const [limit, countLimit] = [Number(args.limit ?? 0), Number(args.count_limit ?? 0)];
  const found = searchRecords(scope, model, args.domain, args);
  const records = readSpecification(scope, model, found, specification);
  if (records.length === 0) return { length: 0, records };
  const current = records.length + offset;
  const counted =
    limit && ((records.length === limit && !(countLimit && countLimit <= current)) || scope.context.force_search_count);
  const length = counted
    ? searchRecords(scope, model, args.domain, { order: 'id', limit: countLimit }).length
    : current;
  return { length, records };
}

function searchRead(scope: Scope, model: StoredModel, args: Arguments) {
  return readFields(scope, model, searchRecords(scope, model, args.domain, args), args);
}

function readFields(scope: Scope, model: StoredModel, records: readonly OdooRecord[], args: Arguments) {
  const asked =
    Array.isArray(args.fields) && args.fields.length > 0 ? (args.fields as string[]) : Object.keys(model.fields);
  checkReadable(model, records, asked);
  const classic = args.load === undefined || args.load === '_classic_read';
  return records.map((record) => {
    const values = asked.map((field) => [field, readClassic(scope, model, record, field, classic)]);
    return { id: record.id, ...Object.fromEntries(values) } as Record<string, unknown>;
  });
}

function readClassic(scope: Scope, model: StoredModel, record: OdooRecord, field: string, classic: boolean): unknown {
  const meta = model.fields[field];
  const value = showValue(meta, readValue(model, record, field));
  if (!classic || meta?.type !== 'many2one' || typeof value !== 'number') return value;
  return [value, scope.store.find(String(meta.relation))?.byId.get(value)?.display_name ?? ''];
}

function formattedReadGroup(scope: Scope, model: StoredModel, args: Arguments) {
  return readGroups(scope, model, {
    domain: args.domain,
    groupby: (args.groupby ?? []) as string[],
    aggregates: (args.aggregates ?? []) as string[],
    having: (args.having ?? []) as unknown[],
    order: (args.order ?? '') as string,
    offset: Number(args.offset ?? 0),
    limit: args.limit ? Number(args.limit) : undefined,
  });
}

function fieldsGet(_scope: Scope, model: StoredModel, args: Arguments) {
  const names = (args.allfields as string[] | undefined) ?? Object.keys(model.fields);
  const attributes = args.attributes as string[] | undefined;
  const entries = names.flatMap((name) => {
    const meta = Object.hasOwn(model.fields, name) ? model.fields[name] : undefined;
    if (!meta || model.closed.has(name)) return [];
    const full = Object.entries({ ...meta, name });
    return [[name, Object.fromEntries(attributes ? full.filter(([key]) => attributes.includes(key)) : full)]];
  });
  return Object.fromEntries(entries);
}

function nameSearch(scope: Scope, model: StoredModel, args: Arguments) {
  const limit = args.limit === undefined ? 100 : args.limit;
  const name = [['display_name', args.operator ?? 'ilike', args.name ?? '']];
  const domain = [...name, ...((args.domain as unknown[] | undefined) ?? [])];
  return searchRecords(scope, model, domain, { limit }).map((record) => [record.id, record.display_name]);
}

function getMetadata(scope: Scope, model: StoredModel, _args: Arguments, ids: readonly number[]) {
  const names = Object.entries(scope.store.externalIds()).filter(([, [owner]]) => owner === model.model);
  const byId = new Map(names.map(([name, [, id]]) => [id, name]));
  return pick(model, ids).map((record) => {
    const xmlid = byId.get(record.id) ?? false;
    return {
      id: record.id,
      create_uid: false,
      create_date: showValue(model.fields.create_date, record.create_date) ?? false,
      write_uid: false,
      write_date: showValue(model.fields.write_date, record.write_date) ?? false,
      xmlid,
      noupdate: xmlid !== false,
      xmlids: xmlid === false ? [] : [{ xmlid, noupdate: true }],
    };
  });
}
