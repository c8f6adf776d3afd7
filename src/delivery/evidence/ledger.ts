/** Evidence in the ledger: a run of `delivery-agent` for each recording, with its files as artifacts. */
import { randomUUID } from 'node:crypto';
import { agentViewer } from '../../auth/viewer.ts';
import { GatewayError } from '../../errors.ts';
import { createLedger, type Leased } from '../../ops/ledger.ts';
import { type JsonRow, readRows } from '../../postgres/json-rows.ts';
import type { PostgresSource, RunStatement } from '../../postgres/source.ts';
import type { ChildEnd } from './child.ts';
import type { ListedFile } from './manifest.ts';

/** The agent in the doctrine whose runs they are. */
export const DELIVERY_AGENT = 'delivery-agent';
const KIND = 'evidence.run';
/** Seconds that the run is held without a word; a machine that sleeps for longer loses it. */
const LEASE_SECONDS = 3_600;
const HEARTBEAT_MS = 60_000;
const MAX_CLAIMED = 500;

/** How a recording ended. */
interface RecordingEnd {
  /** From the folder of all evidence. */
  readonly folder: string;
  readonly files: readonly ListedFile[];
  readonly ended: ChildEnd;
  readonly durationMs: number;
}

/** The run of one recording. */
export interface LedgerRun {
  readonly id: string;
  /** Records the files, and ends the run. @throws GatewayError */
  end(end: RecordingEnd): Promise<void>;
  /** Ends the heartbeats. */
  stop(): void;
}

/** The ledger, as far as evidence needs it. */
export interface EvidenceLedger {
  /** @throws GatewayError */
  begin(input: object): Promise<LedgerRun>;
  /** SHA-256 of the artifacts of a run, by what `uriOf` gives. @throws GatewayError */
  digests(runId: string): Promise<ReadonlyMap<string, string>>;
  /** SHA-256 of the artifacts that any run has under these names. No index leads there: asked once for all. @throws GatewayError */
  digestsOf(uris: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
}

/** How the ledger names a file of evidence. @param folder From the folder of all evidence. */
export function uriOf(folder: string, path: string): string {
  return `evidence://${folder}/${path}`;
}

/** Calls nothing before it is asked to. */
export function createEvidenceLedger(postgres: PostgresSource): EvidenceLedger {
  const viewer = agentViewer(DELIVERY_AGENT);
  const ledger = createLedger(postgres, viewer);
  return {
    begin: async (input) => {
      const { run, others } = await postgres.transact(viewer, (statement) => claimNew(statement, input));
      if (others.length > 0) await ledger.giveBack(others);
      await ledger.markRunning(run);
      const beat = setInterval(() => void ledger.heartbeat(run, LEASE_SECONDS).catch(() => {}), HEARTBEAT_MS);
      return { id: run.id, end: (end) => finish(ledger, run, end), stop: () => clearInterval(beat) };
    },
    digests: async (runId) => {
      const rows = await readRows((statement) => postgres.render(viewer, statement), {
        text: DIGESTS,
        values: [runId],
      });
      return new Map(rows.map(({ uri, digest }) => [String(uri), String(digest)]));
    },
    digestsOf: async (uris) => {
      const rows = await readRows((statement) => postgres.render(viewer, statement), {
        text: DIGESTS_OF,
        values: [uris],
      });
      return new Map(rows.map(({ uri, digests }) => [String(uri), (digests as unknown[]).map(String)]));
    },
  };
}

/** In one transaction, so that no other recording can claim the run, and none is left that nobody claims. */
async function claimNew(statement: RunStatement, input: object): Promise<{ run: Leased; others: Leased[] }> {
  const ask = (text: string, values: readonly unknown[]) => readRows(statement, { text, values });
  const [row] = await ask(ENQUEUE, [DELIVERY_AGENT, KIND, JSON.stringify(input), randomUUID()]);
  const claimed = await ask(CLAIM, [DELIVERY_AGENT, `evidence-${randomUUID().slice(0, 8)}`, [KIND], MAX_CLAIMED]);
  const isOwn = ({ id }: JsonRow) => id === row?.id;
  const own = claimed.find(isOwn);
  if (!own)
    throw new GatewayError('CONFLICT', `Run ${row?.id} could not be claimed: too many of ${KIND} wait before it`);
  const leased = ({ id, fence }: JsonRow): Leased => ({ id: String(id), fence: Number(fence) });
  return { run: leased(own), others: claimed.filter((other) => !isOwn(other)).map(leased) };
}

async function finish(ledger: ReturnType<typeof createLedger>, run: Leased, end: RecordingEnd): Promise<void> {
  const { folder, files, ended, durationMs } = end;
  for (const { path, size, sha256 } of files)
    await ledger.recordArtifact(run, {
      kind: 'evidence',
      uri: uriOf(folder, path),
      size,
      digest: `sha256:${sha256}`,
    });
  const output = { exitCode: ended.exitCode, signal: ended.signal, durationMs, folder };
  if (ended.exitCode === 0) return ledger.markFinished(run, { outcome: 'SUCCEEDED', output });
  const why = ended.notStarted ?? (ended.signal ? `ended by ${ended.signal}` : `ended with ${ended.exitCode}`);
  return ledger.markFinished(run, {
    outcome: 'FAILED',
    errorCode: 'COMMAND_FAILED',
    errorMessage: `The command ${why} after ${durationMs} ms`,
    retryable: false,
  });
}

const ENQUEUE =
  'select run_id as id from ops.enqueue(agent => $1, kind => $2, input => $3::jsonb, idempotency_key => $4, max_attempts => 1, priority => 1000)';
const CLAIM = `select id, fence from ops.claim(agent => $1, worker => $2, kinds => $3, max_runs => $4, lease_seconds => ${LEASE_SECONDS})`;
const DIGESTS = 'select uri, digest from ops.artifacts where run_id = $1';
const DIGESTS_OF =
  'select uri, json_agg(digest) as digests from ops.artifacts where uri = any ($1::text[]) and digest is not null group by uri';
