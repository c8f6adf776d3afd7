/** The cross-tenant attack suite: a stranger sees and changes nothing, whatever it asks the workspace for. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GraphQLInputObjectType, type GraphQLInputType, getNamedType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFolderFiles } from '../../src/storage/folder-files.ts';
import { type Attack, digestOf, findShown, findUncovered, maskAnswer } from '../support/attack-answers.ts';
import { changeOf, crossBorders, formerPage, KEY } from '../support/attack-crossing.ts';
import { FOREIGN_TO_WORK, type Input, inputsOf, NAMING, NO_USERS, swap } from '../support/attack-inputs.ts';
import { filterText, guessesOf, listQuery, nearCursor } from '../support/attack-lists.ts';
import { readToEnd, subscribeTo } from '../support/attack-live.ts';
import {
  findFilterPaths,
  findIdPaths,
  findLists,
  findOrders,
  findUnreached,
  LOOK_UPS,
  MUTATIONS,
  SUBSCRIPTIONS,
  selectionOf,
  takesId,
} from '../support/attack-schema.ts';
import { createTenant, KINDS, type OdooIds, readOdooIds, type Tenant } from '../support/attack-tenant.ts';
import { type As, createTestGateway, pick, type TestAnswer, type TestGateway } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';
import { readOwnSdl } from '../support/own-sdl.ts';
import { isRealStack, JWT_SECRET } from '../support/stack.ts';
import { findUntoldMutations } from '../support/untold.ts';
import { mutate } from '../support/work-mutate.ts';

/** Three thousand attacks take PGlite a minute, and it is the real database that has to stand them. */
const onReal = describe.skipIf(!isRealStack);
const SECRET = 'zzhush';
/** In no space at all. */
const LONER = randomUUID();
const AGENTS = ['agent:sync-odoo-agent', 'agent:workspace-indexer', 'agent:workspace-ask-docs'];
let gateway: TestGateway;
let folder: string;
let odoo: OdooIds;
let victim: Tenant;
let stranger: Tenant;
/** Another stranger, whose own rows the attacks by mutations change. */
let attacker: Tenant;
/** Rows of the victim's as they were, and must be after each attack. */
let before: string;
let attacks = 0;
let leakCount = 0;
const leaks: string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attack-'));
  gateway = await createTestGateway({ files: createFolderFiles(folder, JWT_SECRET) });
  odoo = await readOdooIds(gateway);
  victim = await createTenant(gateway, randomUUID(), SECRET, odoo);
  stranger = await createTenant(gateway, randomUUID(), 'mine', odoo);
  attacker = await createTenant(gateway, randomUUID(), 'mine', odoo);
  crossed = await crossBorders(gateway, stranger, victim);
  before = await digestOf(gateway, victim);
}, 120_000);

afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

/** What the stranger made in the victim's space while it was a member there, and the relations between the two spaces. */
let crossed: Readonly<Record<string, string>>;

async function send({ as, query, variables }: Attack): Promise<TestAnswer> {
  return gateway.execute(query, { as, ...(variables && { variables }) });
}

/** Asks for what is hidden and for what is absent, in which both answers must be the same, byte by byte. */
async function compare(hidden: Attack, named: readonly string[], absent: Attack, absentNamed: readonly string[]) {
  const nothing = maskAnswer(await send(absent), absentNamed);
  const answer = await send(hidden);
  attacks += 1;
  if (maskAnswer(answer, named) !== nothing)
    leaks.push(`${hidden.name}: ${maskAnswer(answer, named)}\n  but of nothing: ${nothing}`);
  await judge(hidden.name, answer, named);
}

/** An answer shows nothing of the victim's, and the victim's rows are as they were. */
async function judge(name: string, answer: TestAnswer, named: readonly string[] = []) {
  for (const shown of findShown(answer, victim, named)) leaks.push(`${name} shows ${shown}: ${answer.text}`);
  if (name.startsWith('read ')) return;
  await checkRows(name);
}

/** The rows of the victim's are as they were. */
async function checkRows(name: string) {
  const after = await digestOf(gateway, victim);
  if (after !== before) leaks.push(`${name} changes ${after}\n  from ${before}`);
  before = after;
}

/** The leaks since the last look; reads, too, have left the rows as they were. */
async function takeLeaks(): Promise<readonly string[]> {
  await checkRows('one of these');
  const found = leaks.splice(0);
  leakCount += found.length;
  return found;
}

