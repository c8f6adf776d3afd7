/** nginx and Caddy with TLS, as `deploy/proxies` has them, before a gateway: what clients do, through each. */
import { strict as assert } from 'node:assert';
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { issueToken } from '../../../src/auth/issue.ts';
import { createFolder, startProcess } from '../../support/command.ts';
import { findFreePort } from '../../support/free-port.ts';
import { askOver, type Door } from './over-tls.ts';
import { readDeploy, run } from './programs.ts';

const JWT_SECRET = 'a-secret-of-the-check-of-proxies-and-of-nothing-else';
/** Milliseconds that a proxy has to come up. */
const PATIENCE_MS = 20_000;

/** What was asked through them. @throws AssertionError naming what is wrong. */
export async function checkProxies(): Promise<string> {
  using folder = createFolder();
  const gatewayPort = await findFreePort();
  await using gateway = startProcess(['start'], {
    cwd: folder.path,
    env: {
      PORT: String(gatewayPort),
      SUPABASE_JWT_SECRET: JWT_SECRET,
      TRUSTED_PROXIES: '127.0.0.1',
      LOG_LEVEL: 'error',
    },
  });
  await gateway.untilPrinted('Tripoint is up');
  const auth = { jwtSecret: JWT_SECRET, issuer: null, audience: 'authenticated', lifetimeSeconds: 600 };
  const token = await issueToken({ user: 'ana' }, auth);
  const told: string[] = [];
  for (const [name, start] of Object.entries({ nginx: startNginx, Caddy: startCaddy })) {
    await using proxy = await start(gatewayPort);
    told.push(`${name} passed ${(await askOver({ ...proxy, token, prefix: name })).join(', ')}`);
  }
  return told.join('; ');
}

interface Proxy extends AsyncDisposable, Pick<Door, 'port' | 'certificate'> {}

async function startNginx(gatewayPort: number): Promise<Proxy> {
  return startProxy({
    readConfig: (folder, port, plainPort) => {
      const server = readDeploy('proxies', 'nginx-tls.conf')
        .replaceAll('/etc/tripoint/tls', folder)
        .replace(/^( *listen )443/m, (_, listen) => `${listen}127.0.0.1:${port}`)
        .replace(/^( *listen )80/m, (_, listen) => `${listen}127.0.0.1:${plainPort}`)
        .replaceAll(/127\.0\.0\.1:400[12]/g, `127.0.0.1:${gatewayPort}`);
      const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
        (name) => `${name}_temp_path ${folder}/${name};`,
      );
      return `daemon off; pid ${folder}/pid; error_log stderr crit; events {} http { access_log off; ${paths.join(' ')}\n${server}\n}`;
    },
    command: (file) => ['nginx', '-c', file],
  });
}

async function startCaddy(gatewayPort: number): Promise<Proxy> {
  return startProxy({
    readConfig: (folder, port) =>
      readDeploy('proxies', 'Caddyfile')
        .replace('admin off', 'admin off\n\tauto_https disable_redirects\n\tdefault_bind 127.0.0.1')
        .replace(
          'gateway.example.com {',
          `https://gateway.example.com:${port} {\n\ttls ${folder}/fullchain.pem ${folder}/privkey.pem`,
        )
        .replaceAll(/127\.0\.0\.1:400[12]/g, `127.0.0.1:${gatewayPort}`),
    command: (file) => ['caddy', 'run', '--adapter', 'caddyfile', '--config', file],
  });
}

interface Starting {
  readonly readConfig: (folder: string, port: number, plainPort: number) => string;
  readonly command: (file: string) => readonly string[];
}

async function startProxy({ readConfig, command }: Starting): Promise<Proxy> {
  const folder = mkdtempSync(join(tmpdir(), 'tripoint-proxy-'));
  chmodSync(folder, 0o755);
  await makeCertificate(folder);
  const [port, plainPort] = [await findFreePort(), await findFreePort()];
  const file = join(folder, 'config');
  writeFileSync(file, readConfig(folder, port, plainPort));
  const [program = '', ...args] = command(file);
  const child = spawn(program, args, {
    env: { PATH: `${process.env.PATH}:/usr/sbin`, HOME: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const dispose = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilListening(child, port, () => said);
  } catch (error) {
    await dispose();
    throw error;
  }
  const certificate = readFileSync(join(folder, 'fullchain.pem'), 'utf8');
  return { port, certificate, [Symbol.asyncDispose]: dispose };
}

async function makeCertificate(folder: string): Promise<void> {
  const subject = ['-subj', '/CN=gateway.example.com', '-addext', 'subjectAltName=DNS:gateway.example.com'];
  const files = ['-keyout', join(folder, 'privkey.pem'), '-out', join(folder, 'fullchain.pem')];
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const { code, stderr } = await run('openssl', ['req', '-x509', ...key, ...subject, ...files], folder);
  assert.equal(code, 0, stderr);
}

async function untilListening(child: ChildProcess, port: number, said: () => string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await isTaken(port))) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`the proxy does not come up: ${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(true));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(false)));
  });
}
