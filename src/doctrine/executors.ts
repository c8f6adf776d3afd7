/** Who may execute which SQL function, and where the doctrine says so. */
import type { Viewer } from '../auth/viewer.ts';
import type { Path } from './lines.ts';
import { surfaceOfFunction } from './owner.ts';
import type { Doctrine } from './shape.ts';

/** What a function's file says of one that the doctrine may give to agents that act for users. */
export const AGENTS_FOR_USERS = 'agents for users';

/** The function by which such an agent calls the others: `src/postgres/call-function.ts`. */
export const FOR_USER = 'work.for_user';

/** Whether the doctrine itself says who executes a function; else the function's file says it. */
export function isOperation({ operations }: Pick<Doctrine, 'operations'>, by: string): boolean {
  return operations.includes(by);
}

/** Whether an agent may execute a function for the user that it acts for, where the doctrine gives it to it. */
export function isForUsers({ functions }: Pick<Doctrine, 'functions'>, by: string): boolean {
  const executors = functions.get(by)?.executors ?? [];
  return by !== FOR_USER && executors.includes(AGENTS_FOR_USERS);
}

/** Viewer kinds and agents that may execute a SQL function such as `ops.enqueue`. */
export function executorsOf(doctrine: Doctrine, by: string): readonly string[] {
  const executors = doctrine.functions.get(by)?.executors;
  const known = ['user', 'service', ...Object.keys(doctrine.agents)];
  if (executors === undefined || executors === 'operation')
    return known.filter((name) => executesOf(doctrine, name, by));
  const named = executors.filter((name) => name !== AGENTS_FOR_USERS);
  return [...named, ...known.filter((name) => !named.includes(name) && executesForUser(doctrine, name, by))];
}

/** Whether a viewer kind or agent may execute a function, an agent perhaps for users only. */
export function executesOf(doctrine: Doctrine, name: string, by: string): boolean {
  const executors = doctrine.functions.get(by)?.executors;
  if (executors !== undefined && executors !== 'operation')
    return executors.includes(name) || executesForUser(doctrine, name, by);
  const granted = executedBy(doctrine, name);
  return granted !== undefined && isExecuted(granted, by);
}

/** Whether an agent may execute a function for the user that it acts for, and not otherwise. */
export function executesForUser(doctrine: Doctrine, name: string, by: string): boolean {
  const { actsFor = [], executes = [] } = doctrine.agents[name] ?? {};
  const executors = doctrine.functions.get(by)?.executors ?? [];
  if (!actsFor.includes('user') || !executors.includes(AGENTS_FOR_USERS) || executors.includes(name)) return false;
  return by === FOR_USER ? writesForUsers(doctrine, name) : isExecuted(executes, by);
}

/** What an agent may execute for users, function by function. */
export function executedForUsers(
  doctrine: Doctrine,
  { executes = [], actsFor }: Pick<Doctrine['agents'][string], 'executes' | 'actsFor'>,
): string[] {
  if (!actsFor.includes('user')) return [];
  return [...doctrine.functions.keys()].filter((by) => isForUsers(doctrine, by) && isExecuted(executes, by));
}

/** Whether an agent writes the workspace for users at all. */
export function writesForUsers(doctrine: Doctrine, name: string): boolean {
  return [...doctrine.functions.keys()].some((by) => isForUsers(doctrine, by) && executesForUser(doctrine, name, by));
}

/** The same for one viewer: an agent that acts for nobody executes nothing that it has for users. */
export function mayExecute(doctrine: Doctrine, viewer: Pick<Viewer, 'actsFor'>, name: string, by: string): boolean {
  if (viewer.actsFor === null && executesForUser(doctrine, name, by)) return false;
  return executesOf(doctrine, name, by);
}

/** The line of the doctrine, or of the function's file, that lets somebody execute it; the whole list where none does. */
export function executesPath(doctrine: Doctrine, name: string, by: string): Path {
  const isGiven = isOperation(doctrine, by) || (doctrine.agents[name] !== undefined && isForUsers(doctrine, by));
  if (doctrine.functions.has(by) && !isGiven) return ['functions', by];
  const path = doctrine.agents[name] ? ['agents', name, 'executes'] : ['executes', name];
  const granted = executedBy(doctrine, name);
  const place = granted === undefined || granted === 'all' ? -1 : granted.findIndex((one) => isExecuted([one], by));
  return place < 0 ? path : [...path, place];
}

/** Whether a list of functions, `ops.*` and `all` among its forms, names one. */
export function isExecuted(granted: 'all' | readonly string[], name: string): boolean {
  return granted === 'all' || granted.includes(name) || granted.includes(`${surfaceOfFunction(name)}.*`);
}

function executedBy({ executes, agents }: Doctrine, name: string) {
  if (name === 'user' || name === 'service') return executes[name];
  return agents[name]?.executes;
}
