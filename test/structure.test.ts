/** The house rules of DESIGN.md and STYLE.md that a machine can check. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import ts from 'typescript';
import { describe, expect, it, vi } from 'vitest';
import { loadDoctrine } from '../src/doctrine/load.ts';
import { packagePaths } from '../src/paths.ts';
import { createGatewaySchema } from '../src/schema.ts';
import { readSdl } from '../src/sdl/load.ts';
import { LONG } from '../vitest.config.ts';
import { ALSO, MAY_IMPORT, WIRES } from './support/import-table.ts';

/** Processes of their own; the second is the recorder's. */
const MAINS = ['src/main.ts', 'src/demo/record/main.ts'];
/** They name a process that holds a lock, and end or look for another. */
const HOLDERS = ['src/delivery/pull-requests/other-processes.ts', 'src/demo/state.ts'];
const MAX_LINES = 400;

const ROOT = join(import.meta.dirname, '..');

interface Module {
  /** From the repository's root, e.g. `src/plan/plan.ts`. */
  readonly path: string;
  readonly text: string;
  readonly source: ts.SourceFile;
  /** What it imports: a package, or a path such as `src/errors.ts`. */
  readonly imports: readonly string[];
}

function readModules(folder: string): Module[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/node_modules|generated/.test(name))
    .map((name) => readModule(join(folder, name)));
}

function readModule(path: string): Module {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const imports = ts.preProcessFile(text).importedFiles.map(({ fileName }) => {
    if (!fileName.startsWith('.')) return fileName;
    return relative(ROOT, join(ROOT, dirname(path), fileName));
  });
  return { path, text, source, imports };
}

/** `src/plan/plan.ts` → `plan`, `src/errors.ts` → `errors.ts`. */
const partOf = (path: string) => path.split('/')[1] ?? '';

function findNodes(module: Module, is: (node: ts.Node) => boolean): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (is(node)) found.push(`${module.path}: ${node.getText(module.source).slice(0, 60)}`);
    ts.forEachChild(node, visit);
  };
  visit(module.source);
  return found;
}

/** Files that import each other, directly or through others: one entry a circle, its files in the order of the imports. */
function findCircles(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (trail.includes(path) || done.has(path)) return;
    for (const next of imports.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of imports.keys()) visit(path, []);
  return circles;
}

const sources = readModules('src');
const modules = [...sources, ...['test', 'bench', 'console'].flatMap(readModules), readModule('vitest.config.ts')];

