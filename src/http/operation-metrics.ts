/** Operations by name, viewer and agent, for `/metrics`. */
import { Counter, Histogram, type Registry } from 'prom-client';
import type { ObserveEnd } from '../operation-log.ts';

/** Seconds: an operation ends at its deadline. */
const BUCKETS = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** Names that stand for themselves at most: each is a series for each bucket. */
const MAX_NAMES = 200;
/** What any other operation is called: its name is its client's own, and there may be any number. */
const OTHER = 'other';

/** @param names Of trusted operations. */
export function createObserveEnd(registry: Registry, names: readonly string[]): ObserveEnd {
  const registers = [registry];
  const known = new Set(names.slice(0, MAX_NAMES));
  const duration = new Histogram({
    name: 'tripoint_operation_duration_seconds',
    help: 'Time until an operation was answered, by the name of a trusted operation; `other` is any other',
    labelNames: ['operation'],
    buckets: BUCKETS,
    registers,
  });
  const operations = new Counter({
    name: 'tripoint_operations_total',
    help: 'Operations by kind of viewer, by agent, and by `ok` or the code of the first error',
    labelNames: ['viewer', 'agent', 'outcome'],
    registers,
  });
  return ({ viewer, operationName, code, ms }) => {
    const name = operationName !== null && known.has(operationName) ? operationName : OTHER;
    duration.observe({ operation: name }, ms / 1_000);
    operations.inc({ viewer: viewer?.kind ?? 'refused', agent: viewer?.agent ?? '', outcome: code ?? 'ok' });
  };
}
