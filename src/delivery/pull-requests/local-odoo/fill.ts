/** Fills the database of an environment: from a copy of another one with its files, or with a fresh Odoo. */
import { DeliveryError } from '../../problem.ts';
import type { Programs } from './programs.ts';
import type { LocalOdooSettings } from './settings.ts';

/** The database that is filled. */
export interface Filling {
  readonly programs: Programs;
  readonly settings: LocalOdooSettings;
  readonly database: string;
  readonly dataFolder: string;
  /** Arguments by which Odoo finds the code of the pull request; none where it runs what is installed. */
  readonly more: readonly string[];
  /** Makes it harmless. No code of the pull request runs on a copy before. */
  readonly clean: () => Promise<void>;
}

/** @throws DeliveryError */
export async function fillDatabase({ programs, settings, database, dataFolder, more, clean }: Filling): Promise<void> {
  const { source, modules, demo } = settings;
  await programs.run(['mkdir', '-p', '--', `${dataFolder}/filestore`]);
  await programs.run(['createdb', ...programs.connection, '-T', 'template0', '-E', 'UTF8', database]);
  const update = async (flag: '-i' | '-u', of: readonly string[]) => {
    const odoo = programs.odoo(database, dataFolder);
    await programs.run([
      ...odoo,
      ...more,
      flag,
      of.join(','),
      '--stop-after-init',
      '--no-http',
      ...(demo ? ['--with-demo'] : []),
    ]);
    await expectInstalled(programs, database, of);
  };
  if (!source) await update('-i', ['base', ...modules]);
  else {
    // A dump is one moment of the source, and ends nobody's connection; a template needs one without any.
    await programs.pipe(
      ['pg_dump', ...programs.connection, '-Fc', '-Z', '0', '-O', '-x', source.database],
      ['pg_restore', ...programs.connection, '-O', '-x', '--exit-on-error', '-d', database],
    );
    // After the dump: each file that it names is there by then. Files never change.
    await programs.run(['cp', '-a', '--reflink=auto', '--', source.filestore, `${dataFolder}/filestore/${database}`]);
  }
  await clean();
  if (source && more.length > 0 && modules.length > 0) {
    await update('-u', modules);
    await clean();
  }
}

/** Odoo ends with 0 for a module that it does not know, too. */
async function expectInstalled(programs: Programs, database: string, modules: readonly string[]): Promise<void> {
  const psql = programs.psql(database, { modules: modules.join(',') });
  const missing = await programs.run(
    psql,
    `select string_agg(m.name, ', ') from unnest(string_to_array(:'modules', ',')) m (name)
     where not exists (select from ir_module_module i where i.name = m.name and i.state = 'installed');`,
  );
  if (missing.trim() !== '') throw new DeliveryError(`Odoo has not installed ${missing.trim()}`);
}
