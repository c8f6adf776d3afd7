/** `/healthz` says that the process lives, `/readyz` which surfaces it can serve. */
import { describe, expect, it } from 'vitest';
import { GatewayError } from '../../src/errors.ts';
import type { OdooCall } from '../../src/odoo/call.ts';
import { createTestGateway, type TestGateway, type TestGatewayOptions } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';

const refuses: OdooCall = async () => {
  throw new GatewayError('UPSTREAM_UNAVAILABLE', 'Odoo is not available', {
    cause: new Error('a secret of the inside'),
  });
};
const hangs: OdooCall = () => new Promise(() => {});

async function get(gateway: TestGateway, path: string) {
  await using http = await serve(gateway);
  const response = await fetch(http.url + path);
  return { status: response.status, body: (await response.json()) as unknown };
}

describe('/readyz', () => {
  const off = { odoo: 'not configured', ops: 'not configured', work: 'not configured' };

  it.each<[string, TestGatewayOptions, number, object]>([
    ['everything is up', {}, 200, { ready: true, surfaces: { odoo: 'up', ops: 'up', work: 'up' } }],
    ['Odoo is down', { odoo: refuses }, 200, { ready: true, surfaces: { odoo: 'down', ops: 'up', work: 'up' } }],
    ['Odoo says nothing', { odoo: hangs }, 200, { ready: true, surfaces: { odoo: 'down', ops: 'up', work: 'up' } }],
    ['Postgres is not configured', { postgres: null }, 200, { ready: true, surfaces: { ...off, odoo: 'up' } }],
    ['none can serve', { odoo: refuses, postgres: null }, 503, { ready: false, surfaces: { ...off, odoo: 'down' } }],
    ['nothing is configured', { odoo: null, postgres: null }, 503, { ready: false, surfaces: off }],
  ])('when %s', async (_name, options, status, body) => {
    await using gateway = await createTestGateway(options);
    expect(await get(gateway, '/readyz')).toMatchObject({ status, body });
  });

  it('asks each upstream once for many probes of one second', async () => {
    let asked = 0;
    const odoo: OdooCall = async () => {
      asked += 1;
      return {};
    };
    await using gateway = await createTestGateway({ odoo });
    await using http = await serve(gateway);
    const answers = await Promise.all(Array.from({ length: 20 }, () => fetch(`${http.url}/readyz`)));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(asked).toBe(1);
  });
});

describe('a gateway that is told to stop', () => {
  it('is not ready any more, and answers whoever comes still, until its notice is over', async () => {
    await using gateway = await createTestGateway();
    const http = await serve(gateway, { noticeMs: 1_000 });
    const before = await fetch(`${http.url}/readyz`);
    expect({ status: before.status, connection: before.headers.get('connection') }).toEqual({
      status: 200,
      connection: 'keep-alive',
    });
    await before.text();
    const stopped = http[Symbol.asyncDispose]();
    const ready = await fetch(`${http.url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ ready: false, stopping: true, surfaces: { ops: 'up' } });
    const answer = await fetch(`${http.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    });
    expect({ status: answer.status, connection: answer.headers.get('connection') }).toEqual({
      status: 200,
      connection: 'close',
    });
    await answer.text();
    await stopped;
    await expect(fetch(`${http.url}/readyz`)).rejects.toThrow('fetch failed');
  });
});

describe('/healthz', () => {
  it('is 200 whatever the upstreams do, and asks none', async () => {
    await using gateway = await createTestGateway({ odoo: refuses, postgres: null });
    expect(await get(gateway, '/healthz')).toEqual({ status: 200, body: { status: 'ok' } });
    expect(gateway.calls).toEqual([]);
  });
});
