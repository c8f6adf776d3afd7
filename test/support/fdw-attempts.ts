/** Ways to write into Odoo's database: by the foreign tables of ours, and by the login itself. Each should be refused. */

/** Statements in our database, by a foreign table; the view of one is tried too. */
export const BY_FOREIGN_TABLE: readonly string[] = [
  ...['ops.odoo_projects_fdw', 'ops.odoo_tasks_fdw', 'ops.odoo_moves_fdw', 'ops.odoo_invoices'].flatMap((table) => [
    `insert into ${table} (id) values (-1)`,
    `insert into ${table} select * from ${table} limit 1`,
    `update ${table} set id = id`,
    `delete from ${table} where id = -1`,
    `truncate ${table}`,
    `select id from ${table} limit 1 for update`,
    `copy ${table} (id) from program 'echo 1'`,
  ]),
  ...['project', 'task', 'move'].map(
    (name) =>
      `merge into ops.odoo_${name}s_fdw t using (select 1 as id) s on t.id = s.id when matched then delete when not matched then insert (id) values (s.id)`,
  ),
  `with gone as (delete from ops.odoo_tasks_fdw returning id) select count(*) from gone`,
  `insert into ops.odoo_tasks_fdw (id) values (1) on conflict do nothing`,
];

/** The same after the owner of our database has let postgres_fdw try: the login's own rights have to refuse it then. */
export const BY_OPENED_TABLE: readonly string[] = [
  ...['ops.odoo_projects_fdw', 'ops.odoo_tasks_fdw', 'ops.odoo_moves_fdw'].flatMap((table) => [
    `insert into ${table} (id) values (-1)`,
    `update ${table} set id = id`,
    `delete from ${table} where id = -1`,
    `truncate ${table}`,
    `select id from ${table} limit 1 for update`,
  ]),
  `update ops.odoo_tasks_fdw set name = 'taken' where id = (select min(id) from ops.odoo_tasks_fdw)`,
];

/** Statements in Odoo's database, as the login, which has switched off that its transactions are read only. */
export const BY_LOGIN: readonly string[] = [
  ...['project_project', 'project_task', 'account_move'].flatMap((table) => [
    `insert into ${table} (id) values (-1)`,
    `update ${table} set write_date = write_date`,
    `update ${table} set id = id where id = -1`,
    `delete from ${table}`,
    `truncate ${table}`,
    `select id from ${table} limit 1 for update`,
    `select id from ${table} limit 1 for share`,
    `select id from ${table} limit 1 for key share`,
    `lock table ${table} in row exclusive mode`,
    `copy ${table} (id) from stdin`,
    `alter table ${table} add column taken int`,
    `drop table ${table}`,
    `comment on table ${table} is 'taken'`,
    `create index on ${table} (id)`,
    `create trigger taken after insert on ${table} for each row execute function suppress_redundant_updates_trigger()`,
    `select nextval('${table}_id_seq')`,
    `select setval('${table}_id_seq', 1)`,
    `grant select on ${table} to public`,
  ]),
  `do $$ begin update project_task set name = 'taken'; end $$`,
  `with gone as (delete from project_task returning id) select count(*) from gone`,
  `insert into res_users (id) values (-1)`,
  `update ir_config_parameter set value = 'taken'`,
  `delete from ir_attachment`,
  `create table taken (id int)`,
  `create temporary table taken (id int)`,
  `select 1 as id into temporary taken`,
  `create view taken as select 1`,
  `create schema taken`,
  `create function taken() returns int language sql as 'select 1'`,
  `create sequence taken`,
  `create type taken as (id int)`,
  `create extension dblink`,
  `create role taken`,
  `create publication taken`,
  `create database taken`,
  `alter database odoo set work_mem = '1MB'`,
  `alter role odoo password 'taken'`,
  `set role odoo`,
  `set session authorization odoo`,
  `reassign owned by odoo to current_user`,
  `select lo_create(0)`,
  `select lo_creat(-1)`,
  `select lo_from_bytea(0, 'taken')`,
  `select pg_read_file('/etc/passwd')`,
  `copy (select 1) to program 'true'`,
  `copy (select id from project_task) to '/tmp/taken'`,
  `alter system set work_mem = '1MB'`,
];

/** What the login may not read either. */
export const HIDDEN_FROM_LOGIN: readonly string[] = [
  'select password from res_users',
  'select * from project_task',
  'select description from project_task',
  'select access_token from account_move',
  'select value from ir_config_parameter',
];
