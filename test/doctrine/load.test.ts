/** The doctrine's file: every mistake is named before the gateway starts. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import { packagePaths } from '../../src/paths.ts';
import { createGatewaySchema } from '../../src/schema.ts';
import { readSdl } from '../../src/sdl/load.ts';
import { copyPaths, type DoctrineDraft } from '../support/doctrine.ts';

const load = (change: (draft: DoctrineDraft) => void) => {
  using paths = copyPaths(change);
  return loadDoctrine(paths);
};

const addForeign = (draft: object, name: string, table: object) =>
  Object.assign((draft as { foreign: { tables: object } }).foreign.tables, { [name]: table });

describe('the doctrine', () => {
  it('of the repository is one', () => {
    const doctrine = loadDoctrine(packagePaths());
    expect(Object.keys(doctrine.surfaces)).toEqual(['odoo', 'ops', 'work']);
    expect(doctrine.surfaces.odoo.writers).toEqual(['sync-odoo-agent']);
  });

  it.each<[string, RegExp, (draft: DoctrineDraft) => void]>([
    ['an unknown key', /wirters/, (draft) => Object.assign(draft.surfaces.odoo ?? {}, { wirters: [] })],
    ['an unknown key at the top', /surfacez/, (draft) => Object.assign(draft, { surfacez: {} })],
    ['an unknown surface', /crm/, (draft) => Object.assign(draft.surfaces, { crm: draft.surfaces.odoo })],
    ['a missing surface', /\bwork\b/, (draft) => delete draft.surfaces.work],
    ['an unknown kind of reader', /robots/, (draft) => Object.assign(draft.readers, { robots: {} })],
    ['a missing kind of reader', /anonymous/, (draft) => delete draft.readers.anonymous],
    [
      'a model that odoo does not own',
      /user reads res\.groups, which odoo does not own/,
      ({ readers }) => Object.assign(readers.user ?? {}, { odoo: ['res.groups'] }),
    ],
    [
      'a table that ops does not own',
      /service reads ops\.nothing/,
      ({ readers }) => Object.assign(readers.service ?? {}, { ops: ['ops.nothing'] }),
    ],
    [
      'a table of another surface',
      /user reads ops\.runs, which work does not own/,
      ({ readers }) => Object.assign(readers.user ?? {}, { work: ['ops.runs'] }),
    ],
    [
      'a foreign table for users',
      /foreign/,
      (draft) => Object.assign((draft as { foreign?: object }).foreign ?? {}, { readers: ['user'] }),
    ],
    [
      'a foreign table of a model that odoo does not own',
      /ops\.keys shows res\.users\.apikeys, which odoo does not own/,
      (draft) => addForeign(draft, 'ops.keys', { model: 'res.users.apikeys', columns: { id: 'integer' } }),
    ],
    [
      'a foreign table without ids',
      /ops\.partners_fdw has no column id: integer/,
      (draft) => addForeign(draft, 'ops.partners_fdw', { model: 'res.partner', columns: { name: 'text' } }),
    ],
    [
      'a foreign table that a surface owns too',
      /ops\.runs is listed twice/,
      (draft) => addForeign(draft, 'ops.runs', { model: 'res.partner', columns: { id: 'integer' } }),
    ],
    [
      "an agent's unknown table",
      /workspace-indexer reads work\.nothing/,
      ({ agents }) => Object.assign(agents['workspace-indexer'] ?? {}, { reads: { work: ['work.nothing'] } }),
    ],
    ['an unknown writer', /odoo is written by evil-agent/, ({ surfaces }) => surfaces.odoo?.writers.push('evil-agent')],
    [
      'an agent name that no role can have',
      /Sync_Odoo/,
      ({ agents }) => Object.assign(agents, { Sync_Odoo: { purpose: 'x', reads: {} } }),
    ],
    [
      'a word for "all" that is none',
      /odoo/,
      ({ readers }) => Object.assign(readers.user ?? {}, { odoo: 'everything' }),
    ],
    [
      'an OAuth client of the name of an agent',
      /workspace-indexer is listed twice/,
      (draft) =>
        Object.assign(draft, { oauthClients: { 'workspace-indexer': { clientId: 'a', purpose: 'x', reads: {} } } }),
    ],
    [
      'two OAuth clients of one id',
      /client_id a is listed twice/,
      (draft) =>
        Object.assign(draft, {
          oauthClients: {
            one: { clientId: 'a', purpose: 'x', reads: {} },
            two: { clientId: 'a', purpose: 'x', reads: {} },
          },
        }),
    ],
    [
      'an OAuth client that writes',
      /work is written by one, which/,
      (draft) => {
        Object.assign(draft, { oauthClients: { one: { clientId: 'a', purpose: 'x', reads: {} } } });
        draft.surfaces.work?.writers.push('one');
      },
    ],
    [
      'an anonymous user who reads the ledger',
      /anonymousUser reads ops\.runs elsewhere/,
      ({ readers }) => Object.assign(readers, { anonymousUser: { ops: ['ops.runs'] } }),
    ],
    ['another version', /version/, (draft) => Object.assign(draft, { version: 2 })],
  ])('with %s is refused by name', (_name, culprit, change) => {
    expect(() => load(change)).toThrow(culprit);
  });

  it('names every mistake at once', () => {
    const change = ({ readers, surfaces }: DoctrineDraft) => {
      Object.assign(readers.user ?? {}, { odoo: ['res.groups', 'ir.cron'] });
      surfaces.work?.writers.push('nobody-agent');
    };
    expect(() => load(change)).toThrow(/res\.groups[\s\S]*ir\.cron[\s\S]*nobody-agent/);
  });

  it.each<[string, (yaml: string) => string, string, RegExp]>([
    [
      'an unknown key',
      (yaml) => yaml.replace('    role: SSOT\n', '    role: SSOT\n    roel: SSOT\n'),
      'roel: SSOT',
      /surfaces\.ops\.roel is no key/,
    ],
    [
      'an unknown model',
      (yaml) => yaml.replace(/(\n {2}user:[\s\S]*?\n {6}- )res\.partner\n/, '$1res.partners\n'),
      '- res.partners',
      /user reads res\.partners, which odoo does not own/,
    ],
    [
      'an unknown table',
      (yaml) => yaml.replace('    work.blocks:\n', '    work.blokcs:\n'),
      'work.blokcs:',
      /work\.blokcs is no model and no table/,
    ],
    [
      'an unknown function',
      (yaml) => yaml.replace('      - ops.tick\n', '      - ops.tik\n'),
      '- ops.tik',
      /sync-odoo-agent executes ops\.tik/,
    ],
    [
      'an unknown agent',
      (yaml) => yaml.replace('writers: [sync-odoo-agent]', 'writers: [sink-odoo-agent]'),
      'writers: [sink',
      /written by sink-odoo-agent/,
    ],
    ['a key twice', (yaml) => `${yaml}version: 1\n`, '', /unique/],
    ['a value of another kind', (yaml) => yaml.replace('delete: true', 'delete: yes'), 'delete: yes', /writes\.user/],
  ])('says the line of %s', (_name, change, marker, problem) => {
    using paths = copyPaths(() => {});
    const original = readFileSync(packagePaths().doctrine, 'utf8');
    const text = change(original);
    expect(text).not.toBe(original);
    writeFileSync(paths.doctrine, text);
    const line =
      marker === '' ? text.split('\n').length - 1 : text.split('\n').findIndex((one) => one.includes(marker)) + 1;
    expect(() => loadDoctrine(paths)).toThrow(new RegExp(`line ${line}: .*${problem.source}`));
  });

  it.each<[string, RegExp, (draft: DoctrineDraft) => void]>([
    [
      'lets an agent do what it prohibits',
      /workspace-indexer reads ops\.runs elsewhere in the doctrine, and here must not/,
      ({ agents }) => Object.assign(agents['workspace-indexer']?.reads ?? {}, { ops: ['ops.runs'] }),
    ],
    [
      'lets the gateway write to Odoo',
      /service writes res\.partner elsewhere/,
      ({ surfaces }) => surfaces.odoo?.writers.push('service'),
    ],
    [
      'lets a user change what is append-only',
      /user changes rows of ops\.builds, which is append-only/,
      (draft) =>
        Object.assign((draft as unknown as { writes: { user: object } }).writes.user, {
          'ops.builds': { update: ['branch'] },
        }),
    ],
    [
      'lets a user write what is derived',
      /user writes work\.search_index, which is derived/,
      (draft) =>
        Object.assign((draft as unknown as { writes: { user: object } }).writes.user, { 'work.search_index': 'all' }),
    ],
    ['lists a table twice', /work\.pages is listed twice/, ({ surfaces }) => surfaces.ops?.owns.push('work.pages')],
  ])('that %s is refused', (_name, culprit, change) => {
    expect(() => load(change)).toThrow(culprit);
  });

  it.each<[string, RegExp, (before: string) => string | null]>([
    [
      'an executor that nobody is',
      /page\/create_page\.sql:2: work\.create_page is executed by everyone, which is no viewer kind/,
      (before) => before.replace('user, service', 'everyone'),
    ],
    [
      'an operation that the doctrine does not list',
      /page\/create_page\.sql:2: work\.create_page is an operation that the doctrine does not list/,
      (before) => before.replace('user, service, agents for users', 'operation'),
    ],
    ['no word of who executes it', /page\/create_page\.sql:1: must be/, (before) => before.replace(/-- Exec.*\n/, '')],
    ['another name', /makes work\.make_page/, (before) => before.replace('work.create_page(', 'work.make_page(')],
    ['no file, though it is called', /Mutation\.createPage calls work\.create_page, which has no file/, () => null],
  ])('with a function that has %s is refused', (_name, culprit, change) => {
    // Its executes would be refused first.
    using paths = copyPaths(({ templates }: DoctrineDraft & { templates?: Record<string, unknown> }) => {
      delete templates?.['writer-for-users'];
    });
    const migrations = join(dirname(paths.doctrine), 'migrations');
    cpSync(join(paths.migrations, 'functions'), join(migrations, 'functions'), { recursive: true });
    const file = join(migrations, 'functions/work/page/create_page.sql');
    const text = change(readFileSync(file, 'utf8'));
    if (text === null) rmSync(file);
    else writeFileSync(file, text);
    const build = () =>
      createGatewaySchema(readSdl(paths.schema), loadDoctrine({ doctrine: paths.doctrine, migrations }));
    expect(build).toThrow(culprit);
  });

  it('that lists an operation without a function, or one whose file names its executors, is refused', () => {
    const list = (name: string) => (draft: DoctrineDraft) =>
      (draft as unknown as { operations: string[] }).operations.push(name);
    expect(() => load(list('ops.nothing'))).toThrow(/ops\.nothing has no file below migrations\/functions/);
    expect(() => load(list('work.create_page'))).toThrow(/its file must say "Executed by: operation"/);
  });

  it.each([
    [
      'page-mutations',
      '"work.update_page"',
      '"work.move_page"',
      'Mutation.updatePage calls work.update_page in code, and work.move_page by @writes',
    ],
    [
      'page-mutations',
      ', "work.create_page_from_template"',
      '',
      'Mutation.createPage calls work.create_page, work.create_page_from_template in code, and work.create_page by @writes',
    ],
    [
      'comment-mutations',
      ', calls: ["work.edit_comment"]',
      '',
      'Mutation.editComment calls work.edit_comment in code, and nothing by @writes',
    ],
  ])(
    'of which the schema says in %s that a mutation calls another function than the code does is refused',
    (file, from, to, problem) => {
      using paths = copyPaths(() => {});
      const path = join(paths.schema, 'work', `${file}.graphql`);
      const text = readFileSync(path, 'utf8');
      expect(text).toContain(from);
      writeFileSync(path, text.replace(from, to));
      expect(() => createGatewaySchema(readSdl(paths.schema), loadDoctrine(paths))).toThrow(problem);
    },
  );

  it('that is empty or not YAML is refused', () => {
    for (const text of ['', '[]', 'a: [', '42']) {
      using paths = copyPaths(() => {});
      writeFileSync(paths.doctrine, text);
      expect(() => loadDoctrine(paths), text).toThrow();
    }
  });
});
