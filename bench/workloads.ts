/** What is asked: four operations, each as one viewer, in the words of each contestant. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { issueToken, type TokenFor } from '../src/auth/issue.ts';
import type { ContestantName } from './contestants.ts';
import { TREE_ROOT, TREE_USER } from './page-tree.ts';
import { BENCH_USER } from './seed.ts';

/** One operation and who asks it. */
export interface Workload {
  readonly name: 'workTree' | 'pageTree' | 'ledgerList' | 'typename';
  readonly title: string;
  /** Stem of its files in `operations/`. */
  readonly operation: string;
  readonly viewer: TokenFor;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Whether Postgres is asked, so that a contestant can be held to the thresholds. */
  readonly isStored: boolean;
}

/** One HTTP request, sent again and again. */
export interface BenchRequest {
  readonly method: 'GET' | 'POST';
  /** Path on the contestant's origin. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** In the order of the report. */
export const WORKLOADS: readonly Workload[] = [
  { name: 'workTree', title: 'work tree', operation: 'work-tree', viewer: { user: BENCH_USER }, isStored: true },
  {
    name: 'pageTree',
    title: 'page tree',
    operation: 'page-tree',
    viewer: { user: TREE_USER },
    variables: { id: TREE_ROOT },
    isStored: true,
  },
  {
    name: 'ledgerList',
    title: 'ledger list',
    operation: 'ledger-list',
    viewer: { service: true },
    variables: { first: 50 },
    isStored: true,
  },
  { name: 'typename', title: '{ __typename }', operation: 'typename', viewer: { user: BENCH_USER }, isStored: false },
];

/** Seconds that a token of the bench is good for. */
const TOKEN_SECONDS = 4 * 3_600;

/** A workload's token, the same for every contestant. */
export async function issueWorkloadToken({ viewer }: Workload, jwtSecret: string): Promise<string> {
  return issueToken(viewer, { jwtSecret, issuer: null, audience: 'authenticated', lifetimeSeconds: TOKEN_SECONDS });
}

/** The request that asks a contestant for a workload. */
export function createRequest(contestant: ContestantName, workload: Workload, token: string): BenchRequest {
  const authorization = `Bearer ${token}`;
  // The limit has no GraphQL: the path names the answer.
  if (contestant === 'limit')
    return { method: 'GET', path: `/graphql/${workload.name}`, headers: { authorization }, body: '' };
  const query = readOperation(contestant, workload);
  return {
    method: 'POST',
    path: '/graphql',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ query, ...(workload.variables && { variables: workload.variables }) }),
  };
}

function readOperation(contestant: ContestantName, { operation, isStored }: Workload): string {
  // PostGraphile derives its own names from the tables; aliases give its answer the same shape.
  const dialect = contestant === 'postgraphile' && isStored ? '.postgraphile' : '';
  return readFileSync(join(import.meta.dirname, 'operations', `${operation}${dialect}.graphql`), 'utf8');
}
