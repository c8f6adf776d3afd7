/** The JSON-2 transport: `POST /json/2/<model>/<method>` with a bearer API key and named arguments. */
import { assertReads, type OdooCall, withContext } from './call.ts';
import type { OdooConnection } from './connection.ts';
import { answerFault, strangeFault } from './faults.ts';
import { parseOdooJson } from './json.ts';
import { askJson2, type WireAnswer } from './wire.ts';

/** Opens nothing before the first call; says no method outside the reader's list. */
export function createJson2Call({
  url,
  database,
  apiKey,
  timeoutMs,
  maxAnswerBytes: maxBytes,
}: OdooConnection): OdooCall {
  return async (model, method, args, { signal, as } = {}) => {
    assertReads(model, method);
    const asked = { url, database, apiKey: as?.apiKey ?? apiKey, args: withContext(args), timeoutMs, signal, maxBytes };
    return readAnswer(await askJson2(model, method, asked));
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
