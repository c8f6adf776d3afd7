/**
 * The hand-written statements of the limit: what a person writes who knows the tables and needs only these answers.
 *
 * What stands before and after the rows is left to Node: in the statement it would cost one more copy of all of them.
 */

import { TREE_LEVELS, TREE_ROOT } from '../page-tree.ts';
import { DOCUMENTS, documentMark, SHARED_PAGE } from '../shared-page.ts';

/** A statement, and what the answer has around its value. */
export interface LimitRendering {
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

/** Ten spaces, five pages each, ten blocks and three comments each. */
export const WORK_TREE: LimitRendering = {
  before: '{"data":{"spaces":{"nodes":[',
  after: ']}}}',
  text: `
select string_agg(concat(
  '{"id":"', s.id, '","name":', to_json(s.name), ',"pages":{"nodes":[', (
    select string_agg(concat(
      '{"id":"', p.id, '","title":', to_json(p.title), ',"version":', p.version,
      ',"updatedAt":', replace(to_json(p.updated_at)::text, '+00:00', 'Z'),
      ',"blocks":{"nodes":[', (
        select string_agg(concat('{"id":"', b.id, '","type":"', b.type, '","content":', b.content, '}'), ',')
        from (select id, type, content from work.blocks where page_id = p.id order by rank, id limit 10) b
      ), ']},"comments":{"nodes":[', (
        select string_agg(concat(
          '{"id":"', c.id, '","body":', to_json(c.body), ',"authorId":', coalesce('"' || c.author_id || '"', 'null'),
          ',"createdAt":', replace(to_json(c.created_at)::text, '+00:00', 'Z'), '}'), ',')
        from (
          select id, body, author_id, created_at from work.comments where page_id = p.id order by created_at, id limit 3
        ) c
      ), ']}}'), ',')
    from (select id, title, version, updated_at from work.pages where space_id = s.id order by rank, id limit 5) p
  ), ']}}'), ',')
from (select id, name from work.spaces order by name, id limit 10) s`,
};

/** One page and what is below it, ten levels deep, twenty blocks on each. */
export const PAGE_TREE: LimitRendering = {
  before: '{"data":{"page":{',
  after: '}}}',
  text: `select ${pageFields(1)} from work.pages p1 where p1.id = '${TREE_ROOT}'`,
};

function pageFields(level: number): string {
  const [page, below] = [`p${level}`, `p${level + 1}`];
  const children = `',"children":{"nodes":[', (
    select string_agg(concat('{', ${level < TREE_LEVELS ? pageFields(level + 1) : "''"}, '}'), ',')
    from (
      select id, title, version from work.pages where parent_id = ${page}.id order by rank, id limit 20
    ) ${below}
  ), ']}'`;
  return `concat(
    '"id":"', ${page}.id, '","title":', to_json(${page}.title), ',"version":', ${page}.version, ',"blocks":{"nodes":[', (
      select string_agg(concat('{"id":"', b.id, '","type":"', b.type, '","content":', b.content, '}'), ',')
      from (select id, type, content from work.blocks where page_id = ${page}.id order by rank, id limit 20) b
    ), ']}'${level < TREE_LEVELS ? `, ${children}` : ''})`;
}

/** Fifty runs, five events and two artifacts each. */
export const LEDGER_LIST: LimitRendering = {
  before: '{"data":{"runs":{"nodes":[',
  after: ']}}}',
  text: `
select string_agg(concat(
  '{"id":"', r.id, '","agent":', to_json(r.agent), ',"kind":', to_json(r.kind), ',"status":"', r.status,
  '","input":', coalesce(r.input::text, 'null'),
  ',"createdAt":', replace(to_json(r.created_at)::text, '+00:00', 'Z'),
  ',"startedAt":', coalesce(replace(to_json(r.started_at)::text, '+00:00', 'Z'), 'null'),
  ',"finishedAt":', coalesce(replace(to_json(r.finished_at)::text, '+00:00', 'Z'), 'null'),
  ',"events":{"nodes":[', (
    select string_agg(concat(
      '{"seq":', e.seq, ',"type":', to_json(e.type), ',"payload":', coalesce(e.payload::text, 'null'),
      ',"createdAt":', replace(to_json(e.created_at)::text, '+00:00', 'Z'), '}'), ',')
    from (select seq, type, payload, created_at from ops.run_events where run_id = r.id order by seq limit 5) e
  ), ']},"artifacts":{"nodes":[', (
    select string_agg(concat(
      '{"kind":', to_json(a.kind), ',"uri":', to_json(a.uri), ',"size":', coalesce('"' || a.size || '"', 'null'),
      ',"digest":', coalesce(to_json(a.digest)::text, 'null'), '}'), ',')
    from (select kind, uri, size, digest from ops.artifacts where run_id = r.id order by created_at, id limit 2) a
  ), ']}}'), ',')
from (
  select id, agent, kind, status, input, created_at, started_at, finished_at
  from ops.runs order by created_at desc, id desc limit 50
) r`,
};

/** One page by its id, eight fields. */
export const POINT: LimitRendering = renderPoint('title');

/** The same three hundred times, each with another name for the title. */
export const DOCUMENT_LIST: readonly LimitRendering[] = Array.from({ length: DOCUMENTS }, (_, n) =>
  renderPoint(`title${documentMark(n)}`),
);

function renderPoint(title: string): LimitRendering {
  return {
    before: '{"data":{"page":{',
    after: '}}}',
    text: `
select concat(
  '"id":"', id, '","${title}":', to_json(title), ',"version":', version,
  ',"archivedAt":', coalesce(replace(to_json(archived_at)::text, '+00:00', 'Z'), 'null'),
  ',"archivedWith":', coalesce('"' || archived_with || '"', 'null'),
  ',"createdBy":', coalesce('"' || created_by || '"', 'null'),
  ',"createdAt":', replace(to_json(created_at)::text, '+00:00', 'Z'),
  ',"updatedAt":', replace(to_json(updated_at)::text, '+00:00', 'Z'))
from work.pages where id = '${SHARED_PAGE}'`,
  };
}

/** Twenty pages, five fields. */
export const LIST_20: LimitRendering = {
  before: '{"data":{"pages":{"nodes":[',
  after: ']}}}',
  text: `
select string_agg(concat(
  '{"id":"', id, '","title":', to_json(title), ',"version":', version,
  ',"createdAt":', replace(to_json(created_at)::text, '+00:00', 'Z'),
  ',"updatedAt":', replace(to_json(updated_at)::text, '+00:00', 'Z'), '}'), ',')
from (select id, title, version, created_at, updated_at from work.pages order by rank, id limit 20) p`,
};
