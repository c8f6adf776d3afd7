/**
 * A driver: a command that makes, tells of and takes away environments. It gets the action as its last argument and one
 * object of JSON on standard input, and answers with one on standard output and exit code 0: docs/pull-requests.md.
 */
import { z } from 'zod';
import { DeliveryError } from '../problem.ts';
import { type CommandOptions, runJsonCommand } from './json-command.ts';
import { isOwnName } from './names.ts';
import type { DriverSettings } from './settings.ts';

/** What is to be made. */
export interface WantedEnvironment {
  /** Its name, `pr-<number>-<slug>`. */
  readonly name: string;
  readonly hostName: string;
  readonly repository: string;
  readonly number: number;
  readonly branch: string;
  readonly sha: string;
}

const environmentName = z.string().refine(isOwnName, 'is no name of an environment');
const database = z
  .string()
  .min(1)
  .max(63)
  .nullish()
  .transform((given) => given ?? null);
const created = z.object({
  url: z.url({ protocol: /^https?$/ }).max(2_000),
  database,
  gatewayDatabase: database,
});
const status = z.object({
  environments: z.array(z.object({ name: environmentName, running: z.boolean() })).max(10_000),
});

/** What a driver made. */
export type CreatedEnvironment = z.infer<typeof created>;
/** An environment of which a driver knows. */
export type SeenEnvironment = z.infer<typeof status>['environments'][number];

/** Each call is a process. Each throws DeliveryError with what the driver said last, or that its time was up. */
export interface Driver {
  /** Done twice it is done once; with another commit the environment is made anew. */
  create(wanted: WantedEnvironment, signal: AbortSignal): Promise<CreatedEnvironment>;
  /** All that the driver has made, and not taken away. */
  status(signal: AbortSignal): Promise<readonly SeenEnvironment[]>;
  /** Also of what is half made, or gone. */
  destroy(name: string, signal: AbortSignal): Promise<void>;
}

/** @param around Where it runs, and what of the environment it may see. */
export function createDriver(
  { command, settings, seconds }: DriverSettings,
  around: Pick<CommandOptions, 'cwd' | 'env'>,
): Driver {
  const ask = <T>(
    action: keyof typeof seconds,
    input: object,
    { answer, signal }: { answer: z.ZodType<T>; signal: AbortSignal },
  ) =>
    runJsonCommand([...command, action], {
      ...around,
      input: { version: 1, ...input, settings },
      timeoutMs: seconds[action] * 1_000,
      signal,
    }).then((given) => {
      const read = answer.safeParse(given);
      if (read.success) return read.data;
      throw new DeliveryError(`The driver's answer to ${action} is not understood: ${z.prettifyError(read.error)}`);
    });
  return {
    create: ({ name, hostName, repository, number, branch, sha }, signal) => {
      // Key by key: who asks knows more of it than a driver is promised.
      const environment = { name, hostName, repository, number, branch, sha };
      return ask('create', { environment }, { answer: created, signal });
    },
    status: async (signal) => (await ask('status', {}, { answer: status, signal })).environments,
    destroy: async (of, signal) => void (await ask('destroy', { name: of }, { answer: z.object({}), signal })),
  };
}
