/** The long version of `test/odoo/filters-oracle.test.ts`: many more random filters. */
import { openComparison } from '../support/odoo-comparison.ts';
import { randomOdooFilter } from '../support/odoo-filters.ts';
import { seededChoice } from '../support/random.ts';
import { createSoakGateway } from './gateway.ts';
import type { Soak } from './soak.ts';

const FILTERS = 200;
const TYPES = [
  'Partner',
  'Move',
  'MoveLine',
  'Project',
  'Task',
  'Timesheet',
  'PurchaseOrder',
  'PurchaseOrderLine',
  'SaleOrder',
  'Payment',
  'Expense',
  'Employee',
];

/** Compares 200 random filters of each type with Odoo's own database. */
export const soak: Soak = async (report, seed) => {
  const choose = seededChoice(seed);
  await using gateway = await createSoakGateway();
  const comparison = await openComparison(gateway, TYPES);
  for (const type of TYPES) {
    for (let done = 0; done < FILTERS; done += 1) {
      const filter = randomOdooFilter((max) => choose(max + 1), comparison.oracle, type, 3);
      await comparison.expectSame(type, filter);
    }
    report(`${type}: ${FILTERS} filters find the same`);
  }
  report(`${TYPES.length * FILTERS} filters in ${gateway.callCount()} calls`);
};
