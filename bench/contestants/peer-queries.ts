/** One statement a level, as a team writes them for DataLoader: keys in, rows with their key out. */

/** A level of the tree: its statement takes the parents' ids, and each row names its parent. */
export interface Level {
  readonly text: string;
  /** Column of the row that holds the parent's id. */
  readonly parent: string;
}

export const SPACES = 'select id, name from work.spaces order by name, id limit $1';

export const RUNS = `select id, agent, kind, status, input, created_at as "createdAt", started_at as "startedAt", finished_at as "finishedAt"
from ops.runs order by created_at desc, id desc limit $1`;

export const PAGES: Level = {
  parent: 'space_id',
  text: `select p.* from unnest($1::uuid[]) as parent (id) cross join lateral (
    select space_id, id, title, version, updated_at as "updatedAt" from work.pages
    where space_id = parent.id order by rank, id limit $2) p`,
};

const PAGE_COLUMNS = `id, title, version, archived_at as "archivedAt", archived_with as "archivedWith", created_by as "createdBy",
created_at as "createdAt", updated_at as "updatedAt"`;

export const PAGE = `select ${PAGE_COLUMNS} from work.pages where id = $1`;

export const LIST = `select ${PAGE_COLUMNS} from work.pages order by rank, id limit $1`;

export const CHILDREN: Level = {
  parent: 'parent_id',
  text: `select p.* from unnest($1::uuid[]) as parent (id) cross join lateral (
    select parent_id, id, title, version from work.pages where parent_id = parent.id order by rank, id limit $2) p`,
};

export const BLOCKS: Level = {
  parent: 'page_id',
  text: `select b.* from unnest($1::uuid[]) as parent (id) cross join lateral (
    select page_id, id, type, content from work.blocks where page_id = parent.id order by rank, id limit $2) b`,
};

export const COMMENTS: Level = {
  parent: 'page_id',
  text: `select c.* from unnest($1::uuid[]) as parent (id) cross join lateral (
    select page_id, id, body, author_id as "authorId", created_at as "createdAt" from work.comments
    where page_id = parent.id order by created_at, id limit $2) c`,
};

export const EVENTS: Level = {
  parent: 'run_id',
  text: `select e.* from unnest($1::uuid[]) as parent (id) cross join lateral (
    select run_id, seq, type, payload, created_at as "createdAt" from ops.run_events
    where run_id = parent.id order by seq limit $2) e`,
};

export const ARTIFACTS: Level = {
  parent: 'run_id',
  text: `select a.* from unnest($1::uuid[]) as parent (id) cross join lateral (
    select run_id, kind, uri, size, digest from ops.artifacts where run_id = parent.id order by created_at, id limit $2) a`,
};
