/** `Subscription.pageChanged`: each page that changes, from a cursor on, to those who may see it at that moment. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { seedId } from '../../src/demo/seed/seed.ts';
import type { PostgresSource } from '../../src/postgres/source.ts';
import { makeCursor } from '../support/cursors.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';
import { DOORS, errorsOf, type LiveOptions, type LiveSubscription, subscribe } from '../support/live.ts';
import { isRealStack } from '../support/stack.ts';
import { codesOf, mutate } from '../support/work-mutate.ts';
import { createWorkspace, type Workspace } from '../support/work-pages.ts';

const CHANGES = `subscription ($pageId: ID, $spaceId: ID, $after: String) {
  pageChanged(pageId: $pageId, spaceId: $spaceId, after: $after) { cursor page { id title version } }
}`;
const NOWHERE = '00000000-0000-4000-8000-000000000000';

let gateway: TestGateway;
let http: Awaited<ReturnType<typeof serve>>;
let ana: Workspace;

beforeAll(async () => {
  gateway = await createTestGateway({ pollMs: 60_000 });
  http = await serve(gateway);
  ana = createWorkspace(gateway, 'ana');
});

afterAll(async () => {
  await http[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
});

const cursorOf = async (changes: LiveSubscription) => String((await changes.take(1, 'pageChanged.cursor'))[0]);
const retitle = (id: string, title: string) => ana.run('updatePage', { pageId: id, title });
const sql = (text: string, values: readonly unknown[]) => gateway.owner((client) => client.query(text, [...values]));

async function done(name: string, input: Record<string, unknown>, select: string, as = 'ana') {
  expect(codesOf(await mutate(gateway, as, { name, input, select })), name).toEqual([]);
}

const insertBlock = (pageId: string, expectedVersion: number) =>
  done(
    'applyBlockOperations',
    { pageId, expectedVersion, operations: [{ insert: { type: 'PARAGRAPH', content: { text: 'x' } } }] },
    'version',
  );
const comment = (pageId: string, as = 'ana') => done('addComment', { pageId, body: 'Seen' }, 'comment { id }', as);
const member = (spaceId: string, role = 'MEMBER') =>
  done('grantPermission', { spaceId, userId: DEMO_USERS.ben, role }, 'permission { id }');
const revoke = (spaceId: string) => done('revokePermission', { spaceId, userId: DEMO_USERS.ben }, 'space { id }');

/** A space of its own with two pages, which Ben may read. */
async function openSpace() {
  const spaceId = await ana.createSpace();
  await member(spaceId);
  return { spaceId, one: await ana.createPage('One', { spaceId }), two: await ana.createPage('Two', { spaceId }) };
}

async function errorOf(changes: LiveSubscription) {
  const [result, ...others] = await changes.rest().catch(errorsOf);
  expect(others).toEqual([]);
  expect(result?.errors).toHaveLength(1);
  return result?.errors?.map(({ message, path, extensions: { code, surface } }) => ({
    message,
    path,
    code,
    surface,
  }))[0];
}

