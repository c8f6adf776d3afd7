/** Whether this machine reaches the host of a database, and by which kind of address. */
import { messageOf } from '../../told-error.ts';
import { type Check, failed, ok, warning } from './check.ts';
import type { Systems } from './systems.ts';

/** Port of Supabase's transaction pooler. */
export const POOLER_PORT = '6543';
const POOLER_HOST = /\.pooler\.supabase\.com$/;
const DIRECT_HOST = /^db\.[a-z0-9]+\.supabase\.(co|com|in)$/;
const DEFAULT_PORT = 5432;
/** What gets past a host that only IPv6 reaches. */
const POOLER =
  'take the session pooler of the dashboard, postgres://gateway.<project>@<region>.pooler.supabase.com:5432/postgres, or buy the IPv4 add-on';

/** One or two lines for a DSN. @param variable Its name. */
export async function checkHost(variable: string, url: string, systems: Systems): Promise<Check[]> {
  const { hostname, port, username } = new URL(url);
  const name = `network/${variable}`;
  const host = hostname.replace(/^\[|\]$/g, '');
  if (host === '') return [ok(name, 'a socket of this machine')];
  const login = POOLER_HOST.test(host) && !decodeURIComponent(username).includes('.');
  const problems = login
    ? [
        failed(
          name,
          `the login "${username}" at Supabase's pooler names no project`,
          'write it <login>.<project>, e.g. gateway.abcdefghijklmnopqrst',
        ),
      ]
    : [];
  return [...problems, await checkReach(name, { host, port: Number(port || DEFAULT_PORT) }, systems)];
}

async function checkReach(
  name: string,
  { host, port }: { host: string; port: number },
  systems: Systems,
): Promise<Check> {
  const found = await systems.resolve(host).catch((error: unknown) => messageOf(error));
  if (typeof found === 'string')
    return failed(name, `${host} has no address: ${found}`, `correct the host of ${name.slice(8)}`);
  const { v4, v6 } = found;
  const advice = DIRECT_HOST.test(host) ? POOLER : 'give it an IPv4 address, or this machine IPv6';
  if (v4.length + v6.length === 0)
    return failed(name, `${host} has no address`, `correct the host of ${name.slice(8)}`);
  if (v4.length === 0 && !systems.hasIpv6())
    return failed(name, `${host} has IPv6 addresses alone, and this machine has none`, advice);
  const by6 = v6[0] === undefined ? null : await systems.connect(v6[0], port);
  const by4 = v4[0] === undefined ? null : await systems.connect(v4[0], port);
  const is6 = v6.length > 0 && by6 === null;
  const is4 = v4.length > 0 && by4 === null;
  if (!is4 && !is6)
    return failed(
      name,
      `nothing answers at ${host}:${port} (${by4 ?? by6})`,
      v4.length === 0 ? advice : 'look at firewall, port and server',
    );
  if (v6.length > 0 && !is6)
    return warning(
      name,
      `${host}:${port} answers by IPv4, and not by IPv6 (${by6}), which it names as well`,
      'nothing where Node connects in time; else set NODE_OPTIONS=--dns-result-order=ipv4first',
    );
  return ok(name, `${host}:${port} answers by ${[is6 && 'IPv6', is4 && 'IPv4'].filter(Boolean).join(' and ')}`);
}
