/** The alert rules and the configuration, by Prometheus' own tool. */
import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { DEPLOY, run } from './programs.ts';

/** What promtool said. @throws AssertionError where it found something. */
export async function checkPrometheus(): Promise<string> {
  const folder = join(DEPLOY, 'prometheus');
  const told: string[] = [];
  for (const args of [
    ['check', 'rules', 'tripoint.rules.yaml'],
    ['test', 'rules', 'tripoint.rules.test.yaml'],
    ['check', 'config', 'prometheus.yaml'],
  ]) {
    const { code, stdout, stderr } = await run('promtool', args, folder);
    assert.equal(code, 0, `promtool ${args.join(' ')}: ${stdout}${stderr}`);
    told.push(`${args.join(' ')}: ${/SUCCESS.*/.exec(stdout)?.[0].trim()}`);
  }
  return told.join('; ');
}
