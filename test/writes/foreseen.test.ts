/** A dry run of `requestOdooWrite`: what would be another in Odoo, and what only Odoo could say. Odoo is asked to read. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';

const REQUEST = `mutation ($input: RequestOdooWriteInput!, $dryRun: Boolean = true, $confirmation: String) {
  requestOdooWrite(input: $input, dryRun: $dryRun, confirmation: $confirmation) {
    run { id } diff { path before after } unknown confirmation userErrors { code message path }
  }
}`;

let gateway: TestGateway;
let partner: { readonly id: string; readonly name: string; readonly phone: string | null };

beforeAll(async () => {
  gateway = await createTestGateway();
  const { data } = await gateway.execute('{ partners(first: 1) { nodes { id name phone } } }', { as: 'service' });
  partner = pick(data, 'partners.nodes.0') as typeof partner;
});

afterAll(() => gateway[Symbol.asyncDispose]());

async function foresee(input: object, more: object = {}, as = 'service') {
  const variables = { input: { model: 'res.partner', method: 'write', idempotencyKey: 'foreseen', ...input }, ...more };
  const { data, errors } = await gateway.execute(REQUEST, { as, variables });
  return { ...(pick(data, 'requestOdooWrite') as Record<string, unknown>), code: errors?.[0]?.extensions.code };
}

const ofOdoo = (told: object) =>
  (pick(told, 'diff') as { path: string }[] | null)?.filter(({ path }) => !path.startsWith('run.'));

it('tells what the record has now and would have, by reading methods alone', async () => {
  const told = await foresee({ ids: [partner.id], values: { phone: '+63 2 8555 0101', name: partner.name } });
  expect(ofOdoo(told)).toEqual([
    { path: `Partner.${partner.id}.phone`, before: partner.phone, after: '+63 2 8555 0101' },
  ]);
  const methods = gateway.calls.filter((call) => call.startsWith('odoo: ')).map((call) => call.split(' ')[2] ?? '');
  expect(methods.filter((method) => !['search_read', 'fields_get'].includes(method))).toEqual([]);
  expect(pick(told, 'unknown')).toEqual(
    expect.arrayContaining([expect.stringContaining('onchange'), expect.stringContaining('constraints')]),
  );
});

it('says what it could not see: a record that is not there, a field that the schema does not show', async () => {
  const told = await foresee({ ids: [partner.id, '99999999'], values: { comment: 'x' } });
  expect(pick(told, 'unknown')).toEqual(
    expect.arrayContaining([expect.stringContaining('Whether there is a res.partner 99999999')]),
  );
  const made = await foresee({ method: 'create', ids: null, values: { name: 'New Partner' } });
  expect(ofOdoo(made)).toEqual([{ path: 'Partner.new.name', before: null, after: 'New Partner' }]);
});

it('foresees of a method that is called once what its domain says', async () => {
  const { data } = await gateway.execute('{ moves(first: 1, filter: { state: { eq: DRAFT } }) { nodes { id } } }', {
    as: 'service',
  });
  const id = pick(data, 'moves.nodes.0.id');
  expect(id).toEqual(expect.any(String));
  const told = await foresee({ model: 'account.move', method: 'action_post', ids: [id] });
  expect(ofOdoo(told)).toEqual([{ path: `Move.${id}.state`, before: 'draft', after: 'posted' }]);
  expect(pick(told, 'unknown')).toEqual(expect.arrayContaining([expect.stringContaining('action_post')]));
});

it('refuses to empty what Odoo requires', async () => {
  const told = await foresee({ model: 'project.task', ids: ['1'], values: { name: false } });
  expect(pick(told, 'userErrors.0')).toMatchObject({ code: 'BAD_USER_INPUT', path: ['input', 'values', 'name'] });
});

it('asks a confirmation of an agent, and enqueues nothing before', async () => {
  const input = { ids: [partner.id], values: { phone: '+63 2 8555 0102' }, idempotencyKey: 'by-agent' };
  const as = 'agent:sync-odoo-agent';
  expect((await foresee(input, { dryRun: false }, as)).code).toBe('CONFIRMATION_REQUIRED');
  const { confirmation } = (await foresee(input, {}, as)) as { confirmation?: string };
  const [before] = await gateway.owner((client) => client.query('select count(*)::int as runs from ops.runs'));
  const done = await foresee(input, { dryRun: false, confirmation }, as);
  expect([pick(done, 'run.id'), done.code]).toEqual([expect.any(String), undefined]);
  expect((await foresee(input, { dryRun: false, confirmation }, as)).code).toBe('CONFIRMATION_USED');
  // The run, and the journal that its receipt stands in.
  const [after] = await gateway.owner((client) => client.query('select count(*)::int as runs from ops.runs'));
  expect(Number(after?.runs) - Number(before?.runs)).toBe(2);
});
