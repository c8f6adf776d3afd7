/** What the doctrine does not list is refused at the root, below it, and as a filter; and is not even fetched. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyPaths, type TestPaths } from '../support/doctrine.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';

let paths: TestPaths;
let gateway: TestGateway;
let ordinary: TestGateway;

beforeAll(async () => {
  paths = copyPaths(({ readers }) => {
    Object.assign(readers.user ?? {}, {
      odoo: ['account.move', 'account.move.line', 'project.project', 'res.country', 'res.currency'],
      work: ['work.spaces', 'work.pages'],
    });
  });
  gateway = await createTestGateway({ paths });
  ordinary = await createTestGateway({ paths, lanes: 'ordinary', beside: gateway });
});

afterAll(async () => {
  await ordinary[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
  paths[Symbol.dispose]();
});

const codes = (errors: Awaited<ReturnType<TestGateway['execute']>>['errors']) =>
  (errors ?? []).map(({ path, extensions }) => `${path?.join('.')} ${extensions.code}`);

describe('a model that the doctrine does not list', () => {
  it('is FORBIDDEN to a user at the root, and nothing is asked', async () => {
    const { data, errors } = await gateway.execute('{ partners { nodes { name } } partner(id: "1") { name } }', {
      as: 'ana',
    });
    expect(data).toEqual({ partners: null, partner: null });
    expect(codes(errors).sort()).toEqual(['partner FORBIDDEN', 'partners FORBIDDEN']);
    expect(gateway.calls).toEqual([]);
  });

  it('is FORBIDDEN below the root, and the call does not ask for it', async () => {
    const { data, errors } = await gateway.execute(
      '{ moves(first: 2) { nodes { id partner { name } currency { name } invoiceLines(first: 1) { nodes { name product { name } } } } } }',
      { as: 'ana' },
    );
    expect(pick(data, 'moves.nodes.0.partner')).toBeNull();
    // Its neighbour is read: every move has a currency.
    expect(pick(data, 'moves.nodes.0.currency.name')).toMatch(/^[A-Z]{3}$/);
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['FORBIDDEN']));
    expect(codes(errors)).toContain('moves.nodes.0.partner FORBIDDEN');
    expect(gateway.calls).toHaveLength(1);
    expect(gateway.calls[0]).toContain('currency_id');
    expect(gateway.calls[0]).not.toContain('partner_id');
    expect(gateway.calls[0]).not.toContain('product_id');
  });

  it('is FORBIDDEN as the key of a group, and below the record that a group is of', async () => {
    const key = '{ moveGroups(groupBy: [{ field: PARTNER }]) { keys { partner { id } } } }';
    expect(codes((await gateway.execute(key, { as: 'ana' })).errors)).toEqual(['moveGroups FORBIDDEN']);
    expect(gateway.calls).toEqual([]);
    const { data, errors } = await gateway.execute(
      '{ moveLineGroups(groupBy: [{ field: MOVE }], first: 1) { keys { move { name partner { id } invoiceLines(first: 1) { nodes { product { id } } } } } } }',
      { as: 'ana' },
    );
    expect(pick(data, 'moveLineGroups.0.keys.move')).toMatchObject({ name: expect.any(String), partner: null });
    expect(new Set(codes(errors))).toContain('moveLineGroups.0.keys.move.partner FORBIDDEN');
    expect(gateway.calls).toHaveLength(2);
    expect(gateway.calls.join()).not.toMatch(/partner_id|product_id/);
    const filtered =
      '{ moveLineGroups(groupBy: [{ field: MOVE }], first: 1) { keys { move { lines(filter: { partner: {} }) { nodes { id } } } } } }';
    expect(codes((await gateway.execute(filtered, { as: 'ana' })).errors)).toEqual(['moveLineGroups FORBIDDEN']);
    expect(gateway.calls).toEqual([]);
  });

  it('is FORBIDDEN by its nodeId too, and what is hidden is null like what is not there', async () => {
    const nodeId = (type: string, id: string) => Buffer.from(`${type}:${id}`).toString('base64url');
    const shown = await gateway.execute(
      '{ pages(first: 1) { nodes { id nodeId } } moves(first: 1) { nodes { id nodeId } } }',
      {
        as: 'ana',
      },
    );
    const [page, move] = [pick(shown.data, 'pages.nodes.0'), pick(shown.data, 'moves.nodes.0')] as {
      id: string;
      nodeId: string;
    }[];
    expect([page?.nodeId, move?.nodeId]).toEqual([nodeId('Page', page?.id ?? ''), nodeId('Move', move?.id ?? '')]);
    const ids = [
      page?.nodeId,
      nodeId('Partner', '1'),
      move?.nodeId,
      nodeId('Page', '00000000-0000-4000-8000-000000000000'),
      page?.nodeId,
    ];
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Page { title space { name } } ... on Move { partner { id } } } }`;
    for (const lane of [gateway, ordinary]) {
      const { data, errors } = await lane.execute(query, { as: 'ana', variables: { ids } });
      expect(data?.nodes).toMatchObject([
        { __typename: 'Page', id: page?.id, title: expect.any(String), space: { name: expect.any(String) } },
        null,
        { __typename: 'Move', id: move?.id, partner: null },
        null,
        { __typename: 'Page', id: page?.id },
      ]);
      expect(codes(errors).sort()).toEqual(['nodes.1 FORBIDDEN', 'nodes.2.partner FORBIDDEN']);
      expect(lane.calls).toHaveLength(2);
    }
    const stranger = 'query ($id: ID!) { node(id: $id) { id } }';
    const hidden = await gateway.execute(stranger, {
      as: 'aaaaaaaa-0000-4000-8000-00000000000f',
      variables: { id: page?.nodeId },
    });
    expect([hidden.data, hidden.errors]).toEqual([{ node: null }, undefined]);
    const anonymous = await gateway.execute(stranger, { variables: { id: page?.nodeId } });
    expect(codes(anonymous.errors)).toEqual(['node FORBIDDEN']);
    for (const id of [
      '',
      'x',
      `${page?.nodeId}=`,
      nodeId('Nothing', '1'),
      nodeId('Page', 'x'),
      nodeId('Breadcrumb', page?.id ?? ''),
    ])
      expect(codes((await gateway.execute(stranger, { as: 'ana', variables: { id } })).errors)).toEqual([
        'node BAD_USER_INPUT',
      ]);
  });

  it('may not be searched through: who finds an invoice by its partner reads the partner', async () => {
    for (const query of [
      '{ moves(search: "a") { totalCount } }',
      '{ moveLines(search: "a") { totalCount } }',
      '{ moveGroups(search: "a", groupBy: [{ field: STATE }]) { count } }',
    ]) {
      expect(codes((await gateway.execute(query, { as: 'ana' })).errors)).toEqual([
        `${query.split(/\W+/)[1]} FORBIDDEN`,
      ]);
      expect(gateway.calls).toEqual([]);
    }
  });

  it('is FORBIDDEN behind a link, and nothing is asked of Odoo', async () => {
    const { data, errors } = await gateway.execute('{ pages { nodes { title partner { name } } } }', { as: 'ana' });
    expect(pick(data, 'pages.nodes.0.title')).toEqual(expect.any(String));
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['FORBIDDEN']));
    expect(gateway.calls.filter((call) => call.startsWith('odoo'))).toEqual([]);
  });

  it.each([
    ['a relation', 'moves(filter: { partner: { name: { startsWith: "A" } } }) { totalCount }', 'moves'],
    [
      'a relation in a negation',
      'moves(filter: { not: { partner: { vat: { isNull: true } } } }) { totalCount }',
      'moves',
    ],
    [
      'a relation in a list of conditions',
      'moves(filter: { or: [{ name: { eq: "x" } }, { partner: { id: { eq: "1" } } }] }) { totalCount }',
      'moves',
    ],
    ['a list', 'projects(filter: { tasks: { some: { name: { contains: "a" } } } }) { totalCount }', 'projects'],
    [
      'a list that is denied',
      'projects(filter: { tasks: { none: { name: { contains: "a" } } } }) { totalCount }',
      'projects',
    ],
    [
      'a relation of a list',
      'moves(filter: { invoiceLines: { some: { product: { name: { contains: "a" } } } } }) { totalCount }',
      'moves',
    ],
    [
      'a list below the root',
      'moves(first: 1) { nodes { invoiceLines(filter: { product: { name: { contains: "a" } } }) { totalCount } } }',
      'moves',
    ],
    ['an empty condition', 'moves(filter: { partner: {} }) { totalCount }', 'moves'],
    ['a list on Postgres', 'pages(filter: { blocks: { some: { type: { eq: CODE } } } }) { totalCount }', 'pages'],
  ])('cannot be told by a filter through %s', async (_name, field, key) => {
    const { data, errors } = await gateway.execute(`{ ${field} }`, { as: 'ana' });
    expect(data).toEqual({ [key]: null });
    expect(codes(errors)).toEqual([`${key} FORBIDDEN`]);
    expect(gateway.calls).toEqual([]);
  });

  it('cannot be told by a filter in a variable either', async () => {
    const query = 'query($f: MoveFilter) { moves(filter: $f) { totalCount } }';
    const variables = { f: { partner: { name: { startsWith: 'A' } } } };
    const { errors } = await gateway.execute(query, { as: 'ana', variables });
    expect(codes(errors)).toEqual(['moves FORBIDDEN']);
    expect(gateway.calls).toEqual([]);
    expect((await gateway.execute(query, { as: 'service', variables })).errors).toBeUndefined();
  });

  it('is refused the same in both lanes where it lives in Postgres, and no statement names it', async () => {
    const query = '{ pages { nodes { title blocks { nodes { type } } } } spaces { nodes { name } } }';
    const passed = await gateway.execute(query, { as: 'ana' });
    expect(gateway.calls.join()).not.toContain('work.blocks');
    expect((await ordinary.execute(query, { as: 'ana' })).text).toBe(passed.text);
    expect(pick(passed.data, 'pages.nodes.0.blocks')).toBeNull();
    expect(new Set(passed.errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['FORBIDDEN']));
  });

  it('is open to the viewers that the doctrine does list it for, on the same cached document', async () => {
    const query =
      '{ moves(first: 1) { nodes { partner { name } } } pages(first: 1) { nodes { blocks { totalCount } } } }';
    expect((await gateway.execute(query, { as: 'service' })).errors).toBeUndefined();
    expect((await gateway.execute(query, { as: 'ana' })).errors).toHaveLength(2);
    expect((await gateway.execute(query, { as: 'service' })).errors).toBeUndefined();
  });
});
