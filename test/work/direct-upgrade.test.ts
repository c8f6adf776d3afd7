/** Rows from before direct writes were checked: what readers stumbled over is mended, all else survives. */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packagePaths } from '../../src/paths.ts';
import { createEmbeddedSource } from '../../src/postgres/embedded.ts';
import { type MigrationClient, migrate } from '../../src/postgres/migrate.ts';
import { openPglite } from '../../src/postgres/pglite.ts';
import { insertRows, ROWS, USERS } from '../support/work-rls-rows.ts';

/** The first migration that checks them. */
const CHECKED_FROM = '20261129000140';
const { migrations } = packagePaths();
const before = mkdtempSync(join(tmpdir(), 'tripoint-before-'));
const { space, page, child, attachment, template } = ROWS;
let database: PGlite;
let owner: MigrationClient;

const BAD_CONTENTS = [
  ...["'null'", '\'"said"\'', "'[1, 2]'", '\'{"text": 7}\'', '\'{"text": "kept", "colour": "red"}\'', "'{}'"],
] as const;

beforeAll(async () => {
  for (const name of readdirSync(migrations))
    if (name < CHECKED_FROM) cpSync(join(migrations, name), join(before, name));
  database = await openPglite();
  owner = createEmbeddedSource(database).owner;
  await migrate(owner, before);
  await insertRows(owner);
  await owner.script(`
    insert into work.blocks (space_id, page_id, rank, type, content)
    select '${space}', '${child}', 'b0' || n, 'PARAGRAPH', content
    from unnest(array[${BAD_CONTENTS.join(', ')}]::jsonb[]) with ordinality as c (content, n);
    insert into work.blocks (space_id, page_id, rank, type, content) values ('${space}', '${child}', '!', 'IMAGE', '{"was": "here"}');
    update work.pages set archived_at = now(), archived_with = id where id = '${page}';
    update work.templates set content = '{"title": "T", "blocks": 7}' where id = '${template}';
    insert into work.templates (space_id, name, content) values ('${space}', 'Right', '{"title": "T", "blocks": []}');
    insert into work.pages (space_id, title, rank) values ('${space}', ' ', 'no key'), ('${space}', repeat('x', 600), 'a9');
    update work.attachments set created_by = '${USERS.editor}', status = 'CONFIRMED', storage_path = './other/file' where id = '${attachment}';
    insert into work.attachments (id, space_id, page_id, name, content_type, size, storage_path, status, created_by)
    values ('${ROWS.second}', '${space}', '${page}', 'a', 'text/plain', 1, '${ROWS.second}/a', 'CONFIRMED', '${USERS.editor}'),
      ('${ROWS.row}', '${space}', '${page}', 'a', 'text/plain', 1, 'imported/a', 'CONFIRMED', null);`);
  await migrate(owner, migrations);
}, 60_000);
afterAll(async () => {
  await database.close();
  rmSync(before, { recursive: true });
});

describe('an upgrade', () => {
  it('makes of each content that hid its page one that shows what it held', async () => {
    const rows = await owner.query(`select type, content from work.blocks where page_id = $1 order by rank, id`, [
      child,
    ]);
    expect(rows).toEqual([
      { type: 'PARAGRAPH', content: { text: '{"was": "here"}' } },
      ...['', 'said', '[1, 2]', '{"text": 7}', 'kept', ''].map((text) => ({ type: 'PARAGRAPH', content: { text } })),
    ]);
  });

  it('writes keys anew that are none, in the order that they had', async () => {
    const [row] = await owner.query('select bool_and(work.is_rank(rank)) as are from work.blocks');
    expect(row).toEqual({ are: true });
    const pages = await owner.query(
      `select left(title, 8) as title, work.is_rank(rank) as is_rank from work.pages where space_id = $1 and parent_id is null order by rank`,
      [space],
    );
    expect(pages.map(({ title }) => title)).toEqual(['Page', 'xxxxxxxx', 'Untitled']);
    expect(pages.every(({ is_rank }) => is_rank)).toBe(true);
  });

  it('archives what lay open below an archived page, with that page', async () => {
    const rows = await owner.query(
      'select archived_with, archived_at is not null as gone from work.pages where id = $1',
      [child],
    );
    expect(rows).toEqual([{ archived_with: page, gone: true }]);
  });

  it('leaves templates that are right, and keeps what no page could be made from', async () => {
    const rows = await owner.query('select content from work.templates where space_id = $1 order by name', [space]);
    expect(rows).toEqual([
      { content: { title: 'T', blocks: [] } },
      { content: { title: 'Template', blocks: [], was: { title: 'T', blocks: 7 } } },
    ]);
  });

  it('takes paths that a user made up out of use, and no other', async () => {
    const rows = await owner.query('select id, storage_path, status from work.attachments order by storage_path');
    expect(rows).toEqual(
      [
        { id: ROWS.second, storage_path: `${ROWS.second}/a`, status: 'CONFIRMED' },
        { id: attachment, storage_path: `${attachment}/none`, status: 'PENDING' },
        { id: ROWS.row, storage_path: 'imported/a', status: 'CONFIRMED' },
      ].sort((a, b) => (a.storage_path < b.storage_path ? -1 : 1)),
    );
  });
});
