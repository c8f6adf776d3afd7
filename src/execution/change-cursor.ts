/** Cursors of changes: places among them, as texts that are opaque to clients. */
import { badInput } from '../errors.ts';
import { isUuid } from '../plan/id.ts';
import type { ChangePosition } from '../postgres/changes.ts';

/** What the places of a cursor are among. */
export type ChangeKind = 'runs' | 'pages';

/** First of each cursor, so that it is told from those of lists and of the other subscription. */
const TAGS: Readonly<Record<ChangeKind, string>> = { runs: 'changed_in,id', pages: 'pages.changed_in,id' };

// Nineteen digits stay below what xid8 holds.
const XID = /^\d{1,19}$/;
const SNAPSHOT = /^\d{1,19}:\d{1,19}:(\d{1,19}(,\d{1,19})*)?$/;

/** The place as a text. */
export function writeChangeCursor(kind: ChangeKind, { xid, id, known }: ChangePosition): string {
  return Buffer.from(JSON.stringify([TAGS[kind], xid, id, ...(known ? [known] : [])])).toString('base64url');
}

/** @throws GatewayError `BAD_USER_INPUT` for what `writeChangeCursor` never wrote. */
export function readChangeCursor(kind: ChangeKind, text: string): ChangePosition {
  try {
    const [tag, xid, id, known] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[];
    const isPlace = typeof xid === 'string' && XID.test(xid) && typeof id === 'string' && isUuid(id);
    if (tag === TAGS[kind] && isPlace) {
      if (known === undefined) return { xid, id };
      if (typeof known === 'string' && isSnapshot(known)) return { xid, id, known };
    }
  } catch {
    // Reported below.
  }
  throw badInput('after', 'is no cursor of this subscription: use one that it gave');
}

/** Whether Postgres takes it for one: its numbers go up, from `xmin` to below `xmax`. */
function isSnapshot(text: string): boolean {
  if (!SNAPSHOT.test(text)) return false;
  const [xmin = 0n, xmax = 0n, ...running] = text.split(/[:,]/).flatMap((part) => (part ? [BigInt(part)] : []));
  return xmin > 0n && xmin <= xmax && running.every((xid, index) => xid >= (running[index - 1] ?? xmin) && xid < xmax);
}
