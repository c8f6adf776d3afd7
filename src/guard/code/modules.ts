/** Modules of a folder as TypeScript's own trees; the compiler is a tool of development, and loaded by the guard alone. */
import { posix } from 'node:path';
import type ts from 'typescript';
import type { Tree } from '../tree.ts';

/** TypeScript's compiler. */
export type Compiler = typeof ts;

/** One module. */
export interface Module {
  /** From the repository's root. */
  readonly path: string;
  readonly source: ts.SourceFile;
  /** What it imports: a package, or a path from the repository's root. */
  readonly imports: readonly { readonly target: string; readonly line: number }[];
  /** Its texts, with `${}` where a template puts a value in. */
  readonly texts: readonly { readonly text: string; readonly line: number }[];
}

/** The compiler. @throws Error that says what to install, where the development packages are not installed. */
export async function loadCompiler(): Promise<Compiler> {
  try {
    const { default: compiler } = await import('typescript');
    return compiler;
  } catch {
    throw new Error(
      'The rules on code need the package typescript: run `npm ci` in a checkout, with what development needs',
    );
  }
}

/** TypeScript and JavaScript, with JSX too. */
const ENDING = /\.[cm]?[jt]sx?$/;

/** Every module below the folders, except generated ones. */
export function readModules(compiler: Compiler, tree: Tree, folders: readonly string[]): Module[] {
  return folders
    .flatMap((folder) => tree.list(folder))
    .filter((path) => ENDING.test(path) && !path.endsWith('.d.ts') && !path.startsWith('src/generated/'))
    .map((path) => readModule(compiler, path, tree.read(path)));
}

function readModule(compiler: Compiler, path: string, text: string): Module {
  const source = compiler.createSourceFile(path, text, compiler.ScriptTarget.ES2022);
  const imports: { target: string; line: number }[] = [];
  const texts: { text: string; line: number }[] = [];
  visitNodes(compiler, source, (node) => {
    const target = targetOf(compiler, node);
    if (target) imports.push({ target: resolve(path, target.text), line: lineOf(source, target) });
    const said = textOf(compiler, node);
    if (said !== null) texts.push({ text: said, line: lineOf(source, node) });
  });
  return { path, source, imports, texts };
}

/** The module that `import … from`, `export … from` or `import(…)` names. */
function targetOf(compiler: Compiler, node: ts.Node): ts.StringLiteralLike | null {
  const isCall = compiler.isCallExpression(node) && node.expression.kind === compiler.SyntaxKind.ImportKeyword;
  const target = isCall
    ? node.arguments[0]
    : compiler.isImportDeclaration(node) || compiler.isExportDeclaration(node)
      ? node.moduleSpecifier
      : undefined;
  return target && compiler.isStringLiteralLike(target) ? target : null;
}

function resolve(path: string, target: string): string {
  return target.startsWith('.') ? posix.join(posix.dirname(path), target) : target;
}

/** Calls back for each node, the outer ones first. */
export function visitNodes(compiler: Compiler, root: ts.Node, see: (node: ts.Node) => void): void {
  see(root);
  compiler.forEachChild(root, (child) => visitNodes(compiler, child, see));
}

/** From 1. */
export function lineOf(source: ts.SourceFile, node: ts.Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}

function textOf(compiler: Compiler, node: ts.Node): string | null {
  if (compiler.isStringLiteralLike(node)) return node.text;
  if (!compiler.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => `\${}${literal.text}`).join('');
}
