/** Builds and projects: what they need, what stays, and what comes twice. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildInput, createDelivery } from '../../support/delivery.ts';
import { createTestGateway, pick, type TestGateway } from '../../support/gateway.ts';
import { createLedger } from '../../support/ledger.ts';
import { addPeople } from '../../support/people.ts';
import { isRealStack } from '../../support/stack.ts';

let gateway: TestGateway;
let delivery: ReturnType<typeof createDelivery>;
let ledger: ReturnType<typeof createLedger>;
let project: string;

beforeAll(async () => {
  gateway = await createTestGateway();
  delivery = createDelivery(gateway);
  ledger = createLedger(gateway);
  project = await delivery.project();
});

afterAll(() => gateway[Symbol.asyncDispose]());

const BUILD = 'build { id gitSha branch imageDigest lockHashes recordedBy project { id } }';
const record = (input: object) => delivery.send('recordBuild', input, BUILD);
const NOBODY = '00000000-0000-4000-8000-000000000000';

describe('recordBuild', () => {
  it('records all that was given', async () => {
    const input = buildInput(project, 'all of it');
    const { projectId, ...facts } = input;
    expect(await record(input)).toMatchObject({
      build: { ...facts, recordedBy: 'service', project: { id: projectId } },
      userErrors: [],
    });
  });

  it('answers the same build for the same image, and refuses other facts about it', async () => {
    const input = buildInput(project, 'twice');
    const first = await record(input);
    expect(pick(await record(input), 'build.id')).toBe(pick(first, 'build.id'));
    expect(await record({ ...input, branch: 'other' })).toMatchObject({
      build: null,
      userErrors: [{ code: 'CONFLICT', details: { buildId: pick(first, 'build.id'), branch: 'main' } }],
    });
  });

  it.skipIf(!isRealStack)('makes one build of fifty requests at once (real only)', async () => {
    const input = buildInput(project, 'at once');
    const answers = await Promise.all(Array.from({ length: 50 }, () => record(input)));
    expect(new Set(answers.map((answer) => pick(answer, 'build.id'))).size).toBe(1);
  });

  const FACTS = {
    commitMessage: 'Say it\n\nWith a body',
    commitAuthor: 'Ana Álvarez',
    committedAt: '2026-11-30T20:31:00+08:00',
    addonsPath: ['/mnt/second', '/mnt/first'],
    manifestDigest: `sha256:${'b'.repeat(64)}`,
  };
  const FACTS_OF =
    'build { id commitMessage commitAuthor committedAt commitZone addonsPath manifestDigest reproducible { digests reproducible } }';
  const recordFacts = (input: object) => delivery.send('recordBuild', input, FACTS_OF);

  it('keeps what the manifest says, with the zone of the commit and the order of the addons', async () => {
    const input = { ...buildInput(project, 'facts'), ...FACTS };
    const first = await recordFacts(input);
    expect(first).toMatchObject({
      build: { ...FACTS, committedAt: expect.stringMatching(/^2026-11-30T12:31:00(\.000)?Z$/), commitZone: '+08:00' },
      userErrors: [],
    });
    expect(await recordFacts(input)).toEqual(first);
    for (const other of [{ committedAt: '2026-11-30T12:31:00Z' }, { addonsPath: ['/mnt/first', '/mnt/second'] }])
      expect(await recordFacts({ ...input, ...other })).toMatchObject({
        build: null,
        userErrors: [{ code: 'CONFLICT' }],
      });
  });

  it('knows nothing of what nobody said, and is refused what would be dropped', async () => {
    const input = buildInput(project, 'no facts');
    expect(await recordFacts(input)).toMatchObject({
      build: { commitMessage: null, commitZone: null, addonsPath: null },
    });
    expect(await recordFacts({ ...input, ...FACTS })).toMatchObject({
      build: null,
      userErrors: [{ code: 'CONFLICT' }],
    });
  });

  it('shows two digests of one commit as a finding, in both builds and nowhere else', async () => {
    const one = buildInput(project, 'not reproducible');
    const other = buildInput(project, 'not reproducible');
    const elsewhere = await delivery.project();
    expect(pick(await recordFacts(one), 'build.reproducible')).toEqual({
      digests: [one.imageDigest],
      reproducible: null,
    });
    await recordFacts({ ...one, projectId: elsewhere });
    expect(pick(await recordFacts(other), 'build.reproducible')).toEqual({
      digests: [one.imageDigest, other.imageDigest],
      reproducible: false,
    });
    expect(pick(await recordFacts(one), 'build.reproducible.reproducible')).toBe(false);
    const answer = await gateway.execute(
      `{ builds(filter: { project: { id: { eq: "${elsewhere}" } } }) { nodes { reproducible { reproducible } } } }`,
      { as: 'ana' },
    );
    expect(pick(answer.data, 'builds.nodes')).toEqual([{ reproducible: { reproducible: null } }]);
  });

  const bad: [string, Record<string, unknown>, string, RegExp][] = [
    ['a time without its zone', { committedAt: '2026-11-30T20:31:00' }, 'committedAt', /zone/],
    ['a time that there is not', { committedAt: '2026-13-30T20:31:00Z' }, 'committedAt', /zone/],
    ['an empty message', { commitMessage: '' }, 'commitMessage', /empty|characters/],
    ['an empty addons path', { addonsPath: [] }, 'addonsPath', /at least one|1 to 200/],
    ['another digest of a manifest', { manifestDigest: 'md5:1' }, 'manifestDigest', /sha256:/],
    ['no git SHA', { gitSha: '' }, 'gitSha', /40 hexadecimal digits/],
    ['a short git SHA', { gitSha: 'abc1234' }, 'gitSha', /40 hexadecimal digits/],
    ['a git SHA in capitals', { gitSha: 'A'.repeat(40) }, 'gitSha', /small letters/],
    ['no branch', { branch: ' ' }, 'branch', /must not be empty/],
    ['no image digest', { imageDigest: '' }, 'imageDigest', /sha256:/],
    ['a tag for a digest', { imageDigest: 'gateway:latest' }, 'imageDigest', /sha256:/],
    ['no lock file', { lockHashes: {} }, 'lockHashes', /at least one lock file/],
    ['a list of lock files', { lockHashes: ['package-lock.json'] }, 'lockHashes', /object/],
    ['a lock file without its hash', { lockHashes: { 'package-lock.json': 'yes' } }, 'lockHashes', /sha256:/],
  ];

  it.each(bad)('refuses %s', async (_what, given, argument, message) => {
    const { build, userErrors } = await record({ ...buildInput(project, 'bad'), ...given });
    expect(build).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', message: expect.stringMatching(message) }]);
    expect(userErrors[0]?.path?.slice(0, 2)).toEqual(['input', argument]);
  });

  it.each(bad)('is refused by the function itself for %s', async (_what, given) => {
    const facts: Record<string, unknown> = { ...given };
    const { gitSha, branch, imageDigest, lockHashes } = { ...buildInput(project, 'bad'), ...given };
    const call = ledger.call('record_build', {
      project_id: project,
      git_sha: gitSha,
      branch: String(branch).trim(),
      image_digest: imageDigest,
      lock_hashes: JSON.stringify(lockHashes),
      commit_message: facts.commitMessage,
      committed_at: facts.committedAt,
      addons_path: facts.addonsPath,
      manifest_digest: facts.manifestDigest,
    });
    await expect(call).rejects.toMatchObject({ code: 'TP400' });
  });

  it('says that there is no such project', async () => {
    expect(await record(buildInput(NOBODY, 'nowhere'))).toMatchObject({
      build: null,
      userErrors: [{ code: 'NOT_FOUND' }],
    });
  });

  it.each(["update ops.builds set branch = 'x'", 'delete from ops.builds', 'truncate ops.builds cascade'])(
    'stays: "%s" is refused to the owner',
    async (sql) => {
      await expect(gateway.owner((client) => client.script(sql))).rejects.toMatchObject({ code: '42501' });
    },
  );
});

describe('upsertProject', () => {
  const upsert = (input: object) =>
    delivery.send('upsertProject', input, 'project { id slug name environments { nodes { name requiresApproval } } }');

  it('creates the three environments, of which production asks for an approval', async () => {
    expect(await upsert({ slug: 'new-one', name: 'New one' })).toMatchObject({
      project: {
        slug: 'new-one',
        environments: {
          nodes: [
            { name: 'DEV', requiresApproval: false },
            { name: 'PRODUCTION', requiresApproval: true },
            { name: 'STAGING', requiresApproval: false },
          ],
        },
      },
      userErrors: [],
    });
  });

  it('changes the name of one that is there, and where it asks for approvals only when told', async () => {
    const first = await upsert({ slug: 'again', name: 'Before', approvalsFor: ['STAGING'] });
    const second = await upsert({ slug: 'again', name: 'After' });
    expect(second).toMatchObject({ project: { id: pick(first, 'project.id'), name: 'After' } });
    const asked = (answer: object) =>
      (pick(answer, 'project.environments.nodes') as { name: string; requiresApproval: boolean }[])
        .filter(({ requiresApproval }) => requiresApproval)
        .map(({ name }) => name);
    expect(asked(second)).toEqual(['STAGING']);
    expect(asked(await upsert({ slug: 'again', name: 'After', approvalsFor: [] }))).toEqual([]);
  });

  it.each(['', 'Big', 'two--hyphens', 'under_score', '-front'])('refuses the slug "%s"', async (slug) => {
    expect(await upsert({ slug, name: 'Bad' })).toMatchObject({
      project: null,
      userErrors: [{ code: 'BAD_USER_INPUT', path: ['input', 'slug'] }],
    });
  });
});

describe('setProjectMember', () => {
  const CARLA = 'c0c00000-0000-4000-8000-000000000003';
  const set = (input: object) =>
    delivery.send('setProjectMember', input, 'member { userId role { name mayApprove } } project { id }');

  it('gives a role, another one, and takes it away', async () => {
    const of = { projectId: project, userId: CARLA };
    expect(await set({ ...of, role: 'viewer' })).toMatchObject({
      member: { userId: CARLA, role: { name: 'viewer', mayApprove: false } },
    });
    expect(await set({ ...of, role: 'release_manager' })).toMatchObject({
      member: { role: { name: 'release_manager', mayApprove: true } },
    });
    expect(await set(of)).toEqual({ member: null, project: { id: project }, userErrors: [] });
    expect(await ledger.own('select from ops.project_members where user_id = $1', [CARLA])).toEqual([]);
  });

  it('says that there is no such role, or project', async () => {
    expect(await set({ projectId: project, userId: CARLA, role: 'king' })).toMatchObject({
      member: null,
      userErrors: [
        { code: 'NOT_FOUND', message: 'There is no role king: the roles are developer, release_manager, viewer' },
      ],
    });
    expect(await set({ projectId: NOBODY, userId: CARLA, role: 'viewer' })).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND' }],
    });
  });
});

describe('linkOdooUser', () => {
  const link = (input: object) => delivery.send('linkOdooUser', input, 'link { userId odooInstance odooUserId login }');
  const of = (userId: string, odooUserId: string) => ({
    userId,
    odooInstance: 'main',
    odooUserId,
    login: `u${odooUserId}`,
  });

  it('links a user to an Odoo user, whose key is a text, and replaces the link by another', async () => {
    const user = crypto.randomUUID();
    await addPeople(gateway, user);
    expect(await link(of(user, '17'))).toEqual({ link: of(user, '17'), userErrors: [] });
    expect(await link(of(user, '18'))).toEqual({ link: of(user, '18'), userErrors: [] });
    const rows = await ledger.own('select odoo_user_id from ops.odoo_users where user_id = $1', [user]);
    expect(rows).toEqual([{ odoo_user_id: '18' }]);
  });

  it('refuses an Odoo user that is linked to somebody else; another instance is another matter', async () => {
    const [user, other] = [crypto.randomUUID(), crypto.randomUUID()];
    await addPeople(gateway, user, other);
    await link(of(user, '21'));
    expect(await link(of(other, '21'))).toMatchObject({ link: null, userErrors: [{ code: 'CONFLICT' }] });
    expect(await link({ ...of(other, '21'), odooInstance: 'second' })).toMatchObject({ userErrors: [] });
  });

  it('links nobody who does not exist', async () => {
    const nobody = crypto.randomUUID();
    expect(await link(of(nobody, '31'))).toMatchObject({
      link: null,
      userErrors: [{ code: 'NOT_FOUND', message: `There is no user ${nobody}`, path: ['input', 'userId'] }],
    });
  });

  it.each(['odooInstance', 'odooUserId', 'login'])('refuses an empty %s', async (argument) => {
    expect(await link({ ...of(NOBODY, '1'), [argument]: '' })).toMatchObject({
      link: null,
      userErrors: [{ code: 'BAD_USER_INPUT', path: ['input', argument] }],
    });
  });
});
