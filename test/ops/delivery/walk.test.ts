/** A change on its way from a feature branch to production and back, with each step that is not allowed: the list is the golden. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDelivery, HEALTHY, type Payload } from '../../support/delivery.ts';
import { createTestGateway, pick, type TestGateway } from '../../support/gateway.ts';

let gateway: TestGateway;
let delivery: ReturnType<typeof createDelivery>;

beforeAll(async () => {
  gateway = await createTestGateway();
  delivery = createDelivery(gateway);
});

afterAll(() => gateway[Symbol.asyncDispose]());

const [WEB, DATABASE] = HEALTHY;
const LOCKS = (of: string) => ({ 'package-lock.json': `sha256:${createHash('sha256').update(of).digest('hex')}` });

/** What the step came to, as whoever asked is told it. */
function told({ deployment, userErrors }: Payload): string {
  const { status, failure } = (deployment ?? {}) as { status?: string; failure?: string };
  const [error] = userErrors;
  if (!error) return failure ? `${status}: ${failure}` : `${status}`;
  const missing = (pick(error, 'details.missing') as string[] | undefined) ?? [];
  return `refused${missing.length > 0 ? ` [${missing.join(', ')}]` : ''}: ${error.message}`;
}

function masked(text: string): string {
  return text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>').replace(/\b[0-9a-f]{40}\b/g, '<sha>');
}

it('goes feature → staging → production, and each step that is not allowed is refused and says why', async () => {
  const lines: string[] = [];
  const step = async (what: string, answer: Promise<Payload>) => {
    const payload = await answer;
    lines.push(masked(`${what}\n    ${told(payload)}`));
    return String(pick(payload, 'deployment.id'));
  };
  const project = await delivery.project();
  const to = (environment: string, buildId: string, given: object = {}) =>
    delivery.deploy({ buildId, environment, status: 'SUCCEEDED', ...given });
  const build = (source: string, branch: string, given: object = {}) =>
    delivery.build(project, source, { branch, ...given });
  const approve = async (buildId: string, decision = 'APPROVED') =>
    void (await delivery.decide(await delivery.request(buildId), decision));
  const back = (deploymentId: string, reason = 'It sends every mail twice') =>
    delivery.send(
      'rollbackDeployment',
      { deploymentId, reason },
      'deployment { id status failure build { id } previousSha }',
    );

  const feature = await build('the change', 'feature/mails');
  await approve(feature);
  await step('feature/mails → DEV', to('DEV', feature));
  await step('feature/mails → STAGING', to('STAGING', feature));
  await step('feature/mails → PRODUCTION, approved', to('PRODUCTION', feature));
  await step('fix/mails → STAGING', to('STAGING', await build('a fix', 'fix/mails')));
  await step('release/1 → STAGING', to('STAGING', await build('a release', 'release/1')));

  const main = await build('the change', 'main');
  await approve(main);
  await step('main → PRODUCTION, approved, before staging', to('PRODUCTION', main));
  await step('main → STAGING, nobody asked its health', to('STAGING', main, { healthChecks: [] }));
  await step('main → STAGING, its database not asked', to('STAGING', main, { healthChecks: [WEB] }));
  const ill = [{ ...WEB, ok: false, status: 503 }, DATABASE];
  await step('main → STAGING, HTTP 503', to('STAGING', main, { healthChecks: ill }));
  await step('main → PRODUCTION, approved, staging failed', to('PRODUCTION', main));
  await step('main → STAGING', to('STAGING', main));
  await approve(main, 'REJECTED');
  await step('main → PRODUCTION, the approval taken back', to('PRODUCTION', main));

  const other = await build('another change', 'production');
  await approve(other);
  await step('production → PRODUCTION, a commit that never ran in staging', to('PRODUCTION', other));
  await step(
    'main → STAGING, the same commit, made on production',
    to('STAGING', await build('another change', 'main')),
  );
  const relocked = await build('the change', 'production', { lockHashes: LOCKS('other') });
  await approve(relocked);
  await step('production → PRODUCTION, other lock files than in staging', to('PRODUCTION', relocked));
  const production = await build('the change', 'production');
  await step('production → PRODUCTION, not approved', to('PRODUCTION', production));
  await approve(production);
  const first = await step('production → PRODUCTION, approved', to('PRODUCTION', production));
  await step('production → STAGING', to('STAGING', production));
  await step('back from the first one in PRODUCTION', back(first));

  const next = await build('the next change', 'main');
  await step('main, the next change → STAGING', to('STAGING', next));
  await approve(next);
  const second = await step('main, the next change → PRODUCTION', to('PRODUCTION', next));
  await step('back from the first one, which is not the newest', back(first));
  await step('back without a reason', back(second, ' '));
  await approve(production, 'REJECTED');
  await step('back to a build whose approval was taken back', back(second));
  await approve(production);
  const reverse = await back(second);
  const third = await step('back to the build of before', Promise.resolve(reverse));
  expect(pick(reverse, 'deployment.build.id')).toBe(production);
  const done = await delivery.deploy({ deploymentId: third, status: 'SUCCEEDED' });
  await step('which succeeds', Promise.resolve(done));
  expect(pick(done, 'deployment.rollsBack.id')).toBe(second);
  // To what was rolled back nothing leads but a deployment of its own.
  await step('back from that', back(third));

  expect(`${lines.join('\n')}\n`).toMatchGolden('promotion.txt');
});
