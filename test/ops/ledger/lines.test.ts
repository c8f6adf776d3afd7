/** Lines: of the runs with one ordering key the first one is claimed alone; other keys stand beside it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, pick, type TestGateway } from '../../support/gateway.ts';
import { createLedger, type RunRow } from '../../support/ledger.ts';

let gateway: TestGateway;
let ledger: ReturnType<typeof createLedger>;

beforeAll(async () => {
  gateway = await createTestGateway();
  ledger = createLedger(gateway);
});

afterAll(() => gateway[Symbol.asyncDispose]());

const claim = (agent: string) => ledger.call<RunRow>('claim', { agent, worker: 'w', max_runs: 100 });
const idsOf = (runs: readonly RunRow[]) => runs.map(({ id }) => id);
const write = (agent: string, ids: readonly unknown[], given: Record<string, unknown> = {}) => {
  const input = JSON.stringify({ model: 'res.partner', method: 'write', ids, values: { phone: '1' } });
  return ledger.enqueue({ agent, kind: 'odoo.write', input, ...given });
};

async function finish(
  run: RunRow | undefined,
  given: Record<string, unknown> = { outcome: 'FAILED', retryable: false },
) {
  await ledger.one('mark_finished', { run_id: run?.id, fence: run?.fence, ...given });
}

describe('a line', () => {
  it('is claimed one run at a time, in the order of enqueueing, whatever the priority; other keys side by side', async () => {
    const given = { agent: 'line', ordering_key: 'a' };
    const first = await ledger.enqueue(given);
    const second = await ledger.enqueue({ ...given, priority: 1_000 });
    const other = await ledger.enqueue({ agent: 'line', ordering_key: 'b' });
    const free = await ledger.enqueue({ agent: 'line' });
    const claimed = await claim('line');
    expect(idsOf(claimed)).toEqual([first, other, free]);
    expect(await claim('line')).toEqual([]);
    await finish(claimed[0]);
    expect(idsOf(await claim('line'))).toEqual([second]);
  });

  it('waits while its first run waits for another attempt', async () => {
    const given = { agent: 'retry', ordering_key: 'a' };
    const first = await ledger.enqueue(given);
    const second = await ledger.enqueue(given);
    const [claimed] = await claim('retry');
    await finish(claimed, { outcome: 'FAILED', retryable: true });
    expect(await claim('retry')).toEqual([]);
    await ledger.due(first);
    const [again] = await claim('retry');
    expect(again).toMatchObject({ id: first, attempt: 2 });
    await ledger.one('mark_running', { run_id: first, fence: again?.fence });
    await finish(again, { outcome: 'SUCCEEDED' });
    expect(idsOf(await claim('retry'))).toEqual([second]);
  });

  it.each(['FAILED', 'SUCCEEDED', 'CANCELLED', 'DEAD', 'CANCELLED by its worker'])(
    'goes on after a run that ended as %s',
    async (end) => {
      const given = { agent: `after ${end}`, ordering_key: 'a', max_attempts: 1 };
      const first = await ledger.enqueue(given);
      const second = await ledger.enqueue(given);
      if (end === 'CANCELLED') await ledger.one('cancel', { run_id: first });
      else {
        const [claimed] = await claim(given.agent);
        await ledger.one('mark_running', { run_id: first, fence: claimed?.fence });
        if (end === 'DEAD') await ledger.expire(first);
        else if (end === 'CANCELLED by its worker') await ledger.one('cancel', { run_id: first });
        if (end !== 'DEAD') await finish(claimed, { outcome: end.split(' ')[0], retryable: false });
      }
      if (end === 'DEAD') await claim(given.agent);
      expect(await ledger.run(first)).toMatchObject({ status: end.split(' ')[0] });
      expect((await ledger.run(second)).status).toBe('QUEUED');
      await ledger.due(second);
      expect([...idsOf(await claim(given.agent)), (await ledger.run(second)).leased_by]).toContain('w');
    },
  );

  it('closes up where a run in its middle is called off', async () => {
    const given = { agent: 'middle', ordering_key: 'a' };
    const [first, second, third] = [
      await ledger.enqueue(given),
      await ledger.enqueue(given),
      await ledger.enqueue(given),
    ];
    await ledger.one('cancel', { run_id: second });
    const claimed = await claim('middle');
    expect(idsOf(claimed)).toEqual([first]);
    await finish(claimed[0]);
    expect(idsOf(await claim('middle'))).toEqual([third]);
  });

  it('is there only as long as a run stands in it, and a repeated request takes no second place', async () => {
    const given = { agent: 'gone', ordering_key: 'a', idempotency_key: 'once' };
    await ledger.enqueue(given);
    await ledger.enqueue(given);
    const count = () =>
      ledger.own(`select (select count(*)::int from ops.run_lines where agent = 'gone') as lines,
        (select count(*)::int from ops.run_places where agent = 'gone') as places`);
    expect(await count()).toEqual([{ lines: 1, places: 1 }]);
    await finish((await claim('gone'))[0]);
    await ledger.enqueue(given);
    expect(await count()).toEqual([{ lines: 0, places: 0 }]);
  });
});

describe('a write to Odoo', () => {
  it('stands in the line of each record that it names, by whatever way it was enqueued', async () => {
    const both = await write('records', [7, '9', 7]);
    const nine = await write('records', [9]);
    const seven = await write('records', ['007']);
    const eight = await write('records', [8]);
    expect(await ledger.run(both)).toMatchObject({ ordering_keys: ['res.partner/7', 'res.partner/9'] });
    expect(await ledger.run(seven)).toMatchObject({ ordering_keys: ['res.partner/7'], lines_ahead: 1 });
    const later = await write('records', [8, 9]);
    expect(await ledger.run(later)).toMatchObject({ lines_ahead: 2 });
    const claimed = await claim('records');
    expect(idsOf(claimed)).toEqual([both, eight]);
    await finish(claimed[1]);
    expect(await claim('records')).toEqual([]);
    await finish(claimed[0]);
    const next = await claim('records');
    expect(idsOf(next)).toEqual([nine, seven]);
    await finish(next[0]);
    expect(idsOf(await claim('records'))).toEqual([later]);
  });

  it.each([[{ method: 'create' }], [{ ids: 7 }], [{ ids: ['x', -1, null, 1.5] }], [null]])(
    'that names no record waits for none: %j',
    async (input) => {
      const given = input && { model: 'res.partner', ...input };
      const id = await ledger.enqueue({ agent: 'none', kind: 'odoo.write', input: JSON.stringify(given) });
      expect(await ledger.run(id)).toMatchObject({ ordering_keys: [], lines_ahead: 0 });
    },
  );

  it('stands in the line that its caller names instead, which Run.orderingKeys shows', async () => {
    const request = async (input: Record<string, unknown>) => {
      const { data } = await gateway.execute(
        `mutation ($input: RequestOdooWriteInput!) { requestOdooWrite(input: $input) {
           run { orderingKeys linesAhead } userErrors { message path } } }`,
        {
          as: 'service',
          variables: { input: { model: 'res.partner', method: 'write', values: { phone: '1' }, ...input } },
        },
      );
      return data?.requestOdooWrite;
    };
    expect(await request({ ids: ['7'], orderingKey: 'crm' })).toMatchObject({
      run: { orderingKeys: ['crm'], linesAhead: 0 },
    });
    expect(await request({ ids: ['8'], orderingKey: 'crm' })).toMatchObject({
      run: { orderingKeys: ['crm'], linesAhead: 1 },
    });
    expect(await request({ ids: ['8'] })).toMatchObject({ run: { orderingKeys: ['res.partner/8'], linesAhead: 0 } });
    for (const orderingKey of ['', ' ', 'x'.repeat(201)])
      expect(pick(await request({ ids: ['8'], orderingKey }), 'userErrors.0.path')).toEqual(['input', 'orderingKey']);
  });
});

it('a claim reads no run that waits in a line', async () => {
  await ledger.know('long');
  await ledger.own(`select ops.enqueue('long', 'k', ordering_key => 'a') from generate_series(1, 300)`);
  const [row] = await ledger.own(
    `select count(*)::int as claimable from ops.runs
     where agent = 'long' and status = 'QUEUED' and leased_by is null and lines_ahead = 0`,
  );
  expect(row).toEqual({ claimable: 1 });
  const [index] = await ledger.own("select pg_get_indexdef('ops.runs_claimable'::regclass) as definition");
  expect(index?.definition).toContain('lines_ahead = 0');
});
