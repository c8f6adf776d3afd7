/** Why a DSN leads to no database of ours: a sentence that says what to mend, for those who wrote the DSN. */

import { GatewayError } from '../errors.ts';
import { ToldError } from '../told-error.ts';

/** Why no connection came about. */
type FailedReason =
  | 'host'
  | 'port'
  | 'protocol'
  | 'silence'
  | 'tls'
  | 'password-absent'
  | 'password'
  | 'role'
  | 'database';

/** What is wrong, as far as the driver and the server tell. */
export type ConnectionReason = FailedReason | 'foreign-schema';

/** What a command ends with that cannot work with the database. */
const EXIT_CODES: Readonly<Record<ConnectionReason, number>> = {
  host: 10,
  port: 11,
  silence: 12,
  'password-absent': 13,
  password: 14,
  role: 15,
  database: 16,
  'foreign-schema': 17,
  tls: 18,
  protocol: 19,
};

/** A database that a command cannot work with. Its message names parts of the DSN, so it is for the operator alone. */
export class ConnectionProblem extends ToldError {
  override readonly name = 'ConnectionProblem';
  override readonly exitCode: number;
  readonly reason: ConnectionReason;

  constructor(reason: ConnectionReason, message: string, cause?: unknown) {
    super(message, { cause });
    this.reason = reason;
    this.exitCode = EXIT_CODES[reason];
  }

  /** Whether waiting cannot help; what is away may come back. */
  get isLasting(): boolean {
    return !['host', 'port', 'protocol', 'silence'].includes(this.reason);
  }
}

/** A DSN and the variable that holds it. */
export interface NamedDsn {
  readonly variable: 'DATABASE_URL' | 'MIGRATIONS_DATABASE_URL';
  readonly url: string;
}

/** @param error What the driver threw, or a GatewayError of it. @returns Null where the connection is not at fault. */
export function readConnectionProblem(error: unknown, { variable, url }: NamedDsn): ConnectionProblem | null {
  const thrown = error instanceof GatewayError ? error.cause : error;
  if (!(thrown instanceof Error)) return null;
  const dsn = new URL(url);
  const reason = readReason(thrown, hasPassword(dsn));
  return reason && new ConnectionProblem(reason, `${variable}: ${SENTENCES[reason](partsOf(dsn))}`, thrown);
}

const REASONS: Readonly<Record<string, FailedReason>> = {
  ENOTFOUND: 'host',
  EAI_AGAIN: 'host',
  ECONNREFUSED: 'port',
  ENETUNREACH: 'port',
  EHOSTUNREACH: 'port',
  ETIMEDOUT: 'silence',
  '28P01': 'password',
  '28000': 'role',
  '3D000': 'database',
};

function readReason(thrown: Error, isPasswordGiven: boolean): FailedReason | null {
  // The driver has no codes for these.
  if (/password must be a/.test(thrown.message)) return 'password-absent';
  if (/timeout expired|connection timeout/.test(thrown.message)) return 'silence';
  if (/terminated unexpectedly/.test(thrown.message)) return 'protocol';
  if (/does not support SSL|certificate/.test(thrown.message)) return 'tls';
  const reason = REASONS[readCode(thrown)] ?? null;
  return reason === 'password' && !isPasswordGiven ? 'password-absent' : reason;
}

/** A host with several addresses fails with an AggregateError, whose code is that of the first. */
function readCode(thrown: Error): string {
  return 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
}

function hasPassword(dsn: URL): boolean {
  return dsn.password !== '' || dsn.searchParams.has('password');
}

interface DsnParts {
  readonly host: string;
  readonly port: string;
  readonly role: string;
  readonly database: string;
}

function partsOf({ hostname, port, username, pathname }: URL): DsnParts {
  const role = decodePart(username);
  return { host: hostname, port: port || '5432', role, database: decodePart(pathname.slice(1)) || role };
}

/** A part of a DSN, decoded. It stays as it is where a percent sign begins no character, as in the driver. */
export function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const SENTENCES: Readonly<Record<FailedReason, (parts: DsnParts) => string>> = {
  host: ({ host }) => `the host "${host}" is not known: check its name and the network's DNS`,
  port: ({ host, port }) => `nothing listens on ${host}:${port}: check host and port, and that the server runs`,
  protocol: ({ host, port }) => `what listens on ${host}:${port} is no Postgres, or it broke off: check the port`,
  tls: ({ host }) => `no encrypted connection to ${host} came about: check sslmode, and the server's certificate`,
  silence: ({ host, port }) => `${host}:${port} did not answer in time: check host, port and firewall`,
  'password-absent': ({ role }) => `the server wants a password for the role "${role}", and the DSN has none: add it`,
  password: ({ role }) => `the password of the role "${role}" is wrong, or there is no such role`,
  role: ({ role }) => `the server does not let the role "${role}" log in: create it, or allow it in pg_hba.conf`,
  database: ({ database }) => `the server has no database "${database}": create it, or correct its name`,
};
