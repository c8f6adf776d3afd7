/** `tripoint consumers client`: what it writes for a consumer's own repository. That clients take it, `npm run clients` says. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadManifest } from '../../src/operations/manifest.ts';
import { packagePaths } from '../../src/paths.ts';
import { createFolder, runHere } from '../support/command.ts';

describe('the typed client of a consumer', () => {
  const write = async (...args: readonly string[]) => {
    using folder = createFolder();
    const outcome = await runHere(['contract', 'client', ...args], { cwd: folder.path });
    const out = join(folder.path, 'src', 'tripoint');
    const files = outcome.code === 0 ? readdirSync(out).sort() : [];
    return {
      ...outcome,
      files: Object.fromEntries(files.map((name) => [name, readFileSync(join(out, name), 'utf8')])),
    };
  };

  it('is its documents with their types, the ids of Apollo Client, and a client in one function', async () => {
    const { files, stdout, stderr } = await write('--out', 'src/tripoint', '--consumer', 'workspace-app');
    expect(stderr).toBe('');
    expect(Object.keys(files)).toEqual(['typed-client.ts', 'workspace-app.json', 'workspace-app.ts']);
    for (const name of Object.keys(files)) expect(stdout).toContain(name);
    expect(files['workspace-app.ts']).toMatch(/SidebarDocument = \{"kind":"Document","definitions":/);
    const { operations } = loadManifest(packagePaths());
    const own = operations.filter(({ consumer }) => consumer === 'workspace-app');
    const manifest = JSON.parse(files['workspace-app.json'] as string);
    expect(manifest).toMatchObject({ format: 'apollo-persisted-query-manifest', version: 1 });
    expect(manifest.operations.map(({ name }: { name: string }) => name)).toEqual(own.map(({ name }) => name));
    for (const { id, name } of manifest.operations) expect(own.find((one) => one.name === name)?.ids).toContain(id);
  });

  it('is written for all consumers where none is named', async () => {
    const { files } = await write('--out', 'src/tripoint');
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['ops-console.ts', 'workspace-indexer.ts']));
  });

  it.each([
    [[], /^tripoint consumers: say where to: --out/],
    [
      ['--out', 'src/tripoint', '--consumer', 'nobody'],
      /there is no consumer "nobody": there are authenticated-client/,
    ],
  ])('%j ends with 2', async (args, said) => {
    const { code, stderr } = await write(...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(said);
  });
});
