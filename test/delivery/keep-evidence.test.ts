/** Commands that keep evidence of themselves where EVIDENCE_FOLDER says where, and leave nothing where it does not. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createFolder, runHere } from '../support/command.ts';

/** The only recording below a folder. */
function recordingIn(folder: string): {
  path: string;
  topic: string;
  run: Record<string, unknown>;
  stdout: string;
  stderr: string;
} {
  const [stamp = ''] = readdirSync(folder);
  const [topic = ''] = readdirSync(join(folder, stamp));
  const path = join(folder, stamp, topic);
  const read = (name: string) => readFileSync(join(path, 'logs', name), 'utf8');
  return { path, topic, run: JSON.parse(read('run.json')), stdout: read('stdout.txt'), stderr: read('stderr.txt') };
}

it('keeps what a command printed and how it ended, without secrets, as it verifies later', async () => {
  using folder = createFolder();
  const env = {
    ...{ EVIDENCE_FOLDER: 'kept', ODOO_STAGE: 'development', ODOO_URL: 'http://127.0.0.1:1', ODOO_DB: 'odoo' },
    ...{ ODOO_API_KEY: 'the-key-of-all', SUPABASE_JWT_SECRET: 'a-secret-that-is-long-enough-to-be-one' },
  };
  const ended = await runHere(['stage', 'verify'], { cwd: folder.path, env });
  const { topic, run, stdout, stderr } = recordingIn(join(folder.path, 'kept'));
  expect([topic, run.exitCode, ended.code]).toEqual(['stage-verify', 3, 3]);
  expect(run.command).toEqual(['tripoint', 'stage', 'verify']);
  expect([stdout, stderr]).toEqual([ended.stdout, expect.stringContaining('the proof is not whole')]);
  expect(JSON.stringify(run)).not.toContain('the-key-of-all');
  const verified = await runHere(['evidence', 'verify', 'kept'], { cwd: folder.path });
  expect(verified).toMatchObject({ code: 0, stdout: expect.stringContaining('1 recording, 3 files: all as recorded') });
});

it.each([
  [['migrate', '--wait', 'x'], 'migrate'],
  [['retention', 'apply'], 'retention-apply'],
  [['retention', 'verify', '--jso'], 'retention-verify'],
  [['build', 'manifest', '--image-digest', 'x'], 'build-manifest'],
  [['build', 'verify'], 'build-verify'],
])('keeps %j too, also where it fails', async (args, topic) => {
  using folder = createFolder();
  const { code, stderr } = await runHere(args, { cwd: folder.path, env: { EVIDENCE_FOLDER: 'kept' } });
  const recording = recordingIn(join(folder.path, 'kept'));
  expect([recording.topic, recording.run.exitCode]).toEqual([topic, code]);
  expect(code).toBeGreaterThan(0);
  expect(stderr).toContain(recording.stderr.trim().replace(/^tripoint \S+: /, ''));
});

it.each([
  [['migrate', '--mirror', '--seed'], { EVIDENCE_FOLDER: 'kept' }],
  [['retention', 'nothing'], { EVIDENCE_FOLDER: 'kept' }],
  [['doctor'], { EVIDENCE_FOLDER: 'kept' }],
  [['build', 'verify'], {}],
])('leaves nothing of %j with %j', async (args, env) => {
  using folder = createFolder();
  await runHere(args, { cwd: folder.path, env });
  expect(existsSync(join(folder.path, 'kept'))).toBe(false);
});
