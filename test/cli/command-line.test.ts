/** What the command line understands, what it prints, and how it ends: 0 done, 1 failed, 2 not understood. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { createFolder, type Outcome, runHere, runProcess } from '../support/command.ts';

const folder = createFolder();
const cwd = folder.path;
const SECRET = 'a-secret-of-this-test-that-is-long-enough-for-it';

afterAll(() => folder[Symbol.dispose]());

const run = (args: readonly string[], env: Record<string, string> = {}): Promise<Outcome> =>
  runHere(args, { cwd, env });

describe('help', () => {
  it.each([[[]], [['--help']], [['-h']], [['help']]])('tripoint %j lists the commands', async (args) => {
    const { code, stdout, stderr } = await run(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const name of ['start', 'migrate', 'token', 'schema']) expect(stdout).toMatch(new RegExp(`^ +${name} `, 'm'));
  });

  it.each([
    ['start', ['--fresh']],
    ['migrate', ['--seed']],
    ['token', ['--user', '--service', '--agent', '--expires-in', '--key', '--kid']],
    ['schema', []],
    ['consumers', ['--update', '--consumer', '--url', '--tokens', '--shape', '--flows', '--breaks', '--release']],
  ])('tripoint %s --help names every option and does nothing', async (name, options) => {
    for (const flag of ['--help', '-h']) {
      const { code, stdout, stderr } = await run([name, flag]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      for (const option of [`tripoint ${name}`, '--help', ...options]) expect(stdout).toContain(option);
    }
    expect(existsSync(join(cwd, '.tripoint'))).toBe(false);
  });

  it.each(['--version', '-v', 'version'])('tripoint %s prints the version alone', async (name) => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await run([name])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('takes a command by the name that it had before', async () => {
    expect(await run(['contract', '--help'])).toEqual(await run(['consumers', '--help']));
  });
});

const UUID = '00000000-0000-4000-8000-000000000000';

describe('what is not understood ends with 2, says so on standard error, and prints nothing', () => {
  it.each<[string[], RegExp]>([
    [['strat'], /there is no command "strat": did you mean start\?[\s\S]*start the gateway/],
    [['something'], /there is no command "something"\n/],
    [['constructor'], /there is no command "constructor"/],
    [['start', '--frseh'], /--frseh'?.* Did you mean --fresh\?/],
    [['start', '--x'], /Unknown option '--x'(?!.*mean)/],
    [['start', 'now'], /now/],
    [['migrate', '--seeds'], /--seeds/],
    [['schema', '--json'], /--json/],
    [['token'], /one of --user, --service, --agent/],
    [['token', '--user', 'ana', '--service'], /one of --user, --service, --agent/],
    [['token', '--service', '--agent', 'sync-odoo-agent'], /one of --user, --service, --agent/],
    [['token', '--user'], /--user/],
    [['token', 'ana'], /ana/],
    [['token', '--agent', 'sync-oddo-agent'], /Did you mean sync-odoo-agent\?/],
    [['retention', 'aply'], /there is no "retention aply": did you mean apply\?/],
    [['odoo', 'chek'], /there is no "odoo chek": did you mean check\?/],
    [['odoo'], /say what to do/],
    [['env', 'opne'], /there is no "env opne": did you mean open\?/],
    [['deploy', 'rolback'], /there is no "deploy rolback": did you mean rollback\?/],
    [['stage', 'verfy'], /there is no "stage verfy": did you mean verify\?/],
    [['env', 'open'], /say of which repository: --repository/],
    [['env', 'close', '--repository', 'a/b', '--number', '99999999999'], /--number is the number/],
    [['env', 'open', '--repository', 'a/b', '--number', '1', '--sha', 'a'.repeat(40)], /say from which branch/],
    [['env', 'open', '--repository', 'a/b', '--number', '1', '--branch', 'x', '--sha', 'abc'], /--sha is the commit/],
    [['stage', 'verify', '--project', 'shop'], /--project is a uuid, and "shop" is none/],
    [['stage', 'verify', '--project', UUID, '--environment', 'staging'], /did you mean STAGING\?/],
    [['deploy', 'check', '--deployment', '7'], /--deployment is a uuid, and "7" is none/],
    [
      ['deploy', 'rollback', '--deployment', UUID, '--reason', 'x', '--emergency', '7', '--', 'true'],
      /--emergency is a uuid/,
    ],
    [
      ['deploy', 'run', '--build', 'x', '--environment', 'PROD', '--', 'true'],
      /--environment is DEV, STAGING or PRODUCTION/,
    ],
    [['evidence', 'run', 'Release 42', '--', 'true'], /"Release 42" is no name/],
    [['token', '--agent', 'evil-agent'], /no agent "evil-agent": it has sync-odoo-agent/],
    [['token', '--agent', 'sync-odoo-agent', '--act', 'ana'], /does not let sync-odoo-agent act for a user/],
    [['token', '--user', 'ana', '--act', 'ben'], /--act goes with --agent/],
    [['token', '--user', 'ana', '--expires-in', '0'], /--expires-in/],
    [['token', '--user', 'ana', '--expires-in', '1h'], /--expires-in/],
    [['token', '--user', 'ana', '--expires-in', '99999999999'], /--expires-in/],
  ])('tripoint %j', async (args, problem) => {
    const { code, stdout, stderr } = await run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(problem);
    expect(stderr).not.toMatch(/^ +at /m);
  });
});

describe('tripoint token', () => {
  const env = { SUPABASE_JWT_SECRET: SECRET };

  it.each([
    ['--user ana', { role: 'authenticated', sub: DEMO_USERS.ana, aud: 'authenticated' }],
    ['--user D0D00000-0000-4000-8000-000000000004', { role: 'authenticated' }],
    ['--service', { role: 'service_role' }],
    [
      '--agent sync-odoo-agent',
      { role: 'agent_sync_odoo_agent', aud: 'authenticated', app_metadata: { agent: 'sync-odoo-agent' } },
    ],
    [
      '--agent workspace-ask-docs --act ana',
      { role: 'agent_workspace_ask_docs', aud: 'authenticated', act: { sub: DEMO_USERS.ana } },
    ],
  ])('%s prints one JWT and nothing else', async (options, claims) => {
    const { code, stdout, stderr } = await run(['token', ...options.split(' ')], env);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const payload = decodeJwt(stdout.trim());
    expect(payload).toMatchObject({ iss: 'supabase', ...claims });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3_600);
    expect(decodeProtectedHeader(stdout.trim())).toMatchObject({ alg: 'HS256' });
  });

  it('as a process prints the JWT on standard output, and opens no database', async () => {
    const more = {
      DATABASE_URL: 'postgres://gateway@127.0.0.1:1/x',
      ODOO_STAGE: 'staging',
      ODOO_URL: 'http://127.0.0.1:1',
    };
    const surroundings = { cwd, env: { ...env, ...more, ODOO_DB: 'x', ODOO_API_KEY: 'x' } };
    const { code, stdout, stderr } = await runProcess(['token', '--user', 'ana', '--expires-in', '60'], surroundings);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(existsSync(join(cwd, '.tripoint', 'database'))).toBe(false);
  });

  it('embedded signs with a secret of its own, kept for this user alone', async () => {
    using fresh = createFolder();
    const sign = async () => (await runHere(['token', '--service'], { cwd: fresh.path })).stdout;
    expect(decodeJwt(await sign()).role).toBe('service_role');
    const secret = readFileSync(join(fresh.path, '.tripoint', 'secret'), 'utf8');
    expect(secret.length).toBeGreaterThanOrEqual(32);
    await sign();
    expect(readFileSync(join(fresh.path, '.tripoint', 'secret'), 'utf8')).toBe(secret);
    using other = createFolder();
    await runHere(['token', '--service'], { cwd: other.path });
    expect(readFileSync(join(other.path, '.tripoint', 'secret'), 'utf8')).not.toBe(secret);
  });

  it.each([
    ['DATABASE_URL', { DATABASE_URL: 'postgres://gateway@db/x' }],
    ['ODOO_URL', { ODOO_URL: 'http://odoo', ODOO_DB: 'x', ODOO_API_KEY: 'x' }],
  ])('has no built-in secret once %s is set', async (_name, given) => {
    const signed = await run(['token', '--service'], {
      ...given,
      ODOO_STAGE: 'development',
      SUPABASE_URL: 'https://x.supabase.co',
    });
    expect(signed).toMatchObject({ code: 2, stdout: '' });
    expect(signed.stderr).toContain('SUPABASE_JWT_SECRET is not set');
    const bare = await run(['token', '--service'], { ...given, ODOO_STAGE: 'development' });
    expect(bare).toMatchObject({ code: 1, stdout: '' });
    expect(bare.stderr).toMatch(/SUPABASE_JWT_SECRET is not set/);
  });

  it('refuses a user that is neither a demo name nor a uuid', async () => {
    const { code, stdout, stderr } = await run(['token', '--user', 'anna'], env);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/"anna": use ana, ben, carla, or a uuid/);
  });
});

describe('tripoint schema', () => {
  it('prints what schema.graphql holds: after an edit of the SDL run `npm run schema`', async () => {
    const { code, stdout } = await run(['schema']);
    expect(code).toBe(0);
    expect(stdout).toBe(readFileSync(join(import.meta.dirname, '..', '..', 'schema.graphql'), 'utf8'));
  });
});

describe('the configuration', () => {
  const BAD = {
    PORT: 'forty-two-secret',
    LOG_LEVEL: 'loud-secret',
    ODOO_STAGE: 'prod-secret',
    DATABASE_URL: 'mysql://user:hunter2-secret@db/x',
    MIGRATIONS_DATABASE_URL: 'hunter3-secret',
    DATABASE_POOL_SIZE: '21',
    ODOO_URL: 'ftp://hunter4-secret',
    ODOO_PROTOCOL: 'soap-secret',
    ODOO_MAX_CONCURRENCY: '0',
    SUPABASE_URL: 'hunter5-secret',
    SUPABASE_JWT_SECRET: 'short-secret',
    SUPABASE_JWKS_URL: 'hunter6-secret',
  };

  it.each(['start', 'migrate'])('%s names every bad variable at once, and no value', async (command) => {
    const { code, stdout, stderr } = await run([command], BAD);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    for (const name of [...Object.keys(BAD), 'ODOO_API_KEY', 'ODOO_DB'])
      expect(stderr).toMatch(new RegExp(`^ +${name} `, 'm'));
    expect(stderr).not.toMatch(/secret\b|hunter|forty/);
    expect(existsSync(join(cwd, '.tripoint', 'database'))).toBe(false);
  });

  it.each(['staging', 'production'])('refuses the embedded systems in %s', async (stage) => {
    using fresh = createFolder();
    for (const command of ['start', 'migrate', 'token --service']) {
      const { code, stdout, stderr } = await runHere(command.split(' '), {
        cwd: fresh.path,
        env: { ODOO_STAGE: stage },
      });
      expect({ command, code, stdout }).toEqual({ command, code: 1, stdout: '' });
      expect(stderr).toMatch(
        new RegExp(`DATABASE_URL and ODOO_URL are not set: the embedded systems are refused in ${stage}`),
      );
    }
    expect(existsSync(join(fresh.path, '.tripoint', 'database'))).toBe(false);
    expect(existsSync(join(fresh.path, '.tripoint', 'secret'))).toBe(false);
  });

  it.each(['staging', 'production'])('wants both systems in %s, and keys to verify tokens with', async (stage) => {
    const { code, stderr } = await run(['start'], { ODOO_STAGE: stage, DATABASE_URL: 'postgres://gateway@db/x' });
    expect(code).toBe(1);
    expect(stderr).toContain('ODOO_URL is not set');
    expect(stderr).toMatch(/SUPABASE_URL, SUPABASE_JWKS_URL or SUPABASE_JWT_SECRET is not set/);
  });

  it('wants a stage once a system is named', async () => {
    const { code, stderr } = await run(['start'], {
      DATABASE_URL: 'postgres://gateway@db/x',
      SUPABASE_JWT_SECRET: SECRET,
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^ +ODOO_STAGE is not set$/m);
  });

  it('counts an empty variable as absent', async () => {
    const { code, stderr } = await run(['token', '--service'], {
      SUPABASE_JWT_SECRET: SECRET,
      PORT: '',
      DATABASE_URL: '',
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('as a process ends with 1 and one message, without a stack', async () => {
    const { code, stdout, stderr } = await runProcess(['start'], { cwd, env: { PORT: 'x', ODOO_STAGE: 'y' } });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^tripoint start: The configuration is not complete:\n {2}PORT .*\n {2}ODOO_STAGE .*\n$/);
  });
});

describe('tripoint migrate', () => {
  /** Nothing to verify tokens with: it verifies none. */
  const real = { DATABASE_URL: 'postgres://gateway@127.0.0.1:1/x' };

  it('names the variable of the owner where it is missing', async () => {
    const { code, stderr } = await run(['migrate'], { ...real, ODOO_STAGE: 'development' });
    expect(code).toBe(2);
    expect(stderr).toContain('MIGRATIONS_DATABASE_URL is not set');
  });

  it.each(['staging', 'production'])('refuses --seed in %s before it connects', async (stage) => {
    const env = { ...real, ODOO_STAGE: stage, ODOO_URL: 'http://127.0.0.1:1', ODOO_DB: 'x', ODOO_API_KEY: 'x' };
    const { code, stdout, stderr } = await run(['migrate', '--seed'], {
      ...env,
      MIGRATIONS_DATABASE_URL: 'postgres://owner:hunter2@127.0.0.1:1/x',
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('--seed is for development');
  });

  it('says that nothing answers there, and no password', async () => {
    const { code, stderr } = await run(['migrate'], {
      ...real,
      ODOO_STAGE: 'development',
      MIGRATIONS_DATABASE_URL: 'postgres://owner:hunter2@127.0.0.1:1/x',
    });
    expect(code).toBe(11);
    expect(stderr).toContain('nothing listens on 127.0.0.1:1');
    expect(stderr).not.toMatch(/hunter2|^ +at /m);
  });
});

