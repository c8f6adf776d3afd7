/**
 * Rows as the viewer reads them: under the rules, the grants and row-level security, as any other answer. Read before and
 * after a statement, they are what a dry run compares; what the viewer may not read is in neither.
 */
import { GatewayError } from '../../errors.ts';
import type { Catalog, LeafField, StoredField, StoredType } from '../../plan/catalog.ts';
import type { ObjectPlan, Slot } from '../../plan/plan.ts';
import { waysOf } from '../../plan/ways.ts';
import { compileBatch } from '../../postgres/batches.ts';
import type { Statement } from '../../postgres/statement.ts';
import type { Enter } from '../admit.ts';
import type { Fetching } from '../fetch.ts';
import type { Touched } from './touched.ts';

/** Rows of one type, and what of them is compared. */
export interface Imaged {
  readonly object: ObjectPlan;
  readonly ids: readonly string[];
}

/** By type and id, `Page 5f…`: fields by their names in the schema. */
export type Images = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** What is looked at with. */
export interface Imaging {
  readonly catalog: Catalog;
  readonly enter: Enter;
  readonly fetching: Fetching;
}

/** Rows that are looked at; of a mutation that writes more, a person reads no more either. */
export const MAX_IMAGED = 1_000;
/** What names a row, and when the dry run itself was. */
const LEFT_OUT = new Set(['id', 'nodeId', 'createdAt', 'updatedAt']);

/** By table, what of its rows is compared; absent are tables that the viewer may not read. */
export type ImagePlans = ReadonlyMap<string, ObjectPlan>;

/**
 * Plans the reading of rows of tables. Before a transaction begins: the rules may have to ask the database, which has no
 * second connection where it is embedded.
 */
export async function planImages(imaging: Imaging, tables: readonly string[]): Promise<ImagePlans> {
  const plans = new Map<string, ObjectPlan>();
  for (const table of tables) {
    const type = [...imaging.catalog.values()].find(({ source, isNode }) => source === table && isNode);
    const object = type && (await planImage(imaging, type));
    if (object) plans.set(table, object);
  }
  return plans;
}

/** The rows that are compared. */
export function imagedOf(plans: ImagePlans, touched: readonly Touched[]): Imaged[] {
  return [...plans].flatMap(([table, object]) => {
    const ids = touched.slice(0, MAX_IMAGED).flatMap((row) => (row.table === table ? row.id : []));
    return ids.length > 0 ? [{ object, ids }] : [];
  });
}

/** @param read Runs a statement as the viewer. */
export async function readImages(
  planned: readonly Imaged[],
  { bound }: Fetching,
  read: (statement: Statement) => Promise<Buffer>,
): Promise<Images> {
  const images = new Map<string, Readonly<Record<string, unknown>>>();
  for (const { object, ids } of planned) {
    const bytes = await read(compileBatch(object, { ids }, bound));
    const found = JSON.parse(bytes.toString('utf8')) as Record<string, Record<string, unknown>>;
    for (const [id, row] of Object.entries(found)) images.set(`${object.type.name} ${id}`, row);
  }
  return images;
}

/** Null for a type that the viewer may not read. */
async function planImage({ enter, fetching }: Imaging, type: StoredType): Promise<ObjectPlan | null> {
  const slots: Slot[] = [];
  const shown = new Set(
    [...type.fields.values()].flatMap(({ kind, ...field }) => (kind === 'leaf' ? field.column : [])),
  );
  for (const field of type.fields.values()) {
    const leaf = LEFT_OUT.has(field.name) ? null : leafOf(field, shown);
    // The id of a record is told to whom the record may be shown.
    if (leaf && (field.kind === 'leaf' || (await mayPass({ enter, fetching }, `${type.name}.${field.name}`))))
      slots.push({ kind: 'leaf', key: field.name, field: leaf });
  }
  const object = { type, slots };
  const isRead = await mayPass({ enter, fetching }, `${type.name}.nodeId`);
  if (isRead)
    await enter({ ...fetching, coordinate: `${type.name}.nodeId`, plan: () => waysOf(object), isLetIn: true });
  return isRead ? object : null;
}

/** A relation to one record is compared by the id that is stored, where no other field shows that. */
function leafOf(field: StoredField, shown: ReadonlySet<string | null>): LeafField | null {
  if (field.kind === 'leaf') return field;
  if (field.kind === 'many' || (field.kind === 'link' && field.foreign !== null) || shown.has(field.column))
    return null;
  const { name, column } = field;
  return { kind: 'leaf', name, column, scalar: 'ID', nullable: true, stored: null, currency: null, isComputed: false };
}

async function mayPass({ enter, fetching }: Pick<Imaging, 'enter' | 'fetching'>, coordinate: string): Promise<boolean> {
  try {
    await enter.pass(fetching.context, coordinate);
    return true;
  } catch (error) {
    if (error instanceof GatewayError) return false;
    throw error;
  }
}
