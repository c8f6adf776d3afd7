/** A span for each statement and transaction that is a part of something traced: what it touches, and none of its values. */
import { isTraced, type OpenSpan, type Spanning, withSpan } from '../tracing/span.ts';
import type { PostgresSource } from './source.ts';

/** Where the database is. */
export interface TracedDatabase {
  /** Null for one in this process. */
  readonly host: string | null;
  readonly port: number | null;
  readonly name: string | null;
}

/** The first relations and functions of a statement that its summary names. */
const MAX_NAMES = 3;
/** Characters that are looked through for them: a statement that is rendered from a plan may be long. */
const MAX_LOOKED_AT = 4_000;

const VERB = /^\s*(\w+)/;
/** Of schemas of ours: a relation that is read or written, or a function that is called. */
const NAMES = /\b(?:from|join|into|update)\s+((?:\w+\.)\w+)|\b((?:ops|work|odoo|catalog)\.\w+)\s*\(/gi;

/** The same database, traced. */
export function tracePostgres(source: PostgresSource, database: TracedDatabase): PostgresSource {
  const attributes = describeDatabase(database);
  const traced = <T>(text: string, work: (span?: OpenSpan) => Promise<T>): Promise<T> => {
    if (!isTraced()) return work();
    const summary = summarize(text);
    const spanning: Spanning = { kind: 'client', attributes: { ...attributes, 'db.query.summary': summary } };
    return withSpan(summary, spanning, work);
  };
  return {
    ...source,
    render: (viewer, statement, bounds) => traced(statement.text, () => source.render(viewer, statement, bounds)),
    repeatable: (viewer, statement) => traced(statement.text, () => source.repeatable(viewer, statement)),
    transact: (viewer, work, bounds) =>
      traced('transaction', () =>
        source.transact(viewer, (run) => work((statement) => traced(statement.text, () => run(statement))), bounds),
      ),
  };
}

function describeDatabase({ host, port, name }: TracedDatabase) {
  return {
    'db.system.name': 'postgresql',
    ...(name !== null && { 'db.namespace': name }),
    ...(host !== null && { 'server.address': host }),
    ...(port !== null && { 'server.port': port }),
  };
}

/** E.g. `select work.pages work.blocks`; the same for every value. */
function summarize(text: string): string {
  const looked = text.slice(0, MAX_LOOKED_AT);
  const verb = VERB.exec(looked)?.[1]?.toLowerCase() ?? 'statement';
  const names = new Set([...looked.matchAll(NAMES)].map(([, relation, called]) => relation ?? called));
  return [verb, ...[...names].slice(0, MAX_NAMES)].join(' ');
}
