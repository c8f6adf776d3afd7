/** The doctrine as it can be asked: who owns what, who may write it, and why a viewer may or may not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { ANONYMOUS, agentViewer, SERVICE, type Viewer } from '../../src/auth/viewer.ts';
import { createContext } from '../../src/context.ts';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import { GatewayError } from '../../src/errors.ts';
import { OPERATION_LIMITS } from '../../src/limits.ts';
import { createLog } from '../../src/log.ts';
import { packagePaths } from '../../src/paths.ts';
import { bind } from '../../src/plan/bind.ts';
import { createSeal } from '../../src/plan/seal.ts';
import { type As, createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { readTestSchema } from '../support/schema.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
});

afterAll(() => gateway[Symbol.asyncDispose]());

const FILE = readFileSync(packagePaths().doctrine, 'utf8').split('\n');
/** What stands on the line that an answer names. */
const textAt = (line: unknown) => FILE[Number(/^ssot\/doctrine\.yaml:(\d+)$/.exec(String(line))?.[1]) - 1] ?? '';

/** What stands on a line of any file of the repository. */
function lineIn(place: unknown): string {
  const [file = '', line] = String(place).split(':');
  return readFileSync(join(packagePaths().migrations, '..', file), 'utf8').split('\n')[Number(line) - 1] ?? '';
}

async function explain(coordinate: string, as: As) {
  const query =
    'query($c: String!) { explainPermission(coordinate: $c) { action allowed reason code line functions { name line } } }';
  const { data, errors } = await gateway.execute(query, { as, variables: { c: coordinate } });
  expect(errors).toBeUndefined();
  return pick(data, 'explainPermission') as Record<string, unknown>;
}

async function writers(coordinate: string) {
  const query = 'query($c: String!) { whoMayWrite(coordinate: $c) { owner sources writers { name how line } } }';
  const { data } = await gateway.execute(query, { variables: { c: coordinate } });
  return pick(data, 'whoMayWrite') as {
    owner: string;
    sources: string[];
    writers: { name: string; how: string; line: string }[];
  };
}

describe('the doctrine', () => {
  it('is shown to anybody: surfaces with what they own, agents with what they may', async () => {
    const { data } = await gateway.execute(`{ doctrine {
      surfaces { name role owns { name readers appendOnly neverDeleted maintainedBy } line }
      agents { name role reads executes writesOdoo { model methods } actsForUsers constraints { argument only } limits { coordinate times per } line }
    } }`);
    expect(pick(data, 'doctrine.surfaces.1')).toMatchObject({ name: 'ops', role: 'SSOT' });
    expect(pick(data, 'doctrine.surfaces.1.owns')).toContainEqual({
      name: 'ops.run_events',
      readers: expect.arrayContaining(['service', 'sync-odoo-agent']),
      appendOnly: true,
      neverDeleted: true,
      maintainedBy: null,
    });
    expect(pick(data, 'doctrine.surfaces.2.owns')).toContainEqual(
      expect.objectContaining({ name: 'work.search_index', maintainedBy: 'workspace-indexer' }),
    );
    expect(pick(data, 'doctrine.agents.0')).toMatchObject({
      name: 'sync-odoo-agent',
      role: 'agent_sync_odoo_agent',
      executes: expect.arrayContaining(['ops.enqueue']),
      constraints: expect.arrayContaining([{ argument: 'Mutation.heartbeatRun.input.runId', only: 'own-run' }]),
      limits: expect.arrayContaining([{ coordinate: 'Mutation.enqueueRun', times: 20_000, per: 'DAY' }]),
    });
    expect(textAt(pick(data, 'doctrine.agents.0.line'))).toBe('  sync-odoo-agent:');
    expect(pick(data, 'doctrine.agents.2')).toMatchObject({ name: 'workspace-ask-docs', actsForUsers: true });
  });
});

