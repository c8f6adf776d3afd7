/** `tripoint guard`: the gate of CI. Exit code 1 on any finding. */
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { readConfig } from '../config.ts';
import { loadDoctrine } from '../doctrine/load.ts';
import { loadSecrets } from '../doctrine/secrets.ts';
import { checkDatabase } from '../guard/database.ts';
import type { Query } from '../guard/database-live.ts';
import type { Finding } from '../guard/finding.ts';
import { runGuard } from '../guard/guard.ts';
import { checkLiveConfig } from '../guard/live-config.ts';
import { recordMigrations } from '../guard/migrations/checksums.ts';
import { printGithub, printJson, printText } from '../guard/print.ts';
import { printSarif } from '../guard/sarif.ts';
import { openTree } from '../guard/tree.ts';
import { packagePaths } from '../paths.ts';
import { openEmbeddedDatabase } from '../postgres/embedded.ts';
import { migrate } from '../postgres/migrate.ts';
import { withOwner } from '../postgres/owner.ts';
import { type Command, FoundError, type Io, readOptions, UsageError } from './io.ts';
import { findProductionSecrets, isOdooNeutralized, markSecret } from './stage.ts';

const HELP = `tripoint guard [--database] [--json | --sarif | --github] [--root <folder>]
tripoint guard --record-migrations [--root <folder>]
tripoint guard --mark-production

Checks a checkout against ssot/doctrine.yaml: its schema, migrations, code and stages. docs/guard.md has every rule.
Exit code 1 where it finds anything.

  --database           compare a live database too: that of MIGRATIONS_DATABASE_URL or DATABASE_URL, where neither is
                       set an embedded one that the migrations have just made
  --json               print the findings as JSON
  --sarif              print them as SARIF 2.1.0, for code scanning
  --github             print them as annotations of a GitHub workflow
  --root               the checkout; default the one that this program is in. Where it is a folder of a larger repository,
                       SARIF and annotations name files from the root of that one
  --record-migrations  record the checksums of new migrations in ssot/migrations.sha256, before they land
  --mark-production    print marks of the secrets that are set here, for ssot/stages.yaml: in production's environment
  --help               print this`;

/** The command. */
export const guardCommand: Command = {
  help: HELP,
  run: async (args, io) => {
    const {
      database,
      root: given,
      'record-migrations': record,
      'mark-production': mark,
      ...formats
    } = readOptions(args, {
      database: { type: 'boolean' },
      json: { type: 'boolean' },
      sarif: { type: 'boolean' },
      github: { type: 'boolean' },
      root: { type: 'string' },
      'record-migrations': { type: 'boolean' },
      'mark-production': { type: 'boolean' },
    });
    if (Object.values(formats).filter(Boolean).length > 1)
      throw new UsageError('one format at a time: --json, --sarif or --github');
    const root = given === undefined ? dirname(packagePaths().migrations) : resolve(io.cwd, given);
    if (mark) return markProduction(root, io);
    if (record) return report(recordMigrations(openTree(root)), io);
    const alsoFound = database ? await askDatabase(root, io) : [];
    const isCheckout = openTree(root).has('src');
    if (!isCheckout && !database) throw new UsageError(`${root} is no checkout: say where one is by --root`);
    const findings = await runGuard({ root, ...TRIED_OUT, alsoFound, ...(!isCheckout && { parts: [] }) });
    for (const line of format(findings, formats, pathInRepository(root))) io.print(line);
    if (findings.length > 0)
      throw new FoundError(`${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`);
  },
};

/** The parts of this program that the rules on stages try out. No token is signed, so no secret is made. */
const TRIED_OUT = {
  readConfig: (env: Readonly<Record<string, string>>) => readConfig(env, () => ''),
  findProductionSecrets,
  isOdooNeutralized,
};

interface Formats {
  readonly json?: boolean | undefined;
  readonly sarif?: boolean | undefined;
  readonly github?: boolean | undefined;
}

/** What others show beside the code names files from the repository's root; text and JSON name them from `--root`. */
function format(findings: readonly Finding[], { json, sarif, github }: Formats, prefix: string): string[] {
  if (json) return [printJson(findings)];
  if (sarif) return [printSarif(findings, prefix)];
  return github ? printGithub(findings, prefix) : printText(findings);
}

/** Where a checkout stands in the repository around it, e.g. `services/gateway/`; empty where it is one itself, or in none. */
function pathInRepository(root: string): string {
  for (let folder = root; ; folder = dirname(folder)) {
    // A file in a worktree and in a submodule.
    if (existsSync(join(folder, '.git'))) return `${relative(folder, root).split(sep).join('/')}/`.replace(/^\/$/, '');
    if (dirname(folder) === folder) return '';
  }
}

function report(added: readonly string[], io: Io): void {
  for (const name of added) io.print(`recorded ${name}`);
  if (added.length === 0) io.print('every migration is recorded');
}

/** Marks of the secrets for `production.secrets` of `ssot/stages.yaml`; the values themselves go nowhere. */
function markProduction(root: string, { env, print }: Io): void {
  const { secrets } = loadSecrets(resolve(root, 'ssot', 'secrets', 'registry.yaml'));
  for (const name of Object.keys(secrets)) {
    const value = env[name];
    if (value) print(`    ${name}: ['${markSecret(value)}']`);
  }
}

async function askDatabase(root: string, { env }: Io): Promise<Finding[]> {
  const url = env.MIGRATIONS_DATABASE_URL || env.DATABASE_URL;
  if (url) return withOwner(url, ({ query }) => compare(root, query, env.ODOO_STAGE ?? 'development'));
  const { owner, source } = await openEmbeddedDatabase('memory://');
  try {
    await migrate(owner, resolve(root, 'migrations'));
    return await compare(root, owner.query, 'development');
  } finally {
    await source.close();
  }
}

/** Those of another checkout than this program's. */
function doctrineFilesOf(root: string) {
  return { doctrine: resolve(root, 'ssot', 'doctrine.yaml'), migrations: resolve(root, 'migrations') };
}

async function compare(root: string, query: Query, stage: string): Promise<Finding[]> {
  const doctrine = loadDoctrine(doctrineFilesOf(root));
  return [...(await checkDatabase(query, doctrine)), ...(await checkLiveConfig({ root, query, stage }))];
}
