/** The log: one JSON line an event on standard error, so that standard output belongs to the command. */
import { pino } from 'pino';

/** What the program needs of a logger; `(fields, message)`. */
export type Log = Pick<ReturnType<typeof pino>, 'debug' | 'info' | 'warn' | 'error' | 'isLevelEnabled'>;

/** Where a value never belongs into the log. */
const SECRETS = ['authorization', 'password', 'apiKey', 'token', 'secret'];

/** Makes the process's logger; `level` is one of pino's, `silent` for none. */
export function createLog(level: string, write?: (line: string) => void): Log {
  const redact = SECRETS.flatMap((name) => [name, `*.${name}`]);
  const options = { level, base: null, redact, timestamp: () => `,"time":"${new Date().toISOString()}"` };
  return write ? pino(options, { write }) : pino(options, pino.destination(2));
}
