/** What the gateway tells of itself: `Query.surfaces` to anybody, `Query.operationStats` to who may read what agents use. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GatewayError } from '../../src/errors.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';

const SURFACES = '{ surfaces { name state lastFault { code count } } }';
const STATS = `query Stats { operationStats { slowMs
  operations { name count failed } recent(first: 5) { name viewer codes calls { surface outcome } } } }`;

describe('the gateway', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await createTestGateway({
      odoo: async () => {
        throw new GatewayError('UPSTREAM_UNAVAILABLE', 'Odoo does not answer', { surface: 'odoo' });
      },
    });
  });
  afterAll(() => gateway[Symbol.asyncDispose]());

  it('tells anybody which surface is down, and its last fault once an operation has met one', async () => {
    const first = await gateway.execute(SURFACES);
    expect(first.data?.surfaces).toEqual([
      { name: 'odoo', state: 'DOWN', lastFault: null },
      { name: 'ops', state: 'UP', lastFault: null },
      { name: 'work', state: 'UP', lastFault: null },
    ]);
    await gateway.execute('query Partners { partners(first: 1) { nodes { id } } }', { as: 'service' });
    const { data } = await gateway.execute(SURFACES);
    expect(data?.surfaces).toContainEqual({
      name: 'odoo',
      state: 'DOWN',
      lastFault: { code: 'UPSTREAM_UNAVAILABLE', count: 1 },
    });
  });

  it('tells the service what failed, by whom it was asked and what it had asked upstream', async () => {
    await gateway.execute('query Projects { projects(first: 1) { nodes { id } } }', { as: 'service' });
    await gateway.execute('query Spaces { spaces(first: 1) { nodes { id } } }', { as: 'ana' });
    const { data } = await gateway.execute(STATS, { as: 'service' });
    const { operations, recent } = (data as Record<string, unknown>).operationStats as {
      operations: object[];
      recent: object[];
    };
    expect(operations).toContainEqual({ name: 'Projects', count: 1, failed: 1 });
    expect(operations).toContainEqual({ name: 'Spaces', count: 1, failed: 0 });
    expect(recent).toContainEqual({
      name: 'Projects',
      viewer: 'service',
      codes: ['UPSTREAM_UNAVAILABLE'],
      calls: [{ surface: 'odoo', outcome: 'UPSTREAM_UNAVAILABLE' }],
    });
  });

  it('tells users nothing of what others have asked', async () => {
    for (const as of ['ana', null]) {
      const { data, errors } = await gateway.execute(STATS, { as });
      expect(data?.operationStats ?? null).toBeNull();
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  it('keeps 300 names and 100 operations, whatever anybody asks', async () => {
    for (let count = 0; count < 320; count += 1) await gateway.execute(`query Of${count} { nothing }`, { as: 'ana' });
    const all = 'query All { operationStats { operations(first: 1000) { name } recent(first: 1000) { name } } }';
    const { data } = await gateway.execute(all, { as: 'service' });
    const { operations, recent } = (data as Record<string, unknown>).operationStats as {
      operations: object[];
      recent: object[];
    };
    expect(operations.length).toBeLessThanOrEqual(300);
    expect(recent).toHaveLength(100);
  });
});
