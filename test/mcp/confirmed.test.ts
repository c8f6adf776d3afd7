/** Writes that an agent has to confirm, over MCP: a person at the client is asked where there is one, else there are two calls. */
import type { ElicitResult } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { copyPaths, type TestPaths } from '../support/doctrine.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { createLedger } from '../support/live.ts';
import { type Called, callTool, ERAS, openTestMcp, type TestMcp } from '../support/mcp.ts';

const AGENT = 'sync-odoo-agent';
const AS = `agent:${AGENT}`;
const TOOL = 'RequestOdooWrite';
const YES: ElicitResult = { action: 'accept', content: { confirm: true } };

let paths: TestPaths;
let gateway: TestGateway;
let mcp: TestMcp;
let partnerId: string;
let oldPhone: string | null;
let phone: string;
let calls = 0;

beforeAll(async () => {
  // Held to trusted documents, as in production.
  paths = copyPaths((draft) => {
    const { confirm } = draft as { confirm?: Record<string, string> };
    Object.assign(draft, { confirm: { ...confirm, 'Mutation.updatePage': 'everyone' } });
  });
  gateway = await createTestGateway({ paths, trustedDocuments: { agents: 'enforce', users: 'enforce' } });
  mcp = await openTestMcp(gateway);
  const { data } = await gateway.execute('{ partners(first: 1) { nodes { id phone } } }', { as: 'service' });
  oldPhone = pick(data, 'partners.nodes.0.phone') as string | null;
  partnerId = String(pick(data, 'partners.nodes.0.id'));
});

