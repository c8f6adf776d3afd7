/** Row-level security of a live database: on for each table, and a policy for each grant, no wider than the doctrine says. */
import { clientsOf } from '../doctrine/actors.ts';
import { AGENTS_FOR_USERS } from '../doctrine/executors.ts';
import { GROUP_POLICY, groupReads, rolesOf, tableGrants, tablesOf } from '../doctrine/grants.ts';
import type { Doctrine } from '../doctrine/load.ts';
import type { LiveDatabase, LivePolicy } from './database-live.ts';
import type { Finding } from './finding.ts';

/** Expressions that ask who the viewer is: the doctrine's own functions, and those that read the token. */
const MEMBERSHIP = /\b(my_\w+_ids|my_groups|user_id|uid)\(/;

/** One finding a difference. */
export function checkPolicies(live: LiveDatabase, doctrine: Doctrine): Finding[] {
  const owned = new Set(tablesOf(doctrine));
  const tables = live.tables.filter(({ name, isView, isPartition }) => !isView && (isPartition || owned.has(name)));
  const off = tables.filter(({ hasRowSecurity }) => !hasRowSecurity);
  const views = new Set(live.tables.filter(({ isView }) => isView).map(({ name }) => name));
  return [
    ...off.map(({ name }) => ({
      rule: 'database/rls-off',
      message: `Row-level security is off on ${name}: alter table ${name} enable row level security`,
    })),
    ...findMissing(live.policies, doctrine, views),
    ...checkGroups(live.policies, doctrine),
    ...live.policies.filter(({ table }) => owned.has(table)).flatMap((policy) => checkPolicy(policy, doctrine)),
  ];
}

/** A grant without a policy shows no row, and one that restricts shows none either: whoever has it was meant to see some. */
function findMissing(policies: readonly LivePolicy[], doctrine: Doctrine, views: ReadonlySet<string>): Finding[] {
  return tableGrants(doctrine)
    .filter(({ table }) => !views.has(table))
    .filter(
      ({ role, table, privilege }) =>
        !policies.some(
          (policy) =>
            policy.isPermissive &&
            policy.table === table &&
            policy.command === privilege &&
            policy.roles.includes(role),
        ),
    )
    .map(({ role, table, privilege }) => ({
      rule: 'database/policy-missing',
      message: `No policy of ${table} is for ${privilege.toLowerCase()} by ${role}, which the doctrine gives it`,
    }));
}

/** Whom of the users a table's rows are shown to, for being in a group: the policy names the groups. */
function checkGroups(policies: readonly LivePolicy[], doctrine: Doctrine): Finding[] {
  const wanted = groupReads(doctrine);
  const found = new Map(
    policies.flatMap(({ name, table, using }) =>
      name === GROUP_POLICY ? [[table, namedIn(using ?? '')] as const] : [],
    ),
  );
  return [...new Set([...wanted.keys(), ...found.keys()])].flatMap((table) => {
    const [should, are] = [wanted, found].map((groups) => groups.get(table)?.join(', ') ?? 'nobody');
    return should === are
      ? []
      : [
          {
            rule: 'database/policy-groups',
            message: `The policy ${GROUP_POLICY} of ${table} is for ${are}, and the doctrine says ${should}: apply its grants`,
          },
        ];
  });
}

/** `ARRAY['auditors'::text, …]` → the names. */
function namedIn(expression: string): string[] {
  return [...expression.matchAll(/'([^']*)'::text/g)].map(([, name = '']) => name);
}

function checkPolicy(policy: LivePolicy, doctrine: Doctrine): Finding[] {
  const { table, name, roles, command, isPermissive } = policy;
  // One that restricts takes away only.
  if (!isPermissive) return [];
  const at = `The policy ${name} of ${table}`;
  if (command === 'ALL')
    return [{ rule: 'database/policy-stray', message: `${at} is for everything: one policy for each operation` }];
  const bound = memberRoles(doctrine);
  const grants = tableGrants(doctrine);
  return roles.flatMap((role) => {
    const isGranted = grants.some(
      (grant) => grant.role === role && grant.table === table && grant.privilege === command,
    );
    if (!isGranted)
      return [
        {
          rule: 'database/policy-stray',
          message: `${at} is for ${command.toLowerCase()} by ${role}, which the doctrine does not give it: drop it`,
        },
      ];
    return bound.has(role) && isOpen(policy)
      ? [{ rule: 'database/policy-open', message: `${at} does not ask who ${role} is: it has to go by membership` }]
      : [];
  });
}

/** Roles that see the rows of some user alone. */
function memberRoles(doctrine: Doctrine): ReadonlySet<string> {
  const roles = rolesOf(doctrine);
  const { agents } = doctrine;
  const members = Object.keys(agents).filter((name) => agents[name]?.rows === 'member');
  const bound = ['user', 'anonymousUser', AGENTS_FOR_USERS, ...members, ...clientsOf(doctrine).keys()];
  return new Set(bound.map((actor) => roles.get(actor) ?? actor));
}

/** Whether any expression that the operation goes by says nothing about the viewer. */
function isOpen({ command, using, check }: LivePolicy): boolean {
  const asked = command === 'INSERT' ? [check] : command === 'UPDATE' ? [using, check ?? using] : [using];
  return asked.some((expression) => expression === null || !MEMBERSHIP.test(expression));
}
