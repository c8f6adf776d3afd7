/** Pull requests that are open: asked of GitHub's API, or of a command. */
import { z } from 'zod';
import { DeliveryError } from '../problem.ts';
import { runJsonCommand } from './json-command.ts';
import type { PullRequestSettings } from './settings.ts';

/** One of them. */
export interface OpenPullRequest {
  readonly number: number;
  readonly branch: string;
  readonly sha: string;
  /** Whose fork its code is in; null where it is in the repository itself, and empty where the fork is gone. */
  readonly forkOwner: string | null;
}

/** @param repository `owner/name`. @throws DeliveryError where the list cannot be had whole. */
export type ListOpen = (repository: string, signal: AbortSignal) => Promise<readonly OpenPullRequest[]>;

/** Pull requests of one page, and pages at most: a list that goes on is refused, and never cut. */
const PAGE = 100;
const MAX_PAGES = 50;
const TIMEOUT_MS = 20_000;

const sha = z.string().regex(/^[0-9a-f]{40}$/);
const number = z.int().min(1).max(999_999_999);
const owned = z.object({ login: z.string() });
const ofApi = z.array(
  z.object({
    number,
    head: z.object({ ref: z.string().min(1), sha, repo: z.object({ full_name: z.string(), owner: owned }).nullable() }),
    base: z.object({ repo: z.object({ full_name: z.string() }) }),
  }),
);
/** As `gh pr list --json number,headRefName,headRefOid,isCrossRepository,headRepositoryOwner` has it. */
const ofCommand = z.array(
  z.object({
    number,
    headRefName: z.string().min(1),
    headRefOid: sha,
    isCrossRepository: z.boolean(),
    headRepositoryOwner: owned.nullish(),
  }),
);

/** @param env Of the worker; a command sees of it what its settings name. */
export function createListOpen(
  list: PullRequestSettings['list'],
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string | undefined>> },
): ListOpen {
  if ('command' in list)
    return async (repository, signal) => {
      const own = Object.fromEntries(list.environment.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
      const options = { cwd, env: own, input: null, timeoutMs: list.seconds * 1_000, signal };
      return read(ofCommand, await runJsonCommand([...list.command, repository], options)).map((pull) => ({
        number: pull.number,
        branch: pull.headRefName,
        sha: pull.headRefOid,
        forkOwner: pull.isCrossRepository ? (pull.headRepositoryOwner?.login ?? '') : null,
      }));
    };
  const token = list.tokenVariable === undefined ? undefined : env[list.tokenVariable];
  return async (repository, signal) => {
    const url = `${list.api.replace(/\/$/, '')}/repos/${repository}/pulls?state=open&sort=created&direction=asc&per_page=${PAGE}`;
    const pulls = await readPages(url, token, signal);
    // One that is closed meanwhile moves those after it a place forward, and one of them from page to page.
    if (pulls.length >= PAGE && isOther(pulls, await readPages(url, token, signal)))
      throw new DeliveryError('The list of open pull requests changed while it was read');
    return pulls;
  };
}

async function readPages(url: string, token: string | undefined, signal: AbortSignal): Promise<OpenPullRequest[]> {
  const pulls: OpenPullRequest[] = [];
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const found = read(ofApi, await askApi(`${url}&page=${page}`, token, signal));
    pulls.push(...found.map(toPullRequest));
    if (found.length < PAGE) return pulls;
  }
  throw new DeliveryError(`More than ${PAGE * MAX_PAGES} pull requests are open`);
}

function isOther(one: readonly OpenPullRequest[], other: readonly OpenPullRequest[]): boolean {
  return one.map((pull) => pull.number).join() !== other.map((pull) => pull.number).join();
}

function toPullRequest({ number: of, head, base }: z.infer<typeof ofApi>[number]): OpenPullRequest {
  const isOwn = head.repo?.full_name === base.repo.full_name;
  return { number: of, branch: head.ref, sha: head.sha, forkOwner: isOwn ? null : (head.repo?.owner.login ?? '') };
}

/** Follows no redirect: the token would go with it. */
async function askApi(url: string, token: string | undefined, signal: AbortSignal): Promise<unknown> {
  const headers = {
    accept: 'application/vnd.github+json',
    'user-agent': 'tripoint',
    'x-github-api-version': '2022-11-28',
    ...(token && { authorization: `Bearer ${token}` }),
  };
  const until = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  try {
    const answer = await fetch(url, { headers, signal: until, redirect: 'error' });
    if (!answer.ok) throw new DeliveryError(`The list of open pull requests is answered with ${answer.status}`);
    return await answer.json();
  } catch (error) {
    if (error instanceof DeliveryError) throw error;
    const { cause, message } = error as { cause?: { code?: string }; message: string };
    throw new DeliveryError(`The list of open pull requests cannot be had: ${cause?.code ?? message}`);
  }
}

function read<T>(shape: z.ZodType<T>, given: unknown): T {
  const parsed = shape.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new DeliveryError(`The list of open pull requests is not understood: ${z.prettifyError(parsed.error)}`);
}
