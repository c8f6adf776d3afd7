/** One connection that listens: `LISTEN` holds for a session, so it takes a direct or session DSN, never port 6543. */
import { ExponentialBackoff, halfJitterGenerator } from 'cockatiel';
import pg from 'pg';
import type { Log } from '../log.ts';
import type { Hearing, Listening } from './source.ts';

/** Where and what to listen to. */
export interface ListenConfig {
  readonly databaseUrl: string;
  /** Names of the channels, plain identifiers. */
  readonly channels: readonly string[];
}

/**
 * Milliseconds until the first try after a connection was lost, and at most; doubled for each further one. Half of them at
 * random: many gateways lose their connections at the same moment.
 */
const BACKOFF = new ExponentialBackoff({ generator: halfJitterGenerator, initialDelay: 200, maxDelay: 20_000 });
/** Milliseconds between questions whether the connection still lives: a cut one says nothing by itself. */
const CHECK_MS = 15_000;
const TIMEOUT_MS = 5_000;

/** Connects in the background, and again whenever the connection is lost, until it is closed. */
export function listenToPostgres({ databaseUrl, channels }: ListenConfig, hearing: Hearing, log: Log): Listening {
  const stop = new AbortController();
  const options = { databaseUrl, channels, hearing, stop: stop.signal };
  const running = stayConnected(options, log);
  return {
    close: async () => {
      stop.abort();
      await running;
    },
  };
}

interface Session {
  readonly databaseUrl: string;
  readonly channels: readonly string[];
  readonly hearing: Hearing;
  readonly stop: AbortSignal;
}

async function stayConnected(session: Session, log: Log): Promise<void> {
  const { hearing, stop } = session;
  let backoff = BACKOFF.next();
  while (!stop.aborted) {
    let wasConnected = false;
    try {
      await hold(session, () => {
        wasConnected = true;
        hearing.connected();
      });
    } catch (err) {
      log.warn({ err }, 'the connection that listens to the database failed');
    }
    if (stop.aborted) return;
    if (wasConnected) {
      hearing.lost();
      backoff = BACKOFF.next();
    }
    await sleep(backoff.duration, stop);
    backoff = backoff.next(undefined);
  }
}

/** Resolves when the connection ends. */
async function hold({ databaseUrl, channels, hearing, stop }: Session, onConnected: () => void): Promise<void> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
    keepAlive: true,
    application_name: 'tripoint listen',
  });
  const over = new AbortController();
  const end = () => over.abort();
  client.once('end', end);
  // A connection that breaks also ends; without a listener the event would end the process.
  client.on('error', end);
  stop.addEventListener('abort', end, { once: true });
  client.on('notification', ({ channel, payload }) => hearing.notice(channel, payload ?? ''));
  try {
    await client.connect();
    await client.query(channels.map((channel) => `listen ${pg.escapeIdentifier(channel)}`).join(';'));
    onConnected();
    await untilSilent(client, over.signal);
  } finally {
    stop.removeEventListener('abort', end);
    await Promise.race([client.end().catch(() => {}), sleep(TIMEOUT_MS, new AbortController().signal)]);
  }
}

/** Resolves when it is over, or when a question stays without an answer. */
async function untilSilent(client: pg.Client, over: AbortSignal): Promise<void> {
  for (;;) {
    await sleep(CHECK_MS, over);
    if (over.aborted) return;
    const isAnswered = await client.query('select 1').then(
      () => true,
      () => false,
    );
    if (!isAnswered) return;
  }
}

/** Keeps no process alive. */
function sleep(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms).unref();
    function done() {
      clearTimeout(timer);
      stop.removeEventListener('abort', done);
      resolve();
    }
    if (stop.aborted) done();
    else stop.addEventListener('abort', done);
  });
}
