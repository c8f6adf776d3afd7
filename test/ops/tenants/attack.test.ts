/** Two tenants: whatever one is asked for by GraphQL or SQL, the answer is as if there were no other. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTablesBelow } from '../../../src/guard/database-tenants.ts';
import { inTransaction, type MigrationClient } from '../../../src/postgres/migrate.ts';
import { maskAnswer } from '../../support/attack-answers.ts';
import { buildInput } from '../../support/delivery.ts';
import { createTestGateway, pick, type TestGateway } from '../../support/gateway.ts';
import { readOwnSdl } from '../../support/own-sdl.ts';
import { addPeople } from '../../support/people.ts';
import { LISTS, LOOK_UPS, questionsOf, selectionOf } from '../../support/tenant-questions.ts';
import { AGENT, createTenantSide, KIND, linkToOdoo, type TenantSide, tokenOf } from '../../support/tenants.ts';

const WORD = 'zzhush';
const PEOPLE = { manager: randomUUID(), developer: randomUUID() };
const AUDITOR = randomUUID();
const GROUPS = ['auditors'];

/** Each is a member of the victim's project too, or in a group that reads all rows: its token alone keeps it out. */
const ATTACKERS = {
  'the manager of both, by a token of acme': { user: PEOPLE.manager, tenant: 'acme' },
  'the manager of both, by a token of no tenant': { user: PEOPLE.manager },
  'an auditor of acme': { user: AUDITOR, groups: GROUPS, tenant: 'acme' },
  'an auditor of the company': { user: PEOPLE.developer, groups: GROUPS },
  'an agent, by a token of acme': { agent: AGENT, tenant: 'acme' },
};
/** From Odoo to the runs of its projects, which no list of the ledger leads to. */
const FROM_ODOO = '{ projects(first: 80) { nodes { id runs(first: 5) { totalCount nodes { id } } } } }';
const NAMES = Object.keys(ATTACKERS) as (keyof typeof ATTACKERS)[];

/** Mutations of the ledger by the kind of thing that each names, with an input that names it. */
const MUTATIONS: Readonly<Record<string, readonly [kind: string, (id: string) => object]>> = {
  setProjectMember: ['project', (id) => ({ projectId: id, userId: AUDITOR, role: 'developer' })],
  recordBuild: ['project', (id) => buildInput(id, 'attack')],
  recordDeployment: ['build', (id) => ({ buildId: id, environment: 'DEV' })],
  rollbackDeployment: ['deployment', (id) => ({ deploymentId: id, reason: 'x' })],
  requestEmergency: ['build', (id) => ({ buildId: id, reason: 'x' })],
  recordFollowUp: ['emergency', (id) => ({ emergencyId: id, followUp: 'x' })],
  recordStageProof: [
    'project',
    (id) => ({
      projectId: id,
      host: 'a.example',
      checks: [{ name: 'x', verdict: 'passed' }],
      idempotencyKey: 'attack',
    }),
  ],
  requestApproval: ['build', (id) => ({ subjectId: id, environment: 'PRODUCTION', reason: 'x' })],
  enqueueRun: ['project', (id) => ({ agent: AGENT, kind: KIND, projectId: id, idempotencyKey: 'attack' })],
  upsertSchedule: [
    'project',
    (id) => ({ name: 'attack', agent: AGENT, kind: KIND, expression: '0 6 * * *', projectId: id }),
  ],
  ...Object.fromEntries(
    ['pauseSchedule', 'deleteSchedule', 'runScheduleNow'].map((name) => [
      name,
      ['schedule', (id: string) => ({ scheduleId: id })],
    ]),
  ),
  ...Object.fromEntries(['cancelRun', 'retryRun'].map((name) => [name, ['run', (id: string) => ({ runId: id })]])),
  ...Object.fromEntries(
    ['markRunRunning', 'heartbeatRun'].map((name) => [name, ['run', (id: string) => ({ runId: id, fence: 1 })]]),
  ),
  appendRunEvent: ['run', (id) => ({ runId: id, type: 'attack.noted' })],
  recordArtifact: ['run', (id) => ({ runId: id, kind: 'report', uri: 's3://attack/x' })],
  markRunFinished: ['run', (id) => ({ runId: id, fence: 1, outcome: 'SUCCEEDED' })],
};

