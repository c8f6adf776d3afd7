/** The sections `pullRequests` and `drivers` of `ssot/environments.yaml`. */
import { z } from 'zod';

const seconds = (most: number) => z.int().min(1).max(most);
const argument = z.string().min(1).max(1_000);
const variable = z.string().regex(/^[A-Z_][A-Z0-9_]{0,99}$/, 'must be the name of an environment variable');
const driverName = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/, 'must be small letters, digits and hyphens');
const domain = z
  .string()
  .max(180)
  .regex(
    /^(?=.*[a-z])[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/,
    'must be a domain, e.g. preview.example.com',
  );
const owner = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/, 'must be the name of an owner at GitHub');

/** `owner/name`, as GitHub writes it. */
export const repositoryName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9._-]{1,100}$/, 'must be the name of a repository, e.g. acme/shop');

/** By the name of a driver: the command, what of the environment it sees, and how long each of its actions may take. */
export const driversShape = z.record(
  driverName,
  z.strictObject({
    /** The program and its arguments, to which the action is added; no shell reads them. */
    command: z.array(argument).min(1).max(50),
    /** The only variables that it is given. */
    environment: z.array(variable).max(50).default([]),
    /** Handed to it as they are. */
    settings: z.record(z.string(), z.unknown()).default({}),
    seconds: z
      .strictObject({
        create: seconds(3_000).default(1_200),
        status: seconds(300).default(60),
        destroy: seconds(1_200).default(300),
      })
      .prefault({}),
  }),
);

/** Whose pull requests get an environment, where, by which driver, and how many at once. */
export const pullRequestsShape = z.strictObject({
  domain: domain.default('preview.example.com'),
  driver: driverName.optional(),
  /** Environments at once; what comes after them waits. */
  places: z
    .strictObject({
      perProject: z.int().min(0).max(1_000).default(3),
      overall: z.int().min(0).max(1_000).default(10),
    })
    .prefault({}),
  /** By `owner/name`. */
  repositories: z
    .record(
      repositoryName,
      z.strictObject({
        /** The slug of its project in the ledger. */
        project: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be the slug of a project'),
        /** The tenant whose project it is, where several have one of that slug; empty for the company's own. */
        tenant: z.string().max(200).optional(),
        /** Owners of forks whose code is run. */
        trustedForks: z.array(owner).max(100).default([]),
      }),
    )
    .default({}),
  /** How open pull requests are listed. */
  list: z
    .union([
      z.strictObject({
        /** Of GitHub's API. */
        api: z.url({ protocol: /^https?$/ }),
        /** The variable with the token; without one only public repositories are listed. */
        tokenVariable: variable.optional(),
      }),
      z.strictObject({
        /** Given `owner/name` as its last argument, it prints them as `gh pr list --json` does. */
        command: z.array(argument).min(1).max(50),
        environment: z.array(variable).max(50).default([]),
        seconds: seconds(300).default(60),
      }),
    ])
    .default({ api: 'https://api.github.com' }),
  reconcile: z
    .strictObject({
      expression: z.string().min(1).max(200).default('*/10 * * * *'),
      timeZone: z.string().min(1).default('UTC'),
    })
    .prefault({}),
});

/** The section, checked. */
export type PullRequestSettings = z.infer<typeof pullRequestsShape>;
/** Drivers by their names. */
export type Drivers = z.infer<typeof driversShape>;
/** A driver. Times are in seconds. */
export type DriverSettings = Drivers[string];

/** What is wrong between the two sections. */
export function findPullRequestProblems({
  pullRequests: { driver, repositories },
  drivers,
}: {
  readonly pullRequests: PullRequestSettings;
  readonly drivers: Drivers;
}): string[] {
  const names = Object.keys(repositories).map((name) => name.toLowerCase());
  return [
    ...(driver !== undefined && !Object.hasOwn(drivers, driver)
      ? [`pullRequests.driver: there is no driver "${driver}" under drivers`]
      : []),
    ...(driver === undefined && names.length > 0
      ? ['pullRequests.driver: repositories are named, and no driver that makes their environments']
      : []),
    // At GitHub these are one.
    ...(new Set(names).size < names.length ? ['pullRequests.repositories: one of them is named twice'] : []),
  ];
}
