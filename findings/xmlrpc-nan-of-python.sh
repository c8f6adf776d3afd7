#!/usr/bin/env bash
# Software: xmlrpc 1.3.2 (npm) as client of a server on Python's standard xmlrpc library (seen with 3.11).
# Behaviour: Python writes a float that is no number as `<double>nan</double>` and an infinite one as `<double>inf</double>`.
#   The npm client refuses the whole answer: one such value among thousands of records costs them all.
# Seen:
#   Python writes: <double>nan</double> <double>inf</double>
#   npm client on 1.5: 1.5
#   npm client on nan: Error: Expected a double but got 'nan'
#   npm client on inf: Error: Expected a double but got 'inf'
# Fails when the output is no longer that. Needs python3.
set -euo pipefail
FOLDER=$(mktemp -d)
trap 'rm -rf "$FOLDER"' EXIT
cd "$FOLDER"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund xmlrpc@1.3.2

for VALUE in 1.5 nan inf; do
  python3 -c "import xmlrpc.client; print(xmlrpc.client.dumps((float('$VALUE'),), methodresponse=True))" >"$VALUE.xml"
done
cat >ask.cjs <<'JS'
const { createServer } = require('node:http');
const { readFileSync } = require('node:fs');
const { createClient } = require('xmlrpc');
const server = createServer((request, response) => {
  request.resume().on('end', () => response.setHeader('content-type', 'text/xml').end(readFileSync(`${request.url}.xml`.slice(1))));
});
server.listen(0, '127.0.0.1', async () => {
  for (const value of ['1.5', 'nan', 'inf']) {
    const client = createClient({ host: '127.0.0.1', port: server.address().port, path: `/${value}` });
    const answer = await new Promise((resolve) => client.methodCall('read', [], (error, result) => resolve(error ?? result)));
    console.log(`npm client on ${value}: ${answer}`);
  }
  server.close();
});
JS
{
  echo "Python writes: $(grep -ho '<double>[a-z]*</double>' nan.xml inf.xml | paste -sd ' ')"
  node ask.cjs
} | tee seen
diff seen - <<'EXPECTED'
Python writes: <double>nan</double> <double>inf</double>
npm client on 1.5: 1.5
npm client on nan: Error: Expected a double but got 'nan'
npm client on inf: Error: Expected a double but got 'inf'
EXPECTED
