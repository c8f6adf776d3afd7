/**
 * Events of Odoo under all that befalls them: sent twice, out of order, while the gateway is away and its sender keeps them,
 * while workers are killed. Every one of them is processed, and none twice; how fast each is answered and processed is told.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { packagePaths } from '../../src/paths.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { createFolder, type RunningCommand, startProcess } from '../support/command.ts';
import { eventBody, post } from '../support/odoo-events.ts';
import { seededChoice } from '../support/random.ts';
import { databaseUrl, JWT_SECRET, loginOf, stackVariable } from '../support/stack.ts';
import { ownPort } from './own-port.ts';
import type { Soak } from './soak.ts';

/** Events a second, and different things that they are about. */
const RATE = 200;
const AGGREGATES = 300;
/** Milliseconds that what is left may take. */
const DRAIN_MS = 600_000;
const WORKERS = 2;
const WARM_SECONDS = 5;

interface World {
  readonly database: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly url: string;
}

/** Throws where an event is lost, or processed twice. */
export const soak: Soak = async (report, seed, { small }) => {
  const database = `tripoint_soak_events_${process.pid}`;
  const server = stackVariable('MIGRATIONS_DATABASE_URL');
  using folder = createFolder();
  await withOwner(server, (client) => client.script(`create database ${database}`));
  try {
    const owner = databaseUrl('MIGRATIONS_DATABASE_URL', database);
    await withOwner(owner, (client) => migrate(client, packagePaths().migrations));
    const port = ownPort();
    const environment = {
      ODOO_STAGE: 'development',
      DATABASE_URL: loginOf(database).databaseUrl,
      SUPABASE_JWT_SECRET: JWT_SECRET,
      ODOO_URL: stackVariable('ODOO_URL'),
      ODOO_DB: stackVariable('ODOO_DB'),
      ODOO_API_KEY: stackVariable('ODOO_API_KEY'),
      ODOO_WEBHOOK_SECRETS: 'prod:one,prod:two',
      WORKER_LEASE_SECONDS: '5',
      PORT: String(port),
    };
    const world = { database: owner, environment, folder: folder.path, url: `http://127.0.0.1:${port}` };
    const lasting = small
      ? { doorSeconds: 5, seconds: 5, downSeconds: 3 }
      : { doorSeconds: 30, seconds: 60, downSeconds: 60 };
    await run(world, { report, choose: seededChoice(seed), ...lasting });
  } finally {
    await withOwner(server, (client) => client.script(`drop database if exists ${database} with (force)`));
  }
};

interface Running {
  readonly report: (line: string) => void;
  readonly choose: (below: number) => number;
  readonly doorSeconds: number;
  readonly seconds: number;
  readonly downSeconds: number;
}

async function run(world: World, { report, choose, doorSeconds, seconds, downSeconds }: Running): Promise<void> {
  const sender = createSender(world.url, choose);
  let gateway = await startGateway(world);
  const workers: RunningCommand[] = [];
  try {
    // What is compiled on first use would count as the door's time.
    await sender.sendFor(WARM_SECONDS);
    sender.takeTimes();
    // Alone, so that the times are those of the door: workers have machines of their own.
    await sender.sendFor(doorSeconds);
    report(`answered at ${RATE}/s, the door alone: ${describe(sender.takeTimes())}`);
    workers.push(...(await Promise.all(Array.from({ length: WORKERS }, () => startBridgeWorker(world)))));
    await sender.sendFor(seconds);
    report(`answered at ${RATE}/s, beside ${WORKERS} workers on the same cores: ${describe(sender.takeTimes())}`);
    const killing = killWorkers(world, workers, { times: Math.max(2, Math.round(seconds / 5)), everyMs: 2_500 });
    await sender.sendFor(seconds);
    await stop(gateway);
    const away = sender.sendFor(downSeconds);
    await sleep(downSeconds * 1_000);
    gateway = await startGateway(world);
    await away;
    await sender.untilEmpty();
    const killed = await killing;
    report(
      `workers killed ${killed} times, the gateway away for ${downSeconds} s; deliveries ${sender.counts.deliveries}, ` +
        `of them known already ${sender.counts.known}, not taken ${sender.counts.failed}`,
    );
    await untilDone(world, sender.sent.size);
    await check(world, sender.sent, report);
  } finally {
    await Promise.all([gateway, ...workers].map(stop));
  }
}

