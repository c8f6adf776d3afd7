/** A record's id among all types, for the stores of clients: base64url of `Type:id`. */
import { badInput } from '../errors.ts';
import type { Catalog, StoredType } from './catalog.ts';

/** A statement of Postgres writes the same form. @param type Name of the stored type. */
export function encodeNodeId(type: string, id: string | number): string {
  return Buffer.from(`${type}:${id}`).toString('base64url');
}

/** The type that a nodeId names; null where the text is none. */
export function readNodeType(catalog: Catalog, nodeId: string): string | null {
  return decode(catalog, nodeId)?.type.name ?? null;
}

/** @throws GatewayError `BAD_USER_INPUT` naming `argument` where the text is no `nodeId`. */
export function decodeNodeId(catalog: Catalog, nodeId: string, argument: string): { type: StoredType; id: string } {
  const decoded = decode(catalog, nodeId);
  if (!decoded) throw badInput(argument, 'is not a nodeId: use one that a record gave');
  return decoded;
}

function decode(catalog: Catalog, nodeId: string): { type: StoredType; id: string } | null {
  const [, name = '', id = ''] = /^(\w+):(.+)$/s.exec(Buffer.from(nodeId, 'base64url').toString('utf8')) ?? [];
  const type = catalog.get(name);
  return type?.isNode && encodeNodeId(name, id) === nodeId ? { type, id } : null;
}
