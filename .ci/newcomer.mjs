// Runs what README and docs print: the blocks that a comment above them marks, as printed, against a gateway that one of them starts.
//
//   <!-- run: start -->            starts the gateway: the embedded one, or with `real` the one of the real stack
//   <!-- run -->                   a block of `sh`: has to end well, and to answer no error that is not printed below it
//   <!-- run: as ana -->           a block of `graphql`, asked as that viewer
//   <!-- run: for 3 s -->          one that goes on for ever: has to say something until then
//   <!-- run: embedded -->         there alone; `real`: on the real stack alone
//   <!-- answers -->               a block of `json`: what the block before answered, of the embedded systems
//
//   node .ci/newcomer.mjs embedded|real [file of the real stack's variables]
//
// Beside a port of its own it changes nothing that is printed. $TOKEN and $SERVICE are what the blocks before have made them.
import { strict as assert } from 'node:assert';
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const [mode = 'embedded', variables] = process.argv.slice(2);
const FILES = ['README.md', ...readdirSync('docs').filter((name) => name.endsWith('.md')).sort().map((name) => `docs/${name}`)];
const PRINTED_URL = 'http://127.0.0.1:4000';
/** Where a block leaves what it has set for those after it. */
const STATE = '.newcomer-state';
/** Differs from run to run. */
const UNSTEADY = new Set(['ms', 'locations']);
const START_MS = 240_000;

writeFileSync(STATE, variables ? `. ${JSON.stringify(variables)}\n` : '');
const blocks = FILES.flatMap(readBlocks).filter(({ marks }) => !marks.has(mode === 'real' ? 'embedded' : 'real'));
const start = blocks.find(({ marks }) => marks.has('start'));
assert.ok(start, `README has no block that starts ${mode}`);

const begun = performance.now();
const gateway = spawn('bash', ['-euo', 'pipefail', '-c', start.text], {
  detached: true,
  stdio: ['ignore', 'pipe', 'inherit'],
  env: { ...process.env, PORT: '0' },
});
try {
  const url = await untilUp();
  console.log(`${where(start)}: up after ${seconds(begun)}, ${url}`);
  const failures = [];
  let last = '';
  let count = 1;
  for (const [index, block] of blocks.entries()) {
    if (block.marks.has('start')) continue;
    const since = performance.now();
    try {
      last = run(block, blocks[index + 1], { url, last });
      console.log(`${where(block)}: ${seconds(since)}`);
      count += 1;
    } catch (error) {
      failures.push(`${where(block)}: ${error.message}`);
    }
  }
  assert.equal(failures.length, 0, `${failures.length} blocks do not do what they say:\n${failures.join('\n')}`);
  console.log(`${count} blocks of README and docs do what they say (${mode})`);
} finally {
  // Its whole group: `npm start` has children.
  if (gateway.exitCode === null) {
    process.kill(-gateway.pid, 'SIGTERM');
    await new Promise((resolve) => gateway.once('close', resolve));
  }
}

/** @returns What it printed. */
function run(block, next, { url, last }) {
  if (block.marks.has('answers')) {
    if (mode === 'embedded') assertAnswered(block, last);
    return last;
  }
  const printed = block.language === 'graphql' ? askAs(block, url) : runShell(block, url);
  if (!next?.marks.has('answers')) assertNoErrors(block, printed);
  return printed;
}

function readBlocks(file) {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    const [, kind, said = ''] = /^\s*<!-- (run|answers)(?:: (.*))? -->$/.exec(line) ?? [];
    if (!kind) return [];
    const [, indent = '', language] = /^(\s*)```(\w+)$/.exec(lines[index + 1] ?? '') ?? [];
    assert.ok(language, `${file}:${index + 1} marks no block`);
    const end = lines.indexOf(`${indent}\`\`\``, index + 2);
    const text = lines.slice(index + 2, end).map((text) => text.slice(indent.length)).join('\n');
    return [{ file, line: index + 2, language, text, marks: new Set([kind, ...said.split(', ').filter(Boolean)]) }];
  });
}

