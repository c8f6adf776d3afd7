/** What the doctor asks of the world; tests put other answers here. */

/** Addresses of a name. */
export interface Addresses {
  readonly v4: readonly string[];
  readonly v6: readonly string[];
}

/** What a database says of itself and of who asks. */
export interface DatabaseFacts {
  readonly login: string;
  readonly database: string;
  readonly bypasses: boolean;
  readonly inherits: boolean;
  /** E.g. `17.2`. */
  readonly version: string;
  /** E.g. 170002. */
  readonly versionNumber: number;
  readonly extensions: Readonly<Record<string, string>>;
  readonly hasLedger: boolean;
  /** Its clock less this machine's, in milliseconds, give or take half of the round trip. */
  readonly clockMs: number;
  readonly roundTripMs: number;
}

/** What ticks schedules in the database. */
export interface TickFacts {
  /** Schedules that are not paused. */
  readonly schedules: number;
  /** The schedule of the job of pg_cron that calls `ops.tick`, where there is one that is active; undefined where nobody could look. */
  readonly job: string | null | undefined;
}

/** What an Odoo says of itself and of the reader. */
export interface OdooFacts {
  /** Major version; 0 where it does not say. */
  readonly version: number;
  /** As above, in whole seconds; null where its answer has no date. */
  readonly clockMs: number | null;
  readonly roundTripMs: number;
  /** Null where Odoo does not take the credentials. */
  readonly user: { readonly login: string; readonly isAdministrator: boolean } | null;
  /** The newest key of the reader; null where Odoo shows none. */
  readonly key: { readonly made: Date; readonly expires: Date | null } | null;
  /** Models that users read and the reader may not. */
  readonly closed: readonly string[];
}

/** A public key, as far as it is looked at. */
export type PublicKey = Readonly<Record<string, unknown>>;

/** The world. Each rejects with an Error whose message says why. */
export interface Systems {
  readonly now: () => Date;
  /** Whether this machine has an IPv6 address that leads beyond it. */
  readonly hasIpv6: () => boolean;
  readonly resolve: (host: string) => Promise<Addresses>;
  /** Null where a connection came about, else the code of the system. */
  readonly connect: (address: string, port: number) => Promise<string | null>;
  /** @param url Of the gateway's login. */
  readonly database: (url: string) => Promise<DatabaseFacts>;
  /** @param ownerUrl Who sees jobs of pg_cron; null where nobody is configured. */
  readonly ticks: (url: string, ownerUrl: string | null) => Promise<TickFacts>;
  /** Whether a connection by the first URL hears what one by the second says. */
  readonly hears: (listenUrl: string, databaseUrl: string) => Promise<boolean>;
  readonly odoo: () => Promise<OdooFacts>;
  readonly keySet: (url: string) => Promise<readonly PublicKey[]>;
  readonly storage: () => Promise<void>;
}
