/** Asks a gateway that listens somewhere, over HTTP, as any consumer would. */
import type { Consumer } from './consumer.ts';
import type { Ask, ContractAnswer } from './verify.ts';

/** Milliseconds that one answer may take. */
const TIMEOUT_MS = 60_000;

/**
 * @param url Of the gateway, e.g. `https://gateway.example.com`; with or without `/graphql`.
 * @param tokenOf Null for nobody's.
 * @returns A function that throws where the gateway cannot be reached, or answers what is no GraphQL response.
 */
export function askUrl(url: string, tokenOf: (consumer: Consumer) => Promise<string | null>): Ask {
  const endpoint = /\/graphql\/?$/.test(url) ? url : `${url.replace(/\/+$/, '')}/graphql`;
  return async (consumer, { text, variables }) => {
    const token = await tokenOf(consumer);
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query: text, variables }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch((cause: unknown) => {
      // The code as the system says it: the command then prints the sentence alone.
      const { code = 'UNREACHABLE' } = ((cause as Error).cause ?? {}) as { code?: string };
      throw Object.assign(new Error(`${endpoint} cannot be asked: ${code}`, { cause }), { code });
    });
    return readAnswer(await response.text(), response.status, endpoint);
  };
}

function readAnswer(text: string, status: number, endpoint: string): ContractAnswer {
  try {
    const { data, errors } = JSON.parse(text) as Omit<ContractAnswer, 'status'>;
    return { status, ...(data !== undefined && { data }), ...(errors !== undefined && { errors }) };
  } catch {
    throw new Error(`${endpoint} answered ${status} with what is no GraphQL response`);
  }
}
