/** `Subscription.odooChanges`: which records of Odoo change, to who may read them there and to nobody else. */
import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { askAs } from '../support/ledger.ts';
import { serve } from '../support/listening.ts';
import { DOORS, errorsOf, type LiveOptions, type LiveSubscription, subscribe } from '../support/live.ts';
import { createMemoryAccounts } from '../support/odoo-accounts.ts';
import { openOdooUsers } from '../support/odoo-users.ts';
import { JWT_SECRET } from '../support/stack.ts';

const TASK = 'project.task';
const CHANGES = `subscription ($models: [String!]!, $after: String) {
  odooChanges(models: $models, after: $after) { cursor change { kind model recordId writtenAt } }
}`;

let gateway: TestGateway;
let http: Awaited<ReturnType<typeof serve>>;
let users: Awaited<ReturnType<typeof openOdooUsers>>;
const accounts = createMemoryAccounts();
/** A user with an account of Odoo, the ids of two countries that it sees there, and of a task that a record rule hides from it. */
const mapped = randomUUID();
let seen: number[];
let hidden: number;

beforeAll(async () => {
  gateway = await createTestGateway({ pollMs: 60_000, accounts });
  http = await serve(gateway);
  users = await openOdooUsers();
  accounts.connect(mapped, users.of.elsewhere);
  const { odooUserId: uid, apiKey } = users.of.elsewhere;
  const ids = async (model: string, as?: { uid: number; apiKey: string }) => {
    const args = { domain: [], fields: ['id'], context: { active_test: false } };
    const found = await gateway.sources.odoo?.(model, 'search_read', args, { ...(as && { as }) });
    return (found as { id: number }[]).map(({ id }) => id);
  };
  seen = (await ids('res.country', { uid, apiKey })).slice(0, 2);
  const own = await ids(TASK, { uid, apiKey });
  hidden = (await ids(TASK)).find((id) => !own.includes(id)) ?? 0;
  expect([seen.length, hidden > 0]).toEqual([2, true]);
});

