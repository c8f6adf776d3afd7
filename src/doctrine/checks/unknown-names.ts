/** Names in the doctrine that nothing stands behind: models, tables, functions, viewers and agents. */
import { SURFACES, type Surface } from '../../errors.ts';
import { didYouMean } from '../../nearest.ts';
import { actorsOf, GATEWAY_LOGIN, onlyReads, readsOf, VIEWER_KINDS } from '../actors.ts';
import { AGENTS_FOR_USERS, isForUsers, isOperation } from '../executors.ts';
import { tablesOf } from '../grants.ts';
import type { Path } from '../lines.ts';
import type { Doctrine, Reads } from '../shape.ts';

/** What is wrong in the doctrine, and where. */
export interface Problem {
  readonly path: Path;
  readonly message: string;
}

/** One problem a name; none where every name is known. */
export function findUnknownNames(doctrine: Doctrine): Problem[] {
  return [
    ...findTwice(doctrine),
    ...findUnknownReads(doctrine),
    ...findUnknownWriters(doctrine),
    ...findUnknownTables(doctrine),
    ...findUnknownFunctions(doctrine),
    ...findUnknownConsumers(doctrine),
    ...findStrayWrites(doctrine),
  ];
}

type Entry<T> = readonly [path: Path, name: string, value: T];

/** Whatever has the shape of an agent: the templates too, so that a copy of one is no surprise. */
export function allAgents({ agents, templates }: Doctrine): Entry<Doctrine['agents'][string]>[] {
  const named = (key: string, entries: Doctrine['agents']) =>
    Object.entries(entries).map(([name, entry]) => [[key, name], name, entry] as const);
  return [...named('agents', agents), ...named('templates', templates)];
}

function findTwice({ surfaces, operations, agents, oauthClients, groups }: Doctrine): Problem[] {
  const places: Entry<null>[] = [
    ...[...VIEWER_KINDS, 'everybody', GATEWAY_LOGIN, ...Object.keys(agents)].map(
      (name) => [['agents', name], name, null] as const,
    ),
    ...Object.entries(oauthClients).flatMap(([name, { clientId }]): Entry<null>[] => [
      [['oauthClients', name], name, null],
      [['oauthClients', name, 'clientId'], `client_id ${clientId}`, null],
    ]),
    ...Object.keys(groups).map((name) => [['groups', name], name, null] as const),
    ...SURFACES.flatMap((surface) =>
      surfaces[surface].owns.map((name, n) => [['surfaces', surface, 'owns', n], name, null] as const),
    ),
    ...operations.map((name, n) => [['operations', n], name, null] as const),
  ];
  const seen = new Set<string>();
  return places.flatMap(([path, name]) => {
    if (seen.has(name)) return [{ path, message: `${name} is listed twice` }];
    seen.add(name);
    return [];
  });
}

function findUnknownReads(doctrine: Doctrine): Problem[] {
  const readers: Entry<Reads>[] = [
    ...[...readsOf(doctrine)].map(([name, [path, reads]]) => [path, name, reads] as const),
    ...Object.entries(doctrine.templates).map(
      ([name, { reads }]) => [['templates', name, 'reads'], name, reads] as const,
    ),
    ...Object.entries(doctrine.readPaths).map(
      ([name, { reads }]) => [['readPaths', name, 'reads'], name, reads] as const,
    ),
  ];
  const hint = (source: string, surface: Surface) => didYouMean(source, doctrine.surfaces[surface].owns);
  return readers.flatMap(([path, reader, granted]) =>
    (Object.entries(granted) as [Surface, 'all' | string[]][]).flatMap(([surface, sources]) => {
      if (sources === 'all') return [];
      return sources.flatMap((source, n) =>
        doctrine.surfaces[surface].owns.includes(source)
          ? []
          : [
              {
                path: [...path, surface, n],
                message: `${reader} reads ${source}, which ${surface} does not own${hint(source, surface)}`,
              },
            ],
      );
    }),
  );
}

function findUnknownWriters(doctrine: Doctrine): Problem[] {
  const actors = actorsOf(doctrine);
  const executed = [...doctrine.functions].flatMap(([called, { executors }]) =>
    (executors === 'operation' ? [] : executors).map(
      (name) => [['functions', called], name, `${called} is executed`] as const,
    ),
  );
  const prohibited = doctrine.prohibited.flatMap(({ who = [] }, place) =>
    who.map((name, n) => [['prohibited', place, 'who', n], name, 'something is not done'] as const),
  );
  const written = SURFACES.flatMap((surface) =>
    doctrine.surfaces[surface].writers.map(
      (name, n) => [['surfaces', surface, 'writers', n], name, `${surface} is written`] as const,
    ),
  );
  const excepted = doctrine.prohibited.flatMap(({ except = [] }, place) =>
    except.map((name, n) => [['prohibited', place, 'except', n], name] as const),
  );
  // Something may be ruled out for who only reads; nothing is written by them.
  const mayWrite = actors.filter((name) => !onlyReads(doctrine, name));
  const mayExecute = [...mayWrite, AGENTS_FOR_USERS, GATEWAY_LOGIN];
  const noGroups = excepted
    .filter(([, name]) => !Object.hasOwn(doctrine.groups, name))
    .map(([path, name]) => ({ path, message: `something is not said of ${name}, which is no group` }));
  const strangers = [
    ...written.filter(([, name]) => !mayWrite.includes(name)),
    ...executed.filter(([, name]) => !mayExecute.includes(name)),
    ...prohibited.filter(([, name]) => !actors.includes(name) && name !== 'everybody'),
  ].map(([path, name, what]) => ({
    path,
    message: `${what} by ${name}, which is no viewer kind, agent or OAuth client${didYouMean(name, actors)}`,
  }));
  return [...noGroups, ...strangers];
}

