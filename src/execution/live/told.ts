/** What subscribers are told of records of Odoo (`@toldOfOdoo`): people of those alone that they may read there. */
import { agentViewer, userBehind, type Viewer } from '../../auth/viewer.ts';
import { type Context, type OdooStanding, odooStanding, withCall } from '../../context.ts';
import { badInput, GatewayError } from '../../errors.ts';
import type { Batch } from '../../live/follow.ts';
import type { Catalog, LeafField, StoredType } from '../../plan/catalog.ts';
import type { Condition } from '../../plan/condition.ts';
import type { FollowedChanges, ToldOfOdoo } from '../../plan/follows.ts';
import type { ObjectPlan } from '../../plan/plan.ts';
import { askerOf, type Sources } from '../fetch.ts';

/** What one subscription may be told. */
export interface Told {
  /** Coordinates whose rules its viewer has to pass, one for each model. */
  readonly entered: readonly string[];
  /** The changes of those models. */
  readonly condition: Condition;
  /** What is read of each change to know whose it is. */
  readonly object: ObjectPlan;
  /** Reads the table for people. */
  readonly agent: string;
}

const MAX_MODELS = 50;

/** @throws GatewayError `BAD_USER_INPUT` or `LIMIT_EXCEEDED` that names the argument. */
export function planTold(
  told: ToldOfOdoo,
  { type }: Pick<FollowedChanges, 'type'>,
  { catalog, args }: { readonly catalog: Catalog; readonly args: Readonly<Record<string, unknown>> },
): Told {
  const models = [...new Set(args[told.models] as readonly string[])];
  if (models.length === 0) throw badInput(told.models, 'must name a model');
  if (models.length > MAX_MODELS)
    throw badInput(told.models, `names ${models.length} models, and ${MAX_MODELS} are the most`);
  const entered = models.map((model) => {
    const shown = [...catalog.values()].find((one) => one.surface === 'odoo' && one.source === model && one.isNode);
    if (shown) return `${shown.name}.nodeId`;
    throw badInput(told.models, `names "${model}", which is no model of this schema: use one such as project.task`);
  });
  const [model, record] = [leafAt(type, told.model), leafAt(type, told.record)];
  return {
    entered,
    agent: told.agent,
    condition: { kind: 'compare', field: model, operator: 'in', value: models },
    object: {
      type,
      slots: [
        { kind: 'leaf', key: 'model', field: model },
        { kind: 'leaf', key: 'record', field: record },
      ],
    },
  };
}

/** By whose rights a person is told; null where nobody is behind the viewer: what the doctrine gives it is enough. */
export async function standingOf(context: Context): Promise<OdooStanding | null> {
  return userBehind(context.viewer) === null ? null : odooStanding(context);
}

/** As whom the table is read. */
export function tableReader({ agent }: Told, viewer: Viewer): Viewer {
  return userBehind(viewer) === null ? viewer : agentViewer(agent);
}

interface Telling {
  readonly sources: Sources;
  readonly context: Context;
  /** As `standingOf` said it when the subscription began. */
  readonly standing: OdooStanding | null;
  /** Where the records of a row have what `Told.object` reads. */
  readonly index: number;
}

/**
 * The batch with what its viewer may be told: for who reads Odoo by an account of its own one call a model, which asks for the
 * ids alone. Where they stand goes on all the same.
 *
 * @throws GatewayError `FORBIDDEN` where the viewer reads Odoo as somebody else than when it subscribed; an outage of Odoo.
 */
export async function keepTold<Position, Row extends { readonly records: readonly string[] }>(
  telling: Telling,
  batch: Batch<Position, Row>,
): Promise<Batch<Position, Row>> {
  const { standing, index, context } = telling;
  if (standing === null || batch.items.length === 0) return batch;
  if ((await odooStanding(context)) !== standing)
    throw new GatewayError('FORBIDDEN', 'You read Odoo as somebody else now: subscribe again, from where you are');
  if (standing !== 'mapped') return batch;
  const about = batch.items.map(
    ({ records }) => JSON.parse(records[index] ?? 'null') as { model: string; record: string } | null,
  );
  const models = [...new Set(about.flatMap((one) => one?.model ?? []))];
  const seen = new Map(
    await Promise.all(
      models.map(async (model): Promise<[string, ReadonlySet<number>]> => {
        const ids = about.flatMap((one) => (one?.model === model ? [Number(one.record)] : []));
        return [model, await readIds(telling, model, [...new Set(ids)])];
      }),
    ),
  );
  // The first answer shows no record.
  const isTold = (row: number) => {
    const one = about[row];
    return !one || seen.get(one.model)?.has(Number(one.record)) === true;
  };
  return { ...batch, items: batch.items.filter((_item, row) => isTold(row)) };
}

/** The ids of the records, archived ones too, that the viewer's account reads; none where it may not read the model. */
async function readIds({ sources, context }: Telling, model: string, ids: readonly number[]): Promise<Set<number>> {
  const asker = await askerOf(sources, context);
  if (!asker) return new Set();
  const { call, holder } = asker;
  const args = { domain: [['id', 'in', ids]], specification: {}, context: { active_test: false } };
  const ask = async () => {
    const found = await call(model, 'web_search_read', args, { signal: context.signal(), holder });
    return (found as { readonly records: readonly { readonly id: number }[] }).records;
  };
  try {
    const found = await withCall(
      context,
      { surface: 'odoo', what: `${model} web_search_read` },
      ask,
      (rows) => rows.length,
    );
    return new Set(found.map(({ id }) => id));
  } catch (error) {
    if (error instanceof GatewayError && error.code === 'FORBIDDEN') return new Set();
    throw error;
  }
}

function leafAt(type: StoredType, column: string): LeafField {
  for (const field of type.fields.values()) if (field.kind === 'leaf' && field.column === column) return field;
  throw new TypeError(`${type.name} shows no ${column}`);
}
