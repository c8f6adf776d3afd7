/** No service keeps its data in SQLite or MySQL: what compose files, Helm values and templates of environments say. */
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Finding } from '../finding.ts';
import type { Tree } from '../tree.ts';
import { lineAt } from './platform.ts';

const COMPOSE = /(^|\/)(docker-)?compose([.-][\w.-]+)?\.ya?ml$/;
/** Where a chart of Helm names the charts that it brings along. */
const CHART = /(^|\/)(Chart|requirements)\.ya?ml$/;
const FILES = [
  COMPOSE,
  // Helm: values, and the templates that they go into.
  /(^|\/)values([.-][\w.-]+)?\.ya?ml$/,
  /(^|\/)templates\/[\w./-]+\.(ya?ml|tpl)$/,
  CHART,
  // `.env.example`, `env.template`, `superset.env`.
  /(^|\/)(\.env(\.[\w.-]+)?|[\w.-]*\.env(\.(example|sample|template|dist))?|env\.(example|sample|template|dist))$/,
  /(^|\/)(Dockerfile|Containerfile)(\.[\w-]+)?$/,
  /(^|\/)superset_config[\w.-]*\.py$/,
];
/** Tests may; they keep nothing. */
const TESTS = /(^|\/)(tests?|__tests__|e2e|fixtures)\/|(^|\/)(docker-)?compose[.-](test|e2e|ci)\b|\.env\.test\b/;

const ENGINE = '(?:better-)?sqlite\\w*|mysql\\w*|mariadb\\w*';
const KEY = '[\\w.-]*(?:type|engine|driver|dialect|client|connection|vendor|backend|_db)';
/** What a value may begin with: a quote, the default of a variable, a module of Python. */
const BEFORE = '["\']?(?:\\$\\{\\w+:?-)?(?:[\\w.]+\\.)?';

