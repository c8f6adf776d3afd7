/** Functions of the ledger run past row-level security: each looks itself whose the rows are. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, pick, type TestGateway } from '../../support/gateway.ts';
import { serve } from '../../support/listening.ts';
import { subscribe } from '../../support/live.ts';
import { addPeople } from '../../support/people.ts';
import {
  createCaller,
  createTenantSide,
  sendMutation,
  type TenantSide,
  tokenOf,
  userOf,
} from '../../support/tenants.ts';

const PEOPLE = { manager: randomUUID(), developer: randomUUID() };
/** A member of globex's project alone. */
const COLLEAGUE = randomUUID();

let gateway: TestGateway;
let caller: ReturnType<typeof createCaller>;
let company: TenantSide;
let acme: TenantSide;
let globex: TenantSide;

beforeAll(async () => {
  gateway = await createTestGateway();
  caller = createCaller(gateway);
  await addPeople(gateway, PEOPLE.manager, PEOPLE.developer, COLLEAGUE);
  const make = (tenant: string, word: string) =>
    createTenantSide(gateway, tenant, { word, slug: 'shop', people: PEOPLE });
  company = await make('', 'zzown');
  acme = await make('acme', 'zzacme');
  globex = await make('globex', 'zzglobex');
  await sendMutation(gateway, {
    name: 'setProjectMember',
    input: { projectId: globex.ids.project, userId: COLLEAGUE, role: 'developer' },
    select: 'member { id }',
  });
});

afterAll(() => gateway[Symbol.asyncDispose]());

describe('a user', () => {
  const decide = "select status from ops.decide_approval($1, 'APPROVED')";

  it('decides the approvals of the tenant of the token, though it is a manager of all', async () => {
    const nothing = randomUUID();
    const [absent] = await caller.call(userOf(PEOPLE.manager, 'acme'), decide, [nothing]);
    expect(absent).toEqual({ code: 'TP404', message: `There is no approval ${nothing}` });
    for (const [claims, side] of [
      [userOf(PEOPLE.manager, 'acme'), globex],
      [userOf(PEOPLE.manager, 'acme'), company],
      [userOf(PEOPLE.manager), acme],
      // The OAuth client of that name is no tenant.
      [{ ...userOf(PEOPLE.manager), client_id: 'acme' }, acme],
      [{ ...userOf(PEOPLE.manager), user_metadata: { client_id: 'acme' } }, acme],
    ] as const)
      expect(await caller.call(claims, decide, [side.ids.approval])).toEqual([
        { code: 'TP404', message: `There is no approval ${side.ids.approval}` },
      ]);
    expect(await caller.call(userOf(PEOPLE.manager, 'acme'), decide, [acme.ids.approval])).toEqual([
      { status: 'APPROVED' },
    ]);
    // What was decided is answered again, and to nobody else.
    expect(await caller.call(userOf(PEOPLE.manager, 'acme'), decide, [acme.ids.approval])).toEqual([
      { status: 'APPROVED' },
    ]);
    expect(await caller.call(userOf(PEOPLE.manager, 'globex'), decide, [acme.ids.approval])).toMatchObject([
      { code: 'TP404' },
    ]);
  });

  it('is told of no project of another tenant by what its policies ask', async () => {
    expect(await caller.call(userOf(PEOPLE.manager, 'acme'), 'select ops.my_project_ids() as id')).toEqual([
      { id: acme.ids.project },
    ]);
    expect(await caller.call(userOf(PEOPLE.manager), 'select ops.my_project_ids() as id')).toEqual([
      { id: company.ids.project },
    ]);
  });

  it('sees the people with whom it shares a project of that tenant', async () => {
    const seen = async (tenant?: string) =>
      (await caller.call(userOf(PEOPLE.manager, tenant), 'select id from ops.person($1)', [COLLEAGUE])).length;
    expect([await seen('globex'), await seen('acme'), await seen()]).toEqual([1, 0, 0]);
    const listed = async (tenant?: string) =>
      (await caller.call(userOf(PEOPLE.manager, tenant), 'select id from ops.people')).map(({ id }) => id);
    expect(await listed('globex')).toContain(COLLEAGUE);
    expect(await listed('acme')).not.toContain(COLLEAGUE);
  });

  it('sees of the runs that touched a page those of that tenant', async () => {
    const token = await tokenOf({ user: PEOPLE.manager });
    const make = async (name: string, input: object, path: string) =>
      String(
        pick(await sendMutation(gateway, { name, input, token, select: path.replace('.', ' { ').concat(' }') }), path),
      );
    const spaceId = await make('createSpace', { name: 'Shared' }, 'space.id');
    const page = await make('createPage', { title: 'Shared', spaceId }, 'page.id');
    for (const { ids } of [company, acme, globex])
      await gateway.owner((client) =>
        client.query("select ops.append_event($1, 'test.noted', jsonb_build_object('pageId', $2::text))", [
          ids.run,
          page,
        ]),
      );
    const seen = async (tenant?: string) => {
      const own = await tokenOf({ user: PEOPLE.manager, ...(tenant && { tenant }) });
      const answer = await gateway.execute(
        `{ page(id: "${page}") { runs { totalCount nodes { projectRun { id } } } } }`,
        { token: own },
      );
      return pick(answer.data, 'page.runs');
    };
    const only = ({ ids }: TenantSide) => ({ totalCount: 1, nodes: [{ projectRun: { id: ids.run } }] });
    expect([await seen(), await seen('acme'), await seen('globex')]).toEqual([company, acme, globex].map(only));
    expect(await seen('initech')).toEqual({ totalCount: 0, nodes: [] });
  });

  it('is told of each tenant by its own token, one after the other and at once', async () => {
    const tokens = await Promise.all(
      [undefined, 'acme', 'globex'].map((tenant) => tokenOf({ user: PEOPLE.manager, ...(tenant && { tenant }) })),
    );
    const ask = async (token: string) => {
      const query = '{ viewer { tenantId } deliveryProjects { nodes { name tenantId } } }';
      return (await gateway.execute(query, { token })).data;
    };
    const answers = await Promise.all([...tokens, ...tokens].map(ask));
    const expected = [
      { viewer: { tenantId: null }, deliveryProjects: { nodes: [{ name: 'zzown project', tenantId: '' }] } },
      { viewer: { tenantId: 'acme' }, deliveryProjects: { nodes: [{ name: 'zzacme project', tenantId: 'acme' }] } },
      {
        viewer: { tenantId: 'globex' },
        deliveryProjects: { nodes: [{ name: 'zzglobex project', tenantId: 'globex' }] },
      },
    ];
    expect(answers).toEqual([...expected, ...expected]);
  });
});

