/** `/files/…`: the signed URLs of files that the gateway keeps in its own folder. No other credential is looked at. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Allowed, FolderFiles } from '../storage/folder-files.ts';
import { sendJson } from './send.ts';

/** What every signed URL of a file begins with. */
export const FILES_PATH = '/files/';

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
  response.writeHead(200, {
    'content-type': found.contentType,
    'content-length': found.size,
    // A file of a user never runs as a page of the gateway.
    'content-disposition': `attachment; filename="${found.name}"`,
    'content-security-policy': 'sandbox',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(found.open(), response);
}

async function receive(
  files: FolderFiles,
  allowed: Allowed,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { size, contentType } = allowed;
  if (request.headers['content-type'] !== contentType)
    return sendJson(response, 415, { error: `the content type is to be ${contentType}` });
  const isOther = Number(request.headers['content-length'] ?? size) !== size;
  const outcome = isOther ? 'other' : await files.keep(allowed, request);
  if (outcome === 'kept') return sendJson(response, 200, { size });
  if (outcome === 'taken') return sendJson(response, 409, { error: 'the file is there already' });
  sendJson(response, 413, { error: `the file is to have ${size} bytes` });
}
