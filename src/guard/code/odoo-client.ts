/** Only `src/odoo/` speaks to Odoo. `ssot/guard-exceptions.yaml` names each other file that does, with the reason. */
import type { Finding } from '../finding.ts';
import type { Tree } from '../tree.ts';
import type { Module } from './modules.ts';

const HOME = 'src/odoo/';
/** Texts that only a caller of Odoo contains: the paths and the method of its protocols. */
export const speaksOdoo = /\/json\/2\/|\/jsonrpc\b|\/xmlrpc\/2|\/web\/(dataset|session)\/|\bexecute_kw\b/;
/** Modules of the client that put something on the wire. */
const WIRE = /^src\/odoo\/(wire|json2|jsonrpc|xmlrpc|execute-kw)\.ts$/;
const PACKAGES = /^xmlrpc$|odoo/i;

/** Each place outside of the client that speaks to Odoo, and each package that would. */
export function checkOdooClients(modules: readonly Module[], tree: Tree): Finding[] {
  const strangers = modules.filter(({ path }) => !path.startsWith(HOME));
  return [...strangers.flatMap(checkOdooModule), ...checkPackages(tree)];
}

/** Once a module: what speaks Odoo's protocol in one place does so in ten. */
export function checkOdooModule({ path, imports, texts }: Module): Finding[] {
  const imported = imports.find(
    ({ target }) => WIRE.test(target) || (!target.startsWith('src/') && PACKAGES.test(target)),
  );
  const said = texts.find(({ text }) => speaksOdoo.test(text));
  const first = imported
    ? { what: `imports ${imported.target}`, line: imported.line }
    : said && { what: "speaks Odoo's protocol", line: said.line };
  if (!first) return [];
  const message = `${path} ${first.what}: a second client of Odoo. Take an OdooCall of src/odoo/, or give the reason in ssot/guard-exceptions.yaml`;
  return [{ rule: 'code/second-odoo-client', message, file: path, line: first.line }];
}

function checkPackages(tree: Tree): Finding[] {
  if (!tree.has('package.json')) return [];
  const { dependencies = {} } = JSON.parse(tree.read('package.json')) as { dependencies?: Record<string, string> };
  return Object.keys(dependencies)
    .filter((name) => /odoo/i.test(name))
    .map((name) => ({
      rule: 'code/second-odoo-client',
      message: `The package ${name} is a client of Odoo: src/odoo/ is the one`,
      file: 'package.json',
      line:
        tree
          .read('package.json')
          .split('\n')
          .findIndex((line) => line.includes(`"${name}"`)) + 1,
    }));
}
