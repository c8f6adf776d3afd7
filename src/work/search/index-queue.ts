/** The queue of the search index and what the indexer gives back, as it calls them: each call is a transaction of its own. */
import { agentViewer } from '../../auth/viewer.ts';
import { readRows } from '../../postgres/json-rows.ts';
import type { PostgresSource } from '../../postgres/source.ts';
import type { Chunk, ChunkedPage } from './chunk.ts';

/** The agent of the doctrine that alone may write the index. */
const AGENT = 'workspace-indexer';

/** A page whose lease is this worker's. */
export interface ClaimedPage {
  readonly pageId: string;
  /** Which change of the page: one that comes later leaves it in the queue. */
  readonly generation: number;
  /** The number of this attempt, from 1. */
  readonly attempt: number;
}

/** A page as it is now. */
export interface IndexedPage extends ChunkedPage {
  readonly pageId: string;
  readonly version: number;
  /** Whether it is archived: nothing of it is found then. */
  readonly isRemoved: boolean;
}

/** The state of a text: `RESERVED` by this worker, `STORED` already, or another worker embeds it now. */
export type HashState = 'STORED' | 'RESERVED' | 'ELSEWHERE';

/** A chunk to store. */
export interface StoredChunk extends Pick<Chunk, 'chunk' | 'heading' | 'content' | 'blockIds' | 'contentHash'> {
  /** 1536 numbers; absent where the one that is stored under the hash is kept. */
  readonly embedding?: readonly number[];
}

/** What a page is stored as. */
export interface Acknowledgement {
  readonly page: ClaimedPage;
  readonly version: number;
  readonly model: string;
  /** Dimensions of the model's own vectors; null where it has not been heard of yet, and nothing new is stored. */
  readonly nativeDimensions: number | null;
  readonly chunks: readonly StoredChunk[];
}

/** How far the index is, in pages. */
export interface IndexProgress {
  readonly waiting: number;
  readonly dead: number;
  /** Chunks of another model, and those not indexed at all. */
  readonly stale: number;
  readonly pages: number;
}

/** The queue as one worker. Every call throws a GatewayError. */
export interface IndexQueue {
  /** Seconds that a claimed page stays this worker's without a word. */
  readonly leaseSeconds: number;
  /** Leases pages that are due. A claim whose answer is lost costs its lease, and no page. */
  claim(most: number): Promise<readonly ClaimedPage[]>;
  /** Those that are gone are left out. */
  read(pageIds: readonly string[]): Promise<readonly IndexedPage[]>;
  /** @returns The state of each hash. */
  reserve(
    model: string,
    wanted: readonly { pageId: string; hashes: readonly string[] }[],
  ): Promise<Map<string, HashState>>;
  /** Keeps the pages for another lease. */
  extend(pageIds: readonly string[]): Promise<void>;
  /** @returns Whether it was taken: false where the lease was lost, or a vector to keep is gone; it is due again then. */
  acknowledge(acknowledgement: Acknowledgement): Promise<boolean>;
  /** Tried again later, or never: whether it is a dead letter now. Without an error it counts for no attempt. */
  fail(page: ClaimedPage, error: string | null): Promise<boolean>;
  /** Queues pages that are not of the model, in slices by id. `lastId` null: that was the end. */
  enqueueStale(
    model: string,
    most: number,
    after: string | null,
  ): Promise<{ readonly enqueued: number; readonly lastId: string | null }>;
  progress(model: string): Promise<IndexProgress>;
  /** Pages in the queue that are no dead letters. */
  countWaiting(): Promise<number>;
  /** How many pages are due, and for how long the longest of them. */
  lag(): Promise<{ readonly waiting: number; readonly oldestSeconds: number }>;
  /** The length of the model's stored vectors; null where there are none. */
  nativeDimensions(model: string): Promise<number | null>;
}

/** How a worker holds what it claims. */
export interface QueueOptions {
  /** Its name: no other worker's. */
  readonly worker: string;
  /** Seconds that a page stays this worker's without a word, 1 to 3 600. */
  readonly leaseSeconds: number;
  /** Failures after which a page is a dead letter. */
  readonly maxAttempts: number;
}

