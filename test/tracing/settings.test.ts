/** When traces are sent, and what of `traceparent` is believed. */
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { readTrace, traceIdOf } from '../../src/tracing/traceparent.ts';

const tracing = (env: Record<string, string>) => readConfig(env, () => 'x'.repeat(32)).tracing;
const ENDPOINT = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' };

describe('traces', () => {
  it.each<[string, Record<string, string>]>([
    ['nothing asks for them', {}],
    ['the SDK is disabled', { ...ENDPOINT, OTEL_SDK_DISABLED: 'true' }],
    ['no exporter is wanted', { ...ENDPOINT, OTEL_TRACES_EXPORTER: 'none' }],
    ['only the service has a name', { OTEL_SERVICE_NAME: 'x' }],
  ])('go nowhere where %s', (_what, env) => {
    expect(tracing(env)).toBeNull();
  });

  it.each<[string, Record<string, string>, object]>([
    [
      'to a collector',
      ENDPOINT,
      { exporter: 'otlp', serviceName: 'tripoint', sampling: { isParentBased: true, ratio: 1 } },
    ],
    ['to the console', { OTEL_TRACES_EXPORTER: 'console' }, { exporter: 'console' }],
    [
      'a tenth of them, whatever whoever asks has decided',
      { ...ENDPOINT, OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.1' },
      { sampling: { isParentBased: false, ratio: 0.1 } },
    ],
    [
      'none of our own',
      { ...ENDPOINT, OTEL_TRACES_SAMPLER: 'parentbased_always_off' },
      { sampling: { isParentBased: true, ratio: 0 } },
    ],
  ])('go %s', (_what, env, wanted) => {
    expect(tracing(env)).toMatchObject(wanted);
  });

  it.each([
    ['OTEL_TRACES_EXPORTER', 'zipkin'],
    ['OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc'],
    ['OTEL_TRACES_SAMPLER', 'jaeger_remote'],
    ['OTEL_TRACES_SAMPLER_ARG', '2'],
  ])('are refused at the start where %s is %s', (name, value) => {
    expect(() => tracing({ ...ENDPOINT, [name]: value })).toThrow(name);
  });
});

describe('traceparent', () => {
  const [TRACE, SPAN] = ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7'];

  it.each([`00-${TRACE}-${SPAN}-01`, `00-${TRACE}-${SPAN}-00`, `cc-${TRACE}-${SPAN}-01-what-a-later-version-says`])(
    '%s is a trace',
    (traceparent) => {
      expect(traceIdOf(readTrace({ traceparent }))).toBe(TRACE);
    },
  );

  it.each([
    '',
    TRACE,
    `00-${TRACE}-${SPAN}`,
    `00-${TRACE.toUpperCase()}-${SPAN}-01`,
    `00-${'0'.repeat(32)}-${SPAN}-01`,
    `00-${TRACE}-${'0'.repeat(16)}-01`,
    `ff-${TRACE}-${SPAN}-01`,
    `00-${TRACE}-${SPAN}-01-more`,
    `00-${TRACE}-${SPAN}-01'; drop table ops.runs; --`,
  ])('%j is none', (traceparent) => {
    expect(traceIdOf(readTrace({ traceparent }))).toBeNull();
  });
});