describe('whoMayWrite', () => {
  it('names who executes the function that a mutation calls', async () => {
    const { owner, sources, writers: found } = await writers('Mutation.enqueueRun');
    expect({ owner, sources }).toEqual({ owner: 'ops (SSOT)', sources: ['ops.runs', 'ops.run_events'] });
    const { agents } = loadDoctrine(packagePaths());
    const allowed = Object.keys(agents).filter((name) => agents[name]?.executes?.includes('ops.enqueue'));
    expect(allowed[0]).toBe('sync-odoo-agent');
    expect(found.map(({ name, how }) => `${name} ${how}`)).toEqual(
      ['service', ...allowed].map((name) => `${name} by ops.enqueue`),
    );
    expect(found.slice(0, 2).map(({ line }) => textAt(line).trim())).toEqual([
      expect.stringContaining('service: [ops.*'),
      '- ops.enqueue',
    ]);
  });

  it('names the agent that writes a model of Odoo, and nobody for one that none writes', async () => {
    const { owner, writers: found } = await writers('res.partner');
    expect(owner).toBe('odoo (SoR)');
    expect(found.map(({ name }) => name)).toEqual(['sync-odoo-agent']);
    expect(textAt(found[0]?.line)).toContain('model: res.partner');
    expect((await writers('Country.name')).writers).toEqual([]);
  });

  it('tells the columns of a table that a user may change from those that are given once', async () => {
    const names = async (coordinate: string) =>
      (await writers(coordinate)).writers.map(({ name, how }) => `${name} ${how.split(',')[0]}`);
    expect(await names('Page.title')).toEqual(['user insert', 'service insert']);
    expect(await names('Attachment.block')).toEqual(['user update', 'service insert']);
    expect(await names('Attachment.size')).toEqual(['service insert']);
    expect(await names('work.spaces')).toEqual(['user insert', 'service insert']);
    expect(await names('ops.run_events')).toContain('sync-odoo-agent by ops.append_event');
    expect((await writers('ops.run_events')).writers.every(({ how }) => how.startsWith('by '))).toBe(true);
    expect((await writers('Query.runs')).writers).toEqual([]);
  });

  it.each([
    ['Mutation.enqeueRun', 'Mutation.enqueueRun'],
    ['mutation.enqueuerun', 'Mutation.enqueueRun'],
    ['Page.titel', 'Page.title'],
    ['ops.run', 'ops.runs'],
    ['res.partners', 'res.partner'],
    ['Pages', 'Page'],
    ['constructor', null],
    ['__proto__', null],
    ['', null],
    ['Query.__proto__', null],
    ['x'.repeat(10_000), null],
  ])('and explainPermission refuse %s as BAD_USER_INPUT, with the nearest there is', async (coordinate, nearest) => {
    for (const field of ['whoMayWrite(coordinate: $c) { owner }', 'explainPermission(coordinate: $c) { line }']) {
      const { errors } = await gateway.execute(`query($c: String!) { ${field} }`, { variables: { c: coordinate } });
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
      if (nearest) expect(errors?.[0]?.message).toMatch(new RegExp(`did you mean ${nearest.replace('.', '\\.')}\\?$`));
    }
  });
});

