/**
 * JSON-RPC and XML-RPC in front of an Odoo that speaks JSON-2, as a real Odoo 19 speaks them: the same service
 * methods, faults with their codes, a traceback in each. So the stand-in can be asked over every protocol.
 */
import { Readable } from 'node:stream';
import Deserializer from 'xmlrpc/lib/deserializer.js';
import serializer from 'xmlrpc/lib/serializer.js';
import { createTestServer, type TestServer } from './http-server.ts';

/** The front, and how its login behaves. */
export interface RpcFront extends TestServer {
  /** Logins so far. */
  readonly logins: { count: number };
  /** From now on the uid of every login before is refused, as after a restart with other sessions. */
  expire(): void;
}

/** The login that the front knows; its password is the API key of the Odoo behind. */
export const FRONT_LOGIN = { database: 'demo', username: 'reader' };

class Problem extends Error {
  readonly type: string;
  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

const RECORD_METHODS = new Set(['read', 'web_read', 'get_metadata']);

/** @param target The Odoo behind, and the key that it takes. */
export async function createRpcFront(target: { url: string; apiKey: string }): Promise<RpcFront> {
  const logins = { count: 0 };
  let oldest = 1;
  const dispatch = async (service: string, method: string, params: readonly unknown[]): Promise<unknown> => {
    if (service === 'common' && method === 'authenticate') {
      const [database, username, password] = params;
      if (database !== FRONT_LOGIN.database) throw new Problem('psycopg2.OperationalError', `no database ${database}`);
      if (username !== FRONT_LOGIN.username || password !== target.apiKey) return false;
      logins.count += 1;
      return logins.count;
    }
    const [, uid, password, model, name, args, kwargs] = params as [
      string,
      number,
      string,
      string,
      string,
      unknown[],
      object,
    ];
    if (method !== 'execute_kw') throw new Problem('builtins.NameError', `Method not available ${method}`);
    if (password === target.apiKey && uid < oldest) throw new Problem('odoo.exceptions.AccessDenied', 'Access Denied');
    const ids = RECORD_METHODS.has(name) ? { ids: args[0] } : {};
    // Whose key it is, and whether it is one, the Odoo behind says.
    return ask({ ...target, apiKey: password }, `${model}/${name}`, { ...kwargs, ...ids });
  };
  const server = await createTestServer(async (request, response, body) => {
    const [, service] = /^\/xmlrpc\/2\/(\w+)$/.exec(request.url ?? '') ?? [];
    const answer = service
      ? await answerXml(body, (method, params) => dispatch(service, method, params))
      : await answerJson(body, dispatch);
    response.writeHead(200, { 'content-type': service ? 'text/xml' : 'application/json' }).end(answer);
  });
  return Object.assign(server, {
    logins,
    expire: () => {
      oldest = logins.count + 1;
    },
  });
}

async function ask({ url, apiKey }: { url: string; apiKey: string }, path: string, args: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json', authorization: `bearer ${apiKey}` };
  const response = await fetch(`${url}/json/2/${path}`, { method: 'POST', headers, body: JSON.stringify(args) });
  const body = (await response.json()) as { name: string; message: string };
  if (response.ok) return body;
  if (response.status === 401) throw new Problem('odoo.exceptions.AccessDenied', 'Access Denied');
  const [, model] = /^the model '(.*)' does not exist$/.exec(body.message) ?? [];
  throw model
    ? new Problem('odoo.exceptions.UserError', `Object ${model} doesn't exist`)
    : new Problem(body.name, body.message);
}

async function answerJson(
  body: string,
  dispatch: (service: string, method: string, params: readonly unknown[]) => Promise<unknown>,
): Promise<string> {
  const { id, params } = JSON.parse(body) as {
    id: number;
    params: { service: string; method: string; args: unknown[] };
  };
  try {
    return JSON.stringify({ jsonrpc: '2.0', id, result: await dispatch(params.service, params.method, params.args) });
  } catch (error) {
    const { type, message } = error as Problem;
    const data = { name: type, message, debug: traceback(type, message), arguments: [message], context: {} };
    return JSON.stringify({ jsonrpc: '2.0', id, error: { code: 0, message: 'Odoo Server Error', data } });
  }
}

async function answerXml(
  body: string,
  dispatch: (method: string, params: readonly unknown[]) => Promise<unknown>,
): Promise<string> {
  const [method, params] = await new Promise<[string, readonly unknown[]]>((resolve, reject) => {
    new Deserializer().deserializeMethodCall(Readable.from([body]), (error, name, given) =>
      error ? reject(error) : resolve([name, given]),
    );
  });
  try {
    return serializer.serializeMethodResponse(await dispatch(method, params));
  } catch (error) {
    const { type, message } = error as Problem;
    const codes: Record<string, number> = { AccessError: 4, AccessDenied: 3, UserError: 2, ValidationError: 2 };
    const code = codes[type.replace('odoo.exceptions.', '')];
    return serializer.serializeFault({
      faultCode: code ?? 1,
      faultString: code ? message : traceback(type.replace('builtins.', ''), message),
    });
  }
}

function traceback(type: string, message: string): string {
  const frame =
    '  File "/usr/lib/python3/dist-packages/odoo/service/model.py", line 130, in retrying\n    result = func()';
  return `Traceback (most recent call last):\n${frame}\n${type}: ${message}\n`;
}
