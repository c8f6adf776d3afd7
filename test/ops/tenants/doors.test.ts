/** Every door by which something of a project is told or changed: each is of the tenant of its token, or of its own settings. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, pick, type TestGateway } from '../../support/gateway.ts';
import { serve } from '../../support/listening.ts';
import { subscribe } from '../../support/live.ts';
import { callTool, openTestMcp } from '../../support/mcp.ts';
import { addPeople, addPerson } from '../../support/people.ts';
import { openPullRequests, pullRequest, SECRETS, sha } from '../../support/pull-requests.ts';
import { AGENT, createTenantSide, sendMutation, type TenantSide, tokenOf } from '../../support/tenants.ts';

const PEOPLE = { manager: randomUUID(), developer: randomUUID() };
/** A member of globex's project alone. */
const COLLEAGUE = randomUUID();
const auditor = { user: PEOPLE.manager, groups: ['auditors'] };

let gateway: TestGateway;
let acme: TenantSide;
let globex: TenantSide;

beforeAll(async () => {
  gateway = await createTestGateway({ federation: true });
  await addPeople(gateway, PEOPLE.manager, PEOPLE.developer);
  await addPerson(gateway, { id: COLLEAGUE, name: 'Zelda Zahn' });
  acme = await createTenantSide(gateway, 'acme', { word: 'zzacme', slug: 'shop', people: PEOPLE });
  globex = await createTenantSide(gateway, 'globex', { word: 'zzglobex', slug: 'shop', people: PEOPLE });
  await sendMutation(gateway, {
    name: 'setProjectMember',
    input: { projectId: globex.ids.project, userId: COLLEAGUE, role: 'developer' },
    select: 'member { id }',
  });
});

afterAll(() => gateway[Symbol.asyncDispose]());

/** Ids and words of the other's that a text tells. */
const toldOf = (side: TenantSide, text: string) =>
  [...Object.values(side.ids), side.word].filter((word) => text.includes(word));

it('federation finds a record by its id for its tenant alone', async () => {
  const r = [globex, acme].map(({ ids }) => ({ __typename: 'Run', id: ids.run }));
  const found = async (tenant: string) => {
    const token = await tokenOf({ ...auditor, tenant });
    const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Run { id } } }';
    const { data } = await gateway.execute(query, { token, variables: { r } });
    return data?._entities;
  };
  expect(await found('acme')).toEqual([null, { id: acme.ids.run }]);
  expect(await found('globex')).toEqual([{ id: globex.ids.run }, null]);
});

it('a tool over MCP answers of the tenant of its token', async () => {
  await using mcp = await openTestMcp(gateway, { stage: 'development' });
  const ask = async (tenant: string) => {
    const client = await mcp.connect('ana', { token: await tokenOf({ ...auditor, tenant }) });
    const query =
      '{ runs { nodes { id project { name } events { nodes { payload } } } } builds { nodes { id commitMessage } } }';
    return JSON.stringify(await callTool(client, 'run_query', { query }));
  };
  const [own, other] = [await ask('acme'), await ask('globex')];
  expect(own).toContain(String(acme.ids.run));
  expect(toldOf(globex, own)).toEqual([]);
  expect(other).toContain(String(globex.ids.run));
  expect(toldOf(acme, other)).toEqual([]);
});

it('a search for people finds those of projects of the tenant of its token', async () => {
  const found = async (tenant?: string) => {
    const token = await tokenOf({ user: PEOPLE.manager, ...(tenant && { tenant }) });
    const query = 'query ($name: String!) { people(search: $name, first: 100) { nodes { id } } }';
    const { data, text } = await gateway.execute(query, { token, variables: { name: 'zelda' } });
    const nodes = pick(data, 'people.nodes') as { id: string }[] | undefined;
    if (!nodes) throw new Error(text);
    return nodes.some(({ id }) => id === COLLEAGUE);
  };
  expect([await found('globex'), await found('acme'), await found()]).toEqual([true, false, false]);
});

it.each(['websocket', 'event stream'] as const)(
  'a subscription over %s follows the projects of its tenant',
  async (way) => {
    await using http = await serve(gateway);
    const token = await tokenOf({ ...auditor, tenant: 'acme' });
    const runs = await subscribe(http.url, way, 'subscription { runs { run { id } } }', { token });
    expect((await runs.next()).data?.runs).toEqual({ run: null });
    const note = (id: unknown) =>
      gateway.owner((client) => client.query("select ops.append_event($1, 'test.noted')", [id]));
    await note(globex.ids.run);
    await note(acme.ids.run);
    expect((await runs.next()).data?.runs).toEqual({ run: { id: acme.ids.run } });
    await runs.end();
  },
);

describe('a pull request', () => {
  const settings = {
    repositories: {
      'acme/shop': { project: 'shop', tenant: 'acme' },
      'other/shop': { project: 'shop', tenant: 'globex' },
    },
  };
  const environmentsOf = async (tenant: string) => {
    const token = await tokenOf({ user: PEOPLE.manager, tenant });
    const { data } = await gateway.execute(
      '{ pullRequestEnvironments { nodes { id number name state url project { tenantId } } } }',
      { token },
    );
    return pick(data, 'pullRequestEnvironments.nodes') as { id: string; number: number; name: string; state: string }[];
  };

  it('of a repository is heard by that repository’s own secret, for the tenant that the settings name', async () => {
    await using pulls = await openPullRequests(gateway, { settings });
    const event = pullRequest(71, { to: 'other/shop', from: 'other/shop' });
    expect((await pulls.deliver(event)).status).toBe(401);
    expect((await pulls.deliver(event, { secret: SECRETS[2].secret })).status).toBe(202);
    expect((await environmentsOf('globex')).map(({ number }) => number)).toContain(71);
    expect((await environmentsOf('acme')).map(({ number }) => number)).not.toContain(71);
  });

  it('is opened by no run of another tenant, which learns nothing of it', async () => {
    await using pulls = await openPullRequests(gateway, { settings });
    const event = pullRequest(72, { to: 'other/shop', from: 'other/shop', sha: sha('c') });
    await pulls.deliver(event, { secret: SECRETS[2].secret });
    const victim = (await environmentsOf('globex')).find(({ number }) => number === 72);
    const token = await tokenOf({ agent: AGENT, tenant: 'acme' });
    const attack = async (kind: string, input: object) =>
      pick(
        await sendMutation(gateway, {
          ...{ name: 'enqueueRun', token, select: 'run { id }' },
          input: { agent: AGENT, kind, input, idempotencyKey: `attack by ${kind}` },
        }),
        'run.id',
      );
    const runs = [
      await attack('environment.open', { environmentId: victim?.id }),
      await attack('environment.reconcile', {}),
    ];
    const worker = pulls.worker({ kinds: ['environment.open', 'environment.reconcile'] } as never);
    await pulls.until(72, 'READY');
    const story = async () => {
      const answers = await Promise.all(
        runs.map((id) =>
          gateway.execute(
            'query ($id: ID!) { run(id: $id) { status errorCode errorMessage output events { nodes { type payload } } } }',
            { token, variables: { id } },
          ),
        ),
      );
      return answers.map(({ data, text }) => ({ text, status: pick(data, 'run.status') }));
    };
    await expect
      .poll(async () => (await story()).map(({ status }) => status), { timeout: 30_000 })
      .toEqual(['FAILED', 'FAILED']);
    await worker.stop();
    const text = JSON.stringify(await story());
    expect(text).toContain('names no environment');
    expect(text).toContain('for the company alone');
    expect([String(victim?.name), 'preview.example.com', sha('c')].filter((word) => text.includes(word))).toEqual([]);
  });
});
