/** How the cost of each operation grows with the ledger and the workspace: no worse than n log n, and by no sequential scan. */
import { createLog } from '../../src/log.ts';
import { packagePaths } from '../../src/paths.ts';
import { type MigrationClient, migrate } from '../../src/postgres/migrate.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { createPostgresPool } from '../../src/postgres/pool.ts';
import { databaseUrl, stackVariable } from '../support/stack.ts';
import { createStatementRecorder, type StatementRecorder } from '../support/work-statements.ts';
import { type Growth, OPERATIONS, type Operation } from './growth-operations.ts';
import { beginWorld, countEvents, GROWING, growWorld, type Size, SPAN_SECONDS } from './growth-world.ts';
import type { Soak } from './soak.ts';

const SMALL = sizesOf({ runs: 100, events: 40, blocks: 50, spaces: 5, pagesPerSpace: 10 });
const FULL = sizesOf({ runs: 10_000, events: 100, blocks: 50, spaces: 10, pagesPerSpace: 100 });
const TIMES = 5;
/** Of a table that is smaller, reading all is what costs least. */
const LARGE_ROWS = 20_000;
/** Exponents over the last tenfold step: of n log n it is 1.08 at a million, and measures are not exact. */
const WORST: Readonly<Record<Growth, number>> = { flat: 0.5, linear: 1.4 };
/** What takes less is not judged by how it grows: in small, other work of the machine makes ten milliseconds of three. */
const JUDGED_MS = { small: 100, full: 10 };

/** One operation at one size. */
interface Measure {
  /** The quickest of some. */
  readonly ms: number;
  /** How its tables were read, e.g. `Index Scan runs_pkey`. */
  readonly ways: readonly string[];
  /** Large tables that were read from end to end. */
  readonly scanned: readonly string[];
}

/** Grows a world in three steps, asks at each, prints a row for each operation, and judges the last step. */
export const soak: Soak = async (report, _seed, { small }) => {
  const steps = small ? SMALL : FULL;
  const judgedMs = JUDGED_MS[small ? 'small' : 'full'];
  const name = `tripoint_growth_${process.pid}`;
  const server = stackVariable('MIGRATIONS_DATABASE_URL');
  const url = databaseUrl('MIGRATIONS_DATABASE_URL', name);
  await withOwner(server, (client) => client.script(`create database ${name}`));
  try {
    await withOwner(url, async (client) => {
      await migrate(client, packagePaths().migrations);
      await beginWorld(client);
    });
    const prepared = await readStatements(name);
    const measures = new Map<string, Measure[]>(OPERATIONS.map((operation) => [operation.name, []]));
    let before: Size = { ...steps[0], runs: 0, events: 0, blocks: 0, spaces: 0 };
    for (const size of steps) {
      const started = performance.now();
      await withOwner(url, (client) => growWorld(client, before, size));
      before = size;
      report(`${tell(size)}: made in ${((performance.now() - started) / 1_000).toFixed(0)} s`);
      for (const each of prepared) measures.get(each.operation.name)?.push(await measure(name, each));
    }
    report(
      `${'ms at n, 10n, 100n'.padEnd(55)}${'n'.padStart(8)}${'10n'.padStart(9)}${'100n'.padStart(9)}  growth   read by`,
    );
    const broken = OPERATIONS.flatMap((operation) =>
      judge(operation, measures.get(operation.name) ?? [], { report, judgedMs }),
    );
    if (broken.length > 0) throw new Error(broken.join('; '));
  } finally {
    await withOwner(server, (client) => client.script(`drop database if exists ${name} with (force)`));
  }
};

function sizesOf(smallest: Omit<Size, 'runEverySeconds'>): readonly [Size, Size, Size] {
  const times = (n: number): Size => ({
    runs: smallest.runs * n,
    events: smallest.events * n,
    blocks: smallest.blocks * n,
    spaces: smallest.spaces * n,
    pagesPerSpace: smallest.pagesPerSpace,
    runEverySeconds: SPAN_SECONDS / (smallest.runs * 100),
  });
  return [times(1), times(10), times(100)];
}

function tell(size: Size): string {
  const [runs, all] = [size.runs, countEvents(size)].map((count) => count.toLocaleString('en'));
  return `${runs} runs with ${all} events, a run with ${size.events} events, a page with ${size.blocks} blocks, ${size.spaces} spaces of ${size.pagesPerSpace} pages`;
}

async function measure(database: string, prepared: Prepared): Promise<Measure> {
  const { prepare, statements } = prepared;
  const owner = databaseUrl('MIGRATIONS_DATABASE_URL', database);
  return withOwner(owner, async (client) => {
    let ms = Number.POSITIVE_INFINITY;
    for (let n = 0; n < TIMES; n += 1)
      await asViewer(client, prepared, async () => {
        ms = Math.min(ms, await time(client, statements));
      });
    // Once more, to see how: the plan where it is one statement, else what the statistics of the transaction say.
    const ways = await asViewer(client, prepared, async () => {
      const planned = prepare ? await readPlan(client, statements.at(-1) ?? '') : [];
      await time(client, statements);
      return { planned, touched: await readTouched(client) };
    });
    return { ms, ways: ways.planned.length > 0 ? ways.planned : ways.touched.ways, scanned: ways.touched.scanned };
  });
}

