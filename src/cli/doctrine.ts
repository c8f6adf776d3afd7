/** `tripoint doctrine`: reads the doctrine, and prints what is made from it. */
import { printGrants } from '../doctrine/grants-sql.ts';
import { printDoctrineSchema, printRegistrySchema } from '../doctrine/json-schema.ts';
import { loadDoctrine } from '../doctrine/load.ts';
import { loadSecrets } from '../doctrine/secrets.ts';
import { packagePaths } from '../paths.ts';
import { type Command, readOptions, UsageError } from './io.ts';

const HELP = `tripoint doctrine [--grants | --json-schema | --secrets-json-schema]

Reads ssot/doctrine.yaml and ssot/secrets/registry.yaml, and names every mistake in them with its line.

  --grants               print the migration that grants what the doctrine says
  --json-schema          print the JSON Schema of ssot/doctrine.yaml
  --secrets-json-schema  print the JSON Schema of ssot/secrets/registry.yaml
  --help                 print this`;

/** The command. */
export const doctrineCommand: Command = {
  help: HELP,
  run: async (args, io) => {
    const flag = { type: 'boolean' } as const;
    const given = readOptions(args, { grants: flag, 'json-schema': flag, 'secrets-json-schema': flag });
    const [asked, ...more] = Object.keys(given).filter((name) => given[name as keyof typeof given]);
    if (more.length > 0) throw new UsageError('say one of --grants, --json-schema, --secrets-json-schema');
    const paths = packagePaths(io.env);
    const doctrine = loadDoctrine(paths);
    const { secrets } = loadSecrets(paths.secrets);
    if (asked === 'grants') return io.print(printGrants(doctrine).trimEnd());
    if (asked === 'json-schema') return io.print(printDoctrineSchema().trimEnd());
    if (asked === 'secrets-json-schema') return io.print(printRegistrySchema().trimEnd());
    const { odoo, ops, work } = doctrine.surfaces;
    const agents = Object.keys(doctrine.agents);
    const groups = Object.keys(doctrine.groups);
    io.print(
      `The doctrine is one: ${odoo.owns.length} models, ${ops.owns.length + work.owns.length} tables, agents ${agents.join(', ')}, ${groups.length > 0 ? `groups ${groups.join(', ')}` : 'no groups'}; ${Object.keys(secrets).length} secrets`,
    );
  },
};
