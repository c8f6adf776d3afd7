/** The run that a request names, to which what it uses is counted. */
import type { IncomingMessage } from 'node:http';
import { RUN_HEADER } from '../answer.ts';

/** Null where it names none. */
export function readRunId({ headers }: Pick<IncomingMessage, 'headers'>): string | null {
  const given = headers[RUN_HEADER];
  return given === undefined ? null : String(given);
}
