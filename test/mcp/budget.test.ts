/** What a model has to read before it does anything: the list of tools, in tokens of o200k. */
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readViewers } from '../../src/consumers/consumer.ts';
import { estimateTokens } from '../../src/mcp/tokens.ts';
import { packagePaths } from '../../src/paths.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { openTestMcp, type TestMcp } from '../support/mcp.ts';

/** Tokens of the tool list of any consumer's viewer. */
const MOST = 4_000;

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

describe('tools/list', () => {
  it.each(
    [...readViewers(packagePaths().operations)].flatMap(([name, viewer]) => (viewer ? [[name, viewer] as const] : [])),
  )('is no longer than its budget for who is as %s', async (name, viewer) => {
    const as =
      'service' in viewer ? 'service' : 'user' in viewer ? viewer.user : 'agent' in viewer ? asAgent(viewer) : '';
    const { tools } = await (await mcp.connect(as)).listTools();
    const tokens = countTokens(JSON.stringify({ tools }));
    process.stdout.write(`tools/list of ${name}: ${tools.length} tools, ${tokens} tokens\n`);
    expect(tokens).toBeLessThanOrEqual(MOST);
  });
});

const asAgent = ({ agent, act }: { readonly agent: string; readonly act?: string | undefined }) =>
  act === undefined ? `agent:${agent}` : `agent:${agent} for ${act}`;

describe('the estimate by which results are cut', () => {
  const repeat = (make: () => unknown, times: number) => JSON.stringify(Array.from({ length: times }, make));
  it.each<[string, string]>([
    ['uuids and titles', repeat(() => ({ id: crypto.randomUUID(), title: 'Invoices of May' }), 200)],
    ['times', repeat(() => ({ createdAt: '2026-11-30T16:29:02.267Z', amount: '49375.20' }), 200)],
    ['cursors', repeat(() => Buffer.from(crypto.getRandomValues(new Uint8Array(90))).toString('base64url'), 50)],
    ['Japanese', '請求書は顧客に昨日送付されました。支払期限は来月末です。'.repeat(50)],
    ['Tagalog', 'Ipinadala kahapon ang resibo sa kliyente; babayaran ito sa katapusan ng buwan. '.repeat(50)],
    ['prose', 'The invoice was sent to the customer yesterday, and is due at the end of next month. '.repeat(50)],
    ['signs and nulls', repeat(() => [null, true, '\n\t"\\', {}], 200)],
  ])('is not below what a tokenizer counts, and not above twice that: %s', (_what, text) => {
    const counted = countTokens(text);
    expect(estimateTokens(text)).toBeGreaterThanOrEqual(counted);
    expect(estimateTokens(text)).toBeLessThanOrEqual(2 * counted);
  });
});
