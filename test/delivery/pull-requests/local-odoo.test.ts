/** The driver for an Odoo on this machine, on the real one: what it copies, what it takes out of the copy, and what is left when it is destroyed. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDriver, type Driver } from '../../../src/delivery/pull-requests/driver.ts';
import { isRunning } from '../../../src/delivery/pull-requests/other-processes.ts';
import { driversShape } from '../../../src/delivery/pull-requests/settings.ts';
import { askDatabase, CHROOT, localOdooDriver, localOdooEnv, withDatabase } from '../../support/local-odoo.ts';
import { sha } from '../../support/pull-requests.ts';
import { isRealStack, stackVariable } from '../../support/stack.ts';

/** Of this process alone: other tests of the machine have the same numbers. */
const NAME = `pr-${process.pid}-driver-test`;
const DATA = `/var/lib/odoo/previews-${process.pid}`;
const signal = new AbortController().signal;
const wanted = (digit: string) => ({
  name: NAME,
  hostName: `${NAME}.localhost`,
  repository: 'acme/shop',
  number: process.pid,
  branch: 'driver/test',
  sha: sha(digit),
});

describe.runIf(isRealStack)('the driver for a local Odoo', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tripoint-local-'));
  const known = () => JSON.parse(readFileSync(join(folder, 'environments', NAME, 'environment.json'), 'utf8'));
  let driver: Driver;
  let entry: Awaited<ReturnType<typeof localOdooDriver>>;
  const env = isRealStack ? localOdooEnv() : {};
  beforeAll(async () => {
    entry = await localOdooDriver(folder, DATA);
    const { local } = driversShape.parse({ local: entry });
    driver = createDriver(local as NonNullable<typeof local>, { cwd: folder, env });
  });
  afterAll(async () => {
    await driver.destroy(NAME, signal);
    rmSync(folder, { recursive: true, force: true });
    rmSync(join(CHROOT, DATA), { recursive: true, force: true });
  });

  it('is killed in between and goes on, copies without ending a connection, and leaves no secret in the copy', async () => {
    const database = stackVariable('ODOO_DB');
    await withDatabase(database, async (held) => {
      const before = await held('select pg_backend_pid() as pid');
      const records = await recordsOf(database);
      await killHalfway(database);
      const made = await driver.create(wanted('a'), signal);
      expect(made).toEqual({
        url: `http://127.0.0.1:${known().port}`,
        database: NAME,
        gatewayDatabase: `${NAME}-gateway`,
      });
      expect((await fetch(`${made.url}/web/login`)).status).toBe(200);
      expect(await held('select pg_backend_pid() as pid')).toEqual(before);
      await expectCleansed(database, made.url);
      // Others write to the source meanwhile: the copy has what was there the whole time.
      const still = new Set(await recordsOf(database));
      const stayed = records.filter((record) => still.has(record));
      expect(stayed).not.toEqual([]);
      expect(await recordsOf(NAME)).toEqual(expect.arrayContaining(stayed));
      expect(await askDatabase(`${NAME}-gateway`, "select to_regclass('ops.runs') is not null as made")).toEqual([
        { made: true },
      ]);
    });
    await expectPassword();
    const { server: odoo } = known();
    // Done twice it is done once.
    await driver.create(wanted('a'), signal);
    expect(known().server).toEqual(odoo);
    expect(await driver.status(signal)).toEqual([{ name: NAME, running: true }]);
    process.kill(-odoo.pid, 'SIGKILL');
    while (isRunning(odoo)) await delay(50);
    expect(await driver.status(signal)).toEqual([{ name: NAME, running: false }]);
    await driver.create(wanted('a'), signal);
    const again = known().server;
    expect(isRunning(again)).toBe(true);
    await driver.destroy(NAME, signal);
    expect(isRunning(again)).toBe(false);
    expect(await askDatabase('postgres', `select datname from pg_database where datname like '${NAME}%'`)).toEqual([]);
    expect([readdirSync(join(folder, 'environments')), readdirSync(join(folder, 'ports'))]).toEqual([[], []]);
    expect(existsSync(join(CHROOT, DATA, NAME))).toBe(false);
    await driver.destroy(NAME, signal);
  }, 600_000);

  /** As a machine that loses its power: the driver, and the copy that it is filling. */
  async function killHalfway(database: string): Promise<void> {
    const [program = '', ...args] = [...entry.command, 'create'];
    const child = spawn(program, args, { cwd: folder, env, stdio: ['pipe', 'ignore', 'ignore'], detached: true });
    child.stdin.end(JSON.stringify({ version: 1, settings: entry.settings, environment: wanted('a') }));
    const ended = new Promise((resolve) => child.once('close', resolve));
    while ((await askDatabase('postgres', `select 1 from pg_database where datname = '${NAME}'`)).length === 0)
      await delay(50);
    process.kill(-(child.pid as number), 'SIGKILL');
    await ended;
    expect(await driver.status(signal)).toEqual([{ name: NAME, running: false }]);
    expect((await askDatabase(database, 'select 1 as one')).length).toBe(1);
  }

  async function expectCleansed(database: string, url: string): Promise<void> {
    const [own] = await askDatabase(NAME, FACTS);
    const [source] = await askDatabase(database, FACTS);
    expect(own).toMatchObject({ keys: 0, passwords: 1, waiting: 0, neutralized: 1, url, tokens: 0 });
    expect(source?.keys).not.toBe(0);
    expect(source?.waiting).not.toBe(0);
    expect(source?.passwords).not.toBe(1);
    expect([own?.uuid, own?.secret]).not.toEqual([source?.uuid, source?.secret]);
    const files = (of: string) => readdirSync(join(CHROOT, of), { recursive: true }).length;
    expect(files(`${DATA}/${NAME}/filestore/${NAME}`)).toBeGreaterThanOrEqual(
      files(`/var/lib/odoo/filestore/${database}`) * 0.9,
    );
  }

  /** Nobody's old one opens the copy; the administrator's new one does. */
  async function expectPassword(): Promise<void> {
    const password = readFileSync(join(folder, 'environments', NAME, 'admin-password'), 'utf8').trim();
    const signIn = async (login: string, given: string) => {
      const params = { db: NAME, login, password: given };
      const body = JSON.stringify({ jsonrpc: '2.0', method: 'call', params });
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${known().url}/web/session/authenticate`, { method: 'POST', headers, body });
      return ((await answer.json()) as { result?: { uid?: number } }).result?.uid ?? null;
    };
    expect(await signIn('admin', password)).toBe(2);
    expect([await signIn('admin', 'admin'), await signIn('tripoint_reader', 'tripoint_reader')]).toEqual([null, null]);
  }
});

const FACTS = `select (select count(*)::int from res_users_apikeys) as keys,
  (select count(*)::int from res_users where password is not null) as passwords,
  (select count(*)::int from mail_mail where state in ('outgoing', 'exception')) as waiting,
  (select count(*)::int from ir_config_parameter where key = 'database.is_neutralized') as neutralized,
  (select value from ir_config_parameter where key = 'web.base.url') as url,
  (select value from ir_config_parameter where key = 'database.uuid') as uuid,
  (select value from ir_config_parameter where key = 'database.secret') as secret,
  (select count(*)::int from ir_attachment where access_token is not null) as tokens`;

async function recordsOf(database: string): Promise<unknown[]> {
  const rows = await askDatabase(
    database,
    "select 'partner ' || id as record from res_partner union all select 'move ' || id from account_move",
  );
  return rows.map(({ record }) => record);
}
