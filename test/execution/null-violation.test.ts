/** A null where the SDL allows none: its parent is null and an error says so, as the specification wants; in both lanes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, pick, type TestAnswer, type TestGateway } from '../support/gateway.ts';

let both: TestGateway;
let ordinary: TestGateway;

beforeAll(async () => {
  both = await createTestGateway();
  ordinary = await createTestGateway({ lanes: 'ordinary', beside: both });
  await both.owner(async (client) => {
    await client.script('alter table work.pages alter column title drop not null');
    await client.script("update work.pages set title = null where title = 'Month-end closing'");
  });
});

afterAll(async () => {
  await ordinary[Symbol.asyncDispose]();
  await both[Symbol.asyncDispose]();
});

/** The answer without the ids of masked errors, which are random. */
const withoutErrorIds = ({ text }: TestAnswer) => text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID');

async function askBoth(query: string): Promise<TestAnswer> {
  const passed = await both.execute(query, { as: 'service' });
  const built = await ordinary.execute(query, { as: 'service' });
  expect(withoutErrorIds(built)).toBe(withoutErrorIds(passed));
  return passed;
}

const MONTH_END = 'filter: { version: { gte: 1 } }, orderBy: [{ field: CREATED_AT }]';

describe('a stored null in a non-null place', () => {
  it('nulls the nearest parent that may be null, and says the path', async () => {
    const { status, data, errors } = await askBoth(
      `{ spaces { nodes { name pages(${MONTH_END}) { nodes { title } } } } runs(first: 1) { nodes { agent } } }`,
    );
    const spaces = pick(data, 'spaces.nodes') as { name: string; pages: unknown }[];
    expect(status).toBe(200);
    expect(spaces.find(({ name }) => name === 'Finance')?.pages).toBeNull();
    expect(spaces.find(({ name }) => name === 'Projects')?.pages).not.toBeNull();
    expect(pick(data, 'runs.nodes')).toHaveLength(1);
    expect(errors?.map(({ path }) => path?.slice(0, 3))).toEqual([['spaces', 'nodes', 1]]);
    expect(errors?.[0]?.path?.at(-1)).toBe('title');
  });

  it('nulls a whole root field where nothing between may be null', async () => {
    const { data, errors } = await askBoth('{ pages { nodes { title } } spaces(first: 1) { nodes { name } } }');
    expect(data?.pages).toBeNull();
    expect(data?.spaces).not.toBeNull();
    expect(errors).toHaveLength(1);
  });

  it('keeps to itself where it is not selected', async () => {
    const { data, errors } = await askBoth('{ pages { nodes { id version } } }');
    expect(errors).toBeUndefined();
    expect(pick(data, 'pages.nodes')).not.toHaveLength(0);
  });

  it('is one error for each key that met it, and tells nothing of the database', async () => {
    const { errors, text } = await askBoth('{ a: pages { nodes { title } } b: pages { edges { node { t: title } } } }');
    expect(errors?.map(({ path }) => path?.[0]).sort()).toEqual(['a', 'b']);
    expect(text).not.toMatch(/select|work\.pages/);
    expect(text).not.toContain('\u0001');
  });

  it('nulls a joined record alone', async () => {
    const { data, errors } = await askBoth(
      '{ pages(orderBy: [{ field: CREATED_AT }]) { nodes { id parent { title } } } }',
    );
    const parents = (pick(data, 'pages.nodes') as { parent: unknown }[]).filter(({ parent }) => parent !== null);
    expect(parents).toEqual([]);
    expect(errors?.map(({ path }) => path?.slice(-2))).toEqual([['parent', 'title']]);
  });
});

describe('a stored text that the SDL’s enum does not know', () => {
  it('is an error at its field, whatever it holds', async () => {
    await both.owner(async (client) => {
      await client.script('alter table work.blocks drop constraint blocks_type_check');
      await client.script(`update work.blocks set type = 'WHAT"' where rank = 'a0'`);
    });
    const { status, data, errors, text } = await askBoth(
      '{ spaces { nodes { pages { nodes { blocks { nodes { type } } } } } } }',
    );
    expect(status).toBe(200);
    expect(data).toHaveProperty('spaces');
    expect(errors?.[0]?.path?.at(-1)).toBe('type');
    expect(text).not.toContain('\u0001');
  });
});

describe('a list without rows', () => {
  it('is an empty list, not null', async () => {
    const { data, errors } = await askBoth('{ spaces(filter: { name: { eq: "No such space" } }) { nodes { name } } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({ spaces: { nodes: [] } });
  });
});
