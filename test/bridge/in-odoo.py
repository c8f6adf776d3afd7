# Input of `odoo shell`: what a person does, and what the outbox holds meanwhile. Its last line is JSON.
import json
import os
import threading


def settle():
    """Waits for the threads that send."""
    env.cr.commit()
    for thread in threading.enumerate():
        if thread.daemon and thread is not threading.current_thread():
            thread.join(30)
    env.cr.rollback()


def waiting():
    env.cr.execute('select count(*) from tripoint_event')
    return env.cr.fetchone()[0]


door = os.environ['TRIPOINT_EVENTS_URL']
project = env['project.project'].create({'name': 'Told to Tripoint'})
settle()
after_create = waiting()
env['project.project'].create({'name': 'Taken back'})
env.cr.rollback()
task = env['project.task'].create({'name': 'A task', 'project_id': project.id})
task_id = task.id
settle()
task.unlink()
settle()

os.environ['TRIPOINT_EVENTS_URL'] = 'http://127.0.0.1:9'
project.name = 'Renamed while the door is down'
settle()
kept = waiting()
os.environ['TRIPOINT_EVENTS_URL'] = door
env.cr.execute("update tripoint_event set next_try = now() at time zone 'UTC'")
env.cr.commit()
env.ref('tripoint_events.send_due').method_direct_trigger()
env.cr.rollback()
left = waiting()

del os.environ['TRIPOINT_EVENTS_SECRET']
exec(open('webhook_rules.py').read())
project.name = 'Renamed once more'
env.cr.commit()
print(json.dumps({
    'project': project.id, 'task': task_id, 'after_create': after_create, 'kept': kept, 'left': left,
}))
