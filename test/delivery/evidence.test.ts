/** `tripoint evidence` as a shell meets it: what is kept of a command, how it ends, and what `verify` finds. */
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFolder, runHere, runProcess } from '../support/command.ts';

const ROOT = 'web/docs/evidence';
const SECRET = 'a-secret-of-this-test-that-is-long-enough-for-it';
const NODE = process.execPath;

/** The folders of recordings below one that a command was started in. */
function recordingsIn(cwd: string): string[] {
  const root = join(cwd, ROOT);
  return readdirSync(root)
    .flatMap((stamp) => readdirSync(join(root, stamp)).map((name) => join(root, stamp, name)))
    .sort();
}

const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');
const facts = (folder: string) => JSON.parse(read(folder, 'logs/run.json'));

async function recordIn(cwd: string, script: string, env: Record<string, string> = {}) {
  const outcome = await runHere(['evidence', 'run', 'topic', '--', 'sh', '-c', script], { cwd, env });
  return { ...outcome, folder: recordingsIn(cwd).at(-1) as string };
}

describe('evidence run', () => {
  it('keeps output, exit code, duration and environment, shows them without secrets, and ends as the command ends', async () => {
    using folder = createFolder();
    // The secret leaves in two writes, with time between them.
    const script = `const s = process.env.SUPABASE_JWT_SECRET;
      process.stdout.write('out ' + s.slice(0, 20)); process.stderr.write('err\\n');
      setTimeout(() => { process.stdout.write(s.slice(20) + ' end'); process.exitCode = 7; }, 200);`;
    const { code, stdout, stderr } = await runProcess(
      ['evidence', 'run', 'release-42', '--', NODE, '-e', script, SECRET],
      { cwd: folder.path, env: { SUPABASE_JWT_SECRET: SECRET, ODOO_STAGE: 'development' } },
    );
    expect(code).toBe(7);
    expect(stdout).toBe('out [redacted SUPABASE_JWT_SECRET] end');
    expect(stderr).toContain('err\n');
    expect(stderr).toContain('no DATABASE_URL is set, so the ledger has no run of this');
    const [recording = ''] = recordingsIn(folder.path);
    expect(recording).toMatch(/web\/docs\/evidence\/\d{8}-\d{4}\+0800\/release-42$/);
    expect(read(recording, 'logs/stdout.txt')).toBe(stdout);
    expect(read(recording, 'logs/stderr.txt')).toBe('err\n');
    expect(facts(recording)).toMatchObject({
      exitCode: 7,
      signal: null,
      runId: null,
      command: [NODE, '-e', script, '[redacted SUPABASE_JWT_SECRET]'],
      environment: { ODOO_STAGE: 'development', SUPABASE_JWT_SECRET: '[redacted SUPABASE_JWT_SECRET]' },
    });
    expect(facts(recording).durationMs).toBeGreaterThanOrEqual(200);
    expect(await runHere(['evidence', 'verify'], { cwd: folder.path })).toMatchObject({ code: 0 });
  });

  it('loses nothing of a command that has ended before anybody could read', async () => {
    using folder = createFolder();
    for (let count = 0; count < 15; count += 1) await recordIn(folder.path, 'echo kept; echo said >&2');
    const recordings = recordingsIn(folder.path);
    expect(recordings.length).toBe(15);
    for (const recording of recordings)
      expect([read(recording, 'logs/stdout.txt'), read(recording, 'logs/stderr.txt')]).toEqual(['kept\n', 'said\n']);
  });

  it('keeps two of one topic and minute apart', async () => {
    using folder = createFolder();
    await recordIn(folder.path, '');
    await recordIn(folder.path, '');
    const names = recordingsIn(folder.path).map((each) => each.split('/').at(-1));
    expect(names.length).toBe(2);
  });

  it.each([
    ['a command that is not there', ['no-such-command-of-this-test'], 127],
    ['a file that is no program', [join(import.meta.dirname, 'evidence.test.ts')], 126],
  ])('says so of %s, and records it', async (_what, command, code) => {
    using folder = createFolder();
    const outcome = await runHere(['evidence', 'run', 'absent', '--', ...command], { cwd: folder.path });
    expect(outcome.code).toBe(code);
    expect(facts(recordingsIn(folder.path)[0] as string)).toMatchObject({
      exitCode: code,
      notStarted: expect.any(String),
    });
  });

  it.each([
    '..',
    '../x',
    'a/b',
    '/etc',
    'a\\b',
    'A',
    '',
    'a--b',
    '-a',
    'a-',
    'a b',
    'a\n',
    '.',
    'x'.repeat(64),
    'a\u0000',
  ])('refuses the topic %j, and runs nothing', async (topic) => {
    using folder = createFolder();
    const mark = join(folder.path, 'ran');
    const outcome = await runHere(
      ['evidence', 'run', topic, '--', NODE, '-e', `require('fs').writeFileSync(${JSON.stringify(mark)}, '')`],
      { cwd: folder.path },
    );
    expect(outcome.code).not.toBe(0);
    expect(outcome.stderr).toMatch(/is no name|say of what|Unknown/);
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it('refuses a folder of the minute that is a link to elsewhere', async () => {
    using folder = createFolder();
    using elsewhere = createFolder();
    mkdirSync(join(folder.path, ROOT), { recursive: true });
    const now = Date.now() + 8 * 3_600_000;
    for (const minute of [0, 60_000]) {
      const name = new Date(now + minute)
        .toISOString()
        .replaceAll('-', '')
        .replace('T', '-')
        .replace(':', '')
        .slice(0, 13);
      symlinkSync(elsewhere.path, join(folder.path, ROOT, `${name}+0800`));
    }
    const { code, stderr } = await runHere(['evidence', 'run', 'x', '--', NODE, '-e', ''], { cwd: folder.path });
    expect([code, stderr]).toEqual([1, expect.stringContaining('is a link')]);
    expect(readdirSync(elsewhere.path)).toEqual([]);
  });

  it.each([
    [['evidence'], /say what to do/],
    [['evidence', 'record'], /there is no "evidence record"/],
    [['evidence', 'run', '--', 'true'], /say of what/],
    [['evidence', 'run', 'x'], /say what to run, after --/],
    [['evidence', 'run', 'x', '--too', 'y', '--', 'true'], /--too/],
    [['evidence', 'verify', '--jsn'], /--jsn/],
  ])('does not understand %j', async (args, message) => {
    using folder = createFolder();
    const { code, stderr } = await runHere(args, { cwd: folder.path });
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
  });
});

describe('evidence verify', () => {
  const flip = (file: string) => {
    const bytes = readFileSync(file);
    bytes[0] = (bytes[0] as number) ^ 1;
    writeFileSync(file, bytes);
  };
  it.each<[string, (folder: string) => void, RegExp]>([
    [
      'a byte that was changed',
      (f) => flip(join(f, 'logs/stdout.txt')),
      /stdout\.txt was changed: it has as many bytes/,
    ],
    ['a byte that was added', (f) => appendFileSync(join(f, 'logs/run.json'), ' '), /run\.json was changed: \d+ bytes/],
    ['a file that is missing', (f) => rmSync(join(f, 'logs/stderr.txt')), /stderr\.txt is missing/],
    [
      'a file that was renamed',
      (f) => renameSync(join(f, 'logs/stderr.txt'), join(f, 'logs/e.txt')),
      /e\.txt was added[\s\S]*stderr\.txt is missing/,
    ],
    ['a file that was added', (f) => writeFileSync(join(f, 'notes.txt'), ''), /notes\.txt was added/],
    ['an empty folder that was added', (f) => mkdirSync(join(f, 'logs/more')), /logs\/more\/? was added/],
    [
      'a file that became a link',
      (f) => {
        renameSync(join(f, 'logs/stdout.txt'), join(f, '../moved'));
        symlinkSync('../../moved', join(f, 'logs/stdout.txt'));
      },
      /stdout\.txt is no file any more/,
    ],
    [
      'a manifest that was changed',
      (f) => appendFileSync(join(f, 'manifest.json'), '\n'),
      /manifest\.json is not the one of manifest\.sha256/,
    ],
    [
      'a manifest that leads out',
      (f) =>
        writeFileSync(
          join(f, 'manifest.json'),
          JSON.stringify({ version: 1, topic: 'topic', files: [{ path: '../../x', size: 0, sha256: '0'.repeat(64) }] }),
        ),
      /must lead to a file of the folder/,
    ],
    ['a manifest that is missing', (f) => rmSync(join(f, 'manifest.json')), /manifest\.json is missing/],
    ['a sum that is missing', (f) => rmSync(join(f, 'manifest.sha256')), /manifest\.sha256 is missing/],
  ])('finds %s', async (_what, change, message) => {
    using folder = createFolder();
    const { folder: recording } = await recordIn(folder.path, 'echo kept');
    expect(await runHere(['evidence', 'verify'], { cwd: folder.path })).toMatchObject({
      code: 0,
      stdout: '1 recording, 3 files: all as recorded; not compared with a ledger\n',
    });
    change(recording);
    const { code, stdout, stderr } = await runHere(['evidence', 'verify'], { cwd: folder.path });
    expect([code, stdout]).toEqual([1, expect.stringMatching(message)]);
    expect(stderr).toMatch(/not as recorded/);
    const json = await runHere(['evidence', 'verify', recording, '--json'], { cwd: folder.path });
    expect(json.code).toBe(1);
    expect(JSON.parse(json.stdout).problems.length).toBeGreaterThan(0);
  });

  it('says that there is nothing', async () => {
    using folder = createFolder();
    expect(await runHere(['evidence', 'verify'], { cwd: folder.path })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('nothing was recorded there'),
    });
    expect(await runHere(['evidence', 'verify', '.'], { cwd: folder.path })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('has no recording'),
    });
  });
});
