/** Builds a commit twice, in two fresh checkouts with different paths, times and zones, and compares what came of it. */
import { spawn } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashFile } from '../../hash-file.ts';
import { listFolder } from '../evidence/manifest.ts';
import type { Git } from '../git.ts';
import { openGit } from '../git.ts';
import { DeliveryError } from '../problem.ts';

/** What is built, and how. */
export interface Rebuilding {
  readonly git: Git;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The program and its arguments; no shell reads them. */
  readonly command: readonly string[];
  /** Files and folders that it makes, from the checkout; `*` in the last part of a path stands for a name. */
  readonly outputs: readonly string[];
  readonly say: (sentence: string) => void;
}

/** What came of it. */
export interface Rebuilt {
  /** Path → `sha256:…`, of the first build; sorted. */
  readonly files: Readonly<Record<string, string>>;
  /** A sentence for each difference. */
  readonly differences: readonly string[];
}

/** What may not matter, once so and once so. */
const MACHINES = [
  { folder: 'a', TZ: 'UTC', LANG: 'C.UTF-8' },
  { folder: join('a-longer', 'path-to', 'the-same'), TZ: 'Asia/Manila', LANG: 'en_US.UTF-8' },
] as const;

/** @throws DeliveryError where the command fails, or makes nothing of what is named. */
export async function rebuild({ git, env, command, outputs, say }: Rebuilding): Promise<Rebuilt> {
  const sha = (await git('rev-parse', 'HEAD')).trim();
  const root = (await git('rev-parse', '--show-toplevel')).trim();
  const prefix = (await git('rev-parse', '--show-prefix')).trim();
  const seconds = (await git('log', '-1', '--no-show-signature', '--format=%ct')).trim();
  const folder = mkdtempSync(join(tmpdir(), 'tripoint-build-'));
  try {
    const built: Map<string, Built>[] = [];
    for (const { folder: name, ...settings } of MACHINES) {
      const checkout = join(folder, name);
      mkdirSync(checkout, { recursive: true });
      await checkOut(checkout, { root, sha, env });
      say(`builds ${sha.slice(0, 12)} in ${checkout}, TZ=${settings.TZ}`);
      const around = { ...env, ...settings, SOURCE_DATE_EPOCH: seconds };
      await runCommand(command, { cwd: join(checkout, prefix), env: around, say });
      built.push(await readOutputs(join(checkout, prefix), outputs));
    }
    const [first = new Map(), second = new Map()] = built;
    return {
      files: Object.fromEntries([...first].map(([path, { digest }]) => [path, digest])),
      differences: compareBuilt(first, second),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Modes are those of git alone: a machine's umask would stand in every archive. */
const UMASK = 'umask 022 && exec "$@"';

async function checkOut(
  folder: string,
  { root, sha, env }: { root: string; sha: string; env: Rebuilding['env'] },
): Promise<void> {
  const settings = ['-c', 'core.autocrlf=false', '-c', 'advice.detachedHead=false'];
  const script = `umask 022 && git clone --quiet --shared --no-checkout "$1" . && git ${settings.join(' ')} checkout --quiet --detach "$2"`;
  await runCommand(['sh', '-c', script, 'sh', root, sha], { cwd: folder, env, say: () => {} });
  const clean = (await openGit(folder, env)('status', '--porcelain')).trim();
  if (clean !== '') throw new DeliveryError(`A fresh checkout differs from its commit: ${clean.split('\n')[0]}`);
}

function runCommand(
  command: readonly string[],
  { cwd, env, say }: { cwd: string; env: Rebuilding['env']; say: Rebuilding['say'] },
): Promise<void> {
  const child = spawn('sh', ['-c', UMASK, 'sh', ...command], {
    cwd,
    env: { ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const last: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      last.push(text);
      if (last.length > 200) last.shift();
    });
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new DeliveryError(`${command[0]} could not be started: ${error.message}`)));
    child.once('close', (code, signal) => {
      if (code === 0) return resolve();
      for (const line of last.join('').trimEnd().split('\n').slice(-20)) say(line);
      reject(new DeliveryError(`${command.join(' ')} ended with ${code ?? signal}: the last lines are above`));
    });
  });
}

interface Built {
  readonly file: string;
  readonly mode: number;
  readonly digest: string;
  /** The first bytes, to say where two differ. */
  readonly bytes: Buffer | null;
}

/** A larger file is not kept to find the first difference. */
const MAX_KEPT = 16_777_216;

async function readOutputs(cwd: string, outputs: readonly string[]): Promise<Map<string, Built>> {
  const paths = outputs.flatMap((output) => {
    const found = expand(cwd, output);
    if (found.length === 0) throw new DeliveryError(`The build made no ${output}`);
    return found.flatMap((path) =>
      lstatSync(join(cwd, path)).isDirectory()
        ? listFolder(join(cwd, path)).map((file) => `${path}/${file.path}`)
        : [path],
    );
  });
  const built = new Map<string, Built>();
  for (const path of [...new Set(paths)].sort()) built.set(path, await readBuilt(join(cwd, path)));
  return built;
}

async function readBuilt(file: string): Promise<Built> {
  const { mode } = lstatSync(file);
  if (lstatSync(file).isSymbolicLink()) return { file, mode: 0, digest: `link:${readlinkSync(file)}`, bytes: null };
  if (!lstatSync(file).isFile()) return { file, mode: 0, digest: 'empty folder', bytes: null };
  const { size, sha256 } = await hashFile(file);
  return { file, mode: mode & 0o777, digest: `sha256:${sha256}`, bytes: size > MAX_KEPT ? null : readFileSync(file) };
}

/** `dist`, `*.tgz`, `packages/*.tgz`. @throws DeliveryError for a path that leads out. */
function expand(cwd: string, output: string): string[] {
  const parts = output.split('/').filter(Boolean);
  if (output.startsWith('/') || parts.includes('..'))
    throw new DeliveryError(`--output ${output} leads out of the checkout`);
  const name = parts.pop() ?? '';
  const folder = parts.join('/');
  if (!name.includes('*')) return existsSync(join(cwd, output)) ? [[...parts, name].join('/')] : [];
  const pattern = new RegExp(`^${name.split('*').map(quotePattern).join('.*')}$`);
  const names = existsSync(join(cwd, folder)) ? readdirSync(join(cwd, folder)) : [];
  return names.filter((each) => pattern.test(each)).map((each) => [...parts, each].join('/'));
}

function quotePattern(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
}

function compareBuilt(first: ReadonlyMap<string, Built>, second: ReadonlyMap<string, Built>): string[] {
  const paths = [...new Set([...first.keys(), ...second.keys()])].sort();
  return paths.flatMap((path) => {
    const [one, other] = [first.get(path), second.get(path)];
    if (!one || !other) return [`${path} was made by ${one ? 'the first' : 'the second'} build alone`];
    if (one.digest !== other.digest) return [`${path} differs${placeOf(one, other)}: ${one.digest}, ${other.digest}`];
    return one.mode === other.mode
      ? []
      : [`${path} has the mode ${one.mode.toString(8)}, then ${other.mode.toString(8)}`];
  });
}

function placeOf({ bytes: one }: Built, { bytes: other }: Built): string {
  if (!one || !other) return '';
  const length = Math.min(one.length, other.length);
  let at = 0;
  while (at < length && one[at] === other[at]) at += 1;
  return ` from byte ${at} on (${one.length} and ${other.length} bytes)`;
}
