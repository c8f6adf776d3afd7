/** Who sees and who changes what of delivery: a table of viewers, by GraphQL and by the database alone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, pick, type TestGateway } from '../../support/gateway.ts';
import { askAs, createLedger } from '../../support/ledger.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
});

afterAll(() => gateway[Symbol.asyncDispose]());

/** Viewer → how many of the demo's rows it sees: Ana and Ben are members of the gateway, Ben of the portal too. */
const SEEN: readonly (readonly [as: string, counts: Readonly<Record<string, number>>])[] = [
  ['ana', { deliveryProjects: 1, environments: 3, builds: 2, deployments: 5, approvals: 2 }],
  ['ben', { deliveryProjects: 2, environments: 6, builds: 2, deployments: 5, approvals: 2 }],
  ['carla', { deliveryProjects: 0, environments: 0, builds: 0, deployments: 0, approvals: 0 }],
  ['service', { deliveryProjects: 2, environments: 6, builds: 2, deployments: 5, approvals: 2 }],
  ['agent:sync-odoo-agent', { deliveryProjects: 2, environments: 6, builds: 2, deployments: 5, approvals: 2 }],
];
const KEPT = ['roles', 'projectMembers', 'odooUserLinks'];
const TABLES: Readonly<Record<string, string>> = {
  deliveryProjects: 'ops.projects',
  environments: 'ops.environments',
  builds: 'ops.builds',
  deployments: 'ops.deployments',
  approvals: 'ops.approvals',
  roles: 'ops.roles',
  projectMembers: 'ops.project_members',
  odooUserLinks: 'ops.odoo_users',
};

