/** `tripoint keys`: how many keys of people's users in Odoo are kept and under which key of the ring, and their rotation. */
import { createKeyRenewal } from '../agents/odoo-key-renewal.ts';
import { type Config, readConfig } from '../config.ts';
import { createStateFolder } from '../demo/state.ts';
import { createLog } from '../log.ts';
import { createOwnUsers } from '../odoo/own-user.ts';
import { isSoon, WARNING_DAYS } from '../ops/odoo-accounts.ts';
import { createRingSource, type RingSource } from '../ops/odoo-key-ring.ts';
import { createOdooKeys, type KeptKey, type OdooKeys, ownerOf } from '../ops/odoo-keys.ts';
import { batchesOf, openOdooKeys, rotateOdooKeys } from '../ops/rotate-odoo-keys.ts';
import { packagePaths } from '../paths.ts';
import { checkLogin } from '../postgres/check-login.ts';
import { createPostgresPool } from '../postgres/pool.ts';
import type { PostgresSource } from '../postgres/source.ts';
import { readConfigWithoutTokens } from './config-without-tokens.ts';
import { type Command, FoundError, type Io, UsageError } from './io.ts';

const HELP = `tripoint keys
tripoint keys rotate [--odoo]

Tells how many API keys of people's own users in Odoo are kept, under which key of the ring (ODOO_KEYS_SECRET, or Supabase
Vault's), how many Odoo takes no more, and whose expire within ${WARNING_DAYS} days. It never prints a key.

  rotate    puts all of them under the first key of the ring, while gateways serve; of a ring in Vault it makes a new one
            first. Ended in the middle, it goes on where it was: run it again
  --odoo    renews the keys that expire within ${WARNING_DAYS} days in Odoo itself instead, where Odoo has
            res.users.apikeys.generate and lets its users (19.0 has not)
  --help    print this`;

/** Days for which a key is renewed: Odoo lets an internal user's live 90. */
const RENEWED_DAYS = 89;
const DAY_MS = 86_400_000;

/** What the command works on. */
interface Opened {
  readonly keys: OdooKeys;
  readonly rings: RingSource;
  readonly config: Config;
  readonly io: Io;
}

/** The command. */
export const keysCommand: Command = {
  help: HELP,
  run: async (args, io) => {
    const [word, ...options] = args;
    const isOdoo = options.length === 1 && options[0] === '--odoo';
    if ((word !== undefined && word !== 'rotate') || (options.length > 0 && !isOdoo))
      throw new UsageError('say `tripoint keys`, `tripoint keys rotate`, or `tripoint keys rotate --odoo`');
    await withKeys(io, async (opened) => {
      if (word === undefined) await tell(opened);
      else if (isOdoo) await renew(opened);
      else await rotate(opened);
    });
  },
};

async function withKeys(io: Io, work: (opened: Opened) => Promise<void>): Promise<void> {
  const state = createStateFolder(io.cwd);
  const isEmbedded = !io.env.DATABASE_URL && !io.env.ODOO_URL;
  const lock = isEmbedded ? state.hold() : null;
  // An embedded gateway derives its ring from the secret of its folder.
  const config = isEmbedded ? readConfig(io.env, state.secret) : readConfigWithoutTokens(io.env);
  const postgres = await openDatabase(config, state.database);
  try {
    const keys = createOdooKeys(postgres);
    await work({ keys, rings: createRingSource(config.odooAccounts.keysSecret, keys), config, io });
  } finally {
    await postgres.close();
    lock?.release();
  }
}

async function openDatabase(config: Config, folder: string): Promise<PostgresSource> {
  if (config.embedded) {
    const { openEmbeddedPostgres } = await import('../demo/embedded.ts');
    return (await openEmbeddedPostgres(folder, packagePaths())).source;
  }
  if (!config.postgres) throw new UsageError('DATABASE_URL is not set: it names the database that keeps the keys');
  const log = createLog(config.logLevel);
  const postgres = createPostgresPool({ ...config.postgres, poolSize: 1 }, log);
  await checkLogin({ postgres, log, databaseUrl: config.postgres.databaseUrl, waits: false }).catch(async (error) => {
    await postgres.close();
    throw error;
  });
  return postgres;
}

async function tell({ keys, io }: Opened): Promise<void> {
  const counts = await keys.counts();
  if (counts.length === 0) io.print('no key is kept');
  for (const { sealedBy, keys: all, refused, expiring } of counts)
    io.print(
      `${sealedBy}: ${all} kept, ${refused} that Odoo takes no more, ${expiring} that expire within ${WARNING_DAYS} days`,
    );
  for (const { userId, instance, login, expiresAt } of await listExpiring(keys))
    io.print(`  ${expiresAt?.toISOString().slice(0, 10)} ${login} in ${instance}, of the person ${userId}`);
}

async function listExpiring(keys: OdooKeys): Promise<KeptKey[]> {
  const found: KeptKey[] = [];
  for await (const batch of batchesOf(keys)) found.push(...batch.filter(isExpiring));
  return found.sort((one, other) => Number(one.expiresAt) - Number(other.expiresAt));
}

function isExpiring({ isRefused, expiresAt }: KeptKey): boolean {
  return !isRefused && isSoon(expiresAt);
}

async function rotate({ keys, rings, io }: Opened): Promise<void> {
  const { first } = await rings.current();
  // A run that was ended goes on; where all is under one key, the Vault's ring gets another.
  if ((await keys.counts()).every(({ sealedBy }) => sealedBy === first)) await rings.renew();
  const { to, resealed, lost } = await rotateOdooKeys(keys, rings, (count) => io.redraw?.(`${count} keys`));
  io.print(`${resealed} ${resealed === 1 ? 'key was' : 'keys were'} put under "${to}", the first key of the ring`);
  for (const { login, userId, sealedBy } of lost)
    io.print(`  not that of ${login}, of the person ${userId}: no key of the ring opens what "${sealedBy}" sealed`);
  if (lost.length > 0)
    throw new FoundError('their people have to connect anew, or the ring needs the key that sealed them');
}

/** The new key is kept before the old one is revoked: ended in between, both hold, and the next run revokes nothing. */
async function renew({ keys, rings, config, io }: Opened): Promise<void> {
  if (!config.odoo) throw new UsageError('ODOO_URL is not set: it names the Odoo that renews keys');
  const renewal = createKeyRenewal(config.odoo);
  const own = createOwnUsers(config.odoo);
  let renewed = 0;
  for await (const { kept, apiKey } of openOdooKeys(keys, rings, config.odooAccounts.instance)) {
    if (!isExpiring(kept)) continue;
    const next = await renewal.generate(apiKey, new Date(Date.now() + RENEWED_DAYS * DAY_MS));
    if (next === null) {
      throw new FoundError(
        'this Odoo makes no keys over RPC (res.users.apikeys.generate, from Odoo 20 on, with base.enable_programmatic_api_keys): people make new ones in their preferences, and connect them',
      );
    }
    const expiry = await own.expiry(next, kept.odooUserId, new Date());
    const sealed = (await rings.current()).seal(next, ownerOf(kept));
    await keys.keep({ ...kept, ...sealed, expiresAt: expiry?.at ?? null, renews: kept.key });
    await renewal.revoke(next, apiKey);
    renewed += 1;
    io.print(`renewed the key of ${kept.login}`);
  }
  io.print(`${renewed} ${renewed === 1 ? 'key was' : 'keys were'} renewed`);
}
