/** `requestOdooWrite`: it enqueues, and refuses what the doctrine does not list by saying what it lists. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';

const REQUEST = `mutation ($input: RequestOdooWriteInput!, $dryRun: Boolean = false, $confirmation: String) {
  requestOdooWrite(input: $input, dryRun: $dryRun, confirmation: $confirmation) {
    run { id agent kind status input priority } created confirmation userErrors { code message path }
  }
}`;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await createTestGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const request = (input: Record<string, unknown>, as: string | null = 'service', more = {}) =>
  gateway.execute(REQUEST, { as, variables: { input, ...more } });
/** The agent that writes asks for a dry run first. */
const foresee = (input: Record<string, unknown>) => request(input, 'agent:sync-odoo-agent', { dryRun: true });

it('enqueues a run of sync-odoo-agent, and asks Odoo for nothing but its fields', async () => {
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
  // Its fields are asked for, which is not counted here; nothing else is.
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
    [{ model: 'res.partner', method: 'create', values: { name: 'x' }, requestedBy: 'ana' }, 'requestedBy', /uuid/],
    [
      { model: 'res.partner', method: 'create', values: { name: 'x' }, language: 'French' },
      'language',
      /such as fr_FR/,
    ],
    [{ model: 'res.partner', method: 'create', values: { name: 'x' }, language: 'fr_XX' }, 'language', /it has en_US/],
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

describe('refuses a value that its field cannot hold, where it stands, and enqueues nothing', () => {
  const write = (model: string, values: Record<string, unknown>) => ({ model, method: 'write', ids: ['1'], values });
  it.each<[Record<string, unknown>, string, RegExp]>([
    ...['nan', 'NaN', 'inf', '-Infinity', '1e400', '1,5', ' 5 ', [5], true].map(
      (value): [Record<string, unknown>, string, RegExp] => [
        write('project.task', { allocated_hours: value }),
        'values.allocated_hours',
        /must be a number/,
      ],
    ),
    [write('project.task', { nmae: 'x' }), 'values.nmae', /is no field of project\.task/],
    [write('project.task', { constructor: 'x' }), 'values.constructor', /is no field/],
    [write('project.task', { date_deadline: '2026-02-30 10:00:00' }), 'values.date_deadline', /must be a time of UTC/],
    [write('project.task', { date_deadline: '0000-01-01 10:00:00' }), 'values.date_deadline', /must be a time of UTC/],
    [write('project.task', { date_deadline: '2026-12-24T17:30:00Z' }), 'values.date_deadline', /must be a time of UTC/],
    [write('project.task', { project_id: '1' }), 'values.project_id', /must be an id/],
    [write('project.task', { active: 'false' }), 'values.active', /true or false/],
    [write('project.task', { write_date: '2026-01-01 00:00:00' }), 'values.write_date', /set by Odoo itself/],
    [write('project.task', { tag_ids: [['6', 0, []]] }), 'values.tag_ids', /must not create or delete/],
    [write('project.task', { name: { fr_XX: 'x' } }), 'values.name', /must be a string/],
    [write('res.partner', { customer_rank: 2_147_483_648 }), 'values.customer_rank', /-2147483648 to 2147483647/],
    [write('res.partner', { customer_rank: 1.5 }), 'values.customer_rank', /whole number/],
    [write('res.partner', { type: 'home' }), 'values.type', /must be one of the keys/],
    [write('res.partner', { account_move_count: 3 }), 'values.account_move_count', /computed by Odoo/],
    [write('res.partner', { child_ids: [[1, 9, { phnoe: '1' }]] }), 'values.child_ids.0.2.phnoe', /is no field/],
    [
      { model: 'account.move', method: 'create', values: { invoice_line_ids: [[0, 0, { price_unit: 'nan' }]] } },
      'values.invoice_line_ids.0.2.price_unit',
      /must be a number/,
    ],
    [
      { model: 'account.move', method: 'create', values: { line_ids: [[0, 0, { debit: 12_345_678_901_234.56 }]] } },
      'values.line_ids.0.2.debit',
      /Odoo keeps exactly/,
    ],
    [write('account.move', { invoice_date: '2026-13-01' }), 'values.invoice_date', /must be a date/],
  ])('%j', async (input, at, message) => {
    const { data } = await request(input);
    expect(data?.requestOdooWrite).toMatchObject({ run: null, userErrors: [{ code: 'BAD_USER_INPUT' }] });
    const [error] = pick(data, 'requestOdooWrite.userErrors') as { path: string[]; message: string }[];
    expect(error?.path.join('.')).toBe(`input.${at}`);
    expect(error?.message).toMatch(message);
  });

  it('a number that JSON reads as infinite, too, which would empty the field', async () => {
    const text = (name: string, input: string) =>
      `mutation { ${name}(input: { ${input} }) { userErrors { message path } } }`;
    for (const [query, path] of [
      [
        text('requestOdooWrite', 'model: "project.task", method: "write", ids: ["1"], values: { tag_ids: [1e400] }'),
        'input.values.tag_ids.0',
      ],
      [text('enqueueRun', 'agent: "sync-odoo-agent", kind: "k", input: { a: [1e400] }'), 'input.input.a.0'],
    ] as const) {
      const { data, errors } = await gateway.execute(query, { as: 'service' });
      expect([data, errors]).toMatchObject([undefined, [{ extensions: { code: 'BAD_USER_INPUT' } }]]);
      expect(errors?.[0]?.message).toContain(path);
    }
  });

  it('and takes what the fields hold, with texts for languages that Odoo has', async () => {
    const tasks = {
      allocated_hours: '2.25',
      date_deadline: '2026-12-24 17:30:00',
      tag_ids: [[6, 0, []]],
      project_id: 1,
    };
    const line = { price_unit: 4_503_599_627_370.49, quantity: 0.1 };
    for (const input of [
      write('project.task', { ...tasks, name: 'x', user_ids: false, partner_id: null }),
      write('project.project', { name: { en_US: 'x' } }),
      { ...write('project.project', { name: 'x' }), language: 'en_US' },
      {
        model: 'account.move',
        method: 'create',
        values: { move_type: 'out_invoice', invoice_line_ids: [[0, 0, line]] },
      },
    ])
      expect((await request(input)).data?.requestOdooWrite).toMatchObject({ created: true, userErrors: [] });
  });

  it('and enqueues unchecked where Odoo does not answer: the worker will look', async () => {
    await using silent = await createTestGateway({ odoo: null });
    const { data } = await silent.execute(REQUEST, {
      as: 'service',
      variables: { input: write('project.task', { nmae: 'x' }) },
    });
    expect(data?.requestOdooWrite).toMatchObject({ created: true });
  });
});

it('says for whom a service asks, in one spelling; nobody else may name another', async () => {
  const user = '0A5F3C7E-0000-4000-8000-00000000000A';
  const input = { model: 'res.partner', method: 'create', values: { name: 'Asked' } };
  const text = REQUEST.replace('priority }', 'priority requestedBy events { nodes { payload } } }');
  for (const requestedBy of [user, `user:${user}`, `USER:${user.toLowerCase()}`]) {
    const { data } = await gateway.execute(text, { as: 'service', variables: { input: { ...input, requestedBy } } });
    expect(pick(data, 'requestOdooWrite.run')).toMatchObject({
      requestedBy: user.toLowerCase(),
      events: { nodes: [{ payload: { by: 'service', requestedBy: user.toLowerCase() } }] },
    });
  }
  // Whoever calls the helper himself: what the ledger knows as one identity elsewhere, it knows here.
  for (const spelling of [`{${user}}`, `urn:uuid:${user}`, ` ${user.replaceAll('-', '')} `]) {
    const [row] = await gateway.owner((client) => client.query('select ops.requester($1) as who', [spelling]));
    expect(row?.who).toBe(user.toLowerCase());
  }
  const named = { ...input, idempotencyKey: 'named', requestedBy: user };
  const { data, errors } = await foresee(named);
  expect([data?.requestOdooWrite ?? null, errors]).toMatchObject([null, [{ extensions: { code: 'FORBIDDEN' } }]]);
});

describe('the doctrine', () => {
  const input = { model: 'res.partner', method: 'create', values: { name: 'Mine' } };

  it('lets sync-odoo-agent ask, with a key and the confirmation of a dry run', async () => {
    const bare = await foresee(input);
    expect(bare.data?.requestOdooWrite).toMatchObject({ run: null, userErrors: [{ code: 'BAD_USER_INPUT' }] });
    const mine = { ...input, idempotencyKey: 'mine' };
    const confirmation = pick((await foresee(mine)).data, 'requestOdooWrite.confirmation');
    const { data } = await request(mine, 'agent:sync-odoo-agent', { confirmation });
    expect(data?.requestOdooWrite).toMatchObject({ created: true, run: { status: 'QUEUED' } });
  });

  it.each([['ana'], ['agent:workspace-indexer'], [null]])('refuses %s with BOUNDARY_VIOLATION', async (as) => {
    const { data, errors } = await request(input, as);
    expect(data?.requestOdooWrite ?? null).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'BOUNDARY_VIOLATION' } }]);
  });
});
