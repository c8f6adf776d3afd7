/** The operation of the foundation issue: its answer to two viewers, and what it costs. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, pick, type TestGateway } from './support/gateway.ts';
import { OVERVIEW } from './support/overview.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway({ stage: 'development' });
});

afterAll(() => gateway[Symbol.asyncDispose]());

const odooCalls = (calls: readonly string[]) =>
  calls.flatMap((call) => (call.startsWith('odoo:') ? [call.split(' ').slice(0, 3).join(' ')] : [])).sort();
const statements = (calls: readonly string[]) => calls.filter((call) => call.startsWith('postgres:'));

describe('Overview', () => {
  it('answers the service viewer on all three surfaces without an error', async () => {
    const { status, data, errors } = await gateway.execute(OVERVIEW, { as: 'service' });
    expect(status).toBe(200);
    expect(errors).toBeUndefined();
    expect(pick(data, 'moves.nodes')).toHaveLength(5);
    expect(pick(data, 'moves.totalCount')).toBeGreaterThan(5);
    expect(pick(data, 'moves.nodes.0.moveType')).toBe('OUT_INVOICE');
    expect(pick(data, 'projects.nodes')).toHaveLength(3);
    expect(pick(data, 'runs.nodes.0.events.nodes')).not.toHaveLength(0);
    expect(pick(data, 'spaces.nodes')).toHaveLength(3);
    expect(JSON.stringify(pick(data, 'spaces'))).toMatch(/"partner":\{"name":"[^"]+"\}/);
  });

  it('costs one Odoo call for moves, one for projects, one for all partners of all pages, and one statement each for runs and spaces', async () => {
    await gateway.execute(OVERVIEW, { as: 'service' });
    expect(odooCalls(gateway.calls)).toEqual([
      'odoo: account.move web_search_read',
      'odoo: project.project web_search_read',
      'odoo: res.partner web_search_read',
    ]);
    expect(statements(gateway.calls)).toHaveLength(2);
    expect(statements(gateway.calls).filter((text) => text.includes('from ops.runs'))).toHaveLength(1);
    expect(statements(gateway.calls).filter((text) => text.includes('from work.spaces'))).toHaveLength(1);
  });

  it('costs as many calls for many times the rows', async () => {
    const small = await gateway.execute(OVERVIEW, { as: 'service' });
    const calls = [odooCalls(gateway.calls), statements(gateway.calls).length];
    const large = await gateway.execute(OVERVIEW.replaceAll(/(first|last): \d+/g, '$1: 35'), { as: 'service' });
    expect(small.errors ?? large.errors).toBeUndefined();
    expect(large.text.length).toBeGreaterThan(4 * small.text.length);
    expect([odooCalls(gateway.calls), statements(gateway.calls).length]).toEqual(calls);
  });

  it('asks for the partners of all pages by their ids, each once', async () => {
    await gateway.execute(OVERVIEW, { as: 'service' });
    const call = gateway.calls.find((line) => line.startsWith('odoo: res.partner')) ?? '';
    const [, ids = ''] = /\["id","in",\[([\d,]+)\]\]/.exec(call) ?? [];
    expect(ids.split(',').length).toBeGreaterThan(1);
    expect(new Set(ids.split(',')).size).toBe(ids.split(',').length);
  });

  it('answers ana with runs null and FORBIDDEN at its path, and the rest in full', async () => {
    const { status, data, errors } = await gateway.execute(OVERVIEW, { as: 'ana' });
    expect(status).toBe(200);
    expect(pick(data, 'runs')).toBeNull();
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([[['runs'], 'FORBIDDEN']]);
    expect(pick(data, 'moves.nodes')).toHaveLength(5);
    expect(pick(data, 'projects.nodes')).toHaveLength(3);
    expect((pick(data, 'spaces.nodes') as { name: string }[]).map(({ name }) => name)).toEqual(['Finance', 'Projects']);
    expect(gateway.calls.some((call) => call.includes('ops.runs'))).toBe(false);
  });

  it('says in development which upstream calls it took', async () => {
    const { extensions } = await gateway.execute(OVERVIEW, { as: 'service' });
    const calls = pick(extensions, 'tripoint.calls') as { surface: string; what: string; ms: number; rows: number }[];
    expect(calls.map(({ surface, what }) => `${surface}: ${what}`).sort()).toEqual([
      'odoo: account.move web_search_read',
      'odoo: project.project web_search_read',
      'odoo: res.partner web_search_read',
      'ops: select ops.runs',
      'work: select work.spaces',
    ]);
    expect(calls.every(({ ms }) => typeof ms === 'number')).toBe(true);
    expect(calls.find(({ what }) => what.startsWith('account.move'))?.rows).toBe(5);
  });

  it('says nothing of upstream calls in production', async () => {
    await using production = await createTestGateway({ stage: 'production', beside: gateway });
    const { extensions, text } = await production.execute(OVERVIEW, { as: 'service' });
    expect(extensions).toBeUndefined();
    expect(text).not.toContain('"extensions"');
  });
});

describe('lookups by id', () => {
  it.each([
    ['partner', 'partners', 'name'],
    ['move', 'moves', 'name'],
    ['project', 'projects', 'name'],
    ['run', 'runs', 'agent'],
    ['page', 'pages', 'title'],
    ['space', 'spaces', 'name'],
  ])('%s(id:) answers the record that %s lists', async (one, list, field) => {
    const listed = await gateway.execute(`{ ${list}(first: 1) { nodes { id ${field} } } }`, { as: 'service' });
    const record = pick(listed.data, `${list}.nodes.0`);
    const found = await gateway.execute(`query($id: ID!) { ${one}(id: $id) { id ${field} } }`, {
      as: 'service',
      variables: { id: pick(record, 'id') },
    });
    expect(found.errors).toBeUndefined();
    expect(pick(found.data, one)).toEqual(record);
    expect(gateway.calls).toHaveLength(1);
  });

  it.each([
    ['partner', '2147483000'],
    ['move', '2147483000'],
    ['project', '2147483000'],
    ['run', '00000000-0000-4000-8000-000000000000'],
    ['page', '00000000-0000-4000-8000-000000000000'],
    ['space', '00000000-0000-4000-8000-000000000000'],
  ])('%s(id:) is null without an error where there is no such record', async (one, id) => {
    const { data, errors } = await gateway.execute(`{ ${one}(id: "${id}") { id } }`, { as: 'service' });
    expect(errors).toBeUndefined();
    expect(data).toEqual({ [one]: null });
  });
});
