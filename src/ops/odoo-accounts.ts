/** People's own users in Odoo: connected, found for whoever reads as one, and looked at again from time to time. */
import { type Viewer, viewerScope } from '../auth/viewer.ts';
import { GatewayError } from '../errors.ts';
import type { RingSource } from './odoo-key-ring.ts';
import { type KeptKey, type NewKey, type OdooKeys, ownerOf } from './odoo-keys.ts';
import { type Kept, type Remembered, remember } from './remember.ts';

/** A person's own user in Odoo; `OdooAccount` of the surface `odoo` is the same. */
export interface PersonAccount {
  readonly userId: string;
  readonly odooUserId: number;
  readonly login: string;
  /** Plain text. */
  readonly apiKey: string;
  readonly isValid: boolean;
  readonly expiresAt: Date | null;
}

/** Whose a key is, as Odoo says; null everywhere where Odoo does not take the key. */
export interface AskOdoo {
  readonly whoIs: (apiKey: string, signal?: AbortSignal) => Promise<OdooUser | null>;
  readonly describe: (apiKey: string) => Promise<(OdooUser & { readonly languages: readonly string[] }) | null>;
  readonly expiry: (apiKey: string, userId: number, givenAt: Date) => Promise<{ readonly at: Date | null } | null>;
  /** Whether the key, or its user, is one that the gateway's own programs have. The key alone is looked at without a user. */
  readonly isService: (apiKey: string, user: OdooUser | null) => Promise<boolean>;
}

/** Whose a key is. */
export interface OdooUser {
  readonly odooUserId: number;
  readonly login: string;
  readonly name: string;
  readonly company: string | null;
}

/** `OdooAccount` of the schema. */
export interface ShownAccount {
  readonly login: string;
  readonly isValid: boolean;
  readonly name: string | null;
  readonly company: string | null;
  readonly languages: readonly string[] | null;
  /** RFC 3339. */
  readonly expiresAt: string | null;
  readonly expiresSoon: boolean;
}

/** What the accounts are made of. */
export interface AccountsOptions {
  readonly keys: OdooKeys;
  readonly rings: RingSource;
  readonly odoo: AskOdoo;
  /** The Odoo's name in `ops.odoo_users`. */
  readonly instance: string;
  /** Counts one try to connect, and says in how many milliseconds the minute is over where it was one too many. */
  readonly countTry: (key: string) => Promise<number | null>;
  readonly found: Kept<Remembered<Opened | null>>;
  readonly shown: Kept<Remembered<ShownAccount | null>>;
  readonly log: { warn(about: object, message: string): void };
}

/** The accounts of one gateway. */
export interface Accounts {
  /** Null where the user has connected none. */
  find(userId: string): Promise<PersonAccount | null>;
  /** Odoo answered 401 to this very key. */
  noteRefused(account: PersonAccount): Promise<void>;
  /** Asks Odoo whose the key is, and seals it. @throws GatewayError that says why it is not to be connected. */
  prove(apiKey: string, asking: { viewer: Viewer; address: string | null; signal: () => AbortSignal }): Promise<NewKey>;
  /** A person's own; null for everybody else. */
  show(viewer: Viewer): Promise<ShownAccount | null>;
  /** Forgets what is kept in memory of a user. */
  forget(userId: string): void;
  readonly instance: string;
}

/** Days before its end in which a key is said to expire soon. */
export const WARNING_DAYS = 14;
const DAY_MS = 86_400_000;
/** Milliseconds that an account serves without another look: what another process changes is seen after them. */
const FOUND_MS = 5_000;
const SHOWN_MS = 60_000;

interface Opened extends PersonAccount {
  readonly kept: KeptKey;
}

/** Asks nothing before it is asked. */
export function createAccounts(options: AccountsOptions): Accounts {
  const { found, shown, instance } = options;
  const forget = (userId: string) => {
    found.delete(userId);
    shown.delete(userId);
  };
  const find = (userId: string) =>
    remember(found, userId, FOUND_MS, async () => {
      const account = await open(options, userId);
      // No read waits for it, and whoever reads need not look at the account to be warned.
      if (account?.isValid && isDue(account)) void lookAtUsed(options, account);
      return account;
    });
  const noteRefused = async ({ userId, apiKey }: Pick<PersonAccount, 'userId' | 'apiKey'>) => {
    forget(userId);
    const account = await open(options, userId);
    // A key that was connected since then is another one.
    if (account?.apiKey !== apiKey || !(await options.keys.noteRefusal(account.kept.key))) return;
    forget(userId);
    options.log.warn({ user: userId, login: account.login }, "Odoo takes the key of a person's own user no more");
  };
  return {
    instance,
    forget,
    noteRefused,
    find,
    prove: (apiKey, asking) => prove(options, apiKey, asking),
    show: async ({ kind, id }) => {
      if (kind !== 'user' || id === null) return null;
      return remember(shown, id, SHOWN_MS, async () => show(options, await find(id), { find, noteRefused }));
    },
  };
}

