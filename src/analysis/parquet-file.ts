/** Rows as Apache Parquet, row group by row group, so that no more than one of them is in memory. */
import { open } from 'node:fs/promises';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import { GatewayError } from '../errors.ts';
import type { ColumnKind, ExportColumn, ExportValue } from './export-columns.ts';
import type { ExportFile } from './export-format.ts';
import type { ExportRow } from './export-source.ts';

/** Rows of a row group. */
const GROUP_ROWS = 20_000;
/** Decimal places of money: no currency has more than 8. */
export const MONEY_SCALE = 9;
const MONEY_PRECISION = 38;
const DAY_MS = 86_400_000;

type Schema = ConstructorParameters<typeof ParquetWriter>[0]['schema'];
type Element = Omit<Schema[number], 'name'>;

/** How each kind is stored. @see https://parquet.apache.org/docs/file-format/types/logicaltypes/ */
const TYPES: Readonly<Record<ColumnKind, Element>> = {
  integer: { type: 'INT64' },
  relation: { type: 'INT64' },
  float: { type: 'DOUBLE' },
  decimal: {
    ...{ type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16, converted_type: 'DECIMAL' },
    ...{ precision: MONEY_PRECISION, scale: MONEY_SCALE },
    logical_type: { type: 'DECIMAL', precision: MONEY_PRECISION, scale: MONEY_SCALE },
  },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
  datetime: {
    ...{ type: 'INT64', converted_type: 'TIMESTAMP_MICROS' },
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MICROS' },
  },
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
};

/** @param path Overwritten where it is there. */
export async function openParquetFile(path: string, columns: readonly ExportColumn[]): Promise<ExportFile> {
  const schema: Schema = [
    { name: 'records', num_children: columns.length },
    ...columns.map(({ name, kind }, index) => ({
      ...TYPES[kind],
      name,
      repetition_type: index === 0 ? ('REQUIRED' as const) : ('OPTIONAL' as const),
    })),
  ];
  // For nobody but the owner, as every file of an export.
  await (await open(path, 'w', 0o600)).close();
  const writer = new ParquetWriter({ writer: fileWriter(path), schema, createdBy: 'tripoint' });
  let waiting: ExportRow[] = [];
  const flush = async () => {
    if (waiting.length === 0) return;
    const rows = waiting;
    waiting = [];
    const columnData = columns.map(({ name, kind }, index) => ({
      name,
      data: rows.map((row) => toStored(kind, row[index] ?? null)),
    }));
    await writer.write({ columnData, rowGroupSize: GROUP_ROWS });
  };
  return {
    write: async (rows) => {
      waiting.push(...rows);
      if (waiting.length >= GROUP_ROWS) await flush();
    },
    close: async () => {
      await flush();
      await writer.finish();
      const file = await open(path, 'r+');
      await file.sync();
      await file.close();
    },
  };
}

function toStored(kind: ColumnKind, value: ExportValue): unknown {
  if (value === null) return null;
  switch (kind) {
    case 'integer':
    case 'relation':
      return BigInt(value);
    case 'decimal':
      return toUnscaled(String(value));
    case 'date':
      return Math.floor(Date.parse(`${value}T00:00:00Z`) / DAY_MS);
    case 'datetime':
      return toMicros(String(value));
    default:
      return value;
  }
}

/** The number times 10 to the power of the scale, exactly. @throws GatewayError where it has more places than that. */
function toUnscaled(text: string): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  const digits = (whole + fraction.padEnd(MONEY_SCALE, '0')).replace('-', '');
  if (fraction.length > MONEY_SCALE || digits.replace(/^0+/, '').length > MONEY_PRECISION) {
    const message = `${text} has more digits than a decimal (${MONEY_PRECISION}, ${MONEY_SCALE}) of Parquet: export as ndjson`;
    throw new GatewayError('LIMIT_EXCEEDED', message);
  }
  return text.startsWith('-') ? -BigInt(digits) : BigInt(digits);
}

function toMicros(text: string): bigint {
  const [, seconds = '', fraction = ''] = /^(.*?)(?:\.(\d+))?Z$/.exec(text) ?? [];
  return BigInt(Date.parse(`${seconds}Z`)) * 1_000n + BigInt(fraction.padEnd(6, '0').slice(0, 6));
}
