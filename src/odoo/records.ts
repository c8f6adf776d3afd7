/** Walking what a specification has read, record by record. */
import type { OdooRecord } from './call.ts';
import type { FindField } from './named-fields.ts';
import type { Specification } from './specification.ts';

/** A record of one's own, to be filled. */
export type FilledRecord = { id: number; [column: string | symbol]: unknown };

/** Whether a value is a record, rather than a value, an error or a list. */
export function isRecord(value: unknown): value is FilledRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Error);
}

/** Answers may be shared between requests: what is changed is a copy. Errors and what symbols hold stay the same. */
export function copyRecords(records: readonly OdooRecord[]): FilledRecord[] {
  return records.map((record) => copy(record) as FilledRecord);
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (!isRecord(value)) return value;
  const copied = { ...value };
  for (const column of Object.keys(value)) copied[column] = copy(value[column]);
  return copied;
}

/** Records of one model that were read by the same part of a specification. */
export interface Level {
  readonly model: string;
  readonly specification: Specification;
  readonly records: readonly FilledRecord[];
}

/** The level, and each one that a relation of it leads to. */
export function levelsOf(find: FindField, level: Level): Level[] {
  const below = Object.entries(level.specification).flatMap(([column, { fields }]): Level[] => {
    const target = fields && find(level.model, column)?.relation;
    if (!fields || !target) return [];
    const records = level.records.flatMap((record) => [record[column]].flat().filter(isRecord));
    return levelsOf(find, { model: target, specification: fields, records });
  });
  return [level, ...below];
}
