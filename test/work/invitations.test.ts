/** Invitations by e-mail address: who makes, sees and withdraws them, and when somebody becomes a member by one. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { openDirect, readSchemaCache, userViewer } from '../support/direct.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { addPerson } from '../support/people.ts';
import { codesOf, mutate } from '../support/work-mutate.ts';

const BEN = DEMO_USERS.ben as string;

let gateway: TestGateway;
let spaceId: string;

beforeAll(async () => {
  gateway = await createTestGateway();
});
beforeEach(async () => {
  spaceId = await createSpace('ana');
});
afterAll(() => gateway[Symbol.asyncDispose]());

async function createSpace(as: string): Promise<string> {
  const payload = await mutate(gateway, as, {
    name: 'createSpace',
    input: { name: 'Invited' },
    select: 'space { id }',
  });
  return String(pick(payload, 'space.id'));
}

/** A person who is to sign up. */
const newcomer = () => {
  const id = randomUUID();
  return { id, name: 'New Comer', email: `Comer.${id}@Example.com` };
};

const invite = (input: Record<string, unknown>, as = 'ana') =>
  mutate(gateway, as, { name: 'inviteMember', input: { spaceId, ...input }, select: 'space { id }' });

const withdraw = (invitationId: unknown, as = 'ana') =>
  mutate(gateway, as, { name: 'withdrawInvitation', input: { invitationId }, select: 'space { id }' });

const accept = (invitationId: unknown, as: string) =>
  mutate(gateway, as, { name: 'acceptInvitation', input: { invitationId }, select: 'space { id name }' });

const invitationsOf = async (as: string) => {
  const query = `{ space(id: "${spaceId}") { invitations { nodes { id email role createdBy createdByPerson { name } expiresAt } } } }`;
  const { data } = await gateway.execute(query, { as });
  return pick(data, 'space.invitations.nodes') as Record<string, unknown>[];
};

/** The role of a user in the space; null where it is no member. */
async function roleOf(userId: string): Promise<unknown> {
  const query = `{ space(id: "${spaceId}") { permissions(filter: { userId: { eq: "${userId}" } }) { nodes { role } } } }`;
  const { data } = await gateway.execute(query, { as: 'service' });
  return pick(data, 'space.permissions.nodes.0.role') ?? null;
}

const change = (id: string, set: string) =>
  gateway.owner((client) => client.query(`update auth.users set ${set} where id = $1`, [id]));
const signIn = (id: string) => change(id, 'last_sign_in_at = now()');
const confirm = (id: string) => change(id, 'email_confirmed_at = now()');
const expire = () =>
  gateway.owner((client) =>
    client.query("update work.invitations set expires_at = now() - interval '1 second' where space_id = $1", [spaceId]),
  );

