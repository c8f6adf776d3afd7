/** Tenants as tests attack them: a project for a client of the company, with all that stands below one, and whoever asks. */
import { createHash, randomUUID } from 'node:crypto';
import { issueToken, type TokenFor } from '../../src/auth/issue.ts';
import { inTransaction, type MigrationClient } from '../../src/postgres/migrate.ts';
import { HEALTHY } from './delivery.ts';
import { pick, type TestGateway } from './gateway.ts';
import { JWT_SECRET } from './stack.ts';

/** What was made for a tenant. */
export interface TenantSide {
  /** `app_metadata.client_id`; empty for the company itself. */
  readonly tenant: string;
  /** It is in every text of the tenant's. */
  readonly word: string;
  readonly ids: Readonly<Record<string, string>>;
}

/** Who made it: they are members of the projects of every tenant, so that membership keeps nothing apart. */
export interface People {
  readonly manager: string;
  readonly developer: string;
}

const SIGNING = { jwtSecret: JWT_SECRET, issuer: null, audience: 'authenticated', lifetimeSeconds: 3_600 };
/** The agent whose runs these are: its tokens may be of a tenant. */
export const AGENT = 'delivery-agent';
/** The kind of those runs. */
export const KIND = 'evidence.run';

/** A token, of a tenant where one is named. */
export const tokenOf = (subject: TokenFor): Promise<string> => issueToken(subject, SIGNING);

