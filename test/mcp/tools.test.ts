/** Tools as the official client has them, in both eras: whose they are, what they answer, and what they say of errors. */
import type { Client } from '@modelcontextprotocol/client';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TrustedOperation } from '../../src/operations/manifest.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { type Called, callTool, ERAS, openTestMcp, type TestMcp } from '../support/mcp.ts';

let gateway: TestGateway;
let mcp: TestMcp;

beforeAll(async () => {
  gateway = await createTestGateway();
  mcp = await openTestMcp(gateway);
});

afterAll(async () => {
  await mcp[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
});

const toolsOf = async (as: string) => (await (await mcp.connect(as)).listTools()).tools;
const namesOf = async (as: string) => (await toolsOf(as)).map(({ name }) => name);

/** Of every viewer that has shown who it is. */
const SCHEMA_TOOLS = ['search_schema', 'describe', 'read_on'];

describe('the tools of a viewer', () => {
  it('are the operations of consumers of its kind, and those of nobody else', async () => {
    const [ana, service, agent, indexer, acting, alone] = await Promise.all(
      [
        'ana',
        'service',
        'agent:sync-odoo-agent',
        'agent:workspace-indexer',
        'agent:workspace-ask-docs for ana',
        'agent:workspace-ask-docs',
      ].map(namesOf),
    );
    expect(ana).toEqual(
      expect.arrayContaining(['Overview', 'PageScreen', 'CreatePage', 'PageChanged', ...SCHEMA_TOOLS]),
    );
    expect(ana).not.toContain('EnqueueRun');
    expect(service).toEqual(expect.arrayContaining(['EnqueueRun', 'RunDetail', 'FollowRun', ...SCHEMA_TOOLS]));
    expect(service).not.toContain('CreatePage');
    expect(agent).toEqual(expect.arrayContaining(['RequestOdooWrite', 'FollowRun', ...SCHEMA_TOOLS]));
    expect(indexer).toEqual(['DeadLetters', 'PagesToIndex', ...SCHEMA_TOOLS]);
    expect(acting).toEqual(['AskDocs', ...SCHEMA_TOOLS]);
    expect(alone).toEqual(SCHEMA_TOOLS);
  });

  it('leave out what the doctrine refuses the viewer, and keep what it answers a part of', async () => {
    const document = (fields: string) => `query Some { ${fields} }`;
    const some = (name: string, fields: string): TrustedOperation => ({
      ...{ consumer: 'test', name, kind: 'query', description: null, document: document(fields), ids: [] },
      variables: { type: 'object', properties: {} },
      ...{ result: { type: 'object' }, reads: [], writes: [], surfaces: [], cost: 1, risk: 'read' },
    });
    const operations = [
      some('Closed', 'runs { totalCount }'),
      some('Half', 'runs { totalCount } spaces { totalCount }'),
    ];
    const offered = operations.map((operation) => ({ operation, viewer: { user: 'ana' } }));
    await using other = await openTestMcp(gateway, { offered });
    const client = await other.connect('ben');
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(['Half', ...SCHEMA_TOOLS]);
    const { isError, structured } = await callTool(client, 'Half');
    expect(isError).toBe(false);
    expect(structured).toMatchObject({
      data: { runs: null, spaces: { totalCount: expect.any(Number) } },
      errors: [{ code: 'FORBIDDEN', path: 'runs', surface: 'ops', next: expect.stringContaining('describe') }],
    });
  });

  it('have what they write in their annotations', async () => {
    const annotations = Object.fromEntries((await toolsOf('ana')).map((tool) => [tool.name, tool.annotations]));
    expect(annotations.PageScreen).toEqual({ readOnlyHint: true });
    expect(annotations.CreatePage).toEqual({ readOnlyHint: false, destructiveHint: false, idempotentHint: false });
    expect(annotations.WriteBlocks).toEqual({ readOnlyHint: false, destructiveHint: true, idempotentHint: true });
  });

  it('hold run_query in development alone', async () => {
    expect(await namesOf('ana')).not.toContain('run_query');
    await using development = await openTestMcp(gateway, { stage: 'development' });
    const client = await development.connect('ana');
    const { structured } = await callTool(client, 'run_query', { query: '{ viewer { kind } }' });
    expect(structured).toEqual({ data: { viewer: { kind: 'USER' } } });
  });
});

describe.each(ERAS)('a client of %s', (era) => {
  let ana: Client;
  beforeAll(async () => {
    ana = await mcp.connect('ana', { era });
  });

  it('agrees on it, and is told what the gateway is', () => {
    expect(ana.getNegotiatedProtocolVersion()).toBe(era);
    expect(ana.getServerVersion()).toMatchObject({ name: 'tripoint' });
    expect(ana.getInstructions()).toContain('search_schema');
  });

  it('reads over several systems in one call, and what it may not comes as an error beside the rest', async () => {
    const { isError, structured, text } = await callTool(ana, 'Overview');
    expect(isError).toBe(false);
    expect(structured.data).toMatchObject({
      moves: { totalCount: expect.any(Number) },
      runs: null,
      spaces: { nodes: expect.anything() },
    });
    expect(structured.errors).toEqual([expect.objectContaining({ code: 'FORBIDDEN', path: 'runs' })]);
    expect(JSON.parse(text)).toEqual(structured);
  });

  it('writes as the viewer of its token, once for each key', async () => {
    const { structured: sidebar } = await callTool(ana, 'Sidebar', { spaceId: await someSpace() });
    expect(sidebar.data.spaces.nodes.length).toBeGreaterThan(0);
    const input = { title: `By a client of ${era}`, spaceId: await someSpace(), idempotencyKey: `mcp ${era}` };
    const first = await callTool(ana, 'CreatePage', { input });
    const again = await callTool(ana, 'CreatePage', { input });
    expect(first.structured.data.createPage).toMatchObject({ page: { title: input.title }, userErrors: [] });
    expect(again.structured).toEqual(first.structured);
  });

  it.each<[string, string, Record<string, unknown>, Record<string, unknown>]>([
    ['an argument that is missing', 'PageScreen', {}, { code: 'BAD_USER_INPUT' }],
    ['an argument that there is not', 'PageScreen', { id: 'x', idd: 'y' }, { code: 'BAD_USER_INPUT', argument: 'idd' }],
    ['a value of another type', 'PageScreen', { id: { a: 1 } }, { code: 'BAD_USER_INPUT' }],
    ['a cursor of nobody', 'read_on', { cursor: 'x' }, { code: 'BAD_USER_INPUT', argument: 'cursor' }],
  ])('is told by a result what is wrong, and what to do: %s', async (_what, name, args, error) => {
    const { isError, structured } = await callTool(ana, name, args);
    expect(isError).toBe(true);
    expect(structured.errors).toEqual([
      expect.objectContaining({ ...error, next: 'Correct what the message names, and call again.' }),
    ]);
  });

  it('is told so of a mutation that did nothing, by the mutation’s own words', async () => {
    const input = { pageId: '00000000-0000-4000-8000-000000000000', expectedVersion: 1, title: 'x' };
    const { isError, structured } = await callTool(ana, 'RenamePage', { input });
    expect(isError).toBe(true);
    expect(structured.data.updatePage.userErrors).toEqual([
      expect.objectContaining({ code: 'NOT_FOUND', next: expect.stringContaining('Look the id up') }),
    ]);
  });

  it('meets no tool of others, whatever it calls', async () => {
    await expect(callTool(ana, 'EnqueueRun', { input: {} })).rejects.toMatchObject({ code: -32_602 });
  });

  it('follows what changes, and goes on where it left off', async () => {
    const spaceId = await someSpace();
    const begun = await callTool(ana, 'PageChanged', { spaceId });
    expect(begun.structured).toMatchObject({ isOver: false, cursor: expect.any(String) });
    const title = `Followed in ${era}`;
    await callTool(ana, 'CreatePage', { input: { title, spaceId, idempotencyKey: `follow ${era}` } });
    const next = await callTool(ana, 'read_on', { cursor: begun.structured.cursor });
    expect(titlesOf(next)).toContain(title);
  });

  it('follows a run from the call that made it to its end', async () => {
    const service = await mcp.connect('service', { era });
    const input = { agent: 'sync-odoo-agent', kind: 'odoo.write', input: {}, idempotencyKey: `run ${era}` };
    const made = await callTool(service, 'EnqueueRun', { input });
    const { id: runId } = made.structured.data.enqueueRun.run;
    const queued = await callTool(service, 'FollowRun', { runId });
    expect(queued.structured).toMatchObject({ events: [{ runEvents: { seq: 1 } }], isOver: false });
    await callTool(service, 'CancelRun', { input: { runId, reason: 'not needed' } });
    const ended = await callTool(service, 'read_on', { cursor: queued.structured.cursor });
    expect(ended.structured.isOver).toBe(true);
    expect(ended.structured.events[0].runEvents.seq).toBe(2);
    expect(ended.structured.cursor).toBeUndefined();
  });
});

describe('a result that is too long for a model', () => {
  const MOST = 25_000;

  it('is cut, and read on to its end: nothing is missing, nothing comes twice', async () => {
    const lines =
      'invoiceLines(first: 40) { nodes { id name quantity priceUnit product { id name } account { id name code } } }';
    const moves = (alias: string) => `${alias}: moves(first: 60) { nodes { id name ref narration ${lines} } }`;
    const operation: TrustedOperation = {
      ...{ consumer: 'test', name: 'Much', kind: 'query', description: 'Much', ids: [] },
      document: `query Much { ${moves('a')} ${moves('b')} ${moves('c')} }`,
      variables: { type: 'object', properties: {} },
      ...{ result: { type: 'object' }, reads: [], writes: [], surfaces: [], cost: 1, risk: 'read' },
    };
    await using other = await openTestMcp(gateway, { offered: [{ operation, viewer: { service: true } }] });
    const client = await other.connect('service');
    const whole = await gateway.execute(operation.document, { as: 'service' });
    const parts: Called[] = [await callTool(client, 'Much')];
    for (let last = parts[0]; last?.structured.cursor && parts.length < 50; last = parts.at(-1))
      parts.push(await callTool(client, 'read_on', { cursor: last.structured.cursor }));
    expect(parts.length).toBeGreaterThan(1);
    for (const { text, isError } of parts) {
      expect(isError).toBe(false);
      expect(countTokens(text)).toBeLessThanOrEqual(MOST);
    }
    // Records of the answer in their order; one that is cut within comes again, with the rest of its lines.
    for (const alias of ['a', 'b', 'c']) {
      const told = parts.flatMap(({ structured }) => structured.data[alias].nodes) as Move[];
      expect(merge(told)).toEqual(pick(whole.data, `${alias}.nodes`));
    }
  });

  interface Move {
    readonly id: string;
    readonly invoiceLines: { readonly nodes: readonly unknown[] };
  }

  function merge(told: readonly Move[]): Move[] {
    const moves = new Map<string, Move>();
    for (const move of told) {
      const known = moves.get(move.id);
      const nodes = [...(known?.invoiceLines.nodes ?? []), ...move.invoiceLines.nodes];
      moves.set(move.id, { ...(known ?? move), invoiceLines: { nodes } });
    }
    return [...moves.values()];
  }

  it('is never a write: a cursor that somebody made up calls nothing that writes', async () => {
    const ana = await mcp.connect('ana');
    const made = {
      tool: 'CreatePage',
      args: { input: { title: 'x', spaceId: await someSpace() } },
      position: { from: [] },
    };
    const cursor = Buffer.from(JSON.stringify(made)).toString('base64url');
    expect((await callTool(ana, 'read_on', { cursor })).structured.errors).toEqual([
      expect.objectContaining({ code: 'NOT_FOUND' }),
    ]);
  });
});

async function someSpace(): Promise<string> {
  const { data } = await gateway.execute('{ spaces(first: 1) { nodes { id } } }', { as: 'ana' });
  return String(pick(data, 'spaces.nodes.0.id'));
}

function titlesOf({ structured }: Called): string[] {
  return structured.events.map(
    ({ pageChanged }: { pageChanged: { page: { title: string } | null } }) => pageChanged.page?.title,
  );
}