onReal('the schema of the workspace', () => {
  it('has no field that this suite does not attack', async () => {
    expect(findUntoldMutations(readOwnSdl().schema)).toEqual([]);
    expect(MUTATIONS.map(({ name }) => name).sort()).toEqual(Object.keys(inputsOf(stranger)).sort());
    expect(LOOK_UPS.filter(({ args }) => args.filter(takesId).length !== 1).map(({ name }) => name)).toEqual([]);
    expect(findUnreached()).toEqual([]);
    expect(SUBSCRIPTIONS.filter(({ args }) => !args.some(takesId)).map(({ name }) => name)).toEqual([]);
    expect(await findUncovered(gateway)).toEqual([]);
  });

  it.each(MUTATIONS.map((field) => [field.name, field] as const))(
    'has no id among what %s takes that goes unattacked',
    (name, field) => {
      const type = getNamedType(field.args[0]?.type as GraphQLInputType) as GraphQLInputObjectType;
      const paths = findIdPaths(type).filter((path) => !FOREIGN_TO_WORK.has(path.split('.').at(-1) ?? ''));
      const inputs = inputsOf(stranger)[name] ?? [];
      const given = (input: unknown, path: string): boolean =>
        path.split('.').reduce<unknown[]>((at, key) => at.flatMap((value) => (value as Input)?.[key] ?? []), [input])
          .length > 0;
      expect(paths.filter((path) => !inputs.some((input) => given(input, path)))).toEqual([]);
    },
  );
});

onReal.each(MUTATIONS.map((field) => [field.name, field] as const))('%s', (name, field) => {
  const type = String(field.args[0]?.type);
  const payload = getNamedType(field.type).name;
  const query = `mutation ($input: ${type}) { ${name}(input: $input) { ${selectionOf(payload, name === 'applyBlockOperations' ? 1 : 2)} userErrors { code message path details } } }`;
  const attackWith = (as: As, what: string, input: Input): Attack => ({
    name: `${name} ${what} as ${as}: ${JSON.stringify(input)}`,
    as,
    query,
    variables: { input },
  });

  it("does its work on what is one's own, so that an attack fails for what it names alone", async () => {
    const count = NO_USERS.has(name) ? 0 : (inputsOf(stranger)[name]?.length ?? 0);
    for (let n = 0; n < count; n += 1) {
      const own = await createTenant(gateway, randomUUID(), 'own', odoo);
      const answer = await send(attackWith(own.as, '', inputsOf(own)[name]?.[n] as Input));
      const codes = (pick(answer.data, `${name}.userErrors`) as { code: string; message: string }[] | undefined) ?? [];
      const known = codes.filter(({ code, message }) => code !== 'CONFLICT' && !message.startsWith('User '));
      expect([answer.errors, known]).toEqual([undefined, []]);
    }
  });

  it("refuses ids of another tenant's as it refuses ids of nothing, and changes nothing", {
    timeout: 120_000,
  }, async () => {
    for (const input of inputsOf(attacker)[name] ?? []) {
      const text = JSON.stringify(input);
      const kinds = KINDS.filter((kind) => text.includes(attacker.ids[kind]));
      const sets = kinds.length > 1 ? [...kinds.map((kind) => [kind]), kinds] : [kinds];
      for (const set of sets.filter((one) => one.length > 0)) {
        const nothing = new Map(set.map((kind) => [attacker.ids[kind], randomUUID()]));
        const theirs = new Map(set.map((kind) => [attacker.ids[kind], victim.ids[kind]]));
        await compare(
          attackWith(attacker.as, `of others' ${set}`, swap(input, theirs)),
          [...theirs.values()],
          attackWith(attacker.as, `of nothing`, swap(input, nothing)),
          [...nothing.values()],
        );
      }
    }
    expect(await takeLeaks()).toEqual([]);
  });

  it('refuses who is in no space, nobody, and agents without rights, alike', { timeout: 120_000 }, async () => {
    for (const input of inputsOf(victim)[name] ?? []) {
      const text = JSON.stringify(input);
      const kinds = KINDS.filter((kind) => text.includes(victim.ids[kind]));
      if (kinds.length === 0) continue;
      const nothing = new Map(kinds.map((kind) => [victim.ids[kind], randomUUID()]));
      for (const as of [LONER, null, ...AGENTS]) {
        const keyed = (one: Input) => (as?.startsWith('agent:') ? { ...one, idempotencyKey: randomUUID() } : one);
        // Its own texts are no secret; those of the answer are.
        const plain = JSON.parse(JSON.stringify(input).replaceAll(SECRET, 'guess')) as Input;
        await compare(
          attackWith(as, 'whole', keyed(plain)),
          kinds.map((kind) => victim.ids[kind]),
          attackWith(as, 'of nothing', keyed(swap(plain, nothing))),
          [...nothing.values()],
        );
      }
    }
    expect(await takeLeaks()).toEqual([]);
  });
});

