/**
 * `npm run collector`, with the real stack's variables: what a gateway and a worker trace of one request and the run that it
 * enqueued, sent to a collector that is not ours, and read back from that as one trace.
 */
import { strict as assert } from 'node:assert';
import { traceProcesses } from '../support/traced-processes.ts';
import { PARENT_SPAN } from '../support/traced-run.ts';
import { type StoredSpan, startCollector } from './collector.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);

/** The spans below one another, a line each. */
function draw(spans: readonly StoredSpan[], parent: string, indent = ''): string[] {
  return spans
    .filter(({ parentSpanId }) => parentSpanId === parent)
    .sort((one, other) => one.startTimeUnixMs - other.startTimeUnixMs)
    .flatMap(({ spanId, name, serviceName, durationMs }) => [
      `${indent}${name}  (${serviceName}, ${durationMs.toFixed(1)} ms)`,
      ...draw(spans, spanId, `${indent}  `),
    ]);
}

await using collector = await startCollector();
const { traceId, spans } = await traceProcesses(collector);
const lines = draw(spans, PARENT_SPAN);
say(`trace ${traceId}, as autotel-mcp has it:\n${lines.join('\n')}`);

assert.equal(lines.length, spans.length, 'each span is below the one that asked');
assert.equal(lines.filter((line) => !line.startsWith(' ')).length, 1, 'all is below one request');
assert.match(lines[0] ?? '', /^POST \/graphql {2}\(tripoint-gateway, /);
const run = spans.find(({ name }) => name.startsWith('run '));
assert.equal(run?.serviceName, 'tripoint-worker', 'the run is of the other process');
const mutation = spans.find(({ spanId }) => spanId === run.parentSpanId);
assert.equal(mutation?.serviceName, 'tripoint-gateway', 'the run is below what enqueued it');
assert.deepEqual(await collector.readServices(), ['tripoint-gateway', 'tripoint-worker']);
say(`${spans.length} spans of two processes are one trace`);