let gateway: TestGateway;
let victim: TenantSide;
/** Attacker → question → answer, from before there was the victim. */
const before = new Map<string, ReadonlyMap<string, string>>();

beforeAll(async () => {
  gateway = await createTestGateway();
  await addPeople(gateway, PEOPLE.manager, PEOPLE.developer, AUDITOR);
  await createTenantSide(gateway, '', { word: 'zzown', slug: 'shop', people: PEOPLE });
  await createTenantSide(gateway, 'acme', { word: 'zzacme', slug: 'shop', people: PEOPLE });
  for (const name of NAMES) before.set(name, await askAll(name));
  // The same slug, repository, keys and people as the others'.
  victim = await createTenantSide(gateway, 'globex', { word: WORD, slug: 'shop', people: PEOPLE });
  await linkToOdoo(gateway, 'globex');
}, 300_000);

afterAll(() => gateway[Symbol.asyncDispose]());

const ask = async (name: keyof typeof ATTACKERS, query: string, variables: Record<string, unknown> = {}) =>
  gateway.execute(query, { token: await tokenOf(ATTACKERS[name]), variables });

/** Answers by GraphQL, and a digest of each table and view of the ledger that the viewer's role may read. */
async function askAll(name: keyof typeof ATTACKERS): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  for (const query of [...questionsOf([WORD, 'shop', 'zz']), FROM_ODOO])
    answers.set(query, (await ask(name, query)).text);
  const relations = await asViewer(name, (client) =>
    client.query(
      `select c.oid::regclass::text as name from pg_class c
       where c.relnamespace in ('ops'::regnamespace, 'odoo'::regnamespace) and c.relkind in ('r', 'p', 'v') and not c.relispartition
         and c.relname <> 'agent_usage' and has_table_privilege(c.oid, 'select') order by 1`,
    ),
  );
  for (const { name: relation } of relations)
    answers.set(`sql ${relation}`, JSON.stringify(await digest(name, String(relation))));
  return answers;
}

/** One transaction with the role and the claims that the gateway would give it. */
async function asViewer<T>(name: keyof typeof ATTACKERS, work: (client: MigrationClient) => Promise<T>): Promise<T> {
  const [, payload = ''] = (await tokenOf(ATTACKERS[name])).split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { role: string };
  return gateway.owner((client) =>
    inTransaction(client, async () => {
      await client.query("select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)", [
        claims.role,
        JSON.stringify(claims),
      ]);
      return work(client);
    }),
  );
}

const digest = (name: keyof typeof ATTACKERS, relation: string) =>
  asViewer(name, (client) =>
    client.query(
      `select count(*)::int as rows, md5(string_agg(to_jsonb(t)::text, ',' order by to_jsonb(t)::text)) as digest from ${relation} t`,
    ),
  );

describe('the suite', () => {
  it('asks for every table below a project that the schema shows', async () => {
    const below = await gateway.owner((client) => readTablesBelow((sql) => client.query(sql)));
    const kept = below.filter(({ columns }) => columns.includes('tenant_id')).map(({ name }) => name);
    const reached = new Set([...LISTS, ...LOOK_UPS].map(({ type }) => type.source));
    const shown = new Set(
      [...readOwnSdl().catalog.values()].filter(({ surface }) => surface === 'ops').map(({ source }) => source),
    );
    // Events, artifacts and pages of a run are lists of the run.
    const ofRuns = new Set(['ops.run_events', 'ops.artifacts', 'ops.run_pages']);
    expect(kept.filter((table) => shown.has(table) && !reached.has(table) && !ofRuns.has(table))).toEqual([]);
  });

  it('finds the victim where nothing keeps it away: the service reads all of it', async () => {
    const questions = questionsOf([WORD]);
    const found: Awaited<ReturnType<TestGateway['execute']>>[] = [];
    // More at once wait for no turn.
    for (let from = 0; from < questions.length; from += 100)
      found.push(
        ...(await Promise.all(
          questions.slice(from, from + 100).map((query) => gateway.execute(query, { as: 'service' })),
        )),
      );
    // Each is understood: a question that is refused finds nothing. What sums Odoo up is not connected here.
    const refused = found.flatMap(({ errors }) => errors ?? []);
    expect(refused.filter(({ extensions }) => extensions.code !== 'NOT_CONFIGURED')).toEqual([]);
    const text = found.map((answer) => answer.text).join('\n');
    const told = Object.entries(victim.ids).filter(([, id]) => !text.includes(id));
    expect(told.map(([kind]) => kind)).toEqual([]);
    expect(text).toContain(`${WORD} commit`);
    expect((await gateway.execute(FROM_ODOO, { as: 'service' })).text).toContain('"totalCount":1');
  });
});

