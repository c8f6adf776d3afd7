/**
 * The ring of keys and people's keys of Odoo, rotated under load: people read Odoo by their own keys through several
 * gateways, `tripoint keys rotate` is killed and run again, and each person gets a new key while the old one is deleted.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { readKeyRing } from '../../src/auth/key-ring.ts';
import { ownerOf } from '../../src/ops/odoo-keys.ts';
import { packagePaths } from '../../src/paths.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { createFolder, runProcess, startProcess } from '../support/command.ts';
import { type MadeUser, makeOdooUser } from '../support/odoo-user.ts';
import { databaseUrl, JWT_SECRET, loginOf, stackVariable } from '../support/stack.ts';
import { createKeysGateway, INSTANCE, type KeysGateway } from './keys-gateway.ts';
import type { Soak } from './soak.ts';

const CONNECT =
  'mutation ($apiKey: String!) { connectOdooAccount(input: { apiKey: $apiKey }) { userErrors { code message } } }';
const READ = '{ viewer { odoo { login isValid } } partners(first: 3) { nodes { id name } } }';
const [OLD, YOUNG] = ['old', 'young'].map((id) => `${id}:${randomBytes(32).toString('base64')}`) as [string, string];
/** Keys that nobody reads by, so that a rotation takes a while. */
const [IDLE, IDLE_SMALL] = [20_000, 2_000];

interface Person {
  readonly userId: string;
  readonly odoo: MadeUser;
}

/** The soak. */
export const soak: Soak = async (report, _seed, { small }) => {
  const database = `tripoint_soak_keys_${process.pid}`;
  const server = stackVariable('MIGRATIONS_DATABASE_URL');
  await withOwner(server, (client) => client.script(`create database ${database}`));
  const people: Person[] = [];
  try {
    await withOwner(databaseUrl('MIGRATIONS_DATABASE_URL', database), (client) =>
      migrate(client, packagePaths().migrations),
    );
    for (let n = 0; n < (small ? 4 : 12); n += 1)
      people.push({ userId: randomUUID(), odoo: await makeOdooUser(`Soak ${n}`, 80) });
    await rotateUnderLoad(report, { database, people, idle: small ? IDLE_SMALL : IDLE });
  } finally {
    for (const { odoo } of people) await odoo.remove();
    await withOwner(server, (client) => client.script(`drop database if exists ${database} with (force)`));
  }
};

interface Rotating {
  readonly database: string;
  readonly people: readonly Person[];
  readonly idle: number;
}

async function rotateUnderLoad(report: Parameters<Soak>[0], { database, people, idle }: Rotating): Promise<void> {
  const { databaseUrl: login } = loginOf(database);
  const both = `${YOUNG},${OLD}`;
  await using first = await createKeysGateway(login, OLD);
  await addPeople(database, people, idle);
  for (const { userId, odoo } of people) await connect(first, userId, odoo.key);
  await using one = await createKeysGateway(login, both);
  await using other = await createKeysGateway(login, both);
  const gateways = [one, other];
  const load = startLoad(gateways, people);
  const killed = await rotateAndKill(database, both);
  report(`ring: tripoint keys rotate killed ${killed} times and run to its end; ${load.count()} requests so far`);
  await using last = await createKeysGateway(login, YOUNG);
  gateways.splice(0, 2, last, other);
  for (const { userId, odoo } of people) {
    const next = await odoo.addKey();
    await connect(last, userId, next);
    // At once: the other gateway knows the old key for some seconds more.
    await odoo.deleteKey(odoo.key);
  }
  await sleep(7_000);
  const { requests, failures } = await load.stop();
  report(`${people.length} people, ${idle} more keys: ${requests} requests, ${failures.length} failed`);
  if (failures.length > 0) throw new Error(failures.slice(0, 3).join('\n'));
  if (requests < people.length * 10) throw new Error(`only ${requests} requests were made`);
}

