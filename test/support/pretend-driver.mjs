/**
 * A driver of environments for tests: a folder of files in place of Odoo. It keeps the driver's contract, notes each call, and
 * is told by the settings to be slow, to fail or to say too much.
 */
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';

const action = process.argv.at(-1);
const { settings, environment, name } = JSON.parse(await text(process.stdin));
const { folder, delayMs = 0, failing } = settings;
mkdirSync(join(folder, 'environments'), { recursive: true });
const of = environment?.name ?? name;
const file = (each) => join(folder, 'environments', each);
appendFileSync(join(folder, 'calls'), `${action} ${of ?? ''}\n`);
writeFileSync(join(folder, 'env'), JSON.stringify(process.env));
if (failing === action && !existsSync(join(folder, 'mended'))) {
  process.stderr.write('the pretend driver was told to fail\n');
  process.exit(3);
}
if (action === 'create') {
  // Half made first, as a database that is being filled.
  writeFileSync(file(of), JSON.stringify({ sha: environment.sha, running: false }));
  await delay(existsSync(join(folder, 'quick')) ? 0 : delayMs);
  writeFileSync(file(of), JSON.stringify({ sha: environment.sha, running: true, asked: environment }));
  process.stdout.write(JSON.stringify({ url: `http://${environment.hostName}`, database: of, gatewayDatabase: null }));
} else if (action === 'destroy') {
  rmSync(file(of), { force: true });
  process.stdout.write('{}');
} else {
  const environments = readdirSync(join(folder, 'environments')).map((each) => ({
    name: each,
    running: JSON.parse(readFileSync(file(each), 'utf8')).running,
  }));
  process.stdout.write(JSON.stringify({ environments }));
}