/** @throws GatewayError `NOT_CONFIGURED` where the ring does not open the key. */
async function open({ keys, rings, instance }: AccountsOptions, userId: string): Promise<Opened | null> {
  const kept = await keys.find(userId, instance);
  if (!kept) return null;
  const ring = await rings.current(kept.sealedBy);
  const apiKey = ring.open(kept, ownerOf(kept));
  if (apiKey === null)
    throw new GatewayError(
      'NOT_CONFIGURED',
      `The key of your user in Odoo does not open by the gateway's ring (it was sealed by "${kept.sealedBy}"): connect it anew, or tell whoever runs the gateway`,
      { surface: 'odoo' },
    );
  const { odooUserId, login, expiresAt, isRefused } = kept;
  return { userId: kept.userId, odooUserId, login, apiKey, isValid: !isRefused, expiresAt, kept };
}

const NO_ACCOUNT =
  'Odoo does not take this key: make one in your preferences in Odoo, under Security, and connect that';

async function prove(
  options: AccountsOptions,
  apiKey: string,
  { viewer, address, signal }: Parameters<Accounts['prove']>[1],
): Promise<NewKey> {
  const { odoo, rings, instance } = options;
  await limitTries(options, viewer, address);
  // Before Odoo is asked: where nothing could be kept, the key need not travel.
  const ring = await rings.current();
  if (await odoo.isService(apiKey, null)) throw serving('This user');
  const user = await odoo.whoIs(apiKey, signal());
  if (!user) throw new GatewayError('ODOO_ACCOUNT_EXPIRED', NO_ACCOUNT, { details: { argument: 'apiKey' } });
  const { odooUserId, login } = user;
  if (await odoo.isService(apiKey, user)) throw serving(`The user ${login}`);
  const userId = viewer.id ?? '';
  const expiry = await odoo.expiry(apiKey, odooUserId, new Date());
  const sealed = ring.seal(apiKey, ownerOf({ userId, instance, odooUserId }));
  return { ...sealed, userId, instance, odooUserId, login, expiresAt: expiry?.at ?? null };
}

function serving(who: string): GatewayError {
  const details = { argument: 'apiKey' };
  return new GatewayError('CONFLICT', `${who} of Odoo serves a program: connect your own`, { details });
}

async function limitTries({ countTry }: AccountsOptions, viewer: Viewer, address: string | null): Promise<void> {
  for (const key of [viewerScope(viewer), ...(address === null ? [] : [`address ${address}`])]) {
    const retryAfterMs = await countTry(key);
    if (retryAfterMs === null) continue;
    throw new GatewayError('RATE_LIMITED', 'Too many keys were tried: wait a minute', { details: { retryAfterMs } });
  }
}

/** What Odoo cannot say now is null, and an error of nobody. */
async function show(
  options: AccountsOptions,
  account: Opened | null,
  looking: { find(userId: string): Promise<Opened | null>; noteRefused(account: PersonAccount): Promise<void> },
): Promise<ShownAccount | null> {
  if (!account) return null;
  if (!account.isValid) return describeAccount(account, null);
  const asked = await options.odoo.describe(account.apiKey).catch((error: unknown) => {
    if (error instanceof GatewayError) return undefined;
    throw error;
  });
  if (asked === null) {
    await looking.noteRefused(account);
    const now = await looking.find(account.userId);
    // Its person may have given a new key since, or none.
    if (now?.apiKey !== account.apiKey) return show(options, now, looking);
    return describeAccount({ ...account, isValid: false }, null);
  }
  const expiresAt = asked ? await lookAgain(options, account) : account.expiresAt;
  return describeAccount({ ...account, expiresAt }, asked ?? null);
}

function isDue({ kept }: Opened): boolean {
  return Date.now() - kept.checkedAt.getTime() >= DAY_MS;
}

/** Notes first that it is looked at, so that no other gateway does, and none tries again that day where Odoo does not answer. */
async function lookAtUsed(options: AccountsOptions, account: Opened): Promise<void> {
  try {
    await options.keys.noteExpiry(account.kept.key, account.expiresAt);
    await lookAgain(options, account);
  } catch (err) {
    options.log.warn(
      { user: account.userId, err },
      "when the key of a person's own user in Odoo expires was not noted",
    );
  }
}

/** When the key expires: asked once a day, with the key itself. */
async function lookAgain({ keys, odoo, log }: AccountsOptions, { kept, ...account }: Opened): Promise<Date | null> {
  if (!isDue({ kept, ...account })) return account.expiresAt;
  const expiry = await odoo.expiry(account.apiKey, account.odooUserId, kept.connectedAt).catch(() => null);
  if (!expiry) return account.expiresAt;
  await keys.noteExpiry(kept.key, expiry.at);
  if (isSoon(expiry.at))
    log.warn(
      { user: account.userId, login: account.login, expiresAt: expiry.at },
      "the key of a person's own user in Odoo expires soon",
    );
  return expiry.at;
}

/** Whether a key that ends then is said to expire soon. */
export function isSoon(at: Date | null): boolean {
  return at !== null && at.getTime() < Date.now() + WARNING_DAYS * DAY_MS;
}

function describeAccount(
  { login, isValid, expiresAt }: Pick<PersonAccount, 'login' | 'isValid' | 'expiresAt'>,
  user: (OdooUser & { readonly languages: readonly string[] }) | null,
): ShownAccount {
  return {
    login: user?.login ?? login,
    isValid,
    name: user?.name ?? null,
    company: user?.company ?? null,
    languages: user?.languages ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
    expiresSoon: !isValid || isSoon(expiresAt),
  };
}
