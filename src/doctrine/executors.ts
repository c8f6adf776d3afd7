/** Who may execute which SQL function, and where the doctrine says so. */
import type { Path } from './lines.ts';
import type { Doctrine } from './shape.ts';

/** Viewer kinds and agents that may execute a SQL function such as `ops.enqueue`. */
export function executorsOf(doctrine: Doctrine, by: string): string[] {
  return ['user', 'service', ...Object.keys(doctrine.agents)].filter((name) => executesOf(doctrine, name, by));
}

/** Whether a viewer kind or agent may execute a function. */
export function executesOf(doctrine: Doctrine, name: string, by: string): boolean {
  const granted = executedBy(doctrine, name);
  return granted !== undefined && isExecuted(granted, by);
}

/** Whether a viewer kind or agent may have a query answered by a function: one of its own, or a helper. */
export function asksOf(doctrine: Doctrine, name: string, by: string): boolean {
  const isHelper = ({ executors, names }: Doctrine['functions']['helpers'][number]) =>
    executors.includes(name) && names.includes(by);
  return executesOf(doctrine, name, by) || doctrine.functions.helpers.some(isHelper);
}

/** Where the doctrine says that somebody may have it answer, or who may instead. */
export function asksPath(doctrine: Doctrine, name: string, by: string): Path {
  const group = doctrine.functions.helpers.findIndex(({ names }) => names.includes(by));
  const place = doctrine.functions.helpers[group]?.executors.indexOf(name) ?? -1;
  if (group < 0) return executesPath(doctrine, name, by);
  return ['functions', 'helpers', group, 'executors', ...(place < 0 ? [] : [place])];
}

/** Where the doctrine says that somebody executes a function, or what it executes instead. */
export function executesPath(doctrine: Doctrine, name: string, by: string): Path {
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
