/** One page of a space that many users are members of: what is asked for by its id. */

/** Users who see it: each is one viewer. */
export const READERS = 500;
/** The page. */
export const SHARED_PAGE = 'be0c0000-0000-4000-8000-00000000000b';

/** Uuid of a reader. @param n From 1 to `READERS`. */
export function readerId(n: number): string {
  return `be0c0001-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

/** Documents that say the same in other words. */
export const DOCUMENTS = 300;

/** Text of fixed length that tells a document from the others. @param n From 0. */
export function documentMark(n: number): string {
  return String(n).padStart(3, '0');
}
