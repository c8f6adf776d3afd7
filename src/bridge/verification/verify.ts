/** The handler of `bridge.verify`: reads Odoo anew, compares it with what should be there, and fails where they differ. */
import { GatewayError } from '../../errors.ts';
import type { OdooCall } from '../../odoo/call.ts';
import type { BridgeHandler } from '../handler.ts';
import { DriftFound } from './drift-found.ts';
import { readPages, type ShadowEntity } from './records.ts';
import { readTotals } from './totals.ts';
import type { VerificationLedger } from './verification-ledger.ts';

/** What it is made of. */
export interface Verifying {
  /** The instance that the reader reads; null where it has no name. */
  readonly instance: string | null;
  /** The reader; null where no Odoo is configured. */
  readonly odoo: OdooCall | null;
  readonly ledger: VerificationLedger;
}

/** Seconds: a million journal items are 200 calls. */
const TIMEOUT_SECONDS = 3_600;
/** Differences that the run's event names. */
const MAX_NAMED = 100;
const ENTITIES: readonly ShadowEntity[] = ['PROJECT', 'TASK'];

/** Done twice it says the same twice. */
export function createVerify({ instance, odoo, ledger }: Verifying): BridgeHandler {
  return {
    timeoutSeconds: TIMEOUT_SECONDS,
    concurrency: 1,
    execute: async ({ id }, { signal, append }) => {
      if (!odoo) throw new GatewayError('NOT_CONFIGURED', 'ODOO_URL is not set for the worker');
      const verification = await ledger.begin(id, instance);
      for (const entity of ENTITIES)
        for await (const page of readPages(odoo, entity, signal)) await ledger.keepShadows(entity, page, instance);
      const totals = await readTotals(odoo, signal).catch(unlessNoBooks);
      if (totals) await ledger.keepTotals(totals);
      const ended = await ledger.end(verification);
      const { kinds, named } = await ledger.readDrift(MAX_NAMED);
      if (ended.differences === 0) return ended;
      await append('odoo.drift', { ...ended, kinds, named });
      throw new DriftFound(ended.differences, named);
    },
  };
}

/** Nothing where this Odoo keeps no books. */
function unlessNoBooks(error: unknown): null {
  if (error instanceof GatewayError && error.code === 'NOT_CONFIGURED') return null;
  throw error;
}