onReal.each(LOOK_UPS.map((field) => [field.name, field] as const))('%s', (name, field) => {
  const argument = field.args.find(takesId)?.name ?? 'id';
  const query = `query ($id: ID!) { ${name}(${argument}: $id) { ${selectionOf(getNamedType(field.type).name)} } }`;

  it("answers an id of another tenant's as one of nothing", { timeout: 120_000 }, async () => {
    for (const as of [stranger.as, LONER, null, 'agent:sync-odoo-agent', 'agent:workspace-ask-docs'])
      for (const kind of KINDS) {
        const absent = randomUUID();
        const attack = (id: string): Attack => ({
          name: `read ${name} of ${kind} as ${as}`,
          as,
          query,
          variables: { id },
        });
        await compare(attack(victim.ids[kind]), [victim.ids[kind]], attack(absent), [absent]);
      }
    expect(await takeLeaks()).toEqual([]);
  });

  it("answers an own id, so that what is refused is refused for being another's", async () => {
    const answers = await Promise.all(
      KINDS.map((kind) => send({ name, as: stranger.as, query, variables: { id: stranger.ids[kind] } })),
    );
    const nothing = await send({ name, as: stranger.as, query, variables: { id: randomUUID() } });
    expect(nothing.errors).toBeUndefined();
    expect(answers.some(({ text }) => text !== nothing.text)).toBe(true);
  });
});

