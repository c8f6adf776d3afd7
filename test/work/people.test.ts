/** Who the uuids of users are: people beside them, for those who share something with them. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { seedId } from '../../src/demo/seed/seed.ts';
import { inTransaction } from '../../src/postgres/migrate.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { addPerson } from '../support/people.ts';
import { mutate } from '../support/work-mutate.ts';

const [ANA, BEN, CARLA] = [DEMO_USERS.ana as string, DEMO_USERS.ben as string, DEMO_USERS.carla as string];
const BIR = seedId('page', 'bir-2550q');
const NAMES = { [ANA]: 'Ana Reyes', [BEN]: 'Ben Santos', [CARLA]: 'Carla Mendoza' };

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
});

afterAll(() => gateway[Symbol.asyncDispose]());

/** The data of an answer without errors. */
async function ask(query: string, as: string | null, variables?: Record<string, unknown>) {
  const { data, errors } = await gateway.execute(query, { as, ...(variables && { variables }) });
  expect(errors).toBeUndefined();
  return data;
}

const personOf = async (id: string, as: string) =>
  pick(await ask(`{ person(id: "${id}") { id name email } }`, as), 'person');

async function createSpace(as: string): Promise<string> {
  const payload = await mutate(gateway, as, { name: 'createSpace', input: { name: 'People' }, select: 'space { id }' });
  return String(pick(payload, 'space.id'));
}

const admit = (spaceId: string, userId: string, as: string, role = 'MEMBER') =>
  mutate(gateway, as, { name: 'grantPermission', input: { spaceId, userId, role }, select: 'permission { id }' });

const found = async (as: string, search: string) =>
  pick(
    await ask('query ($search: String) { people(search: $search) { nodes { name } } }', as, { search }),
    'people.nodes',
  );

