/** Ageing: a run of low priority is claimed in the end, however many newer ones of higher priority come. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, type TestGateway } from '../../support/gateway.ts';
import { createLedger, newAgent, type RunRow } from '../../support/ledger.ts';

let gateway: TestGateway;
let ledger: ReturnType<typeof createLedger>;

beforeAll(async () => {
  gateway = await createTestGateway();
  ledger = createLedger(gateway);
});

afterAll(() => gateway[Symbol.asyncDispose]());

/** An agent with an ageing of its own. */
async function aged(seconds: number): Promise<string> {
  const agent = newAgent();
  await ledger.own('insert into ops.agents (name, kinds, ageing_seconds) values ($1, $2, $3)', [agent, ['k'], seconds]);
  return agent;
}

/** A run that was enqueued so many seconds ago. */
async function waiting(agent: string, seconds: number, priority: number): Promise<string> {
  const [row] = await ledger.own(
    `insert into ops.runs (agent, kind, priority, created_at, run_at)
     values ($1, 'k', $2, now() - make_interval(secs => $3), now() - make_interval(secs => $3)) returning id`,
    [agent, priority, seconds],
  );
  return String(row?.id);
}

const claim = async (agent: string, max = 1) =>
  (await ledger.call<RunRow>('claim', { agent, worker: 'w', max_runs: max })).map(({ id }) => id);

describe('a claim', () => {
  it('takes a run of low priority in the end, while newer ones of higher priority keep coming', async () => {
    const agent = await aged(60);
    const low = await waiting(agent, 0, 0);
    const claimed: string[] = [];
    for (let minute = 0; minute < 30 && !claimed.includes(low); minute += 1) {
      await ledger.enqueue({ agent, kind: 'k', priority: 10 });
      claimed.push(...(await claim(agent)));
      // A minute goes by for all that wait, which is one step.
      await ledger.own(
        `update ops.runs set claim_rank = claim_rank - 1
         where agent = $1 and status = 'QUEUED' and leased_by is null`,
        [agent],
      );
    }
    expect(claimed.indexOf(low)).toBeGreaterThanOrEqual(9);
    expect(claimed.indexOf(low)).toBeLessThanOrEqual(12);
  });

  it('counts each point of priority as much as the wait that the doctrine says', async () => {
    const agent = await aged(60);
    const older = await waiting(agent, 11 * 60, 0);
    const urgent = await waiting(agent, 0, 10);
    const newer = await waiting(agent, 8 * 60, 0);
    expect(await claim(agent, 3)).toEqual([older, urgent, newer]);
  });

  it('goes by priority alone where the doctrine says 0', async () => {
    const agent = await aged(0);
    const older = await waiting(agent, 86_400, 0);
    const urgent = await waiting(agent, 0, 1);
    expect(await claim(agent, 2)).toEqual([urgent, older]);
  });

  it('counts no time before a run may be claimed, and none before it was enqueued', async () => {
    const agent = await aged(60);
    const given = { agent, kind: 'k' };
    const backdated = await ledger.enqueue({ ...given, run_at: '2020-01-01' });
    const urgent = await ledger.enqueue({ ...given, priority: 5 });
    // Two points: a new step may begin between two of these, and is worth one.
    const [postponed] = await ledger.own(
      `insert into ops.runs (agent, kind, priority, created_at, run_at)
       values ($1, 'k', 2, now() - interval '1 day', now()) returning id`,
      [agent],
    );
    expect(await claim(agent, 3)).toEqual([urgent, postponed?.id, backdated]);
  });

  it('follows a change of the ageing for what waits already', async () => {
    const agent = await aged(60);
    const older = await waiting(agent, 600, 0);
    const urgent = await waiting(agent, 0, 100);
    await ledger.own('update ops.agents set ageing_seconds = 1 where name = $1', [agent]);
    expect(await claim(agent, 2)).toEqual([older, urgent]);
  });

  it('takes a time that never comes, and runs of an agent that is gone, without a fault', async () => {
    const agent = await aged(60);
    await ledger.enqueue({ agent, kind: 'k', run_at: 'infinity' });
    const id = await ledger.enqueue({ agent, kind: 'k' });
    await ledger.own('delete from ops.agents where name = $1', [agent]);
    expect(await claim(agent, 2)).toEqual([id]);
  });

  it('reads the first of an index, whatever waits behind', async () => {
    const agent = await aged(60);
    await ledger.own(
      `insert into ops.runs (agent, kind, priority, created_at, run_at)
       select $1, 'k', n % 20, now() - make_interval(secs => n), now() - make_interval(secs => n) from generate_series(1, 5000) n`,
      [agent],
    );
    await ledger.own('analyze ops.runs');
    const [row] = await ledger.own(
      `explain (analyze, format json, costs off) select r.id from ops.runs r
       where r.agent = '${agent}' and r.status = 'QUEUED' and r.leased_by is null and r.lines_ahead = 0 and r.run_at <= now()
       order by r.claim_rank, r.run_at, r.id limit 5 for no key update skip locked`,
    );
    const plan = JSON.stringify(row);
    expect(plan).toContain('runs_claimable');
    expect(plan).not.toContain('"Sort"');
  });
});
