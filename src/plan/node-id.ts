/** A record's id among all types, for the stores of clients: base64url of `Type:id`. */
import { badInput } from '../errors.ts';
import type { Catalog, StoredType } from './catalog.ts';

/** A statement of Postgres writes the same form. @param type Name of the stored type. */
export function encodeNodeId(type: string, id: string | number): string {
  return Buffer.from(`${type}:${id}`).toString('base64url');
}

/** @throws GatewayError `BAD_USER_INPUT` naming `argument` where the text is no `nodeId`. */
export function decodeNodeId(catalog: Catalog, nodeId: string, argument: string): { type: StoredType; id: string } {
  const [, name = '', id = ''] = /^(\w+):(.+)$/s.exec(Buffer.from(nodeId, 'base64url').toString('utf8')) ?? [];
  const type = catalog.get(name);
  if (!type?.isNode || encodeNodeId(name, id) !== nodeId)
    throw badInput(argument, 'is not a nodeId: use one that a record gave');
  return { type, id };
}
