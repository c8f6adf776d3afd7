/** `tripoint indexer`: keeps the search index of the workspace, until it is told to stop. */
import { createLog } from '../log.ts';
import { checkLogin } from '../postgres/check-login.ts';
import { createPostgresPool } from '../postgres/pool.ts';
import { startTracing } from '../tracing/sdk.ts';
import { createEmbedder } from '../work/search/create-embedder.ts';
import { type IndexerOptions, indexAllWaiting, startIndexer } from '../work/search/indexer.ts';
import { watchIndexer } from './background.ts';
import { readConfigWithoutTokens } from './config-without-tokens.ts';
import { prepareIndexer } from './indexing.ts';
import { type Command, FoundError, type Io, readOptions, UsageError } from './io.ts';
import { createProgress } from './progress.ts';

const HELP = `tripoint indexer [--backfill | --once]

Takes changed pages from the queue of the search index, embeds what is new of them, and stores it, as many indexers as you
like; always as the agent workspace-indexer. Needs DATABASE_URL: the embedded gateway indexes by itself. Texts are embedded
by what OPENAI_API_KEY, OPENAI_BASE_URL or LOCAL_EMBEDDING_MODEL name, else by what is built in. SIGTERM: claims no more,
and gives what is under way INDEXER_DRAIN_SECONDS to end.

  --backfill  queues every page that is not of the present model, indexes them all, and ends; after a kill, say it again
  --once      indexes what waits, and ends
  --help      print this`;

/** Pages that a backfill queues at once, so that an edited page need not wait behind all of the rest. */
const SLICE = 500;

/** The command. */
export const indexerCommand: Command = {
  help: HELP,
  run: async (args, io) => {
    const { backfill = false, once = false } = readOptions(args, {
      backfill: { type: 'boolean' },
      once: { type: 'boolean' },
    });
    if (backfill && once) throw new UsageError('--backfill ends by itself: leave --once out');
    const config = readConfigWithoutTokens(io.env);
    if (!config.postgres)
      throw new UsageError(
        'DATABASE_URL is not set: an indexer shares a database with the gateway, and the embedded one indexes by itself',
      );
    const log = createLog(config.logLevel);
    const tracing = await startTracing(config.tracing, { role: 'indexer', log });
    const postgres = createPostgresPool({ ...config.postgres, isShared: false }, log);
    const embedder = createEmbedder(config.search.embedder);
    try {
      // What ends by itself waits for nothing.
      const waits = !backfill && !once;
      await checkLogin({ postgres, log, databaseUrl: config.postgres.databaseUrl, waits });
      const prepared = prepareIndexer(config, { postgres, embedder, log });
      try {
        if (backfill) await fill(prepared.options, io);
        else if (once) await indexOnce(prepared.options, io);
        else await keep({ config, postgres, log }, prepared, io);
      } finally {
        await prepared.close();
      }
    } finally {
      await embedder.close?.();
      await postgres.close();
      await tracing.close();
    }
  },
};

async function keep(
  background: Parameters<typeof watchIndexer>[0],
  { name, options }: { name: string; options: IndexerOptions },
  io: Io,
): Promise<void> {
  const { config } = background;
  let isStopping = false;
  const watch = watchIndexer(background, options.queue, options.bell.ring);
  const opened = await watch?.open({ isStopping: () => isStopping });
  const indexer = startIndexer({ ...options, ...(watch && { observe: watch.observe }) });
  io.print(`Indexer ${name} is up (${config.stage}): model ${options.embedder.model}`);
  if (opened) io.print(`Health and metrics are at ${opened.url}`);
  if (opened && config.indexer.door?.token) io.print(`Ticks are heard at ${opened.url}/tick`);
  await Promise.race([io.untilStopped(), indexer.ended]);
  isStopping = true;
  await indexer.stop();
  await opened?.close();
  // Rejects where it is not the signal that ended it.
  await indexer.ended;
  io.print(`Indexer ${name} has stopped`);
}

async function indexOnce(options: IndexerOptions, io: Io): Promise<void> {
  await watch(options, io, await options.queue.countWaiting(), indexAllWaiting);
}

/** Queues pages in slices by id. Each slice takes those that the model has not indexed, so a killed backfill goes on from there. */
async function fill(options: IndexerOptions, io: Io): Promise<void> {
  const { queue, embedder } = options;
  const { stale } = await queue.progress(embedder.model);
  await watch(options, io, stale, async (watched, signal) => {
    let after: string | null = null;
    do {
      const slice: { readonly lastId: string | null } = await queue.enqueueStale(embedder.model, SLICE, after);
      after = slice.lastId;
      await indexAllWaiting(watched, signal);
    } while (after !== null && !signal.aborted);
  });
}

/** Shows how far the work is. @throws FoundError where pages could not be indexed. */
async function watch(
  options: IndexerOptions,
  io: Io,
  total: number,
  work: (options: IndexerOptions, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const { queue, embedder } = options;
  const stop = new AbortController();
  io.untilStopped().then(() => stop.abort());
  const progress = createProgress(io, total, 'pages');
  await work({ ...options, observe: ({ indexed, dead }) => progress.add(indexed + dead) }, stop.signal);
  progress.end();
  if (stop.signal.aborted) return io.print('Stopped: say it again to go on');
  const { dead } = await queue.progress(embedder.model);
  if (dead > 0) throw new FoundError(`${dead} pages could not be indexed: { indexQueue } of the gateway says why`);
}