describe('an invited address', () => {
  it('is pending until somebody has signed up by it and confirmed it, in whatever capitals', async () => {
    const person = newcomer();
    expect(await invite({ email: person.email, role: 'EDITOR' })).toEqual({ space: { id: spaceId }, userErrors: [] });
    expect(await invitationsOf('ana')).toEqual([
      {
        id: expect.any(String),
        email: person.email.toLowerCase(),
        role: 'EDITOR',
        createdBy: DEMO_USERS.ana,
        createdByPerson: { name: 'Ana Reyes' },
        expiresAt: expect.any(String),
      },
    ]);
    await addPerson(gateway, { ...person, email: person.email.toUpperCase() });
    expect(await roleOf(person.id)).toBeNull();
    await confirm(person.id);
    expect(await roleOf(person.id)).toBe('EDITOR');
    expect(await invitationsOf('ana')).toEqual([]);
  });

  it('makes a member at once of who signs up with it confirmed, as by a sign-in provider', async () => {
    const person = newcomer();
    await invite({ email: person.email, role: 'MEMBER' });
    await addPerson(gateway, { ...person, isConfirmed: true });
    expect(await roleOf(person.id)).toBe('MEMBER');
  });

  it('waits for the next sign-in of who has signed up by it already, as if nobody had it', async () => {
    const [person, unknown] = [newcomer(), newcomer()];
    await addPerson(gateway, { ...person, isConfirmed: true });
    for (const { email } of [person, unknown]) await invite({ email, role: 'ADMIN' });
    expect(await roleOf(person.id)).toBeNull();
    expect(await invitationsOf('ana')).toMatchObject([{ role: 'ADMIN' }, { role: 'ADMIN' }]);
    await signIn(person.id);
    expect(await roleOf(person.id)).toBe('ADMIN');
    expect(await invitationsOf('ana')).toMatchObject([{ email: unknown.email.toLowerCase() }]);
  });

  it('is no member while it is not confirmed, whichever came first', async () => {
    const person = newcomer();
    await addPerson(gateway, person);
    await invite({ email: person.email, role: 'MEMBER' });
    await signIn(person.id);
    expect(await roleOf(person.id)).toBeNull();
    await confirm(person.id);
    expect(await roleOf(person.id)).toBe('MEMBER');
  });

  it('is taken by who changes to it', async () => {
    const person = newcomer();
    await addPerson(gateway, { ...person, email: `old.${person.email}`, isConfirmed: true });
    await invite({ email: person.email, role: 'MEMBER' });
    expect(await roleOf(person.id)).toBeNull();
    await change(person.id, `email = '${person.email}'`);
    expect(await roleOf(person.id)).toBe('MEMBER');
  });

  it('takes the new role and lasts anew where it is invited again', async () => {
    const person = newcomer();
    await invite({ email: person.email, role: 'ADMIN' });
    await expire();
    const [before] = await invitationsOf('ana');
    await invite({ email: ` ${person.email.toUpperCase()} `, role: 'MEMBER' });
    const [after, ...more] = await invitationsOf('ana');
    expect(more).toEqual([]);
    expect(after).toMatchObject({ id: before?.id, role: 'MEMBER' });
    expect(Date.parse(String(after?.expiresAt))).toBeGreaterThan(Date.now());
    await addPerson(gateway, { ...person, isConfirmed: true });
    expect(await roleOf(person.id)).toBe('MEMBER');
  });

  it('is invited no more once it is withdrawn', async () => {
    const person = newcomer();
    await invite({ email: person.email, role: 'MEMBER' });
    const [invitation] = await invitationsOf('ana');
    expect(await withdraw(invitation?.id)).toEqual({ space: { id: spaceId }, userErrors: [] });
    expect(codesOf(await withdraw(invitation?.id))).toEqual(['NOT_FOUND']);
    await addPerson(gateway, { ...person, isConfirmed: true });
    expect(await roleOf(person.id)).toBeNull();
  });

  it('is invited no more once it has expired, and still shown', async () => {
    const person = newcomer();
    await invite({ email: person.email, role: 'MEMBER' });
    await expire();
    await addPerson(gateway, { ...person, isConfirmed: true });
    expect(await roleOf(person.id)).toBeNull();
    expect(await invitationsOf('ana')).toHaveLength(1);
    await invite({ email: person.email, role: 'MEMBER' });
    await signIn(person.id);
    expect(await roleOf(person.id)).toBe('MEMBER');
  });

  it('leaves the role of a member as it is', async () => {
    const person = newcomer();
    await addPerson(gateway, { ...person, isConfirmed: true });
    for (const role of ['EDITOR', 'MEMBER']) {
      await invite({ email: person.email, role });
      await signIn(person.id);
    }
    expect(await roleOf(person.id)).toBe('EDITOR');
  });

  it('is invited into no archived space, and makes a member of one that was archived since', async () => {
    const person = newcomer();
    await invite({ email: person.email, role: 'EDITOR' });
    await mutate(gateway, 'ana', { name: 'archiveSpace', input: { spaceId }, select: 'space { id }' });
    expect(codesOf(await invite({ email: `other.${person.email}`, role: 'MEMBER' }))).toEqual(['CONFLICT']);
    await addPerson(gateway, { ...person, isConfirmed: true });
    expect(await roleOf(person.id)).toBe('EDITOR');
  });

  it('never keeps anybody from signing in', async () => {
    const person = newcomer();
    await invite({ email: person.email, role: 'MEMBER' });
    const refuse = `create function work.refuse_all() returns trigger language plpgsql as 'begin raise exception ''no''; end';
      create trigger refuse_all before insert on work.permissions for each row execute function work.refuse_all()`;
    await gateway.owner((client) => client.script(refuse));
    await addPerson(gateway, { ...person, isConfirmed: true });
    await gateway.owner((client) => client.script('drop function work.refuse_all() cascade'));
    expect(await roleOf(person.id)).toBeNull();
    await signIn(person.id);
    expect(await roleOf(person.id)).toBe('MEMBER');
  });
});

