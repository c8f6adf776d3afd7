/** Requests that name a run: who may, what is counted to it, over which doors, and how its budget ends it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHashingEmbedder } from '../../src/work/search/hashing-embedder.ts';
import { copyPaths, type TestPaths } from '../support/doctrine.ts';
import { createTestGateway, pick, type TestGateway, testToken } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';
import { createLedger, DOORS, subscribe } from '../support/live.ts';
import { openSocket } from '../support/socket.ts';
import { AGENT, eventTypes, readRun, startTestWorker, untilRun } from '../support/worker.ts';

const AS = `agent:${AGENT}`;
const PARTNERS = '{ partners(first: 3) { nodes { id name } } }';
const NOBODY = '00000000-0000-4000-8000-000000000000';

let paths: TestPaths;
let gateway: TestGateway;
let ledger: ReturnType<typeof createLedger>;

beforeAll(async () => {
  paths = copyPaths(({ agents }) => {
    const kinds = { 'budget.calls': { calls: 2 }, 'budget.rows': { rows: 5 }, 'budget.ms': { ms: 0 } };
    Object.assign(agents[AGENT] ?? {}, {
      kinds: ['odoo.write', ...Object.keys(kinds)],
      budget: { calls: 100, kinds },
    });
  });
  gateway = await createTestGateway({ paths });
  ledger = createLedger(gateway);
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  paths[Symbol.dispose]();
});

/** A run that is RUNNING, and the fence of its worker. */
async function begin(kind = 'test.usage', agent = AGENT): Promise<{ readonly id: string; readonly fence: number }> {
  const id = await ledger.enqueue(kind, agent);
  const [run] = await gateway.owner((client) =>
    client.query('select id, fence from ops.claim(agent => $1, worker => $2, kinds => $3, lease_seconds => 3600)', [
      agent,
      'a test',
      [kind],
    ]),
  );
  if ((run as { id: string }).id !== id) throw new Error('another run was claimed');
  const fence = Number((run as { fence: number }).fence);
  await ledger.sql('select id from ops.mark_running($1, $2)', [id, fence]);
  return { id, fence };
}

const finish = ({ id, fence }: { id: string; fence: number }) =>
  ledger.sql("select id from ops.mark_finished($1, $2, 'SUCCEEDED')", [id, fence]);

/** What the run has used, as somebody who asks for it sees it. */
async function usageOf(id: string, of: TestGateway = gateway) {
  const query = 'query ($id: ID!) { run(id: $id) { usage { calls rows ms tokens } writes status errorCode } }';
  const { data, text } = await of.execute(query, { as: 'service', variables: { id } });
  if (!data?.run) throw new Error(text);
  return data.run as { usage: Record<string, number>; writes: number; status: string; errorCode: string | null };
}

const codesOf = ({
  errors,
}: {
  errors: { extensions: { code: string } }[] | readonly { extensions: { code: string } }[] | undefined;
}) => (errors ?? []).map(({ extensions }) => extensions.code);

