/** The JSON-2 transport: `POST /json/2/<model>/<method>` with a bearer API key and named arguments. */
import { assertReads, type OdooCall, withContext } from './call.ts';
import type { OdooConnection } from './connection.ts';
import { answerFault, strangeFault } from './faults.ts';
import { parseOdooJson } from './json.ts';
import { askOdoo, type WireAnswer } from './wire.ts';

/** Opens nothing before the first call; says no method outside the reader's list. */
export function createJson2Call({
  url,
  database,
  apiKey,
  timeoutMs,
  maxAnswerBytes: maxBytes,
}: OdooConnection): OdooCall {
  const headers = {
    'content-type': 'application/json',
    ...(database !== null && { 'x-odoo-database': database }),
  };
  return async (model, method, args, { signal, as } = {}) => {
    assertReads(model, method);
    const authorization = `bearer ${as?.apiKey ?? apiKey}`;
    const body = JSON.stringify(withContext(args));
    return readAnswer(
      await askOdoo(new URL(`/json/2/${model}/${method}`, url), {
        method: 'POST',
        headers: { ...headers, authorization },
        body,
        timeoutMs,
        signal,
        maxBytes,
      }),
    );
  };
}

interface ErrorBody {
  readonly name?: string;
  readonly message?: string;
}

function readAnswer({ status, text, retryAfterMs }: WireAnswer): unknown {
  const body = parseOdooJson(text);
  if (status === 200) {
    if (body === undefined) throw strangeFault(status, 'no JSON');
    return body;
  }
  const { name, message } = (typeof body === 'object' && body !== null ? body : {}) as ErrorBody;
  throw answerFault({ status, name, message, retryAfterMs });
}
