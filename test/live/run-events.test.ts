/** `Subscription.runEvents`: every event of a run, once and in order, from a number on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PostgresSource } from '../../src/postgres/source.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';
import { createLedger, DOORS, errorsOf, type LiveOptions, subscribe } from '../support/live.ts';

const EVENTS = 'subscription ($run: ID!, $after: Int) { runEvents(runId: $run, after: $after) { seq type } }';
const NOBODY = '00000000-0000-4000-8000-000000000000';

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

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe.each(DOORS)('by %s', (door) => {
  it('sends what was missed and what comes, in order, without a gap or a double', async () => {
    const run = await ledger.enqueue();
    await ledger.append(run, 230);
    const events = await subscribe(http.url, door, EVENTS, { as: 'service', variables: { run } });
    expect(await events.take(100, 'runEvents.seq')).toEqual(numbers(1, 100));
    await ledger.append(run, 20);
    expect(await events.take(151, 'runEvents.seq')).toEqual(numbers(101, 251));
    await events.end();
  });

  it('goes on after the number that is given', async () => {
    const run = await ledger.enqueue();
    await ledger.append(run, 9);
    const events = await subscribe(http.url, door, EVENTS, { as: 'service', variables: { run, after: 7 } });
    expect(await events.take(3, 'runEvents.seq')).toEqual([8, 9, 10]);
    await events.end();
  });

  it('is woken by a change of many runs at once', async () => {
    const kind = `test.together.${door}`;
    const runs = [await ledger.enqueue(kind), await ledger.enqueue(kind)];
    const following = await Promise.all(
      runs.map((run) => subscribe(http.url, door, EVENTS, { as: 'service', variables: { run } })),
    );
    for (const events of following) expect(await events.take(1, 'runEvents.type')).toEqual(['run.enqueued']);
    await gateway.owner((client) =>
      client.query("select ops.claim('sync-odoo-agent', 'w', array[$1], max_runs => 2)", [kind]),
    );
    for (const events of following) {
      expect(await events.take(1, 'runEvents.type')).toEqual(['run.claimed']);
      await events.end();
    }
  });

  it('completes when the run has ended and the last event was sent', async () => {
    const run = await ledger.enqueue();
    const events = await subscribe(http.url, door, EVENTS, { as: 'service', variables: { run } });
    expect(await events.take(1, 'runEvents.type')).toEqual(['run.enqueued']);
    await ledger.append(run);
    await ledger.cancel(run);
    const rest = await events.rest();
    expect(rest.map(({ data }) => data)).toEqual([
      { runEvents: { seq: 2, type: 'step' } },
      { runEvents: { seq: 3, type: 'run.cancelled' } },
    ]);
  });
});

describe('an event', () => {
  const DETAILS = `subscription ($run: ID!) {
    step: runEvents(runId: $run, after: 1) { ...E kind: type run { id agent events(first: 1) { totalCount nodes { type } } } }
  }
  fragment E on RunEvent { __typename seq payload createdAt }`;

  it('is what a query answers of it, joins and aliases too, by either lane', async () => {
    const run = await ledger.enqueue();
    await ledger.append(run, 2);
    await using ordinary = await createTestGateway({ beside: gateway, lanes: 'ordinary' });
    await using other = await serve(ordinary);
    const options = { as: 'service', variables: { run } };
    const asked = await gateway.execute(
      `query ($run: ID!) { run(id: $run) { events { nodes {
         __typename seq payload createdAt kind: type run { id agent events(first: 1) { totalCount nodes { type } } }
       } } } }`,
      options,
    );
    const expected = (pick(asked.data, 'run.events.nodes') as unknown[]).slice(1).map((step) => ({ data: { step } }));
    for (const url of [http.url, other.url]) {
      const events = await subscribe(url, 'websocket', DETAILS, options);
      expect([await events.next(), await events.next()]).toEqual(expected);
      await events.end();
    }
  });

  it('is null with its error where the database holds a null that the schema does not have', async () => {
    await using broken = await createTestGateway({ beside: gateway, postgres: nullTypes(gateway) });
    await using other = await serve(broken);
    const run = await ledger.enqueue();
    const events = await subscribe(other.url, 'websocket', EVENTS, { as: 'service', variables: { run } });
    const result = await events.next();
    expect(result.data).toEqual({ runEvents: null });
    expect(result.errors).toMatchObject([
      { path: ['runEvents', 'type'], extensions: { code: 'INTERNAL_SERVER_ERROR' } },
    ]);
    await events.end();
  });
});

describe.each(DOORS)('refused by %s', (door) => {
  const refusal = async (query: string, options: LiveOptions) => {
    const [result, ...others] = await (await subscribe(http.url, door, query, options)).rest().catch(errorsOf);
    expect(others).toEqual([]);
    return result?.errors?.map(({ message, path, extensions }) => ({ message, path, code: extensions.code }));
  };
  const path = ['runEvents'];

  it.each<[string, LiveOptions, unknown]>([
    ['a user', { as: 'ana', variables: { run: NOBODY } }, { path, code: 'FORBIDDEN' }],
    ['another agent', { as: 'agent:workspace-indexer', variables: { run: NOBODY } }, { path, code: 'FORBIDDEN' }],
    ['a run that there is not', { as: 'service', variables: { run: NOBODY } }, { path, code: 'NOT_FOUND' }],
    ['an id that is none', { as: 'service', variables: { run: '7' } }, { path, code: 'BAD_USER_INPUT' }],
    [
      'a variable of another type',
      { as: 'service', variables: { run: NOBODY, after: 'x' } },
      { code: 'BAD_USER_INPUT' },
    ],
    ['a variable that is missing', { as: 'service' }, { code: 'BAD_USER_INPUT' }],
    ['a negative number', { as: 'service', variables: { run: NOBODY, after: -1 } }, { path, code: 'BAD_USER_INPUT' }],
  ])('is %s', async (_what, options, expected) => {
    expect(await refusal(EVENTS, options)).toMatchObject([expected]);
  });

  it('is a number that the run has not reached: it would wait while others come by', async () => {
    const run = await ledger.enqueue();
    expect(await refusal(EVENTS, { as: 'service', variables: { run, after: 2 } })).toMatchObject([
      { message: 'Argument "after" is 2, and the last event of the run is 1', code: 'BAD_USER_INPUT' },
    ]);
  });

  it.each([
    ['a field that there is not', 'subscription { runEvents(runId: "x") { nothing } }'],
    ['two root fields', 'subscription { a: runs { cursor } b: runs { cursor } }'],
    ['a text that is no GraphQL', 'subscription {'],
    ['several operations and no name', 'subscription A { runs { cursor } } subscription B { runs { cursor } }'],
    ['a selection that is left out', 'subscription { runs @skip(if: true) { cursor } }'],
  ])('is %s', async (_what, query) => {
    const refused = await refusal(query, { as: 'service' });
    expect(refused?.length).toBeGreaterThan(0);
    expect(new Set(refused?.map(({ code }) => code))).toEqual(new Set(['BAD_USER_INPUT']));
  });

  it('is a selection deeper than any screen', async () => {
    const deep = `${'run { events { nodes { '.repeat(6)} id ${'} } }'.repeat(6)}`;
    const query = `subscription { runEvents(runId: "${NOBODY}") { ${deep} } }`;
    expect(await refusal(query, { as: 'service' })).toMatchObject([{ code: 'LIMIT_EXCEEDED' }]);
  });
});

describe('a lost notice', () => {
  it.each<[string, Hear]>([
    ['of each one', () => false],
    ['of every other one', (count) => count % 2 === 0],
  ])('%s costs nothing but time', async (_what, hears) => {
    await using deaf = await createTestGateway({ beside: gateway, pollMs: 100, postgres: hearing(gateway, hears) });
    await using other = await serve(deaf);
    const run = await ledger.enqueue();
    const events = await subscribe(other.url, 'websocket', EVENTS, { as: 'service', variables: { run } });
    const seen = await events.take(1, 'runEvents.seq');
    for (let round = 1; round <= 5; round += 1) {
      await ledger.append(run, 3);
      seen.push(...(await events.take(3, 'runEvents.seq')));
    }
    expect(seen).toEqual(numbers(1, 16));
    await events.end();
  });

  it('is made up for where no notice ever comes, as through a transaction pooler', async () => {
    const { listen, ...postgres } = gateway.sources.postgres as PostgresSource;
    expect(listen).toBeDefined();
    await using deaf = await createTestGateway({ beside: gateway, pollMs: 100, postgres });
    await using other = await serve(deaf);
    const run = await ledger.enqueue();
    const events = await subscribe(other.url, 'event stream', EVENTS, { as: 'service', variables: { run, after: 1 } });
    await ledger.append(run, 3);
    expect(await events.take(3, 'runEvents.seq')).toEqual([2, 3, 4]);
    await events.end();
  });
});

describe('many who ask the same', () => {
  it('share one statement for each thing that happens', async () => {
    const run = await ledger.enqueue();
    const options = { as: 'service', variables: { run } };
    const all = await Promise.all(numbers(1, 40).map(() => subscribe(http.url, 'websocket', EVENTS, options)));
    await Promise.all(all.map((events) => events.take(1, 'runEvents.seq')));
    const before = gateway.calls.length;
    await ledger.append(run, 3);
    const seen = await Promise.all(all.map((events) => events.take(3, 'runEvents.seq')));
    expect(seen).toEqual(all.map(() => [2, 3, 4]));
    // One for the notice, and one to see that nothing is left where it came in between.
    expect(gateway.calls.length - before).toBeLessThanOrEqual(3);
    await Promise.all(all.map((events) => events.end()));
  });
});

type Hear = (count: number) => boolean;

/** The gateway's database, of which only some notices are heard. */
function hearing({ sources }: TestGateway, hears: Hear): PostgresSource {
  const postgres = sources.postgres as PostgresSource;
  let count = 0;
  return {
    ...postgres,
    listen: (channels, heard) =>
      (postgres.listen as NonNullable<PostgresSource['listen']>)(channels, {
        ...heard,
        notice: (...notice) => {
          count += 1;
          if (hears(count)) heard.notice(...notice);
        },
      }),
  };
}

/** The gateway's database, with a null as the type of every event. */
function nullTypes({ sources }: TestGateway): PostgresSource {
  const postgres = sources.postgres as PostgresSource;
  return {
    ...postgres,
    render: (viewer, { text, values }) =>
      postgres.render(viewer, { values, text: text.replaceAll('from ops.run_events', `from ${NULL_TYPES}`) }),
  };
}

const NULL_TYPES = '(select run_id, seq, null::text as type from ops.run_events) as events';
