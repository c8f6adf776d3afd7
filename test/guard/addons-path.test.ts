/** Odoo's addons path is said in one order everywhere: each place that says another is found. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyTree, type GuardedTree } from '../support/guarded.ts';

const RULE = 'code/addons-path';
let tree: GuardedTree;

beforeAll(() => {
  tree = copyTree(['package.json'], { 'ssot/guard-exceptions.yaml': 'exceptions: []\n' });
});
afterAll(() => tree[Symbol.dispose]());

const found = async (changes: Record<string, string>) =>
  (await tree.find(changes, { parts: ['code'] }))
    .filter(({ rule }) => rule === RULE)
    .map(({ file, line }) => `${file}:${line}`);

const settled = 'stages: { addonsPath: [/mnt/oca, /mnt/own] }\n';
const SAYS = (folders: string): Readonly<Record<string, string>> => ({
  'compose.yaml': `services:\n  odoo:\n    image: odoo:19\n    command: ["odoo", "--addons-path", "${folders}"]\n`,
  '.devcontainer/devcontainer.json': `{\n  "containerEnv": { "ADDONS_PATH": "${folders}" }\n}\n`,
  'deploy/odoo.conf': `[options]\naddons_path = ${folders.replace(',', ', ')}/\n`,
  'builds/manifest.json': `{\n  "addonsPath": [\n    ${folders
    .split(',')
    .map((folder) => `"${folder}"`)
    .join(',\n    ')}\n  ]\n}\n`,
  'docs/odoo.md': `# Odoo\n\n    odoo --addons-path=${folders}\n`,
  'Dockerfile.odoo': `FROM odoo:19\nENV ADDONS_PATH=${folders}\n`,
});

it('says nothing of places that agree, whatever their form', async () => {
  expect(await found({ ...SAYS('/mnt/oca,/mnt/own'), 'ssot/environments.yaml': settled })).toEqual([]);
});

describe('another order', () => {
  const LINES: Readonly<Record<string, number>> = { 'compose.yaml': 4, 'docs/odoo.md': 3 };
  it.each(Object.keys(SAYS('')))('is found in %s', async (file) => {
    const other = { [file]: String(SAYS('/mnt/own,/mnt/oca')[file]) };
    const changes = { ...SAYS('/mnt/oca,/mnt/own'), 'ssot/environments.yaml': settled, ...other };
    expect(await found(changes)).toEqual([`${file}:${LINES[file] ?? 2}`]);
  });

  it('is found where nothing is settled, beside the first place', async () => {
    const { 'compose.yaml': compose = '' } = SAYS('/mnt/oca,/mnt/own');
    const { 'deploy/odoo.conf': conf = '' } = SAYS('/mnt/own,/mnt/oca');
    const settings = 'stages: { addonsPath: [] }\n';
    expect(
      await found({ 'compose.yaml': compose, 'deploy/odoo.conf': conf, 'ssot/environments.yaml': settings }),
    ).toEqual(['deploy/odoo.conf:2']);
  });
});

it('passes over what only names the option, and what tests say', async () => {
  const changes = {
    'docs/odoo.md': 'By `--addons-path`, or `--addons-path=<folders>`, or `$ADDONS_PATH`.\n',
    'test/fixtures/odoo.conf': '[options]\naddons_path = /elsewhere\n',
    'ssot/environments.yaml': settled,
  };
  expect(await found(changes)).toEqual([]);
});
