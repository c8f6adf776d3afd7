/** The agents of the doctrine: what each reads, writes and may be asked for; and what tables are derived from. */
import type { GraphQLSchema } from 'graphql';
import { executesOf } from '../../doctrine/executors.ts';
import type { Doctrine } from '../../doctrine/load.ts';
import type { TrustedOperation } from '../../operations/manifest.ts';
import { readDirective, readListArgument } from '../../sdl/directives.ts';
import { type Asset, agentFqdn, type FqdnOf, type Lineage, operationFqdn, type Registered } from './asset.ts';

/** What agents are registered by. */
export interface AgentSources {
  readonly doctrine: Doctrine;
  readonly schema: GraphQLSchema;
  readonly operations: readonly TrustedOperation[];
  readonly fqdnOf: FqdnOf;
}

/** An agent comes from what it reads and asks; the tables and models that it writes come from it. */
export function readAgents({ doctrine, schema, operations, fqdnOf }: AgentSources): Registered {
  const writing = readWriting(schema);
  const agents = Object.entries(doctrine.agents);
  return {
    assets: agents.map(([name, agent]): Asset => {
      const tools = operations.filter(({ consumer }) => consumer === name).map((operation) => operation.name);
      const { purpose, kinds, actsFor } = agent;
      return { fqdn: agentFqdn(name), type: 'AGENT', metadata: { description: purpose, kinds, actsFor, tools } };
    }),
    lineage: agents.flatMap(([name, { reads, writesOdoo }]): Lineage[] => {
      const agent = agentFqdn(name);
      const asked = operations.filter(({ consumer }) => consumer === name);
      return [
        ...readSources(doctrine, reads).map((source) => ({ from: fqdnOf(source), to: agent, via: 'reads' })),
        ...asked.map((one) => ({ from: operationFqdn(name, one.name), to: agent, via: 'asks' })),
        ...writesOdoo.map(({ model }) => ({ from: agent, to: fqdnOf(model), via: 'writesOdoo' })),
        ...writing.flatMap(({ by, tables }) =>
          executesOf(doctrine, name, by) ? tables.map((table) => ({ from: agent, to: fqdnOf(table), via: by })) : [],
        ),
      ];
    }),
  };
}

/** What is made again from other tables. */
export function readDerived({ derived }: Doctrine, fqdnOf: FqdnOf): Lineage[] {
  return Object.entries(derived).flatMap(([table, { from, maintainedBy }]) =>
    from.map((source) => ({ from: fqdnOf(source), to: fqdnOf(table), via: maintainedBy })),
  );
}

function readSources({ surfaces }: Doctrine, reads: Doctrine['agents'][string]['reads']): string[] {
  const names = ['odoo', 'ops', 'work'] as const;
  return names.flatMap((surface) => {
    const read = reads[surface] ?? [];
    return read === 'all' ? surfaces[surface].owns : read;
  });
}

/** The SQL functions that mutations call, each with the tables that the SDL says it writes. */
function readWriting(schema: GraphQLSchema): { by: string; tables: readonly string[] }[] {
  const found = Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(({ astNode }) => {
    const by = readDirective(astNode, 'writes')?.by;
    const calls = by === undefined ? (readListArgument(astNode, 'writes', 'calls') ?? []) : [by];
    const tables = readListArgument(astNode, 'writes', 'to') ?? [];
    return calls.map((called) => ({ by: called, tables }));
  });
  return found.filter((one, index) => found.findIndex(({ by }) => by === one.by) === index);
}
