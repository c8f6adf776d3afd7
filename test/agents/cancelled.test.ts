/** A cancel that meets a worker at its work: the ledger keeps what was done, whichever came first. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Handlers, RunCancelled, RunError } from '../../src/agents/handler.ts';
import type { RunNotices } from '../../src/ops/ledger.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { enqueue, eventTypes, startTestWorker, untilRun } from '../support/worker.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await createTestGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

async function cancel(id: string): Promise<unknown> {
  const { data } = await gateway.execute(
    'mutation ($id: ID!) { cancelRun(input: { runId: $id }) { run { status cancelRequestedBy } userErrors { code } } }',
    { as: 'service', variables: { id } },
  );
  return pick(data, 'cancelRun.run');
}

/** What the database would tell a worker that listens. */
const notices: { heard?: RunNotices } = {};
const subscribe = (heard: RunNotices) => {
  notices.heard = heard;
  return async () => {};
};

describe('a handler at work', () => {
  it('that listens stops at once, and the run is CANCELLED', async () => {
    const handlers: Handlers = {
      listens: (_run, { cancelRequested }) =>
        new Promise((_resolve, reject) => {
          cancelRequested.addEventListener('abort', () => reject(new RunCancelled()));
        }),
    };
    await using _worker = startTestWorker(gateway, handlers, { subscribe });
    const id = await enqueue(gateway, { kind: 'listens' });
    await untilRun(gateway, id, ({ status }) => status === 'RUNNING');
    expect(await cancel(id)).toEqual({ status: 'RUNNING', cancelRequestedBy: 'service' });
    notices.heard?.cancelRequested?.(id);
    const run = await untilRun(gateway, id);
    expect(run).toMatchObject({ status: 'CANCELLED', attempt: 1, errorCode: null });
    expect(eventTypes(run).slice(2)).toEqual(['run.started', 'run.cancel_requested', 'run.cancelled']);
  });

  it('that is about to change another system does not, where the cancel came first', async () => {
    let changed = 0;
    const handlers: Handlers = {
      changes: async ({ id }, { beginEffect }) => {
        await cancel(id);
        await beginEffect({ model: 'res.partner' });
        changed += 1;
      },
    };
    await using _worker = startTestWorker(gateway, handlers);
    const run = await untilRun(gateway, await enqueue(gateway, { kind: 'changes' }));
    expect([run.status, changed]).toEqual(['CANCELLED', 0]);
    expect(eventTypes(run)).not.toContain('run.effect_begun');
  });

  it('that has changed it already ends as it does: the cancel came too late', async () => {
    const handlers: Handlers = {
      late: async ({ id }, { beginEffect }) => {
        await beginEffect();
        await cancel(id);
        return { ids: [7] };
      },
    };
    await using _worker = startTestWorker(gateway, handlers);
    const run = await untilRun(gateway, await enqueue(gateway, { kind: 'late' }));
    expect(run).toMatchObject({ status: 'SUCCEEDED', output: { ids: [7] } });
    expect(eventTypes(run).slice(3)).toEqual([
      'run.effect_begun',
      'run.cancel_requested',
      'run.cancel_too_late',
      'run.succeeded',
    ]);
  });

  it('that says to be cancelled though nobody asked has failed', async () => {
    const handlers: Handlers = {
      odd: async () => {
        throw new RunCancelled();
      },
    };
    await using _worker = startTestWorker(gateway, handlers);
    const run = await untilRun(gateway, await enqueue(gateway, { kind: 'odd', maxAttempts: 1 }));
    expect(run).toMatchObject({ status: 'FAILED', errorCode: 'INTERNAL_SERVER_ERROR' });
  });
});

describe('after an attempt whose end nobody knows', () => {
  const lose = async ({ id }: { id: string }) => {
    await cancel(id);
    throw new RunError('UPSTREAM_TIMEOUT', 'No answer came', { retryable: true });
  };

  it.each([
    ['did it', async () => ({ ids: [7] }), { status: 'SUCCEEDED', output: { ids: [7] }, attempt: 2 }],
    [
      'did nothing',
      async () => {
        throw new RunCancelled();
      },
      { status: 'CANCELLED', output: null, attempt: 2 },
    ],
  ])('the check alone is made, and says that it %s', async (_what, check, ended) => {
    let executed = 0;
    const execute = async (run: { id: string }) => {
      executed += 1;
      return lose(run);
    };
    await using _worker = startTestWorker(gateway, { checked: { execute, check } });
    const run = await untilRun(gateway, await enqueue(gateway, { kind: 'checked', maxAttempts: 1 }));
    expect(run).toMatchObject(ended);
    expect(executed).toBe(1);
  });

  it('a handler that cannot check is not asked again: the run fails, and says why', async () => {
    await using _worker = startTestWorker(gateway, { blind: lose });
    const run = await untilRun(gateway, await enqueue(gateway, { kind: 'blind' }));
    expect(run).toMatchObject({ status: 'FAILED', errorCode: 'CONFLICT', attempt: 2 });
    expect(run.errorMessage).toMatch(/what that one did is not known/);
  });
});
