/** Odoo's addons path has one order: compose files, devcontainers, Odoo's configuration, manifests and documents say the same. */
import { parse } from 'yaml';
import type { Finding } from '../finding.ts';
import type { Tree } from '../tree.ts';
import { lineAt } from './platform.ts';

const SETTINGS = 'ssot/environments.yaml';
const FILES = [
  // Compose, Helm, CI, devcontainers, manifests of builds, and what documents show.
  /\.(ya?ml|jsonc?|md|conf|cfg|sh|env)$/,
  /(^|\/)(\.env(\.[\w.-]+)?|Dockerfile|Containerfile|Makefile|justfile)(\.[\w-]+)?$/,
];
/** What tests, packages and the records of what was say is no word for today. */
const PASSED_OVER =
  /(^|\/)(tests?|__tests__|e2e|fixtures|node_modules|dist|migrations)\/|(^|\/)(CHANGELOG|package-lock)\./;

/** Folders separated by commas. */
const LIST = '((?:/|\\./|\\.\\./|[\\w-]+/)[\\w./@~-]*(?:\\s*,\\s*(?:/|\\./|\\.\\./|[\\w-]+/)[\\w./@~-]*)*)';
const SAID: readonly RegExp[] = [
  // odoo.conf, also where a document or a ConfigMap shows it: addons_path = /mnt/one,/mnt/two
  new RegExp(`^[ \\t]*addons_path[ \\t]*=[ \\t]*${LIST}`, 'gm'),
  // --addons-path=/mnt/one,/mnt/two, also as two elements of a list
  new RegExp(`--addons-path(?:=|\\s+|["']\\s*,\\s*["'])["']?${LIST}`, 'g'),
  // ADDONS_PATH: /mnt/one,/mnt/two
  new RegExp(`\\b(?:ODOO_)?ADDONS_PATH["']?\\s*[:=]\\s*["']?${LIST}`, 'g'),
  // "addonsPath": ["/mnt/one", "/mnt/two"], by lines or in one
  /["']?\baddonsPath["']?\s*:\s*\[([^\]]*)\]/g,
];

interface Said {
  readonly file: string;
  readonly line: number;
  readonly folders: readonly string[];
}

/** One finding for each place that says another order than what is settled, or, where nothing is, than the first place. */
export function checkAddonsPaths(tree: Tree): Finding[] {
  const said = tree
    .list('.')
    .filter((path) => !PASSED_OVER.test(path) && FILES.some((form) => form.test(path)))
    .flatMap((path) => readPaths(path, tree.read(path)))
    .filter(({ folders }) => folders.length > 0);
  const settled = readSettled(tree);
  const [first] = said;
  if (!first) return [];
  const wanted = settled ?? first.folders;
  const where = settled ? `${SETTINGS} says` : `${first.file}:${first.line} says`;
  return said
    .filter(({ file, folders }) => file !== SETTINGS && folders.join() !== wanted.join())
    .map(({ file, line, folders }) => ({
      rule: 'code/addons-path',
      message: `The addons path is ${folders.join(', ')}, and ${where} ${wanted.join(', ')}: Odoo takes a module of the first folder that has it, so each place says the same folders in one order`,
      file,
      line,
    }));
}

function readPaths(file: string, text: string): Said[] {
  return SAID.flatMap((form) =>
    [...text.matchAll(form)].map((match) => ({
      file,
      line: lineAt(text, match.index + match[0].search(/\S/)),
      folders: foldersOf(match[1] ?? ''),
    })),
  );
}

function foldersOf(list: string): string[] {
  return (
    list
      .split(',')
      .map((folder) =>
        folder
          .trim()
          .replace(/^["']|["']$/g, '')
          .replace(/(?<=.)\/$/, ''),
      )
      // A placeholder such as `…` is no folder.
      .filter((folder) => /^[\w./~@-]+$/.test(folder))
  );
}

/** Null where nothing is settled. */
function readSettled(tree: Tree): readonly string[] | null {
  if (!tree.has(SETTINGS)) return null;
  const { stages } = (parse(tree.read(SETTINGS)) ?? {}) as { stages?: { addonsPath?: unknown } };
  const folders = Array.isArray(stages?.addonsPath) ? stages.addonsPath.map(String) : [];
  return folders.length > 0 ? folders : null;
}
