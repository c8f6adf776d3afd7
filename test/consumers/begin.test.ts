/** `tripoint consumers` in a repository or folder that has none yet. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFolder, runHere } from '../support/command.ts';
import { JWT_SECRET } from '../support/stack.ts';

const env = { SUPABASE_JWT_SECRET: JWT_SECRET };
const PART = `
type Query { viewer: Viewer }
type Viewer { kind: String, id: ID }
`;

describe('consumers that are begun in another repository', () => {
  const begin = () => {
    const folder = createFolder();
    const run = (...args: string[]) => runHere(['consumers', ...args], { cwd: folder.path, env });
    const file = (name: string) => join(folder.path, 'test', 'contracts', name);
    return { run, file, path: folder.path, [Symbol.dispose]: () => folder[Symbol.dispose]() };
  };

  it('gets its first files by --release, and holds the next schema to them', async () => {
    using begun = begin();
    writeFileSync(join(begun.path, 'schema.graphql'), PART);
    const breaks = await begun.run('--breaks');
    expect(breaks).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/no .*released\.graphql.*`tripoint consumers --release` makes the first/),
    });
    expect(breaks.stderr).not.toMatch(/ENOENT|^ +at /m);
    expect(await begun.run('--release')).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('released: '),
    });
    expect(readFileSync(begun.file('released.graphql'), 'utf8')).toContain('type Viewer');
    expect(readFileSync(begun.file('accepted-breaks.yaml'), 'utf8')).toContain('accepted: []');
    expect(await begun.run('--breaks')).toMatchObject({ code: 0, stderr: '' });
    writeFileSync(join(begun.path, 'schema.graphql'), PART.replace(', id: ID', ''));
    expect(await begun.run('--breaks')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('FIELD_REMOVED Viewer.id'),
    });
    const again = await begun.run('--release');
    expect(again).toMatchObject({ code: 1, stdout: expect.stringContaining('FIELD_REMOVED Viewer.id') });
    expect(readFileSync(begun.file('released.graphql'), 'utf8')).toContain('id: ID');
  });

  it('says what is missing in one sentence: the schema, the consumers, and who asks', async () => {
    using begun = begin();
    const said = async (...args: string[]) => {
      const { code, stdout, stderr } = await begun.run(...args);
      expect(stderr).not.toMatch(/ENOENT|^ +at /m);
      return `${code} ${stdout}${stderr}`;
    };
    expect(await said('--release')).toMatch(
      /^1 .*there is no .*schema\.graphql: make it by `tripoint schema`, or say by --schema/,
    );
    expect(existsSync(begun.file('released.graphql'))).toBe(false);
    writeFileSync(join(begun.path, 'schema.graphql'), PART);
    expect(await said()).toMatch(/^1 .*test.contracts has no consumer yet: make <consumer>\/consumer\.yaml/);
    expect(await said('--update')).toMatch(/^1 .*has no consumer yet/);
    expect(await said('--consumer', 'web')).toMatch(/^2 .*there is no consumer "web": .*has no consumer yet/);
    mkdirSync(begun.file('web'), { recursive: true });
    writeFileSync(join(begun.file('web'), 'who.graphql'), 'query Who { viewer { kind } }');
    expect(await said('--breaks')).toMatch(/^1 .*web has operations and no consumer\.yaml, which says who asks/);
  });
});
