/** What single commands read from the environment, beside what all commands read. */
import type { EmbedderConfig } from '../work/search/create-embedder.ts';
import type { OpenAiConfig } from '../work/search/openai-client.ts';

/** What `tripoint indexer` reads as well. */
export interface IndexerConfig {
  /** Pages claimed at once. */
  readonly batchPages: number;
  /** Seconds that a page stays an indexer's without a word. */
  readonly leaseSeconds: number;
  /** Failures after which a page is a dead letter. */
  readonly maxAttempts: number;
  /** Requests to the embedder a minute at most; null for as many as it takes. */
  readonly requestsPerMinute: number | null;
  /** Milliseconds that a batch under way has left when the indexer is told to stop. */
  readonly drainMs: number;
  /** Where its health and metrics are, and a tick with the token may wake it; null where nothing listens. */
  readonly door: { readonly port: number; readonly token: string | null } | null;
}

/** What people's own users in Odoo are kept with. */
export interface OdooAccountsConfig {
  /** The Odoo's name in `ops.odoo_users`. */
  readonly instance: string;
  /** A ring of keys as `readKeyRing` takes it; null where Supabase Vault is asked for one. */
  readonly keysSecret: string | null;
  /** Logins in Odoo that programs have, and no person may connect; in small letters. */
  readonly serviceLogins: readonly string[];
  /** Keys of the gateway's own users in Odoo. */
  readonly serviceKeys: readonly string[];
}

/** What search reads. */
export interface SearchConfig {
  /** What turns texts into vectors. */
  readonly embedder: EmbedderConfig;
  /** What writes answers; null where none are written. */
  readonly chat: (OpenAiConfig & { readonly model: string }) | null;
}

/** What `tripoint worker` reads as well. */
export interface WorkerConfig {
  /** Runs at once. */
  readonly concurrency: number;
  /** Seconds that a run stays a worker's without a heartbeat. */
  readonly leaseSeconds: number;
  /** Milliseconds that one attempt may take. */
  readonly timeoutMs: number;
  /** Milliseconds that runs under way have left when the worker is told to stop. */
  readonly drainMs: number;
  /** Key of the Odoo user that writes; null where nothing is to be written. */
  readonly odooWriterApiKey: string | null;
  /** Milliseconds that one write to Odoo may take. */
  readonly odooWriteTimeoutMs: number;
  /** Seconds after which a write that was sent, and is not there, will not come any more. */
  readonly odooWriteSettleSeconds: number;
  readonly odooWritesInDevelopment: boolean;
  /** Milliseconds between two ticks of the schedules: a due time is met within it. Null in staging, where none is due. */
  readonly tickMs: number | null;
  /** Where its health and metrics are; null where nothing listens. */
  readonly port: number | null;
}
