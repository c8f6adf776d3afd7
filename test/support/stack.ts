/** Which systems the suite runs against: the real ones where the environment names both, else the embedded ones. */

import { ODOO_PROTOCOLS } from '../../src/odoo/connection.ts';

/** Whether the suite runs on real Odoo and real Postgres. */
export const isRealStack = Boolean(process.env.DATABASE_URL && process.env.ODOO_URL);

/** A variable of the real stack. @throws Error where it is absent. */
export function stackVariable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: source the file that the stack's "up" prints`);
  return value;
}

/** The gateway's login on the server itself, for tests of what one session keeps: a transaction pooler stands before many. */
export function sessionUrl(): string {
  return process.env.DATABASE_LISTEN_URL ?? stackVariable('DATABASE_URL');
}

/** The database of a template or test on the server that one of the variables names. */
export function databaseUrl(
  variable: 'DATABASE_URL' | 'DATABASE_LISTEN_URL' | 'MIGRATIONS_DATABASE_URL',
  database: string,
): string {
  const url = new URL(stackVariable(variable));
  url.pathname = `/${database}`;
  return url.href;
}

/** The gateway's login on such a database: behind a transaction pooler it listens past it. */
export function loginOf(database: string): { readonly databaseUrl: string; readonly listenUrl: string | null } {
  const listens = Boolean(process.env.DATABASE_LISTEN_URL);
  return {
    databaseUrl: databaseUrl('DATABASE_URL', database),
    listenUrl: listens ? databaseUrl('DATABASE_LISTEN_URL', database) : null,
  };
}

/** The reader of the stack's Odoo, over the protocol that `ODOO_PROTOCOL` names: JSON-2 where it does not. */
export function stackOdoo() {
  return {
    url: stackVariable('ODOO_URL'),
    database: stackVariable('ODOO_DB'),
    apiKey: stackVariable('ODOO_API_KEY'),
    protocol: ODOO_PROTOCOLS.find((name) => name === process.env.ODOO_PROTOCOL) ?? 'json2',
    username: process.env.ODOO_USERNAME ?? null,
  };
}

/** HS256 secret of the suite's tokens. */
export const JWT_SECRET = 'a-secret-of-the-test-suite-that-is-long-enough-to-be-one';
