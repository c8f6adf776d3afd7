/**
 * No request needs what an earlier one left in the process: the gateway is killed between any two requests of a flow, and each
 * is answered as by a gateway that nobody killed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from 'graphql-sse';
import { describe, expect, it } from 'vitest';
import { packagePaths } from '../../src/paths.ts';
import { createFolder, type RunningCommand, startProcess } from '../support/command.ts';
import { createTestGateway, pick, type TestGateway, testToken } from '../support/gateway.ts';
import { databaseUrl, isRealStack, JWT_SECRET } from '../support/stack.ts';

/** Milliseconds: a start for each request. */
const PATIENCE_MS = 900_000;

/** What a client keeps from one request to the next. */
type Memory = Record<string, unknown>;
type Answer = Readonly<Record<string, unknown>>;
type Ask = (as: string, query: string, variables?: Memory) => Promise<Answer>;

interface Step {
  readonly name: string;
  readonly ask: (ask: Ask, memory: Memory, url: string) => Promise<unknown>;
}

const CREATE_SPACE = `mutation ($input: CreateSpaceInput!) { createSpace(input: $input) { space { id name } userErrors { code } } }`;
const CREATE_PAGE = `mutation ($input: CreatePageInput!) { createPage(input: $input) { page { id title } userErrors { code } } }`;
const PAGES = `query ($space: ID!, $after: String) { space(id: $space) {
  pages(first: 2, after: $after, orderBy: [{ field: TITLE }]) { nodes { title } pageInfo { hasNextPage endCursor } } } }`;
const RENAME = `mutation ($input: RenameSpaceInput!, $dryRun: Boolean = false, $confirmation: String) {
  renameSpace(input: $input, dryRun: $dryRun, confirmation: $confirmation) {
    space { name } diff { path before after } confirmation userErrors { code } } }`;
const ENQUEUE = `mutation ($input: EnqueueRunInput!) { enqueueRun(input: $input) { run { id status } userErrors { code } } }`;
const CLAIM = `mutation ($input: ClaimRunsInput!) { claimRuns(input: $input) { runs { id fence status } userErrors { code } } }`;
const RUNNING = `mutation ($input: MarkRunRunningInput!) { markRunRunning(input: $input) { run { status } userErrors { code } } }`;
const APPEND = `mutation ($input: AppendRunEventInput!) { appendRunEvent(input: $input) { event { seq type } userErrors { code } } }`;
const FINISH = `mutation ($input: MarkRunFinishedInput!) { markRunFinished(input: $input) { run { status } userErrors { code } } }`;
const EVENTS = 'subscription ($run: ID!, $after: Int!) { runEvents(runId: $run, after: $after) { seq type } }';

const AGENT = 'agent:demo-agent';

const createPage = (title: string): Step => ({
  name: `a page ${title}`,
  ask: (ask, memory) =>
    ask('ana', CREATE_PAGE, {
      input: { spaceId: memory.space, title, idempotencyKey: `page ${title} ${memory.space}` },
    }),
});

/** Pages by a cursor, a key said twice, a confirmation, a claimed run with its fence, and a stream that is taken up again. */
const FLOW: readonly Step[] = [
  {
    name: 'a space',
    ask: async (ask, memory) => {
      const answer = await ask('ana', CREATE_SPACE, { input: { name: 'Killed', idempotencyKey: memory.key } });
      memory.space = pick(answer, 'createSpace.space.id');
      return answer;
    },
  },
  {
    name: 'the same by its key: no second one',
    ask: async (ask, memory) => {
      const answer = await ask('ana', CREATE_SPACE, { input: { name: 'Killed', idempotencyKey: memory.key } });
      expect(pick(answer, 'createSpace.space.id')).toBe(memory.space);
      return answer;
    },
  },
  ...['A', 'B', 'C', 'A'].map(createPage),
  {
    name: 'the first of its pages',
    ask: async (ask, memory) => {
      const answer = await ask('ana', PAGES, { space: memory.space });
      memory.cursor = pick(answer, 'space.pages.pageInfo.endCursor');
      return pick(answer, 'space.pages.nodes');
    },
  },
  {
    name: 'the next, by the cursor',
    ask: async (ask, memory) =>
      pick(await ask('ana', PAGES, { space: memory.space, after: memory.cursor }), 'space.pages.nodes'),
  },
  {
    name: 'a dry run',
    ask: async (ask, memory) => {
      memory.rename = { spaceId: memory.space, name: 'Renamed' };
      const answer = await ask('ana', RENAME, { input: memory.rename, dryRun: true });
      memory.confirmation = pick(answer, 'renameSpace.confirmation');
      return pick(answer, 'renameSpace.diff');
    },
  },
  {
    name: 'the same, confirmed',
    ask: (ask, { rename: input, confirmation }) => ask('ana', RENAME, { input, confirmation }),
  },
  {
    name: 'confirmed once more: it is used',
    ask: (ask, { rename: input, confirmation }) => ask('ana', RENAME, { input, confirmation }).catch(codeOf),
  },
  {
    name: 'a run',
    ask: async (ask, memory) => {
      const input = { agent: 'demo-agent', kind: 'demo.count', input: { to: 1 }, idempotencyKey: memory.key };
      const answer = await ask('service', ENQUEUE, { input });
      memory.run = pick(answer, 'enqueueRun.run.id');
      return answer;
    },
  },
  {
    name: 'claimed',
    ask: async (ask, memory) => {
      const answer = await ask(AGENT, CLAIM, { input: { agent: 'demo-agent', worker: 'w', leaseSeconds: 600 } });
      memory.fence = pick(answer, 'claimRuns.runs.0.fence');
      expect(pick(answer, 'claimRuns.runs.0.id')).toBe(memory.run);
      return answer;
    },
  },
  { name: 'begun', ask: (ask, { run, fence }) => ask(AGENT, RUNNING, { input: { runId: run, fence } }) },
  {
    name: 'an event of it',
    ask: (ask, { run, fence }) =>
      ask(AGENT, APPEND, { input: { runId: run, fence, type: 'demo.counted', payload: {} } }),
  },
  {
    name: 'its first two events, by a stream',
    ask: (_ask, memory, url) => follow(url, memory, { after: 0, count: 2 }),
  },
  { name: 'the rest, by another stream', ask: (_ask, memory, url) => follow(url, memory, { after: 2, count: 2 }) },
  {
    name: 'ended, by the same fence',
    ask: (ask, { run, fence }) => ask(AGENT, FINISH, { input: { runId: run, fence, outcome: 'SUCCEEDED' } }),
  },
  {
    name: 'the whole of it',
    ask: (ask, { run }) =>
      ask(
        'service',
        `{ run(id: "${run}") { status attempt events { nodes { seq type } } } verifyLedger(runId: "${run}") { problem } }`,
      ),
  },
];

