"""Input of `odoo shell`: a least-privilege reader, a writer and three API keys, printed as lines `KEY NAME=value`.

For a development or CI database only. ODOO_API_KEY is the reader's, ODOO_WRITER_API_KEY the writer's and
ODOO_ADMIN_API_KEY the administrator's, with which `npm run demo:record` creates the demo company.
"""
import datetime
import os

READER_GROUPS = (
    'base.group_user', 'account.group_account_readonly', 'account.group_account_invoice',
    'purchase.group_purchase_user', 'sales_team.group_sale_salesman_all_leads', 'hr.group_hr_user',
    'hr_expense.group_hr_expense_manager', 'project.group_project_user',
    'hr_timesheet.group_hr_timesheet_approver', 'stock.group_stock_user', 'product.group_product_manager',
)
WRITER_GROUPS = (
    'base.group_user', 'base.group_partner_manager', 'account.group_account_manager',
    'purchase.group_purchase_manager', 'hr.group_hr_manager', 'hr_expense.group_hr_expense_manager',
    'project.group_project_manager', 'hr_timesheet.group_timesheet_manager',
)


def find_or_create(login, name, groups):
    found = [env.ref(group, raise_if_not_found=False) for group in groups]
    values = {
        'group_ids': [(6, 0, [group.id for group in found if group])],
        'company_ids': [(6, 0, env['res.company'].search([]).ids)],
    }
    users = env['res.users']
    user = users.search([('login', '=', login)]) or users.create({'name': name, 'login': login, **values})
    user.write(values)
    return user


def make_key(user):
    # A day: longer than any run, and nothing to clean up. Odoo itself allows a user 90.
    days = int(os.environ.get('KEY_DAYS', '1'))
    return env['res.users.apikeys'].with_user(user)._generate(
        'rpc', 'tripoint', datetime.datetime.now() + datetime.timedelta(days=days))


keys = {
    'ODOO_API_KEY': make_key(find_or_create('tripoint_reader', 'Tripoint Reader', READER_GROUPS)),
    'ODOO_WRITER_API_KEY': make_key(find_or_create('tripoint_writer', 'Tripoint Writer', WRITER_GROUPS)),
    'ODOO_ADMIN_API_KEY': make_key(env.ref('base.user_admin')),
}
env.cr.commit()
for name, value in keys.items():
    print(f'KEY {name}={value}')
