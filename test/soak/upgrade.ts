/** Two versions beside each other on one database, under load: migrated, rolled out, a column moved; no request fails. */
import { issueToken } from '../../src/auth/issue.ts';
import { createStandInOdoo } from '../../src/demo/odoo/stand-in.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { databaseUrl, JWT_SECRET, stackVariable } from '../support/stack.ts';
import { type Load, type Met, startLoad } from './replicas-load.ts';
import { createNetwork, type Network } from './replicas-network.ts';
import {
  type FrontProxy,
  GATEWAY_PORT,
  GATEWAYS,
  PROXY_HOST,
  type Replica,
  startHaproxy,
  startReplica,
} from './replicas-processes.ts';
import { relay } from './replicas-relay.ts';
import type { Soak } from './soak.ts';
import { createVersions, migrateTo, type Version } from './upgrade-versions.ts';

const AUTH = { jwtSecret: JWT_SECRET, jwksUrl: null, issuer: null, audience: 'authenticated' };
const USER = '7e000000-0000-4000-8000-000000000002';
const NAME = `tripoint_soak_upgrade_${process.pid}`;

interface Size {
  readonly gateways: number;
  /** Milliseconds of load before, between and after what happens. */
  readonly loadMs: number;
  /** Milliseconds between two requests of one client. */
  readonly pauseMs: number;
}

const FULL: Size = { gateways: 3, loadMs: 10_000, pauseMs: 5 };
const SMALL: Size = { gateways: 2, loadMs: 500, pauseMs: 40 };

const PHASES = [
  'the version before',
  'its database migrated to this version',
  'the version before and this one',
  'this version',
  'expanded for the version after',
  'this version and the one after',
  'contracted',
] as const;
type Phase = (typeof PHASES)[number];

const READ_FIELD = '{ spaces(first: 5) { nodes { name soakLabel } } }';

/** As a release adds it. */
const ADD = `alter table work.spaces add column soak_label text default 'labelled';`;
/** The new place beside the old one: whoever writes one writes both, so that either version reads what the other wrote. */
const EXPAND = `alter table work.spaces add column soak_caption text;
create function work.keep_soak_label() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.soak_caption is distinct from old.soak_caption then new.soak_label := new.soak_caption;
  else new.soak_caption := new.soak_label;
  end if;
  return new;
end $$;
revoke all on function work.keep_soak_label() from public;
create trigger keep_soak_label before update on work.spaces for each row execute function work.keep_soak_label();
update work.spaces set soak_caption = soak_label;`;
/** When no gateway of the version before is left. */
const CONTRACT = `drop trigger keep_soak_label on work.spaces;
drop function work.keep_soak_label();
alter table work.spaces drop column soak_label;`;

/** Throws where a request failed, or where the soak could not have seen one fail. */
export const soak: Soak = async (report, _seed, { small }) => {
  const size = small ? SMALL : FULL;
  using versions = await createVersions();
  const { before, now, next } = versions;
  now.addMigration(1, ADD);
  next.addMigration(1, ADD);
  next.addMigration(2, EXPAND);
  await using world = await startWorld(before, size);
  report(`${size.gateways} gateways of ${before.name} are up behind HAProxy, in ${world.network.kind}`);
  await using load = await startClients(world, size);
  await pause(size.loadMs);
  const upgraded = await upgrade(world, load, { to: now, phases: PHASES.slice(1, 4), loadMs: size.loadMs });
  report(`${upgraded} migrations were applied while ${before.name} served, then ${now.name} took its place`);
  load.alsoRead(READ_FIELD);
  await pause(size.loadMs);
  const expanded = await upgrade(world, load, { to: next, phases: PHASES.slice(4, 6), loadMs: size.loadMs });
  report(`${expanded} migration expanded while ${now.name} served, then ${next.name} took its place`);
  await checkKept(world);
  load.enter('contracted');
  next.addMigration(3, CONTRACT);
  report(`${await migrateTo(next, world.env)} migration contracted`);
  await pause(size.loadMs);
  const met = await load.stop();
  for (const phase of PHASES) tell(phase, met[phase], report);
  await checkWrites(world, load, report);
  await checkControl(world, now, report);
  if (PHASES.some((phase) => met[phase].failed > 0)) throw new Error('requests failed');
};

