/** What holds an agent beside its rights: which values it may give, and how much it may ask. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { agentViewer, type Viewer } from '../../src/auth/viewer.ts';
import { createCaches } from '../../src/caches.ts';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import { createCharge } from '../../src/execution/charge.ts';
import { OPERATION_LIMITS } from '../../src/limits.ts';
import { createLog } from '../../src/log.ts';
import { createMemoryWindows } from '../../src/rates/windows.ts';
import { copyPaths, type DoctrineDraft, type TestPaths } from '../support/doctrine.ts';
import { createTestGateway, pick, type TestAnswer, type TestGateway, testToken } from '../support/gateway.ts';

const AGENT = 'agent:sync-odoo-agent';
let paths: TestPaths;
let gateway: TestGateway;

/** Three mutations of its own a day, five questions a minute, and of another agent's kind. */
const LIMITS = {
  perMinute: { Mutation: 500, 'Query.verifyLedger': 5, 'Subscription.runs': 1 },
  perDay: { 'Mutation.appendRunEvent': 3 },
};

beforeAll(async () => {
  paths = copyPaths(({ agents }: DoctrineDraft) => {
    Object.assign(agents['sync-odoo-agent'] ?? {}, { limits: LIMITS });
  });
  gateway = await createTestGateway({ paths });
});

afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  paths[Symbol.dispose]();
});

const codes = ({ errors }: TestAnswer) => errors?.map(({ extensions }) => extensions.code);

async function enqueue(agent: string, key: string, as: string): Promise<TestAnswer> {
  const input = `{ agent: "${agent}", kind: "test", idempotencyKey: "${key}" }`;
  return gateway.execute(`mutation { enqueueRun(input: ${input}) { run { id } userErrors { code } } }`, { as });
}

const append = (runId: unknown, alias = 'a', type = 'note') =>
  `${alias}: appendRunEvent(input: { runId: "${runId}", type: "${type}" }) { event { seq } userErrors { code message } }`;

describe('an agent', () => {
  it('enqueues and claims for itself alone', async () => {
    expect(codes(await enqueue('workspace-indexer', 'not-mine', AGENT))).toEqual(['FORBIDDEN']);
    expect(pick((await enqueue('sync-odoo-agent', 'mine', AGENT)).data, 'enqueueRun.run.id')).toEqual(
      expect.any(String),
    );
    const claim = 'mutation($a: String!) { claimRuns(input: { agent: $a, worker: "w" }) { runs { id } } }';
    const { errors } = await gateway.execute(claim, { as: AGENT, variables: { a: 'workspace-indexer' } });
    expect(errors?.[0]).toMatchObject({
      message: 'The agent sync-odoo-agent may give only its own name as "agent"',
      extensions: { code: 'FORBIDDEN', argument: 'input.agent' },
    });
  });

  it('touches no run of another agent, and the rule says so before the ledger does', async () => {
    const theirs = pick((await enqueue('workspace-indexer', 'theirs', 'service')).data, 'enqueueRun.run.id');
    const input = `input: { runId: "${theirs}", fence: 1`;
    const asked = [
      `mutation { heartbeatRun(${input} }) { run { id } } }`,
      `mutation { markRunRunning(${input} }) { run { id } } }`,
      `mutation { markRunFinished(${input}, outcome: SUCCEEDED }) { run { id } } }`,
      `mutation { ${append(theirs)} }`,
      `mutation { recordArtifact(${input}, kind: "log", uri: "s3://b/k" }) { artifact { id } } }`,
      `{ verifyLedger(runId: "${theirs}") { events } }`,
      `{ verifyLedger(runId: "${String(theirs).toUpperCase()}") { events } }`,
    ];
    for (const query of asked) {
      const answer = await gateway.execute(query, { as: AGENT });
      expect(codes(answer), query).toEqual(['FORBIDDEN']);
      expect(answer.errors?.[0]?.extensions.argument, query).toMatch(/runId$/);
      expect(gateway.calls.filter((call) => /ops\.(heartbeat|mark|append|record|verify)/.test(call))).toEqual([]);
    }
  });

  it('gets the same answer for a run that there is not as anybody', async () => {
    const query = '{ verifyLedger(runId: "00000000-0000-4000-8000-00000000dead") { events } }';
    expect(codes(await gateway.execute(query, { as: AGENT }))).toEqual(['NOT_FOUND']);
    expect(codes(await gateway.execute('{ verifyLedger(runId: "x") { events } }', { as: AGENT }))).toEqual([
      'BAD_USER_INPUT',
    ]);
  });
});

