/** `tripoint build manifest`: no machine leaves a word in it, and each difference to it is named. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFolder } from '../support/command.ts';
import { createRepository, ENV, git, runBuild } from '../support/repository.ts';

const DIGEST = `sha256:${'a'.repeat(64)}`;

describe('build manifest', () => {
  it('says the commit, what locks it, its tools, and the digest of each tracked file', async () => {
    using repository = createRepository();
    const args = ['manifest', '--image-digest', DIGEST, '--odoo-conf', 'odoo.conf'];
    const { code, stdout, stderr } = await runBuild(repository.path, args);
    expect([code, stderr]).toEqual([0, '']);
    const manifest = JSON.parse(stdout);
    expect(manifest).toMatchObject({
      commit: {
        sha: git(repository.path, 'rev-parse', 'HEAD').trim(),
        branch: 'feature/one',
        message: 'Say it\n\nWith a body',
        author: 'Ana Álvarez',
        time: new Date(1796041860_000 + 5.5 * 3_600_000).toISOString().replace('.000Z', '+05:30'),
      },
      imageDigest: DIGEST,
      addonsPath: ['/mnt/second', '/mnt/first'],
      toolchain: {
        'images (Dockerfile)': ['debian:12', 'node:24'],
        'node (engines)': '>=22',
        'typescript (package-lock.json)': '6.0.3',
      },
    });
    expect(Object.keys(manifest.lockFiles)).toEqual(['addons/one/requirements.txt', 'package-lock.json']);
    const files = Object.fromEntries(manifest.files.map((file: { path: string }) => [file.path, file]));
    expect(Object.keys(files)).toEqual([...Object.keys(files)].sort());
    expect(Object.keys(files)).toContain('lib/Ünïcode "name".txt');
    expect(files['run.sh'].mode).toBe('100755');
    // Digests of an empty file, and of the text `lib/text.txt`, which is where the link leads.
    expect(files['lib/Ünïcode "name".txt'].digest).toMatch(/^sha256:e3b0c44298fc1c149afbf4c8996fb924/);
    expect(files.link).toMatchObject({ mode: '120000', digest: `sha256:${sumOf('lib/text.txt')}` });
    expect(files['lib/text.txt'].digest).toBe(`sha256:${sumOf('one\r\ntwo\n')}`);
  });

  it('is byte for byte the same again, and in a checkout of another umask, path, zone, language and line ends', async () => {
    using repository = createRepository();
    using elsewhere = createFolder();
    const args = ['manifest', '--branch', 'main'];
    const first = (await runBuild(repository.path, args)).stdout;
    expect((await runBuild(repository.path, args)).stdout).toBe(first);
    const script = `umask 077; git clone --quiet --config core.autocrlf=true --config core.quotePath=true "${repository.path}" clone`;
    execFileSync('sh', ['-c', script], { cwd: elsewhere.path, env: ENV });
    const clone = join(elsewhere.path, 'clone');
    git(clone, 'config', 'log.showSignature', 'true');
    git(clone, 'config', 'log.date', 'relative');
    const env = { TZ: 'Asia/Manila', LANG: 'de_DE.UTF-8', HOME: elsewhere.path };
    expect((await runBuild(clone, args, env)).stdout).toBe(first);
    expect(first).not.toContain(repository.path);
  });

  it('keeps what differs from machine to machine apart', async () => {
    using repository = createRepository();
    using elsewhere = createFolder();
    const machine = join(elsewhere.path, 'machine.json');
    const out = join(elsewhere.path, 'manifest.json');
    const { code, stdout } = await runBuild(repository.path, ['manifest', '--out', out, '--machine', machine]);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/manifest\.json sha256:[0-9a-f]{64}\n$/)]);
    expect(JSON.parse(readFileSync(machine, 'utf8')).tools.git).toMatch(/^git version/);
    expect(readFileSync(out, 'utf8')).not.toMatch(/git version/);
  });

  it.each<[string, (at: (path: string) => string) => void, RegExp]>([
    ['a tracked file was changed', (at) => appendFileSync(at('lib/text.txt'), 'x'), /not its commit: lib\/text\.txt/],
    ['a file is there that nobody tracks', (at) => writeFileSync(at('lib/more.txt'), ''), /lib\/more\.txt/],
    ['a tracked file is gone', (at) => rmSync(at('run.sh')), /run\.sh/],
  ])('is refused where %s', async (_what, change, message) => {
    using repository = createRepository();
    change(repository.at);
    expect(await runBuild(repository.path, ['manifest'])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(message),
    });
  });

  it('passes by what is ignored, and by evidence', async () => {
    using repository = createRepository();
    mkdirSync(repository.at('dist'));
    mkdirSync(repository.at('web/docs/evidence'), { recursive: true });
    writeFileSync(repository.at('dist/x'), '');
    writeFileSync(repository.at('web/docs/evidence/x'), '');
    expect(await runBuild(repository.path, ['manifest'])).toMatchObject({ code: 0 });
  });

  it('wants a branch where none is checked out, and takes it from CI', async () => {
    using repository = createRepository();
    git(repository.path, 'checkout', '--quiet', '--detach');
    expect(await runBuild(repository.path, ['manifest'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--branch'),
    });
    const inCi = await runBuild(repository.path, ['manifest'], { GITHUB_REF_NAME: 'main' });
    expect(JSON.parse(inCi.stdout).commit.branch).toBe('main');
  });

  it('says that there is no repository', async () => {
    using folder = createFolder();
    for (const args of [['manifest'], ['manifest', '--branch', 'x']])
      expect(await runBuild(folder.path, args)).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('not a git repository'),
      });
  });
});

describe('build verify', () => {
  it('compares the checkout with a manifest, and names each difference', async () => {
    using repository = createRepository();
    using elsewhere = createFolder();
    const kept = join(elsewhere.path, 'manifest.json');
    await runBuild(repository.path, ['manifest', '--out', kept]);
    expect(await runBuild(repository.path, ['verify', '--manifest', kept])).toMatchObject({ code: 0 });
    appendFileSync(repository.at('lib/text.txt'), 'three\n');
    chmodSync(repository.at('run.sh'), 0o644);
    rmSync(repository.at('link'));
    writeFileSync(repository.at('new.txt'), '');
    git(repository.path, 'commit', '--quiet', '--all', '--message', 'Change it');
    git(repository.path, 'add', 'new.txt');
    git(repository.path, 'commit', '--quiet', '--amend', '--message', 'Change it');
    const { code, stdout } = await runBuild(repository.path, ['verify', '--manifest', kept]);
    expect(code).toBe(1);
    for (const line of [
      'lib/text.txt was changed',
      'run.sh has the mode 100644, recorded was 100755',
      'link is missing',
      'new.txt was added',
      'commit.message: recorded "Say it\\n\\nWith a body", found "Change it"',
    ])
      expect(stdout).toContain(line);
    expect(stdout).not.toContain('odoo.conf');
  });
});

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
