/** Errors as Odoo's JSON-2 answers them: an HTTP status and a body with a traceback that must never be sent on. */

/** What a stand-in method throws; the server renders it. */
export class OdooFault extends Error {
  readonly status: number;
  /** Python's qualified class name, e.g. `odoo.exceptions.AccessError`. */
  readonly type: string;

  constructor(status: number, type: string, message: string) {
    super(message);
    this.status = status;
    this.type = type;
  }
}

/** A wrong domain, field or order: Odoo lets Python's `ValueError` through as a 500. */
export function createValueError(message: string): OdooFault {
  return new OdooFault(500, 'builtins.ValueError', message);
}

/** A value of a wrong kind: a 500. */
export function createTypeError(message: string): OdooFault {
  return new OdooFault(500, 'builtins.TypeError', message);
}

/** A refusal: 403. */
export function createAccessError(message: string): OdooFault {
  return new OdooFault(403, 'odoo.exceptions.AccessError', message);
}

/** A mistake of the user: 422. */
export function createUserError(message: string): OdooFault {
  return new OdooFault(422, 'odoo.exceptions.UserError', message);
}

/** An error of the HTTP layer: 400, 401, 404, 422. */
export function createHttpError(status: 400 | 401 | 404 | 422, message: string): OdooFault {
  const names = { 400: 'BadRequest', 401: 'Unauthorized', 404: 'NotFound', 422: 'UnprocessableEntity' } as const;
  return new OdooFault(status, `werkzeug.exceptions.${names[status]}`, message);
}

/** The body of an error answer. */
export function renderFault(fault: OdooFault): Record<string, unknown> {
  const http = fault.type.startsWith('werkzeug.');
  return {
    name: fault.type,
    message: fault.message,
    arguments: http ? [fault.message, fault.status] : [fault.message],
    context: {},
    debug: `Traceback (most recent call last):\n  File "/usr/lib/python3/dist-packages/odoo/http.py", line 2273, in _serve_db\n    return service_model.retrying(serve_func, env=self.env)\n${fault.type}: ${fault.message}\n`,
  };
}
