/** In which language, companies and time zone Odoo is read: the reader's own, the operation's, or each field's. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OdooCall } from '../../src/odoo/call.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await createTestGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

type Context = Readonly<Record<string, unknown>>;

/** A gateway whose Odoo is the suite's own, asked through `change`, and the contexts that arrive there. */
async function createChanged(change: (call: OdooCall, ...asked: Parameters<OdooCall>) => ReturnType<OdooCall>) {
  const own = gateway.sources.odoo as OdooCall;
  const contexts: Context[] = [];
  const odoo: OdooCall = (model, method, args, options) => {
    if (method.includes('search') || method.includes('group')) contexts.push((args.context ?? {}) as Context);
    return change(own, model, method, args, options);
  };
  return { contexts, changed: await createTestGateway({ beside: gateway, odoo }) };
}

describe("the reader's language", () => {
  const inFrench = () =>
    createChanged(async (call, model, method, args, options) => {
      if (method === 'context_get') return { lang: 'fr_FR', tz: false, uid: 2 };
      const { lang: _unknown, ...context } = (args.context ?? {}) as Context;
      return call(model, method, { ...args, context }, options);
    });

  it.each([
    '{ partners(first: 1) { nodes { name contacts(first: 1, filter: { name: { ne: "x" } }) { nodes { name } } } totalCount } }',
    '{ partnerGroups(groupBy: [{ field: COUNTRY }]) { count } }',
    '{ partner(id: "987654") { name } }',
  ])('is that of every call: %s', async (query) => {
    const { contexts, changed } = await inFrench();
    const { errors } = await changed.execute(query, { as: 'service' });
    expect(errors).toBeUndefined();
    expect(contexts.length).toBeGreaterThan(0);
    expect(contexts.map(({ lang }) => lang)).toEqual(contexts.map(() => 'fr_FR'));
  });

  it('gives way to the one that is asked for', async () => {
    const { contexts, changed } = await inFrench();
    const query = '{ partners(first: 1, inOdoo: { lang: "en_US" }) { nodes { name } } }';
    expect((await changed.execute(query, { as: 'service' })).errors).toBeUndefined();
    expect(new Set(contexts.map(({ lang }) => lang))).toEqual(new Set(['en_US']));
  });
});

describe('inOdoo of a field', () => {
  const list = 'filter: { name: { in: ["JPY", "PHP"] } }';

  it('stands for all that the operation says, and for that field alone', async () => {
    const { data } = await gateway.execute(
      `query @inOdoo(archived: true) {
        all: currencies(${list}) { totalCount }
        inUse: currencies(${list}, inOdoo: {}) { totalCount }
        too: currencies(${list}, inOdoo: { archived: true, lang: "en_US" }) { totalCount }
      }`,
      { as: 'service' },
    );
    expect(data).toEqual({ all: { totalCount: 2 }, inUse: { totalCount: 1 }, too: { totalCount: 2 } });
  });

  it('is asked of several nodes', async () => {
    const { data: found } = await gateway.execute(
      '{ taskStages(first: 1, filter: { projects: { some: { active: { eq: false } } } }) { nodes { nodeId } } }',
      { as: 'service' },
    );
    const id = pick(found, 'taskStages.nodes.0.nodeId');
    const projects = '... on TaskStage { projects(first: 100) { nodes { active } } }';
    const { data, errors } = await gateway.execute(
      `query($id: ID!) { here: nodes(ids: [$id]) { ${projects} } all: nodes(ids: [$id], inOdoo: { archived: true }) { ${projects} }
         bad: nodes(ids: [$id], inOdoo: { lang: "xx_XX" }) { id } }`,
      { as: 'service', variables: { id } },
    );
    const actives = (path: string) => (pick(data, path) as { active: boolean }[]).map(({ active }) => active);
    expect(errors).toMatchObject([{ path: ['bad', 0], extensions: { code: 'BAD_USER_INPUT', argument: 'lang' } }]);
    expect(actives('here.0.projects.nodes')).not.toContain(false);
    expect(actives('all.0.projects.nodes')).toContain(false);
  });

  it('is asked of a record, of groups and of a link', async () => {
    const bad = 'inOdoo: { lang: "xx_XX" }';
    const { data, errors } = await gateway.execute(
      `{ currency(id: "1", ${bad}) { name } currencyGroups(groupBy: [{ field: ACTIVE }], ${bad}) { count }
         currencies(first: 1) { nodes { name } }
         pages(first: 50) { nodes { partner(${bad}) { name } } } }`,
      { as: 'ana' },
    );
    expect(data).toMatchObject({ currency: null, currencyGroups: null, currencies: { nodes: [{}] } });
    const paths = errors?.map(({ path }) => path?.[0]);
    expect(new Set(paths)).toEqual(new Set(['currency', 'currencyGroups', 'pages']));
    expect(new Set(errors?.map(({ extensions }) => extensions.argument))).toEqual(new Set(['lang']));
  });

  it.each(['Asia/Nowhere', '+08:00', 'asia/manila', 'ASIA/MANILA', ''])(
    'refuses the time zone "%s"',
    async (timeZone) => {
      const { errors } = await gateway.execute(
        'query($timeZone: String) { partners(inOdoo: { timeZone: $timeZone }) { totalCount } }',
        { as: 'service', variables: { timeZone } },
      );
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'timeZone' } }]);
      expect(gateway.calls).toEqual([]);
    },
  );
});

