/** A gateway, a worker and an indexer as processes: one trace over two of them, and a door of each. */

import { describe, expect, it } from 'vitest';
import { DEMO_AGENT } from '../../src/agents/demo-agent.ts';
import { createCollector, namesOf, toTree } from '../support/collector.ts';
import { createFolder, startProcess } from '../support/command.ts';
import { findFreePort } from '../support/free-port.ts';
import { createTestGateway } from '../support/gateway.ts';
import { databaseUrl, JWT_SECRET, stackVariable } from '../support/stack.ts';
import { traceRun } from '../support/traced-run.ts';

const PATIENCE = { timeout: 60_000, interval: 50 };

const readText = async (url: string) => (await fetch(url)).text();
const linesOf = (text: string) =>
  text.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Record<string, unknown>] : []));

describe('a gateway, a worker and an indexer', () => {
  it('make one trace of a request and its run, log as JSON, and each tells how it is', async () => {
    await using systems = await createTestGateway();
    await using collector = await createCollector();
    using folder = createFolder();
    const [{ name } = {}] = await systems.owner((client) => client.query('select current_database() as name'));
    const env = {
      ...{ DATABASE_URL: databaseUrl('DATABASE_URL', String(name)), ODOO_STAGE: 'development', LOG_LEVEL: 'info' },
      ...{ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_BSP_SCHEDULE_DELAY: '50', SUPABASE_JWT_SECRET: JWT_SECRET },
    };
    const odoo = { ODOO_URL: stackVariable('ODOO_URL'), ODOO_DB: stackVariable('ODOO_DB'), ODOO_API_KEY: 'expired' };
    const cwd = folder.path;
    const [WORKER_PORT, INDEXER_PORT] = [String(await findFreePort()), String(await findFreePort())];
    await using gateway = startProcess(['start'], { cwd, env: { ...env, ...odoo, PORT: '0' } });
    await using worker = startProcess(['worker', '--agent', DEMO_AGENT], { cwd, env: { ...env, WORKER_PORT } });
    await using indexer = startProcess(['indexer'], { cwd, env: { ...env, INDEXER_PORT } });
    const [, url] = /GraphQL (http:\S+)\/graphql/.exec(await gateway.untilPrinted('health')) ?? [];
    const traceId = 'c'.repeat(32);
    const { id, spans } = await traceRun(String(url), collector, traceId);
    const isRun = ({ name: given }: { name: string }) => given.startsWith('run ');
    expect(collector.problems).toEqual([]);
    const [root, ...others] = toTree(spans);
    expect([root?.name, root?.process, others]).toEqual(['POST /graphql', 'gateway', []]);
    expect(spans.find(isRun)).toMatchObject({ process: 'worker', attributes: { 'messaging.message.id': id } });
    expect(namesOf(toTree(spans))).toEqual(expect.arrayContaining([expect.stringMatching(/^ +handler$/)]));

    const [workerUrl, indexerUrl] = [`http://127.0.0.1:${WORKER_PORT}`, `http://127.0.0.1:${INDEXER_PORT}`];
    for (const door of [workerUrl, indexerUrl]) {
      await expect.poll(() => readText(`${door}/readyz`).catch(String), PATIENCE).toContain('"ready":true');
      expect(await readText(`${door}/healthz`)).toBe('{"status":"ok"}');
      expect((await fetch(`${door}/tick`, { method: 'POST' })).status).toBe(404);
    }
    const ran = `tripoint_worker_attempt_duration_seconds_count{agent="${DEMO_AGENT}",kind="demo.count",outcome="SUCCEEDED"} 1`;
    await expect.poll(() => readText(`${workerUrl}/metrics`), PATIENCE).toContain(ran);
    const metrics = await readText(`${workerUrl}/metrics`);
    expect(metrics).toContain(`tripoint_runs_waiting{of="${DEMO_AGENT}"} 0`);
    expect(metrics).toMatch(/tripoint_database_connections\{state="places"\} \d+/);
    await expect
      .poll(() => readText(`${indexerUrl}/metrics`), PATIENCE)
      .toMatch(/tripoint_index_waiting\{of="pages"\} 0/);
    expect(await readText(`${indexerUrl}/metrics`)).toMatch(/tripoint_indexer_pages_total\{result="indexed"\} [1-9]/);
    expect(await readText(`${url}/metrics`)).toContain(
      'tripoint_operations_total{viewer="service",agent="",outcome="ok"} 1',
    );

    for (const { child } of [gateway, worker, indexer]) child.kill('SIGTERM');
    const [ended, worked, indexed] = await Promise.all([gateway.ended, worker.ended, indexer.ended]);
    expect([ended.code, worked.code, indexed.code]).toEqual([0, 0, 0]);
    const said = linesOf(ended.stderr).filter(({ msg }) => String(msg).startsWith('Odoo refuses the key'));
    expect(said).toMatchObject([{ level: 50, msg: expect.stringContaining('set ODOO_API_KEY') }]);
    expect(linesOf(worked.stderr)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ msg: 'runs were claimed', runs: 1 }),
        expect.objectContaining({ msg: 'an attempt of a run ended', runId: id, traceId, outcome: 'SUCCEEDED' }),
        expect.objectContaining({ msg: 'no run is due: the worker waits' }),
      ]),
    );
    expect(linesOf(indexed.stderr)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ msg: 'a batch of pages was indexed' }),
        expect.objectContaining({ msg: 'no page is due: the indexer waits' }),
      ]),
    );
  });
});
