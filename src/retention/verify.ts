/** Verifies what has left: each archive against the ledger's manifest, and the chains of events across all of them. */
import { GatewayError } from '../errors.ts';
import type { MigrationClient } from '../postgres/migrate.ts';
import type { ObjectStorage } from '../storage/storage.ts';
import { type ArchiveContent, readArchive } from './archive.ts';
import { type ArchivedChains, openArchivedChains } from './archived-chains.ts';
import { withFaults } from './faults.ts';
import { withRetentionLock } from './lock.ts';

/** What a verification needs. */
export interface Verifying {
  /** A direct or session connection of the owner: it holds a lock and a temporary table. */
  readonly client: MigrationClient;
  readonly storage: ObjectStorage;
  /** Told of each archive, one line. */
  readonly say: (line: string) => void;
}

/** What it found. */
export interface Verified {
  /** Archives by which rows have left. */
  readonly archives: number;
  /** Rows that they hold. */
  readonly rows: number;
  /** One sentence each; empty where all is as it left. */
  readonly problems: readonly string[];
}

/** An archive as `ops.archives` has it. */
interface LeftArchive {
  readonly name: string;
  readonly uri: string;
  readonly source: string;
  readonly content: ArchiveContent;
}

/** Events in the order of their months, and before the runs that they are of. */
const LEFT = `
select name, uri, source, digest, size::text as size, row_count, lines_digest from ops.archives where left_at is not null
order by source = 'ops.runs', source, partition_name, created_at, id`;

const WORDS: Readonly<Record<keyof ArchiveContent, string>> = {
  rows: 'rows',
  size: 'bytes',
  digest: 'digest of the bytes',
  linesDigest: 'digest of the lines',
};

/** Reads every archive whole, and changes nothing. @throws GatewayError where the ledger or the storage cannot be reached. */
export async function verifyArchives(given: Verifying): Promise<Verified> {
  const client = withFaults(given.client);
  return withRetentionLock(client, 'shared', async () => {
    const archives = (await client.query(LEFT)).map(readRow);
    const chains = await openArchivedChains(client);
    const problems: string[] = [];
    for (const archive of archives) {
      const found = await verifyArchive(archive, given.storage, chains);
      given.say(
        `${archive.name}: ${found.length === 0 ? `${archive.content.rows} rows, as they left` : 'NOT as it left'}`,
      );
      problems.push(...found.map((problem) => `${archive.name}: ${problem}`));
    }
    problems.push(...(await chains.finish()));
    const rows = archives.reduce((sum, { content }) => sum + content.rows, 0);
    return { archives: archives.length, rows, problems };
  });
}

function readRow(row: Readonly<Record<string, unknown>>): LeftArchive {
  return {
    name: String(row.name),
    uri: String(row.uri),
    source: String(row.source),
    content: {
      digest: String(row.digest),
      size: Number(row.size),
      rows: Number(row.row_count),
      linesDigest: String(row.lines_digest),
    },
  };
}

async function verifyArchive(
  { name, uri, source, content }: LeftArchive,
  storage: ObjectStorage,
  { addEvents, addRuns }: ArchivedChains,
): Promise<string[]> {
  if (storage.uri(name) !== uri) return [`lies in another storage, ${uri}: verify it with the settings of that one`];
  const follow = { 'ops.run_events': addEvents, 'ops.runs': addRuns }[source] ?? (async () => []);
  const problems: string[] = [];
  try {
    const read = await readArchive(await storage.get(name), async (lines) => {
      problems.push(...(await follow(lines)));
    });
    return [...differences(content, read), ...problems];
  } catch (error) {
    if (!(error instanceof GatewayError) || error.code === 'UPSTREAM_UNAVAILABLE') throw error;
    return [
      ...problems,
      error.code === 'NOT_FOUND' ? 'is not in the storage' : 'cannot be read: it is no gzip, or breaks off',
    ];
  }
}

function differences(left: ArchiveContent, read: ArchiveContent): string[] {
  const keys = (Object.keys(WORDS) as (keyof ArchiveContent)[]).filter((key) => left[key] !== read[key]);
  if (keys.length === 0) return [];
  const said = keys.map((key) =>
    key === 'rows' || key === 'size' ? `${WORDS[key]} ${read[key]} instead of ${left[key]}` : WORDS[key],
  );
  return [`differs from what left: ${said.join(', ')}`];
}
