/** The ledger's part of the matrix: a project with all that it can have, and runs of an agent in each state. */
import { createHash, randomUUID } from 'node:crypto';
import type { Input } from './attack-inputs.ts';
import { HEALTHY } from './delivery.ts';
import { pick, type TestGateway } from './gateway.ts';
import { TEST_PEOPLE } from './people.ts';

/** Ids of the ledger by the type that they are of, and those of the runs. */
export interface LedgerSide {
  readonly ids: Readonly<Record<string, string>>;
  readonly queued: string;
  /** A run that was cancelled, and can be retried. */
  readonly ended: string;
  readonly claimed: { readonly id: string; readonly fence: number };
  readonly running: { readonly id: string; readonly fence: number };
  /** Whose runs these are. */
  readonly agent: string;
  /** Kind of the queued run, by which it alone is claimed. */
  readonly kind: string;
  readonly build: string;
  /** The newest deployment to STAGING, with another before it. */
  readonly latest: string;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Makes one side through the gateway, as the service. @param manager Release manager of its project. */
export async function createLedgerSide(gateway: TestGateway, agent: string, manager: string): Promise<LedgerSide> {
  const send = async (name: string, input: Input, path: string): Promise<string> => {
    const selected = path.split('.').filter((step) => !/^\d+$/.test(step));
    const selection = `${selected.join(' { ')}${' }'.repeat(selected.length - 1)}`;
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { ${name}(input: $input) { ${selection} userErrors { code message } } }`;
    const { data, errors } = await gateway.execute(query, { as: 'service', variables: { input } });
    const found = pick(data, `${name}.${path}`);
    if (errors || found === undefined || found === null)
      throw new Error(`${name}: ${JSON.stringify(errors ?? data?.[name])}`);
    return String(found);
  };
  const project = await send(
    'upsertProject',
    { slug: `m-${sha256(manager).slice(0, 8)}`, name: 'Matrix' },
    'project.id',
  );
  const member = await send(
    'setProjectMember',
    { projectId: project, userId: manager, role: 'release_manager' },
    'member.id',
  );
  const buildOf = (source: string) => send('recordBuild', buildInput(project, source), 'build.id');
  const [build, other] = [await buildOf('one'), await buildOf('other')];
  const deployment = await send('recordDeployment', { buildId: build, environment: 'DEV' }, 'deployment.id');
  const staged = { environment: 'STAGING', status: 'SUCCEEDED', healthChecks: HEALTHY };
  await send('recordDeployment', { buildId: build, ...staged }, 'deployment.id');
  const latest = await send('recordDeployment', { buildId: other, ...staged }, 'deployment.id');
  const approval = await send('requestApproval', approvalInput(build), 'approval.id');
  const schedule = { name: `m-${manager}`, agent, kind: 'matrix.scheduled', expression: '0 6 * * *' };
  const link = { userId: manager, odooInstance: 'matrix', odooUserId: sha256(manager).slice(0, 6), login: manager };
  const begin = async (to: 'queued' | 'claimed' | 'running') => {
    const kind = `matrix.${to}.${agent}`;
    const id = await send('enqueueRun', { agent, kind, input: {}, projectId: project }, 'run.id');
    if (to === 'queued') return { id, fence: 0, kind };
    const fence = Number(
      await send('claimRuns', { agent, worker: 'matrix', kinds: [kind], leaseSeconds: 3_600 }, 'runs.0.fence'),
    );
    if (to === 'running') await send('markRunRunning', { runId: id, fence }, 'run.id');
    return { id, fence, kind };
  };
  const [queued, claimed, running] = [await begin('queued'), await begin('claimed'), await begin('running')];
  const ended = await send('enqueueRun', { agent, kind: `matrix.ended.${agent}`, input: {} }, 'run.id');
  await send('cancelRun', { runId: ended }, 'run.id');
  await send(
    'recordArtifact',
    { runId: running.id, kind: 'report', uri: 's3://matrix/report', fence: running.fence },
    'artifact.id',
  );
  // Nobody who asks in the matrix: the ledger would make that one a member.
  const [someone = ''] = TEST_PEOPLE;
  const joining = { group: agent === 'sync-odoo-agent' ? 'accounting' : 'hr', userId: someone };
  const own = {
    GroupMember: await send('addGroupMember', joining, 'member.id'),
    DeliveryProject: project,
    ProjectMember: member,
    Build: build,
    Deployment: deployment,
    StageProof: await send('recordStageProof', proofInput(project), 'stageProof.id'),
    Approval: approval,
    Schedule: await send('upsertSchedule', schedule, 'schedule.id'),
    Person: manager,
    OdooUserLink: await send('linkOdooUser', link, 'link.id'),
    Backup: await send('recordBackup', backupInput(manager), 'backup.id'),
    Run: running.id,
    ProjectRun: running.id,
    // The view's rows that are the agent's.
    RunStat: agent,
  };
  return {
    ids: { ...own, ...(await readIds(gateway, { project, approval, member: someone, build })) },
    queued: queued.id,
    ended,
    claimed,
    running,
    agent,
    kind: queued.kind,
    build: other,
    latest,
  };
}

/** Ids of what no mutation makes for a project alone. */
async function readIds(
  gateway: TestGateway,
  { project, approval, member, build }: Readonly<Record<'project' | 'approval' | 'member' | 'build', string>>,
): Promise<Readonly<Record<string, string>>> {
  const [row] = await gateway.owner((client) =>
    client.query(
      `with archived as (insert into ops.archives (source, name, uri, run_id, approval_id)
         values ('ops.backups', $1, 's3://matrix/archive/' || $1, gen_random_uuid(), $2) returning id),
       urgent as (insert into ops.emergency_requests
         (project_id, build_id, environment_id, requested_by, reason, run_id, lapses_at, deployed_at, follow_up_due_at)
         select $1::uuid, $4, e.id, $3, 'Matrix', gen_random_uuid(), now() + interval '1 day', now(), now() + interval '1 day'
         from ops.environments e where e.project_id = $1::uuid and e.name = 'PRODUCTION' returning id),
       used as (insert into ops.agent_usage (agent, day, coordinate, used)
         values ('matrix ' || $1, current_date, 'Query.runs', 1) returning id),
       heard as (insert into odoo.webhook_events (instance, source, event_type, aggregate_type, aggregate_id)
         values ('matrix', 'signed', 'a.test', 'matrix', $1) returning id),
       met as (insert into odoo.instances (name) values ('matrix ' || $1) returning id),
       walked as (insert into odoo.sync_cursors (instance, model, walk) values ('matrix ' || $1, 'res.partner', 'ids') returning id),
       found as (insert into odoo.modules (instance, name, state) values ('matrix ' || $1, 'base', 'installed') returning id),
       previewed as (insert into ops.pull_request_environments (project_id, repository, number, branch, head_sha, name, host_name, driver)
         values ($1::uuid, 'matrix/matrix', 1, 'matrix', repeat('a', 40), 'pr-1-' || left(replace($1, '-', ''), 8), 'pr-1.matrix.example', 'matrix')
         returning id),
       mapped as (insert into odoo.entity_mappings (instance, model, odoo_id, external_ref, created_by)
         values ('matrix ' || $1, 'res.partner', 1, 'matrix:1', 'service') returning id),
       verified as (insert into odoo_seed.verifications (run_id, instance, differences, finished_at)
         values (gen_random_uuid(), 'matrix ' || $1, 0, now()) returning id),
       summed as (insert into odoo_seed.shadow_finance_totals
         (company_id, company, journal_id, journal, month, state, currency, count, debit, credit, hash, is_locked, synced_at)
         values (1, $1, 1, 'Matrix', '2026-01-01', $1, 'PHP', 1, 1, 1, 'abc', false, now()) returning id),
       accepted as (insert into odoo_seed.accepted_totals (id, count, debit, credit, hash) select s.id, 1, 2, 2, 'def' from summed s),
       assets as (insert into catalog.assets (fqdn, type)
         values ('matrix.one.' || $1, 'TABLE'), ('matrix.other.' || $1, 'GRAPHQL_TYPE') returning id, fqdn),
       lines as (insert into catalog.lineage ("from", "to", via)
         select 'matrix.one.' || $1, 'matrix.other.' || $1, 'matrix' from (select count(*) from assets) a returning id)
       select (select e.id from ops.environments e where e.project_id = $1::uuid order by e.name limit 1)::text as "Environment",
         (select r.id from ops.roles r order by r.name limit 1)::text as "Role",
         (select a.id from archived a)::text as "Archive",
         (select u.id from urgent u)::text as "Emergency",
         (select u.id from used u)::text as "AgentUse",
         (select h.id from heard h)::text as "WebhookEvent",
         (select m.id from met m)::text as "OdooInstance",
         (select w.id from walked w)::text as "SyncCursor",
         (select f.id from found f)::text as "OdooModule",
         (select p.id from previewed p)::text as "PullRequestEnvironment",
         (select m.id from mapped m)::text as "EntityMapping",
         (select v.id from verified v)::text as "OdooVerification",
         (select md5(s.id || ':1:1:1:abc')::uuid from summed s)::text as "OdooDrift",
         (select a.id from assets a where a.fqdn like 'matrix.one.%')::text as "Asset",
         (select l.id from lines l)::text as "AssetLineage",
         (select s.id from ops.odoo_project_summary s order by s.name limit 1)::text as "ProjectSummary",
         (select g.id from ops.group_events g where g.user_id = $3 order by g.created_at desc limit 1)::text as "GroupEvent"`,
      [project, approval, member, build],
    ),
  );
  return row as Readonly<Record<string, string>>;
}

/** One acceptable input of each mutation of the ledger. */
export function ledgerInputsOf(side: LedgerSide, user: string): Readonly<Record<string, Input>> {
  const { ids, claimed, running, agent } = side;
  const key = { idempotencyKey: randomUUID() };
  return {
    enqueueRun: { agent, kind: 'matrix', input: {}, ...key },
    requestOdooWrite: { model: 'res.partner', method: 'create', values: { name: 'Matrix' }, ...key },
    claimRuns: { agent, worker: 'matrix', kinds: [side.kind] },
    markRunRunning: { runId: claimed.id, fence: claimed.fence },
    heartbeatRun: { runId: running.id, fence: running.fence },
    appendRunEvent: { runId: running.id, fence: running.fence, type: 'matrix.noted', payload: {} },
    recordArtifact: { runId: running.id, fence: running.fence, kind: 'report', uri: 's3://matrix/other' },
    markRunFinished: { runId: running.id, fence: running.fence, outcome: 'SUCCEEDED' },
    cancelRun: { runId: side.queued, reason: 'matrix' },
    retryRun: { runId: side.ended },
    upsertSchedule: { name: `new-${user}`, agent: 'sync-odoo-agent', kind: 'matrix', expression: '0 7 * * *' },
    deleteSchedule: { scheduleId: ids.Schedule },
    pauseSchedule: { scheduleId: ids.Schedule },
    runScheduleNow: { scheduleId: ids.Schedule, ...key },
    upsertProject: { slug: 'matrix-new', name: 'Matrix' },
    upsertOdooSeeds: { projects: [{ externalRef: 'matrix_seed.project', name: 'Matrix' }] },
    acceptFinanceTotals: { ids: [ids.OdooDrift] },
    addGroupMember: { group: 'hr', userId: user },
    removeGroupMember: { group: 'accounting', userId: user },
    setProjectMember: { projectId: ids.DeliveryProject, userId: user, role: 'viewer' },
    // The matrix has no way to keep keys: nothing is asked of Odoo.
    connectOdooAccount: { apiKey: 'a-key-of-the-matrix' },
    linkOdooUser: { userId: user, odooInstance: 'matrix-new', odooUserId: '7', login: 'matrix' },
    mapEntity: { instance: 'matrix-new', model: 'res.partner', odooId: 7, externalRef: 'matrix:7' },
    recordBuild: buildInput(String(ids.DeliveryProject), 'new'),
    recordStageProof: proofInput(String(ids.DeliveryProject)),
    recordDeployment: { buildId: ids.Build, environment: 'DEV', status: 'RUNNING', ...key },
    rollbackDeployment: { deploymentId: side.latest, reason: 'Matrix', ...key },
    requestEmergency: { buildId: ids.Build, reason: 'Matrix', requestedBy: ids.Person },
    recordFollowUp: { emergencyId: ids.Emergency, followUp: 'Matrix', recordedBy: ids.Person },
    requestApproval: approvalInput(side.build),
    decideApproval: { approvalId: ids.Approval, decision: 'APPROVED' },
    recordBackup: backupInput('new'),
  };
}

function buildInput(projectId: string, source: string): Input {
  const image = `sha256:${sha256(`${projectId} ${source}`)}`;
  const locks = { 'package-lock.json': `sha256:${sha256('lock')}` };
  return { projectId, gitSha: sha256(source).slice(0, 40), branch: 'main', imageDigest: image, lockHashes: locks };
}

/** One that passed: a failed one would stop the deployments of the matrix. */
function proofInput(projectId: string): Input {
  const checks = [{ name: 'neutralized', verdict: 'passed', found: 'it is', do: null }];
  return { projectId, environment: 'DEV', checks, idempotencyKey: randomUUID() };
}

function approvalInput(subjectId: string): Input {
  return { subjectId, environment: 'PRODUCTION', reason: 'Matrix', requestedBy: randomUUID() };
}

function backupInput(name: string): Input {
  const digest = `sha256:${sha256(name)}`;
  return {
    database: 'matrix',
    kind: 'DAILY',
    uri: `s3://matrix/${name}`,
    size: '10',
    digest,
    takenAt: '2026-11-01T00:00:00Z',
  };
}
