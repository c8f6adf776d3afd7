/** The judged set as a space of the workspace, indexed by the real indexer and asked through the real SQL, as one of its members. */
import { createHash } from 'node:crypto';
import { ANONYMOUS, type Viewer } from '../../src/auth/viewer.ts';
import type { MigrationClient } from '../../src/postgres/migrate.ts';
import type { PostgresSource } from '../../src/postgres/source.ts';
import { type Embedder, padEmbedding } from '../../src/work/search/embedder.ts';
import { type Part, readPassages, readQuestions } from './judged.ts';
import { measureRelevance, type Relevance } from './relevance.ts';

const SPACES: Readonly<Record<Part, { readonly id: string; readonly language: string }>> = {
  en: { id: uuidOf('space of the judged set'), language: 'english' },
  ja: { id: uuidOf('space of the Japanese part'), language: 'simple' },
  tl: { id: uuidOf('space of the Tagalog part'), language: 'simple' },
};
const MEMBER = uuidOf('member of the judged set');

const VIEWER: Viewer = {
  ...ANONYMOUS,
  kind: 'user',
  id: MEMBER,
  role: 'authenticated',
  claims: JSON.stringify({ role: 'authenticated', sub: MEMBER, aud: 'authenticated' }),
};

const FILL = `
with given as (select * from jsonb_to_recordset($1::jsonb) as g (id uuid, page uuid, title text, rank text, type text, text text)),
space as (insert into work.spaces (id, name, language) values ($2, 'Judged ' || $4, $4) returning id),
member as (insert into work.permissions (space_id, user_id, role) select id, $3, 'member' from space),
pages as (
  insert into work.pages (id, space_id, title, rank)
  select g.page, s.id, min(g.title), min(g.rank) from given g, space s group by g.page, s.id returning id
)
insert into work.blocks (id, space_id, page_id, rank, type, content)
select g.id, s.id, g.page, g.rank, g.type, jsonb_build_object('text', g.text) from given g, space s`;

const ASK = `select coalesce(json_agg(p.block_id), '[]')::text
from work.search_passages($1, $2::real[], $3, array[$4::uuid], null, null, 10) p`;

/** The three ways to search that are compared. */
export const WAYS = ['keyword', 'vector', 'hybrid'] as const;

/** Pages with a heading and a paragraph a passage; the queue knows of them, the index does not yet. */
export async function fillJudgedSpace(client: MigrationClient, part: Part = 'en'): Promise<void> {
  const rows = readPassages(part).flatMap(({ id, title, heading, text }, index) => {
    const at = { page: uuidOf(title), title };
    const rank = (part: number) => `a${String(2 * index + part).padStart(6, '0')}`;
    return [
      { ...at, id: uuidOf(id), rank: rank(0), type: 'HEADING_2', text: heading },
      { ...at, id: uuidOf(`${id} text`), rank: rank(1), type: 'PARAGRAPH', text },
    ];
  });
  await client.query(FILL, [JSON.stringify(rows), SPACES[part].id, MEMBER, SPACES[part].language]);
}

/** Asks every question in each way. @param embedder That which indexed the space. */
export async function measureJudgedSpace(
  postgres: PostgresSource,
  embedder: Embedder,
  part: Part = 'en',
): Promise<Record<(typeof WAYS)[number], Relevance>> {
  const questions = readQuestions(part);
  const passages = new Map(readPassages(part).map(({ id }) => [uuidOf(id), id]));
  const vectors = await embedder.embed(
    questions.map(({ question }) => question),
    { purpose: 'query' },
  );
  const ask = async (question: string | null, vector: readonly number[] | null) => {
    const values = [question, vector && padEmbedding(vector), embedder.model, SPACES[part].id];
    const blocks = JSON.parse((await postgres.render(VIEWER, { text: ASK, values })).toString('utf8')) as string[];
    return blocks.map((block) => passages.get(block) ?? block);
  };
  const rank = async (way: (typeof WAYS)[number]) => {
    const rankings: string[][] = [];
    for (const [index, { question }] of questions.entries()) {
      rankings.push(
        await ask(way === 'vector' ? null : question, way === 'keyword' ? null : (vectors[index] as readonly number[])),
      );
    }
    return measureRelevance(questions, rankings);
  };
  return { keyword: await rank('keyword'), vector: await rank('vector'), hybrid: await rank('hybrid') };
}

function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
