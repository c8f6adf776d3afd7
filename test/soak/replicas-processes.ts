/** The gateways of the soak `replicas`, each a process on a host of its own, and the proxies before them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
const PORT = 4000;
/** As the example configurations say. */
const PROXY_PORT = 8080;
const STATS_PORT = 8404;
/** Longer than a check of the proxy takes, also on a busy machine. */
const NOTICE_SECONDS = 2;

/** Resolves when it is up. */
export async function startReplica(
  network: Network,
  name: GatewayName,
  env: Readonly<Record<string, string>>,
): Promise<Replica> {
  const { PATH = '', HOME = '' } = process.env;
  const child = launch(
    network.prefixOf(name),
    [process.execPath, '--import', import.meta.resolve('tsx'), join(ROOT, 'src', 'main.ts'), 'start'],
    {
      ...{ PATH, HOME, HOST: network.addressOf(name), PORT: String(PORT) },
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

/** HAProxy as docs/examples/haproxy.cfg has it; each answer says by `x-replica` who gave it. */
export async function startHaproxy(network: Network): Promise<FrontProxy> {
  const config = `${readExample('haproxy.cfg', network)}
  http-response set-header x-replica %s

listen stats
  bind :${STATS_PORT}
  stats enable
  stats uri /
`;
  const proxy = await startProxy(network, config, (file) => ['haproxy', '-q', '-db', '-f', file]);
  const url = `http://${network.addressOf(PROXY_HOST)}`;
  const up = async () => {
    const table = await fetch(`${url}:${STATS_PORT}/;csv`).then((response) => response.text());
    const rows = table.split('\n').map((line) => line.split(','));
    return rows.flatMap(([of, server = '', ...rest]) => (of === 'gateways' && rest.includes('UP') ? [server] : []));
  };
  return { ...proxy, url: `${url}:${PROXY_PORT}`, up: async () => (await up()).filter((name) => name !== 'BACKEND') };
}

/** nginx as docs/examples/nginx.conf has it, at another port of the same host. */
export async function startNginx(network: Network): Promise<FrontProxy> {
  const port = PROXY_PORT + 1;
  const server = readExample('nginx.conf', network).replace(`listen ${PROXY_PORT}`, `listen ${port}`);
  const config = `daemon off; master_process off; pid FOLDER/pid; error_log stderr crit;
events {}
http { access_log off; client_body_temp_path FOLDER/body; proxy_temp_path FOLDER/proxy; fastcgi_temp_path FOLDER/fastcgi;
  uwsgi_temp_path FOLDER/uwsgi; scgi_temp_path FOLDER/scgi;
${server}
}`;
  const proxy = await startProxy(network, config, (file) => ['nginx', '-c', file]);
  return { ...proxy, url: `http://${network.addressOf(PROXY_HOST)}:${port}`, up: async () => GATEWAYS };
}

function readExample(name: string, { addressOf }: Network): string {
  const text = readFileSync(join(ROOT, 'docs', 'examples', name), 'utf8');
  return GATEWAYS.reduce((config, host, index) => config.replaceAll(`10.0.0.${11 + index}`, addressOf(host)), text);
}

async function startProxy(network: Network, config: string, command: (file: string) => readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'tripoint-proxy-'));
  chmodSync(folder, 0o755);
  const file = join(folder, 'config');
  writeFileSync(file, config.replaceAll('FOLDER', folder));
  const { PATH = '' } = process.env;
  const child = launch(network.prefixOf(PROXY_HOST), command(file), { PATH: `${PATH}:/usr/sbin` });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
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
