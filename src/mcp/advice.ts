/** What a model should do next after each error: our codes are for programs, and a model does what it is told. */
import type { ErrorCode } from '../errors.ts';

const ADVICE: Readonly<Record<ErrorCode, string>> = {
  UNAUTHENTICATED: 'Sign in again, and call with the new token.',
  FORBIDDEN: 'Do not repeat it: describe(coordinates) tells what you may do. Ask whoever you work for.',
  BOUNDARY_VIOLATION: 'Do not repeat it: another system owns this. Ask one of those in mayWrite to do it.',
  SECOND_FACTOR_REQUIRED: 'Ask the person to sign in with a second factor, and call with that token.',
  BAD_USER_INPUT: 'Correct what the message names, and call again.',
  NOT_FOUND: 'Look the id up with a tool that reads, and call with one that is there.',
  CONFLICT: 'Somebody was faster: read the record again, and call with the version that it has now.',
  IDEMPOTENCY_CONFLICT: 'That key belongs to another input: take a new idempotencyKey for a new intent.',
  CONFIRMATION_REQUIRED:
    'Ask for a dry run first, show its diff to whoever you work for, and call with its confirmation.',
  CONFIRMATION_INVALID: 'Ask for a new dry run with these very arguments, and call with its confirmation.',
  CONFIRMATION_EXPIRED: 'Ask for a new dry run, and call with its confirmation within five minutes.',
  CONFIRMATION_USED: 'Read what came of the write that it was used for. Ask for a new dry run if more is meant.',
  APPROVAL_REQUIRED: 'Ask for the approval that the error names, and wait until somebody else has given it.',
  DOCUMENT_NOT_TRUSTED: 'Do not repeat it: use one of the tools, which are trusted operations.',
  PERSISTED_QUERY_NOT_FOUND: 'Do not repeat it: no trusted operation has that id. Use one of the tools.',
  NOT_CONFIGURED: 'Do not repeat it: this gateway has nothing to do it with. Tell whoever you work for.',
  NEUTRALIZED: 'Do not repeat it: this is a copy of production, which sends nothing out.',
  ODOO_ACCOUNT_EXPIRED: 'Ask the person to connect the account of Odoo again.',
  LIMIT_EXCEEDED: 'Ask for less at once: smaller pages, or several calls.',
  BUDGET_EXCEEDED: 'Stop: the budget of the run is used up, and the run has ended. Tell whoever you work for.',
  RATE_LIMITED: 'Wait for retryAfterMs, and call again.',
  UPSTREAM_UNAVAILABLE: 'Try again in a minute; a write with the same idempotencyKey.',
  UPSTREAM_TIMEOUT: 'Ask for less, or try again in a minute; a write with the same idempotencyKey.',
  UPSTREAM_ERROR: 'Try again once; a write with the same idempotencyKey. Then tell whoever you work for.',
  INTERNAL_SERVER_ERROR: 'Tell whoever runs the gateway the errorId.',
};

/** One sentence or two; of a code of nobody's none. */
export function adviseOn(code: unknown): string | undefined {
  return typeof code === 'string' && Object.hasOwn(ADVICE, code) ? ADVICE[code as ErrorCode] : undefined;
}
