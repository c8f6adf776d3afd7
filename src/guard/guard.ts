/** The guard: checks one checkout by every rule, and runs none of it. The checks of a running database are in `database.ts`. */
import { join } from 'node:path';
import { type Doctrine, loadDoctrine } from '../doctrine/load.ts';
import { registeredNames } from '../doctrine/secrets.ts';
import { SURFACES } from '../errors.ts';
import { checkAddonsPaths } from './code/addons-path.ts';
import { checkClientSecrets } from './code/client-secrets.ts';
import { type Compiler, loadCompiler, type Module, readModules } from './code/modules.ts';
import { checkOdooClients } from './code/odoo-client.ts';
import { type Platform, readPlatform } from './code/platform.ts';
import { checkPlatformWrites } from './code/platform-writes.ts';
import { checkSecretReads } from './code/secret-reads.ts';
import { checkSecretValues } from './code/secret-values.ts';
import { checkServiceStores } from './code/service-stores.ts';
import { checkSqlWrites } from './code/sql-writes.ts';
import { checkUiOnlyConfig } from './code/ui-only-config.ts';
import { checkContracts } from './contracts.ts';
import { excuse } from './exceptions.ts';
import type { Finding } from './finding.ts';
import { checkMigrations } from './migrations/check.ts';
import { readMigrations } from './migrations/read.ts';
import { RULES } from './rules.ts';
import { checkSchema, readSchema } from './schema-rules.ts';
import { checkStages, type FindProductionSecrets, type ReadStagedConfig } from './stage.ts';
import { openTree, type Tree } from './tree.ts';

/** What can be checked alone. */
export type GuardPart = 'schema' | 'migrations' | 'code' | 'stage';

/** All of them. */
export const GUARD_PARTS: readonly GuardPart[] = ['schema', 'migrations', 'code', 'stage'];

/** What the guard looks at. */
export interface GuardOptions {
  /** The repository's root, absolute. */
  readonly root: string;
  /** Default all. */
  readonly parts?: readonly GuardPart[];
  /** The program's own, which staging is tried out on. */
  readonly readConfig: ReadStagedConfig;
  /** The program's own, as above. */
  readonly findProductionSecrets: FindProductionSecrets;
  /** Whether a run that would write to Odoo in staging ends so that nothing is written; tried out on the program's own. */
  readonly isOdooNeutralized: () => Promise<boolean>;
  /** Findings of the live database, where one was asked: they are excused as the others are. */
  readonly alsoFound?: readonly Finding[];
}

/** Every violation that no exception excuses, by file, line and rule. Changes nothing. */
export async function runGuard({
  root,
  parts = GUARD_PARTS,
  alsoFound = [],
  ...own
}: GuardOptions): Promise<Finding[]> {
  const tree = openTree(root);
  const { doctrine, registered, findings } = readDoctrine(tree);
  if (!doctrine) return [...findings];
  const found = [...alsoFound];
  const looking: Looking = { tree, doctrine, registered, code: readOnce(tree), ...own };
  for (const part of parts) found.push(...(await CHECKS[part](looking)));
  const checked = Object.keys(RULES).filter((rule) => isChecked(rule, parts));
  return excuse(found, tree, checked).sort(inOrder);
}

interface Code {
  readonly compiler: Compiler;
  readonly modules: readonly Module[];
  readonly platform: Platform;
}

interface Looking extends Pick<GuardOptions, 'readConfig' | 'findProductionSecrets' | 'isOdooNeutralized'> {
  readonly tree: Tree;
  readonly doctrine: Doctrine;
  /** Names of secrets. */
  readonly registered: ReadonlySet<string>;
  readonly code: () => Promise<Code>;
}

