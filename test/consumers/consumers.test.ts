/** `tripoint consumers`: what consumers ask, what they get, and what a change of the schema would break. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { parse } from 'yaml';
import { pageTitles } from '../../docs/examples/page-titles.ts';
import { ask } from '../../docs/examples/typed-client.ts';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { readConsumers } from '../../src/consumers/consumer.ts';
import { coordinatesOf } from '../../src/consumers/coordinates.ts';
import { seedId } from '../../src/demo/seed/seed.ts';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import type { Surface } from '../../src/errors.ts';
import { OverviewDocument } from '../../src/generated/clients/authenticated-client.ts';
import { RunDetailDocument, type RunDetailQuery, type RunStatus } from '../../src/generated/clients/ops-console.ts';
import { packagePaths } from '../../src/paths.ts';
import { createEmbedder } from '../../src/work/search/create-embedder.ts';
import { createFolder, runHere } from '../support/command.ts';
import { createTestGateway, type TestGateway, testToken } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';
import { readOwnSdl } from '../support/own-sdl.ts';
import { indexAll } from '../support/search.ts';
import { isRealStack, JWT_SECRET } from '../support/stack.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const FOLDERS = { operations: join(ROOT, 'ssot', 'operations'), contracts: join(ROOT, 'test', 'contracts') };
const env = { SUPABASE_JWT_SECRET: JWT_SECRET };

let gateway: TestGateway;
let http: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  gateway = await createTestGateway({ search: { embedder: createEmbedder({ kind: 'built-in' }), answerer: null } });
  await indexAll(gateway);
  http = await serve(gateway);
});

afterAll(async () => {
  await http[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
});

const consumers = (...args: readonly string[]) => runHere(['consumers', ...args], { cwd: ROOT, env });
/** In a folder of `writeContract`. */
const consumersIn = (folder: string, ...args: readonly string[]) =>
  consumers('--folder', folder, '--schema', join(folder, 'schema.graphql'), ...args);
/** Another Odoo has other records, of the same making. */
const exactly = isRealStack ? ['--shape'] : [];

describe('the consumers of this repository', () => {
  it('get what they rely on, each as itself, and nothing of the last release is broken', async () => {
    const { code, stdout, stderr } = await consumers('--url', http.url, '--flows', ...exactly);
    // What was accepted is said, with whom it breaks and why.
    const problems = stdout
      .replace(/^accepted .*\n(?: {4}.*\n?)*/gm, '')
      .split('\n')
      .filter((line) => /^(differs|new|invalid|breaking|stale| {4})/.test(line));
    expect({ code, stderr, problems }).toEqual({ code: 0, stderr: '', problems: [] });
    expect(stdout).toMatch(/same +authenticated-client\/overview/);
    expect(stdout).toMatch(/same +sync-odoo-agent\/one-run\/5-mark-finished/);
    expect(stdout).toMatch(/not asked *workspace-app\/page-changed/);
  });

  it('are not asked for what is to be refused, where a gateway takes trusted documents alone from them', async () => {
    await using strict = await createTestGateway({ beside: gateway, trustedDocuments: { agents: 'enforce' } });
    await using served = await serve(strict);
    const { code, stdout, stderr } = await consumers('--url', served.url, '--consumer', 'sync-odoo-agent', ...exactly);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/same +sync-odoo-agent\/drafts/);
    expect(stdout).toMatch(/not asked +sync-odoo-agent\/workspace-is-closed/);
  });

  it('each have a typed client, made from all of their operations', () => {
    const names = readdirSync(FOLDERS.operations).filter((name) =>
      existsSync(join(FOLDERS.operations, name, 'consumer.yaml')),
    );
    const { generates } = parse(readFileSync(join(ROOT, 'codegen.yml'), 'utf8'), { merge: true }) as {
      generates: Record<string, { documents?: string }>;
    };
    const documents = Object.values(generates).flatMap((one) => one.documents ?? []);
    const own = documents.filter((path) => path.startsWith('ssot/operations/'));
    expect(own.sort()).toEqual(names.map((name) => `ssot/operations/${name}/*.graphql`).sort());
  });
});