interface World extends AsyncDisposable {
  readonly network: Network;
  readonly proxy: FrontProxy;
  readonly ownerUrl: string;
  readonly space: string;
  /** Of gateways and commands, whose hosts reach what it names. */
  readonly env: Readonly<Record<string, string>>;
  readonly gateways: Replica[];
}

async function startWorld(version: Version, { gateways: count }: Size): Promise<World> {
  await using stack = new AsyncDisposableStack();
  const server = stackVariable('MIGRATIONS_DATABASE_URL');
  const [ownerUrl, loginUrl] = [databaseUrl('MIGRATIONS_DATABASE_URL', NAME), databaseUrl('DATABASE_URL', NAME)];
  await withOwner(server, (client) => client.script(`create database ${NAME}`));
  stack.defer(() => withOwner(server, (client) => client.script(`drop database if exists ${NAME} with (force)`)));
  const odoo = await createStandInOdoo().listen();
  stack.defer(() => odoo.close());
  const network = stack.use(await createNetwork([...GATEWAYS, PROXY_HOST]));
  const reach = await relay(network, [loginUrl, odoo.url], stack);
  const common = { ODOO_DB: 'odoo', ODOO_API_KEY: odoo.apiKey, SUPABASE_JWT_SECRET: JWT_SECRET };
  const owner = { MIGRATIONS_DATABASE_URL: ownerUrl, DATABASE_URL: loginUrl, ODOO_URL: odoo.url };
  const env = { ...common, ...owner, ODOO_STAGE: 'production' };
  await migrateTo(version, env);
  const space = await createSpace(ownerUrl);
  const ofGateways = { ...common, DATABASE_URL: reach(loginUrl), ODOO_URL: reach(odoo.url), ODOO_STAGE: 'production' };
  const gateways: Replica[] = [];
  stack.defer(async () => void (await Promise.all(gateways.map(({ kill }) => kill()))));
  gateways.push(
    ...(await Promise.all(
      GATEWAYS.slice(0, count).map((name) => startReplica(network, name, ofGateways, version.root)),
    )),
  );
  const proxy = stack.use(await startHaproxy(network));
  await untilUp(proxy, count);
  const owned = stack.move();
  return {
    ...{ network, proxy, ownerUrl, space, gateways },
    env: { ...env, GATEWAY_DATABASE_URL: ofGateways.DATABASE_URL, GATEWAY_ODOO_URL: ofGateways.ODOO_URL },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

async function createSpace(ownerUrl: string): Promise<string> {
  return withOwner(ownerUrl, async (client) => {
    await client.query('insert into auth.users (id) values ($1)', [USER]);
    const [space] = await client.query(`insert into work.spaces (name) values ('Upgrade') returning id`);
    await client.query(`insert into work.permissions (space_id, user_id, role) values ($1, $2, 'admin')`, [
      space?.id,
      USER,
    ]);
    return String(space?.id);
  });
}

async function startClients({ proxy, space }: World, { pauseMs }: Size): Promise<Load<Phase>> {
  const tokenOf = (subject: Parameters<typeof issueToken>[0]) =>
    issueToken(subject, { ...AUTH, lifetimeSeconds: 3_600 });
  const [userToken, serviceToken] = await Promise.all([tokenOf({ user: USER }), tokenOf({ service: true })]);
  const doors = [{ url: proxy.url, isKept: true }];
  return startLoad<Phase>({ phases: PHASES, doors, userToken, serviceToken, space, pauseMs });
}

interface Upgrade {
  readonly to: Version;
  /** While the database is migrated, while both versions serve, and afterwards. */
  readonly phases: readonly Phase[];
  readonly loadMs: number;
}

/** The order of docs/operations.md: first the database, then one gateway after the other. @returns Migrations applied. */
async function upgrade(world: World, load: Load<Phase>, { to, phases, loadMs }: Upgrade): Promise<number> {
  const [migrating, both, after] = phases;
  if (migrating) load.enter(migrating);
  const applied = await migrateTo(to, world.env);
  await pause(loadMs);
  if (both) load.enter(both);
  for (const [index, gateway] of world.gateways.entries()) {
    await gateway.stop();
    world.gateways[index] = await startReplica(world.network, gateway.name, gatewayEnv(world), to.root);
    await untilUp(world.proxy, world.gateways.length);
    await pause(loadMs);
  }
  if (after) load.enter(after);
  return applied;
}

function gatewayEnv({ env }: World): Readonly<Record<string, string>> {
  const { MIGRATIONS_DATABASE_URL: _, GATEWAY_DATABASE_URL = '', GATEWAY_ODOO_URL = '', ...common } = env;
  return { ...common, DATABASE_URL: GATEWAY_DATABASE_URL, ODOO_URL: GATEWAY_ODOO_URL };
}

async function untilUp({ up }: FrontProxy, count: number): Promise<void> {
  while ((await up().catch(() => [])).length < count) await pause(50);
}

function tell(phase: Phase, { answered, failed, problems, by }: Met, report: (line: string) => void): void {
  report(`requests, ${phase}: ${answered} answered by ${[...by].sort().join(' and ')}, ${failed} failed`);
  for (const problem of problems) report(`  ${problem}`);
}

/** Either place tells what was written into the other. */
async function checkKept({ ownerUrl, space }: World): Promise<void> {
  for (const [column, other] of [
    ['soak_label', 'soak_caption'],
    ['soak_caption', 'soak_label'],
  ]) {
    const found = await withOwner(ownerUrl, (client) =>
      client.query(`update work.spaces set ${column} = $2 where id = $1 returning ${other} as other`, [
        space,
        `by ${column}`,
      ]),
    );
    if (found[0]?.other !== `by ${column}`) throw new Error(`${other} does not tell what ${column} was given`);
  }
}

/** Each write that was answered was done once. */
async function checkWrites({ ownerUrl }: World, { keys }: Load<Phase>, report: (line: string) => void): Promise<void> {
  const [found] = await withOwner(ownerUrl, (client) =>
    client.query(
      `select (select count(*)::int from unnest($1::text[]) key where (select count(*) from ops.runs where idempotency_key = key) <> 1) as runs,
        (select count(*)::int from unnest($2::text[]) key where (select count(*) from work.pages where title = key) <> 1) as pages`,
      [keys.runs, keys.pages],
    ),
  );
  report(
    `${keys.runs.length} runs and ${keys.pages.length} pages were written: not there once ${found?.runs}, ${found?.pages}`,
  );
  if (found?.runs !== 0 || found?.pages !== 0) throw new Error('writes were lost, or done twice');
}

/** That a contract before its time is seen: a gateway of the version that reads the old column fails by now. */
async function checkControl(world: World, version: Version, report: (line: string) => void): Promise<void> {
  const [first] = world.gateways;
  if (!first) throw new Error('there is no gateway');
  await first.stop();
  world.gateways[0] = await startReplica(world.network, first.name, gatewayEnv(world), version.root);
  const token = await issueToken({ user: USER }, { ...AUTH, lifetimeSeconds: 600 });
  const answer = await fetch(`http://${world.network.addressOf(first.name)}:${GATEWAY_PORT}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: READ_FIELD }),
  });
  const { errors = [] } = (await answer.json()) as { errors?: { extensions: { code: string } }[] };
  const codes = errors.map(({ extensions }) => extensions.code);
  report(`a gateway of ${version.name} that were left by now would answer ${codes.join(', ') || 'without an error'}`);
  if (codes.length === 0) throw new Error('the soak does not see what a contract before its time breaks');
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
