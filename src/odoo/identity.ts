/** As whom a request reads Odoo: by the key of the user behind it where that user has connected an account, else as the gateway's reader. */
import { hash } from 'node:crypto';
import type { Caches } from '../caches.ts';
import { GatewayError } from '../errors.ts';
import type { OdooAccount, OdooAccounts } from './accounts.ts';
import type { OdooCall } from './call.ts';
import { keepContexts } from './context.ts';
import { isOutage, isRefused } from './faults.ts';
import type { OdooIdentityMode } from './identity-modes.ts';
import { type FieldLists, knownFieldsOf } from './known-fields.ts';

/** As whom Odoo is read. */
export interface OdooIdentity {
  /** `unmapped`: a user without an account where nobody reads without one; `call` refuses then. */
  readonly standing: 'reader' | 'mapped' | 'unmapped';
  /** What is known of who reads, `knownFieldsOf` and `readerOf` keep by this call: each user's apart. */
  readonly call: OdooCall;
  /** With whom its calls share places at Odoo; null where the viewer's own name stands. */
  readonly holder: string | null;
}

/** Finds as whom users read. */
export interface OdooIdentities {
  /**
   * @param userId The user behind a viewer; null for a viewer without one, who reads as the reader.
   * @throws GatewayError where it cannot be found out: such a user reads nothing, rather than as somebody else.
   */
  of(userId: string | null): Promise<OdooIdentity>;
}

/** What they are found with. */
export interface IdentitiesOptions {
  /** Calls as the reader, and as the user that the options of a call name. */
  readonly odoo: OdooCall;
  /** Null where no accounts are kept: nobody has one. */
  readonly accounts: OdooAccounts | null;
  readonly mode: OdooIdentityMode;
  readonly caches: Caches;
}

/** Users who have asked lately. */
const MAX_USERS = 5_000;
/** What a user with an account weighs beside one without: some hundred kilobytes of fields, which users of the same groups share. */
const MAPPED_WEIGHT = 10;
/** Fields of one user that are known to be closed. */
const MAX_CLOSED_FIELDS = 1_000;
/** Contexts of one user that Odoo has accepted. */
const MAX_CONTEXTS = 50;
/** Lists of fields, one for each model and combination of groups, and fields of all of them. */
const MAX_FIELD_LISTS = { maxEntries: 2_000, maxWeight: 200_000 };
/** Milliseconds that a refused key rests where that could not be noted. */
const REFUSED_REST_MS = 60_000;

interface Kept {
  readonly account: OdooAccount | null;
  readonly identity: OdooIdentity;
}

interface Identifying extends IdentitiesOptions, OdooIdentities {
  readonly lists: FieldLists;
  readonly forget: (userId: string) => void;
}

/** Asks nothing before somebody reads. */
export function createOdooIdentities(options: IdentitiesOptions): OdooIdentities {
  const { odoo, accounts, mode, caches } = options;
  const limits = { maxEntries: MAX_USERS, maxWeight: MAX_USERS };
  const weigh = ({ account }: Kept) => (account ? MAPPED_WEIGHT : 1);
  const kept = caches.create<Kept>('odoo identities', { ...limits, weigh });
  const reader: OdooIdentity = { standing: 'reader', call: odoo, holder: null };
  const withoutAccount: OdooIdentity = mode === 'mapped' ? { ...reader, standing: 'unmapped', call: refuse } : reader;
  const identifying: Identifying = {
    ...options,
    lists: createFieldLists(caches),
    forget: (userId) => void kept.delete(userId),
    of: async (userId) => {
      if (userId === null || mode === 'reader') return reader;
      const last = kept.get(userId);
      const account = await (accounts?.find(userId) ?? Promise.resolve(null)).catch((error: unknown) => {
        // Accounts change rarely: while nobody can say, what was known last holds.
        if (last && isOutage(error)) return last.account;
        throw unknownAccount(error);
      });
      // Another request of the user may have come first.
      const now = kept.get(userId);
      if (now && isSame(now.account, account)) return now.identity;
      const identity = account ? createMapped(identifying, account) : withoutAccount;
      kept.set(userId, { account, identity });
      return identity;
    },
  };
  return identifying;
}

function isSame(one: OdooAccount | null, other: OdooAccount | null): boolean {
  return (
    one?.odooUserId === other?.odooUserId &&
    one?.apiKey === other?.apiKey &&
    (one?.isValid ?? 0) === (other?.isValid ?? 0)
  );
}

