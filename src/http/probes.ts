/** What machines ask all the time: `/healthz`, `/readyz` and `/metrics`. */
import type { ServerResponse } from 'node:http';
import type { Health } from './health.ts';
import { sendBytes, sendJson } from './send.ts';

/** What the answers come from. */
export interface Probed {
  readonly health: Health;
  /** Absent where nothing is counted: `/metrics` is then no path of this. */
  readonly metrics?: { page(): Promise<{ readonly type: string; readonly text: string }> } | undefined;
  /** Whether the process takes no more work. */
  readonly isStopping: () => boolean;
}

/** Answers a GET of one of them; false for every other path. */
export async function answerProbe(
  { health, metrics, isStopping }: Probed,
  path: string,
  response: ServerResponse,
): Promise<boolean> {
  if (path === '/healthz') sendJson(response, 200, { status: 'ok' });
  else if (path === '/readyz') {
    const now = await health.readiness();
    const readiness = isStopping() ? { ...now, ready: false, stopping: true } : now;
    sendJson(response, readiness.ready ? 200 : 503, readiness);
  } else if (path === '/metrics' && metrics) {
    const { type, text } = await metrics.page();
    sendBytes(response, 200, { 'content-type': type, 'cache-control': 'no-store' }, text);
  } else return false;
  return true;
}