describe('a consumer that is a read path of the doctrine', () => {
  const doctrine = loadDoctrine(packagePaths());
  const { schema, catalog } = readOwnSdl();
  const consumers = readConsumers(FOLDERS).filter(({ name }) => Object.hasOwn(doctrine.readPaths, name));

  it.each(consumers.map((consumer) => [consumer.name, consumer] as const))(
    '%s asks for nothing else',
    (name, consumer) => {
      const path = doctrine.readPaths[name] as (typeof doctrine.readPaths)[string];
      const { viewer } = consumer;
      expect('agent' in viewer ? viewer.agent : 'user' in viewer ? 'user' : 'service').toBe(path.as);
      const allowed = (surface: Surface) => {
        const reads = path.reads[surface] ?? [];
        return reads === 'all' ? doctrine.surfaces[surface].owns : reads;
      };
      const asked = new Set(consumer.operations.flatMap((operation) => [...coordinatesOf(schema, operation)]));
      const strange = [...catalog.values()].filter(
        (type) =>
          [...type.fields.keys()].some((field) => asked.has(`${type.name}.${field}`)) &&
          !allowed(type.surface).includes(type.source),
      );
      expect(strange.map(({ source }) => source)).toEqual([]);
      expect(asked.size).toBeGreaterThan(0);
    },
  );
});

describe('an answer that differs', () => {
  const RUN = `query Run { run(id: "${seedId('run', 'sync-1')}") { agent status } }`;
  const golden = (status: string) => ({
    operation: RUN,
    golden: { data: { run: { agent: 'sync-odoo-agent', status } } },
  });

  it('is shown line by line with exit code 1, and --update makes it the one to expect', async () => {
    using folder = createFolder();
    writeContract(folder.path, golden('FAILED'));
    const ask = (...args: string[]) => consumersIn(folder.path, '--url', http.url, ...args);
    const { code, stdout, stderr } = await ask();
    expect(code).toBe(1);
    expect(stdout).toMatch(/differs +someone\/who\n/);
    expect(stdout).toMatch(/^ {4}- +"status": "FAILED"\n {4}\+ +"status": "SUCCEEDED"$/m);
    expect(stderr).toContain('1 answers differ');
    expect(await ask('--update')).toMatchObject({ code: 0 });
    expect(await ask()).toMatchObject({ code: 0 });
    expect(JSON.parse(readFileSync(join(folder.path, 'someone', 'who.json'), 'utf8'))).toEqual(
      golden('SUCCEEDED').golden,
    );
  });

  it('of a gateway with other data is one of another shape alone', async () => {
    using folder = createFolder();
    writeContract(folder.path, golden('FAILED'));
    const ask = () => consumersIn(folder.path, '--url', http.url, '--shape');
    expect(await ask()).toMatchObject({ code: 0 });
    writeContract(folder.path, { operation: RUN, golden: { data: { run: { agent: 1, state: 'FAILED' } } } });
    const { code, stdout } = await ask();
    expect(code).toBe(1);
    expect(stdout).toContain('data.run.state is absent');
    expect(stdout).toContain('data.run.status was not expected');
    expect(stdout).toContain('data.run.agent is string, and number was expected');
  });

  it('is not hidden by a mask whose form it has not', async () => {
    using folder = createFolder();
    writeContract(folder.path, {
      consumer: `viewer: { anonymous: true }\nmasks: [{ at: data.viewer.kind, as: uuid }]`,
      operation: 'query Who { viewer { kind } }',
      golden: { data: { viewer: { kind: '<uuid>' } } },
    });
    const { code, stdout } = await consumersIn(folder.path, '--url', http.url);
    expect(code).toBe(1);
    expect(stdout).toMatch(/- +"kind": "<uuid>"\n +\+ +"kind": "ANONYMOUS"/);
  });
});

describe('--tokens', () => {
  it('names the tokens of consumers, where the gateway has keys of its own', async () => {
    using folder = createFolder();
    const operation = 'query Who { viewer { kind id } }';
    writeContract(folder.path, { operation, golden: { data: { viewer: { kind: 'USER', id: DEMO_USERS.ben } } } });
    const tokens = join(folder.path, 'tokens.json');
    const ask = () => consumersIn(folder.path, '--url', http.url, '--tokens', tokens);
    writeFileSync(tokens, JSON.stringify({ someone: await testToken('ben') }));
    expect(await ask()).toMatchObject({ code: 0 });
    writeFileSync(tokens, '{}');
    expect(await ask()).toMatchObject({ code: 2, stderr: expect.stringContaining('--tokens has none for someone') });
  });
});

