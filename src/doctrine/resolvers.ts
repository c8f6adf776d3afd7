/** The doctrine as it can be asked: `Query.doctrine`, `whoMayWrite` and `explainPermission`. */
import type { GraphQLSchema } from 'graphql';
import { agentRole } from '../auth/viewer.ts';
import { type Context, odooStanding } from '../context.ts';
import { SURFACES, type Surface } from '../errors.ts';
import type { Catalog } from '../plan/catalog.ts';
import { holds, readsOf } from './actors.ts';
import { executedForUsers, isExecuted } from './executors.ts';
import { explainPermission } from './explain.ts';
import { lineOf } from './load.ts';
import { collectRequirements } from './requirements.ts';
import type { Doctrine, Reads } from './shape.ts';
import { findWriters } from './writers.ts';

/** Gives the three root fields their resolvers. */
export function attachDoctrine(schema: GraphQLSchema, catalog: Catalog, doctrine: Doctrine): void {
  const known = { doctrine, catalog, requirements: collectRequirements(schema, catalog, doctrine) };
  const fields = schema.getQueryType()?.getFields() ?? {};
  const shown = showDoctrine(doctrine);
  const resolvers: Record<string, (args: { coordinate: string }, context: Context) => unknown> = {
    doctrine: () => shown,
    whoMayWrite: ({ coordinate }) => findWriters(known, coordinate),
    explainPermission: ({ coordinate }, context) =>
      explainPermission(known, context.viewer, coordinate, () => odooStanding(context)),
  };
  for (const [name, resolve] of Object.entries(resolvers)) {
    const field = fields[name];
    if (field) field.resolve = (_source, args, context: Context) => resolve(args as { coordinate: string }, context);
  }
}

function showDoctrine(doctrine: Doctrine) {
  return {
    surfaces: SURFACES.map((surface) => showSurface(doctrine, surface)),
    agents: Object.keys(doctrine.agents).map((name) => showAgent(doctrine, name)),
    groups: Object.entries(doctrine.groups).map(([name, { purpose, reads }]) => ({
      ...{ name, purpose },
      reads: namesIn(doctrine, reads),
      line: lineOf(doctrine, ['groups', name]),
    })),
  };
}

function showSurface(doctrine: Doctrine, surface: Surface) {
  const { role, system, writers, owns } = doctrine.surfaces[surface];
  return {
    ...{ name: surface, role, system, writers },
    owns: owns.map((name) => ({
      name,
      readers: readersOf(doctrine, surface, name),
      appendOnly: doctrine.appendOnly.includes(name),
      neverDeleted: doctrine.neverDeleted.includes(name),
      maintainedBy: doctrine.derived[name]?.maintainedBy ?? null,
    })),
    line: lineOf(doctrine, ['surfaces', surface]),
  };
}

function readersOf(doctrine: Doctrine, surface: Surface, source: string): string[] {
  return [...readsOf(doctrine)].flatMap(([name, [, reads]]) => (holds(doctrine, reads, surface, source) ? [name] : []));
}

function namesIn(doctrine: Doctrine, reads: Reads): string[] {
  return SURFACES.flatMap((surface) =>
    reads[surface] === 'all' ? doctrine.surfaces[surface].owns : (reads[surface] ?? []),
  );
}

function showAgent(doctrine: Doctrine, name: string) {
  const agent = doctrine.agents[name];
  if (!agent) throw new TypeError(`The doctrine has no agent ${name}`);
  const { purpose, reads, executes = [], writesOdoo, actsFor, constraints, limits } = agent;
  const count = (per: 'MINUTE' | 'DAY', given: Readonly<Record<string, number>>) =>
    Object.entries(given).map(([coordinate, times]) => ({ coordinate, times, per }));
  return {
    ...{ name, purpose, role: agentRole(name) },
    reads: namesIn(doctrine, reads),
    executes: [
      ...doctrine.operations.filter((operation) => isExecuted(executes, operation)),
      ...executedForUsers(doctrine, agent),
    ],
    writesOdoo: writesOdoo.map(({ model, methods, once }) => ({ model, methods: [...methods, ...Object.keys(once)] })),
    actsForUsers: actsFor.includes('user'),
    constraints: Object.entries(constraints).map(([argument, only]) => ({ argument, only })),
    limits: [...count('MINUTE', limits.perMinute), ...count('DAY', limits.perDay)],
    line: lineOf(doctrine, ['agents', name]),
  };
}
