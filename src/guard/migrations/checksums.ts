/**
 * Migrations that have landed, by their SHA-256: `ssot/migrations.sha256`, in the format of `sha256sum`, in order. One that
 * was edited or has vanished is a finding; one that is not there yet is added by `tripoint guard --record-migrations`.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Finding } from '../finding.ts';
import type { Tree } from '../tree.ts';
import { listMigrations } from './read.ts';

const RECORD = 'ssot/migrations.sha256';
const MIGRATIONS = 'migrations';
const LINE = /^([0-9a-f]{64}) {2}(\S+\.sql)$/;

interface Recorded {
  readonly name: string;
  readonly digest: string;
  readonly line: number;
}

/** Each landed migration that is not as it landed, and each that has not been recorded. */
export function checkChecksums(tree: Tree): Finding[] {
  const { recorded, findings } = readRecord(tree);
  const present = new Set(migrationsOf(tree));
  const known = new Set(recorded.map(({ name }) => name));
  const last = recorded.at(-1)?.name ?? '';
  return [
    ...findings,
    ...recorded.flatMap((each) => checkRecorded(tree, each, present.has(each.name))),
    ...[...present].filter((name) => !known.has(name)).map((name) => unrecorded(name, last)),
  ];
}

/** Adds new migrations to the record. @returns Their names. @throws Error where a landed one was changed, or is gone. */
export function recordMigrations(tree: Tree): string[] {
  const wrong = checkChecksums(tree).filter(({ rule }) => rule !== 'migrations/unrecorded');
  if (wrong.length > 0) throw new Error(`Nothing was recorded: ${wrong.map(({ message }) => message).join('; ')}`);
  const { recorded } = readRecord(tree);
  const known = new Set(recorded.map(({ name }) => name));
  const added = migrationsOf(tree).filter((name) => !known.has(name));
  const lines = [
    ...recorded.map(({ digest, name }) => `${digest}  ${name}`),
    ...added.map((name) => `${digestOf(tree, name)}  ${name}`),
  ];
  writeFileSync(join(tree.root, RECORD), `${lines.join('\n')}\n`);
  return added;
}

function checkRecorded(tree: Tree, { name, digest, line }: Recorded, isPresent: boolean): Finding[] {
  if (!isPresent)
    return [finding('vanished', RECORD, line, `${name} has landed and is gone: databases have run it; put it back`)];
  if (digestOf(tree, name) === digest) return [];
  const message = `${name} has landed and was edited: databases have run it as it was; undo the edit and write a new migration`;
  return [finding('edited', `${MIGRATIONS}/${name}`, 1, message)];
}

function unrecorded(name: string, last: string): Finding {
  const file = `${MIGRATIONS}/${name}`;
  return name > last
    ? finding(
        'unrecorded',
        file,
        1,
        `${name} is not recorded: run \`tripoint guard --record-migrations\` before it lands`,
      )
    : finding('out-of-order', file, 1, `${name} comes before ${last}, which has landed: give it a later timestamp`);
}

function readRecord(tree: Tree): { recorded: Recorded[]; findings: Finding[] } {
  const lines = tree.has(RECORD) ? tree.read(RECORD).split('\n') : [];
  const findings: Finding[] = [];
  const recorded = lines.flatMap((text, index): Recorded[] => {
    const [, digest, name] = LINE.exec(text) ?? [];
    if (digest && name) return [{ digest, name, line: index + 1 }];
    if (text !== '')
      findings.push(finding('edited', RECORD, index + 1, `"${text.slice(0, 80)}" is no line of sha256sum`));
    return [];
  });
  return { recorded, findings };
}

function migrationsOf(tree: Tree): string[] {
  return listMigrations(tree).map((path) => basename(path));
}

function digestOf(tree: Tree, name: string): string {
  return createHash('sha256')
    .update(tree.read(`${MIGRATIONS}/${name}`))
    .digest('hex');
}

function finding(name: string, file: string, line: number, message: string): Finding {
  return { rule: `migrations/${name}`, message, file, line };
}
