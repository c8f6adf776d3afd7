/** An operation's size and cost beside its limits: what is too large, before anything is asked. Pure. */
import type { Surface } from '../errors.ts';
import type { Excess, OperationLimits } from '../limits.ts';
import type { Estimate, Rows } from '../plan/cost.ts';
import type { DocumentSize } from '../plan/selection.ts';

/** What a document is too large in, before it is validated or planned. */
export function judgeSize(limits: OperationLimits, size: DocumentSize): Excess[] {
  const { aliases } = size;
  return [
    above('OPERATION_MAX_TOKENS', limits.maxTokens, size.tokens, 'tokens in its document'),
    above(
      'OPERATION_MAX_DEFINITIONS',
      limits.maxDefinitions,
      size.definitions,
      'operations and fragments in its document',
    ),
    above('OPERATION_MAX_FIELDS', limits.maxFields, size.fields, 'fields with its fragments spread'),
    above('OPERATION_MAX_DEPTH', limits.maxDepth, size.depth, 'fields below each other'),
    above('OPERATION_MAX_REPEATS', limits.maxRepeats, size.repeats, 'times one response key in one selection set'),
    above('OPERATION_MAX_ROOT_FIELDS', limits.maxRootFields, size.rootFields, 'root fields'),
    above('OPERATION_MAX_ALIASES', limits.maxAliases, aliases.times, `times "${aliases.field}"`, aliases.field),
    above('OPERATION_MAX_DIRECTIVES', limits.maxDirectives, size.directives, 'directives with its fragments spread'),
    above('OPERATION_MAX_VARIABLES', limits.maxVariables, size.variables, 'variables'),
  ].flat();
}

/** What a planned operation would cost too much in. */
export function judgeEstimate(limits: OperationLimits, { cost, rows, filter }: Estimate): Excess[] {
  return [
    ...[...rows].flatMap(([surface, counted]) => judgeRows(limits, surface, counted)),
    ...above('OPERATION_MAX_CONDITIONS', limits.maxConditions, filter.conditions, 'conditions in one filter'),
    ...above('OPERATION_MAX_LIST_VALUES', limits.maxListValues, filter.values, 'values in one list of a filter'),
    ...(cost > limits.maxCost
      ? [
          {
            limit: 'OPERATION_MAX_COST',
            most: limits.maxCost,
            asked: cost,
            message: `The operation may cost ${cost} points, and ${limits.maxCost} are the most (OPERATION_MAX_COST): each record that it may bring back is one. Ask for smaller pages, or in several operations`,
          },
        ]
      : []),
  ];
}

function judgeRows({ maxRows }: OperationLimits, surface: Surface, { total, most }: Rows): Excess[] {
  if (total <= maxRows) return [];
  const field = most.path.join('.');
  const message = `The operation may bring back ${total} records of ${surface}, and ${maxRows} are the most (OPERATION_MAX_ROWS): "${field}" alone brings ${most.rows}. Ask for smaller pages, or in several operations`;
  return [{ limit: 'OPERATION_MAX_ROWS', most: maxRows, asked: total, message, surface, field }];
}

function above(limit: string, most: number, asked: number, what: string, field?: string): Excess[] {
  if (asked <= most) return [];
  const message = `The operation has ${asked} ${what}, and ${most} are the most (${limit}): ask for less, or in several operations`;
  return [{ limit, most, asked, message, ...(field !== undefined && { field }) }];
}
