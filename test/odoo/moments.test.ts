/** Paging by times: Odoo orders them by microseconds, and answers and compares whole seconds. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { type OrderKey, walkIds } from '../support/odoo-walk.ts';

const DEMO_COMPANY = 'Tala Trading & Services, Inc.';
const FILTER = { company: { name: { eq: DEMO_COMPANY } } };
const DOMAIN = [['company_id.name', '=', DEMO_COMPANY]];
const DEMO = `company: { name: { eq: "${DEMO_COMPANY}" } }`;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await createTestGateway({ lanes: 'ordinary' });
});
afterAll(() => gateway[Symbol.asyncDispose]());

/** The ids in the order in which Odoo answers them all at once. */
async function readWhole(model: string, order: string): Promise<number[]> {
  const answer = await gateway.sources.odoo?.(model, 'web_search_read', { domain: DOMAIN, specification: {}, order });
  return (answer as { records: { id: number }[] }).records.map(({ id }) => id);
}

const CREATED: OrderKey = { field: 'CREATE_DATE' };
const down = (key: OrderKey): OrderKey => ({ ...key, direction: 'DESC' });

describe('records of one second', () => {
  it.each<[string, string, string, OrderKey[], string]>([
    ['tasks', 'Task', 'project.task', [CREATED], 'create_date, id'],
    ['tasks', 'Task', 'project.task', [down(CREATED)], 'create_date desc, id desc'],
    ['tasks', 'Task', 'project.task', [down(CREATED), { field: 'NAME' }], 'create_date desc, name, id'],
    ['tasks', 'Task', 'project.task', [{ field: 'PRIORITY' }, CREATED], 'priority, create_date, id'],
    ['tasks', 'Task', 'project.task', [{ field: 'DATE_END' }, CREATED], 'date_end, create_date, id'],
    ['tasks', 'Task', 'project.task', [down({ field: 'DATE_DEADLINE' })], 'date_deadline desc, id desc'],
    ['tasks', 'Task', 'project.task', [{ field: 'ID' }, CREATED], 'id'],
    ['saleOrders', 'SaleOrder', 'sale.order', [CREATED], 'create_date, id'],
    ['saleOrders', 'SaleOrder', 'sale.order', [], 'date_order desc, id desc'],
    ['saleOrderLines', 'SaleOrderLine', 'sale.order.line', [{ field: 'ORDER' }], 'order_id, id desc'],
  ])('come page by page as Odoo orders them all: %s %s %s %j', async (list, type, model, orderBy, order) => {
    const whole = await readWhole(model, order);
    expect(whole.length).toBeGreaterThan(10);
    const given = { list, type, filter: FILTER, orderBy, size: 17 };
    expect(await walkIds(gateway, given)).toEqual(whole);
    expect(await walkIds(gateway, { ...given, backward: true })).toEqual(whole.toReversed());
  });

  it('cost a call more where a cursor is answered, and none where it is not', async () => {
    const countCalls = async (selection: string, orderBy = '[{ field: CREATE_DATE }]') => {
      const query = `{ tasks(first: 5, filter: { ${DEMO} }, orderBy: ${orderBy}) { ${selection} } }`;
      const { errors } = await gateway.execute(query, { as: 'service' });
      expect(errors).toBeUndefined();
      return gateway.calls.length;
    };
    expect(await countCalls('nodes { id createDate } pageInfo { hasNextPage }')).toBe(1);
    expect(await countCalls('nodes { id } pageInfo { startCursor endCursor }')).toBe(2);
    expect(await countCalls('edges { cursor node { id } } pageInfo { endCursor }')).toBe(2);
    expect(await countCalls('edges { cursor }', '[{ field: CREATE_DATE }, { field: DATE_DEADLINE }]')).toBe(2);
    expect(await countCalls('edges { cursor }', '[{ field: ID }, { field: CREATE_DATE }]')).toBe(1);
    expect(await countCalls('edges { cursor }', '[{ field: NAME }]')).toBe(1);
  });

  it('have cursors of their own on every edge', async () => {
    const whole = await readWhole('project.task', 'create_date, id');
    const list = (args: string) => `tasks(${args}, filter: { ${DEMO} }, orderBy: [{ field: CREATE_DATE }])`;
    const first = await gateway.execute(`{ ${list('first: 20')} { edges { cursor } } }`, { as: 'service' });
    const { tasks } = first.data as { tasks: { edges: { cursor: string }[] } };
    for (const [index, { cursor }] of tasks.edges.entries()) {
      const next = await gateway.execute(`{ ${list(`first: 1, after: "${cursor}"`)} { nodes { id } } }`, {
        as: 'service',
      });
      expect(next.data).toEqual({ tasks: { nodes: [{ id: String(whole[index + 1]) }] } });
    }
  });
});