describe('an agent that acts for a user', () => {
  it('asks about spaces of that user alone', async () => {
    const spaces = await gateway.execute('{ spaces { nodes { id } } }', { as: 'ana' });
    const own = (pick(spaces.data, 'spaces.nodes') as { id: string }[]).map(({ id }) => id);
    const [foreign] = await gateway.owner((client) =>
      client.query('select id from work.spaces where id <> all ($1::uuid[]) limit 1', [own]),
    );
    const as = 'agent:workspace-ask-docs for ana';
    const search = (spaceIds: unknown[]) =>
      gateway.execute('query($s: [ID!]) { searchPages(query: "a", spaceIds: $s) { page { id } } }', {
        as,
        variables: { s: spaceIds },
      });
    expect((await search(own.slice(0, 1))).errors).toBeUndefined();
    expect((await search([])).errors).toBeUndefined();
    expect(codes(await search([...own, foreign?.id]))).toEqual(['FORBIDDEN']);
    const viewer = await gateway.server.verify(`Bearer ${await testToken(as)}`);
    const query = `subscription { askDocsAnswer(question: "a", spaceIds: ["${foreign?.id}"]) { __typename } }`;
    const thrown: unknown = await gateway.server
      .subscribe({ query }, viewer)
      ?.next()
      .catch((error: unknown) => error);
    expect(gateway.server.formatErrors(thrown)).toMatchObject([
      { extensions: { code: 'FORBIDDEN', argument: 'spaceIds' } },
    ]);
  });
});

