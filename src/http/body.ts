/** The body of a POST to `/graphql`: JSON in UTF-8 that nobody has compressed. */
import { isUtf8 } from 'node:buffer';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { findInexactNumber, inexactProblem } from '../plan/exact-number.ts';
import { isTooDeep, TOO_DEEP } from './json.ts';

/** Why a request never comes to GraphQL. */
export interface Problem {
  readonly problem: string;
  readonly status: number;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a body holds. */
export type Parsed = { readonly value: unknown } | Problem;

/** Almost all requests have one of these. */
const PLAIN_TYPE = /^application\/json( *; *charset=utf-8)?$/i;
/** A form of another site cannot send this one without asking first. */
const JSON_TYPE = /^application\/json *(;|$)/i;
/** Quoted texts are values of parameters, and may hold anything. */
const CHARSET = /; *charset *= *("[^"]*"|[^;"]*)|"(?:[^"\\]|\\.)*"/gi;
const UTF_8 = /^("?)(utf-?8|us-ascii)\1$/i;

/** Reads it. Null where the client leaves before it has sent all: nobody is there to be told. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Parsed | null> {
  const refusal = refuseContent(request.headers);
  if (refusal) return refusal;
  const read = await readBytes(request, maxBytes);
  if (typeof read === 'number') return tooLarge(maxBytes, read);
  return read && parseJson(read);
}

function refuseContent(headers: IncomingHttpHeaders): Problem | null {
  const type = headers['content-type'] ?? '';
  if (!PLAIN_TYPE.test(type)) {
    if (!JSON_TYPE.test(type))
      return { problem: 'Send the operation as "content-type: application/json"', status: 415 };
    const other = charsetsOf(type).find((charset) => !UTF_8.test(charset));
    if (other !== undefined)
      return { problem: `The charset ${other || 'of no name'} is not taken: send the body as UTF-8`, status: 415 };
  }
  return refuseCoding('content-encoding', headers) ?? refuseCoding('transfer-encoding', headers);
}

function charsetsOf(type: string): string[] {
  return [...type.matchAll(CHARSET)].flatMap(([, charset]) => (charset === undefined ? [] : [charset.trim()]));
}

function refuseCoding(name: 'content-encoding' | 'transfer-encoding', headers: IncomingHttpHeaders): Problem | null {
  const coding = headers[name];
  if (!coding || /^(identity|chunked)$/i.test(coding)) return null;
  const problem = `The ${name} ${coding} is not taken: send the body as it is`;
  // By RFC 9110 it says what is taken.
  return { problem, status: 415, headers: { 'accept-encoding': 'identity' } };
}

/**
 * By events: an async iterator costs several promises a request.
 *
 * @returns How many bytes it announces, or have come, where they are too many. Null where the client leaves before the end.
 */
export function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer | number | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) resolve(Math.max(size, Number(request.headers['content-length']) || 0));
      else chunks.push(chunk);
    });
    request.once('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.on('error', () => resolve(null));
    request.on('close', () => resolve(null));
  });
}

function tooLarge(most: number, asked: number): Problem {
  const problem = `The request body has ${asked} bytes, and ${most} are the most (REQUEST_MAX_BYTES)`;
  return { problem, status: 413, details: { limit: 'REQUEST_MAX_BYTES', most, asked } };
}

/** The JSON of a body. @param isKept Whether its numbers have to stay as they are. */
export function parseJson(body: Buffer, isKept = true): Parsed {
  if (!isUtf8(body)) return { problem: 'The request body is not UTF-8', status: 400 };
  const text = body.toString('utf8');
  if (isTooDeep(text)) return TOO_DEEP;
  try {
    const value: unknown = JSON.parse(text);
    const inexact = isKept ? findInexactNumber(text) : null;
    return inexact ? { problem: inexactProblem(inexact), status: 400 } : { value };
  } catch {
    return { problem: 'The request body is not JSON', status: 400 };
  }
}
