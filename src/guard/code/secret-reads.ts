/** Every secret that is read is registered: its name, owner and consumer stand in `ssot/secrets/registry.yaml`. */
import type { Finding } from '../finding.ts';
import type { Tree } from '../tree.ts';
import { type Compiler, lineOf, type Module, visitNodes } from './modules.ts';

/** Names as environments have them. */
const VARIABLE = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/;
/** What such a name ends in where its value is a secret; the URL of a database carries a password. */
const SECRET =
  /(KEY|KEYS|SECRET|PASSWORD|PASSPHRASE|TOKEN|CREDENTIALS?|DSN)$|(DATABASE|POSTGRES|REDIS|SMTP|AMQP)\w*_URL$/;
/** What a runner makes for each of its own jobs. */
const OF_THE_RUNNER = ['GITHUB_TOKEN'];

/** @param registered Names in the registry. */
export function checkSecretReads(
  compiler: Compiler,
  modules: readonly Module[],
  tree: Tree,
  registered: ReadonlySet<string>,
): Finding[] {
  const read = [...modules.flatMap((module) => readsOf(compiler, module)), ...workflowReads(tree)];
  return read
    .filter(({ name }) => SECRET.test(name) && !registered.has(name) && !OF_THE_RUNNER.includes(name))
    .map(({ name, file, line }) => ({
      rule: 'code/unregistered-secret',
      message: `${name} is read as a secret, and ssot/secrets/registry.yaml does not name it: register it there, never its value`,
      file,
      line,
    }));
}

interface Read {
  readonly name: string;
  readonly file: string;
  readonly line: number;
}

/** `env.NAME`, `env['NAME']`, `const { NAME } = env`, and the keys of the object that checks an environment; each once. */
function readsOf(compiler: Compiler, { path, source }: Module): Read[] {
  const found = new Map<string, Read>();
  visitNodes(compiler, source, (node) => {
    const name =
      (compiler.isPropertyAccessExpression(node) && node.name.text) ||
      (compiler.isElementAccessExpression(node) &&
        compiler.isStringLiteralLike(node.argumentExpression) &&
        node.argumentExpression.text) ||
      (compiler.isBindingElement(node) && (node.propertyName ?? node.name).getText(source)) ||
      (compiler.isPropertyAssignment(node) && compiler.isCallExpression(node.initializer) && node.name.getText(source));
    if (name && VARIABLE.test(name) && !found.has(name))
      found.set(name, { name, file: path, line: lineOf(source, node) });
  });
  return [...found.values()];
}

/** `${{ secrets.NAME }}` of a workflow. */
function workflowReads(tree: Tree): Read[] {
  return tree.list('.github/workflows', '.yml').flatMap((file) =>
    tree
      .read(file)
      .split('\n')
      .flatMap((text, index) =>
        [...text.matchAll(/\bsecrets\.(\w+)/g)].map(([, name = '']) => ({ name, file, line: index + 1 })),
      ),
  );
}
