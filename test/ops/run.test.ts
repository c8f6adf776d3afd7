/** The ledger's mutations as a client meets them: payloads, user errors, and who may. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
});

afterAll(() => gateway[Symbol.asyncDispose]());

const AGENT = 'agent:sync-odoo-agent';
const ENQUEUE = `mutation ($input: EnqueueRunInput!) { enqueueRun(input: $input) {
  created run { id status agent kind idempotencyKey requestedBy attempt fence } userErrors { code message path details } } }`;

let keys = 0;
const newKey = () => `key-${++keys}`;

async function enqueue(input: Record<string, unknown> = {}, as = 'service') {
  const given = { agent: 'sync-odoo-agent', kind: 'test.run', idempotencyKey: newKey(), ...input };
  const answer = await gateway.execute(ENQUEUE, { as, variables: { input: given } });
  expect(answer.errors).toBeUndefined();
  return answer.data?.enqueueRun as {
    created: boolean | null;
    run: { id: string } | null;
    userErrors: { code: string }[];
  };
}

async function mutate(text: string, as = 'service') {
  const answer = await gateway.execute(`mutation { ${text} }`, { as });
  expect(answer.errors).toBeUndefined();
  return answer.data as Readonly<Record<string, unknown>>;
}

/** Claims until the run of `id` is held; gives its fence. */
async function claim(kind: string): Promise<{ id: string; fence: number }> {
  const data = await mutate(
    `claimRuns(input: { agent: "sync-odoo-agent", worker: "test", kinds: ["${kind}"] }) { runs { id fence status leasedBy } }`,
    AGENT,
  );
  const [run] = pick(data, 'claimRuns.runs') as { id: string; fence: number; status: string; leasedBy: string }[];
  expect(run).toMatchObject({ status: 'QUEUED', leasedBy: 'test' });
  return run as { id: string; fence: number };
}

describe('a text with the character U+0000', () => {
  it.each([
    ['enqueueRun(input: { agent: "a\\u0000", kind: "k", idempotencyKey: "zero" })', ['input', 'agent']],
    ['enqueueRun(input: { agent: "a", kind: "k", idempotencyKey: "\\u0000", input: {} })', ['input', 'idempotencyKey']],
    ['enqueueRun(input: { agent: "a", kind: "k", input: { deep: [1, "\\u0000"] } })', ['input', 'input']],
    [
      'recordArtifact(input: { runId: "00000000-0000-4000-8000-000000000000", fence: 1, kind: "k", uri: "s3://b/\\u0000" })',
      ['input', 'uri'],
    ],
    ['createSpace(input: { name: "a\\u0000" })', ['input', 'name'], 'ana'],
  ])('is told where it stands: %s', async (field, path, as = 'service') => {
    const name = field.split('(')[0] as string;
    expect(pick(await mutate(`${field} { userErrors { code message path } }`, as), `${name}.userErrors`)).toMatchObject(
      [{ code: 'BAD_USER_INPUT', message: expect.stringContaining('U+0000'), path }],
    );
  });
});

describe('a text with half of a surrogate pair', () => {
  it.each([
    [{ input: { deep: [1, '\ud83d'] } }, ['input', 'input', 'deep', '1']],
    [{ input: { '\ude00': 1 } }, ['input', 'input']],
    [{ idempotencyKey: '\ude00\ud83d' }, ['input', 'idempotencyKey']],
  ])('is refused, and not stored as another character: %j', async (given, path) => {
    const input = { agent: 'sync-odoo-agent', kind: 'test.run', idempotencyKey: 'half', ...given };
    const { data } = await gateway.execute(
      'mutation ($input: EnqueueRunInput!) { enqueueRun(input: $input) { run { id } userErrors { code message path } } }',
      { as: 'service', variables: { input } },
    );
    expect(data?.enqueueRun).toEqual({
      run: null,
      userErrors: [{ code: 'BAD_USER_INPUT', message: expect.stringContaining('half of a surrogate pair'), path }],
    });
  });
});

