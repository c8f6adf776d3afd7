/** What the doctrine says of agents that act for users, and of OAuth clients that are such agents: checked, explained, shown. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import { copyPaths, type DoctrineDraft, type TestPaths } from '../support/doctrine.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';

type Agent = { reads: object; rows?: string; actsFor?: string[]; executes?: string[]; purpose: string };
type Draft = DoctrineDraft & {
  oauthClients: Record<string, unknown>;
  prohibited: object[];
  executes: Record<string, string[]>;
};

const WRITER: Agent = {
  purpose: 'Writes.',
  reads: { work: ['work.spaces', 'work.pages'] },
  rows: 'member',
  actsFor: ['user'],
  executes: ['work.create_page', 'work.add_comment'],
};

const withWriter = (more: Partial<Agent> = {}, change: (draft: Draft) => void = () => {}) =>
  copyPaths((draft) => {
    Object.assign(draft.agents, { 'page-writer': structuredClone({ ...WRITER, ...more }) });
    change(draft as Draft);
  });

describe('the start refuses, with the line,', () => {
  const client = (entry: object) => (draft: Draft) => {
    draft.oauthClients = { notes: entry };
  };
  it.each<[string, Partial<Agent>, (draft: Draft) => void, RegExp]>([
    [
      'an agent that executes for users and acts for none',
      { actsFor: [] },
      () => {},
      /line (\d+): page-writer executes work\.create_page, which agents do for users only: say actsFor/,
    ],
    [
      'the same by a pattern',
      { actsFor: [], executes: ['work.*'] },
      () => {},
      /line (\d+): page-writer executes work\.\*, which agents do for users only/,
    ],
    [
      'a function that no agent executes for users',
      { executes: ['work.grant_permission'] },
      () => {},
      /line (\d+): page-writer executes work\.grant_permission, which is none of the operations/,
    ],
    [
      'rows of all for one that acts for users',
      { rows: 'all' },
      () => {},
      /line (\d+): page-writer acts for users and sees/,
    ],
    [
      'users to whom is given what a function’s file gives them',
      {},
      ({ executes }) => executes.user?.push('work.create_page'),
      /line (\d+): user executes work\.create_page, which is none of the operations/,
    ],
    [
      'what it prohibits elsewhere',
      {},
      ({ prohibited }) =>
        prohibited.push({ action: 'x', reason: 'y', who: ['page-writer'], executes: ['work.create_page'] }),
      /line (\d+): page-writer executes work\.create_page elsewhere in the doctrine, and here must not/,
    ],
    [
      'what it prohibits elsewhere by a pattern',
      {},
      ({ prohibited }) => prohibited.push({ action: 'x', reason: 'y', who: ['everybody'], executes: ['work.*'] }),
      /line (\d+): page-writer executes work\.add_comment elsewhere in the doctrine, and here must not/,
    ],
    [
      'a client of an agent that is not there',
      {},
      client({ clientId: 'c', agent: 'nobody' }),
      /line (\d+): .*no agent/,
    ],
    [
      'a client of an agent that acts for nobody',
      {},
      client({ clientId: 'c', agent: 'sync-odoo-agent' }),
      /line (\d+): the OAuth client notes acts as sync-odoo-agent, which acts for nobody/,
    ],
    [
      'a client with an agent and reads',
      {},
      client({ clientId: 'c', agent: 'page-writer', reads: {}, purpose: 'x' }),
      /line (\d+): the OAuth client notes has reads of its own, or an agent/,
    ],
    [
      'a client with neither',
      {},
      client({ clientId: 'c', purpose: 'x' }),
      /line (\d+): the OAuth client notes has reads/,
    ],
    ['a reader without a purpose', {}, client({ clientId: 'c', reads: {} }), /line (\d+): .* has no purpose/],
  ])('%s', (_what, more, change, problem) => {
    using paths = withWriter(more, change);
    const load = () => loadDoctrine(paths);
    expect(load).toThrow(problem);
    try {
      load();
    } catch (error) {
      expect(Number(problem.exec((error as Error).message)?.[1])).toBeGreaterThan(1);
    }
  });
});

describe('an agent that writes for users', () => {
  let paths: TestPaths;
  let gateway: TestGateway;
  const ask = async (query: string, as: string) => {
    const { data, errors } = await gateway.execute(query, { as });
    expect(errors).toBeUndefined();
    return data;
  };
  const explain = async (coordinate: string, as: string) =>
    pick(
      await ask(`{ explainPermission(coordinate: "${coordinate}") { allowed code reason line } }`, as),
      'explainPermission',
    );

  beforeAll(async () => {
    paths = withWriter();
    gateway = await createTestGateway({
      paths,
      beside: { sources: { odoo: null, postgres: null } } as unknown as TestGateway,
    });
  });

  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
    paths[Symbol.dispose]();
  });

  it('is told by which line it may, and why not', async () => {
    const doctrine = loadDoctrine(paths);
    expect(doctrine.agents['page-writer']?.executes).toEqual(WRITER.executes);
    const may = { allowed: true, code: null, line: expect.stringMatching(/^ssot\/doctrine\.yaml:\d{3}/) };
    for (const coordinate of ['Mutation.createPage', 'work.create_page', 'Mutation.addComment'])
      expect(await explain(coordinate, 'agent:page-writer for ana'), coordinate).toMatchObject(may);
    const refused = { allowed: false, code: 'FORBIDDEN' };
    for (const coordinate of ['Mutation.archivePage', 'work.archive_page', 'Mutation.grantPermission'])
      expect(await explain(coordinate, 'agent:page-writer for ana'), coordinate).toMatchObject(refused);
    for (const coordinate of ['Mutation.createPage', 'work.create_page'])
      expect(await explain(coordinate, 'agent:page-writer'), coordinate).toMatchObject(refused);
    expect(await explain('Mutation.createPage', 'agent:page-writer')).toMatchObject({
      reason: expect.stringContaining('acts for none'),
    });
  });

  it('writes nothing of the ledger, nor does the agent that answers questions write a page', async () => {
    const outside = { allowed: false, code: 'BOUNDARY_VIOLATION' };
    expect(await explain('Mutation.enqueueRun', 'agent:page-writer for ana')).toMatchObject(outside);
    expect(await explain('Mutation.createPage', 'agent:workspace-ask-docs for ana')).toMatchObject({
      ...outside,
      reason: expect.stringContaining('Prohibited: Let the agent that answers questions write'),
    });
  });

  it('is named among those who may write a page, and by which function', async () => {
    const query = (coordinate: string) => `{ whoMayWrite(coordinate: "${coordinate}") { writers { name how line } } }`;
    const how = 'by work.create_page for the user that it acts for, where row-level security lets that user';
    for (const coordinate of ['Mutation.createPage', 'Page.title'])
      expect(pick(await ask(query(coordinate), 'ana'), 'whoMayWrite.writers'), coordinate).toContainEqual({
        name: 'page-writer',
        how,
        line: expect.stringMatching(/^ssot\/doctrine\.yaml:\d+$/),
      });
    const archiving = JSON.stringify(await ask(query('Mutation.archivePage'), 'ana'));
    expect(archiving).not.toContain('page-writer');
    expect(archiving).toContain('user');
  });

  it('is shown with what it executes', async () => {
    const agents = pick(await ask('{ doctrine { agents { name executes actsForUsers } } }', 'ana'), 'doctrine.agents');
    expect(agents).toContainEqual({
      name: 'page-writer',
      executes: expect.arrayContaining(['work.create_page', 'work.add_comment']),
      actsForUsers: true,
    });
  });
});
