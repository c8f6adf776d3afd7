/** `tripoint build verify` builds a commit twice: what differs is found, and where. */
import { describe, expect, it } from 'vitest';
import { createRepository, runBuild } from '../support/repository.ts';

describe('build verify', () => {
  it('builds twice, and says that the bytes are the same', async () => {
    using repository = createRepository();
    const { code, stdout } = await runBuild(repository.path, [
      'verify',
      '--output',
      '*.tgz',
      '--',
      'npm',
      'pack',
      '--silent',
    ]);
    expect(stdout).toMatch(/^x-1\.0\.0\.tgz sha256:[0-9a-f]{64}\nbuilt twice: 1 file, the same bytes\n$/m);
    expect(code).toBe(0);
  });

  it.each([
    ['the time', 'mkdir dist; date +%N > dist/a', /dist\/a differs from byte 0 on/],
    ['the path', 'mkdir dist; pwd > dist/a', /dist\/a differs from byte \d+ on/],
    ['the zone', 'mkdir dist; date +%Z > dist/a', /dist\/a differs/],
    ['a name', 'mkdir dist; touch dist/$TZ', /alone/],
    ['a mode', 'mkdir dist; touch dist/a; case $TZ in UTC) chmod 600 dist/a;; esac', /mode 600, then 644/],
  ])('finds a build that holds %s', async (_what, script, message) => {
    using repository = createRepository();
    const { code, stdout } = await runBuild(repository.path, [
      'verify',
      '--output',
      'dist',
      '--',
      'sh',
      '-c',
      script.replace('$TZ', '"$(echo $TZ | tr / -)"'),
    ]);
    expect([code, stdout]).toEqual([1, expect.stringMatching(message)]);
  });

  it.each<[string, string[], number, RegExp]>([
    ['a command that fails', ['--output', 'dist', '--', 'sh', '-c', 'echo why; exit 4'], 1, /ended with 4/],
    ['a command that is not there', ['--output', 'dist', '--', 'no-such-command-here'], 1, /ended with 127/],
    ['nothing made', ['--output', 'dist', '--', 'true'], 1, /made no dist/],
    ['an output that leads out', ['--output', '../x', '--', 'true'], 1, /leads out/],
    ['no output', ['--', 'true'], 2, /both what it makes and how/],
    ['no command', ['--output', 'dist'], 2, /both what it makes and how/],
    ['nothing to compare', [], 2, /say what to compare/],
  ])('says so of %s', async (_what, args, code, message) => {
    using repository = createRepository();
    expect(await runBuild(repository.path, ['verify', ...args])).toMatchObject({
      code,
      stderr: expect.stringMatching(message),
    });
  });
});
