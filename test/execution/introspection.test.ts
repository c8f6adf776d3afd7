/** The schema itself: once an operation, no more than the whole of it, and only for whom it is shown. */
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';

const WHOLE = getIntrospectionQuery({
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
});

let base: TestGateway;

beforeAll(async () => {
  base = await createTestGateway({ stage: 'development' });
});

afterAll(() => base[Symbol.asyncDispose]());

describe('introspection', () => {
  it('answers the standard query of every tool in development', async () => {
    const { data, errors } = await base.execute(WHOLE);
    expect(errors).toBeUndefined();
    expect(pick(data, '__schema.queryType.name')).toBe('Query');
    const one =
      '{ __type(name: "Partner") { name fields { name args { name type { name } } type { kind ofType { name } } } } viewer { kind } }';
    expect((await base.execute(one)).errors).toBeUndefined();
    expect((await base.execute('{ __schema { types { name possibleTypes { name } } } }')).errors).toBeUndefined();
  });

  it.each([
    ['twice', '{ __schema { queryType { name } } again: __schema { queryType { name } } }'],
    ['of two types', '{ a: __type(name: "Run") { name } b: __type(name: "Page") { name } }'],
    [
      'in a fragment besides',
      '{ __typename __type(name: "Run") { name } ...More } fragment More on Query { ... on Query { s: __schema { queryType { name } } } }',
    ],
    ['by aliases below', '{ __schema { types { a: description b: description } } }'],
    ['by lists of aliases', '{ __schema { a: types { name } types { kind } } }'],
    ['by fields of the types of fields', '{ __schema { types { fields { type { fields { name } } } } } }'],
    ['by what leads to types again', '{ __type(name: "Run") { fields { args { type { inputFields { name } } } } } }'],
  ])('is refused %s', async (_how, query) => {
    const { data, errors } = await base.execute(query);
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED', limit: 'introspection' } }]);
  });

  it('is off in production, and __typename stays', async () => {
    await using gateway = await createTestGateway({ beside: base });
    for (const as of [null, 'ana', 'service']) {
      const { data, errors } = await gateway.execute('{ __schema { queryType { name } } viewer { kind } }', { as });
      expect(data).toBeUndefined();
      expect(errors).toMatchObject([
        { message: expect.stringContaining('INTROSPECTION'), extensions: { code: 'FORBIDDEN' } },
      ]);
    }
    expect((await gateway.execute('{ __typename viewer { __typename } }')).errors).toBeUndefined();
  });

  it('is for those who are signed in where INTROSPECTION says so', async () => {
    await using gateway = await createTestGateway({ beside: base, introspection: 'signed-in' });
    const query = '{ __type(name: "Run") { name } }';
    expect(await gateway.execute(query)).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    expect(await gateway.execute(query, { as: 'ben' })).toMatchObject({ data: { __type: { name: 'Run' } } });
  });
});
