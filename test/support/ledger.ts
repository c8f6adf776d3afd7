/** The ledger's SQL functions as their callers meet them: a role, its claims, and one transaction for each call. */
import { randomBytes } from 'node:crypto';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { agentRole } from '../../src/auth/viewer.ts';
import { inTransaction, type MigrationClient } from '../../src/postgres/migrate.ts';
import type { As, TestGateway } from './gateway.ts';

/** A row of `ops.runs`, as far as tests ask. */
export interface RunRow {
  readonly id: string;
  readonly status: string;
  readonly fence: number;
  readonly attempt: number;
  readonly leased_by: string | null;
  readonly leased_until: Date | null;
  readonly run_at: Date;
  readonly started_at: Date | null;
  readonly finished_at: Date | null;
  readonly output: unknown;
  readonly error_code: string | null;
  readonly error_message: string | null;
  readonly last_seq: number;
  readonly requested_by: string | null;
}

type Row = Record<string, unknown>;

/** Functions that name the agent of runs to come. */
const CREATING = new Set(['enqueue', 'upsert_schedule']);

/** The name of an agent that no other test has. */
export function newAgent(): string {
  return `agent-${Array.from(randomBytes(12), (byte) => String.fromCharCode(97 + (byte % 26))).join('')}`;
}

/** Every role that the doctrine names, and the owner. */
export const CALLERS: readonly As[] = [
  null,
  'ana',
  'service',
  'agent:sync-odoo-agent',
  'agent:workspace-indexer',
  'agent:workspace-ask-docs',
];

/** The Postgres role and the claims of one who asks. */
function identityOf(as: As): readonly [role: string, claims: string] {
  if (as === null) return ['anon', ''];
  if (as === 'service') return ['service_role', JSON.stringify({ role: 'service_role' })];
  if (!as.startsWith('agent:'))
    return ['authenticated', JSON.stringify({ role: 'authenticated', sub: DEMO_USERS[as] ?? as })];
  const agent = as.slice('agent:'.length);
  return [agentRole(agent), JSON.stringify({ role: agentRole(agent), app_metadata: { agent } })];
}

/** One statement in a transaction of its own, as one of `CALLERS`. */
export async function askAs(gateway: TestGateway, as: As, text: string, values: readonly unknown[] = []) {
  return gateway.owner((client) =>
    inTransaction(client, async () => {
      await become(client, as);
      return client.query(text, values);
    }),
  );
}

/** For the rest of the transaction. */
export async function become(client: MigrationClient, as: As): Promise<void> {
  await client.query(
    "select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)",
    identityOf(as).slice(),
  );
}

/** Calls functions of the ledger as one who may, and reads what they left as the owner. */
export function createLedger(gateway: TestGateway, as: As = 'service') {
  const own = (text: string, values: readonly unknown[] = []) =>
    gateway.owner((client) => client.query(text, values.slice()));
  /** Tests invent agents, so that each has a queue of its own; the ledger takes runs of those that it knows. */
  const know = async (agent: string) => {
    if (agent.length === 0 || agent.length > 200) return;
    const [known] = await own('select from ops.agents where name = $1', [agent]);
    if (known) return;
    await own("insert into ops.agents (name, other_kinds) values ($1, 'wait') on conflict do nothing", [agent]);
  };
  /** `call('claim', { agent: 'a' })` → rows of `select * from ops.claim(agent => $1)`. */
  const call = async <T extends object = Row>(name: string, given: Readonly<Row> = {}): Promise<T[]> => {
    if (CREATING.has(name) && typeof given.agent === 'string') await know(given.agent);
    const names = Object.keys(given);
    const places = names.map((argument, index) => `${argument} => $${index + 1}`);
    return (await askAs(gateway, as, `select * from ops.${name}(${places.join(', ')})`, Object.values(given))) as T[];
  };
  const one = async <T extends object = RunRow>(name: string, given: Readonly<Row> = {}): Promise<T> => {
    const [row] = await call<T>(name, given);
    if (!row) throw new Error(`ops.${name} answered no row`);
    return row;
  };
  const enqueue = async (given: Readonly<Row> = {}): Promise<string> =>
    (await one<{ run_id: string }>('enqueue', { agent: 'a', kind: 'k', ...given })).run_id;
  return {
    own,
    know,
    call,
    one,
    enqueue,
    /** The id and fence of a new run under lease, of an agent of its own. */
    claimed: async (given: Readonly<Row> = {}) => {
      const agent = newAgent();
      const id = await enqueue({ agent, ...given });
      const { fence } = await one('claim', { agent: given.agent ?? agent, worker: 'w' });
      return { id, fence };
    },
    running: async (given: Readonly<Row> = {}) => {
      const agent = newAgent();
      const id = await enqueue({ agent, ...given });
      const { fence } = await one('claim', { agent: given.agent ?? agent, worker: 'w' });
      await one('mark_running', { run_id: id, fence });
      return { id, fence };
    },
    run: async (id: string): Promise<RunRow> => {
      const [row] = await own('select * from ops.runs where id = $1', [id]);
      return row as unknown as RunRow;
    },
    /** Types and payloads of a run's events, in order. */
    events: async (id: string) =>
      (await own('select seq, type, payload from ops.run_events where run_id = $1 order by seq', [id])).map(
        ({ seq, type, payload }) => ({ seq, type, payload }) as { seq: number; type: string; payload: Row | null },
      ),
    /** Lets the lease of a run be over. */
    expire: (id: string) =>
      own("update ops.runs set leased_until = clock_timestamp() - interval '1 s' where id = $1", [id]),
    /** Takes the wait of a retry away. */
    due: (id: string) => own('update ops.runs set run_at = created_at where id = $1', [id]),
    verify: (id: string) =>
      one<{ events: number; first_seq: number; last_seq: number; broken_seq: number | null; problem: string | null }>(
        'verify_ledger',
        { run_id: id },
      ),
  };
}
