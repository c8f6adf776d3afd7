/**
 * Two indexer processes at work while pages are edited 20,000 times and one of them is killed 50 times: every page ends
 * indexed at its last version, and nothing is embedded twice but what was under way at a kill. Then what the indexers cost
 * who writes: phases with them and without take turns.
 */
import { createBusDatabase } from '../support/bus-database.ts';
import { seededChoice } from '../support/random.ts';
import { checkIndex, untilIndexed } from './indexer-check.ts';
import { createIndexedWorkspace, type IndexedWorkspace } from './indexer-edits.ts';
import { createEmbeddingLog, type IndexerProcess, startIndexerProcess } from './indexer-processes.ts';
import { measureWriters } from './indexer-writers.ts';
import type { Soak } from './soak.ts';

const PROCESSES = 2;
/** Edits at once, as many as there are writers. */
const WRITERS = 4;

/** Throws where a promise of the index is broken. */
export const soak: Soak = async (report, seed, { small }) => {
  const { pages, edits, kills } = small
    ? { pages: 120, edits: 600, kills: 3 }
    : { pages: 2_000, edits: 20_000, kills: 50 };
  const choose = seededChoice(seed);
  await using database = await createBusDatabase('indexer');
  await using log = await createEmbeddingLog();
  await using workspace = await createIndexedWorkspace(database, { pages, choose });
  const indexers: IndexerProcess[] = [];
  const start = async () => void indexers.push(await startIndexerProcess(database, log));
  try {
    await Promise.all(Array.from({ length: PROCESSES }, start));
    for (let killed = 0; killed < kills; killed += 1) {
      const editing = editMany(workspace, Math.floor(edits / kills));
      // Awaited below: what goes wrong meanwhile must not end the process before the indexers.
      editing.catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, choose(1_500)));
      const [victim] = indexers.splice(choose(indexers.length), 1);
      await victim?.kill();
      // Both to their ends, so that no process is left behind.
      const ended = await Promise.allSettled([editing, start()]);
      for (const each of ended) if (each.status === 'rejected') throw each.reason;
      if ((killed + 1) % 10 === 0)
        report(`${killed + 1} kills, ${workspace.edits()} edits, ${log.texts().length} texts embedded`);
    }
    await untilIndexed(database);
  } finally {
    await Promise.all(indexers.map((indexer) => indexer.stop()));
  }
  report(`${workspace.edits()} edits of ${pages} pages, ${kills} indexers killed`);
  await checkIndex(database, log, report);
  await measureWriters({ database, log, workspace, report, small });
};

async function editMany(workspace: IndexedWorkspace, count: number): Promise<void> {
  let left = count;
  const write = async () => {
    while (left > 0) {
      left -= 1;
      await workspace.edit();
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
}
