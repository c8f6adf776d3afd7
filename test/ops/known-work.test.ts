/** Runs that nobody would execute: refused by whatever way they come, or waiting with a warning. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENTS } from '../../src/agents/registry.ts';
import type { PullRequestWork } from '../../src/delivery/pull-requests/handlers.ts';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import { packagePaths } from '../../src/paths.ts';
import type { PostgresSource } from '../../src/postgres/source.ts';
import { readPlan } from '../../src/retention/plan.ts';
import { printPlan } from '../../src/retention/print.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { askAs, createLedger } from '../support/ledger.ts';
import { SETTINGS } from '../support/odoo-events.ts';
import { AGES } from '../support/retention.ts';

let gateway: TestGateway;
const AGENT = 'sync-odoo-agent';

beforeAll(async () => {
  gateway = await createTestGateway();
});

afterAll(() => gateway[Symbol.asyncDispose]());

const MUTATIONS: Readonly<Record<string, (agent: string, kind: string) => string>> = {
  enqueueRun: (agent, kind) =>
    `enqueueRun(input: { agent: "${agent}", kind: "${kind}" }) { of: run { warning } userErrors { code message path details } }`,
  upsertSchedule: (agent, kind) =>
    `upsertSchedule(input: { name: "known", agent: "${agent}", kind: "${kind}", expression: "0 2 * * *" }) {
       of: schedule { warning } userErrors { code message path details } }`,
};

async function ask(mutation: string, agent: string, kind: string) {
  const { data, errors } = await gateway.execute(`mutation { answer: ${MUTATIONS[mutation]?.(agent, kind)} }`, {
    as: 'service',
  });
  expect(errors).toBeUndefined();
  return data?.answer as { of: { warning: string | null } | null; userErrors: Record<string, unknown>[] };
}

describe.each(Object.keys(MUTATIONS))('%s', (mutation) => {
  it.each([
    ['sync-odo-agent', 'odoo.write', 'agent', 'sync-odoo-agent'],
    ['sync_odoo_agent', 'odoo.write', 'agent', 'sync-odoo-agent'],
    ['Workspace-Indexer', 'work.index', 'agent', 'workspace-indexer'],
    [AGENT, 'odoo.wirte', 'kind', 'odoo.write'],
    [AGENT, 'odoo-write', 'kind', 'odoo.write'],
    [AGENT, 'Odoo.Writes', 'kind', 'odoo.write'],
  ])('refuses a slip of the pen, and says what was meant: %s, %s', async (agent, kind, argument, nearest) => {
    const { of, userErrors } = await ask(mutation, agent, kind);
    expect(of).toBeNull();
    expect(userErrors).toEqual([
      {
        code: 'BAD_USER_INPUT',
        message: expect.stringContaining(`did you mean ${nearest}?`),
        path: ['input', argument],
        details: { nearest },
      },
    ]);
  });

  it('refuses an agent that is like none, and names those that there are', async () => {
    const { of, userErrors } = await ask(mutation, 'somebody-else-altogether', 'odoo.write');
    expect([of, userErrors]).toMatchObject([
      null,
      [{ path: ['input', 'agent'], message: expect.stringMatching(/the doctrine names .*sync-odoo-agent/) }],
    ]);
  });

  it('refuses a kind of an agent whose kinds are all known', async () => {
    const { of, userErrors } = await ask(mutation, 'workspace-ask-docs', 'docs.answer');
    expect([of, userErrors]).toMatchObject([
      null,
      [{ path: ['input', 'kind'], message: expect.stringContaining('it takes no runs') }],
    ]);
  });

  it('takes another kind where an external worker may execute it, with a warning; one that is known without', async () => {
    expect(await ask(mutation, AGENT, 'report.build')).toEqual({
      of: { warning: expect.stringContaining('No known worker executes runs of kind report.build') },
      userErrors: [],
    });
    expect(await ask(mutation, AGENT, 'odoo.write')).toEqual({ of: { warning: null }, userErrors: [] });
  });
});

describe('in the database', () => {
  it.each(['sync-odo-agent', 'tripoint-retention'])('nobody but the owner gets a run to %s', async (agent) => {
    for (const as of ['service', `agent:${AGENT}`])
      await expect(
        askAs(gateway, as, "select ops.enqueue($1, 'odoo.write', idempotency_key => 'x')", [agent]),
      ).rejects.toMatchObject({
        code: expect.stringMatching(/^TP40[03]$/),
      });
  });

  it('a request of an agent that is gone is no retry, and a schedule of one says so at its tick', async () => {
    const { own, one, call } = createLedger(gateway);
    const id = await createLedger(gateway).enqueue({ agent: 'leaving', kind: 'k' });
    await call('upsert_schedule', {
      ...{ name: 'leaving', agent: 'leaving', kind: 'k', expression: '0 2 * * *', time_zone: 'UTC' },
      ...{ minutes: [0], hours: [2], days: null, months: [1], weekdays: null },
    });
    await one('cancel', { run_id: id });
    await own("delete from ops.agents where name = 'leaving'");
    await expect(one('retry_run', { run_id: id })).rejects.toMatchObject({ code: 'TP400' });
    await own("update ops.schedules set next_due_at = '2026-01-01T02:00:00Z' where name = 'leaving'");
    await one('tick', { now: '2026-01-01T02:00:05Z' });
    const [schedule] = await own("select warning from ops.schedules where name = 'leaving'");
    expect(schedule?.warning).toMatch(/could not be enqueued: There is no agent leaving/);
    await own("delete from ops.schedules where name = 'leaving'");
  });

  it('the kinds of each agent with a worker here are those of the doctrine', () => {
    const { agents } = loadDoctrine(packagePaths());
    const syncOdoo = {
      stage: 'staging',
      writer: null,
      writesInDevelopment: false,
      rules: [],
      settleSeconds: 0,
    } as const;
    const bridge = {
      instance: null,
      odoo: null,
      postgres: gateway.sources.postgres as PostgresSource,
      models: new Set<string>(),
      settings: SETTINGS,
      sources: () => {
        throw new Error('nobody asks');
      },
    };
    const pullRequests = () => ({ longestSeconds: 1 }) as PullRequestWork;
    for (const [name, handlersOf] of Object.entries(AGENTS)) {
      // What `tripoint evidence` records it executes itself.
      const kinds = agents[name]?.kinds?.filter((kind) => kind !== 'evidence.run');
      expect(kinds, name).toEqual(Object.keys(handlersOf({ syncOdoo, bridge, pullRequests })));
    }
  });

  it('says of what waits already what the doctrine says now', async () => {
    const ledger = createLedger(gateway);
    const id = await ledger.enqueue({ agent: 'learning', kind: 'later' });
    const warning = async () => (await ledger.own('select warning from ops.runs where id = $1', [id]))[0]?.warning;
    expect(await warning()).toContain('No known worker');
    await ledger.own("update ops.agents set kinds = '{later}' where name = 'learning'");
    expect(await warning()).toBeNull();
    await ledger.own("delete from ops.agents where name = 'learning'");
    expect(await warning()).toContain('There is no agent learning');
  });
});

describe('a run that waits with a warning', () => {
  it('is listed, and loses the warning when somebody claims it', async () => {
    await ask('enqueueRun', AGENT, 'report.listed');
    const list = async () => {
      const filter = 'filter: { status: { eq: QUEUED }, warning: { isNull: false }, kind: { eq: "report.listed" } }';
      return pick(
        (await gateway.execute(`{ runs(${filter}) { totalCount } }`, { as: 'service' })).data,
        'runs.totalCount',
      );
    };
    expect(await list()).toBe(1);
    const { data } = await gateway.execute(
      `mutation { claimRuns(input: { agent: "${AGENT}", worker: "w", kinds: ["report.listed"] }) { runs { warning } } }`,
      { as: 'service' },
    );
    expect(data?.claimRuns).toEqual({ runs: [{ warning: null }] });
    expect(await list()).toBe(0);
  });

  it('is named by the plan of retention, with what it waits for', async () => {
    const { enqueue, own } = createLedger(gateway);
    const id = await enqueue({ agent: AGENT, kind: 'report.held' });
    await own("select ops.ensure_event_partition('2025-02-01')");
    await own(
      `insert into ops.run_events (run_id, seq, type, created_at, prev_hash)
       values ($1, 2, 'past.step', '2025-02-01T00:00:00Z', ops.chain_start($1))`,
      [id],
    );
    const plan = await gateway.owner((client) => readPlan(client, AGES));
    expect(plan.holderCount).toBe(1);
    expect(plan.holders).toMatchObject([
      { run: id, agent: AGENT, kind: 'report.held', status: 'QUEUED', why: expect.stringContaining('No known worker') },
    ]);
    const printed = printPlan(plan, 'nowhere').join('\n');
    expect(printed).toMatch(new RegExp(`^${id} +${AGENT} +report\\.held +QUEUED +\\S+ +No known worker`, 'm'));
    expect(printed).toContain('cancelRun');
  });
});
