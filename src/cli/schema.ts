/** `tripoint schema`: the whole SDL, for clients or for a router. */
import { packagePaths } from '../paths.ts';
import { printGatewaySchema } from '../schema.ts';
import { readSdl } from '../sdl/load.ts';
import { printSubgraph } from '../sdl/subgraph.ts';
import { type Command, readOptions } from './io.ts';

const HELP = `tripoint schema [--federation]

Prints the whole SDL with its directives, as schema.graphql keeps it.

  --federation   print it as a subgraph of Apollo Federation 2, for a router to compose: docs/federation.md
  --help         print this`;

/** The command. */
export const schemaCommand: Command = {
  help: HELP,
  run: async (args, io) => {
    const { federation = false } = readOptions(args, { federation: { type: 'boolean' } });
    const sdl = readSdl(packagePaths().schema);
    io.print((federation ? printSubgraph(sdl) : printGatewaySchema(sdl)).trimEnd());
  },
};
