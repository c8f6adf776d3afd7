/** What becomes of an event: its record is read back from Odoo, and what Odoo says reaches the ledger, once. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { agentViewer } from '../../src/auth/viewer.ts';
import { GatewayError } from '../../src/errors.ts';
import type { OdooCall } from '../../src/odoo/call.ts';
import type { PostgresSource } from '../../src/postgres/source.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import {
  eventBody,
  forgetEvents,
  hint,
  openDoors,
  post,
  readEvents,
  readLog,
  signed,
  startBridge,
  type TestDoors,
  untilEnded,
} from '../support/odoo-events.ts';
import { isRealStack } from '../support/stack.ts';

/** Other things run on the machine too. */
const PATIENCE = { timeout: 20_000 };

let gateway: TestGateway;
let doors: TestDoors;
/** Projects that Odoo has. */
let projects: readonly { readonly id: number; readonly name: string }[];

beforeAll(async () => {
  gateway = await createTestGateway();
  doors = await openDoors(gateway);
  const read = gateway.sources.odoo?.('project.project', 'search_read', { domain: [], fields: ['name'], order: 'id' });
  projects = (await read) as typeof projects;
});

afterAll(async () => {
  await doors[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
});

beforeEach(() => forgetEvents(gateway));

/** The Odoo of the gateway, but for what `answer` gives for a call. */
function odooBut(answer: (model: string, record: Record<string, unknown>) => unknown): OdooCall {
  return async (model, method, args, options) => {
    const real = gateway.sources.odoo as OdooCall;
    const own = answer(model, args as Record<string, unknown>);
    if (own instanceof Error) throw own;
    return own ?? real(model, method, args, options);
  };
}

async function readProject(id: number) {
  const { data, text } = await gateway.execute(
    `query ($slug: String!) { deliveryProjects(filter: { slug: { eq: $slug } }) {
      nodes { name repoSlug odooInstance odooVersion environments { nodes { name requiresApproval } } }
    } }`,
    { as: 'service', variables: { slug: `odoo-${id}` } },
  );
  if (!data) throw new Error(text);
  return (data.deliveryProjects as { nodes: Record<string, unknown>[] }).nodes;
}

describe('project_created', () => {
  it('makes the project that Odoo has, and not the one that the payload says', async () => {
    const [project] = projects;
    const id = String(project?.id);
    const body = eventBody({
      event_type: 'project_created',
      aggregate_type: 'project',
      aggregate_id: id,
      payload: { name: 'A lie', repo_slug: 'a-lie' },
    });
    expect((await post(doors.url, body)).status).toBe(202);
    await using _worker = startBridge(gateway);
    expect(await untilEnded(gateway, id)).toMatchObject([{ status: 'completed', attempts: 1, errorCode: null }]);
    expect(await readProject(Number(id))).toEqual([
      {
        name: project?.name,
        repoSlug: expect.stringMatching(new RegExp(`^[a-z0-9-]+-${id}$`)),
        odooInstance: 'prod',
        odooVersion: isRealStack ? '19.0' : null,
        environments: {
          nodes: ['DEV', 'PRODUCTION', 'STAGING'].map((name) => ({ name, requiresApproval: name === 'PRODUCTION' })),
        },
      },
    ]);
    const [event] = await readEvents(gateway, id);
    expect(await readLog(gateway, `event_id = '${event?.id}'`)).toMatchObject([
      { type: 'received', instance: 'prod' },
      {
        type: 'changed',
        model: 'project.project',
        record_id: id,
        details: { writtenAt: expect.stringMatching(/^\d{4}-/) },
      },
      { type: 'processed', details: { attempts: 1 } },
    ]);
    const instances = await gateway.owner((client) =>
      client.query('select name, stage, url, database from odoo.instances'),
    );
    expect(instances).toEqual([{ name: 'prod', stage: 'development', url: 'http://odoo.invalid', database: null }]);
  });

  it('is followed by renames, and the repository stays what it is called', async () => {
    const id = 900_001;
    let name = 'Café  Redesign (2027)';
    const odoo = odooBut((model) => {
      if (model === 'project.project') return [{ id, name, write_date: '2026-11-30 08:00:00' }];
      return model === 'ir.module.module' ? [{ id: 1, latest_version: '19.0.1.3' }] : undefined;
    });
    await using _worker = startBridge(gateway, { odoo });
    await post(
      doors.url,
      eventBody({ event_type: 'project_created', aggregate_type: 'project.project', aggregate_id: id }),
    );
    await untilEnded(gateway, String(id));
    expect(await readProject(id)).toMatchObject([{ name, repoSlug: `cafe-redesign-2027-${id}`, odooVersion: '19.0' }]);
    const { data } = await gateway.execute(
      `{ deliveryProjects(filter: { slug: { eq: "odoo-${id}" } }) { nodes { id } } }`,
      {
        as: 'service',
      },
    );
    name = '日本';
    await hint(doors.url, { _model: 'project.project', _id: id });
    await untilEnded(gateway, String(id));
    expect(await readProject(id)).toMatchObject([{ name, repoSlug: `cafe-redesign-2027-${id}` }]);
    const after = await gateway.execute(
      `{ deliveryProjects(filter: { slug: { eq: "odoo-${id}" } }) { nodes { id } } }`,
      {
        as: 'service',
      },
    );
    expect(after.data).toEqual(data);
  });

  it('of another Odoo than the one that has the slug is refused, and changes nothing', async () => {
    const id = 900_002;
    const odoo = odooBut((model) => (model === 'project.project' ? [{ id, name: 'Ours', write_date: 'x' }] : []));
    const body = () =>
      eventBody({ event_type: 'project_created', aggregate_type: 'project.project', aggregate_id: id });
    {
      await using _worker = startBridge(gateway, { odoo });
      await post(doors.url, body());
      await untilEnded(gateway, String(id));
    }
    await gateway.owner((client) => client.query('update odoo.webhook_events set instance = $1', ['other']));
    await gateway.owner((client) =>
      client.query("update ops.projects set odoo_instance = 'other' where slug = $1", [`odoo-${id}`]),
    );
    await using _worker = startBridge(gateway, { odoo });
    await post(doors.url, body());
    await expect
      .poll(
        async () => (await readEvents(gateway, String(id))).map(({ status, errorCode }) => [status, errorCode]),
        PATIENCE,
      )
      .toContainEqual(['failed', 'FORBIDDEN']);
  });
});

describe('an event', () => {
  it('about a record that is gone is noted as a removal', async () => {
    await using _worker = startBridge(gateway);
    await hint(doors.url, { _model: 'project.task', _id: 999_999_999 });
    const [event] = await untilEnded(gateway, '999999999');
    expect(event?.status).toBe('completed');
    expect(await readLog(gateway, `event_id = '${event?.id}' and model is not null`)).toMatchObject([
      { type: 'removed', model: 'project.task', record_id: '999999999', details: null },
    ]);
  });

  it('about nothing that Odoo has a model of is done as it is', async () => {
    await using _worker = startBridge(gateway);
    const id = randomUUID();
    await post(doors.url, eventBody({ aggregate_id: id }));
    expect(await untilEnded(gateway, id)).toMatchObject([{ status: 'completed' }]);
  });

  it('has its record read back in one call with those of others that wait while Odoo answers', async () => {
    const asked: number[][] = [];
    let release = () => {};
    const isReleased = new Promise<void>((resolve) => {
      release = resolve;
    });
    const odoo: OdooCall = async (model, method, args, options) => {
      const [[, , ids] = []] = (args as { domain: [string, string, number[]][] }).domain;
      asked.push(ids ?? []);
      if (asked.length === 1) await isReleased;
      return (gateway.sources.odoo as OdooCall)(model, method, args, options);
    };
    await using _worker = startBridge(gateway, { odoo });
    const ids = [900_000_001, 900_000_002, 900_000_003, 900_000_004];
    const send = (id: number) => hint(doors.url, { _model: 'project.task', _id: id });
    await send(ids[0] as number);
    await expect.poll(() => asked, PATIENCE).toHaveLength(1);
    await Promise.all(ids.slice(1).map(send));
    const areRunning = async () =>
      gateway.owner((client) =>
        client.query("select 1 from ops.runs where agent = 'odoo-bridge' and status = 'RUNNING'"),
      );
    await expect.poll(areRunning, PATIENCE).toHaveLength(4);
    release();
    for (const id of ids) expect(await untilEnded(gateway, String(id))).toMatchObject([{ status: 'completed' }]);
    expect(asked.flat().toSorted()).toEqual(ids);
    // A run that has begun, and has not come to its reading when Odoo answers, goes in a third call.
    expect(asked.length).toBeLessThan(ids.length);
  });

  it.each([
    ['of another instance than the worker reads', { aggregate_id: 7 }, 'three', 'NOT_CONFIGURED'],
    ['with an id that is none', { aggregate_id: 'seven' }, 'one', 'BAD_USER_INPUT'],
  ])('%s fails, says why, and is not tried again', async (_what, given, secret, code) => {
    await using _worker = startBridge(gateway);
    const body = eventBody({ aggregate_type: 'res.partner', ...given });
    await post(doors.url, body, signed(body, secret));
    const [event] = await untilEnded(gateway, String(given.aggregate_id));
    expect(event).toMatchObject({ status: 'failed', attempts: 1, errorCode: code });
    expect(await readLog(gateway, `event_id = '${event?.id}'`)).toMatchObject([
      { type: 'received' },
      { type: 'failed', details: { errorCode: code } },
    ]);
  });

  it('is tried again while Odoo is down, and its change is noted once', async () => {
    let failures = 2;
    const odoo = odooBut((model) => {
      if (model === 'project.project') return [{ id: 900_003, name: 'Tried', write_date: '2026-11-30 08:00:00' }];
      failures -= 1;
      return failures >= 0 ? new GatewayError('UPSTREAM_UNAVAILABLE', 'down') : [];
    });
    await using _worker = startBridge(gateway, { odoo });
    await hint(doors.url, { _model: 'project.project', _id: 900_003 });
    await expect
      .poll(() => readEvents(gateway, '900003'), PATIENCE)
      .toMatchObject([{ status: 'pending', errorCode: 'UPSTREAM_UNAVAILABLE' }]);
    const untilDue = setInterval(
      () =>
        void gateway.owner((client) =>
          client.query("update ops.runs set run_at = now() where status = 'QUEUED' and agent = 'odoo-bridge'"),
        ),
      100,
    );
    try {
      const [event] = await untilEnded(gateway, '900003');
      expect(event).toMatchObject({ status: 'completed', attempts: 3, errorCode: null });
      expect(await readLog(gateway, `event_id = '${event?.id}' and type in ('changed', 'processed')`)).toHaveLength(2);
    } finally {
      clearInterval(untilDue);
    }
  });

  it('that failed follows the run by which it is tried again', async () => {
    const body = eventBody({ aggregate_type: 'res.partner', aggregate_id: 1 });
    await post(doors.url, body);
    {
      await using _other = startBridge(gateway, { instance: 'other' });
      expect(await untilEnded(gateway, '1')).toMatchObject([{ status: 'failed' }]);
    }
    const { data } = await gateway.execute(
      '{ webhookEvents(filter: { status: { eq: failed } }) { nodes { run { id } } } }',
      {
        as: 'service',
      },
    );
    const failed = data?.webhookEvents as { nodes: { run: { id: string } }[] } | undefined;
    await gateway.execute(
      'mutation ($id: ID!) { retryRun(input: { runId: $id }) { run { id } userErrors { message } } }',
      {
        as: 'service',
        variables: { id: failed?.nodes[0]?.run.id },
      },
    );
    expect(await readEvents(gateway, '1')).toMatchObject([{ status: 'pending', attempts: 0, errorCode: null }]);
    await using _worker = startBridge(gateway);
    expect(await untilEnded(gateway, '1')).toMatchObject([{ status: 'completed', attempts: 1 }]);
  });

  it('waits for those of its aggregate before it, and for no others', async () => {
    for (const id of ['1', '1', '2'])
      await post(
        doors.url,
        eventBody({ aggregate_type: 'res.partner', aggregate_id: id, n: randomUUID(), event_id: randomUUID() }),
      );
    const claimed = await gateway.owner((client) =>
      client.query("select input from ops.claim(agent => 'odoo-bridge', worker => 'a test', max_runs => 10)"),
    );
    const events = [...(await readEvents(gateway, '1')), ...(await readEvents(gateway, '2'))];
    expect(events.map(({ status }) => status)).toEqual(['processing', 'pending', 'processing']);
    expect(claimed).toHaveLength(2);
  });
});

describe("the bridge's agent", () => {
  const call = async (sql: string) => {
    const postgres = gateway.sources.postgres as PostgresSource;
    return postgres.transact(agentViewer('odoo-bridge'), (run) => run({ text: `select (${sql})::text`, values: [] }));
  };

  it.each([
    "select id from ops.upsert_project('tripoint', 'Mine')",
    "select id from ops.upsert_project('odoo-1', 'Mine')",
    "select id from ops.upsert_project('odoo-1', 'Mine', '{}', null, 'prod')",
    "select odoo.receive_events('[]')",
    "select odoo.note_refusal('signed', 'x', 1)",
  ])('may not: %s', async (sql) => {
    await expect(call(sql)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('changes no row of the log, and nor does anybody else', async () => {
    await gateway.owner((client) => client.query("insert into odoo.event_log (type) values ('refused')"));
    for (const sql of [
      'update odoo.event_log set type = type',
      'delete from odoo.event_log',
      'truncate odoo.event_log',
    ])
      await expect(gateway.owner((client) => client.script(sql))).rejects.toThrow(
        /append-only|leaves by the retention/,
      );
  });

  it.each([
    ["select odoo.note_known('i', 'm', '[]', now())", 'FORBIDDEN'],
    ["select ops.map_entity('i', 'res.partner', 1, 'crm:1')", 'FORBIDDEN'],
    [
      "insert into odoo.known_records (instance, model, record_id, written_at) values ('i', 'm', 1, now())",
      'FORBIDDEN',
    ],
    ["select odoo.begin_walk('i', 'm', 'sideways')", 'BAD_USER_INPUT'],
    ["select odoo.begin_walk('i', 'm', 'ids')", 'CONFLICT'],
    ["select odoo.note_page(gen_random_uuid(), 1, '[]')", 'NOT_FOUND'],
  ])('is refused: %s', async (sql, code) => {
    const postgres = gateway.sources.postgres as PostgresSource;
    const asked = postgres.transact(agentViewer('odoo-bridge'), (run) => run({ text: sql, values: [] }));
    await expect(asked).rejects.toMatchObject({ code });
  });
});
