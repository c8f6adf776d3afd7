/** `demo-agent` in the gateway's own process, as the embedded start has it: a run goes by, and nothing else is changed. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWorkerInProcess } from '../../src/cli/working.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';
import { subscribe } from '../support/live.ts';
import { readRunId, untilRun } from '../support/worker.ts';

let gateway: TestGateway;
let http: Awaited<ReturnType<typeof serve>>;
let stop: () => Promise<void>;

beforeAll(async () => {
  gateway = await createTestGateway();
  http = await serve(gateway);
  const { postgres } = gateway.sources;
  if (!postgres) throw new Error('the gateway has no database');
  const config = readConfig({}, () => 'x'.repeat(32));
  stop = startWorkerInProcess(config, { postgres, log: createLog('silent') });
});
afterAll(async () => {
  await stop();
  await http[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
});

async function count(input: object): Promise<string> {
  const answer = await gateway.execute(
    'mutation ($input: JSON) { enqueueRun(input: { agent: "demo-agent", kind: "demo.count", input: $input }) { run { id } } }',
    { as: 'service', variables: { input } },
  );
  return readRunId(answer, 'enqueueRun');
}

it('is seen to go from QUEUED to RUNNING to SUCCEEDED, with each number it counts', async () => {
  const id = await count({ to: 3, everyMs: 10 });
  const live = await subscribe(
    http.url,
    'event stream',
    `subscription { runEvents(runId: "${id}") { type payload } }`,
    {
      as: 'service',
    },
  );
  const seen = (await live.rest()).map(({ data }) => data?.runEvents as { type: string; payload: unknown });
  expect(seen.map(({ type }) => type)).toEqual([
    ...['run.enqueued', 'run.claimed', 'run.started'],
    ...['demo.counted', 'demo.counted', 'demo.counted', 'run.succeeded'],
  ]);
  expect(seen[5]?.payload).toEqual({ number: 3, of: 3 });
  expect(await untilRun(gateway, id)).toMatchObject({ status: 'SUCCEEDED', output: { counted: 3 } });
});

it('stops counting when it is called off', async () => {
  const id = await count({ to: 100, everyMs: 200 });
  await untilRun(gateway, id, ({ events }) => events.nodes.some(({ type }) => type === 'demo.counted'));
  await gateway.execute('mutation ($id: ID!) { cancelRun(input: { runId: $id }) { userErrors { message } } }', {
    as: 'service',
    variables: { id },
  });
  expect(await untilRun(gateway, id)).toMatchObject({ status: 'CANCELLED' });
});

it('refuses an input that is no counting', async () => {
  const run = await untilRun(gateway, await count({ to: 1_000 }));
  expect(run).toMatchObject({ status: 'FAILED', errorCode: 'BAD_USER_INPUT', attempt: 1 });
  expect(run.errorMessage).toContain('input.to');
});

it('sees its own runs alone', async () => {
  const { data } = await gateway.execute('{ runs(first: 100) { nodes { agent } } }', { as: 'agent:demo-agent' });
  const agents = (pick(data, 'runs.nodes') as { agent: string }[]).map(({ agent }) => agent);
  expect(new Set(agents)).toEqual(new Set(['demo-agent']));
});
