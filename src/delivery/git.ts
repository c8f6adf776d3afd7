/** What git says of a checkout; `git` itself is asked. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { DeliveryError } from './problem.ts';

const run = promisify(execFile);
/** Bytes of an answer: the list of a large repository's files. */
const MAX_BYTES = 268_435_456;

/** Asks git in one checkout. @throws DeliveryError with what git says. */
export type Git = (...args: readonly string[]) => Promise<string>;

/** Its answers do not depend on what a machine's own settings of git say of paths, colours and line ends. */
export function openGit(cwd: string, env: Readonly<Record<string, string | undefined>>): Git {
  const own = ['-c', 'core.quotePath=false', '-c', 'color.ui=false'];
  return async (...args) => {
    try {
      const options = { cwd, env: { ...env, LC_ALL: 'C' }, maxBuffer: MAX_BYTES };
      return (await run('git', [...own, ...args], options)).stdout;
    } catch (error) {
      const { code, stderr } = error as { code?: unknown; stderr?: string };
      if (code === 'ENOENT') throw new DeliveryError('There is no git on this machine, or no such folder: install git');
      throw new DeliveryError(`git ${args[0]}: ${stderr?.trim() || String(error)}`);
    }
  };
}

/** The commit of a checkout, clean where no tracked file differs; null where the folder is in no repository, or there is no git. */
export async function readCommit(git: Git): Promise<{ sha: string; isClean: boolean } | null> {
  try {
    const sha = (await git('rev-parse', 'HEAD')).trim();
    return { sha, isClean: (await git('status', '--porcelain', '--untracked-files=no')).trim() === '' };
  } catch {
    return null;
  }
}
