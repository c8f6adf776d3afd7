/** `tripoint migrate`, killed again and again: what it leaves is what one run leaves. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dumpSchema } from '../../src/drafting/dump.ts';
import { isMigration, packagePaths, SCHEMA_DUMP } from '../../src/paths.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { createFolder, runHere, startProcess } from '../support/command.ts';
import { seededChoice } from '../support/random.ts';
import { databaseUrl, isRealStack, JWT_SECRET, stackVariable } from '../support/stack.ts';

const KILLS = 6;
/** Milliseconds after a migration's line within which the next one is hit. */
const WITHIN_MS = 40;

const NAME = `tripoint_test_interrupted_${process.pid}`;

describe.runIf(isRealStack)('a database whose migrations were interrupted', { timeout: 180_000 }, () => {
  it('is as those of one run, whatever moment each kill came in', async () => {
    using folder = createFolder();
    const server = stackVariable('MIGRATIONS_DATABASE_URL');
    const url = databaseUrl('MIGRATIONS_DATABASE_URL', NAME);
    const surroundings = {
      cwd: folder.path,
      env: { MIGRATIONS_DATABASE_URL: url, SUPABASE_JWT_SECRET: JWT_SECRET, ODOO_STAGE: 'development' },
    };
    const { migrations } = packagePaths();
    const all = readdirSync(migrations).filter(isMigration).sort();
    const choose = seededChoice(20_261_201);
    await withOwner(server, (client) => client.script(`create database ${NAME}`));
    try {
      let done = 0;
      for (let kill = 1; kill <= KILLS; kill += 1) {
        const until = Math.floor((all.length * kill) / (KILLS + 1));
        await using running = startProcess(['migrate'], surroundings);
        await running.untilPrinted(`applied ${all[until - 1]}`);
        await new Promise((resolve) => setTimeout(resolve, choose(WITHIN_MS)));
        running.child.kill('SIGKILL');
        const { code, stdout } = await running.ended;
        expect(code).toBeNull();
        // It went on where it was: nothing is applied twice.
        const first = /^applied (\S+)/m.exec(stdout)?.[1] ?? '';
        expect(all.indexOf(first)).toBeGreaterThanOrEqual(done);
        done = until;
      }
      expect(await runHere(['migrate'], surroundings)).toMatchObject({ code: 0, stderr: '' });
      expect(await runHere(['migrate'], surroundings)).toEqual({
        code: 0,
        stdout: 'the database is up to date\n',
        stderr: '',
      });
      const [schema, applied] = await withOwner(url, async (client) => [
        await dumpSchema(client),
        await client.query('select name from tripoint.migrations order by name'),
      ]);
      expect(applied?.map((row) => (row as { name: string }).name)).toEqual(all);
      expect(schema).toBe(readFileSync(join(migrations, SCHEMA_DUMP), 'utf8'));
    } finally {
      await withOwner(server, (client) => client.script(`drop database if exists ${NAME} with (force)`));
    }
  });
});
