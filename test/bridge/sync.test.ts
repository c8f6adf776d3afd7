/** A sync: each change of a watched record reaches the log of the ledger once, whatever Odoo's times of writing hide. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bridge, createBridge } from '../../src/bridge/odoo-bridge.ts';
import type { BridgeSettings } from '../../src/bridge/settings.ts';
import { GatewayError } from '../../src/errors.ts';
import type { PostgresSource } from '../../src/postgres/source.ts';
import { type ChangingOdoo, createChangingOdoo } from '../support/changing-odoo.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { MODELS, SETTINGS, SOURCES } from '../support/odoo-events.ts';

const TASK = 'project.task';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
});

afterAll(() => gateway[Symbol.asyncDispose]());

interface World {
  readonly changing: ChangingOdoo;
  readonly instance: string;
  /** Looks at everything, as `tripoint sync --once` does; what the log was told of, e.g. `changed 7`. */
  readonly look: (given?: { whole?: boolean }) => Promise<readonly string[]>;
  readonly bridge: Bridge;
  /** All that the log was told of. */
  readonly told: () => Promise<readonly string[]>;
}

/** An instance of its own, with an Odoo of its own. */
function createWorld(settings: Partial<BridgeSettings> = {}): World {
  const changing = createChangingOdoo();
  const instance = `test-${randomUUID()}`;
  const watch = settings.watch ?? { [TASK]: { links: [] } };
  const bridge = createBridge({
    instance: { name: instance, stage: 'development', url: 'http://odoo.invalid', database: null },
    odoo: changing.odoo,
    postgres: gateway.sources.postgres as PostgresSource,
    models: MODELS,
    sources: SOURCES,
    settings: { ...SETTINGS, pageSize: 3, idsPageSize: 4, ...settings, watch },
  });
  const told = async () => {
    const rows = await gateway.owner((client) =>
      client.query(
        "select type || ' ' || record_id as line from odoo.event_log where instance = $1 and model is not null order by created_at, id",
        [instance],
      ),
    );
    return rows.map(({ line }) => String(line));
  };
  let seen = 0;
  const look = async ({ whole = false } = {}) => {
    const synced = await bridge.sync({ all: true, whole, signal: new AbortController().signal });
    for (const { failed } of synced) if (failed) throw failed;
    const all = await told();
    const fresh = all.slice(seen).sort();
    seen = all.length;
    return fresh;
  };
  return { changing, instance, look, bridge, told };
}

/** A time of Odoo's, some seconds after noon of a day that has passed. */
const at = (seconds: number, micros = 0) => {
  const time = new Date(Date.UTC(2026, 10, 20, 12) + seconds * 1_000).toISOString().slice(0, 19).replace('T', ' ');
  return `${time}.${String(micros).padStart(6, '0')}`;
};

