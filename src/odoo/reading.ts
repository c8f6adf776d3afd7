/** What one request reads of Odoo with. */
import type { Bound } from '../plan/bind.ts';
import type { SealCursor } from '../plan/cursor.ts';
import type { OdooArguments } from './call.ts';
import type { KnownFields } from './known-fields.ts';

/** A call bound to one request: its signal, its counters, its language. */
export type ReadCall = (model: string, method: string, args: OdooArguments) => Promise<unknown>;

/** One request's reads. */
export interface OdooReading {
  readonly call: ReadCall;
  /** Makes cursors for the viewer of the request. */
  readonly sealCursor: SealCursor;
  readonly bound: Bound;
  /** What the reader may name. */
  readonly known: KnownFields;
}
