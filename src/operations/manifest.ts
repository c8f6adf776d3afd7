/** The manifest of trusted operations: what it holds, and how it is read. `tripoint operations build` writes it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Surface } from '../errors.ts';
import type { Paths } from '../paths.ts';

/** A JSON Schema, 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** All operations that consumers have given. */
export interface Manifest {
  readonly version: 1;
  /** By consumer, then by name. */
  readonly operations: readonly TrustedOperation[];
}

/** One of them. */
export interface TrustedOperation {
  /** The folder that it stands in, e.g. `workspace-app`. */
  readonly consumer: string;
  readonly name: string;
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** Its own description, or the comment before it. */
  readonly description: string | null;
  /** Its source. */
  readonly document: string;
  /**
   * What clients call it: the SHA-256 of each form of its text, in hexadecimal, and what the manifests of clients call it,
   * without `sha256:`. The first is that of the normalised text, as graphql-js prints it.
   */
  readonly ids: readonly string[];
  /** The texts of ids that cannot be made from the document, as a client's manifest has them: with `__typename`, or sorted. */
  readonly texts?: Readonly<Record<string, string>>;
  readonly variables: JsonSchema;
  /** For the answer's `data`. */
  readonly result: JsonSchema;
  /** Models and tables, as the doctrine names them. */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** Those of what it reads and writes. */
  readonly surfaces: readonly Surface[];
  /** Points, as the gateway estimates them, at the defaults of its variables. */
  readonly cost: number;
  /** `destructive` where `@writes` says so of a root field. */
  readonly risk: 'read' | 'write' | 'destructive';
}

/** The manifest's file, in the folder of the operations. */
export const MANIFEST_FILE = 'manifest.json';

const NOTHING: Manifest = { version: 1, operations: [] };

/** The manifest of this installation; one without an operation where nothing was built. @throws Error for one that this version cannot read. */
export function loadManifest({ operations: folder }: Pick<Paths, 'operations'>): Manifest {
  const file = join(folder, MANIFEST_FILE);
  if (!existsSync(file)) return NOTHING;
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  if (manifest.version === 1) return manifest;
  throw new Error(`${file} is of version ${manifest.version}: make it anew by \`tripoint operations build\``);
}

/** The text of the manifest's file. */
export function printManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
