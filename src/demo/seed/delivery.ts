/** The demo's delivery: a project on its way from build to production, another that has only begun, and a schedule. */
import { createHash } from 'node:crypto';
import { DEMO_USERS } from '../../auth/issue.ts';
import type { MigrationClient } from '../../postgres/migrate.ts';

type Row = Readonly<Record<string, unknown>>;

/** What the seed lends: `insert` leaves a row that is there as it is, and `id` gives the same uuid for the same name. */
export interface SeedTools {
  readonly insert: (table: string, rows: readonly Row[]) => Promise<void>;
  readonly id: (...name: readonly string[]) => string;
}

/** Ana releases the gateway, Ben builds it and looks at the portal; Carla is a member of neither. */
const PROJECTS = [
  {
    slug: 'gateway',
    name: 'Gateway',
    createdAt: '2026-09-01T08:00:00Z',
    members: { ana: 'release_manager', ben: 'developer' },
  },
  { slug: 'portal', name: 'Customer portal', createdAt: '2026-09-08T08:00:00Z', members: { ben: 'viewer' } },
] as const;

const ENVIRONMENTS = ['DEV', 'STAGING', 'PRODUCTION'] as const;

/** Builds of the gateway, the first of which is in production; the second waits for Ana. */
const BUILDS = [
  { name: 'build-1', branch: 'main', createdAt: '2026-10-05T01:00:00Z' },
  { name: 'build-2', branch: 'main', createdAt: '2026-10-07T01:00:00Z' },
] as const;

/** In their order: production takes what staging and Ana let through. */
const DEPLOYMENTS = [
  { build: 'build-1', environment: 'DEV', status: 'SUCCEEDED', at: '2026-10-05T01:10:00Z' },
  { build: 'build-1', environment: 'STAGING', status: 'SUCCEEDED', at: '2026-10-05T02:00:00Z' },
  { build: 'build-1', environment: 'PRODUCTION', status: 'SUCCEEDED', at: '2026-10-06T03:00:00Z' },
  { build: 'build-2', environment: 'DEV', status: 'FAILED', at: '2026-10-07T01:10:00Z' },
  { build: 'build-2', environment: 'STAGING', status: 'SUCCEEDED', at: '2026-10-07T04:00:00Z' },
] as const;

const APPROVALS = [
  { build: 'build-1', reason: 'First release', at: '2026-10-05T06:00:00Z', decidedAt: '2026-10-06T02:30:00Z' },
  { build: 'build-2', reason: 'Faster month-end reports', at: '2026-10-07T06:00:00Z', decidedAt: null },
] as const;

/** What was found of an environment in which all is well; without it no deployment succeeds. */
const HEALTHY = [
  { name: 'https://demo.example.com/web/health', kind: 'HTTP', ok: true, status: 200, ms: 41 },
  { name: 'ODOO_DATABASE_URL', kind: 'DATABASE', ok: true, ms: 6 },
];

/** Run again it changes nothing. */
export async function seedDelivery(client: MigrationClient, tools: SeedTools): Promise<void> {
  await seedProjects(client, tools);
  await tools.insert('ops.builds', BUILDS.map(buildRow(tools)));
  await seedApprovals(client, tools);
  await tools.insert('ops.deployments', DEPLOYMENTS.map(deploymentRow(tools)));
  await tools.insert('ops.odoo_users', [
    {
      id: tools.id('odoo-user', 'ana'),
      user_id: DEMO_USERS.ana,
      odoo_instance: 'demo',
      odoo_user_id: '2',
      login: 'ana@example.com',
      created_at: '2026-09-01T09:00:00Z',
      updated_at: '2026-09-01T09:00:00Z',
    },
  ]);
  await seedSchedule(client, tools);
}

