/** Mutations of schedules: the gateway reads the cron expression, the database counts and enqueues. */
import { z } from 'zod';
import { idempotencyKey, uuid } from '../input.ts';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import { isTimeZone, readCron } from './cron.ts';
import { json, name } from './input.ts';

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
    projectId: uuid.nullish(),
  }),
  calls: 'ops.upsert_schedule',
  arguments: ({ expression: given, ...input }) => ({
    name: input.name,
    agent: input.agent,
    kind: input.kind,
    input: input.input,
    expression: given.expression,
    time_zone: input.timeZone,
    minutes: given.minutes,
    hours: given.hours,
    days: given.days,
    months: given.months,
    weekdays: given.weekdays,
    catch_up: input.catchUp,
    priority: input.priority,
    max_attempts: input.maxAttempts,
    both_days: given.bothDays,
    overlap: input.overlap,
    project_id: input.projectId,
  }),
  payload: ([row]) => ({ schedule: row?.id ?? null }),
});

const pauseSchedule = defineMutation({
  input: z.object({ scheduleId: uuid, paused: z.boolean().default(true) }),
  calls: 'ops.pause_schedule',
  arguments: ({ scheduleId, paused }) => ({
    schedule_id: scheduleId,
    paused,
  }),
  payload: ([row]) => ({ schedule: row?.id ?? null }),
});

const deleteSchedule = defineMutation({
  input: z.object({ scheduleId: uuid }),
  calls: 'ops.delete_schedule',
  arguments: ({ scheduleId }) => ({
    schedule_id: scheduleId,
  }),
  payload: ([row]) => ({ scheduleId: row?.id ?? null }),
});

const runScheduleNow = defineMutation({
  input: z.object({ scheduleId: uuid, idempotencyKey }),
  calls: 'ops.run_schedule_now',
  arguments: ({ scheduleId, idempotencyKey: key }) => ({
    schedule_id: scheduleId,
    idempotency_key: key,
  }),
  answer: 'run_id as id, created',
  payload: ([row], { scheduleId }) => ({
    run: row?.id ?? null,
    schedule: scheduleId,
    created: row?.created ?? false,
  }),
});

/** Each calls the function that its `@writes(by:)` names. */
export const scheduleMutations: Mutations = { upsertSchedule, pauseSchedule, deleteSchedule, runScheduleNow };
