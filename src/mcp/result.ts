/** What GraphQL answered as a tool's result. Errors are results too: a model reads those, and not the protocol's own. */
import type { GraphQLFormattedError } from 'graphql';
import type { GatewayError } from '../errors.ts';
import { adviseOn } from './advice.ts';
import type { ToolResult } from './tool.ts';

/** Tokens of one result at most; above that it is cut. */
export const MOST_TOKENS = 25_000;

/** An answer, as JSON has it. */
export interface Answer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly GraphQLFormattedError[];
}

/** A result that says no more than why there is none. */
export function failed(error: Pick<GatewayError, 'code' | 'message' | 'details'>): ToolResult {
  return resultOf(
    { errors: [{ code: error.code, message: error.message, ...error.details, ...next(error.code) }] },
    true,
  );
}

/**
 * @param told What is to be told: `data`, `errors`, `cursor`.
 * @param isError Whether nothing was done of what was asked.
 */
export function resultOf(told: Readonly<Record<string, unknown>>, isError: boolean): ToolResult {
  return { structured: told, text: JSON.stringify(told), isError };
}

/** Errors as a model needs them: code, place, message, what a program would decide by, and what to do next. */
export function tellErrors(errors: readonly GraphQLFormattedError[]): readonly Readonly<Record<string, unknown>>[] {
  return errors.map(({ message, path, extensions: { code, ...details } = {} }) => ({
    ...{ code, message },
    ...(path && { path: path.join('.') }),
    ...details,
    ...next(code),
  }));
}

/**
 * Whether nothing came of an operation: each root field is null for an error, or a mutation that says in `userErrors` why it
 * did nothing. Where some of it came, errors stand beside data.
 */
export function isFailure({ data, errors }: Answer): boolean {
  const roots = Object.values(data ?? {});
  if (roots.length === 0) return errors.length > 0;
  return roots.every((root) => (root === null ? errors.length > 0 : userErrorsOf(root).length > 0));
}

/** Data whose `userErrors` say what to do next. */
export function adviseData(data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(data).map(([key, root]) => {
      const errors = userErrorsOf(root);
      return errors.length === 0
        ? [key, root]
        : [key, { ...(root as object), userErrors: errors.map(adviseUserError) }];
    }),
  );
}

function adviseUserError(error: unknown): unknown {
  const { code } = error as { readonly code?: unknown };
  return { ...(error as object), ...next(code) };
}

function userErrorsOf(root: unknown): readonly unknown[] {
  const { userErrors } = (root ?? {}) as { readonly userErrors?: unknown };
  return Array.isArray(userErrors) ? userErrors : [];
}

function next(code: unknown): { readonly next?: string } {
  const advice = adviseOn(code);
  return advice === undefined ? {} : { next: advice };
}
