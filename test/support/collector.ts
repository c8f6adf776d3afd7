/** A receiver of OTLP over HTTP, as JSON: takes only what the protocol says, and puts the spans together. */
import { z } from 'zod';
import { createTestServer } from './http-server.ts';
import type { TraceStore } from './traced-run.ts';

const value = z.union([
  z.strictObject({ stringValue: z.string() }),
  z.strictObject({ intValue: z.union([z.number().int(), z.string().regex(/^-?\d+$/)]) }),
  z.strictObject({ doubleValue: z.number() }),
  z.strictObject({ boolValue: z.boolean() }),
]);
const attributes = z.array(z.strictObject({ key: z.string().min(1), value }));
const nanoseconds = z.string().regex(/^\d{19}$/);
const span = z.strictObject({
  traceId: z.string().regex(/^[0-9a-f]{32}$/),
  spanId: z.string().regex(/^[0-9a-f]{16}$/),
  traceState: z.string().optional(),
  parentSpanId: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
  flags: z.number().int().optional(),
  name: z.string().min(1),
  kind: z.number().int().min(1).max(5),
  startTimeUnixNano: nanoseconds,
  endTimeUnixNano: nanoseconds,
  attributes,
  droppedAttributesCount: z.literal(0),
  events: z.array(z.unknown()).max(0),
  droppedEventsCount: z.literal(0),
  links: z.array(z.unknown()).max(0),
  droppedLinksCount: z.literal(0),
  status: z.strictObject({ code: z.union([z.literal(0), z.literal(2)]), message: z.string().optional() }),
});

/** https://github.com/open-telemetry/opentelemetry-proto, `ExportTraceServiceRequest`. */
const request = z.strictObject({
  resourceSpans: z.array(
    z.strictObject({
      resource: z.strictObject({ attributes, droppedAttributesCount: z.number() }),
      schemaUrl: z.string().optional(),
      scopeSpans: z.array(
        z.strictObject({
          scope: z.strictObject({ name: z.literal('tripoint'), version: z.string().optional() }),
          schemaUrl: z.string().optional(),
          spans: z.array(span),
        }),
      ),
    }),
  ),
});

const KINDS = ['', 'internal', 'server', 'client', 'producer', 'consumer'];

/** A span as it came. */
export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | null;
  readonly name: string;
  readonly kind: string;
  /** What the process is that sent it. */
  readonly process: unknown;
  /** Milliseconds, and since 1970. */
  readonly ms: number;
  readonly start: number;
  readonly isFailed: boolean;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** A span and what is below it. */
export interface SpanTree extends Pick<ReceivedSpan, 'name' | 'kind' | 'process' | 'ms' | 'attributes'> {
  readonly spans: readonly SpanTree[];
}

/** A collector that listens. */
export interface Collector extends TraceStore<ReceivedSpan>, AsyncDisposable {
  readonly spans: readonly ReceivedSpan[];
  /** What came that is no OTLP. */
  readonly problems: readonly string[];
}

/** Starts one on a free port. */
export async function createCollector(): Promise<Collector> {
  const spans: ReceivedSpan[] = [];
  const problems: string[] = [];
  const server = await createTestServer((asked, response, body) => {
    const parsed = request.safeParse(asked.url === '/v1/traces' ? JSON.parse(body) : asked.url);
    if (parsed.success) spans.push(...parsed.data.resourceSpans.flatMap(readSpans));
    else problems.push(z.prettifyError(parsed.error));
    response.writeHead(parsed.success ? 200 : 400, { 'content-type': 'application/json' }).end('{}');
  });
  return {
    ...server,
    spans,
    problems,
    until: async (traceId, has) => {
      for (;;) {
        const found = spans.filter((one) => one.traceId === traceId);
        if (has(found)) return found;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  };
}

function readSpans({ resource, scopeSpans }: z.infer<typeof request>['resourceSpans'][number]): ReceivedSpan[] {
  const process = readAttributes(resource.attributes)['tripoint.process'];
  return scopeSpans.flatMap((scope) =>
    scope.spans.map((one) => ({
      ...{ traceId: one.traceId, spanId: one.spanId, parentSpanId: one.parentSpanId ?? null },
      ...{ name: one.name, kind: KINDS[one.kind] ?? '', process },
      start: Number(one.startTimeUnixNano) / 1e6,
      ms: Math.round(Number(BigInt(one.endTimeUnixNano) - BigInt(one.startTimeUnixNano)) / 1e4) / 100,
      isFailed: one.status.code === 2,
      attributes: readAttributes(one.attributes),
    })),
  );
}

function readAttributes(given: z.infer<typeof attributes>): Record<string, unknown> {
  return Object.fromEntries(given.map(({ key, value: one }) => [key, Object.values(one)[0]]));
}

/** The spans below one another, in the order in which they began. @param parent Its id; of what came from outside where absent. */
export function toTree(spans: readonly ReceivedSpan[], parent?: string): SpanTree[] {
  const ids = new Set(spans.map(({ spanId }) => spanId));
  const isBelow = ({ parentSpanId }: ReceivedSpan) =>
    parent === undefined ? parentSpanId === null || !ids.has(parentSpanId) : parentSpanId === parent;
  return spans
    .filter(isBelow)
    .sort((one, other) => one.start - other.start)
    .map(({ spanId, name, kind, process, ms, attributes: own }) => ({
      ...{ name, kind, process, ms, attributes: own },
      spans: toTree(spans, spanId),
    }));
}

/** The names alone, a line each, indented by how deep it is. */
export function namesOf(trees: readonly SpanTree[], indent = ''): string[] {
  return trees.flatMap(({ name, spans }) => [`${indent}${name}`, ...namesOf(spans, `${indent}  `)]);
}