describe.each(DOORS)('by %s', (door) => {
  const open = (variables: Record<string, unknown>, as = 'ben') =>
    subscribe(http.url, door, CHANGES, { as, variables });

  it('says first where it begins, and shows a page at each change of its title, its blocks and its comments', async () => {
    const { spaceId, one, two } = await openSpace();
    const [ofPage, ofSpace] = [await open({ pageId: one }), await open({ spaceId })];
    for (const changes of [ofPage, ofSpace])
      expect(await changes.next()).toEqual({ data: { pageChanged: { cursor: expect.any(String), page: null } } });
    const expectBoth = async (page: unknown) => {
      expect(await ofPage.take(1, 'pageChanged.page')).toEqual([page]);
      expect(await ofSpace.take(1, 'pageChanged.page')).toEqual([page]);
    };
    await retitle(one, 'First');
    await expectBoth({ id: one, title: 'First', version: 2 });
    await insertBlock(one, 2);
    await expectBoth({ id: one, title: 'First', version: 3 });
    await comment(one, 'ben');
    await expectBoth({ id: one, title: 'First', version: 3 });
    await retitle(two, 'Second');
    expect(await ofSpace.take(1, 'pageChanged.page.title')).toEqual(['Second']);
    await ana.run('archivePage', { pageId: one });
    await expectBoth({ id: one, title: 'First', version: 4 });
    await Promise.all([ofPage.end(), ofSpace.end()]);
  });

  it('goes on from any cursor that it gave: nothing is lost, nothing comes twice', async () => {
    const { spaceId, one, two } = await openSpace();
    const before = await open({ spaceId });
    const begin = await cursorOf(before);
    const three = await ana.createPage('Three', { spaceId });
    await retitle(two, 'Two again');
    await retitle(one, 'One again');
    expect(await before.take(2, 'pageChanged.page.id')).toEqual([three, two]);
    await before.end();
    const again = await open({ spaceId, after: begin });
    const seen = [await again.next(), await again.next(), await again.next()].map(({ data }) => data);
    expect(seen.map((data) => pick(data, 'pageChanged.page.id'))).toEqual([three, two, one]);
    await again.end();
    await comment(three);
    const rest = await open({ spaceId, after: String(pick(seen[1], 'pageChanged.cursor')) });
    expect(await rest.take(2, 'pageChanged.page.id')).toEqual([one, three]);
    await retitle(two, 'Last');
    expect(await rest.take(1, 'pageChanged.page.title')).toEqual(['Last']);
    await rest.end();
  });

  it('ends at once for a member who is revoked, and for nobody else', async () => {
    const { spaceId, one } = await openSpace();
    const [ofPage, ofSpace] = [await open({ pageId: one }), await open({ spaceId })];
    const stays = await open({ spaceId }, 'ana');
    for (const changes of [ofPage, ofSpace, stays]) await cursorOf(changes);
    await revoke(spaceId);
    const gone = { path: ['pageChanged'], code: 'NOT_FOUND', surface: 'work' };
    expect(await errorOf(ofPage)).toEqual({ ...gone, message: `There is no page ${one}` });
    expect(await errorOf(ofSpace)).toEqual({ ...gone, message: `There is no space ${spaceId}` });
    await retitle(one, 'Without Ben');
    expect(await stays.take(1, 'pageChanged.page.title')).toEqual(['Without Ben']);
    await stays.end();
  });

  it('ends for a page that is deleted; to those who follow its space it is shown no more', async () => {
    const { spaceId, one, two } = await openSpace();
    const [ofPage, ofSpace] = [await open({ pageId: one }), await open({ spaceId })];
    for (const changes of [ofPage, ofSpace]) await cursorOf(changes);
    await sql('delete from work.pages where id = $1', [one]);
    expect(await errorOf(ofPage)).toMatchObject({ code: 'NOT_FOUND', message: `There is no page ${one}` });
    await retitle(two, 'Left');
    expect(await ofSpace.take(1, 'pageChanged.page.title')).toEqual(['Left']);
    await ofSpace.end();
  });
});

it('follows a page into another space, and out of the sight of those who may not see it there', async () => {
  const { spaceId, one } = await openSpace();
  const other = await ana.createSpace();
  const open = async (as: string, of: Record<string, unknown>) => {
    const changes = await subscribe(http.url, 'websocket', CHANGES, { as, variables: of });
    await cursorOf(changes);
    return changes;
  };
  const left = await open('ben', { pageId: one });
  const [from, into, moved] = [
    await open('ana', { spaceId }),
    await open('ana', { spaceId: other }),
    await open('ana', { pageId: one }),
  ];
  await ana.run('movePage', { pageId: one, spaceId: other });
  expect(await errorOf(left)).toMatchObject({ code: 'NOT_FOUND', message: `There is no page ${one}` });
  expect(await into.take(1, 'pageChanged.page.id')).toEqual([one]);
  expect(await moved.take(1, 'pageChanged.page.id')).toEqual([one]);
  const two = await ana.createPage('New', { spaceId });
  expect(await from.take(1, 'pageChanged.page.id')).toEqual([two]);
  await Promise.all([from.end(), into.end(), moved.end()]);
});

it('shows nothing of other spaces, however much changes there', async () => {
  const { spaceId, one } = await openSpace();
  const hidden = await ana.createSpace();
  const changes = await subscribe(http.url, 'websocket', CHANGES, { as: 'ben', variables: { spaceId } });
  await cursorOf(changes);
  await ana.createPage('Hidden', { spaceId: hidden });
  await retitle(one, 'Shown');
  expect(await changes.take(1, 'pageChanged.page.title')).toEqual(['Shown']);
  await changes.end();
});

