/** What the indexers cost who writes: the same edits at the same rate, in phases with indexers and without. */
import type { BusDatabase } from '../support/bus-database.ts';
import { untilIndexed } from './indexer-check.ts';
import type { IndexedWorkspace } from './indexer-edits.ts';
import { type EmbeddingLog, startIndexerProcess } from './indexer-processes.ts';

/** What is measured on. */
export interface Measuring {
  readonly database: BusDatabase;
  readonly log: EmbeddingLog;
  readonly workspace: IndexedWorkspace;
  readonly report: (line: string) => void;
  readonly small: boolean;
}

/** Edits a second: so few that two cores have time, and it is waiting that shows, not work. */
const RATE = 40;

/** Reports the median and the 99th percentile of each, and their ratios. */
export async function measureWriters({ database, log, workspace, report, small }: Measuring): Promise<void> {
  const { rounds, seconds } = small ? { rounds: 2, seconds: 2 } : { rounds: 8, seconds: 8 };
  const without: number[] = [];
  const beside: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // Either goes first as often as the other.
    if (round % 2 === 0) without.push(...(await editFor(workspace, seconds)));
    const indexer = await startIndexerProcess(database, log);
    try {
      // Not the arrears of the phase before.
      await untilIndexed(database);
      beside.push(...(await editFor(workspace, seconds)));
    } finally {
      await indexer.stop();
    }
    if (round % 2 === 1) without.push(...(await editFor(workspace, seconds)));
  }
  const [p50, p99] = [0.5, 0.99].map((share) => [percentile(without, share), percentile(beside, share)] as const);
  for (const [name, [alone, indexed] = [0, 0]] of [
    ['p50', p50],
    ['p99', p99],
  ] as const)
    report(
      `writers' ${name}: ${alone.toFixed(2)} ms without an indexer, ${indexed.toFixed(2)} ms beside one: ratio ${(indexed / alone).toFixed(2)}`,
    );
  report(`${without.length} and ${beside.length} edits at ${RATE} a second, in ${rounds} phases each`);
}

/** At a fixed rate, whoever waits: a slow edit makes no room for itself. */
async function editFor(workspace: IndexedWorkspace, seconds: number): Promise<number[]> {
  const started = performance.now();
  const taken: Promise<number>[] = [];
  for (let n = 0; n < seconds * RATE; n += 1) {
    const due = started + (n * 1_000) / RATE;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    taken.push(workspace.edit());
  }
  return Promise.all(taken);
}

function percentile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
}
