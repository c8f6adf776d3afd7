/** The SDK that sends spans away: four packages that are loaded, and have to be installed, only where `OTEL_…` asks for traces. */
import { context, DiagLogLevel, diag, trace } from '@opentelemetry/api';
import type { Log } from '../log.ts';
import { ToldError } from '../told-error.ts';
import type { Sampling, TracingConfig } from './config.ts';

/** What traces are asked for with, and is not installed. */
class TracingError extends ToldError {
  override readonly name = 'TracingError';
}

/** Spans on their way. */
export interface Tracing {
  /** Sends what is left, and sends no more. */
  close(): Promise<void>;
}

type Sdk = typeof import('@opentelemetry/sdk-trace');

/** What `npm install` is to be told: minors of the SDK go with one of the exporter. */
const PACKAGES = ['sdk-trace@3.1', 'resources@3.1', 'context-async-hooks@3.1', 'exporter-trace-otlp-http@0.301'];

/** Milliseconds between two lines about spans that could not be sent. */
const COMPLAINT_MS = 60_000;
/** Milliseconds that are waited for the last spans. */
const CLOSE_MS = 5_000;

/**
 * Sends every span of this process that is begun from now on.
 *
 * @param role What this process is of the service.
 * @throws ToldError where the packages are not installed.
 */
export async function startTracing(
  config: TracingConfig | null,
  { role, log }: { readonly role: 'gateway' | 'worker' | 'indexer'; readonly log: Log },
): Promise<Tracing> {
  if (!config) return { close: async () => {} };
  const { sdk, resourceFromAttributes, contexts, exporter } = await load(config);
  diag.setLogger(complainTo(log), { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({
      ...readAttributes(config.resource),
      'service.name': config.serviceName,
      'tripoint.process': role,
    }),
    sampler: createSampler(sdk, config.sampling),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter, scheduledDelayMillis: config.delayMs })],
  });
  context.setGlobalContextManager(contexts.enable());
  trace.setGlobalTracerProvider(provider);
  return {
    close: async () => {
      const late = new Promise<void>((resolve) => void setTimeout(resolve, CLOSE_MS).unref());
      await Promise.race([
        provider.shutdown().catch((err: unknown) => log.warn({ err }, 'the last spans are lost')),
        late,
      ]);
      trace.disable();
      context.disable();
      diag.disable();
    },
  };
}

/** @throws ToldError where one of them is missing. */
async function load({ exporter }: TracingConfig) {
  try {
    const [sdk, { resourceFromAttributes }, { AsyncLocalStorageContextManager }] = await Promise.all([
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/resources'),
      import('@opentelemetry/context-async-hooks'),
    ]);
    return {
      sdk,
      resourceFromAttributes,
      contexts: new AsyncLocalStorageContextManager(),
      exporter: exporter === 'console' ? new sdk.ConsoleSpanExporter() : await createOtlpExporter(),
    };
  } catch (cause) {
    if ((cause as { code?: unknown }).code !== 'ERR_MODULE_NOT_FOUND') throw cause;
    const wanted = PACKAGES.map((name) => `@opentelemetry/${name}`).join(' ');
    throw new TracingError(
      `OTEL_… asks for traces, and the packages that send them are not installed: npm install --no-save --omit=dev ${wanted}, or set OTEL_SDK_DISABLED=true`,
      { cause },
    );
  }
}

async function createOtlpExporter() {
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  return new OTLPTraceExporter();
}

function createSampler(sdk: Sdk, { isParentBased, ratio }: Sampling) {
  const root = new sdk.TraceIdRatioBasedSampler(ratio);
  return isParentBased ? new sdk.ParentBasedSampler({ root }) : root;
}

/** `name=value`, separated by commas, each part percent-encoded. */
function readAttributes(text: string | null): Record<string, string> {
  const pairs = (text ?? '').split(',').map((pair) => pair.split('='));
  return Object.fromEntries(
    pairs.flatMap(([name = '', value]) => (value === undefined ? [] : [[name.trim(), decode(value.trim())]])),
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A collector that is away is told of once a minute, and not with each batch. */
function complainTo(log: Log) {
  let next = 0;
  const complain = (said: string) => {
    if (performance.now() < next) return;
    next = performance.now() + COMPLAINT_MS;
    log.warn({ said }, 'spans could not be sent');
  };
  const silent = () => {};
  return { error: complain, warn: complain, info: silent, debug: silent, verbose: silent };
}