describe('enqueueRun', () => {
  it('answers the new run, read in the same transaction as it was written', async () => {
    const { created, run, userErrors } = await enqueue({ input: { model: 'res.partner' } });
    expect({ created, userErrors }).toEqual({ created: true, userErrors: [] });
    expect(run).toMatchObject({
      status: 'QUEUED',
      agent: 'sync-odoo-agent',
      kind: 'test.run',
      requestedBy: 'service',
      attempt: 0,
    });
    const calls = gateway.calls.filter((call) => call.startsWith('postgres'));
    expect(calls).toHaveLength(2);
    expect(calls[0]).toContain('ops.enqueue');
  });

  it('leads to the same run by the same key and input, and says that it is not new', async () => {
    const idempotencyKey = newKey();
    const first = await enqueue({ idempotencyKey, input: { a: 1, b: [2] } });
    const second = await enqueue({ idempotencyKey, input: { b: [2], a: 1 } });
    expect([second.created, second.run?.id]).toEqual([false, first.run?.id]);
  });

  it('refuses the same key with another input as IDEMPOTENCY_CONFLICT, and enqueues nothing', async () => {
    const idempotencyKey = newKey();
    await enqueue({ idempotencyKey, input: { a: 1 } });
    const { run, created, userErrors } = await enqueue({ idempotencyKey, input: { a: 2 } });
    expect({ run, created, codes: userErrors.map(({ code }) => code) }).toEqual({
      run: null,
      created: null,
      codes: ['IDEMPOTENCY_CONFLICT'],
    });
  });

  it('asks agents for a key', async () => {
    const { run, userErrors } = await enqueue({ idempotencyKey: null }, AGENT);
    expect([run, userErrors.map(({ code }) => code)]).toEqual([null, ['BAD_USER_INPUT']]);
  });

  it.each([
    ['an empty agent', { agent: ' ' }, ['input', 'agent']],
    ['a priority out of range', { priority: 5_000 }, ['input', 'priority']],
    ['too many attempts', { maxAttempts: 0 }, ['input', 'maxAttempts']],
    ['an input of more than 256 kB', { input: { text: 'x'.repeat(300_000) } }, ['input', 'input']],
    ['an input with a zero character', { input: { text: '\0' } }, ['input', 'input']],
    ['an input with a zero character after a backslash', { input: { text: '\\\0' } }, ['input', 'input']],
  ])('refuses %s, and names it', async (_what, input, path) => {
    const { run, userErrors } = await enqueue(input);
    expect([run, userErrors]).toEqual([
      null,
      [{ code: 'BAD_USER_INPUT', message: expect.any(String), path, details: null }],
    ]);
  });

  it('takes an input that spells a zero character out, and keeps it as it is', async () => {
    const input = { text: 'a \\u0000 and \\\\u0000' };
    const { run } = await enqueue({ input });
    const { data } = await gateway.execute(`{ run(id: "${run?.id}") { input } }`, { as: 'service' });
    expect(data?.run).toEqual({ input });
  });

  it('writes nothing where the payload asks for something that cannot be answered', async () => {
    const idempotencyKey = newKey();
    const answer = await gateway.execute(
      `mutation { enqueueRun(input: { agent: "sync-odoo-agent", kind: "k", idempotencyKey: "${idempotencyKey}" }) { run { events(first: 1000) { nodes { seq } } } userErrors { code } } }`,
      { as: 'service' },
    );
    expect(JSON.stringify(answer)).toContain('LIMIT_EXCEEDED');
    const found = await gateway.execute(
      `{ runs(filter: { idempotencyKey: { eq: "${idempotencyKey}" } }) { totalCount } }`,
      { as: 'service' },
    );
    expect(pick(found.data, 'runs.totalCount')).toBe(0);
  });

  it('answers aliases, fragments and the same object twice with other selections', async () => {
    const answer = await gateway.execute(
      `mutation { first: enqueueRun(input: { agent: "sync-odoo-agent", kind: "k" }) { t: __typename one: run { i: id } two: run { ...Status events { nodes { type } } } errors: userErrors { c: code } } }
       fragment Status on Run { s: status }`,
      { as: 'service' },
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.first).toEqual({
      t: 'EnqueueRunPayload',
      one: { i: expect.any(String) },
      two: { s: 'QUEUED', events: { nodes: [{ type: 'run.enqueued' }] } },
      errors: [],
    });
  });

  it('answers aliases of the fields of a refusal', async () => {
    const answer = await gateway.execute(
      'mutation { enqueueRun(input: { agent: "", kind: "k" }) { userErrors { c: code p: path } } }',
      { as: 'service' },
    );
    expect(pick(answer.data, 'enqueueRun.userErrors')).toEqual([{ c: 'BAD_USER_INPUT', p: ['input', 'agent'] }]);
  });
});

