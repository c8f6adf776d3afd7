/** The XML-RPC transport: `POST /xmlrpc/2/common` and `/xmlrpc/2/object`. Errors come as faults with HTTP 200. */
import { Readable } from 'node:stream';
import CustomType from 'xmlrpc/lib/customtype.js';
import Deserializer from 'xmlrpc/lib/deserializer.js';
import serializer from 'xmlrpc/lib/serializer.js';
import { GatewayError } from '../errors.ts';
import type { OdooCall } from './call.ts';
import type { OdooConnection } from './connection.ts';
import { createExecuteKw, type RpcCall } from './execute-kw.ts';
import { answerFault, type OdooProblem, strangeFault } from './faults.ts';
import { askOdoo, type WireAnswer } from './wire.ts';

/** Opens nothing before the first call; says no method outside the reader's list. */
export function createXmlRpcCall(connection: OdooConnection): OdooCall {
  const { url, timeoutMs, maxAnswerBytes: maxBytes } = connection;
  const headers = { 'content-type': 'text/xml' };
  const rpc: RpcCall = async (service, method, params, signal) => {
    const body = serialize(method, params);
    // The package's own client can neither be cancelled nor tell one HTTP status from another.
    return readAnswer(
      await askOdoo(new URL(`/xmlrpc/2/${service}`, url), {
        method: 'POST',
        headers,
        body,
        timeoutMs,
        signal,
        maxBytes,
      }),
    );
  };
  return createExecuteKw(rpc, connection);
}

/**
 * Text that escapes itself: the package puts text with `<` or `&` into CDATA, out of which a second `]]>` breaks.
 */
class EscapedText extends CustomType {
  override readonly tagName = 'string';
}

class Double extends CustomType {
  override readonly tagName = 'double';
}

/** Characters that XML 1.0 cannot carry. */
const UNSAYABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

function serialize(method: string, params: readonly unknown[]): string {
  // Through JSON, which drops undefined values, as the other transports do.
  return serializer.serializeMethodCall(method, JSON.parse(JSON.stringify(params), toSayable) as unknown[]);
}

function toSayable(_key: string, value: unknown): unknown {
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
    return new Double(String(value));
  if (typeof value !== 'string') return value;
  if (UNSAYABLE.test(value))
    throw new GatewayError('BAD_USER_INPUT', 'XML-RPC cannot carry a control character', { surface: 'odoo' });
  return new EscapedText(value);
}

async function readAnswer({ status, text, retryAfterMs }: WireAnswer): Promise<unknown> {
  if (status !== 200) throw answerFault({ status, retryAfterMs });
  return new Promise((resolve, reject) => {
    new Deserializer().deserializeMethodResponse(Readable.from([sayNonNumbers(text)]), (error, value) => {
      if (!error) resolve(value);
      else if (error.faultCode === undefined) reject(strangeFault(status, 'no XML-RPC'));
      else reject(answerFault({ status, ...readFault(error.faultCode, error.faultString ?? '') }));
    });
  });
}

/** In the words of `parseOdooJson`, as the package takes no `nan`. Texts escape their tags, so the pattern finds values alone. */
function sayNonNumbers(text: string): string {
  return text
    .replaceAll('<double>nan</double>', '<string>NaN</string>')
    .replace(/<double>(-?)inf<\/double>/g, '<string>$1Infinity</string>');
}

/** Odoo's fault codes; 1 is everything else, as a traceback. A record that is gone differs from 2 by its words only. */
function readFault(code: number, text: string): Omit<OdooProblem, 'status'> {
  if (code === 4) return { name: 'odoo.exceptions.AccessError', message: text };
  if (code === 3) return { name: 'odoo.exceptions.AccessDenied', message: text };
  if (code === 2) return { name: `odoo.exceptions.${isMissing(text) ? 'MissingError' : 'UserError'}`, message: text };
  return readTraceback(text);
}

const isMissing = (text: string) => /\(Records?: .*, User: \d+\)\s*$/.test(text);

/** The last exception of a traceback: the first line after its frames that is not indented. */
function readTraceback(text: string): Omit<OdooProblem, 'status'> {
  const last = text.slice(Math.max(0, text.lastIndexOf('Traceback (most recent call last):')));
  const [, name = '', message = ''] = /^(?!Traceback )([A-Za-z_][\w.]*)(?:: (.*))?$/m.exec(last) ?? [];
  return { name: name.includes('.') ? name : `builtins.${name}`, message };
}
