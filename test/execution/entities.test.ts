/** `_entities`, by which a router asks for records: in order, one call a type, by the rules of every other field. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStandInOdoo } from '../../src/demo/odoo/stand-in.ts';
import { seedId } from '../../src/demo/seed/seed.ts';
import { createOdooClient } from '../../src/odoo/client.ts';
import { createTestGateway, pick, type TestAnswer, type TestGateway, testToken } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';
import { isRealStack } from '../support/stack.ts';

let gateway: TestGateway;
let ordinary: TestGateway;
/** Ids that the demo has, by type. */
let known: Readonly<Record<string, readonly string[]>>;

const LISTS = {
  Partner: 'partners',
  Move: 'moves',
  Project: 'projects',
  Task: 'tasks',
  Page: 'pages',
  Space: 'spaces',
  Run: 'runs',
};

beforeAll(async () => {
  gateway = await createTestGateway({ federation: true });
  ordinary = await createTestGateway({ federation: true, lanes: 'ordinary', beside: gateway });
  const lists = Object.values(LISTS).map((list) => `${list}(first: 3) { nodes { id } }`);
  const { data } = await gateway.execute(`{ ${lists.join(' ')} }`, { as: 'service' });
  const idsOf = (list: string) => (pick(data, `${list}.nodes`) as { id: string }[]).map(({ id }) => id);
  known = Object.fromEntries(Object.entries(LISTS).map(([type, list]) => [type, idsOf(list)]));
});