it('shows each page of a transaction that changed more than a page of them, once', async () => {
  const spaceId = await ana.createSpace();
  const changes = await subscribe(http.url, 'websocket', CHANGES, { as: 'ana', variables: { spaceId } });
  await cursorOf(changes);
  await sql(
    `insert into work.pages (space_id, title, rank) select $1, 'Page ' || n, 'a' || n from generate_series(1, 250) n`,
    [spaceId],
  );
  const seen = await changes.take(250, 'pageChanged.page.id');
  expect(new Set(seen).size).toBe(250);
  const last = await ana.createPage('After all', { spaceId });
  expect(await changes.take(1, 'pageChanged.page.id')).toEqual([last]);
  await changes.end();
});

it('goes through relations and links, aliased, by either lane', async () => {
  await using ordinary = await createTestGateway({ beside: gateway, lanes: 'ordinary' });
  await using other = await serve(ordinary);
  const { one } = await openSpace();
  const query = (link: string) => `subscription ($pageId: ID!, $after: String) {
    change: pageChanged(pageId: $pageId, after: $after) {
      __typename at: cursor page { title space { name } ${link} } again: page { blocks { totalCount } }
    }
  }`;
  const start = await subscribe(http.url, 'websocket', CHANGES, { as: 'ana', variables: { pageId: one } });
  const after = await cursorOf(start);
  await start.end();
  const { data } = await gateway.execute('{ partners(first: 1) { nodes { id } } }', { as: 'ana' });
  const partner = pick(data, 'partners.nodes.0');
  await sql('update work.pages set odoo_partner_id = $2::text::int where id = $1', [one, pick(partner, 'id')]);
  await insertBlock(one, 2);
  const seen: unknown[] = [];
  for (const [url, link] of [
    [http.url, ''],
    [other.url, ''],
    [http.url, 'partner { id }'],
  ] as const) {
    const options = { as: 'ana', variables: { pageId: one, after } };
    const changes = await subscribe(url, 'websocket', query(link), options);
    seen.push((await changes.next()).data);
    await changes.end();
  }
  expect(seen[0]).toMatchObject({
    change: { __typename: 'PageChange', page: { title: 'One' }, again: { blocks: { totalCount: 1 } } },
  });
  expect(seen[1]).toEqual(seen[0]);
  expect(seen[2]).toMatchObject({ change: { page: { partner } } });
});

it('leaves those who follow runs asleep', async () => {
  const { one } = await openSpace();
  const runs = await subscribe(http.url, 'websocket', 'subscription { runs { cursor } }', { as: 'service' });
  await runs.next();
  const changes = await subscribe(http.url, 'websocket', CHANGES, { as: 'ana', variables: { pageId: one } });
  await cursorOf(changes);
  const before = gateway.calls.length;
  await sql(`update work.pages set title = 'Changed' where id = $1`, [one]);
  expect(await changes.take(1, 'pageChanged.page.title')).toEqual(['Changed']);
  expect(gateway.calls.slice(before).filter((call) => call.includes('ops.runs'))).toEqual([]);
  await Promise.all([runs.end(), changes.end()]);
});

it('sends no more to a member who is revoked where no notice ever comes', async () => {
  const { listen: _listen, ...postgres } = gateway.sources.postgres as PostgresSource;
  await using deaf = await createTestGateway({ beside: gateway, pollMs: 100, postgres });
  await using other = await serve(deaf);
  const { spaceId, one } = await openSpace();
  const changes = await subscribe(other.url, 'websocket', CHANGES, { as: 'ben', variables: { pageId: one } });
  await cursorOf(changes);
  await retitle(one, 'Still seen');
  expect(await changes.take(1, 'pageChanged.page.title')).toEqual(['Still seen']);
  await gateway.owner((client) =>
    client.script(`begin; delete from work.permissions where space_id = '${spaceId}' and user_id = '${DEMO_USERS.ben}';
      update work.pages set title = 'Not for Ben' where id = '${one}'; commit`),
  );
  expect(await errorOf(changes)).toMatchObject({ code: 'NOT_FOUND' });
});

