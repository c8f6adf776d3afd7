/** How large an operation may be: each limit by itself, at every door, enforced or measured. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GraphQLInterfaceType, getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { createMetrics } from '../../src/http/metrics.ts';
import { OPERATION_LIMITS, type OperationLimits } from '../../src/limits.ts';
import { packagePaths } from '../../src/paths.ts';
import type { OperationEnd } from '../../src/report.ts';
import { createTestGateway, type TestGateway, testToken } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';
import { DOORS, errorsOf, subscribe } from '../support/live.ts';

let base: TestGateway;

beforeAll(async () => {
  base = await createTestGateway();
});

afterAll(() => base[Symbol.asyncDispose]());

const many = (count: number, write: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => write(n)).join(' ');

/** A limit, the setting that holds it, and an operation of which it allows no less. */
const LIMITS: readonly [string, keyof OperationLimits, number, string][] = [
  ['OPERATION_MAX_COST', 'maxCost', 20, '{ runs(first: 10) { nodes { id } } pages(first: 11) { nodes { id } } }'],
  ['OPERATION_MAX_ROWS', 'maxRows', 20, '{ runs(first: 21) { nodes { id } } }'],
  ['OPERATION_MAX_TOKENS', 'maxTokens', 100, `{ runs { nodes { id ${many(50, (n) => `a${n}: id`)} } } }`],
  [
    'OPERATION_MAX_DEFINITIONS',
    'maxDefinitions',
    2,
    '{ runs { nodes { ...A } ...B } } fragment A on Run { id } fragment B on RunConnection { totalCount }',
  ],
  [
    'OPERATION_MAX_FIELDS',
    'maxFields',
    5,
    '{ runs { nodes { ...A } ...B } } fragment A on Run { id kind } fragment B on RunConnection { nodes { ...A } }',
  ],
  ['OPERATION_MAX_DEPTH', 'maxDepth', 4, '{ runs { nodes { events { nodes { seq } } } } }'],
  ['OPERATION_MAX_REPEATS', 'maxRepeats', 3, '{ runs { nodes { id id id id } } }'],
  ['OPERATION_MAX_ROOT_FIELDS', 'maxRootFields', 3, `{ ${many(4, (n) => `a${n}: __typename`)} }`],
  [
    'OPERATION_MAX_ALIASES',
    'maxAliases',
    2,
    '{ a: runs { totalCount } b: runs { totalCount } spaces { totalCount } c: runs { totalCount } }',
  ],
  [
    'OPERATION_MAX_DIRECTIVES',
    'maxDirectives',
    2,
    '{ runs @skip(if: false) { nodes @include(if: true) { id @skip(if: false) } } }',
  ],
  [
    'OPERATION_MAX_VARIABLES',
    'maxVariables',
    1,
    'query ($a: Int, $b: Int) { runs(first: $a) { totalCount } pages(first: $b) { totalCount } }',
  ],
  [
    'OPERATION_MAX_CONDITIONS',
    'maxConditions',
    2,
    '{ runs(filter: { kind: { eq: "a" }, agent: { ne: "b" }, id: { isNull: false } }) { totalCount } }',
  ],
  [
    'OPERATION_MAX_LIST_VALUES',
    'maxListValues',
    2,
    '{ runs(filter: { kind: { in: ["a", "b", "c"] } }) { totalCount } }',
  ],
];

