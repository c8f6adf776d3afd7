/** Hints of Odoo's own webhook: believed by model and id alone, and none of them lost. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OdooCall } from '../../src/odoo/call.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import {
  forgetEvents,
  hint,
  openDoors,
  readEvents,
  readLog,
  startBridge,
  type TestDoors,
  untilEnded,
} from '../support/odoo-events.ts';

/** Other things run on the machine too. */
const PATIENCE = { timeout: 20_000 };

let gateway: TestGateway;
let doors: TestDoors;

beforeAll(async () => {
  gateway = await createTestGateway();
  doors = await openDoors(gateway);
});

afterAll(async () => {
  await doors[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
});

beforeEach(() => forgetEvents(gateway));

describe("a hint of Odoo's own webhook", () => {
  it('is believed by model and id alone, and stored once while nobody has begun', async () => {
    const record = { _model: 'project.task', _id: 5 };
    const first = await hint(doors.url, { ...record, name: 'A lie', amount: 'NaN' });
    expect(first).toEqual({ status: 202, text: '{"status":"stored"}' });
    const more = await Promise.all(Array.from({ length: 13 }, () => hint(doors.url, record)));
    expect(new Set(more.map(({ status }) => status))).toEqual(new Set([200]));
    const [event, ...others] = await readEvents(gateway, '5');
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      eventType: 'hint',
      aggregateType: 'project.task',
      instance: 'prod',
      status: 'pending',
    });
    const rows = await gateway.owner((client) => client.query('select payload from odoo.webhook_events'));
    expect(rows).toEqual([{ payload: null }]);
  });

  it.each([
    [
      'is lost before it begins',
      "update ops.runs set leased_until = now() - interval '1 minute' where leased_by = 'a test'",
    ],
    [
      'gives it back',
      `select * from ops.give_back_runs(array(select id from ops.runs where leased_by = 'a test'),
        array(select fence from ops.runs where leased_by = 'a test'))`,
    ],
  ])(
    'is followed by another worker where the one that has its run %s, and the next hint has come',
    async (_how, sql) => {
      await hint(doors.url, { _model: 'project.task', _id: 8 });
      const claim = () =>
        gateway.owner((client) => client.query("select id from ops.claim('odoo-bridge', 'a test', max_runs => 10)"));
      expect((await claim()).length).toBeGreaterThan(0);
      expect((await hint(doors.url, { _model: 'project.task', _id: 8 })).status).toBe(202);
      await gateway.owner((client) => client.query(sql));
      await using _worker = startBridge(gateway);
      expect(await untilEnded(gateway, '8')).toMatchObject([{ status: 'completed' }, { status: 'completed' }]);
    },
  );

  it('that is called off is tried again beside one that has come since', async () => {
    await hint(doors.url, { _model: 'project.task', _id: 9 });
    const act = async (field: string) => {
      const [run] = await gateway.owner((client) =>
        client.query(
          "select run_id as id from odoo.webhook_events where aggregate_id = '9' order by received_at limit 1",
        ),
      );
      const { data } = await gateway.execute(
        `mutation ($id: ID!) { ${field}(input: { runId: $id }) { run { id } userErrors { message } } }`,
        { as: 'service', variables: { id: run?.id } },
      );
      expect(data?.[field]).toMatchObject({ userErrors: [] });
    };
    await act('cancelRun');
    expect((await hint(doors.url, { _model: 'project.task', _id: 9 })).status).toBe(202);
    await act('retryRun');
    await using _worker = startBridge(gateway);
    expect(await untilEnded(gateway, '9')).toMatchObject([{ status: 'completed' }, { status: 'completed' }]);
  });

  it('that comes while the record is being read back is stored: what it tells may not have been seen', async () => {
    let begin = () => {};
    let release = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const odoo: OdooCall = async (model, method, args, options) => {
      begin();
      await released;
      return (gateway.sources.odoo as OdooCall)(model, method, args, options);
    };
    await using _worker = startBridge(gateway, { odoo });
    expect((await hint(doors.url, { _model: 'project.task', _id: 6 })).status).toBe(202);
    await begun;
    expect((await hint(doors.url, { _model: 'project.task', _id: 6 })).status).toBe(202);
    expect((await hint(doors.url, { _model: 'project.task', _id: 6 })).status).toBe(200);
    release();
    expect(await untilEnded(gateway, '6')).toMatchObject([{ status: 'completed' }, { status: 'completed' }]);
  });

  it.each([
    [404, 'path', { _model: 'project.task', _id: 1 }, 'another-path-of-nobody'],
    [422, 'model', { _model: 'ir.config_parameter', _id: 1 }, undefined],
    [422, 'model', { _model: 'odoo.webhook_events', _id: 1 }, undefined],
    [400, 'body', { _model: 'project.task', _id: 'x' }, undefined],
    [400, 'body', { _model: 'project.task', _id: 0 }, undefined],
    [400, 'body', { _model: 'project.task' }, undefined],
  ])('is refused with %i (%s) for %j', async (status, reason, record, path) => {
    const answer = await hint(doors.url, record, path);
    expect(answer.status, answer.text).toBe(status);
    expect(answer.text).not.toContain('a-path-that');
    expect(await gateway.owner((client) => client.query('select 1 from odoo.webhook_events'))).toEqual([]);
    await expect
      .poll(() => readLog(gateway, `type = 'refused' and details ->> 'reason' = '${reason}'`), PATIENCE)
      .not.toEqual([]);
  });
});
