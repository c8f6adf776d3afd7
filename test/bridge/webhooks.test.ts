/** `POST /webhooks/odoo`: what is signed is stored once, and what is not is refused without a word about secrets. */
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GatewayError } from '../../src/errors.ts';
import type { PostgresSource } from '../../src/postgres/source.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { eventBody, openDoors, post, readEvents, readLog, signed, type TestDoors } from '../support/odoo-events.ts';

/** Other things run on the machine too. */
const PATIENCE = { timeout: 20_000 };

let gateway: TestGateway;
let doors: TestDoors;

beforeAll(async () => {
  gateway = await createTestGateway();
  doors = await openDoors(gateway);
});

afterAll(async () => {
  await doors[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
});

const now = () => Math.floor(Date.now() / 1_000);

describe('an event that is signed', () => {
  it.each([
    ['one', 'prod'],
    ['two', 'prod'],
    ['three', 'staging'],
  ])('by %s is stored as an event of %s, with its run', async (secret, instance) => {
    const id = randomUUID();
    const body = eventBody({ aggregate_id: id });
    const answer = await post(doors.url, body, signed(body, secret));
    expect(answer).toEqual({ status: 202, text: '{"status":"stored"}' });
    const [event, ...more] = await readEvents(gateway, id);
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      status: 'pending',
      eventType: 'task.closed',
      aggregateType: 'helpdesk',
      instance,
      attempts: 0,
      errorCode: null,
    });
    const { data } = await gateway.execute(
      'query ($id: ID!) { webhookEvent(id: $id) { payload run { agent kind status input } } }',
      { as: 'service', variables: { id: event?.id } },
    );
    expect(data?.webhookEvent).toEqual({
      payload: { by: 'ana' },
      run: { agent: 'odoo-bridge', kind: 'bridge.event', status: 'QUEUED', input: { eventId: event?.id } },
    });
    expect(await readLog(gateway, `event_id = '${event?.id}'`)).toMatchObject([{ type: 'received', instance }]);
  });

  it('is taken with "sha256=", in capitals, with a number for an id, and with a time in milliseconds', async () => {
    const id = Math.floor(Math.random() * 1e9) + 1e9;
    const body = eventBody({ aggregate_id: id });
    const headers = signed(body, 'one', Date.now());
    const signature = `sha256=${headers['x-ipai-signature'].toUpperCase()}`;
    expect((await post(doors.url, body, { ...headers, 'x-ipai-signature': signature })).status).toBe(202);
    expect(await readEvents(gateway, String(id))).toHaveLength(1);
  });

  it('is taken by its raw bytes, white space and text of every language among them', async () => {
    const id = `Ünïcode ${randomUUID()} 日本`;
    const body = `  { "payload" : {"a":1.50,"b":"\\u00e9"} ,\n "aggregate_id":${JSON.stringify(id)},"aggregate_type":"x","event_type":"y" } `;
    expect((await post(doors.url, body)).status).toBe(202);
    expect(await readEvents(gateway, id)).toHaveLength(1);
  });

  it('is stored once however often it is sent again, also at once, and by the other secret', async () => {
    const id = randomUUID();
    const body = eventBody({ aggregate_id: id });
    const headers = signed(body);
    const first = await Promise.all(Array.from({ length: 8 }, () => post(doors.url, body, headers)));
    expect(first.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 202]);
    const other = await post(doors.url, body, signed(body, 'two', headers['x-ipai-timestamp']));
    expect(other).toEqual({ status: 200, text: '{"status":"known"}' });
    expect(await readEvents(gateway, id)).toHaveLength(1);
    const runs = await gateway.owner((client) =>
      client.query('select 1 from ops.runs r join odoo.webhook_events e on e.run_id = r.id where e.aggregate_id = $1', [
        id,
      ]),
    );
    expect(runs).toHaveLength(1);
  });

  it('goes in one statement with those that come while another is being stored', async () => {
    const postgres = gateway.sources.postgres as PostgresSource;
    let release = () => {};
    const isReleased = new Promise<void>((resolve) => {
      release = resolve;
    });
    const sizes: number[] = [];
    const counting: PostgresSource = {
      ...postgres,
      repeatable: async (viewer, statement) => {
        sizes.push(JSON.parse(String(statement.values[0])).length);
        if (sizes.length === 1) await isReleased;
        return postgres.repeatable(viewer, statement);
      },
    };
    await using own = await openDoors(gateway, { postgres: counting });
    const [first = '', ...ids] = Array.from({ length: 16 }, () => randomUUID());
    const send = (id: string) => post(own.url, eventBody({ aggregate_id: id }));
    const leading = send(first);
    await expect.poll(() => sizes, PATIENCE).toEqual([1]);
    const others = ids.map(send);
    // Bodies come in within a few milliseconds: what is later than this goes in a third statement.
    await new Promise((resolve) => setTimeout(resolve, 500));
    release();
    const answers = await Promise.all([leading, ...others]);
    expect(answers.map(({ status }) => status)).toEqual(Array(16).fill(202));
    expect(sizes).toEqual([1, 15]);
    for (const id of [first, ...ids]) expect(await readEvents(gateway, id)).toHaveLength(1);
  });

  it('is stored also where another one beside it is refused by the database', async () => {
    const postgres = gateway.sources.postgres as PostgresSource;
    const id = randomUUID();
    const refused = randomUUID();
    const refusing: PostgresSource = {
      ...postgres,
      repeatable: async (viewer, statement) => {
        if (String(statement.values[0]).includes(refused)) throw new GatewayError('BAD_USER_INPUT', 'no such text');
        return postgres.repeatable(viewer, statement);
      },
    };
    await using own = await openDoors(gateway, { postgres: refusing });
    const answers = await Promise.all([id, refused].map((about) => post(own.url, eventBody({ aggregate_id: about }))));
    expect(answers.map(({ status }) => status)).toEqual([202, 503]);
    expect(await readEvents(gateway, id)).toHaveLength(1);
  });

  it('is stored once by its event_id, also where it is signed anew much later', async () => {
    const id = randomUUID();
    const body = eventBody({ aggregate_id: id, event_id: randomUUID() });
    expect((await post(doors.url, body, signed(body, 'one', now() - 200))).status).toBe(202);
    expect((await post(doors.url, body, signed(body, 'two', now()))).status).toBe(200);
    expect(await readEvents(gateway, id)).toHaveLength(1);
  });

  it('is another event where it says the same at another time, or comes from another instance', async () => {
    const id = randomUUID();
    const body = eventBody({ aggregate_id: id });
    expect((await post(doors.url, body, signed(body, 'one', now() - 1))).status).toBe(202);
    expect((await post(doors.url, body, signed(body, 'one', now()))).status).toBe(202);
    expect((await post(doors.url, body, signed(body, 'three', now()))).status).toBe(202);
    expect(await readEvents(gateway, id)).toHaveLength(3);
  });

  it('is taken up to 256 kB, and not a byte more', async () => {
    const id = randomUUID();
    const rest = Buffer.byteLength(eventBody({ aggregate_id: id, payload: { text: '' } }));
    const most = eventBody({ aggregate_id: id, payload: { text: 'x'.repeat(262_144 - rest) } });
    expect(Buffer.byteLength(most)).toBe(262_144);
    expect((await post(doors.url, most)).status).toBe(202);
    expect((await post(doors.url, `${most} `)).status).toBe(413);
    expect(await readEvents(gateway, id)).toHaveLength(1);
  });

  it('is signed for five minutes, both ways', async () => {
    const at = async (seconds: number) => {
      const body = eventBody();
      return (await post(doors.url, body, signed(body, 'one', now() + seconds))).status;
    };
    expect([await at(-295), await at(295), await at(-310), await at(310)]).toEqual([202, 202, 401, 401]);
  });
});