describe('what is counted', () => {
  it('is nothing of a run that no request names', async () => {
    const { id } = await begin();
    await gateway.execute(PARTNERS, { as: AS });
    expect(await usageOf(id)).toMatchObject({ usage: { calls: 0, rows: 0, ms: 0, tokens: 0 }, writes: 0 });
  });

  it('are calls of upstreams, the records that they answered, and milliseconds', async () => {
    const { id } = await begin();
    await gateway.execute(PARTNERS, { as: AS, runId: id });
    expect(gateway.calls.filter((call) => call.startsWith('odoo'))).toHaveLength(1);
    expect((await usageOf(id)).usage).toMatchObject({ calls: 1, rows: 3 });
    // Rows that Postgres renders itself too, by nodes and by edges.
    await gateway.execute('{ a: runs(first: 2) { nodes { id } } b: runs(first: 4) { edges { node { id } } } }', {
      ...{ as: AS, runId: id },
    });
    const { usage } = await usageOf(id);
    expect(usage).toMatchObject({ calls: 3, rows: 9, tokens: 0 });
    expect(usage.ms).toBeGreaterThan(0);
  });

  it('are mutations that were done, and not those that were refused', async () => {
    const { id, fence } = await begin();
    const mutation = (type: string) =>
      `mutation { appendRunEvent(input: { runId: "${id}", type: "${type}", fence: ${fence} }) { userErrors { code } } }`;
    await gateway.execute(mutation('one'), { as: AS, runId: id });
    await gateway.execute(mutation('two'), { as: AS, runId: id });
    const refused = await gateway.execute(mutation(''), { as: AS, runId: id });
    expect(pick(refused.data, 'appendRunEvent.userErrors.0.code')).toBe('BAD_USER_INPUT');
    expect(await usageOf(id)).toMatchObject({ writes: 2 });
  });

  it('is told in one statement for many requests, and at once where it is asked for', async () => {
    const { id } = await begin();
    let told = 0;
    for (let n = 0; n < 20; n += 1) {
      await gateway.execute('{ viewer { agent } projects(first: 1) { nodes { id } } }', { as: AS, runId: id });
      told += gateway.calls.filter((call) => call.includes('ops.count_usage')).length;
    }
    expect((await usageOf(id)).usage).toMatchObject({ calls: 20 });
    expect(told).toBeLessThan(10);
  });

  it('of several gateways is summed', async () => {
    await using other = await createTestGateway({ paths, beside: gateway });
    const { id } = await begin();
    await Promise.all([gateway, other].map((one) => one.execute(PARTNERS, { as: AS, runId: id })));
    await usageOf(id, other);
    expect((await usageOf(id)).usage).toMatchObject({ calls: 2, rows: 6 });
  });

  it('is told when a gateway stops, also of a run that has ended meanwhile', async () => {
    const run = await begin();
    {
      await using other = await createTestGateway({ paths, beside: gateway });
      await other.execute(PARTNERS, { as: AS, runId: run.id });
      await finish(run);
    }
    expect(await usageOf(run.id)).toMatchObject({ usage: { calls: 1, rows: 3 }, status: 'SUCCEEDED' });
  });

  it('does not hurt the chain of the run', async () => {
    const run = await begin();
    await gateway.execute(PARTNERS, { as: AS, runId: run.id });
    await finish(run);
    await usageOf(run.id);
    const { data } = await gateway.execute(`{ verifyLedger(runId: "${run.id}") { ok } }`, { as: 'service' });
    expect(data).toEqual({ verifyLedger: { ok: true } });
  });

  it('are tokens of the model that a question is embedded by', async () => {
    const search = { embedder: createHashingEmbedder(), answerer: null };
    await using asking = await createTestGateway({ search });
    const own = createLedger(asking);
    const agent = 'workspace-ask-docs';
    await own.sql("update ops.agents set other_kinds = 'wait' where name = $1 returning name", [agent]);
    const id = await own.enqueue('ask', agent);
    await own.sql(
      "update ops.runs set status = 'RUNNING', leased_by = 'x', leased_until = now() + interval '1 hour', attempt = 1, fence = 1, started_at = now() where id = $1",
      [id],
    );
    const { text } = await asking.execute('{ askDocs(question: "Who books hotels?") { isKeywordOnly } }', {
      ...{ as: `agent:${agent} for ana`, runId: id },
    });
    expect(text).toContain('"isKeywordOnly":false');
    expect((await usageOf(id, asking)).usage).toMatchObject({ tokens: Math.ceil('Who books hotels?'.length / 4) });
  });
});

