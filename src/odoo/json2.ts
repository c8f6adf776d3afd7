/** The JSON-2 transport: `POST /json/2/<model>/<method>` with a bearer API key and named arguments. */
import { assertReads, type OdooCall } from './call.ts';
import { answerFault, connectionFault } from './faults.ts';

/** How to reach an Odoo as its reader. */
export interface OdooConnection {
  readonly url: string;
  /** Name of the database; null where the server has one only. */
  readonly database: string | null;
  readonly apiKey: string;
  /** Milliseconds that one call may take. */
  readonly timeoutMs: number;
}

/** Days and groups are cut in UTC, as every time is answered; the user's own time zone would shift them. */
const CONTEXT = { tz: 'UTC' };

/** Opens nothing before the first call; says no method outside the reader's list. */
export function createJson2Call({ url, database, apiKey, timeoutMs }: OdooConnection): OdooCall {
  const headers = {
    'content-type': 'application/json',
    authorization: `bearer ${apiKey}`,
    'user-agent': 'tripoint',
    ...(database !== null && { 'x-odoo-database': database }),
  };
  return async (model, method, args, signal) => {
    assertReads(model, method);
    const deadline = AbortSignal.timeout(timeoutMs);
    const response = await fetch(new URL(`/json/2/${model}/${method}`, url), {
      method: 'POST',
      headers,
      body: JSON.stringify({ ...args, context: { ...CONTEXT, ...(args.context as object | undefined) } }),
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
    }).catch((error: unknown) => {
      throw connectionFault(error);
    });
    const body = await readBody(response);
    if (response.status !== 200) throw answerFault(response.status, body);
    return body;
  };
}

async function readBody(response: Response): Promise<unknown> {
  try {
    const text = await response.text();
    return response.status === 200 ? JSON.parse(text) : parseOrText(text);
  } catch (error) {
    throw connectionFault(error);
  }
}

function parseOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.slice(0, 500);
  }
}
