/** autotel-mcp, an OpenTelemetry collector with a database of its own: as a process, asked over MCP what it has. */
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { z } from 'zod';
import { findFreePort } from '../support/free-port.ts';
import type { TraceStore } from '../support/traced-run.ts';

const PROGRAM = join(import.meta.dirname, 'node_modules', 'autotel-mcp', 'bin', 'autotel-mcp');

const span = z
  .object({
    traceId: z.string(),
    spanId: z.string(),
    parentSpanId: z.string().nullish(),
    operationName: z.string(),
    serviceName: z.string(),
    startTimeUnixMs: z.number(),
    durationMs: z.number(),
  })
  .transform(({ operationName, ...rest }) => ({ ...rest, name: operationName }));

/** A span as the collector tells of it. */
export type StoredSpan = z.infer<typeof span>;

const trace = z.object({ ok: z.literal(true), data: z.object({ spans: z.array(span) }).nullable() });
const services = z.object({ ok: z.literal(true), data: z.unknown() });

/** A collector that listens. */
export interface RealCollector extends TraceStore<StoredSpan>, AsyncDisposable {
  /** Names of the services that it knows, sorted. */
  readServices(): Promise<readonly string[]>;
}

/** Starts one on a free port. */
export async function startCollector(): Promise<RealCollector> {
  const port = String(await findFreePort());
  const client = new Client({ name: 'tripoint-test', version: '1' });
  const args = [PROGRAM, '--collector-port', port];
  await client.connect(new StdioClientTransport({ command: process.execPath, args, stderr: 'ignore' }));
  const call = async (name: string, given: Record<string, string> = {}): Promise<unknown> => {
    const { content } = await client.callTool({ name, arguments: given });
    const [first] = content as { text?: string }[];
    return JSON.parse(first?.text ?? 'null');
  };
  return {
    url: `http://127.0.0.1:${port}`,
    until: async (traceId, has) => {
      for (;;) {
        const { data } = trace.parse(await call('get_trace', { traceId }));
        if (data && has(data.spans)) return data.spans;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    readServices: async () => {
      const text = JSON.stringify(services.parse(await call('list_services')).data);
      return [...new Set(text.match(/tripoint-\w+/g))].sort();
    },
    [Symbol.asyncDispose]: () => client.close(),
  };
}
