/** An installation of one's own: a model of Odoo exposed from a shell, and what its Odoo lacks. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStandInOdoo, type RunningStandIn } from '../../src/demo/odoo/stand-in.ts';
import { createFolder, type RunningCommand, runHere, startProcess } from '../support/command.ts';
import { pick } from '../support/gateway.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const RIGHTS = {
  absent: { 'res.partner': ['vat'], 'project.task': ['date_deadline'] },
  closed: { 'res.partner': ['email', 'child_ids'] },
  gone: ['uom.uom'],
};

describe('an installation', () => {
  const folder = createFolder();
  const root = folder.path;
  let standIn: RunningStandIn;
  let env: Record<string, string>;
  let running: RunningCommand;
  let url: string;

  /** As a person does it in the installation's folder. */
  const inShell = (line: string) =>
    promisify(execFile)('sh', ['-c', line], { cwd: root, env: { PATH: process.env.PATH, ...env } });

  beforeAll(async () => {
    for (const name of ['src', 'schema', 'ssot', 'migrations', 'package.json'])
      cpSync(join(ROOT, name), join(root, name), { recursive: true });
    mkdirSync(join(root, 'work'));
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
    standIn = await createStandInOdoo({ rights: RIGHTS }).listen();
    env = {
      PORT: '0',
      ODOO_STAGE: 'development',
      ODOO_URL: standIn.url,
      ODOO_DB: 'demo',
      ODOO_API_KEY: standIn.apiKey,
      ODOO_PROTOCOL: 'json2',
      SUPABASE_JWT_SECRET: 'a-secret-of-thirty-two-characters-or-more',
    };
  });

  afterAll(async () => {
    await running?.[Symbol.asyncDispose]();
    await standIn.close();
    folder[Symbol.dispose]();
  });

  it('has the SDL of a model written into its folder by a shell, and starts with it', async () => {
    const file = join(root, 'schema', 'odoo', 'job.graphql');
    await inShell(`${process.execPath} --import tsx src/main.ts odoo introspect hr.job > schema/odoo/job.graphql`);
    expect(readFileSync(file, 'utf8')).toContain('@odoo(model: "hr.job"');
    const doctrine = join(root, 'ssot', 'doctrine.yaml');
    const text = readFileSync(doctrine, 'utf8');
    writeFileSync(doctrine, text.replace('- res.partner\n', '- res.partner\n      - hr.job\n'));
    running = startProcess(['start'], { cwd: join(root, 'work'), env, main: join(root, 'src', 'main.ts') });
    const banner = await running.untilPrinted('Tripoint is up');
    url = /GraphQL (http:\S+)\/graphql/.exec(banner)?.[1] ?? '';
    const { stdout: token } = await runHere(['token', '--service'], { cwd: root, env });
    const list = /^ {2}(\w+): \w+Connection/m.exec(readFileSync(file, 'utf8').split('extend type Query')[1] ?? '')?.[1];
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token.trim()}` },
      body: JSON.stringify({ query: `{ ${list}(first: 1) { nodes { id name } } }` }),
    });
    const body: unknown = await answer.json();
    expect(pick(body, 'errors')).toBeUndefined();
    expect(pick(body, `data.${list}.nodes`)).toEqual([{ id: expect.any(String), name: expect.any(String) }]);
  });

  const absent = ['Partner.vat', 'Task.dateDeadline', 'Unit'];
  const closed = ['Partner.contacts', 'Partner.email'];

  it('names in /readyz what its Odoo lacks, and what the reader may not see', async () => {
    const read = async () => (await fetch(`${url}/readyz`)).json() as Promise<Record<string, unknown>>;
    await expect.poll(read, { timeout: 10_000, interval: 1_100 }).toHaveProperty('odoo');
    const { odoo, ready } = (await read()) as { odoo: { absent: string[]; closed: string[] }; ready: boolean };
    expect({ ready, absent: odoo.absent.toSorted(), closed: odoo.closed.toSorted() }).toEqual({
      ready: true,
      absent,
      closed,
    });
  });

  it('says the same after its start', async () => {
    running.child.kill('SIGTERM');
    const { code, stderr } = await running.ended;
    expect(code).toBe(0);
    const said = stderr.split('\n').find((line) => line.includes('This Odoo does not have'));
    for (const name of absent) expect(said).toContain(name);
    const shut = stderr.split('\n').find((line) => line.includes('may not read'));
    for (const name of closed) expect(shut).toContain(name);
  });

  it('is told the same by `tripoint odoo check`, with file and line', async () => {
    const { code, stdout } = await runHere(['odoo', 'check'], { cwd: root, env });
    expect(code).toBe(1);
    const lines = stdout.split('\n').filter((line) => line.startsWith('schema/odoo/'));
    for (const name of absent)
      expect(lines).toContainEqual(
        expect.stringMatching(new RegExp(`^schema/odoo/[\\w-]+\\.graphql:\\d+ .*\\b${name}\\b`)),
      );
  });
});
