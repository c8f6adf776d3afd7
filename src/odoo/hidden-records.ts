/** Tells which of the records that a search did not find exist, and are hidden by a record rule. */
import { GatewayError } from '../errors.ts';
import type { ReadCall } from './reading.ts';

/** One call is enough where all of them are gone. One hidden record makes Odoo refuse the whole read: it is then asked by halves. */
export async function findHidden(call: ReadCall, model: string, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  try {
    await call(model, 'read', { ids, fields: ['display_name'] });
    return [];
  } catch (error) {
    if (!(error instanceof GatewayError) || error.code !== 'FORBIDDEN') throw error;
  }
  if (ids.length === 1) return [...ids];
  const half = Math.ceil(ids.length / 2);
  const halves = await Promise.all([
    findHidden(call, model, ids.slice(0, half)),
    findHidden(call, model, ids.slice(half)),
  ]);
  return halves.flat();
}
