/** Groups between user and service: what their people read on each surface, by the token or by the ledger, and nobody else. */
import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import { createAskStanding } from '../../src/ops/standing.ts';
import { packagePaths } from '../../src/paths.ts';
import type { PostgresSource } from '../../src/postgres/source.ts';
import { createGatewaySchema } from '../../src/schema.ts';
import { readSdl } from '../../src/sdl/load.ts';
import { copyPaths } from '../support/doctrine.ts';
import { createTestGateway, pick, type TestAnswer, type TestGateway } from '../support/gateway.ts';
import { allowAll } from '../support/matrix-expected.ts';
import { JWT_SECRET } from '../support/stack.ts';

const doctrine = loadDoctrine(packagePaths());
const CARLA = String(DEMO_USERS.carla);
let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
  await change('addGroupMember', { group: 'hr', userId: CARLA });
});

afterAll(() => gateway[Symbol.asyncDispose]());

async function change(name: 'addGroupMember' | 'removeGroupMember', input: object, as = 'service') {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
  const select = '{ member { id group userId removedAt } userErrors { code message } }';
  return gateway.execute(`mutation ($input: ${type}) { ${name}(input: $input) ${select} }`, {
    as,
    variables: { input },
  });
}

/** A user's token with claims of our own. */
function sign(claims: object, user = CARLA): Promise<string> {
  return new SignJWT({ role: 'authenticated', aud: 'authenticated', sub: user, ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('supabase')
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(JWT_SECRET));
}

const codesOf = ({ errors }: TestAnswer) => errors?.map(({ extensions }) => extensions.code);
const groupsOf = (answer: TestAnswer) => pick(answer.data, 'viewer.groups');

describe('who is in a group', () => {
  it('says the token, by app_metadata.groups, or the ledger, with whatever token', async () => {
    expect(groupsOf(await gateway.execute('{ viewer { groups } }', { as: 'ana' }))).toEqual([]);
    expect(groupsOf(await gateway.execute('{ viewer { groups } }', { as: 'ana in hr,accounting' }))).toEqual([
      'accounting',
      'hr',
    ]);
    expect(groupsOf(await gateway.execute('{ viewer { groups } }', { as: 'carla' }))).toEqual(['hr']);
    expect(groupsOf(await gateway.execute('{ viewer { groups } }', { as: 'carla in auditors' }))).toEqual([
      'auditors',
      'hr',
    ]);
  });

  it('is asked of the ledger by one statement for all who come at once, and each is told its own', async () => {
    const postgres = gateway.sources.postgres as PostgresSource;
    let statements = 0;
    const ask = createAskStanding({
      ...postgres,
      render: (...given) => {
        statements += 1;
        return postgres.render(...given);
      },
    });
    const others = Array.from({ length: 40 }, () => randomUUID());
    const users = [...others.slice(0, 20), CARLA, ...others.slice(20)];
    const claimed = (n: number) => (n % 2 === 0 ? ['accounting'] : []);
    const standings = await Promise.all(
      users.map((sub, n) =>
        ask(sub, JSON.stringify({ role: 'authenticated', sub, app_metadata: { groups: claimed(n) } })),
      ),
    );
    expect(statements).toBe(1);
    for (const [n, { groups, isSignedOut }] of standings.entries()) {
      expect([...groups].sort()).toEqual([...claimed(n), ...(users[n] === CARLA ? ['hr'] : [])]);
      expect(isSignedOut).toBe(false);
    }
  });

  it('leaves out what the doctrine does not have', async () => {
    const token = await sign({ app_metadata: { groups: ['everything', 'accounting', '__proto__'] } }, DEMO_USERS.ana);
    expect(groupsOf(await gateway.execute('{ viewer { groups } }', { token }))).toEqual(['accounting']);
  });

  it.each([['accounting'], [{ accounting: true }], [['accounting', 5]], [null], [['']]])(
    'refuses a token whose groups are %j: nobody knows what they say',
    async (groups) => {
      const { status, errors } = await gateway.execute('{ viewer { groups } }', {
        token: await sign({ app_metadata: { groups } }),
      });
      expect(status).toBe(401);
      expect(errors?.[0]?.message).toContain('"app_metadata.groups" is not a list of names');
    },
  );

  it('is nobody who signed in anonymously, no service and no agent, whatever their tokens say', async () => {
    const app_metadata = { groups: ['hr'], agent: 'workspace-ask-docs' };
    for (const claims of [
      { is_anonymous: true },
      { role: 'service_role' },
      { role: 'agent_workspace_ask_docs' },
      { role: 'agent_workspace_ask_docs', act: { sub: DEMO_USERS.ana } },
    ]) {
      const answer = await gateway.execute('{ viewer { groups } }', { token: await sign({ app_metadata, ...claims }) });
      expect(groupsOf(answer), JSON.stringify(claims)).toEqual([]);
    }
  });

  it('counts for an agent that acts for a user who is in one by the ledger', async () => {
    const answer = await gateway.execute('{ viewer { groups } }', { as: 'agent:workspace-ask-docs for carla' });
    expect(groupsOf(answer)).toEqual(['hr']);
    // What both may, and no more: the agent may not.
    expect(
      codesOf(await gateway.execute('{ employees { totalCount } }', { as: 'agent:workspace-ask-docs for carla' })),
    ).toEqual(['FORBIDDEN']);
  });
});

describe('what its people read', () => {
  it('is what the doctrine gives the group, of Odoo', async () => {
    const query = '{ employees { totalCount } }';
    const refused = await gateway.execute(query, { as: 'ana' });
    expect(refused.errors?.[0]?.message).toBe('A user may not read hr.employee, unless of the group hr');
    const shown = await gateway.execute(query, { as: 'carla' });
    expect(shown.errors).toBeUndefined();
    expect(pick(shown.data, 'employees.totalCount')).toBeGreaterThan(0);
    expect(codesOf(await gateway.execute('{ journals { totalCount } }', { as: 'carla' }))).toEqual(['FORBIDDEN']);
  });

  it('is every row of a table of the ledger, and for a user outside of it none', async () => {
    const query = '{ runs(first: 5) { totalCount nodes { id input events { nodes { payload } } } } }';
    const shown = await gateway.execute(query, { as: 'ana in auditors' });
    expect(shown.errors).toBeUndefined();
    const all = await gateway.execute('{ runs { totalCount } }', { as: 'service' });
    expect(pick(shown.data, 'runs.totalCount')).toBe(pick(all.data, 'runs.totalCount'));
    expect(pick(shown.data, 'runs.totalCount')).toBeGreaterThan(0);
    expect(codesOf(await gateway.execute(query, { as: 'ana in hr' }))).toEqual(['FORBIDDEN']);
  });

  it('is said by explainPermission, with the line of the group', async () => {
    const query = '{ explainPermission(coordinate: "Query.employees") { allowed reason line } }';
    const { data } = await gateway.execute(query, { as: 'ana in hr' });
    expect(pick(data, 'explainPermission')).toMatchObject({
      allowed: true,
      reason: 'A user of the group hr may read hr.employee',
    });
    const line = String(pick(data, 'explainPermission.line'));
    const shown = await gateway.execute('{ doctrine { groups { name purpose reads line } } }', { as: 'ana' });
    const hr = (pick(shown.data, 'doctrine.groups') as { name: string; line: string }[]).find(
      ({ name }) => name === 'hr',
    );
    expect(Number(line.split(':')[1])).toBeGreaterThan(Number(hr?.line.split(':')[1]));
    expect(Number(line.split(':')[1])).toBeLessThan(Number(hr?.line.split(':')[1]) + 5);
  });
});

describe('the database, with the shield off', () => {
  const TABLES = ['ops.runs', 'ops.run_events', 'ops.run_stats'];

  /** As PostgREST would ask: the role of all users, and the claims of the token. */
  async function countAs(claims: object): Promise<number[]> {
    const said = JSON.stringify({ role: 'authenticated', sub: DEMO_USERS.ana, ...claims });
    return gateway.owner(async (client) => {
      const counts: number[] = [];
      for (const table of TABLES) {
        await client.query('begin');
        await client.query(
          "select set_config('role', 'authenticated', true), set_config('request.jwt.claims', $1, true)",
          [said],
        );
        const [row] = await client.query(`select count(*)::int as count from ${table}`);
        counts.push(Number(row?.count));
        await client.query('rollback');
      }
      return counts;
    });
  }

  it('shows the rows to people of the group alone, whoever asks it', async () => {
    const groups = ['auditors'];
    for (const count of await countAs({ app_metadata: { groups } })) expect(count).toBeGreaterThan(0);
    for (const claims of [
      {},
      { app_metadata: { groups: ['hr', 'accounting'] } },
      { app_metadata: { groups: 'auditors' } },
      { app_metadata: { groups: { auditors: true } } },
      { app_metadata: { groups: ['auditors', 5] } },
      { user_metadata: { groups } },
      { app_metadata: { groups }, is_anonymous: true },
      { app_metadata: { groups }, client_id: 'somebody-elses' },
      { app_metadata: { groups }, role: 'agent_workspace_ask_docs' },
    ])
      expect(await countAs(claims), JSON.stringify(claims)).toEqual([0, 0, 0]);
  });

  it('holds where the rules let everybody in', async () => {
    const schema = createGatewaySchema(readSdl(packagePaths().schema), allowAll(doctrine));
    await using open = await createTestGateway({ beside: gateway, schema });
    const query = '{ runs { totalCount } }';
    expect(pick((await open.execute(query, { as: 'ana' })).data, 'runs.totalCount')).toBe(0);
    expect(pick((await open.execute(query, { as: 'ana in auditors' })).data, 'runs.totalCount')).toBeGreaterThan(0);
  });
});

describe('to come and to go', () => {
  const ben = String(DEMO_USERS.ben);
  const listed = async () => {
    const query = `{ groupEvents(filter: { userId: { eq: "${ben}" } }) { nodes { group change changedBy } } }`;
    return pick((await gateway.execute(query, { as: 'service' })).data, 'groupEvents.nodes');
  };

  it('is the service’s to say, and leaves one event each', async () => {
    const input = { group: 'accounting', userId: ben };
    expect(codesOf(await change('addGroupMember', input, 'ana'))).toEqual(['BOUNDARY_VIOLATION']);
    const added = await change('addGroupMember', input);
    expect(pick(added.data, 'addGroupMember')).toMatchObject({
      member: { group: 'accounting', removedAt: null },
      userErrors: [],
    });
    await change('addGroupMember', input);
    expect(await listed()).toEqual([{ group: 'accounting', change: 'ADDED', changedBy: 'service' }]);
    const removed = await change('removeGroupMember', input);
    expect(pick(removed.data, 'removeGroupMember.member.removedAt')).toEqual(expect.any(String));
    expect(await listed()).toEqual([
      { group: 'accounting', change: 'REMOVED', changedBy: 'service' },
      { group: 'accounting', change: 'ADDED', changedBy: 'service' },
    ]);
  });

  it('names a group that the doctrine does not have, and a user that there is not', async () => {
    const stranger = '00000000-0000-4000-8000-0000000000ff';
    for (const name of ['addGroupMember', 'removeGroupMember'] as const) {
      const unknown = await change(name, { group: 'everything', userId: ben });
      expect(pick(unknown.data, `${name}.userErrors`)).toEqual([
        { code: 'NOT_FOUND', message: 'There is no group everything: the groups are accounting, auditors, hr' },
      ]);
      const nobody = await change(name, { group: 'hr', userId: stranger });
      expect(pick(nobody.data, `${name}.userErrors.0.code`)).toBe('NOT_FOUND');
    }
  });

  it('takes the group from tokens that were made before, and not from those made after', async () => {
    const now = Math.floor(Date.now() / 1_000);
    const app_metadata = { groups: ['hr'] };
    await change('removeGroupMember', { group: 'hr', userId: ben });
    const groupsBy = async (claims: object) =>
      groupsOf(await gateway.execute('{ viewer { groups } }', { token: await sign({ app_metadata, ...claims }, ben) }));
    expect(await groupsBy({ iat: now - 100 })).toEqual([]);
    // Nobody knows when it was made.
    expect(await groupsBy({})).toEqual([]);
    expect(await groupsBy({ iat: now + 2 })).toEqual(['hr']);
    await change('addGroupMember', { group: 'hr', userId: ben });
    expect(await groupsBy({ iat: now - 99 })).toEqual(['hr']);
  });

  it('keeps what it noted, also from the owner', async () => {
    for (const text of ["update ops.group_events set changed_by = 'nobody'", 'delete from ops.group_events'])
      await expect(gateway.owner((client) => client.query(text))).rejects.toThrow('append-only');
  });
});

describe('the doctrine', () => {
  type Draft = { groups: Record<string, unknown>; prohibited: { action: string; except?: string[] }[] };

  it('lets no group read what users must not, unless it is named there', () => {
    using paths = copyPaths((draft) => {
      for (const entry of (draft as unknown as Draft).prohibited) delete entry.except;
    });
    expect(() => loadDoctrine(paths)).toThrow('auditors reads ops.runs elsewhere in the doctrine, and here must not');
  });

  it.each([
    [
      'a group of an agent’s name',
      { 'sync-odoo-agent': { purpose: 'x', reads: {} } },
      'sync-odoo-agent is listed twice',
    ],
    [
      'a model that Odoo does not own',
      { hr: { purpose: 'x', reads: { odoo: ['hr.x'] } } },
      'hr reads hr.x, which odoo does not own',
    ],
    [
      'reads of the workspace',
      { hr: { purpose: 'x', reads: { work: ['work.pages'] } } },
      'groups.hr.reads.work is no key',
    ],
  ])('refuses %s', (_what, groups, problem) => {
    using paths = copyPaths((draft) => {
      Object.assign((draft as unknown as Draft).groups, groups);
    });
    expect(() => loadDoctrine(paths)).toThrow(problem);
  });

  it('refuses an exception that is no group', () => {
    using paths = copyPaths((draft) => {
      for (const entry of (draft as unknown as Draft).prohibited) if (entry.except) entry.except = ['auditors', 'user'];
    });
    expect(() => loadDoctrine(paths)).toThrow('something is not said of user, which is no group');
  });
});
