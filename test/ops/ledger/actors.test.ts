/** Who did it, in the ledger: the person, the agent and the OAuth client of the verified claims, within the chain. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../../src/auth/issue.ts';
import { inTransaction } from '../../../src/postgres/migrate.ts';
import { type Acting, createActing } from '../../support/acting.ts';
import { pick, type TestGateway } from '../../support/gateway.ts';
import { createLedger } from '../../support/ledger.ts';

const ANA = DEMO_USERS.ana as string;
const AGENT = 'test-ledger-writer';
const CLIENT = 'a-client';

let acting: Acting;
let gateway: TestGateway;
let ledger: ReturnType<typeof createLedger>;

beforeAll(async () => {
  acting = await createActing(AGENT, ({ agents }) => {
    const agent = agents[AGENT] as unknown as { executes: string[]; kinds: string[]; limits: object };
    agent.executes.push('ops.enqueue', 'ops.append_event', 'ops.request_approval');
    agent.executes.push('ops.record_artifact', 'ops.record_build', 'ops.record_deployment', 'ops.record_backup');
    Object.assign(agent, { kinds: ['example.work'] });
  });
  gateway = acting.gateway;
  ledger = createLedger(gateway);
});

afterAll(() => acting[Symbol.asyncDispose]());

type Row = Readonly<Record<string, unknown>>;

/** One statement with the claims of the agent for ana, by a client's token. */
function asAgent(text: string, values: readonly unknown[] = []): Promise<Row[]> {
  const claims = {
    role: acting.role,
    sub: ANA,
    client_id: CLIENT,
    app_metadata: { agent: AGENT, client_id: 'tenant' },
  };
  return gateway.owner((client) =>
    inTransaction(client, async () => {
      const become = "select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)";
      await client.query(become, [acting.role, JSON.stringify(claims)]);
      return client.query(text, [...values]);
    }),
  );
}

const BY_AGENT = { sub: ANA, act: AGENT, client_id: CLIENT };
const NOBODY = { sub: null, act: null, client_id: null };

async function enqueued(): Promise<string> {
  const [row] = await asAgent('select run_id from ops.enqueue(agent => $1, kind => $2, idempotency_key => $3)', [
    AGENT,
    'example.work',
    randomUUID(),
  ]);
  const id = String(row?.run_id);
  await ledger.one('append_event', { run_id: id, type: 'by.service' });
  await asAgent("select ops.append_event(run_id => $1, type => 'by.agent')", [id]);
  return id;
}

async function tamper(sql: string, id: string): Promise<void> {
  await gateway.owner((client) =>
    inTransaction(client, async () => {
      const [row] = await client.query(
        'select tableoid::regclass::text as name from ops.run_events where run_id = $1',
        [id],
      );
      const tables = ['ops.runs', 'ops.run_events', String(row?.name)];
      for (const table of tables) await client.script(`alter table ${table} disable trigger user`);
      await client.query(sql, [id]);
      for (const table of tables) await client.script(`alter table ${table} enable trigger user`);
    }),
  );
}

