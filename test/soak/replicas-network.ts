/** A network of hosts on one machine: network namespaces on a bridge, or addresses of 127.0.0.0/8 where those are refused. */
import { execFile } from 'node:child_process';
import process from 'node:process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Hosts that reach each other and this process, each by an address of its own. */
export interface Network extends AsyncDisposable {
  /** What it is made of, in words. */
  readonly kind: string;
  addressOf(host: string): string;
  /** The address at which hosts reach this process. */
  readonly here: string;
  /** What a command line begins with that runs on a host. */
  prefixOf(host: string): readonly string[];
}

/** Makes it; disposing takes it away. `SOAK_NETWORK=loopback` does without namespaces where they are not refused, too. */
export async function createNetwork(hosts: readonly string[]): Promise<Network> {
  if (process.env.SOAK_NETWORK === 'loopback') return createLoopback(hosts);
  const mayNamespaces = await ip('netns', 'add', `${NAME}-try`).then(
    () => ip('netns', 'del', `${NAME}-try`).then(() => true),
    () => false,
  );
  return mayNamespaces ? createNamespaces(hosts) : createLoopback(hosts);
}

const NAME = `tripoint${process.pid}`;
/** A number of this process, so that two networks at once are two. */
const THIRD = process.pid % 256;
/** Of the hosts' last numbers. */
const FIRST_HOST = 11;

/** 198.18.0.0/15 is for tests of networks, and nobody's. */
async function createNamespaces(hosts: readonly string[]): Promise<Network> {
  const addressOf = (host: string) => `198.18.${THIRD}.${FIRST_HOST + hosts.indexOf(host)}`;
  const spaceOf = (host: string) => `${NAME}-${host}`;
  const here = `198.18.${THIRD}.1`;
  const outside = `tp${process.pid}`;
  const spaces = ['switch', ...hosts].map(spaceOf);
  const dispose = async () => {
    for (const space of spaces) await endProcesses(space).catch(() => {});
    // Interfaces go with their namespaces, and with each of a pair the other.
    for (const space of spaces) await ip('netns', 'del', space).catch(() => {});
  };
  try {
    for (const space of spaces) await ip('netns', 'add', space);
    // The bridge has a namespace of its own: rules of this machine's firewall do not reach into it.
    await ip('-n', spaceOf('switch'), 'link', 'add', 'bridge', 'type', 'bridge');
    await ip('-n', spaceOf('switch'), 'link', 'set', 'bridge', 'up');
    await ip('link', 'add', outside, 'type', 'veth', 'peer', 'name', 'here', 'netns', spaceOf('switch'));
    await ip('address', 'add', `${here}/24`, 'dev', outside);
    await ip('link', 'set', outside, 'up');
    await plug(spaceOf('switch'), 'here');
    for (const host of hosts) {
      const space = spaceOf(host);
      await ip('-n', space, 'link', 'add', 'eth0', 'type', 'veth', 'peer', 'name', host, 'netns', spaceOf('switch'));
      await ip('-n', space, 'address', 'add', `${addressOf(host)}/24`, 'dev', 'eth0');
      for (const name of ['lo', 'eth0']) await ip('-n', space, 'link', 'set', name, 'up');
      await plug(spaceOf('switch'), host);
    }
  } catch (error) {
    await dispose();
    throw error;
  }
  return {
    kind: 'network namespaces on a bridge',
    addressOf,
    here,
    prefixOf: (host) => ['ip', 'netns', 'exec', spaceOf(host)],
    [Symbol.asyncDispose]: dispose,
  };
}

async function plug(space: string, name: string): Promise<void> {
  await ip('-n', space, 'link', 'set', name, 'master', 'bridge');
  await ip('-n', space, 'link', 'set', name, 'up');
}

/** Those that a start which failed has left. */
async function endProcesses(space: string): Promise<void> {
  const { stdout } = await execute('ip', ['netns', 'pids', space]);
  for (const id of stdout.trim().split('\n').filter(Boolean)) process.kill(Number(id), 'SIGKILL');
}

async function createLoopback(hosts: readonly string[]): Promise<Network> {
  return {
    kind: 'addresses of 127.0.0.0/8, without network namespaces',
    addressOf: (host) => `127.18.${THIRD}.${FIRST_HOST + hosts.indexOf(host)}`,
    here: '127.0.0.1',
    prefixOf: () => [],
    [Symbol.asyncDispose]: async () => {},
  };
}

async function ip(...args: readonly string[]): Promise<void> {
  await execute('ip', args);
}
