/** Order: several keys, directions, places of nulls; a many2one sorts by its model's own order. */
import { createUserError, createValueError } from './faults.ts';
import type { Scope } from './scope.ts';
import { type OdooRecord, readValue, type StoredModel } from './store.ts';

/** Compares two records; 0 for a tie. */
export type Compare = (left: OdooRecord | undefined, right: OdooRecord | undefined) => number;

interface OrderTerm {
  readonly field: string;
  readonly path: string | undefined;
  readonly descending: boolean;
  readonly nulls: 'first' | 'last' | undefined;
}

const TERM = /^\s*([a-z0-9_]+)(?:\.([a-z0-9_]+))?(?:\s+(desc|asc))?(?:\s+nulls (first|last))?\s*$/i;

/** Compiles an order, the model's own for an empty one. Ties keep the order of ids. */
export function compileOrder(scope: Scope, model: StoredModel, order: string): Compare {
  return compileTerms(scope, model, order ? parseOrder(order) : parseDefault(model), new Set());
}

// A model's own order may name a field that leads out of the recording.
function parseDefault(model: StoredModel): readonly OrderTerm[] {
  return parseOrder(model.order).filter((term) => term.field in model.fields);
}

function parseOrder(order: string): readonly OrderTerm[] {
  return order.split(',').map((part) => {
    const match = TERM.exec(part);
    if (!match) {
      throw createUserError(
        `Invalid "order" specified (${order}). A valid "order" specification is a comma-separated list of valid field names (optionally followed by asc/desc for the direction)`,
      );
    }
    const [, field = '', path, direction, nulls] = match;
    const place = nulls?.toLowerCase() as 'first' | 'last' | undefined;
    return { field, path, descending: direction?.toLowerCase() === 'desc', nulls: place };
  });
}

function compileTerms(
  scope: Scope,
  model: StoredModel,
  terms: readonly OrderTerm[],
  seen: ReadonlySet<string>,
): Compare {
  const compares = terms.map((term) => compileTerm(scope, model, term, seen));
  return (left, right) => {
    for (const compare of compares) {
      const result = compare(left, right);
      if (result !== 0) return result;
    }
    return 0;
  };
}

function compileTerm(scope: Scope, model: StoredModel, term: OrderTerm, seen: ReadonlySet<string>): Compare {
  const meta = model.fields[term.field];
  if (!meta) throw createValueError(`Invalid field '${term.field}' on model '${model.model}'`);
  if (!meta.store && meta.sortable === false) {
    throw createValueError(`Cannot convert ${model.model}.${term.field} to SQL because it is not stored`);
  }
  const read = (record: OdooRecord | undefined) => (record ? readValue(model, record, term.field) : undefined);
  if (meta.type === 'many2one') return compileRelated(scope, model, term, seen);
  const isBoolean = meta.type === 'boolean';
  return compareBy(term, (record) => {
    const value = read(record);
    return isBoolean && record ? value === true : value === false ? undefined : value;
  });
}

function compileRelated(scope: Scope, model: StoredModel, term: OrderTerm, seen: ReadonlySet<string>): Compare {
  const key = `${model.model}.${term.field}`;
  if (seen.has(key)) return () => 0;
  const comodel = scope.store.find(String(model.fields[term.field]?.relation)) as StoredModel;
  const readId = (record: OdooRecord | undefined) => {
    const id = record ? readValue(model, record, term.field) : false;
    return typeof id === 'number' ? id : undefined;
  };
  if (term.path === 'id' || comodel.order === 'id') return compareBy(term, readId);
  // Without a place for nulls they go where the comodel's keys put them: last when ascending.
  const terms = parseDefault(comodel).map((inner) => (term.descending ? reverse(inner) : inner));
  const inner = compileTerms(scope, comodel, terms, new Set([...seen, key]));
  return (left, right) => {
    const ids = [readId(left), readId(right)] as const;
    if (term.nulls && (ids[0] === undefined) !== (ids[1] === undefined)) {
      return (ids[0] === undefined) === (term.nulls === 'first') ? -1 : 1;
    }
    const records = ids.map((id) => (id === undefined ? undefined : comodel.byId.get(id)));
    return inner(records[0], records[1]);
  };
}

function reverse(term: OrderTerm): OrderTerm {
  const nulls = term.nulls && (term.nulls === 'first' ? 'last' : 'first');
  return { ...term, descending: !term.descending, nulls };
}

function compareBy(term: OrderTerm, read: (record: OdooRecord | undefined) => unknown): Compare {
  const nullsFirst = term.nulls ? term.nulls === 'first' : term.descending;
  return (left, right) => {
    const values = [read(left), read(right)];
    if (values[0] === undefined || values[1] === undefined) {
      if (values[0] === values[1]) return 0;
      return (values[0] === undefined) === nullsFirst ? -1 : 1;
    }
    const result = compareValues(values[0], values[1]);
    return term.descending ? -result : result;
  };
}

/** Postgres's order in the C collation: numbers by size, text by code point. */
export function compareValues(left: unknown, right: unknown): number {
  if (typeof left === 'string' && typeof right === 'string')
    return Math.sign(Buffer.compare(Buffer.from(left), Buffer.from(right)));
  return Number(left) - Number(right);
}
