/** Orders and cursors show nothing of a model that the doctrine does not list: every order by a relation of the schema is asked. */
import { type GraphQLObjectType, getNamedType, isEnumType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import { packagePaths } from '../../src/paths.ts';
import type { OneField, StoredType } from '../../src/plan/catalog.ts';
import { toEnumName } from '../../src/sdl/derive.ts';
import { giveCursor, readCursor } from '../support/cursors.ts';
import { createTestGateway, pick, type TestAnswer, type TestGateway } from '../support/gateway.ts';
import { readOwnSdl } from '../support/own-sdl.ts';

const { schema, catalog } = readOwnSdl();
const readable = loadDoctrine(packagePaths()).readers.user.odoo as readonly string[];

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
});

afterAll(() => gateway[Symbol.asyncDispose]());

/** An order by a relation. */
interface Ordered {
  readonly type: StoredType;
  readonly term: string;
  /** The models whose values it goes by. */
  readonly models: readonly string[];
}

const typeOf = (name: string) => catalog.get(name) as StoredType;

/** As Odoo goes: by the relation's own order, and through the relations in that. */
function modelsOf(field: OneField, seen: readonly OneField[] = []): string[] {
  if (seen.includes(field)) return [];
  const target = typeOf(field.target);
  const onward = target.ownOrder.flatMap(({ column }) =>
    [...target.fields.values()].flatMap((next) =>
      next.kind === 'one' && next.column === column ? modelsOf(next, [...seen, field]) : [],
    ),
  );
  return [target.source, ...onward];
}

function ordersOf(type: StoredType): Ordered[] {
  const enumeration = schema.getType(`${type.name}OrderField`);
  const names = isEnumType(enumeration) ? enumeration.getValues().map(({ name }) => name) : [];
  return [...type.fields.values()].flatMap((field): Ordered[] => {
    const name = toEnumName(field.name);
    if (field.kind !== 'one' || !names.includes(name)) return [];
    return [{ type, term: `orderBy: [{ field: ${name}, direction: DESC }]`, models: modelsOf(field) }];
  });
}

const isReadable = (type: StoredType) => type.surface === 'odoo' && readable.includes(type.source);
const isRefused = ({ models }: Ordered) => models.some((model) => !readable.includes(model));

/** Root lists of a user's, by the type that they list. */
const roots = Object.values((schema.getQueryType() as GraphQLObjectType).getFields()).flatMap((field) => {
  const { name } = getNamedType(field.type);
  const type = name.endsWith('Connection') ? catalog.get(name.replace(/Connection$/, '')) : undefined;
  return type && isReadable(type) ? [{ name: field.name, type }] : [];
});

/** Every list of such a type below a record of another. */
const nested = roots.flatMap(({ name: root, type }) =>
  [...type.fields.values()].flatMap((field) =>
    field.kind === 'many' && isReadable(typeOf(field.target))
      ? [{ root, field: field.name, type: typeOf(field.target) }]
      : [],
  ),
);

/** Fields of one document: few enough for its tokens, however many the schema has. */
const AT_ONCE = 40;

/** Which of the fields are refused, by their places. */
async function refusedOf(fields: readonly string[], as: string): Promise<number[]> {
  const refused = new Set<number>();
  for (let from = 0; from < fields.length; from += AT_ONCE) {
    const some = fields.slice(from, from + AT_ONCE).map((field, index) => `f${from + index}: ${field}`);
    const { errors = [] } = await gateway.execute(`{ ${some.join(' ')} }`, { as });
    expect(errors.map(({ extensions }) => extensions.code).filter((code) => code !== 'FORBIDDEN')).toEqual([]);
    for (const { path } of errors) refused.add(Number(String(path?.[0]).slice(1)));
  }
  return [...refused].sort((a, b) => a - b);
}

const indexesOf = (orders: readonly Ordered[]) => orders.flatMap((order, index) => (isRefused(order) ? [index] : []));

