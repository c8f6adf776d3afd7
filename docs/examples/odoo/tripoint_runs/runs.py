"""Asks the gateway how many runs were done for projects: one request for a list, Python's standard library alone."""
import json
import logging
import os
import pathlib
import time
import urllib.error
import urllib.request

_logger = logging.getLogger(__name__)
# In the environment and not in the database: a copy of the database must not ask as the original.
URL = 'TRIPOINT_URL'
TOKEN = 'TRIPOINT_TOKEN'
# A person waits for the answer. The connection and each read of it may take so long.
SECONDS = 2
# After a failure nobody waits again for so long.
REST_SECONDS = 30
# As many projects as one request takes.
MOST = 100
MOST_BYTES = 1_000_000
# Word for word a trusted operation of the gateway: in production an agent may ask nothing else.
QUERY = (pathlib.Path(__file__).parent / 'project_run_counts.graphql').read_text()

_rest_until = 0.0


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: the token is for this gateway alone."""

    def redirect_request(self, *_args):
        return None


_opener = urllib.request.build_opener(_Stay)


class Away(Exception):
    """The gateway does not answer, or not with what was asked."""


def is_configured():
    return bool(os.environ.get(URL) and os.environ.get(TOKEN))


def counts_of(ids):
    """The counts by project id: `{7: {'total': 3, 'succeeded': 2, 'failed': 1, 'lastRunAt': '2026-…'}}`.

    A project that the ledger does not have is left out. Raises Away.
    """
    global _rest_until
    if time.monotonic() < _rest_until:
        raise Away('it did not answer just now')
    found = {}
    try:
        for start in range(0, len(ids), MOST):
            found.update(_ask(ids[start:start + MOST]))
    except Away as error:
        _rest_until = time.monotonic() + REST_SECONDS
        _logger.warning('Tripoint does not say how many runs there were: %s', error)
        raise
    return found


def _ask(ids):
    body = json.dumps({'query': QUERY, 'variables': {'slugs': [f'odoo-{id_}' for id_ in ids]}}).encode()
    headers = {'Content-Type': 'application/json', 'Authorization': f'Bearer {os.environ[TOKEN]}'}
    request = urllib.request.Request(os.environ[URL], data=body, headers=headers, method='POST')
    try:
        with _opener.open(request, timeout=SECONDS) as answer:
            said = json.loads(answer.read(MOST_BYTES))
        if said.get('errors'):
            raise Away(said['errors'][0]['message'])
        nodes = said['data']['deliveryProjects']['nodes']
        return {int(node['slug'][5:]): node['runStats'] for node in nodes if node['runStats']}
    except urllib.error.HTTPError as error:
        raise Away(f'HTTP status {error.code}') from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        # The token stands in no error of these.
        raise Away(f'{type(error).__name__}: {error}') from error
