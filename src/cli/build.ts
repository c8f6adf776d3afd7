/** `tripoint build`: says what a build is made from, and that it comes to the same twice. */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { arch, platform, release } from 'node:os';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { compareManifests } from '../delivery/builds/compare.ts';
import {
  type BuildFacts,
  createManifest,
  digestOf,
  parseManifest,
  printManifest,
} from '../delivery/builds/manifest.ts';
import { rebuild } from '../delivery/builds/rebuild.ts';
import { type Git, openGit } from '../delivery/git.ts';
import { addonsPathOf, parseOdooConf } from '../delivery/odoo-conf.ts';
import { type Command, FoundError, type Io, readOptions, UsageError, unknownAction } from './io.ts';

const HELP = `tripoint build manifest [--branch <name>] [--image-digest <digest>] [--addons-path <folders> | --odoo-conf <file>]
                        [--out <file>] [--machine <file>]
tripoint build verify [--manifest <file>] [--output <path> … -- <command> [<argument> …]]

manifest  prints what the commit that is checked out is built from: the commit, lock files, addons path, pinned tools, and
          the SHA-256 of every tracked file. Byte for byte the same on every machine.
  --branch        default the one that is checked out, or that GitHub's or GitLab's CI names
  --image-digest  of the image that was built, sha256: and 64 hexadecimal digits
  --addons-path   Odoo's, folders in their order, separated by commas
  --odoo-conf     the configuration file that has it
  --out           write it there
  --machine       write there what differs from machine to machine: operating system and versions of tools
verify    compares the checkout with a manifest, builds it twice and compares the builds. Exit code 1 where anything differs.
  --manifest      the manifest that was kept
  --output        what the command makes, from the checkout, e.g. dist or '*.tgz'; again for more than one. Each build has a
                  fresh checkout of the commit, other paths and another time zone, SOURCE_DATE_EPOCH, and umask 022
--help    print this`;

/** The command. */
export const buildCommand: Command = {
  help: HELP,
  evidence: ([action]) => (action === 'manifest' || action === 'verify' ? `build-${action}` : null),
  run: async ([action, ...args], io) => {
    if (action === 'manifest') return manifest(args, io);
    if (action === 'verify') return verify(args, io);
    throw unknownAction(action, { command: 'build', actions: ['manifest', 'verify'], help: HELP });
  },
};

async function manifest(args: readonly string[], io: Io): Promise<void> {
  const { out, machine, ...given } = readOptions(args, {
    branch: { type: 'string' },
    'image-digest': { type: 'string' },
    'addons-path': { type: 'string' },
    'odoo-conf': { type: 'string' },
    out: { type: 'string' },
    machine: { type: 'string' },
  });
  const git = gitOf(io);
  // First, or a folder that is in no repository would be asked for its branch.
  await git('rev-parse', '--verify', '--quiet', 'HEAD');
  const imageDigest = given['image-digest'] ?? null;
  if (imageDigest !== null && !/^sha256:[0-9a-f]{64}$/.test(imageDigest))
    throw new UsageError('--image-digest is sha256: and 64 hexadecimal digits');
  const branch = given.branch ?? (await readBranch(git, io.env));
  const addonsPath = readAddonsPath(given['addons-path'], given['odoo-conf'], io.cwd);
  const printed = printManifest(await manifestOf(git, io, { branch, imageDigest, addonsPath }));
  if (machine !== undefined)
    writeFileSync(resolve(io.cwd, machine), `${JSON.stringify(await readMachine(io), null, 2)}\n`);
  if (out === undefined) return io.print(printed.trimEnd());
  writeFileSync(resolve(io.cwd, out), printed);
  io.print(`${out} ${digestOf(printed)}`);
}

