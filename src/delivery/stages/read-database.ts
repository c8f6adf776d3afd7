/** Looks into Odoo by its database, with a login that has SELECT alone: ODOO_PROOF_DATABASE_URL. */
import type { QueryOther } from '../../postgres/other-database.ts';
import { QUEUES, type Queue, type StageReader } from './reader.ts';

/** Superuser, owner, or a right to write in the schema of Odoo's tables. */
const EXCESS = `
select 'is a superuser' as what from pg_catalog.pg_roles where rolname = current_user and rolsuper
union all
select 'may write ' || string_agg(c.relname, ', ' order by c.relname) from (
  select c.relname from pg_catalog.pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and (has_table_privilege(c.oid, 'insert, update, delete, truncate, trigger')
      or has_any_column_privilege(c.oid, 'insert, update'))
  order by c.relname limit 3
) c having count(*) > 0`;

const IS_THERE = `
select to_regclass($1) is not null as there, to_regclass('public.ir_module_module') is not null as is_odoo`;

const CRONS = `
select coalesce((select d.module || '.' || d.name from public.ir_model_data d
  where d.model = 'ir.cron' and d.res_id = c.id order by d.id limit 1), c.cron_name, 'cron ' || c.id) as name
from public.ir_cron c where c.active order by 1`;

/**
 * When the database was neutralized, as an age in transactions: of the oldest row that `odoo neutralize` wrote and nobody has
 * written since. It makes a dummy mail server each time, sets the flag, and turns the banner on; none of them gets a date.
 */
const NEUTRALIZED = `
select max(age(xmin)) from (
  select m.xmin from public.ir_mail_server m where m.smtp_host = 'invalid' and m.create_uid is null
  union all
  select p.xmin from public.ir_config_parameter p where p.key = 'database.is_neutralized'
  union all
  select v.xmin from public.ir_ui_view v where v.key = 'web.neutralize_banner' and v.active
) done`;

const API_KEYS = `
select k.name, u.login, age(k.xmin) > (${NEUTRALIZED}) as older
from public.res_users_apikeys k join public.res_users u on u.id = k.user_id
where k.expiration_date is null or k.expiration_date > (now() at time zone 'utc') order by k.id`;

/** Asks nothing before a question comes. */
export function createDatabaseReader(query: QueryOther): StageReader {
  const names = async (text: string) => (await query(text)).map(({ name }) => String(name));
  /** Whether a module of this Odoo brings the table. @throws Error where the database is none of Odoo's: it lacks every table. */
  const isThere = async (table: string) => {
    const [row] = await query(IS_THERE, [`public.${table}`]);
    if (row?.is_odoo !== true) throw new Error('it is no database of Odoo: there is no table ir_module_module');
    return row.there === true;
  };
  const namesWhere = async (table: string, condition: string) =>
    (await isThere(table))
      ? names(
          `select coalesce(${NAMES[table] ?? 'name'}, '?') as name from public.${table} where ${condition} order by 1`,
        )
      : null;
  return {
    way: 'the database',
    excess: async () => {
      await isThere('ir_module_module');
      return (await query(EXCESS)).map(({ what }) => String(what));
    },
    parameter: async (key) => {
      const [row] = await query('select value from public.ir_config_parameter where key = $1', [key]);
      return row ? String(row.value) : null;
    },
    mailServers: async () =>
      (await query('select name, coalesce(smtp_host, $1) as host from public.ir_mail_server where active', [''])).map(
        ({ name, host }) => ({ name: String(name), host: String(host) }),
      ),
    fetching: () => namesWhere('fetchmail_server', 'active'),
    crons: () => names(CRONS),
    webhooks: async () => (await namesWhere('ir_act_server', "state = 'webhook' and webhook_url ~* '^https?:'")) ?? [],
    payments: () => namesWhere('payment_provider', "state = 'enabled'"),
    apiKeys: async () =>
      (await query(API_KEYS)).map(({ name, login, older }) => ({
        name: String(name),
        login: String(login),
        isOlder: older === null ? null : older === true,
      })),
    queues: async () => {
      const counted: Queue[] = [];
      // One after another: the connection has no pipeline.
      for (const queue of QUEUES) counted.push(await countQueue(query, queue, isThere));
      return counted.filter(({ count }) => count > 0);
    },
  };
}

/** Translated names are objects by language. */
const NAMES: Readonly<Record<string, string>> = {
  ir_act_server: "name->>'en_US'",
  payment_provider: "name->>'en_US'",
};

async function countQueue(
  query: QueryOther,
  { model, states, what }: (typeof QUEUES)[number],
  isThere: (table: string) => Promise<boolean>,
): Promise<Queue> {
  const table = model.replaceAll('.', '_');
  if (!(await isThere(table))) return { what, count: 0 };
  const [row] = await query(`select count(*)::int as n from public.${table} where state = any ($1)`, [states]);
  return { what, count: Number(row?.n) };
}
