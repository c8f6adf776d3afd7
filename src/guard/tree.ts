/** The files that the guard looks at, by their paths from the repository's root. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** A checkout, or the part of one that a test has made. */
export interface Tree {
  /** Absolute. */
  readonly root: string;
  /** Whether there is a file or folder. */
  readonly has: (path: string) => boolean;
  /** The text of a file, its lines ended by LF whatever the checkout has; each is read once. */
  readonly read: (path: string) => string;
  /** Files below a folder whose names end so, sorted, without `node_modules` and what `.gitignore` names; none without the folder. */
  readonly list: (folder: string, ending?: string) => readonly string[];
}

/** @param root Absolute. */
export function openTree(root: string): Tree {
  const texts = new Map<string, string>();
  const ignored = readIgnored(root);
  const has = (path: string) => existsSync(join(root, path));
  return {
    root,
    has,
    read: (path) => {
      const text = texts.get(path) ?? readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
      texts.set(path, text);
      return text;
    },
    list: (folder, ending = '') =>
      has(folder)
        ? walk(root, folder, ignored)
            .filter((path) => path.endsWith(ending))
            .sort()
        : [],
  };
}

/** Simple names and endings, which is all that ours has. */
function readIgnored(root: string): (name: string) => boolean {
  const file = join(root, '.gitignore');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const patterns = ['.git', 'node_modules', ...lines.map((line) => line.trim().replace(/^\/|\/$/g, ''))].filter(
    Boolean,
  );
  const endings = patterns.flatMap((pattern) => (pattern.startsWith('*') ? [pattern.slice(1)] : []));
  return (name) => patterns.includes(name) || endings.some((ending) => name.endsWith(ending));
}

function walk(root: string, folder: string, ignored: (name: string) => boolean): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (ignored(entry.name)) return [];
    const path = join(folder, entry.name).split(sep).join('/');
    if (entry.isDirectory()) return walk(root, path, ignored);
    return entry.isFile() ? [path] : [];
  });
}
