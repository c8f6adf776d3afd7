/** `tripoint mcp`: a process that a desktop client starts. On its standard output is the protocol, and nothing else. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type ElicitResult } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, type TestGateway, testToken } from '../support/gateway.ts';
import { callTool, ERAS, openTestMcp, type TestMcp } from '../support/mcp.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PROGRAM = [
  '--import',
  join(ROOT, 'node_modules', 'tsx', 'dist', 'esm', 'index.mjs'),
  join(ROOT, 'src', 'main.ts'),
  'mcp',
];

let gateway: TestGateway;
let mcp: TestMcp;
let folder: string;

beforeAll(async () => {
  gateway = await createTestGateway();
  mcp = await openTestMcp(gateway);
  folder = mkdtempSync(join(tmpdir(), 'tripoint-mcp-'));
});

afterAll(async () => {
  await mcp[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

const environment = (more: Record<string, string> = {}) => ({ PATH: process.env.PATH ?? '', HOME: folder, ...more });

async function connect(
  args: readonly string[],
  era: (typeof ERAS)[number],
  env: Record<string, string> = {},
  person?: (message: string) => ElicitResult,
): Promise<Client> {
  const newest = era === '2026-07-28';
  const client = new Client(
    { name: 'test', version: '1' },
    {
      ...(newest && { versionNegotiation: { mode: 'auto' as const } }),
      ...(person && { capabilities: { elicitation: { form: {} } } }),
    },
  );
  if (person) client.setRequestHandler('elicitation/create', ({ params }) => person(params.message));
  const command = { command: process.execPath, args: [...PROGRAM, ...args], cwd: folder, env: environment(env) };
  await client.connect(new StdioClientTransport({ ...command, stderr: 'ignore' }));
  return client;
}

describe.each(ERAS)('a client of %s', (era) => {
  it('asks a gateway that runs elsewhere, by its URL and a token', async () => {
    const client = await connect(['--url', mcp.url], era, { TRIPOINT_TOKEN: await testToken('service') });
    expect(client.getNegotiatedProtocolVersion()).toBe(era);
    expect((await client.listTools()).tools.map(({ name }) => name)).toContain('EnqueueRun');
    expect((await callTool(client, 'Runs', { statuses: ['QUEUED'] })).isError).toBe(false);
    await client.close();
  });

  it('has a gateway of its own where it names none, as ana of the demo', async () => {
    const client = await connect([], era);
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['CreatePage', 'run_query']),
    );
    const { structured } = await callTool(client, 'run_query', { query: '{ viewer { kind id } }' });
    expect(structured.data.viewer).toEqual({ kind: 'USER', id: 'a0a00000-0000-4000-8000-000000000001' });
    await client.close();
  });

  it('is asked for the yes to a write of an agent, over standard input and output', async () => {
    const asked: string[] = [];
    const client = await connect(['--agent', 'sync-odoo-agent'], era, {}, (message) => {
      asked.push(message);
      return { action: 'accept', content: { confirm: asked.length === 2 } };
    });
    const input = { model: 'res.partner', method: 'create', values: { name: 'New' }, idempotencyKey: `stdio ${era}` };
    const declined = await callTool(client, 'RequestOdooWrite', { input });
    expect(declined).toMatchObject({ isError: true, structured: { data: null } });
    const { structured } = await callTool(client, 'RequestOdooWrite', { input });
    expect(structured.data.requestOdooWrite).toMatchObject({ created: true, userErrors: [] });
    expect(asked).toEqual(Array(2).fill(expect.stringContaining('- Partner.new.name: nothing → "New"')));
    await client.close();
  });
});

describe('the process', () => {
  const run = (args: readonly string[], input: string) =>
    new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
      const child = spawn(process.execPath, [...PROGRAM, ...args], { cwd: folder, env: environment() });
      let out = '';
      let err = '';
      child.stdout.on('data', (chunk) => (out += chunk));
      child.stderr.on('data', (chunk) => (err += chunk));
      child.once('close', (code) => resolve({ code, out, err }));
      child.stdin.end(input);
    });
  const message = `${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 't', version: '1' } } })}\n`;

  it('ends when its standard input does', async () => {
    const { code, out } = await run(['--user', 'ben'], message);
    expect(code).toBe(0);
    for (const line of out.split('\n').filter(Boolean)) expect(JSON.parse(line)).toMatchObject({ jsonrpc: '2.0' });
  });

  it('answers by an error of the protocol where the gateway refuses the token', async () => {
    const client = connect(['--url', mcp.url, '--token', 'nothing'], '2025-11-25');
    await expect(client).rejects.toThrow(/UNAUTHENTICATED/);
  });

  it.each([
    [['--url', 'nowhere'], /--url must be a URL/],
    [['--url', 'http://127.0.0.1:1', '--user', 'ana'], /--token says who asks/],
    [['--user', 'ana', '--token', 'x'], /leave --user/],
    [['--agent', 'nobody'], /has no agent "nobody"/],
  ])('says on standard error what is wrong with %s, and nothing on standard output', async (args, problem) => {
    const { code, out, err } = await run(args, '');
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(problem);
  });
});
