/** The demo company, made step by step through Odoo's ORM; a second run finds everything and creates nothing. */
import type { OdooCall } from './call.ts';
import { createCompany } from './company.ts';
import { createCrossings } from './crossings.ts';
import { nameDerived } from './derived.ts';
import { createExpenses } from './expenses.ts';
import { createMoves } from './moves.ts';
import { createPurchases, createSales } from './orders.ts';
import { createPartners } from './partners.ts';
import { createPayments } from './payments.ts';
import { createPeople } from './people.ts';
import { createProducts } from './products.ts';
import { createProjects } from './projects.ts';
import { createTimesheets } from './timesheets.ts';
import { openWorld, type World } from './world.ts';

const STEPS: readonly (readonly [string, (world: World) => Promise<void>])[] = [
  ['company', createCompany],
  ['partners', createPartners],
  ['people', createPeople],
  ['products', createProducts],
  ['projects', createProjects],
  ['timesheets', createTimesheets],
  ['moves', createMoves],
  ['payments', createPayments],
  ['purchases', createPurchases],
  ['sales', createSales],
  ['expenses', createExpenses],
  ['crossings', createCrossings],
  ['derived names', nameDerived],
];

/**
 * Creates what is missing of the demo company.
 *
 * @param call An administrator's call.
 * @param report Told the name of each step and the milliseconds it took.
 */
export async function createDemoCompany(call: OdooCall, report: (line: string) => void): Promise<World> {
  const world = await openWorld(call);
  for (const [name, step] of STEPS) {
    const start = performance.now();
    await step(world);
    report(`${name}: ${Math.round(performance.now() - start)} ms`);
  }
  return world;
}
