/** The passthrough lane: rules, then statements whose bytes are the answer; nothing is parsed. */
import { type GraphQLError, locatedError } from 'graphql';
import type { Guard } from '../doctrine/permissions.ts';
import { NULL_VIOLATION } from '../postgres/statement.ts';
import { type Fetching, fetchBytes } from './fetch.ts';
import type { OperationPlan, RootField } from './operation.ts';
import { findRefused, refuseFilters } from './refuse.ts';
import { type RenderedData, renderData } from './response.ts';

/** What the lane answers, or null where the ordinary lane has to: a field is refused below the root, or null where none may be. */
export interface PassthroughResult {
  readonly data: RenderedData;
  readonly errors?: readonly GraphQLError[];
}

const NULL = Buffer.from('null');

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
  if (outcomes.some((outcome) => Buffer.isBuffer(outcome) && outcome.includes(NULL_VIOLATION))) return null;
  const errors = outcomes.flatMap((outcome) => (Buffer.isBuffer(outcome) ? [] : [outcome]));
  const data = renderData(fields.map(({ key }, index) => [key, bytesOf(outcomes[index])]));
  return { data, ...(errors.length > 0 && { errors }) };
}

async function fetchRoot(guard: Guard, fetching: Fetching, field: RootField): Promise<Buffer | GraphQLError> {
  const { plan } = field;
  if (!plan) return Buffer.from('"Query"');
  try {
    const outcome = await guard(`Query.${field.name}`, fetching.context, async () => {
      await refuseFilters(guard, fetching.context, plan, fetching.variables);
      return fetchBytes(fetching, plan, 'passthrough');
    });
    if (Buffer.isBuffer(outcome)) return outcome;
    throw outcome;
  } catch (error) {
    return locatedError(error, field.nodes, [field.key]);
  }
}

function bytesOf(outcome: Buffer | GraphQLError | undefined): Buffer {
  return Buffer.isBuffer(outcome) ? outcome : NULL;
}
