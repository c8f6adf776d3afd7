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
import { type Command, FoundError, type Io, readOptions, UsageError } from './io.ts';

const HELP = `tripoint odoo introspect <model> [--fields <a,b>]
tripoint odoo check [--json]

Asks the Odoo of ODOO_URL, with neither DATABASE_URL nor ODOO_URL set the demo company's recording.

introspect  prints SDL of a model: a file for schema/odoo/, beside one line under owns in ssot/doctrine.yaml
  --fields  stored names of the fields to print, comma separated; all but Odoo's machinery where absent
check       compares the whole SDL with this Odoo and prints each difference; exit code 1 where there is one
  --json    print the report as JSON
--help      print this`;

/** The command. */
export const odooCommand: Command = {
  help: HELP,
  run: async ([action, ...args], io) => {
    if (action === 'introspect') return introspect(args, io);
    if (action === 'check') return check(args, io);
    throw new UsageError(action ? `there is no "odoo ${action}"\n\n${HELP}` : `say what to do\n\n${HELP}`);
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