describe('explainPermission', () => {
  it('points to the line that allows it', async () => {
    const allowed = await explain('Page.title', 'ana');
    expect(allowed).toMatchObject({ action: 'READ', allowed: true, code: null });
    expect(textAt(allowed.line).trim()).toBe('- work.pages');
    const written = await explain('Mutation.enqueueRun', 'agent:sync-odoo-agent');
    expect(written).toMatchObject({ action: 'WRITE', allowed: true });
    expect(textAt(written.line).trim()).toBe('- ops.enqueue');
    expect(await explain('Query.viewer', null)).toMatchObject({ allowed: true, reason: 'Anybody may ask it' });
  });

  it('points to what rules it out, with its reason, else to the list that lacks it', async () => {
    const ruled = await explain('Query.runs', 'ana');
    expect(ruled).toMatchObject({
      allowed: false,
      code: 'FORBIDDEN',
      reason: expect.stringContaining('Prohibited: Show the ledger'),
    });
    expect(textAt(ruled.line)).toContain('Show the ledger to people');
    const violation = await explain('Mutation.enqueueRun', 'ana');
    expect(violation).toMatchObject({ allowed: false, code: 'BOUNDARY_VIOLATION' });
    expect(textAt(violation.line).trim()).toBe('user: [ops.decide_approval]');
    const unlisted = await explain('hr.employee', 'ana');
    expect(unlisted).toMatchObject({ allowed: false, code: 'FORBIDDEN' });
    expect(textAt(unlisted.line).trim()).toBe('odoo:');
    expect(textAt((await explain('ops.cancel', 'agent:sync-odoo-agent')).line).trim()).toBe('executes:');
  });

  it('names the functions that a mutation calls, each with the line of its file that says who executes it', async () => {
    const made = await explain('Mutation.createPage', 'ana');
    expect(made).toMatchObject({ action: 'WRITE', allowed: true });
    expect(made.reason).toContain('where row-level security lets it');
    const functions = made.functions as { name: string; line: string }[];
    expect(functions.map(({ name }) => name)).toEqual(['work.create_page', 'work.create_page_from_template']);
    expect(functions.map(({ line }) => lineIn(line))).toEqual([
      '-- Executed by: user, service, agents for users',
      '-- Executed by: user, service, agents for users',
    ]);
    const enqueued = await explain('Mutation.enqueueRun', 'ana');
    expect(enqueued.functions).toMatchObject([{ name: 'ops.enqueue' }]);
    expect((await explain('Query.runs', 'service')).functions).toBeNull();
  });

  it('explains a function that is no operation by its file', async () => {
    const allowed = await explain('work.create_page', 'ana');
    expect(allowed).toMatchObject({ action: 'WRITE', allowed: true, reason: 'A user may execute work.create_page' });
    expect(lineIn(allowed.line)).toBe('-- Executed by: user, service, agents for users');
    const refused = await explain('work.create_page', 'agent:sync-odoo-agent');
    expect(refused).toMatchObject({ allowed: false, code: 'FORBIDDEN' });
    expect((await explain('work.keep_changes', 'service')).allowed).toBe(false);
    expect((await writers('work.create_page')).writers.map(({ name }) => name)).toEqual(['user', 'service']);
  });

  it('asks for what a field enters beside its own row', async () => {
    expect(await explain('Page.partner', 'agent:workspace-indexer')).toMatchObject({
      allowed: false,
      code: 'FORBIDDEN',
    });
    expect(await explain('Page.space', 'agent:workspace-indexer')).toMatchObject({ allowed: true });
  });

  it('agrees with the rules on every root field and every field that enters another type, for every viewer', async () => {
    const { enter, schema, catalog } = readTestSchema();
    const roots = ['Query', 'Mutation', 'Subscription'].flatMap((root) => {
      const type = schema.getType(root) as unknown as { getFields(): object };
      return Object.keys(type.getFields()).map((name) => `${root}.${name}`);
    });
    const entered = [...catalog.values()].flatMap(({ name, fields }) =>
      [...fields.values()].filter(({ kind }) => kind !== 'leaf').map((field) => `${name}.${field.name}`),
    );
    const ana: Viewer = { ...SERVICE, kind: 'user', id: DEMO_USERS.ana ?? '', role: 'authenticated', claims: '' };
    const agents = ['sync-odoo-agent', 'workspace-indexer', 'workspace-ask-docs'];
    const asked: [As, Viewer][] = [
      [null, ANONYMOUS],
      ['ana', ana],
      ['service', SERVICE],
      ...agents.map((name): [As, Viewer] => [`agent:${name}`, agentViewer(name)]),
    ];
    for (const [as, viewer] of asked) {
      const context = createContext({
        viewer,
        log: createLog('silent'),
        seal: createSeal(['no cursor is made here']),
        signal: new AbortController().signal,
        limits: OPERATION_LIMITS,
      });
      const ruling = (coordinate: string): Promise<unknown> =>
        enter({ context, coordinate, bound: bind({}), sources: { postgres: null } }).catch((error: unknown) => error);
      const differing: string[] = [];
      const answers = await explainAll(roots, as);
      for (const [n, coordinate] of roots.entries()) {
        const outcome = await ruling(coordinate);
        const code = outcome instanceof GatewayError ? outcome.code : null;
        if (answers[n]?.code !== code) differing.push(`${coordinate} ${code} ${answers[n]?.code}`);
      }
      const inside = await explainAll(entered, as);
      for (const [n, coordinate] of entered.entries()) {
        // Who may not read the row itself gets nowhere below it.
        const outcome = await ruling(coordinate);
        if (outcome instanceof GatewayError && inside[n]?.allowed) differing.push(coordinate);
      }
      expect(differing, String(as)).toEqual([]);
    }
  });
});

/** As many at once as a document holds. */
async function explainAll(
  coordinates: readonly string[],
  as: As,
): Promise<{ allowed: boolean; code: string | null }[]> {
  const answers: { allowed: boolean; code: string | null }[] = [];
  for (let start = 0; start < coordinates.length; start += 100) {
    const fields = coordinates
      .slice(start, start + 100)
      .map((coordinate, n) => `a${n}: explainPermission(coordinate: "${coordinate}") { allowed code }`);
    const { data, errors } = await gateway.execute(`{ ${fields.join(' ')} }`, { as });
    expect(errors).toBeUndefined();
    answers.push(...(Object.values(data ?? {}) as typeof answers));
  }
  return answers;
}
