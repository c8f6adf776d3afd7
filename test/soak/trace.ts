/** One trace over two processes, as JSON: a gateway that is asked for a run, and the worker that executes it. */
import { randomBytes } from 'node:crypto';
import process from 'node:process';
import { DEMO_AGENT } from '../../src/agents/demo-agent.ts';
import { packagePaths } from '../../src/paths.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { type Collector, createCollector, toTree } from '../support/collector.ts';
import { createFolder, startProcess } from '../support/command.ts';
import { databaseUrl, JWT_SECRET, loginOf, stackVariable } from '../support/stack.ts';
import { traceRun } from '../support/traced-run.ts';
import type { Soak } from './soak.ts';

/** The soak. */
export const soak: Soak = async (report) => {
  const database = `tripoint_soak_trace_${process.pid}`;
  const server = stackVariable('MIGRATIONS_DATABASE_URL');
  await withOwner(server, (client) => client.script(`create database ${database}`));
  await using collector = await createCollector();
  try {
    await withOwner(databaseUrl('MIGRATIONS_DATABASE_URL', database), (client) =>
      migrate(client, packagePaths().migrations),
    );
    report(JSON.stringify(await traceOne(loginOf(database).databaseUrl, collector), null, 2));
  } finally {
    await withOwner(server, (client) => client.script(`drop database if exists ${database} with (force)`));
  }
  if (collector.problems.length > 0) throw new Error(`no OTLP: ${collector.problems[0]}`);
};

/** @throws Error where the spans are not one tree of both processes. */
async function traceOne(login: string, collector: Collector) {
  using folder = createFolder();
  const env = {
    ...{ DATABASE_URL: login, ODOO_STAGE: 'development', SUPABASE_JWT_SECRET: JWT_SECRET },
    ...{ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_BSP_SCHEDULE_DELAY: '50' },
  };
  const cwd = folder.path;
  await using gateway = startProcess(['start'], { cwd, env: { ...env, PORT: '0' } });
  await using worker = startProcess(['worker', '--agent', DEMO_AGENT], { cwd, env });
  const [, url] = /GraphQL (http:\S+)\/graphql/.exec(await gateway.untilPrinted('health')) ?? [];
  await worker.untilPrinted('is up');
  const traceId = randomBytes(16).toString('hex');
  const { spans } = await traceRun(String(url), collector, traceId);
  const trees = toTree(spans);
  const processes = new Set(spans.map((span) => span.process));
  if (trees.length !== 1 || !processes.has('gateway') || !processes.has('worker'))
    throw new Error(`${trees.length} trees, of ${[...processes].join(' and ')}`);
  return { traceId, spans: trees };
}
