/**
 * The answer's `data` as bytes, and the stringifier that splices it into the response.
 *
 * Leans on an untyped corner of Apollo Server: what `stringifyResult` returns reaches our HTTP adapter unchanged as
 * `body.string`. `test/execution/response.test.ts` fails when that moves.
 */
import { stringifyWithRawJson } from '../sdl/raw-json.ts';
import type { RootBytes } from './fetch.ts';

/** Text of ours, or bytes of Postgres. */
type Part = string | Buffer;

/** The `data` of a response as the statements rendered it; a transport that wants objects gets them by `toJSON`. */
export class RenderedData {
  readonly parts: readonly Part[];

  constructor(parts: readonly Part[]) {
    this.parts = parts;
  }

  toJSON(): unknown {
    return JSON.parse(toText(this.parts));
  }
}

interface Result {
  readonly errors?: unknown;
  readonly data?: unknown;
  readonly extensions?: unknown;
}

/** Assembles the bytes of `{"key":…}`. */
export function renderData(entries: readonly (readonly [string, RootBytes])[]): RenderedData {
  const parts = entries.flatMap(([key, { bytes, around }], index) => [
    `${index === 0 ? '{' : ','}${JSON.stringify(key)}:${around[0]}`,
    bytes,
    around[1],
  ]);
  return new RenderedData([...(parts.length > 0 ? parts : ['{']), '}']);
}

/** A body in parts, as it goes to the socket: joined, an answer of 100 kB would be copied once more. */
export class BodyParts {
  readonly parts: readonly Part[];
  readonly byteLength: number;

  constructor(parts: readonly Part[]) {
    this.parts = joinTexts(parts);
    this.byteLength = this.parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0);
  }

  toString(): string {
    return toText(this.parts);
  }
}

/** Apollo Server's `stringifyResult`: a string, or the parts of passed-through data. */
export function stringifyResult({ errors, data, extensions }: Result): string | BodyParts {
  if (!(data instanceof RenderedData)) return `${stringifyWithRawJson({ errors, data, extensions })}\n`;
  const before = errors === undefined ? '{"data":' : `{"errors":${JSON.stringify(errors)},"data":`;
  const after = extensions === undefined ? '}\n' : `,"extensions":${JSON.stringify(extensions)}}\n`;
  return new BodyParts([before, ...data.parts, after]);
}

/** Texts beside each other as one: each part is a write of its own. */
function joinTexts(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  return joined;
}

function toText(parts: readonly Part[]): string {
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))).toString('utf8');
}
