"""An outbox in Odoo's own database: an event is written with the change, sent after its commit, and again until it arrives.

What is rolled back is never sent, and what is committed is never lost, whatever becomes of the process or of the gateway.
"""
import json
import logging
import threading
import uuid
from datetime import timedelta

from odoo import api, fields, models
from odoo.modules.registry import Registry

from . import sender

_logger = logging.getLogger(__name__)
# The gateway understood these and will never take the event: it stays for somebody to look at.
REFUSED = (400, 413, 422)
LONGEST_WAIT = 600


class TripointEvent(models.Model):
    _name = 'tripoint.event'
    _description = 'Event on its way to Tripoint'
    _order = 'id'

    body = fields.Text(required=True)
    tries = fields.Integer(default=0)
    next_try = fields.Datetime(default=fields.Datetime.now, index=True)
    problem = fields.Char()

    @api.model
    def note(self, verb, model, ids):
        """Writes an event for each record, within the transaction that changes it."""
        if not ids or not sender.is_configured():
            return
        name = model.rsplit('.', 1)[-1]
        self.sudo().create([{'body': json.dumps({
            # The same at each try, so that the gateway stores it once.
            'event_id': str(uuid.uuid4()),
            'event_type': f'{name}_{verb}',
            'aggregate_type': model,
            'aggregate_id': str(id_),
            'payload': {'uid': self.env.uid},
        })} for id_ in ids])
        waiting = self.env.cr.postcommit.data
        if not waiting.get('tripoint.event'):
            waiting['tripoint.event'] = True
            # In a thread of its own: the person who made the change does not wait for the gateway.
            database = self.env.cr.dbname
            self.env.cr.postcommit.add(lambda: threading.Thread(target=send_soon, args=(database,), daemon=True).start())

    @api.model
    def send_due(self):
        """Sends what is due, the oldest first, until one does not arrive. The scheduled action calls it each minute."""
        while sender.is_configured() and self._send_one():
            pass

    def _send_one(self):
        """Returns whether another may be sent now. A row that another process is sending is passed by."""
        cr = self.env.cr
        cr.execute("""select id, body, tries from tripoint_event
            where problem is null and next_try <= now() at time zone 'UTC'
            order by id limit 1 for update skip locked""")
        row = cr.fetchone()
        if not row:
            return False
        id_, body, tries = row
        status = sender.post(body.encode())
        if status in (200, 202):
            cr.execute('delete from tripoint_event where id = %s', [id_])
        elif status in REFUSED:
            _logger.error('Tripoint refuses event %s with %s', id_, status)
            cr.execute('update tripoint_event set problem = %s where id = %s', [str(status), id_])
        else:
            wait = min(LONGEST_WAIT, 2 ** min(tries, 10))
            cr.execute(
                "update tripoint_event set tries = tries + 1, next_try = (now() at time zone 'UTC') + %s where id = %s",
                [timedelta(seconds=wait), id_])
        cr.commit()
        return status in (200, 202, *REFUSED)


def send_soon(database):
    """What does not arrive the scheduled action sends again."""
    try:
        with Registry(database).cursor() as cr:
            api.Environment(cr, api.SUPERUSER_ID, {})['tripoint.event'].send_due()
    except Exception:  # noqa: BLE001
        _logger.warning('Events wait for the scheduled action', exc_info=True)


class TripointTold(models.AbstractModel):
    """Inherit it beside a model of which Tripoint should hear."""
    _name = 'tripoint.told'
    _description = 'Told to Tripoint'

    @api.model_create_multi
    def create(self, vals_list):
        records = super().create(vals_list)
        self.env['tripoint.event'].note('created', records._name, records.ids)
        return records

    def write(self, vals):
        result = super().write(vals)
        self.env['tripoint.event'].note('written', self._name, self.ids)
        return result

    def unlink(self):
        model, ids = self._name, self.ids
        result = super().unlink()
        self.env['tripoint.event'].note('removed', model, ids)
        return result


class Project(models.Model):
    _name = 'project.project'
    _inherit = ['project.project', 'tripoint.told']


class Task(models.Model):
    _name = 'project.task'
    _inherit = ['project.task', 'tripoint.told']
