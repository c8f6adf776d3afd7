/** A planted violation of every rule on the schema, the doctrine and the exceptions; and this checkout, which breaks none. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/guard/finding.ts';
import { type GuardPart, runGuard } from '../../src/guard/guard.ts';
import { copyTree, type GuardedTree, OWN } from '../support/guarded.ts';
import { isRealStack } from '../support/stack.ts';

const INDEX = 'docs/contracts/PLATFORM_CONTRACTS_INDEX.md';
const FILE = 'schema/planted.graphql';
/** One after the other in one file; all described but the last. */
const PLANTED = `"Planted." extend type Mutation {
  "Planted." ownerless: Boolean
  "Planted." ofTwo: Boolean @writes(to: ["ops.runs", "work.pages"])
  "Planted." ofNobody: Boolean @writes(to: ["work.nothing"])
  "Planted." byAnother: Boolean @writes(to: ["ops.runs"], by: "work.create_page")
  "Planted." toOdoo: Boolean @writes(to: ["res.partner"])
}
"Planted." type Stray @work(table: "work.strays") { "Planted." id: ID! }
"Planted." type Displaced @ops(table: "work.pages") { "Planted." id: ID! }
"Planted." type Linked @ops(table: "ops.roles") {
  "Planted." id: ID!
  "Planted." page: Page @link(by: "page_id", contract: "NOWHERE")
  "Planted." move: Move @link(by: "move_id", contract: "PAGE_MOVE")
}
type Bare { x: Int }
`.replaceAll('"Planted." extend', 'extend');

let tree: GuardedTree;
let found: readonly Finding[];

beforeAll(async () => {
  tree = copyTree(['schema', 'docs/contracts'], { 'ssot/guard-exceptions.yaml': 'exceptions: []\n' });
  const changes = {
    [FILE]: PLANTED,
    [INDEX]: (text: string) =>
      text
        .replace(
          '| [`PAGE_PARTNER`](PAGE_PARTNER_CONTRACT.md) | `Page.partner` |',
          '| [`PAGE_PARTNER`](PAGE_PARTNER_CONTRACT.md) | `Page.customer` |',
        )
        .replace('| `Page.project` | `work` → `odoo` |', '| `Page.project` | `odoo` → `work` |'),
    'docs/contracts/OLD_LINK_CONTRACT.md': '# OLD_LINK',
  };
  found = await tree.find(changes, { parts: ['schema'] });
});
afterAll(() => tree[Symbol.dispose]());

describe('the schema', () => {
  it.each([
    ['mutation-owner', 'Mutation.ownerless does not say', FILE, 2],
    ['mutation-owner', 'Mutation.ofTwo writes what ops and work own', FILE, 3],
    ['mutation-owner', 'Mutation.ofNobody writes work.nothing', FILE, 4],
    ['mutation-owner', 'Mutation.byAnother writes ops by work.create_page', FILE, 5],
    ['odoo-mutation', 'Mutation.toOdoo writes res.partner', FILE, 6],
    ['unowned-type', 'Stray lives on work in work.strays, and no surface owns it', FILE, 8],
    ['unowned-type', 'Displaced lives on ops in work.pages, and work owns it', FILE, 9],
    ['unregistered-contract', 'Linked.page falls under NOWHERE', FILE, 12],
    ['unregistered-contract', 'Linked.move is not in', FILE, 13],
    ['undescribed', 'Bare has no description', FILE, 15],
    ['undescribed', 'Bare.x has no description', FILE, 15],
    ['unregistered-contract', 'Page.partner is not in', 'schema/work/page.graphql', expect.any(Number)],
    ['unregistered-contract', 'Page.project leads work → odoo, and', 'schema/work/page.graphql', expect.any(Number)],
    ['stale-contract', 'PAGE_PARTNER is for Page.customer', INDEX, expect.any(Number)],
    ['stale-contract', 'OLD_LINK is a contract of no link', 'docs/contracts/OLD_LINK_CONTRACT.md', undefined],
  ])('breaks %s: %s', (rule, message, file, line) => {
    const one = found.filter((finding) => finding.message.startsWith(message));
    expect(one).toMatchObject([{ rule: `schema/${rule}`, file, ...(line !== undefined && { line }) }]);
  });

  it('is found nowhere but where something was planted', () => {
    expect(found.map(({ message }) => message.slice(0, 60))).toHaveLength(15);
  });

  it('that does not add up is said to be invalid', async () => {
    const findings = await tree.find({ [FILE]: 'type Broken { x: Nothing }' }, { parts: ['schema'] });
    expect(findings).toMatchObject([{ rule: 'schema/invalid', message: expect.stringContaining('Nothing') }]);
  });
});

