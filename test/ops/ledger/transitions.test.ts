/** The states of a run: every pair of states is either a step that the database takes or one that it refuses. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, type TestGateway } from '../../support/gateway.ts';
import { createLedger } from '../../support/ledger.ts';

const STATES = ['QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED', 'DEAD'];
const STEPS: Readonly<Record<string, readonly string[]>> = {
  QUEUED: ['QUEUED', 'RUNNING', 'CANCELLED', 'DEAD', 'FAILED'],
  RUNNING: ['RUNNING', 'SUCCEEDED', 'FAILED', 'QUEUED', 'CANCELLED', 'DEAD'],
};
const PAIRS = STATES.flatMap((from) =>
  STATES.map((to) => [from, to, STEPS[from]?.includes(to) ? 'is taken' : 'is refused'] as const),
);

let gateway: TestGateway;
let ledger: ReturnType<typeof createLedger>;

beforeAll(async () => {
  gateway = await createTestGateway();
  ledger = createLedger(gateway);
});

afterAll(() => gateway[Symbol.asyncDispose]());

/** A run in a state, as only the owner can put it there. */
async function put(status: string): Promise<string> {
  const [row] = await ledger.own('insert into ops.runs (agent, kind, status) values ($1, $2, $3) returning id', [
    'a',
    'k',
    status,
  ]);
  return String(row?.id);
}

describe('a step of a run', () => {
  it.each(PAIRS)('from %s to %s %s, also from the owner', async (from, to, outcome) => {
    const id = await put(from);
    const step = ledger.own("update ops.runs set status = $2, error_code = 'x' where id = $1", [id, to]);
    if (outcome === 'is taken') await expect(step).resolves.toEqual([]);
    else await expect(step).rejects.toMatchObject({ code: 'TP409' });
    expect((await ledger.run(id)).status).toBe(outcome === 'is taken' ? to : from);
  });

  it('to a state that does not exist is refused', async () => {
    await expect(put('PAUSED')).rejects.toMatchObject({ code: '23514' });
  });

  it.each([
    ["agent = 'b'"],
    ["kind = 'b'"],
    ["input = '{}'"],
    ["idempotency_key = 'b'"],
    ["requested_by = 'b'"],
    ['created_at = now()'],
    ['max_attempts = 9'],
    ['id = gen_random_uuid()'],
    ['fence = fence - 1'],
    ['attempt = attempt - 1'],
    ['last_seq = last_seq - 1'],
  ])('that says "%s" is refused', async (change) => {
    const { id } = await ledger.claimed({ max_attempts: 3 });
    await expect(ledger.own(`update ops.runs set ${change} where id = $1`, [id])).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('of an ended run is none, but that its events leave for the archive', async () => {
    const { id, fence } = await ledger.running();
    await ledger.one('mark_finished', { run_id: id, fence, outcome: 'SUCCEEDED', output: '{"a":1}' });
    for (const change of ["output = '{}'", 'priority = 3', "leased_by = 'x', leased_until = now()", 'last_seq = 9'])
      await expect(ledger.own(`update ops.runs set ${change} where id = $1`, [id]), change).rejects.toMatchObject({
        code: 'TP409',
      });
    await ledger.own("update ops.runs set archived_seq = 2, archived_hash = sha256('x') where id = $1", [id]);
    await expect(ledger.own('update ops.runs set archived_seq = 1 where id = $1', [id])).rejects.toThrow();
  });

  it('moves the cursor of live readers and the time of the last change', async () => {
    const { id, fence } = await ledger.claimed();
    const read = async () =>
      (
        await ledger.own(
          'select changed_in::text::int8::text as cursor, updated_at::text as at from ops.runs where id = $1',
          [id],
        )
      )[0] as { cursor: string; at: string };
    const before = await read();
    await ledger.one('heartbeat', { run_id: id, fence });
    const after = await read();
    expect(BigInt(after.cursor)).toBeGreaterThan(BigInt(before.cursor));
    expect(after.at > before.at).toBe(true);
  });
});
