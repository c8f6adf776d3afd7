/**
 * The SQL functions as they are now: `migrations/functions/<schema>/<entity>/<function>.sql`, one a file. Above each
 * function stands what it does, who executes it and what it raises:
 *
 *     -- Makes a page beside another one, below one, or at the top of a space.
 *     -- Executed by: user, service
 *     -- Raises: TP400, TP404
 *     create or replace function work.create_page(…
 *
 * `Executed by: operation` leaves it to the doctrine's `executes` who executes it, `Executed by: nobody` is a trigger's or
 * what other functions call as their owner. `agents for users` stands for agents that act for users, as far as the doctrine
 * gives it to them by `executes`. A mutation of the workspace says `Once per key: …` below (`once.ts`).
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { ToldError } from '../told-error.ts';
import { guardOnce, ONCE_TEMPLATE, type Once } from './once.ts';

/** One function, as its file has it. */
export interface FunctionFile {
  /** E.g. `work.create_page`. */
  readonly name: string;
  /** From the repository's root, e.g. `migrations/functions/work/page/create_page.sql`. */
  readonly file: string;
  /** Line of its header that says who executes it, from 1. */
  readonly line: number;
  /** What it does: the function's comment in the database too. */
  readonly description: string;
  /** Viewer kinds and agents; `operation` where the doctrine says it. */
  readonly executors: 'operation' | readonly string[];
  /** SQLSTATEs that it, and what it calls, refuse with. */
  readonly raises: readonly string[];
  /** `create or replace function …;`, as the database has it. */
  readonly definition: string;
  /** Where it is done once per key: what its file says of that, and its text without the guard. */
  readonly once: Once | null;
}

/** What is wrong with files of functions: one sentence a line, each with its file and line. */
export class FunctionFileError extends ToldError {
  override readonly name = 'FunctionFileError';
}

/** Where the files stand below the folder of the migrations. */
export const FUNCTIONS_FOLDER = 'functions';

const HEADER =
  /^((?:--.*\n)+)-- Executed by: (.+)\n-- Raises: (.+)\n((?:-- .+\n)*)(create or replace function (\S+?)\([\s\S]*;)\n$/;
const LIST = /^(agents for users|[A-Za-z0-9_-]+)(, (agents for users|[A-Za-z0-9_-]+))*$/;

/**
 * Reads them, in the order of their names; none where there is no folder.
 *
 * @param migrations The folder of the migrations.
 * @throws FunctionFileError that names each file which has another form, and each function that has two files.
 */
export function readFunctionFiles(migrations: string): FunctionFile[] {
  const folder = join(migrations, FUNCTIONS_FOLDER);
  if (!existsSync(folder)) return [];
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.sql'));
  const readText = (path: string) => readFileSync(join(folder, path), 'utf8').replaceAll('\r\n', '\n');
  const guard = paths.includes(ONCE_TEMPLATE) ? readText(ONCE_TEMPLATE) : '';
  const read = paths
    .filter((path) => path !== ONCE_TEMPLATE)
    .map((path) => {
      const file = `migrations/${FUNCTIONS_FOLDER}/${path.split(sep).join('/')}`;
      return parseFunctionFile(file, readText(path), guard);
    });
  const files = read.filter((each) => typeof each !== 'string');
  const problems = [...read.filter((each) => typeof each === 'string'), ...findTwice(files)];
  if (problems.length > 0) throw new FunctionFileError(problems.join('\n'));
  return files.sort((one, other) => (one.name < other.name ? -1 : 1));
}

/**
 * @param guard The text of `ONCE_TEMPLATE`.
 * @returns What is wrong with it, as a sentence, where it has another form.
 */
export function parseFunctionFile(file: string, text: string, guard: string): FunctionFile | string {
  const [, comment = '', executed = '', raised = '', heading = '', written = '', name = ''] = HEADER.exec(text) ?? [];
  const [schema] = file.split('/').slice(2);
  if (!written)
    return `${file}:1: must be "-- what it does", "-- Executed by: …", "-- Raises: nothing" (\`tripoint migrate --draft\` writes what it raises) and "create or replace function …;"`;
  if (name !== `${schema}.${basename(file, '.sql')}`)
    return `${file}:1: is the file of ${schema}.${basename(file, '.sql')}, and makes ${name}`;
  const line = comment.split('\n').length;
  if (!LIST.test(executed))
    return `${file}:${line}: "Executed by" is a list, such as "user, service", "nobody" or "operation"`;
  if (!LIST.test(raised)) return `${file}:${line + 1}: "Raises" is a list, such as "TP400, TP404", or "nothing"`;
  const once = heading === '' ? null : { heading, written };
  const guarded = once && guardOnce(once, guard);
  if (guarded && 'problem' in guarded) return `${file}:${line + 2}: ${guarded.problem}`;
  return {
    name,
    file,
    line,
    description: comment.trimEnd().replace(/^--[ ]?/gm, ''),
    executors: executed === 'operation' ? 'operation' : listOf(executed, 'nobody'),
    raises: listOf(raised, 'nothing'),
    definition: guarded?.definition ?? written,
    once,
  };
}

/** The text of a function's file. */
export function printFunctionFile(
  given: Pick<FunctionFile, 'description' | 'executors' | 'raises' | 'definition' | 'once'>,
): string {
  const { description, executors, raises, definition, once } = given;
  const comment = description.split('\n').map((line) => `-- ${line}`.trimEnd());
  const executed = executors === 'operation' ? executors : executors.join(', ') || 'nobody';
  return `${comment.join('\n')}\n-- Executed by: ${executed}\n-- Raises: ${raises.join(', ') || 'nothing'}\n${once ? `${once.heading}${once.written}` : definition}\n`;
}

function listOf(text: string, none: string): readonly string[] {
  return text === none ? [] : text.split(', ');
}

function findTwice(files: readonly FunctionFile[]): string[] {
  const first = new Map<string, string>();
  return files.flatMap(({ name, file }) => {
    const other = first.get(name);
    first.set(name, file);
    return other === undefined ? [] : [`${file}:1: ${name} has a file already: ${other}`];
  });
}