const CHECKS: Readonly<Record<GuardPart, (looking: Looking) => Promise<Finding[]>>> = {
  schema: async ({ tree, doctrine }) => {
    const { schema, catalog, findings } = readSchema(tree);
    if (!schema) return [...findings];
    return [...findings, ...checkSchema(schema, doctrine), ...checkContracts(tree, schema, catalog)];
  },
  migrations: async (looking) => {
    const { catalog } = readSchema(looking.tree);
    return checkMigrations({ ...looking, catalog, sql: await readMigrations(looking.tree) });
  },
  code: async ({ tree, doctrine, registered, code }) => {
    const { compiler, modules, platform } = await code();
    const all = { modules: [...modules, ...platform.modules], files: platform.files };
    return [
      ...checkOdooClients(modules, tree),
      ...checkSqlWrites(compiler, modules, SURFACES),
      ...checkPlatformWrites(compiler, platform, { surfaces: SURFACES, ledger: bareNames(doctrine) }),
      ...checkSecretReads(compiler, all, tree, registered),
      ...checkClientSecrets(compiler, all.modules, registered),
      ...checkSecretValues(tree),
      ...checkUiOnlyConfig(modules, tree),
      ...checkServiceStores(tree),
      ...checkAddonsPaths(tree),
    ];
  },
  stage: async (looking) => {
    const { statements } = await readMigrations(looking.tree);
    const isOdooNeutralized = await looking.isOdooNeutralized();
    return checkStages({ ...looking, ...(await looking.code()), statements, isOdooNeutralized });
  },
};

/** Names of the ledger's tables without its schema, where the workspace has none of that name. */
function bareNames({ surfaces }: Doctrine): Set<string> {
  const bare = (table: string) => table.split('.').at(-1) ?? '';
  const others = surfaces.work.owns.map(bare);
  return new Set(surfaces.ops.owns.map(bare).filter((name) => !others.includes(name)));
}

/** The parts that look at code read it together. */
function readOnce(tree: Tree): () => Promise<Code> {
  let reading: Promise<Code> | undefined;
  const read = async () => {
    const compiler = await loadCompiler();
    const modules = readModules(compiler, tree, ['src', 'bench']);
    return { compiler, modules, platform: readPlatform(compiler, tree) };
  };
  return () => {
    reading ??= read();
    return reading;
  };
}

interface ReadDoctrine {
  readonly doctrine: Doctrine | null;
  readonly registered: ReadonlySet<string>;
  readonly findings: readonly Finding[];
}

function readDoctrine(tree: Tree): ReadDoctrine {
  try {
    const doctrine = loadDoctrine({
      doctrine: join(tree.root, 'ssot', 'doctrine.yaml'),
      migrations: join(tree.root, 'migrations'),
    });
    const registered = new Set(registeredNames(join(tree.root, SECRETS)));
    return { doctrine, registered, findings: [] };
  } catch (error) {
    return { doctrine: null, registered: new Set(), findings: toFindings(error) };
  }
}

const SECRETS = 'ssot/secrets/registry.yaml';

/** Each line of the loader's message that names a line of the file. */
function toFindings(error: unknown): Finding[] {
  const message = error instanceof Error ? error.message : String(error);
  const file = message.includes(SECRETS) ? SECRETS : 'ssot/doctrine.yaml';
  const named = [...message.matchAll(/^(?:line |(migrations\/functions\/\S+):)(\d+): (.*)$/gm)];
  const at = (text: string, line: number, place = file) => ({
    rule: 'doctrine/invalid',
    message: text,
    file: place,
    line,
  });
  return named.length > 0 ? named.map(([, place, line, text = '']) => at(text, Number(line), place)) : [at(message, 1)];
}

/** An exception for a part that was left out cannot be called useless. */
function isChecked(rule: string, parts: readonly GuardPart[]): boolean {
  return parts.some((part) => rule.startsWith(`${part}/`)) && rule !== 'code/unregistered-secret';
}

function inOrder(a: Finding, b: Finding): number {
  const byFile = (a.file ?? '').localeCompare(b.file ?? '');
  return byFile || (a.line ?? 0) - (b.line ?? 0) || a.rule.localeCompare(b.rule);
}
