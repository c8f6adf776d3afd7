/** The platform writes the ledger by its helpers alone, and Odoo not at all: a script that does either is found. */
import type ts from 'typescript';
import type { Finding } from '../finding.ts';
import { type Compiler, lineOf, type Module, visitNodes } from './modules.ts';
import { checkOdooModule, speaksOdoo } from './odoo-client.ts';
import { lineAt, type Platform, type TextFile } from './platform.ts';
import { checkText } from './sql-writes.ts';

const WRITES = ['insert', 'upsert', 'update', 'delete'];
/** Packages of Python that speak Odoo's protocol; `odoo` itself is what an addon imports. */
const ODOO_PACKAGES = /^\s*(?:import|from)\s+(xmlrpc(?:\.client)?|odoorpc|erppeek|odooly|aio_odoorpc)\b/m;

/** The surfaces, and the tables that the doctrine gives to the ledger. */
export interface Owned {
  readonly surfaces: readonly string[];
  /** Bare names of the ledger's tables, e.g. `runs`. */
  readonly ledger: ReadonlySet<string>;
}

/** Each place that writes past the helpers, or asks Odoo by itself. */
export function checkPlatformWrites(compiler: Compiler, { modules, files }: Platform, owned: Owned): Finding[] {
  return [
    ...modules.flatMap((module) => [
      ...checkOdooModule(module),
      ...module.texts.flatMap(({ text, line }) => checkText(module.path, text, line, owned.surfaces)),
      ...checkRest(compiler, module, owned),
    ]),
    ...files.flatMap((file) => [
      ...checkOdooText(file),
      ...checkText(file.path, file.text, 1, owned.surfaces),
      ...checkRestText(file, owned),
    ]),
  ];
}

function checkOdooText({ path, text }: TextFile): Finding[] {
  const index = Math.max(ODOO_PACKAGES.exec(text)?.index ?? -1, text.search(speaksOdoo));
  if (index < 0) return [];
  const message = `${path} speaks Odoo's protocol: a second client of Odoo. Ask the gateway, and write by requestOdooWrite`;
  return [{ rule: 'code/second-odoo-client', message, file: path, line: lineAt(text, index) }];
}

/** `client.schema('ops').from('runs').insert(…)`, or a table of the ledger by its bare name; other tables are row-level security's. */
function checkRest(compiler: Compiler, { path, source, texts }: Module, { ledger }: Owned): Finding[] {
  const found: Finding[] = [];
  visitNodes(compiler, source, (node) => {
    if (!compiler.isCallExpression(node) || !compiler.isPropertyAccessExpression(node.expression)) return;
    const { name, expression } = node.expression;
    if (!WRITES.includes(name.text)) return;
    const said = saidInChain(compiler, expression);
    const table = tableOf(said, ledger);
    if (table) found.push(pastHelpers(path, lineOf(source, node), table));
  });
  const profile = texts.find(({ text }) => /^content-profile$/i.test(text));
  if (profile && texts.some(({ text }) => text === 'ops')) found.push(pastHelpers(path, profile.line, 'ops'));
  return found;
}

/** Texts given to `schema`, `from` and `table` in the calls before, e.g. `schema:ops`. */
function saidInChain(compiler: Compiler, expression: ts.Expression): Map<string, string> {
  const said = new Map<string, string>();
  for (let at: ts.Expression = expression; compiler.isCallExpression(at); ) {
    const [first] = at.arguments;
    const text = first && compiler.isStringLiteralLike(first) ? first.text : '';
    if (!compiler.isPropertyAccessExpression(at.expression)) {
      // A builder of queries that is called with its table, `db('ops.runs')`.
      if (text.startsWith('ops.')) said.set('table', text);
      break;
    }
    said.set(at.expression.name.text, text);
    at = at.expression.expression;
  }
  return said;
}

function tableOf(said: ReadonlyMap<string, string>, ledger: ReadonlySet<string>): string | null {
  const table = said.get('from') ?? said.get('table');
  if (table === undefined) return null;
  if (said.get('schema') === 'ops' || table.startsWith('ops.')) return `ops.${table.replace(/^ops\./, '')}`;
  return !said.has('schema') && ledger.has(table) ? `ops.${table}` : null;
}

const REST_TEXT =
  /(?:\.schema\(\s*['"](\w+)['"]\s*\)\s*)?\.(?:table|from_|from)\(\s*['"]([\w.]+)['"]\s*\)[\s\\]*\.(?:insert|upsert|update|delete)\(/g;

function checkRestText({ path, text }: TextFile, { ledger }: Owned): Finding[] {
  return [...text.matchAll(REST_TEXT)].flatMap(({ 1: schema, 2: from = '', index }) => {
    const said = new Map([['from', from], ...(schema ? ([['schema', schema]] as const) : [])]);
    const table = tableOf(said, ledger);
    return table ? [pastHelpers(path, lineAt(text, index), table)] : [];
  });
}

function pastHelpers(file: string, line: number, table: string): Finding {
  const message = `${file} writes ${table} past the ledger's helpers: call a mutation of the gateway, or the helper by rpc`;
  return { rule: 'code/foreign-write', message, file, line };
}
