/** The last admin of a space neither leaves, steps down nor is deleted: by mutations, by rows, and with others at once. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDirect, readSchemaCache, type SchemaCache, userViewer } from '../support/direct.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { addPerson } from '../support/people.ts';
import { isRealStack } from '../support/stack.ts';
import { codesOf, mutate } from '../support/work-mutate.ts';

let gateway: TestGateway;
let cache: SchemaCache;
let one: string;
let other: string;
let spaceId: string;

beforeAll(async () => {
  gateway = await createTestGateway();
  cache = await readSchemaCache(gateway);
});

/** A space of two: `one` is its admin, `other` a member. */
beforeEach(async () => {
  [one, other] = [randomUUID(), randomUUID()];
  for (const id of [one, other]) await addPerson(gateway, { id });
  const made = await mutate(gateway, one, { name: 'createSpace', input: { name: 'Kept' }, select: 'space { id }' });
  spaceId = String(pick(made, 'space.id'));
  const input = { spaceId, userId: other, role: 'MEMBER' };
  await mutate(gateway, one, { name: 'grantPermission', input, select: 'permission { id }' });
});

afterAll(() => gateway[Symbol.asyncDispose]());

const change = (as: string, userId: string, role: string) =>
  mutate(gateway, as, {
    name: 'changePermission',
    input: { spaceId, userId, role },
    select: 'permission { role }',
  });
const revoke = (as: string, userId: string) =>
  mutate(gateway, as, { name: 'revokePermission', input: { spaceId, userId }, select: 'space { id }' });
const deleteUser = (id: string) =>
  gateway
    .owner((client) => client.query('delete from auth.users where id = $1', [id]))
    .then(
      () => null,
      (error: { code?: string }) => error.code,
    );
const membersOf = async () => {
  const rows = await gateway.owner((client) =>
    client.query('select user_id, role from work.permissions where space_id = $1 order by created_at', [spaceId]),
  );
  return Object.fromEntries(rows.map(({ user_id, role }) => [user_id, role]));
};

describe('the last admin', () => {
  it('is refused with a reason that a program can read', async () => {
    for (const payload of [await revoke(one, one), await change(one, one, 'EDITOR'), await revoke('service', one)])
      expect(payload.userErrors).toEqual([
        {
          code: 'CONFLICT',
          message: 'A space keeps at least one admin: make another member admin first',
          path: null,
          details: { reason: 'LAST_ADMIN', spaceId },
        },
      ]);
    expect(await membersOf()).toEqual({ [one]: 'admin', [other]: 'member' });
  });

  it('is refused beside the gateway', async () => {
    const direct = openDirect(gateway, cache, userViewer(one));
    const at = { space_id: spaceId, user_id: one };
    expect((await direct.update('permissions', at, { role: 'editor' })).refused).toBe('CONFLICT');
    expect((await direct.remove('permissions', at)).refused).toBe('CONFLICT');
    expect((await direct.remove('permissions', { space_id: spaceId })).refused).toBe('CONFLICT');
    expect((await direct.rpc('revoke_permission', at)).refused).toBe('CONFLICT');
    expect(await membersOf()).toEqual({ [one]: 'admin', [other]: 'member' });
  });

  // PGlite has one connection.
  it.runIf(isRealStack)('stays of two who demote or remove each other at once', async () => {
    await change(one, other, 'ADMIN');
    const demote = () => Promise.all([change(one, other, 'MEMBER'), change(other, one, 'MEMBER')]);
    for (let round = 0; round < 10; round += 1) {
      // The second one finds that it is no admin any more, or that it would demote the last one.
      await demote().catch((error: Error) => expect(error.message).toContain('FORBIDDEN'));
      const members = await membersOf();
      expect(Object.values(members).sort()).toEqual(['admin', 'member']);
      const [admin = '', member = ''] = members[one] === 'admin' ? [one, other] : [other, one];
      await change(admin, member, 'ADMIN');
    }
    const removed = await Promise.allSettled([revoke(one, other), revoke(other, one)]);
    expect(removed.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    expect(Object.values(await membersOf())).toEqual(['admin']);
  });
});

describe('a user who is deleted', () => {
  it('is a member of nothing any more', async () => {
    expect(await deleteUser(other)).toBeNull();
    expect(await membersOf()).toEqual({ [one]: 'admin' });
  });

  it('is not deleted while it is the last admin of a space that others are members of', async () => {
    expect(await deleteUser(one)).toBe('TP409');
    expect(await membersOf()).toEqual({ [one]: 'admin', [other]: 'member' });
    await change(one, other, 'ADMIN');
    expect(await deleteUser(one)).toBeNull();
    expect(await membersOf()).toEqual({ [other]: 'admin' });
  });

  it('leaves the space in which it was alone to the service', async () => {
    await revoke(one, other);
    expect(codesOf(await revoke(one, one))).toEqual(['CONFLICT']);
    expect(await deleteUser(one)).toBeNull();
    expect(await membersOf()).toEqual({});
    const { data } = await gateway.execute(`{ space(id: "${spaceId}") { id } }`, { as: 'service' });
    expect(pick(data, 'space.id')).toBe(spaceId);
  });

  it('is a member of no project any more', async () => {
    const { data } = await gateway.execute('{ deliveryProjects(first: 1) { nodes { id } } }', { as: 'service' });
    const projectId = pick(data, 'deliveryProjects.nodes.0.id');
    const input = { projectId, userId: other, role: 'viewer' };
    await mutate(gateway, 'service', { name: 'setProjectMember', input, select: 'member { id }' });
    expect(await deleteUser(other)).toBeNull();
    const left = await gateway.owner((client) =>
      client.query('select 1 from ops.project_members where user_id = $1', [other]),
    );
    expect(left).toEqual([]);
  });

  it.runIf(isRealStack)('is one at most of two admins who are deleted at once while others stay', async () => {
    const third = randomUUID();
    await addPerson(gateway, { id: third });
    const input = { spaceId, userId: third, role: 'MEMBER' };
    await mutate(gateway, one, { name: 'grantPermission', input, select: 'permission { id }' });
    await change(one, other, 'ADMIN');
    const outcomes = await Promise.all([deleteUser(one), deleteUser(other)]);
    expect(outcomes.sort()).toEqual(['TP409', null].sort());
    expect(Object.values(await membersOf()).sort()).toEqual(['admin', 'member']);
  });
});
