/** What Odoo or the way to it answers → a GatewayError. Odoo's own words and its traceback are the cause, for the log. */
import { type ErrorCode, GatewayError } from '../errors.ts';

interface OdooErrorBody {
  readonly name?: string;
  readonly message?: string;
}

interface Fault {
  readonly code: ErrorCode;
  readonly message: string;
}

const BY_NAME: Readonly<Record<string, Fault>> = {
  'odoo.exceptions.AccessError': { code: 'FORBIDDEN', message: 'The Odoo user of the gateway may not read this' },
  'odoo.exceptions.AccessDenied': { code: 'UPSTREAM_ERROR', message: "Odoo refuses the gateway's credentials" },
  'odoo.exceptions.MissingError': { code: 'NOT_FOUND', message: 'The record is gone from Odoo' },
  'odoo.exceptions.UserError': { code: 'BAD_USER_INPUT', message: 'Odoo does not accept the request' },
  'odoo.exceptions.ValidationError': { code: 'BAD_USER_INPUT', message: 'Odoo does not accept the request' },
  'builtins.ValueError': { code: 'BAD_USER_INPUT', message: 'Odoo does not accept a value of the request' },
};

const BY_STATUS: Readonly<Record<number, Fault>> = {
  401: { code: 'UPSTREAM_ERROR', message: "Odoo refuses the gateway's credentials" },
  403: { code: 'FORBIDDEN', message: 'The Odoo user of the gateway may not read this' },
  404: { code: 'NOT_CONFIGURED', message: 'This Odoo does not have the model' },
  422: { code: 'BAD_USER_INPUT', message: 'Odoo does not accept the request' },
  429: { code: 'UPSTREAM_UNAVAILABLE', message: 'Odoo asks to come back later' },
  502: { code: 'UPSTREAM_UNAVAILABLE', message: 'Odoo is not available' },
  503: { code: 'UPSTREAM_UNAVAILABLE', message: 'Odoo is not available' },
  504: { code: 'UPSTREAM_TIMEOUT', message: 'Odoo took too long' },
};

/** The fault of an answer whose status is not 200. @param body What came, parsed or as text. */
export function answerFault(status: number, body: unknown): GatewayError {
  const { name, message } = (typeof body === 'object' && body !== null ? body : {}) as OdooErrorBody;
  const fault = BY_STATUS[status] ?? (name === undefined ? undefined : BY_NAME[name]);
  return createFault(fault ?? { code: 'UPSTREAM_ERROR', message: 'Odoo reported an error' }, { status, name, message });
}

/** The fault of a request that got no answer: refused, reset, timed out, or no JSON. */
export function connectionFault(error: unknown): GatewayError {
  const name = error instanceof Error ? error.name : '';
  if (name === 'TimeoutError') return createFault({ code: 'UPSTREAM_TIMEOUT', message: 'Odoo took too long' }, error);
  return createFault({ code: 'UPSTREAM_UNAVAILABLE', message: 'Odoo is not available' }, error);
}

function createFault({ code, message }: Fault, cause: unknown): GatewayError {
  return new GatewayError(code, message, { surface: 'odoo', cause });
}
