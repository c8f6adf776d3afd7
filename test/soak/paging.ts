/** The long version of `test/odoo/paging-property.test.ts`: 2,000 partners, every order field, both ways. */
import { orderFields, randomOrders } from '../support/odoo-orders.ts';
import { walkWhileRowsChange } from '../support/odoo-paging.ts';
import { openOwnPartners } from '../support/odoo-partners.ts';
import { seededChoice } from '../support/random.ts';
import { readTestSchema } from '../support/schema.ts';
import { createSoakGateway } from './gateway.ts';
import type { Soak } from './soak.ts';

const PARTNERS = 2_000;
const SIZE = 97;
const CHURN = 8;
const RANDOM_ORDERS = 10;

/** Walks 2,000 partners in every order while others come and go. */
export const soak: Soak = async (report, seed) => {
  const choose = seededChoice(seed);
  await using gateway = await createSoakGateway();
  await using partners = await openOwnPartners(choose);
  const started = performance.now();
  await partners.create(PARTNERS);
  report(`${PARTNERS} partners created in ${Math.round(performance.now() - started)} ms`);
  const fields = orderFields(readTestSchema().schema, 'Partner');
  const orders = [[], ...fields.map((field) => [{ field }]), ...randomOrders(fields, RANDOM_ORDERS, seed)];
  const total = { walks: 0, pages: 0, met: 0, inserted: 0, deleted: 0 };
  for (const orderBy of orders) {
    for (const backward of [false, true]) {
      const walked = await walkWhileRowsChange(gateway, partners, {
        orderBy,
        backward,
        size: SIZE,
        churn: CHURN,
        choose,
      });
      total.walks += 1;
      total.pages += walked.pages;
      total.met += walked.met;
      total.inserted += walked.inserted;
      total.deleted += walked.deleted;
    }
    report(`${JSON.stringify(orderBy)}: none twice, none missed`);
  }
  report(`${JSON.stringify(total)} in ${gateway.callCount()} calls`);
};