describe('a person beside a uuid', () => {
  it('comes with the comments that it wrote, in their one statement', async () => {
    const data = await ask(
      `{ page(id: "${BIR}") { comments { nodes { authorId author { id name avatarUrl } } } } }`,
      'ana',
    );
    const avatarOf = (user: string) => `https://example.com/avatars/${user}.png`;
    expect(pick(data, 'page.comments.nodes')).toEqual([
      { authorId: ANA, author: { id: ANA, name: NAMES[ANA], avatarUrl: avatarOf('ana') } },
      { authorId: BEN, author: { id: BEN, name: NAMES[BEN], avatarUrl: avatarOf('ben') } },
    ]);
    expect(gateway.calls).toHaveLength(1);
  });

  it('stands beside whoever made, changed and deleted something, and in cells', async () => {
    const spaceId = await createSpace('ana');
    const run = async (name: string, input: Record<string, unknown>, path: string) =>
      String(pick(await mutate(gateway, 'ana', { name, input, select: `${path.replace('.', ' { ')} }` }), path));
    const pageId = await run('createPage', { spaceId, title: 'Made' }, 'page.id');
    const columns = [
      { name: 'Who', type: 'PERSON' },
      { name: 'Reviewer', type: 'PERSON' },
    ];
    const databaseId = await run('createDatabase', { pageId, title: 'Tasks', columns }, 'database.id');
    await run('insertDatabaseRow', { databaseId, data: { Who: ANA, Reviewer: CARLA } }, 'row.id');
    const commentId = await run('addComment', { pageId, body: 'Well?' }, 'comment.id');
    await run('resolveComment', { commentId }, 'comment.id');
    const who = '{ name }';
    const data = await ask(
      `{ page(id: "${pageId}") {
        createdByPerson ${who}
        comments { nodes { resolvedByPerson ${who} } }
        history(first: 1) { nodes { changedByPerson ${who} } }
        databases { nodes { createdByPerson ${who} rows { nodes { createdByPerson ${who}
          personCells { nodes { columnName personId person ${who} } } } } } }
        space { permissions { nodes { userId person ${who} } } } } }`,
      'ana',
    );
    const ana = { name: NAMES[ANA] };
    expect(data).toEqual({
      page: {
        createdByPerson: ana,
        comments: { nodes: [{ resolvedByPerson: ana }] },
        history: { nodes: [{ changedByPerson: ana }] },
        databases: {
          nodes: [
            {
              createdByPerson: ana,
              rows: {
                nodes: [
                  {
                    createdByPerson: ana,
                    personCells: {
                      nodes: [
                        { columnName: 'Who', personId: ANA, person: ana },
                        { columnName: 'Reviewer', personId: CARLA, person: null },
                      ],
                    },
                  },
                ],
              },
            },
          ],
        },
        space: { permissions: { nodes: [{ userId: ANA, person: ana }] } },
      },
    });
    expect(gateway.calls).toHaveLength(1);
  });

  it('stands beside each cell of type PERSON that a typed query finds, whatever the keys are called', async () => {
    const spaceId = await createSpace('ana');
    const made = async (name: string, input: Record<string, unknown>, select: string) =>
      pick(await mutate(gateway, 'ana', { name, input, select: `${select} { id }` }), `${select}.id`);
    const pageId = await made('createPage', { spaceId, title: 'Typed' }, 'page');
    const columns = ['Who', 'Reviewer'].map((name) => ({ name, type: 'PERSON' }));
    const databaseId = await made('createDatabase', { pageId, title: 'Tasks', columns }, 'database');
    for (const data of [{ Reviewer: CARLA, Who: ANA }, { Who: ANA }, {}])
      await made('insertDatabaseRow', { databaseId, data }, 'row');
    const person = 'personCells { columnName personId who: person { id called: name } }';
    const data = await ask(
      `{ databaseRows(databaseId: "${databaseId}") { nodes { ${person} } edges { node { personCells { personId } } } } }`,
      'ana',
    );
    const ana = { columnName: 'Who', personId: ANA, who: { id: ANA, called: NAMES[ANA] } };
    expect(pick(data, 'databaseRows.nodes')).toEqual([
      { personCells: [ana, { columnName: 'Reviewer', personId: CARLA, who: null }] },
      { personCells: [ana] },
      { personCells: [] },
    ]);
    expect(pick(data, 'databaseRows.edges.0.node.personCells')).toEqual([{ personId: ANA }, { personId: CARLA }]);
    // The rows, and the people of all of them.
    expect(gateway.calls).toHaveLength(2);
  });

  it('is the viewer itself, and for whom somebody asks', async () => {
    const query = '{ viewer { id person { id name email } actsFor actsForPerson { id } } }';
    expect(pick(await ask(query, 'ana'), 'viewer')).toEqual({
      id: ANA,
      person: { id: ANA, name: NAMES[ANA], email: 'ana@example.com' },
      actsFor: null,
      actsForPerson: null,
    });
    for (const as of ['service', null])
      expect(pick(await ask(query, as), 'viewer')).toEqual({
        ...{ id: null, person: null, actsFor: null, actsForPerson: null },
      });
  });

  it('is known of approvals, builds and runs, and null where a service did it', async () => {
    const members = '{ approvals { nodes { requestedBy requestedByPerson { name } decidedByPerson { name } } } }';
    const nodes = pick(await ask(members, 'ana'), 'approvals.nodes') as Record<string, unknown>[];
    expect(nodes).toContainEqual({
      requestedBy: BEN,
      requestedByPerson: { name: NAMES[BEN] },
      decidedByPerson: { name: NAMES[ANA] },
    });
    expect(gateway.calls).toHaveLength(1);
    const runs = await ask('{ runs(first: 1) { nodes { requestedBy requestedByPerson { name } } } }', 'service');
    expect(pick(runs, 'runs.nodes')).toEqual([{ requestedBy: 'service', requestedByPerson: null }]);
  });

  it('is null where the user is gone, and the uuid stays', async () => {
    const gone = randomUUID();
    const spaceId = await createSpace('ana');
    await addPerson(gateway, { id: gone, name: 'Gone Girl' });
    await admit(spaceId, gone, 'ana');
    await gateway.owner((client) =>
      client.query('update auth.users set raw_user_meta_data = null where id = $1', [gone]),
    );
    const members = `{ space(id: "${spaceId}") { permissions(filter: { userId: { eq: "${gone}" } }) { nodes { userId person { id name } } } } }`;
    expect(pick(await ask(members, 'ana'), 'space.permissions.nodes')).toEqual([
      { userId: gone, person: { id: gone, name: null } },
    ]);
    const [{ id: pageId }] = (await gateway.owner((client) =>
      client.query('insert into work.pages (space_id, title, rank, created_by) values ($1, $2, $3, $4) returning id', [
        spaceId,
        'Left',
        'a0',
        gone,
      ]),
    )) as [{ id: string }];
    await gateway.owner((client) => client.query('delete from auth.users where id = $1', [gone]));
    expect(await ask(`{ page(id: "${pageId}") { createdBy createdByPerson { id } } }`, 'ana')).toEqual({
      page: { createdBy: gone, createdByPerson: null },
    });
  });

  it('can be filtered by', async () => {
    const query = `{ page(id: "${BIR}") { comments(filter: { author: { name: { startsWith: "ben" } } }) { nodes { authorId } } } }`;
    expect(pick(await ask(query, 'ana'), 'page.comments.nodes')).toEqual([{ authorId: BEN }]);
  });
});

