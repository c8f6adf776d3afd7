/** An environment from when it is asked for until it is gone, by workers that crash and drivers that fail. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestGateway, type TestGateway } from '../../support/gateway.ts';
import { listedPull, openPullRequests, pullRequest, sha } from '../../support/pull-requests.ts';
import { readRun, readRunId, untilRun } from '../../support/worker.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await createTestGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());
beforeEach(() =>
  gateway.owner((client) =>
    client.script(
      `delete from ops.pull_request_environments; update ops.runs set run_at = 'infinity' where agent = 'delivery-agent' and status = 'QUEUED'`,
    ),
  ),
);

/** Reconciles once. @returns The output of its run, or the message of its failure. */
async function reconcile(): Promise<unknown> {
  const answer = await gateway.execute(
    'mutation { enqueueRun(input: { agent: "delivery-agent", kind: "environment.reconcile", maxAttempts: 1 }) { run { id } userErrors { message } } }',
    { as: 'service' },
  );
  const { output, errorMessage } = await untilRun(gateway, readRunId(answer, 'enqueueRun'));
  return output ?? errorMessage;
}

describe('an environment', () => {
  it('becomes ready, is made anew for a newer commit, and is gone when its pull request is closed', async () => {
    await using pulls = await openPullRequests(gateway);
    await using _worker = pulls.worker();
    const { body } = await pulls.deliver(pullRequest(1));
    const ready = await pulls.until(1, 'READY');
    expect(ready).toMatchObject({
      url: 'http://pr-1-feature-one.preview.example.com',
      readySha: sha('a'),
      lastError: null,
    });
    const { events } = await untilRun(gateway, String(body.run));
    expect(events.nodes.map(({ type }) => type)).toEqual([
      'run.enqueued',
      'run.claimed',
      'run.started',
      'environment.opening',
      'environment.ready',
      'run.succeeded',
    ]);
    await pulls.deliver(pullRequest(1, { action: 'synchronize', sha: sha('b') }));
    while ((await pulls.environments())[0]?.readySha !== sha('b')) await delay(50);
    await pulls.deliver(pullRequest(1, { action: 'closed', sha: sha('b') }));
    expect((await pulls.until(1, 'CLOSED')).closedAt).not.toBeNull();
    expect(pulls.made()).toEqual([]);
    // Opened again: another one.
    await pulls.deliver(pullRequest(1, { action: 'reopened', sha: sha('b') }));
    expect((await pulls.until(1, 'READY')).readySha).toBe(sha('b'));
    expect(await pulls.environments()).toHaveLength(2);
  });

  it('gives its driver the variables that it may see, and no other', async () => {
    await using pulls = await openPullRequests(gateway);
    await using _worker = pulls.worker();
    await pulls.deliver(pullRequest(2, { branch: '$(touch /tmp/x) `id`' }));
    await pulls.until(2, 'READY');
    expect(JSON.parse(readFileSync(join(pulls.folder, 'env'), 'utf8'))).toEqual({ GIVEN: 'yes' });
    const { asked } = JSON.parse(readFileSync(join(pulls.folder, 'environments', 'pr-2-touch-tmp-x-id'), 'utf8'));
    expect(asked.branch).toBe('$(touch /tmp/x) `id`');
    // As docs/pull-requests.md says, and nothing else of what the ledger knows.
    expect(Object.keys(asked)).toEqual(['name', 'hostName', 'repository', 'number', 'branch', 'sha']);
  });

  it('whose worker crashed in between is finished by another, and closed while it is made, it is gone', async () => {
    await using pulls = await openPullRequests(gateway, { driver: { delayMs: 60_000 } });
    // Its lease is that of a worker that nobody hears of again.
    const crashed = pulls.worker({ leaseSeconds: 5, drainMs: 0 });
    const { body } = await pulls.deliver(pullRequest(3));
    while (!pulls.calls().includes('create pr-3-feature-one')) await delay(20);
    await crashed.stop();
    pulls.put('quick');
    await using _worker = pulls.worker();
    await pulls.until(3, 'READY');
    expect((await readRun(gateway, String(body.run))).attempt).toBeGreaterThan(1);
    await pulls.deliver(pullRequest(3, { action: 'closed' }));
    await pulls.until(3, 'CLOSED');
    expect(pulls.made()).toEqual([]);
  });

  it('that cannot be made says why, and a newer commit tries again', async () => {
    await using pulls = await openPullRequests(gateway, { driver: { failing: 'create' } });
    await using _worker = pulls.worker();
    await pulls.deliver(pullRequest(4));
    expect((await pulls.until(4, 'FAILED')).lastError).toContain('ended with 3: the pretend driver was told to fail');
    pulls.put('mended');
    await pulls.deliver(pullRequest(4, { action: 'synchronize', sha: sha('d') }));
    expect((await pulls.until(4, 'READY')).lastError).toBeNull();
  });

  it('takes no longer than its driver may, and what the driver started ends with it', async () => {
    await using pulls = await openPullRequests(gateway, { driver: { delayMs: 60_000, seconds: 1 } });
    await using _worker = pulls.worker();
    await pulls.deliver(pullRequest(5));
    expect((await pulls.until(5, 'FAILED')).lastError).toContain('was stopped after 1 s');
  });

  it('waits for a place, says so, and gets the next one that is free, the oldest first', async () => {
    await using pulls = await openPullRequests(gateway, { settings: { places: { perProject: 1, overall: 5 } } });
    await using _worker = pulls.worker();
    for (const number of [6, 7, 8]) await pulls.deliver(pullRequest(number));
    await pulls.until(6, 'READY');
    expect((await pulls.until(7, 'WAITING')).lastError).toBe('It waits: 1 of 1 places of its project are taken');
    await pulls.deliver(pullRequest(6, { action: 'closed' }));
    await pulls.until(7, 'READY');
    await pulls.until(8, 'WAITING');
    await pulls.deliver(pullRequest(8, { action: 'closed' }));
    await pulls.until(8, 'CLOSED');
    expect(pulls.calls()).not.toContain('create pr-8-feature-one');
  });
});

