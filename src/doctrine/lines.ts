/** YAML whose values know the line that they stand on. */
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';

/** The way to a value, e.g. `['readers', 'user', 'odoo', 0]`. */
export type Path = readonly PropertyKey[];

/** A YAML file, read. */
export interface Lined {
  /** As plain values. */
  readonly value: unknown;
  /** The line, from 1, of the value at a path; of the nearest one above where there is none. */
  readonly lineOf: (path: Path) => number;
}

/** @throws Error with the line, where the text is no YAML or names a key twice. */
export function parseWithLines(text: string): Lined {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const [error] = document.errors;
  if (error) throw new Error(`${counter.linePos(error.pos[0]).line}: ${error.message}`);
  return {
    value: document.toJS() as unknown,
    lineOf: (path) => counter.linePos(offsetOf(document.contents, path)).line,
  };
}

/** Offset of the key that leads to a value, or of the item of a list. */
function offsetOf(root: unknown, path: Path): number {
  let offset = 0;
  let at = root;
  for (const step of path) {
    if (isMap(at)) {
      const pair = at.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(step));
      if (!pair) break;
      offset = startOf(pair.key) ?? offset;
      at = pair.value;
    } else if (isSeq(at)) {
      const item = at.items[Number(step)];
      if (item === undefined) break;
      offset = startOf(item) ?? offset;
      at = item;
    } else break;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return (node as { range?: readonly number[] } | null)?.range?.[0];
}
