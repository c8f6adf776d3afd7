/** Records a command: its output, how it ended, how long it took and in which environment, in a folder with a manifest. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { messageOf } from '../../told-error.ts';
import { type Child, type ChildEnd, type Surroundings, startChild } from './child.ts';
import type { EvidenceLedger, LedgerRun } from './ledger.ts';
import { type ListedFile, MANIFEST, writeManifest } from './manifest.ts';
import { checkTopic, LOGS, makeRecordingFolder, type RecordingFolder } from './names.ts';
import type { Secrets } from './secrets.ts';
import { keepStream } from './stream.ts';
import { writeSynced } from './write.ts';

/** What is recorded, and with what. */
export interface Recording {
  readonly topic: string;
  readonly command: readonly string[];
  /** What runs where it is no process of its own; absent, the command is started as one. */
  readonly start?: () => Child;
  /** Absolute; the folder of all evidence. */
  readonly root: string;
  readonly around: Surroundings;
  readonly secrets: Secrets;
  /** The commit of the folder that the command runs in; null where it is in no repository. */
  readonly commit: { readonly sha: string; readonly isClean: boolean } | null;
  /** Null where none is configured. */
  readonly ledger: EvidenceLedger | null;
  readonly now: () => Date;
  /** Asked once the command has ended: what it finds is kept beside the output. */
  readonly afterwards?: (ended: ChildEnd) => Promise<object>;
  /** Hears what the ledger could not be told. */
  readonly warn: (sentence: string) => void;
}

/** What came of it. */
export interface Recorded extends ChildEnd {
  readonly folder: RecordingFolder;
  /** The manifest's. */
  readonly sha256: string;
  /** The run of the ledger; null where there is none. */
  readonly runId: string | null;
}

// Not `.log`: many a `.gitignore` leaves those out.
const STDOUT = `${LOGS}/stdout.txt`;
const STDERR = `${LOGS}/stderr.txt`;
const RUN = `${LOGS}/run.json`;
const FOUND = `${LOGS}/found.json`;

/**
 * Runs the command to its end. What the ledger cannot be told is said to `warn`, and hinders nothing.
 *
 * @throws DeliveryError before the command starts; Error of the file system, after the command has ended.
 */
export async function recordCommand(recording: Recording): Promise<Recorded> {
  const { topic, command, secrets, around, root, now, ledger, warn } = recording;
  const started = now();
  const folder = makeRecordingFolder(root, checkTopic(topic), started);
  const shownCommand = command.map(secrets.redact);
  const run = await begin(ledger, { topic, command: shownCommand, folder: folder.name }, warn);
  try {
    const child = recording.start?.() ?? startChild(command, around);
    const keep = (source: typeof child.stdout, file: string, shown: Surroundings['stdout']) =>
      keepStream(source, { file: join(folder.path, file), shown, needles: secrets.needles });
    const [stdout, stderr, ended] = await settle([
      keep(child.stdout, STDOUT, around.stdout),
      keep(child.stderr, STDERR, around.stderr),
      child.ended,
    ]);
    const facts = factsOf({ recording, shownCommand, started, ended, runId: run?.id ?? null });
    const found = await recording.afterwards?.(ended);
    const written = [writeFacts(folder.path, RUN, facts), ...(found ? [writeFacts(folder.path, FOUND, found)] : [])];
    const files = [{ path: STDOUT, ...stdout }, { path: STDERR, ...stderr }, ...written];
    const manifest = { path: MANIFEST, ...writeManifest(folder.path, topic, files) };
    await tell(run, { folder: folder.name, files: [...files, manifest], ended, durationMs: facts.durationMs }, warn);
    return { ...ended, folder, sha256: manifest.sha256, runId: run?.id ?? null };
  } finally {
    run?.stop();
  }
}

/** All have ended before the first failure is thrown: a command is not left alone. */
async function settle<T extends readonly unknown[]>(
  work: { readonly [Index in keyof T]: Promise<T[Index]> },
): Promise<T> {
  await Promise.allSettled(work);
  return (await Promise.all(work)) as unknown as T;
}

interface Ended {
  readonly recording: Recording;
  readonly shownCommand: readonly string[];
  readonly started: Date;
  readonly ended: ChildEnd;
  readonly runId: string | null;
}

function factsOf({ recording, shownCommand, started, ended, runId }: Ended) {
  const finished = recording.now();
  return {
    version: 1,
    topic: recording.topic,
    command: shownCommand,
    ...ended,
    startedAt: started.toISOString(),
    finishedAt: finished.toISOString(),
    durationMs: finished.getTime() - started.getTime(),
    runId,
    commit: recording.commit,
    environment: recording.secrets.environment,
  };
}

function writeFacts(folder: string, path: string, facts: object): ListedFile {
  const bytes = Buffer.from(`${JSON.stringify(facts, null, 2)}\n`);
  writeSynced(join(folder, path), bytes);
  return { path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function begin(
  ledger: EvidenceLedger | null,
  input: { topic: string; command: readonly string[]; folder: string },
  warn: Recording['warn'],
): Promise<LedgerRun | null> {
  if (!ledger) return null;
  try {
    return await ledger.begin(input);
  } catch (error) {
    warn(`The ledger has no run of this: ${messageOf(error)}. The folder is written all the same`);
    return null;
  }
}

async function tell(
  run: LedgerRun | null,
  end: Parameters<LedgerRun['end']>[0],
  warn: Recording['warn'],
): Promise<void> {
  try {
    await run?.end(end);
  } catch (error) {
    warn(`The ledger was not told how run ${run?.id} ended: ${messageOf(error)}. The folder is whole`);
  }
}
