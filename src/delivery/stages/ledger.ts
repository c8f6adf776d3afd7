/** Proofs in the ledger: recorded by delivery-agent, each once and for good. */
import { randomUUID } from 'node:crypto';
import { agentViewer } from '../../auth/viewer.ts';
import { readRows } from '../../postgres/json-rows.ts';
import type { PostgresSource } from '../../postgres/source.ts';
import { DELIVERY_AGENT } from '../evidence/ledger.ts';
import type { Proof } from './proof.ts';

/** What a proof is of: one of the project's environments, or the host of a pull request's. */
export interface ProofPlace {
  readonly projectId: string;
  readonly environment: string | null;
  readonly host: string | null;
}

/** A proof on its way. */
export interface NewProof {
  readonly proof: Proof;
  readonly place: ProofPlace;
  /** The evidence's, with `sha256:` before it; null where none is kept. */
  readonly digest: string | null;
  /** The evidence's run; null where there is none. */
  readonly runId: string | null;
}

const RECORD = `select id from ops.record_stage_proof(project_id => $1, environment => $2, host => $3, checks => $4::jsonb,
  evidence_digest => $5, run_id => $6, idempotency_key => $7)`;

/** @returns The proof's uuid. @throws GatewayError. */
export async function recordProof(
  postgres: PostgresSource,
  { proof, place, digest, runId }: NewProof,
): Promise<string> {
  const { projectId, environment, host } = place;
  const values = [projectId, environment, host, JSON.stringify(proof.checks), digest, runId, randomUUID()];
  const [row] = await postgres.transact(agentViewer(DELIVERY_AGENT), (run) => readRows(run, { text: RECORD, values }));
  return String(row?.id);
}