describe('a typed client', () => {
  const connect = async (as: string) => ({ url: http.url, token: await testToken(as) });

  it('asks what it is made from, and types the answer', async () => {
    const { data, errors } = await ask(await connect('service'), RunDetailDocument, { id: seedId('run', 'sync-1') });
    expect(errors).toEqual([]);
    expect(data?.run?.status).toBe('SUCCEEDED');
    expectTypeOf(data).toEqualTypeOf<RunDetailQuery | null>();
    expectTypeOf<NonNullable<NonNullable<typeof data>['run']>['status']>().toEqualTypeOf<RunStatus>();
    // @ts-expect-error: the document asks for `id`
    const wrong = () => ask({ url: '', token: '' }, RunDetailDocument, { runId: 'x' });
    expect(wrong).toBeTypeOf('function');
    const titles = await pageTitles(await connect('ana'), seedId('space', 'finance'));
    expect(titles.slice(-2)).toEqual(['Month-end closing', '  Expanded withholding tax']);
  });

  it('keeps what was answered beside what was not, and the codes', async () => {
    const { data, errors } = await ask(await connect('ana'), OverviewDocument, {});
    expect(data).toMatchObject({ runs: null, spaces: { nodes: [{}, {}, {}].slice(0, data?.spaces?.nodes.length) } });
    expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([[['runs'], 'FORBIDDEN']]);
    const refused = await ask({ url: http.url, token: 'nothing' }, OverviewDocument, {});
    expect(refused).toMatchObject({ data: null, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    await expect(pageTitles({ url: http.url, token: 'nothing' }, 'x')).rejects.toThrow(/^UNAUTHENTICATED: /);
  });
});

describe('an operation', () => {
  it('that the schema does not allow is named, with what is wrong', async () => {
    using folder = createFolder();
    writeContract(folder.path, { operation: 'query Who { viewer { kindness } }' });
    const { code, stdout } = await consumersIn(folder.path, '--breaks');
    expect(code).toBe(1);
    expect(stdout).toContain('invalid  someone/who: Cannot query field "kindness" on type "Viewer"');
  });

  it.each([
    ['that writes outside of a flow', 'mutation M { addComment(input: {}) { userErrors { code } } }', /as a flow/],
    ['without a name', '{ viewer { kind } }', /one operation, with a name/],
    ['beside another', 'query A { viewer { kind } } query B { viewer { id } }', /one operation, with a name/],
  ])('%s is refused', async (_what, operation, problem) => {
    using folder = createFolder();
    writeContract(folder.path, { operation });
    const { code, stderr } = await consumersIn(folder.path, '--breaks');
    expect(code).toBe(1);
    expect(stderr).toMatch(problem);
  });
});

describe('a gateway that is not there', () => {
  it('is named in one line', async () => {
    using folder = createFolder();
    writeContract(folder.path, { operation: 'query Who { viewer { kind } }' });
    const { code, stderr } = await consumersIn(folder.path, '--url', 'http://127.0.0.1:1');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^tripoint consumers: http:\/\/127\.0\.0\.1:1\/graphql cannot be asked: \w+\n$/);
  });
});

describe('what is not understood', () => {
  it.each([
    [['--consumer', 'nobody'], /there is no consumer "nobody": there are authenticated-client/],
    [['--update', '--shape'], /not with --shape/],
    [['--url', 'nowhere'], /--url must be a URL/],
    [['--tokens', 'x.json'], /--tokens goes with --url/],
  ])('%j ends with 2', async (args, problem) => {
    const { code, stderr } = await consumers(...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(problem);
  });
});

const RELEASED = `
type Query { moves(first: Int, state: State): [Move!], partner(id: ID!): Partner, viewer: String }
type Move { id: ID!, name: String, state: State, partner: Partner }
type Partner { id: ID!, name: String, vat: String }
enum State { DRAFT POSTED }
input Unused { a: Int }
`;

/** The part of the gateway's schema that these consumers ask. */
const PART = `
type Query { viewer: Viewer, run(id: ID!): Run }
type Mutation { addComment(input: Input): Viewer }
input Input { body: String }
type Viewer { kind: String, id: ID }
type Run { agent: String, status: String }
`;

/** A folder of one consumer, a released schema, and the present one. */
function writeContract(
  folder: string,
  given: {
    consumer?: string;
    operation: string;
    golden?: unknown;
    released?: string;
    present?: string;
    accepted?: string;
  },
): void {
  const someone = join(folder, 'someone');
  mkdirSync(someone, { recursive: true });
  writeFileSync(join(folder, 'released.graphql'), given.released ?? PART);
  writeFileSync(join(folder, 'schema.graphql'), given.present ?? PART);
  if (given.accepted) writeFileSync(join(folder, 'accepted-breaks.yaml'), given.accepted);
  writeFiles(someone, {
    'consumer.yaml': `owner: Someone\npurpose: A test\n${given.consumer ?? 'viewer: { service: true }'}`,
    'who.graphql': given.operation,
    ...(given.golden ? { 'who.json': `${JSON.stringify(given.golden, null, 2)}\n` } : {}),
  });
}

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

describe('a breaking change', () => {
  const OPERATION = `query Q { moves(first: 2, state: POSTED) { id name partner { name } } viewer }`;
  const change = async (from: string, to: string, more: { accepted?: string; args?: string[] } = {}) => {
    using folder = createFolder();
    writeContract(folder.path, {
      operation: OPERATION,
      released: RELEASED,
      present: RELEASED.replace(from, to),
      ...(more.accepted !== undefined && { accepted: more.accepted }),
    });
    const outcome = await consumersIn(folder.path, ...(more.args ?? ['--breaks']));
    const read = (name: string) => readFileSync(join(folder.path, name), 'utf8');
    return { ...outcome, released: read('released.graphql'), accepted: () => read('accepted-breaks.yaml') };
  };

  it.each([
    ['a field that is removed', 'viewer: String', '', 'FIELD_REMOVED Query.viewer', true],
    ['a field that nobody asks for', ', vat: String', '', 'FIELD_REMOVED Partner.vat', false],
    ['a field of another type', 'name: String, state', 'name: Int, state', 'FIELD_TYPE_CHANGED Move.name', true],
    ['an argument that is removed', 'first: Int, ', '', 'FIELD_ARGUMENT_REMOVED Query.moves.first', true],
    [
      'an argument that is required',
      'state: State)',
      'state: State, of: ID!)',
      'FIELD_ARGUMENT_ADDED Query.moves.of',
      true,
    ],
    [
      'one of a field that nobody asks',
      '(id: ID!)',
      '(id: ID!, of: ID!)',
      'FIELD_ARGUMENT_ADDED Query.partner.of',
      false,
    ],
    ['an enum value that is given', ' POSTED', '', 'ENUM_VALUE_REMOVED State.POSTED', true],
    ['an enum value that is not', 'DRAFT ', '', 'ENUM_VALUE_REMOVED State.DRAFT', false],
    ['a type that nobody uses', 'input Unused { a: Int }', '', 'TYPE_REMOVED Unused', false],
  ])('%s fails, and names whom it breaks', async (_what, from, to, named, isBroken) => {
    const { code, stdout } = await change(from, to);
    expect(code).toBe(1);
    expect(stdout).toContain(`breaking ${named}: `);
    const [, rest = ''] = stdout.split(named);
    expect(rest.split('\n')[1]?.trim()).toBe(
      isBroken ? 'breaks someone/who' : 'breaks no consumer that is registered here',
    );
  });

  it.each([
    ['a field that is added', 'viewer: String', 'viewer: String, more: Int'],
    ['an argument that may be left out', 'state: State)', 'state: State, of: ID)'],
    ['a description', 'type Move {', '"A move." type Move {'],
    ['a directive of our own', 'type Move {', 'directive @odoo(model: String) on OBJECT type Move @odoo(model: "m") {'],
  ])('is not %s', async (_what, from, to) => {
    expect(await change(from, to)).toMatchObject({ code: 0 });
  });

  const accepted = (path: string) =>
    `accepted:\n  - { type: FIELD_REMOVED, path: ${path}, reason: Nobody has read it since May }\n`;

  it('that is meant passes with its reason, until it is released', async () => {
    const removed = await change(', vat: String', '', { accepted: accepted('Partner.vat') });
    expect(removed).toMatchObject({ code: 0 });
    expect(removed.stdout).toContain('accepted FIELD_REMOVED Partner.vat');
    expect(removed.stdout).toContain('because Nobody has read it since May');
    const released = await change(', vat: String', '', { accepted: accepted('Partner.vat'), args: ['--release'] });
    expect(released).toMatchObject({ code: 0 });
    expect(released.released).not.toContain('vat');
  });

  it('that nobody accepted stops a release, and the released schema stays', async () => {
    const { code, released } = await change(', vat: String', '', { args: ['--release'] });
    expect(code).toBe(1);
    expect(released).toContain('vat');
  });

  it('that is accepted and not there is stale', async () => {
    const { code, stdout } = await change('', '', { accepted: accepted('Partner.vat') });
    expect(code).toBe(1);
    expect(stdout).toContain('accepts FIELD_REMOVED of Partner.vat, which is not broken');
  });
});
