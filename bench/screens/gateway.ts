/** The gateway as it is shipped, on the Odoo of the environment; development stage, so that each answer counts its calls. */
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { issueToken } from '../../src/auth/issue.ts';

/** Asks the gateway as the service viewer; `calls` are those that it made to Odoo. @throws Error for any error answered. */
export type Ask = (query: string, variables: object) => Promise<{ data: Record<string, unknown>; calls: number }>;

/** A running gateway. */
export interface Gateway extends AsyncDisposable {
  readonly ask: Ask;
  readonly pid: number;
}

const ROOT = join(import.meta.dirname, '..', '..');

/** Builds and starts the gateway on a free port. */
export async function startGateway(env: NodeJS.ProcessEnv): Promise<Gateway> {
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  execFileSync(process.execPath, [tsc, '-p', join(ROOT, 'tsconfig.build.json')], { stdio: 'inherit' });
  const jwtSecret = randomBytes(32).toString('hex');
  const { PATH, ODOO_URL, ODOO_DB, ODOO_API_KEY } = env;
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'main.js'), 'start'], {
    env: {
      PATH,
      ODOO_URL,
      ODOO_DB,
      ODOO_API_KEY,
      SUPABASE_JWT_SECRET: jwtSecret,
      PORT: '0',
      ODOO_STAGE: 'development',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let printed = '';
    child.once('exit', (code) => reject(new Error(`the gateway ended with code ${code}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk;
      const found = /(http:\/\/127\.0\.0\.1:\d+\/graphql)/.exec(printed)?.[1];
      if (found) resolve(found);
    });
  });
  const signing = { jwtSecret, issuer: null, audience: 'authenticated', lifetimeSeconds: 3_600 };
  const token = await issueToken({ service: true }, signing);
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  return {
    pid: child.pid as number,
    ask: async (query, variables) => {
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
      const { data, errors, extensions } = (await response.json()) as {
        data: Record<string, unknown>;
        errors?: unknown;
        extensions: { tripoint: { calls: unknown[] } };
      };
      if (errors) throw new Error(JSON.stringify(errors));
      return { data, calls: extensions.tripoint.calls.length };
    },
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}
