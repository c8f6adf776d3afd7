/** `/files/…`: the signed URLs of files that the gateway keeps in its own folder. No other credential is looked at. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Allowed, FolderFiles, FoundFile } from '../storage/folder-files.ts';
import { isSameMediaType } from '../storage/media-type.ts';
import { contentDisposition } from './disposition.ts';
import { type ByteRange, readRange } from './range.ts';
import { sendJson } from './send.ts';

/** What every signed URL of a file begins with. */
export const FILES_PATH = '/files/';

/** A file of a user never runs as a page of the gateway, whatever type it is of. */
const SAFE_HEADERS = {
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'accept-ranges': 'bytes',
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
};

/** @param token What stands behind `/files/`; it is never logged. */
export async function answerFile(
  files: FolderFiles,
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const allowed = files.read(token);
  // The same answer whether it was forged, is past, or is for something else.
  if (!allowed || allowed.method !== method)
    return sendJson(response, 403, { error: 'the URL is not, or no longer, valid' });
  if (allowed.method === 'PUT') return receive(files, allowed, request, response);
  const found = await files.find(allowed.path);
  if (!found) return sendJson(response, 404, { error: 'not found' });
  await give(found, allowed, request, response);
}

/** The whole file, or the part that `Range` names. */
async function give(
  found: FoundFile,
  { path, name }: Allowed,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // A path is written to once, so it stands for the bytes.
  const tag = `"${createHash('sha256').update(path).digest('base64url').slice(0, 22)}"`;
  const isOther = ![undefined, tag].includes(request.headers['if-range'] as string | undefined);
  const range = request.method === 'GET' && !isOther ? readRange(request.headers.range, found.size) : null;
  const headers = { ...SAFE_HEADERS, etag: tag, 'content-disposition': contentDisposition(name ?? found.name) };
  if (range === 'beyond') {
    response.writeHead(416, { ...headers, 'content-range': `bytes */${found.size}`, 'content-length': 0 }).end();
    return;
  }
  response.writeHead(range ? 206 : 200, {
    ...headers,
    'content-type': found.contentType,
    'content-length': range ? range.end - range.start + 1 : found.size,
    ...(range && { 'content-range': `bytes ${range.start}-${range.end}/${found.size}` }),
  });
  if (request.method === 'HEAD') response.end();
  else await send(found, range, response);
}

/** A client that goes away, as players do after each part, is no fault. */
async function send(found: FoundFile, range: ByteRange | null, response: ServerResponse): Promise<void> {
  try {
    await pipeline(found.open(range ?? undefined), response);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

async function receive(
  files: FolderFiles,
  allowed: Allowed,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { size, contentType } = allowed;
  if (!isSameMediaType(request.headers['content-type'] ?? '', contentType))
    return sendJson(response, 415, { error: `the content type is to be ${contentType}` });
  const isOther = Number(request.headers['content-length'] ?? size) !== size;
  const outcome = isOther ? 'other' : await files.keep(allowed, request);
  if (outcome === 'kept') return sendJson(response, 200, { size });
  if (outcome === 'taken') return sendJson(response, 409, { error: 'the file is there already' });
  sendJson(response, 413, { error: `the file is to have ${size} bytes` });
}
