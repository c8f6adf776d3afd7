/** Exports by foreign tables: exact to the digit and the microsecond, the same as by the reader, and resumed. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportModel } from '../../src/analysis/export.ts';
import type { ExportScope, ExportSource } from '../../src/analysis/export-source.ts';
import { createFolderTarget, createStorageTarget } from '../../src/analysis/export-target.ts';
import { openFdwSource } from '../../src/analysis/fdw-source.ts';
import type { Asked } from '../../src/analysis/manifest.ts';
import { SERVICE } from '../../src/auth/viewer.ts';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import { packagePaths } from '../../src/paths.ts';
import { readCatalog } from '../../src/plan/read-catalog.ts';
import { createFolderStorage } from '../../src/storage/folder.ts';
import { createFolder, runHere } from '../support/command.ts';
import { type Exported, readExport, readManifestOf } from '../support/exports.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { createOdooDatabaseLogin, fdwEnv, type OdooDatabaseLogin, trustReaders } from '../support/odoo-database.ts';
import { readOwnSdl } from '../support/own-sdl.ts';
import { isRealStack, stackOdoo } from '../support/stack.ts';

const doctrine = loadDoctrine(packagePaths());
const catalog = readCatalog(readOwnSdl().schema);

/** A table as postgres_fdw shows it, with values that a double or a second would not hold. */
const MOVES = `
create table ops.odoo_moves_fdw (${Object.entries(doctrine.foreign?.tables['ops.odoo_moves_fdw']?.columns ?? {})
  .map(([name, type]) => `${name} ${type}`)
  .join(', ')});
grant select on ops.odoo_moves_fdw to service_role;
insert into ops.odoo_moves_fdw (id, name, date, amount_total, write_date) values
  (3, 'third', '0099-12-31', 12345678901234567890.123456789, '2026-03-01 08:30:00.120000'),
  (1, 'first', '2026-03-01', -0.000000001, '2026-03-01 08:30:00'),
  (2, E'sec\\nond "2"', null, 100.00, '2026-03-01 08:30:00.000001'),
  (4, null, '9999-12-31', 0.00, '2026-02-28 23:59:59.999999');
create table ops.odoo_projects_fdw (id int, name jsonb, active boolean, allocated_hours double precision, write_date timestamp);
grant select on ops.odoo_projects_fdw to service_role;
insert into ops.odoo_projects_fdw values (1, '{"fr_FR": "Pont", "en_US": "Bridge"}', null, 0.1), (2, '{"fr_FR": "Canal"}', true, 1e-7), (3, null, false, null);`;

const withoutFractions = (record: Exported): Exported =>
  Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name,
      /^date_/.test(name) && value ? String(value).replace(/\.\d+Z$/, 'Z') : value,
    ]),
  );

