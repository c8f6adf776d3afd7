"""Input of `odoo shell`: a least-privilege reader and two API keys, printed as lines `KEY NAME=value`.

For a development or CI database only. ODOO_API_KEY is the reader's, ODOO_ADMIN_API_KEY the administrator's, with which
`npm run demo:record` creates the demo company.
"""
import datetime

READER_GROUPS = (
    'base.group_user', 'account.group_account_readonly', 'account.group_account_invoice',
    'purchase.group_purchase_user', 'sales_team.group_sale_salesman_all_leads', 'hr.group_hr_user',
    'hr_expense.group_hr_expense_manager', 'project.group_project_user',
    'hr_timesheet.group_hr_timesheet_approver', 'stock.group_stock_user', 'product.group_product_manager',
)


def find_or_create_reader():
    found = [env.ref(name, raise_if_not_found=False) for name in READER_GROUPS]
    values = {
        'group_ids': [(6, 0, [group.id for group in found if group])],
        'company_ids': [(6, 0, env['res.company'].search([]).ids)],
    }
    users = env['res.users']
    user = users.search([('login', '=', 'tripoint_reader')]) or users.create(
        {'name': 'Tripoint Reader', 'login': 'tripoint_reader', **values})
    user.write(values)
    return user


def make_key(user):
    # A day: longer than any run, and nothing to clean up. Odoo itself allows a user 90.
    return env['res.users.apikeys'].with_user(user)._generate(
        'rpc', 'tripoint', datetime.datetime.now() + datetime.timedelta(days=1))


keys = {
    'ODOO_API_KEY': make_key(find_or_create_reader()),
    'ODOO_ADMIN_API_KEY': make_key(env.ref('base.user_admin')),
}
env.cr.commit()
for name, value in keys.items():
    print(f'KEY {name}={value}')
