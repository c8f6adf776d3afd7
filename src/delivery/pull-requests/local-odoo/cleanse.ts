/**
 * What a copy of a database must not hold: `odoo neutralize` stops mail and jobs, and this takes away what it leaves, which
 * are keys, passwords, tokens, mail that waits, and parameters of the original's own.
 */
import { DeliveryError } from '../../problem.ts';
import type { Programs } from './programs.ts';

/** The copy. */
export interface Cleansing {
  readonly programs: Programs;
  readonly database: string;
  readonly dataFolder: string;
  /** Where Odoo is told that it is. */
  readonly url: string;
  readonly keepParameters: readonly string[];
  /** The administrator's new one; everybody else has none, and cannot sign in. */
  readonly password: string;
}

/** Before anything is started that could send something. Done again it does no harm. @throws DeliveryError */
export async function cleanse({ programs, database, dataFolder, ...given }: Cleansing): Promise<void> {
  await programs.run(programs.odoo(database, dataFolder, 'neutralize'));
  const values = { url: given.url, password: given.password, keep: JSON.stringify(given.keepParameters) };
  const psql = programs.psql(database, values, '-v', 'ON_ERROR_STOP=1', '--single-transaction');
  const left = (await programs.run(psql, CLEANSING)).trim();
  if (left !== '') throw new DeliveryError(`The copy ${database} still holds what it must not: ${left}`);
}

/** Rows of these open doors, or wait to be sent. */
const EMPTIED = [
  'res_users_apikeys',
  'auth_totp_device',
  'auth_passkey_key',
  'res_device_log',
  'mail_push',
  'mail_push_device',
  'mail_message_schedule',
  'mail_scheduled_message',
];
/** A column of one of these names holds what somebody signs in with, or follows a link by. */
const SECRET = '(passw|secret|token|api_?key|private_?key|smtp_pass|credential)';
/** Parameters that Odoo makes without a module's data; numbers and yes or no stay in any case. */
const MADE_BY_ODOO = '^(database\\.|web\\.base\\.url|base\\.|base_setup\\.|auth_signup\\.|calendar\\.|crm\\.pls_)';

const CLEANSING = `
-- Who it is: Odoo's own services know an Odoo by its uuid, and its secret signs sessions and links.
update ir_config_parameter set value = gen_random_uuid()::text where key in ('database.uuid', 'database.secret');

select format('delete from public.%I', name) from unnest('{${EMPTIED.join(',')}}'::text[]) name
where to_regclass('public.' || name) is not null \\gexec
delete from mail_mail where state in ('outgoing', 'exception');
select 'delete from sms_sms where state in (''outgoing'', ''error'', ''process'')' where to_regclass('public.sms_sms') is not null \\gexec

-- What has to be there gets another value, so that no old link opens anything.
select format('update public.%I set %I = %s where %2$I is not null', c.table_name, c.column_name,
  case c.is_nullable when 'YES' then 'null' else 'gen_random_uuid()::text' end)
from information_schema.columns c
join information_schema.tables t using (table_schema, table_name)
where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in ('text', 'character varying')
  and c.column_name ~* '${SECRET}' \\gexec

delete from ir_config_parameter p
where p.key not in ('database.uuid', 'database.secret', 'database.is_neutralized')
  and p.key not in (select json_array_elements_text(:'keep'::json))
  and p.value !~ '^(True|False|-?[0-9]{1,6})$'
  and (p.key ~* '${SECRET}' or (p.key !~ '${MADE_BY_ODOO}'
    and not exists (select from ir_model_data d where d.model = 'ir.config_parameter' and d.res_id = p.id)));
delete from ir_config_parameter where key in ('web.base.url', 'web.base.url.freeze');
insert into ir_config_parameter (key, value) values ('web.base.url', :'url'), ('web.base.url.freeze', 'True');

-- Odoo takes it as it is, and hashes it when it is first used.
update res_users set password = :'password', active = true
where id = (select res_id from ir_model_data where module = 'base' and name = 'user_admin');

select 'not neutralized' where not exists (select from ir_config_parameter where key = 'database.is_neutralized' and value ilike 'true')
union all select 'keys of the API' where exists (select from res_users_apikeys)
union all select 'mail that waits' where exists (select from mail_mail where state in ('outgoing', 'exception'))
union all select 'passwords' where (select count(*) from res_users where password is not null) > 1
union all select 'mail servers' where exists (select from ir_mail_server where active and smtp_pass is not null);
`;
