/** What a delivery says: an event of a sender that is known, or a hint of Odoo's own webhook. */
import { z } from 'zod';
import { findUnstorable } from '../plan/json-text.ts';
import { type Models, modelOf } from './models.ts';

/** An event as it is stored. */
export interface NewEvent {
  readonly source: 'signed' | 'native';
  readonly instance: string;
  readonly eventType: string;
  readonly aggregateType: string;
  readonly aggregateId: string;
  /** Null of a hint: nothing of it is believed. */
  readonly payload: Readonly<Record<string, unknown>> | null;
  /** What two deliveries of one event have in common; null of a hint, of which the record says it. */
  readonly dedupeKey: string | null;
  /** Events of one are processed in the order in which they came. */
  readonly orderingKey: string;
}

/** A body, checked, or what is wrong with it. */
type Read<T> = T | { readonly problem: string };

const NAME = z
  .string()
  .regex(
    /^[A-Za-z][\w.:/-]{0,99}$/,
    'must be a name such as project_created: 100 letters, digits and . : / _ - at most',
  );
const ID = z
  .union([z.string(), z.int().transform(String)], 'must be a text or a whole number')
  .refine(
    (id) => /^[^\p{Cc}\p{Surrogate}]{1,100}$/u.test(id),
    'must have 1 to 100 characters, none of them a control character or half of a surrogate pair',
  );

/** `event_id` lets a sender sign and send an event again, later than a signature holds, without it counting twice. */
const body = z.object({
  event_type: NAME,
  aggregate_type: NAME,
  aggregate_id: ID,
  payload: z
    .record(z.string(), z.unknown(), 'must be an object')
    .refine(
      (payload) => findUnstorable(payload) === null,
      'must hold neither the character U+0000 nor half of a surrogate pair',
    ),
  event_id: z
    .string()
    .regex(/^[\w.:-]{1,100}$/, 'must be an id such as a uuid')
    .optional(),
});

/** The keys that Odoo's own webhook sends of each record. */
const hint = z.object({ _model: z.string().max(100), _id: z.int().min(1) });

/** @param digest What every replay of this very delivery has in common. */
export function readEvent(value: unknown, given: { instance: string; digest: string; models: Models }): Read<NewEvent> {
  const { success, data, error } = body.safeParse(value);
  if (!success) return { problem: problemOf(error) };
  const {
    event_type: eventType,
    aggregate_type: aggregateType,
    aggregate_id: aggregateId,
    payload,
    event_id: id,
  } = data;
  const { instance, digest, models } = given;
  const about = modelOf(models, { eventType, aggregateType }) ?? aggregateType;
  const dedupeKey = id === undefined ? digest : `id:${id}`;
  const orderingKey = orderingKeyOf(instance, about, aggregateId);
  return { source: 'signed', instance, eventType, aggregateType, aggregateId, payload, dedupeKey, orderingKey };
}

/** @returns `model` where the record is of a model that nobody here reads. */
export function readHint(
  value: unknown,
  { instance, models }: { instance: string; models: Models },
): Read<NewEvent> | 'model' {
  const { success, data, error } = hint.safeParse(value);
  if (!success) return { problem: problemOf(error) };
  const { _model: model, _id: id } = data;
  if (!models.has(model)) return 'model';
  return {
    source: 'native',
    instance,
    eventType: 'hint',
    aggregateType: model,
    aggregateId: String(id),
    payload: null,
    dedupeKey: null,
    orderingKey: orderingKeyOf(instance, model, String(id)),
  };
}

/** The ledger takes 200 characters, and the end tells one record from another. */
function orderingKeyOf(instance: string, model: string, id: string): string {
  return `odoo ${instance} ${model} ${id}`.slice(-200);
}

function problemOf(error: z.ZodError): string {
  const [{ path, message } = { path: [], message: 'is not understood' }] = error.issues;
  return path.length === 0 ? `The body ${message}` : `${path.join('.')} ${message}`;
}
