/** What the matrix asks about: a space, a project and runs of one's own, those of others, and none at all. */
import { randomUUID } from 'node:crypto';
import { getNamedType } from 'graphql';
import { type Input, inputsOf, swap } from './attack-inputs.ts';
import { createTenant, type OdooIds, readOdooIds, type Tenant } from './attack-tenant.ts';
import { pick, type TestGateway } from './gateway.ts';
import { createLedgerSide, ledgerInputsOf } from './matrix-ledger.ts';
import { USERS } from './matrix-viewers.ts';
import { readOwnSdl } from './own-sdl.ts';
import { addPeople } from './people.ts';
import { indexAll } from './search.ts';
import { mutate } from './work-mutate.ts';

/** Whose a cell's object is. */
export const OBJECTS = ['own', 'other', 'absent'] as const;
export type MatrixObject = (typeof OBJECTS)[number];

/** One object's ids and inputs. */
export interface Side {
  /** Id of one of each type that a root field answers with, by the type's name; under `question` and `query`, what finds its page. */
  readonly ids: Readonly<Record<string, string>>;
  /** One acceptable input of each mutation. */
  readonly inputs: Readonly<Record<string, Input>>;
}

/** The three sides. */
export type World = Readonly<Record<MatrixObject, Side>>;

/** Stands for an id of Odoo that names nothing. */
const NO_RECORD = '2147483000';

/** Makes own and other things through the gateway; its other users get their roles in the space that is own. */
export async function createWorld(gateway: TestGateway): Promise<World> {
  const odoo = await readOdooIds(gateway);
  const records = await readRecords(gateway);
  const stranger = randomUUID();
  await addPeople(gateway, GUEST, ...Object.values(USERS));
  const own = await createTenant(gateway, USERS.admin, 'walnut', odoo);
  const other = await createTenant(gateway, stranger, 'cherry', odoo);
  await admit(gateway, own, own.ids.space);
  await admit(gateway, other, other.ids.space);
  const ledgers = [
    await createLedgerSide(gateway, 'sync-odoo-agent', USERS.admin),
    await createLedgerSide(gateway, 'workspace-indexer', stranger),
  ] as const;
  const states = [await createStates(gateway, own), await createStates(gateway, other)];
  await indexAll(gateway);
  await giveUp(gateway, [own, other]);
  const [first, second] = [own, other].map((tenant, n) => {
    const ledger = ledgers[n] ?? ledgers[0];
    const ids = { ...workIds(tenant), ...ledger.ids, ...(n === 0 ? records.first : records.second) };
    return { ids, inputs: { ...firstInputs(tenant), ...states[n], ...ledgerInputsOf(ledger, USERS.stranger) } };
  }) as [Side, Side];
  return { own: first, other: second, absent: createNowhere(first) };
}

/** To the space that is own, the users by their roles; to each, a guest whose membership the matrix is about. */
async function admit(gateway: TestGateway, { as }: Tenant, spaceId: string): Promise<void> {
  const own = { [USERS.editor]: 'EDITOR', [USERS.member]: 'MEMBER' };
  for (const [userId, role] of Object.entries({ [GUEST]: 'MEMBER', ...(as === USERS.admin ? own : {}) }))
    await mutate(gateway, as, {
      name: 'grantPermission',
      input: { spaceId, userId, role },
      select: 'permission { id }',
    });
}

/** A member of both spaces who asks nothing. */
const GUEST = randomUUID();

/** What can be restored, reopened and confirmed: the input of each such mutation. */
async function createStates(gateway: TestGateway, { as, ids }: Tenant): Promise<Readonly<Record<string, Input>>> {
  const run = async (name: string, input: Input, path: string): Promise<string> => {
    const payload = await mutate(gateway, as, { name, input, select: `${path.replace('.', ' { ')} }` });
    if (payload.userErrors.length > 0) throw new Error(`${name}: ${JSON.stringify(payload.userErrors)}`);
    return String(pick(payload, path));
  };
  const pageId = await run('createPage', { title: 'archived', spaceId: ids.space }, 'page.id');
  await run('archivePage', { pageId }, 'page.id');
  const databaseId = await run('createDatabase', { pageId: ids.page, title: 'archived' }, 'database.id');
  await run('archiveDatabase', { databaseId }, 'database.id');
  const commentId = await run('addComment', { pageId: ids.page, body: 'resolved' }, 'comment.id');
  await run('resolveComment', { commentId }, 'comment.id');
  const spaceId = await run('createSpace', { name: 'archived' }, 'space.id');
  await admit(gateway, { as } as Tenant, spaceId);
  await run('archiveSpace', { spaceId }, 'space.id');
  return {
    restorePage: { pageId },
    restoreDatabase: { databaseId },
    reopenComment: { commentId },
    restoreSpace: { spaceId },
  };
}

