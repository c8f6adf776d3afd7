"""Signs an event and posts it to the gateway: Python's standard library alone."""
import hashlib
import hmac
import os
import time
import urllib.error
import urllib.request

# In the environment and not in the database: a copy of the database must not speak as the original.
URL = 'TRIPOINT_EVENTS_URL'
SECRET = 'TRIPOINT_EVENTS_SECRET'
SECONDS = 10


def is_configured():
    return bool(os.environ.get(URL) and os.environ.get(SECRET))


def sign(body, timestamp, secret):
    """The signature of the bytes, for the time at which they are sent."""
    return hmac.new(secret.encode(), timestamp.encode() + b'.' + body, hashlib.sha256).hexdigest()


def post(body):
    """Posts the bytes. Returns the HTTP status; 0 where nobody answered."""
    timestamp = str(int(time.time()))
    headers = {
        'Content-Type': 'application/json',
        'X-Ipai-Timestamp': timestamp,
        'X-Ipai-Signature': 'sha256=' + sign(body, timestamp, os.environ[SECRET]),
    }
    request = urllib.request.Request(os.environ[URL], data=body, headers=headers, method='POST')
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0
