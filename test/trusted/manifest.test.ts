/** The manifest of trusted operations, by the command that writes it, and against what clients' own tools write. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readConsumers } from '../../src/consumers/consumer.ts';
import { type JsonSchema, loadManifest, type TrustedOperation } from '../../src/operations/manifest.ts';
import { packagePaths } from '../../src/paths.ts';
import { createFolder, runHere } from '../support/command.ts';
import { createTestGateway } from '../support/gateway.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const FOLDERS = { operations: join(ROOT, 'ssot', 'operations'), contracts: join(ROOT, 'test', 'contracts') };
const own = loadManifest(packagePaths());

function named(name: string, operations: readonly TrustedOperation[] = own.operations): TrustedOperation {
  const found = operations.find((one) => one.name === name);
  if (!found) throw new Error(`there is no ${name}`);
  return found;
}

/** A folder of operations, built. */
async function build(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  using folder = createFolder();
  mkdirSync(join(folder.path, 'ssot', 'operations'), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder.path, path, '..'), { recursive: true });
    writeFileSync(join(folder.path, path), text);
  }
  const outcome = await runHere(['operations', 'build', ...args], { cwd: folder.path });
  const { operations } = loadManifest({ operations: join(folder.path, 'ssot', 'operations') });
  return { ...outcome, operations };
}

/** A validator that refuses a schema which says what JSON Schema 2020-12 does not know. */
function createFits() {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  formats.default(ajv);
  return (schema: JsonSchema, value: unknown) => (ajv.validate(schema, value) ? '' : ajv.errorsText());
}

describe('the manifest of this repository', () => {
  it('is current; where an operation was changed, the check names the command to run', async () => {
    expect(await runHere(['operations', 'build', '--check'], { cwd: ROOT })).toMatchObject({ code: 0, stderr: '' });
    using folder = createFolder();
    cpSync(FOLDERS.operations, join(folder.path, 'ssot', 'operations'), { recursive: true });
    const file = join(folder.path, 'ssot', 'operations', 'workspace-app', 'sidebar.graphql');
    writeFileSync(file, readFileSync(file, 'utf8').replace('depth: 2', 'depth: 3'));
    const run = (...args: string[]) => runHere(['operations', 'build', ...args], { cwd: folder.path });
    expect(await run('--check')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('run `npx tripoint operations build`'),
    });
    await run();
    expect(await run('--check')).toMatchObject({ code: 0 });
  });

  it('holds every trusted operation of every consumer, each with what it does', () => {
    const files = readConsumers(FOLDERS).flatMap(({ name, operations }) =>
      operations.flatMap(({ isTrusted, text }) => (isTrusted ? [`${name} ${text}`] : [])),
    );
    const held = own.operations.map(({ consumer, document }) => `${consumer} ${document}`);
    expect(held.sort()).toEqual([...new Set(files)].sort());
    expect(named('RequestOdooWrite')).toMatchObject({
      consumer: 'sync-odoo-agent',
      kind: 'mutation',
      description: expect.stringMatching(/^Asks for a write to Odoo/),
      reads: ['ops.runs'],
      writes: ['ops.run_events', 'ops.runs'],
      surfaces: ['ops'],
      risk: 'destructive',
    });
    expect(named('CreatePage')).toMatchObject({ risk: 'write', surfaces: ['work'] });
    expect(named('PageScreen')).toMatchObject({ risk: 'read', kind: 'query', surfaces: ['odoo', 'work'] });
    // By a filter through the company, which is not selected.
    expect(named('DraftInvoices').reads).toContain('res.company');
    expect(named('AskDocs').reads).toContain('work.search_index');
    expect(named('PageChanged')).toMatchObject({ kind: 'subscription', risk: 'read', surfaces: ['work'] });
    expect(own.operations.every(({ description }) => description)).toBe(true);
  });

  it('says the cost that the gateway estimates', async () => {
    await using gateway = await createTestGateway();
    for (const name of ['Overview', 'Delivery', 'DeadLetters', 'PagesToIndex']) {
      const { document, cost } = named(name);
      const { headers } = await gateway.execute(document, { as: 'service' });
      expect([name, headers.get('tripoint-cost')]).toEqual([name, `estimated=${cost}`]);
    }
  });

  it('takes the variables that its consumers send, and describes the answers that they get', () => {
    const fits = createFits();
    const asked = readConsumers(FOLDERS).flatMap(({ operations }) => operations.filter(({ isTrusted }) => isTrusted));
    const problems = asked.flatMap(({ name, kind, text, variables, golden }) => {
      const trusted = own.operations.find(({ document }) => document === text) as TrustedOperation;
      // What a flow fills in is not there yet; a subscription, and what is not asked, is held to the schema alone.
      const isSent = !JSON.stringify(variables).includes('{{') && kind !== 'subscription' && existsSync(golden);
      const said = isSent ? [fits(trusted.variables, variables)] : [];
      if (existsSync(golden)) said.push(fits(trusted.result, readGolden(golden)));
      return said.filter(Boolean).map((problem) => `${name}: ${problem}`);
    });
    expect(problems).toEqual([]);
    expect(asked.length).toBeGreaterThan(20);
    const { variables, result } = named('DraftInvoices');
    expect(fits(variables, {})).toContain("must have required property 'company'");
    expect(fits(variables, { company: 'My', more: 1 })).toContain('must NOT have additional properties');
    expect(fits(variables, { company: 'My', first: '3' })).toContain('must be integer');
    expect(fits(result, { moves: { totalCount: '1', nodes: [] } })).toContain('must be integer');
  });
});