describe('who sees a person', () => {
  it('is oneself, whoever shares a space, and a service', async () => {
    expect(await personOf(BEN, 'ana')).toMatchObject({ name: NAMES[BEN] });
    expect(await personOf(CARLA, 'carla')).toMatchObject({ name: NAMES[CARLA] });
    expect(await personOf(CARLA, 'service')).toMatchObject({ name: NAMES[CARLA] });
    expect(await personOf(CARLA, 'ana')).toBeNull();
    expect(await personOf(ANA, 'carla')).toBeNull();
  });

  it('is whoever shares a project', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    await addPerson(gateway, { id: one, name: 'Project One' });
    await addPerson(gateway, { id: other, name: 'Project Other' });
    expect(await personOf(other, one)).toBeNull();
    const projects = await ask('{ deliveryProjects(first: 1) { nodes { id } } }', 'service');
    const projectId = pick(projects, 'deliveryProjects.nodes.0.id');
    for (const userId of [one, other])
      await mutate(gateway, 'service', {
        name: 'setProjectMember',
        input: { projectId, userId, role: 'viewer' },
        select: 'member { person { name } }',
      });
    expect(await personOf(other, one)).toEqual({ id: other, name: 'Project Other', email: null });
  });

  it('is nobody who no longer shares anything', async () => {
    const spaceId = await createSpace('carla');
    await admit(spaceId, ANA, 'carla');
    expect(await personOf(CARLA, 'ana')).toMatchObject({ name: NAMES[CARLA] });
    await mutate(gateway, 'ana', {
      name: 'revokePermission',
      input: { spaceId, userId: ANA },
      select: 'space { id }',
    });
    expect(await personOf(CARLA, 'ana')).toBeNull();
  });

  it('is no stranger by any door: lists, lookups, nodes, filters and pages of others', async () => {
    const stranger = randomUUID();
    const nodeId = Buffer.from(`Person:${ANA}`).toString('base64url');
    const everywhere = `{ people { nodes { id } totalCount } person(id: "${ANA}") { id } node(id: "${nodeId}") { id }
      nodes(ids: ["${nodeId}"]) { id } guess: people(filter: { id: { in: ["${ANA}", "${BEN}"] } }) { totalCount } }`;
    expect(await ask(everywhere, stranger)).toEqual({
      people: { nodes: [], totalCount: 0 },
      person: null,
      node: null,
      nodes: [null],
      guess: { totalCount: 0 },
    });
    const anonymous = await gateway.execute(`{ person(id: "${ANA}") { id } }`, { as: null });
    expect(anonymous.errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });

  it('is, of an agent, nobody but by the user that it acts for', async () => {
    const read = (claims: object, role = 'agent_sync_odoo_agent') =>
      gateway.owner(async (client) => {
        const texts = [role, JSON.stringify({ role, app_metadata: { agent: 'sync-odoo-agent' }, ...claims })];
        await client.script('begin');
        try {
          await client.query("select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)", texts);
          return await client.query('select id from ops.people where id = any ($1::uuid[]) order by id', [
            [ANA, BEN, CARLA],
          ]);
        } finally {
          await client.script('rollback');
        }
      });
    expect(await read({})).toEqual([]);
    expect(await read({ sub: BEN })).toEqual([{ id: ANA }, { id: BEN }]);
  });
});

describe("a person's e-mail address", () => {
  it('is for oneself, the admins of a space that both are in, and a service', async () => {
    expect(await personOf(BEN, 'ana')).toMatchObject({ email: 'ben@example.com' });
    expect(await personOf(BEN, 'ben')).toMatchObject({ email: 'ben@example.com' });
    expect(await personOf(BEN, 'service')).toMatchObject({ email: 'ben@example.com' });
    const spaceId = await createSpace('carla');
    for (const user of [ANA, BEN]) await admit(spaceId, user, 'carla');
    expect(await personOf(CARLA, 'ben')).toEqual({ id: CARLA, name: NAMES[CARLA], email: null });
  });

  it('is found by no filter, order or search of who does not see it', async () => {
    const spaceId = await createSpace('carla');
    await admit(spaceId, BEN, 'carla');
    const guess = (filter: string) => ask(`{ people(filter: { email: ${filter} }) { nodes { id } } }`, 'ben');
    for (const filter of ['{ startsWith: "carla" }', '{ eq: "carla@example.com" }', '{ gt: "carl" }'])
      expect(pick(await guess(filter), 'people.nodes')).not.toContainEqual({ id: CARLA });
    expect(pick(await guess('{ isNull: true }'), 'people.nodes')).toContainEqual({ id: CARLA });
    expect(await found('ben', 'carla@example.com')).toEqual([]);
    expect(await found('ben', 'example')).toEqual([]);
  });
});

