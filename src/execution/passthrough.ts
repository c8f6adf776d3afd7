/** The passthrough lane: statements whose bytes are the answer; nothing is parsed. */
import { type GraphQLError, locatedError } from 'graphql';
import { VIOLATION } from '../postgres/statement.ts';
import type { AdmittedRoot } from './admit.ts';
import { type Fetching, fetchBytes, type RootBytes } from './fetch.ts';
import { type RenderedData, renderData } from './response.ts';

/** What the lane answers, or null where the ordinary lane has to: a field is refused below the root, or null where none may be. */
export interface PassthroughResult {
  readonly data: RenderedData;
  readonly errors?: readonly GraphQLError[];
}

const NULL: RootBytes = { bytes: Buffer.from('null'), around: ['', ''] };
const QUERY: RootBytes = { bytes: Buffer.from('"Query"'), around: ['', ''] };

/** Fetches all root fields at once; an error of one is null at its key. */
export async function executePassthrough(
  fetching: Fetching,
  admitted: readonly AdmittedRoot[],
): Promise<PassthroughResult | null> {
  if (admitted.some(({ refused }) => refused.size > 0)) return null;
  const outcomes = await Promise.all(admitted.map((root) => fetchRoot(fetching, root)));
  if (outcomes.some((outcome) => !isFailure(outcome) && outcome.bytes.includes(VIOLATION))) return null;
  const errors = outcomes.filter(isFailure);
  const data = renderData(admitted.map(({ root }, index) => [root.key, bytesOf(outcomes[index])]));
  return { data, ...(errors.length > 0 && { errors }) };
}

async function fetchRoot(
  fetching: Fetching,
  { root, planned, refusal }: AdmittedRoot,
): Promise<RootBytes | GraphQLError> {
  try {
    if (!planned) throw refusal;
    return planned.plan ? await fetchBytes({ ...fetching, field: root.key }, planned.plan, 'passthrough') : QUERY;
  } catch (error) {
    return locatedError(error, root.nodes, [root.key]);
  }
}

function isFailure(outcome: RootBytes | GraphQLError): outcome is GraphQLError {
  return outcome instanceof Error;
}

function bytesOf(outcome: RootBytes | GraphQLError | undefined): RootBytes {
  return outcome === undefined || isFailure(outcome) ? NULL : outcome;
}
