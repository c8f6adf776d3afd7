/** What the environments of pull requests are made of: `ssot/environments.yaml`, and as much of the process's environment as it lets in. */
import { dirname } from 'node:path';
import type { Viewer } from '../auth/viewer.ts';
import { type Environments, readEnvironments } from '../delivery/environments.ts';
import { DeliveryError } from '../delivery/problem.ts';
import { createDriver, type Driver } from '../delivery/pull-requests/driver.ts';
import { createGithubDeliveries, type GithubDeliveries, type GithubSecret } from '../delivery/pull-requests/github.ts';
import type { PullRequestWork } from '../delivery/pull-requests/handlers.ts';
import { createPullRequestLedger } from '../delivery/pull-requests/ledger.ts';
import { createListOpen } from '../delivery/pull-requests/list-open.ts';
import { registeredNames } from '../doctrine/secrets.ts';
import type { Log } from '../log.ts';
import type { Paths } from '../paths.ts';
import type { PostgresSource } from '../postgres/source.ts';
import type { Io } from './io.ts';
import { isProductions, readProductionMarks } from './stage.ts';

interface Opening {
  readonly env: Io['env'];
  readonly paths: Pick<Paths, 'environments' | 'package' | 'secrets' | 'stages'>;
  readonly postgres: PostgresSource;
  readonly viewer: Viewer;
}

/** @throws DeliveryError that says what is wrong in `ssot/environments.yaml`. */
export function openPullRequests({ env, paths, postgres, viewer }: Opening): PullRequestWork {
  const { pullRequests: settings, drivers } = readEnvironments(paths.environments);
  const registered = new Set(registeredNames(paths.secrets));
  const root = dirname(paths.package);
  if ('tokenVariable' in settings.list && settings.list.tokenVariable && !registered.has(settings.list.tokenVariable))
    throw new DeliveryError(
      `pullRequests.list.tokenVariable: ${settings.list.tokenVariable} is not in ssot/secrets/registry.yaml`,
    );
  return {
    settings,
    ledger: createPullRequestLedger(postgres, settings, viewer),
    driverOf: (name) => openDriver(name, { drivers, env, registered, root, stages: paths.stages }),
    listOpen: createListOpen(settings.list, { cwd: root, env }),
    longestSeconds: Math.max(0, ...Object.values(drivers).flatMap(({ seconds }) => Object.values(seconds))),
  };
}

/** Null where nobody has a secret for it. */
export function openGithubDeliveries(
  secrets: readonly GithubSecret[],
  { paths, postgres, log }: { paths: Pick<Paths, 'environments'>; postgres: PostgresSource; log: Log },
): GithubDeliveries | null {
  if (secrets.length === 0) return null;
  const { pullRequests: settings } = readEnvironments(paths.environments);
  return createGithubDeliveries({ secrets, settings, ledger: createPullRequestLedger(postgres, settings), log });
}

interface DriverOpening extends Pick<Environments, 'drivers'> {
  readonly env: Io['env'];
  readonly registered: ReadonlySet<string>;
  readonly root: string;
  readonly stages: string;
}

/** It sees the variables that its settings name, and none that could open anything of production. */
function openDriver(name: string, { drivers, env, registered, root, stages }: DriverOpening): Driver {
  const settings = Object.hasOwn(drivers, name) ? drivers[name] : undefined;
  if (!settings) throw new DeliveryError(`ssot/environments.yaml has no driver "${name}" any more`);
  const marks = readProductionMarks(stages);
  const own = Object.fromEntries(
    settings.environment.flatMap((variable) => (env[variable] ? [[variable, env[variable]]] : [])),
  );
  const problems = [
    ...settings.environment
      .filter((variable) => registered.has(variable))
      .map((variable) => `${variable} is a secret of this installation's own`),
    ...Object.keys(own).flatMap((variable) =>
      isProductions(own[variable] ?? '', marks) ? [`${variable} is production's`] : [],
    ),
    ...textsOf(settings.settings).flatMap(([path, text]) =>
      isProductions(text, marks) ? [`settings.${path} is production's`] : [],
    ),
  ];
  if (problems.length > 0) throw new DeliveryError(`The driver ${name} is not started: ${problems.join(', ')}`);
  return createDriver(settings, { cwd: root, env: own });
}

function textsOf(value: unknown, path: readonly string[] = []): [path: string, text: string][] {
  if (typeof value === 'string') return [[path.join('.'), value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, [...path, key]));
}
