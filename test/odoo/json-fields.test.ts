/** What Odoo keeps in no column of its own: analytic distributions, properties, and taxes by a many2many. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OdooCall } from '../../src/odoo/call.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { openOdooWritten } from '../support/odoo-written.ts';
import { isRealStack } from '../support/stack.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await createTestGateway({ lanes: 'ordinary' });
});
afterAll(() => gateway[Symbol.asyncDispose]());

const ask = (query: string, as = 'service') => gateway.execute(query, { as });

describe('JSON of Odoo', () => {
  it('is answered as it is, and null where there is none', async () => {
    const distributions = [{ '8': 60.5, '9,12': 39.5 }, false, {}];
    const records = distributions.map((analytic_distribution, index) => ({ id: index + 1, analytic_distribution }));
    const odoo: OdooCall = async () => ({ length: records.length, records });
    await using faked = await createTestGateway({ beside: gateway, odoo });
    const { data } = await faked.execute('{ moveLines { nodes { analyticDistribution } } }', { as: 'service' });
    expect((pick(data, 'moveLines.nodes') as object[]).map((line) => pick(line, 'analyticDistribution'))).toEqual([
      distributions[0],
      null,
      {},
    ]);
  });

  it('is asked of Odoo by its stored name, and nothing can be filtered, ordered or grouped by it', async () => {
    const { data, errors } = await ask(
      '{ moveLines(first: 1) { nodes { analyticDistribution } } tasks(first: 1) { nodes { properties } } }',
    );
    expect(errors).toBeUndefined();
    expect(pick(data, 'tasks.nodes.0.properties')).toEqual([]);
    for (const [list, name] of [
      ['moveLines', 'analyticDistribution'],
      ['tasks', 'properties'],
    ] as const) {
      const filtered = await ask(`{ ${list}(filter: { ${name}: {} }) { totalCount } }`);
      expect(filtered.errors?.[0]?.message).toContain(`"${name}"`);
    }
    expect((await ask('{ tasks(orderBy: [{ field: PROPERTIES }]) { totalCount } }')).status).toBe(400);
    expect((await ask('{ taskGroups(groupBy: [{ field: PROPERTIES }]) { count } }')).status).toBe(400);
  });

  it.skipIf(!isRealStack)('of a task has its project’s properties and their values', async () => {
    await using written = openOdooWritten();
    const definition = [{ name: 'size', string: 'Size', type: 'char' }];
    const values = {
      name: `values ${process.pid}`,
      privacy_visibility: 'employees',
      task_properties_definition: definition,
    };
    const [project] = (await written.admin('project.project', 'create', { vals_list: [values] })) as [number];
    const [task] = (await written.admin('project.task', 'create', {
      vals_list: [{ name: 'values', project_id: project, task_properties: { size: 'L' } }],
    })) as [number];
    written.own('project.task', task);
    written.own('project.project', project);
    const { data } = await ask(`{ task(id: "${task}") { properties } }`);
    expect(pick(data, 'task.properties')).toMatchObject([{ name: 'size', string: 'Size', type: 'char', value: 'L' }]);
  });
});

describe('taxes of lines', () => {
  it('are read, filtered and grouped by, in one call each', async () => {
    const { data, errors } = await ask(
      '{ moveLines(first: 3, filter: { taxes: { some: { amount: { gt: "0" } } } }) { nodes { taxes { nodes { name amount amountType } } taxLine { id } } } }',
    );
    expect(errors).toBeUndefined();
    expect(gateway.calls).toHaveLength(1);
    for (const line of pick(data, 'moveLines.nodes') as object[])
      expect((pick(line, 'taxes.nodes') as { amount: string }[]).some(({ amount }) => Number(amount) > 0)).toBe(true);
    const groups = await ask('{ moveLineGroups(groupBy: [{ field: TAXES }]) { keys { taxes { id } } count } }');
    const [none, ...taxed] = (
      pick(groups.data, 'moveLineGroups') as { keys: { taxes: { id: string } | null }; count: number }[]
    ).toSorted((a, b) => Number(a.keys.taxes?.id ?? 0) - Number(b.keys.taxes?.id ?? 0));
    const lists = taxed.map(
      ({ keys }) =>
        `t${keys.taxes?.id}: moveLines(filter: { taxes: { some: { id: { eq: "${keys.taxes?.id}" } } } }) { totalCount }`,
    );
    const counted = await ask(`{ t0: moveLines(filter: { taxes: { none: {} } }) { totalCount } ${lists.join(' ')} }`);
    expect([none, ...taxed].map((group) => group?.count)).toEqual(
      Object.values(counted.data ?? {}).map((list) => pick(list, 'totalCount')),
    );
  });

  it('are shown to no user, who may read lines and not taxes', async () => {
    const { errors } = await ask('{ moveLines(first: 1) { nodes { id taxes { totalCount } } } }', 'ana');
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'FORBIDDEN', surface: 'odoo' } });
    const grouped = await ask('{ moveLineGroups(groupBy: [{ field: TAXES }]) { count } }', 'ana');
    expect(grouped.errors?.[0]).toMatchObject({ extensions: { code: 'FORBIDDEN', surface: 'odoo' } });
  });
});
