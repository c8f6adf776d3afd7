/** The demo ledger, as data: runs of the agents with their events and artifacts. */

/** A run and what happened in it; minutes count from its creation. */
export interface SeedRun {
  readonly name: string;
  readonly agent: string;
  readonly kind: string;
  readonly status: 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED' | 'DEAD';
  readonly createdAt: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly output?: Readonly<Record<string, unknown>>;
  readonly events: readonly (readonly [type: string, minutes: number, payload?: Readonly<Record<string, unknown>>])[];
  readonly artifacts?: readonly (readonly [kind: string, file: string, bytes: number])[];
}

/** In the order of their creation. */
export const RUNS: readonly SeedRun[] = [
  {
    name: 'sync-1',
    agent: 'sync-odoo-agent',
    kind: 'odoo.write',
    status: 'SUCCEEDED',
    createdAt: '2026-10-01T01:00:00Z',
    input: { model: 'res.partner', method: 'write', values: { phone: '+63 2 8555 0101' } },
    output: { written: 1 },
    events: [
      ['run.enqueued', 0],
      ['run.started', 1, { worker: 'worker-1' }],
      ['odoo.written', 2, { model: 'res.partner' }],
      ['run.succeeded', 2],
    ],
    artifacts: [['report', 'sync/2026-10-01.json', 1824]],
  },
  {
    name: 'index-1',
    agent: 'workspace-indexer',
    kind: 'work.index',
    status: 'SUCCEEDED',
    createdAt: '2026-10-02T02:00:00Z',
    input: { pages: 12 },
    output: { chunks: 31 },
    events: [
      ['run.enqueued', 0],
      ['run.started', 1, { worker: 'worker-2' }],
      ['index.progress', 2, { done: 6, of: 12 }],
      ['index.progress', 3, { done: 12, of: 12 }],
      ['run.succeeded', 4],
    ],
    artifacts: [
      ['report', 'index/2026-10-02.json', 920],
      ['log', 'index/2026-10-02.log', 48213],
    ],
  },
  {
    name: 'sync-2',
    agent: 'sync-odoo-agent',
    kind: 'odoo.write',
    status: 'FAILED',
    createdAt: '2026-10-03T03:30:00Z',
    input: { model: 'account.move', method: 'action_post', ids: [1] },
    output: { errorCode: 'NOT_CONFIGURED' },
    events: [
      ['run.enqueued', 0],
      ['run.started', 1, { worker: 'worker-1' }],
      ['run.failed', 1, { errorCode: 'NOT_CONFIGURED' }],
    ],
  },
  {
    name: 'sync-3',
    agent: 'sync-odoo-agent',
    kind: 'odoo.write',
    status: 'CANCELLED',
    createdAt: '2026-10-04T04:15:00Z',
    input: { model: 'res.partner', method: 'write' },
    events: [
      ['run.enqueued', 0],
      ['run.cancelled', 5, { reason: 'duplicate' }],
    ],
  },
  {
    name: 'index-2',
    agent: 'workspace-indexer',
    kind: 'work.index',
    status: 'RUNNING',
    createdAt: '2026-10-05T05:00:00Z',
    input: { pages: 2 },
    events: [
      ['run.enqueued', 0],
      ['run.started', 1, { worker: 'worker-2' }],
    ],
  },
  {
    name: 'sync-4',
    agent: 'sync-odoo-agent',
    kind: 'odoo.write',
    status: 'QUEUED',
    createdAt: '2026-10-06T06:45:00Z',
    input: { model: 'res.partner', method: 'write' },
    events: [['run.enqueued', 0]],
  },
];
