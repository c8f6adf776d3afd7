/** The order that a directive gives a model or table → the keys of a list, through relations as Odoo goes through them. */
import type { LeafField, OneField, OrderTerm, StoredType, Via } from './catalog.ts';

/** A stored type whose list order is not read yet. */
export type UnorderedType = Omit<StoredType, 'order'>;

type Types = ReadonlyMap<string, UnorderedType>;

/** The order of a list that asks for none, ended by `id`. */
export function listOrder(types: Types, type: UnorderedType): OrderTerm[] {
  const id = [...type.fields.values()].find((field) => field.kind === 'leaf' && field.name === 'id');
  if (id?.kind !== 'leaf') throw new TypeError(`${type.name} has no field "id"`);
  return withTiebreak(expand(types, type, START), id);
}

/** The keys of an order by the many2one `one`: Odoo orders by it as its model is ordered, and adds no tiebreak. */
export function relationOrder(types: Types, type: UnorderedType, one: OneField, descending: boolean): OrderTerm[] {
  return expandRelation(types, { type, one, descending }, START);
}

/** The order ended by `id`, the way its last key runs: one row comparison then serves the whole keyset. */
export function withTiebreak(terms: readonly OrderTerm[], id: LeafField): OrderTerm[] {
  const end = terms.findIndex((term) => term.field.column === 'id');
  // What comes after the id orders nothing, and a cursor need not compare it.
  if (end >= 0) return terms.slice(0, end + 1);
  return [...terms, { field: id, descending: terms.at(-1)?.descending ?? false }];
}

interface Expanding {
  /** The path to the type, with its last dot. */
  readonly prefix: string;
  /** Whether every key runs the other way. */
  readonly flip: boolean;
  readonly via: Via | undefined;
  /** Relations on the path: Odoo goes through each once. */
  readonly seen: readonly OneField[];
  /** Their coordinates. */
  readonly entered: readonly string[];
}

const START: Expanding = { prefix: '', flip: false, via: undefined, seen: [], entered: [] };

function expand(types: Types, type: UnorderedType, at: Expanding): OrderTerm[] {
  const terms: OrderTerm[] = [];
  for (const { column, descending } of type.ownOrder) {
    const field = [...type.fields.values()].find(
      (candidate) => (candidate.kind === 'leaf' || candidate.kind === 'one') && candidate.column === column,
    );
    if (type.surface === 'odoo' && field?.kind === 'one') {
      terms.push(...expandRelation(types, { type, one: field, descending }, at));
      continue;
    }
    const leaf = field?.kind === 'leaf' ? field : hiddenField(column);
    // What Odoo computes at each read cannot be compared with a cursor: the keys before it make the order.
    if (leaf.isComputed) break;
    const ordered = at.prefix === '' ? leaf : { ...leaf, column: `${at.prefix}${column}`, nullable: true };
    const through = at.via && { via: at.via, entered: at.entered };
    terms.push({ field: ordered, descending: descending !== at.flip, ...through });
  }
  return terms;
}

interface OrderedRelation {
  readonly type: UnorderedType;
  readonly one: OneField;
  readonly descending: boolean;
}

function expandRelation(types: Types, { type, one, descending }: OrderedRelation, at: Expanding): OrderTerm[] {
  const target = types.get(one.target);
  if (!target || at.seen.includes(one)) return [];
  const flip = descending !== at.flip;
  return expand(types, target, {
    prefix: `${at.prefix}${one.column}.`,
    flip,
    via: at.via ?? { column: one.column, descending: flip },
    seen: [...at.seen, one],
    entered: [...at.entered, `${type.name}.${one.name}`],
  });
}

/** A stored name that the SDL does not show, e.g. a rank. */
function hiddenField(column: string): LeafField {
  const type = { nullable: true, stored: null, currency: null, isComputed: false };
  return { kind: 'leaf', name: column, column, scalar: 'Hidden', ...type };
}
