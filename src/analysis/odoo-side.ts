/** The SQL for Odoo's database: a login that reads the columns of the doctrine, and can write nothing. */
import { foreignTables } from '../doctrine/foreign.ts';
import type { Doctrine } from '../doctrine/load.ts';
import { quoteName } from '../quote.ts';
import type { OdooLogin } from './odoo-login.ts';

/** Functions by which everybody may make large objects, unless somebody takes that away. */
export const LARGE_OBJECTS = [
  'pg_catalog.lo_creat(integer)',
  'pg_catalog.lo_create(oid)',
  'pg_catalog.lo_from_bytea(oid, bytea)',
] as const;

/** To be run in Odoo's database, as a superuser or its owner. Again it changes nothing. It has no password. */
export function printOdooSide(doctrine: Pick<Doctrine, 'foreign'>, { user, database }: OdooLogin): string {
  const login = quoteName(user);
  const grants = foreignTables(doctrine).map(
    ({ remote, columns }) =>
      `grant select (${[...columns.keys()].map(quoteName).join(', ')})\n  on public.${quoteName(remote)} to ${login};`,
  );
  return `-- In Odoo's database ${database}, as a superuser or its owner: a login that reads some columns, and can write nothing.
do $$
begin
  create role ${login} login noinherit connection limit 20;
exception when duplicate_object then null;
end
$$;
alter role ${login} set default_transaction_read_only = on;
alter role ${login} set statement_timeout = '15min';

-- Postgres lets everybody make temporary tables and large objects, and before its version 15 tables in public as well. This
-- takes it from everybody but the owner: grant it again to other logins of this database that need it.
revoke temporary on database ${quoteName(database)} from public;
revoke create on schema public from public;
do $$
begin
${LARGE_OBJECTS.map((name) => `  revoke execute on function ${name} from public;`).join('\n')}
exception when insufficient_privilege then
  raise notice 'only a superuser takes the right to make large objects away';
end
$$;

grant connect on database ${quoteName(database)} to ${login};
grant usage on schema public to ${login};
revoke all on all tables in schema public from ${login};
${grants.join('\n')}

-- Its password is yours to set. In psql: \\password ${user}
`;
}
