/**
 * Confirmations: what a dry run gives to whoever asked it, and the same mutation takes once. Sealed, so that nobody reads or
 * changes one; bound to who asks, to the mutation and its arguments, and to the rows that the dry run saw.
 */
import { hash, randomUUID } from 'node:crypto';
import type { Viewer } from '../../auth/viewer.ts';
import type { Context } from '../../context.ts';
import { confirmingOf } from '../../doctrine/confirm.ts';
import type { Doctrine } from '../../doctrine/load.ts';
import { GatewayError } from '../../errors.ts';

/** What a confirmation says, once it is opened. */
export interface Confirmation {
  /** Uuid: each is used once. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** Digest of the rows, and records of Odoo, that it was given for. */
  readonly saw: string;
}

/** A mutation that is asked for. */
export interface Confirmed {
  readonly context: Pick<Context, 'viewer' | 'seal'>;
  /** E.g. `Mutation.updatePage`. */
  readonly coordinate: string;
  /** Coerced. */
  readonly args: Readonly<Record<string, unknown>>;
}

/** Milliseconds that a confirmation is good for. */
export const CONFIRMATION_MS = 300_000;
/** What is said of each, in the order in which they stand in a confirmation. */
const BOUND_TO = ['another viewer, agent or OAuth client', 'another mutation', 'other arguments'] as const;
const AGAIN = 'ask it again with `dryRun: true`, look at its `diff`, and give the `confirmation` that comes with it';

/** Gives one. */
export function giveConfirmation(asked: Confirmed, saw: string): string {
  const { seal } = asked.context;
  return sealOf(seal).seal(JSON.stringify([randomUUID(), Date.now() + CONFIRMATION_MS, saw, ...boundTo(asked)]));
}

/**
 * Refuses a mutation that needs a confirmation and has none, and one with a confirmation that is not good for it. Whether it
 * was used, and whether the rows are still as they were, only the write itself finds out.
 *
 * @returns Null where none was given, and none is needed.
 * @throws GatewayError `CONFIRMATION_REQUIRED`, `CONFIRMATION_INVALID` or `CONFIRMATION_EXPIRED`.
 */
export function readConfirmation(doctrine: Pick<Doctrine, 'confirm'>, asked: Confirmed): Confirmation | null {
  const { context, coordinate, args } = asked;
  if (args.dryRun === true) return null;
  if (args.confirmation !== null && args.confirmation !== undefined) return open(asked, String(args.confirmation));
  if (!confirmingOf(doctrine, context.viewer, coordinate)) return null;
  const problem = `${coordinate} is confirmed before it writes: ${AGAIN}`;
  throw new GatewayError('CONFIRMATION_REQUIRED', problem, { details: { coordinate } });
}

/** Names what is approved where somebody else has to approve: who asks for what, and what it would change. */
export function approvalSubject(asked: Confirmed, { saw }: Pick<Confirmation, 'saw'>): string {
  return digest([saw, ...boundTo(asked)]);
}

/** SHA-256 as base64url of any JSON, whatever the order of its keys. */
export function digest(value: unknown): string {
  return hash('sha256', JSON.stringify(inOrder(value)) ?? '', 'base64url');
}

function open({ context, ...mutation }: Confirmed, sealed: string): Confirmation {
  const text = sealOf(context.seal).open(sealed);
  if (text === null) throw invalid('is none that this gateway gave, or was changed', 'seal');
  const [id, expiresAt, saw, ...bound] = JSON.parse(text) as [string, number, string, string, string, string];
  const place = boundTo({ context, ...mutation }).findIndex((part, index) => part !== bound[index]);
  if (place >= 0) throw invalid(`is good for ${BOUND_TO[place]}`, ['viewer', 'mutation', 'arguments'][place] as string);
  if (Date.now() > expiresAt)
    throw new GatewayError('CONFIRMATION_EXPIRED', `The confirmation was good for five minutes: ${AGAIN}`, {
      details: { argument: 'confirmation', expiredAt: new Date(expiresAt).toISOString() },
    });
  return { id, expiresAt, saw };
}

function invalid(problem: string, reason: string): GatewayError {
  return new GatewayError('CONFIRMATION_INVALID', `The confirmation ${problem}: ${AGAIN}`, {
    details: { argument: 'confirmation', reason },
  });
}

function sealOf(seal: Context['seal']) {
  return seal.of('confirmation');
}

function boundTo({ context, coordinate, args }: Confirmed): string[] {
  const { dryRun: _, confirmation: __, ...given } = args;
  return [digest(whoIs(context.viewer)), coordinate, digest(given)];
}

/** Whoever has another token of the same viewer may confirm: it is the same person, agent and client. */
function whoIs({ role, agent, id, actsFor, client }: Viewer): unknown {
  return [role, agent, id, actsFor, client?.id ?? null];
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return entries.map(([key, item]) => [key, inOrder(item)]);
}
