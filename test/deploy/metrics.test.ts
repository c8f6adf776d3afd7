/** `deploy/prometheus` and `deploy/grafana`: they ask for metrics, and for labels of them, that the gateway's page has. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createMetrics, joinMetrics } from '../../src/http/metrics.ts';

const DEPLOY = join(import.meta.dirname, '../../deploy');
const read = (...path: readonly string[]) => readFileSync(join(DEPLOY, ...path), 'utf8');

/** What Prometheus itself adds to each sample. */
const PROMETHEUS_LABELS = ['job', 'instance'];

interface Rules {
  readonly groups: readonly { readonly rules: readonly { readonly alert: string; readonly expr: string }[] }[];
}

interface Board {
  readonly panels: readonly { readonly title: string; readonly targets?: readonly { readonly expr: string }[] }[];
}

const alerts = (parse(read('prometheus', 'tripoint.rules.yaml')) as Rules).groups.flatMap(({ rules }) =>
  rules.map(({ alert, expr }) => [alert, expr] as const),
);
const panels = (JSON.parse(read('grafana', 'tripoint.json')) as Board).panels.flatMap(({ title, targets = [] }) =>
  targets.map(({ expr }) => [title, expr] as const),
);

/** The page of a gateway of several processes in which everything has happened once. */
async function readPage(): Promise<string> {
  const metrics = createMetrics();
  metrics.http('graphql', '200', 0.01);
  const call = { surface: 'work', outcome: 'ok', ms: 1, rows: 1 } as const;
  metrics.operation({ calls: [call], codes: ['NOT_FOUND'], exceeded: ['OPERATION_MAX_COST'] } as unknown as Parameters<
    typeof metrics.operation
  >[0]);
  metrics.document('agents', 'trusted');
  metrics.odoo.call?.('ok', 'reader');
  metrics.odoo.cache?.('fresh');
  metrics.webhook('signed', 'stored');
  metrics.live.connections('websocket', 1);
  metrics.live.operations(1);
  metrics.live.closed('websocket', 1000);
  metrics.live.slow('websocket');
  const who = { role: 'r', application: 'a', pid: 1, state: 'active', since: null };
  const held = { ...who, seconds: 1, followers: 1 };
  metrics.live.watch({ isListening: () => true, heldUpBy: () => held });
  metrics.watchOdoo(() => ({ breaker: 'closed', executing: 0, queued: 0, places: 4 }));
  metrics.watchCaches(() => [{ name: 'plans', entries: 1, maxEntries: 2 }]);
  const { text } = await metrics.page();
  return `${text}\n${await joinMetrics([], { configured: 2, up: 2, told: 2, replaced: 0 })}`;
}

/** Labels of each metric, by its name as Prometheus keeps it. */
function readLabels(page: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [, name = '', labels = ''] of page.matchAll(/^([a-z_][a-z0-9_]*)(?:\{(.*)\})? [^ ]+$/gm)) {
    const known = found.get(name) ?? new Set(PROMETHEUS_LABELS);
    for (const [, label = ''] of labels.matchAll(/([a-z_]+)="/g)) known.add(label);
    found.set(name, known);
  }
  return found;
}

/** The metrics of an expression with the labels that it chooses by. */
function readSelectors(expr: string): (readonly [name: string, labels: readonly string[]])[] {
  return [...expr.matchAll(/\b((?:tripoint|nodejs|process)_[a-z0-9_]+)(?:\{([^}]*)\})?/g)].map(
    ([, name = '', chosen = '']) => [
      name,
      [...chosen.matchAll(/([a-z_]+)\s*(?:=~|!~|!=|=)/g)].map(([, label = '']) => label),
    ],
  );
}

describe('what is asked of Prometheus', () => {
  let labels: Map<string, Set<string>>;

  beforeAll(async () => {
    labels = readLabels(await readPage());
  });

  it.each([...alerts, ...panels])('in "%s" is told by the gateway: %s', (_title, expr) => {
    const selectors = readSelectors(expr);
    const isOfPrometheus = /^\(?sum\(up|^up\{|^\(sum\(up/.test(expr.trim());
    expect(selectors.length > 0 || isOfPrometheus).toBe(true);
    const unknown = selectors.flatMap(([name, chosen]) => {
      const known = labels.get(name);
      if (!known) return [name];
      return chosen.filter((label) => !known.has(label)).map((label) => `${name}{${label}}`);
    });
    expect(unknown).toEqual([]);
    const all = new Set(selectors.flatMap(([name]) => [...(labels.get(name) ?? [])]));
    const grouped = [...expr.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, names = '']) =>
      names.split(',').map((name) => name.trim()),
    );
    if (selectors.length > 0) expect(grouped.filter((name) => !all.has(name))).toEqual([]);
  });

  it('is not passed by: each metric of the gateway itself is on the board', () => {
    const asked = new Set(panels.flatMap(([, expr]) => readSelectors(expr).map(([name]) => name)));
    const own = [...labels.keys()].filter((name) => name.startsWith('tripoint_'));
    const families = new Set(own.map((name) => name.replace(/_(bucket|sum|count)$/, '')));
    const shown = new Set([...asked].map((name) => name.replace(/_(bucket|sum|count)$/, '')));
    expect([...families].filter((name) => !shown.has(name))).toEqual([]);
  });
});
