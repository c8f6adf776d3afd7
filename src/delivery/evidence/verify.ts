/** Compares recordings with their manifests: every file, byte by byte, none added and none missing. */
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { hashFile } from '../../hash-file.ts';
import { DeliveryError } from '../problem.ts';
import { type EvidenceLedger, uriOf } from './ledger.ts';
import { type ListedFile, listFolder, MANIFEST, MANIFEST_SUM, type Manifest, readManifest } from './manifest.ts';
import { findRecordings, LOGS } from './names.ts';

/** What is not as it was recorded. */
export interface EvidenceProblem {
  /** The folder of the recording. */
  readonly folder: string;
  /** From there; the folder itself where it is empty. */
  readonly path: string;
  readonly problem: string;
}

/** What was looked at. */
export interface VerifiedEvidence {
  readonly recordings: number;
  readonly files: number;
  /** Recordings whose manifest the ledger knows, and knows so. */
  readonly inLedger: number;
  readonly problems: readonly EvidenceProblem[];
}

/**
 * Looks at each recording at or below a folder, and changes nothing.
 *
 * @param ledger Compared as well where it is given: a manifest that was written anew with its sum differs there.
 * @throws DeliveryError where there is no recording; GatewayError of the ledger.
 */
export async function verifyEvidence(folder: string, ledger: EvidenceLedger | null): Promise<VerifiedEvidence> {
  if (!existsSync(folder)) throw new DeliveryError(`There is no folder ${folder}: nothing was recorded there`);
  if (!lstatSync(folder).isDirectory()) throw new DeliveryError(`${folder} is no folder`);
  const recordings = findRecordings(folder, MANIFEST);
  if (recordings.length === 0)
    throw new DeliveryError(`${folder} has no recording: no folder below it has a ${MANIFEST}`);
  const found = { recordings: recordings.length, files: 0, inLedger: 0, problems: [] as EvidenceProblem[] };
  const notOfItsRun: Unknown[] = [];
  for (const recording of recordings) {
    const { files, isInLedger, unknown, problems } = await verifyRecording(recording, ledger);
    found.files += files;
    found.inLedger += isInLedger ? 1 : 0;
    if (unknown !== null) notOfItsRun.push({ folder: recording, digest: unknown });
    found.problems.push(...problems.map((each) => ({ folder: recording, ...each })));
  }
  if (ledger && notOfItsRun.length > 0) found.problems.push(...(await findUnderTheirNames(notOfItsRun, ledger)));
  return found;
}

/** A recording that the run it names does not have, or that names none. */
interface Unknown {
  readonly folder: string;
  /** The manifest's, `sha256:` and hexadecimal digits. */
  readonly digest: string;
}

/** Who writes a recording anew may write another run into it, or none: then its name tells. */
async function findUnderTheirNames(unknown: readonly Unknown[], ledger: EvidenceLedger): Promise<EvidenceProblem[]> {
  const uri = (folder: string) => uriOf(nameOf(folder), MANIFEST);
  const digests = await ledger.digestsOf(unknown.map(({ folder }) => uri(folder)));
  return unknown
    .filter(({ folder, digest }) => digests.get(uri(folder))?.includes(digest) === false)
    .map(({ folder }) => ({
      folder,
      path: MANIFEST,
      problem:
        'is not the one that the ledger has of this time and topic: the recording was written anew, or made elsewhere',
    }));
}

type Problem = Omit<EvidenceProblem, 'folder'>;

async function verifyRecording(folder: string, ledger: EvidenceLedger | null) {
  const none = { files: 0, isInLedger: false, unknown: null };
  if (!existsSync(join(folder, MANIFEST)))
    return {
      ...none,
      problems: [{ path: MANIFEST, problem: 'is missing: the recording did not end, or it was taken away' }],
    };
  const { manifest, sha256 } = readManifest(folder);
  const problems = checkSum(folder, sha256);
  if (typeof manifest === 'string')
    return { ...none, problems: [...problems, { path: MANIFEST, problem: `is not understood: ${manifest}` }] };
  problems.push(...(await checkFiles(folder, manifest)));
  const compared = ledger && problems.length === 0 ? await compareWithLedger(folder, sha256, ledger) : null;
  return {
    files: manifest.files.length,
    isInLedger: compared?.isKnown ?? false,
    unknown: compared?.isUnknown ? `sha256:${sha256}` : null,
    problems: [...problems, ...(compared?.problems ?? [])],
  };
}

function checkSum(folder: string, sha256: string): Problem[] {
  const file = join(folder, MANIFEST_SUM);
  if (!existsSync(file)) return [{ path: MANIFEST_SUM, problem: 'is missing' }];
  return readFileSync(file, 'utf8') === `${sha256}  ${MANIFEST}\n`
    ? []
    : [{ path: MANIFEST, problem: `is not the one of ${MANIFEST_SUM}: either was changed` }];
}

async function checkFiles(folder: string, { files }: Manifest): Promise<Problem[]> {
  const there = new Map(listFolder(folder).map(({ path, isFile }) => [path, isFile]));
  const listed = new Set([MANIFEST, MANIFEST_SUM, ...files.map(({ path }) => path)]);
  const added = [...there.keys()].filter((path) => !listed.has(path));
  const problems = added.map((path) => ({ path, problem: 'was added: the manifest does not name it' }));
  for (const file of files) problems.push(...(await checkFile(folder, file, there.get(file.path))));
  return problems;
}

/** @param isFile Undefined where there is nothing of that name. */
async function checkFile(folder: string, { path, size, sha256 }: ListedFile, isFile?: boolean): Promise<Problem[]> {
  if (isFile === undefined) return [{ path, problem: 'is missing' }];
  if (!isFile) return [{ path, problem: 'is no file any more' }];
  const found = await hashFile(join(folder, path));
  if (found.size !== size) return [{ path, problem: `was changed: ${found.size} bytes, and ${size} were recorded` }];
  return found.sha256 === sha256 ? [] : [{ path, problem: 'was changed: it has as many bytes, and other ones' }];
}

/** Rows of old runs leave the ledger, so one that is not there any more is no problem. */
async function compareWithLedger(folder: string, sha256: string, ledger: EvidenceLedger) {
  const { runId } = JSON.parse(readFileSync(join(folder, LOGS, 'run.json'), 'utf8')) as { runId: string | null };
  const digest = runId && (await ledger.digests(runId)).get(uriOf(nameOf(folder), MANIFEST));
  if (!digest) return { isKnown: false, isUnknown: true, problems: [] };
  const isSame = digest === `sha256:${sha256}`;
  const problem = `is not the one that run ${runId} of the ledger has: the whole recording was written anew`;
  return { isKnown: isSame, isUnknown: false, problems: isSame ? [] : [{ path: MANIFEST, problem }] };
}

function nameOf(folder: string): string {
  return `${basename(dirname(folder))}/${basename(folder)}`;
}