describe('what a viewer sees', () => {
  it.each(SEEN)('%s: the projects of a member, all of them for a service', async (as, counts) => {
    const text = Object.keys(counts).map((field) => `${field} { totalCount nodes { id } }`);
    const { data, errors } = await gateway.execute(`{ ${text.join(' ')} }`, { as });
    expect(errors).toBeUndefined();
    for (const [field, count] of Object.entries(counts)) {
      expect(pick(data, `${field}.totalCount`), field).toBe(count);
      expect(pick(data, `${field}.nodes`), field).toHaveLength(count);
      const [row] = await askAs(gateway, as, `select count(*)::int as count from ${TABLES[field]}`);
      expect(row, TABLES[field]).toEqual({ count });
    }
  });

  it.each([null, 'agent:workspace-indexer', 'agent:workspace-ask-docs'])('%s: nothing', async (as) => {
    for (const field of Object.keys(TABLES)) {
      const { errors } = await gateway.execute(`{ ${field} { totalCount } }`, { as });
      expect(errors, field).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      const asked = askAs(gateway, as, `select count(*) from ${TABLES[field]}`);
      await expect(asked, field).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('no user sees who is a member, which roles there are and who is who in Odoo', async () => {
    for (const field of KEPT) {
      const { errors } = await gateway.execute(`{ ${field} { totalCount } }`, { as: 'ana' });
      expect(errors, field).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      const asked = askAs(gateway, 'ana', `select count(*) from ${TABLES[field]}`);
      await expect(asked, field).rejects.toMatchObject({ code: '42501' });
    }
    const { data, errors } = await gateway.execute('{ deliveryProjects { nodes { slug members { totalCount } } } }', {
      as: 'ana',
    });
    expect(pick(data, 'deliveryProjects.nodes')).toEqual([{ slug: 'gateway', members: null }]);
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('a user without claims sees no row', async () => {
    for (const table of ['ops.projects', 'ops.environments', 'ops.builds', 'ops.deployments', 'ops.approvals']) {
      const rows = await gateway.owner(async (client) => {
        await client.script('begin; set local role authenticated');
        try {
          return await client.query(`select from ${table}`);
        } finally {
          await client.script('rollback');
        }
      });
      expect(rows, table).toEqual([]);
    }
  });
});

describe('the story of a release', () => {
  it('is one query: from the project over builds, deployments and approvals, and back', async () => {
    const { data, errors } = await gateway.execute(
      `{ deliveryProjects(filter: { slug: { eq: "gateway" } }) { nodes {
        environments(filter: { name: { eq: PRODUCTION } }) { nodes { requiresApproval deployments { nodes {
          status build { branch deployments { totalCount } } approval { status reason comment build { project { slug } } }
        } } } }
        approvals(filter: { status: { eq: PENDING } }) { nodes { reason environment { name } deployments { totalCount } } }
      } } }`,
      { as: 'ben' },
    );
    expect(errors).toBeUndefined();
    expect(pick(data, 'deliveryProjects.nodes')).toEqual([
      {
        environments: {
          nodes: [
            {
              requiresApproval: true,
              deployments: {
                nodes: [
                  {
                    status: 'SUCCEEDED',
                    build: { branch: 'main', deployments: { totalCount: 3 } },
                    approval: {
                      status: 'APPROVED',
                      reason: 'First release',
                      comment: 'Go ahead',
                      build: { project: { slug: 'gateway' } },
                    },
                  },
                ],
              },
            },
          ],
        },
        approvals: {
          nodes: [
            { reason: 'Faster month-end reports', environment: { name: 'PRODUCTION' }, deployments: { totalCount: 0 } },
          ],
        },
      },
    ]);
    expect(gateway.calls.filter((call) => call.startsWith('postgres'))).toHaveLength(1);
  });

  it('ends where the one who may decides: Ana, not Ben who asked', async () => {
    const list = await gateway.execute('{ approvals(filter: { status: { eq: PENDING } }) { nodes { id } } }', {
      as: 'ana',
    });
    const id = pick(list.data, 'approvals.nodes.0.id');
    const decide = (as: string) =>
      gateway.execute(
        `mutation { decideApproval(input: { approvalId: "${id}", decision: APPROVED }) { approval { status } userErrors { code } } }`,
        { as },
      );
    expect((await decide('ben')).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(pick((await decide('ana')).data, 'decideApproval')).toEqual({
      approval: { status: 'APPROVED' },
      userErrors: [],
    });
  });
});

describe('what a viewer changes', () => {
  const ID = '00000000-0000-4000-8000-000000000000';
  const SHA = 'a'.repeat(64);
  const MUTATIONS = [
    'upsertProject(input: { slug: "mine", name: "Mine" }) { project { id } }',
    `setProjectMember(input: { projectId: "${ID}", userId: "${ID}", role: "release_manager" }) { project { id } }`,
    `recordBuild(input: { projectId: "${ID}", gitSha: "${SHA.slice(24)}", branch: "main", imageDigest: "sha256:${SHA}",
      lockHashes: { a: "sha256:${SHA}" } }) { build { id } }`,
    `recordDeployment(input: { buildId: "${ID}", environment: DEV }) { deployment { id } }`,
    `requestApproval(input: { subjectId: "${ID}", environment: DEV, reason: "x" }) { approval { id } }`,
    `linkOdooUser(input: { userId: "${ID}", odooInstance: "x", odooUserId: "1", login: "x" }) { link { id } }`,
  ];
  const FUNCTIONS: Readonly<Record<string, object>> = {
    upsert_project: { slug: 'mine', name: 'Mine' },
    set_project_member: { project_id: ID, user_id: ID },
    record_build: { project_id: ID, git_sha: '', branch: '', image_digest: '', lock_hashes: '{}' },
    record_deployment: { build_id: ID },
    request_approval: { subject: 'deployment', subject_id: ID, reason: 'x' },
    link_odoo_user: { user_id: ID, odoo_instance: 'x', odoo_user_id: '1', login: 'x' },
  };
  const OTHERS = [null, 'ana', 'agent:sync-odoo-agent', 'agent:workspace-indexer', 'agent:workspace-ask-docs'];

  it.each(OTHERS)('%s: nothing, by no mutation', async (as) => {
    for (const mutation of MUTATIONS) {
      const { data, errors } = await gateway.execute(`mutation { ${mutation} }`, { as });
      expect(Object.values(data ?? {}), mutation).toEqual([null]);
      expect(errors?.[0]?.extensions.code, mutation).toMatch(/^(FORBIDDEN|BOUNDARY_VIOLATION)$/);
    }
  });

  it.each(OTHERS)('%s: nothing, by no function, whatever the rules say', async (as) => {
    for (const [name, given] of Object.entries(FUNCTIONS)) {
      const called = createLedger(gateway, as).call(name, given as Record<string, unknown>);
      await expect(called, name).rejects.toMatchObject({ code: '42501' });
    }
  });

  it.each([...OTHERS, 'service'])('%s: nothing, by no statement', async (as) => {
    for (const table of Object.values(TABLES))
      for (const sql of [`delete from ${table}`, `insert into ${table} default values`, `update ${table} set id = id`])
        await expect(askAs(gateway, as, sql), sql).rejects.toMatchObject({ code: '42501' });
  });
});
