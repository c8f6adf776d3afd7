/** Spaces as a client meets them: made, renamed, archived and restored, by whom, and against which version. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedId } from '../../src/demo/seed/seed.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { codesOf, mutate, refuse } from '../support/work-mutate.ts';

const CARLA = 'c0c00000-0000-4000-8000-000000000003';
const NOWHERE = '00000000-0000-4000-8000-000000000000';
const FINANCE = seedId('space', 'finance');
const BOARD = seedId('space', 'board');
const SPACE = 'space { id name version archivedAt permissions { nodes { userId role } } }';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
});

afterAll(() => gateway[Symbol.asyncDispose]());

const run = (name: string, input: Record<string, unknown>, as = 'carla') =>
  mutate(gateway, as, { name, input, select: SPACE });

async function create(as = 'carla'): Promise<string> {
  const payload = await run('createSpace', { name: 'Made by a test' }, as);
  expect(payload.userErrors).toEqual([]);
  return String(pick(payload, 'space.id'));
}

describe('createSpace', () => {
  it('makes the user who asks its admin, and shows it to nobody else', async () => {
    const payload = await run('createSpace', { name: '  Payroll ' });
    expect(payload).toMatchObject({
      space: {
        name: 'Payroll',
        version: 1,
        archivedAt: null,
        permissions: { nodes: [{ userId: CARLA, role: 'ADMIN' }] },
      },
      userErrors: [],
    });
    const seen = await gateway.execute(`{ space(id: "${pick(payload, 'space.id')}") { id } }`, { as: 'ana' });
    expect(seen.data).toEqual({ space: null });
  });

  it('lets a service name the first admin, and a user nobody but itself', async () => {
    const made = await run('createSpace', { name: 'By a service', adminId: CARLA }, 'service');
    expect(pick(made, 'space.permissions.nodes')).toEqual([{ userId: CARLA, role: 'ADMIN' }]);
    expect(await run('createSpace', { name: 'For another', adminId: CARLA }, 'ana')).toMatchObject({
      space: null,
      userErrors: [{ code: 'BAD_USER_INPUT', path: ['input', 'adminId'] }],
    });
  });

  it.each(['', '   ', 'x'.repeat(201), 'a\0b'])('refuses the name %j', async (name) => {
    expect(await run('createSpace', { name })).toMatchObject({
      space: null,
      userErrors: [{ code: 'BAD_USER_INPUT', path: ['input', 'name'] }],
    });
  });

  it('answers the same space to the same key and input, and refuses the key with another input', async () => {
    const input = { name: 'Once', idempotencyKey: 'once-only' };
    const first = await run('createSpace', input);
    expect(await run('createSpace', input)).toEqual(first);
    expect(codesOf(await run('createSpace', { ...input, name: 'Twice' }))).toEqual(['IDEMPOTENCY_CONFLICT']);
    // A key belongs to its viewer.
    const other = await run('createSpace', input, 'ana');
    expect(pick(other, 'space.id')).not.toBe(pick(first, 'space.id'));
  });
});

describe('renameSpace', () => {
  it('raises the version, and refuses a version that is past', async () => {
    const spaceId = await create();
    const renamed = await run('renameSpace', { spaceId, name: 'Renamed', expectedVersion: 1 });
    expect(renamed).toMatchObject({ space: { name: 'Renamed', version: 2 }, userErrors: [] });
    expect(await run('renameSpace', { spaceId, name: 'Again', expectedVersion: 1 })).toMatchObject({
      space: null,
      userErrors: [{ code: 'CONFLICT', details: { currentVersion: 2 } }],
    });
  });

  it('is FORBIDDEN to a member who is no admin', async () => {
    const asked = { name: 'renameSpace', input: { spaceId: FINANCE, name: 'Mine' }, select: SPACE };
    expect(await refuse(gateway, 'ben', asked)).toBe('FORBIDDEN');
  });

  it('tells a stranger of a space what it tells of none', async () => {
    const hidden = await run('renameSpace', { spaceId: BOARD, name: 'Mine' }, 'ana');
    const absent = await run('renameSpace', { spaceId: NOWHERE, name: 'Mine' }, 'ana');
    expect(hidden.userErrors[0]?.code).toBe('NOT_FOUND');
    expect(JSON.stringify(hidden).replaceAll(BOARD, '…')).toBe(JSON.stringify(absent).replaceAll(NOWHERE, '…'));
  });

  it.each([null, 'agent:workspace-indexer', 'agent:workspace-ask-docs', 'agent:sync-odoo-agent'])(
    'is BOUNDARY_VIOLATION to %s',
    async (as) => {
      const asked = { name: 'renameSpace', input: { spaceId: FINANCE, name: 'Mine' }, select: 'space { id }' };
      expect(await refuse(gateway, as, asked)).toBe('BOUNDARY_VIOLATION');
    },
  );
});

describe('archiveSpace', () => {
  it('closes the space to its editors until it is restored', async () => {
    const spaceId = await create();
    const archived = await run('archiveSpace', { spaceId, expectedVersion: 1 });
    expect(archived).toMatchObject({ space: { version: 2, archivedAt: expect.any(String) }, userErrors: [] });
    const write = () =>
      mutate(gateway, 'carla', { name: 'createPage', input: { spaceId, title: 'Late' }, select: 'page { title }' });
    expect(codesOf(await write())).toEqual(['CONFLICT']);
    expect(codesOf(await run('renameSpace', { spaceId, name: 'Late' }))).toEqual(['CONFLICT']);
    expect(codesOf(await run('archiveSpace', { spaceId }))).toEqual(['CONFLICT']);
    const restored = await run('restoreSpace', { spaceId, expectedVersion: 2 });
    expect(restored).toMatchObject({ space: { version: 3, archivedAt: null }, userErrors: [] });
    expect(await write()).toMatchObject({ page: { title: 'Late' }, userErrors: [] });
  });

  it('leaves the space in lists, from which a filter takes it', async () => {
    const spaceId = await create();
    await run('archiveSpace', { spaceId });
    const list = async (filter: string) => {
      const { data } = await gateway.execute(`{ spaces(first: 100${filter}) { nodes { id } } }`, { as: 'carla' });
      return (pick(data, 'spaces.nodes') as { id: string }[]).some(({ id }) => id === spaceId);
    };
    expect(await list('')).toBe(true);
    expect(await list(', filter: { archivedAt: { isNull: true } }')).toBe(false);
  });
});
