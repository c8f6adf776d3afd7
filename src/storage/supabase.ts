/** Object storage in a private bucket of Supabase Storage. */
import { openAsBlob } from 'node:fs';
import { createClient } from '@supabase/supabase-js';
import { type ErrorCode, GatewayError } from '../errors.ts';
import type { ObjectStorage, StorageConfig } from './storage.ts';

/** What supabase-js says of a call that failed. */
interface StorageFailure {
  readonly message: string;
  readonly status?: number | undefined;
  /** The service's own status: older ones answer 400 over HTTP and put the real one here. */
  readonly statusCode?: string | undefined;
}

/** @param config URL of the project, a key of its service role, and a bucket that exists and is private. */
export function createSupabaseStorage(config: Extract<StorageConfig, { kind: 'supabase' }>): ObjectStorage {
  const { bucket } = config;
  const storage = openSupabaseStorage(config);
  const objects = storage.from(bucket);
  return {
    uri: (name) => `supabase://${bucket}/${name}`,
    check: async () => {
      const { data, error } = await storage.getBucket(bucket);
      if (error) throw storageFault(error, `Supabase Storage does not show the bucket "${bucket}"`);
      if (data.public)
        throw new GatewayError('NOT_CONFIGURED', `The bucket "${bucket}" is public: archives need a private one`);
    },
    put: async (name, file) => {
      // A blob of the file, not its bytes: it is streamed, and its length is known beforehand.
      const body = await openAsBlob(file, { type: 'application/gzip' });
      const { error } = await objects.upload(name, body, { contentType: 'application/gzip', upsert: false });
      if (error) throw storageFault(error, 'Supabase Storage did not take an archive');
    },
    get: async (name) => {
      const { data, error } = await objects.download(name).asStream();
      if (error) throw storageFault(error, 'Supabase Storage did not give an archive back');
      return data as ReadableStream<Uint8Array>;
    },
    remove: async (name) => {
      const { error } = await objects.remove([name]);
      if (error) throw storageFault(error, 'Supabase Storage did not remove an archive');
    },
  };
}

/** The client of a project's storage; nothing is asked before its first use. */
export function openSupabaseStorage({ url, key }: { url: string; key: string }) {
  const { storage } = createClient(url, key, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
  });
  return storage;
}

const CODES: Readonly<Record<number, readonly [ErrorCode, string]>> = {
  401: ['NOT_CONFIGURED', 'the key is not accepted'],
  403: ['NOT_CONFIGURED', 'the key is not accepted'],
  404: ['NOT_FOUND', 'there is none of this name'],
  409: ['CONFLICT', 'the name is taken'],
  413: ['LIMIT_EXCEEDED', "it is larger than the bucket's limit for one file"],
};

/** What Supabase Storage refused, as an error that a client may see. */
export function storageFault(error: StorageFailure, sentence: string): GatewayError {
  const status = Number(error.statusCode) || error.status;
  if (status === undefined)
    return new GatewayError('UPSTREAM_UNAVAILABLE', `${sentence}: it is not available`, { cause: error });
  const [code, reason] = CODES[status] ?? ['UPSTREAM_ERROR', `it answered with status ${status}`];
  return new GatewayError(code, `${sentence}: ${reason}`, { cause: error });
}
