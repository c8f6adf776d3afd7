/** Loads `ssot/doctrine.yaml`: who owns what, who reads it, which agent writes where. */
import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { findContradictions } from './checks/contradictions.ts';
import { findUnknownNames, type Problem } from './checks/unknown-names.ts';
import { type Path, parseWithLines } from './lines.ts';
import { type Doctrine, doctrineShape } from './shape.ts';

export type { Doctrine, Reads, Writes } from './shape.ts';

/** Where the doctrine stands, from the repository's root. */
export const DOCTRINE_FILE = 'ssot/doctrine.yaml';

/** Beside the doctrine, not in it: what is checked, compared and printed is its content alone. */
const linesOf = new WeakMap<Doctrine, (path: Path) => number>();

/** The file that was read last: to parse it takes 50 ms, and a process starts many a gateway in its tests. */
let latest: { readonly text: string; readonly doctrine: Doctrine } | null = null;

/** @throws Error that names every unknown key, missing key and unknown model or table, each with its line. */
export function loadDoctrine(file: string): Doctrine {
  const text = readFileSync(file, 'utf8');
  if (latest?.text !== text) latest = { text, doctrine: readDoctrine(text, file) };
  return latest.doctrine;
}

function readDoctrine(text: string, file: string): Doctrine {
  const lined = attempt(() => parseWithLines(text), file);
  const result = doctrineShape.safeParse(lined.value);
  const problems = result.success
    ? [...findUnknownNames(result.data), ...findContradictions(result.data)]
    : result.error.issues.flatMap(issueToProblems);
  if (!result.success || problems.length > 0) {
    const sentences = problems.map(({ path, message }) => `line ${lined.lineOf(path)}: ${message}`);
    throw new Error(`${file} is not a doctrine:\n${[...new Set(sentences)].join('\n')}`);
  }
  linesOf.set(result.data, lined.lineOf);
  return result.data;
}

/** `ssot/doctrine.yaml:57`: the line of what stands at a path, or of the nearest thing above. */
export function lineOf(doctrine: Doctrine, path: Path): string {
  return `${DOCTRINE_FILE}:${linesOf.get(doctrine)?.(path) ?? 1}`;
}

function attempt<T>(read: () => T, file: string): T {
  try {
    return read();
  } catch (error) {
    throw new Error(`${file} is not a doctrine:\nline ${error instanceof Error ? error.message : String(error)}`);
  }
}

function issueToProblems(issue: z.core.$ZodIssue): Problem[] {
  const at = issue.path.join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      message: `${[at, key].filter(Boolean).join('.')} is no key of the doctrine`,
    }));
  if (issue.code === 'invalid_union') {
    const deepest = issue.errors.flat().sort((a, b) => b.path.length - a.path.length)[0];
    if (deepest && deepest.path.length > 0)
      return issueToProblems({ ...deepest, path: [...issue.path, ...deepest.path] });
  }
  return [{ path: issue.path, message: `${at || 'the file'}: ${issue.message}` }];
}
