/** A copy of this checkout for the guard to look at, in which one thing at a time is changed and put back. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findProductionSecrets, isOdooNeutralized } from '../../src/cli/stage.ts';
import { readConfig } from '../../src/config.ts';
import type { Finding } from '../../src/guard/finding.ts';
import { type GuardOptions, runGuard } from '../../src/guard/guard.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** Text of a file by its path, what it becomes of the text before, or null for no file. */
export type Changes = Readonly<Record<string, string | ((before: string) => string) | null>>;

/** A copy of part of the checkout. */
export interface GuardedTree extends Disposable {
  readonly root: string;
  /** What the guard finds once these files are changed; they are put back afterwards. */
  find(changes: Changes, options?: Partial<GuardOptions>): Promise<Finding[]>;
}

/** @param paths Files and folders to copy; of the doctrine's folder and of the functions all. */
export function copyTree(paths: readonly string[], always: Changes = {}): GuardedTree {
  const root = mkdtempSync(join(tmpdir(), 'tripoint-guard-'));
  for (const path of ['ssot', 'migrations/functions', '.gitignore', ...paths])
    cpSync(join(ROOT, path), join(root, path), { recursive: true });
  change(root, always);
  return {
    root,
    find: async (changes, options = {}) => {
      const putBack = change(root, changes);
      try {
        return await runGuard({ root, ...OWN, ...options });
      } finally {
        change(root, putBack);
      }
    },
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** What the command gives the guard of the program itself. */
export const OWN = {
  readConfig: (env: Readonly<Record<string, string>>) => readConfig(env, () => ''),
  findProductionSecrets,
  isOdooNeutralized,
};

/** @returns The changes that undo these. */
function change(root: string, changes: Changes): Changes {
  return Object.fromEntries(
    Object.entries(changes).map(([path, to]) => {
      const file = join(root, path);
      const before = existsSync(file) ? readFileSync(file, 'utf8') : null;
      const after = typeof to === 'function' ? to(before ?? '') : to;
      mkdirSync(dirname(file), { recursive: true });
      if (after === null) rmSync(file, { force: true });
      else writeFileSync(file, after);
      return [path, before];
    }),
  );
}
