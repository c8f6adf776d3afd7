/** `POST /webhooks/github`: who may tell of pull requests, and what is done about which. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestGateway, pick, type TestGateway } from '../../support/gateway.ts';
import { openPullRequests, pullRequest, SECRETS, sha, type TestPullRequests } from '../../support/pull-requests.ts';

let gateway: TestGateway;
let pulls: TestPullRequests;
beforeAll(async () => {
  gateway = await createTestGateway();
  pulls = await openPullRequests(gateway);
});
afterAll(async () => {
  await pulls[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
});
beforeEach(() => gateway.owner((client) => client.script('delete from ops.pull_request_environments')));

describe('a delivery', () => {
  it('of an open pull request is stored with its run, and answered at once', async () => {
    const { status, body } = await pulls.deliver(pullRequest(1, { branch: 'feature/Pay; rm -rf /' }));
    expect(status).toBe(202);
    expect(body).toMatchObject({ status: 'stored', environment: 'OPENING', run: expect.any(String) });
    expect(await pulls.environments()).toEqual([
      expect.objectContaining({
        number: 1,
        state: 'OPENING',
        name: 'pr-1-feature-pay-rm-rf',
        hostName: 'pr-1-feature-pay-rm-rf.preview.example.com',
      }),
    ]);
  });

  it('is heard once, whatever number of a delivery it comes with', async () => {
    const event = pullRequest(2);
    const first = await pulls.deliver(event, { headers: { 'x-github-delivery': randomUUID() } });
    const again = await pulls.deliver(event, { headers: { 'x-github-delivery': randomUUID() } });
    expect(again).toEqual({ status: 200, body: { ...first.body, status: 'known' } });
    await pulls.deliver(pullRequest(2, { action: 'closed' }));
    // Kept by somebody, and sent again when the pull request is closed.
    expect((await pulls.deliver(event)).body).toMatchObject({ status: 'known', environment: 'CLOSING' });
  });

  it('of a dozen at once of one pull request makes one environment', async () => {
    const sent = Array.from({ length: 12 }, (_, index) =>
      pulls.deliver(pullRequest(3, { sha: sha(index % 2 ? 'b' : 'c'), action: index < 2 ? 'opened' : `synchronize` })),
    );
    expect(new Set((await Promise.all(sent)).map(({ status }) => status))).toEqual(new Set([200, 202]));
    expect(await pulls.environments()).toHaveLength(1);
  });

  it('of a pull request that is closed has its environment taken away', async () => {
    await pulls.deliver(pullRequest(4));
    expect((await pulls.deliver(pullRequest(4, { action: 'closed' }))).body).toMatchObject({
      status: 'stored',
      environment: 'CLOSING',
    });
    expect((await pulls.deliver(pullRequest(5, { action: 'closed' }))).body).toMatchObject({
      environment: null,
      run: null,
    });
  });

  it('is taken by each of two secrets, and by none of another repository', async () => {
    expect((await pulls.deliver(pullRequest(6), { secret: SECRETS[1].secret })).status).toBe(202);
    const foreign = await pulls.deliver(pullRequest(7), { secret: SECRETS[2].secret });
    expect(foreign).toEqual({
      status: 401,
      body: { error: 'The signature is not by a secret of this repository or its owner' },
    });
    expect((await pulls.deliver(pullRequest(7), { secret: 'nobody has this one' })).status).toBe(401);
    expect((await pulls.deliver(pullRequest(7), { headers: { 'x-hub-signature-256': 'sha256=00' } })).status).toBe(401);
    expect(await pulls.environments()).toHaveLength(1);
  });

  it('of a fork runs no foreign code, but of those who are trusted', async () => {
    const { status, body } = await pulls.deliver(pullRequest(8, { from: 'stranger/shop' }));
    expect(status).toBe(202);
    expect(body).toEqual({
      status: 'ignored',
      why: expect.stringContaining('a fork of stranger, which is not among trustedForks'),
    });
    expect(await pulls.environments()).toEqual([]);
    expect((await pulls.deliver(pullRequest(9, { from: 'friend/shop' }))).body).toMatchObject({ status: 'stored' });
    // A trusted one may name no repository but that whose secret signed.
    expect(
      (await pulls.deliver(pullRequest(9, { from: 'acme/shop', to: 'acme/other' }), { secret: SECRETS[1].secret })).body
        .why,
    ).toContain('is not among');
  });

  it.each([
    ['another event', pullRequest(10), { headers: { 'x-github-event': 'ping' } }, 202, 'ignored'],
    ['an action that changes no code', pullRequest(10, { action: 'labeled' }), {}, 202, 'ignored'],
    ['no pull request', { action: 'opened', number: 10 }, {}, 422, undefined],
    ['a commit that is none', pullRequest(10, { sha: 'main' }), {}, 422, undefined],
    ['no JSON', {}, { body: 'payload=%7B%7D' }, 422, undefined],
    ['more than is read', {}, { body: 'x'.repeat(300_000) }, 413, undefined],
  ])('with %s makes nothing', async (_what, event, given, status, result) => {
    const answer = await pulls.deliver(event, given as never);
    expect([answer.status, answer.body.status]).toEqual([status, result]);
    expect(await pulls.environments()).toEqual([]);
  });

  it('is no GET', async () => {
    expect((await fetch(`${pulls.url}/webhooks/github`)).status).toBe(405);
  });
});

describe('who sees an environment', () => {
  it('is a member of its project, and nobody else', async () => {
    await pulls.deliver(pullRequest(11));
    const { data } = await gateway.execute('{ deliveryProjects { nodes { id slug } } }', { as: 'service' });
    const projects = pick(data, 'deliveryProjects.nodes') as readonly { id: string; slug: string }[];
    const projectId = projects.find(({ slug }) => slug === 'shop')?.id;
    const join =
      'mutation ($input: SetProjectMemberInput!) { setProjectMember(input: $input) { userErrors { message } } }';
    await gateway.execute(join, {
      as: 'service',
      variables: { input: { projectId, userId: 'a0a00000-0000-4000-8000-000000000001', role: 'developer' } },
    });
    const query =
      '{ pullRequestEnvironments { nodes { number project { slug pullRequestEnvironments { nodes { state } } } } } }';
    const seen = async (as: string) =>
      ((await gateway.execute(query, { as })).data?.pullRequestEnvironments as { nodes: unknown[] } | null)?.nodes;
    expect(await seen('ana')).toEqual([
      { number: 11, project: { slug: 'shop', pullRequestEnvironments: { nodes: [{ state: 'OPENING' }] } } },
    ]);
    expect(await seen('carla')).toEqual([]);
    expect((await gateway.execute(query)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});
