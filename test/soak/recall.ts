/** Vector search under row-level security finds what an exact search finds, for tenants of any size. */
import type { MigrationClient } from '../../src/postgres/migrate.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { seededChoice } from '../support/random.ts';
import { askAs, EXACT_SQL, RAW } from './search-asked.ts';
import { BENCH_MODEL, openSearchBench, type SearchBench, type Tenant } from './search-bench.ts';
import type { Soak } from './soak.ts';
import { soakTitles } from './titles.ts';
import { percentile, told } from './told.ts';

const WANTED = 10;
/** How far a question is from the chunk that it is made of, against the chunk's own length. */
const NOISE = 0.5;

/**
 * Questions of members of 0.1 % to 100 % of the chunks, and of four chunks; then titles, cut short and with typos. Recall is
 * asserted of all questions, a third of them about what only others may have, of which it is told apart as well.
 */
export const soak: Soak = async (report, seed, { small }) => {
  await using bench = await openSearchBench(small ? 12_000 : 200_000, !small);
  if (bench.madeInSeconds !== null) report(`made in ${bench.madeInSeconds.toFixed(0)} s`);
  const choose = seededChoice(seed);
  const broken: string[] = [];
  for (const tenant of bench.tenants) {
    const found = await askAll(bench, tenant, { questions: small ? 10 : 30, choose });
    const recall = mean([...found.own, ...found.foreign]);
    const ratio = percentile(found.ms, 50) / percentile(found.rawMs, 50);
    report(
      `${tenant.name}, ${tenant.chunks} chunks, ${found.way}: recall@${WANTED} ${recall.toFixed(3)}, of what others write about ${mean(found.foreign).toFixed(3)}; ` +
        `search_passages ${told(found.ms)}; raw SQL ${told(found.rawMs)}, ratio ${ratio.toFixed(2)}; ` +
        `with words ${told(found.hybridMs)}`,
    );
    if (!(recall >= 0.95)) broken.push(`${tenant.name}: recall@${WANTED} is ${recall.toFixed(3)}`);
    if (found.short > 0) broken.push(`${tenant.name}: ${found.short} answers are shorter than they could be`);
  }
  broken.push(...(await soakTitles(bench, { titles: small ? 20 : 50, choose, report, isTimed: !small })));
  if (broken.length > 0) throw new Error(broken.join('; '));
};

/** What one tenant's questions came to. */
interface Found {
  way: keyof typeof RAW;
  /** Recall of questions near a chunk of the tenant's own, and near anybody's. */
  readonly own: number[];
  readonly foreign: number[];
  readonly ms: number[];
  readonly rawMs: number[];
  readonly hybridMs: number[];
  short: number;
}

interface Asked {
  readonly questions: number;
  readonly choose: (below: number) => number;
}

async function askAll(bench: SearchBench, tenant: Tenant, { questions, choose }: Asked): Promise<Found> {
  return withOwner(bench.url, async (client) => {
    const [limit] = await client.query('select work.exact_scan_limit() as few');
    const found: Found = {
      way: tenant.chunks > Number(limit?.few) ? 'walk' : 'exact',
      own: [],
      foreign: [],
      ms: [],
      rawMs: [],
      hybridMs: [],
      short: 0,
    };
    // Near a chunk of the tenant's own, and each third near anybody's. The first three only warm the caches.
    const own = await readSamples(client, tenant.spaceIds, questions + 3, choose);
    const others = await readSamples(client, null, questions + 3, choose);
    for (let n = 0; n < questions + 3; n += 1) {
      const isForeign = n % 3 === 2;
      const sample = (isForeign ? others : own)[n % own.length];
      if (!sample) throw new Error(`${tenant.name} has no chunks`);
      const into = n < 3 ? { ...found, own: [], foreign: [], ms: [], rawMs: [], hybridMs: [], short: 0 } : found;
      const embedding = addNoise(sample.embedding, choose);
      await askOnce(client, tenant, { embedding, words: sample.words, isForeign }, into);
      found.short += n < 3 ? into.short : 0;
    }
    return found;
  });
}

interface Question {
  readonly embedding: readonly number[];
  readonly words: string;
  /** Whether it is near what anybody wrote, and not near something of the tenant's own. */
  readonly isForeign: boolean;
}

async function readSamples(
  client: MigrationClient,
  spaceIds: readonly string[] | null,
  count: number,
  choose: (below: number) => number,
): Promise<Omit<Question, 'isForeign'>[]> {
  const rows = await client.query(
    `select s.embedding::real[] as embedding, substring(s.content from 1 for 40) as words from (
       select i.id from work.search_index i where $1::uuid[] is null or i.space_id = any ($1::uuid[])
       order by md5(i.page_id::text || $2) limit $3) n join work.search_index s on s.id = n.id`,
    [spaceIds, String(choose(1_000_000)), count],
  );
  return rows.map(({ embedding, words }) => ({ embedding: embedding as number[], words: String(words) }));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The vector, and beside it something of no topic. */
function addNoise(vector: readonly number[], choose: (below: number) => number): number[] {
  const length = Math.hypot(...vector);
  const noise = vector.map(() => choose(2_000_001) / 1_000_000 - 1);
  const scale = (NOISE * length) / Math.hypot(...noise);
  return vector.map((value, n) => value + scale * (noise[n] ?? 0));
}

async function askOnce(client: MigrationClient, tenant: Tenant, question: Question, found: Found): Promise<void> {
  const literal = `{${question.embedding.join()}}`;
  const exact = await client.query(EXACT_SQL, [literal, tenant.spaceIds, WANTED]);
  const passages = 'select id, semantic_rank from work.search_passages($1, $2::real[], $3, null, null, null, $4)';
  const semantic = await askAs(client, tenant.user, {
    text: passages,
    values: ['', literal, BENCH_MODEL, WANTED],
  });
  const hybrid = await askAs(client, tenant.user, {
    text: passages,
    values: [question.words, literal, BENCH_MODEL, WANTED],
  });
  const raw = await askAs(client, tenant.user, {
    ...RAW[found.way],
    values: [literal, BENCH_MODEL, WANTED, tenant.spaceIds],
  });
  found.ms.push(semantic.ms);
  found.hybridMs.push(hybrid.ms);
  found.rawMs.push(raw.ms);
  // Whichever of equally far ones: what is as near as the last that the exact search finds is right.
  const limit = Number(exact.at(-1)?.distance) + 1e-9;
  const ids = semantic.rows.map(({ id }) => id);
  const [right] = await client.query(
    `select count(*)::int as count from work.search_index s
     where s.id = any ($2) and s.space_id = any ($3) and s.embedding operator(extensions.<=>) $1::real[]::extensions.vector <= $4`,
    [literal, ids, tenant.spaceIds, limit],
  );
  (question.isForeign ? found.foreign : found.own).push(Number(right?.count) / exact.length);
  if (ids.length < Math.min(WANTED, tenant.chunks) || hybrid.rows.length < Math.min(WANTED, tenant.chunks))
    found.short += 1;
}
