/** What is planted into a neutralized copy of Odoo, one at a time, and the one check of `tripoint stage verify` that finds it. */

/** A fault of the instance, by SQL as the database's owner. */
export interface Fault {
  /** The check that has to fail, alone. */
  readonly check: string;
  readonly what: string;
  readonly plant: string;
  readonly remove: string;
}

const SERVER = "name, smtp_host, smtp_port, smtp_encryption, smtp_authentication, active) values ('planted'";
const HOOK = "(select min(id) from ir_act_server where state = 'code')";
const PROVIDER = '(select min(id) from payment_provider)';
const MAIL = '(select min(id) from mail_mail)';

/** In the order of the checks. */
export const FAULTS: readonly Fault[] = [
  {
    check: 'neutralized',
    what: 'the flag is gone',
    plant: "update ir_config_parameter set key = 'planted' where key = 'database.is_neutralized'",
    remove: "update ir_config_parameter set key = 'database.is_neutralized' where key = 'planted'",
  },
  {
    check: 'mail-out',
    what: 'an outgoing mail server is active',
    plant: `insert into ir_mail_server (${SERVER}, 'smtp.example.com', 25, 'none', 'login', true)`,
    remove: "delete from ir_mail_server where name = 'planted'",
  },
  {
    check: 'mail-out',
    what: 'no outgoing mail server is active, so that of the configuration file sends',
    plant: "update ir_mail_server set active = false where smtp_host = 'invalid'",
    remove: "update ir_mail_server set active = true where smtp_host = 'invalid'",
  },
  {
    check: 'mail-in',
    what: 'a server that fetches mail is active',
    plant: "insert into fetchmail_server (name, server_type, active) values ('planted', 'imap', true)",
    remove: "delete from fetchmail_server where name = 'planted'",
  },
  {
    check: 'crons',
    what: 'the cron that sends mails is active',
    plant: `update ir_cron set active = true where id = (select res_id from ir_model_data where model = 'ir.cron'
      and module = 'mail' and name = 'ir_cron_mail_scheduler_action')`,
    remove: "update ir_cron set active = false where cron_name = 'Mail: Email Queue Manager'",
  },
  {
    check: 'webhooks',
    what: 'an action posts to a URL',
    plant: `update ir_act_server set state = 'webhook', webhook_url = 'https://example.com/hook' where id = ${HOOK}`,
    remove:
      "update ir_act_server set state = 'code', webhook_url = null where webhook_url = 'https://example.com/hook'",
  },
  {
    check: 'payments',
    what: 'a payment provider is enabled',
    plant: `update payment_provider set state = 'enabled' where id = ${PROVIDER}`,
    remove: "update payment_provider set state = 'disabled' where state = 'enabled'",
  },
  {
    check: 'base-url',
    what: "the base URL is production's",
    plant: "update ir_config_parameter set value = 'https://odoo.example.com' where key = 'web.base.url'",
    remove: "update ir_config_parameter set value = 'http://127.0.0.1' where key = 'web.base.url'",
  },
  {
    check: 'api-keys',
    what: 'an API key came with the copy',
    plant: `insert into res_users_apikeys (name, user_id, scope, index, key)
      select 'of production', 2, 'rpc', '01234567', 'x'`,
    remove: "delete from res_users_apikeys where name = 'of production'",
  },
  {
    check: 'queued',
    what: 'a mail waits to be sent',
    plant: `update mail_mail set state = 'outgoing' where id = ${MAIL}`,
    remove: "update mail_mail set state = 'cancel' where state = 'outgoing'",
  },
];
