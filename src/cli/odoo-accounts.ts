/** People's own users in Odoo, as a gateway of this process knows them: from its Odoo, its database and its ring. */
import { type Caches, createCaches } from '../caches.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { OdooCall } from '../odoo/call.ts';
import type { OdooConnection } from '../odoo/connection.ts';
import { createOwnUsers, type OwnUsers } from '../odoo/own-user.ts';
import { type Accounts, type AccountsOptions, createAccounts } from '../ops/odoo-accounts.ts';
import { createRingSource } from '../ops/odoo-key-ring.ts';
import { createOdooKeys } from '../ops/odoo-keys.ts';
import { type Remembered, remember } from '../ops/remember.ts';
import type { PostgresSource } from '../postgres/source.ts';
import type { Windows } from '../rates/windows.ts';

/** What they are made of. */
export interface OpenAccounts {
  readonly config: Config['odooAccounts'];
  readonly postgres: PostgresSource;
  readonly connection: OdooConnection;
  /** The gateway's reader. */
  readonly odoo: OdooCall;
  readonly windows: Windows;
  readonly log: Log;
  readonly caches?: Caches;
}

/** Keys that one person, or one address, may try a minute. */
const TRIES_A_MINUTE = 5;
/** People whose accounts are kept in memory. */
const PEOPLE = { maxEntries: 10_000, maxWeight: 10_000, weigh: () => 1 };

/** Asks nothing before it is asked. */
export function openAccounts({
  config,
  postgres,
  connection,
  odoo,
  windows,
  log,
  caches = createCaches(),
}: OpenAccounts): Accounts {
  const keys = createOdooKeys(postgres);
  const own = createOwnUsers(connection);
  const countTry: AccountsOptions['countTry'] = async (key) => {
    const { points, resetMs } = await windows.take(`odoo keys ${key}`, 1);
    return points > TRIES_A_MINUTE ? resetMs : null;
  };
  return createAccounts({
    keys,
    rings: createRingSource(config.keysSecret, keys),
    odoo: {
      ...own,
      isService: createIsService([connection.apiKey, ...config.serviceKeys], config.serviceLogins, { own, odoo }),
    },
    instance: config.instance,
    countTry,
    found: caches.create('odoo accounts', PEOPLE),
    shown: caches.create('shown odoo accounts', PEOPLE),
    log,
  });
}

/** Milliseconds that it is known whose the gateway's own keys are. */
const SERVICES_MS = 600_000;

/** A person who came to have a program's key would read as that program: it is known by its login, and by whose its key is. */
function createIsService(
  serviceKeys: readonly string[],
  serviceLogins: readonly string[],
  { own, odoo }: { own: Pick<OwnUsers, 'idOf'>; odoo: OdooCall },
): AccountsOptions['odoo']['isService'] {
  const known = new Map<string, Remembered<readonly unknown[]>>();
  const ask = async () => {
    const reader = (await odoo('res.users', 'context_get', {})) as { uid?: unknown } | null;
    return [reader?.uid, ...(await Promise.all(serviceKeys.map((key) => own.idOf(key))))];
  };
  return async (apiKey, user) => {
    if (serviceKeys.includes(apiKey)) return true;
    if (!user) return false;
    const { odooUserId, login } = user;
    if (serviceLogins.includes(login.toLowerCase())) return true;
    return (await remember(known, 'all', SERVICES_MS, ask)).includes(odooUserId);
  };
}