onReal.each(findLists().map((list) => [list.path, list] as const))('the list %s', (path, list) => {
  const { type } = list;
  const all = selectionOf(type.name, 1);
  const ask = (name: string, args: string, inner: string, as: As = stranger.as, tenant = stranger): Attack => ({
    name: `read ${path}(${args}) ${name} as ${as}`,
    as,
    query: listQuery(list, args, inner, tenant),
  });

  it("shows nothing of another tenant's, nor counts it, in any order", { timeout: 120_000 }, async () => {
    const orders = findOrders(type.name).flatMap((field) =>
      ['ASC', 'DESC'].map((way) => `, orderBy: [{ field: ${field}, direction: ${way} }]`),
    );
    for (const order of ['', ...orders])
      for (const end of ['first', 'last']) {
        const answer = await send(ask('whole', `${end}: 100${order}`, `totalCount nodes { id ${all} }`));
        attacks += 1;
        await judge(`read ${path} ${order}`, answer);
        const found = pick(answer.data, path) as { totalCount: number; nodes: unknown[] } | null | undefined;
        if (found && found.totalCount !== found.nodes.length)
          leaks.push(`${path} counts ${found.totalCount} of ${found.nodes.length}`);
      }
    expect(await takeLeaks()).toEqual([]);
  });

  it('shows nothing to who is in no space, nobody, and agents without rights', async () => {
    for (const as of [LONER, null, 'agent:sync-odoo-agent', 'agent:workspace-ask-docs'])
      for (const tenant of [victim, stranger]) {
        const answer = await send(ask('whole', 'first: 100', `totalCount nodes { id ${all} }`, as, tenant));
        attacks += 1;
        await judge(`read ${path} as ${as}`, answer, Object.values(victim.ids));
        const count = pick(answer.data, `${path}.totalCount`) ?? 0;
        if (count !== 0) leaks.push(`${path} counts ${count} for ${as}`);
      }
    expect(await takeLeaks()).toEqual([]);
  });

  it('tells nothing by a filter on what is hidden', { timeout: 240_000 }, async () => {
    const ways = findFilterPaths(type.name);
    for (const way of ways)
      for (const [guess, nothing] of guessesOf(way, victim)) {
        const args = (value: string) => `first: 20, filter: ${filterText(way.path, value)}`;
        const inner = 'totalCount nodes { id }';
        await compare(ask('guess', args(guess), inner), [], ask('guess', args(nothing), inner), []);
      }
    expect(await takeLeaks()).toEqual([]);
  });

  it("shows nothing of another tenant's after or before a cursor of theirs", async () => {
    const inner = 'edges { cursor } pageInfo { startCursor endCursor }';
    const theirs = await send(ask('cursors', 'first: 20', inner, victim.as, victim));
    const cursors = [...theirs.text.matchAll(/ursor":"([^"]+)"/g)].map(([, cursor]) => cursor as string);
    for (const cursor of new Set(cursors))
      for (const args of [`first: 100, after: "${cursor}"`, `last: 100, before: "${cursor}"`]) {
        const nobodys = args.replace(cursor, nearCursor(cursor, stranger.as));
        await compare(
          ask('cursor', args, `totalCount nodes { id ${all} }`),
          [],
          ask('cursor', nobodys, `totalCount nodes { id ${all} }`),
          [],
        );
      }
    expect(await takeLeaks()).toEqual([]);
  });
});

onReal.each(SUBSCRIPTIONS.map((field) => [field.name, field] as const))('%s', (name, field) => {
  it("ends for ids of another tenant's as for ids of nothing", { timeout: 120_000 }, async () => {
    await using http = await serve(gateway);
    for (const { name: argument } of field.args.filter(takesId))
      for (const as of [stranger.as, LONER, null, 'agent:sync-odoo-agent'])
        for (const kind of ['space', 'page', 'otherPage', 'block'] as const) {
          const [absent, id] = [randomUUID(), victim.ids[kind]];
          const nothing = await readToEnd(field, { url: http.url, as, argument, id: absent });
          const answer = await readToEnd(field, { url: http.url, as, argument, id });
          attacks += 1;
          expect(nothing.text).toMatch(/NOT_FOUND|FORBIDDEN|UNAUTHENTICATED/);
          if (maskAnswer(answer, [id]) !== maskAnswer(nothing, [absent])) leaks.push(`${name}: ${answer.text}`);
          await judge(`${name} of ${kind} as ${as}`, answer, [id]);
        }
    expect(await takeLeaks()).toEqual([]);
  });

  it('begins for an own id', async () => {
    await using http = await serve(gateway);
    for (const { name: argument } of field.args.filter(takesId)) {
      const id = argument === 'spaceId' ? stranger.ids.space : stranger.ids.page;
      const live = await subscribeTo(field, { url: http.url, as: stranger.as, argument, id });
      expect((await live.next()).errors).toBeUndefined();
      await live.end();
    }
  });
});

onReal('a former member', () => {
  const PAGE = 'page { id title space { id name } }';
  const ask = (name: string, type: string, input: Input, select: string): Attack => ({
    name: `${name} of a former member's ${JSON.stringify(input)}`,
    as: stranger.as,
    query: `mutation ($input: ${type}!) { ${name}(input: $input) { ${select} userErrors { code message path details } } }`,
    variables: { input },
  });

  it('sees and changes nothing of what it wrote there, nor of relations that lead there', async () => {
    for (const [what, id] of Object.entries(crossed)) {
      const nothing = randomUUID();
      const { name, type, key, rest, select } = changeOf(what);
      const attack = (one: string) => ask(name, type, { [key]: one, ...rest }, select);
      await compare(attack(id), [id], attack(nothing), [nothing]);
    }
    expect(await takeLeaks()).toEqual([]);
  });

  it('is not told again what an idempotency key of its own led to there', async () => {
    const answer = await send(ask('createPage', 'CreatePageInput', formerPage(victim), PAGE));
    attacks += 1;
    await judge('the former key', answer, [victim.ids.space]);
    expect(pick(answer.data, 'createPage.page')).toBeNull();
    expect(answer.text).not.toContain(crossed.page);
    expect(await takeLeaks()).toEqual([]);
  });
});

onReal('an idempotency key of another user', () => {
  it('neither tells what it led to nor stands in the way', async () => {
    const own = await createTenant(gateway, randomUUID(), 'own', odoo);
    const create = (as: string, spaceId: string) =>
      mutate(gateway, as, {
        name: 'createPage',
        input: { spaceId, title: 'keyed', idempotencyKey: KEY },
        select: 'page { id space { id } }',
      });
    await create(victim.as, victim.ids.space);
    before = await digestOf(gateway, victim);
    expect(await create(own.as, own.ids.space)).toMatchObject({
      page: { space: { id: own.ids.space } },
      userErrors: [],
    });
    attacks += 1;
    const input = { spaceId: victim.ids.space, title: 'keyed', idempotencyKey: KEY };
    for (const as of [randomUUID(), LONER]) {
      const query = `mutation ($input: CreatePageInput!) { createPage(input: $input) { page { id } userErrors { code message path details } } }`;
      const absent = randomUUID();
      await compare(
        { name: 'the key', as, query, variables: { input } },
        [victim.ids.space],
        { name: 'the key', as, query, variables: { input: { ...input, spaceId: absent } } },
        [absent],
      );
    }
    expect(await takeLeaks()).toEqual([]);
  });
});

onReal("the id of another tenant's block", () => {
  it.each(NAMING.operations)('names %s as the id of nothing does', async (_what, operations) => {
    const attackWith = async (id: string): Promise<Attack> => {
      const own = await createTenant(gateway, randomUUID(), 'own', odoo);
      const input = { pageId: own.ids.page, expectedVersion: own.version, operations: operations(id, own) };
      return { name: 'a taken id', as: own.as, query: NAMING.query, variables: { input } };
    };
    const absent = randomUUID();
    for (const id of [victim.ids.block, victim.ids.childBlock])
      await compare(await attackWith(id), [id], await attackWith(absent), [absent]);
    expect(await takeLeaks()).toEqual([]);
  });
});

it.skipIf(!isRealStack)('found no leak in all these attacks', () => {
  // biome-ignore lint/suspicious/noConsole: the count is what the suite is asked for
  console.info(`${attacks} attacks, ${leakCount} leaks`);
  expect(attacks).toBeGreaterThan(3_000);
  expect(leakCount).toBe(0);
});