describe('the ledger says who did it', () => {
  it('of what is recorded: artifacts, builds, deployments and backups, with the person', async () => {
    const run = await enqueued();
    const [project] = await ledger.own(
      "select id from ops.upsert_project(slug => 'of-tenant', name => 'A project', tenant_id => 'tenant')",
    );
    const digest = `sha256:${randomUUID().replaceAll('-', '').repeat(2)}`;
    await asAgent("select ops.record_artifact(run_id => $1, kind => 'report', uri => 's3://a/b')", [run]);
    const [build] = await asAgent(
      `select b.id from ops.record_build(project_id => $1, git_sha => repeat('a', 40), branch => 'b', image_digest => $2,
        lock_hashes => jsonb_build_object('l', $2::text)) b`,
      [project?.id, digest],
    );
    await asAgent("select ops.record_deployment(build_id => $1, environment => 'DEV')", [build?.id]);
    await asAgent(
      `select ops.record_backup(kind => 'DAILY', database => 'd', uri => 's3://b/c', size => 1, digest => $1,
        taken_at => now(), idempotency_key => $1)`,
      [digest],
    );
    const who = 'userId person { name } actingAgent clientId';
    const { data, errors } = await gateway.execute(
      `{ run(id: "${run}") { ${who} events(first: 1) { nodes { ${who} } } artifacts { nodes { ${who} } } }
        build(id: "${build?.id}") { ${who} deployments { nodes { ${who} } } }
        backups(filter: { digest: { eq: "${digest}" } }) { nodes { ${who} } } }`,
      { as: 'service' },
    );
    expect(errors).toBeUndefined();
    const by = { userId: ANA, person: { name: 'Ana Reyes' }, actingAgent: AGENT, clientId: CLIENT };
    expect(data).toEqual({
      run: { ...by, events: { nodes: [by] }, artifacts: { nodes: [by] } },
      build: { ...by, deployments: { nodes: [by] } },
      backups: { nodes: [by] },
    });
  });

  it('of what agents use: whoever may read the ledger sees for whom and by which client', async () => {
    const claims = JSON.stringify({ role: acting.role, sub: ANA, client_id: CLIENT, app_metadata: { agent: AGENT } });
    await gateway.owner((client) =>
      inTransaction(client, async () => {
        await client.query("select set_config('request.jwt.claims', $1, true)", [claims]);
        await client.query("select ops.spend_budget($1, 'Mutation.enqueueRun', 3, 10)", [AGENT]);
      }),
    );
    const query = `{ agentUses(filter: { agent: { eq: "${AGENT}" } }) { nodes { coordinate used userId person { name } actingAgent clientId } } }`;
    const { data } = await gateway.execute(query, { as: 'service' });
    expect(pick(data, 'agentUses.nodes')).toEqual([
      {
        ...{ coordinate: 'Mutation.enqueueRun', used: 3, userId: ANA, person: { name: 'Ana Reyes' } },
        ...{ actingAgent: AGENT, clientId: CLIENT },
      },
    ]);
    expect((await gateway.execute(query, { as: 'ana' })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('of a run and of each event, by the claims of who called', async () => {
    const id = await enqueued();
    expect(await ledger.own('select requested_by, sub, act, client_id from ops.runs where id = $1', [id])).toEqual([
      { requested_by: ANA, ...BY_AGENT },
    ]);
    const events = 'select type, sub, act, client_id from ops.run_events where run_id = $1 order by seq';
    expect(await ledger.own(events, [id])).toEqual([
      { type: 'run.enqueued', ...BY_AGENT },
      { type: 'by.service', ...NOBODY },
      { type: 'by.agent', ...BY_AGENT },
    ]);
    expect(await ledger.verify(id)).toMatchObject({ events: 3, problem: null });
  });

  it('to whoever may read the ledger, over GraphQL', async () => {
    const id = await enqueued();
    const query = `{ run(id: "${id}") { userId actingAgent clientId events { nodes { seq userId actingAgent clientId } } } }`;
    const { data, errors } = await gateway.execute(query, { as: 'service' });
    expect(errors).toBeUndefined();
    const by = { userId: ANA, actingAgent: AGENT, clientId: CLIENT };
    expect(pick(data, 'run')).toMatchObject({
      ...by,
      events: { nodes: { 0: by, 1: { userId: null, actingAgent: null } } },
    });
  });

  it('of what a worker says of a claimed run: the agent, and no person', async () => {
    const worker = createLedger(gateway, 'agent:sync-odoo-agent');
    const { run_id: id } = await worker.one<{ run_id: string }>('enqueue', {
      agent: 'sync-odoo-agent',
      kind: `odoo.${randomUUID()}`,
      idempotency_key: randomUUID(),
    });
    const [kind] = await ledger.own('select kind from ops.runs where id = $1', [id]);
    const [claimed] = await worker.call<{ fence: number }>('claim', {
      agent: 'sync-odoo-agent',
      worker: 'w',
      kinds: [kind?.kind],
    });
    await worker.call('start_runs', { run_ids: [id], fences: [claimed?.fence] });
    const ends = JSON.stringify([{ runId: id, fence: claimed?.fence, outcome: 'SUCCEEDED' }]);
    await worker.call('finish_runs', { ends });
    const rows = await ledger.own('select distinct sub, act, client_id from ops.run_events where run_id = $1', [id]);
    expect(rows).toEqual([{ sub: null, act: 'sync-odoo-agent', client_id: null }]);
    expect(await ledger.verify(id)).toMatchObject({ events: 4, problem: null });
  });

  it('of an approval, which the person does not decide whose agent asked', async () => {
    const [made] = await asAgent(
      "select * from ops.request_approval(subject => 'other_thing', subject_id => $1, reason => 'x', idempotency_key => $1)",
      [randomUUID()],
    );
    expect(made).toMatchObject({ requested_by: ANA, ...BY_AGENT });
    const deciding = ledger.call('decide_approval', { approval_id: made?.id, decision: 'APPROVED', decided_by: ANA });
    await expect(deciding).rejects.toMatchObject({ code: 'TP403' });
  });
});

describe('what was forged past the locks is found', () => {
  const events = 'update ops.run_events set';
  it.each<[what: string, sql: string, broken: number]>([
    ['another person in an event', `${events} sub = '${DEMO_USERS.ben}' where run_id = $1 and seq = 3`, 3],
    ['another agent', `${events} act = 'somebody' where run_id = $1 and seq = 3`, 3],
    ['another client', `${events} client_id = 'other' where run_id = $1 and seq = 3`, 3],
    ['no agent where there was one', `${events} act = null where run_id = $1 and seq = 3`, 3],
    [
      'nobody where there was somebody',
      `${events} sub = null, act = null, client_id = null where run_id = $1 and seq = 3`,
      3,
    ],
    ['agent and client for each other', `${events} act = client_id, client_id = act where run_id = $1 and seq = 3`, 3],
    ['somebody where there was nobody', `${events} act = 'somebody' where run_id = $1 and seq = 2`, 2],
    ['another person in the first event', `${events} sub = '${DEMO_USERS.ben}' where run_id = $1 and seq = 1`, 1],
    ['another person in the run', `update ops.runs set sub = '${DEMO_USERS.ben}' where id = $1`, 1],
    ['no agent in the run', 'update ops.runs set act = null where id = $1', 1],
    ['another client in the run', "update ops.runs set client_id = 'x' where id = $1", 1],
  ])('%s', async (_what, sql, broken) => {
    const id = await enqueued();
    await tamper(sql, id);
    expect(await ledger.verify(id)).toMatchObject({ broken_seq: broken, problem: expect.any(String) });
  });

  it('and the locks refuse it to the owner', async () => {
    const id = await enqueued();
    for (const column of ['sub', 'act', 'client_id']) {
      const value = column === 'sub' ? `'${DEMO_USERS.ben}'` : "'x'";
      await expect(ledger.own(`update ops.runs set ${column} = ${value} where id = $1`, [id])).rejects.toThrow();
      await expect(
        ledger.own(`update ops.run_events set ${column} = ${value} where run_id = $1`, [id]),
      ).rejects.toThrow();
    }
  });
});
