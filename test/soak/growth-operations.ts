/** What is asked while everything grows, by the two public doors: GraphQL, and SQL as the viewer's role. */
import { BLOCK, ENDED_RUN, LONG_PAGE, LONG_RUN, SPACE, USER, WAITING_RUN } from './growth-world.ts';

/** How the cost may grow with what grows. */
export type Growth = 'flat' | 'linear';

/** One operation. */
export interface Operation {
  readonly name: string;
  readonly as: 'service' | typeof USER;
  readonly growth: Growth;
  /** Either a query of GraphQL, which is one statement, or statements of SQL, of which the last one is timed. */
  readonly query?: string;
  readonly sql?: readonly string[];
}

const MONTH_MS = 30 * 24 * 3_600_000;

const apply = (operations: string) =>
  `select work.apply_block_operations('${LONG_PAGE}', (select version from work.pages where id = '${LONG_PAGE}'), '${operations}')`;

const LEDGER: readonly Operation[] = [
  { name: 'the newest runs', growth: 'flat', query: '{ runs(first: 20) { nodes { id agent status } } }' },
  {
    name: 'the newest runs that failed',
    growth: 'flat',
    query: '{ runs(first: 20, filter: { status: { eq: FAILED } }) { nodes { id } } }',
  },
  {
    name: 'the newest runs with events, artifacts and pages',
    growth: 'flat',
    query:
      '{ runs(first: 20) { nodes { events(first: 5) { nodes { seq } } artifacts { nodes { kind } } pages { nodes { pageId } } } } }',
  },
  { name: 'how many runs', growth: 'linear', query: '{ runs(first: 1) { totalCount nodes { id } } }' },
  {
    name: 'the runs of a time',
    growth: 'flat',
    query: `{ runs(first: 20, filter: { createdAt: { lt: "${new Date(Date.now() - MONTH_MS).toISOString()}" } }) { nodes { id } } }`,
  },
  {
    name: 'a run by id',
    growth: 'flat',
    query: `{ run(id: "${ENDED_RUN}") { status events { nodes { seq type } } } }`,
  },
  {
    name: 'a run by its key',
    growth: 'flat',
    query:
      '{ runs(filter: { agent: { eq: "sync-odoo-agent" }, kind: { eq: "count" }, idempotencyKey: { eq: "key-7" } }) { nodes { id } } }',
  },
  {
    name: 'the first events of the long run',
    growth: 'flat',
    query: `{ run(id: "${LONG_RUN}") { events(first: 100) { nodes { seq type payload } } } }`,
  },
  {
    name: 'the last events of the long run',
    growth: 'flat',
    query: `{ run(id: "${LONG_RUN}") { events(last: 100) { nodes { seq type payload } } } }`,
  },
  {
    name: 'events from the middle of the long run',
    growth: 'flat',
    query: `{ run(id: "${LONG_RUN}") { events(first: 100, filter: { seq: { gt: 20 } }) { nodes { seq } } } }`,
  },
  {
    name: 'how many events the long run has',
    growth: 'linear',
    query: `{ run(id: "${LONG_RUN}") { events(first: 1) { totalCount } } }`,
  },
  { name: 'verify the long run', growth: 'linear', sql: [`select * from ops.verify_ledger('${LONG_RUN}')`] },
  {
    name: 'append an event to the long run',
    growth: 'flat',
    sql: [`select * from ops.append_event('${LONG_RUN}', 'growth.step', '{"n": 1}')`],
  },
  {
    name: 'enqueue a run',
    growth: 'flat',
    sql: [`select * from ops.enqueue('sync-odoo-agent', 'count', '{"n": 1}', 'a key')`],
  },
  {
    name: 'enqueue a run again by its key',
    growth: 'flat',
    sql: [`select * from ops.enqueue('sync-odoo-agent', 'count', '{"n": 7}', 'key-7')`],
  },
  { name: 'cancel a run', growth: 'flat', sql: [`select * from ops.cancel('${WAITING_RUN}')`] },
  { name: 'claim ten runs', growth: 'flat', sql: [`select * from ops.claim('sync-odoo-agent', 'w', max_runs => 10)`] },
  {
    name: 'begin a run',
    growth: 'flat',
    sql: [
      `select set_config('growth.run', (select id::text from ops.claim('sync-odoo-agent', 'w')), true)`,
      `select * from ops.mark_running(current_setting('growth.run')::uuid, 1)`,
    ],
  },
  {
    name: 'finish a run',
    growth: 'flat',
    sql: [
      `select set_config('growth.run', (select id::text from ops.claim('sync-odoo-agent', 'w')), true)`,
      `select * from ops.mark_running(current_setting('growth.run')::uuid, 1)`,
      `select * from ops.mark_finished(current_setting('growth.run')::uuid, 1, 'SUCCEEDED', '{}')`,
    ],
  },
  { name: 'take lost leases away', growth: 'flat', sql: ['select ops.requeue_lost()'] },
  { name: 'tick the schedules', growth: 'flat', sql: ['select ops.tick()'] },
].map((operation): Operation => ({ ...operation, as: 'service', growth: operation.growth as Growth }));