/** Calls nothing before it is asked to. */
export function createIndexQueue(
  postgres: Pick<PostgresSource, 'render' | 'transact'>,
  { worker, leaseSeconds, maxAttempts }: QueueOptions,
): IndexQueue {
  const viewer = agentViewer(AGENT);
  const read = async <Row>(text: string, values: readonly unknown[] = []) =>
    (await readRows((statement) => postgres.render(viewer, statement), { text, values })) as unknown as readonly Row[];
  const write = async <Row>(text: string, values: readonly unknown[]) =>
    (await postgres.transact(viewer, (run) => readRows(run, { text, values }))) as unknown as readonly Row[];
  return {
    leaseSeconds,
    claim: (most) => write<ClaimedPage>(CLAIM, [worker, most, leaseSeconds]),
    read: (pageIds) => read<IndexedPage>(READ, [pageIds]),
    reserve: async (model, wanted) => {
      const rows = await write<{ hash: string; state: HashState }>(RESERVE, [
        worker,
        model,
        JSON.stringify(wanted),
        leaseSeconds,
      ]);
      return new Map(rows.map(({ hash, state }) => [hash, state]));
    },
    extend: async (pageIds) => {
      await write(EXTEND, [worker, pageIds, leaseSeconds]);
    },
    acknowledge: async ({ page, version, model, nativeDimensions, chunks }) => {
      const values = [page.pageId, worker, page.generation, version, model, nativeDimensions, writeChunks(chunks)];
      const [row] = await write<{ taken: boolean }>(ACKNOWLEDGE, values);
      return row?.taken === true;
    },
    fail: async ({ pageId, generation }, error) => {
      const [row] = await write<{ dead: boolean }>(FAIL, [pageId, worker, generation, error, maxAttempts]);
      return row?.dead === true;
    },
    enqueueStale: async (model, most, after) => {
      const [row] = await write<{ enqueued: number; lastId: string | null }>(ENQUEUE_STALE, [model, most, after]);
      return row ?? { enqueued: 0, lastId: null };
    },
    progress: async (model) => {
      const [row] = await read<IndexProgress>(PROGRESS, [model]);
      return row as IndexProgress;
    },
    countWaiting: async () => {
      const [row] = await read<{ waiting: number }>(COUNT_WAITING);
      return row?.waiting ?? 0;
    },
    lag: async () => {
      const [row] = await read<{ waiting: number; oldestSeconds: number }>(LAG);
      return row ?? { waiting: 0, oldestSeconds: 0 };
    },
    nativeDimensions: async (model) => {
      const [row] = await read<{ dimensions: number }>(NATIVE_DIMENSIONS, [model]);
      return row?.dimensions ?? null;
    },
  };
}

const CLAIM = `select page_id as "pageId", generation, attempt
  from work.claim_index_batch(worker => $1, most => $2::int, lease_seconds => $3::int)`;
/** Not in the claim's transaction, which holds the rows that a writer of these pages waits for. */
const READ = `select p.id as "pageId", p.title, p.version, p.archived_at is not null as "isRemoved", coalesce((
    select json_agg(json_build_object('id', b.id, 'parentId', b.parent_id, 'type', b.type, 'content', b.content) order by b.rank, b.id)
    from work.blocks b where b.page_id = p.id and p.archived_at is null), '[]') as blocks
  from work.pages p where p.id = any ($1::uuid[])`;
const RESERVE = `select content_hash as hash, state
  from work.reserve_embeddings(worker => $1, model => $2, wanted => $3::jsonb, lease_seconds => $4::int)`;
const EXTEND = 'select work.extend_index_lease(worker => $1, page_ids => $2::uuid[], lease_seconds => $3::int)';
const ACKNOWLEDGE = `select work.ack_index(page_id => $1::uuid, worker => $2, generation => $3::bigint, version => $4::int,
  model => $5, native_dimensions => $6::int, chunks => $7::jsonb) as taken`;
const FAIL = `select work.fail_index(page_id => $1::uuid, worker => $2, generation => $3::bigint, error => $4,
  max_attempts => $5::int) as dead`;
const ENQUEUE_STALE = `select enqueued, last_id as "lastId"
  from work.enqueue_stale(model => $1, most => $2::int, after => $3::uuid)`;
const PROGRESS = 'select waiting, dead, stale, pages from work.index_progress(model => $1)';
const COUNT_WAITING = 'select count(*)::int as waiting from work.index_queue where dead_at is null';
const LAG = `select count(*)::int as waiting,
    coalesce(greatest(extract(epoch from clock_timestamp() - min(enqueued_at)), 0), 0)::float8 as "oldestSeconds"
  from work.index_queue where dead_at is null and (claimed_until is null or claimed_until < clock_timestamp())`;
const NATIVE_DIMENSIONS = `select native_dimensions as dimensions from work.search_index
  where model = $1 and native_dimensions is not null limit 1`;

/** A vector as the text that pgvector reads: as JSON numbers it would cost Postgres a decimal each. */
function writeChunks(chunks: readonly StoredChunk[]): string {
  return JSON.stringify(
    chunks.map(({ chunk, heading, content, blockIds, contentHash, embedding }) => ({
      ...{ chunk, heading, content, blockIds, contentHash },
      ...(embedding && { embedding: `[${embedding.map(toSingle).join(',')}]` }),
    })),
  );
}

/** Nine digits say a number of single precision, which is what is stored. */
function toSingle(value: number): number {
  return Number(value.toPrecision(9));
}