/** What is run of each operation; the gateway's statements depend on no size. */
async function readStatements(database: string): Promise<Prepared[]> {
  const log = createLog('silent', () => {});
  const source = createPostgresPool({ databaseUrl: databaseUrl('DATABASE_URL', database), poolSize: 1 }, log);
  try {
    await using recorder = await createStatementRecorder(source);
    const prepared: Prepared[] = [];
    for (const operation of OPERATIONS) prepared.push(await prepareOperation(operation, recorder));
    return prepared;
  } finally {
    await source.close();
  }
}

async function prepareOperation(operation: Operation, { record }: StatementRecorder): Promise<Prepared> {
  if (operation.query === undefined) return { operation, prepare: null, statements: operation.sql ?? [] };
  const [statement, ...more] = await record(operation.as, operation.query);
  if (!statement || more.length > 0) throw new Error(`${operation.name} takes ${more.length + 1} statements`);
  const values = statement.values.map((value) => `'${String(value).replaceAll("'", "''")}'`).join(', ');
  return {
    operation,
    prepare: `prepare hot as ${statement.text}`,
    statements: [`execute hot${values ? `(${values})` : ''}`],
  };
}

/** An operation as statements, of which the last one is timed. */
interface Prepared {
  readonly operation: Operation;
  readonly prepare: string | null;
  readonly statements: readonly string[];
}

/** Runs as the operation's viewer, in a transaction that is rolled back. */
async function asViewer<T>(
  client: MigrationClient,
  { operation, prepare }: Prepared,
  ask: () => Promise<T>,
): Promise<T> {
  const role = operation.as === 'service' ? 'service_role' : 'authenticated';
  const claims = operation.as === 'service' ? { role } : { role, sub: operation.as };
  await client.script('deallocate all; begin');
  await client.query("select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)", [
    role,
    JSON.stringify(claims),
  ]);
  if (prepare) await client.script(prepare);
  try {
    return await ask();
  } finally {
    await client.script('rollback');
  }
}

/** @returns Milliseconds of the last one. */
async function time(client: MigrationClient, statements: readonly string[]): Promise<number> {
  for (const statement of statements.slice(0, -1)) await client.script(statement);
  const started = performance.now();
  await client.script(statements.at(-1) ?? '');
  return performance.now() - started;
}

/** What `explain` says of one step. */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

async function readPlan(client: MigrationClient, statement: string): Promise<string[]> {
  const [row] = await client.query(`explain (format json) ${statement}`);
  const [told] = (row?.['QUERY PLAN'] ?? []) as [{ Plan: PlanNode }];
  const scans = flatten(told.Plan).filter((node) => node['Relation Name'] ?? node['Index Name']);
  const ways = scans.map((node) => `${node['Node Type']} ${node['Index Name'] ?? node['Relation Name']}`);
  return [...new Set(ways.map(withoutMonth))];
}

/** The partitions of a table are told as one. */
function withoutMonth(way: string): string {
  return way.replace(/_\d{4}_\d{2}/, '_…');
}

function flatten(plan: PlanNode): PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap(flatten)];
}

/** Tables that this transaction has read so far, also within functions. */
async function readTouched(client: MigrationClient): Promise<Pick<Measure, 'ways' | 'scanned'>> {
  await client.script('reset role');
  const rows = await client.query(
    `select s.relname::text as name, s.seq_scan::int as scans, s.idx_scan::int as looks, c.reltuples::int as size
     from pg_stat_xact_user_tables s join pg_class c on c.oid = s.relid
     where s.schemaname in ('ops', 'odoo', 'odoo_seed', 'catalog', 'work') and s.seq_scan + coalesce(s.idx_scan, 0) > 0 order by s.relname`,
  );
  return {
    ways: [
      ...new Set(rows.map(({ name, scans }) => withoutMonth(`${Number(scans) > 0 ? 'all of' : 'indexes of'} ${name}`))),
    ],
    scanned: rows
      .filter(({ name, scans, size }) => Number(scans) > 0 && Number(size) > LARGE_ROWS && GROWING.test(String(name)))
      .map(({ name }) => String(name)),
  };
}

function judge(
  operation: Operation,
  measures: readonly Measure[],
  { report, judgedMs }: { readonly report: (line: string) => void; readonly judgedMs: number },
): string[] {
  const { name, growth } = operation;
  const ms = measures.map((each) => each.ms);
  const last = measures.at(-1);
  const exponent = Math.log10((ms.at(-1) ?? 0) / (ms.at(-2) ?? 1));
  const cells = [name.padEnd(48), growth.padEnd(6), ...ms.map((each) => each.toFixed(2).padStart(8))];
  report(`${cells.join(' ')}  n^${exponent.toFixed(2).padEnd(5)}  ${last?.ways.join(', ')}`);
  return [
    ...(exponent > WORST[growth] && (ms.at(-1) ?? 0) > judgedMs ? [`${name} grows as n^${exponent.toFixed(2)}`] : []),
    ...(last?.scanned ?? []).map((table) => `${name} reads all of ${table}`),
  ];
}
