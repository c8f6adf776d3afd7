/** `npm run soak -- <name> [seed] [--small]`: long versions of tests, against the real stack of the environment. */
import process from 'node:process';
import { soak as blocks } from './blocks.ts';
import { soak as confirmations } from './confirmations.ts';
import { soak as doctor } from './doctor.ts';
import { soak as events } from './events.ts';
import { soak as filters } from './filters.ts';
import { soak as growth } from './growth.ts';
import { soak as hostile } from './hostile.ts';
import { soak as identity } from './identity.ts';
import { soak as indexer } from './indexer.ts';
import { soak as keys } from './keys.ts';
import { soak as kills } from './kills.ts';
import { soak as leaks } from './leaks.ts';
import { soak as paging } from './paging.ts';
import { soak as previews } from './previews.ts';
import { soak as recall } from './recall.ts';
import { soak as relevance } from './relevance.ts';
import { soak as replicas } from './replicas.ts';
import { soak as restore } from './restore.ts';
import type { Soak } from './soak.ts';
import { soak as stages } from './stages.ts';
import { soak as subscribers } from './subscribers.ts';
import { soak as sync } from './sync.ts';
import { soak as trace } from './trace.ts';
import { soak as upgrade } from './upgrade.ts';
import { soak as workPlans } from './work-plans.ts';
import { soak as workers } from './workers.ts';

const SOAKS: Readonly<Record<string, { readonly soak: Soak; readonly about: string }>> = {
  blocks: { soak: blocks, about: '16 clients change one page at once: a tree, equal to the serial replay' },
  confirmations: {
    soak: confirmations,
    about: 'confirmations used by many at once through three gateways, sent again, changed, too old: one write of each',
  },
  doctor: {
    soak: doctor,
    about: 'a good configuration of the real stack, and thirteen broken ones: each by its own lines',
  },
  events: {
    soak: events,
    about:
      'events of Odoo at 200/s, twice, out of order, the gateway away, workers killed: none lost, none processed twice',
  },
  filters: { soak: filters, about: "2,400 random filters against SQL on Odoo's own database" },
  hostile: {
    soak: hostile,
    about: 'one viewer asks for the worst that it may, for a minute: nobody else is refused; how much slower they are',
  },
  identity: {
    soak: identity,
    about: '20 users of Odoo, each by its own key: every type, in turn and at once, beside what Odoo itself shows them',
  },
  keys: {
    soak: keys,
    about: "the ring and people's keys of Odoo rotated under load, the command killed three times: no request fails",
  },
  paging: {
    soak: paging,
    about:
      '10,000 records of Odoo in every order over three transports, ledger, workspace and rows: none lost, none twice',
  },
  previews: {
    soak: previews,
    about: 'environments of pull requests, copies of the real Odoo: a worker killed, a delivery missed, all torn down',
  },
  relevance: { soak: relevance, about: '309 passages, 84 questions: nDCG@10 and recall@10 of each embedder' },
  replicas: {
    soak: replicas,
    about:
      '3 gateways behind HAProxy and nginx, restarted and killed under load: no request fails, rates hold, nothing is lost',
  },
  restore: {
    soak: restore,
    about:
      'the drill of docs/restore.md: backed up while it is written to, lost, restored on a new cluster, and looked at',
  },
  stages: {
    soak: stages,
    about: 'a neutralized copy of Odoo, and twelve faults planted into it: each found by its own check, two ways',
  },
  sync: {
    soak: sync,
    about:
      'a copy of Odoo under writes, held transactions, an import; hints lost, the door away, syncs killed: 0 lost, 0 told twice',
  },
  subscribers: { soak: subscribers, about: '1,000 subscribers, 10,000 events, 50 reconnects: none lost, none twice' },
  trace: { soak: trace, about: 'a request and its run over two processes: one trace, printed as JSON' },
  upgrade: {
    soak: upgrade,
    about: 'the landed version, this one and one that moves a column, on one database under load: no request fails',
  },
  workers: { soak: workers, about: '20,000 runs by 8 worker processes, beside graphile-worker and pg-boss' },
  kills: { soak: kills, about: 'workers killed 200 times: nothing lost, nothing finished twice, every chain verifies' },
  recall: {
    soak: recall,
    about: 'vectors of 200,000 chunks under row-level security, against an exact search; 200,000 titles',
  },
  leaks: { soak: leaks, about: '1,000 viewers and questions: nothing is told of a space in which they are no member' },
  indexer: {
    soak: indexer,
    about: '20,000 edits, indexers killed 50 times: every page indexed, nothing embedded twice',
  },
  growth: {
    soak: growth,
    about: '1,000,000 runs, 10,000,000 events, 5,000 blocks on a page, 1,000 spaces of a user: how each cost grows',
  },
  'work-plans': {
    soak: workPlans,
    about: 'hot queries go by indexes on 1,000 spaces, 200,000 pages, 2,000,000 blocks',
  },
};
const SEED = 20_260_321;

const HELP = `Usage: npm run soak -- <name> [seed] [--small]

${Object.entries(SOAKS)
  .map(([name, { about }]) => `  ${name.padEnd(12)} ${about}`)
  .join('\n')}

Environment: that of the real stack (ODOO_URL, ODOO_API_KEY, ODOO_ADMIN_API_KEY, MIGRATIONS_DATABASE_URL, …).`;

const small = process.argv.includes('--small');
process.exitCode = await run(process.argv.slice(2).filter((argument) => argument !== '--small'));

async function run([name = '--help', seed = String(SEED)]: readonly string[]): Promise<number> {
  const report = (line: string) => void process.stdout.write(`${line}\n`);
  const found = SOAKS[name];
  if (!found) {
    report(HELP);
    return name === '--help' ? 0 : 2;
  }
  const started = performance.now();
  try {
    await found.soak(report, Number(seed), { small });
    report(`${name} held with seed ${seed}: ${((performance.now() - started) / 1_000).toFixed(1)} s`);
    return 0;
  } catch (error) {
    report(`${name} broke with seed ${seed}: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}
