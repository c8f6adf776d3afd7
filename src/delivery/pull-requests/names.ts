/** Names of environments: what a branch may be called anything, a host, a database and a folder may not. */

/** A label of a host name and an identifier of Postgres have 63; the rest is for what a driver adds, such as `-gateway`. */
const MAX_NAME = 55;
/** A pull request's number, and nothing after it that could end a label. */
const OWN = /^pr-[1-9]\d{0,8}(-[a-z0-9]+)*$/;

/**
 * `pr-<number>-<slug>`: small letters, digits and single hyphens, 55 characters at most.
 *
 * @param branch Whatever a stranger called it; of one without a letter or digit the number alone is left.
 */
export function nameOf(number: number, branch: string): string {
  const slug = branch
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-');
  return `pr-${number}-${slug}`.replace(/-+/g, '-').slice(0, MAX_NAME).replace(/-+$/, '');
}

/** Whether it can be one of ours. */
export function isOwnName(name: string): boolean {
  return name.length <= MAX_NAME && OWN.test(name);
}
