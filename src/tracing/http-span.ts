/** The span of one request that this process sends, with the headers that make the answer's spans a part of its trace. */
import { isTraced, withSpan } from './span.ts';
import { traceHeaders } from './traceparent.ts';

/** A request that is about to be sent. */
interface Sending {
  readonly method: string;
  readonly url: URL;
  /** Whether the path may be told: one that may hold a secret may not. */
  readonly hasOpenPath: boolean;
}

/**
 * @param send Is given `traceparent`, and `tracestate` where there is one, as headers.
 */
export async function withHttpSpan<Answer extends { readonly status: number }>(
  { method, url, hasOpenPath }: Sending,
  send: (headers: Readonly<Record<string, string>>) => Promise<Answer>,
): Promise<Answer> {
  if (!isTraced()) return send({});
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  const attributes = {
    'http.request.method': method,
    'server.address': url.hostname,
    'server.port': port,
    ...(hasOpenPath && { 'url.full': `${url.origin}${url.pathname}` }),
  };
  const name = hasOpenPath ? `${method} ${url.pathname}` : method;
  return withSpan(name, { kind: 'client', attributes }, async (span) => {
    const answer = await send(traceHeaders());
    span.set({ 'http.response.status_code': answer.status });
    if (answer.status >= 400) span.end(String(answer.status));
    return answer;
  });
}
