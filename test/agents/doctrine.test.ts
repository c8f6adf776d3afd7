/** `writesOdoo` of the doctrine: what may stand there, and who alone may have it. */
import { expect, it } from 'vitest';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import { packagePaths } from '../../src/paths.ts';
import { copyPaths } from '../support/doctrine.ts';

it('lets one agent write to Odoo, and list no deletion', () => {
  const { agents } = loadDoctrine(packagePaths());
  const writers = Object.entries(agents).filter(([, { writesOdoo }]) => writesOdoo.length > 0);
  expect(writers.map(([name]) => name)).toEqual(['sync-odoo-agent']);
  const rules = writers.flatMap(([, { writesOdoo }]) => writesOdoo);
  expect(rules.flatMap(({ methods, once }) => [...methods, ...Object.keys(once)])).not.toContain('unlink');
});

it.each([
  [
    'sync-odoo-agent',
    { model: 'ir.cron', methods: ['write'] },
    /sync-odoo-agent writes ir\.cron, which odoo does not own/,
  ],
  [
    'workspace-indexer',
    { model: 'res.partner', methods: ['write'] },
    /workspace-indexer writes res\.partner, and is no writer of odoo/,
  ],
  ['sync-odoo-agent', { model: 'res.partner', methods: ['unlink'] }, /methods/],
  ['sync-odoo-agent', { model: 'res.partner', methods: [], once: { unlink: [['id', '=', 0]] } }, /unlink/],
  ['sync-odoo-agent', { model: 'res.partner', methods: [], once: { _write: [['id', '=', 0]] } }, /_write/],
  ['sync-odoo-agent', { model: 'account.move', methods: [], once: { action_post: [] } }, /action_post/],
  ['sync-odoo-agent', { model: 'res.partner', methods: ['write'], sudo: true }, /sudo/],
])('refuses for %s: %j', (agent, rule, problem) => {
  using paths = copyPaths(({ agents }) => {
    Object.assign(agents[agent] ?? {}, { writesOdoo: [rule] });
  });
  expect(() => loadDoctrine(paths)).toThrow(problem);
});
