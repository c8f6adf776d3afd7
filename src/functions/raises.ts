/** Which SQLSTATEs a function of ours refuses with, itself or through what it calls: read from the text of its body. */
import { SCHEMA_PATTERN } from '../schemas.ts';

/** A function by its name and text. */
interface Defined {
  readonly name: string;
  readonly definition: string;
}

const RAISED = /\berrcode = '(\w{5})'|\brefuse(?:_operation)?\(\s*'(\w{5})'/g;
const CALLED = new RegExp(`\\b((?:${SCHEMA_PATTERN})\\.\\w+)\\s*\\(`, 'g');

/**
 * SQLSTATEs by function, sorted. Those that triggers of its tables refuse with are not among them, and a code that
 * a body catches still is.
 */
export function findRaises(functions: readonly Defined[]): ReadonlyMap<string, readonly string[]> {
  const own = new Map(
    functions.map(({ name, definition }) => {
      const body = withoutComments(definition);
      const states = [...body.matchAll(RAISED)].map(([, state, refused]) => state ?? refused ?? '');
      const called = [...body.matchAll(CALLED)].map(([, callee = '']) => callee);
      return [name, { states, called }] as const;
    }),
  );
  return new Map(functions.map(({ name }) => [name, collect(name, own)]));
}

type Own = ReadonlyMap<string, { readonly states: readonly string[]; readonly called: readonly string[] }>;

function collect(name: string, own: Own): string[] {
  const reached = new Set([name]);
  for (const each of reached) for (const callee of own.get(each)?.called ?? []) reached.add(callee);
  return [...new Set([...reached].flatMap((each) => own.get(each)?.states ?? []))].sort();
}

function withoutComments(sql: string): string {
  return sql.replace(/--[^\n]*/g, '');
}
