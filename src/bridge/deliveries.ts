/** What a delivery of an event comes to, from its headers or its path to the row in the ledger. HTTP stands before it. */
import type { Log } from '../log.ts';
import type { PostgresSource } from '../postgres/source.ts';
import { type NewEvent, readEvent, readHint } from './event.ts';
import { createEventStore } from './event-store.ts';
import type { Models } from './models.ts';
import { createRefusals, type Refusal, type Refusals } from './refusals.ts';
import { findInstance, findShort, type InstanceSecret } from './secrets.ts';
import { digestOf, findSigner, readStamp, type Stamp } from './signature.ts';

/** What is asked of the doors. */
export interface Deliveries {
  /** Null where no secret is configured: there is no such door. */
  readonly signed: SignedDoor | null;
  readonly native: NativeDoor | null;
  /** Notes a refusal in the ledger. */
  readonly refused: Refusals['count'];
  /** Notes what was refused and not noted yet. */
  close(): Promise<void>;
}

/** Takes events whose sender is known by a signature. */
export interface SignedDoor {
  /** Before the body is read. */
  readStamp(headers: Parameters<typeof readStamp>[0]): Stamp | Refusal;
  /** The instance that signed the bytes. */
  verify(stamp: Stamp, body: Buffer): string | Refusal;
  /** @param value The JSON of the bytes. @throws GatewayError where the database does not answer. */
  take(value: unknown, by: { instance: string; stamp: Stamp; body: Buffer }): Promise<Taken | Refusal>;
}

/** Takes hints of Odoo's own webhook. */
export interface NativeDoor {
  /** The instance whose secret path it is. */
  verify(path: string): string | Refusal;
  /** @throws GatewayError where the database does not answer. */
  take(value: unknown, instance: string): Promise<Taken | Refusal>;
}

/** `known` where it was stored before, or where a hint at the record waits already. */
export type Taken = 'stored' | 'known';

/** What the doors are made of. */
export interface DeliveriesOptions {
  readonly secrets: readonly InstanceSecret[];
  readonly nativeSecrets: readonly InstanceSecret[];
  /** Whose records are read back. */
  readonly models: Models;
  readonly postgres: Pick<PostgresSource, 'repeatable'>;
  readonly log: Log;
}

/** Asks the database nothing before a delivery comes. */
export function createDeliveries({ secrets, nativeSecrets, models, postgres, log }: DeliveriesOptions): Deliveries {
  const store = createEventStore(postgres);
  const refusals = createRefusals(store.noteRefusal, log);
  const receive = async (event: NewEvent): Promise<Taken> => ((await store.receive(event)) ? 'stored' : 'known');
  for (const instance of findShort(secrets))
    log.warn({ instance }, 'a secret of ODOO_WEBHOOK_SECRETS is shorter than 16 characters, and can be guessed');
  return {
    signed: secrets.length === 0 ? null : createSignedDoor(secrets, models, receive),
    native: nativeSecrets.length === 0 ? null : createNativeDoor(nativeSecrets, models, receive),
    refused: refusals.count,
    close: refusals.close,
  };
}

type Receive = (event: NewEvent) => Promise<Taken>;

function createSignedDoor(secrets: readonly InstanceSecret[], models: Models, receive: Receive): SignedDoor {
  return {
    readStamp: (headers) => readStamp(headers, Date.now()),
    verify: (stamp, body) => findSigner(secrets, stamp, body) ?? UNSIGNED,
    take: async (value, { instance, stamp, body }) => {
      const event = readEvent(value, { instance, digest: digestOf(stamp, body), models });
      return 'problem' in event ? { reason: 'body', message: event.problem } : receive(event);
    },
  };
}

function createNativeDoor(secrets: readonly InstanceSecret[], models: Models, receive: Receive): NativeDoor {
  return {
    verify: (path) => findInstance(secrets, path) ?? UNKNOWN_PATH,
    take: async (value, instance) => {
      const event = readHint(value, { instance, models });
      if (event === 'model') return FOREIGN_MODEL;
      return 'problem' in event ? { reason: 'body', message: event.problem } : receive(event);
    },
  };
}

const UNSIGNED: Refusal = {
  reason: 'signature',
  message: 'x-ipai-signature is not what a known secret makes of "<x-ipai-timestamp>.<body>"',
};
const UNKNOWN_PATH: Refusal = { reason: 'path', message: 'There is nothing at this path' };
const FOREIGN_MODEL: Refusal = { reason: 'model', message: 'The doctrine gives no such model to Odoo' };
