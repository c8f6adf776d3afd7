/** Who reads Odoo, the gateway's reader or a user with an account: learnt at the first call, looked at again after a while, so that a request pays nothing. */
import { GatewayError } from '../errors.ts';
import type { OdooCall } from './call.ts';

/** The companies that the reader may see. */
export interface ReaderCompanies {
  /** Whose values Odoo shows where no company is asked for. */
  readonly main: number;
  readonly all: readonly number[];
}

/** What is known of a reader. */
export interface Reader {
  /** Its language, e.g. `fr_FR`; null where it is Odoo's own, English, or Odoo says none. */
  language(): Promise<string | null>;
  /** Its time zone, e.g. `Asia/Manila`; null where Odoo says none. */
  timeZone(): Promise<string | null>;
  /** Null where Odoo does not say, e.g. of a version that knows but one. */
  companies(): Promise<ReaderCompanies | null>;
}

/** Milliseconds after which a reader is looked at again, while what is known still serves. */
const MAX_AGE_MS = 60_000;
/** Without a language Odoo answers in this one. */
const OWN_LANGUAGE = 'en_US';
/** Shares these answers with those of nobody else, and with a cache where there is one: it may have to serve while Odoo is down. */
const SCOPE = { scope: 'the reader itself' };

const readers = new WeakMap<OdooCall, Reader>();

/** Who reads by a call; the same for all requests. */
export function readerOf(odoo: OdooCall): Reader {
  const found = readers.get(odoo) ?? createReader(odoo);
  readers.set(odoo, found);
  return found;
}

function createReader(odoo: OdooCall): Reader {
  const own = keep(async () => (await readOwnContext(odoo)) ?? {});
  return {
    language: async () => {
      const { lang } = await own();
      return typeof lang === 'string' && lang !== OWN_LANGUAGE ? lang : null;
    },
    timeZone: async () => {
      const { tz } = await own();
      return typeof tz === 'string' && tz !== '' ? tz : null;
    },
    companies: keep(async () => {
      const { uid } = await own();
      if (typeof uid !== 'number') return null;
      const args = { ids: [uid], fields: ['company_id', 'company_ids'] };
      const [user] = (await odoo('res.users', 'read', args, SCOPE).catch(unlessRefused)) as {
        company_id?: readonly [number, string];
        company_ids?: readonly number[];
      }[];
      const main = user?.company_id?.[0];
      return main === undefined ? null : { main, all: user?.company_ids ?? [main] };
    }),
  };
}

interface OwnContext {
  readonly lang?: unknown;
  readonly tz?: unknown;
  readonly uid?: unknown;
}

async function readOwnContext(odoo: OdooCall): Promise<OwnContext | null> {
  return (await odoo('res.users', 'context_get', {}, SCOPE)) as OwnContext | null;
}

/** Nothing where Odoo says no; an outage is not that. */
function unlessRefused(error: unknown): never[] {
  if (error instanceof GatewayError && (error.code === 'FORBIDDEN' || error.code === 'BAD_USER_INPUT')) return [];
  throw error;
}

/** Reads once, and again behind the back of whoever asks later; a failure is kept only where nothing is known. */
function keep<T>(read: () => Promise<T>): () => Promise<T> {
  let kept: { readonly at: number; readonly value: T } | null = null;
  let reading: Promise<T> | null = null;
  const refresh = () => {
    reading ??= read()
      .then((value) => {
        kept = { at: Date.now(), value };
        return value;
      })
      .finally(() => {
        reading = null;
      });
    return reading;
  };
  return async () => {
    if (!kept) return refresh();
    if (Date.now() - kept.at > MAX_AGE_MS) refresh().catch(() => {});
    return kept.value;
  };
}
