/** Root fields of queries that answer with no stored type: one statement, as the viewer. */
import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import { type Context, withCall } from '../context.ts';
import type { Surface } from '../errors.ts';
import { type Reading, readRows } from '../postgres/mutation.ts';
import { type Fetching, requirePostgres } from './fetch.ts';

/** What a reading's resolver is made of. */
interface ReadingField {
  readonly surface: Surface;
  /** Names it among the upstream calls. */
  readonly what: string;
  readonly reading: Reading;
}

/** @param operationOf Finds the operation that a resolver runs for. */
export function createReadingResolver(
  { surface, what, reading }: ReadingField,
  operationOf: (info: GraphQLResolveInfo) => { readonly fetching: Fetching },
): GraphQLFieldResolver<unknown, Context> {
  return async (_source, args, context, info) => {
    const postgres = requirePostgres(operationOf(info).fetching.sources, surface);
    const statement = reading.statement(args, context.viewer);
    const run = () => readRows((asked) => postgres.render(context.viewer, asked), statement);
    return reading.answer(await withCall(context, { surface, what }, run, (rows) => rows.length));
  };
}
