/** `tripoint migrate --draft`: the migration that makes the functions of a database what their files say. */
import type { FunctionFile } from '../functions/read.ts';
import type { MigrationClient } from '../postgres/migrate.ts';
import { quoteText } from '../quote.ts';
import { attempt, type Compiled, compileFunctions, type LiveFunction, readLiveFunctions } from './live.ts';

/** The functions as they are to be. */
export interface Wanted {
  readonly files: readonly FunctionFile[];
  /** Roles that execute each, by its name. */
  readonly grants: ReadonlyMap<string, readonly string[]>;
}

/** Statements of one function. */
interface Change {
  readonly file: string;
  readonly sql: string;
}

/**
 * Compares the database with the files, and changes nothing in it.
 *
 * @returns The migration's text after its heading; null where no function changed.
 * @throws Error that names the file whose function Postgres refuses, or which something else holds on to.
 */
export async function draftFunctions(client: MigrationClient, { files, grants }: Wanted): Promise<string | null> {
  const live = await readLiveFunctions(client);
  const compiled = await compileFunctions(client, files);
  const byName = new Map(live.map((each) => [each.name, each]));
  const names = new Set(files.map(({ name }) => name));
  const changes = [
    ...files.flatMap((file) =>
      changeOf(file, byName.get(file.name), compiled.get(file.name), grants.get(file.name) ?? []),
    ),
    ...live
      .filter(({ name }) => !names.has(name))
      .map(({ name, signature }) => ({ file: `the removal of ${name}`, sql: `drop function ${signature};` })),
  ];
  if (changes.length === 0) return null;
  return (await order(client, changes)).map(({ sql }) => sql).join('\n\n');
}

function changeOf(
  file: FunctionFile,
  live: LiveFunction | undefined,
  compiled: Compiled | undefined,
  roles: readonly string[],
): Change[] {
  const isMade = live === undefined || compiled?.isAnew === true;
  const isChanged = isMade || live.definition !== compiled?.definition;
  const statements = [
    ...(live && isMade ? [`drop function ${live.signature};`] : []),
    ...(isChanged ? [file.definition] : []),
    ...(isMade ? printGrants(file.name, roles) : regrant(file.name, live.executors, roles)),
    ...(isMade || live.comment !== file.description ? [printComment(file)] : []),
  ];
  return statements.length === 0 ? [] : [{ file: file.file, sql: statements.join('\n') }];
}

/** Everybody may execute a function that has just been made. */
function printGrants(name: string, roles: readonly string[]): string[] {
  return [
    `revoke all on function ${name} from public;`,
    ...(roles.length > 0 ? [`grant execute on function ${name} to ${roles.join(', ')};`] : []),
  ];
}

function regrant(name: string, before: readonly string[], roles: readonly string[]): string[] {
  const lost = before.filter((role) => !roles.includes(role));
  const gained = roles.filter((role) => !before.includes(role));
  return [
    ...(lost.length > 0 ? [`revoke all on function ${name} from ${lost.join(', ')};`] : []),
    ...(gained.length > 0 ? [`grant execute on function ${name} to ${gained.join(', ')};`] : []),
  ];
}

function printComment({ name, description }: FunctionFile): string {
  return `comment on function ${name} is ${quoteText(description)};`;
}

/** Sorts them so that Postgres takes them: a function in SQL wants those that it calls to exist. */
async function order(client: MigrationClient, changes: readonly Change[]): Promise<readonly Change[]> {
  const ordered: Change[] = [];
  await client.script('begin');
  try {
    let left = changes;
    while (left.length > 0) {
      const refused: { change: Change; message: string }[] = [];
      for (const change of left) {
        const problem = await attempt(client, change.sql);
        if (problem === null) ordered.push(change);
        else refused.push({ change, message: problem.message });
      }
      if (refused.length === left.length)
        throw new Error(refused.map(({ change, message }) => `${change.file}: ${message}`).join('\n'));
      left = refused.map(({ change }) => change);
    }
    return ordered;
  } finally {
    await client.script('rollback');
  }
}
