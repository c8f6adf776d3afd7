/** A database with the gateway's schema for one environment: of its own, made by our migrations, on the server that a variable names. */

import { migrate } from '../../../postgres/migrate.ts';
import { withOwner } from '../../../postgres/owner.ts';

/** Keeps them on one server. */
export interface GatewayDatabases {
  /** @throws GatewayError, ConnectionProblem */
  make(database: string): Promise<void>;
  remove(database: string): Promise<void>;
}

/** @param url Of the server, as an owner who may make databases. @param migrations Their folder. */
export function createGatewayDatabases(url: string, migrations: string): GatewayDatabases {
  return {
    make: async (database) => {
      await withOwner(url, (client) => client.script(`create database ${quote(database)}`));
      const own = new URL(url);
      own.pathname = `/${encodeURIComponent(database)}`;
      await withOwner(own.href, (client) => migrate(client, migrations));
    },
    remove: (database) =>
      withOwner(url, (client) => client.script(`drop database if exists ${quote(database)} with (force)`)),
  };
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
