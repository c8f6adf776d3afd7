/** GraphQL over HTTP: every audit of graphql-http, in development and in production. */
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, type TestGateway, testToken } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';

const AUDITS = 61;

let base: TestGateway;

beforeAll(async () => {
  base = await createTestGateway();
});

afterAll(() => base[Symbol.asyncDispose]());

/** The audits' own requests, with the headers that the gateway wants of a browser. */
async function audit(gateway: TestGateway, given: Record<string, string>): Promise<string[]> {
  await using http = await serve(gateway);
  const fetchFn: typeof fetch = (input, init) =>
    fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), ...given } });
  const audits = serverAudits({ url: `${http.url}/graphql`, fetchFn });
  expect(audits).toHaveLength(AUDITS);
  const failed: string[] = [];
  for (const { id, name, fn } of audits) {
    const result = await fn();
    if (result.status !== 'ok') failed.push(`${id} ${name}: ${result.reason}`);
  }
  return failed;
}

describe('the audits of graphql-http', () => {
  it('find nothing in development', async () => {
    await using gateway = await createTestGateway({ beside: base, stage: 'development' });
    expect(await audit(gateway, { 'apollo-require-preflight': '1' })).toEqual([]);
    expect(gateway.calls).toEqual([]);
  });

  it('find nothing in production, asked by who may see the schema', async () => {
    await using gateway = await createTestGateway({ beside: base, introspection: 'signed-in' });
    expect(await audit(gateway, { authorization: `Bearer ${await testToken('ana')}` })).toEqual([]);
    expect(gateway.calls).toEqual([]);
  });

  it('are about the status: 200 for who takes application/json alone, 400 for all others', async () => {
    await using http = await serve(base);
    const ask = async (query: string, accept?: string) => {
      const headers = { 'content-type': 'application/json', ...(accept && { accept }) };
      const body = JSON.stringify({ query });
      return (await fetch(`${http.url}/graphql`, { method: 'POST', headers, body })).status;
    };
    for (const query of ['{', '{ nothing }', 'query ($id: ID!) { run(id: $id) { id } }']) {
      expect([query, await ask(query, 'application/json')]).toEqual([query, 200]);
      for (const accept of [undefined, '*/*', 'application/graphql-response+json, application/json;q=0.9'])
        expect([query, accept, await ask(query, accept)]).toEqual([query, accept, 400]);
    }
  });
});
