/** Roles of a live database: those of the doctrine, which can neither log in nor pass by a lock, and the gateway's login. */
import { GATEWAY_LOGIN } from '../doctrine/actors.ts';
import { rolesOf } from '../doctrine/grants.ts';
import type { Doctrine } from '../doctrine/load.ts';
import type { LiveDatabase, LiveRole } from './database-live.ts';
import type { Finding } from './finding.ts';

/** What the gateway's login may be beside what a role may: it logs in. */
const LOGIN = ['login'];

/**
 * Supabase makes these itself: its `service_role` bypasses row-level security, and whoever holds its key may do all that
 * the key may anyway; `inherit` means nothing for a role that is a member of none.
 */
const TOLERATED: Readonly<Record<string, readonly string[]>> = {
  anon: ['inherit'],
  authenticated: ['inherit'],
  service_role: ['inherit', 'bypassrls'],
};

/** One finding a difference. */
export function checkRoles({ roles }: LiveDatabase, doctrine: Doctrine): Finding[] {
  const wanted = [...rolesOf(doctrine).values()];
  return [GATEWAY_LOGIN, ...wanted].flatMap((name) => {
    const found = roles.find((role) => role.name === name);
    if (!found)
      return [{ rule: 'database/role-missing', message: `There is no role ${name}: run \`tripoint migrate\`` }];
    return name === GATEWAY_LOGIN ? checkLogin(found, wanted) : checkRole(found);
  });
}

function checkLogin({ name, attributes, memberOf }: LiveRole, wanted: readonly string[]): Finding[] {
  const rule = 'database/role-member';
  return [
    ...checkAttributes(name, attributes, LOGIN),
    ...wanted
      .filter((role) => !memberOf.includes(role))
      .map((role) => ({ rule, message: `${name} may not become ${role}: grant ${role} to ${name}` })),
    ...memberOf
      .filter((role) => !wanted.includes(role))
      .map((role) => ({
        rule,
        message: `${name} may become ${role}, which is no role of the doctrine: revoke ${role} from ${name}`,
      })),
  ];
}

function checkRole({ name, attributes, memberOf }: LiveRole): Finding[] {
  const rule = 'database/role-member';
  return [
    ...checkAttributes(name, attributes, TOLERATED[name] ?? []),
    ...memberOf.map((role) => ({ rule, message: `${name} may become ${role}: revoke ${role} from ${name}` })),
  ];
}

function checkAttributes(name: string, attributes: readonly string[], allowed: readonly string[]): Finding[] {
  return attributes
    .filter((attribute) => !allowed.includes(attribute))
    .map((attribute) => ({
      rule: 'database/role-attribute',
      message: `${name} has ${attribute}: alter role ${name} no${attribute}`,
    }));
}
