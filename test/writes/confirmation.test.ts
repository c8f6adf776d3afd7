/** Confirmations: what the doctrine has confirmed writes once, as it was shown, and for whom it was shown. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Acting, createActing } from '../support/acting.ts';
import { pick, type TestGateway } from '../support/gateway.ts';
import { mutate } from '../support/work-mutate.ts';

const AGENT = 'test-confirmer';
const OTHER = 'service';
const FOR_ANA = `agent:${AGENT} for ana`;
const FOR_BEN = `agent:${AGENT} for ben`;
const RENAME = `mutation Rename($input: UpdatePageInput!, $dryRun: Boolean = false, $confirmation: String) {
  updatePage(input: $input, dryRun: $dryRun, confirmation: $confirmation) {
    page { id title version } diff { path before after } confirmation receipt { runId seq } userErrors { code message }
  }
}`;

interface Renamed {
  readonly page: { readonly title: string; readonly version: number } | null;
  readonly diff: readonly { readonly path: string; readonly before: unknown; readonly after: unknown }[] | null;
  readonly confirmation: string | null;
  readonly receipt: { readonly runId: string; readonly seq: number } | null;
  readonly userErrors: readonly { readonly code: string }[];
}

let acting: Acting;
let gateway: TestGateway;
let space: string;
let keys = 0;

beforeAll(async () => {
  acting = await createActing(AGENT, (draft) => {
    const confirm = { 'Mutation.updatePage': 'agents', 'Mutation.renameSpace': 'everyone' };
    Object.assign(draft, { confirm: { ...confirm, 'Mutation.addComment': { by: 'agents', approval: true } } });
    const agent = draft.agents[AGENT] as unknown as { executes: string[]; limits: object };
    agent.executes.push('ops.request_approval');
    agent.limits = {};
    draft.surfaces.ops?.writers.push(AGENT);
  });
  gateway = acting.gateway;
  const made = await mutate(gateway, 'ana', { name: 'createSpace', input: { name: 'Mine' }, select: 'space { id }' });
  space = String(pick(made, 'space.id'));
});

afterAll(() => acting[Symbol.asyncDispose]());

async function createPage(title = 'Draft'): Promise<string> {
  const input = { title, spaceId: space };
  return String(pick(await mutate(gateway, 'ana', { name: 'createPage', input, select: 'page { id }' }), 'page.id'));
}

function inputOf(pageId: string, title: string) {
  keys += 1;
  return { pageId, title, idempotencyKey: `confirm-${keys}` };
}

async function rename(variables: Record<string, unknown>, as = FOR_ANA) {
  const { data, errors } = await gateway.execute(RENAME, { as, variables });
  return { ...(pick(data, 'updatePage') as Renamed), code: errors?.[0]?.extensions.code, error: errors?.[0] };
}

const titleOf = async (pageId: string) =>
  pick((await gateway.execute(`{ page(id: "${pageId}") { title } }`, { as: 'ana' })).data, 'page.title');

describe('a mutation that is marked', () => {
  it('is refused without a confirmation, by a code that says what to do, and writes nothing', async () => {
    const pageId = await createPage();
    const { code, error } = await rename({ input: inputOf(pageId, 'Final') });
    expect(code).toBe('CONFIRMATION_REQUIRED');
    expect(error?.message).toContain('dryRun: true');
    expect(await titleOf(pageId)).toBe('Draft');
  });

  it('is not asked of whom it is not marked for', async () => {
    const pageId = await createPage();
    expect(await rename({ input: inputOf(pageId, 'By hand') }, 'ana')).toMatchObject({ page: { title: 'By hand' } });
    const dry = await rename({ input: inputOf(pageId, 'Again'), dryRun: true }, 'ana');
    expect(dry).toMatchObject({ page: { title: 'Again' }, confirmation: null });
  });

  it('writes what was shown, once, and leaves a receipt that names the confirmation', async () => {
    const pageId = await createPage();
    const input = inputOf(pageId, 'Final');
    const dry = await rename({ input, dryRun: true });
    expect(dry.diff).toContainEqual({ path: 'page.title', before: 'Draft', after: 'Final' });
    const written = await rename({ input, confirmation: dry.confirmation });
    expect(written).toMatchObject({ page: { title: 'Final' }, userErrors: [], code: undefined });
    const again = await rename({ input, confirmation: dry.confirmation });
    expect(again.code).toBe('CONFIRMATION_USED');
    const { runId, seq } = written.receipt as { runId: string; seq: number };
    const [event] = await gateway.owner((client) =>
      client.query('select * from ops.run_events where run_id = $1 and seq = $2', [runId, seq]),
    );
    expect(event).toMatchObject({ type: 'run.wrote', act: AGENT, payload: { mutation: 'updatePage' } });
    expect(pick(event, 'payload.confirmation')).toMatch(/^[0-9a-f-]{36}$/);
    expect(pick(event, 'payload.affected')).toContainEqual({ table: 'work.pages', id: pageId, version: 2 });
  });

  it('asks everyone where the doctrine says so', async () => {
    const query = `mutation ($c: String, $d: Boolean = false) { renameSpace(input: { spaceId: "${space}", name: "Ours" }, dryRun: $d, confirmation: $c) {
      space { name } confirmation receipt { seq } } }`;
    const refused = await gateway.execute(query, { as: 'ana' });
    expect(refused.errors?.[0]?.extensions.code).toBe('CONFIRMATION_REQUIRED');
    const dry = await gateway.execute(query, { as: 'ana', variables: { d: true } });
    const done = await gateway.execute(query, {
      as: 'ana',
      variables: { c: pick(dry.data, 'renameSpace.confirmation') },
    });
    expect(pick(done.data, 'renameSpace.space.name')).toBe('Ours');
    expect(pick(done.data, 'renameSpace.receipt.seq')).toEqual(expect.any(Number));
  });

  it('is said beforehand by explainPermission, with the line', async () => {
    const query = (name: string) =>
      `{ explainPermission(coordinate: "Mutation.${name}") { allowed confirmation { needsApproval line } } }`;
    const explained = await gateway.execute(query('updatePage'), { as: FOR_ANA });
    expect(pick(explained.data, 'explainPermission')).toEqual({
      allowed: true,
      confirmation: { needsApproval: false, line: expect.stringMatching(/^ssot\/doctrine\.yaml:\d+$/) },
    });
    const user = await gateway.execute(query('updatePage'), { as: 'ana' });
    expect(pick(user.data, 'explainPermission.confirmation')).toBeNull();
  });
});

describe('a confirmation', () => {
  it('is good for nobody else, for no other arguments, and as it was given alone', async () => {
    const pageId = await createPage();
    const input = inputOf(pageId, 'Final');
    const { confirmation } = (await rename({ input, dryRun: true })) as { confirmation: string };
    const counts: Record<string, number> = {};
    const note = ({ error }: { error?: { extensions: { code: string; reason?: unknown } } | undefined }) => {
      const told = `${error?.extensions.code} ${error?.extensions.reason ?? ''}`.trim();
      counts[told] = (counts[told] ?? 0) + 1;
    };
    for (let place = 0; place < confirmation.length; place += 1) {
      const other = confirmation[place] === 'A' ? 'B' : 'A';
      note(await rename({ input, confirmation: confirmation.slice(0, place) + other + confirmation.slice(place + 1) }));
    }
    for (const as of [FOR_BEN, 'ana', OTHER]) note(await rename({ input, confirmation }, as));
    for (const other of [
      { ...input, title: 'Else' },
      { ...input, pageId: await createPage() },
      inputOf(pageId, 'Final'),
    ])
      note(await rename({ input: other, confirmation }));
    expect(counts).toEqual({
      'CONFIRMATION_INVALID seal': confirmation.length,
      'CONFIRMATION_INVALID viewer': 3,
      'CONFIRMATION_INVALID arguments': 3,
    });
    expect(await titleOf(pageId)).toBe('Draft');
    // None of them has used it up.
    expect(await rename({ input, confirmation })).toMatchObject({ page: { title: 'Final' } });
  });

  it('is not good for another mutation', async () => {
    const pageId = await createPage();
    const { confirmation } = await rename({ input: inputOf(pageId, 'Final'), dryRun: true });
    const { errors } = await gateway.execute(
      `mutation ($c: String) { archivePage(input: { pageId: "${pageId}" }, confirmation: $c) { page { id } } }`,
      { as: 'ana', variables: { c: confirmation } },
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFIRMATION_INVALID' });
  });

  it('ends after five minutes', async () => {
    const pageId = await createPage();
    const input = inputOf(pageId, 'Final');
    const { confirmation } = await rename({ input, dryRun: true });
    const now = Date.now();
    const clock = vi.spyOn(Date, 'now').mockReturnValue(now + 301_000);
    try {
      expect((await rename({ input, confirmation })).code).toBe('CONFIRMATION_EXPIRED');
    } finally {
      clock.mockRestore();
    }
    expect(await titleOf(pageId)).toBe('Draft');
  });

  it('is stale once the page is another: CONFLICT, with the new diff and a new confirmation', async () => {
    const pageId = await createPage();
    const input = inputOf(pageId, 'Final');
    const { confirmation } = await rename({ input, dryRun: true });
    await rename({ input: inputOf(pageId, 'Meanwhile') }, 'ana');
    const stale = await rename({ input, confirmation });
    expect(stale.userErrors.map(({ code }) => code)).toEqual(['CONFLICT']);
    expect(stale.page).toBeNull();
    expect(stale.diff).toContainEqual({ path: 'page.title', before: 'Meanwhile', after: 'Final' });
    expect(await titleOf(pageId)).toBe('Meanwhile');
    expect(await rename({ input, confirmation: stale.confirmation })).toMatchObject({ page: { title: 'Final' } });
  });

  it('writes once though it is used by many at once', async () => {
    const pageId = await createPage();
    const input = inputOf(pageId, 'Final');
    const { confirmation } = await rename({ input, dryRun: true });
    const uses = await Promise.all(Array.from({ length: 8 }, () => rename({ input, confirmation })));
    const told = uses.map(({ code, page }) => code ?? page?.title);
    expect(told.sort()).toEqual([...Array(7).fill('CONFIRMATION_USED'), 'Final'].sort());
    const [row] = await gateway.owner((client) =>
      client.query('select version from work.pages where id = $1', [pageId]),
    );
    expect(row?.version).toBe(2);
  });

  it('needs the approval of another where the doctrine says so, which serves one write', async () => {
    const pageId = await createPage();
    const input = { pageId, body: 'Ship it', idempotencyKey: 'approve-1' };
    const query = `mutation ($input: AddCommentInput!, $d: Boolean = false, $c: String) {
      addComment(input: $input, dryRun: $d, confirmation: $c) { confirmation receipt { seq } userErrors { code } } }`;
    const ask = (variables: Record<string, unknown>) =>
      gateway.execute(query, { as: FOR_ANA, variables: { input, ...variables } });
    const confirmed = async () => ask({ c: pick((await ask({ d: true })).data, 'addComment.confirmation') });
    const first = (await confirmed()).errors?.[0]?.extensions as Record<string, string>;
    expect(first).toMatchObject({ code: 'APPROVAL_REQUIRED', subject: 'confirmation' });
    const { data } = await gateway.execute(
      `mutation ($input: RequestApprovalInput!) { requestApproval(input: $input) { approval { id } receipt { seq } userErrors { code } } }`,
      {
        as: FOR_ANA,
        variables: {
          input: { subject: 'confirmation', subjectId: first.subjectId, reason: 'To ship', idempotencyKey: 'ask-1' },
        },
      },
    );
    expect(pick(data, 'requestApproval.userErrors')).toEqual([]);
    const [asked] = await gateway.owner((client) =>
      client.query('select id from ops.approvals where subject_id = $1', [first.subjectId]),
    );
    const decide = (by: string) =>
      gateway.execute(
        `mutation { decideApproval(input: { approvalId: "${asked?.id}", decision: APPROVED, decidedBy: "${by}" }) { approval { status } userErrors { code } } }`,
        { as: 'service' },
      );
    expect((await confirmed()).errors?.[0]?.extensions.code).toBe('APPROVAL_REQUIRED');
    const decided = await decide('00000000-0000-4000-8000-0000000000aa');
    expect(pick(decided.data, 'decideApproval.approval.status')).toBe('APPROVED');
    expect(pick((await confirmed()).data, 'addComment.userErrors')).toEqual([]);
    // The same once more would be another write: the approval was for one.
    expect((await confirmed()).errors?.[0]?.extensions.code).toBe('APPROVAL_REQUIRED');
  });
});
