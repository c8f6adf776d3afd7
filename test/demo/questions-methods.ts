/** Groups, the other methods, and what is answered to mistakes. */
import { call, OURS, type Question, ref } from './question.ts';

function groups(
  model: string,
  groupby: readonly string[],
  aggregates: readonly string[],
  rest: Readonly<Record<string, unknown>> = {},
): Question {
  const args = { domain: [OURS, ...((rest.domain as unknown[] | undefined) ?? [])], groupby, aggregates };
  const { domain: _domain, ...others } = rest;
  const title = `groups ${model} by ${groupby.join(', ')} ${JSON.stringify(rest)}`;
  return { title, model, method: 'formatted_read_group', args: { ...args, ...others } };
}

const POSTED = {
  domain: [
    ['move_type', '=', 'out_invoice'],
    ['state', '=', 'posted'],
  ],
};
/** `formatted_read_group`. */
export const GROUPS: readonly Question[] = [
  groups('account.move', ['move_type'], ['__count'], {
    domain: [
      ['invoice_date', '!=', false],
      ['ref', '!=', false],
    ],
  }),
  groups('account.move', ['state'], ['__count', 'amount_untaxed:sum'], { domain: [['move_type', '=', 'in_invoice']] }),
  groups('account.move', ['invoice_date:month'], ['__count', 'amount_untaxed:sum'], POSTED),
  groups('account.move', ['invoice_date:quarter'], ['amount_untaxed:max'], POSTED),
  groups('account.move', ['invoice_date:week'], ['__count'], { domain: [['move_type', '=', 'in_receipt']] }),
  groups('account.move', ['invoice_date:day'], ['__count'], { domain: [['move_type', '=', 'in_receipt']] }),
  groups('account.move', ['invoice_date:year'], ['__count'], { domain: [['state', '=', 'draft']] }),
  groups('account.move', ['invoice_date:month_number'], ['__count'], POSTED),
  groups('account.move', ['invoice_date:day_of_week'], ['__count'], POSTED),
  groups('account.move', ['invoice_date'], ['__count'], POSTED),
  groups('account.move', ['currency_id'], ['__count', 'amount_untaxed:min'], POSTED),
  groups('account.move', ['partner_id'], ['__count'], { ...POSTED, order: '__count desc, partner_id', limit: 4 }),
  groups('account.move', ['partner_id.country_id'], ['__count'], { domain: [['move_type', '=', 'in_invoice']] }),
  groups('account.move', ['invoice_date:month', 'state'], ['__count'], { domain: [['move_type', '=', 'out_receipt']] }),
  groups('project.task', ['project_id', 'stage_id'], ['__count'], { domain: [['priority', '=', '1']], limit: 6 }),
  groups('project.task', ['tag_ids'], ['__count'], { domain: [['project_id', '=', ref('project_hotel_network')]] }),
  groups('project.task', ['date_deadline:month'], ['__count'], {
    domain: [['project_id', '=', ref('project_hotel_network')]],
  }),
  groups('account.analytic.line', ['project_id'], ['unit_amount:sum', 'employee_id:count_distinct'], {
    domain: [['project_id', '!=', false]],
  }),
  groups('account.analytic.line', ['employee_id', 'date:quarter'], ['unit_amount:sum'], {
    domain: [['project_id', '!=', false]],
    order: 'employee_id desc, date:quarter desc',
    offset: 2,
    limit: 5,
  }),
  groups('account.analytic.line', ['project_id'], ['unit_amount:sum'], {
    domain: [['project_id', '!=', false]],
    having: [['unit_amount:sum', '>', 48]],
  }),
  groups('res.partner', ['is_company'], ['__count'], { domain: [['ref', '!=', false]] }),
  groups('res.partner', ['country_id'], ['__count', 'id:min', 'ref:count'], {
    order: 'country_id desc',
    domain: [['is_company', '=', true]],
  }),
  groups('hr.expense', [], ['__count', 'total_amount:sum', 'date:min', 'date:max']),
  groups('hr.expense', [], ['__count', 'total_amount:sum'], { domain: [['name', '=', 'nothing']] }),
  groups('res.partner', ['nope'], ['__count']),
];