describe.runIf(isRealStack)(
  'a gateway that is killed between any two requests (real only)',
  { timeout: PATIENCE_MS },
  () => {
    it('answers each as one that nobody killed', async () => {
      const alive = await play({ isKilled: false });
      expect(await play({ isKilled: true })).toEqual(alive);
      expect(alive).toMatchObject({ 'the first of its pages': [{ title: 'A' }, { title: 'B' }] });
      expect(alive['the next, by the cursor']).toEqual([{ title: 'C' }]);
      expect(alive['confirmed once more: it is used']).toBe('CONFIRMATION_USED');
      expect(alive['the whole of it']).toMatchObject({
        run: { status: 'SUCCEEDED', attempt: 1 },
        verifyLedger: { problem: null },
      });
    });
  },
);

/** Answers by the steps' names, without the ids that differ from one time to the next. */
async function play({ isKilled }: { readonly isKilled: boolean }): Promise<Record<string, unknown>> {
  await using gateway = await createTestGateway();
  using folder = createFolder();
  const env = await environment(gateway, folder.path);
  let running = await start(folder.path, env);
  const memory: Memory = { key: 'the key of the flow' };
  const answers: Record<string, unknown> = {};
  try {
    for (const { name, ask } of FLOW) {
      answers[name] = await ask(askOf(running.url), memory, running.url);
      if (!isKilled) continue;
      running.child.kill('SIGKILL');
      await running.ended;
      running = await start(folder.path, env);
    }
  } finally {
    running.child.kill('SIGKILL');
    await running.ended;
  }
  return withoutIds(answers);
}

function withoutIds(answers: Record<string, unknown>): Record<string, unknown> {
  const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
  return JSON.parse(JSON.stringify(answers).replace(uuid, 'id')) as Record<string, unknown>;
}

/** A confirmation is asked for by the doctrine. */
async function environment(gateway: TestGateway, folder: string): Promise<Record<string, string>> {
  const [row] = await gateway.owner((client) => client.query('select current_database()::text as name'));
  const doctrine = readFileSync(packagePaths().doctrine, 'utf8');
  const file = join(folder, 'doctrine.yaml');
  writeFileSync(file, doctrine.replace(/^confirm:$/m, 'confirm:\n  Mutation.renameSpace: everyone'));
  return {
    ...{ PORT: '0', LOG_LEVEL: 'silent', ODOO_STAGE: 'development', DOCTRINE_FILE: file },
    SUPABASE_JWT_SECRET: JWT_SECRET,
    DATABASE_URL: databaseUrl('DATABASE_URL', String(row?.name)),
  };
}

async function start(cwd: string, env: Record<string, string>): Promise<RunningCommand & { readonly url: string }> {
  const running = startProcess(['start'], { cwd, env });
  const banner = await running.untilPrinted('/graphql');
  return { ...running, url: /GraphQL +(http:\S+)\/graphql/.exec(banner)?.[1] ?? '' };
}

function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? String(error);
}

function askOf(url: string): Ask {
  return async (as, query, variables = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await testToken(as)}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as {
      data?: Answer;
      errors?: { message: string; extensions: { code: string } }[];
    };
    const [error] = errors ?? [];
    if (error) throw Object.assign(new Error(error.message), { code: error.extensions.code });
    return data ?? {};
  };
}

async function follow(
  url: string,
  { run }: Memory,
  { after, count }: { after: number; count: number },
): Promise<unknown> {
  const authorization = `Bearer ${await testToken('service')}`;
  const client = createClient({ url: `${url}/graphql`, headers: { authorization }, retryAttempts: 0 });
  const stream = client.iterate({ query: EVENTS, variables: { run, after } });
  const seen: unknown[] = [];
  for await (const { data } of stream) {
    seen.push(data?.runEvents);
    if (seen.length === count) break;
  }
  client.dispose();
  return seen;
}
