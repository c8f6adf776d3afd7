/** The part of Supabase Storage that archives need, on a free port, with faults on demand. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What goes wrong with a request. */
export type StorageFault =
  /** Answers with this status. */
  | { readonly status: number }
  /** Sends only half of an object, and then cuts the connection. */
  | 'truncate'
  /** Gives one bit of an object back wrong. */
  | 'flip'
  /** Keeps half of what was uploaded. */
  | 'keep-half'
  /** Never answers. */
  | 'hang';

/** A bucket behind HTTP. */
export interface StorageServer extends AsyncDisposable {
  readonly url: string;
  readonly key: string;
  readonly bucket: string;
  /** Objects by name; a test may change them. */
  readonly objects: Map<string, Buffer>;
  /** Content types of what was uploaded, by name. */
  readonly types: Map<string, string>;
  /** Requests so far, e.g. `GET /object/archive/a.ndjson.gz`. */
  readonly asked: readonly string[];
  /** Decides for each request whether something goes wrong. */
  fault: (asked: string) => StorageFault | null | Promise<null>;
  isPublic: boolean;
}

/** Starts with an empty private bucket named `archive`. */
export async function createStorageServer(): Promise<StorageServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    answer(storage, asked, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const storage: StorageServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    key: 'service-role-key-of-a-test',
    bucket: 'archive',
    objects: new Map(),
    types: new Map(),
    asked,
    fault: () => null,
    isPublic: false,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return storage;
}

async function answer(
  storage: StorageServer,
  asked: string[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const path = decodeURIComponent(request.url ?? '').replace(/^\/storage\/v1/, '');
  const line = `${request.method} ${path}`;
  asked.push(line);
  const signed = /^\/object\/(upload\/)?sign\/[^/]+\/(.*)\?token=(.*)$/.exec(path);
  if (signed && request.method !== 'POST') return answerSigned(storage, signed, { request, body, response });
  if (request.headers.authorization !== `Bearer ${storage.key}`) return refuse(response, 403, 'Unauthorized');
  const fault = await storage.fault(line);
  if (fault === 'hang') return;
  if (fault && typeof fault === 'object') return refuse(response, fault.status, 'a fault of the test');
  const { bucket, objects } = storage;
  if (line === `GET /bucket/${bucket}`) return json(response, { id: bucket, name: bucket, public: storage.isPublic });
  const asking = /^\/object\/(upload\/sign|sign|info)\/([^/]+)\/(.*)$/.exec(path);
  if (asking && asking[2] === bucket) return sign(storage, asking, response);
  if (line === 'POST /object/copy') return copyObject(storage, body, response);
  if (!path.startsWith(`/object/${bucket}`)) return refuse(response, 404, 'Bucket not found');
  const name = path.slice(`/object/${bucket}/`.length);
  if (request.method === 'POST' || request.method === 'PUT') {
    const isNew = request.method === 'POST' && request.headers['x-upsert'] !== 'true';
    if (objects.has(name) && isNew) return refuse(response, 409, 'Duplicate');
    const { bytes, type } = await readUpload(request, body);
    storage.types.set(name, type);
    objects.set(name, fault === 'keep-half' ? bytes.subarray(0, bytes.length >> 1) : bytes);
    return json(response, { Id: name, Key: `${bucket}/${name}` });
  }
  if (request.method === 'DELETE') {
    const { prefixes } = JSON.parse(body.toString('utf8')) as { prefixes: string[] };
    return json(
      response,
      prefixes.filter((each) => objects.delete(each)).map((each) => ({ name: each })),
    );
  }
  const found = objects.get(name);
  if (!found) return refuse(response, 404, 'Object not found');
  if (fault === 'truncate') {
    response.writeHead(200, { 'content-length': found.length });
    response.write(found.subarray(0, found.length >> 1), () => response.destroy());
    return;
  }
  const bytes = Buffer.from(found);
  if (fault === 'flip') bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  response.writeHead(200, { 'content-type': 'application/gzip', 'content-length': bytes.length }).end(bytes);
}

function copyObject({ objects, types, bucket }: StorageServer, body: Buffer, response: ServerResponse) {
  const { sourceKey, destinationKey } = JSON.parse(body.toString('utf8')) as Record<string, string>;
  const found = objects.get(String(sourceKey));
  if (!found) return refuse(response, 404, 'Object not found');
  if (objects.has(String(destinationKey))) return refuse(response, 409, 'Duplicate');
  objects.set(String(destinationKey), found);
  types.set(String(destinationKey), types.get(String(sourceKey)) ?? '');
  json(response, { Key: `${bucket}/${destinationKey}` });
}

/** Signs a URL, or tells what an object is. */
function sign(
  { objects, types, bucket }: StorageServer,
  [, what, , name = '']: RegExpExecArray,
  response: ServerResponse,
) {
  const found = objects.get(name);
  if (what === 'upload/sign') {
    if (found) return refuse(response, 409, 'Duplicate');
    return json(response, { url: `/object/upload/sign/${bucket}/${name}?token=up-${name}` });
  }
  if (!found) return refuse(response, 404, 'Object not found');
  if (what === 'sign') return json(response, { signedURL: `/object/sign/${bucket}/${name}?token=down-${name}` });
  json(response, { id: name, name, bucket_id: bucket, size: found.length, content_type: types.get(name) ?? '' });
}

/** Answers a signed URL, which takes no key. */
function answerSigned(
  { objects, types }: StorageServer,
  [, upload, name = '', token]: RegExpExecArray,
  { request, body, response }: { request: IncomingMessage; body: Buffer; response: ServerResponse },
) {
  if (upload && request.method === 'PUT' && token === `up-${name}`) {
    objects.set(name, body);
    types.set(name, request.headers['content-type'] ?? '');
    return json(response, { Key: name });
  }
  const found = objects.get(name);
  if (upload || !token?.startsWith(`down-${name}`) || !found) return refuse(response, 403, 'InvalidJWT');
  const called = new URL(request.url ?? '', 'http://localhost').searchParams.get('download');
  response.writeHead(200, { 'content-type': types.get(name) ?? '', ...(called && dispositionOf(called)) }).end(found);
}

/** As the service writes it. */
function dispositionOf(name: string) {
  const encoded = encodeURIComponent(name);
  return { 'content-disposition': `attachment; filename=${encoded}; filename*=UTF-8''${encoded};` };
}

/** The file of a form, as browsers send it. */
async function readUpload(request: IncomingMessage, body: Buffer): Promise<{ bytes: Buffer; type: string }> {
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const form = await new Response(new Uint8Array(body), { headers }).formData();
  const file = form.get('') as Blob;
  return { bytes: Buffer.from(await file.arrayBuffer()), type: file.type };
}

function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

/** As the service does: the HTTP status is 400, the real one in the body. */
function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status >= 500 ? status : 400, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ statusCode: String(status), error: message, message }));
}