describe('acceptInvitation', () => {
  const invited = async (person = newcomer(), isConfirmed = true) => {
    await addPerson(gateway, { ...person, isConfirmed });
    await invite({ email: person.email, role: 'EDITOR' });
    const [invitation] = await invitationsOf('ana');
    return { person, id: String(invitation?.id) };
  };

  it('makes a member of who is signed in already, once', async () => {
    const { person, id } = await invited();
    expect(await accept(id, person.id)).toEqual({ space: { id: spaceId, name: 'Invited' }, userErrors: [] });
    expect(await roleOf(person.id)).toBe('EDITOR');
    expect(await invitationsOf('ana')).toEqual([]);
    expect(codesOf(await accept(id, person.id))).toEqual(['NOT_FOUND']);
  });

  it('is for the person of that confirmed address alone, while it lasts', async () => {
    const { person, id } = await invited(newcomer(), false);
    const other = newcomer();
    await addPerson(gateway, { ...other, isConfirmed: true });
    for (const as of [person.id, other.id, 'ana', 'ben'])
      expect(await accept(id, as)).toMatchObject({
        space: null,
        userErrors: [{ code: 'NOT_FOUND', message: `There is no invitation ${id} to your address` }],
      });
    await expire();
    await confirm(person.id);
    expect(codesOf(await accept(id, person.id))).toEqual(['NOT_FOUND']);
    expect(await roleOf(person.id)).toBeNull();
  });

  it.each(['service', 'agent:sync-odoo-agent', null])('is not done by %s', async (as) => {
    const { id } = await invited();
    const query =
      'mutation ($id: ID!) { acceptInvitation(input: { invitationId: $id, idempotencyKey: "a" }) { space { id } } }';
    const { errors } = await gateway.execute(query, { as, variables: { id } });
    expect(errors?.[0]?.extensions.code).toMatch(/^(FORBIDDEN|BOUNDARY_VIOLATION)$/);
  });
});

