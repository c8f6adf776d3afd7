// Builds what is not as its sources are: `npm start` comes up at once where nothing has changed since the last build.
// A source is known by its bytes: its times change with a checkout or a copy too, and may be kept where the bytes change.
//
//   node .ci/build.mjs [step…]   all steps where none is named
import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** What every step is made by: the last says which versions `npm ci` and `npm install` have put there. */
const TOOLS = ['tsconfig.json', 'package.json', '.ci/build.mjs', 'node_modules/.package-lock.json'];

const PAGES = join('dist', 'console');

/**
 * `inputs` are files and folders. `makes` names the files that come of sources; of a source that is deleted they are deleted here,
 * which no compiler does. `memory` is what a compiler goes by: it would not write again what it remembers to have written.
 */
const STEPS = {
  gateway: {
    command: 'npm run --silent build:gateway',
    inputs: ['src', 'tsconfig.build.json'],
    makes: (sources) => [...compiled(sources, '.js'), ...compiled(sources, '.js.map')],
    memory: 'dist/.tsbuildinfo',
  },
  handlers: {
    command: 'npm run --silent build:handlers',
    inputs: ['src', 'tsconfig.build.json', 'tsconfig.handlers.json'],
    makes: (sources) => compiled(sources, '.d.ts'),
    memory: 'dist/.tsbuildinfo-handlers',
  },
  // The console and GraphiQL. Its files are named by what is in them: all are written anew.
  console: {
    command: 'npm run --silent build:console',
    inputs: ['console', 'schema.graphql', 'ssot/operations/manifest.json'],
    makes: () => listFiles(PAGES),
    memory: PAGES,
  },
};

/** Not in `dist`, which is packed: `npm ci` clears it, and builds. */
const STAMP = 'node_modules/.cache/tripoint-build.json';

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(STEPS, name));
if (unknown) {
  console.error(`.ci/build.mjs: there is no step "${unknown}": there are ${Object.keys(STEPS).join(', ')}`);
  process.exit(2);
}
const stamp = readStamp();
const stale = new Map();
for (const name of asked.length > 0 ? asked : Object.keys(STEPS)) {
  // Before the build: what is edited while it runs is built the next time.
  const inputs = readInputs(STEPS[name]);
  const known = stamp[name];
  if (!known || !isSame(known.inputs, inputs) || hasLost(known.outputs)) stale.set(name, inputs);
}
for (const name of stale.keys()) build(STEPS[name], stamp[name]);
if (stale.size > 0) {
  // After all of them: one may write into the folder of another.
  for (const [name, inputs] of stale) stamp[name] = { inputs, outputs: readOutputs(STEPS[name], inputs) };
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, JSON.stringify(stamp));
}

/** @param known What was seen by the last build; undefined where there was none. */
function build({ command, memory, makes }, known) {
  if (!known || hasLost(known.outputs)) rmSync(memory, { recursive: true, force: true });
  const gone = Object.keys(known?.inputs ?? {}).filter((source) => !existsSync(source));
  if (gone.length > 0) for (const file of makes(gone)) rmSync(file, { force: true });
  try {
    execSync(command, { stdio: 'inherit' });
  } catch (error) {
    process.exit(error.status ?? 1);
  }
}

/** Whether an output of the last build is gone, or was written by somebody else. */
function hasLost(outputs) {
  return Object.entries(outputs).some(([file, state]) => stateOf(file) !== state);
}

function readInputs({ inputs }) {
  const hashOf = (file) => createHash('sha256').update(readFileSync(file)).digest('base64url');
  return Object.fromEntries([...inputs, ...TOOLS].flatMap(listFiles).map((file) => [file, hashOf(file)]));
}

/** Those that there are: not every source is compiled. */
function readOutputs({ makes }, inputs) {
  const files = makes(Object.keys(inputs)).filter((file) => existsSync(file));
  return Object.fromEntries(files.map((file) => [file, stateOf(file)]));
}

function stateOf(file) {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.size} ${found.mtimeMs}` : 'gone';
}

/** Nothing of a path that is not there. */
function listFiles(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => listFiles(join(path, name)));
}

function isSame(known, now) {
  const files = Object.keys(now);
  return files.length === Object.keys(known).length && files.every((file) => known[file] === now[file]);
}

/** A file each for what is compiled of TypeScript below `src`. */
function compiled(sources, ending) {
  return sources
    .filter((source) => source.startsWith(`src${sep}`) && source.endsWith('.ts'))
    .map((source) => source.replace(/^src/, 'dist').replace(/\.ts$/, ending));
}

/** Nothing where it cannot be read: then all is built. */
function readStamp() {
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8'));
  } catch {
    return {};
  }
}