describe('an operation that is larger than a limit', () => {
  it.each(LIMITS)('%s: is refused before anything is asked, and told the numbers', async (limit, name, most, query) => {
    await using small = await createTestGateway({ beside: base, limits: { [name]: most } });
    const answer = await small.execute(query, { as: 'service' });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED', limit, most } }]);
    expect(Number(answer.errors?.[0]?.extensions.asked)).toBeGreaterThan(most);
    expect(answer.errors?.[0]?.message).toContain(`(${limit})`);
    expect(small.calls).toEqual([]);
    expect((await base.execute(query, { as: 'service' })).errors).toBeUndefined();
  });

  it('is counted also where it is refused before it is validated', async () => {
    const ends: OperationEnd[] = [];
    const limits = { maxTokens: 100, maxDepth: 4 };
    await using small = await createTestGateway({ beside: base, limits, observe: (end) => ends.push(end) });
    await small.execute(`{ runs { nodes { ${many(99, (n) => `a${n}: id`)} } } }`);
    await small.execute('{ runs { nodes { events { nodes { seq } } } } }');
    expect(ends).toMatchObject([{ exceeded: ['OPERATION_MAX_TOKENS'] }, { exceeded: ['OPERATION_MAX_DEPTH'] }]);
  });

  it.each(LIMITS)(
    '%s: passes where limits are measured, and is counted and logged',
    async (limit, name, most, query) => {
      const ends: OperationEnd[] = [];
      const limits = { mode: 'measure' as const, [name]: most };
      await using measured = await createTestGateway({ beside: base, limits, observe: (end) => ends.push(end) });
      const answer = await measured.execute(query, { as: 'service' });
      expect(answer.errors).toBeUndefined();
      expect(ends).toMatchObject([{ exceeded: [limit] }]);
      expect(measured.logged.join('')).toContain(`"limit":"${limit}","most":${most}`);
      const metrics = createMetrics();
      for (const end of ends) metrics.operation(end);
      expect((await metrics.page()).text).toContain(`tripoint_limits_exceeded_total{limit="${limit}"} 1`);
    },
  );

  it('is refused the same over POST, GET, WebSocket and event stream', async () => {
    await using small = await createTestGateway({ beside: base, limits: { maxCost: 20 } });
    await using http = await serve(small);
    const query = '{ runs(first: 21) { nodes { id } } }';
    const refusal = { code: 'LIMIT_EXCEEDED', limit: 'OPERATION_MAX_COST', most: 20, asked: 21 };
    const headers = { authorization: `Bearer ${await testToken('service')}`, 'content-type': 'application/json' };
    const post = await fetch(`${http.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
    const get = await fetch(`${http.url}/graphql?${new URLSearchParams({ query })}`, { headers });
    for (const response of [post, get])
      expect(await response.json()).toMatchObject({ errors: [{ extensions: refusal }] });
    for (const door of DOORS) {
      const asked = await subscribe(http.url, door, query, { as: 'service' });
      expect(await asked.rest().catch(errorsOf)).toMatchObject([{ errors: [{ extensions: refusal }] }]);
      // Each read brings a hundred.
      const followed = await subscribe(http.url, door, 'subscription { runs { run { id } } }', { as: 'service' });
      const extensions = { ...refusal, asked: 101 };
      expect(await followed.rest().catch(errorsOf)).toMatchObject([{ errors: [{ extensions }] }]);
    }
    expect(small.calls).toEqual([]);
  });

  it('of the schema itself is within every limit, as GraphiQL asks for it', async () => {
    await using gateway = await createTestGateway({ beside: base, introspection: 'on' });
    const query = getIntrospectionQuery({
      descriptions: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    });
    expect((await gateway.execute(query)).errors).toBeUndefined();
  });

  it('is none that asks each type for the same field once, below a fragment of each', async () => {
    const types = base.server.made.schema.getPossibleTypes(
      base.server.made.schema.getType('Node') as GraphQLInterfaceType,
    );
    expect(types.length).toBeGreaterThan(50);
    const query = `{ nodes(ids: []) { ${types.map(({ name }) => `... on ${name} { id nodeId }`).join(' ')} } }`;
    expect((await base.execute(query, { as: 'service' })).errors).toBeUndefined();
    const spread = `{ ${'pages { nodes { ...F } } '.repeat(40)} } fragment F on Page { id id }`;
    expect((await base.execute(spread, { as: 'service' })).errors).toBeUndefined();
  });

  it('is none of those that our consumers ask', async () => {
    const folder = packagePaths().operations;
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.graphql'),
    );
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const text = readFileSync(join(folder, file), 'utf8');
      const given = join(import.meta.dirname, '../contracts', file.replace(/\.graphql$/, '.variables.json'));
      const variables = existsSync(given) ? JSON.parse(readFileSync(given, 'utf8')) : {};
      const { errors = [] } = await base.execute(text, { as: 'service', variables });
      expect([file, errors.filter(({ extensions }) => extensions.limit)]).toEqual([file, []]);
    }
  });
});

describe('the body of a request', () => {
  it('is refused where it is larger than REQUEST_MAX_BYTES, with both numbers', async () => {
    await using http = await serve(base, { maxRequestBytes: 2_000 });
    const body = JSON.stringify({ query: '{ __typename }', variables: { x: 'x'.repeat(3_000) } });
    const response = await fetch(`${http.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(response.status).toBe(413);
    const details = { limit: 'REQUEST_MAX_BYTES', most: 2_000, asked: body.length };
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'LIMIT_EXCEEDED', ...details } }] });
  });
});

describe('the settings', () => {
  const read = (env: Record<string, string>) => readConfig(env, () => 'x'.repeat(32));

  it('are as the gateway has them where none is given', () => {
    expect(read({}).operation).toEqual(OPERATION_LIMITS);
  });

  it('are read from the environment, each within its bounds', () => {
    const { operation } = read({ LIMITS: 'measure', OPERATION_MAX_COST: '7', OPERATION_MAX_DEPTH: '9' });
    expect(operation).toMatchObject({ mode: 'measure', maxCost: 7, maxDepth: 9 });
    expect(() => read({ LIMITS: 'off' })).toThrow('LIMITS must be enforce or measure');
    expect(() => read({ OPERATION_MAX_CONDITIONS: '501' })).toThrow('OPERATION_MAX_CONDITIONS');
  });
});
