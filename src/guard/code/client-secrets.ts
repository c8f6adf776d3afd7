/** What a browser gets reads no secret: neither a file that says 'use client', nor what it imports, nor a public variable. */
import { posix } from 'node:path';
import type { Finding } from '../finding.ts';
import type { Compiler, Module } from './modules.ts';
import { isSecret, readsOf, type SecretRead } from './secret-reads.ts';

/** Variables that a build puts into the browser's code. */
const PUBLIC = /^(NEXT_PUBLIC|VITE|EXPO_PUBLIC|REACT_APP|PUBLIC|NUXT_PUBLIC)_/;

/** @param registered Names in the registry: secrets, whatever their names end in. */
export function checkClientSecrets(
  compiler: Compiler,
  modules: readonly Module[],
  registered: ReadonlySet<string>,
): Finding[] {
  const reads = new Map(
    modules.map((module) => [
      module.path,
      readsOf(compiler, module).filter(({ name }) => isSecret(name) || registered.has(name)),
    ]),
  );
  const clients = modules.filter(({ source }) => isClient(compiler, source));
  const inBrowser = clients.flatMap((client) =>
    [...reachedFrom(client, modules)].flatMap((path) =>
      (reads.get(path) ?? []).filter(({ name }) => !PUBLIC.test(name)).map((read) => say(read, client.path)),
    ),
  );
  const published = [...reads.values()].flat().filter(({ name }) => PUBLIC.test(name));
  const found = [...inBrowser, ...published.map((read) => say(read, null))];
  return [...new Map(found.map((finding) => [`${finding.file} ${finding.message}`, finding])).values()];
}

/** Says so among the directives that it begins with, whichever other stands before. */
function isClient(compiler: Compiler, source: Module['source']): boolean {
  for (const statement of source.statements) {
    if (!compiler.isExpressionStatement(statement) || !compiler.isStringLiteral(statement.expression)) return false;
    if (statement.expression.text === 'use client') return true;
  }
  return false;
}

/** The module and what it imports of the tree, however far. */
function reachedFrom(client: Module, modules: readonly Module[]): Set<string> {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const reached = new Set([client.path]);
  for (const path of reached)
    for (const { target } of byPath.get(path)?.imports ?? []) {
      const found = candidatesOf(path, target).find((candidate) => byPath.has(candidate));
      if (found) reached.add(found);
    }
  return reached;
}

const ENDINGS = ['', '.ts', '.tsx', '.js', '.jsx', '.mjs', '/index.ts', '/index.tsx', '/index.js'];

/** Files that an import can mean; `@/…` is below an application's folder or its `src`. */
function candidatesOf(path: string, target: string): string[] {
  const home = path.split('/').slice(0, 2).join('/');
  const bases = target.startsWith('@/')
    ? [posix.join(home, target.slice(2)), posix.join(home, 'src', target.slice(2))]
    : [target];
  return bases.flatMap((base) => ENDINGS.map((ending) => base.replace(/\.js$/, '') + ending)).concat(bases);
}

function say({ name, file, line }: SecretRead, client: string | null): Finding {
  const why = client
    ? `${name} is read where the browser gets it${file === client ? '' : `, by ${client}`}: read it on the server`
    : `${name} is put into the browser's code by its prefix: give it another name, and read it on the server`;
  return { rule: 'code/client-secret', message: why, file, line };
}
