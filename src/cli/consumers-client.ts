/** `tripoint consumers client`: the typed client of a consumer, for its own repository. */
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { didYouMean } from '../nearest.ts';
import { apolloManifest } from '../operations/apollo-manifest.ts';
import { loadManifest } from '../operations/manifest.ts';
import { packagePaths } from '../paths.ts';
import { type Io, readOptions, UsageError } from './io.ts';

/** What `--help` prints. */
export const CLIENT_HELP = `tripoint consumers client --out <folder> [--consumer <name>]

Writes typed documents for a consumer's own repository, as urql, Apollo Client and graphql-request take them:

  <consumer>.ts         a document for each trusted operation, with the types of its variables and its answer
  <consumer>.json       the same operations by the ids that Apollo Client calls them, as its persisted-query manifest
  typed-client.ts       a client of the gateway in one function

  --out       the folder to write to; made where there is none
  --consumer  one consumer alone
  --help      print this`;

/** Overwrites what it wrote before. @throws UsageError where there is no such consumer. */
export function writeClients(args: readonly string[], io: Io): void {
  const { out, consumer } = readOptions(args, { out: { type: 'string' }, consumer: { type: 'string' } } as const);
  if (out === undefined) throw new UsageError(`say where to: --out <folder>\n\n${CLIENT_HELP}`);
  const paths = packagePaths();
  const known = readdirSync(paths.clients).map((file) => basename(file, '.ts'));
  if (consumer !== undefined && !known.includes(consumer))
    throw new UsageError(
      `there is no consumer "${consumer}"${didYouMean(consumer, known) || `: there are ${known.join(', ')}`}`,
    );
  const folder = resolve(io.cwd, out);
  mkdirSync(folder, { recursive: true });
  const manifest = loadManifest(paths);
  for (const name of consumer === undefined ? known : [consumer]) {
    copyFileSync(join(paths.clients, `${name}.ts`), join(folder, `${name}.ts`));
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(apolloManifest(manifest, name), null, 2)}\n`);
    io.print(`${join(out, `${name}.ts`)}, ${name}.json`);
  }
  copyFileSync(paths.typedClient, join(folder, 'typed-client.ts'));
  io.print(join(out, 'typed-client.ts'));
}
