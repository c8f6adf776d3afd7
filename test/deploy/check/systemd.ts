/** The units, by systemd's own tools: every key is known, every program is there, and little is left that they may do. */
import { strict as assert } from 'node:assert';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { DEPLOY, run } from './programs.ts';

/** Of 10, as `systemd-analyze security` counts; a service without any of it has 9.6. */
const MAX_EXPOSURE = 2;

/** What the tools said. @throws AssertionError naming what is wrong. */
export async function checkUnits(): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'tripoint-units-'));
  try {
    const units = layOut(root);
    const verify = () => run('systemd-analyze', ['verify', '--man=no', `--root=${root}`, ...units]);
    const found = await verify();
    assert.deepEqual({ code: found.code, stderr: found.stderr }, { code: 0, stderr: '' });
    const exposures: number[] = [];
    for (const unit of units.filter((name) => name.endsWith('.service'))) {
      const { stdout } = await run('systemd-analyze', [
        'security',
        '--offline=true',
        `--root=${root}`,
        '--no-pager',
        unit,
      ]);
      const exposure = Number(/Overall exposure level for \S+: ([\d.]+)/.exec(stdout)?.[1]);
      assert.ok(exposure < MAX_EXPOSURE, `${unit} is exposed by ${exposure}: ${stdout}`);
      exposures.push(exposure);
    }
    // That the tool would have told.
    const common = join(root, 'etc/systemd/system/tripoint-.service.d/common.conf');
    writeFileSync(common, readFileSync(common, 'utf8').replace('ProtectHome=', 'ProtectHomes='));
    assert.match((await verify()).stderr, /Unknown key 'ProtectHomes'/);
    return `${units.length} units verified, exposure at most ${Math.max(...exposures)} of 10; nobody has started them here`;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** A machine's folders with what the units name. @returns The units' names, templates with an instance. */
function layOut(root: string): string[] {
  const at = (...path: readonly string[]) => join(root, ...path);
  for (const folder of ['usr/bin', 'opt/tripoint/dist', 'etc/tripoint', 'usr/lib/systemd'])
    mkdirSync(at(folder), { recursive: true });
  cpSync('/usr/lib/systemd/system', at('usr/lib/systemd/system'), { recursive: true, verbatimSymlinks: true });
  cpSync(join(DEPLOY, 'systemd'), at('etc/systemd/system'), { recursive: true });
  copyFileSync(process.execPath, at('usr/bin/node'));
  return readdirSync(join(DEPLOY, 'systemd'))
    .filter((name) => /\.(service|timer)$/.test(name))
    .map((name) => name.replace('gateway@.', 'gateway@4001.').replace('worker@.', 'worker@odoo-bridge.'));
}