function findUnknownTables(doctrine: Doctrine): Problem[] {
  const tables = tablesOf(doctrine);
  const known = new Set<string>([...tables, ...doctrine.surfaces.odoo.owns, ...SURFACES]);
  const { writes, appendOnly, neverDeleted, derived, prohibited } = doctrine;
  const places: (readonly [Path, string])[] = [
    ...Object.entries(writes).flatMap(([name, granted]) =>
      Object.keys(granted).map((table) => [['writes', name, table], table] as const),
    ),
    ...appendOnly.map((table, n) => [['appendOnly', n], table] as const),
    ...neverDeleted.map((table, n) => [['neverDeleted', n], table] as const),
    ...Object.entries(derived).flatMap(([table, { from }]) => [
      [['derived', table], table] as const,
      ...from.map((source, n) => [['derived', table, 'from', n], source] as const),
    ]),
    ...prohibited.flatMap(({ reads = [], writes: written = [] }, place) => [
      ...reads.map((name, n) => [['prohibited', place, 'reads', n], name] as const),
      ...written.map((name, n) => [['prohibited', place, 'writes', n], name] as const),
    ]),
  ];
  return places.flatMap(([path, name]) =>
    known.has(name)
      ? []
      : [{ path, message: `${name} is no model and no table that a surface owns${didYouMean(name, [...known])}` }],
  );
}

function findUnknownFunctions(doctrine: Doctrine): Problem[] {
  const missing = doctrine.operations
    .map((name, n) => ({ path: ['operations', n], name }))
    .filter(({ name }) => doctrine.functions.get(name)?.executors !== 'operation')
    .map(({ path, name }) => ({
      path,
      message: doctrine.functions.has(name)
        ? `${name} is an operation: its file must say "Executed by: operation"`
        : `${name} has no file below migrations/functions${didYouMean(name, [...doctrine.functions.keys()])}`,
    }));
  const left = [...doctrine.functions]
    .filter(([name, { executors }]) => executors === 'operation' && !isOperation(doctrine, name))
    .map(([name]) => ({
      path: ['functions', name],
      message: `${name} is an operation that the doctrine does not list`,
    }));
  const granted: Entry<'all' | readonly string[] | undefined>[] = [
    ...Object.entries(doctrine.executes).map(([name, given]) => [['executes', name], name, given] as const),
    ...allAgents(doctrine).map(([path, name, { executes }]) => [[...path, 'executes'], name, executes] as const),
    ...Object.entries(doctrine.readPaths).map(
      ([name, { executes }]) => [['readPaths', name, 'executes'], name, executes] as const,
    ),
    ...doctrine.prohibited.map(
      ({ executes }, place) => [['prohibited', place, 'executes'], 'nobody', executes] as const,
    ),
  ];
  const known = new Set(doctrine.operations);
  const strays = granted.flatMap(([path, name, given = []]) =>
    (given === 'all' ? [] : given).flatMap((called, n) =>
      known.has(called) || called.endsWith('.*') || (mayName(path) && isForUsers(doctrine, called))
        ? []
        : [
            {
              path: [...path, n],
              message: `${name} executes ${called}, which is none of the operations${didYouMean(called, doctrine.operations)}`,
            },
          ],
    ),
  );
  return [...missing, ...left, ...strays];
}

/** Whether functions that agents execute for users may stand there: what a function's file gives to users is not said again. */
function mayName([key]: Path): boolean {
  return key === 'agents' || key === 'templates' || key === 'prohibited' || key === 'readPaths';
}

function findUnknownConsumers(doctrine: Doctrine): Problem[] {
  // A group is what a user is in, beside being one.
  const actors = actorsOf(doctrine).filter((name) => !Object.hasOwn(doctrine.groups, name));
  const keepers = ['view', 'trigger', 'function', ...Object.keys(doctrine.agents)];
  return [
    ...Object.entries(doctrine.readPaths)
      .filter(([, { as }]) => !actors.includes(as))
      .map(([name, { as }]) => ({
        path: ['readPaths', name, 'as'],
        message: `${name} reads as ${as}, which is no viewer kind and no agent`,
      })),
    ...Object.entries(doctrine.derived)
      .filter(([, { maintainedBy }]) => !keepers.includes(maintainedBy))
      .map(([table, { maintainedBy }]) => ({
        path: ['derived', table, 'maintainedBy'],
        message: `${table} is maintained by ${maintainedBy}, which is neither view, trigger, function nor an agent`,
      })),
  ];
}

function findStrayWrites(doctrine: Doctrine): Problem[] {
  const { owns, writers } = doctrine.surfaces.odoo;
  return allAgents(doctrine).flatMap(([path, name, { writesOdoo }]) =>
    writesOdoo.flatMap(({ model }, n) => {
      const at = [...path, 'writesOdoo', n];
      return [
        ...(writers.includes(name) ? [] : [{ path: at, message: `${name} writes ${model}, and is no writer of odoo` }]),
        ...(owns.includes(model) ? [] : [{ path: at, message: `${name} writes ${model}, which odoo does not own` }]),
      ];
    }),
  );
}