afterAll(async () => {
  await mcp[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
  paths[Symbol.dispose]();
});

beforeEach(() => {
  calls += 1;
  phone = `+63 2 8555 ${1000 + calls}`;
});

const inputOf = (more: object = {}) => ({
  ...{ model: 'res.partner', method: 'write', ids: [partnerId], values: { phone } },
  ...{ idempotencyKey: `confirmed ${calls}`, ...more },
});

const payloadOf = ({ structured }: Called) => structured.data.requestOdooWrite;

/** Runs that ask for this write. */
async function countRuns(): Promise<number> {
  const [row] = await gateway.owner((client) =>
    client.query(`select count(*)::int as runs from ops.runs where input->'values'->>'phone' = $1`, [phone]),
  );
  return Number(row?.runs);
}

describe.each(ERAS)('a client of %s that can ask nobody', (era) => {
  it('is shown what would change, and writes by a second call with the confirmation, once', async () => {
    const client = await mcp.connect(AS, { era });
    const input = inputOf();
    const shown = await callTool(client, TOOL, { input });
    expect(shown).toMatchObject({
      isError: false,
      structured: { next: expect.stringContaining('Nothing is written') },
    });
    const { diff, unknown, confirmation } = payloadOf(shown);
    expect(diff).toContainEqual({ path: `Partner.${partnerId}.phone`, before: oldPhone, after: phone });
    expect(unknown).toContainEqual(expect.stringContaining('onchange'));
    expect(await countRuns()).toBe(0);

    const other = await callTool(client, TOOL, { input: inputOf({ values: { phone: '+1' } }), confirmation });
    expect(other).toMatchObject({
      ...{ isError: true, structured: { errors: [{ code: 'CONFIRMATION_INVALID', reason: 'arguments' }] } },
    });
    const written = await callTool(client, TOOL, { input, confirmation });
    expect(written.isError).toBe(false);
    expect(written.structured.next).toBeUndefined();
    expect(payloadOf(written)).toMatchObject({ run: { status: 'QUEUED' }, created: true, userErrors: [] });
    expect(payloadOf(written).receipt).toEqual({ runId: expect.any(String), seq: expect.any(Number) });
    const again = await callTool(client, TOOL, { input, confirmation });
    expect(again).toMatchObject({ isError: true, structured: { errors: [{ code: 'CONFIRMATION_USED' }] } });
    expect(await countRuns()).toBe(1);
  });

  it('asks for a dry run in so many words, and is told in its list that it may', async () => {
    const client = await mcp.connect(AS, { era });
    const { tools } = await client.listTools();
    const { properties } = tools.find(({ name }) => name === TOOL)?.inputSchema ?? {};
    expect(properties).toMatchObject({ dryRun: { type: 'boolean' }, confirmation: {} });
    const shown = await callTool(client, TOOL, { input: inputOf(), dryRun: true });
    expect(payloadOf(shown).confirmation).toEqual(expect.any(String));
    // What it says in its text is as it was.
    const foreseen = await callTool(client, 'ForeseeOdooWrite', { input: inputOf() });
    const written = await callTool(client, TOOL, { input: inputOf(), ...pickConfirmation(foreseen) });
    expect([written.isError, await countRuns()]).toEqual([false, 1]);
  });

  it('is given no confirmation of what the write itself would refuse', async () => {
    const client = await mcp.connect(AS, { era });
    const refused = await callTool(client, TOOL, {
      input: inputOf({ model: 'project.task', ids: ['1'], values: { name: false } }),
    });
    expect(refused).toMatchObject({
      isError: true,
      structured: { data: { requestOdooWrite: { confirmation: null } } },
    });
    expect(payloadOf(refused).userErrors).toEqual([expect.objectContaining({ code: 'BAD_USER_INPUT' })]);
  });
});

describe('a client that can ask a person', () => {
  it('shows the person what would change, and writes once it said yes, in one call', async () => {
    const asked: string[] = [];
    const person = (message: string) => {
      asked.push(message);
      return YES;
    };
    const written = await callTool(await mcp.connect(AS, { person }), TOOL, { input: inputOf() });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain(`${TOOL} would change:`);
    expect(asked[0]).toMatch(
      new RegExp(`^- Partner\\.${partnerId}\\.phone: .+ → ${JSON.stringify(phone).replace('+', '\\+')}$`, 'm'),
    );
    expect(asked[0]).toMatch(/^Not known:\n- /m);
    expect(payloadOf(written)).toMatchObject({ run: { status: 'QUEUED' }, created: true, confirmation: null });
    expect(await countRuns()).toBe(1);
  });

  it.each<[string, ElicitResult]>([
    ['declines', { action: 'decline' }],
    ['closes the question', { action: 'cancel' }],
    ['sends the form with a no', { action: 'accept', content: { confirm: false } }],
  ])('writes nothing where the person %s', async (_what, answer) => {
    const client = await mcp.connect(AS, { person: () => answer });
    const { isError, structured } = await callTool(client, TOOL, { input: inputOf() });
    expect(isError).toBe(true);
    expect(structured).toEqual({ data: null, next: expect.stringContaining('Nothing was written') });
    expect(await countRuns()).toBe(0);
  });

  it('has the two steps where it is of 2025 and over HTTP, which keeps no session to ask it by', async () => {
    const client = await mcp.connect(AS, { era: '2025-11-25', person: () => Promise.reject(new Error('was asked')) });
    const shown = await callTool(client, TOOL, { input: inputOf() });
    expect(shown).toMatchObject({
      isError: false,
      structured: { next: expect.stringContaining('Nothing is written') },
    });
    const written = await callTool(client, TOOL, { input: inputOf(), ...pickConfirmation(shown) });
    expect([written.isError, await countRuns()]).toEqual([false, 1]);
  });

  it('takes no yes for what was never asked, nor for another call', async () => {
    const client = await mcp.connect(AS, { person: () => YES });
    const { structured } = await callTool(await mcp.connect(AS), TOOL, { input: inputOf() });
    const forged = (state: string) =>
      client.callTool({
        ...{ name: TOOL, arguments: { input: inputOf({ values: { phone: '+1' } }) } },
        ...{ inputResponses: { confirm: YES }, requestState: state },
      } as never);
    const { confirmation } = structured.data.requestOdooWrite;
    for (const [state, reason] of [
      [confirmation, 'arguments'],
      ['made up', 'seal'],
    ])
      expect(await forged(state)).toMatchObject({
        ...{ isError: true, structuredContent: { errors: [{ code: 'CONFIRMATION_INVALID', reason }] } },
      });
  });
});

describe('an operation that knows nothing of dry runs', () => {
  const titleOf = async (id: string) => {
    const [page] = await gateway.owner((client) => client.query('select title from work.pages where id = $1', [id]));
    return page?.title;
  };
  const createPage = async (): Promise<string> => {
    const client = await mcp.connect('ana');
    const { structured } = await callTool(client, 'Overview');
    const spaceId = structured.data.spaces.nodes[0].id;
    const made = await callTool(client, 'CreatePage', {
      input: { title: 'Draft', spaceId, idempotencyKey: `page ${calls}` },
    });
    return String(made.structured.data.createPage.page.id);
  };

  it.each(ERAS)('takes both steps all the same, of whoever has to confirm it: %s', async (era) => {
    const client = await mcp.connect('ana', { era });
    const input = { pageId: await createPage(), title: 'Final' };
    const shown = await callTool(client, 'RenamePage', { input });
    const { diff, confirmation } = shown.structured.data.updatePage;
    expect(diff).toContainEqual({ path: 'page.title', before: 'Draft', after: 'Final' });
    expect(await titleOf(input.pageId)).toBe('Draft');
    const written = await callTool(client, 'RenamePage', { input, confirmation });
    expect([written.isError, await titleOf(input.pageId)]).toEqual([false, 'Final']);
  });

  it('asks the person anew where the page has changed meanwhile, and writes what it said yes to', async () => {
    const pageId = await createPage();
    const asked: string[] = [];
    const person = async (message: string) => {
      asked.push(message);
      if (asked.length === 1)
        await gateway.owner((client) =>
          client.query(`update work.pages set title = 'Meanwhile' where id = $1`, [pageId]),
        );
      return YES;
    };
    const client = await mcp.connect('ana', { person });
    const { isError } = await callTool(client, 'RenamePage', { input: { pageId, title: 'Final' } });
    expect(asked).toEqual([
      expect.stringContaining('- page.title: "Draft" → "Final"'),
      expect.stringContaining('- page.title: "Meanwhile" → "Final"'),
    ]);
    expect([isError, await titleOf(pageId)]).toEqual([false, 'Final']);
  });
});

describe('the run that a call names', () => {
  it.each([
    ['_meta', (run: string) => ({ meta: { 'tripoint/runId': run } })],
    ['a header', (run: string) => ({ headers: { 'x-run-id': run } })],
  ])('is what it uses counted to: by %s', async (_by, say) => {
    const ledger = createLedger(gateway);
    const run = await beginRun(ledger);
    const { meta, headers } = { meta: undefined, headers: {}, ...say(run) };
    for (const era of ERAS) {
      const client = await mcp.connect(AS, { era, headers });
      expect((await callTool(client, 'DraftInvoices', { company: 'A' }, meta)).isError).toBe(false);
    }
    await expect.poll(() => callsOf(run)).toBeGreaterThanOrEqual(2);
  });

  it('is told where it is none', async () => {
    const client = await mcp.connect(AS);
    for (const runId of [7, 'x', '00000000-0000-4000-8000-000000000000']) {
      const { isError, structured } = await callTool(
        client,
        'DraftInvoices',
        { company: 'A' },
        { 'tripoint/runId': runId },
      );
      expect([isError, structured.errors[0].code]).toEqual([true, expect.stringMatching(/BAD_USER_INPUT|NOT_FOUND/)]);
    }
  });
});

const pickConfirmation = ({ structured }: Called) => ({
  confirmation: structured.data.requestOdooWrite.confirmation as string,
});

async function beginRun(ledger: ReturnType<typeof createLedger>): Promise<string> {
  const id = await ledger.enqueue('odoo.write', AGENT);
  const claim = 'select id, fence from ops.claim(agent => $1, worker => $2, kinds => $3, lease_seconds => 3600)';
  // All that are queued: one of them is this one.
  for (;;) {
    const [run] = await gateway.owner((client) => client.query(claim, [AGENT, 'a test', ['odoo.write']]));
    if (run?.id !== id) continue;
    await ledger.sql('select id from ops.mark_running($1, $2)', [id, Number(run.fence)]);
    return id;
  }
}

async function callsOf(run: string): Promise<number> {
  const query = 'query ($id: ID!) { run(id: $id) { usage { calls } } }';
  const { data } = await gateway.execute(query, { as: 'service', variables: { id: run } });
  return Number(pick(data, 'run.usage.calls'));
}
