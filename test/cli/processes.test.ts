/** `WEB_CONCURRENCY`: several processes of one gateway, as a shell and its clients meet them. */
import { readFileSync } from 'node:fs';
import { createClient } from 'graphql-sse';
import { describe, expect, it } from 'vitest';
import { createFolder, type RunningCommand, runHere, runProcess, startProcess } from '../support/command.ts';
import { createTestGateway, type TestGateway, testToken } from '../support/gateway.ts';
import { databaseUrl, isRealStack, JWT_SECRET } from '../support/stack.ts';

/** Milliseconds: each starts processes, which on a busy machine takes its time. */
const PATIENCE_MS = 180_000;

describe('WEB_CONCURRENCY', () => {
  const real = {
    ODOO_STAGE: 'development',
    ODOO_URL: 'http://127.0.0.1:9',
    ODOO_DB: 'odoo',
    ODOO_API_KEY: 'key',
    SUPABASE_JWT_SECRET: JWT_SECRET,
  };

  it.each([
    ['the embedded systems live in one process', { WEB_CONCURRENCY: '2' }],
    ['WEB_CONCURRENCY is 5, and ODOO_MAX_CONCURRENCY 4', { ...real, WEB_CONCURRENCY: '5' }],
    ['WEB_CONCURRENCY must be a whole number from 1 to 64', { ...real, WEB_CONCURRENCY: '0' }],
  ])('is refused where %s', async (why, env) => {
    using folder = createFolder();
    const { code, stdout, stderr } = await runHere(['start'], { cwd: folder.path, env });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(why);
  });
});

describe.runIf(isRealStack)('two processes', { timeout: PATIENCE_MS }, () => {
  it('answer at one port, on one page of metrics, and a killed one is replaced', async () => {
    await using gateway = await createTestGateway();
    await using running = await start(gateway);
    for (let asked = 0; asked < 6; asked += 1) await ask(running.url);
    const counted = /tripoint_http_request_duration_seconds_count\{route="graphql",status="200"\} (\d+)/;
    expect(Number(counted.exec(await readMetrics(running.url))?.[1])).toBe(6);
    const [first = 0, second = 0] = childrenOf(running);
    process.kill(second, 'SIGKILL');
    // What is on its way to the killed one just then is never answered: node:cluster has given it away.
    const within = (ms: number) => AbortSignal.timeout(ms);
    const replaced = async () => {
      const page = await readMetrics(running.url, within(3_000)).catch(() => '');
      return /tripoint_processes_replaced_total 1/.test(page) && /tripoint_processes\{state="told"\} 2/.test(page);
    };
    await ask(running.url, within(3_000)).catch(() => {});
    while (!(await replaced())) {
      // The other one answers meanwhile.
      expect(await ask(running.url)).toBe(200);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(childrenOf(running)).toContain(first);
    expect(childrenOf(running)).not.toContain(second);
  });

  it('end together with 0 at SIGTERM, and with them the streams that they hold', async () => {
    await using gateway = await createTestGateway();
    await using running = await start(gateway);
    const streams = await Promise.all(Array.from({ length: 4 }, () => follow(running.url)));
    const children = childrenOf(running);
    running.child.kill('SIGTERM');
    expect(await running.ended).toMatchObject({ code: 0, stderr: '' });
    expect(await Promise.all(streams.map(({ ended }) => ended))).toEqual(Array(4).fill('cut'));
    expect(children.filter(isAlive)).toEqual([]);
  });

  it('end with the one that keeps them, also where it is killed', async () => {
    await using gateway = await createTestGateway();
    await using running = await start(gateway);
    const children = childrenOf(running);
    running.child.kill('SIGKILL');
    await running.ended;
    while (children.some(isAlive)) await new Promise((resolve) => setTimeout(resolve, 20));
  });

  it('that cannot start say why once, and end with the code of one', async () => {
    using folder = createFolder();
    const env = { ...(await environment()), DATABASE_URL: databaseUrl('DATABASE_URL', 'there_is_none_of_this_name') };
    const { code, stdout, stderr } = await runProcess(['start'], { cwd: folder.path, env });
    expect({ code, stdout }).toEqual({ code: 16, stdout: '' });
    expect(stderr.match(/there_is_none_of_this_name/g)).toHaveLength(1);
  });
});

async function environment(gateway?: TestGateway): Promise<Record<string, string>> {
  const [database] = (await gateway?.owner((client) => client.query('select current_database() as name'))) ?? [];
  return {
    WEB_CONCURRENCY: '2',
    PORT: '0',
    LOG_LEVEL: 'silent',
    ODOO_STAGE: 'development',
    SUPABASE_JWT_SECRET: JWT_SECRET,
    ...(database && { DATABASE_URL: databaseUrl('DATABASE_URL', String(database.name)) }),
  };
}

async function start(gateway: TestGateway): Promise<RunningCommand & { readonly url: string }> {
  const folder = createFolder();
  const running = startProcess(['start'], { cwd: folder.path, env: await environment(gateway) });
  const banner = await running.untilPrinted('2 processes answer');
  return {
    ...running,
    url: /GraphQL (http:\S+)\/graphql/.exec(banner)?.[1] ?? '',
    [Symbol.asyncDispose]: async () => {
      await running[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

/** A connection each, so that the processes take turns. */
async function ask(url: string, signal: AbortSignal | null = null): Promise<number> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: '{"query":"{ __typename }"}',
    signal,
  });
  await response.text();
  return response.status;
}

async function readMetrics(url: string, signal: AbortSignal | null = null): Promise<string> {
  return (await fetch(`${url}/metrics`, { headers: { connection: 'close' }, signal })).text();
}

/** Resolves with its first answer; `ended` says how it ended. */
async function follow(url: string): Promise<{ readonly ended: Promise<'complete' | 'cut'> }> {
  const authorization = `Bearer ${await testToken('service')}`;
  const client = createClient({ url: `${url}/graphql`, headers: { authorization }, retryAttempts: 0 });
  const stream = client.iterate({ query: 'subscription { runs { cursor } }' });
  await stream.next();
  const ended = stream.next().then(
    (): 'complete' => 'complete',
    (): 'cut' => 'cut',
  );
  return { ended };
}

/** Ids of the processes that a command has started of itself. */
function childrenOf({ child: { pid } }: RunningCommand): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
  return children.filter((id) => readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('main.ts'));
}

/** One that ended, and whose parent has not looked yet, is none. */
function isAlive(id: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${id}/status`, 'utf8'));
  } catch {
    return false;
  }
}
