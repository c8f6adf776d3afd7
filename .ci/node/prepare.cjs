// What `npm ci` ends with: a program that can be started. Without the packages of development (`npm ci --omit=dev`)
// there is no compiler, and whoever installs so brings `dist/` along.
require('./use.cjs');
const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');

if (!process.exitCode && existsSync(join(__dirname, '..', '..', 'node_modules', 'typescript')))
  process.exitCode = spawnSync('node .ci/build.mjs', { stdio: 'inherit', shell: true }).status ?? 1;
