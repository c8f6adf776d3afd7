/** Commands that keep evidence of themselves, where EVIDENCE_FOLDER says where. */
import { resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import type { Child } from '../delivery/evidence/child.ts';
import { recordCommand } from '../delivery/evidence/record.ts';
import { readSecrets } from '../delivery/evidence/secrets.ts';
import { openGit, readCommit } from '../delivery/git.ts';
import { registeredNames } from '../doctrine/secrets.ts';
import { packagePaths } from '../paths.ts';
import { ToldError } from '../told-error.ts';
import { withEvidenceLedger } from './evidence-ledger.ts';
import type { Io } from './io.ts';

/** What is kept of a command. */
export interface Kept {
  /** SHA-256 of the manifest, hexadecimal digits. */
  readonly sha256: string;
  /** The run of the ledger; null where there is none. */
  readonly runId: string | null;
}

/** How it ended. */
export interface Ended {
  /** Null where nothing is kept. */
  readonly kept: Kept | null;
  /** What the work threw; null where it threw nothing. */
  readonly failure: { readonly error: unknown } | null;
}

/** What a command does, and how it is called in evidence. */
export interface KeptWork {
  /** E.g. `retention-apply`. */
  readonly topic: string;
  /** As it was given, with the program's name before it. */
  readonly command: readonly string[];
  /** Prints by the `Io` that it is given. */
  readonly run: (io: Io) => Promise<void>;
}

/** Runs the work, and keeps what it prints where EVIDENCE_FOLDER is set: no command leaves files without being told to. */
export async function keepEvidence(work: KeptWork, io: Io): Promise<Ended> {
  const { EVIDENCE_FOLDER: folder } = io.env;
  if (!folder) return { kept: null, failure: await failureOf(work.run(io)) };
  const say = (sentence: string) => void io.terminal?.stderr.write(`tripoint evidence: ${sentence}\n`);
  const registered = registeredNames(packagePaths().secrets);
  const ended: { failure: Ended['failure'] } = { failure: null };
  const recorded = await withEvidenceLedger(io, async (ledger) =>
    recordCommand({
      topic: work.topic,
      command: work.command,
      start: () => startWork(work, io, ended),
      root: resolve(io.cwd, folder),
      // What it prints is shown already.
      around: { isInteractive: false, onSignal: () => () => {}, cwd: io.cwd, env: io.env },
      secrets: readSecrets(io.env, registered),
      commit: await readCommit(openGit(io.cwd, io.env)),
      ledger,
      now: () => new Date(),
      warn: say,
    }),
  );
  const { sha256, runId } = recorded;
  say(`${recorded.folder.name}, manifest sha256:${sha256}${runId ? `, run ${runId}` : ''}`);
  return { kept: { sha256, runId }, failure: ended.failure };
}

function failureOf(work: Promise<void>): Promise<Ended['failure']> {
  return work.then(
    () => null,
    (error: unknown) => ({ error }),
  );
}

/** The work as if it were a process: what it prints as a stream, and how it ended. */
function startWork({ run, topic }: KeptWork, io: Io, ended: { failure: Ended['failure'] }): Child {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const print = (line: string) => {
    stdout.write(`${line}\n`);
    io.print(line);
  };
  const end = async () => {
    ended.failure = await failureOf(run({ ...io, print }));
    if (ended.failure) stderr.write(`tripoint ${topic}: ${messageOf(ended.failure.error)}\n`);
    stdout.end();
    stderr.end();
    return { exitCode: exitCodeOf(ended.failure), signal: null, notStarted: null };
  };
  return { stdout, stderr, ended: end() };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function exitCodeOf(failure: Ended['failure']): number {
  if (!failure) return 0;
  return failure.error instanceof ToldError ? failure.error.exitCode : 1;
}
