/** What a dashboard could be asked for instead: scheduled jobs, webhooks, secrets. A migration makes them, by name, or nothing does. */
import type { Finding } from '../finding.ts';
import { asNode, findNodes, relationName, stringsOf } from '../sql/nodes.ts';
import { placeOf } from '../sql/schema-state.ts';
import type { SqlStatement } from '../sql/statements.ts';

/** What the migrations set up beside tables. */
export interface MigratedConfig {
  /** Names of pg_cron's jobs. */
  readonly jobs: ReadonlySet<string>;
  /** Names of triggers, whatever their table: a partition's name is known at run time only. */
  readonly triggers: ReadonlySet<string>;
}

/** Schemas of functions that ask another system over HTTP. */
const HTTP = /^(net\.http_|supabase_functions\.|extensions\.http|http_(get|post|put|delete|head|patch)$)/;

/** Reads it. */
export function readMigratedConfig(statements: readonly SqlStatement[]): MigratedConfig {
  const triggers = statements.flatMap(({ node }) => asNode(node, 'CreateTrigStmt')?.trigname ?? []);
  const jobs = statements.flatMap(({ node }) =>
    callsOf(node).flatMap(({ name, texts }) => (isSchedule(name) ? (texts[0] ?? []) : [])),
  );
  return { jobs: new Set(jobs), triggers: new Set(triggers) };
}

/** Jobs without a name, and secrets that the registry does not know. @param registered Names in `ssot/secrets/registry.yaml`. */
export function checkConfig(statements: readonly SqlStatement[], registered: ReadonlySet<string>): Finding[] {
  return statements.flatMap((statement) => [...checkJobs(statement), ...checkVault(statement, registered)]);
}

/** Statements that ask another system over HTTP: what a stage other than production must not do. */
export function findHttp(statements: readonly SqlStatement[]): (SqlStatement & { readonly called: string })[] {
  return statements.flatMap((statement) => {
    const trigger = asNode(statement.node, 'CreateTrigStmt')?.funcname;
    const names = [
      ...callsOf(statement.node).map(({ name }) => name),
      ...(trigger ? [stringsOf(trigger).join('.')] : []),
    ];
    const called = names.find((name) => HTTP.test(name));
    return called ? [{ ...statement, called }] : [];
  });
}

function isSchedule(name: string): boolean {
  return name === 'cron.schedule' || name === 'cron.schedule_in_database';
}

function callsOf(node: unknown): { name: string; texts: readonly string[]; count: number }[] {
  return findNodes(node, 'FuncCall').map(({ funcname, args = [] }) => ({
    name: stringsOf(funcname).join('.'),
    // A name is the first of its arguments, and known: another could not be found again.
    texts: args[0] ? findNodes([args[0]], 'A_Const').flatMap(({ sval }) => sval?.sval ?? []) : [],
    count: args.length,
  }));
}

function checkJobs(statement: SqlStatement): Finding[] {
  const written = [
    ...findNodes(statement.node, 'InsertStmt'),
    ...findNodes(statement.node, 'UpdateStmt'),
    ...findNodes(statement.node, 'MergeStmt'),
  ].filter(({ relation }) => relation && relationName(relation) === 'cron.job');
  const byHand = written.map(() => ({
    rule: 'migrations/unnamed-job',
    message: 'cron.job is written by hand: make the job by cron.schedule, with a name, so that its command can be read',
    ...placeOf(statement),
  }));
  return [...byHand, ...findUnnamed(statement)];
}

function findUnnamed(statement: SqlStatement): Finding[] {
  return callsOf(statement.node)
    .filter(({ name, texts, count }) => isSchedule(name) && (count < 3 || texts.length === 0))
    .map(({ name }) => ({
      rule: 'migrations/unnamed-job',
      message: `${name} without a name: nobody could tell the job from one that was made by hand`,
      ...placeOf(statement),
    }));
}

function checkVault(statement: SqlStatement, registered: ReadonlySet<string>): Finding[] {
  const isAsked = findNodes({ RawStmt: statement.node }, 'RangeVar').some(({ schemaname }) => schemaname === 'vault');
  if (!isAsked) return [];
  const names = findNodes(statement.node, 'A_Const').flatMap(({ sval }) => sval?.sval ?? []);
  if (names.some((name) => registered.has(name))) return [];
  const message = 'A secret of Vault that ssot/secrets/registry.yaml does not name: register it there';
  return [{ rule: 'code/unregistered-secret', message, ...placeOf(statement) }];
}
