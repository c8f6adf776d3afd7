/** `npm run deploy`: what `deploy/` holds, checked with the programs that are to read it. */
import process from 'node:process';
import { checkCompose } from './compose.ts';
import { checkKubernetes } from './kubernetes.ts';
import { checkPrometheus } from './prometheus.ts';
import { checkProxies } from './proxies.ts';
import { checkUnits } from './systemd.ts';

const CHECKS: Readonly<Record<string, () => Promise<string>>> = {
  prometheus: checkPrometheus,
  compose: checkCompose,
  kubernetes: checkKubernetes,
  systemd: checkUnits,
  proxies: checkProxies,
};

for (const [name, check] of Object.entries(CHECKS)) process.stdout.write(`${name}: ${await check()}\n`);