const WORKSPACE: readonly Operation[] = [
  { name: 'a page by id', growth: 'flat', query: `{ page(id: "${LONG_PAGE}") { title version space { name } } }` },
  {
    name: 'the first blocks of the long page',
    growth: 'flat',
    query: `{ page(id: "${LONG_PAGE}") { blocks(first: 100) { nodes { type content } } } }`,
  },
  {
    name: 'the last blocks of the long page',
    growth: 'flat',
    query: `{ page(id: "${LONG_PAGE}") { blocks(last: 100) { nodes { type content } } } }`,
  },
  {
    name: 'how many blocks the long page has',
    growth: 'linear',
    query: `{ page(id: "${LONG_PAGE}") { blocks(first: 1) { totalCount } } }`,
  },
  {
    name: 'add a block to the long page',
    growth: 'linear',
    sql: [apply(`[{"op": "insert", "type": "PARAGRAPH", "afterId": "${BLOCK}"}]`)],
  },
  {
    name: 'change a block of the long page',
    growth: 'linear',
    sql: [apply(`[{"op": "update", "type": "PARAGRAPH", "blockId": "${BLOCK}", "content": {"text": "Else"}}]`)],
  },
  { name: 'duplicate the long page', growth: 'linear', sql: [`select work.duplicate_page('${LONG_PAGE}')`] },
  { name: 'how many pages in all spaces', growth: 'linear', query: '{ pages { totalCount } }' },
  {
    name: 'the first pages of all spaces',
    growth: 'linear',
    query: '{ pages(first: 20) { nodes { title space { name } } } }',
  },
  { name: 'how many spaces', growth: 'linear', query: '{ spaces { totalCount } }' },
  {
    name: 'the first pages of each of 20 spaces',
    growth: 'linear',
    query: '{ spaces(first: 20) { nodes { name pages(first: 5) { nodes { title } } } } }',
  },
  {
    name: 'the pages of a space',
    growth: 'flat',
    query: `{ space(id: "${SPACE}") { pages(first: 20) { totalCount nodes { title } } } }`,
  },
  { name: 'search for a page', growth: 'linear', sql: ["select * from work.search_pages('budget inv', 10)"] },
  {
    name: 'search for a page with a typo',
    growth: 'linear',
    sql: ["select * from work.search_pages('budgt review', 10)"],
  },
  { name: 'add a page', growth: 'flat', sql: [`select work.create_page('New', '${SPACE}')`] },
  { name: 'rename a space', growth: 'linear', sql: [`select work.rename_space('${SPACE}', 'Another')`] },
].map((operation): Operation => ({ ...operation, as: USER, growth: operation.growth as Growth }));

/** All of them. */
export const OPERATIONS: readonly Operation[] = [...LEDGER, ...WORKSPACE];
