/** What is recorded: the models, which of their records, and the facts about a model that Odoo does not tell over the wire. */

/** One recorded model. */
export interface RecordedModel {
  readonly model: string;
  /** Which records: those of the demo company, those that the demo module names, or what the domain says. */
  readonly records: 'company' | 'named' | readonly unknown[];
  /** The fields that a search by name looks in, as in Odoo's `_rec_names_search` or `_rec_name`. */
  readonly names: readonly string[];
  /** Only these fields, where most are nobody's business. */
  readonly only?: readonly string[];
  /** Never these. */
  readonly without?: readonly string[];
}

const USER_FIELDS = [
  'name',
  'login',
  'email',
  'active',
  'company_id',
  'company_ids',
  'partner_id',
  'employee_ids',
  'tz',
  'lang',
  'write_date',
];
const COMPANY_FIELDS = [
  ...[
    'name',
    'active',
    'sequence',
    'parent_id',
    'child_ids',
    'partner_id',
    'currency_id',
    'country_id',
    'state_id',
    'street',
  ],
  ...[
    'street2',
    'city',
    'zip',
    'email',
    'phone',
    'vat',
    'company_registry',
    'account_sale_tax_id',
    'account_purchase_tax_id',
  ],
  ...[
    'user_ids',
    'account_fiscal_country_id',
    'fiscalyear_last_day',
    'fiscalyear_last_month',
    'create_date',
    'write_date',
  ],
];

// `account.move.line.parent_id`: to read it makes Odoo write every line and its move again.
/** The recorded models; a file in `src/demo/data` each. */
export const RECORDED_MODELS: readonly RecordedModel[] = [
  { model: 'res.partner', records: 'company', names: ['complete_name', 'email', 'ref', 'vat', 'company_registry'] },
  { model: 'res.company', records: 'named', names: ['name'], only: COMPANY_FIELDS },
  { model: 'res.country', records: [], names: ['name', 'code'] },
  { model: 'res.country.state', records: [['country_id.code', '=', 'PH']], names: ['name', 'code'] },
  { model: 'res.currency', records: [], names: ['name', 'full_name'] },
  { model: 'res.users', records: 'company', names: ['name'], only: USER_FIELDS },
  { model: 'res.partner.category', records: 'named', names: ['name'] },
  { model: 'hr.employee', records: 'company', names: ['name'] },
  { model: 'hr.department', records: 'company', names: ['complete_name'] },
  { model: 'hr.job', records: 'company', names: ['name'] },
  { model: 'product.template', records: 'company', names: ['name', 'default_code'] },
  { model: 'product.product', records: 'company', names: ['name', 'default_code', 'barcode'] },
  { model: 'product.category', records: 'named', names: ['complete_name'] },
  { model: 'uom.uom', records: [], names: ['name'] },
  { model: 'purchase.order', records: 'company', names: ['name', 'partner_ref'] },
  { model: 'purchase.order.line', records: 'company', names: ['name'] },
  { model: 'account.move', records: 'company', names: ['name', 'partner_id.name', 'ref'] },
  { model: 'account.move.line', records: 'company', names: ['name', 'move_id', 'product_id'], without: ['parent_id'] },
  { model: 'account.journal', records: 'company', names: ['name', 'code'] },
  { model: 'account.account', records: 'named', names: ['name', 'code', 'description'] },
  { model: 'account.payment', records: 'company', names: ['name'] },
  { model: 'account.tax', records: 'company', names: ['name', 'description', 'invoice_label'] },
  { model: 'account.payment.term', records: 'company', names: ['name'] },
  { model: 'hr.expense', records: 'company', names: ['name'] },
  { model: 'project.project', records: 'company', names: ['name'] },
  { model: 'project.task', records: 'company', names: ['name'] },
  { model: 'project.task.type', records: 'named', names: ['name'] },
  { model: 'project.tags', records: 'named', names: ['name'] },
  { model: 'account.analytic.line', records: 'company', names: ['name'] },
  { model: 'account.analytic.account', records: 'company', names: ['name', 'code'] },
  { model: 'sale.order', records: 'company', names: ['name'] },
  { model: 'sale.order.line', records: 'company', names: ['name', 'order_id.name'] },
];
