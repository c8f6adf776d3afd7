/** What fails at every node of a list for the same reason is one error with a count, whatever refuses it or is down. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GatewayError } from '../../src/errors.ts';
import type { OdooCall } from '../../src/odoo/call.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway({ stage: 'production' });
});
afterAll(() => gateway[Symbol.asyncDispose]());

/** Bytes of an answer's errors: a client reads them, and a log keeps them. */
const MAX_BYTES = 1_500;

describe('nodes of a list', () => {
  it('whose joins the doctrine refuses: an error for each field', async () => {
    const query = '{ tasks(first: 100) { nodes { id saleOrder { id } saleOrderLine { id } } } }';
    const { data, errors = [] } = await gateway.execute(query, { as: 'ana' });
    const nodes = pick(data, 'tasks.nodes') as readonly { readonly saleOrder: unknown }[];
    expect(nodes.length).toBeGreaterThan(10);
    expect(nodes.every(({ saleOrder }) => saleOrder === null)).toBe(true);
    const at = (field: string) => ({
      path: ['tasks', 'nodes', 0, field],
      extensions: { code: 'FORBIDDEN', count: nodes.length },
    });
    expect(errors).toMatchObject([at('saleOrder'), at('saleOrderLine')]);
    expect(JSON.stringify(errors).length).toBeLessThan(MAX_BYTES);
  });

  it('whose links lead to a surface that is down: one error', async () => {
    const down: OdooCall = async () => {
      throw new GatewayError('UPSTREAM_UNAVAILABLE', 'Odoo is not available', { surface: 'odoo' });
    };
    await using without = await createTestGateway({ beside: gateway, odoo: down });
    const query = '{ pages(first: 100) { nodes { id partner { id } } } }';
    const { data, errors = [] } = await without.execute(query, { as: 'service' });
    const nodes = pick(data, 'pages.nodes') as readonly unknown[];
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE', surface: 'odoo' } }]);
    expect(nodes.length).toBeGreaterThan(1);
    expect(JSON.stringify(errors).length).toBeLessThan(MAX_BYTES);
  });
});
