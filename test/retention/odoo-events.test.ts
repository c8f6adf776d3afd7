/** Events of Odoo and their log leave as the ledger's rows do: archived, and only what has ended. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPlan } from '../../src/retention/plan.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { AGES, apply, createTestStorage, type TestStorage } from '../support/retention.ts';

let gateway: TestGateway;
let archives: TestStorage;

beforeAll(async () => {
  gateway = await createTestGateway();
  archives = createTestStorage();
});

afterAll(async () => {
  archives[Symbol.dispose]();
  await gateway[Symbol.asyncDispose]();
});

const ask = (text: string, values: unknown[] = []) => gateway.owner((client) => client.query(text, values));

async function insertEvent(status: string, loggedAt: readonly string[]): Promise<string> {
  const [event] = await ask(
    `insert into odoo.webhook_events (instance, source, event_type, aggregate_type, aggregate_id, status, received_at)
     values ('test', 'signed', 'a.test', 'helpdesk', '1', $1, '2025-02-01T00:00:00Z') returning id`,
    [status],
  );
  for (const at of loggedAt)
    await ask("insert into odoo.event_log (type, instance, event_id, created_at) values ('received', 'test', $1, $2)", [
      event?.id,
      at,
    ]);
  return String(event?.id);
}

describe('old events of Odoo', { timeout: 60_000 }, () => {
  it('leave with what the log has of them where they have ended, and stay where not', async () => {
    const ended = await insertEvent('completed', ['2025-02-01T00:00:00Z', '2025-02-01T00:00:01Z']);
    const open = await insertEvent('pending', ['2025-02-01T00:00:00Z']);
    const tried = await insertEvent('failed', ['2025-02-01T00:00:00Z', new Date().toISOString()]);
    await ask(
      "insert into odoo.event_log (type, instance, model, record_id, created_at) values ('changed', 'test', 'res.partner', '7', '2025-02-03')",
    );
    const changes = () => ask("select record_id from odoo.changes where instance = 'test'");
    expect(await changes()).toEqual([{ record_id: '7' }]);
    const plan = await gateway.owner((client) => readPlan(client, AGES));
    const ours = ({ source }: { source: string }) => source.startsWith('odoo.');
    expect(plan.leaves.filter(ours).map(({ source, what, rows }) => [source, what, rows])).toEqual([
      ['odoo.event_log', 'changed', 1],
      ['odoo.event_log', 'received', 3],
      ['odoo.webhook_events', 'signed', 1],
    ]);
    expect(plan.stays.filter(ours).map(({ source, rows, why }) => [source, rows, why])).toEqual([
      ['odoo.event_log', 1, 'their event has not ended'],
      ['odoo.webhook_events', 1, 'some of what the log has of them stays'],
      ['odoo.webhook_events', 1, 'they have not ended'],
    ]);
    const applied = await gateway.owner((client) => apply(client, archives.storage));
    expect(applied).toEqual({ archives: 2, rows: 5 });
    // What subscriptions follow leaves with the log.
    expect(await changes()).toEqual([]);
    const left = await ask('select id from odoo.webhook_events order by received_at, id');
    expect(left.map(({ id }) => id).sort()).toEqual([open, tried].sort());
    const lines = archives.names().flatMap((name) => archives.lines(name).map((line) => JSON.parse(line)));
    expect(lines.filter(({ id }) => id === ended)).toMatchObject([{ status: 'completed', instance: 'test' }]);
    expect(lines.filter(({ record_id }) => record_id === '7')).toMatchObject([
      { type: 'changed', model: 'res.partner' },
    ]);
  });

  it.each(['odoo.event_log', 'odoo.webhook_events'])('are removed from %s by nothing else', async (table) => {
    await insertEvent('completed', ['2025-02-01T00:00:00Z']);
    for (const sql of [
      `delete from ${table}`,
      `truncate ${table}`,
      `begin; select set_config('ops.retention', 'on', true); delete from ${table}; commit`,
    ]) {
      const done = gateway.owner((client) => client.script(sql).finally(() => client.script('rollback')));
      await expect(done, sql).rejects.toThrow(/leaves? by|append-only/);
    }
  });
});