it.each<[string, string[], RegExp]>([
  [
    'that is not there',
    ['build', 'verify', '--manifest', 'none.json'],
    /none\.json: there is no such file or folder\n$/,
  ],
  [
    'below a file',
    ['evidence', 'run', 'x', '--to', 'text/below', '--', 'true'],
    /text\/below.*: a part of that path is no folder\n$/,
  ],
  ['that is a folder', ['build', 'verify', '--manifest', '.'], /: that is a folder, and a file is wanted\n$/],
])('a file %s is said in words', async (_what, args, said) => {
  using folder = createFolder();
  writeFileSync(join(folder.path, 'text'), 'x');
  execFileSync('git', ['init', '--quiet'], { cwd: folder.path });
  const { code, stderr } = await runHere(args, { cwd: folder.path });
  expect([code, stderr]).toEqual([1, expect.stringMatching(said)]);
  expect(stderr).not.toMatch(/ENO|EIS/);
});

it.each<[string, string | null, RegExp]>([
  ['ENVIRONMENTS_FILE', null, /ENVIRONMENTS_FILE\.yaml: there is no such file or folder\n/],
  ['ENVIRONMENTS_FILE', 'a: [', /ENVIRONMENTS_FILE\.yaml is no YAML: Flow sequence/],
  ['ENVIRONMENTS_FILE', 'text', /ENVIRONMENTS_FILE\.yaml has no sections/],
  ['ENVIRONMENTS_FILE', 'pullRequest: {}', /ENVIRONMENTS_FILE\.yaml is not understood:\n.*pullRequest/],
  ['STAGES_FILE', 'version: 1', /STAGES_FILE\.yaml is not understood:\n.*\n.*production\n/],
  ['STAGES_FILE', ': :', /STAGES_FILE\.yaml is no YAML/],
  ['BRIDGE_FILE', 'watch: {res.user: {}}', /BRIDGE_FILE\.yaml is not understood/],
  ['DOCTRINE_FILE', null, /DOCTRINE_FILE\.yaml: there is no such file or folder\n/],
  ['DOCTRINE_FILE', 'a: [', /DOCTRINE_FILE\.yaml is not a doctrine:\n +line 1: Flow sequence/],
])(
  'a file of settings that cannot be used (%s, %j) is named with what is wrong, without a stack',
  async (name, text, said) => {
    using folder = createFolder();
    const file = join(folder.path, `${name}.yaml`);
    if (text !== null) writeFileSync(file, text);
    const env = { [name]: file };
    const { code, stdout } = await runHere(['doctor'], { cwd: folder.path, env });
    expect([code, stdout]).toEqual([1, expect.stringMatching(said)]);
    expect(stdout).not.toMatch(/^ +at /m);
    const line = { name: expect.stringMatching(/^settings\//), status: 'failed' };
    const json = await runHere(['doctor', '--json'], { cwd: folder.path, env });
    expect(JSON.parse(json.stdout)).toMatchObject({
      ok: false,
      checks: expect.arrayContaining([expect.objectContaining(line)]),
    });
    // The gateway itself does not start, and says why in the same words.
    if (name === 'DOCTRINE_FILE') {
      const started = await runHere(['start'], { cwd: folder.path, env });
      expect([started.code, started.stderr]).toEqual([1, expect.stringContaining(`${file}`)]);
      expect(started.stderr).not.toMatch(/^ +at /m);
    }
  },
);