describe('a request is refused whose run', () => {
  const ask = (runId: string, as = AS) => gateway.execute(PARTNERS, { as, runId });

  it('is no uuid, or not there', async () => {
    const none = await ask('run-7');
    expect([none.status, codesOf(none)]).toEqual([400, ['BAD_USER_INPUT']]);
    const absent = await ask(NOBODY);
    expect([absent.status, codesOf(absent), absent.data]).toEqual([404, ['NOT_FOUND'], undefined]);
  });

  it("is another agent's, and so is that of who is no agent", async () => {
    const id = await ledger.enqueue('demo.count', 'demo-agent');
    expect([(await ask(id)).status, codesOf(await ask(id))]).toEqual([403, ['FORBIDDEN']]);
    const own = await begin();
    for (const as of ['service', 'ana', 'agent:demo-agent'])
      expect(codesOf(await ask(own.id, as))).toEqual(['FORBIDDEN']);
  });

  it('does not run yet, or not any more', async () => {
    const id = await ledger.enqueue('test.queued', AGENT);
    const queued = await ask(id);
    expect([queued.status, codesOf(queued)]).toEqual([409, ['CONFLICT']]);
    const run = await begin();
    expect(codesOf(await ask(run.id))).toEqual([]);
    // Ended by this gateway: refused at once.
    const input = { runId: run.id, fence: run.fence, outcome: 'SUCCEEDED' };
    const end =
      'mutation ($input: MarkRunFinishedInput!) { markRunFinished(input: $input) { userErrors { code } run { usage { calls } } } }';
    const ended = await gateway.execute(end, { as: AS, variables: { input } });
    expect(ended.data?.markRunFinished).toEqual({ userErrors: [], run: { usage: { calls: 1 } } });
    expect(codesOf(await ask(run.id))).toEqual(['CONFLICT']);
  });
});

describe('a budget', () => {
  it('of calls lets so many through, ends the run at the next, and refuses what comes after', async () => {
    const { id } = await begin('budget.calls');
    const two = await gateway.execute(
      '{ a: partners(first: 1) { nodes { id } } b: projects(first: 1) { nodes { id } } }',
      {
        as: AS,
        runId: id,
      },
    );
    expect(codesOf(two)).toEqual([]);
    const third = await gateway.execute(PARTNERS, { as: AS, runId: id });
    expect(codesOf(third)).toEqual(['BUDGET_EXCEEDED']);
    expect(gateway.calls.filter((call) => call.startsWith('odoo'))).toEqual([]);
    expect(await usageOf(id)).toMatchObject({ usage: { calls: 2 }, status: 'FAILED', errorCode: 'BUDGET_EXCEEDED' });
    const run = await readRun(gateway, id);
    expect(run.errorMessage).toBe(
      'The run has used up its budget: its requests may use 2 calls together, and wanted more',
    );
    expect(eventTypes(run).at(-1)).toBe('run.failed');
    const after = await gateway.execute('{ viewer { agent } }', { as: AS, runId: id });
    expect([after.status, codesOf(after), after.data]).toEqual([403, ['BUDGET_EXCEEDED'], undefined]);
    const { data } = await gateway.execute(`{ verifyLedger(runId: "${id}") { ok } }`, { as: 'service' });
    expect(data).toEqual({ verifyLedger: { ok: true } });
  });

  it.each(['budget.rows', 'budget.ms'])(
    '%s ends the run after the call that passes it, whose answer is given',
    async (kind) => {
      const { id } = await begin(kind);
      const first = await gateway.execute('{ partners(first: 6) { nodes { id } } }', { as: AS, runId: id });
      expect(pick(first.data, 'partners.nodes')).toHaveLength(6);
      expect(await usageOf(id)).toMatchObject({ status: 'FAILED', errorCode: 'BUDGET_EXCEEDED' });
      expect(codesOf(await gateway.execute(PARTNERS, { as: AS, runId: id }))).toEqual(['BUDGET_EXCEEDED']);
    },
  );

  it('holds over several gateways', async () => {
    await using other = await createTestGateway({ paths, beside: gateway });
    const { id } = await begin('budget.calls');
    const codes: string[] = [];
    for (let n = 0; n < 3; n += 1)
      for (const one of [gateway, other]) {
        codes.push(...codesOf(await one.execute(PARTNERS, { as: AS, runId: id })));
        await usageOf(id, one);
        await new Promise((resolve) => setTimeout(resolve, 1_050));
      }
    expect(codes).toEqual(['BUDGET_EXCEEDED', 'BUDGET_EXCEEDED', 'BUDGET_EXCEEDED', 'BUDGET_EXCEEDED']);
    expect(await usageOf(id)).toMatchObject({ usage: { calls: 2 }, status: 'FAILED' });
  });

  it('that is used up aborts the handler that the run has', async () => {
    let reason: unknown;
    const handlers = {
      'budget.calls': async (run: { id: string }, { signal }: { signal: AbortSignal }) => {
        for (let n = 0; n < 3; n += 1) await gateway.execute(PARTNERS, { as: AS, runId: run.id });
        await new Promise<void>((resolve) => {
          signal.addEventListener('abort', () => {
            reason = 'aborted';
            resolve();
          });
        });
      },
    };
    const { subscribeToRuns } = await import('../../src/ops/ledger.ts');
    const postgres = gateway.sources.postgres;
    if (!postgres) throw new Error('no database');
    await using _worker = startTestWorker(gateway, handlers, {
      subscribe: (notices) => subscribeToRuns(postgres, notices),
    });
    const id = await ledger.enqueue('budget.calls', AGENT);
    const run = await untilRun(gateway, id);
    expect(run).toMatchObject({ status: 'FAILED', errorCode: 'BUDGET_EXCEEDED' });
    while (reason === undefined) await new Promise((resolve) => setTimeout(resolve, 20));
  });
});

