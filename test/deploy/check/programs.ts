/** Programs that are run to their end, and the folder that they look at. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** `deploy/` of this checkout. */
export const DEPLOY = join(import.meta.dirname, '../../../deploy');

/** A file of `deploy/`. */
export function readDeploy(...path: readonly string[]): string {
  return readFileSync(join(DEPLOY, ...path), 'utf8');
}

/** What a program printed. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** @throws Error where the program is not there; any code that it ends with is an answer. */
export async function run(program: string, args: readonly string[], cwd = DEPLOY): Promise<Ran> {
  const maxBuffer = 64 * 1024 * 1024;
  const ran = await execute(program, args, { cwd, maxBuffer }).catch((error) => error);
  if (ran.code === 'ENOENT') throw new Error(`${program} is not installed: .ci/run names its Debian package`);
  return { code: Number(ran.code ?? 0), stdout: String(ran.stdout), stderr: String(ran.stderr) };
}
