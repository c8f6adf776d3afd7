/** What `delivery-agent` does with environments of pull requests: opens and closes one, and reconciles all of them. */
import { z } from 'zod';
import { GatewayError } from '../../errors.ts';
import { DeliveryError } from '../problem.ts';
import type { Driver } from './driver.ts';
import type { KnownEnvironment, PullRequestLedger } from './ledger.ts';
import type { ListOpen } from './list-open.ts';
import { reconcile } from './reconcile.ts';
import type { PullRequestSettings } from './settings.ts';

/** What the handlers work with. */
export interface PullRequestWork {
  readonly settings: PullRequestSettings;
  readonly ledger: PullRequestLedger;
  /** By its name in the settings. @throws DeliveryError where there is none, or it may not run. */
  readonly driverOf: (name: string) => Driver;
  readonly listOpen: ListOpen;
  /** Seconds that the longest action of a driver takes. */
  readonly longestSeconds: number;
}

/** As much of a worker's run as they need. */
interface HeldRun {
  readonly id: string;
  readonly fence: number;
  readonly attempt: number;
  readonly input: unknown;
}

interface Tools {
  readonly signal: AbortSignal;
  readonly append: (type: string, payload?: unknown) => Promise<void>;
}

interface PullRequestHandler {
  readonly input: z.ZodType;
  readonly timeoutSeconds: number;
  readonly concurrency: number;
  readonly execute: (run: HeldRun, tools: Tools) => Promise<unknown>;
}

/** Attempts to make an environment before it is FAILED. A new commit, or `tripoint env open`, tries again. */
const ATTEMPTS = 3;
/** Seconds beside those of the driver. */
const OWN_SECONDS = 60;
/** Environments that one worker makes at once: each is a database that is copied. */
const MAKING = 2;
const input = z.object({ environmentId: z.uuid() });

/** By the kinds of runs. */
export function createPullRequestHandlers(work: PullRequestWork): Readonly<Record<string, PullRequestHandler>> {
  const timeoutSeconds = work.longestSeconds + OWN_SECONDS;
  // Who may enqueue for a tenant names what it likes: it is told of no environment of another.
  const find = async ({ id, input: given }: HeldRun): Promise<KnownEnvironment> => {
    const tenant = await work.ledger.tenantOf(id);
    const environment = await work.ledger.find((given as z.infer<typeof input>).environmentId, tenant);
    if (environment) return environment;
    throw new GatewayError('NOT_FOUND', "The run's input names no environment: { environmentId }");
  };
  return {
    'environment.open': {
      ...{ input, timeoutSeconds, concurrency: MAKING },
      execute: async (run, tools) => open(work, { run, tools, environment: await find(run) }),
    },
    'environment.close': {
      ...{ input, timeoutSeconds, concurrency: MAKING },
      execute: async (run, tools) => close(work, { run, tools, environment: await find(run) }),
    },
    'environment.reconcile': {
      ...{ input: z.unknown(), timeoutSeconds, concurrency: 1 },
      execute: async (run, tools) => {
        if ((await work.ledger.tenantOf(run.id)) !== '')
          throw new GatewayError('FORBIDDEN', 'The environments of all tenants are reconciled for the company alone');
        return reconcile(work, { key: run.id, ...tools });
      },
    },
  };
}

interface Held {
  readonly run: HeldRun;
  readonly tools: Tools;
  readonly environment: KnownEnvironment;
}

/** Only what is wanted still: it may be closing by now, wait for a place, or be ready with this commit. */
async function open({ ledger, driverOf }: PullRequestWork, { run, tools, environment }: Held): Promise<unknown> {
  const { id: environmentId, sha, state } = environment;
  if (state !== 'OPENING') return { state };
  const startedMs = performance.now();
  await tools.append('environment.opening', { name: environment.name, sha, attempt: run.attempt });
  try {
    const made = await driverOf(environment.driver).create(environment, tools.signal);
    const now = await ledger.settle({ run, environmentId, state: 'READY', sha, ...made });
    return { state: now, url: made.url, seconds: secondsSince(startedMs) };
  } catch (error) {
    if (!(error instanceof DeliveryError) || tools.signal.aborted) throw error;
    if (run.attempt >= ATTEMPTS) {
      await ledger.settle({ run, environmentId, state: 'FAILED', error: error.message });
      throw new GatewayError('BAD_USER_INPUT', error.message);
    }
    throw new GatewayError('UPSTREAM_UNAVAILABLE', error.message);
  }
}

/** What cannot be taken away is tried again, by this run and then by reconciling, for as long as it takes. */
async function close({ ledger, driverOf }: PullRequestWork, { run, tools, environment }: Held): Promise<unknown> {
  const { id: environmentId, state } = environment;
  if (state !== 'CLOSING') return { state };
  const startedMs = performance.now();
  try {
    await driverOf(environment.driver).destroy(environment.name, tools.signal);
  } catch (error) {
    if (!(error instanceof DeliveryError) || tools.signal.aborted) throw error;
    await ledger.settle({ run, environmentId, state: 'CLOSING', error: error.message });
    throw new GatewayError('UPSTREAM_UNAVAILABLE', error.message);
  }
  return { state: await ledger.settle({ run, environmentId, state: 'CLOSED' }), seconds: secondsSince(startedMs) };
}

function secondsSince(startedMs: number): number {
  return Math.round((performance.now() - startedMs) / 100) / 10;
}
