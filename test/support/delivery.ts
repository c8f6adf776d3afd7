/** What the tests of delivery begin with: a project with members, builds, and the mutations as a client sends them. */
import { createHash } from 'node:crypto';
import { pick, type TestGateway } from './gateway.ts';

/** An answer of one mutation. */
export type Payload = Readonly<Record<string, unknown>> & {
  readonly userErrors: readonly { code: string; message: string; path: string[] | null; details: unknown }[];
};

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
let names = 0;
const unique = () => `n${++names}`;

/** Sends mutations to one gateway, as the service unless told otherwise. */
export function createDelivery(gateway: TestGateway) {
  /** One mutation with its input; `selection` is what is asked of its payload beside `userErrors`. */
  const mutate = async (name: string, input: object, selection: string, as = 'service') => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
    const text = `mutation ($input: ${type}) { ${name}(input: $input) { ${selection} userErrors { code message path details } } }`;
    return gateway.execute(text, { as, variables: { input } });
  };
  const send = async (name: string, input: object, selection: string, as = 'service'): Promise<Payload> => {
    const answer = await mutate(name, input, selection, as);
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data?.[name] as Payload;
  };
  /** Healthy where it succeeds and says nothing else. */
  const deploy = (input: object) => {
    const found = 'status' in input && input.status === 'SUCCEEDED' ? { healthChecks: HEALTHY } : {};
    return send('recordDeployment', { ...found, ...input }, DEPLOYMENT);
  };
  return {
    mutate,
    send,
    deploy,
    /** A new project of which Ana is release manager and Ben developer, Carla nothing; its uuid. */
    project: async (given: object = {}): Promise<string> => {
      const answer = await send('upsertProject', { slug: unique(), name: 'A project', ...given }, 'project { id }');
      const projectId = String(pick(answer, 'project.id'));
      for (const [userId, role] of Object.entries(MEMBERS)) {
        await send('setProjectMember', { projectId, userId, role }, 'member { id }');
      }
      return projectId;
    },
    /** A new build; its uuid. The same `source` is the same git SHA. */
    build: async (projectId: string, source = unique(), given: object = {}): Promise<string> => {
      const input = { ...buildInput(projectId, source), ...given };
      return String(pick(await send('recordBuild', input, 'build { id }'), 'build.id'));
    },
    /** A new request for an approval of a build in production, by Ben; its uuid. */
    request: async (buildId: string, given: object = {}): Promise<string> => {
      const input = { subjectId: buildId, environment: 'PRODUCTION', reason: 'A release', requestedBy: BEN, ...given };
      return String(pick(await send('requestApproval', input, 'approval { id }'), 'approval.id'));
    },
    decide: (approvalId: string, decision: string, as = 'ana') =>
      send('decideApproval', { approvalId, decision }, APPROVAL, as),
    /** Lets a build succeed on staging. */
    stage: (buildId: string) => deploy({ buildId, environment: 'STAGING', status: 'SUCCEEDED' }),
  };
}

/** What is found of an environment in which all is well. */
export const HEALTHY = [
  { name: 'web', kind: 'HTTP', ok: true, status: 200, ms: 12 },
  { name: 'database', kind: 'DATABASE', ok: true, ms: 3 },
] as const;

const ANA = 'a0a00000-0000-4000-8000-000000000001';
const BEN = 'b0b00000-0000-4000-8000-000000000002';
const MEMBERS = { [ANA]: 'release_manager', [BEN]: 'developer' };
const DEPLOYMENT =
  'deployment { id status failure previousSha startedAt finishedAt recordedBy environment { name } build { id gitSha } approval { id } rollsBack { id } }';
const APPROVAL = 'approval { id status decidedBy decidedAt comment requestedBy }';

/** All that a build needs, of one source and an image of its own. */
export function buildInput(projectId: string, source: string) {
  return {
    projectId,
    gitSha: sha256(source).slice(0, 40),
    branch: 'main',
    imageDigest: `sha256:${sha256(`${source} ${unique()}`)}`,
    lockHashes: { 'package-lock.json': `sha256:${sha256('lock')}` },
  };
}
