/** The SQL that makes the login of ODOO_PROOF_DATABASE_URL: it reads what the proof asks for, and writes nothing. */
import { quoteName } from '../../quote.ts';

/** Table → its columns; all of it where the row's own age is asked for, which no column shows. */
const READ: Readonly<Record<string, readonly string[]>> = {
  ir_config_parameter: [],
  ir_mail_server: [],
  ir_ui_view: [],
  res_users_apikeys: [],
  fetchmail_server: ['name', 'active'],
  ir_cron: ['id', 'cron_name', 'active'],
  ir_model_data: ['id', 'model', 'module', 'name', 'res_id'],
  ir_act_server: ['name', 'state', 'webhook_url'],
  payment_provider: ['name', 'state'],
  res_users: ['id', 'login'],
  mail_mail: ['id', 'state'],
  sms_sms: ['id', 'state'],
  snailmail_letter: ['id', 'state'],
};

/** @param login Of a database of Odoo; what the modules did not make is passed over. It has no password. */
export function printProofLogin(login: string): string {
  const name = quoteName(login);
  const grants = Object.entries(READ).map(
    ([table, columns]) =>
      `  if to_regclass('public.${table}') is not null then\n    grant select${columns.length > 0 ? ` (${columns.join(', ')})` : ''} on public.${table} to ${name};\n  end if;`,
  );
  return `-- In the database of a staging's Odoo, as its owner: a login that the proof looks by, and that can write nothing.
do $$
begin
  create role ${name} login noinherit connection limit 5;
exception when duplicate_object then null;
end
$$;
alter role ${name} set default_transaction_read_only = on;
grant usage on schema public to ${name};
do $$
begin
${grants.join('\n')}
end
$$;

-- Its password is yours to set. In psql: \\password ${login}
-- Drop it with what it was given: drop owned by ${name}; drop role ${name};
`;
}
