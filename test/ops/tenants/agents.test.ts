/** Functions of agents and of the service, by a token of a tenant: of another's things they know nothing. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, type TestGateway } from '../../support/gateway.ts';
import { addPeople } from '../../support/people.ts';
import { agentOf, createCaller, createTenantSide, type TenantSide, tokenOf, userOf } from '../../support/tenants.ts';

const PEOPLE = { manager: randomUUID(), developer: randomUUID() };

let gateway: TestGateway;
let caller: ReturnType<typeof createCaller>;
let company: TenantSide;
let acme: TenantSide;
let globex: TenantSide;

beforeAll(async () => {
  gateway = await createTestGateway();
  caller = createCaller(gateway);
  await addPeople(gateway, PEOPLE.manager, PEOPLE.developer);
  const make = (tenant: string, word: string) =>
    createTenantSide(gateway, tenant, { word, slug: 'shop', people: PEOPLE });
  company = await make('', 'zzown');
  acme = await make('acme', 'zzacme');
  globex = await make('globex', 'zzglobex');
});

afterAll(() => gateway[Symbol.asyncDispose]());

describe('an agent by a token of a tenant', () => {
  const FUNCTIONS: Readonly<Record<string, string>> = {
    append_event: "select * from ops.append_event($1, 'test.noted')",
    verify_ledger: 'select * from ops.verify_ledger($1)',
    record_artifact: "select ops.record_artifact($1, 'report', 's3://x/y')",
    mark_running: 'select status from ops.mark_running($1, 1)',
    heartbeat: 'select ops.heartbeat($1, 1)',
    mark_finished: "select status from ops.mark_finished($1, 1, 'SUCCEEDED')",
    begin_effect: 'select ops.begin_effect($1, 1)',
    start_runs: 'select state as code, message from ops.start_runs(array[$1::uuid], array[1])',
    finish_runs: `select state as code, message from ops.finish_runs(jsonb_build_array(jsonb_build_object('runId', $1::text, 'fence', 1, 'outcome', 'SUCCEEDED')))`,
  };

  it.each(Object.entries(FUNCTIONS))('finds no run of another by %s', async (_name, text) => {
    for (const side of [globex, company]) {
      const [told] = await caller.callAny(agentOf('acme'), text, [side.ids.run]);
      expect(told).toEqual({ code: 'TP404', message: `There is no run ${side.ids.run}` });
    }
  });

  it('takes away no expired lease of another, and enqueues no schedule of another', async () => {
    const [due] = await gateway.owner(async (client) => {
      await client.query(
        "update ops.runs set leased_by = 'w', leased_until = now() - interval '1 hour' where id = $1",
        [globex.ids.run],
      );
      return client.query('select next_due_at as at from ops.schedules where id = $1', [globex.ids.schedule]);
    });
    const [lost] = await caller.callAny(agentOf('acme'), 'select ops.requeue_lost() as n');
    const [ticked] = await caller.callAny(agentOf('initech'), 'select ops.tick($1) as n', [due?.at]);
    expect([lost, ticked]).toEqual([{ n: 0 }, { n: 0 }]);
    const [its] = await caller.callAny(agentOf('globex'), 'select ops.requeue_lost() as n');
    const [own] = await caller.callAny(agentOf('globex'), 'select ops.tick($1) as n', [due?.at]);
    expect([its, own]).toEqual([{ n: 1 }, { n: 1 }]);
  });

  it('hears and settles no pull request of another', async () => {
    const places = 'per_project => 3, overall => 10';
    const hear = `select environment_id, heard from ops.hear_pull_request(key => $1, wanted => 'OPEN', project => $2, tenant => $3,
      repository => 'company/shop', number => 7, branch => 'feature/x', head_sha => repeat('b', 40), name => 'pr-7-x',
      domain => 'preview.example.com', driver => 'local', ${places})`;
    expect(await caller.call(agentOf('acme'), hear, ['attack', 'shop', 'globex'])).toEqual([
      { code: 'TP404', message: 'There is no project shop' },
    ]);
    // Its slug and its key are its own, also where others have the same.
    expect(await caller.call(agentOf('acme'), hear, ['the-key', 'shop', null])).toEqual([
      { environment_id: acme.ids.pullRequest, heard: false },
    ]);
    expect(await caller.call(agentOf(), hear, ['attack', 'shop', null])).toEqual([
      { code: 'TP400', message: 'Several tenants have a project shop: say whose it is' },
    ]);
    const input = JSON.stringify({ environmentId: globex.ids.pullRequest });
    const [own] = await caller.call(
      agentOf('acme'),
      "select run_id from ops.enqueue('delivery-agent', 'environment.open', $1, 'attack')",
      [input],
    );
    const [claimed] = await caller.call(
      agentOf('acme'),
      "select id, fence from ops.claim('delivery-agent', 'w', array['environment.open'], 100) c where c.idempotency_key = 'attack'",
    );
    expect(claimed?.id).toBe(own?.run_id);
    const settle = `select ops.settle_pull_request($1, $2, $3, 'FAILED', ${places}, error => 'attack') as state`;
    await caller.call(agentOf('acme'), 'select status from ops.mark_running($1, $2)', [claimed?.id, claimed?.fence]);
    const settled = await caller.call(agentOf('acme'), settle, [claimed?.id, claimed?.fence, globex.ids.pullRequest]);
    expect(settled).toEqual([{ state: null }]);
    const driven = await caller.call(
      agentOf('acme'),
      `select id from ops.drive_pull_requests(array[$1::uuid], ${places})`,
      [globex.ids.pullRequest],
    );
    expect(driven).toEqual([]);
    const [row] = await gateway.owner((client) =>
      client.query('select state, last_error from ops.pull_request_environments where id = $1', [
        globex.ids.pullRequest,
      ]),
    );
    expect(row).toEqual({ state: 'OPENING', last_error: null });
  });

  it('tells by no name and no place that another has an environment', async () => {
    const named = (await gateway.owner((client) =>
      client.query('select tenant_id, name from ops.pull_request_environments where number = 7 order by tenant_id'),
    )) as { tenant_id: string; name: string }[];
    const suffix = ({ ids }: TenantSide) => `pr-7-shop-${String(ids.project).slice(0, 8)}`;
    expect(named).toEqual([
      { tenant_id: '', name: 'pr-7-shop' },
      { tenant_id: 'acme', name: suffix(acme) },
      { tenant_id: 'globex', name: suffix(globex) },
    ]);
  });

  it('claims and gives back its own runs alone', async () => {
    const claim = "select id, tenant_id from ops.claim('delivery-agent', 'w', array['evidence.run'], 100)";
    expect(await caller.call(agentOf('initech'), claim)).toEqual([]);
    expect(await caller.call(agentOf('acme'), claim)).toEqual([{ id: acme.ids.run, tenant_id: 'acme' }]);
    const give = 'select ops.give_back_runs(array[$1::uuid], array[1]) as n';
    expect(await caller.call(agentOf('globex'), give, [acme.ids.run])).toEqual([{ n: 0 }]);
    expect(await caller.call(agentOf('acme'), give, [acme.ids.run])).toEqual([{ n: 1 }]);
  });

  it('enqueues for no project of another, and its key is its own', async () => {
    const enqueue =
      "select run_id, created from ops.enqueue('delivery-agent', 'evidence.run', $1, 'the-key', project_id => $2)";
    const input = JSON.stringify({ note: 'zzacme' });
    expect(await caller.call(agentOf('acme'), enqueue, [input, globex.ids.project])).toEqual([
      { code: 'TP404', message: `There is no project ${globex.ids.project}` },
    ]);
    expect(await caller.call(agentOf('acme'), enqueue, [input, acme.ids.project])).toEqual([
      { run_id: acme.ids.run, created: false },
    ]);
    const [own] = await caller.call(agentOf('initech'), enqueue, [input, null]);
    expect(own).toMatchObject({ created: true });
    const [row] = await gateway.owner((client) =>
      client.query('select tenant_id from ops.runs where id = $1', [own?.run_id]),
    );
    expect(row).toEqual({ tenant_id: 'initech' });
  });

  it('that names none is of all, as the doctrine has it', async () => {
    const [row] = await caller.call(
      agentOf(),
      "select count(distinct tenant_id)::int as n from ops.projects where slug = 'shop'",
    );
    expect(row).toEqual({ n: 3 });
    // For a user it acts as that user would: of the company, where the token names no tenant.
    const acting = { ...agentOf(), sub: PEOPLE.manager };
    expect(await caller.call(acting, "select tenant_id from ops.projects where slug = 'shop'")).toEqual([
      { tenant_id: '' },
    ]);
  });
});

describe('functions of the service, by the claims of a tenant', () => {
  const CALLS: readonly (readonly [kind: string, text: string, code: string])[] = [
    ['build', "select id from ops.request_emergency($1, 'x')", 'TP404'],
    ['build', "select id from ops.record_deployment(build_id => $1, environment => 'DEV')", 'TP404'],
    ['deployment', "select id from ops.record_deployment(deployment_id => $1, status => 'FAILED')", 'TP404'],
    ['deployment', "select id from ops.rollback_deployment($1, 'x')", 'TP404'],
    ['emergency', "select id from ops.record_follow_up($1, 'x')", 'TP404'],
    [
      'project',
      `select id from ops.record_stage_proof($1, '[{"name": "x", "verdict": "failed"}]', 'STAGING', idempotency_key => 'x')`,
      'TP404',
    ],
    ['project', "select id from ops.set_project_member($1, gen_random_uuid(), 'developer')", 'TP404'],
    ['schedule', 'select id from ops.pause_schedule($1)', 'TP404'],
    ['schedule', 'select * from ops.run_schedule_now($1)', 'TP404'],
    ['run', 'select * from ops.retry_run($1)', 'TP404'],
    ['run', "select id from ops.cancel($1, 'x')", 'TP404'],
  ];

  it.each(CALLS)('finds no %s of another: %s', async (kind, text, code) => {
    for (const side of [globex, company]) {
      const absent = randomUUID();
      const told = await caller.callAny(agentOf('acme'), text, [side.ids[kind]]);
      expect(told).toMatchObject([{ code }]);
      const nothing = await caller.callAny(agentOf('acme'), text, [absent]);
      expect(JSON.stringify(told).replaceAll(String(side.ids[kind]), absent)).toBe(JSON.stringify(nothing));
    }
  });

  it('takes the evidence of no run of another', async () => {
    const text = "select id from ops.record_deployment(deployment_id => $1, status => 'FAILED', evidence_run_id => $2)";
    const told = await caller.callAny(userOf(PEOPLE.manager, 'acme'), text, [acme.ids.deployment, globex.ids.run]);
    expect(told).toEqual([{ code: 'TP404', message: `There is no run ${globex.ids.run}` }]);
  });

  it('keeps the keys of proofs apart', async () => {
    const keyed = await gateway.owner((client) =>
      client.query("select distinct tenant_id from ops.stage_proofs where idempotency_key = 'the-key' order by 1"),
    );
    expect(keyed).toEqual(['', 'acme', 'globex'].map((tenant_id) => ({ tenant_id })));
  });
});

describe('an agent that is of no tenant', () => {
  const agent = 'sync-odoo-agent';
  const claims = { role: 'agent_sync_odoo_agent', app_metadata: { agent, client_id: 'acme' } };

  it('is not let in by a token that names one, and the database shows it nothing', async () => {
    const { errors } = await gateway.execute('{ runs { totalCount } }', {
      token: await tokenOf({ agent, tenant: 'acme' }),
    });
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(errors?.[0]?.message).toContain('its agent is of no tenant');
    for (const table of ['projects', 'runs', 'run_events', 'artifacts', 'builds', 'deployments', 'stage_proofs'])
      expect(await caller.call(claims, `select count(*)::int as n from ops.${table}`), table).toEqual([{ n: 0 }]);
    const all = { ...claims, app_metadata: { agent } };
    expect(await caller.call(all, "select count(*)::int as n from ops.projects where slug = 'shop'")).toEqual([
      { n: 3 },
    ]);
  });
});
