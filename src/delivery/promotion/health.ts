/** The health of an environment: servers asked over HTTP, databases by a statement; asked again while they come up. */
import { setTimeout as delay } from 'node:timers/promises';
import { withOtherDatabase } from '../../postgres/other-database.ts';
import { askHttp } from '../ask-http.ts';

/** What a check found; `ms` are milliseconds, `status` is what HTTP answered. */
export interface HealthResult {
  readonly name: string;
  readonly kind: 'HTTP' | 'DATABASE';
  readonly ok: boolean;
  readonly status?: number;
  readonly ms: number;
  readonly detail?: string;
}

/** Asks once; a failure is a result. */
export type HealthCheck = () => Promise<HealthResult>;

const PAUSE_MS = 1_000;

/** Passes where the server answers 200 to 299. A redirect is no health. */
export function checkHttp(url: string): HealthCheck {
  const asked = new URL(url);
  // Not what stands in the query, nor who signs in: either may be a secret.
  const name = `${asked.origin}${asked.pathname}`;
  return async () => {
    const began = performance.now();
    try {
      const { status } = await askHttp(asked);
      const ok = status >= 200 && status < 300;
      return { name, kind: 'HTTP', ok, status, ms: since(began) };
    } catch (error) {
      return { name, kind: 'HTTP', ok: false, ms: since(began), detail: messageOf(error) };
    }
  };
}

/** Passes where the database answers a statement. @param variable Names the URL, and stands for it in what is found. */
export function checkDatabase(database: { readonly url: string; readonly variable: string }): HealthCheck {
  const name = database.variable;
  return async () => {
    const began = performance.now();
    try {
      const [row] = await withOtherDatabase(database, (query) => query('select current_database() as name'));
      return { name, kind: 'DATABASE', ok: true, ms: since(began), detail: `database ${String(row?.name)}` };
    } catch (error) {
      return { name, kind: 'DATABASE', ok: false, ms: since(began), detail: messageOf(error) };
    }
  };
}

/** Asks all at once, and once more each second until all pass or the time is over. @returns What was found last. */
export async function checkHealth(checks: readonly HealthCheck[], waitMs: number): Promise<HealthResult[]> {
  const until = performance.now() + waitMs;
  for (;;) {
    const found = await Promise.all(checks.map((check) => check()));
    if (found.every(({ ok }) => ok) || performance.now() + PAUSE_MS > until) return found;
    await delay(PAUSE_MS);
  }
}

function since(began: number): number {
  return Math.round(performance.now() - began);
}

/** With what the driver said, such as that there is no such database. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
