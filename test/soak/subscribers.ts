/** 1,000 subscribers in a process of their own receive 10,000 events with 50 forced reconnects: none lost, none twice. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { issueToken } from '../../src/auth/issue.ts';
import { createHealth } from '../../src/http/health.ts';
import { listen } from '../../src/http/listen.ts';
import { createLog } from '../../src/log.ts';
import { packagePaths } from '../../src/paths.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { createPostgresPool } from '../../src/postgres/pool.ts';
import { createServer } from '../../src/server.ts';
import { type BusDatabase, createBusDatabase } from '../support/bus-database.ts';
import { seededChoice } from '../support/random.ts';
import { JWT_SECRET } from '../support/stack.ts';
import type { Soak } from './soak.ts';
import type { Received, Subscribing } from './subscribers-process.ts';

const AUTH = { jwtSecret: JWT_SECRET, jwksUrl: null, issuer: null, audience: 'authenticated' };
/** Events a second, each a transaction of its own. */
const RATE = 250;
/** Connections that append. */
const WRITERS = 4;
/** Milliseconds that the last event may take to come. */
const DRAIN_MS = 60_000;

interface Size {
  readonly subscribers: number;
  readonly runs: number;
  readonly events: number;
  readonly reconnects: number;
}

const FULL: Size = { subscribers: 1_000, runs: 100, events: 10_000, reconnects: 50 };
const SMALL: Size = { subscribers: 50, runs: 5, events: 300, reconnects: 10 };

/** Throws where an event is lost or comes twice. */
export const soak: Soak = async (report, seed, { small }) => {
  const size = small ? SMALL : FULL;
  const choose = seededChoice(seed);
  await using database = await createBusDatabase('subscribers');
  const gateway = await startGateway(database);
  const client = fork(join(import.meta.dirname, 'subscribers-process.ts'), { execArgv: ['--import', 'tsx'] });
  try {
    const runs = (
      await database.query(
        `select e.run_id from generate_series(1, $1::int) n, lateral ops.enqueue('sync-odoo-agent', 'live', to_jsonb(n)) e`,
        [size.runs],
      )
    ).map(({ run_id: id }) => String(id));
    const token = await issueToken({ service: true }, { ...AUTH, lifetimeSeconds: 3_600 });
    const started = performance.now();
    client.send({
      url: gateway.url,
      token,
      runs,
      subscribers: size.subscribers,
      last: size.events / size.runs + 1,
      seed,
    } satisfies Subscribing);
    await once(client, 'message');
    report(`${size.subscribers} subscribers of ${size.runs} runs after ${Math.round(performance.now() - started)} ms`);
    const before = gateway.statements();
    const writing = performance.now();
    await write(database, runs, size, { choose, reconnect: () => client.send('reconnect') });
    const seconds = (performance.now() - writing) / 1_000;
    report(`${size.events} events appended in ${seconds.toFixed(1)} s, ${Math.round(size.events / seconds)} a second`);
    const [{ count: listening = null } = {}] = await database.query(
      `select count(*)::int from pg_stat_activity where datname = current_database() and application_name = 'tripoint listen'`,
    );
    client.send('finish');
    const [received] = (await Promise.race([once(client, 'message'), timeout()])) as [Received];
    tell(received, { ...size, statements: gateway.statements() - before, listening: Number(listening) }, report);
  } finally {
    client.kill('SIGKILL');
    await gateway.close();
  }
};

async function startGateway({ loginUrl }: BusDatabase) {
  const log = createLog('warn');
  const pool = createPostgresPool({ databaseUrl: loginUrl, poolSize: 10 }, log);
  let count = 0;
  const postgres: typeof pool = {
    ...pool,
    render: (...args) => {
      count += 1;
      return pool.render(...args);
    },
  };
  const sources = { odoo: null, postgres };
  const server = await createServer({
    config: { stage: 'production', auth: AUTH },
    sources,
    log,
    paths: packagePaths(),
  });
  const serving = { server, health: createHealth(sources), pages: null, log };
  const http = await listen(serving, { host: '127.0.0.1', port: 0 });
  return {
    url: http.url,
    statements: () => count,
    close: async () => {
      await http.close();
      await server.stop();
      await pool.close();
    },
  };
}

interface Writing {
  readonly choose: (below: number) => number;
  readonly reconnect: () => void;
}

/** Every run gets as many, in a random order of runs, over several connections. */
async function write(database: BusDatabase, runs: readonly string[], size: Size, { choose, reconnect }: Writing) {
  const left = runs.map((id) => ({ id, events: size.events / size.runs }));
  const begin = performance.now();
  let done = 0;
  const take = () => {
    const run = left[choose(left.length)] as { id: string; events: number };
    run.events -= 1;
    if (run.events === 0) left.splice(left.indexOf(run), 1);
    if (done % Math.floor(size.events / size.reconnects) === 0) reconnect();
    done += 1;
    return run.id;
  };
  const append = () =>
    withOwner(database.ownerUrl, async (client) => {
      while (done < size.events) {
        const run = take();
        await client.query("select seq from ops.append_event($1, 'tick', jsonb_build_object('at', $2::float8))", [
          run,
          Date.now(),
        ]);
        const ahead = begin + (done / RATE) * 1_000 - performance.now();
        if (ahead > 0) await new Promise((resolve) => setTimeout(resolve, ahead));
      }
    });
  await Promise.all(Array.from({ length: WRITERS }, append));
}

function timeout(): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error(`not every event had come after ${DRAIN_MS} ms`)), DRAIN_MS).unref();
  });
}

function tell(
  { deliveries, lost, doubled, reconnects, latencies }: Received,
  { subscribers, runs, events, statements, listening }: Size & { statements: number; listening: number },
  report: (line: string) => void,
): void {
  const expected = (events / runs) * subscribers;
  const sorted = [...latencies].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  report(`delivered ${deliveries} of ${expected}; lost ${lost}; doubled ${doubled}; forced reconnects ${reconnects}`);
  report(`from append to client: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms`);
  report(
    `connections that listen ${listening}; statements ${statements}, ${(statements / events).toFixed(2)} an event`,
  );
  if (lost > 0 || doubled > 0 || deliveries !== expected)
    throw new Error('the subscribers did not receive each event once');
  if (listening !== 1) throw new Error('there is not one connection that listens');
}
