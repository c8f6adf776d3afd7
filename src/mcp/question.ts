/** What a person is asked before a write, in words: what would change, and what nobody knows. Pure. */
import type { Question } from './tool.ts';

/** What a dry run answered. */
export interface Foreseen {
  readonly diff: readonly { readonly path: string; readonly before?: unknown; readonly after?: unknown }[];
  readonly unknown: readonly string[];
  readonly confirmation: string;
}

/** Changes that a person is shown; how many more there are is said. */
const MOST_CHANGES = 50;
/** Characters of a value. */
const MOST_CHARACTERS = 300;

/** @param tool What is asked for. */
export function askPerson(tool: string, { diff, unknown, confirmation }: Foreseen): Question {
  const changes = diff.slice(0, MOST_CHANGES).map(({ path, before, after }) => {
    return `- ${path}: ${printValue(before)} → ${printValue(after)}`;
  });
  const more = diff.length > MOST_CHANGES ? [`- and ${diff.length - MOST_CHANGES} more changes`] : [];
  const lines = [
    diff.length > 0 ? `${tool} would change:` : `${tool} would change nothing that can be shown.`,
    ...changes,
    ...more,
    ...(unknown.length > 0 ? ['Not known:', ...unknown.map((sentence) => `- ${sentence}`)] : []),
  ];
  return { question: lines.join('\n'), state: confirmation };
}

/** In one line, whatever it holds: nothing in a value can pass for another line of the question. */
function printValue(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  const text = JSON.stringify(value).replace(/[\u2028-\u202e\u2066-\u2069]/g, ' ');
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}
