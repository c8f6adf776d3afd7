/** The doctrine's roles and grants as a migration: all that each role may, and nothing besides. */
import { SCHEMAS, type Schema, schemasOf } from '../schemas.ts';
import { GATEWAY_LOGIN } from './actors.ts';
import { foreignGrants } from './foreign.ts';
import {
  byRowRoles,
  functionGrants,
  GROUP_POLICY,
  groupReads,
  rolesOf,
  schemaGrants,
  type TableGrant,
  tableGrants,
} from './grants.ts';
import type { Doctrine } from './shape.ts';

const NAMES = SCHEMAS.join(', ').replace(/, (?=\w+$)/, ' and ');
/** Characters of a line at most. */
const WIDTH = 118;

/** The text of `migrations/…_doctrine_grants.sql`. Applied again it changes nothing. */
export function printGrants(doctrine: Doctrine): string {
  const roles = [...rolesOf(doctrine).values()];
  return `-- Generated from ssot/doctrine.yaml by \`tripoint doctrine --grants\`: change the doctrine, and generate the next one.
-- Says all that each role may do in ${NAMES}, and takes away what it does not say. Applied again it changes nothing.

-- Roles -----------------------------------------------------------------------------------------------------------

${printMemberRoles(roles)}

${SCHEMAS.map((schema) => printSchema(doctrine, schema, roles)).join('\n')}
-- Agents ${'-'.repeat(WIDTH - 10)}

${printAgents(doctrine)}

-- Groups ${'-'.repeat(WIDTH - 10)}

${printGroups(doctrine)}

-- People ${'-'.repeat(WIDTH - 10)}

select ops.set_people_rules('${JSON.stringify(doctrine.people)}');

-- Tenants ${'-'.repeat(WIDTH - 11)}

${printTenants(doctrine)}
`;
}

/** All roles that the migrations make, the gateway's login among them: for a cluster that a backup is restored into. */
export function printRoles(doctrine: Doctrine): string {
  return `do $$
begin
  if not exists (select from pg_roles where rolname = '${GATEWAY_LOGIN}') then
    create role ${GATEWAY_LOGIN} login noinherit;
  end if;
exception when duplicate_object or unique_violation then null;
end
$$;

${printMemberRoles([...rolesOf(doctrine).values()])}`;
}

/** Roles belong to the cluster: another database may be making the same ones now. */
function printMemberRoles(roles: readonly string[]): string {
  const list = wrap(
    roles.map((role) => `'${role}'`),
    '    ',
  );
  return `do $$
declare
  wanted text;
begin
  foreach wanted in array array[
${list}
  ] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin noinherit', wanted);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
    if not exists (
      select from pg_auth_members m where m.roleid = wanted::regrole and m.member = '${GATEWAY_LOGIN}'::regrole
    ) then
      begin
        execute format('grant %I to ${GATEWAY_LOGIN}', wanted);
      exception when unique_violation then null;
      end;
    end if;
    -- Only where the schema is ours, and our first migration has let anon in: else it is never touched.
    if (
      select pg_get_userbyid(n.nspowner) = current_user and has_schema_privilege('anon', n.oid, 'usage')
      from pg_namespace n where n.nspname = 'auth'
    ) then
      execute format('grant usage on schema auth to %I', wanted);
    end if;
  end loop;
end
$$;`;
}

function printSchema(doctrine: Doctrine, schema: Schema, roles: readonly string[]): string {
  const everybody = ['public', GATEWAY_LOGIN, ...roles];
  const revoke = (what: string) => statement([`revoke all on ${what} from`, ...commas(everybody)]);
  const users = schemaGrants(doctrine).get(schema) ?? [];
  const tables = tableGrants(doctrine).filter(({ table }) => table.startsWith(`${schema}.`));
  const functions = [...functionGrants(doctrine)].filter(([name]) => name.startsWith(`${schema}.`));
  return `-- ${schema} ${'-'.repeat(WIDTH - 5 - schema.length)}

${revoke(`schema ${schema}`)}
${revoke(`all tables in schema ${schema}`)}
${revoke(`all functions in schema ${schema}`)}
${statement([`grant usage on schema ${schema} to`, ...commas(users)])}

${printReads(tables)}

${printChanges(tables)}${printFunctions(functions)}${printForeign(doctrine, schema)}
`;
}

/** Foreign tables are there where somebody made them: the revocation above takes their readers' grants away. */
function printForeign(doctrine: Doctrine, schema: Schema): string {
  const grants = foreignGrants(doctrine).filter(({ table }) => table.startsWith(`${schema}.`));
  if (grants.length === 0) return '';
  const lines = grants.map(
    ({ role, table }) =>
      `  if to_regclass('${table}') is not null then\n    grant select on ${table} to ${role};\n  end if;`,
  );
  return `\n\ndo $$\nbegin\n${lines.join('\n')}\nend\n$$;`;
}