describe('the service', () => {
  const upsert = (input: object) =>
    gateway.execute(
      'mutation ($input: UpsertProjectInput!) { upsertProject(input: $input) { project { id tenantId } userErrors { code message path } } }',
      { as: 'service', variables: { input: { name: 'A name', ...input } } },
    );

  it('gives each tenant the same slug, and changes the one that it means', async () => {
    expect(new Set([company, acme, globex].map(({ ids }) => ids.project)).size).toBe(3);
    const { data } = await upsert({ slug: 'shop', tenantId: 'globex', name: 'zzglobex project' });
    expect(pick(data, 'upsertProject.project')).toEqual({ id: globex.ids.project, tenantId: 'globex' });
    const unsaid = await upsert({ slug: 'shop' });
    expect(pick(unsaid.data, 'upsertProject')).toEqual({
      project: null,
      userErrors: [
        {
          code: 'BAD_USER_INPUT',
          message: 'Several tenants have a project shop: say whose it is',
          path: ['input', 'tenantId'],
        },
      ],
    });
  });

  it('need not say the tenant again of a project that one of them has alone, such as one of an Odoo', async () => {
    const odoo = { slug: 'odoo-7', odooInstance: 'acme odoo' };
    const made = await upsert({ ...odoo, tenantId: 'acme' });
    const again = await upsert(odoo);
    expect(pick(again.data, 'upsertProject.project')).toEqual(pick(made.data, 'upsertProject.project'));
    expect(pick(again.data, 'upsertProject.project.tenantId')).toBe('acme');
    const taken = await upsert({ ...odoo, tenantId: 'globex' });
    expect(taken.errors).toMatchObject([
      { message: 'The project odoo-7 of an Odoo is here already', extensions: { code: 'FORBIDDEN' } },
    ]);
    const fresh = await upsert({ slug: 'of-nobody' });
    expect(pick(fresh.data, 'upsertProject.project.tenantId')).toBe('');
  });
});

describe('a subscription', () => {
  it('tells an auditor of a tenant of its own runs and their events', async () => {
    await using http = await serve(gateway);
    const token = await tokenOf({ user: PEOPLE.manager, groups: ['auditors'], tenant: 'acme' });
    const runs = await subscribe(http.url, 'websocket', 'subscription { runs { run { id } } }', { token });
    expect((await runs.next()).data?.runs).toEqual({ run: null });
    // The same person asks the same at the same time, by another token: their reads are not one.
    const other = await tokenOf({ user: PEOPLE.manager, groups: ['auditors'], tenant: 'globex' });
    const others = await subscribe(http.url, 'websocket', 'subscription { runs { run { id } } }', { token: other });
    expect((await others.next()).data?.runs).toEqual({ run: null });
    const events = 'subscription ($run: ID!) { runEvents(runId: $run) { seq type } }';
    const theirs = await subscribe(http.url, 'websocket', events, { token, variables: { run: globex.ids.run } });
    const refused = await theirs.next().then(JSON.stringify, String);
    const absent = await subscribe(http.url, 'websocket', events, { token, variables: { run: randomUUID() } });
    expect(refused.replaceAll(String(globex.ids.run), '')).toBe(
      (await absent.next().then(JSON.stringify, String)).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, ''),
    );
    const note = (id: unknown) =>
      gateway.owner((client) => client.query("select ops.append_event($1, 'test.noted')", [id]));
    await note(globex.ids.run);
    await note(company.ids.run);
    await note(acme.ids.run);
    expect((await runs.next()).data?.runs).toEqual({ run: { id: acme.ids.run } });
    expect((await others.next()).data?.runs).toEqual({ run: { id: globex.ids.run } });
    await Promise.all([runs.end(), others.end()]);
  });
});