function untilUp() {
  return new Promise((resolve, reject) => {
    let printed = '';
    const timer = setTimeout(() => reject(new Error(`not up after ${START_MS} ms:\n${printed}`)), START_MS);
    gateway.stdout.on('data', (bytes) => {
      printed += bytes;
      const [, url] = /is up .*GraphQL (http\S+)\/graphql/.exec(printed) ?? [];
      if (url) resolve(url);
      if (url) clearTimeout(timer);
    });
    gateway.once('close', (code) => reject(new Error(`${where(start)} ended with ${code} before it was up:\n${printed}`)));
  });
}

/** With what the blocks before have set. */
function runShell(block, url) {
  const forever = said(block, /^for (\d+) s$/);
  const script = `. ./${STATE}\n${block.text.replaceAll(PRINTED_URL, url)}\n{ cat ${STATE}; declare -f; declare -p TOKEN SERVICE 2>/dev/null || true; } >${STATE}.new && mv ${STATE}.new ${STATE}`;
  const options = { encoding: 'utf8', timeout: forever ? forever * 1_000 : 120_000, killSignal: 'SIGKILL' };
  const { status, signal, stdout, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', script], options);
  if (forever) assert.ok(signal && stdout !== '', `it said nothing: ${stdout}${stderr}`);
  else assert.equal(status, 0, `it ended with ${status ?? signal}: ${stdout}${stderr}`);
  return stdout;
}

function askAs(block, url) {
  const viewer = said(block, /^as (\S+)$/);
  assert.ok(viewer, `it does not say as whom it is asked`);
  const subject = viewer === 'service' ? '--service' : `--user ${viewer}`;
  const token = spawnSync('bash', ['-euo', 'pipefail', '-c', `. ./${STATE}; npx tripoint token ${subject}`], { encoding: 'utf8' });
  // By a connection of its own: a kept one would be closed while a block of sh holds up this process.
  const headers = ['-H', 'content-type: application/json', '-H', `authorization: Bearer ${token.stdout.trim()}`];
  const input = JSON.stringify({ query: block.text });
  const { stdout: text } = spawnSync('curl', ['-s', `${url}/graphql`, ...headers, '-d', '@-'], { input, encoding: 'utf8' });
  assert.ok(JSON.parse(text || '{}').data, `it was answered ${text}`);
  return text;
}

/** What a mark of the block says; undefined where none is of the kind. */
function said({ marks }, kind) {
  return [...marks].map((mark) => kind.exec(mark)?.[1]).find(Boolean);
}

function assertNoErrors(block, printed) {
  const errors = [...printed.matchAll(/"(?:errors|userErrors)":\[\{.*/g)].map(([text]) => text.slice(0, 500));
  assert.deepEqual(errors, [], `it was answered errors`);
}

/** What is printed has to be in what came; more may have come. */
function assertAnswered(block, printed) {
  const came = JSON.parse(printed);
  const wrong = findDifference(JSON.parse(block.text), 'data' in JSON.parse(block.text) ? came : came.data, '');
  assert.equal(wrong, null, `it prints what is not answered: ${wrong}\n${printed}`);
}

function findDifference(expected, came, path) {
  if (typeof expected !== 'object' || expected === null)
    return Object.is(expected, came) ? null : `${path} is ${JSON.stringify(came)} instead of ${JSON.stringify(expected)}`;
  if (typeof came !== 'object' || came === null) return `${path} is ${JSON.stringify(came)}`;
  if (Array.isArray(expected) && expected.length !== came.length) return `${path} has ${came.length} entries instead of ${expected.length}`;
  for (const [key, value] of Object.entries(expected)) {
    const found = UNSTEADY.has(key) ? null : findDifference(value, came[key], `${path}/${key}`);
    if (found !== null) return found;
  }
  return null;
}

function where({ file, line }) {
  return `${file}:${line}`;
}

function seconds(since) {
  return `${((performance.now() - since) / 1_000).toFixed(1)} s`;
}
