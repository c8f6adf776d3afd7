/** The variables that hold the limits of operations, and who may ask what. */
import { z } from 'zod';
import { INTROSPECTION, LIMIT_MODES, OPERATION_LIMITS, type OperationLimits, REQUEST_MAX_BYTES } from '../limits.ts';
import { trustVariable } from '../operations/modes.ts';
import { isNetwork } from '../rates/address.ts';
import { RATE_LIMITS, type RateLimits } from '../rates/rates.ts';
import { count } from '../variables.ts';

/** By name. Where limits are measured only, the greatest value that may be set is the limit still. */
export const limitVariables = z.object({
  TRUSTED_DOCUMENTS: trustVariable,
  INTROSPECTION: z.enum(INTROSPECTION, 'must be on, off or signed-in').optional(),
  LIMITS: z.enum(LIMIT_MODES, 'must be enforce or measure').default(OPERATION_LIMITS.mode),
  OPERATION_TIMEOUT_MS: count(100, 600_000, OPERATION_LIMITS.timeoutMs),
  OPERATION_MAX_BYTES: count(65_536, 536_870_912, OPERATION_LIMITS.maxBytes),
  OPERATION_MAX_COST: count(1, Number.MAX_SAFE_INTEGER, OPERATION_LIMITS.maxCost),
  OPERATION_MAX_ROWS: count(1, Number.MAX_SAFE_INTEGER, OPERATION_LIMITS.maxRows),
  OPERATION_MAX_TOKENS: count(100, 50_000, OPERATION_LIMITS.maxTokens),
  OPERATION_MAX_DEFINITIONS: count(1, 10_000, OPERATION_LIMITS.maxDefinitions),
  OPERATION_MAX_FIELDS: count(1, 50_000, OPERATION_LIMITS.maxFields),
  OPERATION_MAX_DEPTH: count(1, 1_000, OPERATION_LIMITS.maxDepth),
  OPERATION_MAX_REPEATS: count(1, 5_000, OPERATION_LIMITS.maxRepeats),
  OPERATION_MAX_ROOT_FIELDS: count(1, 1_000, OPERATION_LIMITS.maxRootFields),
  OPERATION_MAX_ALIASES: count(1, 1_000, OPERATION_LIMITS.maxAliases),
  OPERATION_MAX_DIRECTIVES: count(0, 10_000, OPERATION_LIMITS.maxDirectives),
  OPERATION_MAX_VARIABLES: count(0, 10_000, OPERATION_LIMITS.maxVariables),
  OPERATION_MAX_CONDITIONS: count(1, 500, OPERATION_LIMITS.maxConditions),
  OPERATION_MAX_LIST_VALUES: count(1, 10_000, OPERATION_LIMITS.maxListValues),
  RATE_VIEWER_POINTS: count(0, Number.MAX_SAFE_INTEGER, RATE_LIMITS.viewerPoints),
  RATE_AGENT_POINTS: count(0, Number.MAX_SAFE_INTEGER, RATE_LIMITS.agentPoints),
  RATE_CLIENT_POINTS: count(0, Number.MAX_SAFE_INTEGER, RATE_LIMITS.clientPoints),
  RATE_ADDRESS_POINTS: count(0, Number.MAX_SAFE_INTEGER, RATE_LIMITS.addressPoints),
  RATE_WEBSOCKET_MESSAGES: count(0, 10_000_000, RATE_LIMITS.messages),
  TRUSTED_PROXIES: z
    .string()
    .transform((list) => list.split(',').map((network) => network.trim()))
    .refine(
      (networks) => networks.every(isNetwork),
      'must be addresses or networks such as 10.0.0.0/8, separated by commas',
    )
    .optional(),
  REQUEST_MAX_BYTES: count(1_024, 16_777_216, REQUEST_MAX_BYTES),
});

/** What they say. */
export type LimitVariables = z.infer<typeof limitVariables>;

/** Reads what one operation may take. */
export function readOperationLimits(read: LimitVariables): OperationLimits {
  return {
    mode: read.LIMITS,
    timeoutMs: read.OPERATION_TIMEOUT_MS,
    maxCost: read.OPERATION_MAX_COST,
    maxRows: read.OPERATION_MAX_ROWS,
    maxBytes: read.OPERATION_MAX_BYTES,
    maxTokens: read.OPERATION_MAX_TOKENS,
    maxDefinitions: read.OPERATION_MAX_DEFINITIONS,
    maxFields: read.OPERATION_MAX_FIELDS,
    maxDepth: read.OPERATION_MAX_DEPTH,
    maxRepeats: read.OPERATION_MAX_REPEATS,
    maxRootFields: read.OPERATION_MAX_ROOT_FIELDS,
    maxAliases: read.OPERATION_MAX_ALIASES,
    maxDirectives: read.OPERATION_MAX_DIRECTIVES,
    maxVariables: read.OPERATION_MAX_VARIABLES,
    maxConditions: read.OPERATION_MAX_CONDITIONS,
    maxListValues: read.OPERATION_MAX_LIST_VALUES,
  };
}

/** Reads how much may be used a minute. */
export function readRateLimits(read: LimitVariables): RateLimits {
  return {
    viewerPoints: read.RATE_VIEWER_POINTS,
    agentPoints: read.RATE_AGENT_POINTS,
    clientPoints: read.RATE_CLIENT_POINTS,
    addressPoints: read.RATE_ADDRESS_POINTS,
    messages: read.RATE_WEBSOCKET_MESSAGES,
  };
}