describe('the life of a run', () => {
  it('goes from claim to end, and its story is one query', async () => {
    const { run: enqueued } = await enqueue({ kind: 'test.life' });
    const { id, fence } = await claim('test.life');
    expect(id).toBe(enqueued?.id);
    const held = `runId: "${id}", fence: ${fence}`;
    const running = await mutate(
      `markRunRunning(input: { ${held} }) { run { status startedAt } userErrors { code } }`,
      AGENT,
    );
    expect(pick(running, 'markRunRunning.run.status')).toBe('RUNNING');
    const beat = await mutate(
      `heartbeatRun(input: { ${held}, leaseSeconds: 600 }) { run { leasedUntil } userErrors { code } }`,
      AGENT,
    );
    expect(Date.parse(String(pick(beat, 'heartbeatRun.run.leasedUntil')))).toBeGreaterThan(Date.now() + 500_000);
    const event = await mutate(
      `appendRunEvent(input: { ${held}, type: "test.progress", payload: { done: 1 } }) { event { seq type payload run { id } } userErrors { code } }`,
      AGENT,
    );
    expect(pick(event, 'appendRunEvent.event')).toMatchObject({
      type: 'test.progress',
      payload: { done: 1 },
      run: { id },
    });
    await mutate(
      `recordArtifact(input: { ${held}, kind: "report", uri: "s3://bucket/report.json", size: "12" }) { artifact { uri size } userErrors { code } }`,
      AGENT,
    );
    const finished = await mutate(
      `markRunFinished(input: { ${held}, outcome: SUCCEEDED, output: { done: true } }) { run { status output leasedBy } userErrors { code } }`,
      AGENT,
    );
    expect(pick(finished, 'markRunFinished.run')).toEqual({
      status: 'SUCCEEDED',
      output: { done: true },
      leasedBy: null,
    });
    const story = await gateway.execute(
      `{ run(id: "${id}") { status events { nodes { seq type } } artifacts { nodes { kind uri size } } } verifyLedger(runId: "${id}") { o: ok events brokenSeq problem } }`,
      { as: 'service' },
    );
    expect(pick(story.data, 'run.events.nodes')).toEqual(
      ['run.enqueued', 'run.claimed', 'run.started', 'test.progress', 'artifact.recorded', 'run.succeeded'].map(
        (type, index) => ({
          seq: index + 1,
          type,
        }),
      ),
    );
    expect(story.data?.verifyLedger).toEqual({ o: true, events: 6, brokenSeq: null, problem: null });
  });

  it('changes nothing by a stale fence, and says so', async () => {
    await enqueue({ kind: 'test.fence' });
    const { id, fence } = await claim('test.fence');
    const stale = await mutate(
      `markRunFinished(input: { runId: "${id}", fence: ${fence - 1}, outcome: SUCCEEDED }) { run { id } userErrors { code message } }`,
      AGENT,
    );
    expect(stale.markRunFinished).toMatchObject({ run: null, userErrors: [{ code: 'CONFLICT' }] });
    const after = await gateway.execute(`{ run(id: "${id}") { status leasedBy } }`, { as: 'service' });
    expect(after.data?.run).toEqual({ status: 'QUEUED', leasedBy: 'test' });
  });

  it('ends by cancelRun, after which its worker can no longer finish it', async () => {
    const { run } = await enqueue({ kind: 'test.cancel' });
    const { fence } = await claim('test.cancel');
    const cancelled = await mutate(
      `cancelRun(input: { runId: "${run?.id}", reason: "not needed" }) { run { status } userErrors { code } }`,
    );
    expect(pick(cancelled, 'cancelRun.run.status')).toBe('CANCELLED');
    const late = await mutate(
      `markRunFinished(input: { runId: "${run?.id}", fence: ${fence}, outcome: SUCCEEDED }) { run { id } userErrors { code } }`,
      AGENT,
    );
    expect(pick(late, 'markRunFinished.userErrors')).toEqual([{ code: 'CONFLICT' }]);
  });

  it('is NOT_FOUND where there is no such run', async () => {
    const data = await mutate(
      'cancelRun(input: { runId: "00000000-0000-4000-8000-000000000000" }) { run { id } userErrors { code } }',
    );
    expect(data.cancelRun).toEqual({ run: null, userErrors: [{ code: 'NOT_FOUND' }] });
    const answer = await gateway.execute('{ verifyLedger(runId: "00000000-0000-4000-8000-000000000000") { ok } }', {
      as: 'service',
    });
    expect(answer.data).toEqual({ verifyLedger: null });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND', surface: 'ops' } }]);
  });
});

