/** Every secret that is read is registered: its name, owner and consumer stand in `ssot/secrets/registry.yaml`. */
import type ts from 'typescript';
import type { Finding } from '../finding.ts';
import type { Tree } from '../tree.ts';
import { type Compiler, lineOf, type Module, visitNodes } from './modules.ts';
import { lineAt, type Platform, type TextFile } from './platform.ts';

/** Names as environments have them. */
const VARIABLE = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/;
/** The endings of names whose values are secrets; the URL of a database carries a password. */
const SECRET =
  /(KEY|KEYS|SECRET|PASSWORD|PASSPHRASE|TOKEN|CREDENTIALS?|DSN)$|(DATABASE|POSTGRES|REDIS|SMTP|AMQP)\w*_URL$/;
/** Keys that are made to be shown. */
const SHOWN = /(^|_)(ANON|PUBLISHABLE)_KEY$/;
/** What a runner makes for each of its own jobs. */
const OF_THE_RUNNER = ['GITHUB_TOKEN'];

/** @param registered Names in the registry. */
export function checkSecretReads(
  compiler: Compiler,
  { modules, files }: Platform,
  tree: Tree,
  registered: ReadonlySet<string>,
): Finding[] {
  const read = [
    ...modules.flatMap((module) => readsOf(compiler, module)),
    ...files.flatMap(readsOfText),
    ...workflowReads(tree),
  ];
  return read
    .filter(({ name }) => isSecret(name) && !registered.has(name) && !OF_THE_RUNNER.includes(name))
    .map(({ name, file, line }) => ({
      rule: 'code/unregistered-secret',
      message: `${name} is read as a secret, and ssot/secrets/registry.yaml does not name it: register it there, never its value`,
      file,
      line,
    }));
}

/** By its name. */
export function isSecret(name: string): boolean {
  return SECRET.test(name) && !SHOWN.test(name);
}

/** One place that reads a variable. */
export interface SecretRead {
  readonly name: string;
  readonly file: string;
  readonly line: number;
}

/**
 * `env.NAME`, `env['NAME']`, `const { NAME } = env`, `Deno.env.get('NAME')`, `requireEnv('NAME')`, and the keys of the
 * object that checks an environment; each once.
 */
export function readsOf(compiler: Compiler, { path, source }: Module): SecretRead[] {
  const found = new Map<string, SecretRead>();
  visitNodes(compiler, source, (node) => {
    const name =
      (compiler.isPropertyAccessExpression(node) && node.name.text) ||
      (compiler.isElementAccessExpression(node) &&
        compiler.isStringLiteralLike(node.argumentExpression) &&
        node.argumentExpression.text) ||
      (compiler.isCallExpression(node) && askedOf(compiler, node, source)) ||
      (compiler.isBindingElement(node) && (node.propertyName ?? node.name).getText(source)) ||
      (compiler.isPropertyAssignment(node) && compiler.isCallExpression(node.initializer) && node.name.getText(source));
    if (name && VARIABLE.test(name) && !found.has(name))
      found.set(name, { name, file: path, line: lineOf(source, node) });
  });
  return [...found.values()];
}

function askedOf(compiler: Compiler, { expression, arguments: [first] }: ts.CallExpression, source: ts.SourceFile) {
  return /env/i.test(expression.getText(source)) && first && compiler.isStringLiteralLike(first) ? first.text : '';
}

const IN_PYTHON = /\b(?:environ(?:\.get\(|\[)|getenv\()\s*['"](\w+)['"]/g;
const IN_SHELL = /\$\{?([A-Z][A-Z0-9_]*)/g;

/** The variables of a shell script that it does not make itself. */
function readsOfText({ path, text }: TextFile): SecretRead[] {
  const isShell = /\.(sh|bash)$/.test(path);
  return [...text.matchAll(isShell ? IN_SHELL : IN_PYTHON)]
    .map(({ 1: name = '', index }) => ({ name, file: path, line: lineAt(text, index) }))
    .filter(({ name }) => !isShell || !new RegExp(`(^|[\\s;])${name}=`, 'm').test(text));
}

/** `${{ secrets.NAME }}` of a workflow. */
function workflowReads(tree: Tree): SecretRead[] {
  return tree.list('.github/workflows', '.yml').flatMap((file) =>
    tree
      .read(file)
      .split('\n')
      .flatMap((text, index) =>
        [...text.matchAll(/\bsecrets\.(\w+)/g)].map(([, name = '']) => ({ name, file, line: index + 1 })),
      ),
  );
}
