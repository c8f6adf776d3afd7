/**
 * Compares three lists: pull requests that are open, environments of the ledger, and what the drivers have. Whatever was
 * missed, such as a webhook or the end of a crashed worker, comes right here.
 */
import { GatewayError } from '../../errors.ts';
import { DeliveryError } from '../problem.ts';
import type { Driver } from './driver.ts';
import type { KnownEnvironment, PullRequestLedger } from './ledger.ts';
import type { ListOpen, OpenPullRequest } from './list-open.ts';
import { isOwnName } from './names.ts';
import type { PullRequestSettings } from './settings.ts';

/** What is compared, and by whom. */
interface Reconciling {
  readonly settings: PullRequestSettings;
  readonly ledger: PullRequestLedger;
  readonly driverOf: (name: string) => Driver;
  readonly listOpen: ListOpen;
}

interface Asked {
  /** Begins the keys by which what is heard here is heard once. */
  readonly key: string;
  readonly signal: AbortSignal;
  readonly append: (type: string, payload?: unknown) => Promise<void>;
}

/** What was done. */
export interface Reconciled {
  /** Names of environments whose pull request is closed. */
  readonly closed: readonly string[];
  /** `owner/name#number` of open pull requests that had no environment, or one of an older commit. */
  readonly opened: readonly string[];
  /** Names of those that stood still, and go on. */
  readonly driven: readonly string[];
  /** Names of what a driver had and the ledger did not know. */
  readonly orphans: readonly string[];
  /** A sentence for each list that could not be had. */
  readonly problems: readonly string[];
}

/**
 * A list that cannot be had changes nothing: it is no empty one.
 *
 * @returns What was done. @throws GatewayError `UPSTREAM_UNAVAILABLE` with the problems, after all that could be done was.
 */
export async function reconcile(work: Reconciling, asked: Asked): Promise<Reconciled> {
  const problems: string[] = [];
  const trying = async <T>(what: string, attempt: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof DeliveryError) || asked.signal.aborted) throw error;
      problems.push(`${what}: ${error.message}`);
      return otherwise;
    }
  };
  const compared = await comparePullRequests(work, asked, trying);
  const { down, orphans } = await compareDrivers(work, asked, trying);
  const driven = await work.ledger.drive(down);
  const reconciled = { ...compared, driven, orphans, problems };
  await asked.append('environment.reconciled', reconciled);
  if (problems.length > 0) throw new GatewayError('UPSTREAM_UNAVAILABLE', problems.join('; '));
  return reconciled;
}

type Trying = <T>(what: string, attempt: () => Promise<T>, otherwise: T) => Promise<T>;

async function comparePullRequests(
  { settings, ledger, listOpen }: Reconciling,
  { key, signal }: Asked,
  trying: Trying,
) {
  const closed: string[] = [];
  const opened: string[] = [];
  const known = await ledger.listOpen();
  const close = async (environment: KnownEnvironment) => {
    const { state } = await ledger.hear(`${key}:${environment.id}`, 'CLOSED', environment);
    if (state !== environment.state) closed.push(environment.name);
  };
  for (const [repository, { project, tenant, trustedForks }] of Object.entries(settings.repositories)) {
    const pulls = await trying<readonly OpenPullRequest[] | null>(repository, () => listOpen(repository, signal), null);
    if (pulls === null) continue;
    const environments = known.filter((one) => one.repository === repository);
    const numbers = new Set(pulls.map(({ number }) => number));
    for (const environment of environments) if (!numbers.has(environment.number)) await close(environment);
    for (const { forkOwner, ...pull } of pulls) {
      const there = environments.find(({ number }) => number === pull.number);
      if (there?.sha === pull.sha || (forkOwner !== null && !trustedForks.includes(forkOwner))) continue;
      const { state } = await ledger.hear(`${key}:${pull.number}:${pull.sha}:${repository}`, 'OPEN', {
        ...pull,
        repository,
        project,
        tenant,
      });
      if (state !== 'CLOSING') opened.push(`${repository}#${pull.number}`);
    }
  }
  const isNamed = ({ repository }: KnownEnvironment) => Object.hasOwn(settings.repositories, repository);
  for (const left of known) if (!isNamed(left)) await close(left);
  return { closed, opened };
}

/** What runs and should not is taken away at once: no environment of the ledger holds it. */
async function compareDrivers({ settings, ledger, driverOf }: Reconciling, { signal, append }: Asked, trying: Trying) {
  const down: string[] = [];
  const orphans: string[] = [];
  const before = await ledger.listOpen();
  const names = new Set([
    ...before.map(({ driver }) => driver),
    ...(settings.driver === undefined ? [] : [settings.driver]),
  ]);
  for (const name of names) {
    const seen = await trying(`driver ${name}`, () => driverOf(name).status(signal), null);
    if (seen === null) continue;
    // Asked after the driver was: what is made meanwhile is known.
    const known = new Set((await ledger.listOpen()).filter(({ driver }) => driver === name).map((one) => one.name));
    const running = new Set(seen.filter((one) => one.running).map((one) => one.name));
    for (const { id, state, driver, name: own } of before)
      if (driver === name && state === 'READY' && !running.has(own)) down.push(id);
    for (const { name: own } of seen.filter((one) => isOwnName(one.name) && !known.has(one.name)))
      await trying(
        `driver ${name}`,
        async () => {
          await driverOf(name).destroy(own, signal);
          await append('environment.orphan', { name: own, driver: name });
          orphans.push(own);
        },
        undefined,
      );
  }
  return { down, orphans };
}
