/** The protocol that is configured → its transport; `auto` finds out once what the server has. */
import { GatewayError } from '../errors.ts';
import { assertReads, type OdooCall } from './call.ts';
import type { OdooConnection, OdooProtocol } from './connection.ts';
import { answerFault } from './faults.ts';
import { createJson2Call } from './json2.ts';
import { createJsonRpcCall } from './jsonrpc.ts';
import { askOdoo } from './wire.ts';
import { createXmlRpcCall } from './xmlrpc.ts';

const TRANSPORTS: Readonly<Record<OdooProtocol, (connection: OdooConnection) => OdooCall>> = {
  json2: createJson2Call,
  jsonrpc: createJsonRpcCall,
  xmlrpc: createXmlRpcCall,
  auto: createAutoCall,
};

/** Opens nothing before the first call. */
export function createTransport(connection: OdooConnection): OdooCall {
  return TRANSPORTS[connection.protocol ?? 'json2'](connection);
}

/** The first version with JSON-2. */
const JSON2_SINCE = 19;

/** Asks for the version at the first call, and again only where that failed. */
function createAutoCall(connection: OdooConnection): OdooCall {
  let chosen: Promise<OdooCall> | null = null;
  return async (model, method, args, options) => {
    assertReads(model, method);
    chosen ??= choose(connection).catch((error: unknown) => {
      chosen = null;
      throw error;
    });
    return (await chosen)(model, method, args, options);
  };
}

async function choose(connection: OdooConnection): Promise<OdooCall> {
  if (connection.apiKey !== '' && (await readVersion(connection)) >= JSON2_SINCE) return createJson2Call(connection);
  if (connection.username) return createJsonRpcCall(connection);
  throw new GatewayError('NOT_CONFIGURED', 'This Odoo has no JSON-2: set ODOO_USERNAME', { surface: 'odoo' });
}

/** The major version; 0 where the server does not tell it this way, as before 19. */
async function readVersion({ url, timeoutMs }: OdooConnection): Promise<number> {
  const { status, text, retryAfterMs } = await askOdoo(new URL('/web/version', url), { method: 'GET', timeoutMs });
  if (status === 429 || status >= 500) throw answerFault({ status, retryAfterMs });
  const [, major] = /"version_info":\s*\[(\d+)/.exec(text) ?? [];
  return status === 200 && major ? Number(major) : 0;
}
