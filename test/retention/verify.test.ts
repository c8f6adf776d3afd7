/** `tripoint retention verify`, and the recipe of docs/retention.md: what was cut off, changed or taken out is found. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MigrationClient } from '../../src/postgres/migrate.ts';
import { readArchive } from '../../src/retention/archive.ts';
import { verifyArchives } from '../../src/retention/verify.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { insertPastRun } from '../support/ledger-past.ts';
import { apply, createTestStorage, insertPast, type Past, type TestStorage } from '../support/retention.ts';

let gateway: TestGateway;
let archives: TestStorage;
let past: Past;
/** A run whose first events have left, and which is still in the ledger. */
let staying: string;
const bytes = new Map<string, Buffer>();

beforeAll(async () => {
  gateway = await createTestGateway();
  archives = createTestStorage();
  past = await gateway.owner(insertPast);
  staying = await gateway.owner((client) =>
    insertPastRun(client, {
      events: ['2025-01-10T00:00:00Z', '2025-02-10T00:00:00Z', '2025-03-10T00:00:00Z', new Date().toISOString()],
    }),
  );
  await gateway.owner((client) => apply(client, archives.storage));
  for (const name of archives.names()) bytes.set(name, readFileSync(join(archives.folder, name)));
}, 60_000);

beforeEach(() => {
  for (const [name, content] of bytes) writeFileSync(join(archives.folder, name), content);
});

afterAll(async () => {
  archives[Symbol.dispose]();
  await gateway[Symbol.asyncDispose]();
});

const verify = () => gateway.owner((client) => verifyArchives({ client, storage: archives.storage, say: () => {} }));
const nameOf = (start: string) => archives.names().find((name) => name.startsWith(start)) as string;
const MARCH = () => nameOf('ops.run_events/2025-03');
const rewrite = (name: string, change: (lines: string[]) => string[]) => {
  const lines = change(archives.lines(name));
  writeFileSync(join(archives.folder, name), gzipSync(lines.map((line) => `${line}\n`).join('')));
};
/** Makes the manifest agree with what lies in the storage, as its owner could: the chains are left to tell. */
const forge = async (client: MigrationClient, name: string) => {
  await client.script('alter table ops.archives disable trigger check_change');
  const read = await readArchive(await archives.storage.get(name));
  await client.query(
    'update ops.archives set digest = $2, size = $3, row_count = $4, lines_digest = $5 where name = $1',
    [name, read.digest, read.size, read.rows, read.linesDigest],
  );
};

interface Tampering {
  readonly change: () => void | Promise<void>;
  /** What the manifest gives away. */
  readonly manifest: RegExp;
  /** What the chains give away, where the manifest was made to agree. */
  readonly chains: () => RegExp;
}

const isOf = (run: string) => (line: string) => line.includes(run);
const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  'a changed last event of a run that left': {
    change: () =>
      rewrite(MARCH(), (lines) =>
        lines.map((line) => (isOf(past.runs[1] as string)(line) ? line.replace('quoted', 'quaffed') : line)),
      ),
    manifest: /2025-03.*digest of the lines/,
    chains: () => new RegExp(`run ${past.runs[1]}: event 3 is not the one whose hash the run carries`),
  },
  'a changed last event of a run that stays': {
    change: () =>
      rewrite(MARCH(), (lines) =>
        lines.map((line) => (isOf(staying)(line) ? line.replace('quoted', 'quaffed') : line)),
      ),
    manifest: /2025-03.*digest of the lines/,
    chains: () => new RegExp(`run ${staying}: event 3 is not the one whose hash the ledger carries`),
  },
  'the last five lines cut': {
    change: () => rewrite(MARCH(), (lines) => lines.slice(0, -5)),
    manifest: /2025-03.*rows 0 instead of 5/,
    chains: () => new RegExp(`run ${staying}: its events from 3 to 3 are in no archive`),
  },
  'a whole run taken out of the events': {
    change: () => rewrite(MARCH(), (lines) => lines.filter((line) => !isOf(past.runs[2] as string)(line))),
    manifest: /2025-03.*rows 2 instead of 5/,
    chains: () => new RegExp(`run ${past.runs[2]}: its events from 1 to 3 are in no archive`),
  },
  'a whole run taken out of the runs': {
    change: () => rewrite(nameOf('ops.runs/'), (lines) => lines.filter((line) => !isOf(past.runs[2] as string)(line))),
    manifest: /ops\.runs.*rows 2 instead of 3/,
    chains: () => new RegExp(`run ${past.runs[2]}: its events are archived, and the run is neither`),
  },
  'an event in the middle taken out': {
    change: () =>
      rewrite(MARCH(), (lines) =>
        lines.filter((line) => !(isOf(past.runs[2] as string)(line) && line.includes('"seq": 2'))),
      ),
    manifest: /2025-03.*rows 4 instead of 5/,
    chains: () => new RegExp(`run ${past.runs[2]}: event 2 is in no archive`),
  },
  'a line that is none': {
    change: () => rewrite(MARCH(), ([first, ...lines]) => [`${first}`.slice(0, -2), ...lines]),
    manifest: /2025-03.*digest/,
    chains: () => /2025-03.*some of 5 lines are no rows of ops\.run_events/,
  },
};

