/** Loads `ssot/doctrine.yaml`: who owns what, who reads it, which agent writes where. */
import { z } from 'zod';
import { readFunctionFiles } from '../functions/read.ts';
import { didYouMean } from '../nearest.ts';
import { readSettingsText, SettingsError } from '../settings-file.ts';
import { findUnfitActing } from './checks/acting.ts';
import { findContradictions } from './checks/contradictions.ts';
import { findUnfitForeign } from './checks/foreign.ts';
import { findIdleHandlers } from './checks/handlers.ts';
import { findUnknownNames, type Problem } from './checks/unknown-names.ts';
import { type Path, parseWithLines } from './lines.ts';
import { type Doctrine, type DoctrineText, doctrineShape } from './shape.ts';

export type { Doctrine, Reads, Writes } from './shape.ts';

/** Where the doctrine stands, from the repository's root. */
export const DOCTRINE_FILE = 'ssot/doctrine.yaml';

/** Kept beside the doctrine, whose content alone is checked, compared and printed. */
const linesOf = new WeakMap<Doctrine, (path: Path) => number>();

/** The doctrine that was read last: parsing takes 50 ms, and tests start many gateways in one process. */
let latest: { readonly key: string; readonly doctrine: Doctrine } | null = null;

/** What the doctrine is read from. */
export interface DoctrineFiles {
  /** `ssot/doctrine.yaml`. */
  readonly doctrine: string;
  /** The folder of the migrations, below which the SQL functions stand. */
  readonly migrations: string;
}

/** @throws SettingsError that names every unknown key, missing key and unknown model, table or function, each with its line. */
export function loadDoctrine({ doctrine: file, migrations }: DoctrineFiles): Doctrine {
  const text = readSettingsText(file);
  const functions = new Map(
    readFunctionFiles(migrations).map(({ name, file: place, line, executors }) => [
      name,
      { file: place, line, executors },
    ]),
  );
  const key = JSON.stringify([text, [...functions]]);
  if (latest?.key !== key) latest = { key, doctrine: readDoctrine(text, file, functions) };
  return latest.doctrine;
}

/** What the file itself says, whatever functions there are. @throws SettingsError that names every unknown and missing key. */
export function loadDoctrineText(file: string): DoctrineText {
  return parseDoctrine(readSettingsText(file), file).value;
}

function readDoctrine(text: string, file: string, functions: Doctrine['functions']): Doctrine {
  const { value, lineOf: lineAt } = parseDoctrine(text, file);
  const doctrine = { ...value, functions };
  linesOf.set(doctrine, lineAt);
  const problems = [
    ...findUnknownNames(doctrine),
    ...findUnfitActing(doctrine),
    ...findContradictions(doctrine),
    ...findIdleHandlers(doctrine),
    ...findUnfitForeign(doctrine),
  ];
  const sentences = problems.map(({ path, message }) => {
    const made = path[0] === 'functions' ? functions.get(String(path[1])) : undefined;
    return made ? `${made.file}:${made.line}: ${message}` : `line ${lineAt(path)}: ${message}`;
  });
  if (sentences.length > 0) throw noDoctrine(file, sentences);
  return doctrine;
}

function parseDoctrine(text: string, file: string): { value: DoctrineText; lineOf: (path: Path) => number } {
  const lined = attempt(() => parseWithLines(text), file);
  const result = doctrineShape.safeParse(lined.value);
  if (result.success) return { value: result.data, lineOf: lined.lineOf };
  const problems = result.error.issues.flatMap(issueToProblems);
  const sentences = problems.map(({ path, message }) => `line ${lined.lineOf(path)}: ${message}`);
  throw noDoctrine(file, sentences);
}

function noDoctrine(file: string, sentences: readonly string[]): SettingsError {
  return new SettingsError(`${file} is not a doctrine:\n${[...new Set(sentences)].join('\n')}`);
}

/** E.g. `ssot/doctrine.yaml:57`: the line of a path, or of the nearest one above it; for a function the line of its file. */
export function lineOf(doctrine: Doctrine, path: Path): string {
  const made = path[0] === 'functions' ? doctrine.functions.get(String(path[1])) : undefined;
  if (made) return `${made.file}:${made.line}`;
  return `${DOCTRINE_FILE}:${linesOf.get(doctrine)?.(path) ?? 1}`;
}

function attempt<T>(read: () => T, file: string): T {
  try {
    return read();
  } catch (error) {
    throw noDoctrine(file, [`line ${error instanceof Error ? error.message : String(error)}`]);
  }
}

function issueToProblems(issue: z.core.$ZodIssue): Problem[] {
  const at = issue.path.join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      message: `${[at, key].filter(Boolean).join('.')} is no key of the doctrine${didYouMean(key, keysAt(issue.path))}`,
    }));
  if (issue.code === 'invalid_union') {
    const deepest = issue.errors.flat().sort((a, b) => b.path.length - a.path.length)[0];
    if (deepest && deepest.path.length > 0)
      return issueToProblems({ ...deepest, path: [...issue.path, ...deepest.path] });
  }
  return [{ path: issue.path, message: `${at || 'the file'}: ${issue.message}` }];
}

/** Keys that there may be at a path. */
function keysAt(path: Path): readonly string[] {
  let nodes: readonly JsonShape[] = [
    z.toJSONSchema(doctrineShape, { io: 'input', unrepresentable: 'any' }) as JsonShape,
  ];
  for (const step of path)
    nodes = nodes.flatMap(alternatives).flatMap(({ properties, additionalProperties: others, items }) => {
      const found = typeof step === 'number' ? items : (properties?.[String(step)] ?? others);
      return typeof found === 'object' ? [found] : [];
    });
  return nodes.flatMap(alternatives).flatMap(({ properties = {} }) => Object.keys(properties));
}

/** What is asked of a JSON Schema here. */
interface JsonShape {
  readonly properties?: Readonly<Record<string, JsonShape>>;
  readonly additionalProperties?: JsonShape | false;
  readonly items?: JsonShape;
  readonly anyOf?: readonly JsonShape[];
}

function alternatives(node: JsonShape): readonly JsonShape[] {
  return node.anyOf ?? [node];
}
