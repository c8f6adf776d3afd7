/** `Query.verifyLedger`: recomputes the chain of a run's events. */
import { badInput } from '../errors.ts';
import { isUuid } from '../plan/id.ts';
import type { Readings } from '../postgres/reading.ts';

/** By root field. */
export const ledgerReadings: Readings = {
  verifyLedger: {
    statement: ({ runId }) => {
      if (!isUuid(String(runId))) throw badInput('runId', 'must be a uuid');
      return { text: 'select * from ops.verify_ledger(run_id => $1::uuid)', values: [runId] };
    },
    answer: ([row]) =>
      row
        ? {
            ok: row.broken_seq === null,
            events: row.events,
            firstSeq: row.first_seq,
            lastSeq: row.last_seq,
            brokenSeq: row.broken_seq,
            problem: row.problem,
          }
        : null,
  },
};
