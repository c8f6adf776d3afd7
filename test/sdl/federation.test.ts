/** The SDL as a subgraph: what a router composes, by the command and by `_service`, and what one directive adds to it. */
import { type DefinitionNode, Kind, parse, print } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printGatewaySchema } from '../../src/schema.ts';
import { readSdl } from '../../src/sdl/load.ts';
import { runHere } from '../support/command.ts';
import { buildSchema, copyPaths } from '../support/doctrine.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';

const ENTITIES = ['Move', 'Page', 'Partner', 'Person', 'Project', 'Run', 'Space', 'Task'];
const SERVICE = '{ _service { sdl } }';

let printed: string;
let definitions: readonly DefinitionNode[];
let gateway: TestGateway;

beforeAll(async () => {
  const { code, stdout } = await runHere(['schema', '--federation'], { cwd: '/' });
  expect(code).toBe(0);
  printed = stdout;
  ({ definitions } = parse(printed));
  gateway = await createTestGateway({ federation: true, stage: 'development' });
});

afterAll(() => gateway[Symbol.asyncDispose]());

/** Each directive that stands in it, as it stands there, with the name of what it stands on. */
function directives(): string[] {
  const found: string[] = [];
  const visit = (name: string, node: object): void => {
    const named = 'name' in node ? `${name}.${(node.name as { value: string }).value}` : name;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'loc') continue;
      if (key === 'directives')
        found.push(...value.map((directive: Parameters<typeof print>[0]) => `${named} ${print(directive)}`));
      else for (const child of [value].flat()) if (typeof child === 'object' && child?.kind) visit(named, child);
    }
  };
  for (const node of definitions) visit('', node);
  return found.filter((text) => !text.includes('@deprecated') && !text.includes('@specifiedBy'));
}

describe('tripoint schema --federation', () => {
  it('prints a subgraph of Federation 2: the keys of the entities, and nothing of where things are kept', () => {
    const link =
      '@link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable", "@inaccessible"])';
    expect(directives().sort()).toEqual(
      [
        ` ${link}`,
        ...ENTITIES.map((name) => `.${name} @key(fields: "id")`),
        '.PageInfo @shareable',
        '.BlockOperation @oneOf',
      ].sort(),
    );
    const declared = definitions.filter(({ kind }) => kind === Kind.DIRECTIVE_DEFINITION);
    expect(declared.map(print)).toEqual(['directive @oneOf on INPUT_OBJECT']);
  });

  it('has all of the schema but subscriptions and what they alone lead to', () => {
    const namesOf = (text: string) =>
      parse(text).definitions.flatMap((node) => ('name' in node ? [node.name?.value ?? ''] : []));
    const own = new Set(namesOf(printed));
    const whole = namesOf(printGatewaySchema(readSdl(new URL('../../schema', import.meta.url).pathname)));
    const absent = whole.filter((name) => !own.has(name) && !/(Filter|^[a-z].*)$/.test(name));
    expect(absent.filter((name) => !/^(RunUsage|ProjectRunStats|BuildDigests)/.test(name))).toEqual([
      'DocsAnswerEvent',
      'OdooChange',
      'OdooChangeConnection',
      'OdooChangeEdge',
      'OdooChangeKind',
      'OdooChangeOrder',
      'OdooChangeOrderField',
      'OdooChanged',
      'PageChange',
      'RunChange',
      'Subscription',
    ]);
    // Nothing lists what a run has used, or the counts of projects.
    expect(['RunUsage', 'ProjectRunStats'].filter((name) => !own.has(name))).toEqual([]);
    expect([...own].filter((name) => name.startsWith('_'))).toEqual([]);
  });

  it('is explained by --help, and takes nothing else', async () => {
    expect((await runHere(['schema', '--help'], { cwd: '/' })).stdout).toContain('--federation');
    expect((await runHere(['schema', '--federated'], { cwd: '/' })).code).toBe(2);
  });
});

describe('_service', () => {
  it('answers the same SDL, for whom the schema is shown', async () => {
    const { data, errors } = await gateway.execute(SERVICE);
    expect(errors).toBeUndefined();
    expect(`${String(pick(data, '_service.sdl')).trimEnd()}\n`).toBe(printed);
    expect(gateway.calls).toEqual([]);
    await using hidden = await createTestGateway({ federation: true, beside: gateway });
    await using signedIn = await createTestGateway({ federation: true, introspection: 'signed-in', beside: gateway });
    const refused = [await hidden.execute(SERVICE, { as: 'service' }), await signedIn.execute(SERVICE)];
    for (const answer of refused) {
      expect(answer.data).toBeUndefined();
      expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      expect(answer.text).not.toContain('@key');
    }
    expect((await signedIn.execute(SERVICE, { as: 'service' })).errors).toBeUndefined();
  });

  it('is asked for once an operation, as the schema is', async () => {
    for (const text of [
      '{ _service { sdl } b: _service { sdl } }',
      '{ _service { a: sdl } }',
      '{ _service { sdl } __schema { description } }',
    ]) {
      const { errors } = await gateway.execute(text);
      expect(errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED', limit: 'introspection' } }]);
    }
  });

  it('is open to everybody by the doctrine, as entities are, each by the rule of its type', async () => {
    for (const field of ['_service', '_entities']) {
      const { data } = await gateway.execute(`{ explainPermission(coordinate: "Query.${field}") { allowed reason } }`);
      expect(data).toEqual({ explainPermission: { allowed: true, reason: 'Anybody may ask it' } });
    }
  });
});

describe('one directive', () => {
  it('adds an entity', async () => {
    using paths = copyPaths(() => {}, 'extend type Country @key(fields: "id")');
    await using one = await createTestGateway({ federation: true, paths, beside: gateway });
    const query =
      '{ _entities(representations: [{ __typename: "Country", id: "170" }]) { ... on Country { id code } } }';
    const { data, errors } = await one.execute(query, { as: 'ana' });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ _entities: [{ id: '170', code: expect.any(String) }] });
  });

  it.each([
    ['on a type without an id of its own', 'extend type Breadcrumb @key(fields: "id")', 'Breadcrumb is no entity'],
    ['on a type that is stored nowhere', 'extend type Viewer @key(fields: "id")', 'Viewer is no entity'],
    ['of another field', 'extend type Country @key(fields: "code")', 'Country: the key of an entity is its id'],
    [
      'that no router may resolve',
      'extend type Country @key(fields: "id", resolvable: false)',
      'Country: the key of an entity',
    ],
    ['without fields', 'extend type Country @key', 'Country: the key of an entity'],
    ['that is misspelt', 'extend type Country @keys(fields: "id")', 'Unknown directive "@keys"'],
  ])('%s stops the start', (_what, sdl, says) => {
    expect(() => buildSchema(sdl)).toThrow(says);
  });
});
