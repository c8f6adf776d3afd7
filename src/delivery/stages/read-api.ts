/** Looks into Odoo by its API, with a key of an administrator: ODOO_PROOF_API_KEY. */
import type { OdooCall } from '../../odoo/call.ts';
import { QUEUES, type Queue, type StageReader } from './reader.ts';

type Row = Readonly<Record<string, unknown>>;

/** Asks nothing before a question comes. @param now For keys that have expired. */
export function createApiReader(call: OdooCall, now: () => Date): StageReader {
  const read = (model: string, domain: readonly unknown[], fields: readonly string[]) =>
    call(model, 'search_read', { domain, fields, order: 'id' }) as Promise<Row[]>;
  const count = (model: string, domain: readonly unknown[]) =>
    call(model, 'search_count', { domain }) as Promise<number>;
  const isThere = async (model: string) => (await count('ir.model', [['model', '=', model]])) > 0;
  const names = async (model: string, domain: readonly unknown[]) =>
    (await read(model, domain, ['name'])).map(({ name }) => String(name));
  return {
    way: 'the key of an administrator',
    // A key of an administrator may do everything: that it should be kept away from a running gateway, the documents say.
    excess: async () => {
      // One that Odoo does not take is no key that only reads.
      await call('res.users', 'context_get', {});
      return [];
    },
    parameter: async (key) => {
      const [row] = await read('ir.config_parameter', [['key', '=', key]], ['value']);
      return row ? String(row.value) : null;
    },
    mailServers: async () =>
      (await read('ir.mail_server', [['active', '=', true]], ['name', 'smtp_host'])).map(
        ({ name, smtp_host: host }) => ({
          name: String(name),
          host: host === false ? '' : String(host),
        }),
      ),
    fetching: async () =>
      (await isThere('fetchmail.server')) ? names('fetchmail.server', [['active', '=', true]]) : null,
    crons: () => readCrons(read),
    webhooks: () =>
      names('ir.actions.server', [
        ['state', '=', 'webhook'],
        ['webhook_url', '=ilike', 'http%'],
      ]),
    payments: async () =>
      (await isThere('payment.provider')) ? names('payment.provider', [['state', '=', 'enabled']]) : null,
    apiKeys: async () => {
      const keys = await read('res.users.apikeys', [], ['name', 'user_id', 'expiration_date']);
      const instant = now().toISOString().slice(0, 19).replace('T', ' ');
      const isGood = ({ expiration_date: end }: Row) => end === false || String(end) > instant;
      return keys
        .filter(isGood)
        .map(({ name, user_id: user }) => ({ name: String(name), login: nameOf(user), isOlder: null }));
    },
    queues: async () => {
      const found: Queue[] = [];
      for (const { model, states, what } of QUEUES)
        if (await isThere(model)) found.push({ what, count: await count(model, [['state', 'in', [...states]]]) });
      return found.filter((queue) => queue.count > 0);
    },
  };
}

async function readCrons(
  read: (model: string, domain: readonly unknown[], fields: readonly string[]) => Promise<Row[]>,
): Promise<string[]> {
  const crons = await read('ir.cron', [['active', '=', true]], ['cron_name']);
  const ids = crons.map(({ id }) => id);
  const named = await read(
    'ir.model.data',
    [
      ['model', '=', 'ir.cron'],
      ['res_id', 'in', ids],
    ],
    ['complete_name', 'res_id'],
  );
  const byId = new Map(named.map(({ res_id: id, complete_name: name }) => [id, String(name)]));
  return crons.map(({ id, cron_name: name }) => byId.get(id) ?? String(name)).sort();
}

/** A many2one is its id and its name. */
function nameOf(value: unknown): string {
  return Array.isArray(value) ? String(value[1]) : String(value);
}
