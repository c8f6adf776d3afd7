/** Chunks laid into the search index by hand, and search asked in SQL as one viewer. */
import { ANONYMOUS, type Viewer } from '../../src/auth/viewer.ts';
import type { MigrationClient } from '../../src/postgres/migrate.ts';
import type { TestGateway } from './gateway.ts';

/** A page of one chunk. */
export interface Chunk {
  readonly title: string;
  readonly content: string;
  readonly heading?: string;
  /** Where its vector points: near those whose numbers are near. */
  readonly angle?: number;
  readonly model?: string;
  readonly archived?: boolean;
  readonly updatedAt?: string;
}

/** The model of chunks that name no other. */
export const MODEL = 'by-hand';

/** A vector of 1,536 numbers in one plane: the larger the difference of two angles, the further apart they are. */
export function vectorAt(angle: number): number[] {
  return [Math.cos(angle), Math.sin(angle), ...new Array<number>(1_534).fill(0)];
}

/** Makes a space with one member, and in it a page of one chunk each; nothing of it waits for the indexer. */
export async function layChunks(
  client: MigrationClient,
  {
    space,
    member,
    language = 'english',
    chunks,
  }: { space: string; member: string; language?: string; chunks: readonly Chunk[] },
): Promise<void> {
  await client.query('insert into work.spaces (id, name, language) values ($1::uuid, ($1::uuid)::text, $2)', [
    space,
    language,
  ]);
  await client.query("insert into work.permissions (space_id, user_id, role) values ($1, $2, 'member')", [
    space,
    member,
  ]);
  const rows = chunks.map((chunk, n) => ({
    model: MODEL,
    angle: n,
    ...chunk,
    vector: `[${vectorAt(chunk.angle ?? n)}]`,
  }));
  await client.query(
    `with given as (
       select gen_random_uuid() as id, g.* from rows from (jsonb_to_recordset($1::jsonb) as (title text, content text,
         heading text, model text, archived boolean, "updatedAt" timestamptz, vector text))
         with ordinality as g (title, content, heading, model, archived, updated_at, vector, n)
     ), pages as (
       insert into work.pages (id, space_id, title, rank, archived_at, updated_at)
       select g.id, $2, g.title, work.rank_at(g.n::int), case when g.archived then now() end, coalesce(g.updated_at, now())
       from given g returning id
     )
     insert into work.search_index
       (space_id, page_id, chunk, heading, content, page_version, tsv, model, native_dimensions, content_hash, embedding)
     select $2, g.id, 0, g.heading, g.content, 1, setweight(to_tsvector($3::regconfig, g.title), 'A')
         || setweight(to_tsvector($3::regconfig, coalesce(g.heading, '')), 'B') || to_tsvector($3::regconfig, g.content),
       g.model, 2, sha256(convert_to(g.content, 'UTF8')), g.vector::extensions.vector
     from given g join pages p on p.id = g.id`,
    [JSON.stringify(rows), space, language],
  );
  await client.query('delete from work.index_queue where space_id = $1', [space]);
}

/** A viewer by the database's own means: the role, and the user in the claims where there is one. */
export function viewerAs(role: string, user: string | null = null): Viewer {
  const claims = JSON.stringify({ role, ...(user && { sub: user }) });
  return { ...ANONYMOUS, kind: 'user', id: user, role, claims };
}

/** The rows of a query, in the read-only transaction in which every read runs. */
export async function askSql<Row>(
  { sources }: Pick<TestGateway, 'sources'>,
  viewer: Viewer,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const rows = await sources.postgres?.render(viewer, {
    text: `select coalesce(json_agg(to_json(r)), '[]')::text from (${text}) r`,
    values: values as never,
  });
  return JSON.parse(String(rows)) as Row[];
}
