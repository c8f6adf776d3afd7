/**
 * Partners of a test's own in the real Odoo: archived and without a company, so that no other list shows them, and
 * removed again whatever happens.
 */
import { createJson2Call, type OdooCall } from '../../src/demo/record/call.ts';
import { stackVariable } from './stack.ts';

/** The partners of one test; closing removes them. */
export interface OwnPartners extends AsyncDisposable {
  /** The filter that finds them and nothing else. */
  readonly filter: Readonly<Record<string, unknown>>;
  /** Creates as many in one batch; their ids. */
  readonly create: (count: number) => Promise<number[]>;
  readonly remove: (ids: readonly number[]) => Promise<void>;
}

/** Chatter and mail are no part of a test. */
const QUIET = { tracking_disable: true, mail_create_nolog: true, mail_notrack: true, active_test: false };
const CITIES = [false, 'Manila', 'manila', 'Cebu', '', 'Ávila', 'Zz', '~'];
const COUNTRIES = ['PH', 'SG', 'US', 'JP', null];
const TYPES = ['contact', 'invoice', 'delivery', 'other'];

/** @param choose Gives a whole number below its argument. */
export async function openOwnPartners(choose: (below: number) => number): Promise<OwnPartners> {
  const { ODOO_DB: database = '' } = process.env;
  const call = createJson2Call({
    url: stackVariable('ODOO_URL'),
    apiKey: stackVariable('ODOO_ADMIN_API_KEY'),
    database,
  });
  const prefix = `tripoint-test-${process.pid}-${Date.now().toString(36)}-`;
  const countries = await readCountries(call);
  await removeAbandoned(call);
  let serial = 0;
  const pick = <T>(items: readonly T[]): T => items[choose(items.length)] as T;
  const draw = () => {
    serial += 1;
    return {
      name: `${pick(['Ana', 'ana', 'Ben', 'Çelik', 'Zed'])} ${choose(50)}`,
      ref: `${prefix}${serial}`,
      active: false,
      company_id: false,
      city: pick(CITIES),
      function: pick([false, 'Buyer', 'Seller']),
      zip: pick([false, '1000', '200', '']),
      country_id: countries.get(pick(COUNTRIES)) ?? false,
      type: pick(TYPES),
      is_company: choose(2) === 1,
      customer_rank: choose(3),
      user_id: pick([false, 2]),
      comment: pick([false, '<p>note</p>']),
    };
  };
  const remove = async (ids: readonly number[]): Promise<void> => {
    if (ids.length > 0) await call('res.partner', 'unlink', { ids, context: QUIET });
  };
  return {
    filter: { ref: { startsWith: prefix }, active: { eq: false } },
    create: async (count) =>
      (await call('res.partner', 'create', {
        vals_list: Array.from({ length: count }, draw),
        context: QUIET,
      })) as number[],
    remove,
    [Symbol.asyncDispose]: async () => {
      const domain = [['ref', '=like', `${prefix}%`]];
      await remove((await call('res.partner', 'search', { domain, context: QUIET })) as number[]);
    },
  };
}

/** What a run that was killed left behind. */
async function removeAbandoned(call: OdooCall): Promise<void> {
  const hourAgo = new Date(Date.now() - 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
  const domain = [
    ['ref', '=like', 'tripoint-test-%'],
    ['create_date', '<', hourAgo],
  ];
  const ids = (await call('res.partner', 'search', { domain, context: QUIET })) as number[];
  if (ids.length > 0) await call('res.partner', 'unlink', { ids, context: QUIET });
}

async function readCountries(call: OdooCall): Promise<Map<string | null, number>> {
  const domain = [['code', 'in', COUNTRIES.filter((code) => code !== null)]];
  const rows = await call('res.country', 'search_read', { domain, fields: ['code'] });
  return new Map((rows as { id: number; code: string }[]).map(({ id, code }) => [code, id]));
}
