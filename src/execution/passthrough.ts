/** The passthrough lane: rules, then statements whose bytes are the answer; nothing is parsed. */
import { type GraphQLError, locatedError } from 'graphql';
import type { Guard } from '../doctrine/permissions.ts';
import { VIOLATION } from '../postgres/statement.ts';
import { type Fetching, fetchBytes, type RootBytes } from './fetch.ts';
import type { OperationPlan, RootField } from './operation.ts';
import { findRefused, refuseFilters } from './refuse.ts';
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
  guard: Guard,
  fetching: Fetching,
  plan: OperationPlan,
): Promise<PassthroughResult | null> {
  const fields = [...plan.roots.values()];
  const refused = await findRefused(guard, fetching.context, [...new Set(fields.flatMap(({ entered }) => entered))]);
  if (refused.size > 0) return null;
  const outcomes = await Promise.all(fields.map((field) => fetchRoot(guard, fetching, field)));
  if (outcomes.some((outcome) => !isFailure(outcome) && outcome.bytes.includes(VIOLATION))) return null;
  const errors = outcomes.filter(isFailure);
  const data = renderData(fields.map(({ key }, index) => [key, bytesOf(outcomes[index])]));
  return { data, ...(errors.length > 0 && { errors }) };
}

async function fetchRoot(guard: Guard, fetching: Fetching, field: RootField): Promise<RootBytes | GraphQLError> {
  const { plan } = field;
  if (!plan) return QUERY;
  try {
    const outcome = await guard(`Query.${field.name}`, fetching.context, async () => {
      await refuseFilters(guard, fetching.context, plan, fetching.variables);
      return fetchBytes({ ...fetching, field: field.key }, plan, 'passthrough');
    });
    if (outcome instanceof Error) throw outcome;
    return outcome as RootBytes;
  } catch (error) {
    return locatedError(error, field.nodes, [field.key]);
  }
}

function isFailure(outcome: RootBytes | GraphQLError): outcome is GraphQLError {
  return outcome instanceof Error;
}

function bytesOf(outcome: RootBytes | GraphQLError | undefined): RootBytes {
  return outcome === undefined || isFailure(outcome) ? NULL : outcome;
}
