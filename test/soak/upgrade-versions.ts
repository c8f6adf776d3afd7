/** The versions of the soak `upgrade`: one that has landed, this one, and one after it that stores a field elsewhere. */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

const ROOT = join(import.meta.dirname, '..', '..');
/** What a gateway is made of, beside its packages. */
const PARTS = ['src', 'schema', 'migrations', 'ssot', 'package.json'];

/** The landed version that is upgraded from; set it on with each release. `SOAK_UPGRADE_FROM` names another commit. */
const LANDED = '749a5e94';

/** A version, in a folder of its own. */
export interface Version {
  readonly name: string;
  readonly root: string;
  /** Adds a migration, as the next release of this version would; its name sorts after all others. */
  addMigration(number: number, sql: string): void;
}

/** All of them. */
export interface Versions extends Disposable {
  readonly before: Version;
  /** This one, with a field `Space.soakLabel` that is stored as `soak_label`. */
  readonly now: Version;
  /** The same field, stored as `soak_caption`. */
  readonly next: Version;
}

/** @throws Error where the history of this checkout does not reach back to the landed version. */
export async function createVersions(): Promise<Versions> {
  const folder = mkdtempSync(join(tmpdir(), 'tripoint-versions-'));
  const root = (name: string) => join(folder, name);
  const from = process.env.SOAK_UPGRADE_FROM ?? LANDED;
  await extract(from, root('before')).catch((error: Error) => {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`this checkout does not reach back to ${from} (git fetch --unshallow): ${error.message}`);
  });
  for (const name of ['now', 'next']) {
    for (const part of PARTS) cpSync(join(ROOT, part), join(root(name), part), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(root(name), 'node_modules'));
  }
  addField(root('now'), 'soakLabel: String');
  addField(root('next'), 'soakLabel: String @from(field: "soak_caption")');
  return {
    before: versionAt(from, root('before')),
    now: versionAt('this version', root('now')),
    next: versionAt('the version after', root('next')),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function extract(revision: string, root: string): Promise<void> {
  await execute(
    'sh',
    ['-c', 'mkdir -p "$2" && git archive "$1" $3 | tar -x -C "$2"', 'sh', revision, root, PARTS.join(' ')],
    {
      cwd: ROOT,
    },
  );
  readFileSync(join(root, 'package.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
}

function addField(root: string, field: string): void {
  const file = join(root, 'schema', 'work', 'space.graphql');
  const sdl = readFileSync(file, 'utf8');
  const changed = sdl.replace('  "Its members, each with a role."', `  "What the soak stores."\n  ${field}\n$&`);
  if (changed === sdl) throw new Error(`${file} is not as the soak expects`);
  writeFileSync(file, changed);
}

function versionAt(name: string, root: string): Version {
  return {
    name,
    root,
    addMigration: (number, sql) => writeFileSync(join(root, 'migrations', `2999010100000${number}_soak.sql`), sql),
  };
}

/** Runs the version's own `tripoint migrate`. @returns How many migrations it applied. @throws Error with what it said. */
export async function migrateTo({ root }: Version, env: Readonly<Record<string, string>>): Promise<number> {
  const { PATH = '', HOME = '' } = process.env;
  const { stdout } = await execute(process.execPath, [join(root, 'src', 'main.ts'), 'migrate'], {
    env: { PATH, HOME, ...env },
    maxBuffer: 16 * 1024 * 1024,
  });
  return stdout.split('\n').filter((line) => line.startsWith('applied ')).length;
}
