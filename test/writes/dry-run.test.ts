/** Dry runs: the same checks and the same statement, the answer as it would be and a diff; nothing is kept. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { createWorkspace } from '../support/work-pages.ts';

let gateway: TestGateway;
let page: string;
let spaceId: string;

beforeAll(async () => {
  gateway = await createTestGateway();
  const workspace = createWorkspace(gateway, 'ana');
  spaceId = await workspace.createSpace();
  page = (
    await ask('mutation ($s: ID!) { createPage(input: { title: "Minutes", spaceId: $s }) { page { id } } }', {
      s: spaceId,
    })
  ).createPage.page.id;
});

afterAll(() => gateway[Symbol.asyncDispose]());

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into
async function ask(query: string, variables: Record<string, unknown> = {}, as: string | null = 'ana'): Promise<any> {
  const { data, errors } = await gateway.execute(query, { as, variables });
  expect(errors).toBeUndefined();
  return data;
}

it('answers an update as it would be, with what would change, and keeps nothing', async () => {
  const { updatePage } = await ask(
    `mutation ($p: ID!) { updatePage(dryRun: true, input: { pageId: $p, title: "Decisions" }) {
      page { id title version } diff { path before after } unknown confirmation receipt { seq } userErrors { code } } }`,
    { p: page },
  );
  expect(updatePage.page).toMatchObject({ id: page, title: 'Decisions' });
  expect(updatePage.diff).toContainEqual({ path: 'page.title', before: 'Minutes', after: 'Decisions' });
  expect(updatePage).toMatchObject({ userErrors: [], unknown: [], confirmation: null, receipt: null });
  expect(pick(await ask('query ($p: ID!) { page(id: $p) { title } }', { p: page }), 'page.title')).toBe('Minutes');
});
