/** Verifications in the ledger, as the bridge's agent keeps and reads them. */
import { agentViewer } from '../../auth/viewer.ts';
import { callFunction } from '../../postgres/call-function.ts';
import { type JsonRow, readRows } from '../../postgres/json-rows.ts';
import type { PostgresSource } from '../../postgres/source.ts';
import { BRIDGE_AGENT } from '../bridge-ledger.ts';
import type { ShadowEntity, ShadowRecord } from './records.ts';
import type { ControlTotals } from './totals.ts';

/** A verification that has ended. */
export interface EndedVerification {
  readonly projects: number;
  readonly tasks: number;
  readonly totals: number;
  readonly differences: number;
  /** ISO 8601. */
  readonly asOf: string;
}

/** A difference, as `odooDrift` shows it. */
export interface Difference {
  readonly id: string;
  readonly kind: string;
  readonly entity: string;
  readonly externalRef: string;
  readonly odooId: number | null;
  readonly expected: string | null;
  readonly found: string | null;
}

/** Each throws GatewayErrors. */
export interface VerificationLedger {
  /** @returns Its uuid. */
  begin(runId: string, instance: string | null): Promise<string>;
  /** @param instance Whose mappings say what other systems call the records. */
  keepShadows(entity: ShadowEntity, records: readonly ShadowRecord[], instance: string | null): Promise<void>;
  keepTotals(totals: ControlTotals): Promise<void>;
  end(id: string): Promise<EndedVerification>;
  /** How many there are of each kind, and the first `most`. */
  readDrift(most: number): Promise<{ kinds: Readonly<Record<string, number>>; named: readonly Difference[] }>;
}

const COUNT_DRIFT = 'select d.kind, count(*)::int as count from odoo_seed.v_drift d group by d.kind order by d.kind';
const NAME_DRIFT = `select d.id, d.kind, d.entity, d.external_ref as "externalRef", d.odoo_id as "odooId", d.expected, d.found
  from odoo_seed.v_drift d order by d.kind, d.id limit $1`;

/** Asks nothing before it is asked. */
export function createVerificationLedger(postgres: Pick<PostgresSource, 'repeatable'>): VerificationLedger {
  const viewer = agentViewer(BRIDGE_AGENT);
  const run = (text: string, values: readonly unknown[] = []) =>
    readRows((statement) => postgres.repeatable(viewer, statement), { text, values });
  const call = async (name: string, given: Readonly<Record<string, unknown>>, answer = 'done'): Promise<JsonRow> => {
    const { text, values } = callFunction(name, given, answer);
    return (await run(text, values))[0] ?? {};
  };
  return {
    begin: async (runId, instance) =>
      String((await call('odoo_seed.begin_verification', { run_id: runId, instance }, 'id, started_at')).id),
    keepShadows: async (entity, records, instance) =>
      void (await call('odoo_seed.keep_shadows', { entity, records: JSON.stringify(records), instance })),
    keepTotals: async ({ totals, locks }) =>
      void (await call('odoo_seed.keep_totals', { totals: JSON.stringify(totals), locks: JSON.stringify(locks) })),
    end: async (id) => {
      const answer = 'projects, tasks, totals, differences, finished_at as "asOf"';
      return (await call(
        'odoo_seed.end_verification',
        { verification_id: id },
        answer,
      )) as unknown as EndedVerification;
    },
    readDrift: async (most) => {
      const [counted, named] = [await run(COUNT_DRIFT), await run(NAME_DRIFT, [most])];
      const kinds = Object.fromEntries(counted.map(({ kind, count }) => [String(kind), Number(count)]));
      return { kinds, named: named as unknown as readonly Difference[] };
    },
  };
}
