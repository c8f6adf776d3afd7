/** `tripoint migrate --mirror`: the function files as the migrations leave the functions. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findRaises } from '../functions/raises.ts';
import { FUNCTIONS_FOLDER, type FunctionFile, printFunctionFile, readFunctionFiles } from '../functions/read.ts';
import type { MigrationClient } from '../postgres/migrate.ts';
import { compileFunctions, type LiveFunction, readLiveFunctions } from './live.ts';
import { readSources, type Source } from './sources.ts';

/** What the mirror needs to know beside the database. */
export interface Mirroring {
  /** The folder of the migrations. */
  readonly migrations: string;
  /** The doctrine's operations. */
  readonly operations: readonly string[];
  /** Viewer kinds and agents by their roles. */
  readonly actors: ReadonlyMap<string, string>;
}

/** Stands where no migration says what a new function does: no file may keep it. */
export const UNDESCRIBED = '(say what it does)';

/**
 * Writes the files of new and changed functions, and removes those of functions that are gone. What a file says above its
 * function stays; the comment of a new one is the one above it in its migration.
 *
 * @param client A database that the migrations have just made.
 * @returns The files that were written or removed.
 */
export async function mirrorFunctions(client: MigrationClient, mirroring: Mirroring): Promise<string[]> {
  const live = await readLiveFunctions(client);
  const before = readFunctionFiles(mirroring.migrations);
  const definitions = await findDefinitions(client, live, before, mirroring);
  const raises = findRaises([...definitions].map(([name, definition]) => ({ name, definition })));
  const byName = new Map(before.map((file) => [file.name, file]));
  const sources = readSources(mirroring.migrations);
  const wanted = live.map((each): FunctionFile => {
    const known = byName.get(each.name) ?? begin(each, sources, mirroring);
    const definition = definitions.get(each.name) ?? each.definition;
    // A migration by hand has the guard in it: its text is shown as it is.
    const once = definition === known.definition ? known.once : null;
    return { ...known, raises: raises.get(each.name) ?? [], definition, once };
  });
  const root = dirname(mirroring.migrations);
  const written = wanted.filter((file) => {
    const known = byName.get(file.name);
    return known === undefined || printFunctionFile(known) !== printFunctionFile(file);
  });
  for (const file of written) write(join(root, file.file), printFunctionFile(file));
  const names = new Set(live.map(({ name }) => name));
  const gone = before.filter(({ name }) => !names.has(name));
  for (const { file } of gone) rmSync(join(root, file));
  return [...written, ...gone].map(({ file }) => file).sort();
}

/** The file's own text where it still makes the function, else the newest migration's, else Postgres's. */
async function findDefinitions(
  client: MigrationClient,
  live: readonly LiveFunction[],
  files: readonly FunctionFile[],
  { migrations }: Mirroring,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const sources = new Map(readSources(migrations).map(({ name, definition }) => [name, definition]));
  const ways: ((name: string) => string | undefined)[] = [
    (name) => files.find((file) => file.name === name)?.definition,
    (name) => sources.get(name),
  ];
  for (const way of ways) {
    const candidates = live.flatMap(({ name }) => {
      const definition = found.has(name) ? undefined : way(name);
      return definition === undefined ? [] : [{ name, file: name, definition }];
    });
    const compiled = await compileFunctions(client, candidates);
    for (const { name, definition } of candidates)
      if (compiled.get(name)?.definition === live.find((each) => each.name === name)?.definition)
        found.set(name, definition);
  }
  for (const { name, definition } of live)
    if (!found.has(name))
      found.set(name, `${definition.trimEnd().replace(/^CREATE OR REPLACE FUNCTION/, 'create or replace function')};`);
  return found;
}

function begin(live: LiveFunction, sources: readonly Source[], mirroring: Mirroring): FunctionFile {
  const { name } = live;
  const comment = sources.findLast((source) => source.name === name && source.comment !== null)?.comment;
  const executors = mirroring.operations.includes(name)
    ? ('operation' as const)
    : live.executors.flatMap((role) => mirroring.actors.get(role) ?? []);
  return {
    name,
    file: placeOf(name, mirroring.migrations),
    line: 0,
    description: live.comment ?? comment ?? UNDESCRIBED,
    executors,
    raises: [],
    definition: '',
    once: null,
  };
}

/** The folder of the entity whose name is the longest in the function's. A file may be moved to another folder by hand. */
function placeOf(name: string, migrations: string): string {
  const [schema = '', own = ''] = name.split('.');
  const folder = join(migrations, FUNCTIONS_FOLDER, schema);
  const entities = readFolders(folder).sort((one, other) => other.length - one.length);
  const entity = entities.find((each) => own.includes(each.replaceAll('-', '_'))) ?? 'common';
  return `migrations/${FUNCTIONS_FOLDER}/${schema}/${entity}/${own}.sql`;
}

function readFolders(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Writes anew which states each function raises, from the texts of the files. @returns The files that were written. */
export function writeRaises(migrations: string): string[] {
  const files = readFunctionFiles(migrations);
  const raises = findRaises(files);
  return files.flatMap((file) => {
    const text = printFunctionFile({ ...file, raises: raises.get(file.name) ?? [] });
    if (text === printFunctionFile(file)) return [];
    write(join(dirname(migrations), file.file), text);
    return [file.file];
  });
}
