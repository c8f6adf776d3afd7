/** The example that shows run counts in Odoo: its client by plain Python, and the module in the shell of the real Odoo. */
import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, pick, type TestGateway, testToken } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';
import { isRealStack } from '../support/stack.ts';

const HERE = import.meta.dirname;
const COPY = join(HERE, '..', 'stack', 'odoo-example');
const MODULE = join(HERE, '../../docs/examples/odoo/tripoint_runs');
const hasPython = spawnSync('python3', ['--version']).status === 0;
const run = promisify(execFile);

let gateway: TestGateway;
let http: Awaited<ReturnType<typeof serve>>;
let token: string;
/** Two projects of Odoo, of which the ledger has the first one: two runs, of which one was called off. */
let known: number;
let other: number;

beforeAll(async () => {
  // As in production, where agents ask trusted documents alone.
  gateway = await createTestGateway({ trustedDocuments: { agents: 'enforce' } });
  http = await serve(gateway);
  token = await testToken('agent:odoo-panel');
  const { data } = await gateway.execute('{ projects(first: 2, orderBy: [{ field: ID }]) { nodes { id } } }', {
    as: 'service',
  });
  [known = 0, other = 0] = (pick(data, 'projects.nodes') as { id: string }[]).map(({ id }) => Number(id));
  await gateway.owner(async (client) => {
    const [made] = await client.query(
      `select id from ops.upsert_project($1, 'Shown in Odoo', odoo_instance => 'test')`,
      [`odoo-${known}`],
    );
    await client.query(
      `select ops.enqueue('sync-odoo-agent', 'test.panel', project_id => $1) from generate_series(1, 2)`,
      [made?.id],
    );
  });
});

afterAll(async () => {
  await http[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
});

const graphql = () => `${http.url}/graphql`;

it('asks word for word what the gateway trusts', () => {
  const trusted = join(HERE, '../../ssot/operations/odoo-module/project-run-counts.graphql');
  expect(readFileSync(join(MODULE, 'project_run_counts.graphql'), 'utf8')).toBe(readFileSync(trusted, 'utf8'));
});

describe.runIf(hasPython)('runs.py', () => {
  const ask = async (lines: string, env: Record<string, string> = {}) => {
    const script = `import json, os, sys\nsys.path.insert(0, ${JSON.stringify(MODULE)})\nimport runs\n${lines}`;
    const { stdout } = await run('python3', ['-B', '-c', script], {
      env: { PATH: process.env.PATH, TRIPOINT_URL: graphql(), TRIPOINT_TOKEN: token, ...env },
    });
    return JSON.parse(stdout);
  };
  const counts = (ids: string) => `
try: said = runs.counts_of(${ids})
except runs.Away as error: said = str(error)
print(json.dumps(said))`;

  it('gets the counts of a list, and leaves out what the ledger does not have', async () => {
    expect(await ask(counts(`[${known}, ${other}]`))).toEqual({
      [known]: { total: 2, succeeded: 0, failed: 0, lastRunAt: expect.any(String) },
    });
  });

  it('asks for more than 100 by several requests', async () => {
    const said = await ask(counts(`list(range(1000000, 1000250)) + [${known}]`));
    expect(Object.keys(said)).toEqual([String(known)]);
  });

  it('says that the gateway is away, and asks it no second time for a while', async () => {
    const lines = `
said = []
for _ in range(2):
    try: runs.counts_of([1])
    except runs.Away as error: said.append(str(error))
print(json.dumps(said))`;
    const said = await ask(lines, { TRIPOINT_URL: 'http://127.0.0.1:9/graphql' });
    expect(said).toEqual([expect.stringContaining('URLError'), 'it did not answer just now']);
  });

  it('is away for a token that is none, for a silent gateway, and for another page', async () => {
    expect(await ask(counts('[1]'), { TRIPOINT_TOKEN: 'wrong' })).toEqual(
      expect.stringMatching(/HTTP status 401|token/i),
    );
    const silent = createServer((request, response) => {
      if (request.url === '/page') response.end('<html></html>');
      if (request.url === '/away') response.writeHead(302, { location: graphql() }).end();
    });
    await new Promise<void>((resolve) => void silent.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    expect(await ask(counts('[1]'), { TRIPOINT_URL: `${url}/silent` })).toMatch(/timed out|Timeout/i);
    expect(await ask(counts('[1]'), { TRIPOINT_URL: `${url}/page` })).toMatch(/JSONDecodeError/);
    // The token is sent nowhere else.
    expect(await ask(counts('[1]'), { TRIPOINT_URL: `${url}/away` })).toBe('HTTP status 302');
    silent.closeAllConnections();
    await new Promise((resolve) => silent.close(resolve));
  });
});

it('is all that the agent may ask, and its role reads no run', async () => {
  const refused = await gateway.execute('{ deliveryProjects { nodes { name } } }', { as: 'agent:odoo-panel' });
  expect(refused.errors?.map(({ extensions }) => extensions.code)).toEqual(['DOCUMENT_NOT_TRUSTED']);
  await using free = await createTestGateway({ beside: gateway });
  const { errors } = await free.execute('{ runs { nodes { id } } projects { nodes { id } } pages { nodes { id } } }', {
    as: 'agent:odoo-panel',
  });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
});

describe.runIf(isRealStack)('in the real Odoo', { timeout: 600_000 }, () => {
  it('a list of projects shows the counts by one request, and words where the gateway is away', async () => {
    const { stdout } = await run(COPY, [
      join(HERE, 'runs-in-odoo.py'),
      `TRIPOINT_URL=${graphql()}`,
      `GATEWAY_URL=${graphql()}`,
      `TRIPOINT_TOKEN=${token}`,
    ]);
    const said = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}');
    expect(said.here[known]).toEqual([2, '2 runs, 0 failed']);
    expect(said.here[other]).toEqual([0, false]);
    expect(said.requests).toBe(Math.ceil(Object.keys(said.here).length / 100));
    expect(said.together).toBe(Math.min(100, Object.keys(said.here).length));
    const unknown = [0, 'Not known now: Tripoint does not answer'];
    expect([said.away[known], said.again[known], said.refused[known]]).toEqual([unknown, unknown, unknown]);
    // The second list did not wait.
    expect(said.after).toBe(said.requests + 1);
    expect(said.without[known]).toEqual([0, false]);
    expect(said.in_list).toBe(true);
  });
});
