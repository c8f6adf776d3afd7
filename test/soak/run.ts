/** `npm run soak -- <name> [seed]`: long versions of tests, against the real stack of the environment. */
import process from 'node:process';
import { soak as filters } from './filters.ts';
import { soak as paging } from './paging.ts';
import type { Soak } from './soak.ts';

const SOAKS: Readonly<Record<string, { readonly soak: Soak; readonly about: string }>> = {
  filters: { soak: filters, about: "2,400 random filters against SQL on Odoo's own database" },
  paging: { soak: paging, about: '2,000 partners walked in every order while others come and go' },
};
const SEED = 20_260_321;

const HELP = `Usage: npm run soak -- <name> [seed]

${Object.entries(SOAKS)
  .map(([name, { about }]) => `  ${name.padEnd(10)} ${about}`)
  .join('\n')}

Environment: that of the real stack (ODOO_URL, ODOO_API_KEY, ODOO_ADMIN_API_KEY, MIGRATIONS_DATABASE_URL, …).`;

process.exitCode = await run(process.argv.slice(2));

async function run([name = '--help', seed = String(SEED)]: readonly string[]): Promise<number> {
  const report = (line: string) => void process.stdout.write(`${line}\n`);
  const found = SOAKS[name];
  if (!found) {
    report(HELP);
    return name === '--help' ? 0 : 2;
  }
  const started = performance.now();
  try {
    await found.soak(report, Number(seed));
    report(`${name} held with seed ${seed}: ${((performance.now() - started) / 1_000).toFixed(1)} s`);
    return 0;
  } catch (error) {
    report(`${name} broke with seed ${seed}: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}
