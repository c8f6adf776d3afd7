/** The statements by which the gateway uses a confirmation and leaves a receipt: in the transaction of the write itself. */
import { hash } from 'node:crypto';
import { type DocumentNode, print } from 'graphql';
import { callFunction } from '../../postgres/call-function.ts';
import { readRows } from '../../postgres/json-rows.ts';
import type { RunStatement } from '../../postgres/source.ts';
import type { Confirmation } from './confirmation.ts';
import type { Touched } from './touched.ts';

/** Where a receipt stands: `Receipt` of the schema. */
export interface Receipt {
  readonly runId: string;
  readonly eventId: string;
  readonly seq: number;
}

/** What a receipt says beside the rows. */
export interface Written {
  /** Name of the mutation. */
  readonly field: string;
  /** SHA-256 of its operation, in hexadecimal. */
  readonly operation: string;
  readonly runId: string | null;
  readonly confirmation: Confirmation | null;
}

/** As the gateway's own role: uses a confirmation. @returns Null, or why it cannot be used. */
export async function useConfirmation(
  run: RunStatement,
  { id, expiresAt }: Confirmation,
  approval: string | null,
): Promise<'used' | 'unapproved' | null> {
  const given = { id, expires_at: new Date(expiresAt).toISOString(), approval };
  const [row] = await readRows(run, callFunction('ops.use_confirmation', given, 'refusal'));
  return (row?.refusal ?? null) as 'used' | 'unapproved' | null;
}

/** As the gateway's own role: leaves the receipt in the chain of a run. */
export async function leaveReceipt(
  run: RunStatement,
  { field, operation, runId, confirmation }: Written,
  touched: readonly Touched[],
): Promise<Receipt> {
  const affected = touched.map(({ table, id, version }) => ({ table, id, version }));
  const given = {
    ...{ field, operation, affected: JSON.stringify(affected) },
    ...{ run_id: runId, confirmation: confirmation?.id ?? null },
  };
  const [row] = await readRows(run, callFunction('ops.note_write', given, 'receipt'));
  return row?.receipt as Receipt;
}

/** SHA-256 of a document as graphql-js prints it, in hexadecimal: without comments, and without its variables' values. */
export function hashOperation(document: DocumentNode): string {
  return hash('sha256', print(document));
}