describe('a time zone', () => {
  const DAY_MS = 86_400_000;
  /** Midnight of Manila is 16:00 of UTC the day before; New York is in winter time in January, in summer time in July. */
  it.each([
    ['Asia/Manila', () => 16],
    ['America/New_York', (start: Date) => (start < new Date('2026-03-08') || start > new Date('2026-11-01') ? 5 : 4)],
    ['Asia/Kolkata', () => 18.5],
    ['UTC', () => 0],
  ])('cuts groups of times by its days, and no Date: %s', async (timeZone, hourOf) => {
    const { data, errors } = await gateway.execute(
      `query($timeZone: String) { saleOrderGroups(groupBy: [{ field: DATE_ORDER, by: DAY }], inOdoo: { timeZone: $timeZone }) { keys { dateOrder } count }
        here: moveGroups(groupBy: [{ field: DATE, by: MONTH }], inOdoo: { timeZone: $timeZone }) { keys { date } count }
        utc: moveGroups(groupBy: [{ field: DATE, by: MONTH }]) { keys { date } count } }`,
      { as: 'service', variables: { timeZone } },
    );
    expect(errors).toBeUndefined();
    const groups = pick(data, 'saleOrderGroups') as { keys: { dateOrder: string }; count: number }[];
    expect(groups.length).toBeGreaterThan(3);
    expect(pick(data, 'here')).toEqual(pick(data, 'utc'));
    for (const { keys, count } of groups.slice(0, 3)) {
      const start = new Date(keys.dateOrder);
      expect((start.getTime() % DAY_MS) / 3_600_000).toBe(hourOf(start));
      const day = new Date(start.getTime() + DAY_MS / 2).toISOString().slice(0, 10);
      const filter = `filter: { dateOrder: { onDay: "${day}" } }, inOdoo: { timeZone: "${timeZone}" }`;
      const sides = `before: saleOrders(filter: { dateOrder: { throughDay: "${day}" } }, inOdoo: { timeZone: "${timeZone}" }) { totalCount }
        after: saleOrders(filter: { not: { dateOrder: { fromDay: "${day}" } } }, inOdoo: { timeZone: "${timeZone}" }) { totalCount }`;
      const asked = await gateway.execute(`{ saleOrders(${filter}) { totalCount } ${sides} }`, { as: 'service' });
      expect(pick(asked.data, 'saleOrders.totalCount')).toBe(count);
      expect(Number(pick(asked.data, 'before.totalCount')) - Number(pick(asked.data, 'after.totalCount'))).toBe(count);
    }
  });

  it('knows the first and the last day', async () => {
    const { data, errors } = await gateway.execute(
      `{ all: saleOrders { totalCount } from: saleOrders(filter: { dateOrder: { fromDay: "0001-01-01" } }) { totalCount }
         through: saleOrders(filter: { dateOrder: { throughDay: "9999-12-31" } }) { totalCount }
         on: saleOrders(filter: { dateOrder: { onDay: "9999-12-31" } }) { totalCount } }`,
      { as: 'service' },
    );
    expect(errors).toBeUndefined();
    const all = pick(data, 'all.totalCount');
    expect([pick(data, 'from.totalCount'), pick(data, 'through.totalCount')]).toEqual([all, all]);
    expect(pick(data, 'on.totalCount')).toBe(0);
  });

  it('is UTC for days of the other surfaces', async () => {
    const { data, errors } = await gateway.execute(
      '{ pages(first: 1) { nodes { createdAt } } none: pages(filter: { createdAt: { throughDay: "1999-01-01" } }) { totalCount } }',
      { as: 'ana' },
    );
    const day = String(pick(data, 'pages.nodes.0.createdAt')).slice(0, 10);
    const { data: found } = await gateway.execute(
      `{ pages(filter: { createdAt: { onDay: "${day}" } }) { totalCount } }`,
      {
        as: 'ana',
      },
    );
    expect(errors).toBeUndefined();
    expect(pick(data, 'none.totalCount')).toBe(0);
    expect(pick(found, 'pages.totalCount')).toBeGreaterThan(0);
  });
});
