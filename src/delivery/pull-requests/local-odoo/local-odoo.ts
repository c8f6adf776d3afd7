/** The driver for an Odoo on this machine: `create`, `status` and `destroy`, each of which may be ended at any moment and done again. */
import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CreatedEnvironment, SeenEnvironment } from '../driver.ts';
import { endProcess, isRunning } from '../other-processes.ts';
import { cleanse } from './cleanse.ts';
import { addonsPath, checkOutCode } from './code.ts';
import { fillDatabase } from './fill.ts';
import { createGatewayDatabases, type GatewayDatabases } from './gateway-database.ts';
import { startOdoo, untilHealthy } from './odoo-server.ts';
import { createPlaces, type KnownLocal, type Places } from './places.ts';
import { createPrograms, type Programs } from './programs.ts';
import type { LocalEnvironment, LocalOdooSettings } from './settings.ts';

/** What a driver does. Each throws DeliveryError. */
export interface LocalOdoo {
  create(environment: LocalEnvironment): Promise<CreatedEnvironment>;
  status(): readonly SeenEnvironment[];
  destroy(name: string): Promise<void>;
}

interface Work {
  readonly settings: LocalOdooSettings;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly places: Places;
  readonly programs: Programs;
  readonly gateways: GatewayDatabases | null;
}

/** Milliseconds that an Odoo has to end. */
const ENDING_MS = 10_000;

/** @param env All that the driver was given. @param migrations The folder of the gateway's migrations. */
export function createLocalOdoo(settings: LocalOdooSettings, env: Work['env'], migrations: string): LocalOdoo {
  const { gatewayUrlVariable } = settings;
  const url = gatewayUrlVariable === undefined ? undefined : env[gatewayUrlVariable];
  const work: Work = {
    settings,
    env,
    places: createPlaces(settings),
    programs: createPrograms(settings, env),
    gateways: url === undefined ? null : createGatewayDatabases(url, migrations),
  };
  const { places } = work;
  return {
    create: (environment) => places.locked(environment.name, () => create(work, environment)),
    status: () =>
      places.list().map((name) => {
        const known = places.read(name);
        return { name, running: known?.isMade === true && known.server !== null && isRunning(known.server) };
      }),
    destroy: (name) => places.locked(name, () => destroy(work, name)),
  };
}

/** One of the same commit that only does not run is started again, with what people did in it; anything else is made anew. */
async function create(work: Work, environment: LocalEnvironment): Promise<CreatedEnvironment> {
  const { places } = work;
  const found = places.read(environment.name);
  const isSame = found?.isMade === true && found.sha === environment.sha;
  if (!isSame && existsSync(places.folderOf(environment.name))) await destroy(work, environment.name);
  const known = isSame ? found : await make(work, environment);
  const { url, gatewayDatabase } = await serve(work, known);
  return { url, database: environment.name, gatewayDatabase };
}

async function make(
  { settings, env, places, programs, gateways }: Work,
  environment: LocalEnvironment,
): Promise<KnownLocal> {
  const { name, hostName, sha } = environment;
  const gatewayDatabase = gateways && `${name}-gateway`;
  // Before anything is made, so that it is found and taken away whatever happens.
  const unmade = { name, sha, port: 0, url: '', gatewayDatabase, server: null, isMade: false };
  places.write(unmade);
  const port = await places.takePorts(name);
  const url = settings.url.replaceAll('{host}', hostName).replaceAll('{port}', String(port));
  const more = await checkOutCode(settings, environment, { folder: join(places.folderOf(name), 'code'), env });
  const dataFolder = dataFolderOf(settings, name);
  const password = randomBytes(18).toString('base64url');
  const clean = () =>
    cleanse({ programs, database: name, dataFolder, url, keepParameters: settings.keepParameters, password });
  await fillDatabase({ programs, settings, database: name, dataFolder, more, clean });
  await gateways?.make(gatewayDatabase ?? '');
  writeFileSync(join(places.folderOf(name), 'admin-password'), `${password}\n`, { mode: 0o600 });
  const made = { ...unmade, port, url, isMade: true };
  places.write(made);
  return made;
}

async function serve({ settings, places, programs }: Work, known: KnownLocal): Promise<KnownLocal> {
  const { name, port } = known;
  const isUp = known.server !== null && isRunning(known.server);
  const folder = join(places.folderOf(name), 'code');
  const more = settings.code ? ['--addons-path', addonsPath(settings, folder)] : [];
  const log = join(places.folderOf(name), 'odoo.log');
  const odoo =
    (isUp && known.server) ||
    startOdoo({ programs, database: name, dataFolder: dataFolderOf(settings, name), port, more, log });
  const served = { ...known, server: odoo };
  places.write(served);
  await untilHealthy(port, odoo, settings.startSeconds * 1_000);
  return served;
}

/** What it finds, whole or not; the folder that says what there is goes last. */
async function destroy({ settings, places, programs, gateways }: Work, name: string): Promise<void> {
  const known = places.read(name);
  if (known?.server) await endProcess(known.server, ENDING_MS);
  await programs.run(['dropdb', ...programs.connection, '--if-exists', '--force', name]);
  await gateways?.remove(`${name}-gateway`);
  await programs.run(['rm', '-rf', '--', dataFolderOf(settings, name)]);
  places.remove(name);
}

function dataFolderOf({ data }: LocalOdooSettings, name: string): string {
  return join(data, name);
}