const ATTRIBUTES = [
  'type',
  'string',
  'relation',
  'required',
  'readonly',
  'store',
  'sortable',
  'selection',
  'relation_field',
];
/** `fields_get`, `name_search`, `read`, `web_read`. */
export const METHODS: readonly Question[] = [
  call('fields of a partner', 'res.partner', 'fields_get', {
    allfields: ['name', 'email', 'country_id', 'child_ids', 'category_id', 'is_company', 'type'],
    attributes: ATTRIBUTES,
  }),
  call('fields of a move', 'account.move', 'fields_get', {
    allfields: ['move_type', 'state', 'invoice_date', 'amount_total', 'invoice_line_ids', 'currency_id'],
    attributes: ATTRIBUTES,
  }),
  call('fields of a task', 'project.task', 'fields_get', {
    allfields: ['stage_id', 'date_deadline', 'user_ids', 'parent_id', 'child_ids', 'nope'],
    attributes: ['type', 'relation'],
  }),
  call('name search', 'project.project', 'name_search', { name: 'support', domain: [OURS] }),
  call('name search of partners', 'res.partner', 'name_search', { name: 'lakan', domain: [OURS] }),
  call('name search by reference', 'res.partner', 'name_search', { name: 'CUST-0901', domain: [OURS] }),
  call('name search with an operator', 'product.category', 'name_search', {
    name: 'tala',
    operator: 'ilike',
    limit: 2,
  }),
  call('reads classic many2one pairs', 'project.task', 'read', {
    ids: [ref('task_cold_chain_test'), ref('task_cold_chain_train')],
    fields: ['name', 'project_id', 'parent_id', 'tag_ids'],
  }),
  call('reads plain many2one ids', 'project.task', 'read', {
    ids: [ref('task_cold_chain_test')],
    fields: ['project_id', 'parent_id'],
    load: null,
  }),
  call('search_read with pairs', 'hr.employee', 'search_read', {
    domain: [OURS, ['job_id', '!=', false]],
    fields: ['name', 'department_id'],
    order: 'name',
    limit: 4,
  }),
  call('web_read of some', 'res.partner', 'web_read', {
    ids: [ref('partner_sinag_solar'), ref('partner_mang_kulas')],
    specification: { name: {}, ref: {}, email: {} },
  }),
  call('web_read of what is gone', 'res.partner', 'web_read', { ids: [999999999], specification: { name: {} } }),
  call('a record read with an unknown field', 'res.partner', 'read', {
    ids: [ref('partner_sinag_solar')],
    fields: ['nope'],
  }),
];

/** Mistakes. */
export const ERRORS: readonly Question[] = [
  call('unknown model', 'res.partnerx', 'search_read', {}),
  call('unknown method', 'res.partner', 'frobnicate', {}),
  call('private method', 'res.partner', '_search', {}),
  call('missing argument', 'res.partner', 'web_search_read', { domain: [] }),
  call('unexpected argument', 'res.partner', 'search_count', { domain: [], nope: 1 }),
  call('ids on a model method', 'res.partner', 'search_read', { ids: [1], domain: [] }),
  call('unknown field in a domain', 'res.partner', 'search_count', { domain: [['nope', '=', 1]] }),
  call('unknown field in a path', 'res.partner', 'search_count', { domain: [['country_id.nope', '=', 1]] }),
  call('unknown operator', 'res.partner', 'search_count', { domain: [['name', '~', 'x']] }),
  call('missing operand', 'res.partner', 'search_count', { domain: ['&', ['name', '=', 'x']] }),
  call('stray word in a domain', 'res.partner', 'search_count', { domain: ['x'] }),
  call('a domain that is text', 'res.partner', 'search_count', { domain: 'x' }),
  call('a bad constant', 'res.partner', 'search_count', { domain: [[5, '=', 1]] }),
  call('any on text', 'res.partner', 'search_count', { domain: [['name', 'any', []]] }),
  call('an internal operator', 'res.partner', 'search_count', { domain: [['country_id', 'any!', []]] }),
  call('a bad date', 'account.move', 'search_count', { domain: [['invoice_date', '>', 'garbage']] }),
  call('a pattern that is no text', 'res.partner', 'search_count', { domain: [['name', '=like', 5]] }),
  call('a boolean inequality', 'res.partner', 'search_count', { domain: [['is_company', '>', true]] }),
  call('a relation compared to text', 'res.partner', 'search_count', { domain: [['country_id', '>', 'a']] }),
];
