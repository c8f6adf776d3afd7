/** The page tree that is asked for: one page, and all below it, ten levels deep. */

/** The user who sees it; nobody else is a member of its space. */
export const TREE_USER = 'be0c0000-0000-4000-8000-000000000002';
/** The page at its top. */
export const TREE_ROOT = 'be0c0000-0000-4000-8000-00000000000a';
/** Levels, the top among them. */
export const TREE_LEVELS = 10;
