/** Mutations of schedules: the gateway reads the cron expression, the database counts and enqueues. */
import { z } from 'zod';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import { isTimeZone, readCron } from './cron.ts';
import { idempotencyKey, json, name, uuid } from './input.ts';

/** A cron expression, as it was written and as sets. */
const cron = z
  .string()
  .trim()
  .max(200, 'must have at most 200 characters')
  .transform((expression, context) => {
    const reading = readCron(expression);
    if ('sets' in reading) return { expression, ...reading.sets };
    context.addIssue({ code: 'custom', message: reading.problem });
    return z.NEVER;
  });

const timeZone = z.string().refine(isTimeZone, 'must be an IANA name such as Europe/Berlin, or UTC');

const upsertSchedule = defineMutation({
  input: z.object({
    name,
    agent: name,
    kind: name,
    input: json,
    expression: cron,
    timeZone: timeZone.default('UTC'),
    catchUp: z.enum(['SKIP', 'ONCE', 'ALL']).default('ONCE'),
    overlap: z.enum(['ALLOW', 'SKIP', 'QUEUE']).default('ALLOW'),
    priority: z.int().min(-1_000, 'must be from -1000 to 1000').max(1_000, 'must be from -1000 to 1000').default(0),
    maxAttempts: z.int().min(1, 'must be from 1 to 100').max(100, 'must be from 1 to 100').default(5),
  }),
  statement: ({ expression: given, ...input }) => ({
    text: `select id from ops.upsert_schedule(name => $1, agent => $2, kind => $3, input => $4::jsonb, expression => $5,
      time_zone => $6, minutes => $7::int[], hours => $8::int[], days => $9::int[], months => $10::int[],
      weekdays => $11::int[], catch_up => $12, priority => $13, max_attempts => $14, both_days => $15, overlap => $16)`,
    values: [
      input.name,
      input.agent,
      input.kind,
      input.input,
      given.expression,
      input.timeZone,
      given.minutes,
      given.hours,
      given.days,
      given.months,
      given.weekdays,
      input.catchUp,
      input.priority,
      input.maxAttempts,
      given.bothDays,
      input.overlap,
    ],
  }),
  payload: ([row]) => ({ schedule: row?.id ?? null }),
});

const pauseSchedule = defineMutation({
  input: z.object({ scheduleId: uuid, paused: z.boolean().default(true) }),
  statement: ({ scheduleId, paused }) => ({
    text: `select id from ops.pause_schedule(schedule_id => $1::uuid, paused => $2)`,
    values: [scheduleId, paused],
  }),
  payload: ([row]) => ({ schedule: row?.id ?? null }),
});

const deleteSchedule = defineMutation({
  input: z.object({ scheduleId: uuid }),
  statement: ({ scheduleId }) => ({
    text: `select ops.delete_schedule(schedule_id => $1::uuid) as id`,
    values: [scheduleId],
  }),
  payload: ([row]) => ({ scheduleId: row?.id ?? null }),
});

const runScheduleNow = defineMutation({
  input: z.object({ scheduleId: uuid, idempotencyKey }),
  statement: ({ scheduleId, idempotencyKey: key }) => ({
    text: `select run_id as id, created, $1::uuid as schedule_id
      from ops.run_schedule_now(schedule_id => $1::uuid, idempotency_key => $2)`,
    values: [scheduleId, key ?? null],
  }),
  payload: ([row]) => ({
    run: row?.id ?? null,
    schedule: row?.schedule_id ?? null,
    created: row?.created ?? false,
  }),
});

/** Each calls the function that its `@writes(by:)` names. */
export const scheduleMutations: Mutations = { upsertSchedule, pauseSchedule, deleteSchedule, runScheduleNow };
