/** Members of a space: who admits, changes and revokes, and that a space keeps an admin. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { seedId } from '../../src/demo/seed/seed.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { isRealStack } from '../support/stack.ts';
import { codesOf, mutate, refuse } from '../support/work-mutate.ts';

const [ANA, BEN, CARLA] = [DEMO_USERS.ana, DEMO_USERS.ben, DEMO_USERS.carla];
const BOARD = seedId('space', 'board');

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
});

afterAll(() => gateway[Symbol.asyncDispose]());

const grant = (input: Record<string, unknown>, as = 'ana') =>
  mutate(gateway, as, { name: 'grantPermission', input, select: 'permission { userId role space { id } }' });
const change = (input: Record<string, unknown>, as = 'ana') =>
  mutate(gateway, as, { name: 'changePermission', input, select: 'permission { userId role }' });
const revoke = (input: Record<string, unknown>, as = 'ana') =>
  mutate(gateway, as, { name: 'revokePermission', input, select: 'space { id }' });

async function createSpace(as = 'ana'): Promise<string> {
  const payload = await mutate(gateway, as, {
    name: 'createSpace',
    input: { name: 'Members' },
    select: 'space { id }',
  });
  return String(pick(payload, 'space.id'));
}

async function sees(as: string, spaceId: string): Promise<boolean> {
  const { data } = await gateway.execute(`{ space(id: "${spaceId}") { id } }`, { as });
  return pick(data, 'space') !== null;
}

describe('grantPermission', () => {
  it('admits a user, who sees the space from then on', async () => {
    const spaceId = await createSpace();
    expect(await sees('ben', spaceId)).toBe(false);
    expect(await grant({ spaceId, userId: BEN, role: 'MEMBER' })).toEqual({
      permission: { userId: BEN, role: 'MEMBER', space: { id: spaceId } },
      userErrors: [],
    });
    expect(await sees('ben', spaceId)).toBe(true);
  });

  it.each(['MEMBER', 'ADMIN'])('refuses to make %s of who does not exist, and changes nothing', async (role) => {
    const spaceId = await createSpace();
    const nobody = '00000000-0000-4000-8000-00000000dead';
    expect(await grant({ spaceId, userId: nobody, role })).toMatchObject({
      permission: null,
      userErrors: [{ code: 'NOT_FOUND', message: `There is no user ${nobody}`, path: ['input', 'userId'] }],
    });
    expect(await sees(nobody, spaceId)).toBe(false);
    // Who may not admit anybody does not learn who exists.
    expect(await grant({ spaceId, userId: nobody, role }, 'carla')).toEqual(
      await grant({ spaceId, userId: BEN, role }, 'carla'),
    );
  });

  it('refuses a user who is a member already, and changes nothing', async () => {
    const spaceId = await createSpace();
    expect(codesOf(await grant({ spaceId, userId: ANA, role: 'MEMBER' }))).toEqual(['CONFLICT']);
    expect(codesOf(await change({ spaceId, userId: ANA, role: 'ADMIN' }))).toEqual([]);
  });

  it.each(['MEMBER', 'EDITOR'])('is FORBIDDEN to a member who is %s, for itself and for others', async (role) => {
    const spaceId = await createSpace();
    await grant({ spaceId, userId: BEN, role });
    const select = 'permission { id }';
    for (const [name, userId] of [
      ['grantPermission', CARLA],
      ['changePermission', BEN],
      ['changePermission', ANA],
    ] as const) {
      const asked = { name, input: { spaceId, userId, role: 'ADMIN' }, select };
      expect(await refuse(gateway, 'ben', asked), name).toBe('FORBIDDEN');
    }
    const asked = { name: 'revokePermission', input: { spaceId, userId: ANA }, select: 'space { id }' };
    expect(await refuse(gateway, 'ben', asked)).toBe('FORBIDDEN');
  });

  it('tells a stranger that there is no such space', async () => {
    expect(codesOf(await grant({ spaceId: BOARD, userId: ANA, role: 'ADMIN' }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await change({ spaceId: BOARD, userId: CARLA, role: 'MEMBER' }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await revoke({ spaceId: BOARD, userId: CARLA }))).toEqual(['NOT_FOUND']);
  });
});

describe('revokePermission', () => {
  it('takes the space from who is revoked, and from nobody else', async () => {
    const spaceId = await createSpace();
    await grant({ spaceId, userId: BEN, role: 'EDITOR' });
    expect(await revoke({ spaceId, userId: BEN })).toEqual({ space: { id: spaceId }, userErrors: [] });
    expect(await sees('ben', spaceId)).toBe(false);
    expect(await sees('ana', spaceId)).toBe(true);
    expect(codesOf(await revoke({ spaceId, userId: BEN }))).toEqual(['NOT_FOUND']);
  });

  it('lets a member leave, who then sees no space in the answer', async () => {
    const spaceId = await createSpace();
    await grant({ spaceId, userId: BEN, role: 'MEMBER' });
    expect(await revoke({ spaceId, userId: BEN }, 'ben')).toEqual({ space: null, userErrors: [] });
    expect(await sees('ben', spaceId)).toBe(false);
  });

  it('does not let the last admin leave, nor step down, until there is another one', async () => {
    const spaceId = await createSpace();
    await grant({ spaceId, userId: BEN, role: 'EDITOR' });
    expect(codesOf(await revoke({ spaceId, userId: ANA }))).toEqual(['CONFLICT']);
    expect(codesOf(await change({ spaceId, userId: ANA, role: 'EDITOR' }))).toEqual(['CONFLICT']);
    expect(codesOf(await revoke({ spaceId, userId: ANA }, 'service'))).toEqual(['CONFLICT']);
    await change({ spaceId, userId: BEN, role: 'ADMIN' });
    expect(codesOf(await revoke({ spaceId, userId: ANA }))).toEqual([]);
    expect(await sees('ana', spaceId)).toBe(false);
  });

  // PGlite has one connection.
  it.runIf(isRealStack)('lets one of two admins leave who leave at the same time', async () => {
    for (let round = 0; round < 10; round += 1) {
      const spaceId = await createSpace();
      await grant({ spaceId, userId: BEN, role: 'ADMIN' });
      const left = await Promise.all([
        revoke({ spaceId, userId: ANA }, 'ana'),
        revoke({ spaceId, userId: BEN }, 'ben'),
      ]);
      expect(left.map(codesOf).sort()).toEqual([['CONFLICT'], []].sort());
    }
  });
});

describe('keys', () => {
  it('make a repeated grant, change and revocation one', async () => {
    const spaceId = await createSpace();
    const granted = { spaceId, userId: BEN, role: 'MEMBER', idempotencyKey: `grant ${spaceId}` };
    expect(await grant(granted)).toEqual(await grant(granted));
    const changed = { spaceId, userId: BEN, role: 'EDITOR', idempotencyKey: `change ${spaceId}` };
    expect(await change(changed)).toEqual(await change(changed));
    const revoked = { spaceId, userId: BEN, idempotencyKey: `revoke ${spaceId}` };
    expect(await revoke(revoked)).toEqual(await revoke(revoked));
    expect(codesOf(await revoke({ ...revoked, userId: ANA }))).toEqual(['IDEMPOTENCY_CONFLICT']);
    const other = { ...granted, role: 'ADMIN' };
    expect(codesOf(await grant(other))).toEqual(['IDEMPOTENCY_CONFLICT']);
  });
});
