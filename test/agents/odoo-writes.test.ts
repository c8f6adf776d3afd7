/** Writes of `sync-odoo-agent` in the real Odoo, as its writer: what arrives there, and that it arrives once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOnce } from '../../src/agents/create-once.ts';
import { createOdooWriter } from '../../src/agents/odoo-writer.ts';
import { AGENTS } from '../../src/agents/registry.ts';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import type { FieldDescriptions } from '../../src/ops/odoo-values.ts';
import { packagePaths } from '../../src/paths.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { createOdooGate } from '../support/odoo-gate.ts';
import { type OdooWritten, openOdooWritten } from '../support/odoo-written.ts';
import { isRealStack, stackVariable } from '../support/stack.ts';
import { AGENT, enqueue, eventTypes, readRunId, type SeenRun, startTestWorker, untilRun } from '../support/worker.ts';

describe.skipIf(!isRealStack)('in the real Odoo', () => {
  const rules = loadDoctrine(packagePaths()).agents[AGENT]?.writesOdoo ?? [];
  let gateway: TestGateway;
  let odoo: OdooWritten;

  beforeAll(async () => {
    gateway = await createTestGateway();
    odoo = openOdooWritten();
    await gateway.owner((client) => client.query(`select ops.cancel(id) from ops.runs where status = 'QUEUED'`));
  });
  afterAll(async () => {
    await odoo[Symbol.asyncDispose]();
    await gateway[Symbol.asyncDispose]();
  });

  async function request(input: Record<string, unknown>): Promise<string> {
    const answer = await gateway.execute(
      'mutation ($input: RequestOdooWriteInput!) { requestOdooWrite(input: $input) { run { id } userErrors { message } } }',
      { as: 'service', variables: { input } },
    );
    const id = readRunId(answer, 'requestOdooWrite');
    await odoo.madeBy(id);
    return id;
  }

  function handlers(url = stackVariable('ODOO_URL')) {
    const apiKey = stackVariable('ODOO_WRITER_API_KEY');
    const writer = { url, database: stackVariable('ODOO_DB'), apiKey, timeoutMs: 20_000 };
    return (
      AGENTS[AGENT]?.({
        syncOdoo: { stage: 'production', writer, writesInDevelopment: false, rules, settleSeconds: 0 },
      }) ?? {}
    );
  }

  async function write(input: Record<string, unknown>): Promise<SeenRun> {
    const id = await request(input);
    await using _worker = startTestWorker(gateway, handlers());
    return await untilRun(gateway, id);
  }

  it('creates a record with its lines, and tells where', async () => {
    const values = { name: 'Tripoint test', active: false, category_id: [[6, 0, [1, 2]]], country_id: 75 };
    const lines = [
      [0, 0, { name: 'Lines, first', type: 'delivery', active: false }],
      [0, 0, { name: 'Lines, second', type: 'invoice', active: false }],
    ];
    const run = await write({ model: 'res.partner', method: 'create', values: { ...values, child_ids: lines } });
    expect(run).toMatchObject({ status: 'SUCCEEDED', attempt: 1 });
    const { ids } = run.output as { ids: number[] };
    expect(ids).toEqual(await odoo.madeBy(run.id));
    expect(run.events.nodes.find(({ type }) => type === 'odoo.written')?.payload).toEqual({
      model: 'res.partner',
      method: 'create',
      ids,
      repeated: false,
    });
    const context = { active_test: false };
    const [partner] = await readAll('res.partner', ids, ['name', 'active', 'category_id', 'country_id']);
    expect(partner).toMatchObject({ name: 'Tripoint test', active: false, country_id: [75, 'France'] });
    const domain = [['parent_id', 'in', ids]];
    expect(await odoo.admin('res.partner', 'search_count', { domain, context })).toBe(2);
  });

  it('writes to a record', async () => {
    const id = await ownPartner({ name: 'Tripoint test', active: false, phone: '1' });
    const values = { phone: '+63 2 8555 0101', category_id: [[6, 0, [3]]], ref: false };
    const run = await write({ model: 'res.partner', method: 'write', ids: [String(id)], values });
    expect(run).toMatchObject({ status: 'SUCCEEDED', output: { ids: [id] } });
    expect(await readAll('res.partner', [id], ['phone', 'category_id', 'ref'])).toEqual([
      { id, phone: '+63 2 8555 0101', category_id: [3], ref: false },
    ]);
  });

  it('calls another method where it is not done yet, and not where it is', async () => {
    const created = await write({ model: 'account.move', method: 'create', values: INVOICE });
    expect(created).toMatchObject({ status: 'SUCCEEDED' });
    const { ids } = created.output as { ids: number[] };
    const post = () => write({ model: 'account.move', method: 'action_post', ids: ids.map(String) });
    const first = await post();
    expect(first).toMatchObject({ status: 'SUCCEEDED', output: { ids } });
    expect(await readAll('account.move', ids, ['state', 'amount_untaxed'])).toMatchObject([
      { state: 'posted', amount_untaxed: 1_240.5 },
    ]);
    const second = await post();
    expect(second).toMatchObject({ status: 'SUCCEEDED', output: { ids } });
    expect(
      [first, second].map((run) => run.events.nodes.find(({ type }) => type === 'odoo.written')?.payload),
    ).toMatchObject([{ repeated: false }, { repeated: true }]);
  });

  describe("a record that is created once is the record that Odoo's own create makes", () => {
    it.each<[string, Record<string, unknown>]>([
      ['res.partner', { ...TEXTS, ...NUMBERS, active: false }],
      [
        'res.partner',
        {
          name: 'Tripoint test',
          active: false,
          lang: 'en_US',
          type: 'other',
          company_id: 1,
          user_id: 2,
          category_id: [
            [4, 1],
            [4, 2],
          ],
        },
      ],
      [
        'res.partner',
        {
          name: 'Tripoint test',
          active: false,
          lang: false,
          email: null,
          color: 0,
          category_id: [[6, 0, []]],
          image_1920: PIXEL,
        },
      ],
      ['res.partner', { name: 'Tripoint test', active: false, is_company: true, category_id: [2] }],
      ['account.move', INVOICE],
      [
        'project.task',
        {
          name: 'Tripoint test',
          active: false,
          project_id: 1,
          date_deadline: '2026-12-24 17:30:00',
          allocated_hours: 2.25,
          priority: '1',
          user_ids: [[6, 0, [2]]],
          description: '<p>One &amp; two</p>',
        },
      ],
      [
        'project.project',
        {
          name: 'Tripoint test',
          active: false,
          date_start: '2026-01-01',
          date: '2026-12-31',
          privacy_visibility: 'portal',
        },
      ],
    ])('%s %j', async (model, values) => {
      const run = await write({ model, method: 'create', values });
      expect(run).toMatchObject({ status: 'SUCCEEDED' });
      const [made] = (run.output as { ids: number[] }).ids;
      const { tz } = (await odoo.writer('res.users', 'context_get', {})) as { tz: string | false };
      const [direct] = (await odoo.writer(model, 'create', {
        vals_list: [values],
        context: { tz: tz || 'UTC' },
      })) as number[];
      odoo.own(model, direct as number);
      expect(await readWhole(model, made as number)).toEqual(await readWhole(model, direct as number));
    });
  });

  describe('what Odoo does not accept fails once, with its words', () => {
    it.each([
      [
        { model: 'account.move', method: 'create', values: { move_type: 'nonsense' } },
        'BAD_USER_INPUT',
        /move_type .*keys/,
      ],
      [{ model: 'res.partner', method: 'create', values: { nickname: 'x' } }, 'BAD_USER_INPUT', /nickname is no field/],
      [
        { model: 'res.partner', method: 'create', values: { active: false, phone: '1' } },
        'BAD_USER_INPUT',
        /requires? (?:a )?name/i,
      ],
      [
        { model: 'res.partner', method: 'create', values: { name: 'x', country_id: 99_999 } },
        'BAD_USER_INPUT',
        /No matching record/,
      ],
      [
        { model: 'res.partner', method: 'create', values: { name: 'x', country_id: 'PH' } },
        'BAD_USER_INPUT',
        /country_id must be an id/,
      ],
      [
        { model: 'account.move', method: 'create', values: { invoice_date: '31.12.2026' } },
        'BAD_USER_INPUT',
        /invoice_date must be a date/,
      ],
      [
        { model: 'project.task', method: 'create', values: { name: 'x', date_deadline: '2026-12-24T17:30:00Z' } },
        'BAD_USER_INPUT',
        /date_deadline must be a time/,
      ],
      [
        { model: 'res.partner', method: 'create', values: { name: 'x', child_ids: [[4, 1]] } },
        'BAD_USER_INPUT',
        /child_ids must be a list/,
      ],
      [
        {
          model: 'res.partner',
          method: 'create',
          values: {
            name: 'x',
            child_ids: [
              [0, 0, { name: 'a' }],
              [0, 0, { phone: '1' }],
            ],
          },
        },
        'BAD_USER_INPUT',
        /same fields/,
      ],
      [
        { model: 'res.partner', method: 'create', values: { name: 'x', child_ids: [[0, 0, { name: false }]] } },
        'BAD_USER_INPUT',
        /without a value/,
      ],
      [
        { model: 'res.partner', method: 'create', values: { name: 'x', properties: {} } },
        'BAD_USER_INPUT',
        /properties/,
      ],
      [{ model: 'res.partner', method: 'write', ids: ['2147483000'], values: { phone: '1' } }, 'NOT_FOUND', /gone/],
      [{ model: 'res.partner', method: 'write', ids: ['1'], values: { nickname: '1' } }, 'BAD_USER_INPUT', /nickname/],
      [
        { model: 'res.partner', method: 'write', ids: ['1'], values: { ref: 'a\u0007' }, language: 'fr_XX' },
        'BAD_USER_INPUT',
        /language/,
      ],
    ])('%j', async (input, code, message) => {
      // Past the gateway, which refuses most of it when it is asked for.
      const id = await enqueue(gateway, { kind: 'odoo.write', input });
      await odoo.madeBy(id);
      await using _worker = startTestWorker(gateway, handlers());
      const run = await untilRun(gateway, id);
      expect(run).toMatchObject({ status: 'FAILED', errorCode: code, attempt: 1 });
      expect(run.errorMessage).toMatch(message);
      expect(run.errorMessage).not.toMatch(/Traceback|psycopg|File "/);
      expect(await odoo.madeBy(run.id)).toEqual([]);
    });

    it('with FORBIDDEN where the writer may not', async () => {
      const id = await request({ model: 'project.project', method: 'create', values: { name: 'x' } });
      const forReader = stackVariable('ODOO_API_KEY');
      const writer = {
        url: stackVariable('ODOO_URL'),
        database: stackVariable('ODOO_DB'),
        apiKey: forReader,
        timeoutMs: 20_000,
      };
      const config = { stage: 'production', writer, writesInDevelopment: false, rules, settleSeconds: 0 } as const;
      await using _worker = startTestWorker(gateway, AGENTS[AGENT]?.({ syncOdoo: config }) ?? {});
      expect(await untilRun(gateway, id)).toMatchObject({ status: 'FAILED', errorCode: 'FORBIDDEN', attempt: 1 });
      expect(await odoo.madeBy(id)).toEqual([]);
    });
  });

  it('a create whose answer was lost is not made again: the next attempt finds the record', async () => {
    let lost = 0;
    await using gate = await createOdooGate(stackVariable('ODOO_URL'), (path) => {
      if (!path.endsWith('/load') || lost > 0) return 'pass';
      lost += 1;
      return 'lose';
    });
    const values = { name: 'Tripoint test, lost answer', active: false };
    const id = await request({ model: 'res.partner', method: 'create', values });
    await using _worker = startTestWorker(gateway, handlers(gate.url));
    const run = await untilRun(gateway, id);
    expect(run).toMatchObject({ status: 'SUCCEEDED', output: { ids: await odoo.madeBy(id) } });
    expect(run.attempt).toBe(2);
    expect(eventTypes(run).filter((type) => type === 'odoo.written')).toHaveLength(1);
    expect(run.events.nodes.find(({ type }) => type === 'odoo.written')?.payload).toMatchObject({ repeated: true });
    expect(await countPartners('Tripoint test, lost answer')).toBe(1);
  });

  it('ten workers at one run make one record', async () => {
    const id = await request({
      model: 'res.partner',
      method: 'create',
      values: { name: 'Tripoint test, at once', active: false },
    });
    const writer = {
      url: stackVariable('ODOO_URL'),
      database: stackVariable('ODOO_DB'),
      apiKey: stackVariable('ODOO_WRITER_API_KEY'),
      timeoutMs: 30_000,
    };
    const connect = () => createOdooWriter(writer, rules, new AbortController().signal);
    const values = {
      name: 'Tripoint test, at once',
      active: false,
      child_ids: [[0, 0, { name: 'Tripoint test, line', active: false }]],
    };
    const asking = {
      language: 'en_US',
      timeZone: 'UTC',
      describe: async (model: string) => (await connect()(model, 'fields_get', {})) as FieldDescriptions,
      beginEffect: async () => {},
    };
    const settled = await Promise.allSettled(
      Array.from({ length: 10 }, () => createOnce(connect(), { model: 'res.partner', values, runId: id, ...asking })),
    );
    const ids = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value.id] : []));
    expect(new Set(ids)).toEqual(new Set(await odoo.madeBy(id)));
    expect(ids.length).toBeGreaterThan(0);
    for (const one of settled)
      if (one.status === 'rejected')
        expect(one.reason).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryable: true });
    expect(await countPartners('Tripoint test, at once')).toBe(1);
    expect(await countPartners('Tripoint test, line')).toBe(1);
    await gateway.owner((client) => client.query('select ops.cancel($1)', [id]));
  });

  async function countPartners(name: string): Promise<number> {
    const domain = [['name', '=', name]];
    return (await odoo.admin('res.partner', 'search_count', { domain, context: { active_test: false } })) as number;
  }

  async function ownPartner(values: Record<string, unknown>): Promise<number> {
    const [id] = (await odoo.admin('res.partner', 'create', { vals_list: [values] })) as number[];
    odoo.own('res.partner', id as number);
    return id as number;
  }

  function readAll(model: string, ids: readonly number[], fields: readonly string[]) {
    return odoo.admin(model, 'read', { ids, fields }) as Promise<Record<string, unknown>[]>;
  }

  /** Every stored field but those that differ between any two records; lines likewise. */
  async function readWhole(model: string, id: number): Promise<Record<string, unknown>> {
    const described = (await odoo.admin(model, 'fields_get', { attributes: ['type', 'store', 'relation'] })) as Record<
      string,
      { type: string; store: boolean; relation?: string }
    >;
    const names = Object.keys(described).filter((name) => described[name]?.store && !OWN_TO_EACH.test(name));
    const [record = {}] = (await odoo.admin(model, 'read', { ids: [id], fields: names })) as Record<string, unknown>[];
    const whole: Record<string, unknown> = {};
    for (const name of names) {
      const { type, relation = '' } = described[name] ?? { type: '' };
      const value = record[name];
      // A time of just now is another second for the other record.
      if (type === 'datetime' && isJustNow(value)) whole[name] = 'now';
      else if (type !== 'one2many') whole[name] = value;
      else if (LINES.has(name))
        whole[name] = await Promise.all((value as number[]).map((line) => readLine(relation, line)));
    }
    return whole;
  }

  async function readLine(model: string, id: number) {
    const [line = {}] = await readAll(model, [id], LINE_FIELDS);
    return { ...line, id: null };
  }
});