describe('imports', () => {
  it('go only where the table allows, and every part of src is in the table', () => {
    const strangers = sources.flatMap(({ path, imports }) =>
      imports
        .filter((target) => target.startsWith('src/') && partOf(target) !== partOf(path))
        .filter((target) => !MAY_IMPORT[partOf(path)]?.includes(partOf(target)))
        .map((target) => `${path} imports ${target}`),
    );
    expect(strangers).toEqual([]);
    expect(sources.map(({ path }) => partOf(path)).filter((part) => !MAY_IMPORT[part])).toEqual([]);
  });

  it('are of parts that there are', () => {
    const parts = new Set(readdirSync(join(ROOT, 'src')));
    const named = [...Object.keys(MAY_IMPORT), ...[MAY_IMPORT, ALSO].flatMap((table) => Object.values(table).flat())];
    expect([...named, ...Object.values(WIRES)].filter((part) => !parts.has(part))).toEqual([]);
  });

  it('never lead from src to tests, the bench or what is generated', () => {
    const out = sources.flatMap(({ path, imports }) =>
      imports.filter((target) => /^(test|bench|src\/generated)\//.test(target)).map((target) => `${path} → ${target}`),
    );
    expect(out).toEqual([]);
  });

  it('run in no circle, as the table itself does not', () => {
    const circles: string[] = [];
    const visit = (part: string, trail: readonly string[]): void => {
      if (trail.includes(part)) circles.push([...trail.slice(trail.indexOf(part)), part].join(' → '));
      else for (const next of MAY_IMPORT[part] ?? []) visit(next, [...trail, part]);
    };
    for (const part of Object.keys(MAY_IMPORT)) visit(part, []);
    expect(circles).toEqual([]);
  });

  it('run in no circle from file to file, those of types included', () => {
    expect(findCircles(new Map(sources.map(({ path, imports }) => [path, imports])))).toEqual([]);
  });

  it.each(Object.entries(WIRES))('of %s stand in %s alone', (name, part) => {
    const importers = sources.filter(({ imports }) =>
      imports.some((target) => target === name || target.startsWith(`${name}/`)),
    );
    const elsewhere = importers.filter(({ path }) => partOf(path) !== part && !ALSO[name]?.includes(partOf(path)));
    expect(elsewhere.map(({ path }) => path)).toEqual([]);
  });

  it('aside, seven files ask over HTTP: handlers at a URL, for the keys of an identity provider, Odoo, a gateway that consumers ask, for the health of systems, GitHub, and language models', () => {
    const isAsking = (node: ts.Node) =>
      (ts.isCallExpression(node) && /^(globalThis\.)?fetch$/.test(node.expression.getText())) ||
      (ts.isImportSpecifier(node) && /^(request|get)$/.test((node.propertyName ?? node.name).getText()));
    const callers = sources.filter((module) => findNodes(module, isAsking).length > 0).map(({ path }) => path);
    // The recorder is a program of its own.
    expect(callers.filter((path) => !path.startsWith('src/demo/record/')).sort()).toEqual([
      'src/agents/post.ts',
      'src/auth/key-set.ts',
      'src/consumers/ask-url.ts',
      'src/delivery/ask-http.ts',
      'src/delivery/pull-requests/list-open.ts',
      'src/odoo/wire.ts',
      'src/work/search/openai-client.ts',
    ]);
  });

  it('do nothing: no timer, no connection, no file', async () => {
    // The test runner has timers of its own, which come and go.
    const open = () => process.getActiveResourcesInfo().filter((kind) => /TCP|Pipe|Server|FSEvent|Worker/.test(kind));
    // MCP's SDK imports `node:process`, and so all that this has: standard input, from which nobody reads.
    void process.stdin;
    const before = open().sort();
    const timers = vi.spyOn(globalThis, 'setInterval');
    for (const { path } of sources)
      if (!MAINS.includes(path) && !path.endsWith('.d.ts')) await import(join(ROOT, path));
    expect(timers).not.toHaveBeenCalled();
    timers.mockRestore();
    expect(open().sort()).toEqual(before);
  });
});

describe('a request', () => {
  it.each([
    ['variables', 'getVariableValues', 'src/execution/executor.ts'],
    ['arguments of fields', 'getArgumentValues', 'src/plan/arguments.ts'],
  ])('has its %s coerced in one place', (_what, name, place) => {
    const isUse = (node: ts.Node) => ts.isImportSpecifier(node) && node.name.text === name;
    const users = sources.filter((module) => findNodes(module, isUse).length > 0).map(({ path }) => path);
    expect(users).toEqual([place]);
  });
});

describe('the process', () => {
  it('is touched by main alone; two files name the process that holds a lock, and end others', () => {
    const isProcess = (node: ts.Node) => ts.isIdentifier(node) && node.text === 'process';
    const users = sources.filter((module) => findNodes(module, isProcess).length > 0).map(({ path }) => path);
    expect(users.sort()).toEqual([...MAINS, ...HOLDERS].sort());
    const isUse = (node: ts.Node) => ts.isPropertyAccessExpression(node) && node.expression.getText() === 'process';
    for (const holder of sources.filter(({ path }) => HOLDERS.includes(path))) {
      const used = findNodes(holder, isUse).map((text) => text.split('process.')[1]);
      expect(new Set(used)).toEqual(new Set(['pid', 'kill']));
    }
  });

  it('reads its environment nowhere else', () => {
    const readers = sources
      .filter(({ text }) => /\bprocess\.env\b|import\.meta\.env/.test(text))
      .map(({ path }) => path);
    expect(readers.sort()).toEqual([...MAINS].sort());
  });
});

describe('style', () => {
  it(`keeps every file within ${MAX_LINES} lines`, () => {
    const long = modules.filter(({ text }) => text.split('\n').length > MAX_LINES + 1).map(({ path }) => path);
    expect(long).toEqual([]);
    const sdl = readdirSync(join(ROOT, 'schema'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.graphql'),
    );
    const longSdl = sdl.filter(
      (name) => readFileSync(join(ROOT, 'schema', name), 'utf8').split('\n').length > MAX_LINES + 1,
    );
    expect(longSdl).toEqual([]);
  });

  it.each<[string, (node: ts.Node) => boolean]>([
    ['any', (node) => node.kind === ts.SyntaxKind.AnyKeyword],
    ['export *', (node) => ts.isExportDeclaration(node) && !node.exportClause],
    ['enum', ts.isEnumDeclaration],
    ['namespace', ts.isModuleDeclaration],
  ])('has no `%s`', (name, is) => {
    // A declaration of types for a package, or for vitest, is a module declaration.
    const checked = name === 'namespace' ? sources.filter(({ path }) => !path.endsWith('.d.ts')) : modules;
    expect(checked.flatMap((module) => findNodes(module, is))).toEqual([]);
  });

  it('has default exports only where a tool asks for one', () => {
    const isDefault = (node: ts.Node) =>
      ts.isExportAssignment(node) ||
      (node.kind === ts.SyntaxKind.DefaultKeyword && ts.isFunctionDeclaration(node.parent));
    const files = modules.filter((module) => !module.path.endsWith('.d.ts') && findNodes(module, isDefault).length > 0);
    expect(files.map(({ path }) => path).sort()).toEqual([
      'console/vite.config.ts',
      'test/support/global-setup.ts',
      'vitest.config.ts',
    ]);
  });

  it('begins every module of src with a comment that says what it is', () => {
    const bare = sources.filter(({ text }) => !/^(#!.*\n)?\/\*\*/.test(text)).map(({ path }) => path);
    expect(bare).toEqual([]);
  });
});

describe('the generic layers', () => {
  const { catalog, follows } = createGatewaySchema(readSdl(packagePaths().schema), loadDoctrine(packagePaths()));
  const types = [...catalog.values()].filter(({ surface }) => surface !== 'odoo');
  const tables = types.map(({ source }) => source.split('.')[1] ?? '');
  const things = types.map(({ name }) => name.charAt(0).toLowerCase() + name.slice(1));
  const names = new Set([...tables, ...things, ...[...follows.values()].map(({ channel }) => channel)]);
  const keys = things.map((thing) => `${thing.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}_id`);
  const inside = new RegExp(`\\b((ops|work)\\.[a-z]\\w*|${keys.join('|')})\\b`);
  const longNames = types.map(({ name }) => name).filter((name) => /[a-z][A-Z]/.test(name));
  const longName = new RegExp(`(${longNames.join('|')})(s|[A-Z]|$)`);
  // Words of PostgreSQL's own too.
  for (const word of ['role', 'database']) names.delete(word);

  it.each(['postgres', 'execution', 'live', 'mcp'])('name no entity: %s', (folder) => {
    const isNamed = (node: ts.Node) => {
      if (ts.isIdentifier(node)) return longName.test(node.text);
      const isText =
        ts.isStringLiteralLike(node) ||
        node.kind === ts.SyntaxKind.TemplateHead ||
        ts.isTemplateMiddleOrTemplateTail(node);
      return isText && (names.has((node as ts.LiteralLikeNode).text) || inside.test((node as ts.LiteralLikeNode).text));
    };
    const found = sources.filter(({ path }) => partOf(path) === folder).flatMap((module) => findNodes(module, isNamed));
    expect(found).toEqual([]);
  });
});

describe('the schema', () => {
  const paths = packagePaths();
  const { schema } = createGatewaySchema(readSdl(paths.schema), loadDoctrine(paths));

  it('describes every type, field, argument, enum value and directive, derived ones too', () => {
    expect(findUndescribed(schema)).toEqual([]);
  });

  it('keeps every root field nullable', () => {
    const strict = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ type }) =>
      String(type).endsWith('!'),
    );
    expect(strict.map(({ name }) => name)).toEqual([]);
  });

  it('keeps every link nullable', () => {
    const links = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) =>
        Object.values(type.getFields())
          .filter(({ astNode }) => astNode?.directives?.some(({ name }) => name.value === 'link'))
          .map((field) => `${type.name}.${field.name}: ${field.type}`),
      );
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((link) => link.endsWith('!'))).toEqual([]);
  });
});

it('no test is left out of both suites', () => {
  const embeddedAlone = /skipIf\(isRealStack\)|runIf\(!isRealStack\)/;
  expect(LONG.filter((file) => embeddedAlone.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
});

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
}

function findUndescribed(schema: GraphQLSchema): string[] {
  const missing: string[] = [];
  const see = (at: string, { description }: Described) => {
    if (!description?.trim()) missing.push(at);
  };
  const seeAll = (at: string, items: readonly Described[]) => {
    for (const item of items) see(`${at}.${item.name}`, item);
  };
  for (const directive of schema.getDirectives()) {
    see(`@${directive.name}`, directive);
    seeAll(`@${directive.name}`, directive.args);
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    // The root types of an SDL that is spread over files are extended, and described as what they are.
    if (type !== schema.getQueryType()) see(type.name, type);
    if (isEnumType(type)) seeAll(type.name, type.getValues());
    if (isInputObjectType(type)) seeAll(type.name, Object.values(type.getFields()));
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      see(`${type.name}.${field.name}`, field);
      seeAll(`${type.name}.${field.name}`, field.args);
    }
  }
  return missing;
}