describe('the doctrine', () => {
  const DOCTRINE = 'ssot/doctrine.yaml';

  it('with an unknown key or table is a finding, at its line', async () => {
    const change = (text: string) =>
      text.replace('open: [', 'opened: [x]\nopen: [').replace('      - ops.run_events\n', '      - ops.other_events\n');
    const findings = await tree.find({ [DOCTRINE]: change }, { parts: ['schema'] });
    expect(findings[0]).toMatchObject({
      rule: 'doctrine/invalid',
      file: DOCTRINE,
      message: expect.stringContaining('opened'),
    });
    expect(findings[0]?.line).toBeGreaterThan(1);
  });

  it('has a registry of secrets that is understood', async () => {
    const change = (text: string) => text.replace('livesIn: vault', 'livesIn: drawer');
    const findings = await tree.find({ 'ssot/secrets/registry.yaml': change }, { parts: ['schema'] });
    expect(findings[0]).toMatchObject({ rule: 'doctrine/invalid', file: 'ssot/secrets/registry.yaml' });
    expect(findings[0]?.line).toBeGreaterThan(1);
  });
});

describe('an exception', () => {
  const EXCEPTIONS = 'ssot/guard-exceptions.yaml';
  const bare = (reason: string, file = FILE, rule = 'schema/undescribed') =>
    `exceptions:\n  - { rule: ${rule}, file: ${file}, reason: ${reason} }\n`;
  const find = (exceptions: string) =>
    tree.find({ [FILE]: 'type Bare { x: Int }', [EXCEPTIONS]: exceptions }, { parts: ['schema'] });

  it('excuses what it names, and no more', async () => {
    expect(await find(bare('Nobody has to understand it.'))).toEqual([]);
    expect(await find(bare('Nobody has to understand it.', 'schema/**'))).toEqual([]);
    const one = `exceptions:\n  - { rule: schema/undescribed, file: ${FILE}, message: Bare.x, reason: Nobody has to understand it. }\n`;
    expect(await find(one)).toMatchObject([{ message: 'Bare has no description' }]);
  });

  it('that excuses nothing, or has no reason, is a finding itself', async () => {
    const stale = await find(bare('Nobody has to understand it.', 'schema/elsewhere.graphql'));
    expect(stale.map(({ rule }) => rule)).toContain('guard/exception');
    const bald = await find(bare('Because.'));
    expect(bald.map(({ rule }) => rule)).toContain('guard/exception');
  });
});

describe('this checkout', () => {
  const root = join(import.meta.dirname, '..', '..');
  const findIn = async (parts: readonly GuardPart[]) =>
    (await runGuard({ root, parts, ...OWN })).map(
      ({ rule, message, file, line }) => `${file}:${line} ${rule} ${message}`,
    );

  it('breaks no rule on schema and migrations', async () => {
    expect(await findIn(['schema', 'migrations'])).toEqual([]);
  });

  // `npm run check` asks the same each time: to read all code twice costs seconds.
  it.runIf(isRealStack)('breaks no rule on code and stages', async () => {
    expect(await findIn(['code', 'stage'])).toEqual([]);
  });
});
