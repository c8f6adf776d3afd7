/** The doors of a worker and an indexer, where a port is set for them, and what they count for it. */
import type { WorkerObserver } from '../agents/observe.ts';
import type { Config } from '../config.ts';
import { type BackgroundDoor, openBackgroundDoor } from '../http/background-door.ts';
import { type BackgroundMetrics, createBackgroundMetrics } from '../http/background-metrics.ts';
import { createHealth } from '../http/health.ts';
import type { Listening } from '../http/listen.ts';
import type { Log } from '../log.ts';
import { readRunLag, readSyncLag } from '../ops/lag.ts';
import type { PostgresSource } from '../postgres/source.ts';
import type { IndexQueue } from '../work/search/index-queue.ts';
import type { BatchOutcome } from '../work/search/indexing.ts';

/** The agent whose worker asks Odoo what was written. */
const SYNCING_AGENT = 'odoo-bridge';

/** What both have. */
interface Background {
  readonly config: Config;
  readonly postgres: PostgresSource;
  readonly log: Log;
}

/** What a worker is counted by, and its door. */
interface WorkerWatch {
  readonly observe: WorkerObserver;
  open(given: Pick<BackgroundDoor, 'isStopping'>): Promise<Listening>;
}

/** Null where no port is set. @param load Asked when the metrics are. */
export function watchWorker(
  { config, postgres, log }: Background,
  agent: string,
  load: Parameters<BackgroundMetrics['watchRuns']>[1],
): WorkerWatch | null {
  const { port } = config.worker;
  if (port === null) return null;
  const metrics = createMetrics(postgres, log);
  metrics.watchLag('runs', async () => ({ [agent]: await readRunLag(postgres, agent) }));
  if (agent === SYNCING_AGENT)
    metrics.watchLag('sync', async () =>
      Object.fromEntries(
        Object.entries(await readSyncLag(postgres)).map(([model, oldestSeconds]) => [model, { oldestSeconds }]),
      ),
    );
  const health = createHealth({ odoo: null, postgres });
  return {
    observe: metrics.watchRuns(agent, load),
    open: (given) => openBackgroundDoor({ ...given, host: config.host, port, health, metrics }),
  };
}

/** What an indexer is counted by, and its door. */
interface IndexerWatch {
  readonly observe: (batch: BatchOutcome) => void;
  open(given: Pick<BackgroundDoor, 'isStopping'>): Promise<Listening>;
}

/** Null where no port is set. @param wake Called at each tick. */
export function watchIndexer(
  { config, postgres, log }: Background,
  queue: Pick<IndexQueue, 'lag'>,
  wake: () => void,
): IndexerWatch | null {
  const { door } = config.indexer;
  if (!door) return null;
  const { port, token } = door;
  const metrics = createMetrics(postgres, log);
  metrics.watchLag('index', async () => ({ pages: await queue.lag() }));
  const health = createHealth({ odoo: null, postgres });
  const tick = token === null ? {} : { tick: { token, wake } };
  return {
    observe: metrics.watchPages(),
    open: (given) => openBackgroundDoor({ ...given, ...tick, host: config.host, port, health, metrics }),
  };
}

function createMetrics(postgres: PostgresSource, log: Log): BackgroundMetrics {
  const metrics = createBackgroundMetrics(log);
  metrics.watchPool(postgres.load);
  return metrics;
}
