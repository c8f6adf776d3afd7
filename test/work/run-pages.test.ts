/** `Run.pages`: the pages that a run says it touched. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
});

afterAll(() => gateway[Symbol.asyncDispose]());

const GONE = '00000000-0000-4000-8000-00000000dead';
const STORY = `query ($id: ID!) { run(id: $id) { pages { totalCount nodes { pageId seq page { title } } } } }`;

async function ask(query: string, variables: Record<string, unknown> = {}, as = 'service') {
  return gateway.execute(query, { as, variables });
}

async function createRun(payloads: readonly unknown[]): Promise<string> {
  const enqueued = await ask(
    'mutation { enqueueRun(input: { agent: "sync-odoo-agent", kind: "test.pages" }) { run { id } } }',
  );
  const id = String(pick(enqueued.data, 'enqueueRun.run.id'));
  for (const payload of payloads) {
    const { text } = await ask(
      'mutation ($input: AppendRunEventInput!) { appendRunEvent(input: $input) { event { seq } userErrors { message } } }',
      { input: { runId: id, type: 'page.touched', payload } },
    );
    expect(text).toContain('"userErrors":[]');
  }
  return id;
}

async function readPages(): Promise<{ id: string; title: string }[]> {
  const { data } = await ask('{ pages(first: 2) { nodes { id title } } }');
  return pick(data, 'pages.nodes') as { id: string; title: string }[];
}

it('shows each page that an event names once, in the order in which they were named', async () => {
  const [one, two] = await readPages();
  const id = await createRun([{ pageId: two?.id }, { pageIds: [one?.id, two?.id] }, { other: one?.id }]);
  const { data, errors } = await ask(STORY, { id });
  expect(errors).toBeUndefined();
  expect(pick(data, 'run.pages')).toEqual({
    totalCount: 2,
    nodes: [
      { pageId: two?.id, seq: 2, page: { title: two?.title } },
      { pageId: one?.id, seq: 3, page: { title: one?.title } },
    ],
  });
  expect(gateway.calls).toHaveLength(2);
});

it('keeps what was said of a page that is gone, and takes nothing for a page that is none', async () => {
  const id = await createRun([{ pageId: GONE }, { pageId: 'x' }, { pageIds: 7 }, { pageIds: [null, { a: 1 }, 'y'] }]);
  const { data } = await ask(STORY, { id });
  expect(pick(data, 'run.pages.nodes')).toEqual([{ pageId: GONE, seq: 2, page: null }]);
});

it('is refused to an agent at the page, which it may not read, and nowhere else', async () => {
  const [one] = await readPages();
  const id = await createRun([{ pageId: one?.id }]);
  const { data, errors } = await ask(STORY, { id }, 'agent:sync-odoo-agent');
  expect(pick(data, 'run.pages.nodes')).toEqual([{ pageId: one?.id, seq: 2, page: null }]);
  expect(errors).toMatchObject([{ path: ['run', 'pages', 'nodes', 0, 'page'], extensions: { code: 'FORBIDDEN' } }]);
});
