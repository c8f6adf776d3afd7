/** `/metrics` by operation, viewer, agent and limit: as many series as there are names of ours, whatever clients write. */
import { expect, it } from 'vitest';
import { createMetrics } from '../../src/http/metrics.ts';
import { createTestGateway } from '../support/gateway.ts';

it('counts operations by trusted name, by who asked and how it ended, and refusals by what refused them', async () => {
  const metrics = createMetrics();
  await using gateway = await createTestGateway({
    observe: metrics.operation,
    observeEnd: metrics.createObserveEnd(['RecentPages']),
    rates: { viewerPoints: 12 },
  });
  metrics.watchPool(gateway.sources.postgres?.load);
  await gateway.execute('query RecentPages { pages(first: 1) { nodes { id } } }', { as: 'ana' });
  await gateway.execute('query Mine { runs(first: 1) { nodes { id } } }', { as: 'ben' });
  await gateway.execute('{ runs(first: 1) { nodes { id } } }', { as: 'agent:sync-odoo-agent' });
  await gateway.execute('{ viewer { kind } }', { token: 'no.such.token' });
  for (let n = 0; n < 8; n += 1) await gateway.execute('{ pages(first: 3) { nodes { id } } }', { as: 'carla' });
  const { text } = await metrics.page();
  const lines = text.split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'tripoint_operation_duration_seconds_count{operation="RecentPages"} 1',
      'tripoint_operations_total{viewer="user",agent="",outcome="FORBIDDEN"} 1',
      'tripoint_operations_total{viewer="agent",agent="sync-odoo-agent",outcome="ok"} 1',
      'tripoint_operations_total{viewer="refused",agent="",outcome="UNAUTHENTICATED"} 1',
      'tripoint_graphql_errors_total{code="UNAUTHENTICATED"} 1',
      expect.stringMatching(/^tripoint_operations_total\{viewer="user",agent="",outcome="RATE_LIMITED"\} [1-8]$/),
      expect.stringMatching(/^tripoint_limits_exceeded_total\{limit="RATE_VIEWER_POINTS"\} [1-8]$/),
      expect.stringMatching(/^tripoint_database_connections\{state="places"\} \d+$/),
      'tripoint_database_connections{state="waiting"} 0',
    ]),
  );
  expect(text).not.toContain('Mine');
  // What the rates refused before there was an operation is counted once, as what they refused later.
  const count = (start: string) => Number(lines.find((line) => line.startsWith(start))?.split(' ')[1]);
  expect(count('tripoint_limits_exceeded_total{limit="RATE_VIEWER_POINTS"}')).toBe(
    count('tripoint_operations_total{viewer="user",agent="",outcome="RATE_LIMITED"}'),
  );
});
