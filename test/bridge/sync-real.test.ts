/** A sync of the real Odoo: what its times of writing hide from whoever asks for what is newer than the last time. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBridge } from '../../src/bridge/odoo-bridge.ts';
import { readWritten } from '../../src/bridge/written.ts';
import { type OdooCall as AdminCall, createJson2Call } from '../../src/demo/record/call.ts';
import type { OdooCall } from '../../src/odoo/call.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import type { PostgresSource } from '../../src/postgres/source.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { MODELS, SETTINGS, SOURCES } from '../support/odoo-events.ts';
import { databaseUrl, isRealStack, stackVariable } from '../support/stack.ts';

const TAGS = 'project.tags';
const TASKS = 'project.task';
const { signal } = new AbortController();

describe.runIf(isRealStack)('of the real Odoo', { timeout: 120_000 }, () => {
  const instance = `test-${randomUUID()}`;
  const made: [string, number][] = [];
  let gateway: TestGateway;
  let admin: AdminCall;
  let odooDatabase: string;
  let look: () => Promise<readonly string[]>;

  beforeAll(async () => {
    gateway = await createTestGateway();
    admin = createJson2Call({
      url: stackVariable('ODOO_URL'),
      apiKey: stackVariable('ODOO_ADMIN_API_KEY'),
      database: stackVariable('ODOO_DB'),
    });
    odooDatabase = databaseUrl('MIGRATIONS_DATABASE_URL', stackVariable('ODOO_DB'));
    const bridge = createBridge({
      instance: { name: instance, stage: 'development', url: null, database: null },
      odoo: gateway.sources.odoo,
      postgres: gateway.sources.postgres as PostgresSource,
      models: MODELS,
      sources: SOURCES,
      settings: { ...SETTINGS, pageSize: 50, watch: { [TAGS]: { links: [] }, [TASKS]: { links: ['tag_ids'] } } },
    });
    let seen = 0;
    look = async () => {
      const synced = await bridge.sync({ all: true, signal });
      for (const { failed } of synced) if (failed) throw failed;
      const rows = await gateway.owner((client) =>
        client.query(
          "select type || ' ' || model || ' ' || record_id as line from odoo.event_log where instance = $1 order by created_at, id",
          [instance],
        ),
      );
      const fresh = rows.slice(seen).map(({ line }) => String(line));
      seen = rows.length;
      // Other tests write to this Odoo too.
      return fresh.filter((line) => made.some(([model, id]) => line.endsWith(` ${model} ${id}`))).sort();
    };
  });

  afterAll(async () => {
    for (const [model, id] of made.toReversed()) await admin(model, 'unlink', { ids: [id] }).catch(() => {});
    await gateway[Symbol.asyncDispose]();
  });

  const create = async (model: string, values: Record<string, unknown>): Promise<number> => {
    const [id = 0] = (await admin(model, 'create', { vals_list: [values] })) as number[];
    made.push([model, id]);
    return id;
  };
  const rename = (id: number) => admin(TAGS, 'write', { ids: [id], vals: { name: `test ${randomUUID()}` } });

  it('reads each time to the microsecond that the database has', async () => {
    const rows = await withOwner(odooDatabase, (client) =>
      client.query(
        "select id, to_char(write_date, 'YYYY-MM-DD HH24:MI:SS.US') as at from res_country where id < 100 order by id",
      ),
    );
    const domain = [['id', '<', 100]];
    const written = await readWritten(gateway.sources.odoo as OdooCall, {
      ...{ model: 'res.country', domain, limit: 200, signal },
    });
    expect(written.map(({ id, writtenAt }) => ({ id, at: writtenAt }))).toEqual(rows);
  });

  it('loses and repeats nothing that is made, written within a second, held open, archived, retagged or removed', async () => {
    const [one, two] = [await create(TAGS, { name: 'test one' }), await create(TAGS, { name: 'test two' })];
    const task = await create(TASKS, {
      name: 'test task',
      tag_ids: [[6, 0, [one, two]]],
      project_id: await someProject(),
    });
    await look();
    expect(await look()).toEqual([]);

    // In one second, with a look between.
    await rename(one);
    expect(await look()).toEqual([`changed ${TAGS} ${one}`]);
    await rename(one);
    await rename(two);
    expect(await look()).toEqual([`changed ${TAGS} ${one}`, `changed ${TAGS} ${two}`]);
    expect(await look()).toEqual([]);

    // Held open while others write and are seen: it has the time at which it began.
    await withOwner(odooDatabase, async (client) => {
      await client.script('begin');
      await client.query("update project_tags set name = name, write_date = now() at time zone 'UTC' where id = $1", [
        one,
      ]);
      await rename(two);
      expect(await look()).toEqual([`changed ${TAGS} ${two}`]);
      await client.script('commit');
    });
    expect(await look()).toEqual([`changed ${TAGS} ${one}`]);
    expect(await look()).toEqual([]);

    await admin(TASKS, 'write', { ids: [task], vals: { active: false } });
    expect(await look()).toEqual([`changed ${TASKS} ${task}`]);
    // A tag that goes leaves the time of its tasks as it is.
    await admin(TAGS, 'unlink', { ids: [two] });
    expect(await look()).toEqual([`changed ${TASKS} ${task}`, `removed ${TAGS} ${two}`]);
    await admin(TASKS, 'unlink', { ids: [task] });
    expect(await look()).toEqual([`removed ${TASKS} ${task}`]);
    expect(await look()).toEqual([]);
  });

  async function someProject(): Promise<number> {
    const args = { domain: [['privacy_visibility', '!=', 'followers']], fields: ['id'], limit: 1 };
    const [project] = (await admin('project.project', 'search_read', args)) as { id: number }[];
    return Number(project?.id);
  }
});
