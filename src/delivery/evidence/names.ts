/** Names of evidence: the time as a folder, the topic below it, and no name that leads out. */
import { type Dirent, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DeliveryError } from '../problem.ts';

/** Where evidence is kept, from the folder that a command is started in. */
export const EVIDENCE_FOLDER = 'web/docs/evidence';
/** The files of one recording, from its own folder. */
export const LOGS = 'logs';

const TOPIC = /^[a-z0-9](?:[a-z0-9]|-(?=[a-z0-9])){0,62}$/;
/** `20261130-2031+0800`. */
export const STAMP = /^\d{8}-\d{4}\+0800$/;
/** Recordings of one topic in one minute. */
const MAX_SAME = 100;

/** The time in Manila, which is eight hours ahead of UTC all year: `20261130-2031+0800`. */
export function stampOf(now: Date): string {
  const there = new Date(now.getTime() + 8 * 3_600_000).toISOString();
  return `${there.slice(0, 10).replaceAll('-', '')}-${there.slice(11, 16).replace(':', '')}+0800`;
}

/** @throws DeliveryError where the topic is no plain name. */
export function checkTopic(topic: string): string {
  if (TOPIC.test(topic)) return topic;
  throw new DeliveryError(
    `The topic ${JSON.stringify(topic)} is no name: small letters, digits and single hyphens between them, at most 63, e.g. release-42`,
  );
}

/** A folder that was made for one recording. */
export interface RecordingFolder {
  /** Absolute. */
  readonly path: string;
  /** From the folder of all evidence, e.g. `20261130-2031+0800/release-42`. */
  readonly name: string;
}

/**
 * Makes the folder of one recording, with `logs/` in it. A second one of the same topic and minute is `<topic>-2`.
 *
 * @param root Absolute; the folder of all evidence.
 * @throws DeliveryError where it cannot be made, or a link stands in its way.
 */
export function makeRecordingFolder(root: string, topic: string, now: Date): RecordingFolder {
  const stamp = stampOf(now);
  mkdirSync(join(root, stamp), { recursive: true });
  refuseLink(join(root, stamp));
  for (let count = 1; count <= MAX_SAME; count += 1) {
    const name = count === 1 ? topic : `${topic}-${count}`;
    const path = join(root, stamp, name);
    if (!isMade(path)) continue;
    mkdirSync(join(path, LOGS));
    return { path, name: `${stamp}/${name}` };
  }
  throw new DeliveryError(
    `${join(root, stamp)} has ${MAX_SAME} recordings of ${topic} already: wait for the next minute`,
  );
}

/** Folders of recordings at or below a folder, sorted: each folder below one that is named by a time, or that has a manifest. */
export function findRecordings(folder: string, manifest: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  if (STAMP.test(lastOf(dirname(folder))) || entries.some(({ name }) => name === manifest)) return [folder];
  return entries
    .filter(isFolder)
    .flatMap(({ name }) => findRecordings(join(folder, name), manifest))
    .sort();
}

function isFolder(entry: Dirent): boolean {
  return entry.isDirectory();
}

function lastOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? '';
}

/** False where something is there already. */
function isMade(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function refuseLink(path: string): void {
  if (lstatSync(path).isSymbolicLink()) throw new DeliveryError(`${path} is a link: evidence stays in its folder`);
}
