/** Finds the order that a model has of itself from its answers: a reader may not ask for its definition. */
import type { OdooCall, OdooRecord } from '../call.ts';
import type { OdooFields } from './fields.ts';

/** Records that two orders are compared on. */
const SAMPLE = 100;

/** How often two orders are compared while others write to the model. */
const MAX_LOOKS = 5;

const COMMON_ORDERS = [
  ...['sequence, name', 'sequence, id', 'sequence', 'sequence, code', 'sequence, complete_name', 'name'],
  ...['complete_name', 'code', 'code, name', 'date desc, id desc', 'name desc', 'id desc', 'id'],
];

/** Stored names of an order such as `date desc, id`. */
export function orderColumns(order: string): string[] {
  return order.split(',').map((term) => term.trim().split(/\s+/)[0] ?? '');
}

/**
 * Whether a list of the model that asks for `order` comes as one that asks for none; ties may fall either way.
 * A difference counts where the model's own list stayed the same meanwhile: others may write to it.
 *
 * @param domain Which records to look at.
 * @throws GatewayError of the calls.
 */
export async function hasOrder(
  call: OdooCall,
  model: string,
  order: string,
  domain: readonly unknown[] = [],
): Promise<boolean> {
  const fields = orderColumns(order);
  const read = async (args: object) => {
    const records = await call(model, 'search_read', { domain, fields, limit: SAMPLE, ...args });
    return JSON.stringify((records as OdooRecord[]).map((record) => fields.map((field) => record[field])));
  };
  let own = await read({});
  for (let look = 1; look <= MAX_LOOKS; look += 1) {
    if ((await read({ order })) === own) return true;
    const again = await read({});
    if (again === own) return false;
    own = again;
  }
  return false;
}

/** The first usual order that the model's own looks like, `id` where there are not two records to tell; null for none. */
export async function guessOrder(call: OdooCall, model: string, fields: OdooFields): Promise<string | null> {
  const some = (await call(model, 'search_read', { domain: [], fields: ['id'], limit: 2 })) as OdooRecord[];
  if (some.length < 2) return 'id';
  for (const order of COMMON_ORDERS) {
    const isKnown = orderColumns(order).every((column) => fields[column]?.sortable);
    if (isKnown && (await hasOrder(call, model, order))) return order;
  }
  return null;
}