describe('refused', () => {
  const refusal = async (options: LiveOptions) => errorOf(await subscribe(http.url, 'websocket', CHANGES, options));
  const cursor = (...values: unknown[]) => makeCursor(values, 'ana');
  const HIDDEN = { page: seedId('page', 'minutes'), space: seedId('space', 'board') };
  const at = (after: string) => ({ as: 'ana', variables: { spaceId: seedId('space', 'finance'), after } });

  it.each(['page', 'space'] as const)(
    'is a %s that the viewer may not see, in the words for one that there is not',
    async (what) => {
      const [hidden, absent] = await Promise.all(
        [HIDDEN[what], NOWHERE].map((id) => refusal({ as: 'ana', variables: { [`${what}Id`]: id } })),
      );
      expect(hidden).toMatchObject({ code: 'NOT_FOUND', message: `There is no ${what} ${HIDDEN[what]}` });
      expect({ ...hidden, message: hidden?.message.replace(HIDDEN[what], NOWHERE) }).toEqual(absent);
      const service = await subscribe(http.url, 'websocket', CHANGES, {
        as: 'service',
        variables: { [`${what}Id`]: HIDDEN[what] },
      });
      expect(await cursorOf(service)).toEqual(expect.any(String));
      await service.end();
    },
  );

  it.each<[string, LiveOptions, string]>([
    ['an agent that reads no pages', { as: 'agent:sync-odoo-agent', variables: { spaceId: NOWHERE } }, 'FORBIDDEN'],
    [
      'a stranger with a cursor',
      { as: 'ana', variables: { spaceId: HIDDEN.space, after: cursor('pages.changed_in,id', '0', NOWHERE) } },
      'NOT_FOUND',
    ],
    ['neither page nor space', { as: 'ana' }, 'BAD_USER_INPUT'],
    ['both', { as: 'ana', variables: { pageId: NOWHERE, spaceId: NOWHERE } }, 'BAD_USER_INPUT'],
    ['an id that is none', { as: 'ana', variables: { pageId: '7' } }, 'BAD_USER_INPUT'],
    ['a text that is no cursor', at('x'), 'BAD_USER_INPUT'],
    ['a cursor of runs', at(cursor('changed_in,id', '1', NOWHERE)), 'BAD_USER_INPUT'],
    [
      'a cursor of a database that was ahead',
      at(cursor('pages.changed_in,id', '9000000000000', NOWHERE)),
      'BAD_USER_INPUT',
    ],
    [
      'a cursor with a snapshot that is none',
      at(cursor('pages.changed_in,id', '1', NOWHERE, '5:3:')),
      'BAD_USER_INPUT',
    ],
    [
      'a cursor with numbers out of order',
      at(cursor('pages.changed_in,id', '1', NOWHERE, '3:9:5,4')),
      'BAD_USER_INPUT',
    ],
    ['a cursor with numbers out of range', at(cursor('pages.changed_in,id', '1', NOWHERE, '3:9:9')), 'BAD_USER_INPUT'],
  ])('is %s', async (_what, options, code) => {
    expect(await refusal(options)).toMatchObject({ path: ['pageChanged'], code });
  });

  it('is nothing for the agent that indexes: it reads all spaces', async () => {
    const { spaceId, one } = await openSpace();
    const options = { as: 'agent:workspace-indexer', variables: { spaceId } };
    const changes = await subscribe(http.url, 'websocket', CHANGES, options);
    await cursorOf(changes);
    await retitle(one, 'For the index');
    expect(await changes.take(1, 'pageChanged.page.title')).toEqual(['For the index']);
    await changes.end();
  });
});

describe.runIf(isRealStack)('a transaction that commits late', () => {
  it('is not passed over by one that began after it and committed before it', async () => {
    const { spaceId, one: slow, two: quick } = await openSpace();
    const variables = { spaceId };
    const changes = await subscribe(http.url, 'websocket', CHANGES, { as: 'ben', variables });
    const begin = await cursorOf(changes);
    await gateway.owner(async (client) => {
      await client.script('begin');
      await client.query(`update work.pages set title = 'Slow' where id = $1`, [slow]);
      await retitle(quick, 'Quick');
      // Committed now, and a reader past it would never look at the slow one again.
      const { data } = await gateway.execute(`{ page(id: "${quick}") { title } }`, { as: 'ben' });
      expect(pick(data, 'page.title')).toBe('Quick');
      await client.script('commit');
    });
    expect(await changes.take(2, 'pageChanged.page.title')).toEqual(['Slow', 'Quick']);
    await changes.end();
    const again = await subscribe(http.url, 'event stream', CHANGES, {
      as: 'ben',
      variables: { ...variables, after: begin },
    });
    expect(await again.take(2, 'pageChanged.page.title')).toEqual(['Slow', 'Quick']);
    await again.end();
  });
});
