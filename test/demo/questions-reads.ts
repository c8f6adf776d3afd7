/** Reading: nested specifications, orders with ties and nulls, pages and counts. */
import { OURS, type Question, reads, ref } from './question.ts';

const PARTNER_NAME = { display_name: {} };
const MANILA = [OURS, ['city', '=', 'Makati City']];

/** Nested reads. */
export const SPECIFICATIONS: readonly Question[] = [
  reads('nothing but ids', 'res.partner', { domain: MANILA, specification: {} }),
  reads('the default order of partners', 'res.partner', {
    domain: [OURS, ['ref', 'like', '00']],
    specification: { name: {}, ref: {} },
  }),
  reads('the default order of moves', 'account.move', {
    domain: [OURS, ['move_type', '=', 'in_refund']],
    specification: { name: {}, date: {}, state: {}, move_type: {} },
  }),
  reads('the default order of tasks', 'project.task', {
    domain: [OURS, ['project_id', '=', ref('project_cold_chain')]],
    specification: { name: {}, priority: {}, date_deadline: {}, sequence: {} },
  }),
  reads('many2one as id, object, false', 'res.partner', {
    domain: [OURS, ['name', 'in', ['Jose Dela Cruz', 'Mang Kulas']]],
    specification: { parent_id: {}, country_id: { fields: { name: {}, code: {} } }, state_id: { fields: {} } },
    order: 'name',
  }),
  reads('many2one with a display name', 'project.task', {
    domain: [OURS, ['project_id', '=', ref('project_fleet_tracking')], ['parent_id', '!=', false]],
    specification: {
      parent_id: { fields: PARTNER_NAME },
      project_id: { fields: { display_name: {}, user_id: { fields: PARTNER_NAME } } },
    },
    order: 'id',
  }),
  reads('a to-many as ids', 'res.partner', {
    domain: [['id', '=', ref('partner_mabuhay_hardware')]],
    specification: { child_ids: {}, category_id: {} },
  }),
  reads('a to-many with fields', 'res.partner', {
    domain: [['id', 'in', [ref('partner_mabuhay_hardware'), ref('partner_bilis_courier')]]],
    specification: { child_ids: { fields: { name: {}, function: {} } }, category_id: { fields: { name: {} } } },
    order: 'id',
  }),
  reads('a to-many with a limit: later ones as ids', 'account.move', {
    domain: [OURS, ['move_type', '=', 'out_invoice'], ['invoice_date', '<', '2026-02-01']],
    specification: { invoice_line_ids: { fields: { name: {}, quantity: {}, price_subtotal: {} }, limit: 1 } },
    order: 'id',
  }),
  reads('a to-many with order and limit', 'account.move', {
    domain: [OURS, ['move_type', '=', 'out_invoice'], ['invoice_date', '<', '2026-02-01']],
    specification: {
      invoice_line_ids: { fields: { quantity: {}, price_unit: {} }, limit: 2, order: 'quantity desc, id desc' },
    },
    order: 'id',
  }),
  reads('a to-many ordered by a many2one', 'account.move', {
    domain: [['id', '=', ref('bill_2026_003')]],
    specification: {
      invoice_line_ids: { fields: { product_id: { fields: { name: {} } } }, order: 'product_id desc, id' },
    },
  }),
  reads('a limit of zero', 'res.partner', {
    domain: [['id', '=', ref('partner_mabuhay_hardware')]],
    specification: { child_ids: { fields: { name: {} }, limit: 0 } },
  }),
  reads('four models deep', 'account.move', {
    domain: [['id', 'in', [ref('invoice_2026_001'), ref('invoice_2026_005')]]],
    specification: {
      move_type: {},
      state: {},
      amount_untaxed: {},
      partner_id: { fields: { name: {}, country_id: { fields: { code: {} } } } },
      invoice_line_ids: {
        fields: {
          display_type: {},
          quantity: {},
          discount: {},
          product_id: { fields: { default_code: {}, categ_id: { fields: { name: {} } } } },
        },
      },
      currency_id: { fields: { name: {}, symbol: {} } },
    },
    order: 'id',
  }),
  reads('an invoice of every type and state', 'account.move', {
    domain: [OURS, ['invoice_date', '!=', false], ['invoice_date', '<', '2026-03-01']],
    specification: { move_type: {}, state: {}, payment_state: {}, invoice_date: {}, amount_untaxed: {}, ref: {} },
    order: 'id',
  }),
  reads('a project with its tasks', 'project.project', {
    domain: [['id', '=', ref('project_warehouse_rollout')]],
    specification: {
      name: {},
      date_start: {},
      date: {},
      user_id: { fields: { login: {} } },
      partner_id: { fields: { name: {} } },
      task_ids: { fields: { name: {}, stage_id: { fields: { name: {} } } }, limit: 3, order: 'name, id' },
    },
  }),
  reads('employees', 'hr.employee', {
    domain: [OURS],
    specification: {
      name: {},
      job_id: { fields: { name: {} } },
      department_id: { fields: { name: {} } },
      parent_id: {},
    },
    order: 'name',
  }),
  reads('expenses', 'hr.expense', {
    domain: [OURS, ['date', '<', '2026-05-01']],
    specification: { name: {}, state: {}, total_amount: {}, employee_id: { fields: { name: {} } } },
    order: 'date, id',
  }),
  reads('purchase orders', 'purchase.order', {
    domain: [OURS, ['state', '=', 'purchase'], ['amount_untaxed', '>', 50000]],
    specification: {
      partner_id: { fields: { name: {} } },
      amount_untaxed: {},
      order_line: { fields: { product_qty: {}, price_unit: {} } },
    },
    order: 'amount_untaxed desc, id',
  }),
  reads('sale orders', 'sale.order', {
    domain: [OURS, ['state', '=', 'sent']],
    specification: { partner_id: {}, amount_untaxed: {}, order_line: { fields: { product_uom_qty: {} } } },
    order: 'id',
  }),
  reads('timesheets', 'account.analytic.line', {
    domain: [OURS, ['project_id', '=', ref('project_bir_efiling')]],
    specification: { name: {}, date: {}, unit_amount: {}, employee_id: { fields: { name: {} } }, task_id: {} },
    order: 'date desc, id',
  }),
  reads('an unknown nested field', 'res.partner', {
    domain: MANILA,
    specification: { country_id: { fields: { nope: {} } } },
  }),
  reads('an unknown field', 'res.partner', { domain: MANILA, specification: { nope: {} } }),
];

