/** Odoo is asked in pieces that it can finish: nobody can end a call that is under way there. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OdooCall } from '../../src/odoo/call.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
});

afterAll(() => gateway[Symbol.asyncDispose]());

/** 181 records each, at most. */
const BELOW = 'id name invoices(first: 60) { totalCount nodes { name lines(first: 2) { nodes { name } } } }';
const partners = (args: string) => `{ partners(${args}) { totalCount pageInfo { endCursor } nodes { ${BELOW} } } }`;

async function ask(args: string) {
  const { data, errors } = await gateway.execute(partners(args), { as: 'ana' });
  expect(errors).toBeUndefined();
  const searches = gateway.calls.filter((call) => call.startsWith('odoo: res.partner web_search_read'));
  return { nodes: pick(data, 'partners.nodes') as unknown[], data, searches };
}

it('finds the records of a page that may bring back more than ten thousand first, and reads them some at a time', async () => {
  const whole = await ask('first: 100');
  expect(whole.nodes.length).toBeGreaterThan(55);
  const small = [await ask('first: 50')];
  const end = pick(small[0]?.data, 'partners.pageInfo.endCursor');
  small.push(await ask(`first: 50, after: "${end}"`));
  expect(small.map(({ searches }) => searches.length)).toEqual([1, 1]);
  // One to find them, then 55 at most for each call.
  expect(whole.searches).toHaveLength(1 + Math.ceil(whole.nodes.length / 55));
  expect(whole.nodes).toEqual(small.flatMap(({ nodes }) => nodes));
  expect(pick(whole.data, 'partners.totalCount')).toBe(pick(small[0]?.data, 'partners.totalCount'));
});

it('asks for some pieces at a time: a page of many does not fill the queue of who asks for it', async () => {
  let [atOnce, most] = [0, 0];
  const odoo = gateway.sources.odoo as OdooCall;
  const counting: OdooCall = async (...call) => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    // Long enough for all that are asked at once to be there.
    await new Promise((resolve) => setTimeout(resolve, 2));
    return odoo(...call).finally(() => {
      atOnce -= 1;
    });
  };
  const limits = { maxRows: 100_000_000, maxCost: 100_000_000 };
  await using patient = await createTestGateway({ beside: gateway, odoo: counting, limits });
  const below = 'id invoices(first: 100) { nodes { lines(first: 100) { nodes { name } } } }';
  const { data, errors } = await patient.execute(`{ partners(first: 100) { nodes { ${below} } } }`, { as: 'ana' });
  expect(errors).toBeUndefined();
  const nodes = pick(data, 'partners.nodes') as { id: string }[];
  expect(nodes.length).toBeGreaterThan(55);
  // One to find them, and each alone.
  const searches = patient.calls.filter((call) => call.startsWith('odoo: res.partner web_search_read'));
  expect(searches).toHaveLength(1 + nodes.length);
  expect(most).toBeLessThanOrEqual(8);
  const { data: few } = await gateway.execute('{ partners(first: 100) { nodes { id } } }', { as: 'ana' });
  expect(nodes.map(({ id }) => ({ id }))).toEqual(pick(few, 'partners.nodes'));
});