describe('a delivery that is refused', () => {
  const good = eventBody();
  const stamp = signed(good);
  const digits = stamp['x-ipai-signature'];
  type Case = readonly [what: string, status: number, reason: string, body: string, headers: Record<string, string>];
  const cases: readonly Case[] = [
    ['without headers', 401, 'timestamp', good, {}],
    ['without a signature', 401, 'signature', good, { 'x-ipai-timestamp': stamp['x-ipai-timestamp'] }],
    ['without a timestamp', 401, 'timestamp', good, { 'x-ipai-signature': digits }],
    ['with a timestamp that is none', 401, 'timestamp', good, signed(good, 'one', 'now')],
    ['signed by a secret that nobody has', 401, 'signature', good, signed(good, 'four')],
    ['signed by no secret at all', 401, 'signature', good, signed(good, '')],
    ['with half a signature', 401, 'signature', good, { ...stamp, 'x-ipai-signature': digits.slice(0, 32) }],
    ['with another body', 401, 'signature', `${good} `, stamp],
    ['with another timestamp', 401, 'signature', good, { ...stamp, 'x-ipai-timestamp': String(now() - 1) }],
    ['that is no JSON', 400, 'body', '{', signed('{')],
    ['that is a list', 400, 'body', '[]', signed('[]')],
    ...['event_type', 'aggregate_type', 'aggregate_id', 'payload'].map((key) => {
      const body = eventBody({ [key]: undefined });
      return [`without ${key}`, 400, 'body', body, signed(body)] as const;
    }),
    ...[
      { event_type: '' },
      { event_type: 'a b' },
      { aggregate_id: '' },
      { aggregate_id: 1.5 },
      { payload: 'text' },
      { payload: { a: '\0' } },
      { payload: { a: ['\ud800'] } },
      { aggregate_id: 'a\ude00' },
    ].map((bad) => {
      const body = eventBody(bad);
      return [`with ${JSON.stringify(bad)}`, 400, 'body', body, signed(body)] as const;
    }),
    ['with a number that no double holds', 400, 'body', eventBody().replace('"ana"', '12345678901234567890'), {}],
  ];

  it.each<Case>(cases)('%s is %i (%s), and stores nothing', async (_what, status, reason, body, given) => {
    const headers = body.includes('12345678901234567890') ? signed(body) : given;
    const count = async () =>
      (await gateway.owner((client) => client.query('select count(*) as n from odoo.webhook_events')))[0];
    const before = await count();
    const answer = await post(doors.url, body, headers);
    expect(answer.status, answer.text).toBe(status);
    expect(answer.text).not.toMatch(/\b(one|two|three)\b/);
    expect(await count()).toEqual(before);
    await expect
      .poll(() => readLog(gateway, `type = 'refused' and details ->> 'reason' = '${reason}'`), PATIENCE)
      .not.toEqual([]);
  });

  it('is noted once a minute and kind, with how often, and not once for each', async () => {
    await using other = await createTestGateway();
    const own = await openDoors(other);
    for (let n = 0; n < 50; n += 1) await post(own.url, good, signed(good, 'four'));
    await expect.poll(() => readLog(other, "type = 'refused'"), PATIENCE).toHaveLength(1);
    await own.close();
    const rows = await readLog(other, "type = 'refused'");
    expect(rows.map(({ details }) => details)).toEqual([
      { door: 'signed', reason: 'signature', times: 1 },
      { door: 'signed', reason: 'signature', times: 49 },
    ]);
  });

  it('fills the log with a thousand rows a day at most', async () => {
    await using other = await createTestGateway();
    await other.owner((client) =>
      client.query("insert into odoo.event_log (type) select 'refused' from generate_series(1, 1000)"),
    );
    await using own = await openDoors(other);
    await post(own.url, good, signed(good, 'four'));
    await own.close();
    expect(await readLog(other, "type = 'refused'")).toHaveLength(1_000);
    const body = eventBody();
    await using again = await openDoors(other);
    expect((await post(again.url, body)).status).toBe(202);
  });

  it('too often from one address is not looked at any more, for a minute', async () => {
    await using own = await openDoors(gateway);
    const answers = await Promise.all(Array.from({ length: 150 }, () => post(own.url, good, signed(good, 'four'))));
    expect(new Set(answers.map(({ status }) => status))).toContain(429);
    expect(await (await own.metrics.page()).text).toMatch(/deliveries_total\{door="signed",result="limited"\} [1-9]/);
  });

  it('says nothing of secrets in the log of the process either', async () => {
    expect(doors.logged.join('\n')).not.toMatch(/"secret"|\btwo\b|\bthree\b|a-path-that/);
  });
});