function ordered(
  model: string,
  order: string,
  domain: readonly unknown[],
  rest: Readonly<Record<string, unknown>> = {},
): Question {
  const args = { domain: [OURS, ...domain], fields: ['id'], order, ...rest };
  return { title: `${model} ordered by ${order}${JSON.stringify(rest)}`, model, method: 'search_read', args };
}

const FEW = [['ref', '=like', '%-09%']];
const ABROAD = [
  ['country_id.code', '!=', 'PH'],
  ['is_company', '=', true],
];
/** Orders. */
export const ORDERS: readonly Question[] = [
  ordered('res.partner', 'name', [['is_company', '=', false]]),
  ordered('res.partner', 'name desc', [['is_company', '=', false]]),
  ordered('res.partner', 'ref, id', [['is_company', '=', false]]),
  ordered('res.partner', 'ref desc, id', [['is_company', '=', false]]),
  ordered('res.partner', 'ref nulls first, id desc', [['is_company', '=', false]]),
  ordered('res.partner', 'ref desc nulls last, id', [['is_company', '=', false]]),
  ordered('res.partner', 'country_id, id', ABROAD),
  ordered('res.partner', 'country_id desc, name', ABROAD),
  ordered('res.partner', 'state_id, id', []),
  ordered('res.partner', 'state_id desc, id', []),
  ordered('res.partner', 'state_id nulls first, id desc', []),
  ordered('res.partner', 'parent_id, id', [['is_company', '=', false]]),
  ordered('res.partner', 'parent_id.id desc, id', [['is_company', '=', false]]),
  ordered('res.partner', 'is_company desc, name', FEW),
  ordered('res.partner', 'city, name DESC', [['is_company', '=', true]], { limit: 7, offset: 5 }),
  ordered('res.partner', 'name', FEW, { offset: 100 }),
  ordered('res.partner', 'nope', FEW),
  ordered('res.partner', 'name; drop', FEW),
  ordered('account.move', 'invoice_date desc, id', [['state', '=', 'draft']]),
  ordered('account.move', 'invoice_date, id', [['state', '=', 'draft']]),
  ordered('account.move', 'amount_untaxed desc, id', [['move_type', '=', 'in_invoice']], { limit: 10 }),
  ordered('account.move', 'partner_id, invoice_date, id', [['move_type', '=', 'out_refund']]),
  ordered('project.task', 'stage_id, date_deadline desc, id', [['project_id', '=', ref('project_pos_deployment')]]),
  ordered('project.task', 'project_id desc, id', [['priority', '=', '1']]),
];

/** Counts and pages. */
export const COUNTS: readonly Question[] = [
  {
    title: 'counts',
    model: 'account.move',
    method: 'search_count',
    args: { domain: [OURS, ['move_type', '=', 'out_invoice']] },
  },
  {
    title: 'counts up to a limit',
    model: 'account.move',
    method: 'search_count',
    args: { domain: [OURS, ['move_type', '=', 'out_invoice']], limit: 10 },
  },
  {
    title: 'counts timesheets',
    model: 'account.analytic.line',
    method: 'search_count',
    args: { domain: [OURS, ['project_id', '!=', false]] },
  },
  reads('a page and the full count', 'project.task', {
    domain: [OURS, ['tag_ids', '!=', false]],
    specification: {},
    limit: 3,
    order: 'id',
  }),
  reads('a page with an offset', 'project.task', {
    domain: [OURS, ['tag_ids', '!=', false]],
    specification: {},
    limit: 3,
    offset: 6,
    order: 'id',
  }),
  reads('a page and a bounded count', 'project.task', {
    domain: [OURS, ['tag_ids', '!=', false]],
    specification: {},
    limit: 3,
    offset: 3,
    count_limit: 7,
    order: 'id',
  }),
  reads('a last page', 'res.partner', { domain: [OURS, ...FEW], specification: {}, limit: 50, order: 'id' }),
  reads('beyond the end', 'res.partner', {
    domain: [OURS, ...FEW],
    specification: {},
    limit: 5,
    offset: 50,
    order: 'id',
  }),
];
