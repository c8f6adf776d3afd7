/** The scripts of `deploy/compose`, as its services run them: with keys that change, and with starts that are ended. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withOwner } from '../../src/postgres/owner.ts';
import { createCluster, findPostgresPrograms } from '../support/cluster.ts';
import { createFolder } from '../support/command.ts';
import { isRealStack } from '../support/stack.ts';

const SCRIPTS = join(import.meta.dirname, '../../deploy/compose');
const programs = findPostgresPrograms();

interface Script {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  printed(): string;
}

/** A script in a process group of its own. */
function start(name: string, args: readonly string[], env: Readonly<Record<string, string>>): Script {
  const { PATH = '' } = process.env;
  const child = spawn('sh', [join(SCRIPTS, name), ...args], { env: { PATH, ...env }, detached: true });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  return {
    child,
    ended: new Promise((resolve) => child.once('close', (code) => resolve(code))),
    printed: () => printed,
  };
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('it did not come to that');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('the scripts of compose', () => {
  let folder: ReturnType<typeof createFolder>;
  const running: Script[] = [];
  const at = (...path: readonly string[]) => join(folder.path, ...path);
  const read = (name: string) => (existsSync(at(name)) ? readFileSync(at(name), 'utf8') : '');
  const run = (...given: Parameters<typeof start>) => {
    const script = start(...given);
    running.push(script);
    return script;
  };
  /** `odoo`, as the scripts find it. */
  const putOdoo = (text: string) => {
    mkdirSync(at('bin'), { recursive: true });
    writeFileSync(at('bin', 'odoo'), `#!/bin/sh\n${text}\n`);
    chmodSync(at('bin', 'odoo'), 0o755);
  };
  const withOdoo = {
    get PATH() {
      return `${at('bin')}:${process.env.PATH}`;
    },
  };

  beforeEach(() => {
    folder = createFolder();
  });

  afterEach(async () => {
    for (const { child, ended } of running.splice(0)) {
      if (child.pid && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL');
      await ended;
    }
    folder[Symbol.dispose]();
  });

  const GATEWAY = `echo "began with $ODOO_API_KEY" >>log
trap 'echo ended >>log; exit 0' TERM
while :; do sleep 0.05; done`;
  const startGateway = () => {
    writeFileSync(at('gateway.sh'), `cd ${folder.path}\n${GATEWAY}`);
    return run('with-odoo-key.sh', [at('reader.env'), 'sh', at('gateway.sh')], { CHECK_SECONDS: '0.1' });
  };

  it('start a gateway again with a new key, once the one before has ended, and end with it', async () => {
    writeFileSync(at('reader.env'), 'ODOO_API_KEY=a1\n');
    const { child, ended } = startGateway();
    await until(() => read('log') === 'began with a1\n');
    writeFileSync(at('reader.env'), 'ODOO_API_KEY=b2\n');
    await until(() => read('log') === 'began with a1\nended\nbegan with b2\n');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(read('log')).toBe('began with a1\nended\nbegan with b2\nended\n');
  });

  it('end with the code of a gateway that ends by itself', async () => {
    writeFileSync(at('reader.env'), 'ODOO_API_KEY=a1\n');
    const { ended } = run('with-odoo-key.sh', [at('reader.env'), 'sh', '-c', 'exit 7'], { CHECK_SECONDS: '0.1' });
    expect(await ended).toBe(7);
  });

  it('make new keys when theirs are old, and keep them while Odoo makes none', async () => {
    mkdirSync(at('keys'));
    const keysOf = (count: string) => [read('keys/reader.env'), read('keys/writer.env'), count];
    putOdoo(`cd ${folder.path}; cat >script; echo again >>count; n=$(wc -l <count); [ ! -e broken ] || exit 1
echo "2026 INFO KEY ODOO_API_KEY=a$n"; echo "KEY ODOO_WRITER_API_KEY=b$n"; echo "KEY ODOO_ADMIN_API_KEY=c$n"`);
    writeFileSync(at('keys.py'), 'the script');
    const { child, ended, printed } = run('odoo-keys.sh', [], {
      ...{ PATH: withOdoo.PATH, PGHOST: 'h', PGUSER: 'u', PGPASSWORD: 'p', CHECK_SECONDS: '0.1' },
      ...{ KEYS_FOLDER: at('keys'), KEYS_SCRIPT: at('keys.py'), RENEW_AFTER_DAYS: '30' },
    });
    const first = ['ODOO_API_KEY=a1\n', 'ODOO_API_KEY=a1\nODOO_WRITER_API_KEY=b1\n', 'again\n'];
    await until(() => read('keys/writer.env') !== '');
    expect(read('script')).toBe('the script');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(keysOf(read('count'))).toEqual(first);
    writeFileSync(at('broken'), '');
    const old = Date.now() / 1_000 - 31 * 86_400;
    utimesSync(at('keys/reader.env'), old, old);
    await until(() => printed().includes('Odoo made no keys: trying again'));
    expect(keysOf('')).toEqual([...first.slice(0, 2), '']);
    rmSync(at('broken'));
    await until(() => /^ODOO_API_KEY=a[2-9]\d*\n$/.test(read('keys/reader.env')));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  describe.runIf(isRealStack && programs !== null)('of the first start', () => {
    it('begin anew where they were ended, and leave a database alone that is whole', async () => {
      await using cluster = await createCluster(programs as string);
      const { port, username } = new URL(cluster.url('postgres'));
      const env = {
        ...{ PATH: `${at('bin')}:${programs}:${process.env.PATH}`, ODOO_FILES: at('files'), FOLDER: folder.path },
        ...{ PGHOST: '127.0.0.1', PGPORT: port, PGUSER: username, PGPASSWORD: 'none' },
      };
      const odoo = (sql: string) =>
        withOwner(cluster.url('odoo'), async (client) => (await client.query(sql))[0]?.n).catch(() => undefined);
      putOdoo(`echo "$@" >>$FOLDER/asked
psql -q -d odoo -c "create table ir_module_module (name text, state text); insert into ir_module_module values ('base', 'installed'), ('crm', 'to install')"
[ ! -e $FOLDER/slow ] || sleep 60
psql -q -d odoo -c "update ir_module_module set state = 'installed'"`);
      writeFileSync(at('slow'), '');
      mkdirSync(at('files'));
      const ended = run('odoo-init.sh', ['base,crm'], env);
      await until(async () => Number(await odoo('select count(*) as n from ir_module_module')) === 2);
      process.kill(-Number(ended.child.pid), 'SIGKILL');
      await ended.ended;

      rmSync(at('slow'));
      const again = run('odoo-init.sh', ['base,crm'], env);
      expect({ code: await again.ended, printed: again.printed() }).toMatchObject({ code: 0 });
      expect(again.printed()).toMatch(/beginning anew[\s\S]*the database of Odoo is made\n$/);
      expect(existsSync(at('files'))).toBe(false);

      await odoo(`insert into ir_module_module values ('ours', 'installed')`);
      const third = run('odoo-init.sh', ['base,crm'], env);
      expect({ code: await third.ended, printed: third.printed() }).toEqual({
        code: 0,
        printed: 'the database of Odoo is there\n',
      });
      expect(Number(await odoo('select count(*) as n from ir_module_module'))).toBe(3);
      expect(read('asked').trim().split('\n')).toHaveLength(2);
    });

    it('fail where Odoo ends well and has not installed what it was told', async () => {
      await using cluster = await createCluster(programs as string);
      const { port, username } = new URL(cluster.url('postgres'));
      const env = {
        ...{ PATH: `${at('bin')}:${programs}:${process.env.PATH}`, ODOO_FILES: at('files') },
        ...{ PGHOST: '127.0.0.1', PGPORT: port, PGUSER: username, PGPASSWORD: 'none' },
      };
      putOdoo(`psql -q -d odoo -c "create table ir_module_module (name text, state text)"`);
      const init = run('odoo-init.sh', ['base,no_such_module'], env);
      expect(await init.ended).toBe(1);
      expect(init.printed()).toContain('Odoo has not installed all of its modules');
    });
  });
});
