/** Every type of Odoo, by its list, by id, and by all that the schema lets a client filter, order and group by. */
import { type GraphQLEnumType, type GraphQLInputObjectType, type GraphQLObjectType, getNamedType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { StoredField } from '../../src/plan/catalog.ts';
import { toEnumName } from '../../src/sdl/derive.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { readOwnSdl, selectAll } from '../support/own-sdl.ts';

const { schema, catalog } = readOwnSdl();
const roots = Object.values((schema.getQueryType() as GraphQLObjectType).getFields());
/** The filings' model is of a module that neither stack has: see models-answers.test.ts. */
const TYPES = [...catalog.values()].filter(({ surface, name }) => surface === 'odoo' && name !== 'BirFiling');
/** Root fields a request: each is one call to Odoo. */
const BATCH = 12;

const OPERANDS: Readonly<Record<string, string>> = {
  ID: 'eq: "1", ne: "2", in: ["1"], notIn: ["2"]',
  String:
    'eq: "a", ne: "b", in: ["a"], notIn: ["b"], lt: "c", lte: "c", gt: "A", gte: "A", contains: "a", startsWith: "a"',
  Int: 'eq: 1, ne: 2, in: [1], notIn: [2], lt: 3, lte: 3, gt: 0, gte: 0',
  Decimal: 'eq: "1.5", ne: "2", in: ["1.5"], notIn: ["2"], lt: "3", lte: "3", gt: "0", gte: "0"',
  Date: 'eq: "2026-01-02", ne: "2026-01-03", in: ["2026-01-02"], notIn: ["2026-01-03"], lt: "2026-02-01", gte: "2026-01-01"',
  DateTime:
    'eq: "2026-01-02T00:00:00Z", ne: "2026-01-03T00:00:00Z", in: ["2026-01-02T00:00:00Z"], notIn: ["2026-01-03T00:00:00Z"], lt: "2026-02-01T00:00:00Z", gte: "2026-01-01T00:00:00Z"',
  Boolean: 'eq: true, ne: false, in: [true], notIn: [false]',
};

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await createTestGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

it.each(TYPES.map((type) => type.name))('%s has a list, a lookup and groups', (name) => {
  const answered = roots.map(({ type }) => String(type).replace('!', ''));
  expect(answered).toContain(`${name}Connection`);
  expect(answered).toContain(name);
  expect(answered).toContain(`[${name}Group]`);
});

describe.each(TYPES.map((type) => [type.name, type] as const))('%s', (_name, type) => {
  const list = rootOf(`${type.name}Connection`);

  it('answers all of its fields, in a list and by id', async () => {
    const all = selectAll(type);
    const { errors, data } = await ask(`{ ${list}(first: 5) { totalCount nodes { ${all} } } }`);
    expect(errors).toBeUndefined();
    const nodes = pick(data, `${list}.nodes`) as { id: string }[];
    const id = nodes[0]?.id ?? '1';
    const one = await ask(`{ found: ${rootOf(type.name)}(id: "${id}") { ${all} } }`);
    expect(one.errors).toBeUndefined();
    expect(pick(one.data, 'found')).toEqual(nodes[0] ?? null);
  });

  it('answers a filter on each field that can be filtered by', async () => {
    const filters = Object.values((schema.getType(`${type.name}Filter`) as GraphQLInputObjectType).getFields())
      .filter(({ name }) => !['and', 'or', 'not'].includes(name))
      .flatMap(({ name }) =>
        conditionsOn(type.fields.get(name) as StoredField).map((condition) => `{ ${name}: ${condition} }`),
      );
    expect(filters.length).toBeGreaterThan(1);
    await askAll(filters.map((filter) => `${list}(first: 1, filter: ${filter}, ${OF_ONE}) { nodes { id } }`));
  });

  it('answers an order by each order field, both ways, and its cursors', async () => {
    const orders = valuesOf(`${type.name}OrderField`).flatMap((field) => [
      `${field}, direction: ASC`,
      `${field}, direction: DESC`,
    ]);
    const asked = orders.map((order) => `${list}(first: 2, orderBy: [{ field: ${order} }])`);
    // Other tests make and remove records of the same Odoo between two questions: what differs for that is asked once more.
    await vi.waitFor(
      async () => {
        const pages = await askAll(
          asked.map((field) => `${field} { edges { cursor node { id } } pageInfo { hasNextPage } }`),
        );
        const next = asked.flatMap((field, index) => {
          const cursor = pick(pages[index], 'edges.0.cursor');
          return typeof cursor === 'string'
            ? [{ field: field.replace('(', `(after: "${cursor}", `), page: pages[index] }]
            : [];
        });
        const after = await askAll(next.map(({ field }) => `${field} { nodes { id } }`));
        for (const [index, { field, page }] of next.entries()) {
          // What comes after a page's first record begins with its second.
          expect(pick(after[index], 'nodes.0.id'), field).toEqual(pick(page, 'edges.1.node.id'));
        }
      },
      { timeout: 40_000, interval: 200 },
    );
  });

  const groups = roots.find((field) => getNamedType(field.type).name === `${type.name}Group`)?.name;
  it('answers groups by each group field, and each aggregate', async () => {
    const keys = valuesOf(`${type.name}GroupField`);
    const byKey = await askAll(
      keys.map((key) => `${groups}(first: 1000, groupBy: [{ field: ${key} }], ${OF_ONE}) { count }`),
    );
    const total = pick((await ask(`{ ${list}(first: 0, ${OF_ONE}) { totalCount } }`)).data, `${list}.totalCount`);
    const aggregates = ['Sum', 'Avg', 'Min', 'Max'].flatMap((suffix) => {
      const object = schema.getType(`${type.name}${suffix}`) as GraphQLObjectType | undefined;
      return object ? [`${suffix.toLowerCase()} { ${Object.keys(object.getFields()).join(' ')} }`] : [];
    });
    await askAll([
      `${groups}(first: 3, groupBy: [{ field: ${keys[0]} }], ${OF_ONE}) { count ${aggregates.join(' ')} }`,
    ]);
    for (const [index, found] of byKey.entries()) {
      const counts = (found as { count: number }[]).map(({ count }) => count);
      const counted = counts.reduce((sum, count) => sum + count, 0);
      // By a many2many a record counts in each of its groups.
      const isList = [...type.fields.values()].some(
        ({ kind, name }) => kind === 'many' && toEnumName(name) === keys[index],
      );
      if (counts.length < 1_000) expect(isList ? counted >= Number(total) : counted === total, keys[index]).toBe(true);
    }
  });
});

/** What each company has for itself can be compared and grouped within one of them. */
const OF_ONE = 'inOdoo: { companies: ["1"] }';

function ask(query: string) {
  return gateway.execute(query, { as: 'service' });
}

/** What each root field answers; fails with every field that answered an error. */
async function askAll(fields: readonly string[]): Promise<unknown[]> {
  const answers: unknown[] = [];
  const failed: string[] = [];
  for (let start = 0; start < fields.length; start += BATCH) {
    const batch = fields.slice(start, start + BATCH);
    const { data, errors, status } = await ask(`{ ${batch.map((field, index) => `f${index}: ${field}`).join(' ')} }`);
    for (const { path, message } of errors ?? []) {
      failed.push(`${path ? batch[Number(String(path[0]).slice(1))] : `the request (${status})`}: ${message}`);
    }
    answers.push(...batch.map((_field, index) => pick(data, `f${index}`)));
  }
  expect(failed).toEqual([]);
  return answers;
}

function rootOf(typeName: string): string {
  return roots.find(({ type }) => String(type).replace('!', '') === typeName)?.name as string;
}

function valuesOf(enumName: string): string[] {
  return (schema.getType(enumName) as GraphQLEnumType).getValues().map(({ name }) => name);
}

/** Filters on a field; all operators of a leaf stand beside each other in one. */
function conditionsOn(field: StoredField): string[] {
  if (field.kind === 'many') return ['{ some: { id: { eq: "1" } } }', '{ none: { id: { eq: "1" } } }'];
  if (field.kind !== 'leaf') return ['{ id: { eq: "1" } }'];
  if (field.stored === null) return [`{ ${OPERANDS[field.scalar]}, isNull: false }`, '{ isNull: true }'];
  const [first = ''] = field.stored.keys();
  return [`{ eq: ${first}, ne: ${first}, in: [${first}], notIn: [${first}], isNull: false }`];
}
