/** Code of the platform around the gateway: edge functions, front ends, packages, scripts and addons of Odoo. */
import type { Tree } from '../tree.ts';
import { type Compiler, type Module, readModules } from './modules.ts';

/** Where a repository of the platform keeps it; the gateway's own has none of these. */
const FOLDERS = ['supabase/functions', 'apps', 'packages', 'scripts', 'addons'];
/** Languages of which the text alone is read, each with how a line of comment begins. */
const TEXTS: readonly (readonly [ending: string, comment: RegExp])[] = [
  ['.py', /^\s*#.*$/gm],
  ['.sh', /^\s*#.*$/gm],
  ['.bash', /^\s*#.*$/gm],
  ['.sql', /^\s*--.*$/gm],
];

/** A file of which the text alone is read; its comments are blank. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** All of it. */
export interface Platform {
  readonly modules: readonly Module[];
  readonly files: readonly TextFile[];
}

/** Reads it; nothing where there is none of the folders. */
export function readPlatform(compiler: Compiler, tree: Tree): Platform {
  const files = TEXTS.flatMap(([ending, comment]) =>
    FOLDERS.flatMap((folder) => tree.list(folder, ending)).map((path) => ({
      path,
      text: tree.read(path).replace(comment, ''),
    })),
  );
  return { modules: readModules(compiler, tree, FOLDERS), files };
}

/** From 1. */
export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
