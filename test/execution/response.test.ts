/** The bytes of an answer reach the HTTP adapter as they are: the untyped corner of Apollo Server that we lean on. */
import { HeaderMap } from '@apollo/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BodyParts, RenderedData, renderData, stringifyResult } from '../../src/execution/response.ts';
import { RawJson } from '../../src/sdl/raw-json.ts';
import { createTestGateway, type TestGateway, testToken } from '../support/gateway.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway({ stage: 'development' });
});

afterAll(() => gateway[Symbol.asyncDispose]());

/** The body as the server hands it to its adapter. */
async function bodyOf(query: string): Promise<unknown> {
  const answer = await gateway.server.handle({
    method: 'POST',
    headers: new HeaderMap([
      ['content-type', 'application/json'],
      ['authorization', `Bearer ${await testToken('service')}`],
    ]),
    search: '',
    body: { query },
    signal: new AbortController().signal,
  });
  return answer.body.kind === 'complete' ? answer.body.string : null;
}

describe('the answer', () => {
  it('of the passthrough lane is the bytes of Postgres up to the HTTP adapter', async () => {
    const body = await bodyOf('{ spaces { nodes { name } } }');
    expect(body).toBeInstanceOf(BodyParts);
    expect((body as BodyParts).byteLength).toBe(Buffer.byteLength(String(body)));
    expect(JSON.parse(String(body))).toMatchObject({
      data: { spaces: { nodes: expect.any(Array) } },
      extensions: { tripoint: { calls: [{ surface: 'work', what: 'select work.spaces' }] } },
    });
  });

  it('of the ordinary lane is text', async () => {
    expect(typeof (await bodyOf('{ viewer { kind } }'))).toBe('string');
  });
});

describe('stringifyResult', () => {
  it('splices rendered data between errors and extensions, as JSON.stringify would order them', () => {
    const data = renderData([
      ['a', { bytes: Buffer.from('"x":1.0'), around: ['{', '}'] }],
      ['b', { bytes: Buffer.from('null'), around: ['', ''] }],
    ]);
    const whole = { errors: [{ message: 'no "b"' }], data, extensions: { n: 1 } };
    expect(String(stringifyResult(whole))).toBe(
      '{"errors":[{"message":"no \\"b\\""}],"data":{"a":{"x":1.0},"b":null},"extensions":{"n":1}}\n',
    );
  });

  it('renders no entries as an empty object', () => {
    expect(String(stringifyResult({ data: renderData([]) }))).toBe('{"data":{}}\n');
  });

  it('writes stored JSON of the ordinary lane as it stands, beside text that looks like a placeholder', () => {
    const data = { a: new RawJson('{"n": 1.0}'), b: '\uE000x:0', c: [new RawJson('"\uE000"')] };
    expect(stringifyResult({ data })).toBe('{"data":{"a":{"n": 1.0},"b":"\uE000x:0","c":["\uE000"]}}\n');
  });

  it('gives a transport that wants objects the parsed data', () => {
    const data = new RenderedData([Buffer.from('{"a":'), Buffer.from('[1]'), Buffer.from('}')]);
    expect(JSON.parse(JSON.stringify({ data, raw: new RawJson('[1.0]') }))).toEqual({ data: { a: [1] }, raw: [1] });
  });
});
