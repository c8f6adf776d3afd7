/** The login of Odoo's own database that ODOO_DATABASE_URL names, in parts. */
import { GatewayError } from '../errors.ts';

/** Where Odoo's database is, and as whom it is read. */
export interface OdooLogin {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  /** Null where the URL has none. */
  readonly password: string | null;
  /** libpq's `sslmode` and `sslrootcert`, as far as the URL says them. */
  readonly tls: ReadonlyMap<string, string>;
}

/** What `--sql` prints where no URL says it. */
export const EXAMPLE_LOGIN: OdooLogin = {
  host: 'localhost',
  port: 5432,
  database: 'odoo',
  user: 'tripoint_fdw',
  password: null,
  tls: new Map(),
};

const TLS = ['sslmode', 'sslrootcert'];

/**
 * @param url Checked already to be a URL of Postgres.
 * @throws GatewayError `BAD_USER_INPUT` that names what the URL lacks, and nothing that it has.
 */
export function readOdooLogin(url: string): OdooLogin {
  const { hostname, port, pathname, username, password, searchParams } = new URL(url);
  const host = searchParams.get('host') ?? decodeURIComponent(hostname);
  const database = decodeURIComponent(pathname.slice(1));
  const missing = [...(host ? [] : ['host']), ...(database ? [] : ['database']), ...(username ? [] : ['login'])];
  if (missing.length > 0) {
    const message = `ODOO_DATABASE_URL lacks the ${missing.join(', the ')}: give one such as postgres://tripoint_fdw:…@host:5432/odoo`;
    throw new GatewayError('BAD_USER_INPUT', message);
  }
  return {
    host,
    port: port === '' ? 5432 : Number(port),
    database,
    user: decodeURIComponent(username),
    password: password === '' ? null : decodeURIComponent(password),
    tls: new Map(TLS.flatMap((name) => [[name, searchParams.get(name)] as const]).filter(hasValue)),
  };
}

function hasValue(entry: readonly [string, string | null]): entry is readonly [string, string] {
  return entry[1] !== null;
}
