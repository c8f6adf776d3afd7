/** Random domains: in the stand-in a domain and its negation part the records; against a real Odoo both find the same. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStandInOdoo, type RunningStandIn } from '../../src/demo/odoo/stand-in.ts';
import { type Answer, openSystem } from './ask.ts';
import { type Question, ref } from './question.ts';

const { ODOO_URL, ODOO_API_KEY } = process.env;
const OURS = ['company_id', '=', ref('company_tala')];
const text = fc.constantFrom('a', 'Ma', 'CUST', '%n', 'o_', 'Manila', '', 'ñ', 'zz');
// Odoo merges `= ''` and `= false` of one field as if they were two values: no empty text where values are compared.
const word = text.filter((value) => value !== '');
const ids = fc.subarray([ref('base.ph'), ref('base.sg'), ref('base.jp'), ref('base.us')]);

const condition = fc.oneof(
  fc.tuple(
    fc.constantFrom('name', 'ref', 'city', 'email', 'vat'),
    fc.constantFrom('like', 'ilike', 'not like', 'not ilike', '=like', '=ilike'),
    text,
  ),
  fc.tuple(fc.constantFrom('name', 'ref', 'city', 'email'), fc.constantFrom('=', '!=', '<', '>', '<=', '>='), word),
  fc.tuple(
    fc.constantFrom('ref', 'city', 'email'),
    fc.constantFrom('in', 'not in'),
    fc.array(fc.oneof(word, fc.constant(false))),
  ),
  fc.tuple(fc.constantFrom('country_id', 'parent_id.country_id'), fc.constantFrom('in', 'not in'), ids),
  fc.tuple(
    fc.constantFrom('country_id', 'parent_id', 'category_id', 'child_ids', 'state_id'),
    fc.constantFrom('=', '!='),
    fc.constant(false),
  ),
  fc.tuple(
    fc.constantFrom('country_id.name', 'parent_id.name', 'category_id.name', 'child_ids.function'),
    fc.constantFrom('ilike', 'not ilike', '='),
    word,
  ),
  fc.tuple(fc.constantFrom('country_id', 'category_id', 'parent_id'), fc.constantFrom('ilike', 'not ilike'), text),
  fc.tuple(
    fc.constantFrom('category_id', 'child_ids', 'country_id'),
    fc.constantFrom('any', 'not any'),
    fc.constantFrom([], [['name', 'ilike', 'a']], [['name', 'not ilike', 'a']]),
  ),
  fc.tuple(fc.constantFrom('is_company', 'active'), fc.constantFrom('=', '!='), fc.boolean()),
  fc.tuple(
    fc.constantFrom('color', 'partner_latitude'),
    fc.constantFrom('=', '!=', '<', '>', '<=', '>='),
    fc.constantFrom(0, 1, -1, false),
  ),
);

const domain = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    condition.map((leaf) => [leaf]),
    tie('joined'),
    tie('negated'),
  ),
  joined: fc
    .tuple(fc.constantFrom('&', '|'), tie('any'), tie('any'))
    .map(([operator, left, right]) => [operator, ...(left as []), ...(right as [])]),
  negated: tie('any').map((inner) => ['!', ...(inner as [])]),
})).any as fc.Arbitrary<unknown[]>;

const find = (inner: readonly unknown[]): Question => ({
  title: 'random',
  model: 'res.partner',
  method: 'search_read',
  // Both kinds of `active`, so that a domain which names it and one which does not are treated alike.
  args: { domain: [OURS, ...inner], fields: ['id'], order: 'id', context: { active_test: false } },
});

describe('random domains', () => {
  let running: RunningStandIn;
  let ask: (question: Question) => Promise<Answer>;
  beforeAll(async () => {
    running = await createStandInOdoo().listen();
    ask = await openSystem(running);
  });
  afterAll(() => running.close());

  it('part the records together with their negation', async () => {
    const all = (await ask(find([]))).body as string[];
    const parts = async (inner: unknown[]) => {
      const [matching, rest] = [await ask(find(inner)), await ask(find(['!', ...inner]))];
      expect([...(matching.body as string[]), ...(rest.body as string[])].sort()).toEqual([...all].sort());
    };
    await fc.assert(fc.asyncProperty(domain, parts), { numRuns: 150 });
  });

  it.runIf(ODOO_URL && ODOO_API_KEY)(
    'find in the stand-in what a real Odoo finds',
    async () => {
      const askReal = await openSystem({ url: ODOO_URL as string, apiKey: ODOO_API_KEY as string });
      const agree = async (inner: unknown[]) => {
        expect(await ask(find(inner))).toEqual(await askReal(find(inner)));
      };
      await fc.assert(fc.asyncProperty(domain, agree), { numRuns: 200 });
    },
    120_000,
  );
});