describe('an export by foreign tables', () => {
  const folder = createFolder();
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await createTestGateway();
    await gateway.owner((client) => client.script(MOVES));
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });

  const asked: Asked = {
    model: 'account.move',
    since: null,
    fields: null,
    format: 'ndjson',
    via: 'fdw',
    rowsPerFile: 3,
  };
  const open = (more: Partial<ExportScope>) => {
    const { postgres } = gateway.sources;
    if (!postgres) throw new Error('no database');
    const scope = { model: asked.model, since: null, fields: null, ...more };
    return openFdwSource({ postgres, viewer: SERVICE, catalog, doctrine }, scope);
  };
  const run = (to: string, more: Partial<Asked>, source: ExportSource) =>
    exportModel({
      source,
      target: createFolderTarget(join(folder.path, to)),
      asked: { ...asked, ...more },
      now: new Date(),
      progress: () => {},
    });

  it.each(['ndjson', 'parquet'] as const)('keeps each digit, day and character as %s', async (format) => {
    await run(format, { format }, open({ fields: ['name', 'date', 'amount_total'] }));
    expect(readExport(join(folder.path, format))).toEqual([
      { id: 1, name: 'first', date: '2026-03-01', amount_total: '-0.000000001' },
      { id: 2, name: 'sec\nond "2"', date: null, amount_total: '100' },
      { id: 3, name: 'third', date: '0099-12-31', amount_total: '12345678901234567890.123456789' },
      { id: 4, name: null, date: '9999-12-31', amount_total: '0' },
    ]);
  });

  it('keeps microseconds, and takes what was written since a moment', async () => {
    await run('since', {}, open({ fields: ['write_date'], since: new Date('2026-03-01T08:30:00Z') }));
    expect(readExport(join(folder.path, 'since'))).toEqual([
      { id: 1, write_date: '2026-03-01T08:30:00Z' },
      { id: 2, write_date: '2026-03-01T08:30:00.000001Z' },
      { id: 3, write_date: '2026-03-01T08:30:00.12Z' },
    ]);
  });

  it('takes names out of translations, an unset boolean for false and an unset number for 0, as Odoo does', async () => {
    const model = 'project.project';
    await run('projects', { model }, open({ model, fields: ['name', 'active', 'allocated_hours'] }));
    expect(readExport(join(folder.path, 'projects'))).toEqual([
      { id: 1, name: 'Bridge', active: false, allocated_hours: 0.1 },
      { id: 2, name: 'Canal', active: true, allocated_hours: 1e-7 },
      { id: 3, name: null, active: false, allocated_hours: 0 },
    ]);
  });

  it('goes on after a failure within a file, with each record once', async () => {
    const source = open({ fields: ['name'] });
    const failing = {
      ...source,
      pageRows: 1,
      read: (after: number, limit: number) =>
        after === 2 ? Promise.reject(new Error('gone')) : source.read(after, limit),
    };
    await expect(run('failed', { rowsPerFile: 2 }, failing)).rejects.toThrow('gone');
    expect(readManifestOf(join(folder.path, 'failed'))).toMatchObject({ complete: false, rows: 2 });
    await run('failed', { rowsPerFile: 2 }, source);
    expect(readExport(join(folder.path, 'failed')).map(({ id }) => id)).toEqual([1, 2, 3, 4]);
  });

  it('puts its manifest into the storage, though it was ended just before', async () => {
    const source = open({ fields: ['name'] });
    const storage = createFolderStorage(join(folder.path, 'stored'));
    const into = (put: typeof storage.put) =>
      exportModel({
        source,
        target: createStorageTarget({ ...storage, put }, join(folder.path, 'work'), asked),
        asked,
        now: new Date(),
        progress: () => {},
      });
    const ended = into((name, file) =>
      name.endsWith('manifest.json') ? Promise.reject(new Error('ended')) : storage.put(name, file),
    );
    await expect(ended).rejects.toThrow('ended');
    const below = join(folder.path, 'stored', 'exports', 'account.move');
    const [first = ''] = readdirSync(below);
    expect(() => readManifestOf(join(below, first))).toThrow('ENOENT');
    await into(storage.put);
    expect(readdirSync(below)).toEqual([first]);
    expect(readExport(join(below, first)).map(({ id }) => id)).toEqual([1, 2, 3, 4]);
    // What is asked for then is an export of its own.
    await into(storage.put);
    expect(readdirSync(below)).toHaveLength(2);
  });

  it('asks for less where a page is too much, and says what no amount is', async () => {
    await gateway.owner((client) =>
      client.script("insert into ops.odoo_moves_fdw (id, amount_total) values (5, 'NaN')"),
    );
    await expect(run('nan', {}, open({ fields: ['amount_total'] }))).rejects.toMatchObject({ code: 'UPSTREAM_ERROR' });
    await gateway.owner((client) =>
      client.script('update ops.odoo_moves_fdw set amount_total = 0.0000000001 where id = 5'),
    );
    const fine = open({ fields: ['amount_total'] });
    await expect(run('places', { format: 'parquet' }, fine)).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' });
    await run('digits', {}, fine);
    expect(readExport(join(folder.path, 'digits')).at(-1)).toEqual({ id: 5, amount_total: '0.0000000001' });
  });

  it('refuses a model that no foreign table shows, and a field that none has', () => {
    expect(() => open({ model: 'res.partner' })).toThrow(
      'no foreign table shows res.partner; there are project.project',
    );
    expect(() => open({ fields: ['narration'] })).toThrow('--fields: no narration can be read here');
  });
});

describe.runIf(isRealStack)('on real databases', { timeout: 60_000 }, () => {
  const folder = createFolder();
  let gateway: TestGateway;
  let login: OdooDatabaseLogin;
  beforeAll(async () => {
    gateway = await createTestGateway();
    login = await createOdooDatabaseLogin();
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
    await login[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });

  it('both ways have the same values of each record', async () => {
    const { url, database, apiKey } = stackOdoo();
    const env = { ...(await fdwEnv(gateway, login.url)), ODOO_URL: url, ODOO_DB: database, ODOO_API_KEY: apiKey };
    const tripoint = (...args: string[]) => runHere(['odoo', ...args], { cwd: folder.path, env });
    expect(await tripoint('fdw', '--apply')).toMatchObject({ code: 0, stderr: '' });
    await trustReaders(gateway);
    for (const [model, fields] of [
      ['account.move', 'name,state,move_type,date,invoice_date,amount_total,amount_residual,partner_id,currency_id'],
      ['project.task', 'name,active,state,allocated_hours,date_deadline,project_id,stage_id,parent_id'],
    ] as const) {
      const ways = ['reader', 'fdw'].map((via) => `${model}-${via}`);
      for (const [n, via] of ['reader', 'fdw'].entries())
        expect(
          await tripoint('export', '--model', model, '--fields', fields, '--via', via, '--to', ways[n] ?? ''),
        ).toMatchObject({ code: 0, stderr: '' });
      const [byReader = [], byFdw = []] = ways.map((way) => readExport(join(folder.path, way)));
      // What a record rule hides from the reader, such as private tasks of others, is seen by this way.
      const seen = new Set(byReader.map(({ id }) => id));
      // Odoo's answers have no fractions of a second.
      const shared = byFdw.filter(({ id }) => seen.has(id)).map(withoutFractions);
      expect(shared).toEqual(byReader);
      expect(byFdw.length).toBeGreaterThanOrEqual(byReader.length);
    }
  });
});
