/** Events in the database, as the gateway's own login stores them: one statement each. */
import { GATEWAY } from '../auth/viewer.ts';
import { callFunction } from '../postgres/call-function.ts';
import { readRows } from '../postgres/json-rows.ts';
import type { PostgresSource } from '../postgres/source.ts';
import type { NewEvent } from './event.ts';
import type { NotedRefusal } from './refusals.ts';

/** The database's part. */
export interface EventStore {
  /** Stores an event with the run that processes it. @returns False where it is stored already. */
  receive(event: NewEvent): Promise<boolean>;
  noteRefusal(refusal: NotedRefusal): Promise<void>;
}

/** Asks nothing before it is asked. */
export function createEventStore(postgres: Pick<PostgresSource, 'repeatable'>): EventStore {
  const call = async (name: string, given: Readonly<Record<string, unknown>>) => {
    const [row] = await readRows(
      (statement) => postgres.repeatable(GATEWAY, statement),
      callFunction(name, given, 'done'),
    );
    return row?.done === true;
  };
  return {
    receive: ({ source, instance, eventType, aggregateType, aggregateId, payload, dedupeKey, orderingKey }) =>
      call('odoo.receive_event', {
        ...{ instance, source },
        event_type: eventType,
        aggregate_type: aggregateType,
        aggregate_id: aggregateId,
        ordering_key: orderingKey,
        payload: payload && JSON.stringify(payload),
        dedupe_key: dedupeKey,
      }),
    noteRefusal: async (refusal) => void (await call('odoo.note_refusal', { ...refusal })),
  };
}
