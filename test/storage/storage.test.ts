/** Object storage: what was put comes back byte by byte, names are taken once, and every failure says what to do. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createStorage } from '../../src/storage/create-storage.ts';
import type { ObjectStorage } from '../../src/storage/storage.ts';
import { createStorageServer, type StorageServer } from '../support/storage-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'tripoint-storage-'));
const file = join(folder, 'file');
const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, index) => (index * index) % 256));
let server: StorageServer;

beforeAll(async () => {
  writeFileSync(file, bytes);
  server = await createStorageServer();
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
  server.fault = () => null;
  server.isPublic = false;
});

const supabase = (change: { key?: string; bucket?: string; url?: string } = {}): ObjectStorage =>
  createStorage({ kind: 'supabase', url: server.url, key: server.key, bucket: server.bucket, ...change });

async function readAll(stored: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stored) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe.each<[string, () => ObjectStorage, string]>([
  ['Supabase Storage', supabase, 'supabase://archive/a/b.gz'],
  ['a folder', () => createStorage({ kind: 'folder', folder: join(folder, 'objects') }), 'file://localhost/'],
])('%s', (_name, open, uri) => {
  let storage: ObjectStorage;

  beforeAll(() => {
    storage = open();
  });

  it('gives back what was put, byte by byte', async () => {
    await storage.check();
    await storage.put('a/b.gz', file);
    expect((await readAll(await storage.get('a/b.gz'))).equals(bytes)).toBe(true);
    expect(storage.uri('a/b.gz')).toContain(uri);
    expect(storage.uri('a/b.gz')).toMatch(/^[a-z]+:\/\/[^/].*a\/b\.gz$/);
  });

  it('never writes over an object', async () => {
    await storage.put('a/once.gz', file);
    await expect(storage.put('a/once.gz', file)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('removes an object, and one that is not there', async () => {
    await storage.put('a/gone.gz', file);
    await storage.remove('a/gone.gz');
    await storage.remove('a/gone.gz');
    await expect(storage.get('a/gone.gz').then(readAll)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a folder', () => {
  it('is for its owner alone, and no name leads out of it', async () => {
    const root = join(folder, 'private');
    const storage = createStorage({ kind: 'folder', folder: root });
    await storage.check();
    expect(statSync(root).mode & 0o077).toBe(0);
    await expect(storage.put('../out.gz', file)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(() => storage.uri('../../etc/passwd')).toThrow(/out of the folder/);
  });

  it('that cannot be written is refused before anything is archived', async () => {
    const storage = createStorage({ kind: 'folder', folder: join(file, 'below-a-file') });
    await expect(storage.check()).rejects.toMatchObject({ code: 'UPSTREAM_ERROR' });
  });
});

describe('Supabase Storage', () => {
  it('refuses a public bucket: everybody could read the ledger there', async () => {
    server.isPublic = true;
    await expect(supabase().check()).rejects.toMatchObject({ code: 'NOT_CONFIGURED', message: /public/ });
  });

  it.each<[string, { key?: string; bucket?: string; url?: string }, string]>([
    ['a key that it does not accept', { key: 'wrong-key' }, 'NOT_CONFIGURED'],
    ['a bucket that is not there', { bucket: 'nowhere' }, 'NOT_FOUND'],
    ['no answer', { url: 'http://127.0.0.1:1' }, 'UPSTREAM_UNAVAILABLE'],
  ])('says %s, and no key', async (_what, change, code) => {
    const refused: Error = await supabase(change)
      .check()
      .then(() => Promise.reject(new Error('it was accepted')))
      .catch((error) => error);
    expect(refused).toMatchObject({ name: 'GatewayError', code });
    expect(refused.message).not.toMatch(/wrong-key|service-role-key/);
  });

  it.each([
    [413, 'LIMIT_EXCEEDED'],
    [500, 'UPSTREAM_ERROR'],
    [503, 'UPSTREAM_ERROR'],
  ])('says what %i means on each way in', async (status, code) => {
    await supabase().put(`faults/${status}.gz`, file);
    server.fault = () => ({ status });
    await expect(supabase().put('faults/other.gz', file)).rejects.toMatchObject({ code });
    await expect(supabase().get(`faults/${status}.gz`)).rejects.toMatchObject({ code });
    await expect(supabase().remove(`faults/${status}.gz`)).rejects.toMatchObject({ code });
  });

  it('does not pass an object that breaks off for a whole one', async () => {
    await supabase().put('faults/cut.gz', file);
    server.fault = (asked) => (asked.startsWith('GET /object') ? 'truncate' : null);
    await expect(supabase().get('faults/cut.gz').then(readAll)).rejects.toThrow();
  });
});
