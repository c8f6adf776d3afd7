/** What is asked: operations, each as one viewer or as many in turn, in the words of each contestant. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TokenFor } from '../src/auth/issue.ts';
import type { ContestantName } from './contestants.ts';
import { TREE_ROOT, TREE_USER } from './page-tree.ts';
import { BENCH_USER } from './seed.ts';
import { DOCUMENTS, documentMark, READERS, readerId, SHARED_PAGE } from './shared-page.ts';

/** The workloads, in the order of the report. */
export const WORKLOAD_NAMES = [
  'workTree',
  'pageTree',
  'ledgerList',
  'typename',
  'point',
  'list20',
  'viewers',
  'documents',
  'documentsCold',
] as const;

/** Name of a workload. */
export type WorkloadName = (typeof WORKLOAD_NAMES)[number];

/** Operations, and who asks them. */
export interface Workload {
  readonly name: WorkloadName;
  readonly title: string;
  /** Stem of its files in `operations/`. */
  readonly operation: string;
  /** Asked as each of them in turn. */
  readonly viewers: readonly TokenFor[];
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Table that Postgres is asked for; null where it is not asked. */
  readonly table: string | null;
  /** Documents that are asked in turn: each stands for `NNN` in the operation by a mark of its own. */
  readonly documents?: number;
  /** Each document once in a measurement, and new to the contestant. */
  readonly isCold?: boolean;
}

/** One HTTP request. */
export interface BenchRequest {
  readonly method: 'GET' | 'POST';
  /** Path on the contestant's origin. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const POINT = { variables: { id: SHARED_PAGE }, viewers: [{ user: readerId(1) }], table: 'work.pages' };
const DOCUMENT = { ...POINT, operation: 'documents', documents: DOCUMENTS };
const READER_IDS = Array.from({ length: READERS }, (_, n) => ({ user: readerId(n + 1) }));

/** In the order of the report. */
export const WORKLOADS: readonly Workload[] = [
  {
    name: 'workTree',
    title: 'work tree',
    operation: 'work-tree',
    viewers: [{ user: BENCH_USER }],
    table: 'work.spaces',
  },
  {
    name: 'pageTree',
    title: 'page tree',
    operation: 'page-tree',
    viewers: [{ user: TREE_USER }],
    variables: { id: TREE_ROOT },
    table: 'work.pages',
  },
  {
    name: 'ledgerList',
    title: 'ledger list',
    operation: 'ledger-list',
    viewers: [{ service: true }],
    variables: { first: 50 },
    table: 'ops.runs',
  },
  { name: 'typename', title: '{ __typename }', operation: 'typename', viewers: [{ user: BENCH_USER }], table: null },
  { ...POINT, name: 'point', title: 'page by id', operation: 'point' },
  { name: 'list20', title: '20 pages', operation: 'list20', viewers: [{ user: BENCH_USER }], table: 'work.pages' },
  { ...POINT, name: 'viewers', title: `${READERS} viewers in turn`, operation: 'point', viewers: READER_IDS },
  { ...DOCUMENT, name: 'documents', title: `${DOCUMENTS} documents in turn` },
  { ...DOCUMENT, name: 'documentsCold', title: `${DOCUMENTS} new documents`, isCold: true },
];

/**
 * The requests that ask a contestant for a workload, in turn.
 *
 * @param tokens Of the workload's viewers.
 * @param round Names documents that nobody has sent before, where the workload is cold.
 */
export function createRequests(
  contestant: ContestantName,
  workload: Workload,
  { tokens, round }: { readonly tokens: readonly string[]; readonly round: number },
): BenchRequest[] {
  const count = Math.max(tokens.length, workload.documents ?? 1);
  return Array.from({ length: count }, (_, n) =>
    createRequest(contestant, workload, { token: tokens[n % tokens.length] ?? '', document: n, round }),
  );
}

function createRequest(
  contestant: ContestantName,
  workload: Workload,
  { token, document, round }: { readonly token: string; readonly document: number; readonly round: number },
): BenchRequest {
  const authorization = `Bearer ${token}`;
  // The limit has no GraphQL: the path names the answer.
  if (contestant === 'limit')
    return { method: 'GET', path: limitPath(workload, document), headers: { authorization }, body: '' };
  const name = workload.isCold ? `Round${round}Document` : 'Document';
  const query = readOperation(contestant, workload)
    .replace('query Document', `query ${name}`)
    .replaceAll('NNN', documentMark(document));
  return {
    method: 'POST',
    path: '/graphql',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ query, ...(workload.variables && { variables: workload.variables }) }),
  };
}

function limitPath({ name, documents }: Workload, document: number): string {
  if (documents !== undefined) return `/graphql/documents/${document}`;
  return `/graphql/${name === 'viewers' ? 'point' : name}`;
}

const texts = new Map<string, string>();

function readOperation(contestant: ContestantName, { operation, table }: Workload): string {
  // PostGraphile derives its own names from the tables; aliases give its answer the same shape.
  const dialect = contestant === 'postgraphile' && table !== null ? '.postgraphile' : '';
  const file = join(import.meta.dirname, 'operations', `${operation}${dialect}.graphql`);
  const text = texts.get(file) ?? readFileSync(file, 'utf8');
  texts.set(file, text);
  return text;
}
