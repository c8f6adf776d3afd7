/** Starts a command, passes signals on to it, and says how it ended. */
import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { PassThrough, type Readable, type Writable } from 'node:stream';

/** The process that a command runs beside. */
export interface Surroundings {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absent where nobody looks on. */
  readonly stdout?: Writable;
  readonly stderr?: Writable;
  /** Whether standard input is a terminal: it sends its own SIGINT to the command as well. */
  readonly isInteractive: boolean;
  /** Calls back at each SIGINT, SIGTERM and SIGHUP. @returns Ends it. */
  readonly onSignal: (listener: (signal: NodeJS.Signals) => void) => () => void;
}

/** How a command ended. */
export interface ChildEnd {
  /** As a shell says it: its own, 128 and the number of the signal that ended it, 126 and 127 where it did not start. */
  readonly exitCode: number;
  readonly signal: NodeJS.Signals | null;
  /** Why it did not start; null where it did. */
  readonly notStarted: string | null;
}

/** A command under way. */
export interface Child {
  readonly stdout: Readable;
  readonly stderr: Readable;
  readonly ended: Promise<ChildEnd>;
}

/** @param command The program and its arguments; no shell reads them. */
export function startChild([program = '', ...args]: readonly string[], around: Surroundings): Child {
  const child = spawn(program, args, {
    cwd: around.cwd,
    env: { ...around.env },
    stdio: [around.stdout ? 'inherit' : 'ignore', 'pipe', 'pipe'],
  });
  const stop = around.onSignal((signal) => {
    // A terminal has sent this one to the whole group, and a second one would mean another thing.
    if (signal !== 'SIGINT' || !around.isInteractive) child.kill(signal);
  });
  return { stdout: readFrom(child.stdout), stderr: readFrom(child.stderr), ended: untilEnded(child).finally(stop) };
}

/** From now on: when a process ends, Node drops what nobody has begun to read of its output. */
function readFrom(output: Readable): Readable {
  const read = new PassThrough();
  output.pipe(read);
  // One that could not be started closes without an end.
  output.once('close', () => {
    if (!read.writableEnded) read.end();
  });
  return read;
}

function untilEnded(child: ChildProcess): Promise<ChildEnd> {
  return new Promise((resolve) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      if (child.pid !== undefined) return;
      resolve({ exitCode: error.code === 'ENOENT' ? 127 : 126, signal: null, notStarted: error.message });
    });
    child.once('exit', (code, signal) =>
      resolve({ exitCode: code ?? 128 + (signal ? constants.signals[signal] : 0), signal, notStarted: null }),
    );
  });
}