async function verify(args: readonly string[], io: Io): Promise<void> {
  const end = args.indexOf('--');
  const command = end === -1 ? [] : args.slice(end + 1);
  const given = readOptions(end === -1 ? args : args.slice(0, end), {
    manifest: { type: 'string' },
    output: { type: 'string', multiple: true },
  });
  const outputs = given.output ?? [];
  if (command.length > 0 !== outputs.length > 0)
    throw new UsageError("a build needs both what it makes and how: --output '*.tgz' -- npm pack");
  if (command.length === 0 && given.manifest === undefined)
    throw new UsageError('say what to compare: --manifest, or --output with a command, or both');
  const git = gitOf(io);
  const found = given.manifest === undefined ? [] : await compareWith(given.manifest, git, io);
  for (const difference of found) io.print(difference);
  if (given.manifest !== undefined && found.length === 0) io.print(`the checkout is what ${given.manifest} says`);
  const built = command.length === 0 ? [] : await buildTwice({ git, command, outputs }, io);
  const count = found.length + built.length;
  if (count > 0) throw new FoundError(`${count} ${count === 1 ? 'thing differs' : 'things differ'}`);
}

async function compareWith(file: string, git: Git, io: Io): Promise<string[]> {
  const recorded = parseManifest(readFileSync(resolve(io.cwd, file), 'utf8'), file);
  const { branch } = recorded.commit;
  const { imageDigest, addonsPath } = recorded;
  return compareManifests(recorded, await manifestOf(git, io, { branch, imageDigest, addonsPath }));
}

async function buildTwice(
  { git, command, outputs }: { git: Git; command: readonly string[]; outputs: readonly string[] },
  io: Io,
): Promise<readonly string[]> {
  const { files, differences } = await rebuild({ git, env: io.env, command, outputs, say: io.print });
  for (const difference of differences) io.print(difference);
  const names = Object.keys(files);
  if (differences.length === 0 && names.length <= 5) for (const name of names) io.print(`${name} ${files[name]}`);
  if (differences.length === 0)
    io.print(`built twice: ${names.length} ${names.length === 1 ? 'file' : 'files'}, the same bytes`);
  return differences;
}

function gitOf({ cwd, env }: Io): Git {
  return openGit(cwd, { ...env, GIT_NO_REPLACE_OBJECTS: '1' });
}

function manifestOf(git: Git, { cwd, env }: Io, facts: BuildFacts) {
  return createManifest(git, { cwd, env: { ...env, GIT_NO_REPLACE_OBJECTS: '1' } }, facts);
}

/** A runner of CI has no branch checked out, and says which one it is about. */
async function readBranch(git: Git, env: Io['env']): Promise<string> {
  const checkedOut = await git('symbolic-ref', '--quiet', '--short', 'HEAD').catch(() => '');
  const branch = checkedOut.trim() || env.GITHUB_HEAD_REF || env.GITHUB_REF_NAME || env.CI_COMMIT_REF_NAME;
  if (branch) return branch;
  throw new UsageError('no branch is checked out: say which one it is by --branch');
}

function readAddonsPath(list: string | undefined, conf: string | undefined, cwd: string): string[] | null {
  if (list !== undefined && conf !== undefined) throw new UsageError('--addons-path or --odoo-conf, not both');
  if (conf !== undefined) return addonsPathOf(parseOdooConf(readFileSync(resolve(cwd, conf), 'utf8'), conf));
  const folders =
    list
      ?.split(',')
      .map((folder) => folder.trim())
      .filter(Boolean) ?? null;
  if (folders?.length === 0) throw new UsageError('--addons-path names no folder');
  return folders;
}

/** What is kept out of the manifest. */
async function readMachine({ cwd, env }: Io) {
  const versionOf = async (program: string) => {
    try {
      const { stdout } = await promisify(execFile)(program, ['--version'], { cwd, env: { ...env } });
      return stdout.trim().split('\n')[0] ?? null;
    } catch {
      return null;
    }
  };
  const tools: Record<string, string | null> = {};
  for (const program of ['node', 'npm', 'git', 'python3', 'docker']) tools[program] = await versionOf(program);
  return { system: `${platform()} ${release()}`, architecture: arch(), tools };
}
