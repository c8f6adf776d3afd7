/** Root fields of queries that answer with no stored type, as the viewer. */
import type { GraphQLFieldResolver } from 'graphql';
import { type Call, type Context, withCall } from '../../context.ts';
import { refuseLeftOut } from '../../plan/arguments.ts';
import { readRows } from '../../postgres/json-rows.ts';
import type { Asking, Reading } from '../../postgres/reading.ts';
import { callPostgres, type FieldCall, renderWithin, requirePostgres, type Sources } from '../fetch.ts';
import { rootOf } from '../ordinary.ts';

/** What a reading's resolver is made of: its name among the upstream calls, and what it does. */
interface ReadingField extends Pick<Call, 'surface' | 'what'> {
  readonly reading: Reading;
}

/** Answers as the reading says. */
export function createReadingResolver({ reading, ...call }: ReadingField): GraphQLFieldResolver<unknown, Context> {
  return async (_source, args, context, info) => {
    for (const node of info.fieldNodes) refuseLeftOut(node, info.variableValues);
    const field = String(info.path.key);
    const asking = createAsking(rootOf(info).fetching.sources, context, { ...call, field });
    if (typeof reading === 'function') return reading(args, asking);
    return reading.answer(await asking.read(reading.statement(args, context.viewer)));
  };
}

/**
 * @param call Names the statements among the upstream calls.
 * @throws GatewayError `NOT_CONFIGURED` where there is no Postgres.
 */
export function createAsking(sources: Sources, context: Context, call: FieldCall): Asking {
  const { surface, what } = call;
  const postgres = requirePostgres(sources, surface);
  const { viewer, seal, sealCursor } = context;
  return {
    viewer,
    seal,
    sealCursor,
    signal: context.signal,
    request: context,
    spendTokens: spendingOf(context),
    read: (statement) => {
      const run = () => readRows((asked) => renderWithin(postgres, context, call, asked), statement);
      return callPostgres(context, { surface, what }, run, (rows) => rows.length);
    },
    note: (name, run) => withCall(context, { surface, what: name }, run, () => null),
  };
}

function spendingOf({ run }: Context): Asking['spendTokens'] {
  return run && ((tokens) => run.count({ tokens }));
}
