/**
 * What is done once per key. A function whose file says
 *
 *     -- Once per key: 'renameSpace', jsonb_build_array(space_id, name, expected_version)
 *
 * holds what it does alone. In the database it stands in the guard of `migrations/functions/once.template.sql`: its second
 * call with the same key answers what the first one did. The line has the arguments of `work.begin_once` after the key: what
 * is done, and the input that both calls must share. Two more lines are for answers of other types than `uuid` and `jsonb`:
 * `Kept: …`, the answer as JSON, and `Repeated: …`, what the second call returns of that JSON, which is `answer` there.
 * A line goes on in one that begins with `--` and three spaces.
 */

/** The guard's file, in the folder of the function files. */
export const ONCE_TEMPLATE = 'once.template.sql';

/** What stands below `Raises: …`, and the function as its file has it. */
export interface Once {
  /** The lines, each with its dashes and its end. */
  readonly heading: string;
  /** `create or replace function …;` without the guard. */
  readonly written: string;
}

/** How the answer is kept, and read again, by what the function returns. */
const KEEPING: Readonly<Record<string, { readonly kept: (answer: string) => string; readonly repeated: string }>> = {
  uuid: { kept: (answer) => `jsonb_build_object('id', ${answer})`, repeated: `answer ->> 'id'` },
  jsonb: { kept: (answer) => answer, repeated: 'answer' },
};

const LINE = /^-- (Once per key|Kept|Repeated): (.+\n(?:-- {3}.+\n)*)/gm;
const BODY =
  /^([\s\S]*?\bas \$\$\n(?:#.*\n)?)(?:declare\n([\s\S]*?))??begin\n([\s\S]*?)^ {2}return (query )?((?:(?!^ {2}return\b)[\s\S])*);\nend\n(\$\$;)$/m;

/**
 * Puts the guard around a function's text.
 *
 * @param template The text of `ONCE_TEMPLATE`.
 * @returns The function as the database has it, or what is wrong with the file, as half a sentence.
 */
export function guardOnce({ heading, written }: Once, template: string): { definition: string } | { problem: string } {
  const lines = new Map([...heading.matchAll(LINE)].map(([, name = '', value = '']) => [name, joinLines(value)]));
  const [, head = '', declarations = '', statements = '', query = '', answer = '', end] = BODY.exec(written) ?? [];
  if (end === undefined || /^\s*return\b/m.test(statements))
    return { problem: 'is done once per key, so that it returns once: in the last line before "end"' };
  const [, type = ''] = /\)\s+returns ((?:setof )?[\w.]+)/.exec(head) ?? [];
  const kept = lines.get('Kept') ?? KEEPING[type]?.kept(answer);
  const repeated = lines.get('Repeated') ?? KEEPING[type]?.repeated;
  const once = lines.get('Once per key');
  if (kept === undefined || repeated === undefined || once === undefined)
    return { problem: `returns ${type}: say "Once per key: …", "Kept: …" and "Repeated: …"` };
  const parts: Readonly<Record<string, string>> = { once, declarations, repeated, statements, kept, answer };
  const returning = query === '' ? template : returnQueries(template);
  const body = returning
    .replace(/^--.*\n/gm, '')
    .replace(/^ *\{(declarations|statements)\}\n/gm, (_, name: string) => parts[name] ?? '')
    .replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? '');
  return { definition: `${head}${body}${end}` };
}

function joinLines(value: string): string {
  return value.trimEnd().replace(/\n--/g, '\n ');
}

/** Of a set, `return query` goes on, and `return` ends. */
function returnQueries(template: string): string {
  return template
    .replace('return {repeated};', 'return query {repeated};\n    return;')
    .replace('return {answer};', 'return query {answer};');
}
