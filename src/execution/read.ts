/** Root fields of queries that answer with no stored type: one statement, as the viewer. */
import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import { type Context, withCall } from '../context.ts';
import { GatewayError, type Surface } from '../errors.ts';
import { type Reading, readRows } from '../postgres/mutation.ts';
import type { Fetching } from './fetch.ts';

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
    const { postgres } = operationOf(info).fetching.sources;
    if (!postgres)
      throw new GatewayError('NOT_CONFIGURED', `${surface} is not configured: set DATABASE_URL`, { surface });
    const statement = reading.statement(args, context.viewer);
    const run = () => readRows((asked) => postgres.render(context.viewer, asked), statement);
    return reading.answer(await withCall(context, { surface, what }, run, (rows) => rows.length));
  };
}
