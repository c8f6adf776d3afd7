/** Checks of Odoo: that it answers, its version and clock, and the reader's key. */
import type { Config } from '../../config.ts';
import { messageOf } from '../../told-error.ts';
import { type Check, failed, ok, skipped, warning } from './check.ts';
import { checkClock } from './clock.ts';
import type { OdooFacts, Systems } from './systems.ts';

const DAY_MS = 86_400_000;
/** Days before its end at which a key has to be replaced. */
const SOON_DAYS = 14;

/** @param rotateDays Days after which the registry wants the reader's key replaced. */
export async function checkOdoo(
  { odoo, stage }: Pick<Config, 'odoo' | 'stage'>,
  systems: Systems,
  rotateDays: number,
): Promise<Check[]> {
  if (!odoo) return [skipped('odoo', 'ODOO_URL is not set', 'set it, with ODOO_DB and ODOO_API_KEY')];
  const insecure =
    stage !== 'development' && new URL(odoo.url).protocol === 'http:' && !isLocal(new URL(odoo.url).hostname);
  const checks = insecure
    ? [
        warning(
          'odoo/tls',
          'ODOO_URL is http: the key goes over the network in the open',
          'take https, or a network of its own',
        ),
      ]
    : [];
  const facts = await systems.odoo().catch((error: unknown) => messageOf(error));
  if (typeof facts === 'string')
    return [...checks, failed('odoo/answers', facts, 'look at ODOO_URL and ODOO_DB, and at the server behind them')];
  return [
    ...checks,
    checkVersion(facts, odoo.protocol ?? 'json2'),
    checkClock('odoo/clock', 'Odoo', facts),
    ...checkReader(facts),
    ...(facts.user ? [checkKey(facts, systems.now(), rotateDays)] : []),
  ];
}

function isLocal(host: string): boolean {
  return /^(localhost|127\.|\[::1\]|10\.|192\.168\.|[\w-]+$)/.test(host);
}

function checkVersion({ version }: OdooFacts, protocol: string): Check {
  const says = version === 0 ? 'Odoo answers, and does not say its version' : `Odoo ${version} answers`;
  return protocol === 'json2' && version > 0 && version < 19
    ? failed('odoo/version', says, 'JSON-2 needs Odoo 19: set ODOO_PROTOCOL=auto, or upgrade')
    : ok('odoo/version', says);
}

function checkReader({ user, closed }: OdooFacts): Check[] {
  const name = 'odoo/reader';
  if (!user)
    return [
      failed(
        name,
        'Odoo does not take ODOO_API_KEY: it is wrong, has expired, or its user is archived',
        'make a new key as the reader, of scope rpc, and set it',
      ),
    ];
  const rights = user.isAdministrator
    ? [
        failed(
          'odoo/rights',
          `the reader "${user.login}" is an administrator: whoever has the key may do everything`,
          'make a user that may read alone, and a key of it',
        ),
      ]
    : [ok('odoo/rights', `the reader "${user.login}" is no administrator`)];
  return [
    ...rights,
    closed.length > 0
      ? warning(
          'odoo/models',
          `the reader may not read ${closed.join(', ')}, which the doctrine gives to users`,
          'give its user the groups that read them, or take them off the doctrine; `tripoint odoo check` looks at fields',
        )
      : ok('odoo/models', 'the reader may read each model that the doctrine gives to users'),
  ];
}

function checkKey({ key }: OdooFacts, now: Date, rotateDays: number): Check {
  const name = 'odoo/key';
  if (!key) return skipped(name, 'Odoo does not show when the key was made', `replace it each ${rotateDays} days`);
  const age = Math.floor((now.getTime() - key.made.getTime()) / DAY_MS);
  const left = key.expires && Math.floor((key.expires.getTime() - now.getTime()) / DAY_MS);
  const todo = 'make a second key as the reader, set ODOO_API_KEY, restart, delete the first';
  const says = `the newest key of the reader is ${age} days old and ${left === null ? 'never expires' : `expires in ${left} days`}`;
  if (left !== null && left < SOON_DAYS) return warning(name, says, todo);
  return age > rotateDays
    ? warning(name, `${says}; the registry wants a new one after ${rotateDays}`, todo)
    : ok(name, says);
}
