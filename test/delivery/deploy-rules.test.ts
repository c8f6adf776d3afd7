/** `ssot/environments.yaml` and the database: one set of rules, and the command line before it asks any system. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEnvironments } from '../../src/delivery/environments.ts';
import { environmentOf } from '../../src/delivery/promotion/rules.ts';
import { packagePaths } from '../../src/paths.ts';
import { createFolder, runHere } from '../support/command.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';

const { promotion } = readEnvironments(packagePaths().environments);
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await createTestGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

it('the database holds the rules of the file', async () => {
  const [row] = await gateway.owner((client) => client.query('select ops.promotion_rules() as rules'));
  expect(row?.rules).toEqual(promotion);
});

const BRANCHES = [
  'main',
  'production',
  'feature/x',
  'feature/',
  'feature/a/b',
  'fix/1',
  'Main',
  'mainly',
  'features/x',
  '',
];

it.each(BRANCHES)('both say the same of the branch "%s"', async (branch) => {
  const [row] = await gateway.owner((client) =>
    client.query('select ops.branch_environment($1) as environment', [branch]),
  );
  expect(row?.environment).toBe(environmentOf(promotion, branch));
});

it('a file that says something else than the rules is refused with what is wrong', () => {
  using folder = createFolder();
  const file = join(folder.path, 'environments.yaml');
  writeFileSync(
    file,
    'version: 1\npromotion: { branches: [], emergency: { branches: ["*"], approvers: 1, hours: 48 } }\n',
  );
  expect(() => readEnvironments(file)).toThrow(/branches[\s\S]*approvers[\s\S]*hours/);
});

describe('tripoint deploy', () => {
  const run = (args: readonly string[], env = {}) =>
    runHere(['deploy', ...args], { cwd: '/', env: { STAGING_URL: 'postgres://reader@127.0.0.1:1/none', ...env } });
  const LOOK = ['--health-url', 'http://127.0.0.1:1/', '--health-database', 'STAGING_URL', '--wait', '0'];

  it.each<[string, string[], RegExp]>([
    ['no action', [], /say what to do/],
    ['an unknown action', ['up'], /no "deploy up"/],
    ['no command', ['run', '--build', 'x', ...LOOK], /say which command deploys/],
    ['no build', ['run', ...LOOK, '--', 'true'], /--build/],
    ['nothing to ask over HTTP', ['run', '--build', 'x', '--', 'true'], /--health-url/],
    ['no database to ask', ['run', '--build', 'x', '--health-url', 'http://a.test', '--', 'true'], /--health-database/],
    ['a variable that is not set', ['check', ...LOOK.slice(0, 3), 'NOWHERE'], /NOWHERE is not set/],
    ['a URL that is none', ['check', '--health-url', 'a.test', ...LOOK.slice(2)], /"a.test" is no URL/],
    [
      'a password',
      ['check', '--health-url', ['http://a', 'b@a.test'].join(':'), ...LOOK.slice(2)],
      /needs no password/,
    ],
    ['a module that is none', ['check', ...LOOK, '--module', 'a b'], /neither a module/],
    ['a module without an Odoo', ['check', ...LOOK, '--module', 'sale=1'], /needs an Odoo/],
    ['no reason', ['rollback', '--deployment', 'x', ...LOOK, '--', 'true'], /--reason/],
    ['no ledger', ['run', '--build', 'x', ...LOOK, '--', 'true'], /DATABASE_URL is not set/],
  ])('does not understand %s', async (_what, args, problem) => {
    const { code, stderr } = await run(args);
    expect(stderr).toMatch(problem);
    expect(code).toBe(2);
  });

  it('check says which check failed, and nothing of what the URL holds beside its path', async () => {
    const url = 'http://127.0.0.1:1/health?token=hidden';
    const { code, stdout } = await run(['check', '--health-url', url, ...LOOK.slice(2)]);
    expect(stdout).toMatch(/^FAILED {2}HTTP {2}http:\/\/127\.0\.0\.1:1\/health {2}\d+ ms {2}\S/m);
    expect(stdout).toMatch(/^FAILED {2}DATABASE {2}STAGING_URL {2}\d+ ms {2}STAGING_URL: /m);
    expect(stdout).not.toContain('hidden');
    expect(code).toBe(1);
  });
});
