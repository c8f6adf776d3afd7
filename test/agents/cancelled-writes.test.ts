/** Writes to the real Odoo that are cancelled at every moment: the ledger says what Odoo has. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AGENTS } from '../../src/agents/registry.ts';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import { packagePaths } from '../../src/paths.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { createOdooGate } from '../support/odoo-gate.ts';
import { type OdooWritten, openOdooWritten } from '../support/odoo-written.ts';
import { isRealStack, stackVariable } from '../support/stack.ts';
import { AGENT, enqueue, eventTypes, type SeenRun, startTestWorker, untilRun } from '../support/worker.ts';

describe.skipIf(!isRealStack)('in the real Odoo', () => {
  const rules = loadDoctrine(packagePaths()).agents[AGENT]?.writesOdoo ?? [];
  let gateway: TestGateway;
  let odoo: OdooWritten;
  let partner: number;

  beforeAll(async () => {
    gateway = await createTestGateway();
    odoo = openOdooWritten();
  });
  beforeEach(async () => {
    const [id] = (await odoo.admin('res.partner', 'create', {
      vals_list: [{ name: 'Tripoint test, cancelled', active: false, phone: '1' }],
    })) as number[];
    partner = id as number;
    odoo.own('res.partner', partner);
  });
  afterAll(async () => {
    await odoo[Symbol.asyncDispose]();
    await gateway[Symbol.asyncDispose]();
  });

  const CREATE = {
    model: 'res.partner',
    method: 'create',
    values: { name: 'Tripoint test, called off', active: false },
  };
  const write = () => ({ model: 'res.partner', method: 'write', ids: [partner], values: { phone: '2' } });
  const phone = async () =>
    ((await odoo.admin('res.partner', 'read', { ids: [partner], fields: ['phone'] })) as { phone: string }[])[0]?.phone;

  /** Executes the write; cancels it when Odoo is about to be asked for it, or has answered, and lets the way there break. */
  async function execute(
    input: { method: string },
    when: 'before' | 'after',
    then: 'pass' | 'lose',
    disturb = async () => {},
  ): Promise<SeenRun> {
    const id = await enqueue(gateway, { kind: 'odoo.write', input });
    await odoo.madeBy(id);
    const path = input.method === 'create' ? '/load' : '/write';
    let times = 0;
    const act = async (asked: string, at: 'before' | 'after') => {
      if (!asked.endsWith(path) || at !== when) return 'pass' as const;
      times += 1;
      await gateway.owner((client) => client.query('select ops.cancel($1)', [id]));
      await disturb();
      return then;
    };
    await using gate = await createOdooGate(
      stackVariable('ODOO_URL'),
      (asked) => act(asked, 'after'),
      (asked) => act(asked, 'before'),
    );
    const apiKey = stackVariable('ODOO_WRITER_API_KEY');
    const writer = { url: gate.url, database: stackVariable('ODOO_DB'), apiKey, timeoutMs: 20_000 };
    const syncOdoo = { stage: 'production', writer, writesInDevelopment: false, rules, settleSeconds: 1 } as const;
    await using _worker = startTestWorker(gateway, AGENTS[AGENT]?.({ syncOdoo }) ?? {});
    const run = await untilRun(gateway, id);
    expect(times).toBe(1);
    return run;
  }

  it('a create that was done is SUCCEEDED with its record: the cancel came too late', async () => {
    const run = await execute(CREATE, 'after', 'pass');
    expect(run).toMatchObject({ status: 'SUCCEEDED', attempt: 1, output: { ids: await odoo.madeBy(run.id) } });
    expect(eventTypes(run).slice(-2)).toEqual(['run.cancel_too_late', 'run.succeeded']);
  });

  it('a create whose answer was lost is found, not made again and not forgotten', async () => {
    const run = await execute(CREATE, 'after', 'lose');
    expect(run).toMatchObject({ status: 'SUCCEEDED', attempt: 2, output: { ids: await odoo.madeBy(run.id) } });
    expect(await odoo.madeBy(run.id)).toHaveLength(1);
    expect(run.events.nodes.find(({ type }) => type === 'odoo.written')?.payload).toMatchObject({ repeated: true });
  });

  it('a create that never arrived is CANCELLED, and not made by the check', async () => {
    const run = await execute(CREATE, 'before', 'lose');
    expect(run).toMatchObject({ status: 'CANCELLED', attempt: 2 });
    expect(await odoo.madeBy(run.id)).toEqual([]);
  });

  it('a write whose answer was lost is SUCCEEDED: the record says so', async () => {
    expect(await execute(write(), 'after', 'lose')).toMatchObject({ status: 'SUCCEEDED', output: { ids: [partner] } });
    expect(await phone()).toBe('2');
  });

  it('a write that never arrived is CANCELLED, and not made by the check', async () => {
    expect(await execute(write(), 'before', 'lose')).toMatchObject({ status: 'CANCELLED', attempt: 2 });
    expect(await phone()).toBe('1');
  });

  it('a write to a record that somebody else changed meanwhile fails, and says that it cannot be told', async () => {
    const disturb = async () =>
      void (await odoo.admin('res.partner', 'write', { ids: [partner], vals: { phone: '3' } }));
    const run = await execute(write(), 'before', 'lose', disturb);
    expect(run).toMatchObject({ status: 'FAILED', errorCode: 'CONFLICT' });
    expect(run.errorMessage).toMatch(/cannot be told/);
  });

  it('what was cancelled before it was sent does not reach Odoo', async () => {
    let asked = 0;
    await using gate = await createOdooGate(stackVariable('ODOO_URL'), async (path): Promise<'pass'> => {
      if (path.endsWith('/formatted_read_group'))
        await gateway.owner((client) => client.query('select ops.cancel($1)', [id]));
      if (path.endsWith('/write')) asked += 1;
      return 'pass';
    });
    const id = await enqueue(gateway, { kind: 'odoo.write', input: write() });
    const apiKey = stackVariable('ODOO_WRITER_API_KEY');
    const writer = { url: gate.url, database: stackVariable('ODOO_DB'), apiKey, timeoutMs: 20_000 };
    const syncOdoo = { stage: 'production', writer, writesInDevelopment: false, rules, settleSeconds: 60 } as const;
    await using _worker = startTestWorker(gateway, AGENTS[AGENT]?.({ syncOdoo }) ?? {});
    expect(await untilRun(gateway, id)).toMatchObject({ status: 'CANCELLED', attempt: 1 });
    expect([asked, await phone()]).toEqual([0, '1']);
  });
});