/** The data of a golden; `<time>` and the like stand there for values of their forms. */
function readGolden(file: string): unknown {
  const text = readFileSync(file, 'utf8')
    .replaceAll('"<time>"', '"2026-01-01T00:00:00Z"')
    .replaceAll('"<number>"', '1');
  return (JSON.parse(text) as { data: unknown }).data;
}

describe('an operation', () => {
  const A = 'ssot/operations/web/a.graphql';
  const QUERY = 'query A($id: ID!) { page(id: $id) { title } }';

  it('is described by its own description, else by the comment right before it', async () => {
    const describedBy = async (text: string) => named('A', (await build({ [A]: text })).operations).description;
    expect(await describedBy(`"""Shows a page."""\n${QUERY}`)).toBe('Shows a page.');
    expect(await describedBy(`# Of this file.\n\n# Shows a page,\n# with its title.\n${QUERY}`)).toBe(
      'Shows a page, with its title.',
    );
    expect(await describedBy(QUERY)).toBeNull();
  });

  it('is the same by its first id however it is written', async () => {
    const idOf = async (text: string) => named('A', (await build({ [A]: text })).operations).ids[0];
    const id = await idOf(QUERY);
    expect(id).toMatch(/^[0-9a-f]{64}$/);
    expect(await idOf(`# A\n${print(parse(QUERY))}\n`)).toBe(id);
    expect(await idOf(QUERY.replace('title', 'id'))).not.toBe(id);
  });

  it('describes what may come: conditions, fragments on interfaces, inputs that hold themselves', async () => {
    const { operations } = await build({
      [A]: `query A($id: ID!, $all: Boolean = false, $filter: PageFilter) {
        node(id: $id) { __typename nodeId ... on Page { title } ... on Partner { email } }
        pages(filter: $filter, first: 1) { nodes { title @include(if: $all) } }
      }`,
    });
    const fits = createFits();
    const { result, variables } = named('A', operations);
    const pages = { nodes: [{}] };
    expect(fits(result, { node: { __typename: 'Page', nodeId: 'x', title: 'T' }, pages })).toBe('');
    const partner = { __typename: 'Partner', nodeId: 'x', email: null };
    expect(fits(result, { node: partner, pages: { nodes: [{ title: 'T' }] } })).toBe('');
    expect(fits(result, { node: { __typename: 'Page', nodeId: 'x', email: 'e' }, pages })).not.toBe('');
    expect(variables).toHaveProperty('$defs.PageFilter');
    expect(fits(variables, { id: 'x', filter: { not: { title: { eq: 'T' } } } })).toBe('');
    expect(fits(variables, { id: 'x', filter: { not: { titel: { eq: 'T' } } } })).not.toBe('');
  });

  it.each([
    ['that the schema does not have', 'query A { pagez { id } }', 'web/A: Cannot query field "pagez"'],
    ['without a name', '{ viewer { kind } }', 'must hold one operation, with a name'],
    ['that cannot be read', 'query A {', 'a.graphql: Syntax Error'],
  ])('%s is refused, by its place', async (_what, text, said) => {
    const { code, stderr, operations } = await build({ [A]: text });
    expect({ code, operations }).toEqual({ code: 1, operations: [] });
    expect(stderr).toContain(said);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  it('of a name that another has is refused', async () => {
    const { code, stderr } = await build({ [A]: QUERY, 'ssot/operations/web/b.graphql': QUERY.replace('title', 'id') });
    expect(code).toBe(1);
    expect(stderr).toContain('web has two operations A');
  });
});

describe('what clients call an operation', () => {
  const manifest = (tool: string) => join(import.meta.dirname, 'manifests', `${tool}.json`);
  const read = (tool: string) => JSON.parse(readFileSync(manifest(tool), 'utf8'));

  it('is known without their manifests: Apollo Client and codegen hash what can be computed', () => {
    const { operations } = read('apollo') as { operations: { id: string; name: string }[] };
    expect(operations.length).toBeGreaterThan(5);
    for (const { id, name } of operations) expect([name, named(name).ids.includes(id)]).toEqual([name, true]);
    for (const [id, text] of Object.entries(read('codegen') as Record<string, string>)) {
      const name = / (\w+)\(/.exec(text)?.[1] ?? '';
      expect(named(name).ids).toContain(id.replace('sha256:', ''));
    }
  });

  it('comes from their manifests where it cannot: --from takes those of all three tools, and keeps them', async () => {
    using folder = createFolder();
    const run = (...args: string[]) => runHere(['operations', 'build', ...args], { cwd: folder.path });
    const from = ['apollo', 'codegen', 'relay'].flatMap((tool) => ['--from', manifest(tool)]);
    expect(await run(...from, '--consumer', 'web')).toMatchObject({ code: 0, stderr: '' });
    const kept = join(folder.path, 'ssot', 'operations');
    expect(readdirSync(join(kept, 'web', 'clients')).sort()).toEqual(['apollo.json', 'codegen.json', 'relay.json']);
    const { operations } = loadManifest({ operations: kept });
    const ids = new Set(operations.flatMap((one) => one.ids));
    for (const id of Object.keys(read('relay'))) expect(ids).toContain(id);
    for (const { id } of (read('apollo') as { operations: { id: string }[] }).operations) expect(ids).toContain(id);
    expect(new Set(operations.map(({ consumer }) => consumer))).toEqual(new Set(['web']));
    expect(await run('--check')).toMatchObject({ code: 0 });
  });

  it('joins the operation that it is of', async () => {
    const { document, ids } = named('QuickSwitcher');
    const files = { 'ssot/operations/web/switcher.graphql': document, 'web.json': JSON.stringify({ q1: document }) };
    const { operations, stderr } = await build(files, '--from', 'web.json');
    expect(stderr).toBe('');
    expect(operations).toMatchObject([{ name: 'QuickSwitcher', document, ids: [...ids, 'q1'] }]);
  });

  it('is refused from a file that is no such manifest, and under no name', async () => {
    const relay = readFileSync(manifest('relay'), 'utf8');
    const files = { 'some.json': '{ "operations": [] }', 'My List.json': relay };
    const refused = async (file: string) => {
      const { code, stderr } = await build(files, '--from', file);
      return `${code} ${stderr}`;
    };
    expect(await refused('some.json')).toMatch(/^1 .*is no manifest of operations/);
    expect(await refused('absent.json')).toMatch(/^1 .*absent\.json cannot be read/);
    expect(await refused('My List.json')).toMatch(/^2 .*--consumer/);
  });
});

describe('the command', () => {
  it.each([
    [[], 'say what to do'],
    [['build', '--check', '--from', 'x.json'], '--check writes nothing'],
    [['build', '--consumer', 'web'], '--consumer goes with --from'],
  ])('%j ends with 2', async (args, said) => {
    const { code, stderr } = await runHere(['operations', ...args], { cwd: ROOT });
    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });
});
