/** `tripoint` as a shell meets it: as a process of its own, or its command line within this one. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../src/cli/run.ts';
import { TYPESCRIPT } from './typescript.ts';

const MAIN = join(import.meta.dirname, '..', '..', 'src', 'main.ts');

/** What a command left behind. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where and with what a command runs; nothing of this process's environment but `PATH` and `HOME` is inherited. */
export interface Surroundings {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The process's main module; the one of this checkout where absent. */
  readonly main?: string;
}

/** A process that goes on. */
export interface RunningCommand extends AsyncDisposable {
  readonly child: ChildProcess;
  /** Standard output, once it has all of the text. @throws Error where the process ends before. */
  untilPrinted(text: string): Promise<string>;
  readonly ended: Promise<Outcome>;
}

/** A folder to start commands in, gone with the test. */
export function createFolder(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'tripoint-cli-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** Starts `tripoint` as a process. */
export function startProcess(args: readonly string[], { cwd, env = {}, main = MAIN }: Surroundings): RunningCommand {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [...TYPESCRIPT, main, ...args], {
    cwd,
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { stdout: '', stderr: '' };
  const watchers = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      printed[name] += text;
      for (const watch of watchers) watch();
    });
  const ended = new Promise<Outcome>((resolve) => {
    child.once('close', (code) => resolve({ code, ...printed }));
  });
  return {
    child,
    ended,
    untilPrinted: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!printed.stdout.includes(text)) return;
          watchers.delete(look);
          resolve(printed.stdout);
        };
        watchers.add(look);
        ended.then(({ code, stderr }) => reject(new Error(`it ended with ${code} before: ${stderr}`)));
        look();
      }),
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Runs `tripoint` as a process to its end. */
export function runProcess(args: readonly string[], surroundings: Surroundings): Promise<Outcome> {
  return startProcess(args, surroundings).ended;
}

/** Runs a command line within this process: as `main` does, without the seconds that a process takes to start. */
export async function runHere(args: readonly string[], { cwd, env = {} }: Surroundings): Promise<Outcome> {
  const printed: string[] = [];
  const errors: string[] = [];
  const io = { env, cwd, print: (line: string) => void printed.push(line), untilStopped: async () => {} };
  const code = await runCommand(args, io, (line) => void errors.push(line));
  const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');
  return { code, stdout: text(printed), stderr: text(errors) };
}