/** The agents whose runs the ledger takes, with their kinds and ages. */
function printAgents({ agents }: Doctrine): string {
  const rows = Object.entries(agents).map(([name, { kinds, otherKinds, ageing }]) =>
    JSON.stringify({ name, kinds, otherKinds, ageing }),
  );
  return `select ops.set_agents('[\n  ${rows.join(',\n  ')}\n]');`;
}

/** The groups that the ledger knows, and a policy for each table that some of them read. */
function printGroups(doctrine: Doctrine): string {
  const list = (names: readonly string[]) => `array[${names.map((name) => `'${name}'`).join(', ')}]::text[]`;
  const policies = [...groupReads(doctrine)].map(([table, groups]) =>
    statement([
      `create policy ${GROUP_POLICY} on ${table} for select to authenticated`,
      `using ((select ops.my_groups() && ${list(groups)}))`,
    ]),
  );
  return [`select ops.set_groups(${list(Object.keys(doctrine.groups))});`, DROP_GROUP_POLICIES, ...policies].join('\n');
}

/** Policies that keep tenants apart, for whoever reads the tables now. */
function printTenants(doctrine: Doctrine): string {
  const roles = byRowRoles(doctrine).map((role) => `'${role}'`);
  return `select ops.keep_tenants_apart(array[${roles.join(', ')}]::text[]);`;
}

const OPS = schemasOf('ops')
  .map((schema) => `'${schema}'::regnamespace`)
  .join(', ');

const DROP_GROUP_POLICIES = `do $$
declare
  old regclass;
begin
  for old in select p.polrelid from pg_policy p join pg_class c on c.oid = p.polrelid
    where p.polname = '${GROUP_POLICY}' and c.relnamespace in (${OPS}) loop
    execute format('drop policy ${GROUP_POLICY} on %s', old);
  end loop;
end
$$;`;

/** Tables that the same roles read, together. */
function printReads(grants: readonly TableGrant[]): string {
  const byTable = new Map<string, string[]>();
  for (const { role, table, privilege } of grants)
    if (privilege === 'SELECT') byTable.set(table, [...(byTable.get(table) ?? []), role]);
  return groupByRoles([...byTable])
    .map(([tables, roles]) => statement(['grant select on', ...commas(tables), 'to', ...commas(roles)]))
    .join('\n');
}

function printChanges(grants: readonly TableGrant[]): string {
  const written = grants.filter(({ privilege }) => privilege !== 'SELECT');
  const byRow = new Map<string, TableGrant[]>();
  for (const grant of written) {
    const key = `${grant.table} to ${grant.role}`;
    byRow.set(key, [...(byRow.get(key) ?? []), grant]);
  }
  const lines = [...byRow].map(([target, given]) => {
    const privileges = given.map(({ privilege, columns }) =>
      columns === 'all' ? privilege.toLowerCase() : `${privilege.toLowerCase()} (${columns.join(', ')})`,
    );
    return statement(['grant', ...commas(privileges), 'on', ...target.split(' ')]);
  });
  return lines.length === 0 ? '' : `${lines.join('\n')}\n\n`;
}

function printFunctions(grants: readonly (readonly [string, readonly string[]])[]): string {
  return groupByRoles(grants.filter(([, roles]) => roles.length > 0))
    .map(([names, roles]) => statement(['grant execute on function', ...commas(names), 'to', ...commas(roles)]))
    .join('\n');
}

function groupByRoles(entries: readonly (readonly [string, readonly string[]])[]): [string[], readonly string[]][] {
  const groups = new Map<string, [string[], readonly string[]]>();
  for (const [name, roles] of entries) {
    const group = groups.get(roles.join()) ?? [[], roles];
    group[0].push(name);
    groups.set(roles.join(), group);
  }
  return [...groups.values()];
}

function commas(items: readonly string[]): string[] {
  return items.map((item, n) => (n < items.length - 1 ? `${item},` : item));
}

/** Words with a semicolon at the end, over as many lines as they need. */
function statement(words: readonly string[]): string {
  const lines: string[] = [];
  let line = '';
  for (const word of words.flatMap((given) => given.split(' '))) {
    if (line.length + word.length + 1 > WIDTH) {
      lines.push(line);
      line = `  ${word}`;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return `${[...lines, line].join('\n')};`;
}

function wrap(items: readonly string[], indent: string): string {
  return statement(commas(items))
    .slice(0, -1)
    .split('\n')
    .map((line) => `${indent}${line.trim()}`)
    .join('\n');
}