describe('who may', () => {
  const text =
    'mutation { enqueueRun(input: { agent: "sync-odoo-agent", kind: "k", idempotencyKey: "boundary" }) { run { id } userErrors { code } } }';

  it.each(['ana', 'agent:workspace-indexer', 'agent:workspace-ask-docs', null])(
    'write the ledger: not %s, a BOUNDARY_VIOLATION that names the owner and who may',
    async (as) => {
      const { data, errors } = await gateway.execute(text, { as });
      expect(data).toEqual({ enqueueRun: null });
      expect(errors).toMatchObject([
        {
          path: ['enqueueRun'],
          extensions: {
            code: 'BOUNDARY_VIOLATION',
            surface: 'ops',
            owner: 'ops (SSOT)',
            // Those writers of the ledger who may enqueue a run.
            mayWrite: ['service', 'sync-odoo-agent', 'delivery-agent'],
          },
        },
      ]);
      expect(gateway.calls).toEqual([]);
    },
  );

  it('call off a run: not the agent, which writes the ledger otherwise: FORBIDDEN', async () => {
    const { run } = await enqueue();
    const { errors } = await gateway.execute(
      `mutation { cancelRun(input: { runId: "${run?.id}" }) { run { id } userErrors { code } } }`,
      { as: AGENT },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', surface: 'ops' } }]);
  });

  it('claim the runs of another agent: no agent, FORBIDDEN by the database', async () => {
    const { data, errors } = await gateway.execute(
      'mutation { claimRuns(input: { agent: "workspace-indexer", worker: "w" }) { runs { id } userErrors { code } } }',
      { as: AGENT },
    );
    expect(data).toEqual({ claimRuns: null });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('runStats', () => {
  it('counts runs by agent, status and hour', async () => {
    await gateway.owner((client) => client.query("insert into ops.agents values ('test-stats', '{test.run}')"));
    await enqueue({ agent: 'test-stats' });
    await enqueue({ agent: 'test-stats' });
    const answer = await gateway.execute(
      '{ runStats(filter: { agent: { eq: "test-stats" } }) { totalCount nodes { agent status count p50Ms p95Ms } } }',
      { as: 'service' },
    );
    expect(pick(answer.data, 'runStats.nodes')).toEqual([
      { agent: 'test-stats', status: 'QUEUED', count: 2, p50Ms: null, p95Ms: null },
    ]);
  });
});

describe('the viewer', () => {
  it('answers aliases', async () => {
    const { data } = await gateway.execute('{ v: viewer { k: kind a: agent } }', { as: AGENT });
    expect(data).toEqual({ v: { k: 'AGENT', a: 'sync-odoo-agent' } });
  });
});