/** Dead letters of the search index, so that there is something to try again. */
async function giveUp(gateway: TestGateway, tenants: readonly Tenant[]): Promise<void> {
  for (const { ids } of tenants)
    await gateway.owner((client) =>
      client.query(
        `insert into work.index_queue (page_id, space_id, op, dead_at) values ($1, $2, 'INDEX', now())
         on conflict (page_id) do update set dead_at = now()`,
        [ids.page, ids.space],
      ),
    );
}

/** A world without a database: ids that name nothing, for whom nothing is asked of one. */
export function createEmptyWorld(): World {
  const { catalog } = readOwnSdl();
  const idOf = (type: string) => (catalog.get(type)?.surface === 'odoo' ? NO_RECORD : randomUUID());
  const ids = Object.fromEntries(['question', 'query', ...catalog.keys()].map((type) => [type, idOf(type)]));
  const kinds = { space: '', page: '' };
  const fake = new Proxy(kinds, { get: () => randomUUID() }) as unknown as Tenant['ids'];
  const odoo: OdooIds = { partner: NO_RECORD, move: NO_RECORD, project: NO_RECORD };
  const tenant: Tenant = { as: USERS.admin, word: 'none', odoo, version: 1, ids: fake };
  const run = { id: randomUUID(), fence: 1 };
  const ledger = {
    ids,
    queued: run.id,
    ended: run.id,
    claimed: run,
    running: run,
    agent: 'sync-odoo-agent',
    kind: 'none',
    build: run.id,
    latest: run.id,
  };
  const side = { ids, inputs: { ...firstInputs(tenant), ...ledgerInputsOf(ledger, USERS.stranger) } };
  return { own: side, other: side, absent: side };
}

function workIds({ ids, word }: Tenant): Readonly<Record<string, string>> {
  return {
    question: `${word} block`,
    query: word,
    Space: ids.space,
    Page: ids.page,
    Database: ids.database,
    DatabaseRow: ids.row,
    Template: ids.template,
    HistoryEntry: ids.entry,
    Attachment: ids.attachment,
    IndexQueueEntry: ids.page,
  };
}

/** The first input of each mutation; for memberships, one that exists. */
function firstInputs(tenant: Tenant): Readonly<Record<string, Input>> {
  const inputs = Object.entries(inputsOf(tenant)).map(([name, [input]]) => [name, input as Input] as const);
  const membership = { spaceId: tenant.ids.space, userId: GUEST };
  return {
    changeSpaceLanguage: { spaceId: tenant.ids.space, language: 'german' },
    ...Object.fromEntries(inputs),
    changePermission: { ...membership, role: 'EDITOR' },
    revokePermission: membership,
    retryIndexing: { pageIds: [tenant.ids.page], idempotencyKey: randomUUID() },
  };
}

/** The same with every id that names something replaced by one that names nothing. */
function createNowhere({ ids, inputs }: Side): Side {
  const known = new Map<string, string>();
  const people: readonly string[] = [GUEST, ...Object.values(USERS)];
  const text = JSON.stringify(inputs);
  for (const [id] of text.matchAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g))
    if (!people.includes(id)) known.set(id, randomUUID());
  const nobody = { ...inputs, claimRuns: { ...inputs.claimRuns, kinds: ['matrix.nothing'] } };
  const swapped = Object.entries(nobody).map(([name, input]) => [name, swap(input, known)] as const);
  const nothing = Object.entries(ids).map(([type, id]) => [type, /^\d+$/.test(id) ? NO_RECORD : randomUUID()]);
  return { ids: Object.fromEntries(nothing), inputs: Object.fromEntries(swapped) };
}

/** Two records of each model that has some, by type. */
async function readRecords(gateway: TestGateway) {
  const { schema, catalog } = readOwnSdl();
  const lists = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(({ name, type }) => {
    const [, element = ''] = /^(\w+)Connection$/.exec(getNamedType(type).name) ?? [];
    return catalog.get(element)?.surface === 'odoo' ? [[element, name] as const] : [];
  });
  const query = `{ ${lists.map(([, name]) => `${name}(first: 2) { nodes { id } }`).join(' ')} }`;
  const { data } = await gateway.execute(query, { as: 'service' });
  const nth = (n: number) =>
    Object.fromEntries(lists.map(([type, name]) => [type, String(pick(data, `${name}.nodes.${n}.id`) ?? NO_RECORD)]));
  return { first: nth(0), second: nth(1) };
}
