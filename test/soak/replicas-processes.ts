/** The gateways of the soak `replicas`, each a process on a host of its own, and the proxies before them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Network } from './replicas-network.ts';

/** Hosts of the gateways; the example configurations name as many. */
export const GATEWAYS = ['g1', 'g2', 'g3'] as const;
/** The host of the proxies. */
export const PROXY_HOST = 'proxy';

/** A gateway, by the name of its host. */
export type GatewayName = (typeof GATEWAYS)[number];

/** A gateway's process. */
export interface Replica {
  readonly name: GatewayName;
  /** By SIGTERM: resolves when it has ended. @throws Error where it does not end well. */
  stop(): Promise<void>;
  /** By SIGKILL. */
  kill(): Promise<void>;
}

const ROOT = join(import.meta.dirname, '..', '..');
/** Where each gateway listens; the example configurations say the same. */
export const GATEWAY_PORT = 4000;
/** As the example configurations say. */
const PROXY_PORT = 8080;
const STATS_PORT = 8404;
/** Longer than a check of the proxy takes, also on a busy machine. */
const NOTICE_SECONDS = 2;

/** Resolves when it is up. @param root Of the version that it is: this checkout where absent. */
export async function startReplica(
  network: Network,
  name: GatewayName,
  env: Readonly<Record<string, string>>,
  root = ROOT,
): Promise<Replica> {
  const { PATH = '', HOME = '' } = process.env;
  const child = launch(
    network.prefixOf(name),
    // Without tsx: Node takes the types away by itself, in half the time.
    [process.execPath, join(root, 'src', 'main.ts'), 'start'],
    {
      ...{ PATH, HOME, HOST: network.addressOf(name), PORT: String(GATEWAY_PORT) },
      ...{ HTTP_NOTICE_SECONDS: String(NOTICE_SECONDS), LOG_LEVEL: 'error', ...env },
    },
  );
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  await untilPrinted(child, 'Tripoint is up');
  return {
    name,
    stop: async () => {
      child.kill('SIGTERM');
      const code = await ended;
      if (code !== 0) throw new Error(`${name} ended with ${code}`);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** A proxy before all gateways. */
export interface FrontProxy extends AsyncDisposable {
  readonly url: string;
  /** Gateways that it gives requests to now. */
  readonly up: () => Promise<readonly string[]>;
}

/** HAProxy as deploy/proxies/haproxy.cfg has it; each answer says by `x-replica` who gave it. */
export async function startHaproxy(network: Network): Promise<FrontProxy> {
  const address = network.addressOf(PROXY_HOST);
  const config = `${readExample('haproxy.cfg', network).replace('bind :', `bind ${address}:`)}
  http-response set-header x-replica %s

listen stats
  bind ${address}:${STATS_PORT}
  stats enable
  stats uri /
`;
  const proxy = await startProxy(network, config, (file) => ['haproxy', '-q', '-db', '-f', file]);
  const url = `http://${address}`;
  const up = async () => {
    const table = await fetch(`${url}:${STATS_PORT}/;csv`).then((response) => response.text());
    const rows = table.split('\n').map((line) => line.split(','));
    return rows.flatMap(([of, server = '', ...rest]) => (of === 'gateways' && rest.includes('UP') ? [server] : []));
  };
  return { ...proxy, url: `${url}:${PROXY_PORT}`, up: async () => (await up()).filter((name) => name !== 'BACKEND') };
}

/** nginx before all gateways, which is told who is to be asked. */
export interface Nginx extends AsyncDisposable {
  readonly url: string;
  /** Takes a gateway out by `down` and a reload, or nobody. The worker before it goes on with what it has begun. */
  takeOut(name: GatewayName | null): void;
}

/** nginx as deploy/proxies/nginx.conf has it, at another port of the same host. */
export async function startNginx(network: Network): Promise<Nginx> {
  const address = `${network.addressOf(PROXY_HOST)}:${PROXY_PORT + 1}`;
  const example = readExample('nginx.conf', network).replace(`listen ${PROXY_PORT}`, `listen ${address}`);
  const names = GATEWAYS.map((name) => `~${network.addressOf(name).replaceAll('.', '\\.')}:${GATEWAY_PORT}$ ${name};`);
  const configFor = (out: GatewayName | null) => `daemon off; pid FOLDER/pid; error_log stderr crit;
events {}
http { access_log off; client_body_temp_path FOLDER/body; proxy_temp_path FOLDER/proxy; fastcgi_temp_path FOLDER/fastcgi;
  uwsgi_temp_path FOLDER/uwsgi; scgi_temp_path FOLDER/scgi;
map $upstream_addr $replica { ${names.join(' ')} }
add_header x-replica $replica always;
${out === null ? example : example.replace(`server ${network.addressOf(out)}:${GATEWAY_PORT}`, '$& down')}
}`;
  const proxy = await startProxy(network, configFor(null), (file) => ['nginx', '-c', file]);
  return {
    ...proxy,
    url: `http://${address}`,
    takeOut: (name) => proxy.change(configFor(name)),
  };
}

function readExample(name: string, { addressOf }: Network): string {
  const text = readFileSync(join(ROOT, 'deploy', 'proxies', name), 'utf8');
  return GATEWAYS.reduce((config, host, index) => config.replaceAll(`10.0.0.${11 + index}`, addressOf(host)), text);
}

async function startProxy(network: Network, config: string, command: (file: string) => readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'tripoint-proxy-'));
  chmodSync(folder, 0o755);
  const file = join(folder, 'config');
  // Never half of it: a proxy may be reading the one before.
  const write = (text: string) => {
    writeFileSync(`${file}.new`, text.replaceAll('FOLDER', folder));
    renameSync(`${file}.new`, file);
  };
  write(config);
  const { PATH = '' } = process.env;
  const child = launch(network.prefixOf(PROXY_HOST), command(file), { PATH: `${PATH}:/usr/sbin` });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    change: (text: string) => {
      write(text);
      child.kill('SIGHUP');
    },
    [Symbol.asyncDispose]: async () => {
      // Not SIGKILL: workers of nginx would outlive it.
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function launch(
  prefix: readonly string[],
  command: readonly string[],
  env: Readonly<Record<string, string>>,
): ChildProcess {
  const [program = '', ...args] = [...prefix, ...command];
  return spawn(program, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Goes on reading: what prints to nobody ends. */
function untilPrinted({ stdout, pid }: ChildProcess, text: string): Promise<void> {
  let printed = '';
  return new Promise((resolve, reject) => {
    stdout?.setEncoding('utf8').on('data', (more: string) => {
      printed += more;
      if (printed.includes(text)) resolve();
    });
    stdout?.once('end', () => reject(new Error(`process ${pid} ended before it was up`)));
  });
}