describe('a sync', () => {
  it('learns what is there the first time, and tells of what is made, written, archived and removed after it, once', async () => {
    const { changing, look } = createWorld();
    for (let id = 1; id <= 8; id += 1) changing.put(TASK, id, at(id));
    expect(await look()).toEqual([]);
    expect(await look()).toEqual([]);
    changing.put(TASK, 9, at(200));
    changing.put(TASK, 2, at(201));
    changing.put(TASK, 3, at(202), { active: false });
    changing.remove(TASK, 8);
    expect(await look()).toEqual(['changed 2', 'changed 3', 'changed 9', 'removed 8']);
    expect(await look()).toEqual([]);
    changing.remove(TASK, 3);
    expect(await look()).toEqual(['removed 3']);
    expect(await look()).toEqual([]);
  });

  it('says of what is new that it was made, with the time to the microsecond', async () => {
    const { changing, look, instance } = createWorld();
    changing.put(TASK, 1, at(1));
    await look();
    changing.put(TASK, 2, at(300, 250_417));
    changing.put(TASK, 1, at(301, 7));
    await look();
    const rows = await gateway.owner((client) =>
      client.query('select record_id, details from odoo.event_log where instance = $1 order by record_id', [instance]),
    );
    expect(rows).toEqual([
      { record_id: '1', details: { writtenAt: at(301, 7) } },
      { record_id: '2', details: { writtenAt: at(300, 250_417), created: true } },
    ]);
  });

  it('finds what a long transaction wrote, which has the time at which it began', async () => {
    const { changing, look } = createWorld();
    changing.put(TASK, 1, at(0));
    await look();
    changing.put(TASK, 2, at(300));
    expect(await look()).toEqual(['changed 2']);
    // It began 119 s before the latest write, and was committed after that one was seen.
    changing.put(TASK, 1, at(181));
    expect(await look()).toEqual(['changed 1']);
    expect(await look()).toEqual([]);
  });

  it('finds what took longer than the overlap by a whole walk', async () => {
    const { changing, look } = createWorld();
    changing.put(TASK, 1, at(0));
    changing.put(TASK, 2, at(0));
    await look();
    changing.put(TASK, 2, at(5_000));
    await look();
    changing.put(TASK, 1, at(1_000));
    // New to everybody, it is found by its id alone.
    changing.put(TASK, 3, at(1_000));
    expect(await look()).toEqual(['changed 3']);
    expect(await look({ whole: true })).toEqual(['changed 1']);
    expect(await look({ whole: true })).toEqual([]);
  });

  it('tells two writes of one second from one that it reads again', async () => {
    const { changing, look } = createWorld();
    changing.put(TASK, 1, at(0));
    await look();
    changing.put(TASK, 1, at(300, 100_000));
    expect(await look()).toEqual(['changed 1']);
    changing.put(TASK, 1, at(300, 900_000));
    changing.put(TASK, 2, at(300, 400_000));
    expect(await look()).toEqual(['changed 1', 'changed 2']);
    expect(await look()).toEqual([]);
  });

  it('loses none of many records that one transaction wrote, over many pages', async () => {
    const { changing, look } = createWorld();
    changing.put(TASK, 100, at(0));
    await look();
    for (let id = 1; id <= 20; id += 1) changing.put(TASK, id, at(400, 5));
    expect(await look()).toHaveLength(20);
    expect(await look()).toEqual([]);
  });

  it('finds what is written while it walks, behind its back and before it, once', async () => {
    const { changing, look } = createWorld();
    for (let id = 1; id <= 9; id += 1) changing.put(TASK, id, at(id));
    await look();
    for (let id = 1; id <= 9; id += 1) changing.put(TASK, id, at(300 + id));
    let pages = 0;
    changing.before = (_model, method, args) => {
      if (method !== 'formatted_read_group' || (args.groupby as unknown[]).length === 0) return;
      pages += 1;
      if (pages !== 2) return;
      changing.put(TASK, 1, at(390));
      changing.put(TASK, 9, at(391));
      changing.put(TASK, 10, at(392));
      changing.remove(TASK, 2);
    };
    const first = await look();
    const second = await look();
    const all = [...first, ...second];
    expect(all.filter((line) => line === 'changed 1')).toHaveLength(2);
    expect(all.filter((line) => line === 'changed 9')).toHaveLength(1);
    expect(all.filter((line) => line === 'changed 10')).toHaveLength(1);
    expect(all.filter((line) => line === 'removed 2')).toHaveLength(1);
    expect(await look()).toEqual([]);
  });

  it('goes on after the page at which it was cut off, and tells nothing twice', async () => {
    const { changing, look, told } = createWorld();
    for (let id = 1; id <= 10; id += 1) changing.put(TASK, id, at(id));
    await look();
    for (let id = 1; id <= 10; id += 1) changing.put(TASK, id, at(300 + id));
    let pages = 0;
    changing.before = (_model, method, args) => {
      if (method !== 'formatted_read_group' || (args.groupby as unknown[]).length === 0) return;
      pages += 1;
      if (pages === 3) throw new GatewayError('UPSTREAM_UNAVAILABLE', 'down');
    };
    await expect(look()).rejects.toThrow('down');
    expect(await told()).toHaveLength(6);
    // What was passed before the cut is written again meanwhile.
    changing.put(TASK, 1, at(320));
    await look();
    const all = await told();
    expect(all).toHaveLength(11);
    expect(all.filter((line) => line === 'changed 1')).toHaveLength(2);
    expect(await look()).toEqual([]);
  });

  it('asks Odoo for the latest time, once a page, and for the ids', async () => {
    const { changing, look } = createWorld();
    for (let id = 1; id <= 7; id += 1) changing.put(TASK, id, at(0));
    await look();
    const calls = changing.calls.filter((call) => call.startsWith(TASK));
    expect(calls.filter((call) => call.endsWith('formatted_read_group'))).toHaveLength(1 + 3);
    expect(calls.filter((call) => call.endsWith('search_read'))).toHaveLength(2);
    changing.calls.length = 0;
    await look();
    expect(changing.calls).toHaveLength(1 + 3 + 2);
  });

  it('does not read many records of one time again and again once the longest transaction is over', async () => {
    const { changing, look, instance } = createWorld();
    changing.put(TASK, 100, at(0));
    await look();
    for (let id = 1; id <= 20; id += 1) changing.put(TASK, id, at(400, 5));
    expect(await look()).toHaveLength(20);
    const pages = async () => {
      changing.calls.length = 0;
      expect(await look()).toEqual([]);
      // One of them asks for the latest time.
      return changing.calls.filter((call) => call.endsWith('formatted_read_group')).length - 1;
    };
    expect(await pages()).toBe(7);
    await gateway.owner((client) =>
      client.query(
        "update odoo.sync_cursors set marked_at = marked_at - interval '200 s' where instance = $1 and walk = 'changes'",
        [instance],
      ),
    );
    await pages();
    expect(await pages()).toBe(1);
    changing.put(TASK, 7, at(480));
    expect(await look()).toEqual(['changed 7']);
  });

  it('told of by two at once, tells each change once', async () => {
    const { changing, look, told, bridge } = createWorld();
    for (let id = 1; id <= 12; id += 1) changing.put(TASK, id, at(0));
    await look();
    for (let id = 1; id <= 12; id += 1) changing.put(TASK, id, at(300));
    changing.remove(TASK, 5);
    const { signal } = new AbortController();
    const synced = await Promise.all([1, 2, 3].map(() => bridge.sync({ all: true, signal })));
    expect(synced.flat().filter(({ failed }) => failed)).toEqual([]);
    await look();
    await look();
    const all = await told();
    expect(all.filter((line) => line === 'removed 5')).toHaveLength(1);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toHaveLength(12);
  });

  it('does not bring back what is gone by an answer from before', async () => {
    const { changing, look } = createWorld();
    for (let id = 1; id <= 3; id += 1) changing.put(TASK, id, at(id));
    await look();
    changing.put(TASK, 2, at(300));
    changing.before = (_model, method) => {
      if (method === 'search_read') changing.remove(TASK, 2);
    };
    expect(await look()).toEqual(['changed 2', 'removed 2']);
    expect(await look()).toEqual([]);
  });

  it('looks at all again where Odoo was restored to a time before', async () => {
    const { changing, look } = createWorld();
    changing.put(TASK, 1, at(9_000));
    changing.put(TASK, 2, at(9_500));
    await look();
    changing.put(TASK, 1, at(10));
    changing.put(TASK, 2, at(20));
    expect(await look()).toEqual(['changed 1', 'changed 2']);
    expect(await look()).toEqual([]);
  });

  it('is not led astray by a time to come', async () => {
    const { changing, look } = createWorld();
    changing.put(TASK, 1, at(0));
    changing.put(TASK, 2, '2099-01-01 00:00:00.000000');
    await look();
    changing.put(TASK, 1, at(10));
    expect(await look()).toEqual(['changed 1']);
  });

  it('refuses a model that is not watched', async () => {
    const { bridge } = createWorld();
    const { signal } = new AbortController();
    await expect(bridge.sync({ model: 'res.users', signal })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('walks the other models where one fails, and says which', async () => {
    const { changing, bridge } = createWorld({
      watch: { 'res.partner': { links: [] }, [TASK]: { links: [] } },
    });
    changing.put(TASK, 1, at(0));
    changing.before = (model) => {
      if (model === 'res.partner') throw new GatewayError('UPSTREAM_UNAVAILABLE', 'down');
    };
    const synced = await bridge.sync({ signal: new AbortController().signal });
    expect(synced).toMatchObject([
      { model: 'res.partner', failed: { code: 'UPSTREAM_UNAVAILABLE' } },
      { model: TASK, failed: null, elsewhere: false },
    ]);
  });
});

describe('many2many fields', () => {
  const settings = { watch: { [TASK]: { links: ['tag_ids', 'user_ids'] } } };

  it('tells once of a record that is written while it is looked where it leads', async () => {
    const { changing, look } = createWorld({ watch: { [TASK]: { links: ['tag_ids'] } } });
    changing.put(TASK, 1, at(0), { tag_ids: [1] });
    expect(await look()).toEqual([]);
    // The overlap has the version looked at again that is known, and the one after it is written in between.
    changing.before = (model, method, args) => {
      if (model !== TASK || method !== 'search_read' || !(args.fields as string[]).includes('tag_ids')) return;
      changing.before = () => {};
      changing.put(TASK, 1, at(1), { tag_ids: [1, 2] });
    };
    expect([...(await look()), ...(await look()), ...(await look())]).toEqual(['changed 1']);
  });

  it('that change without a write are told of once, and a write that changes them once', async () => {
    const { changing, look } = createWorld(settings);
    for (let id = 1; id <= 5; id += 1) changing.put(TASK, id, at(id), { tag_ids: [1, 2] });
    expect(await look()).toEqual([]);
    // As where a tag is deleted: the time of writing stays.
    changing.put(TASK, 2, at(2), { tag_ids: [2] });
    expect(await look()).toEqual(['changed 2']);
    expect(await look()).toEqual([]);
    changing.put(TASK, 3, at(300), { tag_ids: [1] });
    expect(await look()).toEqual(['changed 3']);
    changing.put(TASK, 3, at(300), { tag_ids: [] });
    expect(await look()).toEqual(['changed 3']);
    expect(await look()).toEqual([]);
  });

  it('that are polled anew tell nothing of the records that are there', async () => {
    const { changing, look, instance } = createWorld(settings);
    changing.put(TASK, 1, at(1), { tag_ids: [1] });
    await look();
    await gateway.owner((client) =>
      client.query("update odoo.known_records set links = 'tag_ids:other' where instance = $1", [instance]),
    );
    expect(await look()).toEqual([]);
    changing.put(TASK, 1, at(1), { tag_ids: [] });
    expect(await look()).toEqual(['changed 1']);
  });
});

describe('beside events', () => {
  const receive = async (instance: string, id: number) => {
    const [row] = await gateway.owner((client) =>
      client.query(
        `insert into odoo.webhook_events (instance, source, event_type, aggregate_type, aggregate_id, dedupe_key)
         values ($1, 'signed', 'task.written', $2, $3, gen_random_uuid()::text) returning id`,
        [instance, TASK, String(id)],
      ),
    );
    return { eventId: String(row?.id) };
  };

  it('a change that either has told is not told by the other', async () => {
    const { changing, look, bridge, instance } = createWorld({ watch: { [TASK]: { links: ['tag_ids'] } } });
    const { signal } = new AbortController();
    for (let id = 1; id <= 4; id += 1) changing.put(TASK, id, at(id), { tag_ids: [1] });
    await look();
    changing.put(TASK, 1, at(300, 5), { tag_ids: [] });
    changing.remove(TASK, 4);
    for (const id of [1, 4, 1, 4]) await bridge.processEvent(await receive(instance, id), signal);
    expect(await look()).toEqual(['changed 1', 'removed 4']);
    changing.put(TASK, 2, at(301));
    changing.remove(TASK, 3);
    expect(await look()).toEqual(['changed 2', 'removed 3']);
    for (const id of [2, 3, 4]) await bridge.processEvent(await receive(instance, id), signal);
    expect(await look()).toEqual([]);
  });

  it('a record that was written again while its event was tried is told of twice', async () => {
    const { changing, look, bridge, instance } = createWorld();
    const { signal } = new AbortController();
    changing.put(TASK, 1, at(1));
    await look();
    changing.put(TASK, 1, at(300));
    const event = await receive(instance, 1);
    await bridge.processEvent(event, signal);
    changing.put(TASK, 1, at(301));
    await bridge.processEvent(event, signal);
    expect(await look()).toEqual(['changed 1', 'changed 1']);
  });
});
