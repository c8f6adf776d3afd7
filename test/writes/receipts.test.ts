/** Receipts: what an agent writes is one event in the ledger, in a chain that `verifyLedger` checks. */
import { hash } from 'node:crypto';
import { parse, print } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { type Acting, createActing } from '../support/acting.ts';
import { pick, type TestGateway } from '../support/gateway.ts';
import { mutate } from '../support/work-mutate.ts';

const AGENT = 'test-receipts';
const FOR_ANA = `agent:${AGENT} for ana`;
const UPDATE = `mutation ($input: UpdatePageInput!, $dryRun: Boolean = false) {
  updatePage(input: $input, dryRun: $dryRun) { page { id } receipt { runId eventId seq } diff { path } userErrors { code } }
}`;
const COMMENT = `mutation ($input: AddCommentInput!) {
  addComment(input: $input, dryRun: true) { diff { path after } userErrors { code message } }
}`;

let acting: Acting;
let gateway: TestGateway;
let page: string;
let keys = 0;

beforeAll(async () => {
  acting = await createActing(AGENT, (draft) => {
    const { reads } = draft.agents[AGENT] as { reads: Record<string, string[]> };
    reads.work = (reads.work ?? []).filter((table) => table !== 'work.comments');
  });
  gateway = acting.gateway;
  const space = await mutate(gateway, 'ana', { name: 'createSpace', input: { name: 'Mine' }, select: 'space { id }' });
  const input = { title: 'Draft', spaceId: pick(space, 'space.id') };
  page = String(pick(await mutate(gateway, 'ana', { name: 'createPage', input, select: 'page { id }' }), 'page.id'));
});

afterAll(() => acting[Symbol.asyncDispose]());

async function update(title: string, { as = FOR_ANA, more = {} }: { as?: string; more?: object } = {}) {
  keys += 1;
  const input = { pageId: page, title, idempotencyKey: `receipt-${keys}`, ...more };
  const { data, errors } = await gateway.execute(UPDATE, { as, variables: { input } });
  expect(errors).toBeUndefined();
  return pick(data, 'updatePage') as { receipt: { runId: string; eventId: string; seq: number } | null };
}

const countEvents = async () => {
  const [row] = await gateway.owner((client) =>
    client.query("select count(*)::int as events from ops.run_events where type = 'run.wrote'"),
  );
  return Number(row?.events);
};

async function verify(runId: string) {
  const query = `{ verifyLedger(runId: "${runId}") { ok brokenSeq problem } run(id: "${runId}") { agent kind status userId actingAgent } }`;
  return (await gateway.execute(query, { as: 'service' })).data;
}

it('leaves one event for each write, that says who, for whom, by which operation, and what', async () => {
  const before = await countEvents();
  const { receipt } = await update('First');
  expect(await countEvents()).toBe(before + 1);
  const { runId, eventId, seq } = receipt as { runId: string; eventId: string; seq: number };
  const [event] = await gateway.owner((client) =>
    client.query('select * from ops.run_events where id = $1', [eventId]),
  );
  expect(event).toMatchObject({ run_id: runId, seq, sub: DEMO_USERS.ana, act: AGENT, client_id: null });
  const operation = hash('sha256', print(parse(UPDATE)));
  const affected = [{ table: 'work.pages', id: page, version: 2 }];
  expect(event?.payload).toEqual({ mutation: 'updatePage', operation, rows: 1, affected });
  expect(await verify(runId)).toEqual({
    verifyLedger: { ok: true, brokenSeq: null, problem: null },
    run: {
      agent: 'tripoint-gateway',
      kind: 'agent.writes',
      status: 'RUNNING',
      userId: DEMO_USERS.ana,
      actingAgent: AGENT,
    },
  });
});

it('keeps the writes of an agent for a person in one chain, and those for somebody else in another', async () => {
  const [one, other] = [await update('Second'), await update('Third')];
  expect([other.receipt?.runId, other.receipt?.seq]).toEqual([one.receipt?.runId, Number(one.receipt?.seq) + 1]);
  await mutate(gateway, 'ana', {
    name: 'grantPermission',
    input: {
      spaceId: pick(
        (await gateway.execute(`{ page(id: "${page}") { space { id } } }`, { as: 'ana' })).data,
        'page.space.id',
      ),
      userId: DEMO_USERS.ben,
      role: 'EDITOR',
    },
    select: 'permission { id }',
  });
  const forBen = await update('By ben', { as: `agent:${AGENT} for ben` });
  expect(forBen.receipt?.runId).not.toBe(one.receipt?.runId);
});

it('leaves none where nothing was written: a dry run, a refusal, a key that is known; and none for people', async () => {
  const input = { pageId: page, title: 'Known', idempotencyKey: 'receipt-known' };
  expect((await update('', { more: input })).receipt).not.toBeNull();
  const before = await countEvents();
  expect((await update('', { more: input })).receipt).toBeNull();
  expect((await update('', { more: { title: 'Stale', expectedVersion: 1 } })).receipt).toBeNull();
  expect((await update('By hand', { as: 'ana' })).receipt).toBeNull();
  await gateway.execute(UPDATE, {
    as: FOR_ANA,
    variables: { dryRun: true, input: { ...input, idempotencyKey: 'r-dry' } },
  });
  expect(await countEvents()).toBe(before);
});

it('shows where a receipt was changed', async () => {
  const { receipt } = await update('Tampered');
  await gateway.owner((client) =>
    client.script(`begin; set local session_replication_role = replica;
      update ops.run_events set payload = payload || '{"rows": 9}' where id = '${receipt?.eventId}'; commit;`),
  );
  const { data } = { data: await verify(String(receipt?.runId)) };
  expect(pick(data, 'verifyLedger')).toMatchObject({ ok: false, brokenSeq: receipt?.seq });
});

it('shows in the diff of an agent nothing that it may not read', async () => {
  const input = { pageId: page, body: 'A secret', idempotencyKey: 'hidden' };
  const agent = await gateway.execute(COMMENT, { as: FOR_ANA, variables: { input } });
  expect(agent.data).toEqual({ addComment: { diff: [], userErrors: [] } });
  const ana = await gateway.execute(COMMENT, { as: 'ana', variables: { input } });
  expect(pick(ana.data, 'addComment.diff')).toContainEqual({ path: 'comment.body', after: 'A secret' });
});

it('ends a journal when its day is over, and goes on in the next one', async () => {
  const { receipt } = await update('Yesterday');
  await gateway.owner((client) =>
    client.script(`begin; set local session_replication_role = replica;
      update ops.runs set created_at = created_at - interval '1 day', idempotency_key = 'yesterday' where id = '${receipt?.runId}'; commit;`),
  );
  const next = await update('Today');
  expect(next.receipt?.runId).not.toBe(receipt?.runId);
  expect(pick(await verify(String(receipt?.runId)), 'run.status')).toBe('SUCCEEDED');
});
