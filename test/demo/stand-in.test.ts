import { afterAll, beforeAll, expect, it } from 'vitest';
import { readDemoExternalIds, resolveExternalIds } from '../../src/demo/external-ids.ts';
import { createStandInOdoo, type RunningStandIn } from '../../src/demo/odoo/stand-in.ts';
import { createJson2Call } from '../../src/demo/record/call.ts';

let odoo: RunningStandIn;
beforeAll(async () => {
  odoo = await createStandInOdoo().listen();
});
afterAll(() => odoo.close());

const post = (path: string, headers: Record<string, string> = {}, body = '{}') =>
  fetch(`${odoo.url}${path}`, { method: 'POST', headers, body });

it('answers its first question within 300 ms of its making', async () => {
  const start = performance.now();
  const fresh = await createStandInOdoo().listen();
  const count = await createJson2Call(fresh)('account.move', 'search_count', { domain: [['state', '=', 'posted']] });
  expect(performance.now() - start).toBeLessThan(300);
  expect(count).toBeGreaterThan(100);
  await fresh.close();
});

it('tells its version without a key', async () => {
  const response = await fetch(`${odoo.url}/web/version`);
  expect(await response.json()).toEqual({ version_info: [19, 0, 0, 'final', 0, ''], version: '19.0' });
});

it.each([
  [{}, 'User not authenticated, use an API Key with a Bearer Authorization header.'],
  [{ authorization: 'bearer wrong' }, 'Invalid apikey'],
])('refuses %o', async (headers, message) => {
  const response = await post('/json/2/res.partner/search_read', headers);
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({
    name: 'werkzeug.exceptions.Unauthorized',
    message,
    arguments: [message, 401],
  });
});

it.each(['create', 'write', 'unlink', 'web_save'])('refuses %s with a traceback in debug', async (method) => {
  const response = await post(`/json/2/res.partner/${method}`, { authorization: `bearer ${odoo.apiKey}` });
  expect(response.status).toBe(403);
  const body = (await response.json()) as { name: string; debug: string };
  expect(body.name).toBe('odoo.exceptions.AccessError');
  expect(body.debug).toMatch(/^Traceback \(most recent call last\):/);
});

it('answers a body that is no JSON with 400', async () => {
  const response = await post('/json/2/res.partner/search_read', { authorization: `bearer ${odoo.apiKey}` }, '{bad');
  expect(response.status).toBe(400);
});

it('resolves external ids over the wire to what the recording says', async () => {
  const names = [
    'tripoint_demo.partner_mabuhay_hardware',
    'tripoint_demo.invoice_2026_001',
    'tripoint_demo.project_cold_chain',
  ];
  const found = await resolveExternalIds(createJson2Call(odoo), [...names, 'tripoint_demo.nobody']);
  const recorded = readDemoExternalIds();
  expect([...found].sort()).toEqual(names.map((name) => [name, recorded.get(name)?.id]).sort());
});

it('answers each key as its own user, and takes one that was removed no more', async () => {
  const ask = (key: string, path: string, body = '{}') => post(path, { authorization: `bearer ${key}` }, body);
  const whoIs = async (key: string) => (await ask(key, '/json/2/res.users/context_get')).json();
  odoo.keys.remove('demo-liza');
  odoo.keys.add({ apiKey: 'liza', userId: 11, expiresAt: '2199-01-31 00:00:00' });
  expect(await whoIs('demo-maria')).toEqual({ lang: 'en_US', tz: 'Asia/Manila', uid: 9 });
  expect(await whoIs('liza')).toMatchObject({ uid: 11 });
  const keys = await ask('liza', '/json/2/res.users.apikeys/search_read', '{"domain":[["user_id","=",11]]}');
  expect(await keys.json()).toMatchObject([{ scope: 'rpc', expiration_date: '2199-01-31 00:00:00' }]);
  expect((await ask('liza', '/json/2/res.users.apikeys/generate', '{"key":"liza"}')).status).toBe(404);
  odoo.keys.remove('liza');
  expect((await ask('liza', '/json/2/res.users/context_get')).status).toBe(401);
});

it('shows each user what its groups, its companies and the record rules let it see, and takes no key that has expired', async () => {
  const call = (key: string, model: string, method: string, args: object) =>
    post(`/json/2/${model}/${method}`, { authorization: `bearer ${key}` }, JSON.stringify(args));
  const count = async (key: string, model: string) =>
    (await call(key, model, 'search_count', { domain: [] })).json() as Promise<unknown>;
  expect((await call('demo-paolo', 'account.move', 'search_count', { domain: [] })).status).toBe(403);
  expect(await count('demo-maria', 'account.move')).toBeGreaterThan(100);
  expect(await count('demo-jasmine', 'account.move')).toBe(0);
  expect(await count('demo-paolo', 'account.analytic.line')).toBeLessThan(
    Number(await count('demo-maria', 'account.analytic.line')),
  );
  const cost = { domain: [], fields: ['hourly_cost'], limit: 1 };
  expect((await call('demo-paolo', 'hr.employee', 'search_read', cost)).status).toBe(403);
  expect((await call('demo-maria', 'hr.employee', 'search_read', cost)).status).toBe(200);
  const own = await call('demo-jasmine', 'res.users', 'read', { ids: [13], fields: ['company_ids'] });
  expect(await own.json()).toEqual([{ id: 13, company_ids: [99] }]);
  expect((await call('demo-noel', 'res.users', 'context_get', {})).status).toBe(401);
});
