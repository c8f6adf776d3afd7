/**
 * The records that are keys of groups. Id and display name come with the groups; all else is read by one call for all groups
 * of a key.
 */
import type { GatewayError } from '../errors.ts';
import type { LeafField } from '../plan/catalog.ts';
import type { KeySlot } from '../plan/groups.ts';
import type { ObjectPlan, Slot } from '../plan/plan.ts';
import type { OdooReading } from './reading.ts';
import type { Answer } from './shape.ts';
import { toAnswer } from './values.ts';

/** A response key that is a record. */
export type RecordKey = KeySlot & { readonly kind: 'record' };

/** A record as a group names it. */
export type NamedRecord = readonly [id: number, displayName: string];

/** Reads records by id: absent are those that are gone, an error those that a record rule hides. */
export type ReadByIds = (
  reading: OdooReading,
  object: ObjectPlan,
  ids: readonly number[],
) => Promise<Map<number, Answer | GatewayError>>;

/** Resolves with the answer of each record, by its id. */
export async function readKeyRecords(
  reading: OdooReading,
  { object }: RecordKey,
  named: readonly NamedRecord[],
  readByIds: ReadByIds,
): Promise<ReadonlyMap<number, Answer | GatewayError>> {
  const names = new Map(named);
  const read = object.slots.every(isNamed) ? null : await readByIds(reading, object, [...names.keys()]);
  return new Map([...names].map(([id, name]) => [id, read?.get(id) ?? shapeNamed(object, id, name)]));
}

/** Whether what is selected comes with the group. */
function isNamed(slot: Slot): boolean {
  return slot.kind === 'typename' || (slot.kind === 'leaf' && knownValue(slot.field, 0, '') !== undefined);
}

function knownValue({ column }: LeafField, id: number, name: string): unknown {
  if (column === 'id') return id;
  return column === 'display_name' ? name : undefined;
}

/** What a group tells of its record, where no more is asked or the record is gone since. */
function shapeNamed(object: ObjectPlan, id: number, name: string): Answer {
  return Object.fromEntries(object.slots.map((slot) => [slot.key, shapeSlot(slot, id, name)]));
}

function shapeSlot(slot: Slot, id: number, name: string): unknown {
  if (slot.kind === 'typename') return slot.value;
  const value = slot.kind === 'leaf' ? knownValue(slot.field, id, name) : undefined;
  return slot.kind === 'leaf' && value !== undefined
    ? toAnswer(slot.field, value || false, { of: `record ${id}` })
    : null;
}
