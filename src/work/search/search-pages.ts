/** `Query.searchPages`: pages by what was typed of their titles, in one statement. */
import { badInput } from '../../errors.ts';
import type { Reading } from '../../postgres/reading.ts';
import { readFirst, readSpaceIds } from './passages.ts';

const MAX_QUERY = 200;
const DEFAULT_PAGES = 10;

/** Row-level security decides which. */
export const searchPages: Reading = async (args, asking) => {
  const typed = String(args.query);
  if (typed.length > MAX_QUERY) throw badInput('query', `must have at most ${MAX_QUERY} characters`);
  if (typed.includes('\0')) throw badInput('query', 'must not hold the character U+0000');
  const first = readFirst(args.first, DEFAULT_PAGES);
  const spaceIds = readSpaceIds(args.spaceIds);
  if (typed.trim() === '') return [];
  const rows = await asking.read({
    text: `select page_id, score, highlighted
      from work.search_pages(query => $1, most => $2::int, space_ids => $3::uuid[])`,
    values: [typed, first, spaceIds],
  });
  return rows.map(({ page_id: page, score, highlighted }) => ({ page, score, highlighted }));
};