describe('an order by a relation', () => {
  const orders = roots.flatMap(({ name, type }) => ordersOf(type).map((order) => ({ ...order, name })));
  const fields = orders.map(({ name, term }) => `${name}(first: 1, ${term}) { edges { cursor } }`);

  it('is FORBIDDEN to a user exactly where it goes through a model that is not listed', async () => {
    expect(indexesOf(orders).length).toBeGreaterThan(5);
    expect(await refusedOf(fields, 'ana')).toEqual(indexesOf(orders));
    expect(await refusedOf(fields, 'service')).toEqual([]);
  });

  it('is FORBIDDEN in a list below a record too', async () => {
    const below = nested.flatMap(({ root, field, type }) => ordersOf(type).map((order) => ({ ...order, root, field })));
    expect(indexesOf(below).length).toBeGreaterThan(5);
    const asked = below.map(
      ({ root, field, term }) => `${root}(first: 1) { nodes { ${field}(first: 1, ${term}) { edges { cursor } } } }`,
    );
    expect(await refusedOf(asked, 'ana')).toEqual(indexesOf(below));
  });

  it('is FORBIDDEN as a second key, in a variable, from the end, and behind a link, and nothing is asked of Odoo', async () => {
    const by = '[{ field: NAME }, { field: MANAGER }]';
    const variables = { by: [{ field: 'MANAGER' }] };
    for (const [query, path] of [
      [`{ projects(orderBy: ${by}) { nodes { id } } }`, 'projects'],
      ['query($by: [ProjectOrder!]) { projects(orderBy: $by) { nodes { id } } }', 'projects'],
      [`{ projects(last: 2, orderBy: ${by}) { nodes { id } } }`, 'projects'],
      [
        '{ pages { nodes { project { tasks(orderBy: [{ field: PROJECT }, { field: COMPANY }]) { totalCount } } } } }',
        '',
      ],
    ] as const) {
      const { errors } = await gateway.execute(query, { as: 'ana', variables });
      if (path)
        expect(errors?.map((error) => [error.path?.join('.'), error.extensions.code])).toEqual([[path, 'FORBIDDEN']]);
      if (path) expect(gateway.calls).toEqual([]);
    }
  });
});

describe('a cursor', () => {
  const page = async (as: string, args: string): Promise<TestAnswer> =>
    gateway.execute(`{ partners(${args}) { nodes { id name } edges { cursor } pageInfo { endCursor } } }`, { as });
  const cursorsOf = ({ data }: TestAnswer) =>
    (pick(data, 'partners.edges') as { cursor: string }[]).map(({ cursor }) => cursor);

  it('can be read by nobody, holds its values, and is the same for the same place', async () => {
    const first = await page('ana', 'first: 3, orderBy: [{ field: NAME }]');
    const cursors = cursorsOf(first);
    for (const [index, cursor] of cursors.entries()) {
      const { id, name } = pick(first.data, `partners.nodes.${index}`) as { id: string; name: string };
      expect(readCursor(cursor)).toEqual(['Partner', 'name,id', name, Number(id)]);
      expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toMatch(/name|Partner/);
    }
    expect(cursorsOf(await page('ben', 'first: 3, orderBy: [{ field: NAME }]'))).toEqual(cursors);
    expect(pick(first.data, 'partners.pageInfo.endCursor')).toBe(cursors.at(-1));
  });

  it('says nothing of the length of what it holds', async () => {
    const { data } = await page('ana', 'first: 40, orderBy: [{ field: NAME }]');
    const names = pick(data, 'partners.nodes') as { name: string }[];
    const lengths = new Set((pick(data, 'partners.edges') as { cursor: string }[]).map(({ cursor }) => cursor.length));
    expect(new Set(names.map(({ name }) => name.length)).size).toBeGreaterThan(5);
    expect(lengths.size).toBeLessThan(4);
  });

  it.each([
    ['another kind of viewer', 'orderBy: [{ field: NAME }]', (cursor: string) => giveCursor(cursor, 'service')],
    ['an agent', 'orderBy: [{ field: NAME }]', (cursor: string) => giveCursor(cursor, 'agent:sync-odoo-agent')],
    ['nobody', 'orderBy: [{ field: NAME }]', (cursor: string) => giveCursor(cursor, null)],
  ])('of %s is refused in words', async (_whose, order, change) => {
    const [cursor = ''] = cursorsOf(await page('ana', `first: 1, ${order}`));
    const { errors } = await page('ana', `first: 1, ${order}, after: "${change(cursor)}"`);
    expect(errors?.map(({ message, extensions }) => [extensions.code, message])).toEqual([
      [
        'BAD_USER_INPUT',
        'Argument "after" is a cursor that was given to another kind of viewer: start again from the first page',
      ],
    ]);
    expect(gateway.calls).toEqual([]);
  });
});
