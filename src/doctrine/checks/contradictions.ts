/** Where the doctrine allows in one place what it rules out in another. */
import { SURFACES, type Surface } from '../../errors.ts';
import { actorsOf, readsOf } from '../actors.ts';
import { executedForUsers, isExecuted } from '../executors.ts';
import { surfaceOfFunction } from '../owner.ts';
import type { Doctrine } from '../shape.ts';
import type { Problem } from './unknown-names.ts';

/** One problem a contradiction; none where the doctrine is of one mind. */
export function findContradictions(doctrine: Doctrine): Problem[] {
  return [...findProhibited(doctrine), ...findWrittenRows(doctrine)];
}

/** Entries of `prohibited` that rule out that somebody does something to a model, table or function. */
export function findProhibitions(
  doctrine: Doctrine,
  who: string,
  verb: 'reads' | 'writes' | 'executes',
  what: string,
): number[] {
  const names = [who, 'everybody', ...(isUserToo(doctrine, who) ? ['user'] : [])];
  return doctrine.prohibited.flatMap((entry, place) => {
    const isMeant = entry.who?.some((name) => names.includes(name)) && !entry.except?.includes(who);
    return isMeant && entry[verb]?.some((target) => covers(doctrine, target, what)) ? [place] : [];
  });
}

/** What is ruled out for users is ruled out for those with an account of Odoo, and for groups, but for those that are named. */
function isUserToo({ groups }: Doctrine, who: string): boolean {
  return who === 'mapped' || Object.hasOwn(groups, who);
}

/** Whether a surface's name, a pattern such as `ops.*`, or a name itself means the thing. */
function covers({ surfaces }: Doctrine, target: string, what: string): boolean {
  if (target === what) return true;
  if (target.endsWith('.*')) return target === `${surfaceOfFunction(what)}.*`;
  return SURFACES.includes(target as Surface) && surfaces[target as Surface].owns.includes(what);
}

function findProhibited(doctrine: Doctrine): Problem[] {
  return actorsOf(doctrine).flatMap((actor) =>
    (['reads', 'writes', 'executes'] as const).flatMap((verb) =>
      allowedTo(doctrine, actor, verb).flatMap((what) =>
        findProhibitions(doctrine, actor, verb, what).map((place) => ({
          path: ['prohibited', place],
          message: `${actor} ${verb} ${what} elsewhere in the doctrine, and here must not`,
        })),
      ),
    ),
  );
}

/** What an actor is given, name by name. */
function allowedTo(doctrine: Doctrine, actor: string, verb: 'reads' | 'writes' | 'executes'): string[] {
  const { agents, surfaces, writes, executes, operations } = doctrine;
  if (verb === 'reads') {
    const [, reads] = readsOf(doctrine).get(actor) ?? [[], {}];
    return SURFACES.flatMap((surface) => (reads[surface] === 'all' ? surfaces[surface].owns : (reads[surface] ?? [])));
  }
  if (verb === 'writes') {
    const rows = Object.keys(writes[actor as keyof typeof writes] ?? {});
    // A writer of the workspace writes its rows; a writer of the ledger only calls its functions.
    const owned = (['odoo', 'work'] as const).filter((surface) => surfaces[surface].writers.includes(actor));
    return [...rows, ...owned.flatMap((surface) => surfaces[surface].owns)];
  }
  const granted = agents[actor]?.executes ?? executes[actor as keyof typeof executes] ?? [];
  const agent = agents[actor];
  return [
    ...operations.filter((name) => isExecuted(granted, name)),
    ...(agent ? executedForUsers(doctrine, agent) : []),
  ];
}

function findWrittenRows({ writes, appendOnly, neverDeleted, derived }: Doctrine): Problem[] {
  return Object.entries(writes).flatMap(([actor, tables]) =>
    Object.entries(tables).flatMap(([table, granted]) => {
      const path = ['writes', actor, table];
      const may = (verb: 'update' | 'delete') => granted === 'all' || granted[verb] !== undefined;
      return [
        ...(appendOnly.includes(table) && (may('update') || may('delete'))
          ? [{ path, message: `${actor} changes rows of ${table}, which is append-only` }]
          : []),
        ...(neverDeleted.includes(table) && may('delete')
          ? [{ path, message: `${actor} deletes rows of ${table}, which are never deleted` }]
          : []),
        ...(derived[table] ? [{ path, message: `${actor} writes ${table}, which is derived` }] : []),
      ];
    }),
  );
}