describe('over every door', () => {
  let http: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    http = await serve(gateway);
  });
  afterAll(() => http[Symbol.asyncDispose]());

  it('POST, GET and an event stream of a query, by the header', async () => {
    const { id } = await begin();
    const headers = { authorization: `Bearer ${await testToken(AS)}`, 'x-run-id': id };
    const body = JSON.stringify({ query: PARTNERS });
    const json = { ...headers, 'content-type': 'application/json' };
    const search = `?query=${encodeURIComponent(PARTNERS)}`;
    const answers = await Promise.all([
      fetch(`${http.url}/graphql`, { method: 'POST', headers: json, body }),
      fetch(`${http.url}/graphql${search}`, { headers }),
      fetch(`${http.url}/graphql`, { method: 'POST', headers: { ...json, accept: 'text/event-stream' }, body }),
    ]);
    for (const answer of answers) expect(await answer.text()).toContain('"partners"');
    expect((await usageOf(id)).usage).toMatchObject({ calls: 3, rows: 9 });
  });

  it.each([
    ['the header of its request', true],
    ['connection_init', false],
  ])('WebSocket, by %s', async (_what, isHeader) => {
    const { id } = await begin();
    const socket = await openSocket(http.url, isHeader ? { headers: { 'x-run-id': id } } : {});
    const authorization = `Bearer ${await testToken(AS)}`;
    socket.send({ type: 'connection_init', payload: { authorization, ...(!isHeader && { 'x-run-id': id }) } });
    expect(await socket.next()).toEqual({ type: 'connection_ack' });
    socket.send({ id: '1', type: 'subscribe', payload: { query: PARTNERS } });
    expect((await socket.next()).type).toBe('next');
    socket.close();
    expect((await usageOf(id)).usage).toMatchObject({ calls: 1, rows: 3 });
  });

  it.each(DOORS)('a subscription over %s, which is refused for a run that is not there', async (door) => {
    const { id } = await begin();
    const live = await subscribe(http.url, door, `subscription { runEvents(runId: "${id}") { type } }`, {
      as: AS,
      runId: id,
    });
    expect(pick((await live.next()).data, 'runEvents.type')).toBe('run.enqueued');
    await live.end();
    const { usage } = await usageOf(id);
    expect(usage.calls).toBeGreaterThan(0);
    expect(usage.rows).toBeGreaterThan(0);
    const none = await subscribe(http.url, door, 'subscription { runs { cursor } }', { as: AS, runId: NOBODY });
    const refused = await none.next().catch((thrown: unknown) => ({ errors: thrown as [] }));
    expect(JSON.stringify(refused)).toContain('NOT_FOUND');
  });
});