afterAll(async () => {
  await http[Symbol.asyncDispose]();
  await users[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
});

type Change = readonly [kind: 'changed' | 'removed', model: string, id: number];

/** As the bridge notes what it has read back: one transaction for all of them. */
async function note(...changes: readonly Change[]): Promise<void> {
  await gateway.owner((client) =>
    client.query(
      `insert into odoo.event_log (type, instance, model, record_id, details)
       select c ->> 0, 'test', c ->> 1, c ->> 2,
         case when c ->> 0 = 'changed' then '{"writtenAt": "2026-11-30 08:15:00"}'::jsonb end
       from jsonb_array_elements($1::jsonb) with ordinality as e (c, n) order by n`,
      [JSON.stringify(changes)],
    ),
  );
}

const open = (options: LiveOptions & { models?: string[]; after?: string; door?: (typeof DOORS)[number] } = {}) => {
  const { models = [TASK], after, door = 'websocket', ...rest } = options;
  return subscribe(http.url, door, CHANGES, { as: 'service', ...rest, variables: { models, ...(after && { after }) } });
};
const begin = async (subscription: LiveSubscription) => {
  const first = await subscription.next();
  expect(first).toEqual({ data: { odooChanges: { cursor: expect.any(String), change: null } } });
  return String(pick(first.data, 'odooChanges.cursor'));
};
const take = async (subscription: LiveSubscription, count: number) =>
  ((await subscription.take(count, 'odooChanges.change')) as { kind: string; model: string; recordId: string }[])
    .map(({ kind, model, recordId }) => `${kind} ${model} ${recordId}`)
    .sort();
const codes = async (options: Parameters<typeof open>[0]) => {
  const [result] = await (await open(options)).rest().catch(errorsOf);
  return result?.errors?.map(({ extensions }) => extensions.code);
};

describe.each(DOORS)('by %s', (door) => {
  it('says where it begins, then each change of the models as it is noted', async () => {
    const changes = await open({ door });
    await begin(changes);
    await note(['changed', TASK, 1], ['changed', 'res.partner', 2]);
    expect(await changes.take(1, 'odooChanges.change')).toEqual([
      { kind: 'changed', model: TASK, recordId: '1', writtenAt: '2026-11-30T08:15:00Z' },
    ]);
    await note(['removed', TASK, 1]);
    expect(await changes.take(1, 'odooChanges.change')).toEqual([
      { kind: 'removed', model: TASK, recordId: '1', writtenAt: null },
    ]);
    await changes.end();
  });

  it('goes on from any cursor that it gave: nothing is lost, nothing comes twice', async () => {
    const before = await open({ door });
    const start = await begin(before);
    await note(['changed', TASK, 11]);
    await note(['changed', TASK, 12]);
    const first = await before.next();
    expect(pick(first.data, 'odooChanges.change.recordId')).toBe('11');
    await before.end();
    const again = await open({ door, after: start });
    expect(await take(again, 2)).toEqual([`changed ${TASK} 11`, `changed ${TASK} 12`]);
    await again.end();
    await note(['changed', TASK, 13]);
    const rest = await open({ door, after: String(pick(first.data, 'odooChanges.cursor')) });
    expect(await take(rest, 2)).toEqual([`changed ${TASK} 12`, `changed ${TASK} 13`]);
    await rest.end();
  });
});

it('sends all of more than a page that one transaction noted', async () => {
  const changes = await open();
  await begin(changes);
  await note(...Array.from({ length: 250 }, (_, n): Change => ['changed', TASK, 1_000 + n]));
  expect(new Set(await take(changes, 250)).size).toBe(250);
  await changes.end();
});

it('answers the same through graphql-js', async () => {
  await using ordinary = await createTestGateway({ beside: gateway, lanes: 'ordinary' });
  await using other = await serve(ordinary);
  const first = await open();
  const after = await begin(first);
  await first.end();
  await note(['changed', TASK, 21]);
  const query = `subscription ($after: String!) { odooChanges(models: ["${TASK}"], after: $after) {
    c: cursor __typename change { id kind model notedAt instance } again: change { recordId } } }`;
  const results: unknown[] = [];
  for (const url of [http.url, other.url]) {
    const changes = await subscribe(url, 'websocket', query, { as: 'service', variables: { after } });
    results.push(await changes.next());
    await changes.end();
  }
  expect(results[0]).toMatchObject({
    data: { odooChanges: { again: { recordId: '21' }, change: { kind: 'changed' } } },
  });
  expect(results[1]).toEqual(results[0]);
});

describe('a user', () => {
  it('without an account of Odoo is told all changes of the models that the doctrine shows it', async () => {
    const changes = await open({ as: 'ana', models: [TASK, 'account.move'] });
    await begin(changes);
    await note(['changed', TASK, hidden], ['removed', 'account.move', 5], ['changed', 'hr.employee', 6]);
    expect(await take(changes, 2)).toEqual([`changed ${TASK} ${hidden}`, 'removed account.move 5']);
    await changes.end();
  });

  it('is refused a model that it may not read, and so is a list with one', async () => {
    expect(await codes({ as: 'ana', models: ['hr.employee'] })).toEqual(['FORBIDDEN']);
    expect(await codes({ as: 'ana', models: [TASK, 'hr.employee'] })).toEqual(['FORBIDDEN']);
    const hr = await open({ as: 'ana in hr', models: ['hr.employee'] });
    await begin(hr);
    await hr.end();
  });

  it('with an account of Odoo is told of the records alone that it reads there, by one call a model and batch', async () => {
    const changes = await open({ as: mapped, models: [TASK, 'res.country', 'purchase.order'] });
    await begin(changes);
    const [one, two] = seen;
    const before = gateway.calls.length;
    await note(
      ['changed', 'res.country', Number(one)],
      ['changed', TASK, hidden],
      ['removed', TASK, hidden],
      ['removed', 'res.country', 2_147_483_000],
      // A model that the stand-in closes to this user, and an id that the real Odoo does not have.
      ['changed', 'purchase.order', 2_147_483_001],
      ['changed', 'res.country', Number(two)],
    );
    expect(await take(changes, 2)).toEqual([`changed res.country ${one}`, `changed res.country ${two}`].sort());
    const asked = gateway.calls.slice(before).filter((call) => call.startsWith('odoo'));
    expect(asked.map((call) => call.split(' ').slice(1, 3).join(' ')).sort()).toEqual([
      `${TASK} web_search_read`,
      'purchase.order web_search_read',
      'res.country web_search_read',
    ]);
    // What was kept back is not told later either.
    await note(['changed', 'res.country', Number(one)]);
    expect(await take(changes, 1)).toEqual([`changed res.country ${one}`]);
    await changes.end();
  });

  it('that connects an account meanwhile is told to subscribe again', async () => {
    const user = randomUUID();
    const changes = await open({ as: user });
    await begin(changes);
    accounts.connect(user, users.of.plain);
    await note(['changed', TASK, hidden]);
    const [result] = await changes.rest().catch(errorsOf);
    expect(result?.errors).toMatchObject([
      { message: expect.stringContaining('subscribe again'), extensions: { code: 'FORBIDDEN' } },
    ]);
  });

  it('reads of the table by SQL the changes of the projects that it is a member of, and nothing else', async () => {
    const made = await gateway.owner(async (client) => {
      const [one] = await client.query(
        `select id from ops.upsert_project('odoo-31', 'A project', odoo_instance => 'test')`,
      );
      await client.query(
        `insert into ops.project_members (project_id, user_id, role_id)
         select $1, $2, r.id from ops.roles r where r.name = 'viewer'`,
        [one?.id, DEMO_USERS.ana],
      );
      return one?.id;
    });
    expect(made).toEqual(expect.any(String));
    await note(['changed', TASK, 31], ['changed', 'project.project', 31], ['changed', 'project.project', 32]);
    const text = 'select distinct model, record_id from odoo.changes';
    expect(await askAs(gateway, 'ana', text)).toEqual([{ model: 'project.project', record_id: '31' }]);
    expect(await askAs(gateway, 'ben', text)).toEqual([]);
    expect(await askAs(gateway, 'service', 'select count(*)::int > 0 as some from odoo.changes')).toEqual([
      { some: true },
    ]);
  });
});

describe('refused', () => {
  it.each<[string, LiveOptions & { models?: string[]; after?: string }, string]>([
    ['nobody', { as: null }, 'UNAUTHENTICATED'],
    ['an agent that reads no changes', { as: 'agent:demo-agent' }, 'FORBIDDEN'],
    ['an agent that acts for a user', { as: `agent:workspace-ask-docs for ${DEMO_USERS.ana}` }, 'FORBIDDEN'],
    ['no models', { models: [] }, 'BAD_USER_INPUT'],
    ['a model that is none', { models: ['x.unknown'] }, 'BAD_USER_INPUT'],
    ['more models than 50', { models: Array.from({ length: 51 }, (_, n) => `x.m${n}`) }, 'BAD_USER_INPUT'],
    ['a cursor of another list', { after: 'abc' }, 'BAD_USER_INPUT'],
  ])('is %s', async (_what, options, code) => {
    expect(await codes(options)).toEqual([code]);
  });

  it('is a cursor that was given to another kind of viewer', async () => {
    const service = await open();
    const after = await begin(service);
    await service.end();
    expect(await codes({ as: 'ana', after })).toEqual(['BAD_USER_INPUT']);
  });
});

it('ends with the session of its user', async () => {
  const session = randomUUID();
  const ana = String(DEMO_USERS.ana);
  // Another one too: an empty table says that sessions are kept elsewhere.
  await gateway.owner((client) =>
    client.query('insert into auth.sessions (id, user_id) values ($1, $3), ($2, $3)', [session, randomUUID(), ana]),
  );
  const token = await new SignJWT({ role: 'authenticated', aud: 'authenticated', sub: ana, session_id: session })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('supabase')
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(JWT_SECRET));
  await using polling = await createTestGateway({ beside: gateway, pollMs: 100, accounts });
  await using other = await serve(polling);
  const changes = await subscribe(other.url, 'event stream', CHANGES, { token, variables: { models: [TASK] } });
  await begin(changes);
  await gateway.owner((client) => client.query('delete from auth.sessions where id = $1', [session]));
  const [result] = await changes.rest();
  expect(result?.errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
});
