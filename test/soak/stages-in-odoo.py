# Input of `odoo shell` on a neutralized copy: what is left of production is taken away, and the copy gets a key of its own.
# Its last line has the key.
import os
from datetime import datetime, timedelta

admin = env.ref('base.user_admin')
env['res.users.apikeys'].sudo().search([])._remove()
env['ir.config_parameter'].set_param('web.base.url', os.environ['BASE_URL'])
env['mail.mail'].search([('state', '=', 'outgoing')]).write({'state': 'cancel'})
for model in ('sms.sms', 'snailmail.letter'):
    env[model].search([('state', 'in', ('outgoing', 'process', 'pending'))]).unlink()
key = env['res.users.apikeys'].with_user(admin)._generate('rpc', 'staging', datetime.now() + timedelta(days=1))
env.cr.commit()
print('KEY', key)
