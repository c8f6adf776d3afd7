/** Events in the database, as the gateway's own login stores them: what comes while one statement is under way goes together in the next. */
import { GATEWAY } from '../auth/viewer.ts';
import { GatewayError } from '../errors.ts';
import { callFunction } from '../postgres/call-function.ts';
import { readRows } from '../postgres/json-rows.ts';
import type { PostgresSource } from '../postgres/source.ts';
import { createTogether } from '../together.ts';
import type { NewEvent } from './event.ts';
import type { NotedRefusal } from './refusals.ts';

/** The database's part. */
export interface EventStore {
  /** Stores an event with the run that processes it. @returns False where it is stored already. */
  receive(event: NewEvent): Promise<boolean>;
  noteRefusal(refusal: NotedRefusal): Promise<void>;
}

/** Events of one statement at most: they have 256 kB each. */
const MAX_EVENTS = 64;

/** Asks nothing before it is asked. */
export function createEventStore(postgres: Pick<PostgresSource, 'repeatable'>): EventStore {
  const call = async (name: string, given: Readonly<Record<string, unknown>>) => {
    const [row] = await readRows(
      (statement) => postgres.repeatable(GATEWAY, statement),
      callFunction(name, given, 'done'),
    );
    return row?.done;
  };
  const receive = async (events: readonly NewEvent[]) =>
    (await call('odoo.receive_events', { events: JSON.stringify(events) })) as readonly boolean[];
  return {
    receive: createTogether({
      load: (events) => receive(events).catch((error: unknown) => receiveEach(receive, events, error)),
      most: MAX_EVENTS,
    }),
    noteRefusal: async (refusal) => void (await call('odoo.note_refusal', { ...refusal })),
  };
}

/** What the database refuses of one event undid them all. @throws What was thrown, where the database does not answer. */
async function receiveEach(
  receive: (events: readonly NewEvent[]) => Promise<readonly boolean[]>,
  events: readonly NewEvent[],
  error: unknown,
): Promise<(boolean | Error)[]> {
  if (events.length === 1 || (error instanceof GatewayError && error.code.startsWith('UPSTREAM'))) throw error;
  const received: (boolean | Error)[] = [];
  for (const event of events) {
    const [isNew] = await receive([event]).catch((own: unknown) => [own as Error]);
    received.push(isNew ?? false);
  }
  return received;
}
