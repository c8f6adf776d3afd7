/** Subscriptions across what breaks: the gateway's connections to Postgres, and the gateway itself. */
import { describe, expect, it } from 'vitest';
import { GatewayError } from '../../src/errors.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';
import { createLedger, DOORS, errorsOf, subscribe } from '../support/live.ts';
import { isRealStack } from '../support/stack.ts';

const EVENTS = 'subscription ($run: ID!, $after: Int) { runEvents(runId: $run, after: $after) { seq } }';
const RUNS =
  'subscription ($after: String) { runs(after: $after, filter: { kind: { eq: "failover" } }) { cursor run { id } } }';

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe.each(DOORS)('a gateway that is started again, by %s', (door) => {
  it('goes on where the client was cut off', async () => {
    await using gateway = await createTestGateway();
    const ledger = createLedger(gateway);
    const run = await ledger.enqueue();
    await ledger.append(run, 4);
    const first = await serve(gateway);
    const events = await subscribe(first.url, door, EVENTS, { as: 'service', variables: { run } });
    const seen = await events.take(3, 'runEvents.seq');
    const cut = events.rest().then(
      (rest) => rest.map(({ data }) => pick(data, 'runEvents.seq')),
      () => [],
    );
    await first[Symbol.asyncDispose]();
    seen.push(...(await cut));
    await ledger.append(run, 4);
    await using again = await createTestGateway({ beside: gateway });
    await using second = await serve(again);
    const after = Number(seen.at(-1));
    const rest = await subscribe(second.url, door, EVENTS, { as: 'service', variables: { run, after } });
    seen.push(...(await rest.take(9 - after, 'runEvents.seq')));
    expect(seen).toEqual(numbers(1, 9));
    await rest.end();
  });
});

describe.runIf(isRealStack)('the connections to Postgres', () => {
  const kill = (gateway: TestGateway, name: string) =>
    gateway.owner((client) =>
      client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = $1',
        [name],
      ),
    );

  it('may be killed under way, those of the pool and the one that listens: nothing is lost, nothing comes twice', async () => {
    await using gateway = await createTestGateway({ pollMs: 500 });
    await using http = await serve(gateway);
    const ledger = createLedger(gateway);
    const run = await ledger.enqueue();
    const events = await subscribe(http.url, 'websocket', EVENTS, { as: 'service', variables: { run } });
    const stream = await subscribe(http.url, 'event stream', EVENTS, { as: 'service', variables: { run } });
    const runs = await subscribe(http.url, 'websocket', RUNS, { as: 'service' });
    await runs.next();
    const enqueued: string[] = [];
    for (let round = 0; round < 20; round += 1) {
      await ledger.append(run, 5);
      enqueued.push(await ledger.enqueue('failover'));
      await kill(gateway, round % 2 ? 'tripoint' : 'tripoint listen');
    }
    expect(await events.take(101, 'runEvents.seq')).toEqual(numbers(1, 101));
    expect(await stream.take(101, 'runEvents.seq')).toEqual(numbers(1, 101));
    expect(await runs.take(20, 'runs.run.id')).toEqual(enqueued);
    await Promise.all([events.end(), stream.end(), runs.end()]);
  });

  it('that listen are one, however many subscribe, and come back when they are lost', async () => {
    await using gateway = await createTestGateway({ pollMs: 60_000 });
    await using http = await serve(gateway);
    const ledger = createLedger(gateway);
    const run = await ledger.enqueue();
    const options = { as: 'service', variables: { run } };
    const all = await Promise.all(numbers(1, 20).map(() => subscribe(http.url, 'websocket', EVENTS, options)));
    await Promise.all(all.map((events) => events.next()));
    const listening = async () =>
      (
        await ledger.sql(
          "select count(*)::int from pg_stat_activity where datname = current_database() and application_name = 'tripoint listen'",
          [],
        )
      ).count;
    await expect.poll(gateway.server.isListening).toBe(true);
    expect(await listening()).toBe(1);
    await kill(gateway, 'tripoint listen');
    await expect.poll(gateway.server.isListening).toBe(false);
    // What happens while nobody listens is read when it is listened to again.
    await ledger.append(run);
    expect(await Promise.all(all.map((events) => events.take(1, 'runEvents.seq')))).toEqual(all.map(() => [2]));
    await expect.poll(gateway.server.isListening).toBe(true);
    expect(await listening()).toBe(1);
    await Promise.all(all.map((events) => events.end()));
  });
});

describe('a database that refuses', () => {
  it('ends a subscription at its first read with the code, and not later ones', async () => {
    await using gateway = await createTestGateway();
    const { postgres } = gateway.sources;
    if (!postgres) throw new TypeError('no database');
    let isDown = true;
    const failing = {
      ...postgres,
      render: async (...args: Parameters<typeof postgres.render>) => {
        if (isDown) throw new GatewayError('UPSTREAM_UNAVAILABLE', 'The database is not available');
        return postgres.render(...args);
      },
    };
    await using other = await createTestGateway({ beside: gateway, pollMs: 100, postgres: failing });
    await using http = await serve(other);
    const ledger = createLedger(gateway);
    const run = await ledger.enqueue();
    const options = { as: 'service', variables: { run } };
    const refused = await subscribe(http.url, 'websocket', EVENTS, options);
    expect(await refused.rest().catch(errorsOf)).toMatchObject([
      { errors: [{ path: ['runEvents'], extensions: { code: 'UPSTREAM_UNAVAILABLE', surface: 'ops' } }] },
    ]);
    isDown = false;
    const events = await subscribe(http.url, 'websocket', EVENTS, options);
    expect(await events.take(1, 'runEvents.seq')).toEqual([1]);
    isDown = true;
    await ledger.append(run, 2);
    await gateway.execute('{ viewer { kind } }');
    isDown = false;
    expect(await events.take(2, 'runEvents.seq')).toEqual([2, 3]);
    await events.end();
  });
});
