/** Five real screens: the gateway's query, whose aliases are Odoo's own names, and the one call that says the same. */

/** What to read of a record: `web_search_read`'s specification, with the model that each relation leads to. */
export interface Specification {
  readonly [field: string]: Relation | Record<string, never>;
}

/** A relation, and what to read behind it. */
export interface Relation {
  readonly model: string;
  readonly fields: Specification;
  /** Arguments of an x2many. */
  readonly limit?: number;
  readonly order?: string;
  /** Only its name is shown, which `search_read` gives beside the id: no call of its own by hand. */
  readonly isLabel?: boolean;
}

/** A screen of an application over Odoo. */
export interface Screen {
  readonly name: string;
  /** Calls that the gateway makes: one, and one more for each list below a single record that may be long. */
  readonly calls: number;
  readonly query: string;
  /** Field of the query that finds the record that the screen is of; null for a screen of a list. */
  readonly find: string | null;
  readonly model: string;
  readonly domain: readonly unknown[];
  readonly order: string;
  readonly limit: number;
  readonly specification: Specification;
}

const fields = (names: string): Specification => Object.fromEntries(names.split(' ').map((name) => [name, {}]));
const one = (model: string, of: Specification): Relation => ({ model, fields: of });
const label = (model: string): Relation => ({ model, fields: fields('name'), isLabel: true });
const many = (model: string, of: Specification, order: string, limit: number): Relation => ({
  model,
  fields: of,
  order,
  limit,
});
const country = one('res.country', fields('code'));

