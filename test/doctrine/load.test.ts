/** The doctrine's file: every mistake is named before the gateway starts. */
import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import { packagePaths } from '../../src/paths.ts';
import { copyPaths, type DoctrineDraft } from '../support/doctrine.ts';

const load = (change: (draft: DoctrineDraft) => void) => {
  using paths = copyPaths(change);
  return loadDoctrine(paths.doctrine);
};

describe('the doctrine', () => {
  it('of the repository is one', () => {
    const doctrine = loadDoctrine(packagePaths().doctrine);
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

  it('that is empty or not YAML is refused', () => {
    for (const text of ['', '[]', 'a: [', '42']) {
      using paths = copyPaths(() => {});
      writeFileSync(paths.doctrine, text);
      expect(() => loadDoctrine(paths.doctrine), text).toThrow();
    }
  });
});
