/**
 * The answer's `data` as bytes, and the stringifier that splices it into the response.
 *
 * Leans on an untyped corner of Apollo Server: `stringifyResult` may return a Buffer, which reaches our HTTP
 * adapter unchanged as `body.string`. `test/execution/response.test.ts` fails when that moves.
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

const NEWLINE = Buffer.from('\n');

/** Assembles the bytes of `{"key":…}`. */
export function renderData(entries: readonly (readonly [string, Buffer])[]): RenderedData {
  const chunks = entries.flatMap(([key, bytes], index) => [
    Buffer.from(`${index === 0 ? '{' : ','}${JSON.stringify(key)}:`),
    bytes,
  ]);
  return new RenderedData([...(chunks.length > 0 ? chunks : [Buffer.from('{')]), Buffer.from('}')]);
}

/** Apollo Server's `stringifyResult`: a string, or for passed-through data a Buffer. */
export function stringifyResult({ errors, data, extensions }: Result): string | Buffer {
  if (!(data instanceof RenderedData)) return `${stringifyWithRawJson({ errors, data, extensions })}\n`;
  const before = errors === undefined ? '{"data":' : `{"errors":${JSON.stringify(errors)},"data":`;
  const after = extensions === undefined ? '}' : `,"extensions":${JSON.stringify(extensions)}}`;
  return Buffer.concat([Buffer.from(before), ...data.chunks, Buffer.from(after), NEWLINE]);
}