describe('what keeps tenants apart', () => {
  /** Agents that see all rows of what they read, and users in a group that does. */
  const ROLES = [
    'authenticated',
    'agent_delivery_agent',
    'agent_sync_odoo_agent',
    'agent_odoo_panel',
    'agent_odoo_bridge',
  ];
  const claimsOf = (role: string) => ({
    role,
    ...(role === 'authenticated' && { sub: AUDITOR }),
    app_metadata: { client_id: 'acme', groups: GROUPS, agent: role.replace('agent_', '').replaceAll('_', '-') },
  });

  /** What a role is shown of a table by a token of acme, before something is changed and after; all is as it was again then. */
  const showsWithout = (claims: { role: string }, table: string, change: string) =>
    gateway.owner(async (client) => {
      const read = async () => {
        await client.query("select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)", [
          claims.role,
          JSON.stringify(claims),
        ]);
        const rows = await client.query(`select to_jsonb(t)::text as row from ${table} t`);
        await client.script('reset role');
        return rows.map(({ row }) => String(row));
      };
      await client.script('begin');
      try {
        const kept = await read();
        await client.script(change);
        return { kept, open: await read() };
      } finally {
        await client.script('rollback');
      }
    });
  const tells = (rows: readonly string[]) => rows.some((row) => row.includes('"globex"'));

  it('is one policy of each table for each role: without it, the role is shown another tenant', async () => {
    const policies = (await gateway.owner((client) =>
      client.query(
        `select schemaname || '.' || tablename as table, policyname as name, unnest(roles)::text as role from pg_policies
         where permissive = 'RESTRICTIVE' and policyname ~ 'tenant_only$' order by 1, 2, 3`,
      ),
    )) as { table: string; name: string; role: string }[];
    const asked = policies.filter(({ role }) => ROLES.includes(role));
    const below = await gateway.owner((client) => readTablesBelow((sql) => client.query(sql)));
    const kept = below.filter(({ columns }) => columns.includes('tenant_id')).map(({ name }) => name);
    expect([...new Set(asked.map(({ table }) => table))]).toEqual(kept);
    for (const { table, name, role } of asked) {
      // What this agent sees of a run goes by its policies of runs too.
      const isOfRun = role === 'agent_delivery_agent' && ['ops.artifacts', 'ops.run_events'].includes(table);
      const change = [table, ...(isOfRun ? ['ops.runs'] : [])]
        .map((from) => `drop policy ${name} on ${from}`)
        .join(';');
      const shown = await showsWithout(claimsOf(role), table, change);
      expect([tells(shown.kept), tells(shown.open)], `${name} of ${table} for ${role}`).toEqual([false, true]);
    }
  });

  it('is for members that their projects are those of the tenant of the token: else they are shown others', async () => {
    const everywhere = `create or replace function ops.my_project_ids() returns setof uuid
      language sql stable security definer set search_path = '' as
      'select project_id from ops.project_members where user_id = (select work.user_id())'`;
    const tables = (await gateway.owner((client) =>
      client.query(
        `select schemaname || '.' || tablename as table from pg_policies
         where schemaname = 'ops' and policyname = 'member_reads' and qual ~ 'my_project_ids' and tablename <> 'run_pages' order by 1`,
      ),
    )) as { table: string }[];
    expect(tables.length).toBeGreaterThan(7);
    const claims = { role: 'authenticated', sub: PEOPLE.manager, app_metadata: { client_id: 'acme' } };
    for (const { table } of tables) {
      const shown = await showsWithout(claims, table, everywhere);
      expect([tells(shown.kept), tells(shown.open)], table).toEqual([false, true]);
    }
  });
});

