/** What the root fields of `Subscription` follow: which records, from where, and how a row becomes the field's value. */
import type { FieldNode, GraphQLField } from 'graphql';
import type { Context } from '../../context.ts';
import type { Surface } from '../../errors.ts';
import type { Batch } from '../../live/follow.ts';
import type { FollowScope } from '../../plan/follows.ts';
import type { ListPlan, ObjectPlan, Planning } from '../../plan/plan.ts';
import type { Rendered } from '../../postgres/follow.ts';
import type { Statement } from '../../postgres/statement.ts';
import type { Told } from './told.ts';

/** A row past the position: the records of the feed's objects as JSON texts, `null` where there is none. */
export interface FeedRow {
  readonly records: readonly string[];
  /** Where the row stands, for a field that shows it. */
  readonly cursor: string;
}

/** One subscription's source. */
export interface Feed<Position> {
  readonly surface: Surface;
  /** The wake-ups that it waits for. */
  readonly key: string;
  /** What is selected of records, one for each place that shows one. */
  readonly objects: readonly ObjectPlan[];
  /** The client's filter, as a list would hold it; null where there is none. */
  readonly filter: ListPlan | null;
  /** What may be told of records of Odoo, which the last of the objects reads; null where the rows are of none. */
  readonly told: Told | null;
  readonly start: Position;
  /** A position before all: subscriptions that read the same from here share what they read. */
  readonly origin: Position;
  compile(objects: readonly ObjectPlan[], position: Position, rendered: Rendered): Statement;
  /** @throws GatewayError where there is nothing to follow from here. */
  read(answer: unknown, position: Position): Batch<Position, FeedRow>;
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

/** What an argument such as `runId` gives the id of, for people. */
export function thingOf({ argument }: Pick<FollowScope, 'argument'>): string {
  return argument.replace(/Id$/, '');
}
