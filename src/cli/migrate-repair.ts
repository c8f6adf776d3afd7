/** After the migrations: roles and grants as the doctrine says. A restore into a cluster without the roles leaves them otherwise. */
import { printGrants, printRoles } from '../doctrine/grants-sql.ts';
import type { Doctrine } from '../doctrine/load.ts';
import { checkDatabase } from '../guard/database.ts';
import type { Finding } from '../guard/finding.ts';
import { inTransaction, type MigrationClient } from '../postgres/migrate.ts';
import { retryLocked } from '../postgres/migrate-locks.ts';
import { FoundError } from './io.ts';

/** How progress is told, and how long locks are tried for. */
interface Repairing {
  readonly say: (line: string) => void;
  readonly waitMs: number;
}

/** Findings of a database that was restored with errors, which no grant can mend. */
const BROKEN = new Set([
  'database/table-missing',
  'database/function-missing',
  'database/rls-off',
  'database/policy-missing',
  'database/append-only',
]);
/** Findings that the doctrine's grants mend, where they are about roles of the doctrine. */
const MENDED = new Set(['database/schema-usage', 'database/column-grant', 'database/function-execute']);

/** Findings that are printed at most. */
const MAX_LINES = 10;

/** Makes the roles of the doctrine, and the gateway's login, in the cluster; those that are there stay as they are. */
export async function makeRoles(client: MigrationClient, doctrine: Doctrine): Promise<void> {
  await inTransaction(client, () => client.script(printRoles(doctrine)));
}

/**
 * Compares the database with the doctrine, and grants again where it differs.
 *
 * @throws FoundError that says what is wrong, where that cannot be mended so.
 */
export async function repairGrants(client: MigrationClient, doctrine: Doctrine, repairing: Repairing): Promise<void> {
  const { say, waitMs } = repairing;
  const check = () => checkDatabase((sql) => client.query(sql), doctrine);
  const found = await check();
  const objects = found.filter(({ rule }) => rule === 'database/table-missing' || rule === 'database/function-missing');
  if (objects.length > 0)
    refuse(
      found.filter(({ rule }) => BROKEN.has(rule)),
      say,
    );
  const mendable = found.filter(isMendable);
  if (mendable.length > 0) {
    await retryLocked(client, { what: 'the repair of roles and grants', say, waitMs }, () =>
      inTransaction(client, () => client.script(`${printRoles(doctrine)}\n${printGrants(doctrine)}`)),
    );
    say(`repaired roles and grants, which were not as ssot/doctrine.yaml says: ${mendable.length} differences`);
    show(mendable, say);
  }
  const left = mendable.length > 0 ? await check() : found;
  const wrong = left.filter((finding) => BROKEN.has(finding.rule) || isMendable(finding));
  if (wrong.length > 0) refuse(wrong, say);
}

/** Rights of other roles than the doctrine's are left to their owner, and to `guard --database`. */
function isMendable({ rule, message }: Finding): boolean {
  if (rule === 'database/role-missing' || MENDED.has(rule)) return true;
  if (rule === 'database/role-member') return message.includes(' may not become ');
  return (
    rule === 'database/table-grant' && (!message.includes(' has a grant on ') || /^(public|gateway) /.test(message))
  );
}

function refuse(findings: readonly Finding[], say: (line: string) => void): never {
  show(findings, say);
  throw new FoundError(
    `the database is not as its migrations made it, in ${findings.length} ${findings.length === 1 ? 'thing' : 'things'} that no grant mends. Was it restored before its roles were there? Make them by \`tripoint migrate --roles\` and restore it once more: docs/restore.md`,
  );
}

function show(findings: readonly Finding[], say: (line: string) => void): void {
  for (const { message } of findings.slice(0, MAX_LINES)) say(`  ${message}`);
  if (findings.length > MAX_LINES)
    say(`  and ${findings.length - MAX_LINES} more: \`tripoint guard --database\` lists all`);
}