/** A sender as in `docs/examples/odoo`: keeps what does not arrive, and signs it anew. A tenth it sends twice. */
function createSender(url: string, choose: (below: number) => number) {
  const sent = new Set<string>();
  const queue: string[] = [];
  const times: number[] = [];
  const counts = { deliveries: 0, known: 0, failed: 0 };
  const underWay = new Set<Promise<void>>();
  const deliver = async (body: string) => {
    counts.deliveries += 1;
    const start = performance.now();
    const { status } = await post(url, body).catch(() => ({ status: 0 }));
    if (status === 202) times.push(performance.now() - start);
    else if (status === 200) counts.known += 1;
    else {
      counts.failed += 1;
      queue.push(body);
    }
  };
  const begin = (body: string) => {
    const delivery = deliver(body).finally(() => underWay.delete(delivery));
    underWay.add(delivery);
  };
  return {
    sent,
    counts,
    takeTimes: () => times.splice(0),
    sendFor: async (seconds: number) => {
      const start = performance.now();
      for (let n = 0; n < seconds * RATE; n += 1) {
        await sleep(Math.max(0, start + (n * 1_000) / RATE - performance.now()));
        const id = randomUUID();
        const isRecord = choose(4) === 0;
        const about = isRecord
          ? { aggregate_type: 'res.partner', aggregate_id: 1 + choose(AGGREGATES) }
          : { aggregate_type: 'helpdesk', aggregate_id: `case-${choose(AGGREGATES)}` };
        const body = eventBody({ event_id: id, ...about });
        sent.add(id);
        begin(body);
        if (choose(10) === 0) begin(body);
        // What waits comes after what is younger.
        if (n % RATE === 0) for (const waiting of queue.splice(0, 20)) begin(waiting);
      }
      await Promise.all(underWay);
    },
    untilEmpty: async () => {
      while (queue.length > 0 || underWay.size > 0) {
        for (const waiting of queue.splice(0, 8)) begin(waiting);
        await Promise.all(underWay);
      }
    },
  };
}

async function startGateway({ environment, folder }: World): Promise<RunningCommand> {
  const gateway = startProcess(['start'], { cwd: folder, env: environment });
  await gateway.untilPrinted('Tripoint is up');
  return gateway;
}

async function startBridgeWorker({ environment, folder }: World): Promise<RunningCommand> {
  const worker = startProcess(['worker', '--agent', 'odoo-bridge'], { cwd: folder, env: environment });
  await worker.untilPrinted('is up');
  return worker;
}

async function killWorkers(
  world: World,
  workers: RunningCommand[],
  { times, everyMs }: { times: number; everyMs: number },
): Promise<number> {
  for (let n = 0; n < times; n += 1) {
    await sleep(everyMs);
    const victim = workers.shift();
    victim?.child.kill('SIGKILL');
    await victim?.ended;
    workers.push(await startBridgeWorker(world));
  }
  return times;
}

async function stop({ child, ended }: RunningCommand): Promise<void> {
  child.kill('SIGTERM');
  await ended;
}

async function untilDone({ database }: World, count: number): Promise<void> {
  const deadline = performance.now() + DRAIN_MS;
  for (;;) {
    const [row] = await query(
      database,
      "select count(*)::int as n from odoo.webhook_events where status in ('completed', 'failed')",
    );
    if (row?.n === count) return;
    if (performance.now() > deadline) throw new Error(`${String(row?.n)} of ${count} events have ended`);
    await sleep(1_000);
  }
}

async function check({ database }: World, sent: ReadonlySet<string>, report: Running['report']): Promise<void> {
  const stored = await query(database, 'select dedupe_key from odoo.webhook_events');
  const keys = new Set(stored.map(({ dedupe_key }) => String(dedupe_key)));
  const lost = [...sent].filter((id) => !keys.has(`id:${id}`)).length;
  const [seen] = await query(
    database,
    `select count(*)::int as events, count(*) filter (where status = 'failed')::int as failed,
       count(*) filter (where (select count(*) from odoo.event_log l where l.event_id = e.id and l.type = 'processed') <> 1)::int as oddly,
       (select count(*)::int from (
          select from odoo.event_log l where l.type in ('changed', 'removed')
          group by l.model, l.record_id, l.type, l.details having count(*) > 1) again) as twice,
       (select count(*)::int from (
          select distinct aggregate_id from odoo.webhook_events w where w.aggregate_type = 'res.partner'
          except select l.record_id from odoo.event_log l where l.type in ('changed', 'removed')) untold) as untold,
       count(*) filter (where attempts > 1)::int as repeated,
       (select count(*)::int from ops.runs) as runs,
       percentile_cont(array[0.5, 0.99]) within group (order by extract(epoch from finished_at - received_at)) as seconds
     from odoo.webhook_events e`,
  );
  const { events, failed, oddly, twice, untold, runs } = seen ?? {};
  report(
    `sent ${sent.size}, stored ${String(events)}, lost ${lost}; runs ${String(runs)}; tried again ${String(seen?.repeated)}`,
  );
  report(
    `failed ${String(failed)}, processed more or less than once ${String(oddly)}, changes noted twice ${String(twice)}, records of which none was ${String(untold)}`,
  );
  report(`from the door to the end of its run, s, p50 and p99 of all: ${String(seen?.seconds)}`);
  const holds =
    lost === 0 && events === sent.size && runs === events && failed === 0 && oddly === 0 && twice === 0 && untold === 0;
  if (!holds) throw new Error('an event was lost, or processed twice');
}

function query(database: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  return withOwner(database, (client) => client.query(sql));
}

function describe(times: readonly number[]): string {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (part: number) => (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms of ${sorted.length}`;
}
