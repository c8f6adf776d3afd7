/** A whole tree of pages with their blocks, as the bench opens it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { TREE_LEVELS } from '../../bench/page-tree.ts';
import { seedId } from '../../src/demo/seed/seed.ts';
import { openBlockPage } from '../support/blocks.ts';
import { createTestGateway, pick } from '../support/gateway.ts';

const QUERY = readFileSync(join(import.meta.dirname, '../../bench/operations/page-tree.graphql'), 'utf8');

it('opens ten levels of pages with their blocks in one statement', { timeout: 120_000 }, async () => {
  // Its page sizes multiply to more rows than one operation may ask for by default.
  await using gateway = await createTestGateway({
    limits: { maxRows: Number.MAX_SAFE_INTEGER, maxCost: Number.MAX_SAFE_INTEGER },
  });
  const top = await openBlockPage(gateway, 'Level 1');
  await gateway.owner((client) =>
    client.query(
      `with recursive level as (
         select 1 as n, $1::uuid as id, null::uuid as parent_id
         union all select n + 1, gen_random_uuid(), id from level where n < $3
       ), page as (
         insert into work.pages (id, space_id, parent_id, title, rank)
         select id, $2::uuid, parent_id, 'Level ' || n, 'a0' from level where n > 1
       )
       select count(*) from level`,
      [top.pageId, seedId('space', 'finance'), TREE_LEVELS],
    ),
  );
  const pages = await gateway.owner((client) =>
    client.query("select id from work.pages where title like 'Level %' and space_id = $1", [
      seedId('space', 'finance'),
    ]),
  );
  for (const { id } of pages)
    await top.apply([{ insert: { type: 'DIVIDER' } }], { pageId: String(id), expectedVersion: 1 });
  const { data, errors } = await gateway.execute(QUERY, { as: 'ben', variables: { id: top.pageId } });
  expect(errors).toBeUndefined();
  expect(gateway.calls).toHaveLength(1);
  const deepest = `page${'.children.nodes.0'.repeat(TREE_LEVELS - 1)}`;
  expect(pick(data, `${deepest}.title`)).toBe(`Level ${TREE_LEVELS}`);
  expect(pick(data, `${deepest}.blocks.nodes`)).toMatchObject([{ type: 'DIVIDER', content: {} }]);
});
