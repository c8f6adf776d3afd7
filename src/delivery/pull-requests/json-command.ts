/** Runs a command of somebody else's: JSON in, JSON out, within a time, without a shell, and with no variable that it was not given. */
import { type ChildProcess, spawn } from 'node:child_process';
import { basename } from 'node:path';
import { DeliveryError } from '../problem.ts';
import { signalGroup } from './other-processes.ts';

/** Where and how long it runs. */
export interface CommandOptions {
  readonly cwd: string;
  /** All that it sees of the environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Written to its standard input as JSON. */
  readonly input: unknown;
  readonly timeoutMs: number;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** Bytes of output that are read: a list of many environments, or of pull requests. */
const MAX_BYTES = 8_388_608;
/** Characters of what it said last that an error repeats. */
const MAX_SAID = 1_000;
/** Milliseconds between being told to end and being ended. */
const GRACE_MS = 5_000;

/**
 * @returns The JSON that it printed.
 * @throws DeliveryError where it does not start, does not end in time, ends with another code than 0, or prints no JSON.
 */
export async function runJsonCommand(
  [program = '', ...args]: readonly string[],
  options: CommandOptions,
): Promise<unknown> {
  const { cwd, env, input, timeoutMs, signal } = options;
  // A group of its own, so that what it started ends with it.
  const child = spawn(program, args, { cwd, env, stdio: ['pipe', 'pipe', 'pipe'], detached: true });
  // One that ends without reading is told by its exit code.
  child.stdin.on('error', () => {});
  child.stdin.end(JSON.stringify(input));
  const stop = stopWhen(child, timeoutMs, signal);
  const [code, stdout, stderr] = await Promise.all([untilClosed(child), readAll(child.stdout), readAll(child.stderr)]);
  const stopped = stop();
  // A member reads it: of the machine it tells the program's name, and not where it is.
  const name = `${basename(program)} ${args.at(-1) ?? ''}`.trim();
  const said = stderr.trim().slice(-MAX_SAID);
  if (stopped) throw new DeliveryError(`${name} ${stopped}${said && `: ${said}`}`);
  if (typeof code === 'string') throw new DeliveryError(`${name} does not start: ${code}`);
  if (code !== 0) throw new DeliveryError(`${name} ended with ${code}: ${said || 'it said nothing'}`);
  try {
    return JSON.parse(stdout);
  } catch {
    throw new DeliveryError(`${name} printed no JSON`);
  }
}

/** @returns Ends the watch, and says why the command was ended; null where it ended by itself. */
function stopWhen(child: ChildProcess, timeoutMs: number, signal: AbortSignal): () => string | null {
  let why: string | null = null;
  let last: NodeJS.Timeout | undefined;
  const end = (reason: string) => {
    why ??= reason;
    signalGroup(child.pid, 'SIGTERM');
    last ??= setTimeout(() => signalGroup(child.pid, 'SIGKILL'), GRACE_MS);
  };
  const abort = () => end('was stopped');
  const timer = setTimeout(() => end(`was stopped after ${timeoutMs / 1_000} s`), timeoutMs);
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  return () => {
    clearTimeout(timer);
    clearTimeout(last);
    signal.removeEventListener('abort', abort);
    return why;
  };
}

function untilClosed(child: ChildProcess): Promise<number | string> {
  return new Promise((resolve) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      if (child.pid === undefined) resolve(error.code ?? error.message);
    });
    child.once('close', (code, signal) => resolve(code ?? String(signal)));
  });
}

async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += (chunk as Buffer).length;
    // What comes after is read, so that the command ends, and dropped.
    if (size <= MAX_BYTES) chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}
