/** What the doctrine holds an agent's arguments to is asked at every door: both lanes, mutations, feeds and streams, over each transport. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedId } from '../../src/demo/seed/seed.ts';
import { encodeNodeId } from '../../src/plan/node-id.ts';
import { buildSchema, copyPaths, type DoctrineDraft, type TestPaths } from '../support/doctrine.ts';
import { createTestGateway, pick, type TestAnswer, type TestGateway } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';
import { DOORS, errorsOf, subscribe } from '../support/live.ts';

const AGENT = 'agent:sync-odoo-agent';
const DEPUTY = 'agent:workspace-ask-docs for ana';
const FOREIGN_SPACE = seedId('space', 'board');

let paths: TestPaths;
let gateway: TestGateway;
let ordinary: TestGateway;
let http: Awaited<ReturnType<typeof serve>>;
let own: string;
let foreign: string;

const OWN_SPACE = seedId('space', 'finance');

const hold =
  (constraints: Readonly<Record<string, string>>, name = 'sync-odoo-agent') =>
  (draft: DoctrineDraft) => {
    const agent = draft.agents[name] as unknown as { constraints: Record<string, string>; limits: object };
    Object.assign(agent.constraints, constraints);
    agent.limits = {};
  };

beforeAll(async () => {
  paths = copyPaths((draft) => {
    hold({ 'Query.run.id': 'own-run', 'Subscription.runEvents.runId': 'own-run' })(draft);
    hold({ 'Subscription.pageChanged.spaceId': 'own-space' }, 'workspace-ask-docs')(draft);
  });
  gateway = await createTestGateway({ paths, federation: true });
  ordinary = await createTestGateway({ paths, lanes: 'ordinary', beside: gateway });
  http = await serve(gateway);
  [own, foreign] = (await Promise.all(['sync-odoo-agent', 'workspace-indexer'].map(enqueue))) as [string, string];
});

afterAll(async () => {
  await http[Symbol.asyncDispose]();
  await ordinary[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
  paths[Symbol.dispose]();
});

async function enqueue(agent: string): Promise<string> {
  const query = `mutation { enqueueRun(input: { agent: "${agent}", kind: "doors" }) { run { id } } }`;
  return String(pick((await gateway.execute(query, { as: 'service' })).data, 'enqueueRun.run.id'));
}

const codes = ({ errors }: Pick<TestAnswer, 'errors'>) =>
  (errors ?? []).map(({ path, extensions }) => `${path?.join('.')} ${extensions.code} ${extensions.argument}`);

describe('a query by the id of a foreign run', () => {
  const forms: readonly (readonly [string, (id: string) => string, string])[] = [
    ['alone', (id) => `{ run(id: "${id}") { id } }`, 'run'],
    [
      'under another name, beside what is allowed',
      (id) => `{ mine: run(id: "${own}") { id } theirs: run(id: "${id}") { id } }`,
      'theirs',
    ],
    ['in a fragment', (id) => `{ ...F } fragment F on Query { run(id: "${id}") { id } }`, 'run'],
    ['in capitals', (id) => `{ run(id: "${id.toUpperCase()}") { id } }`, 'run'],
    ['as the default of a variable', (id) => `query ($id: ID! = "${id}") { run(id: $id) { id } }`, 'run'],
    ['beside what the ordinary lane answers', (id) => `{ viewer { kind } run(id: "${id}") { id } }`, 'run'],
  ];

  it.each([
    ['node', (id: string) => `node(id: "${encodeNodeId('Run', id)}") { id }`],
    ['nodes', (id: string) => `nodes(ids: ["${encodeNodeId('Run', id)}"]) { id }`],
    [
      '_entities',
      (id: string) => `_entities(representations: [{ __typename: "Run", id: "${id}" }]) { ... on Run { id } }`,
    ],
  ])('is FORBIDDEN by %s too', async (key, field) => {
    const answer = await gateway.execute(`{ ${field(foreign)} }`, { as: AGENT });
    expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect(String(answer.errors?.[0]?.path?.[0])).toBe(key);
    expect((await gateway.execute(`{ ${field(own)} }`, { as: AGENT })).errors).toBeUndefined();
  });

  it('among its own is looked up with them, in one statement', async () => {
    const ask = (ids: readonly string[]) => {
      const represented = ids.map((id) => `{ __typename: "Run", id: "${id}" }`);
      return gateway.execute(`{ _entities(representations: [${represented}]) { __typename } }`, { as: AGENT });
    };
    const other = String(await enqueue('sync-odoo-agent'));
    expect((await ask([own, other, own])).data).toEqual({ _entities: Array(3).fill({ __typename: 'Run' }) });
    expect(gateway.calls).toHaveLength(2);
    const { data, errors } = await ask([own, foreign, other]);
    expect(data).toEqual({ _entities: [null, null, null] });
    expect(errors).toMatchObject([{ path: ['_entities', 0], extensions: { code: 'FORBIDDEN', count: 3 } }]);
    expect(gateway.calls).toHaveLength(1);
  });

  it.each(forms)('is FORBIDDEN in both lanes: %s', async (_how, query, key) => {
    for (const one of [gateway, ordinary]) {
      const answer = await one.execute(query(foreign), { as: AGENT });
      expect(codes(answer)).toEqual([`${key} FORBIDDEN id`]);
      expect(answer.text).not.toContain(foreign);
      expect((await one.execute(query(own), { as: AGENT })).errors).toBeUndefined();
      expect((await one.execute(query(foreign), { as: 'service' })).errors).toBeUndefined();
    }
  });

  it.each(DOORS)('is FORBIDDEN over a %s', async (door) => {
    const [answer] = await (await subscribe(http.url, door, `{ run(id: "${foreign}") { id } }`, { as: AGENT })).rest();
    expect(answer?.errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect(answer?.data).toEqual({ run: null });
  });
});

describe('a mutation of a foreign run', () => {
  const write = (id: string) => `mutation { appendRunEvent(input: { runId: "${id}", type: "x" }) { event { seq } } }`;

  it('is FORBIDDEN over POST, WebSocket and event stream, and nothing is written', async () => {
    expect(codes(await gateway.execute(write(foreign), { as: AGENT }))).toEqual([
      'appendRunEvent FORBIDDEN input.runId',
    ]);
    for (const door of DOORS) {
      const [answer] = await (await subscribe(http.url, door, write(foreign), { as: AGENT })).rest();
      expect(answer?.errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    }
    const query = `{ run(id: "${foreign}") { events { totalCount } } }`;
    expect(pick((await gateway.execute(query, { as: 'service' })).data, 'run.events.totalCount')).toBe(1);
  });
});

describe.each(DOORS)('a subscription over %s', (door) => {
  it.each([
    ['that follows a foreign run', () => `runEvents(runId: "${foreign}") { seq }`, AGENT, 'runEvents FORBIDDEN runId'],
    [
      'that follows the changes of a foreign space',
      () => `pageChanged(spaceId: "${FOREIGN_SPACE}") { cursor }`,
      DEPUTY,
      'pageChanged FORBIDDEN spaceId',
    ],
    [
      'that makes its events itself, of a foreign space',
      () => `askDocsAnswer(question: "a", spaceIds: ["${FOREIGN_SPACE}"]) { __typename }`,
      DEPUTY,
      'askDocsAnswer FORBIDDEN spaceIds',
    ],
  ])('%s is FORBIDDEN', async (_what, field, as, refused) => {
    const results = await (await subscribe(http.url, door, `subscription { ${field()} }`, { as }))
      .rest()
      .catch(errorsOf);
    expect(results).toHaveLength(1);
    expect(codes(results[0] as TestAnswer)).toEqual([refused]);
  });

  it('that follows a run of its own goes on', async () => {
    const query = `subscription { runEvents(runId: "${own}") { seq } }`;
    const events = await subscribe(http.url, door, query, { as: AGENT });
    expect(await events.take(1, 'runEvents.seq')).toEqual([1]);
    await events.end();
  });

  it('that follows the changes of an own space goes on', async () => {
    const query = `subscription { pageChanged(spaceId: "${OWN_SPACE}") { page { id } } }`;
    const events = await subscribe(http.url, door, query, { as: DEPUTY });
    expect(await events.take(1, 'pageChanged.page')).toEqual([null]);
    await events.end();
  });
});

describe('what a mutation answers with', () => {
  it('passes the rules of its filters and orders too', async () => {
    using narrow = copyPaths(({ readers }) => {
      Object.assign(readers.user ?? {}, { work: ['work.spaces', 'work.pages', 'work.blocks'] });
    });
    await using one = await createTestGateway({ paths: narrow, beside: gateway });
    const spaceId = seedId('space', 'finance');
    const made = (select: string) =>
      one.execute(`mutation { createPage(input: { spaceId: "${spaceId}", title: "Doors" }) { page { ${select} } } }`, {
        as: 'ana',
      });
    const filtered = await made(
      'id space { pages(filter: { comments: { some: { body: { contains: "a" } } } }) { totalCount } }',
    );
    expect(codes(filtered)).toEqual(['createPage.page FORBIDDEN undefined']);
    expect((await made('id space { name }')).errors).toBeUndefined();
  });
});

describe('the gateway does not start', () => {
  it.each([
    ['holds an argument of a field that is no root field', 'Query.run.events.first', /Query\.run\.events/],
    ['holds what a filter can say in another way', 'Query.runs.filter.id.eq', /Query\.runs\.filter\.id\.eq/],
    ['holds a whole input', 'Mutation.heartbeatRun.input', /input, which no door would enforce: it is an input object/],
    [
      'holds what is no id',
      'Query.searchPages.first',
      /Query\.searchPages\.first, which no door would enforce: it is no ID/,
    ],
    ['holds an id of any type', 'Query.node.id', /Query\.node\.id, which no door would enforce: .* any type/],
    ['holds the id of another thing', 'Query.page.id', /Query\.page\.id, which no door would enforce: .* a Page/],
    ['holds an id of another system', 'Query.move.id', /Query\.move\.id, which no door would enforce: .* a Move/],
  ])('where the doctrine %s', (_what, argument, names) => {
    expect(() => buildSchema('', hold({ [argument]: 'own-run' }))).toThrow(names);
  });

  it('where the doctrine holds an agent to its name by what is no text', () => {
    const held = hold({ 'Mutation.claimRuns.input.max': 'self' });
    expect(() => buildSchema('', held)).toThrow(/input\.max, which no door would enforce: it is no text/);
  });
});
