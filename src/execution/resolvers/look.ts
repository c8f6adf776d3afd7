/** Records of Odoo as the schema shows them to the viewer, for what a dry run says of a write that is only asked for. */
import { withCall } from '../../context.ts';
import { GatewayError } from '../../errors.ts';
import type { Catalog, StoredType } from '../../plan/catalog.ts';
import type { Foreseeing, Looked } from '../../postgres/mutation.ts';
import type { Enter } from '../admit.ts';
import { askerOf, type Fetching } from '../fetch.ts';

interface Looking {
  readonly catalog: Catalog;
  readonly enter: Enter;
  readonly fetching: Fetching;
}

/** Asks Odoo by a reading method, as the viewer reads it, and never the cache: what is confirmed has to be what there is. */
export function createLook({ catalog, enter, fetching }: Looking): Foreseeing['look'] {
  const { sources, context } = fetching;
  return async (model, ids, asked) => {
    const type = [...catalog.values()].find(
      ({ source, having, isNode }) => source === model && having === null && isNode,
    );
    if (!type || !sources.odoo) return null;
    if (!(await isEntered(enter, fetching, `${type.name}.nodeId`))) return null;
    const names = await namesOf({ catalog, enter, fetching }, type, asked);
    const ask = async () => {
      const asker = await askerOf(sources, context);
      const args = {
        domain: [['id', 'in', ids]],
        fields: [...names.keys(), 'write_date'],
        context: { active_test: false },
      };
      const options = { signal: context.signal(), ...(asker && { holder: asker.holder }) };
      return ((await asker?.call(model, 'search_read', args, options)) ?? []) as Record<string, unknown>[];
    };
    try {
      const call = { surface: 'odoo', what: `${model} search_read` } as const;
      const found = await withCall(context, call, ask, ({ length }) => length);
      const records: Looked['records'] = new Map(found.map((record) => [Number(record.id), record]));
      return { type: type.name, names, records };
    } catch (error) {
      context.signal().throwIfAborted();
      if (!(error instanceof GatewayError)) throw error;
      context.log.warn({ err: error, model }, 'Odoo does not show the records of a dry run');
      return null;
    }
  };
}

/** The fields that are asked for, as far as the schema shows them and the viewer may enter: by stored name, the name there. */
async function namesOf({ enter, fetching }: Looking, type: StoredType, asked: readonly string[]) {
  const names = new Map<string, string>();
  for (const field of type.fields.values()) {
    const column = field.kind === 'leaf' || field.kind === 'one' || field.kind === 'many' ? field.column : null;
    if (column === null || column === 'id' || !asked.includes(column) || names.has(column)) continue;
    if (field.kind === 'leaf' || (await isEntered(enter, fetching, `${type.name}.${field.name}`)))
      names.set(column, field.name);
  }
  return names;
}

async function isEntered(enter: Enter, { context }: Fetching, coordinate: string): Promise<boolean> {
  try {
    await enter.pass(context, coordinate);
    return true;
  } catch (error) {
    if (error instanceof GatewayError) return false;
    throw error;
  }
}
