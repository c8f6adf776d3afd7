/** One question over HTTP: whether a server answers, what it says, and what time it is there. */

/** Milliseconds for an answer. */
const TIMEOUT_MS = 5_000;

/** An answer. */
export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
  /** The server's clock, in whole seconds; null where it does not say. */
  readonly date: number | null;
}

/** Follows no redirect. @throws Error whose message is the system's code where nobody answers. */
export async function askHttp(url: string | URL): Promise<HttpAnswer> {
  const asked = fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'manual' });
  const response = await asked.catch((error: unknown) => {
    const { cause, message } = error as { cause?: { code?: string }; message: string };
    throw new Error(cause?.code ?? message);
  });
  const date = Date.parse(response.headers.get('date') ?? '');
  return { status: response.status, text: await response.text(), date: Number.isNaN(date) ? null : date };
}
