/** Every kind of filter against Odoo's own database: SQL by the API's rules finds what the gateway finds. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { type FilterComparison, openComparison } from '../support/odoo-comparison.ts';
import { randomOdooFilter } from '../support/odoo-filters.ts';
import type { Filter, OracleLeaf } from '../support/odoo-oracle.ts';
import { isRealStack } from '../support/stack.ts';

const RUNS = 40;
const TYPES = ['Partner', 'Move', 'MoveLine', 'Project', 'Task', 'Timesheet', 'PurchaseOrder'];

const PICKED: readonly (readonly [string, Filter])[] = [
  ['Partner', { country: { code: { eq: 'PH' } } }],
  ['Partner', { not: { country: { code: { eq: 'PH' } } } }],
  ['Partner', { not: { country: {} } }],
  ['Partner', { country: { code: { ne: 'PH' } } }],
  ['Partner', { parent: { id: { isNull: true } } }],
  ['Partner', { parent: { id: { isNull: false } } }],
  ['Partner', { parent: { not: { id: { isNull: true } } } }],
  ['Partner', { parent: { not: { id: { isNull: false } } } }],
  ['Partner', { not: { parent: { id: { isNull: true } } } }],
  ['Partner', { parent: { id: { isNull: true }, name: { startsWith: 'T' } } }],
  ['Partner', { parent: { or: [{ id: { isNull: true } }, { name: { startsWith: 'T' } }] } }],
  ['Partner', { or: [{ parent: { id: { isNull: true } } }, { ref: { isNull: false } }] }],
  ['Move', { partner: { parent: { id: { isNull: true } } } }],
  ['MoveLine', { move: { partner: { id: { isNull: true } } } }],
  ['Move', { lines: { some: { partner: { id: { isNull: true } } } } }],
  ['Task', { parent: { id: { isNull: true } } }],
  ['Task', { parent: { parent: { id: { isNull: true } } } }],
  ['Partner', { ref: { isNull: true } }],
  ['Partner', { ref: { isNull: false } }],
  ['Partner', { ref: { ne: 'nobody' } }],
  ['Partner', { ref: { notIn: [] } }],
  ['Partner', { ref: { in: [] } }],
  ['Partner', { ref: { eq: '' } }],
  ['Partner', { ref: { gte: '' } }],
  ['Partner', { ref: { lt: 'M' } }],
  ['Partner', { ref: { contains: '' } }],
  ['Partner', { ref: { startsWith: '' } }],
  ['Partner', { name: { contains: 'TRAD' } }],
  ['Partner', { name: { contains: '%' } }],
  ['Partner', { email: { contains: '_' } }],
  ['Partner', { name: { startsWith: '_' } }],
  ['Partner', { active: { eq: false } }],
  ['Partner', { or: [{ active: { eq: true } }, { active: { ne: true } }] }],
  ['Partner', { isCompany: { ne: true } }],
  ['Partner', { isCompany: { isNull: true } }],
  ['Partner', { customerRank: { eq: 0 } }],
  ['Partner', { customerRank: { ne: 0 } }],
  ['Partner', { customerRank: { isNull: false } }],
  ['Partner', { type: { notIn: ['CONTACT'] } }],
  ['Partner', { contacts: { some: { email: { isNull: false } } } }],
  ['Partner', { contacts: { none: {} } }],
  ['Partner', { and: [] }],
  ['Partner', { or: [] }],
  ['Partner', { not: {} }],
  ['Move', { invoiceDate: { isNull: true } }],
  ['Move', { invoiceDate: { lt: '2026-03-01' } }],
  ['Move', { invoiceDate: { ne: '2026-03-01' } }],
  ['Move', { partner: { country: { code: { eq: 'PH' } } } }],
  ['Move', { lines: { some: { debit: { gt: '50000' } } } }],
  ['Move', { invoiceLines: { none: {} } }],
  ['Move', { reversedEntry: { name: { isNull: false } } }],
  ['Move', { amountTotal: { gte: '1824.00' } }],
  ['Move', { amountTotal: { lte: '0.004' } }],
  ['Move', { amountTotal: { lt: '0.005' } }],
  ['Move', { state: { ne: 'POSTED' } }],
  ['Move', { paymentState: { in: ['PAID', 'PARTIAL'] } }],
  ['Move', { createDate: { gt: '2026-01-01T00:00:00.999Z' } }],
  ['Move', { not: { not: { amountResidual: { eq: '0' } } } }],
  ['Task', { description: { eq: '' } }],
  ['Task', { description: { isNull: true } }],
  ['Task', { description: { ne: 'x' } }],
  ['Task', { description: { in: ['', 'x'] } }],
  ['Task', { tags: { some: { name: { contains: 'a' } } } }],
  ['Task', { tags: { none: {} } }],
  ['Timesheet', { hours: { eq: '0' } }],
  ['Timesheet', { hours: { gt: '1.5' } }],
  ['Timesheet', { task: { project: { name: { startsWith: 'c' } } } }],
];

describe.skipIf(!isRealStack)("filters and Odoo's own database", () => {
  let gateway: TestGateway;
  let comparison: FilterComparison;
  beforeAll(async () => {
    gateway = await createTestGateway({ lanes: 'ordinary' });
    comparison = await openComparison(gateway, TYPES);
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  it.each(PICKED)('find the same %s: %o', async (type, filter) => {
    await comparison.expectSame(type, filter);
  });

  it('disagree with a filter that means another thing', async () => {
    const { found } = await comparison.compare('Partner', { ref: { isNull: true } });
    const { expected } = await comparison.compare('Partner', { ref: { isNull: false } });
    expect(found).not.toEqual(expected);
  });

  it.each(['eq', 'ne', 'lt', 'lte', 'gt', 'gte'])(
    'compare times with the second that is shown: %s',
    async (operator) => {
      const createDate = comparison.oracle.types.get('Move')?.fields.get('createDate');
      const { samples } = createDate as OracleLeaf;
      for (const sample of samples.slice(0, 3)) {
        const second = String(sample).slice(0, 19).replace(' ', 'T');
        await comparison.expectSame('Move', { createDate: { [operator]: `${second}Z` } });
        await comparison.expectSame('Move', { createDate: { [operator]: `${second}.250Z` } });
      }
    },
  );

  it.each(TYPES)('find the same %s for random filters', { timeout: 120_000 }, async (type) => {
    const property = fc.asyncProperty(fc.array(fc.nat(10_000), { maxLength: 60, size: 'max' }), async (drawn) => {
      let next = 0;
      const choose = (max: number) => {
        next += 1;
        return (drawn[next - 1] ?? 0) % (max + 1);
      };
      await comparison.expectSame(type, randomOdooFilter(choose, comparison.oracle, type));
    });
    await fc.assert(property, { numRuns: RUNS, seed: 20_260_321, endOnFailure: true });
  });
});
