/** Lists below records, however long: what they cost, and that pages go through all of them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GatewayError } from '../../src/errors.ts';
import type { OdooArguments, OdooCall } from '../../src/odoo/call.ts';
import { createTestGateway, pick, type TestAnswer, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await createTestGateway({ lanes: 'ordinary' });
});
afterAll(() => gateway[Symbol.asyncDispose]());

const LONG = 6_000;

/** An Odoo whose every record has 6,000 records below it, those of record 7 apart, which has 3. */
const longOdoo: OdooCall = async (_model, _method, { domain, specification, limit }: OdooArguments) => {
  const asked = JSON.stringify(domain);
  const isBelow = /parent_id|"id","in",\[\d{4}/.test(asked);
  const ids = isBelow
    ? [1_001, 1_002, 1_003]
    : (/"id","in",\[([\d,]+)\]/.exec(asked)?.[1]?.split(',').map(Number) ?? []);
  const below = (id: number) => Array.from({ length: id === 7 ? 3 : LONG }, (_, index) => id * 10_000 + index);
  const records = ids.slice(0, Number(limit ?? ids.length)).map((id) => ({
    id,
    ...Object.fromEntries(
      Object.keys(specification as object).map((name) => [name, name === 'child_ids' ? below(id) : false]),
    ),
  }));
  return { length: isBelow ? LONG : records.length, records };
};

/** The answer, with the calls that it cost. */
async function askLong(query: string): Promise<TestAnswer & { calls: readonly string[] }> {
  await using long = await createTestGateway({ lanes: 'ordinary', beside: gateway, odoo: longOdoo });
  const answer = await long.execute(query, { as: 'service' });
  return { ...answer, calls: [...long.calls] };
}

describe('a list of thousands below one record', () => {
  it.each([
    ['', '[["parent_id","in",[5]]]'],
    [', filter: { city: { eq: "Cebu" } }', '["&",["parent_id","in",[5]],["city","=","Cebu"]]'],
  ])('is one page of its own, whose ids alone are read%s', async (args, domain) => {
    const { data, errors, calls } = await askLong(
      `{ partner(id: "5") { contacts(first: 2${args}) { totalCount nodes { id } pageInfo { hasNextPage } } } }`,
    );
    expect(errors).toBeUndefined();
    const contacts = { totalCount: LONG, nodes: [{ id: '1001' }, { id: '1002' }], pageInfo: { hasNextPage: true } };
    expect(data).toEqual({ partner: { contacts } });
    expect(calls).toEqual([
      expect.stringContaining('"specification":{}'),
      `odoo: res.partner web_search_read {"domain":${domain},"order":"complete_name, id desc","limit":2,"specification":{}}`,
    ]);
  });

  it.each([
    ['', '"limit":2'],
    [', filter: { city: { eq: "Cebu" } }', '"limit":2'],
  ])('is read once under two aliases whose arguments agree%s', async (args, limit) => {
    const { data, errors, calls } = await askLong(
      `{ partner(id: "5") {
        a: contacts(first: 2${args}) { nodes { id name } }
        b: contacts(first: 2${args}) { totalCount edges { node { id email } } pageInfo { hasNextPage } }
        c: contacts(first: 3${args}) { nodes { id } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      partner: {
        a: { nodes: ['1001', '1002'].map((id) => ({ id, name: null })) },
        b: {
          totalCount: LONG,
          edges: ['1001', '1002'].map((id) => ({ node: { id, email: null } })),
          pageInfo: { hasNextPage: true },
        },
        c: { nodes: [{ id: '1001' }, { id: '1002' }, { id: '1003' }] },
      },
    });
    expect(calls).toHaveLength(3);
    expect(calls.filter((call) => call.includes(limit))).toEqual([
      expect.stringContaining('"specification":{"name":{},"email":{}}'),
    ]);
  });

  it('has no bound where its ids must be read first', async () => {
    const { data, errors, calls } = await askLong(
      '{ task(id: "5") { subtasks(first: 2, filter: { name: { eq: "x" } }) { totalCount nodes { id } } } }',
    );
    expect(errors).toBeUndefined();
    expect(pick(data, 'task.subtasks')).toEqual({ totalCount: LONG, nodes: [{ id: '1001' }, { id: '1002' }] });
    expect(calls).toHaveLength(2);
  });
});

describe('a list of thousands below one of many records', () => {
  const ask = (ids: readonly number[]) =>
    askLong(`{ partners(filter: { id: { in: [${ids.map((id) => `"${id}"`).join()}] } }, orderBy: [{ field: ID }]) {
      nodes { id contacts(first: 2, filter: { city: { eq: "Cebu" } }) { nodes { id } } } } }`);

  it('is read by a call of its own, and the others together', async () => {
    const { data, errors, calls } = await ask([5, 7]);
    expect(errors).toBeUndefined();
    expect(pick(data, 'partners.nodes.0.contacts.nodes')).toEqual([{ id: '1001' }, { id: '1002' }]);
    expect(pick(data, 'partners.nodes.1.contacts.nodes')).toEqual([]);
    expect(calls).toHaveLength(3);
  });

  it('is null alone where there are too many such, and says which argument is too large', async () => {
    const ids = Array.from({ length: 13 }, (_, index) => index + 10);
    const { data, errors, calls } = await ask(ids);
    expect(calls).toHaveLength(11);
    const lists = (pick(data, 'partners.nodes') as { contacts: unknown }[]).map(({ contacts }) => contacts !== null);
    expect(lists.filter(Boolean)).toHaveLength(10);
    // One error for all three, with their number.
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({
      path: ['partners', 'nodes', lists.indexOf(false), 'contacts'],
      extensions: { code: 'LIMIT_EXCEEDED', argument: 'first', count: 3 },
      message: expect.stringContaining('above "contacts"'),
    });
  });
});

describe('lists that Odoo would tell in full for each record that leads to them', () => {
  /** An Odoo that refuses answers as the wire does that are longer than this, and how long the longest was. */
  const bounded = (maxBytes: number) => {
    const seen = { longest: 0 };
    const odoo: OdooCall = async (model, method, ...asked) => {
      const answer = await (gateway.sources.odoo as OdooCall)(model, method, ...asked);
      const { length } = JSON.stringify(answer);
      if (method === 'fields_get') return answer;
      seen.longest = Math.max(seen.longest, length);
      if (length <= maxBytes) return answer;
      throw new GatewayError('LIMIT_EXCEEDED', 'The answer has too many bytes', { surface: 'odoo' });
    };
    return { odoo, seen };
  };
  const open = (odoo: OdooCall) => createTestGateway({ lanes: 'ordinary', beside: gateway, odoo });
  const window = '{ totalCount nodes { id name } pageInfo { hasNextPage endCursor } }';

  it.each([
    ['of one record', 'filter: { project: { name: { eq: "Cold Chain Monitoring: Dagat" } } }', 'first: 2'],
    ['of several', '', 'first: 2'],
    ['in another order', '', 'last: 3, orderBy: [{ field: NAME }]'],
    ['of archived records', 'inOdoo: { archived: true }', 'first: 2'],
  ])('come the same where that is too long: %s', async (_name, of, args) => {
    const query = `{ tasks(first: 100, orderBy: [{ field: ID }], ${of}) { nodes { id project { id tasks(${args}) ${window} } } } }`;
    const { odoo, seen } = bounded(Number.POSITIVE_INFINITY);
    await using unbounded = await open(odoo);
    const whole = await unbounded.execute(query, { as: 'service' });
    await using changed = await open(bounded(seen.longest - 1).odoo);
    const { data, errors } = await changed.execute(query, { as: 'service' });
    expect(errors).toBeUndefined();
    // Cursors are sealed anew each time.
    const plain = (answer: unknown) => JSON.stringify(answer).replace(/"endCursor":"[^"]*"/g, '');
    expect(plain(data)).toBe(plain(whole.data));
    expect(changed.calls.length).toBeGreaterThan(2);
  });

  it('are refused as before where it is not for them', async () => {
    await using changed = await open(bounded(500).odoo);
    const { errors } = await changed.execute('{ tasks(first: 100) { nodes { id name } } }', { as: 'service' });
    expect(errors).toMatchObject([{ path: ['tasks'], extensions: { code: 'LIMIT_EXCEEDED' } }]);
    expect(changed.calls).toHaveLength(1);
  });
});

describe('pages of one record', () => {
  it.each([
    ['its own order', ''],
    ['a time', ', orderBy: [{ field: CREATE_DATE }]'],
    ['a time, downwards', ', orderBy: [{ field: CREATE_DATE, direction: DESC }]'],
    ['a number', ', orderBy: [{ field: ALLOCATED_HOURS }]'],
  ])('go through its list, forward and backward, by %s', async (_name, order) => {
    const read = async (args: string) => {
      const { data, errors } = await gateway.execute(
        `{ projects(first: 1, filter: { name: { eq: "Cold Chain Monitoring: Dagat" } }) { nodes { tasks(${args}${order}) {
          nodes { id } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } } } }`,
        { as: 'service' },
      );
      expect(errors).toBeUndefined();
      return pick(data, 'projects.nodes.0.tasks') as {
        nodes: { id: string }[];
        pageInfo: { startCursor: string; endCursor: string; hasNextPage: boolean; hasPreviousPage: boolean };
      };
    };
    const whole = (await read('first: 100')).nodes.map(({ id }) => id);
    expect(whole.length).toBeGreaterThan(5);
    const forward: string[] = [];
    for (let page = await read('first: 4'); ; page = await read(`first: 4, after: "${page.pageInfo.endCursor}"`)) {
      forward.push(...page.nodes.map(({ id }) => id));
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(forward).toEqual(whole);
    const backward: string[] = [];
    for (let page = await read('last: 4'); ; page = await read(`last: 4, before: "${page.pageInfo.startCursor}"`)) {
      backward.unshift(...page.nodes.map(({ id }) => id));
      if (!page.pageInfo.hasPreviousPage) break;
    }
    expect(backward).toEqual(whole);
    // The project, a page of its tasks, and the times of its cursors.
    expect(gateway.calls.length).toBeLessThanOrEqual(3);
  });
});