describe('a limit a minute', () => {
  it('is RATE_LIMITED with when to come again, counts every alias, and does none of what is too much', async () => {
    const run = pick((await enqueue('sync-odoo-agent', 'minute', AGENT)).data, 'enqueueRun.run.id');
    await using fresh = await createTestGateway({ paths, beside: gateway });
    const verify = (aliases: number) =>
      fresh.execute(
        `{ ${Array.from({ length: aliases }, (_, n) => `v${n}: verifyLedger(runId: "${run}") { events }`).join(' ')} }`,
        { as: AGENT },
      );
    expect(codes(await verify(6))).toEqual(['RATE_LIMITED']);
    expect(fresh.calls).toEqual([]);
    expect((await verify(4)).errors).toBeUndefined();
    const { status, data, errors } = await verify(2);
    expect({ status, data }).toEqual({ status: 429, data: undefined });
    expect(errors?.[0]).toMatchObject({
      message: 'The agent sync-odoo-agent may ask for 5 Query.verifyLedger a minute, and has',
      extensions: { limit: { coordinate: 'Query.verifyLedger', times: 5, per: 'minute' } },
    });
    const retryAfterMs = errors?.[0]?.extensions.retryAfterMs;
    expect(retryAfterMs).toBeGreaterThan(0);
    expect(retryAfterMs).toBeLessThanOrEqual(60_000);
    expect((await verify(1)).errors).toBeUndefined();
    // Whom the doctrine does not limit, is not.
    const service = await fresh.execute(
      `{ ${'abcdefgh'.replace(/./g, (key) => `${key}: verifyLedger(runId: "${run}") { events } `)} }`,
      { as: 'service' },
    );
    expect(service.errors).toBeUndefined();
  });

  it('holds for subscriptions too', async () => {
    const subscribe = async () => {
      const viewer = await gateway.server.verify(`Bearer ${await testToken(AGENT)}`);
      return gateway.server.subscribe({ query: 'subscription { runs { cursor } }' }, viewer);
    };
    const first = await subscribe();
    expect((await first?.next())?.value?.text).toMatch(/"cursor":"/);
    await first?.return();
    const thrown: unknown = await (await subscribe())?.next().catch((error: unknown) => error);
    expect(gateway.server.formatErrors(thrown)).toMatchObject([
      {
        path: ['runs'],
        extensions: { code: 'RATE_LIMITED', limit: { coordinate: 'Subscription.runs', per: 'minute' } },
      },
    ]);
  });

  it('begins anew when the minute is over', async () => {
    vi.useFakeTimers();
    try {
      const windows = createMemoryWindows(createCaches());
      const { charge } = createCharge({
        ...{ windows, rates: null, spend: null, caches: createCaches() },
        doctrine: loadDoctrine(paths),
      });
      const context = chargedContext(agentViewer('sync-odoo-agent'));
      const ask = () => charge(context, Array(5).fill('Query.verifyLedger'), 1);
      await ask();
      vi.advanceTimersByTime(59_000);
      await expect(ask()).rejects.toMatchObject({ code: 'RATE_LIMITED', details: { retryAfterMs: 1_000 } });
      vi.advanceTimersByTime(1_000);
      await ask();
    } finally {
      vi.useRealTimers();
    }
  });
});

function chargedContext(viewer: Viewer) {
  const log = createLog('silent');
  return { viewer, address: null, limits: OPERATION_LIMITS, log, exceeded: [], metered: { cost: null, rates: [] } };
}

describe('a budget a day', () => {
  it('holds for all gateways together, is kept in the ledger, and ends at midnight UTC', async () => {
    // A refusal counts too, and there were some above.
    await gateway.owner((client) => client.script('delete from ops.agent_usage'));
    await using beside = await createTestGateway({ paths, beside: gateway });
    const run = pick((await enqueue('sync-odoo-agent', 'day', AGENT)).data, 'enqueueRun.run.id');
    const both = await gateway.execute(`mutation { ${append(run, 'a', 'one')} ${append(run, 'b', 'two')} }`, {
      as: AGENT,
    });
    expect([pick(both.data, 'a.event.seq'), pick(both.data, 'b.event.seq')]).toEqual([2, 3]);
    // Two more are one too many, and neither is done.
    const refused = await beside.execute(`mutation { ${append(run, 'a')} ${append(run, 'b')} }`, { as: AGENT });
    expect(codes(refused)).toEqual(['RATE_LIMITED']);
    const retryAfterMs = refused.errors?.[0]?.extensions.retryAfterMs;
    expect(Math.abs(Number(retryAfterMs) - (86_400_000 - (Date.now() % 86_400_000)))).toBeLessThan(60_000);
    expect((await beside.execute(`mutation { ${append(run)} }`, { as: AGENT })).errors).toBeUndefined();
    expect(codes(await gateway.execute(`mutation { ${append(run)} }`, { as: AGENT }))).toEqual(['RATE_LIMITED']);
    const used = await gateway.owner((client) => client.query('select agent, coordinate, used from ops.agent_usage'));
    expect(used).toEqual([{ agent: 'sync-odoo-agent', coordinate: 'Mutation.appendRunEvent', used: 3 }]);
    const events = await gateway.owner((client) =>
      client.query("select count(*)::int as n from ops.run_events where run_id = $1 and type !~ '^run'", [run]),
    );
    expect(events).toEqual([{ n: 3 }]);
    // Another day.
    await gateway.owner((client) => client.script('update ops.agent_usage set day = day - 1'));
    expect((await gateway.execute(`mutation { ${append(run)} }`, { as: AGENT })).errors).toBeUndefined();
  });

  it('takes nothing of the minute where it refuses', async () => {
    await using rated = await createTestGateway({ paths, beside: gateway, rates: { viewerPoints: 100 } });
    const run = '00000000-0000-4000-8000-00000000dead';
    const many = `mutation { ${['a', 'b', 'c', 'd'].map((alias) => append(run, alias)).join(' ')} }`;
    for (let times = 0; times < 4; times += 1) {
      const refused = await rated.execute(many, { as: AGENT });
      expect(refused.errors).toMatchObject([
        { extensions: { limit: { coordinate: 'Mutation.appendRunEvent', per: 'day' } } },
      ]);
      expect(refused.headers.get('ratelimit')).toMatch(/^"viewer";r=100;/);
    }
    expect((await rated.execute('{ __typename }', { as: AGENT })).headers.get('ratelimit')).toMatch(/"viewer";r=99;/);
  });

  it('is spent by the gateway alone: no agent can spend its own, or another', async () => {
    for (const role of ['agent_sync_odoo_agent', 'agent_workspace_indexer', 'authenticated', 'anon']) {
      const [row] = await gateway.owner((client) =>
        client.query("select has_function_privilege($1, 'ops.spend_budget(text, text, int, int)', 'execute') as may", [
          role,
        ]),
      );
      expect(row, role).toEqual({ may: false });
    }
  });
});
