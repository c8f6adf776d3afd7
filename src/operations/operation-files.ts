/** The operations that consumers have given: `<folder>/<consumer>/<name>.graphql`, one each. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, type OperationDefinitionNode, parse } from 'graphql';

/** One operation with its name, and the fragments that it spreads. */
export interface OperationText {
  readonly text: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly name: string;
}

/** One of them in a file. */
export interface OperationFile extends OperationText {
  /** The file's name without its extension. */
  readonly stem: string;
}

/** Names of the folders below, sorted; none where there is no such folder. */
export function readFolders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

/** The operations of one consumer by their files' names; none where there is no such folder. @throws Error naming a file that holds none. */
export function readOperationFiles(folder: string): OperationFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => ({ stem: name.slice(0, -'.graphql'.length), ...readOperationFile(join(folder, name)) }));
}

/** @throws Error that names the file where it holds no operation, several, or one without a name. */
export function readOperationFile(file: string): OperationText {
  return readOperationText(readFileSync(file, 'utf8').replaceAll('\r\n', '\n'), file);
}

/** @param where Named where it is not one operation with a name. */
export function readOperationText(text: string, where: string): OperationText {
  const document = parseNaming(text, where);
  const [operation, ...more] = document.definitions.flatMap((one) => (one.kind === 'OperationDefinition' ? one : []));
  if (!operation?.name || more.length > 0) throw new Error(`${where} must hold one operation, with a name`);
  return { text, document, operation, name: operation.name.value };
}

function parseNaming(text: string, where: string): DocumentNode {
  try {
    return parse(text);
  } catch (error) {
    throw new Error(`${where}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
