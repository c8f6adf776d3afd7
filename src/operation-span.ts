/** The span of an operation, by whichever door it came: who asked, what it cost, how it ended. No variable, no text of a document. */
import { cutName, describeViewer, type LoggedOperation } from './operation-log.ts';
import { type OpenSpan, openSpan } from './tracing/span.ts';
import type { Trace } from './tracing/traceparent.ts';

/** Begins it: what kind of operation it is, is known when it has been read. @param parent What is under way here where absent. */
export function openOperationSpan(parent?: Trace): OpenSpan {
  return openSpan('GraphQL Operation', { kind: 'server', ...(parent && { parent }) });
}

/** Tells how it went; one with any error has failed. */
export function endOperationSpan(span: OpenSpan, operation: () => LoggedOperation): void {
  const ended = span.isKept() ? operation() : null;
  if (ended) describe(span, ended);
  span.end(ended?.codes[0]);
}

function describe(span: OpenSpan, ended: LoggedOperation): void {
  const { operationName, operationType, documentId, context, requestId, results } = ended;
  // The name is the client's own, so it names no span.
  if (operationType !== null) span.rename(operationType);
  span.set({
    ...(operationType !== null && { 'graphql.operation.type': operationType }),
    ...(operationName !== null && { 'graphql.operation.name': cutName(operationName) }),
    ...(documentId !== null && { 'tripoint.document.id': cutName(documentId) }),
    ...(requestId !== null && { 'tripoint.request.id': requestId }),
    ...(results !== null && { 'tripoint.results': results }),
    ...(context && prefix(describeViewer(context.viewer))),
    ...(context?.metered.cost && { 'tripoint.cost': context.metered.cost.estimated }),
  });
}

function prefix(fields: object): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`tripoint.${name}`, String(value)]));
}
