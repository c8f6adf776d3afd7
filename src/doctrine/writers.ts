/** `whoMayWrite`: each viewer kind and agent that may write what a coordinate names, and each way to do so. */
import { type Known, readCoordinate } from './coordinates.ts';
import { executesForUser, executesPath, executorsOf } from './executors.ts';
import type { Path } from './lines.ts';
import { lineOf } from './load.ts';
import { surfaceOfFunction } from './owner.ts';
import type { Source } from './requirements.ts';
import { type Write, writerPath } from './rulings.ts';
import type { Doctrine } from './shape.ts';

/** `DoctrineWriter` of the SDL. */
export interface Writer {
  readonly name: string;
  readonly how: string;
  readonly line: string;
}

/** `WritePermission` of the SDL. */
export interface WritePermission {
  readonly coordinate: string;
  readonly owner: string;
  readonly sources: readonly string[];
  readonly writers: readonly Writer[];
}

/** @throws GatewayError `BAD_USER_INPUT` for a coordinate that names nothing. */
export function findWriters(known: Known, coordinate: string): WritePermission {
  const { doctrine } = known;
  const named = readCoordinate(known, coordinate);
  const answer = (source: Source | undefined, sources: readonly string[], writers: readonly Writer[]) => ({
    coordinate,
    owner: source ? `${source.surface} (${doctrine.surfaces[source.surface].role})` : 'nobody: it is stored nowhere',
    sources,
    writers,
  });
  if (named.kind === 'source') {
    const writers = writersOf(known, named.source, named.column);
    return answer(named.source, [named.source.source], writers);
  }
  if (named.kind === 'function') {
    return answer({ surface: surfaceOfFunction(named.name), source: named.name }, [], byFunction(doctrine, named.name));
  }
  const { requirement } = named;
  if (requirement.kind === 'read') {
    // A query or subscription writes nothing.
    return answer(
      requirement.sources[0],
      requirement.sources.map(({ source }) => source),
      [],
    );
  }
  if (requirement.kind !== 'write') return answer(undefined, [], []);
  const { surface, tables } = requirement.write;
  return answer({ surface, source: '' }, tables, byMutation(doctrine, requirement.write));
}

function byMutation(doctrine: Doctrine, { surface, by, calls }: Write): Writer[] {
  if (by !== null) return byFunction(doctrine, by);
  const byRows = doctrine.surfaces[surface].writers.map((name) =>
    write(doctrine, name, 'where row-level security lets it', writerPath(doctrine, name, surface)),
  );
  return [...byRows, ...calls.flatMap((called) => forUsers(doctrine, called))];
}

/** Agents that do it for the users that they act for. */
function forUsers(doctrine: Doctrine, called: string): Writer[] {
  const how = `by ${called} for the user that it acts for, where row-level security lets that user`;
  return Object.keys(doctrine.agents)
    .filter((name) => executesForUser(doctrine, name, called))
    .map((name) => write(doctrine, name, how, executesPath(doctrine, name, called)));
}

function byFunction(doctrine: Doctrine, by: string): Writer[] {
  return executorsOf(doctrine, by).map((name) => write(doctrine, name, `by ${by}`, executesPath(doctrine, name, by)));
}

function writersOf(known: Known, { surface, source }: Source, column: string | null): Writer[] {
  const { doctrine } = known;
  if (surface === 'odoo') return byAgents(doctrine, source);
  const functions = [...known.requirements.values()].flatMap((requirement) => {
    if (requirement.kind !== 'write') return [];
    const { tables, by } = requirement.write;
    return by !== null && tables.includes(source) ? [by] : [];
  });
  const called = [...known.requirements.values()].flatMap((requirement) =>
    requirement.kind === 'write' && requirement.write.by === null && requirement.write.tables.includes(source)
      ? requirement.write.calls
      : [],
  );
  const keeper = doctrine.derived[source]?.maintainedBy;
  return [
    ...byRows(doctrine, source, column),
    ...[...new Set(functions)].flatMap((by) => byFunction(doctrine, by)),
    ...[...new Set(called)].flatMap((by) => forUsers(doctrine, by)),
    ...(keeper !== undefined && doctrine.agents[keeper]
      ? [write(doctrine, keeper, 'keeps it, from what it is derived from', ['derived', source])]
      : []),
  ];
}

function byAgents(doctrine: Doctrine, model: string): Writer[] {
  return Object.entries(doctrine.agents).flatMap(([name, { writesOdoo }]) =>
    writesOdoo.flatMap((rule, n) => {
      if (rule.model !== model) return [];
      const methods = [...rule.methods, ...Object.keys(rule.once)].join(', ');
      const how = `${methods}, through Odoo's ORM, from runs of the ledger`;
      return [write(doctrine, name, how, ['agents', name, 'writesOdoo', n])];
    }),
  );
}

function byRows(doctrine: Doctrine, table: string, column: string | null): Writer[] {
  return Object.entries(doctrine.writes).flatMap(([name, tables]) => {
    const granted = tables[table];
    if (granted === undefined) return [];
    const rows = granted === 'all' ? { insert: 'all', update: 'all', delete: true } : granted;
    const may = (columns: unknown) =>
      columns !== undefined && (column === null || columns === 'all' || (columns as string[]).includes(column));
    const verbs = [
      ...(may(rows.insert) ? ['insert'] : []),
      ...(may(rows.update) ? ['update'] : []),
      ...(rows.delete && column === null ? ['delete'] : []),
    ];
    const how = `${verbs.join(', ')}, where row-level security lets it`;
    return verbs.length === 0 ? [] : [write(doctrine, name, how, ['writes', name, table])];
  });
}

function write(doctrine: Doctrine, name: string, how: string, path: Path): Writer {
  return { name, how, line: lineOf(doctrine, path) };
}
