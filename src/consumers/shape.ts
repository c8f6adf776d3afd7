/** Whether two answers have one shape: for a gateway whose data are not those of the goldens. */

type Kind = 'list' | 'object' | 'string' | 'number' | 'boolean' | 'null';

/**
 * Each place where the answer is not made as the golden is: other keys, another kind of value, other codes of errors.
 * Null fits every kind, and an empty list every list: both say nothing of the rest.
 *
 * @param freeForm Places at which anything may stand, as `findFreeForm` finds them.
 */
export function compareShape(golden: Fields, answer: Fields, freeForm: ReadonlySet<string>): string[] {
  const [expected, actual] = [errorsOf(golden), errorsOf(answer)];
  const errors = [
    ...expected.filter((error) => !actual.includes(error)).map((error) => `there is no ${error}`),
    ...actual.filter((error) => !expected.includes(error)).map((error) => `there is ${error}, which was not expected`),
  ];
  return [...errors, ...compare(golden.data, answer.data, { path: 'data', freeForm })];
}

/** Keeps an error's code and place alone: a message may name a key of the data. */
function errorsOf({ errors }: Fields): string[] {
  const found = ((errors ?? []) as readonly Fields[]).map(({ path, extensions }) => {
    const place = Array.isArray(path) ? path.map((step) => (typeof step === 'number' ? '*' : step)).join('.') : '';
    return `${(extensions as Fields | undefined)?.code} at ${place}`;
  });
  return [...new Set(found)];
}

interface Place {
  readonly path: string;
  readonly freeForm: ReadonlySet<string>;
}

function compare(golden: unknown, answer: unknown, { path, freeForm }: Place): string[] {
  const [expected, actual] = [kindOf(golden), kindOf(answer)];
  if (expected === 'null' || actual === 'null' || freeForm.has(path.replaceAll('.*', ''))) return [];
  if (expected !== actual) return [`${path} is ${actual}, and ${expected} was expected`];
  if (expected === 'list') {
    const item = mergeAll(golden as readonly unknown[]);
    const place = { path: `${path}.*`, freeForm };
    return [...new Set((answer as readonly unknown[]).flatMap((one) => compare(item, one, place)))];
  }
  return expected === 'object' ? compareObjects(golden as Fields, answer as Fields, { path, freeForm }) : [];
}

type Fields = Readonly<Record<string, unknown>>;

function compareObjects(golden: Fields, answer: Fields, { path, freeForm }: Place): string[] {
  const missing = Object.keys(golden).filter((key) => !Object.hasOwn(answer, key));
  const more = Object.keys(answer).filter((key) => !Object.hasOwn(golden, key));
  return [
    ...missing.map((key) => `${path}.${key} is absent`),
    ...more.map((key) => `${path}.${key} was not expected`),
    ...Object.keys(golden).flatMap((key) => {
      const place = { path: `${path}.${key}`, freeForm };
      return Object.hasOwn(answer, key) ? compare(golden[key], answer[key], place) : [];
    }),
  ];
}

/** One item with all that any item of the list has. */
function mergeAll(items: readonly unknown[]): unknown {
  return items.reduce<unknown>(merge, null);
}

function merge(one: unknown, other: unknown): unknown {
  if (kindOf(one) === 'null') return other;
  if (kindOf(one) === 'list' && kindOf(other) === 'list') return [...(one as unknown[]), ...(other as unknown[])];
  if (kindOf(one) !== 'object' || kindOf(other) !== 'object') return one;
  const [first, second] = [one as Fields, other as Fields];
  const keys = new Set([...Object.keys(first), ...Object.keys(second)]);
  return Object.fromEntries([...keys].map((key) => [key, merge(first[key], second[key])]));
}

function kindOf(value: unknown): Kind {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'list';
  return typeof value as Kind;
}
