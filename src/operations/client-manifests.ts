/** What clients' own tools write of their operations: the manifests of Apollo Client, Relay's compiler and codegen's client preset. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type OperationText, readOperationText } from './operation-files.ts';

/** An operation, by the name that its client sends for it. */
export interface ClientOperation extends OperationText {
  /** Without `sha256:`. */
  readonly id: string;
}

/** The folder of a consumer that keeps such manifests. */
export const CLIENTS_FOLDER = 'clients';

const apollo = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string().min(1), body: z.string().min(1) })),
});
/** Relay's and codegen's: each text by its id. */
const texts = z.record(z.string().min(1), z.string().min(1));

/** The operations of all manifests of a consumer, in the order of their files' names. @throws what `readClientManifest` throws. */
export function readClientManifests(consumerFolder: string): ClientOperation[] {
  const folder = join(consumerFolder, CLIENTS_FOLDER);
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.sort().flatMap((name) => readClientManifest(join(folder, name)));
}

/** @throws Error that names the file where it is none of the three, or holds what is not one operation. */
export function readClientManifest(file: string): ClientOperation[] {
  const given = readJson(file);
  const ofApollo = apollo.safeParse(given);
  const bodies = ofApollo.success ? ofApollo.data.operations.map(({ id, body }) => [id, body] as const) : null;
  const ofOthers = texts.safeParse(given);
  if (!bodies && !ofOthers.success)
    throw new Error(
      `${file} is no manifest of operations: take what generate-persisted-query-manifest (Apollo), relay-compiler (persistConfig) or codegen's client preset (persistedDocuments) writes`,
    );
  return (bodies ?? Object.entries(ofOthers.data ?? {})).map(([id, text]) => ({
    ...readOperationText(text, `${file}, ${id}`),
    id: id.replace(/^sha256:/, ''),
  }));
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch (error) {
    throw new Error(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
