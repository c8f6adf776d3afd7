/** An agent that writes the workspace for a user: what that user may, and what is written says who did it for whom. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { type Acting, createActing } from '../support/acting.ts';
import { pick, type TestGateway } from '../support/gateway.ts';
import { codesOf, mutate, refuse } from '../support/work-mutate.ts';

const ANA = DEMO_USERS.ana as string;
const AGENT = 'test-page-writer';
const FOR_ANA = `agent:${AGENT} for ana`;
const BOTH = { userId: ANA, actingAgent: AGENT, clientId: null };
const ACTOR = 'userId actingAgent clientId';

let acting: Acting;
let gateway: TestGateway;
let ofAna: string;
let ofBen: string;
let keys = 0;

const key = () => `acting-${++keys}`;
const createPage = (as: string, spaceId: string, more = {}) =>
  mutate(gateway, as, {
    name: 'createPage',
    input: { title: 'Written for ana', spaceId, idempotencyKey: key(), ...more },
    select: 'page { id title version }',
  });
const createSpace = async (as: string) =>
  String(
    pick(
      await mutate(gateway, as, { name: 'createSpace', input: { name: 'Acting' }, select: 'space { id }' }),
      'space.id',
    ),
  );

beforeAll(async () => {
  acting = await createActing(AGENT);
  gateway = acting.gateway;
  ofAna = await createSpace('ana');
  ofBen = await createSpace('ben');
});

afterAll(() => acting[Symbol.asyncDispose]());

describe('an agent that writes for a user', () => {
  it('makes pages, blocks and comments where the user may, and they say both', async () => {
    const made = await createPage(FOR_ANA, ofAna);
    expect(codesOf(made)).toEqual([]);
    const page = String(pick(made, 'page.id'));
    const written = await mutate(gateway, FOR_ANA, {
      name: 'applyBlockOperations',
      input: {
        pageId: page,
        expectedVersion: 1,
        idempotencyKey: key(),
        operations: [{ insert: { type: 'PARAGRAPH', content: { text: 'For you' } } }],
      },
      select: `page { version } blocks { id ${ACTOR} }`,
    });
    expect(codesOf(written)).toEqual([]);
    expect(pick(written, 'blocks.0')).toMatchObject(BOTH);
    const said = await mutate(gateway, FOR_ANA, {
      name: 'addComment',
      input: { pageId: page, body: 'Please look', idempotencyKey: key() },
      select: `comment { id authorId ${ACTOR} }`,
    });
    expect(pick(said, 'comment')).toMatchObject({ authorId: ANA, ...BOTH });
    const query = `{ page(id: "${page}") { title history { nodes { number: version changedBy ${ACTOR} } } comments { nodes { ${ACTOR} } } } }`;
    for (const as of ['ana', FOR_ANA]) {
      const { data, errors } = await gateway.execute(query, { as });
      expect(errors).toBeUndefined();
      expect(pick(data, 'page.title')).toBe('Written for ana');
      const entries = pick(data, 'page.history.nodes') as Record<string, unknown>[];
      expect(entries.length).toBeGreaterThan(1);
      for (const entry of entries) expect(entry).toMatchObject({ changedBy: ANA, ...BOTH });
      expect(pick(data, 'page.comments.nodes')).toEqual([BOTH]);
    }
  });

  it('leaves the person beside each uuid, for who reads it', async () => {
    const page = String(pick(await createPage(FOR_ANA, ofAna), 'page.id'));
    const who = 'userId person { name }';
    const operations = [{ insert: { type: 'PARAGRAPH', content: { text: 'For you' } } }];
    const input = { pageId: page, expectedVersion: 1, idempotencyKey: key(), operations };
    await mutate(gateway, FOR_ANA, { name: 'applyBlockOperations', input, select: 'page { id }' });
    const said = { pageId: page, body: 'Look', idempotencyKey: key() };
    await mutate(gateway, FOR_ANA, { name: 'addComment', input: said, select: 'comment { id }' });
    const lists = ['blocks', 'comments', 'history'].map((name) => `${name} { nodes { ${who} } }`);
    const { data, errors } = await gateway.execute(`{ page(id: "${page}") { ${lists.join(' ')} } }`, { as: 'ana' });
    expect(errors).toBeUndefined();
    for (const list of ['blocks', 'comments', 'history'])
      expect(pick(data, `page.${list}.nodes.0`)).toEqual({ userId: ANA, person: { name: 'Ana Reyes' } });
  });

  it('is told from the user himself, entry by entry and text by text', async () => {
    const page = String(pick(await createPage('ana', ofAna), 'page.id'));
    const say = (as: string) =>
      mutate(gateway, as, {
        name: 'addComment',
        input: { pageId: page, body: `By ${as}`, idempotencyKey: key() },
        select: `comment { id ${ACTOR} }`,
      });
    expect(pick(await say('ana'), 'comment')).toMatchObject({ userId: ANA, actingAgent: null, clientId: null });
    const comment = pick(await say(FOR_ANA), 'comment.id');
    const edited = await mutate(gateway, 'ana', {
      name: 'editComment',
      input: { commentId: comment, body: 'In my own words' },
      select: `comment { ${ACTOR} }`,
    });
    expect(pick(edited, 'comment')).toEqual({ userId: ANA, actingAgent: null, clientId: null });
    await mutate(gateway, FOR_ANA, {
      name: 'updatePage',
      input: { pageId: page, title: 'Renamed for ana', idempotencyKey: key() },
      select: 'page { id }',
    });
    const { data } = await gateway.execute(`{ page(id: "${page}") { history { nodes { version ${ACTOR} } } } }`, {
      as: 'ana',
    });
    expect(pick(data, 'page.history.nodes')).toEqual([
      { version: 2, ...BOTH },
      { version: 1, userId: ANA, actingAgent: null, clientId: null },
    ]);
  });

  it('writes nothing where the user may not', async () => {
    expect(codesOf(await createPage(FOR_ANA, ofBen))).toEqual(['NOT_FOUND']);
    const page = String(pick(await createPage('ben', ofBen), 'page.id'));
    const input = { pageId: page, body: 'Let me in', idempotencyKey: key() };
    expect(codesOf(await mutate(gateway, FOR_ANA, { name: 'addComment', input, select: 'comment { id }' }))).toEqual([
      'NOT_FOUND',
    ]);
  });

  it('executes nothing without a user', async () => {
    const input = { title: 'x', spaceId: ofAna, idempotencyKey: key() };
    expect(await refuse(gateway, `agent:${AGENT}`, { name: 'createPage', input, select: 'page { id }' })).toBe(
      'FORBIDDEN',
    );
    expect(gateway.calls.filter((call) => !call.includes('spend_budget'))).toEqual([]);
  });

  it('executes nothing that the doctrine does not give it, though the user may', async () => {
    const page = String(pick(await createPage(FOR_ANA, ofAna), 'page.id'));
    const ask = (name: string, input: Record<string, unknown>, select: string) =>
      refuse(gateway, FOR_ANA, { name, input: { ...input, idempotencyKey: key() }, select });
    expect(await ask('archivePage', { pageId: page }, 'page { id }')).toBe('FORBIDDEN');
    expect(await ask('createSpace', { name: 'x' }, 'space { id }')).toBe('FORBIDDEN');
    expect(
      await ask('grantPermission', { spaceId: ofAna, userId: DEMO_USERS.ben, role: 'ADMIN' }, 'permission { id }'),
    ).toBe('FORBIDDEN');
  });

  it('gives a key, which is neither the user’s nor that of the agent for somebody else', async () => {
    const without = await createPage(FOR_ANA, ofAna, { idempotencyKey: null });
    expect(codesOf(without)).toEqual(['BAD_USER_INPUT']);
    const idempotencyKey = key();
    const idOf = async (as: string, space: string) =>
      pick(await createPage(as, space, { idempotencyKey }), 'page.id') as string;
    const ids = [await idOf(FOR_ANA, ofAna), await idOf('ana', ofAna), await idOf(`agent:${AGENT} for ben`, ofBen)];
    expect(new Set(ids).size).toBe(3);
    expect(await idOf(FOR_ANA, ofAna)).toBe(ids[0]);
  });
});

describe('the database, where no rule stands', () => {
  const asAgent = (text: string, values: unknown[], claims: Record<string, unknown> = {}) => {
    const viewer = {
      ...{ kind: 'agent', id: null, agent: AGENT, client: null, actsFor: ANA, role: acting.role },
      claims: JSON.stringify({ role: acting.role, sub: ANA, app_metadata: { agent: AGENT }, ...claims }),
    } as const;
    return gateway.sources.postgres?.transact(viewer as never, (run) => run({ text, values }));
  };
  const CALL = 'select work.for_user($1, $2)::text';
  const given = () => JSON.stringify({ title: 'x', space_id: ofAna, idempotency_key: key() });

  it('writes for the user by the functions that the agent has, and by no other', async () => {
    expect(String(await asAgent(CALL, ['work.create_page', given()]))).toMatch(/^"[0-9a-f-]{36}"$/);
    const refused = { code: 'FORBIDDEN' };
    await expect(asAgent(CALL, ['work.create_space', given()])).rejects.toMatchObject(refused);
    await expect(asAgent(CALL, ['work.no_such_thing', given()])).rejects.toMatchObject(refused);
  });

  it('lets the agent call none of them itself, nor write a row', async () => {
    const refused = { code: 'FORBIDDEN' };
    const call = 'select work.create_page(title => $1, space_id => $2, idempotency_key => $3)::text';
    await expect(asAgent(call, ['x', ofAna, key()])).rejects.toMatchObject(refused);
    const insert = "insert into work.pages (space_id, title, rank) values ($1, 'x', 'a0') returning id::text";
    await expect(asAgent(insert, [ofAna])).rejects.toMatchObject(refused);
  });

  it('knows no user where the token names none', async () => {
    for (const claims of [{ sub: undefined }, { role: 'agent_somebody_else' }, { role: 'authenticated' }])
      await expect(asAgent(CALL, ['work.create_page', given()], claims)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('takes nobody’s word for who wrote a row', async () => {
    const user = { kind: 'user', id: ANA, agent: null, client: null, actsFor: null, role: 'authenticated' };
    const claims = JSON.stringify({ role: 'authenticated', sub: ANA });
    const page = String(pick(await createPage('ana', ofAna), 'page.id'));
    const insert = `insert into work.comments (space_id, page_id, body, sub, act, client_id)
      values ($1, $2, 'x', '${DEMO_USERS.ben}', 'somebody', 'else') returning to_jsonb(comments)::text`;
    const inserted = await gateway.sources.postgres?.transact({ ...user, claims } as never, (run) =>
      run({ text: insert, values: [ofAna, page] }),
    );
    const row = JSON.parse(String(inserted));
    expect(row).toMatchObject({ sub: ANA, act: null, client_id: null });
    const update = `update work.comments set act = 'somebody' where id = $1 returning to_jsonb(comments)::text`;
    const updated = await gateway.sources.postgres?.transact({ ...user, claims } as never, (run) =>
      run({ text: update, values: [row.id] }),
    );
    expect(JSON.parse(String(updated))).toMatchObject({ act: null, version: row.version });
  });
});
