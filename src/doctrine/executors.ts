/** Who may execute which SQL function, and where the doctrine says so. */
import type { Path } from './lines.ts';
import type { Doctrine } from './shape.ts';

/** Whether the doctrine itself says who executes a function; else the function's file says it. */
export function isOperation({ operations }: Pick<Doctrine, 'operations'>, by: string): boolean {
  return operations.includes(by);
}

/** Viewer kinds and agents that may execute a SQL function such as `ops.enqueue`. */
export function executorsOf(doctrine: Doctrine, by: string): readonly string[] {
  const executors = doctrine.functions.get(by)?.executors;
  if (executors !== undefined && executors !== 'operation') return executors;
  return ['user', 'service', ...Object.keys(doctrine.agents)].filter((name) => executesOf(doctrine, name, by));
}

/** Whether a viewer kind or agent may execute a function. */
export function executesOf(doctrine: Doctrine, name: string, by: string): boolean {
  const executors = doctrine.functions.get(by)?.executors;
  if (executors !== undefined && executors !== 'operation') return executors.includes(name);
  const granted = executedBy(doctrine, name);
  return granted !== undefined && isExecuted(granted, by);
}

/** The line of the doctrine, or of the function's file, that lets somebody execute it; the whole list where none does. */
export function executesPath(doctrine: Doctrine, name: string, by: string): Path {
  if (doctrine.functions.has(by) && !isOperation(doctrine, by)) return ['functions', by];
  const path = doctrine.agents[name] ? ['agents', name, 'executes'] : ['executes', name];
  const granted = executedBy(doctrine, name);
  const place = granted === undefined || granted === 'all' ? -1 : granted.findIndex((one) => isExecuted([one], by));
  return place < 0 ? path : [...path, place];
}

/** Whether a list of functions, `ops.*` and `all` among its forms, names one. */
export function isExecuted(granted: 'all' | readonly string[], name: string): boolean {
  return granted === 'all' || granted.includes(name) || granted.includes(`${name.split('.')[0]}.*`);
}

function executedBy({ executes, agents }: Doctrine, name: string) {
  if (name === 'user' || name === 'service') return executes[name];
  return agents[name]?.executes;
}
