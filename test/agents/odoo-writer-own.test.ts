/** On whose day and in which language `sync-odoo-agent` writes to the real Odoo: the writer's own, or as the write says. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENTS } from '../../src/agents/registry.ts';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import { packagePaths } from '../../src/paths.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { type OdooWritten, openOdooWritten } from '../support/odoo-written.ts';
import { isRealStack, stackVariable } from '../support/stack.ts';
import { AGENT, readRunId, type SeenRun, startTestWorker, untilRun } from '../support/worker.ts';

/** Not that of any other test: it is on while this one runs. */
const LANGUAGE = 'ka_GE';

describe.skipIf(!isRealStack)('in the real Odoo', () => {
  const rules = loadDoctrine(packagePaths()).agents[AGENT]?.writesOdoo ?? [];
  // The one is a day ahead of UTC from 10 o'clock on, the other a day behind until 11.
  const timeZone = new Date().getUTCHours() >= 10 ? 'Pacific/Kiritimati' : 'Pacific/Pago_Pago';
  let gateway: TestGateway;
  let odoo: OdooWritten;
  let restore: () => Promise<void>;

  beforeAll(async () => {
    gateway = await createTestGateway();
    odoo = openOdooWritten();
    const { uid } = (await odoo.writer('res.users', 'context_get', {})) as { uid: number };
    const [user] = (await odoo.admin('res.users', 'read', { ids: [uid], fields: ['tz', 'lang'] })) as {
      tz: string;
      lang: string;
    }[];
    const domain = [['code', '=', LANGUAGE]];
    const [language] = (await odoo.admin('res.lang', 'search', {
      domain,
      context: { active_test: false },
    })) as number[];
    await odoo.admin('res.lang', 'write', { ids: [language], vals: { active: true } });
    setUser = (vals) => odoo.admin('res.users', 'write', { ids: [uid], vals });
    restore = async () => {
      await setUser({ tz: user?.tz, lang: user?.lang });
      await odoo.admin('res.lang', 'write', { ids: [language], vals: { active: false } });
    };
    await setUser({ tz: timeZone });
  }, 120_000);
  afterAll(async () => {
    await restore();
    await odoo[Symbol.asyncDispose]();
    await gateway[Symbol.asyncDispose]();
  });
  let setUser: (vals: Record<string, unknown>) => Promise<unknown>;

  async function write(input: Record<string, unknown>): Promise<SeenRun> {
    const answer = await gateway.execute(
      'mutation ($input: RequestOdooWriteInput!) { requestOdooWrite(input: $input) { run { id } userErrors { message } } }',
      { as: 'service', variables: { input } },
    );
    const id = readRunId(answer, 'requestOdooWrite');
    await odoo.madeBy(id);
    const apiKey = stackVariable('ODOO_WRITER_API_KEY');
    const writer = { url: stackVariable('ODOO_URL'), database: stackVariable('ODOO_DB'), apiKey, timeoutMs: 20_000 };
    const syncOdoo = { stage: 'production', writer, writesInDevelopment: false, rules, settleSeconds: 0 } as const;
    await using _worker = startTestWorker(gateway, AGENTS[AGENT]?.({ syncOdoo }) ?? {});
    const run = await untilRun(gateway, id);
    expect(run).toMatchObject({ status: 'SUCCEEDED', attempt: 1 });
    return run;
  }

  const idOf = (run: SeenRun) => (run.output as { ids: number[] }).ids[0] as number;
  const read = async (model: string, id: number, field: string, lang = 'en_US') =>
    (
      (await odoo.admin(model, 'read', { ids: [id], fields: [field], context: { lang } })) as Record<string, unknown>[]
    )[0]?.[field];
  const languagesOf = (run: SeenRun) =>
    run.events.nodes.find(({ type }) => type === 'odoo.written')?.payload?.languages;

  describe('what has no date has the day of the writer', () => {
    const today = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date());

    it.each([
      ['account.analytic.line', { name: 'Tripoint test', unit_amount: 1 }],
      ['hr.expense', { name: 'Tripoint test', employee_id: 1, total_amount_currency: 12.5 }],
    ])('%s', async (model, values) => {
      expect(today).not.toBe(new Date().toISOString().slice(0, 10));
      expect(await read(model, idOf(await write({ model, method: 'create', values })), 'date')).toBe(today);
    });

    it('account.move, when it is posted', async () => {
      const line = [0, 0, { name: 'Tripoint test', quantity: 1, price_unit: 10, tax_ids: [[6, 0, []]] }];
      const values = { move_type: 'out_invoice', partner_id: 10, invoice_line_ids: [line] };
      const id = idOf(await write({ model: 'account.move', method: 'create', values }));
      await write({ model: 'account.move', method: 'action_post', ids: [String(id)] });
      expect(await read('account.move', id, 'invoice_date')).toBe(today);
    });

    it('and a time that is given stays the one of UTC', async () => {
      const values = { name: 'Tripoint test', project_id: 1, active: false, date_deadline: '2026-10-25 00:30:00' };
      const id = idOf(await write({ model: 'project.task', method: 'create', values }));
      expect(await read('project.task', id, 'date_deadline')).toBe('2026-10-25 00:30:00');
      await write({
        model: 'project.task',
        method: 'write',
        ids: [String(id)],
        values: { date_deadline: '2026-03-29 01:30:00' },
      });
      expect(await read('project.task', id, 'date_deadline')).toBe('2026-03-29 01:30:00');
    });
  });

  describe('a text', () => {
    const create = (values: Record<string, unknown>, more = {}) =>
      write({ model: 'project.project', method: 'create', values: { active: false, ...values }, ...more });
    const names = async (id: number) => [
      await read('project.project', id, 'name'),
      await read('project.project', id, 'name', LANGUAGE),
    ];

    it('is written in the language that the write names, and the event says which', async () => {
      const id = idOf(await create({ name: 'Tripoint test' }));
      const renamed = await write({
        model: 'project.project',
        method: 'write',
        ids: [String(id)],
        values: { name: 'Tripoint, other' },
        language: LANGUAGE,
      });
      expect(await names(id)).toEqual(['Tripoint test', 'Tripoint, other']);
      expect(languagesOf(renamed)).toEqual({ name: [LANGUAGE] });
    });

    it('is written in each of the languages that it has a text for', async () => {
      const made = await create({ name: { [LANGUAGE]: 'Tripoint, b', en_US: 'Tripoint, a' } });
      expect(await names(idOf(made))).toEqual(['Tripoint, a', 'Tripoint, b']);
      expect(languagesOf(made)).toEqual({ name: ['en_US', LANGUAGE] });
      const ids = [String(idOf(made))];
      await write({ model: 'project.project', method: 'write', ids, values: { name: { [LANGUAGE]: 'Tripoint, c' } } });
      expect(await names(idOf(made))).toEqual(['Tripoint, a', 'Tripoint, c']);
    });

    it("is written in the writer's own language where the write names none", async () => {
      const id = idOf(await create({ name: 'Tripoint test' }));
      await setUser({ lang: LANGUAGE });
      const renamed = await write({
        model: 'project.project',
        method: 'write',
        ids: [String(id)],
        values: { name: 'Tripoint, own' },
      });
      await setUser({ lang: 'en_US' });
      expect(await names(id)).toEqual(['Tripoint test', 'Tripoint, own']);
      expect(languagesOf(renamed)).toEqual({ name: [LANGUAGE] });
    });
  });
});
