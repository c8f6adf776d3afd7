/** What `tripoint worker` and `tripoint indexer` read from the environment as well. */
import { z } from 'zod';
import { apiKey, count, secret } from '../variables.ts';
import type { IndexerConfig, WorkerConfig } from './parts.ts';

/** Milliseconds between two ticks of the schedules. */
const TICK_MS = 10_000;

/** The variables of both. */
export const workerVariables = z.object({
  ODOO_WRITER_API_KEY: secret(apiKey),
  ODOO_WRITES_IN_DEVELOPMENT: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
  ODOO_WRITE_TIMEOUT_MS: count(100, 600_000, 60_000),
  ODOO_WRITE_SETTLE_SECONDS: count(0, 3_600, 120),
  WORKER_CONCURRENCY: count(1, 64, 4),
  WORKER_LEASE_SECONDS: count(5, 3_600, 60),
  WORKER_TIMEOUT_SECONDS: count(1, 86_400, 300),
  WORKER_DRAIN_SECONDS: count(0, 3_600, 20),
  WORKER_PORT: count(0, 65_535, 0),
  INDEXER_BATCH_PAGES: count(1, 1_000, 32),
  INDEXER_LEASE_SECONDS: count(5, 3_600, 120),
  INDEXER_MAX_ATTEMPTS: count(1, 40, 10),
  INDEXER_REQUESTS_PER_MINUTE: count(0, 100_000, 0),
  INDEXER_DRAIN_SECONDS: count(0, 3_600, 20),
  INDEXER_PORT: count(0, 65_535, 0),
  INDEXER_TICK_TOKEN: secret(apiKey),
});

type Read = z.infer<typeof workerVariables>;

/** @param isStaging There no schedule is due. */
export function readWorker(read: Read, isStaging: boolean): WorkerConfig {
  return {
    concurrency: read.WORKER_CONCURRENCY,
    leaseSeconds: read.WORKER_LEASE_SECONDS,
    timeoutMs: read.WORKER_TIMEOUT_SECONDS * 1_000,
    drainMs: read.WORKER_DRAIN_SECONDS * 1_000,
    odooWriterApiKey: read.ODOO_WRITER_API_KEY ?? null,
    odooWriteTimeoutMs: read.ODOO_WRITE_TIMEOUT_MS,
    odooWriteSettleSeconds: read.ODOO_WRITE_SETTLE_SECONDS,
    odooWritesInDevelopment: read.ODOO_WRITES_IN_DEVELOPMENT === '1',
    tickMs: isStaging ? null : TICK_MS,
    port: read.WORKER_PORT === 0 ? null : read.WORKER_PORT,
  };
}

/** A door without a token hears no tick. */
export function readIndexer(read: Read): IndexerConfig {
  const { INDEXER_PORT: port, INDEXER_TICK_TOKEN: token = null, INDEXER_REQUESTS_PER_MINUTE: requests } = read;
  return {
    batchPages: read.INDEXER_BATCH_PAGES,
    leaseSeconds: read.INDEXER_LEASE_SECONDS,
    maxAttempts: read.INDEXER_MAX_ATTEMPTS,
    requestsPerMinute: requests === 0 ? null : requests,
    drainMs: read.INDEXER_DRAIN_SECONDS * 1_000,
    door: port === 0 ? null : { port, token },
  };
}
