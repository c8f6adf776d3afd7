/** Writes the demo workspace and ledger as the database's owner; run again it changes nothing. */
import { createHash } from 'node:crypto';
import { DEMO_USERS } from '../../auth/issue.ts';
import { inTransaction, type MigrationClient } from '../../postgres/migrate.ts';
import { seedDelivery } from './delivery.ts';
import { RUNS, type SeedRun } from './ledger.ts';
import { seedPeople } from './people.ts';
import { type SeedPage, type SeedSpace, SPACES } from './workspace.ts';

/** External ids of the Odoo records that the seed's pages are about. */
export const SEED_EXTERNAL_IDS: readonly string[] = SPACES.flatMap(({ pages }) =>
  pages.flatMap(({ partner }) => partner ?? []),
);

/** The same name gives the same uuid on every machine. */
export function seedId(...name: readonly string[]): string {
  const hex = createHash('sha256')
    .update(`tripoint/${name.join('/')}`)
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** @param partnerIds External id → id in the Odoo that the gateway reads; a page whose partner is absent links to none. */
export async function seed(client: MigrationClient, partnerIds: ReadonlyMap<string, number>): Promise<void> {
  await inTransaction(client, async () => {
    await seedPeople(client);
    for (const space of SPACES) await seedSpace(client, space, partnerIds);
    for (const run of RUNS) await seedRun(client, run);
    await seedDelivery(client, { insert: (table, rows) => insert(client, table, rows), id: seedId });
  });
}

type Row = Readonly<Record<string, unknown>>;

/** Inserts rows; one that is there already stays as it is. */
async function insert(client: MigrationClient, table: string, rows: readonly Row[]): Promise<void> {
  for (const row of rows) {
    const names = Object.keys(row);
    const places = names.map((_, index) => `$${index + 1}`);
    await client.query(
      `insert into ${table} (${names.join(', ')}) values (${places.join(', ')}) on conflict do nothing`,
      Object.values(row),
    );
  }
}

async function seedSpace(
  client: MigrationClient,
  space: SeedSpace,
  partnerIds: ReadonlyMap<string, number>,
): Promise<void> {
  const spaceId = seedId('space', space.name);
  await insert(client, 'work.spaces', [{ id: spaceId, name: space.title, created_at: '2026-01-05T08:00:00Z' }]);
  const members = Object.entries(space.members).map(([user, role]) => ({
    space_id: spaceId,
    user_id: DEMO_USERS[user],
    role,
  }));
  await insert(client, 'work.permissions', members);
  for (const [index, page] of space.pages.entries()) await seedPage(client, spaceId, page, { index, partnerIds });
}

async function seedPage(
  client: MigrationClient,
  spaceId: string,
  page: SeedPage,
  { index, partnerIds }: { index: number; partnerIds: ReadonlyMap<string, number> },
): Promise<void> {
  const pageId = seedId('page', page.name);
  const createdAt = `2026-01-${String(6 + index).padStart(2, '0')}T09:00:00Z`;
  await insert(client, 'work.pages', [
    {
      id: pageId,
      space_id: spaceId,
      parent_id: page.under ? seedId('page', page.under) : null,
      title: page.title,
      rank: rankOf(index),
      odoo_partner_id: partnerIds.get(page.partner ?? '') ?? null,
      created_at: createdAt,
      updated_at: createdAt,
    },
  ]);
  const blocks = page.blocks.map(([type, content], position) => ({
    id: seedId('block', page.name, String(position)),
    space_id: spaceId,
    page_id: pageId,
    rank: rankOf(position),
    type,
    content: JSON.stringify(typeof content === 'string' ? { text: content } : content),
    created_at: createdAt,
    updated_at: createdAt,
  }));
  await insert(client, 'work.blocks', blocks);
  const comments = (page.comments ?? []).map(([author, body], position) => ({
    id: seedId('comment', page.name, String(position)),
    space_id: spaceId,
    page_id: pageId,
    author_id: DEMO_USERS[author],
    body,
    created_at: `2026-02-01T10:0${position}:00Z`,
  }));
  await insert(client, 'work.comments', comments);
}

/** `a0`, `a1`, …: sorts byte by byte up to 62 of them. */
function rankOf(index: number): string {
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  return `a${digits[index]}`;
}

async function seedRun(client: MigrationClient, run: SeedRun): Promise<void> {
  const runId = seedId('run', run.name);
  const at = (minutes: number) => new Date(Date.parse(run.createdAt) + minutes * 60_000).toISOString();
  // Not again: its events may have left for the archive since.
  if ((await client.query('select from ops.runs where id = $1', [runId])).length > 0) return;
  const started = run.events.find(([type]) => type === 'run.started');
  const ended = ['SUCCEEDED', 'FAILED', 'CANCELLED', 'DEAD'].includes(run.status) ? run.events.at(-1) : undefined;
  const events = run.events.map(([type, minutes, payload], index) => ({
    id: seedId('event', run.name, String(index)),
    run_id: runId,
    seq: index + 1,
    type,
    payload: payload ? JSON.stringify(payload) : null,
    created_at: at(minutes),
  }));
  const { chained, lastHash } = await chain(client, runId, events);
  await insert(client, 'ops.runs', [
    {
      id: runId,
      agent: run.agent,
      kind: run.kind,
      status: run.status,
      input: JSON.stringify(run.input),
      output: run.output ? JSON.stringify(run.output) : null,
      created_at: run.createdAt,
      // What waits has waited for months, and would be claimed before the runs of who tries the demo out.
      run_at: run.status === 'QUEUED' ? '2099-01-01T00:00:00Z' : run.createdAt,
      updated_at: events.at(-1)?.created_at ?? run.createdAt,
      started_at: started ? at(started[1]) : null,
      finished_at: ended ? at(ended[1]) : null,
      // Without a lease: a run of the demo is not lost, however long ago it was.
      attempt: started ? 1 : 0,
      fence: started ? 1 : 0,
      error_code: run.output?.errorCode ?? null,
      requested_by: 'service',
      last_seq: events.length,
      last_hash: lastHash,
    },
  ]);
  await insert(client, 'ops.run_events', chained);
  const artifacts = (run.artifacts ?? []).map(([kind, file, size]) => ({
    id: seedId('artifact', run.name, file),
    run_id: runId,
    kind,
    uri: `s3://tripoint-demo/${file}`,
    size,
    digest: `sha256:${createHash('sha256').update(file).digest('hex')}`,
    created_at: at(5),
  }));
  await insert(client, 'ops.artifacts', artifacts);
}

interface SeedEvent extends Row {
  readonly run_id: string;
  readonly seq: number;
  readonly type: string;
  readonly payload: string | null;
  readonly created_at: string;
}

/** The events with the hash of each one's predecessor, as the ledger computes it, and the partitions of their months. */
async function chain(client: MigrationClient, runId: string, events: readonly SeedEvent[]) {
  const ask = async (text: string, values: readonly unknown[]) =>
    (await client.query(`select ${text} as hash`, values))[0]?.hash;
  const chained: Row[] = [];
  let lastHash = await ask('ops.chain_start($1)', [runId]);
  for (const event of events) {
    await client.query('select ops.ensure_event_partition($1)', [event.created_at.slice(0, 10)]);
    chained.push({ ...event, prev_hash: lastHash });
    const { run_id, seq, type, payload, created_at } = event;
    lastHash = await ask('ops.event_hash($1, $2, $3, $4, $5, $6)', [run_id, seq, type, payload, created_at, lastHash]);
  }
  return { chained, lastHash };
}
