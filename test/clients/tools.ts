/** The ids that clients' own tools give an operation: what they truly write is what the manifest has. */
import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Manifest } from '../../src/operations/manifest.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '..', '..');
const require = createRequire(import.meta.url);
const ofRoot = createRequire(join(root, 'package.json'));
const OPERATIONS = join(root, 'ssot', 'operations');

/** Resolves with what was seen. */
export function checkTools(): string {
  const folder = mkdtempSync(join(here, 'node_modules', '.tools-'));
  try {
    cpSync(join(OPERATIONS, 'workspace-app'), join(folder, 'src'), { recursive: true });
    const known = readIds(join(OPERATIONS, 'manifest.json'));
    const [apollo, codegen] = [writeApollo(folder), writeCodegen(folder)];
    for (const id of [...apollo, ...codegen]) assert.ok(known.has(id), `${id} is not in the manifest`);
    const relay = writeRelay(folder);
    const from = ['apollo.json', 'relay.json', join('codegen', 'persisted-documents.json')];
    build(
      folder,
      from.flatMap((file) => ['--from', file]),
    );
    const given = readIds(join(folder, 'ssot', 'operations', 'manifest.json'));
    for (const id of [...apollo, ...codegen, ...relay]) assert.ok(given.has(id), `${id} was not taken`);
    return `${apollo.length} ids of Apollo and ${codegen.length} of codegen are known, ${relay.length} of Relay are taken`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readIds(file: string): ReadonlySet<string> {
  const { operations } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  return new Set(operations.flatMap(({ ids }) => ids));
}

function run(cwd: string, args: readonly string[]): void {
  execFileSync(process.execPath, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
}

function build(cwd: string, from: readonly string[]): void {
  run(cwd, [
    '--import',
    ofRoot.resolve('tsx'),
    join(root, 'src/main.ts'),
    'operations',
    'build',
    ...from,
    '--consumer',
    'web',
  ]);
}

function writeApollo(folder: string): string[] {
  const config = { documents: ['src/*.graphql'], output: 'apollo.json' };
  writeFileSync(join(folder, 'persisted-query-manifest.config.json'), JSON.stringify(config));
  run(folder, [require.resolve('@apollo/generate-persisted-query-manifest/cli.js')]);
  const { operations } = JSON.parse(readFileSync(join(folder, 'apollo.json'), 'utf8')) as {
    operations: { id: string }[];
  };
  return operations.map(({ id }) => id);
}

function writeCodegen(folder: string): string[] {
  const client = { preset: 'client', presetConfig: { persistedDocuments: true } };
  const config = {
    schema: join(root, 'schema.graphql'),
    documents: 'src/*.graphql',
    generates: { 'codegen/': client },
  };
  writeFileSync(join(folder, 'codegen.json'), JSON.stringify(config));
  run(folder, [join(root, 'node_modules/@graphql-codegen/cli/esm/bin.js'), '--config', 'codegen.json']);
  const texts = JSON.parse(readFileSync(join(folder, 'codegen', 'persisted-documents.json'), 'utf8')) as object;
  return Object.keys(texts).map((id) => id.replace('sha256:', ''));
}

/** For the documents that its store is tested with: they stand in programs, and name records as docs/clients.md has it. */
function writeRelay(folder: string): string[] {
  const artifactDirectory = join(folder, 'relay');
  mkdirSync(artifactDirectory);
  writeFileSync(join(folder, 'relay.json'), '{}');
  const config = {
    ...{ src: join(here, 'relay'), schema: join(root, 'schema.graphql'), language: 'javascript', artifactDirectory },
    schemaConfig: { nodeInterfaceIdField: 'nodeId', nodeInterfaceIdVariableName: 'nodeId' },
    persistConfig: { file: './relay.json', algorithm: 'MD5' },
  };
  writeFileSync(join(folder, 'relay.config.json'), JSON.stringify(config));
  run(folder, [require.resolve('relay-compiler/cli.js'), 'relay.config.json']);
  return Object.keys(JSON.parse(readFileSync(join(folder, 'relay.json'), 'utf8')) as object);
}
