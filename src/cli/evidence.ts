/** `tripoint evidence`: records what a command did, and compares recordings with their manifests. */
import { join, resolve } from 'node:path';
import { checkTopic, EVIDENCE_FOLDER } from '../delivery/evidence/names.ts';
import { recordCommand } from '../delivery/evidence/record.ts';
import { readSecrets } from '../delivery/evidence/secrets.ts';
import { verifyEvidence } from '../delivery/evidence/verify.ts';
import { openGit, readCommit } from '../delivery/git.ts';
import { DeliveryError } from '../delivery/problem.ts';
import { registeredNames } from '../doctrine/secrets.ts';
import { packagePaths } from '../paths.ts';
import { withEvidenceLedger } from './evidence-ledger.ts';
import { type Command, FoundError, type Io, PassedOnError, readOptions, UsageError, unknownAction } from './io.ts';

const HELP = `tripoint evidence run <topic> [--to <folder>] -- <command> [<argument> …]
tripoint evidence verify [<folder>] [--json]

run     runs the command, shows what it prints, and keeps it: standard output and error, exit code, duration, command and
        environment, below ${EVIDENCE_FOLDER}/<YYYYMMDD-HHMM+0800>/<topic>/logs/, time of Manila, with a manifest
        of SHA-256 sums. Values of secrets are replaced, on the screen too. Ends as the command ends; signals are passed on.
        No shell reads the command: for a pipe say sh -c '…'.
        Where DATABASE_URL is set, it is a run of delivery-agent in the ledger, with the files as artifacts.
  <topic>  small letters, digits and hyphens, at most 63, e.g. release-42
  --to     another folder for all evidence
verify  finds each file that was changed, added or is missing, at or below a folder; default ${EVIDENCE_FOLDER}.
        Where DATABASE_URL is set, manifests are compared with the ledger's too. Exit code 1 where it finds anything.
  --json   print what was found as JSON
--help  print this`;

/** The command. */
export const evidenceCommand: Command = {
  help: HELP,
  run: async ([action, ...args], io) => {
    if (action === 'run') return record(args, io);
    if (action === 'verify') return verify(args, io);
    throw unknownAction(action, { command: 'evidence', actions: ['run', 'verify'], help: HELP });
  },
};

async function record(args: readonly string[], io: Io): Promise<void> {
  const end = args.indexOf('--');
  const command = end === -1 ? [] : args.slice(end + 1);
  const [topic, ...options] = end === -1 ? args : args.slice(0, end);
  if (!topic || topic.startsWith('-')) throw new UsageError('say of what: evidence run <topic> -- <command>');
  refuseTopic(topic);
  if (command.length === 0) throw new UsageError('say what to run, after --: evidence run <topic> -- <command>');
  const { to } = readOptions(options, { to: { type: 'string' } });
  const say = (sentence: string) => void io.terminal?.stderr.write(`tripoint evidence: ${sentence}\n`);
  const registered = registeredNames(packagePaths().secrets);
  const around = { ...(io.terminal ?? SILENT), cwd: io.cwd, env: io.env };
  const recorded = await withEvidenceLedger(io, async (ledger) => {
    if (!ledger) say('no DATABASE_URL is set, so the ledger has no run of this');
    return recordCommand({
      topic,
      command,
      root: resolve(io.cwd, to ?? EVIDENCE_FOLDER),
      around,
      secrets: readSecrets(io.env, registered),
      commit: await readCommit(openGit(io.cwd, io.env)),
      ledger,
      now: () => new Date(),
      warn: say,
    });
  });
  if (recorded.notStarted) say(`the command did not start: ${recorded.notStarted}`);
  // On standard error: standard output is the command's own.
  const run = recorded.runId ? `, run ${recorded.runId}` : '';
  say(`${join(to ?? EVIDENCE_FOLDER, recorded.folder.name)}, manifest sha256:${recorded.sha256}${run}`);
  if (recorded.exitCode !== 0) throw new PassedOnError(recorded.exitCode);
}

/** Before anything is asked: a topic is a part of the command line. @throws UsageError */
function refuseTopic(topic: string): void {
  try {
    checkTopic(topic);
  } catch (error) {
    throw error instanceof DeliveryError ? new UsageError(error.message) : error;
  }
}

/** Where nobody looks on. */
const SILENT = { isInteractive: false, onSignal: () => () => {} };

async function verify(args: readonly string[], io: Io): Promise<void> {
  const [given] = args.filter((arg) => !arg.startsWith('-'));
  const { json = false } = readOptions(args.slice(args[0] === given && given !== undefined ? 1 : 0), {
    json: { type: 'boolean' },
  });
  const folder = resolve(io.cwd, given ?? EVIDENCE_FOLDER);
  const verified = await withEvidenceLedger(io, (ledger) => verifyEvidence(folder, ledger));
  const { recordings, files, inLedger, problems } = verified;
  if (json) io.print(JSON.stringify(verified, null, 2));
  else for (const { folder: at, path, problem } of problems) io.print(`${join(at, path)} ${problem}`);
  if (problems.length > 0)
    throw new FoundError(`${problems.length} ${problems.length === 1 ? 'thing is' : 'things are'} not as recorded`);
  const known = io.env.DATABASE_URL
    ? `${inLedger} of them in the ledger with these sums`
    : 'not compared with a ledger';
  if (!json)
    io.print(
      `${recordings} ${recordings === 1 ? 'recording' : 'recordings'}, ${files} files: all as recorded; ${known}`,
    );
}
