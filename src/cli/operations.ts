/** `tripoint operations`: the manifest of trusted operations. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { buildManifest } from '../operations/build.ts';
import { CLIENTS_FOLDER, readClientManifest } from '../operations/client-manifests.ts';
import { MANIFEST_FILE, type Manifest, printManifest } from '../operations/manifest.ts';
import { packagePaths } from '../paths.ts';
import { buildSchema } from '../sdl/build.ts';
import { readSdl } from '../sdl/load.ts';
import { type Command, FoundError, type Io, readOptions, UsageError } from './io.ts';

const HELP = `tripoint operations build [--from <file> …] [--consumer <name>] [--check] [--folder <folder>]

Makes <folder>/manifest.json, the manifest of trusted operations, from <folder>/<consumer>/*.graphql and from the manifests
of clients in <folder>/<consumer>/clients/*.json: docs/trusted-documents.md.

  --from      a manifest that a client's own tool has written: Apollo's (generate-persisted-query-manifest), Relay's
              (persistConfig) or codegen's (client preset, persistedDocuments). It is kept as
              <folder>/<consumer>/clients/<file>. May be given several times
  --consumer  whose manifests these are; the name of the file where absent
  --check     write nothing: exit code 1 where the manifest is not what would be written
  --folder    where the operations are; default ssot/operations
  --help      print this`;

/** The command. */
export const operationsCommand: Command = {
  help: HELP,
  run: async ([action, ...args], io) => {
    if (action !== 'build') throw new UsageError(`say what to do: tripoint operations build\n\n${HELP}`);
    const given = readOptions(args, {
      from: { type: 'string', multiple: true },
      consumer: { type: 'string' },
      check: { type: 'boolean' },
      folder: { type: 'string' },
    } as const);
    const { from = [], consumer, check = false } = given;
    if (check && from.length > 0) throw new UsageError('--check writes nothing: not with --from');
    if (consumer !== undefined && from.length === 0) throw new UsageError('--consumer goes with --from');
    const folder = resolve(io.cwd, given.folder ?? join('ssot', 'operations'));
    if (!existsSync(folder) && from.length === 0)
      throw new FoundError(
        `there is no ${folder}: make it with a folder for each consumer, or say by --folder where it is`,
      );
    for (const file of from) keep(resolve(io.cwd, file), folder, consumer);
    const manifest = attempt(() => buildManifest(folder, buildSchema(readSdl(packagePaths().schema))));
    if (check) checkCurrent(join(folder, MANIFEST_FILE), manifest);
    else writeFileSync(join(folder, MANIFEST_FILE), printManifest(manifest));
    report(manifest, check, io);
  },
};

const NAME = /^[a-z][a-z0-9-]*$/;

/** Beside the operations of its consumer, so that the next build finds it too. */
function keep(file: string, folder: string, given: string | undefined): void {
  attempt(() => readClientManifest(file));
  const consumer = given ?? basename(file, extname(file));
  if (!NAME.test(consumer))
    throw new UsageError(
      `"${consumer}" is no name of a consumer, such as "web-shop": say by --consumer whose ${file} is`,
    );
  const own = join(folder, consumer, CLIENTS_FOLDER);
  mkdirSync(own, { recursive: true });
  const kept = join(own, `${basename(file, extname(file))}.json`);
  if (resolve(kept) !== file) copyFileSync(file, kept);
}

function checkCurrent(file: string, manifest: Manifest): void {
  const known = existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : '';
  if (known !== printManifest(manifest))
    throw new FoundError(`${file} is not current: run \`npx tripoint operations build\`, and commit what it writes`);
}

function report({ operations }: Manifest, isCheck: boolean, io: Io): void {
  const consumers = new Set(operations.map(({ consumer }) => consumer));
  const ids = new Set(operations.flatMap((one) => one.ids));
  const what = isCheck ? 'is current' : 'is written';
  io.print(`The manifest ${what}: ${operations.length} operations of ${consumers.size} consumers, ${ids.size} ids`);
}

/** Says what is wrong with a file without a stack. */
function attempt<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new FoundError(error instanceof Error ? error.message : String(error));
  }
}