describe('inviteMember', () => {
  it('answers the same whether somebody has the address, has confirmed it, or not', async () => {
    const [unknown, unconfirmed, confirmed] = [newcomer(), newcomer(), newcomer()];
    await addPerson(gateway, unconfirmed);
    await addPerson(gateway, { ...confirmed, isConfirmed: true });
    const answers = [];
    for (const { email } of [unknown, unconfirmed, confirmed]) answers.push(await invite({ email, role: 'MEMBER' }));
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    const shown = (await invitationsOf('ana')).map(({ id, email, ...rest }) => rest);
    expect(shown).toEqual([1, 2, 3].map(() => ({ ...shown[0], expiresAt: expect.any(String) })));
    const query = `{ space(id: "${spaceId}") { permissions { totalCount } } people(first: 100) { nodes { email } } }`;
    const { data, text } = await gateway.execute(query, { as: 'ana' });
    expect(pick(data, 'space.permissions.totalCount')).toBe(1);
    expect(text).not.toContain(confirmed.email);
  });

  it('is for admins of the space: members are refused, and strangers told that there is no such space', async () => {
    await mutate(gateway, 'ana', {
      name: 'grantPermission',
      input: { spaceId, userId: BEN, role: 'EDITOR' },
      select: 'permission { id }',
    });
    const query = 'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { space { id } } }';
    const input = { spaceId, email: 'mate@example.com', role: 'ADMIN' };
    const { errors } = await gateway.execute(query, { as: 'ben', variables: { input } });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await invite({ email: 'mate@example.com', role: 'ADMIN' }, 'carla')).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', message: `There is no space ${spaceId}` }],
    });
    expect(await invitationsOf('ana')).toEqual([]);
  });

  it.each(['', 'ana', 'ana@', 'a b@example.com', 'Ana <ana@example.com>', 'ana@example.com,ben@example.com'])(
    'refuses what is no address: %s',
    async (email) => {
      expect(codesOf(await invite({ email, role: 'MEMBER' }))).toEqual(['BAD_USER_INPUT']);
    },
  );

  it('is one where it is repeated with its key, whatever became of it', async () => {
    const person = newcomer();
    const input = { email: person.email, role: 'MEMBER', idempotencyKey: randomUUID() };
    const first = await invite(input);
    await withdraw((await invitationsOf('ana'))[0]?.id);
    expect(await invite(input)).toEqual(first);
    expect(await invitationsOf('ana')).toEqual([]);
    expect(codesOf(await invite({ ...input, role: 'ADMIN' }))).toEqual(['IDEMPOTENCY_CONFLICT']);
  });

  it('works for a service', async () => {
    const person = newcomer();
    await invite({ email: person.email, role: 'MEMBER' }, 'service');
    expect(await invitationsOf('ana')).toMatchObject([{ createdBy: null, createdByPerson: null }]);
  });

  it('takes 500 invitations of a space, and no more', async () => {
    await gateway.owner((client) =>
      client.query(
        "insert into work.invitations (space_id, email, role) select $1, n || '@many.example', 'member' from generate_series(1, 500) n",
        [spaceId],
      ),
    );
    expect(codesOf(await invite({ email: 'more@many.example', role: 'MEMBER' }))).toEqual(['LIMIT_EXCEEDED']);
    expect(codesOf(await invite({ email: '7@many.example', role: 'ADMIN' }))).toEqual([]);
  });
});

describe('invitations', () => {
  it('are seen and withdrawn by admins of their space alone, by both doors', async () => {
    await invite({ email: newcomer().email, role: 'MEMBER' });
    await mutate(gateway, 'ana', {
      name: 'grantPermission',
      input: { spaceId, userId: BEN, role: 'EDITOR' },
      select: 'permission { id }',
    });
    const [invitation] = await invitationsOf('ana');
    const cache = await readSchemaCache(gateway);
    for (const as of ['ben', 'carla']) {
      expect((await invitationsOf(as)) ?? []).toEqual([]);
      expect(codesOf(await withdraw(invitation?.id, as))).toEqual(['NOT_FOUND']);
      const direct = openDirect(gateway, cache, userViewer(DEMO_USERS[as] as string));
      expect((await direct.select('invitations', {})).rows).toEqual([]);
      expect((await direct.remove('invitations', { id: invitation?.id })).rows).toEqual([]);
    }
    const direct = openDirect(gateway, cache, userViewer(DEMO_USERS.ana as string));
    const row = { space_id: spaceId, email: 'x@example.com', role: 'admin' };
    expect((await direct.insert('invitations', row)).refused).toBe('42501');
    expect((await direct.update('invitations', { id: invitation?.id }, { role: 'admin' })).refused).toBe('42501');
    expect((await direct.remove('invitations', { id: invitation?.id })).rows).toHaveLength(1);
  });
});
