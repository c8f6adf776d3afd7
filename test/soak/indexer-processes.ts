/** Indexer processes of the soak, an endpoint that notes what it embeds, and what was under way at each kill. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { BusDatabase } from '../support/bus-database.ts';
import { TYPESCRIPT } from '../support/typescript.ts';

/** An endpoint in a thread of its own, so that it takes no turns from who writes. */
export interface EmbeddingLog extends AsyncDisposable {
  readonly url: string;
  readonly key: string;
  /** Every text that a request asked to embed, in the order of their coming. */
  readonly texts: () => readonly string[];
  /** Times that each hash was reserved by an indexer at the moment of its death. */
  readonly underWay: Map<string, number>;
}

/** An indexer: `tripoint indexer` as a shell starts it. */
export interface IndexerProcess {
  /** By SIGKILL; resolves when Postgres has seen it, and what was under way is noted. */
  kill(): Promise<void>;
  /** By SIGTERM. @throws Error where it does not end well. */
  stop(): Promise<void>;
  /** By SIGKILL, where nobody looks any more at what was under way. */
  end(): Promise<void>;
}

const MAIN = join(import.meta.dirname, '..', '..', 'src', 'main.ts');
const ENDPOINT = join(import.meta.dirname, 'indexer-endpoint-process.ts');

/** Starts it on a free port. */
export async function createEmbeddingLog(): Promise<EmbeddingLog> {
  const texts: string[] = [];
  const worker = new Worker(
    `import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))}).then(({ register }) => { register(); return import(${JSON.stringify(ENDPOINT)}); })`,
    { eval: true },
  );
  const { url, key } = await new Promise<{ url: string; key: string }>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  worker.on('message', (asked: readonly string[]) => void texts.push(...asked));
  return {
    ...{ url, key },
    texts: () => texts,
    underWay: new Map(),
    [Symbol.asyncDispose]: async () => void (await worker.terminate()),
  };
}

/** Where an indexer runs, if not here. */
export interface Elsewhere {
  /** Of its command line, e.g. `ip netns exec one`. */
  readonly prefix: readonly string[];
  /** The URL of something here as it is there. */
  readonly reach: (url: string) => string;
}

/** Resolves when it is up. */
export async function startIndexerProcess(
  database: BusDatabase,
  log: EmbeddingLog,
  { prefix, reach }: Elsewhere = { prefix: [], reach: (url) => url },
): Promise<IndexerProcess> {
  const { PATH = '', HOME = '' } = process.env;
  const login = new URL(reach(database.loginUrl));
  const application = `indexer-${performance.now()}`;
  login.searchParams.set('application_name', application);
  const command = [...prefix, process.execPath, ...TYPESCRIPT, MAIN, 'indexer'];
  const child = spawn(command[0] as string, command.slice(1), {
    env: {
      ...{ PATH, HOME, DATABASE_URL: login.href, ODOO_STAGE: 'development', DATABASE_POOL_SIZE: '4' },
      ...{ OPENAI_API_KEY: log.key, OPENAI_BASE_URL: reach(log.url), OPENAI_EMBEDDING_MODEL: 'model-of-the-soak' },
      // Short, so that what a dead one held comes back soon; not so short that a machine without time loses one.
      INDEXER_LEASE_SECONDS: '15',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const name = await new Promise<string>((resolve, reject) => {
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const found = /^Indexer (\S+) is up/m.exec(printed)?.[1];
      if (found) resolve(found);
    });
    ended.then(() => reject(new Error('an indexer ended before it was up')));
  });
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
      await untilGone(database, application);
      const held = await database.query(
        `select encode(content_hash, 'hex') as hash from work.embedding_claims where worker = $1`,
        [name],
      );
      for (const { hash } of held) log.underWay.set(String(hash), (log.underWay.get(String(hash)) ?? 0) + 1);
    },
    stop: async () => {
      child.kill('SIGTERM');
      const code = await ended;
      if (code !== 0) throw new Error(`an indexer ended with ${code}`);
    },
    end: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Until then a statement that it has sent may still take effect. */
async function untilGone({ query }: BusDatabase, application: string): Promise<void> {
  for (;;) {
    const [row] = await query('select count(*)::int as n from pg_stat_activity where application_name = $1', [
      application,
    ]);
    if (row?.n === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
