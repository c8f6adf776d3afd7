/** `tripoint sync`: asks Odoo what was written and what is gone, until it is told to stop. */
import { setTimeout as delay } from 'node:timers/promises';
import { SERVICE } from '../auth/viewer.ts';
import { type Bridge, createBridge } from '../bridge/odoo-bridge.ts';
import type { BridgeSettings } from '../bridge/settings.ts';
import { expectSynced, type SyncedModel } from '../bridge/sync.ts';
import { watchStage } from '../delivery/stages/agreement.ts';
import { loadDoctrine } from '../doctrine/load.ts';
import { GatewayError } from '../errors.ts';
import { createLog } from '../log.ts';
import { packagePaths } from '../paths.ts';
import { checkLogin } from '../postgres/check-login.ts';
import { createPostgresPool } from '../postgres/pool.ts';
import { readBridgeConfig } from './bridge.ts';
import { putSchedules } from './bridge-schedules.ts';
import { readConfigWithoutTokens } from './config-without-tokens.ts';
import { type Command, type Io, readOptions, UsageError } from './io.ts';

const HELP = `tripoint sync [--once] [--model <model>] [--whole]
tripoint sync --schedules

Asks the Odoo of ODOO_URL, by its reader, which records of the models in ssot/bridge.yaml were written and which are gone, and
has odoo.event_log tell of each once. It goes on where an earlier one was left. Needs DATABASE_URL, and ODOO_INSTANCE where no
webhook has a secret: the name of that Odoo. See docs/bridge.md.

--once        look once at everything, and end; without it, look again every few seconds until SIGTERM
--model       one of the watched models; all where absent
--whole       look at every record once, not only at those written lately
--schedules   put the schedules of ssot/bridge.yaml into the ledger, for a worker of odoo-bridge, and end
--help        print this`;

/** The command. */
export const syncCommand: Command = {
  help: HELP,
  run: async (args, io) => {
    const given = readOptions(args, {
      once: { type: 'boolean' },
      model: { type: 'string' },
      whole: { type: 'boolean' },
      schedules: { type: 'boolean' },
    });
    const paths = packagePaths(io.env);
    const config = readConfigWithoutTokens(io.env);
    if (!config.postgres) throw new UsageError('DATABASE_URL is not set: a sync tells the database of the gateway');
    const log = createLog(config.logLevel);
    const postgres = createPostgresPool({ ...config.postgres, isShared: false }, log);
    try {
      const bridge = readBridgeConfig(config, { doctrine: loadDoctrine(paths), postgres, paths });
      await checkLogin({ postgres, log, databaseUrl: config.postgres.databaseUrl });
      if (given.schedules) {
        for (const line of await putSchedules({ postgres, viewer: SERVICE }, bridge.settings)) io.print(line);
        return;
      }
      if (given.model !== undefined && !Object.hasOwn(bridge.settings.watch, given.model))
        throw new UsageError(`"${given.model}" is not watched: ${Object.keys(bridge.settings.watch).join(', ')} are`);
      const stage = await watchStage(config, log);
      const untilStopped = () => Promise.race([io.untilStopped(), stage.disagreed]);
      await look({ bridge: createBridge(bridge), settings: bridge.settings, given }, { ...io, untilStopped });
      stage.stop();
      stage.check();
    } finally {
      await postgres.close();
    }
  },
};

interface Looking {
  readonly bridge: Bridge;
  readonly settings: BridgeSettings;
  readonly given: { readonly once?: boolean; readonly model?: string; readonly whole?: boolean };
}

async function look({ bridge, settings, given: { once = false, model, whole = false } }: Looking, io: Io) {
  const stop = new AbortController();
  void io.untilStopped().then(() => stop.abort());
  const { signal } = stop;
  const request = { ...(model !== undefined && { model }), signal };
  if (!once) io.print(`Sync is up: it looks every ${settings.everySeconds} s`);
  for (let isFirst = true; !signal.aborted; isFirst = false) {
    try {
      const synced = await bridge.sync({ ...request, whole: whole && isFirst, all: once });
      for (const line of describe(synced, once)) io.print(line);
      if (once) return expectSynced(synced);
    } catch (error) {
      if (signal.aborted) break;
      // What goes by is tried again; a mistake of the configuration is not.
      if (once || !(error instanceof GatewayError) || !error.code.startsWith('UPSTREAM')) throw error;
      io.print(`not synced, tried again in ${settings.everySeconds} s: ${error.message}`);
    }
    await delay(settings.everySeconds * 1_000, undefined, { signal }).catch(() => {});
  }
  io.print('Sync has stopped');
}

function describe(synced: readonly SyncedModel[], all: boolean): string[] {
  return synced
    .filter(({ changed, removed, failed }) => all || failed || changed + removed > 0)
    .map(({ model, changed, removed, elsewhere, failed }) => {
      if (failed) return `${model}: not walked to its end: ${failed.message}`;
      return `${model}: ${changed} changed, ${removed} removed${elsewhere ? '; another sync walks it' : ''}`;
    });
}
