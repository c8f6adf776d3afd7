/** What JSON-RPC and XML-RPC have in common: a login that gives a uid, then `execute_kw` with it. */
import { assertReads, type OdooArguments, type OdooCall, type OdooLogin, toPositional } from './call.ts';
import type { OdooConnection } from './connection.ts';
import { isRefused, refusedFault } from './faults.ts';

/** Calls one method of one of Odoo's RPC services. */
export type RpcCall = (
  service: 'common' | 'object',
  method: string,
  params: readonly unknown[],
  signal?: AbortSignal,
) => Promise<unknown>;

/** Milliseconds to wait after a refused login before the next one: Odoo locks an address out after ten refusals. */
const REFUSED_REST_MS = 30_000;

/** Logs in at the first call, and once more where the uid or the password is no longer good. */
export function createExecuteKw(rpc: RpcCall, { database, username, password, apiKey }: OdooConnection): OdooCall {
  const secret = apiKey || (password ?? '');
  const login = createLogin(async () => {
    const uid = await rpc('common', 'authenticate', [database ?? '', username ?? '', secret, {}]);
    if (typeof uid !== 'number') throw refusedFault();
    return uid;
  });
  const execute = (as: OdooLogin, model: string, method: string, args: OdooArguments, signal?: AbortSignal) => {
    const params = [database ?? '', as.uid, as.apiKey, model, method, ...toPositional(method, args)];
    return rpc('object', 'execute_kw', params, signal);
  };
  return async (model, method, args, { signal, as } = {}) => {
    assertReads(model, method);
    // The id of a user with a key of their own is known: there is nothing to log in for.
    if (as) return execute(as, model, method, args, signal);
    const known = login.uid();
    const uid = await known;
    return execute({ uid, apiKey: secret }, model, method, args, signal).catch(async (error: unknown) => {
      if (!isRefused(error)) throw error;
      login.forget(known);
      return execute({ uid: await login.uid(), apiKey: secret }, model, method, args, signal);
    });
  };
}

interface Login {
  readonly uid: () => Promise<number>;
  /** Forgets a uid, unless another one has taken its place. */
  readonly forget: (uid: Promise<number>) => void;
}

function createLogin(authenticate: () => Promise<number>): Login {
  let known: Promise<number> | null = null;
  let restUntil = 0;
  const logIn = async () => {
    if (Date.now() < restUntil) throw refusedFault();
    return authenticate();
  };
  const uid = () => {
    if (known) return known;
    const started = logIn();
    known = started;
    started.catch((error: unknown) => {
      if (isRefused(error) && Date.now() >= restUntil) restUntil = Date.now() + REFUSED_REST_MS;
      known = null;
    });
    return started;
  };
  return {
    uid,
    forget: (stale) => {
      if (known === stale) known = null;
    },
  };
}