/** Each way to say it: where the name stands among the groups, and the engine. */
const SAID: readonly {
  readonly form: RegExp;
  readonly name: number;
  readonly engine: number;
  /** Files in which alone it says so; absent, in all. */
  readonly only?: RegExp;
}[] = [
  // sqlite:///data.db, mysql+pymysql://…, jdbc:mysql://…
  {
    form: /(?:([\w.-]+)["']?\s*[:=]\s*["']?(?:\$\{\w+:?-)?)?\b(?:jdbc:)?(sqlite3?|mysql2?|mariadb)(?:\+\w+)?:(?=\/|:memory:|[\w.]+\.\w)/gi,
    name: 1,
    engine: 2,
  },
  // DB_TYPE=sqlite, type: mysql, ENGINE: django.db.backends.sqlite3
  {
    form: new RegExp(`(?:^|[\\s{[,"'])(${KEY})["']?\\s*[:=]\\s*${BEFORE}(${ENGINE})(?=$|[\\s"',}\\]])`, 'gim'),
    name: 1,
    engine: 2,
  },
  // - name: DB_TYPE, and its value in the next line
  {
    form: new RegExp(`name:\\s*["']?(${KEY})["']?\\s*\\n\\s*value:\\s*${BEFORE}(${ENGINE})(?=$|[\\s"'}])`, 'gim'),
    name: 1,
    engine: 2,
  },
  // DB_FILE: /data/app.sqlite3
  { form: /([\w.-]+)["']?\s*[:=]\s*["']?[\w./${}:-]+\.(sqlite3?)\b/gi, name: 1, engine: 2 },
  // DATABASE_URL=file:./dev.db, as Prisma has it
  { form: /([\w.-]*(?:URL|URI|DSN))["']?\s*[:=]\s*["']?(file):[^\s"'?]*\.db\b/g, name: 1, engine: 2 },
  // dependencies: - name: mariadb
  { form: /^[ \t]*(?:- )?(name):\s*["']?(mysql|mariadb)\b/gm, name: 1, engine: 2, only: CHART },
  // MYSQL_HOST=…, DB_MYSQLDB_HOST=…
  {
    form: /(?:^|[\s{[,"'])((?:\w+_)?(MYSQL|MYSQLDB|MARIADB)_(?:HOST|URL|DATABASE|USER|ROOT_PASSWORD))["']?\s*[:=]\s*["']?[^\s"']/gm,
    name: 1,
    engine: 2,
  },
  // image: mysql:8, repository: bitnami/mariadb
  {
    form: /\b(image|repository|FROM)["']?[:\s]\s*["']?(?:[\w.-]+(?::\d+)?\/)*(mysql|mariadb|percona)(?:-server)?(?=[:@"'\s]|$)/gm,
    name: 1,
    engine: 2,
  },
  // mysql: { enabled: true } of a chart
  { form: /^[ \t]*((mysql|mariadb)):\s*(?:\n\s+|\{\s*)enabled:\s*true\b/gm, name: 1, engine: 2 },
];

/** Services that take SQLite where nobody says otherwise, and the variable that says so. */
const DEFAULTS: readonly (readonly [image: RegExp, variable: string, wanted: string])[] = [
  [/(^|\/)n8n(io\/n8n)?([:@]|$)/, 'DB_TYPE', 'postgresdb'],
  [/(^|\/)grafana([:@]|$)/, 'GF_DATABASE_TYPE', 'postgres'],
];

/** One finding for each line that says so. */
export function checkServiceStores(tree: Tree): Finding[] {
  return tree
    .list('.')
    .filter((path) => !TESTS.test(path) && FILES.some((form) => form.test(path)))
    .flatMap((path) => {
      const text = withoutComments(tree.read(path), path);
      return [...checkText(path, text), ...(COMPOSE.test(path) ? checkDefaults(path, text, tree) : [])];
    });
}

/** Blank, so that lines stay where they are. */
function withoutComments(text: string, path: string): string {
  const blank = text.replace(/(^|\s)#.*$/gm, '$1');
  return path.endsWith('.tpl') ? blank.replace(/\{\{-?\s*\/\*[\s\S]*?\*\/\s*-?\}\}/g, '') : blank;
}

function checkText(path: string, text: string): Finding[] {
  const found = new Map<number, Finding>();
  for (const { form, name, engine } of SAID.filter(({ only }) => only?.test(path) ?? true))
    for (const match of text.matchAll(form)) {
      const line = lineAt(text, match.index + match[0].search(/\S/));
      const said = match[name]
        ? `${match[name]} says ${nameOf(match[engine] ?? '')}`
        : `This is ${nameOf(match[engine] ?? '')}`;
      if (!found.has(line)) found.set(line, finding(path, line, said));
    }
  return [...found.values()];
}

function nameOf(engine: string): string {
  return /sqlite|file/i.test(engine) ? 'SQLite' : 'MySQL';
}

function checkDefaults(path: string, text: string, tree: Tree): Finding[] {
  const document = parseDocument(text);
  const services = isMap(document.contents) ? document.contents.get('services', true) : null;
  if (!isMap(services)) return [];
  return services.items.flatMap(({ key, value }) => {
    if (!isMap(value) || value.has('env_file') || value.has('extends')) return [];
    const image = value.get('image');
    const known = DEFAULTS.find(([form]) => typeof image === 'string' && form.test(image));
    if (!known || namesOf(value.get('environment', true)).includes(known[1])) return [];
    const at = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
    return [
      finding(
        path,
        lineAt(tree.read(path), at),
        `${String(key)} says no ${known[1]}, and takes SQLite without ${known[2]}`,
      ),
    ];
  });
}

/** Names of variables, of a map or of a list such as `- DB_TYPE=postgresdb`. */
function namesOf(environment: unknown): string[] {
  if (isMap(environment)) return environment.items.map(({ key }) => String(key));
  return isSeq(environment) ? environment.items.map((item) => String(item).split('=')[0] ?? '') : [];
}

function finding(file: string, line: number, said: string): Finding {
  const message = `${said}: a service keeps its data in PostgreSQL. Give it one, or say in ssot/guard-exceptions.yaml why this zone may do without`;
  return { rule: 'code/service-store', message, file, line };
}
