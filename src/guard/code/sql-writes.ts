/** Tables are written from their surface's folder alone: no raw SQL elsewhere, and no client of a REST interface. */
import type ts from 'typescript';
import type { Finding } from '../finding.ts';
import { type Compiler, lineOf, type Module, visitNodes } from './modules.ts';

const NAME = String.raw`("?\w+"?\."?\w+"?|"?\$\{\}"?)`;
/** `update` and `copy` are English too, so they count only with what follows them in SQL. */
const WRITES = [
  new RegExp(String.raw`\binsert\s+into\s+${NAME}`, 'gi'),
  new RegExp(String.raw`\bdelete\s+from\s+(?:only\s+)?${NAME}`, 'gi'),
  new RegExp(String.raw`\bmerge\s+into\s+(?:only\s+)?${NAME}`, 'gi'),
  new RegExp(String.raw`\btruncate\s+(?:table\s+)?(?:only\s+)?${NAME}`, 'gi'),
  new RegExp(String.raw`\bupdate\s+(?:only\s+)?${NAME}\s+(?:as\s+)?(?:\w+\s+)?set\b`, 'gi'),
  new RegExp(String.raw`\bcopy\s+${NAME}\s*(?:\([^)]*\)\s*)?from\b`, 'gi'),
];
const REST_WRITES = ['insert', 'upsert', 'update', 'delete'];

/** @param surfaces Schemas of Postgres that are surfaces, e.g. `ops`: each has a folder of that name. */
export function checkSqlWrites(compiler: Compiler, modules: readonly Module[], surfaces: readonly string[]): Finding[] {
  return modules.flatMap((module) => [
    ...module.texts.flatMap(({ text, line }) => checkText(module.path, text, line, surfaces)),
    ...checkRest(compiler, module),
  ]);
}

/** The tables that a text writes by SQL although the file is not in their surface's folder. @param line Where the text begins. */
export function checkText(path: string, text: string, line: number, surfaces: readonly string[]): Finding[] {
  return WRITES.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const table = (match[1] ?? '').replaceAll('"', '');
      const [schema = ''] = table.split('.');
      const isComputed = /^\$\{\}$/.test(table);
      if (!isComputed && (!surfaces.includes(schema) || path.startsWith(`src/${schema}/`))) return [];
      if (isComputed && surfaces.some((surface) => path.startsWith(`src/${surface}/`))) return [];
      const what = isComputed ? 'a table whose name is put together' : table;
      const home = isComputed ? "its surface's folder" : `src/${schema}/`;
      const at = line + text.slice(0, match.index).split('\n').length - 1;
      return [finding(path, at, `${path} writes ${what} by SQL of its own: that belongs in ${home}`)];
    }),
  );
}

/** `client.from('runs').insert(…)`, as supabase-js has it. */
function checkRest(compiler: Compiler, { path, source }: Module): Finding[] {
  const found: Finding[] = [];
  visitNodes(compiler, source, (node) => {
    if (!compiler.isCallExpression(node) || !compiler.isPropertyAccessExpression(node.expression)) return;
    const { name, expression } = node.expression;
    const table = REST_WRITES.includes(name.text) ? tableOf(compiler, expression) : null;
    if (table !== null)
      found.push(
        finding(
          path,
          lineOf(source, node),
          `${path} writes ${table} over REST, past the gateway's own ways of writing`,
        ),
      );
  });
  return found;
}

function tableOf(compiler: Compiler, expression: ts.Expression): string | null {
  if (!compiler.isCallExpression(expression) || !compiler.isPropertyAccessExpression(expression.expression))
    return null;
  const { name, expression: client } = expression.expression;
  const [first] = expression.arguments;
  const isConversion = compiler.isIdentifier(client) && ['Buffer', 'Array', 'Object'].includes(client.text);
  return name.text === 'from' && first && compiler.isStringLiteralLike(first) && !isConversion ? first.text : null;
}

function finding(file: string, line: number, message: string): Finding {
  return { rule: 'code/foreign-write', message, file, line };
}