describe.each(NAMES)('%s', (name) => {
  it('is answered as if there were no other tenant: lists, totals, orders, filters, tables', async () => {
    const after = await askAll(name);
    const earlier = before.get(name);
    const changed = [...after].filter(([question, answer]) => earlier?.get(question) !== answer);
    expect(changed.map(([question, answer]) => `${question}\n  ${earlier?.get(question)}\n  ${answer}`)).toEqual([]);
    const text = [...after.values()].join('\n');
    expect(text.includes(WORD) || Object.values(victim.ids).some((id) => text.includes(id))).toBe(false);
  });

  it('learns of no id whether there is such a thing: look-ups, nodes, filters and cursors', async () => {
    const nothing = randomUUID();
    const differing: string[] = [];
    const compare = async (query: string, id: string) => {
      const hidden = maskAnswer(await ask(name, query, { id }), [id]);
      const absent = maskAnswer(await ask(name, query, { id: nothing }), [nothing]);
      if (hidden !== absent) differing.push(`${query} ${id}\n  ${hidden}\n  ${absent}`);
    };
    for (const id of Object.values(victim.ids)) {
      await compare('query ($id: ID!) { verifyLedger(runId: $id) { __typename } }', id);
      for (const { name: field, type } of LOOK_UPS)
        await compare(`query ($id: ID!) { ${field}(id: $id) { ${selectionOf(type)} } }`, id);
      for (const { name: field } of LISTS)
        await compare(
          `query ($id: ID!) { ${field}(first: 5, filter: { id: { in: [$id] } }) { totalCount nodes { id } } }`,
          id,
        );
    }
    for (const { name: field, type } of LOOK_UPS.filter(({ type }) => type.isNode)) {
      const nodeId = (id: string) => Buffer.from(`${type.name}:${id}`).toString('base64url');
      const answers = await Promise.all(
        [String(victim.ids.project), nothing].map(async (id) =>
          maskAnswer(await ask(name, 'query ($id: ID!) { node(id: $id) { id } }', { id: nodeId(id) }), [id]),
        ),
      );
      if (answers[0] !== answers[1]) differing.push(`node ${field}`);
    }
    expect(differing).toEqual([]);
  });

  it('goes on from no cursor into it', async () => {
    const theirs = await tokenOf({ user: PEOPLE.manager, tenant: 'globex' });
    for (const { name: field } of LISTS) {
      const list = (args: string) => `{ ${field}(${args}) { pageInfo { endCursor } nodes { id } } }`;
      const given = await gateway.execute(list('first: 1'), { token: theirs });
      const cursor = pick(given.data, `${field}.pageInfo.endCursor`);
      if (typeof cursor !== 'string') continue;
      for (const args of [`first: 5, after: "${cursor}"`, `last: 5, before: "${cursor}"`]) {
        const { text } = await ask(name, list(args));
        expect(
          Object.values(victim.ids).filter((id) => text.includes(id)),
          `${field} ${args}`,
        ).toEqual([]);
      }
    }
  });

  it.each(Object.entries(MUTATIONS))(
    'changes nothing of it by %s: the answer is that of what is absent',
    async (mutation, [kind, input]) => {
      const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`;
      const text = `mutation ($input: ${type}) { ${mutation}(input: $input) { __typename userErrors { code message path } } }`;
      const answerFor = async (id: string) => maskAnswer(await ask(name, text, { input: input(id) }), [id]);
      expect(await answerFor(String(victim.ids[kind]))).toBe(await answerFor(randomUUID()));
    },
  );

  it('decides nothing of it: the answer is that of what is absent', async () => {
    const select = 'approval { id status reason } userErrors { code message path }';
    const decide = `mutation ($id: ID!) { decideApproval(input: { approvalId: $id, decision: APPROVED }) { ${select} } }`;
    const [hidden, absent] = await Promise.all(
      [String(victim.ids.approval), randomUUID()].map(async (id) => maskAnswer(await ask(name, decide, { id }), [id])),
    );
    expect(hidden).toBe(absent);
    const [approval] = await gateway.owner((client) =>
      client.query('select status, decided_by from ops.approvals where id = $1', [victim.ids.approval]),
    );
    expect(approval).toEqual({ status: 'PENDING', decided_by: null });
  });
});
