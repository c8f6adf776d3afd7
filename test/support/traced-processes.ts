/** A gateway and a worker as processes on the real stack, in a database of their own, and one trace over both. */
import { randomBytes } from 'node:crypto';
import process from 'node:process';
import { DEMO_AGENT } from '../../src/agents/demo-agent.ts';
import { packagePaths } from '../../src/paths.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { createFolder, startProcess } from './command.ts';
import { databaseUrl, JWT_SECRET, loginOf, stackVariable } from './stack.ts';
import { type TracedRun, type TraceStore, traceRun } from './traced-run.ts';

/** Asks the gateway for a run, which the worker executes, and waits until the collector has the spans of both. */
export async function traceProcesses<Span extends { readonly name: string }>(
  collector: TraceStore<Span>,
): Promise<TracedRun<Span> & { readonly traceId: string }> {
  const database = `tripoint_trace_${process.pid}`;
  const server = stackVariable('MIGRATIONS_DATABASE_URL');
  await withOwner(server, (client) => client.script(`create database ${database}`));
  try {
    await withOwner(databaseUrl('MIGRATIONS_DATABASE_URL', database), (client) =>
      migrate(client, packagePaths().migrations),
    );
    return await traceOne(loginOf(database).databaseUrl, collector);
  } finally {
    await withOwner(server, (client) => client.script(`drop database if exists ${database} with (force)`));
  }
}

async function traceOne<Span extends { readonly name: string }>(login: string, collector: TraceStore<Span>) {
  using folder = createFolder();
  const env = {
    ...{ DATABASE_URL: login, ODOO_STAGE: 'development', SUPABASE_JWT_SECRET: JWT_SECRET },
    ...{ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_BSP_SCHEDULE_DELAY: '50' },
  };
  const cwd = folder.path;
  const [gatewayEnv, workerEnv] = ['gateway', 'worker'].map((role) => ({
    ...env,
    OTEL_SERVICE_NAME: `tripoint-${role}`,
  }));
  await using gateway = startProcess(['start'], { cwd, env: { ...gatewayEnv, PORT: '0' } });
  await using worker = startProcess(['worker', '--agent', DEMO_AGENT], { cwd, env: { ...workerEnv } });
  const [, url] = /GraphQL (http:\S+)\/graphql/.exec(await gateway.untilPrinted('health')) ?? [];
  await worker.untilPrinted('is up');
  const traceId = randomBytes(16).toString('hex');
  return { traceId, ...(await traceRun(String(url), collector, traceId)) };
}
