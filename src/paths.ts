/** Where the program's own files are, whether it runs from `src/` or from `dist/`. */
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute paths of files that are read at run time. */
export interface Paths {
  /** Folder of the SDL. */
  readonly schema: string;
  /** Folder of the migrations. */
  readonly migrations: string;
  /** The doctrine's file. */
  readonly doctrine: string;
  /** What of Odoo the bridge watches. */
  readonly bridge: string;
  /** Where what is built goes, by which rules, and what it is like there. */
  readonly environments: string;
  /** Ways out of the process, and what is production's. */
  readonly stages: string;
  /** The registry of secrets. */
  readonly secrets: string;
  /** Folder of the trusted operations and their manifest. */
  readonly operations: string;
  /** Folder of the typed clients of consumers. */
  readonly clients: string;
  /** The client in one function that goes with them. */
  readonly typedClient: string;
  /** Folder of the built pages: the console and GraphiQL. */
  readonly pages: string;
  /** The package's own file, which says its version. */
  readonly package: string;
}

/** The paths of this installation. @param env `DOCTRINE_FILE`, `BRIDGE_FILE`, `ENVIRONMENTS_FILE` and `STAGES_FILE` name files in place of those that it brings. */
export function packagePaths(env: Readonly<Record<string, string | undefined>> = {}): Paths {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  return {
    schema: join(root, 'schema'),
    migrations: join(root, 'migrations'),
    doctrine: env.DOCTRINE_FILE ? resolve(env.DOCTRINE_FILE) : join(root, 'ssot', 'doctrine.yaml'),
    bridge: env.BRIDGE_FILE ? resolve(env.BRIDGE_FILE) : join(root, 'ssot', 'bridge.yaml'),
    environments: env.ENVIRONMENTS_FILE ? resolve(env.ENVIRONMENTS_FILE) : join(root, 'ssot', 'environments.yaml'),
    stages: env.STAGES_FILE ? resolve(env.STAGES_FILE) : join(root, 'ssot', 'stages.yaml'),
    secrets: join(root, 'ssot', 'secrets', 'registry.yaml'),
    operations: join(root, 'ssot', 'operations'),
    clients: join(root, 'src', 'generated', 'clients'),
    typedClient: join(root, 'docs', 'examples', 'typed-client.ts'),
    pages: join(root, 'dist', 'console'),
    package: join(root, 'package.json'),
  };
}

/** The dump of what the migrations make, beside them. */
export const SCHEMA_DUMP = 'schema.sql';

/** Whether a file in the folder of the migrations is a migration; files in folders below are none. */
export function isMigration(name: string): boolean {
  return name.endsWith('.sql') && name !== SCHEMA_DUMP;
}