function isJustNow(value: unknown): boolean {
  return typeof value === 'string' && Math.abs(Date.parse(`${value.replace(' ', 'T')}Z`) - Date.now()) < 600_000;
}

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const TEXTS = {
  name: 'Tripoint, "test"; \'x\'',
  comment: '<p>a &lt; b</p>',
  ref: ' 007 ',
  street: 'Straße\n2',
  zip: '0',
};
const NUMBERS = { color: 3, partner_latitude: 14.5995, partner_longitude: -0.000001, is_company: false };
const INVOICE = {
  move_type: 'out_invoice',
  partner_id: 1,
  invoice_date: '2026-03-31',
  ref: 'Tripoint test',
  invoice_line_ids: [
    [0, 0, { name: 'Tripoint test, one', quantity: 2, price_unit: 620.25, tax_ids: [[6, 0, []]] }],
    [0, 0, { name: 'Tripoint test, two', quantity: 0, price_unit: '10.00', tax_ids: [[6, 0, []]] }],
  ],
};
const LINES = new Set(['invoice_line_ids', 'child_ids']);
const LINE_FIELDS = ['name', 'quantity', 'price_unit', 'tax_ids', 'account_id'];
/** Keys, times and counters. */
const OWN_TO_EACH =
  /^(id|create_date|write_date|access_token|alias_.*|commercial_partner_id|sequence_.*|highest_name|secure_.*|line_ids|message_.*|signup_.*|parent_path|.*_last_update|date_last_stage_update|account_id|analytic_.*|needed_terms.*)$/;
