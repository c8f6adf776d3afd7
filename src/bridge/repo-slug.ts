/** What the repository of a project of Odoo is called. */

/** The longest that the ledger takes. */
const MAX_LENGTH = 100;

/**
 * The name in small letters and digits, without accents, with a hyphen for whatever else stands between, and the id, so that
 * no two projects have one: `website-redesign-42`. Where nothing is left of the name, `project-42`.
 */
export function repoSlugOf(id: number, name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  const room = MAX_LENGTH - String(id).length - 1;
  const slug = words.slice(0, room).replace(/^-+|-+$/g, '') || 'project';
  return `${slug}-${id}`;
}