describe('reconciling', () => {
  it('closes what GitHub has closed, opens what nobody told of, and takes away what the ledger does not know', async () => {
    await using pulls = await openPullRequests(gateway);
    await using _worker = pulls.worker();
    await pulls.deliver(pullRequest(10));
    await pulls.until(10, 'READY');
    await pulls.work.driverOf('pretend').create(
      {
        name: 'pr-99-left',
        hostName: 'x.example.com',
        repository: 'acme/shop',
        number: 99,
        branch: 'left',
        sha: sha('a'),
      },
      new AbortController().signal,
    );
    pulls.put('environments/odoo');
    pulls.open = [listedPull(11), listedPull(12, { from: 'stranger/shop' })];
    expect(await reconcile()).toMatch(/odoo|is no name/);
    rmSync(join(pulls.folder, 'environments', 'odoo'));
    expect(await reconcile()).toMatchObject({ orphans: ['pr-99-left'], problems: [] });
    expect(pulls.listed.token).toBe('Bearer a-token');
    await pulls.until(10, 'CLOSED');
    await pulls.until(11, 'READY');
    expect(pulls.made()).toEqual(['pr-11-feature-one']);
    expect(await reconcile()).toEqual({ closed: [], opened: [], driven: [], orphans: [], problems: [] });
  });

  it('changes nothing where the list cannot be had', async () => {
    await using pulls = await openPullRequests(gateway);
    await using _worker = pulls.worker();
    await pulls.deliver(pullRequest(20));
    await pulls.until(20, 'READY');
    pulls.open = 503;
    expect(await reconcile()).toContain('acme/shop: The list of open pull requests is answered with 503');
    await pulls.until(20, 'READY');
  });

  it('reads every page of a long list', async () => {
    await using pulls = await openPullRequests(gateway);
    await using _worker = pulls.worker();
    await pulls.deliver(pullRequest(150));
    await pulls.until(150, 'READY');
    pulls.open = Array.from({ length: 250 }, (_, index) =>
      listedPull(index + 1, { from: index === 149 ? 'acme/shop' : 'stranger/shop' }),
    );
    expect(await reconcile()).toMatchObject({ closed: [], opened: [] });
  });

  it('drives on what stands still, and starts again what is down', async () => {
    await using pulls = await openPullRequests(gateway);
    await pulls.deliver(pullRequest(30));
    await gateway.owner((client) =>
      client.script(
        "delete from ops.run_places where agent = 'delivery-agent'; update ops.runs set run_at = 'infinity' where agent = 'delivery-agent' and status = 'QUEUED'",
      ),
    );
    pulls.open = [listedPull(30)];
    await using _worker = pulls.worker();
    expect(await reconcile()).toMatchObject({ driven: ['pr-30-feature-one'] });
    await pulls.until(30, 'READY');
    writeFileSync(join(pulls.folder, 'environments', 'pr-30-feature-one'), JSON.stringify({ running: false }));
    expect(await reconcile()).toMatchObject({ driven: ['pr-30-feature-one'] });
    await pulls.until(30, 'READY');
  });

  it('closes environments of a repository that is named no more', async () => {
    await using pulls = await openPullRequests(gateway);
    await pulls.deliver(pullRequest(40));
    await using without = await openPullRequests(gateway, { settings: { repositories: {} } });
    await using _worker = without.worker();
    expect(await reconcile()).toMatchObject({ closed: ['pr-40-feature-one'] });
    await without.until(40, 'CLOSED');
  });
});
