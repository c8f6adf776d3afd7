/** What Odoo itself shows a user: asked by that user's own key, past the gateway. */
import { type GraphQLSchema, getNamedType, isEnumType } from 'graphql';
import { GatewayError } from '../../src/errors.ts';
import type { OdooCall } from '../../src/odoo/call.ts';
import { createJson2Call } from '../../src/odoo/json2.ts';
import type { Catalog, LeafField, ManyField, OneField, StoredType } from '../../src/plan/catalog.ts';
import type { OdooUser } from '../support/odoo-users.ts';
import { stackOdoo } from '../support/stack.ts';

/** A stored type of Odoo, with the root fields that answer it and what of it is compared. */
export interface ComparedType {
  readonly type: StoredType;
  readonly list: string;
  readonly lookup: string;
  readonly groups: string;
  /** What is grouped by: the key's name in the schema, the field of `keys`, and the column. */
  readonly groupBy: { readonly key: string; readonly field: OneField } | null;
  readonly leaves: readonly LeafField[];
  readonly ones: readonly OneField[];
  readonly manys: readonly ManyField[];
}

/** A record as the user's own calls answer it. */
export type OwnRecord = Readonly<Record<string, unknown>> & { readonly id: number };

/** What one user sees of one model. */
export interface Truth {
  /** Null where Odoo closes the model to the user. */
  readonly records: ReadonlyMap<number, OwnRecord> | null;
  /** Every record that the user may read, archived ones too. */
  readonly visible: ReadonlySet<number>;
  /** Fields that Odoo lists to the user. */
  readonly fields: ReadonlySet<string>;
  /** By the id that a group is of, 0 for none: how many records. */
  readonly groups: ReadonlyMap<number, number> | null;
  /** By column, the ids that each of the first records leads to; null where Odoo refuses the column. */
  readonly lists: ReadonlyMap<string, ReadonlyMap<number, readonly number[]> | null>;
}

/** The truth about a model that Odoo closes to the user, or lacks. */
export const NOTHING: Truth = {
  ...{ records: null, visible: new Set<number>(), fields: new Set<string>() },
  ...{ groups: null, lists: new Map<string, null>() },
};

/** Records of which the lists are compared. */
export const LISTED_RECORDS = 10;

interface Described {
  readonly store?: boolean;
  readonly company_dependent?: boolean;
}

/** Asks by the user's key. */
export function callAs({ apiKey }: OdooUser): OdooCall {
  return createJson2Call({ ...stackOdoo(), apiKey, timeoutMs: 120_000 });
}

/** @throws GatewayError `NOT_CONFIGURED` where this Odoo does not have the model. */
export async function readTruth(call: OdooCall, compared: ComparedType): Promise<Truth> {
  const { type, leaves, ones, groupBy } = compared;
  const model = type.source;
  const described = await orNull(call(model, 'fields_get', { attributes: ['store', 'company_dependent'] }));
  const fields = (described ?? {}) as Readonly<Record<string, Described>>;
  const isComparable = (column: string) => fields[column]?.store !== false && !fields[column]?.company_dependent;
  const columns = [...leaves, ...ones].map(({ column }) => column).filter((column) => column in fields);
  const domain = type.having === null ? [] : [[type.having, '!=', false]];
  const ids = (await orNull(call(model, 'search_read', { domain, fields: ['id'], order: 'id' }))) as OwnRecord[] | null;
  if (ids === null) return NOTHING;
  const wanted = { domain, fields: ['id', ...columns.filter(isComparable)], order: 'id' };
  // Where Odoo refuses one of the values, which records there are is compared all the same.
  const found = ((await orNull(call(model, 'search_read', wanted))) as OwnRecord[] | null) ?? ids;
  const all = { domain, fields: ['id'], context: { active_test: false } };
  const visible = (await call(model, 'search_read', all)) as readonly OwnRecord[];
  const column = groupBy && groupBy.field.column in fields ? groupBy.field.column : null;
  return {
    records: new Map(found.map((record) => [record.id, record])),
    visible: new Set(visible.map(({ id }) => id)),
    fields: new Set(Object.keys(fields)),
    groups: column === null ? null : await readGroups(call, model, domain, column),
    lists: await readLists(call, compared, found.slice(0, LISTED_RECORDS)),
  };
}

async function readGroups(call: OdooCall, model: string, domain: unknown[], column: string) {
  const args = { domain, groupby: [column], aggregates: ['__count'] };
  const groups = (await orNull(call(model, 'formatted_read_group', args))) as Record<string, unknown>[] | null;
  if (groups === null) return null;
  return new Map(groups.map((group) => [Number([group[column]].flat()[0] || 0), Number(group.__count)]));
}

async function readLists(call: OdooCall, { type, manys }: ComparedType, records: readonly OwnRecord[]) {
  const ids = records.map(({ id }) => id);
  const read = manys.map(async ({ column }): Promise<[string, Map<number, number[]> | null]> => {
    const args = {
      domain: [['id', 'in', ids]],
      order: 'id',
      specification: { [String(column)]: { fields: { write_date: {} } } },
    };
    const found = (await orNull(call(type.source, 'web_search_read', args))) as { records: OwnRecord[] } | null;
    const idsOf = (record: OwnRecord) => ((record[String(column)] || []) as { id: number }[]).map(({ id }) => id);
    return [String(column), found && new Map(found.records.map((record) => [record.id, idsOf(record)]))];
  });
  return new Map(await Promise.all(read));
}

async function orNull(asked: Promise<unknown>): Promise<unknown> {
  return asked.catch((error: unknown) => {
    if (error instanceof GatewayError && ['FORBIDDEN', 'BAD_USER_INPUT'].includes(error.code)) return null;
    throw error;
  });
}

/** What of each type of Odoo is compared, by the schema's own names. */
export function comparedTypes(schema: GraphQLSchema, catalog: Catalog): ComparedType[] {
  const roots = Object.fromEntries(
    Object.values(schema.getQueryType()?.getFields() ?? {}).map(({ name, type }) => [name, getNamedType(type).name]),
  );
  const groupKeys = (type: string) => {
    const keys = schema.getType(`${type}GroupField`);
    return isEnumType(keys) ? keys.getValues().map(({ name }) => name) : [];
  };
  const answering = (type: string) => Object.keys(roots).find((name) => roots[name] === type) ?? '';
  return [...catalog.values()].flatMap((type): ComparedType[] => {
    if (type.surface !== 'odoo') return [];
    const fields = [...type.fields.values()];
    const list = answering(`${type.name}Connection`);
    const isOfOdoo = (target: string) => catalog.get(target)?.surface === 'odoo';
    const ones = fields.filter((field) => field.kind === 'one' && isOfOdoo(field.target)) as OneField[];
    const grouped = ones.find(({ column, name }) => column !== COMPUTED && groupKeys(type.name).includes(toKey(name)));
    if (list === '') return [];
    return [
      {
        ...{ type, list, lookup: answering(type.name), groups: answering(`${type.name}Group`) },
        groupBy: grouped ? { key: toKey(grouped.name), field: grouped } : null,
        leaves: fields.filter((field) => field.kind === 'leaf' && COMPARED.includes(field.scalar)) as LeafField[],
        ones,
        manys: fields.filter(
          (field) => field.kind === 'many' && isOfOdoo(field.target) && field.column !== null,
        ) as ManyField[],
      },
    ];
  });
}

/** Scalars that the gateway answers as Odoo does. */
const COMPARED = ['String', 'Boolean'];
/** Odoo computes it of many models, and cannot group by it there. */
const COMPUTED = 'currency_id';

function toKey(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
