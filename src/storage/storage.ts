/** Where archives are kept: objects under names, in a bucket of Supabase Storage or in a folder. */

/** Objects under names such as `ops.runs/2026-11-21/<uuid>.ndjson.gz`; each method rejects with a GatewayError. */
export interface ObjectStorage {
  /** Where the object of this name is, or would be. */
  readonly uri: (name: string) => string;
  /** Resolves where archives can be kept here and nobody else can read them. */
  readonly check: () => Promise<void>;
  /** Keeps the bytes of a local file under a name. @throws GatewayError `CONFLICT` where the name is taken. */
  readonly put: (name: string, file: string) => Promise<void>;
  /** The bytes of an object, as they are now in the storage. */
  readonly get: (name: string) => Promise<AsyncIterable<Uint8Array>>;
  /** Removes an object; one that is not there is fine. */
  readonly remove: (name: string) => Promise<void>;
}

/** Which storage, and what it takes to reach it. */
export type StorageConfig =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'supabase'; readonly url: string; readonly key: string; readonly bucket: string };
