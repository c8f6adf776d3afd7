/** Handlers at a URL: what is posted and signed, what each answer means, and where nothing is posted. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHandler } from '../../docs/examples/edge-function.ts';
import { createHttpHandlers, type HttpHandlersConfig } from '../../src/agents/http-handlers.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { createTestServer } from '../support/http-server.ts';
import { AGENT, enqueue, eventTypes, readRun, type SeenRun, startTestWorker, untilRun } from '../support/worker.ts';

/** One for each test: what another has left in the queue is not claimed. */
let kind = 'report.count';
let tests = 0;
beforeEach(() => {
  tests += 1;
  kind = `report.count.${tests}`;
});
const secretOf = (letter: string) => `whsec_${Buffer.from(letter.repeat(32)).toString('base64')}`;
const SECRET = secretOf('a');

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await createTestGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const handlersAt = (url: string, given: Partial<HttpHandlersConfig> = {}) =>
  createHttpHandlers({
    ...{ agent: AGENT, kinds: [kind], url, secrets: [SECRET], leaseSeconds: 60, timeoutSeconds: 10 },
    ...{ mayBePrivate: true, isNeutralized: false, ...given },
  });

interface Asked {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

type Answer = readonly [status: number, body?: unknown, headers?: Record<string, string>];

/** A handler that gives the next of the answers, the last one for ever. */
async function createAnswering(...answers: readonly Answer[]) {
  const asked: Asked[] = [];
  const answer = (request: IncomingMessage, response: ServerResponse, body: string) => {
    const [status, said, headers = {}] = answers[Math.min(asked.length, answers.length - 1)] ?? [500];
    asked.push({ headers: request.headers as Record<string, string>, body });
    response.writeHead(status, headers).end(typeof said === 'string' ? said : (JSON.stringify(said) ?? ''));
  };
  return { ...(await createTestServer(answer)), asked };
}

/** Where the first attempt leads to. */
async function runOnce(url: string, given: Partial<HttpHandlersConfig> = {}, maxAttempts = 1): Promise<SeenRun> {
  await using _worker = startTestWorker(gateway, handlersAt(url, given));
  const id = await enqueue(gateway, { kind, input: { texts: ['a b'] }, maxAttempts });
  // Awaited here: the worker is gone with the end of the function.
  return await untilRun(
    gateway,
    id,
    ({ status, events }) => /^(SUCCEEDED|FAILED)$/.test(status) || events.nodes.some((e) => e.type === 'run.retried'),
  );
}

describe('a run is posted', () => {
  it('with all that a handler needs, signed by each secret as Standard Webhooks has it', async () => {
    await using handler = await createAnswering([200, { words: 2 }]);
    const run = await runOnce(handler.url, { secrets: [SECRET, secretOf('b')] });
    expect(run).toMatchObject({ status: 'SUCCEEDED', output: { words: 2 } });
    const [{ headers, body } = { headers: {}, body: '' }] = handler.asked;
    for (const secret of [SECRET, secretOf('b')])
      expect(new Webhook(secret).verify(body, headers)).toMatchObject({
        type: 'run.execute',
        data: {
          run: { id: run.id, agent: AGENT, kind, input: { texts: ['a b'] }, attempt: 1, fence: 1, retryOf: null },
          leaseSeconds: 60,
        },
      });
    expect(() => new Webhook(secretOf('c')).verify(body, headers)).toThrow('No matching signature');
    expect(headers['webhook-id']).toBe(`run_${run.id}_1`);
  });

  it('to the example, which knows either secret, and refuses any other', async () => {
    const handle = createHandler([secretOf('b')]);
    const answer = async (request: IncomingMessage, response: ServerResponse, body: string) => {
      const headers = new Headers(request.headers as Record<string, string>);
      const said = await handle(new Request('http://handler.invalid', { method: 'POST', headers, body }));
      response.writeHead(said.status).end(await said.text());
    };
    await using handler = await createTestServer(answer);
    expect(await runOnce(handler.url, { secrets: [SECRET, secretOf('b')] })).toMatchObject({
      ...{ status: 'SUCCEEDED', output: { words: 2 } },
    });
    expect(await runOnce(handler.url)).toMatchObject({
      ...{ status: 'FAILED', errorCode: 'FORBIDDEN', errorMessage: 'The signature is wrong' },
    });
  });
});

describe('an answer', () => {
  it.each<[string, Answer, Partial<SeenRun>]>([
    ['of 204 is an output of null', [204], { status: 'SUCCEEDED', output: null }],
    [
      'of 422 fails the run in its own words',
      [422, { code: 'BAD_USER_INPUT', message: 'No texts' }],
      { status: 'FAILED', errorCode: 'BAD_USER_INPUT', errorMessage: 'No texts' },
    ],
    [
      'of 404 without words fails it too',
      [404, 'not here'],
      { status: 'FAILED', errorCode: 'UPSTREAM_ERROR', errorMessage: 'The handler answered 404' },
    ],
    [
      'that redirects is not followed',
      [302, '', { location: 'http://127.0.0.1:1/' }],
      { status: 'FAILED', errorCode: 'UPSTREAM_ERROR' },
    ],
    [
      'that is no JSON fails it',
      [200, '<html>'],
      { status: 'FAILED', errorCode: 'UPSTREAM_ERROR', errorMessage: 'The handler answered what is no JSON' },
    ],
    ['that is too long fails it', [200, `"${'x'.repeat(262_144)}"`], { status: 'FAILED', errorCode: 'LIMIT_EXCEEDED' }],
    ['of 410 to a run that nobody called off is a failure', [410], { status: 'FAILED', errorCode: 'UPSTREAM_ERROR' }],
  ])('%s, once', async (_what, answer, expected) => {
    await using handler = await createAnswering(answer);
    const run = await runOnce(handler.url, {}, 3);
    expect(run).toMatchObject({ ...expected, attempt: 1 });
    expect(handler.asked).toHaveLength(1);
  });

  it.each<[string, Answer, string]>([
    ['429', [429, ''], 'RATE_LIMITED'],
    ['503', [503, ''], 'UPSTREAM_UNAVAILABLE'],
    ['500', [500, ''], 'UPSTREAM_ERROR'],
  ])('of %s has the run tried again', async (_status, answer, errorCode) => {
    await using handler = await createAnswering(answer, [200, 'true']);
    const run = await runOnce(handler.url, {}, 3);
    expect(run).toMatchObject({ status: 'QUEUED', errorCode });
  });

  it('of 429 with Retry-After has the run wait so long', async () => {
    await using handler = await createAnswering([429, '', { 'retry-after': '900' }]);
    const run = await runOnce(handler.url, {}, 3);
    const retried = run.events.nodes.find(({ type }) => type === 'run.retried')?.payload as { runAt: string };
    const waits = (Date.parse(retried.runAt) - Date.now()) / 1_000;
    expect(waits).toBeGreaterThan(800);
    expect(waits).toBeLessThanOrEqual(900);
  });

  it('that does not come in time has the run tried again, and so has a handler that is not there', async () => {
    await using silent = await createTestServer(() => new Promise(() => {}));
    expect(await runOnce(silent.url, { timeoutSeconds: 1 }, 3)).toMatchObject({ errorCode: 'UPSTREAM_TIMEOUT' });
    expect(await runOnce('http://127.0.0.1:1/', {}, 3)).toMatchObject({ errorCode: 'UPSTREAM_UNAVAILABLE' });
  });

  it("of 202 leaves the run to the handler, which ends it by the gateway's mutations with the agent's token", async () => {
    await using handler = await createAnswering([202]);
    await using worker = startTestWorker(gateway, handlersAt(handler.url));
    const id = await enqueue(gateway, { kind, input: { texts: [] } });
    while (handler.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    // The worker has let it go: stopped, it gives nothing back and cuts nothing.
    await worker.stop();
    const { fence } = JSON.parse(handler.asked[0]?.body ?? '').data.run;
    expect(await readRun(gateway, id)).toMatchObject({ status: 'RUNNING' });
    const as = `agent:${AGENT}`;
    const run = { runId: id, fence };
    const beat = 'mutation ($input: HeartbeatRunInput!) { heartbeatRun(input: $input) { userErrors { message } } }';
    expect((await gateway.execute(beat, { as, variables: { input: run } })).data?.heartbeatRun).toEqual({
      userErrors: [],
    });
    const end =
      'mutation ($input: MarkRunFinishedInput!) { markRunFinished(input: $input) { userErrors { message } } }';
    const input = { ...run, outcome: 'SUCCEEDED', output: { words: 0 } };
    expect((await gateway.execute(end, { as, variables: { input } })).data?.markRunFinished).toEqual({
      userErrors: [],
    });
    const ended = await readRun(gateway, id);
    expect(ended).toMatchObject({ status: 'SUCCEEDED', output: { words: 0 } });
    expect(eventTypes(ended)).toEqual(['run.enqueued', 'run.claimed', 'run.started', 'run.succeeded']);
  });
});

it('a run that was called off after an attempt is asked for, and ends as the handler says', async () => {
  await using handler = await createAnswering([500, ''], [410]);
  const id = await enqueue(gateway, { kind, input: {}, maxAttempts: 3 });
  await using _worker = startTestWorker(gateway, handlersAt(handler.url));
  await untilRun(gateway, id, ({ events }) => events.nodes.some(({ type }) => type === 'run.retried'));
  await gateway.execute('mutation ($id: ID!) { cancelRun(input: { runId: $id }) { userErrors { message } } }', {
    as: 'service',
    variables: { id },
  });
  expect(await untilRun(gateway, id)).toMatchObject({ status: 'CANCELLED' });
  expect(handler.asked.map(({ body }) => JSON.parse(body).type)).toEqual(['run.execute', 'run.check']);
});

describe('nothing is posted', () => {
  it.each(['http://127.0.0.1', 'http://localhost', 'http://10.1.2.3', 'http://[::1]', 'http://[::ffff:127.0.0.1]'])(
    'to %s, unless private addresses are allowed',
    async (host) => {
      await using handler = await createAnswering([200, 'true']);
      const url = `${host}:${new URL(handler.url).port}/`;
      expect(await runOnce(url, { mayBePrivate: false }, 3)).toMatchObject({
        status: 'FAILED',
        errorCode: 'NOT_CONFIGURED',
      });
      expect(handler.asked).toEqual([]);
    },
  );

  it('from staging', async () => {
    await using handler = await createAnswering([200, 'true']);
    expect(await runOnce(handler.url, { isNeutralized: true }, 3)).toMatchObject({
      status: 'FAILED',
      errorCode: 'NEUTRALIZED',
    });
    expect(handler.asked).toEqual([]);
  });
});
