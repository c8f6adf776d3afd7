/** What Odoo itself shows a user: asked by that user's own key, past the gateway. */
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

/** @returns Null where this Odoo does not have the model. */
export async function readTruth(call: OdooCall, compared: ComparedType): Promise<Truth | null> {
  const { type, leaves, ones, groupBy } = compared;
  const model = type.source;
  const described = await orNull(call(model, 'fields_get', { attributes: ['store', 'company_dependent'] }));
  const fields = (described ?? {}) as Readonly<Record<string, Described>>;
  const isComparable = (column: string) => fields[column]?.store !== false && !fields[column]?.company_dependent;
  const columns = [...leaves, ...ones].map(({ column }) => column).filter((column) => column in fields);
  const domain = type.having === null ? [] : [[type.having, '!=', false]];
  const args = { domain, fields: ['id', ...columns.filter(isComparable)], order: 'id', load: null };
  const found = (await orNull(call(model, 'search_read', args))) as readonly OwnRecord[] | null;
  if (found === null) return { records: null, visible: new Set(), fields: new Set(), groups: null, lists: new Map() };
  const all = { domain, fields: ['id'], context: { active_test: false } };
  const visible = (await call(model, 'search_read', all)) as readonly OwnRecord[];
  return {
    records: new Map(found.map((record) => [record.id, record])),
    visible: new Set(visible.map(({ id }) => id)),
    fields: new Set(Object.keys(fields)),
    groups:
      groupBy && groupBy.field.column in fields ? await readGroups(call, model, domain, groupBy.field.column) : null,
    lists: await readLists(call, compared, found.slice(0, LISTED_RECORDS)),
  };
}

async function readGroups(call: OdooCall, model: string, domain: unknown[], column: string) {
  const args = { domain, groupby: [column], aggregates: ['__count'] };
  const groups = (await call(model, 'formatted_read_group', args)) as readonly Record<string, unknown>[];
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
export function comparedTypes(catalog: Catalog, roots: Readonly<Record<string, string>>): ComparedType[] {
  const answering = (type: string) => Object.keys(roots).find((name) => roots[name] === type) ?? '';
  return [...catalog.values()].flatMap((type): ComparedType[] => {
    if (type.surface !== 'odoo') return [];
    const fields = [...type.fields.values()];
    const list = answering(`${type.name}Connection`);
    const isOfOdoo = (target: string) => catalog.get(target)?.surface === 'odoo';
    const ones = fields.filter((field) => field.kind === 'one' && isOfOdoo(field.target)) as OneField[];
    const [grouped] = ones.filter(({ column }) => !NOT_GROUPED.includes(`${type.source} ${column}`));
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
/** Relations that Odoo computes, and groups nothing by. */
const NOT_GROUPED: readonly string[] = [];

function toKey(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