async function seedProjects(client: MigrationClient, { insert, id }: SeedTools): Promise<void> {
  const roles = await client.query('select name, id from ops.roles');
  const roleIds = new Map(roles.map(({ name, id: role }) => [name, role]));
  for (const { slug, name, createdAt, members } of PROJECTS) {
    const projectId = id('project', slug);
    await insert('ops.projects', [{ id: projectId, slug, name, created_at: createdAt, updated_at: createdAt }]);
    await insert(
      'ops.environments',
      ENVIRONMENTS.map((environment) => ({
        id: id('environment', slug, environment),
        project_id: projectId,
        name: environment,
        requires_approval: environment === 'PRODUCTION',
        created_at: createdAt,
      })),
    );
    await insert(
      'ops.project_members',
      Object.entries(members).map(([user, role]) => ({
        id: id('member', slug, user),
        project_id: projectId,
        user_id: DEMO_USERS[user],
        role_id: roleIds.get(role),
        created_at: createdAt,
      })),
    );
  }
}

function buildRow({ id }: SeedTools) {
  return ({ name, branch, createdAt }: (typeof BUILDS)[number]): Row => ({
    id: id('build', name),
    project_id: id('project', 'gateway'),
    git_sha: sha256(`${name} source`).slice(0, 40),
    branch,
    image_digest: `sha256:${sha256(`${name} image`)}`,
    lock_hashes: JSON.stringify({ 'package-lock.json': `sha256:${sha256(`${name} lock`)}` }),
    recorded_by: 'service',
    created_at: createdAt,
  });
}

/** Undecided first, as the database wants it, then decided by Ana. */
async function seedApprovals(client: MigrationClient, { insert, id }: SeedTools): Promise<void> {
  for (const { build, reason, at, decidedAt } of APPROVALS) {
    const approvalId = id('approval', build);
    await insert('ops.approvals', [
      {
        id: approvalId,
        subject: 'deployment',
        subject_id: id('build', build),
        project_id: id('project', 'gateway'),
        environment_id: id('environment', 'gateway', 'PRODUCTION'),
        requested_by: DEMO_USERS.ben,
        reason,
        created_at: at,
      },
    ]);
    if (decidedAt === null) continue;
    await client.query(
      `update ops.approvals set status = 'APPROVED', decided_by = $2, decided_at = $3, comment = 'Go ahead'
       where id = $1 and status = 'PENDING'`,
      [approvalId, DEMO_USERS.ana, decidedAt],
    );
  }
}

function deploymentRow({ id }: SeedTools) {
  return ({ build, environment, status, at }: (typeof DEPLOYMENTS)[number]): Row => {
    const ended = new Date(Date.parse(at) + 4 * 60_000).toISOString();
    return {
      id: id('deployment', build, environment),
      project_id: id('project', 'gateway'),
      build_id: id('build', build),
      environment_id: id('environment', 'gateway', environment),
      status,
      health_checks: JSON.stringify(status === 'SUCCEEDED' ? HEALTHY : []),
      recorded_by: 'service',
      started_at: at,
      finished_at: ended,
      created_at: at,
      updated_at: ended,
    };
  };
}

/** Each night at two in Manila; its next due time is in the future, as that of a schedule just made. */
async function seedSchedule(client: MigrationClient, { id }: SeedTools): Promise<void> {
  await client.query(
    `insert into ops.schedules (id, name, agent, kind, input, expression, time_zone, minutes, hours, days, months, weekdays,
       overlap, warning, next_due_at, requested_by, created_at, updated_at)
     select $1, 'nightly-index', 'workspace-indexer', 'work.index', '{"pages": "changed"}', '0 2 * * *', 'Asia/Manila',
       m, h, null, y, null, 'SKIP', (select problem from ops.judge_work('workspace-indexer', 'work.index')), ops.next_due(m, h, null, y, null, 'Asia/Manila', now()), 'service', $2, $2
     from (values (array[0], array[2], array[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])) as sets (m, h, y)
     on conflict do nothing`,
    [id('schedule', 'nightly-index'), '2026-09-01T08:00:00Z'],
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
