/** What Odoo says of its fields, for the check of a request that is meant for it. */
import { holderOf } from '../../auth/viewer.ts';
import { withCall } from '../../context.ts';
import type { Checking } from '../../postgres/mutation.ts';
import type { Fetching } from '../fetch.ts';

/** Asks Odoo once for each model, and never the cache: a field may be new. */
export function createDescribeFields({ sources, context }: Fetching): Checking['describeFields'] {
  return async (model, names, attributes) => {
    const { odoo } = sources;
    if (!odoo) return null;
    const options = { signal: context.signal(), holder: holderOf(context.viewer) };
    const ask = () => odoo(model, 'fields_get', { allfields: names, attributes }, options);
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
