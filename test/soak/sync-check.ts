/** What a sync left, beside what Odoo's own database says of each record: nothing lost, nothing told twice. */
import { digestLinks } from '../../src/bridge/links.ts';
import type { OdooCall, OdooRecord } from '../../src/odoo/call.ts';
import { withOwner } from '../../src/postgres/owner.ts';

/** Databases as their owners reach them, the copy's reader, and who is told. */
interface Checking {
  readonly odoo: string;
  readonly reader: OdooCall;
  readonly ledger: string;
  readonly report: (line: string) => void;
}

type Row = Readonly<Record<string, unknown>>;

/** A record and what is said of it: `model id` and Odoo's time to the microsecond. */
const TIME = "to_char(write_date, 'YYYY-MM-DD HH24:MI:SS.US')";

/** @throws Error where a record is not known as it is, or a change was told more or less than once. */
export async function checkSync({ odoo, reader, ledger, report }: Checking): Promise<void> {
  const ask = (database: string, sql: string) => withOwner(database, (client) => client.query(sql));
  const visible = await readVisible(reader);
  const all = await ask(
    odoo,
    `select 'project.tags ' || id as record, ${TIME} as at, null::int[] as tags from project_tags
     union all select 'project.task ' || id, ${TIME},
       array(select project_tags_id from project_tags_project_task_rel where project_task_id = id) from project_task`,
  );
  // What record rules hide from the reader, a sync does not see.
  const records = all.filter((row) => visible.has(recordOf(row)));
  const versions = await ask(odoo, `select model || ' ' || id as record, ${TIME} as at from soak_versions`);
  const removed = new Set((await ask(odoo, "select model || ' ' || id as record from soak_removed")).map(recordOf));
  const relinked = countBy(await ask(odoo, "select 'project.task ' || task_id as record from soak_links"), recordOf);
  const log = await ask(
    ledger,
    `select type, model || ' ' || record_id as record, details ->> 'writtenAt' as at from odoo.event_log
     where type in ('changed', 'removed') order by created_at, id`,
  );
  const known = await ask(
    ledger,
    `select model || ' ' || record_id as record, links, removed_at is not null as gone,
       to_char(written_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') as at from odoo.known_records`,
  );
  const lost = countLost({ records, versions, removed, log, known });
  const twice = countTwice({ versions, relinked, log });
  const [seen = {}] = await ask(
    ledger,
    `select count(*)::int as events, count(*) filter (where status = 'failed')::int as failed,
       count(*) filter (where attempts > 1)::int as again,
       count(*) filter (where (select count(*) from odoo.event_log l where l.event_id = e.id and l.type = 'processed') <> 1)::int as oddly
     from odoo.webhook_events e`,
  );
  const [speed = {}] = await ask(
    ledger,
    `select count(*)::int as n, percentile_cont(array[0.5, 0.99]) within group (order by extract(epoch from l.created_at - e.received_at)) as seconds
     from odoo.event_log l join odoo.webhook_events e on e.id = l.event_id where l.type in ('changed', 'removed')`,
  );
  report(
    `records ${records.length}, versions written ${versions.length}, removed ${removed.size}; ` +
      `told: ${log.length}, ${String(speed.n)} of them by hints`,
  );
  report(`lost: ${JSON.stringify(lost)}; told twice: ${JSON.stringify(twice)}`);
  report(
    `hints stored ${String(seen.events)}, failed ${String(seen.failed)}, tried again ${String(seen.again)}, processed more or less than once ${String(seen.oddly)}`,
  );
  report(`from the door to the log, s, p50 and p99: ${String(speed.seconds)}`);
  const sums = [...Object.values(lost), ...Object.values(twice), Number(seen.failed), Number(seen.oddly)];
  if (sums.some((n) => n !== 0)) throw new Error('a change was lost, or told twice');
}

async function readVisible(reader: OdooCall): Promise<ReadonlySet<string>> {
  const visible = new Set<string>();
  for (const model of ['project.tags', 'project.task']) {
    const args = { domain: [], fields: ['id'], context: { active_test: false } };
    for (const { id } of (await reader(model, 'search_read', args)) as OdooRecord[]) visible.add(`${model} ${id}`);
  }
  return visible;
}

interface Compared {
  readonly records: readonly Row[];
  readonly versions: readonly Row[];
  readonly removed: ReadonlySet<string>;
  readonly relinked: ReadonlyMap<string, number>;
  readonly log: readonly Row[];
  readonly known: readonly Row[];
}

function countLost({ records, versions, removed, log, known }: Omit<Compared, 'relinked'>) {
  const knownOf = new Map(known.map((row) => [recordOf(row), row]));
  const written = new Set(versions.map(recordOf));
  const lastTold = new Map(log.map((row) => [recordOf(row), row]));
  const told = new Set(log.filter(({ type }) => type === 'removed').map(recordOf));
  const there = records.filter((row) => {
    const found = knownOf.get(recordOf(row));
    return !found || found.gone || found.at !== row.at;
  });
  const untold = records.filter((row) => written.has(recordOf(row)) && lastTold.get(recordOf(row))?.at !== row.at);
  const linked = records.filter((row) => {
    if (row.tags === null) return false;
    const record = { id: 0, tag_ids: row.tags };
    return knownOf.get(recordOf(row))?.links !== digestLinks(record, ['tag_ids']);
  });
  const kept = [...removed].filter((record) => knownOf.has(record) && !(knownOf.get(record)?.gone && told.has(record)));
  return { notKnown: there.length, notTold: untold.length, links: linked.length, removals: kept.length };
}

/** A version once; a task once more for each time that its tags changed without a write. */
function countTwice({ versions, relinked, log }: Pick<Compared, 'versions' | 'relinked' | 'log'>) {
  const made = new Set(versions.map((row) => `${recordOf(row)} ${String(row.at)}`));
  const changes = log.filter(({ type }) => type === 'changed');
  const counts = countBy(changes, (row) => `${recordOf(row)} ${String(row.at)}`);
  let [again, unmade] = [0, 0];
  for (const [version, count] of counts) {
    const allowed = (relinked.get(version.split(' ').slice(0, 2).join(' ')) ?? 0) + (made.has(version) ? 1 : 0);
    if (allowed === 0) unmade += 1;
    else if (count > allowed) again += 1;
  }
  const removals = countBy(
    log.filter(({ type }) => type === 'removed'),
    recordOf,
  );
  return { changes: again, ofNoVersion: unmade, removals: [...removals.values()].filter((count) => count > 1).length };
}

function recordOf({ record }: Row): string {
  return String(record);
}

function countBy(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return counts;
}
