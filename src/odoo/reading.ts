/** What one request reads of Odoo with. */
import type { SealCursor } from '../plan/cursor.ts';
import type { Variables } from '../plan/plan.ts';
import type { OdooArguments } from './call.ts';
import type { KnownFields } from './known-fields.ts';

/** A call bound to one request: its signal, its counters, its language. */
export type ReadCall = (model: string, method: string, args: OdooArguments) => Promise<unknown>;

/** One request's reads. */
export interface OdooReading {
  readonly call: ReadCall;
  /** Makes cursors for the viewer of the request. */
  readonly sealCursor: SealCursor;
  readonly variables: Variables;
  /** What the reader may name. */
  readonly known: KnownFields;
}
