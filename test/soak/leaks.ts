/** 1,000 random viewers and questions: nobody is told anything of a space in which they are no member. */

import { packagePaths } from '../../src/paths.ts';
import { type MigrationClient, migrate } from '../../src/postgres/migrate.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { createHashingEmbedder } from '../../src/work/search/hashing-embedder.ts';
import { seededChoice } from '../support/random.ts';
import { databaseUrl, stackVariable } from '../support/stack.ts';
import { fillSearchWorld, PHRASES, type SearchWorld, SPACES } from './search-world.ts';
import type { Soak } from './soak.ts';
import { createWorkGateway, type ExecuteAs } from './work-gateway.ts';

const ASK = `query ($question: String!, $spaceIds: [ID!]) {
  askDocs(question: $question, first: 10, spaceIds: $spaceIds) {
    passages { score semanticRank keywordRank snippet marked: snippet(highlight: true) heading version
      block { id } page { id title space { id name } } }
    index { model staleChunks lagSeconds }
  }
  searchPages(query: $question, first: 10, spaceIds: $spaceIds) { score highlighted page { id title space { id } } }
}`;

/** Through the gateway against what permissions say; and in the database, with and without what the viewer may not see. */
export const soak: Soak = async (report, seed, { small }) => {
  const name = `tripoint_leaks_${process.pid}`;
  const server = stackVariable('MIGRATIONS_DATABASE_URL');
  const ownerUrl = databaseUrl('MIGRATIONS_DATABASE_URL', name);
  await withOwner(server, (client) => client.script(`create database ${name}`));
  try {
    const choose = seededChoice(seed);
    const world = await withOwner(ownerUrl, async (client) => {
      await migrate(client, packagePaths().migrations);
      return fillSearchWorld(client, choose);
    });
    report(`${SPACES} spaces, ${world.pages} pages, ${world.chunks} chunks, ${world.users.length} users`);
    const rounds = small ? 100 : 1_000;
    await using gateway = await createWorkGateway(databaseUrl('DATABASE_URL', name), 2);
    const seen = { passages: 0, titles: 0, empty: 0 };
    await withOwner(ownerUrl, async (client) => {
      for (let n = 0; n < rounds; n += 1)
        await askThroughGateway({ client, execute: gateway.execute, world, choose }, seen);
    });
    report(
      `${rounds} questions through the gateway: ${seen.passages} passages, ${seen.titles} titles, none foreign; ${seen.empty} found nothing`,
    );
    const compared = small ? 25 : 300;
    await withOwner(ownerUrl, async (client) => {
      for (let n = 0; n < compared; n += 1) await compareWithout(client, world, choose);
    });
    report(`${compared} questions answered the same, to the last digit, where all that is foreign is deleted`);
  } finally {
    await withOwner(server, (client) => client.script(`drop database if exists ${name} with (force)`));
  }
};

interface Round {
  readonly client: MigrationClient;
  readonly execute: ExecuteAs;
  readonly world: SearchWorld;
  readonly choose: (below: number) => number;
}

/** A viewer, what is asked, and of which spaces: null for all, else some that may be foreign. */
interface Attempt {
  readonly user: string;
  readonly question: string;
  readonly spaceIds: readonly string[] | null;
  /** Numbers of the spaces that may be answered from. */
  readonly visible: ReadonlySet<number>;
}

function makeAttempt({ users, spaceId }: SearchWorld, choose: (below: number) => number): Attempt {
  const user = users[choose(users.length)];
  if (!user) throw new Error('the world has no users');
  const asked = choose(3) === 0 ? Array.from({ length: 1 + choose(6) }, () => 1 + choose(SPACES)) : null;
  const phrase = PHRASES[choose(PHRASES.length)] ?? '';
  // Each third names a space by a word that stands in no other.
  const question = choose(3) === 0 ? `${phrase} zx${1 + choose(SPACES)}q` : phrase;
  return {
    user: user.id,
    question,
    spaceIds: asked?.map(spaceId) ?? null,
    visible: new Set(user.spaces.filter((space) => !asked || asked.includes(space))),
  };
}

