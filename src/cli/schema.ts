/** `tripoint schema`: the whole SDL. */
import { packagePaths } from '../paths.ts';
import { printGatewaySchema } from '../schema.ts';
import { readSdl } from '../sdl/load.ts';
import { type Command, readOptions } from './io.ts';

const HELP = `tripoint schema

Prints the whole SDL with its directives, as schema.graphql keeps it.

  --help    print this`;

/** The command. */
export const schemaCommand: Command = {
  summary: 'print the SDL',
  help: HELP,
  run: async (args, io) => {
    readOptions(args, {});
    io.print(printGatewaySchema(readSdl(packagePaths().schema)).trimEnd());
  },
};
