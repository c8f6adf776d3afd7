# Input of `odoo shell`: what somebody sees of a list of projects, and what when the gateway is away. Its last line is JSON.
import json
import os
import sys

runs = sys.modules['odoo.addons.tripoint_runs.runs']
asked = []
send = runs._opener.open


def note(request, **given):
    asked.append(json.loads(request.data)['variables']['slugs'])
    return send(request, **given)


runs._opener.open = note


def shown():
    """As the list of projects reads them, each time anew."""
    env.invalidate_all()
    projects = env['project.project'].search([])
    return {project.id: [project.tripoint_run_count, project.tripoint_runs] for project in projects}


here = shown()
requests = len(asked)
together = len(asked[0])
os.environ['TRIPOINT_URL'] = 'http://127.0.0.1:9'
away = shown()
again = shown()
after = len(asked)
runs._rest_until = 0
os.environ['TRIPOINT_TOKEN'] = 'wrong'
os.environ['TRIPOINT_URL'] = os.environ['GATEWAY_URL']
refused = shown()
del os.environ['TRIPOINT_TOKEN']
without = shown()
listed = env['project.project'].get_view(view_type='list')['arch']
print(json.dumps({
    'here': here, 'requests': requests, 'together': together, 'away': away, 'again': again, 'after': after,
    'refused': refused, 'without': without, 'in_list': 'tripoint_runs' in listed,
}))
