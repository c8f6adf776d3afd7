/** The JSON-RPC transport: `POST /jsonrpc`. Errors come with HTTP 200. */
import type { OdooCall } from './call.ts';
import type { OdooConnection } from './connection.ts';
import { createExecuteKw, type RpcCall } from './execute-kw.ts';
import { answerFault, strangeFault } from './faults.ts';
import { parseOdooJson } from './json.ts';
import { askOdoo, type WireAnswer } from './wire.ts';

/** Opens nothing before the first call; says no method outside the reader's list. */
export function createJsonRpcCall(connection: OdooConnection): OdooCall {
  const { url, timeoutMs, maxAnswerBytes: maxBytes } = connection;
  const headers = { 'content-type': 'application/json' };
  const rpc: RpcCall = async (service, method, args, signal) => {
    const body = JSON.stringify({ jsonrpc: '2.0', method: 'call', id: 1, params: { service, method, args } });
    return readAnswer(
      await askOdoo(new URL('/jsonrpc', url), { method: 'POST', headers, body, timeoutMs, signal, maxBytes }),
    );
  };
  return createExecuteKw(rpc, connection);
}

interface RpcAnswer {
  readonly jsonrpc?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly data?: { readonly name?: string; readonly message?: string } };
}

function readAnswer({ status, text, retryAfterMs }: WireAnswer): unknown {
  if (status !== 200) throw answerFault({ status, retryAfterMs });
  const answer = parseOdooJson(text) as RpcAnswer | null | undefined;
  if (answer?.jsonrpc !== '2.0') throw strangeFault(status, 'no JSON-RPC');
  if (answer.error) throw answerFault({ status, ...pickProblem(answer.error.data) });
  return answer.result ?? null;
}

function pickProblem({ name, message }: { readonly name?: string; readonly message?: string } = {}) {
  return { name, message };
}
