/** A trusted operation as a hook: asked as the chosen viewer, again after a while, and kept while it is asked. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Answer, type ArgumentsOf, AskProblem, ask, type DataOf, type OperationName } from './ask.ts';
import { useChosen } from './token.ts';
import type { Trouble } from './words.ts';

/** How an operation stands. */
export interface Asking<Data> {
  readonly data: Data | null;
  /** What failed at a root field, or all of it. */
  readonly troubleOf: (field: string) => Trouble | null;
  readonly isLoading: boolean;
  readonly again: () => void;
}

/** @param everyMs Milliseconds after which it is asked again; none where absent. */
export function useAsk<Name extends OperationName>(
  name: Name,
  variables: ArgumentsOf<Name>,
  { everyMs, enabled = true }: { readonly everyMs?: number; readonly enabled?: boolean } = {},
): Asking<DataOf<Name>> {
  const viewer = useChosen();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: [viewer?.name, viewer?.token, name, variables],
    queryFn: ({ signal }) => ask(name, variables, signal),
    ...(everyMs !== undefined && { refetchInterval: everyMs }),
    enabled,
    placeholderData: (previous: Answer<DataOf<Name>> | undefined, query) =>
      query?.queryKey[1] === viewer?.token ? keepPreviousData(previous) : undefined,
  });
  return {
    data: error ? null : (data?.data ?? null),
    troubleOf: (field) => (error ? troubleOf(error) : findTrouble(data, field)),
    isLoading: enabled && isPending,
    again: () => void refetch(),
  };
}

/** As words take it. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof AskProblem) return { code: error.code, message: error.message };
  return { code: 'UNKNOWN', message: error instanceof Error ? error.message : String(error) };
}

function findTrouble(answer: Answer<unknown> | undefined, field: string): Trouble | null {
  const found = answer?.errors.find(({ path }) => path?.[0] === field && path.length === 1);
  return found ? { code: found.extensions.code, message: found.message, surface: found.extensions.surface } : null;
}
