/** `Subscription.runs`: each run that changes, from a cursor on, whatever commits when. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCursor, makeOldCursor } from '../support/cursors.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';
import { createLedger, DOORS, errorsOf, type LiveOptions, type LiveSubscription, subscribe } from '../support/live.ts';
import { isRealStack } from '../support/stack.ts';

const RUNS = `subscription ($filter: RunFilter, $after: String) {
  runs(filter: $filter, after: $after) { cursor run { id status } }
}`;

let gateway: TestGateway;
let http: Awaited<ReturnType<typeof serve>>;
let ledger: ReturnType<typeof createLedger>;

beforeAll(async () => {
  gateway = await createTestGateway({ pollMs: 60_000 });
  http = await serve(gateway);
  ledger = createLedger(gateway);
});

afterAll(async () => {
  await http[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
});

const cursorOf = async (runs: LiveSubscription) => String((await runs.take(1, 'runs.cursor'))[0]);
const byKind = (kind: string) => ({ kind: { eq: kind } });

describe.each(DOORS)('by %s', (door) => {
  const open = (variables: Record<string, unknown>) => subscribe(http.url, door, RUNS, { as: 'service', variables });

  it('says first where it begins, and sends what changes from then on', async () => {
    const kind = `begin ${door}`;
    await ledger.enqueue(kind);
    const runs = await open({ filter: byKind(kind) });
    const first = await runs.next();
    expect(first).toEqual({ data: { runs: { cursor: expect.any(String), run: null } } });
    const run = await ledger.enqueue(kind);
    expect(await runs.take(1, 'runs.run')).toEqual([{ id: run, status: 'QUEUED' }]);
    await ledger.cancel(run);
    expect(await runs.take(1, 'runs.run')).toEqual([{ id: run, status: 'CANCELLED' }]);
    await runs.end();
  });

  it('goes on from any cursor that it gave: nothing is lost, nothing comes twice', async () => {
    const kind = `resume ${door}`;
    const before = await open({ filter: byKind(kind) });
    const begin = await cursorOf(before);
    const missed = [await ledger.enqueue(kind), await ledger.enqueue(kind), await ledger.enqueue(kind)];
    expect(await before.take(2, 'runs.run.id')).toEqual(missed.slice(0, 2));
    await before.end();
    const again = await open({ filter: byKind(kind), after: begin });
    const [one, two] = [await again.next(), await again.next()];
    expect([one, two].map(({ data }) => pick(data, 'runs.run.id'))).toEqual(missed.slice(0, 2));
    await again.end();
    const later = await ledger.enqueue(kind);
    const after = String(pick(two.data, 'runs.cursor'));
    const rest = await open({ filter: byKind(kind), after });
    expect(await rest.take(2, 'runs.run.id')).toEqual([missed[2], later]);
    await rest.end();
  });
});

it('sends all that one transaction changed, more than a page of it', async () => {
  const kind = 'many at once';
  const options = { as: 'service', variables: { filter: byKind(kind) } };
  const runs = await subscribe(http.url, 'websocket', RUNS, options);
  await cursorOf(runs);
  await ledger.sql(
    `select count(*) from generate_series(1, 250) n cross join lateral ops.enqueue('sync-odoo-agent', $1, to_jsonb(n))`,
    [kind],
  );
  const seen = await runs.take(250, 'runs.run.id');
  expect(new Set(seen).size).toBe(250);
  await runs.end();
});

it('takes the filters of lists, through relations too, and selects a run under several names', async () => {
  const query = `subscription ($kind: String!) {
    change: runs(filter: { kind: { eq: $kind }, events: { some: { type: { eq: "step" } } } }) {
      __typename at: cursor run { kind } same: run { events(last: 1) { nodes { seq } } }
    }
  }`;
  const kind = 'filtered';
  const runs = await subscribe(http.url, 'websocket', query, { as: 'service', variables: { kind } });
  expect((await runs.next()).data).toMatchObject({ change: { __typename: 'RunChange', run: null, same: null } });
  await ledger.enqueue(kind);
  await ledger.append(await ledger.enqueue(kind), 2);
  await ledger.append(await ledger.enqueue('another kind'), 2);
  const last = await ledger.enqueue(kind);
  await ledger.append(last, 6);
  const seqs = await runs.take(2, 'change.same.events.nodes.0.seq');
  expect(seqs).toEqual([3, 7]);
  await runs.end();
});

it('answers the same through graphql-js', async () => {
  await using ordinary = await createTestGateway({ beside: gateway, lanes: 'ordinary' });
  await using other = await serve(ordinary);
  const kind = 'both lanes';
  const begin = await cursorOf(await subscribe(http.url, 'websocket', RUNS, { as: 'service' }));
  await ledger.append(await ledger.enqueue(kind), 1);
  const query = `subscription ($after: String!) { runs(after: $after, filter: { kind: { eq: "${kind}" } }) {
    c: cursor __typename run { id input events { totalCount nodes { payload } } } again: run { kind } } }`;
  const seen: unknown[] = [];
  for (const url of [http.url, other.url]) {
    const runs = await subscribe(url, 'websocket', query, { as: 'service', variables: { after: begin } });
    seen.push(await runs.next());
    await runs.end();
  }
  expect(seen[0]).toMatchObject({ data: { runs: { again: { kind } } } });
  expect(seen[1]).toEqual(seen[0]);
});

describe('refused', () => {
  const refusal = async (options: LiveOptions) => {
    const [result] = await (await subscribe(http.url, 'websocket', RUNS, options)).rest().catch(errorsOf);
    return result?.errors?.map(({ path, extensions }) => ({ path, code: extensions.code }));
  };
  const path = ['runs'];
  const ID = '00000000-0000-4000-8000-000000000000';
  const cursor = (...values: unknown[]) => makeCursor(values);

  it.each<[string, LiveOptions, string]>([
    ['a user', { as: 'ana' }, 'FORBIDDEN'],
    ['a text that is no cursor', { as: 'service', variables: { after: 'x' } }, 'BAD_USER_INPUT'],
    [
      'a cursor of the old form',
      { as: 'service', variables: { after: makeOldCursor('changed_in,id', '1', ID) } },
      'BAD_USER_INPUT',
    ],
    [
      "a cursor of another kind of viewer's",
      { as: 'service', variables: { after: makeCursor(['changed_in,id', '1', ID], 'agent:sync-odoo-agent') } },
      'BAD_USER_INPUT',
    ],
    ['a cursor of a list', { as: 'service', variables: { after: cursor('created_at-,id', 1, 2) } }, 'BAD_USER_INPUT'],
    [
      'a cursor of a database that was ahead',
      {
        as: 'service',
        variables: { after: cursor('changed_in,id', '9000000000000', ID) },
      },
      'BAD_USER_INPUT',
    ],
  ])('is %s', async (_what, options, code) => {
    expect(await refusal(options)).toEqual([{ path, code }]);
  });
});

describe.runIf(isRealStack)('a transaction that commits late', () => {
  it('is not passed over by one that began after it and committed before it', async () => {
    const kind = 'late';
    const [slow, quick] = [await ledger.enqueue(kind), await ledger.enqueue(kind)];
    const options = { as: 'service', variables: { filter: byKind(kind) } };
    const runs = await subscribe(http.url, 'websocket', RUNS, options);
    const begin = await cursorOf(runs);
    await gateway.owner(async (client) => {
      await client.script('begin');
      await client.query("select seq from ops.append_event($1, 'step')", [slow]);
      await ledger.append(quick);
      // Committed now, and a reader past it would never look at the slow one again.
      const answer = await gateway.execute('query ($id: ID!) { run(id: $id) { events { totalCount } } }', {
        as: 'service',
        variables: { id: quick },
      });
      expect(pick(answer.data, 'run.events.totalCount')).toBe(2);
      await client.script('commit');
    });
    expect(await runs.take(2, 'runs.run.id')).toEqual([slow, quick]);
    await runs.end();
    const again = await subscribe(http.url, 'event stream', RUNS, {
      as: 'service',
      variables: { filter: byKind(kind), after: begin },
    });
    expect(await again.take(2, 'runs.run.id')).toEqual([slow, quick]);
    await again.end();
  });
});