/** A mutation as the service sends it, or who has the token; its payload. @throws Error for whatever was refused. */
export async function sendMutation(
  gateway: TestGateway,
  { name, input, select, token }: { name: string; input: object; select: string; token?: string },
): Promise<Readonly<Record<string, unknown>>> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${name}(input: $input) { ${select} userErrors { code message path } } }`;
  const answer = await gateway.execute(query, { ...(token ? { token } : { as: 'service' }), variables: { input } });
  const payload = answer.data?.[name] as Record<string, unknown> | null | undefined;
  if (answer.errors || !payload || (payload.userErrors as unknown[]).length > 0)
    throw new Error(`${name}: ${answer.text}`);
  return payload;
}

/** Makes the tenant's project, and one of each thing that stands below it. */
export async function createTenantSide(
  gateway: TestGateway,
  tenant: string,
  { word, slug, people }: { readonly word: string; readonly slug: string; readonly people: People },
): Promise<TenantSide> {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const send = async (name: string, input: object, path: string, token?: string) => {
    const select = path.split('.').filter((step) => !/^\d+$/.test(step));
    const payload = await sendMutation(gateway, {
      name,
      input,
      ...(token && { token }),
      select: `${select.join(' { ')}${' }'.repeat(select.length - 1)}`,
    });
    return String(pick(payload, path));
  };
  const project = await send(
    'upsertProject',
    { slug, name: `${word} project`, repoSlug: `${slug}-repo`, ...(tenant !== '' && { tenantId: tenant }) },
    'project.id',
  );
  const join = (userId: string, role: string) =>
    send('setProjectMember', { projectId: project, userId, role }, 'member.id');
  const member = await join(people.manager, 'release_manager');
  await join(people.developer, 'developer');
  const build = await send(
    'recordBuild',
    {
      projectId: project,
      gitSha: sha256(word).slice(0, 40),
      branch: 'main',
      imageDigest: `sha256:${sha256(`${word} image`)}`,
      lockHashes: { [`${word}.lock`]: `sha256:${sha256('lock')}` },
      commitMessage: `${word} commit`,
      commitAuthor: word,
    },
    'build.id',
  );
  const deployment = await send(
    'recordDeployment',
    { buildId: build, environment: 'STAGING', status: 'SUCCEEDED', healthChecks: HEALTHY },
    'deployment.id',
  );
  const approval = await send(
    'requestApproval',
    {
      subjectId: build,
      environment: 'PRODUCTION',
      reason: `${word} reason`,
      requestedBy: people.developer,
      idempotencyKey: 'the-key',
    },
    'approval.id',
  );
  const schedule = await send(
    'upsertSchedule',
    { name: `${word} schedule`, agent: AGENT, kind: KIND, expression: '0 6 * * *', projectId: project },
    'schedule.id',
  );
  const emergency = await send(
    'requestEmergency',
    { buildId: build, reason: `${word} emergency`, requestedBy: people.developer },
    'emergency.id',
  );
  const proof = await send(
    'recordStageProof',
    {
      projectId: project,
      environment: 'STAGING',
      checks: [{ name: 'database.is_neutralized', verdict: 'passed', found: word }],
      idempotencyKey: 'the-key',
    },
    'stageProof.id',
    await tokenOf({ agent: AGENT, ...(tenant !== '' && { tenant }) }),
  );
  const pullRequest = await hearPullRequest(gateway, tenant, { project: slug, word });
  const page = randomUUID();
  const run = await enqueueFor(gateway, project, { note: word });
  const event = await gateway.owner((client) =>
    client.query(
      "select event_id from ops.append_event($1, 'test.noted', jsonb_build_object('pageId', $2::text, 'note', $3::text))",
      [run, page, word],
    ),
  );
  const artifact = await gateway.owner((client) =>
    client.query("select ops.record_artifact($1, 'report', 's3://' || $2 || '/report') as id", [run, word]),
  );
  return {
    tenant,
    word,
    ids: {
      ...{ project, member, build, deployment, approval, schedule, run, emergency, proof, pullRequest },
      event: String(event[0]?.event_id),
      artifact: String(artifact[0]?.id),
    },
  };
}

/** A run for a project, under a key that every tenant takes; its uuid. */
export async function enqueueFor(gateway: TestGateway, projectId: string, input: object): Promise<string> {
  const wanted = { agent: AGENT, kind: KIND, input, projectId, idempotencyKey: 'the-key' };
  return String(
    pick(await sendMutation(gateway, { name: 'enqueueRun', input: wanted, select: 'run { id }' }), 'run.id'),
  );
}

/** An environment for a pull request, under a key that every tenant takes; its uuid. */
async function hearPullRequest(
  gateway: TestGateway,
  tenant: string,
  { project, word }: { readonly project: string; readonly word: string },
): Promise<string> {
  const [heard] = await gateway.owner((client) =>
    client.query(
      `select environment_id as id from ops.hear_pull_request(key => 'the-key', wanted => 'OPEN', project => $1, tenant => $2,
         repository => 'company/shop', number => 7, branch => $3, head_sha => repeat('a', 40), name => 'pr-7-shop',
         domain => 'preview.example.com', driver => 'local', per_project => 3, overall => 10)`,
      [project, tenant, `feature/${word}`],
    ),
  );
  return String(heard?.id);
}

/** Makes a project of Odoo one of the tenant's, and enqueues a run for it. */
export async function linkToOdoo(gateway: TestGateway, tenantId: string): Promise<void> {
  const { data } = await gateway.execute('{ projects(first: 1) { nodes { id } } }', { as: 'service' });
  const input = {
    slug: `odoo-${pick(data, 'projects.nodes.0.id')}`,
    name: tenantId,
    odooInstance: 'an Odoo',
    tenantId,
  };
  const made = await sendMutation(gateway, { name: 'upsertProject', input, select: 'project { id }' });
  const run = { agent: AGENT, kind: KIND, projectId: pick(made, 'project.id'), idempotencyKey: 'of Odoo' };
  await sendMutation(gateway, { name: 'enqueueRun', input: run, select: 'run { id }' });
}

/** Claims as the database is told them. */
export type Claims = { readonly role: string } & Readonly<Record<string, unknown>>;

/** The agent's claims, of a tenant where one is named. */
export const agentOf = (tenant?: string): Claims => ({
  role: 'agent_delivery_agent',
  app_metadata: { agent: AGENT, ...(tenant && { client_id: tenant }) },
});

/** A user's claims, of a tenant where one is named. */
export const userOf = (sub: string, tenant?: string): Claims => ({
  role: 'authenticated',
  sub,
  ...(tenant && { app_metadata: { client_id: tenant } }),
});

/** Sends one statement with the claims of somebody; it answers with rows, or with why not. */
export function createCaller(gateway: Pick<TestGateway, 'owner'>) {
  const callAs = (role: string, claims: Claims, text: string, values: readonly unknown[]) => {
    const work = (client: MigrationClient) =>
      inTransaction(client, async () => {
        await client.query("select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)", [
          role,
          JSON.stringify(claims),
        ]);
        return client.query(text, values.slice());
      });
    return gateway.owner(work).catch((error: unknown): Record<string, unknown>[] => {
      const { code, message } = error as { code?: string; message: string };
      return [{ code, message }];
    });
  };
  return {
    call: (claims: Claims, text: string, values: readonly unknown[] = []) => callAs(claims.role, claims, text, values),
    /** Where every function may be executed, so that no grant stands before what it asks itself. */
    callAny: (claims: Claims, text: string, values: readonly unknown[] = []) => callAs('none', claims, text, values),
  };
}
