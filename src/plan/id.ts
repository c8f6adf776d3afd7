/** Ids as clients write them → as each system stores them. */
import { badInput, type Surface } from '../errors.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** The greatest id of Odoo, whose ids are integers of Postgres. */
export const MAX_ODOO_ID = 2_147_483_647;

/** Whether the text is a uuid. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** An integer on `odoo`, a uuid elsewhere. @throws GatewayError `BAD_USER_INPUT` naming `argument`. */
export function readStoredId(surface: Surface, value: unknown, argument: string): number | string {
  const text = String(value);
  if (surface !== 'odoo') {
    if (isUuid(text)) return text.toLowerCase();
    throw badInput(argument, 'must be a uuid');
  }
  const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : Number.NaN;
  if (id <= MAX_ODOO_ID) return id;
  throw badInput(argument, 'must be an id of Odoo: a positive integer such as "42"');
}
