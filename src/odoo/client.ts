/** The gateway's Odoo client: a transport behind a bulkhead as wide as the instance can bear. */
import { BulkheadRejectedError, bulkhead } from 'cockatiel';
import { GatewayError } from '../errors.ts';
import type { OdooCall } from './call.ts';
import { createJson2Call, type OdooConnection } from './json2.ts';

/** How to reach Odoo, and how hard to lean on it. */
export interface OdooClientConfig extends OdooConnection {
  /** Calls under way at once: Odoo has 4 to 8 workers, and people use it too. */
  readonly maxConcurrency: number;
}

/** Calls that may wait for a place. */
const MAX_QUEUE = 100;

/** Opens nothing before the first call. */
export function createOdooClient({ maxConcurrency, ...connection }: OdooClientConfig): OdooCall {
  const call = createJson2Call(connection);
  const places = bulkhead(maxConcurrency, MAX_QUEUE);
  return async (model, method, args, signal) => {
    try {
      return await places.execute(() => call(model, method, args, signal));
    } catch (error) {
      if (!(error instanceof BulkheadRejectedError)) throw error;
      throw new GatewayError('UPSTREAM_UNAVAILABLE', 'Odoo is busy: try again shortly', {
        surface: 'odoo',
        cause: error,
      });
    }
  };
}
