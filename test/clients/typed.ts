/**
 * Typed documents that clients take as they are: what `tripoint consumers client` writes compiles beside urql, Apollo Client and
 * graphql-request, and each of them asks by it, by text and by id.
 */
import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { ListeningGateway } from './gateway.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '..', '..');
const require = createRequire(join(root, 'package.json'));

/** What each client says of the programs in `typed/`. */
interface Program {
  readonly ask: (gateway: ListeningGateway) => Promise<unknown>;
}

/** Resolves with what was seen. */
export async function askTyped(gateway: ListeningGateway): Promise<string> {
  // Below this folder, so that the packages are found; and where Git looks at nothing.
  const folder = mkdtempSync(join(here, 'node_modules', '.typed-'));
  try {
    await run(['--import', require.resolve('tsx'), join(root, 'src/main.ts'), 'contract', 'client', '--out', folder]);
    for (const name of CLIENTS) copyFileSync(join(here, 'typed', `${name}.ts`), join(folder, `${name}.ts`));
    await compile(folder);
    const answers = await Promise.all(
      CLIENTS.map(async (name) =>
        ((await import(pathToFileURL(join(folder, `${name}.ts`)).href)) as Program).ask(gateway),
      ),
    );
    for (const answer of answers) assert.deepEqual(answer, answers[0]);
    return `${CLIENTS.join(', ')}: compile, and get one answer by text and by id`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The gateway of this process goes on meanwhile. @throws Error with what was printed. */
async function run(args: readonly string[]): Promise<void> {
  await promisify(execFile)(process.execPath, [...args]).catch(
    ({ stdout, stderr }: { stdout?: string; stderr?: string }) => {
      throw new Error(`${args.at(-3)} ${args.at(-1)} failed:\n${stdout}${stderr}`);
    },
  );
}

const CLIENTS = ['urql', 'apollo-client', 'graphql-request', 'one-function'] as const;

/** As strictly as a repository may have it. */
async function compile(folder: string): Promise<void> {
  const compilerOptions = {
    ...{ target: 'es2023', module: 'nodenext', lib: ['es2023', 'dom', 'esnext.disposable'], types: ['node'] },
    ...{ typeRoots: [join(root, 'node_modules/@types')], noEmit: true, allowImportingTsExtensions: true },
    ...{ strict: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true, skipLibCheck: true },
    ...{ verbatimModuleSyntax: true, erasableSyntaxOnly: true },
  };
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  await run([require.resolve('typescript/bin/tsc'), '-p', folder]);
}
