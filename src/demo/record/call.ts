/** The recorder's wire to a real Odoo: JSON-2, one HTTP request per call. */

/** Calls one method of one model with named arguments; answers Odoo's JSON as sent, rejects with Odoo's own message. */
export type OdooCall = (model: string, method: string, args: Record<string, unknown>) => Promise<unknown>;

/**
 * Builds a caller of one Odoo database.
 *
 * @param options.url Base address without a trailing slash, e.g. `http://127.0.0.1:8069`.
 * @param options.database Sent as `X-Odoo-Database`, for an instance that serves several.
 */
export function createJson2Call(options: { url: string; apiKey: string; database?: string }): OdooCall {
  const headers: Record<string, string> = {
    authorization: `bearer ${options.apiKey}`,
    'content-type': 'application/json',
    ...(options.database ? { 'x-odoo-database': options.database } : {}),
  };
  return async (model, method, args) => {
    const body = JSON.stringify(args);
    const response = await fetch(`${options.url}/json/2/${model}/${method}`, { method: 'POST', headers, body });
    const answer: unknown = await response.json();
    if (response.ok) return answer;
    throw new Error(`${model}.${method}: ${response.status} ${readMessage(answer)}`);
  };
}

function readMessage(answer: unknown): string {
  return typeof answer === 'object' && answer !== null && 'message' in answer ? String(answer.message) : 'no message';
}
