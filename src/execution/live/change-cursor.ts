/** Cursors of changes: each is a place in the order of changes, sealed like the cursors of lists. */
import { cursorScope } from '../../auth/viewer.ts';
import type { Context } from '../../context.ts';
import { badInput } from '../../errors.ts';
import { openCursor, requireScope } from '../../plan/cursor.ts';
import { isUuid } from '../../plan/id.ts';
import type { ChangePosition } from '../../postgres/changes.ts';

// Nineteen digits stay below what xid8 holds.
const XID = /^\d{1,19}$/;
const SNAPSHOT = /^\d{1,19}:\d{1,19}:(\d{1,19}(,\d{1,19})*)?$/;

/** What cursors are made and read by. */
type Reader = Pick<Context, 'viewer' | 'seal' | 'sealCursor'>;

/** The place as a text. @param tag Tells the cursors of one field from those of lists and of other subscriptions. */
export function writeChangeCursor(
  { sealCursor }: Pick<Reader, 'sealCursor'>,
  tag: string,
  { xid, id, known }: ChangePosition,
): string {
  return sealCursor(JSON.stringify([tag, xid, id, ...(known ? [known] : [])]));
}

/** @throws GatewayError `BAD_USER_INPUT` for what `writeChangeCursor` never wrote. */
export function readChangeCursor({ seal, viewer }: Reader, tag: string, text: string): ChangePosition {
  const { scope, list } = openCursor(seal, text, 'after');
  requireScope(scope, cursorScope(viewer), 'after');
  const [given, xid, id, known] = list;
  const isPlace = typeof xid === 'string' && XID.test(xid) && typeof id === 'string' && isUuid(id);
  if (given === tag && isPlace) {
    if (known === undefined) return { xid, id };
    if (typeof known === 'string' && isSnapshot(known)) return { xid, id, known };
  }
  throw badInput('after', 'is no cursor of this subscription: use one that it gave');
}

/** Whether Postgres takes it for one: its numbers go up, from `xmin` to below `xmax`. */
function isSnapshot(text: string): boolean {
  if (!SNAPSHOT.test(text)) return false;
  const [xmin = 0n, xmax = 0n, ...running] = text.split(/[:,]/).flatMap((part) => (part ? [BigInt(part)] : []));
  return xmin > 0n && xmin <= xmax && running.every((xid, index) => xid >= (running[index - 1] ?? xmin) && xid < xmax);
}
