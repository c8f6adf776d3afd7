# Input of `odoo shell` on a copy: what people and programs do in Odoo while a sync looks. Each transaction notes in tables of
# its own which versions of which records it made: what is rolled back is not there. Its last line is JSON.
import json
import os
import random
import threading
import time
import urllib.request

from odoo import SUPERUSER_ID, api
from odoo.modules.registry import Registry

SECONDS = int(os.environ['SECONDS_LONG'])
HOLD = int(os.environ['HOLD_SECONDS'])
IMPORT = int(os.environ['IMPORT_ROWS'])
DOOR = os.environ['DOOR']
SEED = int(os.environ['SEED'])
QUIET = {'tracking_disable': True, 'mail_create_nolog': True, 'mail_notrack': True, 'active_test': False}
TABLES = {'project.tags': 'project_tags', 'project.task': 'project_task'}
registry = Registry(env.cr.dbname)
counts = {'transactions': 0, 'conflicts': 0, 'held': 0, 'hints': 0, 'lost': 0}
lock = threading.Lock()
end = time.time() + SECONDS


def count(what, n=1):
    with lock:
        counts[what] += n


def hint(model, ids, rng):
    """Sends what Odoo's own webhook does: some twice, some late, some never; what does not arrive is lost."""
    for record in ids[:20]:
        if rng.random() < 0.2:
            continue
        for _ in range(1 + (rng.random() < 0.15)):
            body = json.dumps({'_model': model, '_id': record, '_action': 'soak'}).encode()
            count('hints')
            try:
                urllib.request.urlopen(urllib.request.Request(DOOR, body, method='POST'), timeout=1).read()
            except Exception:
                count('lost')


def note(cr, model, ids, kind='written'):
    cr.execute(
        f"insert into soak_versions select %s, id, write_date, %s from {TABLES[model]} where id = any(%s)",
        (model, kind, list(ids)))


def transaction(work, rng, hold=0, hints=True):
    """Runs one, notes what it made, holds it open, commits it, and hints at it."""
    try:
        with registry.cursor() as cr:
            model, ids = work(api.Environment(cr, SUPERUSER_ID, QUIET))
            if hold:
                count('held')
                time.sleep(hold)
        count('transactions')
    except Exception as error:
        if 'serialize' not in str(error) and 'deadlock' not in str(error) and 'does not exist' not in str(error):
            print('strange', type(error), error, flush=True)
        count('conflicts')
        return
    if hints:
        if rng.random() < 0.3:
            time.sleep(rng.random())
        hint(model, ids, rng)


def written(env, model, records, values):
    records.write(values)
    env.flush_all()
    note(env.cr, model, records.ids)
    return model, records.ids


def made(env, model, values):
    records = env[model].create(values)
    env.flush_all()
    note(env.cr, model, records.ids)
    return model, records.ids


def removed(env, model, records):
    ids = records.ids
    if model == 'project.tags':
        env.cr.execute('insert into soak_links select project_task_id from project_tags_project_task_rel where project_tags_id = any(%s)', (ids,))
    records.unlink()
    env.flush_all()
    env.cr.execute('insert into soak_removed select %s, unnest(%s)', (model, ids))
    return model, ids


def any_of(env, model, rng, n=1):
    kept = [spare, bursts] if model == 'project.tags' else []
    env.cr.execute(f"select id from {TABLES[model]} where id <> all(%s) order by id desc limit 3000", (kept,))
    ids = [row[0] for row in env.cr.fetchall()]
    return env[model].browse(rng.sample(ids, min(n, len(ids))))


def step(rng):
    kind = rng.random()
    name = f'soak {rng.random()}'

    def work(env):
        if kind < 0.35:
            return written(env, 'project.tags', any_of(env, 'project.tags', rng), {'name': name})
        if kind < 0.45:
            return written(env, 'project.tags', any_of(env, 'project.tags', rng, 20), {'color': rng.randint(1, 11)})
        if kind < 0.6:
            return made(env, 'project.tags', [{'name': f'{name} {n}'} for n in range(rng.randint(1, 5))])
        if kind < 0.68:
            return removed(env, 'project.tags', any_of(env, 'project.tags', rng))
        if kind < 0.78:
            tags = any_of(env, 'project.tags', rng, 3)
            return written(env, 'project.task', any_of(env, 'project.task', rng), {'tag_ids': [(6, 0, tags.ids)]})
        if kind < 0.88:
            task = any_of(env, 'project.task', rng)
            return written(env, 'project.task', task, {'active': not task.active})
        if kind < 0.95:
            return written(env, 'project.task', any_of(env, 'project.task', rng), {'name': name})
        open_to_all = env['project.project'].search([('privacy_visibility', '!=', 'followers')], limit=1)
        return made(env, 'project.task', [{'name': name, 'project_id': open_to_all.id}])

    return work


def person(seed):
    rng = random.Random(seed)
    while time.time() < end:
        hold = rng.random() * HOLD / 4 if rng.random() < 0.08 else 0
        transaction(step(rng), rng, hold)
        time.sleep(rng.random() * 0.2)


def holder(seed):
    """Transactions as long as the longest, over and over."""
    rng = random.Random(seed)
    while time.time() + HOLD < end + 1:
        transaction(lambda env: written(env, 'project.tags', env['project.tags'].browse(spare), {'name': f'held {rng.random()}'}), rng, HOLD, False)
        transaction(lambda env: made(env, 'project.tags', [{'name': f'held {rng.random()}'}]), rng, HOLD, False)


def burst(seed):
    """Many commits to one record within a second."""
    rng = random.Random(seed)
    while time.time() < end:
        for n in range(15):
            transaction(lambda env: written(env, 'project.tags', env['project.tags'].browse(bursts), {'color': n % 11}), rng, 0, False)
        time.sleep(2)


def importer(seed):
    rng = random.Random(seed)
    time.sleep(SECONDS / 4)

    def work(env):
        for start in range(0, IMPORT, 1000):
            made(env, 'project.tags', [{'name': f'import {start + n} {seed}'} for n in range(min(1000, IMPORT - start))])
        return 'project.tags', []

    transaction(work, rng)


with registry.cursor() as cr:
    cr.execute('create table soak_versions (model text, id int, write_date timestamp, kind text, committed timestamptz default clock_timestamp())')
    cr.execute('create table soak_removed (model text, id int)')
    cr.execute('create table soak_links (task_id int)')
    first = api.Environment(cr, SUPERUSER_ID, QUIET)
    spare = first['project.tags'].create({'name': 'spare of the soak'}).id
    bursts = first['project.tags'].create({'name': 'bursts of the soak'}).id
    first.flush_all()
    note(cr, 'project.tags', [spare, bursts])

started = time.time()
threads = [threading.Thread(target=person, args=(SEED + n,)) for n in range(3)]
threads += [threading.Thread(target=one, args=(SEED + 100 + n,)) for n, one in enumerate([holder, burst, importer])]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(json.dumps({**counts, 'seconds': round(time.time() - started)}))
