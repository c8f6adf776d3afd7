/** What the variables `OTEL_…` say of traces, as OpenTelemetry names them. */
import { z } from 'zod';
import { count, secret, text } from '../variables.ts';

/** Which spans are kept. */
export interface Sampling {
  /** Whether what whoever asks has decided goes before. */
  readonly isParentBased: boolean;
  /** The part of traces that are kept, 0 to 1. */
  readonly ratio: number;
}

/** Where traces go. */
export interface TracingConfig {
  readonly exporter: 'otlp' | 'console';
  readonly serviceName: string;
  /** More of what the service is, `name=value,…`; null for nothing. */
  readonly resource: string | null;
  readonly sampling: Sampling;
  /** Milliseconds for which spans are gathered. */
  readonly delayMs: number;
}

const SAMPLERS = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;

/** The endpoint, headers, timeout, compression and certificates of OTLP are read by the exporter itself. */
export const tracingVariables = z.object({
  OTEL_SDK_DISABLED: text,
  OTEL_TRACES_EXPORTER: z.enum(['otlp', 'console', 'none'], 'must be otlp, console or none').optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: text,
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: text,
  OTEL_EXPORTER_OTLP_PROTOCOL: z
    .enum(
      ['http/json', 'http/protobuf'],
      'must be http/json: OTLP goes over HTTP here, and a collector takes it beside gRPC',
    )
    .optional(),
  OTEL_EXPORTER_OTLP_HEADERS: secret(text),
  OTEL_SERVICE_NAME: z.string().max(200).default('tripoint'),
  OTEL_RESOURCE_ATTRIBUTES: text,
  OTEL_TRACES_SAMPLER: z
    .enum(SAMPLERS as unknown as readonly [string, ...string[]], `must be one of ${SAMPLERS.join(', ')}`)
    .default('parentbased_always_on'),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number('must be a number from 0 to 1').min(0).max(1).default(1),
  OTEL_BSP_SCHEDULE_DELAY: count(1, 600_000, 5_000),
});

/** Null where nothing asks for traces, or `OTEL_SDK_DISABLED=true` forbids them. */
export function readTracing(read: z.infer<typeof tracingVariables>): TracingConfig | null {
  const endpoint = read.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? read.OTEL_EXPORTER_OTLP_ENDPOINT;
  const exporter = read.OTEL_TRACES_EXPORTER ?? (endpoint === undefined ? 'none' : 'otlp');
  if (exporter === 'none' || read.OTEL_SDK_DISABLED?.toLowerCase() === 'true') return null;
  return {
    exporter,
    serviceName: read.OTEL_SERVICE_NAME,
    resource: read.OTEL_RESOURCE_ATTRIBUTES ?? null,
    sampling: readSampling(read.OTEL_TRACES_SAMPLER, read.OTEL_TRACES_SAMPLER_ARG),
    delayMs: read.OTEL_BSP_SCHEDULE_DELAY,
  };
}

function readSampling(sampler: string, ratio: number): Sampling {
  const name = sampler.replace(/^parentbased_/, '');
  return {
    isParentBased: name !== sampler,
    ratio: { always_on: 1, always_off: 0 }[name] ?? ratio,
  };
}