describe('verify', { timeout: 60_000 }, () => {
  it('finds nothing where all is as it left, and a run that is in archives and in the ledger is one chain', async () => {
    expect(await verify()).toEqual({ archives: 6, rows: 13 + 3 + 3 + 3, problems: [] });
  });

  it.each(Object.entries(TAMPERINGS))('finds %s, by the manifest and by the chains alone', async (_what, tampering) => {
    await tampering.change();
    const { problems } = await verify();
    expect(problems.join('\n')).toMatch(tampering.manifest);
    const before = await gateway.owner((client) => client.query('select * from ops.archives'));
    for (const name of archives.names()) await gateway.owner((client) => forge(client, name));
    try {
      const alone = (await verify()).problems.filter((problem) => !problem.includes('an apply recorded'));
      expect(alone.join('\n')).toMatch(tampering.chains());
      expect(alone.join('\n')).not.toContain('differs from what left');
    } finally {
      for (const row of before)
        await gateway.owner((client) =>
          client.query(
            'update ops.archives set digest = $2, size = $3, row_count = $4, lines_digest = $5 where id = $1',
            [row.id, row.digest, row.size, row.row_count, row.lines_digest],
          ),
        );
      await gateway.owner((client) => client.script('alter table ops.archives enable trigger check_change'));
    }
  });

  it('finds a manifest that was changed to fit, or lost an archive', async () => {
    const name = nameOf('ops.backups/');
    const [row] = await gateway.owner((client) =>
      client.query('select digest from ops.archives where name = $1', [name]),
    );
    const set = (digest: unknown) =>
      gateway.owner(async (client) => {
        await client.script('alter table ops.archives disable trigger check_change');
        await client.query('update ops.archives set digest = $2 where name = $1', [name, digest]);
        await client.script('alter table ops.archives enable trigger check_change');
      });
    await set(`sha256:${'0'.repeat(64)}`);
    expect((await verify()).problems.join('\n')).toMatch(/an apply recorded this archive, and ops\.archives has it/);
    await set(row?.digest);
  });

  it('finds an archive that is gone, cut short or lies elsewhere, and goes on with the others', async () => {
    const march = join(archives.folder, MARCH());
    const whole = readFileSync(march);
    rmSync(march);
    expect((await verify()).problems.join('\n')).toMatch(/2025-03\S+: is not in the storage/);
    writeFileSync(march, whole.subarray(0, -9));
    expect((await verify()).problems.join('\n')).toMatch(/2025-03\S+: cannot be read/);
    using elsewhere = createTestStorage();
    const { problems, archives: count } = await gateway.owner((client) =>
      verifyArchives({ client, storage: elsewhere.storage, say: () => {} }),
    );
    expect(count).toBe(6);
    expect(problems.filter((problem) => problem.includes('lies in another storage'))).toHaveLength(6);
  });
});

describe('the recipe of docs/retention.md', { timeout: 60_000 }, () => {
  /** The block as psql would run it: the copy and the variable are psql's own. */
  const [made = '', checked = ''] = (
    /```sql\n([\s\S]+?)\n```/.exec(readFileSync('docs/retention.md', 'utf8'))?.[1] ?? ''
  ).split(/^\\copy .*$/m);
  const restore = (name: string, lines: string[]) =>
    gateway.owner(async (client) => {
      await client.script('begin');
      try {
        await client.script(made);
        await client.query(
          'insert into lines (line) select l::jsonb from unnest($1::text[]) with ordinality u (l, n) order by n',
          [lines],
        );
        const [insert = '', query = ''] = checked.split(/(?<=^insert .*;)$/m);
        await client.script(insert);
        return await client.query(query.replaceAll(":'name'", `'${name}'`).replace(/;\s*$/, ''));
      } finally {
        await client.script('rollback');
      }
    });

  it('answers no row for an archive as it left', async () => {
    expect(made).toContain('create table restored');
    for (const name of archives.names().filter((one) => one.startsWith('ops.run_events/')))
      expect(await restore(name, archives.lines(name))).toEqual([]);
  });

  it('names a changed last event, cut lines, a run that was taken out and a file of another name', async () => {
    const lines = archives.lines(MARCH());
    const found = async (changed: string[], name = MARCH()) => (await restore(name, changed)).map(({ what }) => what);
    const last = lines.findLastIndex(isOf(staying));
    expect(await found(lines.with(last, String(lines[last]).replace('quoted', 'quaffed')))).toEqual(['lines', 'end']);
    expect(await found(lines.slice(0, -5))).toEqual(['rows', 'lines']);
    expect(await found(lines.filter((line) => !isOf(past.runs[2] as string)(line)))).toEqual(['rows', 'lines']);
    expect(await found(lines.filter((line) => !line.includes('"seq": 2')))).toEqual(['rows', 'lines', 'chain']);
    expect(await found(lines, 'another')).toEqual(['archive']);
  });
});