describe('the door', () => {
  it('is not there without secrets, and takes nothing but POST', async () => {
    await using own = await openDoors(gateway, { secrets: [] });
    const body = eventBody();
    expect((await post(own.url, body)).status).toBe(404);
    const got = await fetch(`${doors.url}/webhooks/odoo`);
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await fetch(`${doors.url}/webhooks/odoo/other`, { method: 'POST' })).status).toBe(404);
  });

  it('says 503 and when to come again while the database does not answer, and stores it then', async () => {
    let isDown = true;
    const postgres = gateway.sources.postgres as PostgresSource;
    const failing: PostgresSource = {
      ...postgres,
      repeatable: async (...given) => {
        if (isDown) throw new GatewayError('UPSTREAM_UNAVAILABLE', 'down');
        return postgres.repeatable(...given);
      },
    };
    await using own = await openDoors(gateway, { postgres: failing });
    const id = randomUUID();
    const body = eventBody({ aggregate_id: id });
    const answer = await fetch(`${own.url}/webhooks/odoo`, { method: 'POST', body, headers: signed(body) });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    isDown = false;
    expect((await post(own.url, body)).status).toBe(202);
    expect(await readEvents(gateway, id)).toHaveLength(1);
  });

  it('answers what is under way when the gateway stops', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const postgres = gateway.sources.postgres as PostgresSource;
    const slow: PostgresSource = {
      ...postgres,
      repeatable: async (...given) => held.then(() => postgres.repeatable(...given)),
    };
    const own = await openDoors(gateway, { postgres: slow });
    const id = randomUUID();
    const body = eventBody({ aggregate_id: id });
    const answering = post(own.url, body);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const closing = own.close();
    release();
    expect((await answering).status).toBe(202);
    await closing;
    expect(await readEvents(gateway, id)).toHaveLength(1);
  });

  it('keeps places for others while one address sends bodies that never end', async () => {
    await using own = await openDoors(gateway);
    const { port, hostname } = new URL(own.url);
    const head = Object.entries(signed('x'))
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('');
    const sockets = Array.from({ length: 20 }, () => {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => {});
      socket.write(`POST /webhooks/odoo HTTP/1.1\r\nhost: x\r\n${head}content-length: 1000\r\n\r\n{`);
      return socket;
    });
    const answered = await new Promise<string>((resolve) => {
      for (const socket of sockets) socket.once('data', (data) => resolve(String(data)));
    });
    expect(answered).toMatch(/^HTTP\/1.1 503/);
    expect((await fetch(`${own.url}/healthz`)).status).toBe(200);
    for (const socket of sockets) socket.destroy();
    const body = eventBody();
    await expect.poll(async () => (await post(own.url, body)).status, PATIENCE).toBeLessThan(300);
  });
});

describe('Query.webhookEvents', () => {
  it("is the service's: users and strangers are refused", async () => {
    const query = '{ webhookEvents(first: 1, filter: { status: { eq: pending } }) { nodes { id } } }';
    expect((await gateway.execute(query, { as: 'service' })).errors).toBeUndefined();
    for (const as of ['ana', null, 'agent:workspace-indexer', 'ana in auditors'])
      expect((await gateway.execute(query, { as })).errors?.[0]?.extensions.code, String(as)).toBe('FORBIDDEN');
  });
});
