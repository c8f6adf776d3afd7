/** Cursors as the gateway under test makes them, for tests that look into one or make one of their own. */
import { openCursor as open } from '../../src/plan/cursor.ts';
import { createSeal } from '../../src/plan/seal.ts';
import type { As } from './gateway.ts';
import { JWT_SECRET } from './stack.ts';

const seal = createSeal([JWT_SECRET]);

/** What a cursor holds: for lists `[type, order, …values]`. */
export function readCursor(cursor: string): readonly unknown[] {
  return open(seal, cursor, 'cursor').list;
}

/** A cursor with any content. @param as Whom it is given to. */
export function makeCursor(list: readonly unknown[], as: As = 'service'): string {
  return seal.seal(`${scopeOf(as)}\n${JSON.stringify(list)}`);
}

/** The same cursor, as if it were given to another viewer. */
export function giveCursor(cursor: string, as: As): string {
  return makeCursor(readCursor(cursor), as);
}

/** As cursors were once: base64url of a JSON list. */
export function makeOldCursor(...list: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(list)).toString('base64url');
}

function scopeOf(as: As): string {
  if (as === null) return 'anonymous';
  const [, agent] = /^agent:(\S+)/.exec(as) ?? [];
  if (agent) return `agent:${agent}`;
  return as === 'service' ? 'service' : 'user';
}
