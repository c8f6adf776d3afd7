/** The statements by which the gateway's own role uses a confirmation, and leaves the receipt of a write in a run's chain. */
import { callFunction } from '../postgres/call-function.ts';
import type { Statement } from '../postgres/statement.ts';

/** A use of a confirmation. */
interface Use {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** What has to be approved; null where nobody has to approve. */
  readonly approval: string | null;
}

/** What a receipt says. */
interface Note {
  /** Name of the mutation. */
  readonly field: string;
  /** SHA-256 of its operation, in hexadecimal. */
  readonly operation: string;
  /** The agent's run that it was made for. */
  readonly runId: string | null;
  /** Uuid of the confirmation that was used. */
  readonly confirmation: string | null;
  readonly affected: readonly { readonly table: string; readonly id: string; readonly version: unknown }[];
}

/** What execution keeps in the ledger. */
export const receipts = {
  /** Answers `refusal`: null, `used` or `unapproved`. */
  use: ({ id, expiresAt, approval }: Use): Statement =>
    callFunction('ops.use_confirmation', { id, expires_at: new Date(expiresAt).toISOString(), approval }, 'refusal'),
  /** Answers `receipt`: `Receipt` of the schema. */
  note: ({ field, operation, runId, confirmation, affected }: Note): Statement =>
    callFunction(
      'ops.note_write',
      { field, operation, affected: JSON.stringify(affected), run_id: runId, confirmation },
      'receipt',
    ),
};
