/** Reads tensors of a `.safetensors` file: eight bytes of length, a header of JSON, and the numbers. */
import { readFile } from 'node:fs/promises';

/** Numbers in rows; one row where the tensor is a list. */
export interface Tensor {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array | Float64Array | Int8Array | Int32Array;
}

interface Entry {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

/** A header of more bytes than this is none. */
const MAX_HEADER_BYTES = 100_000_000;

/**
 * @returns Each tensor under its name; 16-bit floats widened, 64-bit integers narrowed.
 * @throws TypeError where the file is not one, or has numbers of a kind that is not known here.
 */
export async function readTensors(path: string): Promise<ReadonlyMap<string, Tensor>> {
  const file = await readFile(path);
  const headerBytes = file.byteLength < 8 ? Number.NaN : Number(file.readBigUInt64LE(0));
  if (!(headerBytes <= MAX_HEADER_BYTES && headerBytes <= file.byteLength - 8))
    throw new TypeError('not a safetensors file');
  const header = JSON.parse(file.subarray(8, 8 + headerBytes).toString('utf8')) as Record<string, Entry>;
  const start = 8 + headerBytes;
  const entries = Object.entries(header).filter(([name]) => name !== '__metadata__');
  return new Map(
    entries.map(
      ([
        name,
        {
          dtype,
          shape,
          data_offsets: [from, to],
        },
      ]) => {
        const [rows = 1, columns = 1] = shape.length > 1 ? shape : [1, shape[0]];
        const values = readValues(dtype, file.subarray(start + from, start + to));
        if (values.length !== rows * columns) throw new TypeError(`the tensor ${name} is cut off`);
        return [name, { rows, columns, values }];
      },
    ),
  );
}

function readValues(dtype: string, bytes: Uint8Array): Tensor['values'] {
  // A copy: what starts at an odd byte cannot be looked at as wider numbers.
  const { buffer } = Uint8Array.from(bytes);
  if (dtype === 'F32') return new Float32Array(buffer);
  if (dtype === 'F64') return new Float64Array(buffer);
  if (dtype === 'I8') return new Int8Array(buffer);
  if (dtype === 'I32') return new Int32Array(buffer);
  if (dtype === 'I64') return Int32Array.from(new BigInt64Array(buffer), Number);
  if (dtype === 'F16') return Float32Array.from(new Uint16Array(buffer), widen);
  if (dtype === 'BF16') return Float32Array.from(new Uint16Array(buffer), widenBrain);
  throw new TypeError(`numbers of the kind ${dtype}`);
}

/** IEEE 754 half precision. */
function widen(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1_024) * 2 ** (exponent - 15);
}

const scratch = new DataView(new ArrayBuffer(4));

/** The upper half of a single. */
function widenBrain(bits: number): number {
  scratch.setUint32(0, bits << 16);
  return scratch.getFloat32(0);
}
