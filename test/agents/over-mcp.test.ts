/**
 * An agent's whole way by the official client of the Model Context Protocol: it finds out what there is, reads three systems in one
 * call, looks at a write beforehand, confirms it, follows its run to the end in the real Odoo, and checks the ledger's chain.
 */
import type { Client } from '@modelcontextprotocol/client';
import { expect, it } from 'vitest';
import { AGENTS } from '../../src/agents/registry.ts';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import { packagePaths } from '../../src/paths.ts';
import { createTestGateway, pick } from '../support/gateway.ts';
import { callTool, ERAS, type Era, openTestMcp, type TestMcp } from '../support/mcp.ts';
import { openOdooWritten } from '../support/odoo-written.ts';
import { isRealStack, stackVariable } from '../support/stack.ts';
import { AGENT, startTestWorker } from '../support/worker.ts';

const THREE_SYSTEMS = `{
  partners(first: 1, orderBy: [{ field: NAME }]) { nodes { name } }
  runs(first: 1) { totalCount }
  spaces(first: 1) { totalCount }
}`;
/** Characters of an answer that the transcript shows. */
const SHOWN = 300;
/** Times that `read_on` waits for more of a run. */
const MOST_READS = 8;

/** A step of the transcript. */
type Step = (name: string, args?: Record<string, unknown>) => Promise<unknown>;

const print = (line: string) => {
  // biome-ignore lint/suspicious/noConsole: the transcript is what this test is asked for
  console.info(line);
};

it.skipIf(!isRealStack).each(ERAS)('goes its whole way in the revision %s', async (era) => {
  await using gateway = await createTestGateway();
  await using odoo = openOdooWritten();
  const rules = loadDoctrine(packagePaths()).agents[AGENT]?.writesOdoo ?? [];
  const apiKey = stackVariable('ODOO_WRITER_API_KEY');
  const writer = { url: stackVariable('ODOO_URL'), database: stackVariable('ODOO_DB'), apiKey, timeoutMs: 20_000 };
  const syncOdoo = { stage: 'production', writer, writesInDevelopment: false, rules, settleSeconds: 0 } as const;
  await using _worker = startTestWorker(gateway, AGENTS[AGENT]({ syncOdoo }));
  await using mcp = await openTestMcp(gateway, { stage: 'development' });
  const { runId, verified } = await goThrough(mcp, era);
  expect(await odoo.madeBy(runId)).toHaveLength(1);
  expect(verified).toMatchObject({ run: { id: runId, status: 'SUCCEEDED' }, verifyLedger: { ok: true } });
});

async function goThrough(mcp: TestMcp, era: Era) {
  const stepOf =
    (client: Client, who: string): Step =>
    async (name, args = {}) => {
      const { isError, structured, text } = await callTool(client, name, args);
      print(`${who} calls ${name} ${JSON.stringify(args).slice(0, SHOWN)} → ${text.slice(0, SHOWN)}`);
      expect(isError, text).toBe(false);
      return structured;
    };
  const client = await mcp.connect(`agent:${AGENT}`, { era });
  const { tools } = await client.listTools();
  print(`${AGENT} lists ${tools.length} tools: ${tools.map(({ name }) => name).join(', ')}`);
  const ask = stepOf(client, AGENT);
  await ask('search_schema', { query: 'write a record of Odoo' });
  const asService = stepOf(await mcp.connect('service', { era }), 'service');
  expect(await asService('run_query', { query: THREE_SYSTEMS })).toMatchObject({
    data: { partners: { nodes: [expect.anything()] }, runs: expect.anything(), spaces: expect.anything() },
  });

  const values = { name: 'Tripoint test', active: false };
  const input = { model: 'res.partner', method: 'create', values, idempotencyKey: `over-mcp-${era}` };
  const foreseen = await ask('ForeseeOdooWrite', { input });
  const request = { input, confirmation: pick(foreseen, 'data.requestOdooWrite.confirmation') };
  const asked = await ask('RequestOdooWrite', request);
  const again = await callTool(client, 'RequestOdooWrite', request);
  expect(again).toMatchObject({ isError: true, text: expect.stringContaining('CONFIRMATION_USED') });
  print('the same confirmation again → CONFIRMATION_USED');

  const runId = String(pick(asked, 'data.requestOdooWrite.run.id'));
  await follow(ask, runId);
  return { runId, verified: pick(await asService('RunDetail', { id: runId }), 'data') };
}

async function follow(ask: Step, runId: string): Promise<void> {
  let told = await ask('FollowRun', { runId });
  for (let read = 0; !JSON.stringify(told).includes('run.succeeded'); read += 1) {
    const cursor = pick(told, 'cursor');
    expect(read, `run ${runId} does not end`).toBeLessThan(MOST_READS);
    told = await ask('read_on', { cursor });
  }
}
