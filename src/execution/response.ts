/**
 * The answer's `data` as bytes, and the stringifier that splices it into the response.
 *
 * Leans on an untyped corner of Apollo Server: what `stringifyResult` returns reaches our HTTP adapter unchanged as
 * `body.string`. `test/execution/response.test.ts` fails when that moves.
 */
import { stringifyWithRawJson } from '../sdl/raw-json.ts';

/** The `data` of a response as the statements rendered it; a transport that wants objects gets them by `toJSON`. */
export class RenderedData {
  readonly chunks: readonly Buffer[];

  constructor(chunks: readonly Buffer[]) {
    this.chunks = chunks;
  }

  toJSON(): unknown {
    return JSON.parse(Buffer.concat(this.chunks).toString('utf8'));
  }
}

interface Result {
  readonly errors?: unknown;
  readonly data?: unknown;
  readonly extensions?: unknown;
}

/** Assembles the bytes of `{"key":…}`. */
export function renderData(entries: readonly (readonly [string, Buffer])[]): RenderedData {
  const chunks = entries.flatMap(([key, bytes], index) => [
    Buffer.from(`${index === 0 ? '{' : ','}${JSON.stringify(key)}:`),
    bytes,
  ]);
  return new RenderedData([...(chunks.length > 0 ? chunks : [Buffer.from('{')]), Buffer.from('}')]);
}

/** A body in parts, as it goes to the socket: joined, an answer of 100 kB would be copied once more. */
export class BodyChunks {
  readonly chunks: readonly Buffer[];
  readonly byteLength: number;

  constructor(chunks: readonly Buffer[]) {
    this.chunks = chunks;
    this.byteLength = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  }

  toString(): string {
    return Buffer.concat(this.chunks).toString('utf8');
  }
}

/** Apollo Server's `stringifyResult`: a string, or the parts of passed-through data. */
export function stringifyResult({ errors, data, extensions }: Result): string | BodyChunks {
  if (!(data instanceof RenderedData)) return `${stringifyWithRawJson({ errors, data, extensions })}\n`;
  const before = errors === undefined ? '{"data":' : `{"errors":${JSON.stringify(errors)},"data":`;
  const after = extensions === undefined ? '}\n' : `,"extensions":${JSON.stringify(extensions)}}\n`;
  return new BodyChunks([Buffer.from(before), ...data.chunks, Buffer.from(after)]);
}
