/** What is known of every stored type and field; `read-catalog.ts` reads it from the schema. */
import type { Surface } from '../errors.ts';
import type { OrderKey } from '../sdl/directives.ts';

/** The scalars of the schema that a stored field may have. */
export const SCALARS = [
  'ID',
  'String',
  'Int',
  'Float',
  'Boolean',
  'Decimal',
  'ByteCount',
  'Date',
  'DateTime',
  'JSON',
] as const;

/** A scalar of the schema, by its name. */
export type Scalar = (typeof SCALARS)[number];

/**
 * A value that is no scalar of the schema: the name of an enum, the `nodeId` that is made of an id, a column that orders and
 * is not shown, and a number or a time of Odoo as it is stored, which a cursor carries: with nulls, with microseconds.
 */
export type PseudoScalar = 'Enum' | 'NodeId' | 'Hidden' | 'StoredNumber' | 'StoredTime';

/** A scalar or enum that is stored in one field or column. */
export interface LeafField {
  readonly kind: 'leaf';
  readonly name: string;
  /** The stored name. */
  readonly column: string;
  readonly scalar: Scalar | PseudoScalar;
  readonly nullable: boolean;
  /** GraphQL name → stored text, for an enum. */
  readonly stored: ReadonlyMap<string, string> | null;
  /** The stored many2one that holds the currency of an amount of money. */
  readonly currency: string | null;
  /** The type's name, for a `nodeId`: it is made from that name and the id in `column`. */
  readonly nodeType?: string;
  /** Whether Odoo computes it at each read, so that no order can go by it. */
  readonly isComputed: boolean;
}

/** One record of the same surface, by the id in `column`. */
export interface OneField {
  readonly kind: 'one';
  readonly name: string;
  readonly column: string;
  readonly target: string;
}

/** Many records of the same surface: an x2many `column` on Odoo, else those whose `foreign` is this one's id. */
export interface ManyField {
  readonly kind: 'many';
  readonly name: string;
  readonly column: string | null;
  readonly foreign: string | null;
  /** On Odoo: the stored name over there that holds this one's id. By it the list of one record is read page by page. */
  readonly inverse: string | null;
  readonly target: string;
  /** Whether Odoo can group by it. */
  readonly isGroupable: boolean;
}

/** One record of another surface, by the id in `column`; or many there, those whose `foreign` is this record's id. */
export interface LinkField {
  readonly kind: 'link';
  readonly name: string;
  readonly column: string;
  readonly foreign: string | null;
  readonly target: string;
  readonly contract: string;
}

/** A field of a stored type. */
export type StoredField = LeafField | OneField | ManyField | LinkField;

/** One key of an order. */
export interface OrderTerm {
  readonly field: LeafField;
  readonly descending: boolean;
  /** On Odoo: the many2one that is ordered by. This key, at a dotted column, is one of its model's own order. */
  readonly via?: Via;
  /** Coordinates of the relations that it goes through, e.g. `Task.project`; absent for a field of the record itself. */
  readonly entered?: readonly string[];
  /** Whether null comes before every value instead of after it. */
  readonly nullsLeast?: boolean;
}

/** An order by a many2one: Odoo orders it as its model is ordered. All its keys share one object. */
export interface Via {
  readonly column: string;
  readonly descending: boolean;
}

/** An object type that lives in a model or table. */
export interface StoredType {
  readonly name: string;
  readonly surface: Surface;
  /** An Odoo model or a qualified table. */
  readonly source: string;
  readonly fields: ReadonlyMap<string, StoredField>;
  /** Fields that say when a link's record was read, each with the link's name. They are stored nowhere. */
  readonly asOf: ReadonlyMap<string, string>;
  /** Fields whose value is a URL that is signed when they are read: the columns with the file's path and its name. */
  readonly signed: ReadonlyMap<string, readonly [path: string, name: string]>;
  /** Fields that show a record of Odoo which the row names: the column that names it, in JSON, and the contract. */
  readonly odooRecords: ReadonlyMap<string, Pick<LinkField, 'column' | 'contract'>>;
  /** The order that the directive gives. On Odoo it is the model's own, which orders by a relation to the model use too. */
  readonly ownOrder: readonly OrderKey[];
  /** Order of a list that asks for none; ends with `id`. */
  readonly order: readonly OrderTerm[];
  /** A stored name that every record of the type has a value in; null where any record counts. */
  readonly having: string | null;
  /** The SQL function that answers the row of one id, as text; null where the table itself finds it. */
  readonly lookup: string | null;
  /** The SQL function that answers the rows which the text of a list's argument `search` finds; null on Odoo, and where there is none. */
  readonly search: string | null;
  /** Whether the id alone finds a record. */
  readonly isNode: boolean;
  /** Relations by whose records Odoo's search by name finds the type's own. */
  readonly searchedThrough: readonly string[];
}

/** Every stored type by its GraphQL name. */
export type Catalog = ReadonlyMap<string, StoredType>;

/** The type's `id`, by which every order ends. */
export function idField(type: StoredType): LeafField {
  return leafField(type, 'id');
}

function leafField(type: { name: string; fields: ReadonlyMap<string, StoredField> }, name: string): LeafField {
  const field = type.fields.get(name);
  if (field?.kind !== 'leaf') throw new TypeError(`${type.name} has no stored field "${name}"`);
  return field;
}
