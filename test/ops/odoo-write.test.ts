/** `requestOdooWrite`: it enqueues, and refuses what the doctrine does not list by saying what it lists. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';

const REQUEST = `mutation ($input: RequestOdooWriteInput!) { requestOdooWrite(input: $input) {
  run { id agent kind status input priority } created userErrors { code message path }
} }`;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await createTestGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const request = (input: Record<string, unknown>, as: string | null = 'service') =>
  gateway.execute(REQUEST, { as, variables: { input } });

it('enqueues a run of sync-odoo-agent and says nothing to Odoo', async () => {
  const values = { phone: '+63 2 8555 0101', category_id: [[6, 0, [1, 2]]] };
  const { data, errors } = await request({
    model: 'res.partner',
    method: 'write',
    ids: ['7', '9'],
    values,
    priority: 3,
  });
  expect(errors).toBeUndefined();
  expect(data?.requestOdooWrite).toMatchObject({
    created: true,
    userErrors: [],
    run: {
      agent: 'sync-odoo-agent',
      kind: 'odoo.write',
      status: 'QUEUED',
      priority: 3,
      input: { model: 'res.partner', method: 'write', ids: [7, 9], values },
    },
  });
  expect(gateway.calls.filter((call) => call.startsWith('odoo'))).toEqual([]);
});

it('leads a repeated request with one key to one run, and refuses another write with that key', async () => {
  const input = { model: 'res.partner', method: 'create', values: { name: 'Once' }, idempotencyKey: 'once' };
  const first = await request(input);
  const again = await request(input);
  expect(pick(again.data, 'requestOdooWrite.created')).toBe(false);
  expect(pick(again.data, 'requestOdooWrite.run.id')).toBe(pick(first.data, 'requestOdooWrite.run.id'));
  const other = await request({ ...input, values: { name: 'Twice' } });
  expect(other.data?.requestOdooWrite).toMatchObject({ run: null, userErrors: [{ code: 'IDEMPOTENCY_CONFLICT' }] });
});

describe('refuses as a user error, and enqueues nothing', () => {
  it.each([
    [
      { model: 'res.users', method: 'write', ids: ['1'], values: { a: 1 } },
      'model',
      /it writes res\.partner, account\.move/,
    ],
    [{ model: 'res.partner', method: 'unlink', ids: ['1'] }, 'method', /it calls create, write/],
    [{ model: 'account.move', method: 'button_draft', ids: ['1'] }, 'method', /it calls create, write, action_post/],
    [{ model: 'res.partner', method: 'write', values: { a: 1 } }, 'ids', /must name a record/],
    [{ model: 'res.partner', method: 'write', ids: ['x'], values: { a: 1 } }, 'ids', /ids of Odoo/],
    [{ model: 'res.partner', method: 'write', ids: ['1'] }, 'values', /must set a field/],
    [{ model: 'res.partner', method: 'write', ids: ['1'], values: [1] }, 'values', /object of fields/],
    [{ model: 'res.partner', method: 'create', ids: ['1'], values: { name: 'x' } }, 'ids', /absent for create/],
    [
      { model: 'account.move', method: 'action_post', ids: ['1'], values: { a: 1 } },
      'values',
      /absent for action_post/,
    ],
    [{ model: 'res.partner', method: 'create', values: { name: 'x'.repeat(300_000) } }, 'values', /bytes as JSON/],
    [{ model: 'res.partner', method: 'create', values: { name: 'x' }, priority: 2_000 }, 'priority', /-1000 to 1000/],
  ])('%j', async (input, at, message) => {
    const count = () => gateway.owner((client) => client.query('select count(*)::int as runs from ops.runs'));
    const before = await count();
    const { data } = await request(input);
    const payload = data?.requestOdooWrite as {
      run: null;
      userErrors: { code: string; message: string; path: string[] }[];
    };
    expect(payload.run).toBeNull();
    const [error] = payload.userErrors;
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(error?.path.slice(0, 2)).toEqual(['input', at]);
    expect(error?.message).toMatch(message);
    expect(await count()).toEqual(before);
  });
});

describe('the doctrine', () => {
  const input = { model: 'res.partner', method: 'create', values: { name: 'Mine' } };

  it('lets sync-odoo-agent ask, with a key', async () => {
    const bare = await request(input, 'agent:sync-odoo-agent');
    expect(bare.data?.requestOdooWrite).toMatchObject({ run: null, userErrors: [{ code: 'BAD_USER_INPUT' }] });
    const { data } = await request({ ...input, idempotencyKey: 'mine' }, 'agent:sync-odoo-agent');
    expect(data?.requestOdooWrite).toMatchObject({ created: true, run: { status: 'QUEUED' } });
  });

  it.each([['ana'], ['agent:workspace-indexer'], [null]])('refuses %s with BOUNDARY_VIOLATION', async (as) => {
    const { data, errors } = await request(input, as);
    expect(data?.requestOdooWrite ?? null).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'BOUNDARY_VIOLATION' } }]);
  });
});
