/** What Odoo says of its fields, for the check of a request that is meant for it. */
import { withCall } from '../../context.ts';
import type { Checking } from '../../postgres/mutation.ts';
import { askerOf, type Fetching } from '../fetch.ts';

/** Asks Odoo once for each model, and never the cache: a field may be new. */
export function createDescribeFields({ sources, context }: Fetching): Checking['describeFields'] {
  return async (model, names, attributes) => {
    if (!sources.odoo) return null;
    const ask = async () => {
      const asker = await askerOf(sources, context);
      const options = { signal: context.signal(), ...(asker && { holder: asker.holder }) };
      return asker?.call(model, 'fields_get', { allfields: names, attributes }, options);
    };
    try {
      const call = { surface: 'odoo', what: `${model} fields_get` } as const;
      return (await withCall(context, call, ask, () => null)) as Readonly<Record<string, unknown>>;
    } catch (error) {
      context.signal().throwIfAborted();
      context.log.warn({ err: error, model }, 'Odoo does not say what its fields are: the worker will look');
      return null;
    }
  };
}