async function askThroughGateway(
  { client, execute, world, choose }: Round,
  seen: { passages: number; titles: number; empty: number },
): Promise<void> {
  const attempt = makeAttempt(world, choose);
  const { data, errors } = await execute(attempt.user, ASK, { question: attempt.question, spaceIds: attempt.spaceIds });
  if (errors || !data) throw new Error(`${attempt.question}: ${JSON.stringify(errors)}`);
  const { passages, index } = data.askDocs as {
    passages: Answered[];
    index: { staleChunks: number; lagSeconds: number };
  };
  const titles = data.searchPages as Answered[];
  for (const found of [...passages, ...titles]) {
    const text = JSON.stringify(found);
    const spaces = [...text.matchAll(/zx(\d+)q/g)].map(([, number]) => Number(number));
    const place = world.spaceNumber(found.page?.space?.id ?? '');
    if (!attempt.visible.has(place) || spaces.some((space) => space !== place)) {
      throw new Error(`${attempt.user} asked "${attempt.question}" and was told ${text}`);
    }
  }
  const right = await readRightStatus(client, attempt, world);
  if (index.staleChunks !== right.stale)
    throw new Error(`${index.staleChunks} stale chunks, where ${right.stale} are visible`);
  if (Math.abs(index.lagSeconds - right.lag) > 60)
    throw new Error(`a lag of ${index.lagSeconds} s, where ${right.lag} s is visible`);
  seen.passages += passages.length;
  seen.titles += titles.length;
  if (passages.length === 0) seen.empty += 1;
  if (passages.length > 0 && attempt.visible.size === 0)
    throw new Error('something was found where nothing is visible');
}

interface Answered {
  readonly page?: { readonly space?: { readonly id: string } };
}

/** From permissions alone, as the owner. */
async function readRightStatus(client: MigrationClient, { user, spaceIds }: Attempt, { model }: SearchWorld) {
  const [row] = await client.query(
    `with mine as (
       select p.space_id from work.permissions p where p.user_id = $1 and ($2::uuid[] is null or p.space_id = any ($2::uuid[]))
     ), waiting as (select q.* from work.index_queue q join mine m on m.space_id = q.space_id)
     select
       (select count(*)::int from work.search_index s join mine m on m.space_id = s.space_id
        where s.model <> $3 or s.page_id in (select w.page_id from waiting w)) as stale,
       coalesce((select extract(epoch from now() - min(w.enqueued_at)) from waiting w), 0)::float8 as lag`,
    [user, spaceIds, model],
  );
  return { stale: Number(row?.stale), lag: Number(row?.lag) };
}

const TOLD = `select jsonb_build_object(
  'passages', (select jsonb_agg(to_jsonb(s)) from work.search_passages($1, $2::real[], $3, $4::uuid[], null, null, 20) s),
  'titles', (select jsonb_agg(to_jsonb(s)) from work.search_pages($1, 20, $4::uuid[]) s),
  'status', (select to_jsonb(s) from work.search_status($3, $4::uuid[]) s))::text as told`;

/** What is foreign has no part in what is told: neither in scores nor in ranks, counts or which passages there are. */
async function compareWithout(
  client: MigrationClient,
  world: SearchWorld,
  choose: (below: number) => number,
): Promise<void> {
  const { user, question, spaceIds } = makeAttempt(world, choose);
  const [embedding] = await createHashingEmbedder().embed([question], { purpose: 'query' });
  const values = [question, `{${embedding?.join()}}`, world.model, spaceIds];
  const asUser = `set local role authenticated; select set_config('request.jwt.claims', '${JSON.stringify({ role: 'authenticated', sub: user })}', true)`;
  await client.script('begin');
  await client.script(asUser);
  const [before] = await client.query(TOLD, values);
  await client.script('reset role');
  const foreign = `space_id not in (select p.space_id from work.permissions p where p.user_id = '${user}')`;
  await client.script(`delete from work.search_index where ${foreign}; delete from work.pages where ${foreign}`);
  await client.script(asUser);
  const [after] = await client.query(TOLD, values);
  await client.script('rollback');
  if (before?.told !== after?.told) {
    throw new Error(
      `${user} asked "${question}" and is told ${before?.told}, and without what is foreign ${after?.told}`,
    );
  }
}
