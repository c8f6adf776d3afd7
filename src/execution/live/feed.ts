/** What the root fields of `Subscription` follow: which records, from where, and how a row becomes the field's value. */
import { type FieldNode, type GraphQLField, getNamedType } from 'graphql';
import type { Context } from '../../context.ts';
import { badInput, GatewayError } from '../../errors.ts';
import type { Page } from '../../live/follow.ts';
import type { StoredType } from '../../plan/catalog.ts';
import { readStoredId } from '../../plan/id.ts';
import { type ListPlan, type ObjectPlan, type Planning, planObject } from '../../plan/plan.ts';
import { compileRunEvents, FOLLOW_LIMIT, type Rendered, type RunEventsPage } from '../../postgres/follow.ts';
import type { Statement } from '../../postgres/statement.ts';
import { followKey } from './notices.ts';

/** A row past the position: the records of the feed's objects as JSON texts, `null` where there is none. */
export interface FeedRow {
  readonly records: readonly string[];
  /** Where the row stands, for a field that shows it. */
  readonly cursor: string;
}

/** One subscription's source. */
export interface Feed<Position> {
  readonly surface: 'ops' | 'work';
  /** The wake-ups that it waits for. */
  readonly channel: string;
  /** What is selected of records, one for each place that shows one. */
  readonly objects: readonly ObjectPlan[];
  /** The client's filter, as a list would hold it; null where there is none. */
  readonly filter: ListPlan | null;
  readonly start: Position;
  /** A position before all: subscriptions that read the same from here share what they read. */
  readonly origin: Position;
  compile(objects: readonly ObjectPlan[], position: Position, rendered: Rendered): Statement;
  /** @throws GatewayError where there is nothing to follow from here. */
  read(answer: unknown, position: Position): Page<Position, FeedRow>;
  /** The root field's value as JSON text. */
  toText(row: FeedRow): string;
  /** The same, keyed by response key. @param records Those of the row as objects. */
  toObject(row: FeedRow, records: readonly unknown[]): unknown;
}

/** A root field of the operation. */
export interface FeedField {
  readonly planning: Planning;
  /** Whose subscription it is, and how its cursors are made. */
  readonly context: Context;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  readonly args: Readonly<Record<string, unknown>>;
}

/** Statuses that a run does not leave. */
const ENDED = new Set(['SUCCEEDED', 'FAILED', 'CANCELLED', 'DEAD']);

/** The events of a run, by their numbers. @throws GatewayError naming the argument at fault. */
export function planRunEvents({ planning, field, nodes, args }: FeedField): Feed<number> {
  const runId = String(readStoredId('ops', args.runId, 'runId'));
  const start = Number(args.after);
  if (start < 0) throw badInput('after', 'must not be negative');
  const event = planning.catalog.get(getNamedType(field.type).name) as StoredType;
  return {
    surface: 'ops',
    channel: followKey('run', runId),
    objects: [planObject(planning, event, nodes, 1)],
    filter: null,
    start,
    origin: 0,
    compile: ([object], after, rendered) => compileRunEvents(object as ObjectPlan, { runId, after }, rendered),
    read: (answer, after) => {
      const page = answer as RunEventsPage;
      if (!page) throw new GatewayError('NOT_FOUND', `There is no run ${runId}`, { surface: 'ops' });
      if (after > page.lastSeq)
        throw badInput('after', `is ${after}, and the last event of the run is ${page.lastSeq}`);
      const rows = page.rows.map(([seq, record]) => ({ records: [record], cursor: String(seq) }));
      const next = page.rows.at(-1)?.[0] ?? after;
      if (rows.length === FOLLOW_LIMIT) return { items: rows, next, rest: 'more' };
      return { items: rows, next, rest: ENDED.has(page.status) ? 'none' : 'later' };
    },
    toText: ({ records }) => String(records[0]),
    toObject: (_row, records) => records[0],
  };
}
