/** A machine whose own Node is too old: the checkout brings another, or a sentence says what to do. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { createFolder, runProcess } from '../support/command.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PACKAGE = `${process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'}-${process.platform}-${process.arch}`;

const folder = createFolder();
afterAll(() => folder[Symbol.dispose]());

/** What makes this Node say that it is an older one, as `NODE_OPTIONS`. */
const pretend = join(folder.path, 'pretend.cjs');
writeFileSync(
  pretend,
  "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.19.0' } });\n",
);
const env = { NODE_OPTIONS: `--require ${pretend}` };

/** A checkout of which nothing is installed yet. */
function createCheckout(name: string): string {
  const path = join(folder.path, name);
  mkdirSync(join(path, 'node_modules'), { recursive: true });
  cpSync(join(ROOT, '.ci', 'node'), join(path, '.ci', 'node'), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(path, 'package.json'));
  return path;
}

const use = (checkout: string) =>
  promisify(execFile)(process.execPath, [join(checkout, '.ci', 'node', 'use.cjs')], { env });

const needed = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).engines.node.replace('>=', '') as string;

describe('on a Node that is too old', () => {
  it('the gateway says which one it needs, and no stack', async () => {
    const { code, stdout, stderr } = await runProcess(['start'], { cwd: folder.path, env });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^Tripoint needs Node \S+ or newer, and this is Node 20\.19\.0\. In a checkout, [^\n]+\n$/);
    expect(stderr).toContain(`Node ${needed} or newer`);
  });

  it('a script says the same where no other Node was installed', async () => {
    const said = expect.stringContaining(`Tripoint needs Node ${needed} or newer, and this is Node 20.19.0.`);
    await expect(use(createCheckout('bare'))).rejects.toMatchObject({ code: 1, stderr: said });
  });

  it.skipIf(process.platform === 'win32')('scripts run on the one that was installed', async () => {
    const checkout = createCheckout('installed');
    const bin = join(checkout, 'node_modules', PACKAGE, 'bin');
    mkdirSync(bin, { recursive: true });
    symlinkSync(process.execPath, join(bin, 'node'));
    await use(checkout);
    await use(checkout);
    const { stdout } = await promisify(execFile)(join(checkout, 'node_modules', '.bin', 'node'), ['--version']);
    expect(stdout.trim()).toBe(process.version);
  });

  it('each package that brings one is in the lock file, with what it must hash to', () => {
    const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
    const { optionalDependencies } = JSON.parse(readFileSync(join(ROOT, '.ci', 'node', '24', 'package.json'), 'utf8'));
    for (const [name, version] of Object.entries(optionalDependencies))
      expect(packages[`node_modules/${name}`]).toMatchObject({
        version,
        integrity: expect.any(String),
        optional: true,
      });
  });
});
