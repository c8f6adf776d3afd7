/** Titles in a quick switcher, at as many pages as the bench has: found though cut short or misspelt, and soon. */
import type { MigrationClient } from '../../src/postgres/migrate.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { askAs } from './search-asked.ts';
import type { SearchBench, Tenant } from './search-bench.ts';
import { percentile, told } from './told.ts';

const LIMIT_MS = 20;

/** What somebody types who wants a page. */
const TYPED: Readonly<Record<string, (title: string, choose: (below: number) => number) => string>> = {
  'one letter': (title) => title.slice(0, 1),
  'two letters': (title) => title.slice(0, 2),
  'four letters': (title) => title.slice(0, 4),
  'a word': (title) => title.split(' ')[0] ?? title,
  'two words, the second begun': (title) => title.split(' ').slice(0, 2).join(' ').slice(0, -1),
  'words in another order': (title) => title.split(' ').slice(0, 2).reverse().join(' '),
  'the title': (title) => title,
  'the title with a letter left out': (title, choose) => {
    const at = 1 + choose(Math.max(1, title.length - 2));
    return title.slice(0, at) + title.slice(at + 1);
  },
  'nothing that is there': () => 'qqxxzz wwyyqq',
};
/** Titles by which the page that was meant is to be found. */
const FINDING = ['the title', 'the title with a letter left out'];

/** How it is asked. */
export interface TitlesAsked {
  readonly titles: number;
  readonly choose: (below: number) => number;
  readonly report: (line: string) => void;
  /** Whether the 20 ms are asserted. */
  readonly isTimed: boolean;
}

/** @returns What is broken. */
export async function soakTitles(bench: SearchBench, asked: TitlesAsked): Promise<string[]> {
  const broken: string[] = [];
  for (const tenant of bench.tenants)
    await withOwner(bench.url, async (client) => {
      broken.push(...(await soakTenant(client, tenant, asked)));
    });
  return broken;
}

async function soakTenant(client: MigrationClient, tenant: Tenant, asked: TitlesAsked): Promise<string[]> {
  const { titles, choose, report, isTimed } = asked;
  const samples = await client.query(
    `select p.id, p.title from work.pages p where p.space_id = any ($1::uuid[]) order by md5(p.id::text || $2) limit $3`,
    [tenant.spaceIds, String(choose(1_000_000)), titles],
  );
  const all: number[] = [];
  const slowest: string[] = [];
  let missed = 0;
  for (const [kind, type] of Object.entries(TYPED)) {
    const ms: number[] = [];
    for (const { title } of samples) {
      const values = [type(String(title), choose)];
      const text = 'select s.page_id, p.title from work.search_pages($1, 10) s join work.pages p on p.id = s.page_id';
      const { rows, ms: took } = await askAs(client, tenant.user, { text, values });
      ms.push(took);
      if (FINDING.includes(kind) && !rows.some((row) => row.title === title)) missed += 1;
    }
    all.push(...ms);
    slowest.push(`${kind} ${told(ms)}`);
  }
  report(`${tenant.name}, ${tenant.chunks} pages: search_pages ${told(all)}; ${slowest.join(', ')}; ${missed} missed`);
  const broken = [];
  if (isTimed && percentile(all, 99) >= LIMIT_MS) broken.push(`${tenant.name}: search_pages ${told(all)}`);
  if (missed > (samples.length * FINDING.length) / 20) broken.push(`${tenant.name}: ${missed} titles are not found`);
  return broken;
}