afterAll(async () => {
  await ordinary[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
});

const of = (type: string, place = 0) => ({ __typename: type, id: known[type]?.[place] });
const query = (selection: string) => `query ($r: [_Any!]!) { _entities(representations: $r) { ${selection} } }`;
const ask = (one: TestGateway, selection: string, r: readonly unknown[], as: string | null = 'service') =>
  one.execute(query(selection), { as, variables: { r } });
const codes = ({ errors }: Pick<TestAnswer, 'errors'>) =>
  (errors ?? []).map(({ path, extensions }) => `${path?.join('.')} ${extensions.code}`);

describe('entities', () => {
  it('come in the order of their representations, each type by one call, in both lanes', async () => {
    const types = Object.keys(LISTS);
    const mixed = [0, 1, 2].flatMap((place) => types.map((type) => of(type, place))).filter(({ id }) => id);
    const asked = [...mixed, of('Page'), of('Partner'), of('Page', 1)];
    const shown = types.map((type) => `... on ${type} { id }`).join(' ');
    for (const one of [gateway, ordinary]) {
      const { data, errors } = await ask(one, `__typename ${shown}`, asked);
      expect(errors).toBeUndefined();
      expect(data).toEqual({ _entities: asked });
      expect(one.calls).toHaveLength(types.length);
    }
  });

  it('of one type are one statement or one call of Odoo with their relations, and a link is one call more', async () => {
    const below = `__typename
      ... on Page { title space { name } blocks(first: 2) { nodes { type } } partner { name country { code } } }
      ... on Partner { name country { code } pages(first: 1) { totalCount } }`;
    const pages = [of('Page'), of('Page', 1), of('Page', 2)];
    for (const one of [gateway, ordinary]) {
      const { data, errors } = await ask(one, below, pages);
      expect(errors).toBeUndefined();
      expect(pick(data, '_entities.1')).toMatchObject({
        title: 'Hotel network for Harana Hotels',
        space: { name: 'Projects' },
        partner: { name: 'Harana Hotels & Resorts', country: { code: 'PH' } },
      });
      expect(one.calls.map((call) => call.split(':')[0])).toEqual(['postgres', 'odoo']);
      await ask(one, below, [of('Partner'), of('Partner', 1), of('Partner', 2)]);
      expect(one.calls.map((call) => call.split(':')[0])).toEqual(['odoo', 'postgres']);
    }
  });

  it('that are asked for by literals, aliases, fragments and their type alone are the same', async () => {
    const literal = `{ a: _entities(representations: [{ __typename: "Page", id: "${of('Page').id}" }]) { __typename }
      b: _entities(representations: { __typename: "Partner", id: ${of('Partner').id}, rating: 5, nested: { a: [1] } }) {
        ...Named ... on Node { nodeId } ... on Page { title }
      } }
      fragment Named on _Entity { kind: __typename ... on Partner { called: name } }`;
    for (const one of [gateway, ordinary]) {
      const { data, errors } = await one.execute(literal, { as: 'service' });
      expect(errors).toBeUndefined();
      expect(data).toMatchObject({
        a: [{ __typename: 'Page' }],
        b: [{ kind: 'Partner', called: expect.any(String), nodeId: expect.any(String) }],
      });
      expect(one.calls).toHaveLength(2);
    }
    const skipped =
      'query ($r: [_Any!]!, $no: Boolean!) { _entities(representations: $r) @skip(if: $no) { __typename } }';
    const { data } = await gateway.execute(skipped, { as: 'service', variables: { r: [of('Page')], no: true } });
    expect([data, gateway.calls]).toEqual([{}, []]);
    expect((await ask(gateway, '__typename', [])).data).toEqual({ _entities: [] });
  });

  it('take variables anywhere in what represents them, and defaults', async () => {
    const text = `query ($id: ID, $type: String = "Partner", $r: [_Any!]! = [{ __typename: "Page", id: "${of('Page').id}" }]) {
      a: _entities(representations: [{ __typename: $type, id: $id }]) { __typename ... on Partner { id } }
      b: _entities(representations: $r) { __typename }
    }`;
    const given = await gateway.execute(text, { as: 'service', variables: { id: of('Partner').id } });
    expect([given.data, given.errors]).toEqual([{ a: [of('Partner')], b: [{ __typename: 'Page' }] }, undefined]);
    expect(codes(await gateway.execute(text, { as: 'service' }))).toEqual(['a.0 BAD_USER_INPUT']);
  });

  it('are asked for by GET too', async () => {
    await using http = await serve(gateway);
    const params = new URLSearchParams({ query: query('__typename'), variables: JSON.stringify({ r: [of('Space')] }) });
    const headers = { authorization: `Bearer ${await testToken('service')}` };
    const answer = await fetch(`${http.url}/graphql?${params}`, { headers });
    expect(await answer.json()).toEqual({ data: { _entities: [{ __typename: 'Space' }] } });
  });

  it('are read in the context of Odoo that the operation names', async () => {
    const named = 'query ($r: [_Any!]!) @inOdoo(lang: "xx_XX") { _entities(representations: $r) { __typename } }';
    const { data, errors } = await gateway.execute(named, {
      as: 'service',
      variables: { r: [of('Partner'), of('Page')] },
    });
    expect(data).toEqual({ _entities: [null, { __typename: 'Page' }] });
    expect(errors).toMatchObject([{ path: ['_entities', 0], extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('an entity that is not there', () => {
  it('is null, as is one that row-level security hides: two users have different answers', async () => {
    const finance = { __typename: 'Space', id: seedId('space', 'finance') };
    const board = { __typename: 'Space', id: seedId('space', 'board') };
    const absent = { __typename: 'Space', id: '00000000-0000-4000-8000-000000000000' };
    const name = '... on Space { name }';
    for (const one of [gateway, ordinary]) {
      const asked = [board, finance, absent, finance];
      const [ana, carla] = [await ask(one, name, asked, 'ana'), await ask(one, name, asked, 'carla')];
      expect([ana.errors, carla.errors]).toEqual([undefined, undefined]);
      expect(ana.data).toEqual({ _entities: [null, { name: 'Finance' }, null, { name: 'Finance' }] });
      expect(carla.data).toEqual({ _entities: [{ name: 'Board' }, null, null, null] });
      expect(one.calls).toHaveLength(1);
    }
    const gone = { __typename: 'Partner', id: '2147483647' };
    const { data, errors } = await ask(gateway, '__typename', [gone, of('Partner')]);
    expect([data, errors]).toEqual([{ _entities: [null, { __typename: 'Partner' }] }, undefined]);
    expect(gateway.calls).toHaveLength(1);
  });

  it.skipIf(isRealStack)(
    'is null too where a record rule of Odoo hides it, however many they are, in one call',
    async () => {
      const hidden = { 'res.partner': (known.Partner ?? []).slice(1).map(Number) };
      const standIn = await createStandInOdoo({ rights: { hidden } }).listen();
      const { url, apiKey } = standIn;
      const odoo = createOdooClient({ url, apiKey, database: null, timeoutMs: 5_000, maxConcurrency: 4 });
      await using few = await createTestGateway({ federation: true, beside: gateway, odoo });
      const asked = [of('Partner', 1), of('Partner'), of('Partner', 2), { __typename: 'Partner', id: '2147483647' }];
      const { data, errors } = await ask(few, '... on Partner { id }', asked);
      expect([data, errors]).toEqual([{ _entities: [null, { id: of('Partner').id }, null, null] }, undefined]);
      expect(few.calls).toHaveLength(1);
      await standIn.close();
    },
  );

  it('for its type is refused is FORBIDDEN once, and counted', async () => {
    const asked = [of('Run'), of('Page', 1), of('Run', 1), of('Run', 2)];
    for (const one of [gateway, ordinary]) {
      const { data, errors } = await ask(one, '__typename', asked, 'ana');
      expect(data).toEqual({ _entities: [null, { __typename: 'Page' }, null, null] });
      expect(errors).toMatchObject([
        { path: ['_entities', 0], extensions: { code: 'FORBIDDEN', surface: 'ops', count: 3 } },
      ]);
      expect(one.calls).toHaveLength(1);
    }
    const nobody = await ask(gateway, '__typename', [of('Partner'), of('Page')], null);
    expect(nobody.data).toEqual({ _entities: [null, null] });
    expect(codes(nobody)).toEqual(['_entities.0 FORBIDDEN', '_entities.1 FORBIDDEN']);
    expect(gateway.calls).toEqual([]);
  });

  it('for a relation of it is refused is there without', async () => {
    const agent = 'agent:workspace-ask-docs for ana';
    const { data, errors } = await ask(gateway, '... on Page { id partner { name } }', [of('Page', 1)], agent);
    expect(data).toEqual({ _entities: [{ id: of('Page', 1).id, partner: null }] });
    expect(codes({ errors })).toEqual(['_entities.0.partner FORBIDDEN']);
  });
});

describe('what represents no entity', () => {
  it.each<[string, unknown, string]>([
    ['a type that there is not', { __typename: 'Nothing', id: '1' }, '0.__typename'],
    ['a type of the schema that is no entity', { __typename: 'Country', id: '1' }, '0.__typename'],
    ['what is called like a member of every object', { __typename: 'constructor', id: '1' }, '0.__typename'],
    ['a type that is no text', { __typename: ['Page'], id: '1' }, '0.__typename'],
    ['an object without a type', { id: '1' }, '0.__typename'],
    ['an object without an id', { __typename: 'Partner' }, '0.id'],
    ['an id of null', { __typename: 'Partner', id: null }, '0.id'],
    ['an id that is a list', { __typename: 'Partner', id: ['7'] }, '0.id'],
    ['an id that is true', { __typename: 'Partner', id: true }, '0.id'],
    ['a fraction', { __typename: 'Partner', id: 7.5 }, '0.id'],
    ['an id of Odoo that is negative', { __typename: 'Partner', id: -7 }, '0.id'],
    ['an id of Odoo that is too large', { __typename: 'Partner', id: '2147483648' }, '0.id'],
    ['a uuid for a record of Odoo', { __typename: 'Partner', id: seedId('space', 'board') }, '0.id'],
    ['a number for a row', { __typename: 'Page', id: 7 }, '0.id'],
    ['a nodeId', { __typename: 'Partner', id: Buffer.from('Partner:7').toString('base64url') }, '0.id'],
    ['SQL', { __typename: 'Page', id: "'; select 1; --" }, '0.id'],
    ['a list', [{ __typename: 'Page' }], '0'],
    ['a text', 'Page', '0'],
    ['a number', 7, '0'],
  ])('%s is BAD_USER_INPUT at its place, and the rest is answered', async (_what, wrong, argument) => {
    for (const one of [gateway, ordinary]) {
      const { status, data, errors } = await ask(one, '__typename', [wrong, of('Space')]);
      expect([status, data]).toEqual([200, { _entities: [null, { __typename: 'Space' }] }]);
      expect(errors).toMatchObject([
        {
          message: expect.stringContaining(`"representations.${argument}"`),
          path: ['_entities', 0],
          extensions: { code: 'BAD_USER_INPUT', argument: `representations.${argument}` },
        },
      ]);
    }
  });

  it('each has its own error', async () => {
    const wrong = { __typename: 'Nothing', id: '1' };
    expect(codes(await ask(gateway, '__typename', [wrong, of('Page'), wrong]))).toEqual([
      '_entities.0 BAD_USER_INPUT',
      '_entities.2 BAD_USER_INPUT',
    ]);
  });

  it('is refused with the whole operation where GraphQL itself does not take it', async () => {
    const { status, data, errors } = await ask(gateway, '__typename', [null, of('Page')]);
    expect([status, data]).toEqual([400, undefined]);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});

describe('limits of entities', () => {
  const pages = (times: number) => Array.from({ length: times }, (_, n) => of('Page', n % 3));
  const partners = (times: number) => Array.from({ length: times }, (_, n) => ({ __typename: 'Partner', id: n + 1 }));

  it('let 1,000 at once through, one call a type', async () => {
    const { data } = await ask(gateway, '... on Partner { name }', [...partners(500), ...pages(500)]);
    expect(pick(data, '_entities')).toHaveLength(1_000);
    expect(gateway.calls).toHaveLength(2);
  });

  it('refuse more, and say so', async () => {
    const { data, errors } = await ask(gateway, '__typename', pages(1_001));
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('has 1001; at most 1000'),
        extensions: { code: 'LIMIT_EXCEEDED', argument: 'representations' },
      },
    ]);
    expect(gateway.calls).toEqual([]);
  });

  it('count what each may bring back, as often as it is represented', async () => {
    const blocks =
      '... on Page { blocks(first: 100) { nodes { id } } } ... on Space { pages(first: 100) { nodes { id } } }';
    expect((await ask(gateway, blocks, pages(400))).errors).toBeUndefined();
    const { data, errors } = await ask(gateway, blocks, pages(600));
    expect(data).toBeFalsy();
    expect(errors).toMatchObject([
      {
        extensions: {
          code: 'LIMIT_EXCEEDED',
          limit: 'OPERATION_MAX_ROWS',
          asked: 60_600,
          field: '_entities.blocks',
        },
      },
    ]);
    expect(gateway.calls).toEqual([]);
    const literals = pages(600).map(({ id }) => `{ __typename: "Page", id: "${id}" }`);
    const literal = `{ _entities(representations: [${literals}]) { ${blocks} } }`;
    expect(codes(await gateway.execute(literal, { as: 'service' }))).toEqual(['undefined LIMIT_EXCEEDED']);
  });
});

describe('a gateway that serves no router', () => {
  it('knows neither entities nor their service', async () => {
    await using plain = await createTestGateway({ beside: gateway, stage: 'development' });
    for (const text of ['{ _entities(representations: []) { __typename } }', '{ _service { sdl } }']) {
      const { status, errors } = await plain.execute(text, { as: 'service' });
      expect(status).toBe(400);
      expect(errors?.[0]?.message).toMatch(/^Cannot query field "_(entities|service)" on type "Query"/);
    }
    const { data } = await plain.execute('{ __type(name: "_Entity") { name } }');
    expect(data).toEqual({ __type: null });
  });
});
