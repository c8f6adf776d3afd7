/** Reads `schema/**` into one document, before anything is derived from it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefinitionNode, type DocumentNode, GraphQLError, Kind, parse, Source } from 'graphql';
import { SdlError, type SdlProblem, toProblem } from './problem.ts';

/**
 * Parses every `.graphql` file below `folder`, in the order of their paths, and keeps file names for error messages.
 *
 * @throws SdlError naming file, line and column of the first slip of each file.
 */
export function readSdl(folder: string): DocumentNode {
  const { document, problems } = readSdlFiles(folder);
  if (problems.length > 0) throw new SdlError('The SDL cannot be read:', problems);
  return document;
}

/** The document of the files that can be read, and what is wrong with the others. */
export function readSdlFiles(folder: string): { readonly document: DocumentNode; readonly problems: SdlProblem[] } {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.graphql'));
  const definitions: DefinitionNode[] = [];
  const problems: SdlProblem[] = [];
  for (const name of files.sort()) {
    const text = readFileSync(join(folder, name), 'utf8');
    // An empty file: in `introspect … > file` the shell makes it before the command runs.
    if (isEmpty(text)) continue;
    try {
      definitions.push(...parse(new Source(text, `schema/${name}`)).definitions);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      problems.push(toProblem(error));
    }
  }
  return { document: { kind: Kind.DOCUMENT, definitions }, problems };
}

/** Whether there is nothing but white space and comments. */
function isEmpty(text: string): boolean {
  return text.replace(/#.*/g, '').replace(/[\s,\ufeff]/g, '') === '';
}
