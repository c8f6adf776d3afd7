/** One batch of a feed's rows → the texts of its results: passed through as Postgres renders them, or by graphql-js where that may not be. */
import type { GraphQLSchema } from 'graphql';
import { type Context, createContext } from '../../context.ts';
import type { createFormatError } from '../../errors.ts';
import type { OperationLimits } from '../../limits.ts';
import type { Batch } from '../../live/follow.ts';
import type { Log } from '../../log.ts';
import type { Seal } from '../../plan/seal.ts';
import { sealSpansOfText } from '../../postgres/cursor-spans.ts';
import { type Lane, VIOLATION } from '../../postgres/statement.ts';
import { stringifyWithRawJson } from '../../sdl/raw-json.ts';
import { type Fetching, renderOn, requirePostgres, type Sources } from '../fetch.ts';
import { executeOrdinary, type LiveEvent } from '../ordinary.ts';
import type { FeedRow } from './feed.ts';
import type { BoundSubscription, PlannedSubscription } from './plan.ts';
import { keepTold, tableReader } from './told.ts';

/** One result of a subscription. */
export interface LiveText {
  /** An `ExecutionResult` as JSON. */
  readonly text: string;
  /** Where to go on after it; null where the subscription has no places. */
  readonly place: string | null;
}

/** What batches are read with, whoever asks. */
export interface BatchReading {
  readonly schema: GraphQLSchema;
  readonly sources: Sources;
  readonly log: Log;
  /** Limits of each read. */
  readonly limits: OperationLimits;
  /** What cursors are sealed by. */
  readonly seal: Seal;
  readonly formatError: ReturnType<typeof createFormatError>;
  /** Told of the upstream calls of each read, and of the way in. */
  readonly observe: ((context: Pick<Context, 'calls' | 'exceeded'>) => void) | undefined;
}

/** Reads one batch past the position. @param signal Aborted when nobody waits for it any more. */
export async function readFeedBatch<Position>(
  reading: BatchReading,
  planned: PlannedSubscription<Position>,
  position: Position,
  signal: AbortSignal,
): Promise<Batch<Position, LiveText>> {
  const { feed, viewer, meter, root, bound, standing } = planned;
  meter?.refuseEnded();
  const { log, seal, limits } = reading;
  const context = createContext({
    viewer,
    run: meter,
    log,
    seal,
    signal,
    limits,
    identities: reading.sources.identities,
  });
  const postgres = requirePostgres(reading.sources, feed.surface);
  const readAs = async (lane: Lane) => {
    const statement = feed.compile(planned.objects, position, { bound, lane });
    const call = { surface: feed.surface, what: 'follow', field: root.key };
    const reader = feed.told ? { ...context, viewer: tableReader(feed.told, viewer) } : context;
    const bytes = await renderOn(postgres, reader, call, statement);
    const found = feed.read(JSON.parse(bytes.toString('utf8')), position);
    const telling = { sources: reading.sources, context, standing, index: feed.objects.length - 1 };
    const batch = feed.told ? await keepTold(telling, found) : found;
    meter?.count({ rows: batch.items.length });
    return statement.hasCursors ? { ...batch, items: batch.items.map((row) => sealRow(row, context)) } : batch;
  };
  try {
    if (!planned.isOrdinary) {
      const batch = await readAs('passthrough');
      if (!batch.items.some(hasViolation))
        return {
          ...batch,
          items: batch.items.map((row) => ({
            text: `{"data":{${JSON.stringify(root.key)}:${feed.toText(row)}}}`,
            place: row.cursor,
          })),
        };
    }
    const batch = await readAs('ordinary');
    const items: LiveText[] = [];
    for (const row of batch.items) {
      const records = row.records.map((record): unknown => JSON.parse(record));
      const event = { value: feed.toObject(row, records), found: planned.refused };
      items.push({ text: await executeEvent(reading, planned, context, event), place: row.cursor });
    }
    return { ...batch, items };
  } finally {
    context.end();
    reading.observe?.(context);
  }
}

/** A record is a text within the answer, so the cursors that are marked in it are found only now. */
function sealRow({ records, ...row }: FeedRow, { sealCursor }: Context): FeedRow {
  return { ...row, records: records.map((record) => sealSpansOfText(record, sealCursor)) };
}

const VIOLATION_TEXT = String.fromCharCode(VIOLATION);

function hasViolation({ records }: FeedRow): boolean {
  return records.some((record) => record.includes(VIOLATION_TEXT));
}

/** The event's result as JSON text. */
export async function executeEvent(
  { schema, sources, formatError }: Pick<BatchReading, 'schema' | 'sources' | 'formatError'>,
  { document, planning, bound }: BoundSubscription,
  context: Context,
  event: LiveEvent,
): Promise<string> {
  const fetching: Fetching = { sources, context, bound, odooContext: {}, field: '' };
  const result = await executeOrdinary(schema, document, fetching, { admitted: [], planning, document, event });
  const errors = result.errors?.map((error) => formatError(error.toJSON(), error));
  return stringifyWithRawJson({ ...(errors && { errors }), data: result.data });
}
