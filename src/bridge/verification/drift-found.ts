/** How a run fails that found differences: it names the first ones, and says how many there are. */
import type { ErrorCode } from '../../errors.ts';
import type { Difference } from './verification-ledger.ts';

const MAX_NAMED = 20;
/** Characters of a value that a message repeats. */
const MAX_VALUE = 80;

/**
 * A run that ends by it is not tried again: another attempt would find the same. The worker knows it by its name, as it does such an
 * error from a handler of another package.
 */
export class DriftFound extends Error {
  override readonly name = 'RunError';
  readonly code: ErrorCode = 'CONFLICT';
  readonly retryable = false;
  readonly retryAfterMs = null;

  constructor(total: number, named: readonly Difference[]) {
    const shown = named.slice(0, MAX_NAMED);
    const more = total > shown.length ? `; and ${total - shown.length} more, in odooDrift` : '';
    const count = total === 1 ? 'There is 1 difference' : `There are ${total} differences`;
    super(`${count} between Odoo and what should be there: ${shown.map(describe).join('; ')}${more}`);
  }
}

function describe({ kind, entity, externalRef, expected, found }: Difference): string {
  const what = `${entity.toLowerCase().replace('_', ' ')} ${cut(externalRef)}`;
  const is = (value: string | null) => (value === null ? 'nothing' : `"${cut(value)}"`);
  if (kind === 'MISSING') return `${what} is missing`;
  if (kind === 'ORPHAN') return `${what} is in Odoo and is no seed`;
  if (kind === 'NAME') return `${what} is called ${is(found)}, and should be ${is(expected)}`;
  if (kind === 'PROJECT') return `${what} stands in ${is(found)}, and should in ${is(expected)}`;
  const where = kind === 'FINANCE_LOCKED' ? 'in a locked period' : 'in a past month';
  return `${what}, ${where}, is ${is(found)}, and was ${is(expected)}`;
}

function cut(text: string): string {
  return text.length > MAX_VALUE ? `${text.slice(0, MAX_VALUE)}…` : text;
}
