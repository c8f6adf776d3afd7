/** Domains over the other models: dates, amounts, paths, categories. */
import { finds, ref } from './question.ts';

/** Asked of `account.move`. */
export const MOVES = finds('account.move', [
  [
    'state and type',
    [
      ['state', '=', 'posted'],
      ['move_type', '=', 'in_invoice'],
    ],
  ],
  [
    'payment state in',
    [
      ['payment_state', 'in', ['partial']],
      ['move_type', '=', 'out_invoice'],
    ],
  ],
  [
    'invoice_date between',
    [
      ['invoice_date', '>=', '2026-03-01'],
      ['invoice_date', '<', '2026-04-01'],
    ],
  ],
  ['invoice_date on or before', [['invoice_date', '<=', '2026-01-15']]],
  ['invoice_date > a day', [['invoice_date', '>', '2026-10-15']]],
  [
    'invoice_date = false',
    [
      ['invoice_date', '=', false],
      ['move_type', '=', 'entry'],
      ['state', '!=', 'posted'],
    ],
  ],
  ['a negated inequality on a date keeps nulls', ['!', ['invoice_date', '<', '2026-10-01'], ['state', '=', 'draft']]],
  [
    'month of a date',
    [
      ['invoice_date.month_number', '=', 5],
      ['move_type', '=', 'out_invoice'],
    ],
  ],
  [
    'quarter of a date in',
    [
      ['invoice_date.quarter_number', 'in', [4]],
      ['move_type', '=', 'out_invoice'],
    ],
  ],
  [
    'amount > and <',
    [
      ['amount_untaxed', '>', 100000],
      ['amount_untaxed', '<=', 250000],
    ],
  ],
  [
    'amount = 0',
    [
      ['amount_untaxed', '=', 0],
      ['state', '=', 'draft'],
    ],
  ],
  [
    'amount != 0',
    [
      ['amount_untaxed', '!=', false],
      ['state', '=', 'cancel'],
      ['move_type', '=', 'in_invoice'],
    ],
  ],
  [
    'dollars by path',
    [
      ['currency_id.name', '=', 'USD'],
      ['move_type', '=', 'out_invoice'],
    ],
  ],
  [
    'partner path two steps',
    [
      ['partner_id.country_id.code', '!=', 'PH'],
      ['move_type', '=', 'in_invoice'],
    ],
  ],
  [
    'lines any product',
    [
      ['invoice_line_ids.product_id.name', 'ilike', 'drill'],
      ['move_type', '=', 'out_invoice'],
    ],
  ],
  [
    'lines any, one line fits both',
    [
      [
        'invoice_line_ids',
        'any',
        [
          ['quantity', '>', 7],
          ['discount', '>', 0],
        ],
      ],
    ],
  ],
  [
    'number like',
    [
      ['ref', '=like', 'SI-41%'],
      ['state', '=', 'posted'],
    ],
  ],
]);

/** Asked of `project.task`. */
export const TASKS = finds('project.task', [
  [
    'deadline = false',
    [
      ['date_deadline', '=', false],
      ['parent_id', '=', false],
      ['priority', '=', '1'],
    ],
  ],
  ['deadline >= a datetime', [['date_deadline', '>=', '2026-09-10 09:00:00']]],
  ['deadline > a day means after it', [['date_deadline', '>', '2026-10-10']]],
  ['deadline <= a day takes the day', [['date_deadline', '<=', '2026-01-08']]],
  ['deadline < a datetime', [['date_deadline', '<', '2026-01-08 09:00:00']]],
  [
    'no assignee',
    [
      ['user_ids', '=', false],
      ['project_id', '=', ref('project_warehouse_rollout')],
    ],
  ],
  [
    'assignee by name',
    [
      ['user_ids', 'ilike', 'jasmine'],
      ['state', '=', '1_done'],
    ],
  ],
  [
    'assignees not in',
    [
      ['user_ids', 'not in', [ref('user_paolo_garcia')]],
      ['tag_ids', 'in', [ref('tag_bir')]],
    ],
  ],
  ['project manager path', [['project_id.user_id.login', '=', 'liza.mendoza@tala.example']]],
  ['child_of a task', [['id', 'child_of', ref('task_bir_efiling_closeout')]]],
  [
    'stage fold path',
    [
      ['stage_id.fold', '=', true],
      ['state', '=', '03_approved'],
    ],
  ],
  ['hours inequality', [['allocated_hours', '>=', 35]]],
  [
    'hours not set',
    [
      ['allocated_hours', '=', 0],
      ['project_id.name', 'ilike', 'fleet'],
    ],
  ],
]);

/** Asked of the rest. */
export const OTHERS = [
  ...finds('product.template', [
    ['category child_of', [['categ_id', 'child_of', ref('product_category_services')]]],
    ['category child_of a name', [['categ_id', 'child_of', 'Consulting']]],
    ['category parent_of', [['categ_id', 'parent_of', ref('product_category_hardware')]]],
    ['name search by code', [['display_name', 'ilike', 'DEV-01']]],
    ['price range', ['&', ['list_price', '>=', 5000], '!', ['list_price', '>', 8000]]],
  ]),
  ...finds('product.product', [
    ['template path', [['product_tmpl_id.name', 'ilike', 'printer']]],
    ['name search', [['display_name', 'ilike', 'Printer']]],
    ['name search by code and name', [['display_name', '=', '[DEV-017] Barcode Scanner, Wireless']]],
  ]),
  ...finds('hr.department', [['name search by the whole path', [['display_name', 'ilike', 'management / op']]]]),
  ...finds('hr.employee', [
    ['department child_of', [['department_id', 'child_of', ref('department_operations')]]],
    ['manager child_of, not oneself', [['parent_id', 'child_of', ref('employee_antonio_reyes')]]],
    ['no user', [['user_id', '=', false]]],
  ]),
  ...finds('account.analytic.line', [
    [
      'hours of a project',
      [
        ['project_id', '=', ref('project_bank_support')],
        ['unit_amount', '>', 2],
      ],
    ],
    [
      'no task',
      [
        ['task_id', '=', false],
        ['project_id', '!=', false],
      ],
    ],
    [
      'a date and an employee',
      [
        ['employee_id.department_id', 'ilike', 'finance'],
        ['date', '>=', '2026-08-01'],
      ],
    ],
  ]),
  ...finds('sale.order', [['state not', [['state', 'not in', ['sale', 'cancel']]]]]),
  ...finds('purchase.order', [['vendor tag', [['partner_id.category_id', 'in', [ref('category_technology')]]]]]),
  ...finds('hr.expense', [['state', [['state', 'in', ['refused', 'posted']]]]]),
  ...finds(
    'res.country',
    [
      ['code in', [['code', 'in', ['PH', 'SG']]]],
      ['name ilike', [['name', 'ilike', 'united']]],
    ],
    [],
  ),
];
