/** The Odoo of one environment, as a process that goes on: started, asked for its health, and ended. */
import { closeSync, openSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { askHttp } from '../../ask-http.ts';
import { DeliveryError } from '../../problem.ts';
import { isRunning, type KnownProcess, knowProcess } from '../other-processes.ts';
import type { Programs } from './programs.ts';

/** Where it listens, and from what it is started. */
export interface Starting {
  readonly programs: Programs;
  readonly database: string;
  readonly dataFolder: string;
  readonly port: number;
  /** Further arguments, such as the addons of a pull request. */
  readonly more: readonly string[];
  readonly log: string;
}

const LOOK_MS = 500;

/** It answers later: `untilHealthy` waits for that. @throws DeliveryError */
export function startOdoo({ programs, database, dataFolder, port, more, log }: Starting): KnownProcess {
  const output = openSync(log, 'a');
  try {
    const pid = programs.start(
      [
        ...programs.odoo(database, dataFolder),
        ...['--db-filter', `^${database}$`, '--no-database-list', '--proxy-mode'],
        ...['--http-interface', '127.0.0.1', '--http-port', String(port), '--gevent-port', String(port + 1)],
        ...['--workers', '0', '--max-cron-threads', '1', ...more],
      ],
      output,
    );
    const known = knowProcess(pid);
    if (known) return known;
    throw new DeliveryError('Odoo ended at once, or this machine is no Linux');
  } finally {
    closeSync(output);
  }
}

/** Until it answers with its database. @throws DeliveryError where it ends, or the time is up. */
export async function untilHealthy(port: number, odoo: KnownProcess, timeoutMs: number): Promise<void> {
  const until = performance.now() + timeoutMs;
  for (;;) {
    if (await isHealthy(port)) return;
    if (!isRunning(odoo)) throw new DeliveryError('Odoo has ended before it answered: see odoo.log of the environment');
    if (performance.now() > until) throw new DeliveryError(`Odoo does not answer within ${timeoutMs / 1_000} s`);
    await delay(LOOK_MS);
  }
}

/** The page for signing in is made from the database, with its assets. */
async function isHealthy(port: number): Promise<boolean> {
  const answers = async (path: string) => (await askHttp(`http://127.0.0.1:${port}${path}`)).status === 200;
  try {
    return (await answers('/web/health?db_server_status=1')) && (await answers('/web/login'));
  } catch {
    return false;
  }
}
