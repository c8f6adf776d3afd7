/** `tripoint evidence run` as a process: signals reach the command, and so do its own options. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createFolder, runProcess, startProcess } from '../support/command.ts';

const ROOT = 'web/docs/evidence';
const NODE = process.execPath;

/** The folders of recordings below one that a command was started in. */
function recordingsIn(cwd: string): string[] {
  const root = join(cwd, ROOT);
  return readdirSync(root).flatMap((stamp) => readdirSync(join(root, stamp)).map((name) => join(root, stamp, name)));
}

const facts = (folder: string) => JSON.parse(readFileSync(join(folder, 'logs/run.json'), 'utf8'));

it('passes a signal on, and says that it ended the command', async () => {
  using folder = createFolder();
  const script = `process.on('SIGTERM', () => { console.log('told'); process.exit(5); }); console.log('up'); setInterval(() => {}, 1000);`;
  await using running = startProcess(['evidence', 'run', 'signals', '--', NODE, '-e', script], { cwd: folder.path });
  await running.untilPrinted('up');
  running.child.kill('SIGTERM');
  expect(await running.ended).toMatchObject({ code: 5, stdout: 'up\ntold\n' });
  await using other = startProcess(
    ['evidence', 'run', 'killed', '--', NODE, '-e', `console.log('up'); setInterval(() => {}, 1000);`],
    { cwd: folder.path },
  );
  await other.untilPrinted('up');
  other.child.kill('SIGHUP');
  expect(await other.ended).toMatchObject({ code: 129 });
  const [killed = ''] = recordingsIn(folder.path).filter((each) => each.endsWith('killed'));
  expect(facts(killed)).toMatchObject({ exitCode: 129, signal: 'SIGHUP' });
});

it('passes --help on to the command, and takes its own before it', async () => {
  using folder = createFolder();
  const { code, stdout } = await runProcess(['evidence', 'run', 'help', '--', NODE, '--help'], { cwd: folder.path });
  expect([code, stdout]).toEqual([0, expect.stringContaining('Usage: node')]);
});
