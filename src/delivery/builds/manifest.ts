/** A build's manifest: what it is made from, without a word of the machine that writes it. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Git } from '../git.ts';
import { DeliveryError } from '../problem.ts';
import { readToolchain } from './toolchain.ts';
import { readTree, type TrackedFile } from './tree.ts';

/** What no checkout can say. */
export interface BuildFacts {
  readonly branch: string;
  /** `sha256:…`; null where no image was built yet. */
  readonly imageDigest: string | null;
  /** Folders of Odoo's addons, in their order; null where there is none. */
  readonly addonsPath: readonly string[] | null;
}

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const manifestShape = z.strictObject({
  version: z.literal(1),
  commit: z.strictObject({
    sha: z.string().regex(/^[0-9a-f]{40}$/),
    branch: z.string().min(1),
    message: z.string(),
    author: z.string(),
    /** With the zone of the author's clock, e.g. `2026-11-30T20:31:00+08:00`. */
    time: z.string(),
  }),
  imageDigest: digest.nullable(),
  addonsPath: z.array(z.string()).nullable(),
  lockFiles: z.record(z.string(), digest),
  toolchain: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  files: z.array(z.strictObject({ path: z.string(), mode: z.string(), digest: z.string() })),
});

/** A manifest as it is read. */
export type BuildManifest = z.infer<typeof manifestShape>;

/** What is not part of any build: recordings of what happened with it. */
const NO_SOURCE = ':(exclude)web/docs/evidence';
const LOCK_FILE =
  /(^|\/)(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|poetry\.lock|uv\.lock|Pipfile\.lock|requirements[\w.-]*\.(txt|lock)|go\.sum|Cargo\.lock|composer\.lock|Gemfile\.lock)$/;

/**
 * Reads the commit that is checked out.
 *
 * @throws DeliveryError where the checkout holds other files than the commit: they would be built too, and nobody could tell.
 */
export async function createManifest(
  git: Git,
  where: { cwd: string; env: NodeJS.ProcessEnv },
  facts: BuildFacts,
): Promise<BuildManifest> {
  await refuseUnclean(git);
  const files = await readTree(git, where);
  const lockFiles = files.filter(({ path }) => LOCK_FILE.test(path)).map(({ path, digest: sum }) => [path, sum]);
  return {
    version: 1,
    commit: await readCommitFacts(git, facts.branch),
    imageDigest: facts.imageDigest,
    addonsPath: facts.addonsPath === null ? null : [...facts.addonsPath],
    lockFiles: Object.fromEntries(lockFiles),
    toolchain: await readToolchain(git, new Set(files.map(({ path }) => path))),
    files: files as TrackedFile[],
  };
}

/** The manifest's bytes: keys in one order, two spaces, one line end. */
export function printManifest(manifest: BuildManifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** `sha256:` of what `printManifest` gives. */
export function digestOf(printed: string): string {
  return `sha256:${createHash('sha256').update(printed).digest('hex')}`;
}

/** @throws DeliveryError where it is none. */
export function parseManifest(text: string, name: string): BuildManifest {
  const parsed = manifestShape.safeParse(parseJson(text, name));
  if (parsed.success) return parsed.data;
  throw new DeliveryError(`${name} is no manifest of a build: ${z.prettifyError(parsed.error)}`);
}

async function refuseUnclean(git: Git): Promise<void> {
  const status = await git('status', '--porcelain', '-z', '--untracked-files=all', '--', '.', NO_SOURCE);
  const changed = status.split('\0').filter(Boolean);
  if (changed.length === 0) return;
  const named = changed
    .slice(0, 5)
    .map((line) => line.slice(3))
    .join(', ');
  const more = changed.length > 5 ? ` and ${changed.length - 5} more` : '';
  throw new DeliveryError(`The checkout is not its commit: ${named}${more}. Commit them, or put them into .gitignore`);
}

/** The zone is printed here: `%aI` is `Z` or `+00:00` by the version of git. */
async function readCommitFacts(git: Git, branch: string): Promise<BuildManifest['commit']> {
  const format = '--format=%H%x00%an%x00%ad%x00%B';
  const printed = await git('log', '-1', '--no-show-signature', '--encoding=UTF-8', '--no-notes', '--date=raw', format);
  const [sha = '', author = '', raw = '', message = ''] = printed.split('\0');
  return { sha, branch, message: message.trimEnd(), author, time: printTime(raw) };
}

/** `1796041860 +0800` → `2026-11-30T20:31:00+08:00`. */
function printTime(raw: string): string {
  const [seconds = '0', zone = '+0000'] = raw.trim().split(' ');
  const offset = Number(`${zone[0]}1`) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3, 5)));
  const there = new Date((Number(seconds) + offset * 60) * 1_000).toISOString().slice(0, 19);
  return `${there}${zone.slice(0, 3)}:${zone.slice(3, 5)}`;
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DeliveryError(`${name} is no manifest of a build: it is no JSON`);
  }
}
