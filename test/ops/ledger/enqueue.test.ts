/** `ops.enqueue`: one run for one key, its input checked, and in whose name. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, type TestGateway } from '../../support/gateway.ts';
import { askAs, CALLERS, createLedger } from '../../support/ledger.ts';

interface Enqueued {
  readonly run_id: string;
  readonly created: boolean;
}

let gateway: TestGateway;
let ledger: ReturnType<typeof createLedger>;

beforeAll(async () => {
  gateway = await createTestGateway();
  ledger = createLedger(gateway);
});

afterAll(() => gateway[Symbol.asyncDispose]());

describe('ops.enqueue', () => {
  it('adds a run that waits, with its first event', async () => {
    const given = { agent: 'a', kind: 'k', input: '{"x":1}', priority: 7, max_attempts: 3 };
    const { run_id, created } = await ledger.one<Enqueued>('enqueue', given);
    expect(created).toBe(true);
    expect(await ledger.run(run_id)).toMatchObject({
      status: 'QUEUED',
      priority: 7,
      max_attempts: 3,
      input: { x: 1 },
      attempt: 0,
      fence: 0,
      last_seq: 1,
      requested_by: 'service',
    });
    expect(await ledger.events(run_id)).toEqual([{ seq: 1, type: 'run.enqueued', payload: { by: 'service' } }]);
    expect(await ledger.verify(run_id)).toMatchObject({ events: 1, problem: null });
  });

  it('answers the same run for the same key and the same input, however the input is written', async () => {
    const given = { agent: 'a', kind: 'k', idempotency_key: 'same' };
    const first = await ledger.one<Enqueued>('enqueue', { ...given, input: '{"a":1,"b":[1,2]}' });
    const again = await ledger.one<Enqueued>('enqueue', { ...given, input: '{ "b": [1, 2], "a": 1 }' });
    expect(again).toEqual({ run_id: first.run_id, created: false });
    expect(await ledger.events(first.run_id)).toHaveLength(1);
  });

  it('refuses the same key with another input, and names the run that has it', async () => {
    const given = { agent: 'a', kind: 'k', idempotency_key: 'other' };
    const { run_id } = await ledger.one<Enqueued>('enqueue', given);
    for (const input of ['null', '{"x":2}'])
      await expect(ledger.one('enqueue', { ...given, input }), input).rejects.toMatchObject({
        code: 'TP422',
        detail: JSON.stringify({ runId: run_id }).replace(':', ': '),
      });
  });

  it.each([
    ['agent', 'b'],
    ['kind', 'l'],
  ])('keeps keys apart by %s', async (argument, value) => {
    const given = { agent: 'a', kind: 'k', idempotency_key: `apart-${argument}` };
    const first = await ledger.one<Enqueued>('enqueue', given);
    const second = await ledger.one<Enqueued>('enqueue', { ...given, [argument]: value });
    expect(second.created).toBe(true);
    expect(second.run_id).not.toBe(first.run_id);
  });

  it('answers the run of a key also when it has ended', async () => {
    const given = { agent: 'a', kind: 'k', idempotency_key: 'ended' };
    const { run_id } = await ledger.one<Enqueued>('enqueue', given);
    await ledger.one('cancel', { run_id });
    expect(await ledger.one('enqueue', given)).toEqual({ run_id, created: false });
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['no agent', { agent: null }, /"agent" is missing/],
    ['an empty kind', { kind: '' }, /"kind" is missing/],
    ['a kind that is too long', { kind: 'k'.repeat(201) }, /201 characters: at most 200/],
    ['a key that is too long', { idempotency_key: 'k'.repeat(201) }, /at most 200/],
    ['an empty key', { idempotency_key: '' }, /"idempotencyKey" is missing/],
    ['a priority out of range', { priority: 1001 }, /from -1000 to 1000/],
    ['no attempt', { max_attempts: 0 }, /from 1 to 100/],
    ['an input above 256 kB', { input: JSON.stringify('x'.repeat(262_143)) }, /262145 bytes.*object storage/],
  ])('refuses %s and says why', async (_what, given, message) => {
    const refused = ledger.one('enqueue', { agent: 'a', kind: 'k', ...given });
    await expect(refused).rejects.toMatchObject({ code: 'TP400', message: expect.stringMatching(message) });
  });

  it('takes an input of exactly 256 kB', async () => {
    await ledger.enqueue({ input: JSON.stringify('x'.repeat(262_142)) });
  });

  it('wants a key of an agent, and enqueues for no other agent', async () => {
    const agent = createLedger(gateway, 'agent:sync-odoo-agent');
    const given = { agent: 'sync-odoo-agent', kind: 'k' };
    await expect(agent.one('enqueue', given)).rejects.toMatchObject({ code: 'TP400' });
    await expect(agent.one('enqueue', { ...given, agent: 'a', idempotency_key: 'x' })).rejects.toMatchObject({
      code: 'TP403',
    });
    const { run_id } = await agent.one<Enqueued>('enqueue', { ...given, idempotency_key: 'x' });
    expect(await ledger.run(run_id)).toMatchObject({ requested_by: 'sync-odoo-agent' });
  });
});

const CORE = ['enqueue', 'claim', 'heartbeat', 'mark_running', 'mark_finished', 'append_event', 'record_artifact'];
const MAY: Readonly<Record<string, readonly string[]>> = {
  service: [...CORE, 'cancel', 'requeue_lost', 'verify_ledger'],
  'agent:sync-odoo-agent': [...CORE, 'requeue_lost', 'verify_ledger'],
};

describe('the functions of the ledger', () => {
  it.each(CALLERS)('are %s to execute as the doctrine says, and none besides', async (as) => {
    const rows = await askAs(
      gateway,
      as,
      `select p.proname as name from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
       where n.nspname = 'ops' and has_function_privilege(p.oid, 'execute') order by 1`,
    );
    const names = rows.map(({ name }) => String(name));
    for (const name of MAY.service ?? [])
      expect(names.includes(name), name).toBe(Boolean(MAY[as ?? '']?.includes(name)));
    for (const inner of ['refuse', 'lock_run', 'save_run', 'requeue_lost_of', 'event_hash', 'ensure_event_partition'])
      expect(names, inner).not.toContain(inner);
  });

  it('refuse an agent whose token names another agent than its role', async () => {
    const asked = gateway.owner(async (client) => {
      await client.script('begin');
      try {
        await client.query("select set_config('role', 'agent_sync_odoo_agent', true)");
        const claims = { role: 'agent_sync_odoo_agent', app_metadata: { agent: 'workspace-indexer' } };
        await client.query("select set_config('request.jwt.claims', $1, true)", [JSON.stringify(claims)]);
        await client.query("select * from ops.claim('workspace-indexer', 'w')");
      } finally {
        await client.script('rollback');
      }
    });
    await expect(asked).rejects.toMatchObject({ code: 'TP403' });
  });
});