/** What people at a desk open all day. */
export const SCREENS: readonly Screen[] = [
  {
    name: 'invoice list',
    calls: 1,
    find: null,
    query: `{ screen: moves(first: 20, filter: { moveType: { eq: OUT_INVOICE } }, orderBy: [{ field: ID, direction: DESC }]) { nodes {
      id name invoice_date: invoiceDate amount_total: amountTotal amount_residual: amountResidual
      currency_id: currency { name } partner_id: partner { name country_id: country { code } }
      invoice_user_id: salesperson { name }
      invoice_line_ids: invoiceLines(first: 3, orderBy: [{ field: ID }]) { nodes { name quantity price_subtotal: priceSubtotal product_id: product { name } } } } } }`,
    model: 'account.move',
    domain: [['move_type', '=', 'out_invoice']],
    order: 'id desc',
    limit: 20,
    specification: {
      ...fields('id name invoice_date amount_total amount_residual'),
      currency_id: label('res.currency'),
      partner_id: one('res.partner', { name: {}, country_id: country }),
      invoice_user_id: label('res.users'),
      invoice_line_ids: many(
        'account.move.line',
        { ...fields('name quantity price_subtotal'), product_id: one('product.product', fields('name')) },
        'id',
        3,
      ),
    },
  },
  {
    name: 'partner card',
    calls: 5,
    find: 'partners(first: 1, filter: { contacts: { some: {} }, invoices: { some: {} }, country: {} }, orderBy: [{ field: ID }]) { nodes { record: commercialPartner { id } } }',
    query: `query ($id: ID!) { screen: partner(id: $id) {
      id name email phone street city country_id: country { code } user_id: user { name }
      child_ids: contacts(first: 5, orderBy: [{ field: ID }]) { nodes { name email function } }
      invoice_ids: invoices(first: 5, orderBy: [{ field: ID, direction: DESC }]) { nodes { name state amount_total: amountTotal currency_id: currency { name } } }
      sale_order_ids: saleOrders(first: 5, orderBy: [{ field: ID, direction: DESC }]) { nodes { name state amount_total: amountTotal currency_id: currency { name } } }
      task_ids: tasks(first: 5, orderBy: [{ field: ID, direction: DESC }]) { nodes { name project_id: project { name } } } } }`,
    model: 'res.partner',
    domain: [['id', 'in', ['$id']]],
    order: 'id',
    limit: 1,
    specification: {
      ...fields('id name email phone street city'),
      country_id: country,
      user_id: label('res.users'),
      child_ids: many('res.partner', fields('name email function'), 'id', 5),
      invoice_ids: many(
        'account.move',
        { ...fields('name state amount_total'), currency_id: label('res.currency') },
        'id desc',
        5,
      ),
      sale_order_ids: many(
        'sale.order',
        { ...fields('name state amount_total'), currency_id: label('res.currency') },
        'id desc',
        5,
      ),
      task_ids: many('project.task', { name: {}, project_id: label('project.project') }, 'id desc', 5),
    },
  },
  {
    name: 'project board',
    calls: 2,
    find: 'tasks(first: 1, filter: { assignees: { some: {} }, project: { partner: {} } }, orderBy: [{ field: ID }]) { nodes { record: project { id } } }',
    query: `query ($id: ID!) { screen: project(id: $id) {
      id name partner_id: partner { name email } user_id: manager { name }
      type_ids: stages(first: 20, orderBy: [{ field: ID }]) { nodes { id name } }
      task_ids: tasks(first: 100, orderBy: [{ field: ID }]) { nodes {
        id name date_deadline: dateDeadline allocated_hours: allocatedHours effective_hours: effectiveHours
        stage_id: stage { name } user_ids: assignees(first: 5, orderBy: [{ field: ID }]) { nodes { name } }
        tag_ids: tags(first: 5, orderBy: [{ field: ID }]) { nodes { name } } } } } }`,
    model: 'project.project',
    domain: [['id', 'in', ['$id']]],
    order: 'id',
    limit: 1,
    specification: {
      ...fields('id name'),
      partner_id: one('res.partner', fields('name email')),
      user_id: label('res.users'),
      type_ids: many('project.task.type', fields('id name'), 'id', 20),
      task_ids: many(
        'project.task',
        {
          ...fields('id name date_deadline allocated_hours effective_hours'),
          stage_id: label('project.task.type'),
          user_ids: many('res.users', fields('name'), 'id', 5),
          tag_ids: many('project.tags', fields('name'), 'id', 5),
        },
        'id',
        100,
      ),
    },
  },
  {
    name: 'expense report',
    calls: 1,
    find: null,
    query: `{ screen: expenses(first: 50, orderBy: [{ field: ID, direction: DESC }]) { nodes {
      id name date state total_amount: totalAmount company_currency_id: companyCurrency { name }
      employee_id: employee { name job_title: jobTitle department_id: department { name } }
      product_id: product { name default_code: defaultCode } account_id: account { name } account_move_id: move { name state } } } }`,
    model: 'hr.expense',
    domain: [],
    order: 'id desc',
    limit: 50,
    specification: {
      ...fields('id name date state total_amount'),
      company_currency_id: label('res.currency'),
      employee_id: one('hr.employee', {
        ...fields('name job_title'),
        department_id: one('hr.department', fields('name')),
      }),
      product_id: one('product.product', fields('name default_code')),
      account_id: one('account.account', fields('name')),
      account_move_id: one('account.move', fields('name state')),
    },
  },
  {
    name: 'purchase order',
    calls: 1,
    find: 'purchaseOrderLines(first: 1, orderBy: [{ field: ID }]) { nodes { record: order { id } } }',
    query: `query ($id: ID!) { screen: purchaseOrder(id: $id) {
      id name state date_order: dateOrder amount_total: amountTotal currency_id: currency { name }
      partner_id: partner { name email country_id: country { code } } user_id: buyer { name }
      order_line: lines(first: 50, orderBy: [{ field: ID }]) { nodes { name product_qty: productQty qty_received: qtyReceived price_unit: priceUnit
        price_subtotal: priceSubtotal product_id: product { name default_code: defaultCode } product_uom_id: unit { name } } }
      invoice_ids: bills(first: 5, orderBy: [{ field: ID }]) { nodes { name state amount_total: amountTotal currency_id: currency { name } } } } }`,
    model: 'purchase.order',
    domain: [['id', 'in', ['$id']]],
    order: 'id',
    limit: 1,
    specification: {
      ...fields('id name state date_order amount_total'),
      currency_id: label('res.currency'),
      partner_id: one('res.partner', { ...fields('name email'), country_id: country }),
      user_id: label('res.users'),
      order_line: many(
        'purchase.order.line',
        {
          ...fields('name product_qty qty_received price_unit price_subtotal'),
          product_id: one('product.product', fields('name default_code')),
          product_uom_id: label('uom.uom'),
        },
        'id',
        50,
      ),
      invoice_ids: many(
        'account.move',
        { ...fields('name state amount_total'), currency_id: label('res.currency') },
        'id',
        5,
      ),
    },
  },
];
