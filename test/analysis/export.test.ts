/** `tripoint odoo export`: whole, exact, resumed after a kill, in both formats, into a folder or the storage. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFolder, runHere, startProcess } from '../support/command.ts';
import { openParquet, readExport, readManifestOf } from '../support/exports.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { isRealStack, JWT_SECRET, stackOdoo } from '../support/stack.ts';

/** The Odoo of the suite; without variables the command takes the demo company. */
function odooEnv(): Record<string, string> {
  if (!isRealStack) return {};
  const { url, database, apiKey, username, protocol } = stackOdoo();
  return {
    ...{ ODOO_URL: url, ODOO_DB: database, ODOO_API_KEY: apiKey, ODOO_PROTOCOL: protocol },
    ...{ ODOO_USERNAME: username ?? '', ODOO_STAGE: 'development', SUPABASE_JWT_SECRET: JWT_SECRET },
  };
}

describe('an export by the reader', { timeout: 60_000 }, () => {
  const folder = createFolder();
  const env = odooEnv();
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await createTestGateway();
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });

  const at = (to: string) => join(folder.path, to);
  const run = (line: string, more = {}) =>
    runHere(['odoo', 'export', ...line.split(' ')], { cwd: folder.path, env: { ...env, ...more } });
  const walk = async (field: string, selection: string, filter = '') => {
    const all: Record<string, unknown>[] = [];
    for (let after: string | null = null; ; ) {
      const text = `query ($after: String) { list: ${field}(first: 100, after: $after${filter}) { nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`;
      const { data } = await gateway.execute(text, { as: 'service', variables: { after } });
      all.push(...(pick(data, 'list.nodes') as Record<string, unknown>[]));
      if (!pick(data, 'list.pageInfo.hasNextPage')) return all;
      after = pick(data, 'list.pageInfo.endCursor') as string;
    }
  };

  it('has every record once, by id, with what GraphQL answers', async () => {
    expect(await run('--model account.move --to moves --rows-per-file 7')).toMatchObject({ code: 0, stderr: '' });
    const found = readExport(at('moves'));
    const ids = found.map(({ id }) => id as number);
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
    const answered = await walk('moves', 'id name amountTotal date partner { id }');
    const bare = (text: unknown) => (text === null ? null : String(Number(text)));
    expect(
      found.map(({ id, name, amount_total, date, partner_id }) => [
        String(id),
        name,
        bare(amount_total),
        date,
        partner_id,
      ]),
    ).toEqual(
      answered
        .map(({ id, name, amountTotal, date, partner }) => [
          id,
          name,
          bare(amountTotal),
          date,
          partner ? Number((partner as { id: string }).id) : null,
        ])
        .sort(([a], [b]) => Number(a) - Number(b)),
    );
    const manifest = readManifestOf(at('moves'));
    expect(manifest).toMatchObject({ complete: true, rows: found.length });
    expect(manifest.files.every(({ rows }, n) => rows === 7 || n === manifest.files.length - 1)).toBe(true);
  });

  it('is the same as Parquet, read by another reader, with types of its own for money, days and times', async () => {
    expect(await run('--model account.move --to parquet --format parquet --rows-per-file 11')).toMatchObject({
      code: 0,
    });
    expect(readExport(at('parquet'))).toEqual(readExport(at('moves')));
    const [first] = readManifestOf(at('parquet')).files;
    const { schema } = openParquet(readFileSync(join(at('parquet'), first?.name ?? '')));
    const types = Object.fromEntries(schema.fields.map(({ name, type }) => [name, String(type)]));
    expect(types).toMatchObject({
      id: 'Int64',
      name: 'Utf8',
      amount_total: 'Decimal[38e+9]',
      date: 'Date32<DAY>',
      write_date: 'Timestamp<MICROSECOND, UTC>',
      partner_id: 'Int64',
    });
  });

  it('has archived records too, and those alone that were written since', async () => {
    expect(await run('--model project.task --to tasks --fields name,active,write_date')).toMatchObject({ code: 0 });
    const all = readExport(at('tasks'));
    const answered = await walk(
      'tasks',
      'id',
      ', filter: { or: [{ active: { eq: true } }, { active: { eq: false } }] }',
    );
    expect(all).toHaveLength(answered.length);
    expect(Object.keys(all[0] ?? {})).toEqual(['id', 'name', 'active', 'write_date']);
    const times = all.map(({ write_date }) => String(write_date)).sort();
    const since = times[Math.floor(times.length / 2)] as string;
    expect(await run(`--model project.task --to since --fields name --since ${since}`)).toMatchObject({ code: 0 });
    const wanted = all.filter(({ write_date }) => String(write_date) >= since).map(({ id }) => id);
    expect(readExport(at('since')).map(({ id }) => id)).toEqual(wanted);
    expect(await run('--model project.task --to none --since 2999-01-01')).toMatchObject({ code: 0 });
    expect(readManifestOf(at('none'))).toMatchObject({ complete: true, rows: 0, files: [] });
  });

  it.runIf(isRealStack)('goes on after kills, without a record lost or doubled', async () => {
    const line = '--model account.move --to killed --rows-per-file 3';
    let kills = 0;
    for (; kills < 3; kills += 1) {
      await using running = startProcess(['odoo', 'export', ...line.split(' ')], { cwd: folder.path, env });
      const whole = await running.untilPrinted(' by now').then(
        () => true,
        () => false,
      );
      if (!whole) break;
    }
    expect(kills).toBeGreaterThan(0);
    const before = readManifestOf(at('killed'));
    expect(before.files.length).toBeGreaterThan(0);
    expect(await run(line)).toMatchObject({ code: 0 });
    expect(readExport(at('killed'))).toEqual(readExport(at('moves')));
    // What was whole before stays as it is.
    expect(readManifestOf(at('killed')).files.slice(0, before.files.length)).toEqual(before.files);
    expect(readdirSync(at('killed')).filter((name) => name.startsWith('.part-'))).toEqual([]);
  });

  it('changes nothing where it is whole, and refuses another one at the same place', async () => {
    const before = readManifestOf(at('moves'));
    expect(await run('--model account.move --to moves --rows-per-file 7')).toMatchObject({ code: 0 });
    expect(readManifestOf(at('moves'))).toEqual(before);
    const other = await run('--model account.move --to moves --rows-per-file 7 --fields name');
    expect(other.code).toBe(1);
    expect(other.stderr).toContain('An export of other fields, columns was begun there');
  });

  it('goes into the storage, its manifest last, and the next one beside it', async () => {
    const storage = { STORAGE_FOLDER: 'storage', ...(isRealStack ? {} : { ODOO_STAGE: 'development' }) };
    const line = '--model account.move --to storage --rows-per-file 50';
    const outcomes = [await run(line, storage), await run(line, storage)];
    expect(outcomes).toMatchObject([{ code: 0 }, { code: 0 }]);
    const below = at('storage/exports/account.move');
    const exports = readdirSync(below);
    expect(exports).toHaveLength(2);
    for (const name of exports) expect(readExport(join(below, name))).toEqual(readExport(at('moves')));
    expect(outcomes[0]?.stdout).toContain('file://localhost/');
  });

  it.runIf(isRealStack).each([
    ['--to x', 2, '--model names the model'],
    ['--model account.move', 2, '--to names a folder'],
    ['--model account.move --to x --format csv', 2, '--format is ndjson or parquet'],
    ['--model account.move --to x --since yesterday', 2, '--since is a day or a time'],
    ['--model account.move --to x --rows-per-file 0', 2, '--rows-per-file is a whole number'],
    ['--model res.bank --to x', 1, 'The doctrine does not give the model res.bank'],
    ['--model account.move --to x --fields access_token,name', 1, '--fields: no access_token can be read here'],
    ['--model account.move --to storage', 1, 'No storage is configured'],
    ['--model account.move --to x --via fdw', 1, 'DATABASE_URL'],
    ['--model account.move --to /dev/null/nowhere', 1, 'cannot be written'],
  ])('says what is wrong with %s', async (line, code, problem) => {
    const outcome = await run(line);
    expect(outcome.stderr).toContain(problem);
    expect(outcome.code).toBe(code);
  });
});
