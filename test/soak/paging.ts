/** Pages of every list in every order: beside Odoo's own order and Postgres's, and while records come and go. */
import { orderFields, randomOrders } from '../support/odoo-orders.ts';
import { walkWhileRowsChange } from '../support/odoo-paging.ts';
import { openOwnPartners } from '../support/odoo-partners.ts';
import { seededChoice } from '../support/random.ts';
import { readTestSchema } from '../support/schema.ts';
import { createSoakGateway } from './gateway.ts';
import { walkOdoo } from './paging-odoo.ts';
import { walkPostgres } from './paging-postgres.ts';
import type { Soak } from './soak.ts';

const PARTNERS = 500;
const SMALL_PARTNERS = 60;
const SIZE = 97;
const CHURN = 8;
const RANDOM_ORDERS = 10;

/** None lost, none twice. */
export const soak: Soak = async (report, seed, options) => {
  await walkPostgres(report, seed, options);
  await walkOdoo(report, seed, options);
  await walkChanging(report, seed, options);
};

/** Walks partners in every order while others come and go. */
const walkChanging: Soak = async (report, seed, { small }) => {
  const choose = seededChoice(seed);
  await using gateway = await createSoakGateway();
  await using partners = await openOwnPartners(choose);
  const started = performance.now();
  const count = small ? SMALL_PARTNERS : PARTNERS;
  await partners.create(count);
  report(`${count} partners created in ${Math.round(performance.now() - started)} ms`);
  const fields = orderFields(readTestSchema().schema, 'Partner');
  const orders = small
    ? randomOrders(fields, 2, seed)
    : [[], ...fields.map((field) => [{ field }]), ...randomOrders(fields, RANDOM_ORDERS, seed)];
  const total = { walks: 0, pages: 0, met: 0, inserted: 0, deleted: 0 };
  for (const orderBy of orders) {
    for (const backward of [false, true]) {
      const size = small ? 19 : SIZE;
      const walked = await walkWhileRowsChange(gateway, partners, { orderBy, backward, size, churn: CHURN, choose });
      total.walks += 1;
      total.pages += walked.pages;
      total.met += walked.met;
      total.inserted += walked.inserted;
      total.deleted += walked.deleted;
    }
  }
  report(
    `while partners came and went: none twice, none missed, ${JSON.stringify(total)} in ${gateway.callCount()} calls`,
  );
};
