/** Reads `schema/**` into one document, before anything is derived from it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, Kind, parse, Source } from 'graphql';

/** Parses every `.graphql` file below `folder`, in the order of their paths, and keeps file names for error messages. */
export function readSdl(folder: string): DocumentNode {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.graphql'));
  const documents = files
    .sort()
    .map((name) => parse(new Source(readFileSync(join(folder, name), 'utf8'), `schema/${name}`)));
  return { kind: Kind.DOCUMENT, definitions: documents.flatMap((document) => document.definitions) };
}