function createMapped(identifying: Identifying, account: OdooAccount): OdooIdentity {
  const holder = JSON.stringify(['odoo', account.userId]);
  const call = createMappedCall(identifying, account, holder);
  keepContexts(call, MAX_CONTEXTS);
  knownFieldsOf(call, { who: 'Your Odoo user', maxFields: MAX_CLOSED_FIELDS, lists: identifying.lists });
  return { standing: 'mapped', call, holder };
}

/** Calls as the user. A key that Odoo refuses is noted once, and not tried again. */
function createMappedCall(identifying: Identifying, account: OdooAccount, holder: string): OdooCall {
  const { odoo } = identifying;
  const as = { uid: account.odooUserId, apiKey: account.apiKey };
  let restUntil = account.isValid ? 0 : Number.POSITIVE_INFINITY;
  let noting: Promise<void> | null = null;
  const noteOnce = () => {
    restUntil = Math.max(restUntil, Date.now() + REFUSED_REST_MS);
    noting ??= noteRefused(identifying, account).then((isNoted) => {
      if (!isNoted) noting = null;
    });
    return noting;
  };
  return async (model, method, args, options) => {
    const askRenewed = async (error?: unknown) => {
      const renewed = await findRenewed(identifying, account);
      if (renewed) return renewed.call(model, method, args, options);
      throw expiredAccount(error);
    };
    if (Date.now() < restUntil) return askRenewed();
    try {
      return await odoo(model, method, args, { holder, ...options, as });
    } catch (error) {
      if (!isRefused(error)) throw toOwn(error, model);
      await noteOnce();
      return askRenewed(error);
    }
  };
}

/** False where it could not be noted: then the key rests here. */
async function noteRefused({ accounts, forget }: Identifying, account: OdooAccount): Promise<boolean> {
  try {
    await accounts?.noteRefused(account);
  } catch {
    return false;
  }
  // From now on the accounts say so themselves, until the user connects anew.
  forget(account.userId);
  return true;
}

/** The user may have given a new key since the request began. Null where the user has not, or nobody can say. */
async function findRenewed({ accounts, of }: Identifying, old: OdooAccount): Promise<OdooIdentity | null> {
  const account = await accounts?.find(old.userId).catch(() => null);
  return account?.isValid && account.apiKey !== old.apiKey ? of(old.userId) : null;
}

/** Odoo's refusal of a model, a record or a field, told to the one whose Odoo user it is. */
function toOwn(error: unknown, model: string): unknown {
  if (!(error instanceof GatewayError) || error.code !== 'FORBIDDEN') return error;
  const { cause, details } = error;
  const message = `Your Odoo user may not read this of ${model}: the rights that it has in Odoo decide`;
  return new GatewayError('FORBIDDEN', message, { surface: 'odoo', cause, details: { ...details, model } });
}

const HOW_TO_CONNECT =
  'make an API key in Odoo (your preferences, Account Security), and give it to the mutation connectOdooAccount';

async function refuse(): Promise<never> {
  const message = `You have connected no account of Odoo, and nobody reads it here without one: ${HOW_TO_CONNECT}`;
  throw new GatewayError('FORBIDDEN', message, { surface: 'odoo' });
}

function expiredAccount(cause?: unknown): GatewayError {
  const message = `Odoo no longer takes the key of your account: ${HOW_TO_CONNECT}`;
  return new GatewayError('ODOO_ACCOUNT_EXPIRED', message, { surface: 'odoo', cause });
}

function unknownAccount(error: unknown): unknown {
  if (!(error instanceof GatewayError) || !isOutage(error)) return error;
  const { code, cause, details } = error;
  const message = 'Nobody can say now as whom you read Odoo: the database that keeps your account does not answer';
  return new GatewayError(code, message, { surface: 'odoo', cause: cause ?? error, details });
}

/** Users of the same groups see the same fields: each list is kept once. */
function createFieldLists(caches: Caches): FieldLists {
  const lists = caches.create<ReturnType<Parameters<FieldLists>[2]>>('odoo field lists', {
    ...MAX_FIELD_LISTS,
    weigh: ({ size }) => size || 1,
  });
  return (model, described, make) => {
    const key = hash('sha256', JSON.stringify([model, described]), 'base64url');
    const known = lists.get(key) ?? make();
    lists.set(key, known);
    return known;
  };
}
