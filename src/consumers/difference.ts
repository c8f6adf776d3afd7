/** Compares two texts line by line: the expected lines that are missing, and the lines in their place. */

/** Equal lines shown before and after a change. */
const CONTEXT = 3;

/** Lines with `-`, `+` or a space before them, and `…` where equal ones are left out; empty where the texts are equal. */
export function diffLines(expected: string, actual: string): string {
  if (expected === actual) return '';
  const steps = align(expected.split('\n'), actual.split('\n'));
  const changed = steps.flatMap(({ mark }, index) => (mark === ' ' ? [] : [index]));
  const isShown = (index: number) => changed.some((at) => Math.abs(at - index) <= CONTEXT);
  return steps
    .flatMap(({ mark, line }, index) => {
      if (isShown(index)) return [`${mark} ${line}`];
      return isShown(index + 1) ? ['…'] : [];
    })
    .join('\n');
}

interface Step {
  readonly mark: '-' | '+' | ' ';
  readonly line: string;
}

/** Cuts off the common beginning and end, and compares the rest by its longest common subsequence. */
function align(before: readonly string[], after: readonly string[]): Step[] {
  let head = 0;
  while (head < before.length && before[head] === after[head]) head += 1;
  let tail = 0;
  const shorter = Math.min(before.length, after.length) - head;
  while (tail < shorter && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const equal = (lines: readonly string[]) => lines.map((line): Step => ({ mark: ' ', line }));
  return [
    ...equal(before.slice(0, head)),
    ...alignMiddle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...equal(before.slice(before.length - tail)),
  ];
}

function alignMiddle(before: readonly string[], after: readonly string[]): Step[] {
  const lengths = commonLengths(before, after);
  const steps: Step[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      steps.push({ mark: ' ', line: before[i] as string });
      [i, j] = [i + 1, j + 1];
    } else if (i < before.length && (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? -1)) {
      steps.push({ mark: '-', line: before[i] as string });
      i += 1;
    } else {
      steps.push({ mark: '+', line: after[j] as string });
      j += 1;
    }
  }
  return steps;
}

/** `lengths[i][j]` is the length of the longest common subsequence of the lines from i and from j on. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint32Array[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const [row, below] = [lengths[i] as Uint32Array, lengths[i + 1] as Uint32Array];
    for (let j = after.length - 1; j >= 0; j -= 1)
      row[j] =
        before[i] === after[j] ? (below[j + 1] as number) + 1 : Math.max(below[j] as number, row[j + 1] as number);
  }
  return lengths;
}