/** Kills the command three times in its midst, then lets it end. @returns How often it was killed before its end. */
async function rotateAndKill(database: string, ring: string): Promise<number> {
  using folder = createFolder();
  const env = {
    ...{
      DATABASE_URL: loginOf(database).databaseUrl,
      ODOO_KEYS_SECRET: ring,
      ODOO_INSTANCE: INSTANCE,
      SUPABASE_JWT_SECRET: JWT_SECRET,
    },
    ...{ ODOO_STAGE: 'development', ODOO_URL: stackVariable('ODOO_URL'), ODOO_DB: stackVariable('ODOO_DB') },
    ODOO_API_KEY: stackVariable('ODOO_API_KEY'),
  };
  const surroundings = { cwd: folder.path, env };
  let killed = 0;
  for (let tries = 0; tries < 3; tries += 1) {
    const before = await countYoung(database);
    const running = startProcess(['keys', 'rotate'], surroundings);
    while (running.child.exitCode === null && (await countYoung(database)) === before) await sleep(20);
    if (running.child.exitCode === null) killed += 1;
    running.child.kill('SIGKILL');
    await running.ended;
  }
  const { code, stdout, stderr } = await runProcess(['keys', 'rotate'], surroundings);
  if (code !== 0) throw new Error(`tripoint keys rotate ended with ${code}: ${stderr}`);
  const again = await runProcess(['keys', 'rotate'], surroundings);
  if (!again.stdout.startsWith('0 keys')) throw new Error(`rotated again: ${again.stdout}, after ${stdout}`);
  return killed;
}

function countYoung(database: string): Promise<unknown> {
  return withOwner(databaseUrl('MIGRATIONS_DATABASE_URL', database), async (client) => {
    const [row] = await client.query("select count(*)::int as young from tripoint.odoo_keys where sealed_by = 'young'");
    return row?.young;
  });
}

function startLoad(gateways: readonly KeysGateway[], people: readonly Person[]) {
  const failures: string[] = [];
  let requests = 0;
  let isOver = false;
  const ask = async ({ userId, odoo }: Person, place: number) => {
    for (let n = place; !isOver; n += 1) {
      const gateway = gateways[n % gateways.length] as KeysGateway;
      const text = await gateway.ask(userId, READ).catch(String);
      requests += 1;
      const isRight = text.includes(`"login":"${odoo.login}","isValid":true`) && !text.includes('"errors"');
      if (!isRight) failures.push(text.slice(0, 500));
    }
  };
  const asking = people.map(ask);
  return {
    count: () => requests,
    stop: async () => {
      isOver = true;
      await Promise.all(asking);
      return { requests, failures };
    },
  };
}

async function connect(gateway: KeysGateway, userId: string, apiKey: string): Promise<void> {
  const text = await gateway.ask(userId, CONNECT, { apiKey });
  if (!text.includes('"userErrors":[]')) throw new Error(`not connected: ${text}`);
}

/** Beside the people, keys that nobody reads by. */
async function addPeople(database: string, people: readonly Person[], idle: number): Promise<void> {
  const ring = readKeyRing(OLD);
  const others = Array.from({ length: idle }, (_, n) => ({
    userId: randomUUID(),
    instance: 'idle',
    odooUserId: n + 1,
  }));
  const ids = others.map(({ userId }) => userId);
  await withOwner(databaseUrl('MIGRATIONS_DATABASE_URL', database), async (client) => {
    await client.query('insert into auth.users (id) select unnest($1::uuid[])', [
      [...people.map(({ userId }) => userId), ...ids],
    ]);
    await client.query(
      `with linked as (
         insert into ops.odoo_users (user_id, odoo_instance, odoo_user_id, login)
         select g.id, 'idle', g.place::text, 'idle' from unnest($1::uuid[]) with ordinality g (id, place)
         returning id, odoo_user_id)
       insert into tripoint.odoo_keys (link_id, sealed_by, sealed)
       select l.id, 'old', ($2::text[])[l.odoo_user_id::int] from linked l`,
      [ids, others.map((whose) => ring.seal('idle-key', ownerOf(whose)).sealed)],
    );
  });
}