describe('people(search:)', () => {
  const names = ['Zoë Łukasiewicz-Ødegård', 'Éva Straßer', 'Jean d’Arc', "100% O'Neil"];
  const searcher = randomUUID();

  beforeAll(async () => {
    const spaceId = await createSpace(searcher);
    for (const name of names) {
      const id = randomUUID();
      await addPerson(gateway, { id, name });
      await admit(spaceId, id, searcher);
    }
  });

  it.each([
    ['zoe', names[0]],
    ['LUKA zo', names[0]],
    ['odegard', names[0]],
    ['ÉVÁ', names[1]],
    ['strasser', names[1]],
    ['arc', names[2]],
    ['neil', names[3]],
    ['100%', names[3]],
  ])('finds by the beginnings of words, whatever capitals and accents: %s', async (search, name) => {
    expect(await found(searcher, search)).toEqual([{ name }]);
  });

  it.each(['oe', 'zoe x', '%', '_', '\\', 'Ana'])('finds nobody by %s', async (search) => {
    expect(await found(searcher, search)).toEqual([]);
  });

  it('finds nobody else of that name, however many there are', async () => {
    for (let n = 0; n < 8; n += 1) await addPerson(gateway, { id: randomUUID(), name: `Zoë Stranger ${n}` });
    expect(await found(searcher, 'zoe')).toEqual([{ name: names[0] }]);
    expect(await found(searcher, 'stranger')).toEqual([]);
    expect(await found('service', 'zoe strang')).toHaveLength(8);
  });

  it('finds by the name that somebody has now, and nobody who is gone', async () => {
    const id = randomUUID();
    const write = (sql: string, ...values: unknown[]) => gateway.owner((client) => client.query(sql, [id, ...values]));
    await addPerson(gateway, { id, name: 'Formerly Known' });
    expect(await found('service', 'formerly')).toHaveLength(1);
    const later = JSON.stringify({ full_name: 'Lately Renamed' });
    await write('update auth.users set raw_user_meta_data = $2 where id = $1', later);
    expect(await found('service', 'formerly')).toEqual([]);
    expect(await found('service', 'lately ren')).toEqual([{ name: 'Lately Renamed' }]);
    await write('delete from auth.users where id = $1');
    expect(await found('service', 'lately')).toEqual([]);
    expect(await write('select from tripoint.name_words where user_id = $1')).toEqual([]);
  });

  it('finds the same where the auth server tells of no names', async () => {
    const trigger = (what: string) =>
      gateway.owner((client) => client.script(`alter table auth.users ${what} trigger tripoint_note_name`));
    await trigger('disable');
    for (const [search, name] of [['LUKA zo', names[0]] as const, ['arc', names[2]] as const])
      expect(await found(searcher, search)).toEqual([{ name }]);
    expect(await found(searcher, '%')).toEqual([]);
    await trigger('enable');
  });

  it.each(['service_role', 'authenticated', 'gateway'])('lets %s read the words of no name', async (role) => {
    const reading = gateway.owner((client) =>
      inTransaction(client, async () => {
        await client.query("select set_config('role', $1, true)", [role]);
        return client.query('select * from tripoint.name_words');
      }),
    );
    await expect(reading).rejects.toThrow(/permission denied/);
  });

  it('answers page by page, in one statement each', async () => {
    const read = (after: unknown) =>
      ask(
        'query ($after: String) { people(search: "", first: 2, after: $after) { nodes { name } totalCount pageInfo { hasNextPage endCursor } } }',
        searcher,
        { after },
      );
    const one = await read(null);
    const two = await read(pick(one, 'people.pageInfo.endCursor'));
    expect(gateway.calls).toHaveLength(1);
    const shown = [one, two].flatMap((page) => pick(page, 'people.nodes') as { name: string }[]);
    expect(shown.map(({ name }) => name).sort()).toEqual([...names].sort());
    expect(pick(two, 'people')).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: false } });
  });
});

describe('what a person writes of itself', () => {
  it.each([
    [
      { full_name: ' ', name: 'From Google', picture: 'https://a.example/p.png' },
      'From Google',
      'https://a.example/p.png',
    ],
    [{ full_name: 'Two\nlines\u202e \u200bin one' }, 'Two lines in one', null],
    [{ full_name: 'x'.repeat(300), avatar_url: 'javascript:alert(1)' }, 'x'.repeat(200), null],
    [{ full_name: { a: 1 }, avatar_url: 'http://a.example/p.png' }, '{"a": 1}', null],
    [{}, null, null],
  ])('is one line, and a picture by https alone: %o', async (metadata, name, avatarUrl) => {
    const id = randomUUID();
    await addPerson(gateway, { id, metadata });
    const data = await ask('{ people { nodes { name avatarUrl } } }', id);
    expect(pick(data, 'people.nodes')).toEqual([{ name, avatarUrl }]);
  });
});
