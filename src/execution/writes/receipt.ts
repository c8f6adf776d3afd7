/** Uses a confirmation and leaves a receipt, in the transaction of the write itself and as the gateway's own role. */
import { hash } from 'node:crypto';
import { type DocumentNode, print } from 'graphql';
import { readRows } from '../../postgres/json-rows.ts';
import type { RunStatement } from '../../postgres/source.ts';
import type { Statement } from '../../postgres/statement.ts';
import type { Confirmation } from './confirmation.ts';
import type { Touched } from './touched.ts';

/** Where both are kept: statements for the gateway's own role. */
export interface Receipts {
  /** Answers `refusal`: null, `used` or `unapproved`. */
  readonly use: (use: Pick<Confirmation, 'id' | 'expiresAt'> & { readonly approval: string | null }) => Statement;
  /** Answers `receipt`: where it stands. */
  readonly note: (note: Omit<Written, 'confirmation'> & Noted) => Statement;
}

interface Noted {
  readonly confirmation: string | null;
  readonly affected: readonly Pick<Touched, 'table' | 'id' | 'version'>[];
}

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

/** @param approval What has to be approved; null where nobody has to. @returns Null, or why it cannot be used. */
export async function useConfirmation(
  { use }: Receipts,
  run: RunStatement,
  { id, expiresAt }: Confirmation,
  approval: string | null,
): Promise<'used' | 'unapproved' | null> {
  const [row] = await readRows(run, use({ id, expiresAt, approval }));
  return (row?.refusal ?? null) as 'used' | 'unapproved' | null;
}

/** Leaves it in the chain of a run. */
export async function leaveReceipt(
  { note }: Receipts,
  run: RunStatement,
  { confirmation, ...written }: Written,
  touched: readonly Touched[],
): Promise<Receipt> {
  const affected = touched.map(({ table, id, version }) => ({ table, id, version }));
  const [row] = await readRows(run, note({ ...written, confirmation: confirmation?.id ?? null, affected }));
  return row?.receipt as Receipt;
}

/** SHA-256 of a document as graphql-js prints it, in hexadecimal: without comments, and without its variables' values. */
export function hashOperation(document: DocumentNode): string {
  return hash('sha256', print(document));
}
