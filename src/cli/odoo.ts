/** `tripoint odoo`: the SDL and a live Odoo, side by side. */
import { Kind } from 'graphql';
import { createStandInOdoo } from '../demo/odoo/stand-in.ts';
import type { OdooCall } from '../odoo/call.ts';
import { createOdooClient } from '../odoo/client.ts';
import { type Checked, type CheckReport, checkAgainstOdoo } from '../odoo/introspect/check.ts';
import { introspectModel } from '../odoo/introspect/introspect.ts';
import type { Surroundings } from '../odoo/introspect/print.ts';
import { packagePaths } from '../paths.ts';
import { readCatalog } from '../plan/read-catalog.ts';
import { buildSchema } from '../sdl/build.ts';
import { deriveTypes } from '../sdl/derive.ts';
import { readStorage } from '../sdl/directives.ts';
import { readSdl, readSdlFiles } from '../sdl/load.ts';
import { readConfigWithoutTokens } from './config-without-tokens.ts';
import { type Command, FoundError, type Io, readOptions, UsageError, unknownAction } from './io.ts';
import { exportRecords } from './odoo-export.ts';
import { fdw } from './odoo-fdw.ts';

const HELP = `tripoint odoo introspect <model> [--fields <a,b>]
tripoint odoo check [--json]
tripoint odoo fdw [--sql | --apply | --remove]
tripoint odoo export --model <model> --to <folder | storage> [--since <time>] [--format ndjson | parquet] [--via reader | fdw]
                     [--fields <a,b>] [--rows-per-file <n>]

Asks the Odoo of ODOO_URL, with neither DATABASE_URL nor ODOO_URL set the demo company's recording.

introspect  prints SDL of a model: a file for schema/odoo/, beside one line under owns in ssot/doctrine.yaml
  --fields  stored names of the fields to print, comma separated; all but Odoo's machinery where absent
check       compares the whole SDL with this Odoo and prints each difference; exit code 1 where there is one
  --json    print the report as JSON
fdw         checks the reads of Odoo's own database by postgres_fdw, and prints what is there, missing or wrong; exit code 1
            where anything is. Needs ODOO_DATABASE_URL and MIGRATIONS_DATABASE_URL: docs/analysis.md
  --sql     print the SQL of both databases instead, without a password: the login in Odoo's, the foreign tables in ours
  --apply   make the foreign tables in ours, or make them anew, and fill the summary
  --remove  take them away, with the summary
export      writes the records of a model as files, with a manifest; asked for again it goes on where it was ended
  --to      a folder, or "storage" for that of the configuration
  --since   records that were written at this time or later; all where absent
  --format  ndjson, or parquet; default ndjson
  --via     reader, with the rights of the gateway's reader, or fdw, out of Odoo's own database; default reader
  --fields  stored names, comma separated; all stored fields of the SDL where absent
  --rows-per-file  rows of one file, 100000 where absent
--help      print this`;

/** The command. */
export const odooCommand: Command = {
  help: HELP,
  run: async ([action, ...args], io) => {
    if (action === 'introspect') return introspect(args, io);
    if (action === 'check') return check(args, io);
    if (action === 'fdw') return fdw(args, io);
    if (action === 'export')
      return exportRecords(args, io, { catalog: readOwnSdl().catalog, withOdoo: (work) => withOdoo(io, work) });
    throw unknownAction(action, { command: 'odoo', actions: ['introspect', 'check', 'fdw', 'export'], help: HELP });
  },
};

async function introspect([model, ...args]: readonly string[], io: Io): Promise<void> {
  if (!model || model.startsWith('-')) throw new UsageError('say which model, e.g. odoo introspect res.bank');
  const { fields } = readOptions(args, { fields: { type: 'string' } });
  const asked = fields?.split(',').flatMap((name) => name.trim() || []) ?? null;
  if (asked?.length === 0) throw new UsageError('--fields names no field');
  io.print(await withOdoo(io, (call) => introspectModel(call, model, asked, readSurroundings())));
}

async function check(args: readonly string[], io: Io): Promise<void> {
  const { json = false } = readOptions(args, { json: { type: 'boolean' } });
  const report = await withOdoo(io, (call) => checkAgainstOdoo(call, readOwnSdl()));
  for (const line of json ? [JSON.stringify(report, null, 2)] : describe(report)) io.print(line);
  const found = report.drift.length;
  if (found > 0) throw new FoundError(`the SDL differs from this Odoo in ${found} ${found === 1 ? 'place' : 'places'}`);
}

function describe({ drift, notes, models, fields }: CheckReport): string[] {
  return [
    ...drift.map(({ at, coordinate, problem }) => `${at}  ${coordinate}: ${problem}`),
    ...notes.map((note) => `note: ${note}`),
    ...(drift.length === 0 ? [`the SDL says what this Odoo has: ${models} models, ${fields} fields`] : []),
  ];
}

/** The names that the SDL has, by the files that can be read: one may be half written, and others may need what it will hold. */
function readSurroundings(): Surroundings {
  const { definitions } = deriveTypes(readSdlFiles(packagePaths().schema).document);
  const taken = new Set(definitions.map((node) => ('name' in node ? node.name?.value : undefined)));
  const types = definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION);
  const models = types.flatMap((node): [string, string][] => {
    const storage = readStorage(node);
    return storage?.surface === 'odoo' ? [[storage.source, node.name.value]] : [];
  });
  return { types: new Map(models), isTaken: (name) => taken.has(name) };
}

function readOwnSdl(): Checked {
  const document = readSdl(packagePaths().schema);
  const schema = buildSchema(document);
  return { document, schema, catalog: readCatalog(schema) };
}

async function withOdoo<T>(io: Io, work: (call: OdooCall) => Promise<T>): Promise<T> {
  const { odoo, embedded } = readConfigWithoutTokens(io.env);
  if (odoo) return work(createOdooClient(odoo));
  if (!embedded) throw new UsageError('ODOO_URL is not set: it names the Odoo to ask');
  const { url, apiKey, close } = await createStandInOdoo().listen();
  try {
    return await work(createOdooClient({ url, database: null, apiKey, timeoutMs: 5_000, maxConcurrency: 4 }));
  } finally {
    await close();
  }
}
